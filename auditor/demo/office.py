"""The sample offices and their calendar: who they are, and which year a document carries on a given day."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.days import MONTHS, long_day
from auditor.model import OfficeKind

_DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu"]

#: cycle -> (month, day, years back): from that day on, year N - back is due (law.md section 8). Declared here and not
#: read from the rule pack, so that a mistake in the pack's calendar shows as a disagreement with the sample.
_DUE: Mapping[str, tuple[int, int, int]] = {
    "dip": (2, 1, 0),
    "dipa": (2, 1, 0),
    "rkakl": (2, 1, 0),
    "renja": (4, 1, 0),
    "program": (4, 1, 0),
    "perkin": (4, 1, 0),
    "rup": (4, 1, 0),
    "lkjip": (4, 1, 1),
    "laporan_layanan": (4, 1, 1),
    "laporan_akses": (4, 1, 1),
    "keuangan": (7, 1, 1),
    "lra": (7, 1, 1),
    "bmn": (7, 1, 1),
    "lhkpn": (7, 1, 1),
    "skm": (2, 1, 1),
    "data": (1, 1, 1),
    "rekap": (1, 1, 1),
}


@dataclass(frozen=True, slots=True)
class Office:
    """One sample office: one [[office]] table of provinsi.toml."""

    id: str
    kind: OfficeKind
    name: str
    place: str
    code: str
    persona: str
    theme: str
    seat: str = ""
    area: str = ""
    ppid_theme: str = ""
    street: str = ""
    postcode: str = ""
    phone: str = ""
    wa: str = ""
    head: str = ""
    deputy: str = ""
    officials: tuple[tuple[str, str], ...] = ()  # (position, name)
    districts: tuple[str, ...] = ()

    @property
    def title(self) -> str:
        """The office's full name, as it signs letters."""
        if self.kind is OfficeKind.KANWIL:
            return self.name.replace("Kanwil Kemenag", "Kantor Wilayah Kementerian Agama")
        return self.name.replace("Kankemenag", "Kantor Kementerian Agama")

    @property
    def region(self) -> str:
        """ "Kabupaten Tirtanegara", "Kota Candrapura"; the seat for a Kanwil."""
        return f"Kota {self.seat}" if self.kind is OfficeKind.KANWIL else self.name.removeprefix("Kankemenag ")

    @property
    def email(self) -> str:
        return f"{self.id.replace('-', '.', 1)}@kemenag.go.id"

    @property
    def official_rows(self) -> list[list[str]]:
        return [[name, position] for position, name in self.officials]


@dataclass(frozen=True, slots=True)
class Calendar:
    """The dates of a sample on one day. ``late`` counts the cycles by which an office lags behind."""

    today: date
    late: int = 0

    def years(self, later: Mapping[str, int]) -> dict[str, int]:
        """The year every cycle's document carries; ``later`` names cycles that lag by a number of their own."""
        return {cycle: self._due(cycle) - later.get(cycle, self.late) for cycle in _DUE}

    def _due(self, cycle: str) -> int:
        month, day, back = _DUE[cycle]
        return self.today.year - back - (0 if (self.today.month, self.today.day) >= (month, day) else 1)

    def date(self, days_ago: int) -> str:
        """ "4 November 2026"."""
        return long_day(self.today - timedelta(days=days_ago))

    def day(self, days_ago: int) -> str:
        """ "Rabu, 4 November 2026"."""
        return f"{weekday(self.today - timedelta(days=days_ago))}, {self.date(days_ago)}"

    @property
    def quarter(self) -> tuple[str, int]:
        """The last quarter whose figures are out three weeks after its end: ("Triwulan III", 2026)."""
        day = self.today - timedelta(days=21)
        number = (day.month - 1) // 3
        return (f"Triwulan {('IV', 'I', 'II', 'III')[number]}", day.year - (number == 0) - self.late)

    @property
    def survey(self) -> str:
        """The last half-year with a published survey: "Semester I Tahun 2026"."""
        day = self.today - timedelta(days=31)
        if self.late:
            return f"Semester I Tahun {self.years({})['skm']}"
        return f"Semester I Tahun {day.year}" if day.month > 6 else f"Semester II Tahun {day.year - 1}"

    @property
    def plan_period(self) -> str:
        """The five-year plan that covers the day, or the one before it: "2025-2029"."""
        start = 2025 + (self.today.year - 2025) // 5 * 5 - (5 if self.late else 0)
        return f"{start}-{start + 4}"

    @property
    def school_year(self) -> str:
        start = (self.today - timedelta(days=140 + 420 * self.late)).year
        return f"{start}/{start + 1}"


@cache
def _province() -> dict[str, Any]:
    return tomllib.loads(files("auditor.demo").joinpath("data", "provinsi.toml").read_text(encoding="utf-8"))


def province_name() -> str:
    """The sample province's name."""
    return str(_province()["province"])


@cache
def offices() -> tuple[Office, ...]:
    """Every sample office, in the order of provinsi.toml."""
    return tuple(
        Office(
            **{
                **row,
                "kind": OfficeKind(row["kind"]),
                "officials": tuple((position, name) for position, name in row.get("officials", ())),
                "districts": tuple(row["districts"]),
            }
        )
        for row in _province()["office"]
    )


def weekday(day: date) -> str:
    """The Indonesian name of a day of the week."""
    return _DAYS[day.weekday()]


def short_month(day: date) -> str:
    """ "Nov", "Des", "Ags": the month as badges print it."""
    return {8: "Ags"}.get(day.month, MONTHS[day.month - 1][:3])
