"""koreksi.csv: objections to findings and decisions on them, each with its reason, its author and its last day.

A row is filed (``diajukan``), then accepted (``diterima``, as an empty status is) or rejected (``ditolak``). Only an
accepted one bears on a score, up to its last day. What can be read two ways is asked about, never guessed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from difflib import get_close_matches
from itertools import combinations
from pathlib import Path
from typing import Any, Final

from auditor.data import table
from auditor.days import long_day
from auditor.inputs.days import read_day
from auditor.inputs.register import Register, outcome_named
from auditor.inputs.sheet import Row, read_sheet
from auditor.model import Correction, CorrectionStatus, Outcome
from auditor.problems import InputError, Problem

COLUMNS: Final = (
    "situs_id",
    "indikator_id",
    "hasil",
    "alasan",
    "bukti_url",
    "diajukan_oleh",
    "tanggal_diajukan",
    "status",
    "diputuskan_oleh",
    "tanggal",
    "berlaku_sampai",
)
_ALWAYS: Final = ("situs_id", "indikator_id", "hasil", "alasan")
#: status -> the columns it needs besides those of every row
_NEEDED: Final = {
    CorrectionStatus.FILED: ("diajukan_oleh", "tanggal_diajukan"),
    CorrectionStatus.ACCEPTED: ("diputuskan_oleh", "tanggal", "berlaku_sampai"),
    CorrectionStatus.REJECTED: ("diputuskan_oleh", "tanggal"),
}
_DAYS: Final = ("tanggal_diajukan", "tanggal", "berlaku_sampai")
_EMPTY: Final = frozenset({"-", "–", "—"})
_TOMORROW: Final = timedelta(days=1)  # it is already tomorrow in the east of the country


@dataclass(frozen=True, slots=True)
class CorrectionList:
    """The rows of a file and what was odd in it without being wrong (Indonesian sentences)."""

    corrections: tuple[Correction, ...]
    warnings: tuple[str, ...] = ()


def read_corrections(path: Path, register: Register = Register(), today: date | None = None) -> tuple[Correction, ...]:
    """The objections and decisions in a file. InputError with every fault of it."""
    return read_correction_list(path, register, today).corrections


def read_correction_list(path: Path, register: Register = Register(), today: date | None = None) -> CorrectionList:
    """The objections and decisions in a file, with warnings. InputError with every fault of it.

    ``register``: what the rows may name; ``today``: a day later than that is a slip of the pen (None: not looked at).
    """
    sheet = read_sheet(path, _ALWAYS, COLUMNS, ",".join(COLUMNS))
    problems = list(sheet.problems)
    found: list[Correction] = []
    for row in sheet.rows:
        reader = _Reader(path.name, row, register, today)
        correction = reader.read()
        problems += reader.problems
        if correction is not None:
            found.append(correction)
    kept, warnings, more = _without_doubles(path.name, found)
    problems += more
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    return CorrectionList(tuple(kept), tuple(warnings))


def notices(corrections: Iterable[Correction], today: date, register: Register) -> tuple[str, ...]:
    """What is not applied in a round of these offices, what soon will not be, and why; one sentence each."""
    words, told = table("masukan")["koreksi"], []
    known = {site.id for site in register.offices}
    for c in corrections:
        where = {"file": c.file, "baris": c.line or "-", "situs": c.site_id, "indikator": c.rule_id}
        if c.site_id not in known:
            near = ", ".join(register.near_offices(c.site_id))
            hint = str(words["maksudnya"]).format(ada=near) if near else ""
            told.append(str(words["situs_asing"]).format(**where) + hint)
        elif c.status is CorrectionStatus.ACCEPTED and c.valid_until is not None:
            left = (c.valid_until - today).days
            key = "kedaluwarsa" if left < 0 else "akan_berakhir" if left < ends_within() else ""
            if key:
                told.append(str(words[key]).format(**where, sampai=c.valid_until.isoformat(), sisa=left))
    return tuple(told)


def ends_within() -> int:
    """How many days before its end a decision is said to end."""
    return int(table("masukan")["koreksi"]["hari_sebelum_berakhir"])


class _Reader:
    """Reads one row, gathering its problems."""

    def __init__(self, file: str, row: Row, register: Register, today: date | None) -> None:
        self._file, self._register, self._today = file, register, today
        self._line = row.line
        self._cells = {name: "" if row[name] in _EMPTY else row[name] for name in COLUMNS}
        self._words: dict[str, Any] = table("masukan")["koreksi"]
        self.problems: list[Problem] = []

    def read(self) -> Correction | None:
        status = self._status()
        for column in (*_ALWAYS, *(_NEEDED[status] if status is not None else ())):
            if not self._cells[column]:
                key = "wajib_bila_diterima" if column not in _ALWAYS and not self._cells["status"] else "wajib"
                self._fault(column, key, status=status or "")
        site_id, rule_id = self._office(), self._indicator()
        outcome = self._outcome(rule_id)
        days = {column: self._day(column) for column in _DAYS}
        self._order(days["tanggal_diajukan"], days["tanggal"], days["berlaku_sampai"])
        url = self._cells["bukti_url"]
        if url and not re.match(r"https?://\S+\Z", url, re.IGNORECASE):
            self._fault("bukti_url", "bukti")
        if status is CorrectionStatus.FILED and (self._cells["diputuskan_oleh"] or self._cells["tanggal"]):
            self._fault("status", "sudah_diputuskan", allowed="diterima, ditolak")
        if self.problems or status is None or outcome is None:
            return None
        return Correction(
            *(site_id, rule_id, outcome, self._cells["alasan"], url, self._cells["diputuskan_oleh"]),
            *(days["tanggal"], days["berlaku_sampai"], self._file, self._line, status),
            *(self._cells["diajukan_oleh"], days["tanggal_diajukan"]),
        )

    def _fault(self, column: str, key: str, allowed: str = "", **values: object) -> None:
        message = str(self._words["salah"][key]).format(**values)
        example = str(self._words["contoh"].get(column, ""))
        self.problems.append(
            Problem(self._file, message, self._line, column, self._cells[column][:120], allowed, example)
        )

    def _status(self) -> CorrectionStatus | None:
        text = self._cells["status"].lower()
        if not text:
            return CorrectionStatus.ACCEPTED
        near = get_close_matches(text, list(CorrectionStatus), 1, 0.8)
        if text in list(CorrectionStatus):
            return CorrectionStatus(text)
        self._fault("status", "status", ", ".join(CorrectionStatus), maksudnya=self._meant(near))
        return None

    def _meant(self, near: Sequence[str]) -> str:
        return str(self._words["maksudnya"]).format(ada=", ".join(near)) if near else ""

    def _office(self) -> str:
        text = self._cells["situs_id"]
        named = self._register.offices_named(text)
        if len(named) > 1:
            self._fault("situs_id", "dua_situs", ", ".join(named))
        return self._register.office(text)

    def _indicator(self) -> str:
        text = self._cells["indikator_id"]
        named = self._register.indicators_named(text)
        if len(named) > 1:
            self._fault("indikator_id", "dua_indikator", ", ".join(named))
        elif text and self._register.indicators and not named:
            near = self._meant(self._register.near_indicators(text))
            self._fault("indikator_id", "indikator", str(self._words["salah"]["daftar_indikator"]), maksudnya=near)
        return self._register.indicator(text)

    def _outcome(self, rule_id: str) -> Outcome | None:
        text, flag = self._cells["hasil"], rule_id in self._register.flags
        outcome = outcome_named(text)
        words = [word for word in Outcome if word.flag == flag or not word.judged]
        if text and outcome not in words:
            self._fault("hasil", "hasil_bendera" if flag and outcome else "hasil", ", ".join(words))
        return outcome

    def _day(self, column: str) -> date | None:
        text = self._cells[column]
        found = read_day(text)
        if len(found) > 1:
            both = " atau ".join(long_day(day) for day in found)
            self._fault(column, "dua_tanggal", allowed=" atau ".join(day.isoformat() for day in found), bacaan=both)
        elif text and not found:
            self._fault(column, "tanggal", str(self._words["salah"]["bentuk_tanggal"]))
        elif found and column != "berlaku_sampai" and self._today is not None and found[0] > self._today + _TOMORROW:
            self._fault(column, "belum_terjadi", hari_ini=long_day(self._today))
        return found[0] if len(found) == 1 else None

    def _order(self, filed: date | None, decided: date | None, until: date | None) -> None:
        if decided and until and until < decided:
            self._fault("berlaku_sampai", "berakhir_dahulu")
        if filed and decided and decided < filed:
            self._fault("tanggal", "diputuskan_dahulu", diajukan=long_day(filed))


def _without_doubles(file: str, found: Sequence[Correction]) -> tuple[list[Correction], list[str], list[Problem]]:
    """The rows without those written twice; a sentence on each of these, a problem for decisions that contradict."""
    words = table("masukan")["koreksi"]
    kept: list[Correction] = []
    warnings, problems = [], []
    first: dict[Correction, int | None] = {}
    for c in found:
        plain = replace(c, line=None)
        if plain in first:
            warnings.append(str(words["ganda"]).format(file=file, baris=c.line, dulu=first[plain]))
        else:
            first[plain] = c.line
            kept.append(c)
    by_finding: dict[tuple[str, str], list[Correction]] = {}
    for c in kept:
        if c.status is CorrectionStatus.ACCEPTED:
            by_finding.setdefault((c.site_id, c.rule_id), []).append(c)
    for rows in by_finding.values():
        for one, other in combinations(rows, 2):
            if not _overlap(one, other):
                continue
            if one.outcome is other.outcome:
                told = {"file": file, "dulu": one.line, "baris": other.line}
                warnings.append(str(words["seiring"]).format(**told))
            else:
                message = str(words["salah"]["bertentangan"]).format(dulu=one.line, hasil=one.outcome.value)
                allowed = str(words["salah"]["satu_keputusan"])
                problems.append(Problem(file, message, other.line, "hasil", other.outcome.value, allowed))
    return kept, warnings, problems


def _overlap(one: Correction, other: Correction) -> bool:
    """Whether there is a day on which both decisions hold."""
    begins = max(one.decided_on or date.min, other.decided_on or date.min)
    return begins <= min(one.valid_until or date.max, other.valid_until or date.max)
