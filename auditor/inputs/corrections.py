"""koreksi.csv: human decisions on findings, each with its reason, its author and its last day."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable
from datetime import date
from pathlib import Path
from typing import Final

from auditor.data import table
from auditor.inputs.sheet import Row, read_sheet
from auditor.model import Correction, Outcome
from auditor.problems import InputError, Problem

COLUMNS: Final = (
    "situs_id",
    "indikator_id",
    "hasil",
    "alasan",
    "bukti_url",
    "diputuskan_oleh",
    "tanggal",
    "berlaku_sampai",
)
_REQUIRED: Final = tuple(name for name in COLUMNS if name != "bukti_url")
_DAY: Final = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_DAY_EXAMPLE: Final = "2027-03-31"


def read_corrections(
    path: Path, indicators: Collection[str] = (), flags: Collection[str] = ()
) -> tuple[Correction, ...]:
    """The decisions in a file. InputError with every fault of it.

    ``indicators``: ids it may name (empty: any); ``flags``: those of red flags, of which other words are said.
    """
    sheet = read_sheet(path, _REQUIRED, COLUMNS, ",".join(COLUMNS))
    problems = list(sheet.problems)
    found: list[Correction] = []
    seen: dict[tuple[str, str], int] = {}
    for row in sheet.rows:
        faults, correction = _read(path.name, row, indicators, flags)
        problems += faults
        key = (row["situs_id"].lower(), row["indikator_id"].lower())
        if key in seen and not faults:
            message = f"Keputusan untuk situs dan indikator ini sudah ada pada baris {seen[key]}."
            allowed = "satu keputusan untuk setiap indikator di setiap situs"
            problems.append(Problem(path.name, message, row.line, "indikator_id", " / ".join(key), allowed))
        seen.setdefault(key, row.line)
        if correction is not None:
            found.append(correction)
    if problems:
        raise InputError(sorted(problems, key=lambda problem: problem.line or 0))
    return tuple(found)


def notices(corrections: Iterable[Correction], today: date, sites: Collection[str]) -> tuple[str, ...]:
    """What is not applied in a round of these sites scored as of ``today``, and why; one sentence each."""
    words = table("audit")["koreksi"]
    told = []
    for c in corrections:
        where = {"file": c.file, "baris": c.line or "-", "situs": c.site_id, "indikator": c.rule_id}
        if c.site_id not in sites:
            told.append(str(words["situs_asing"]).format(**where))
        elif c.valid_until is not None and c.valid_until < today:
            told.append(str(words["kedaluwarsa"]).format(**where, sampai=c.valid_until.isoformat()))
    return tuple(told)


def _read(
    file: str, row: Row, indicators: Collection[str], flags: Collection[str]
) -> tuple[list[Problem], Correction | None]:
    problems: list[Problem] = []

    def fault(column: str, message: str, allowed: str = "", example: str = "") -> None:
        problems.append(Problem(file, message, row.line, column, row[column][:120], allowed, example))

    examples = {
        "situs_id": "kab-purbalingga",
        "indikator_id": "setiapsaat.dip",
        "hasil": "lengkap",
        "alasan": "DIP 2026 ada pada menu PPID, dibuka bersama petugas",
        "diputuskan_oleh": "Siti Aminah",
        "tanggal": "2026-11-25",
        "berlaku_sampai": _DAY_EXAMPLE,
    }
    for column, example in examples.items():
        if not row[column]:
            fault(column, "Kolom ini wajib diisi.", example=example)
    rule_id = row["indikator_id"].lower()
    if rule_id and indicators and rule_id not in indicators:
        allowed = "id pada daftar yang dicetak 'auditor rules list'"
        fault("indikator_id", "Id indikator tidak dikenal.", allowed, examples["indikator_id"])
    outcome = _outcome(row["hasil"])
    words = [word for word in Outcome if word.flag == (rule_id in flags) or not word.judged]
    if row["hasil"] and outcome not in words:
        told = (
            "Hasil ini bukan kata untuk bendera merah." if rule_id in flags and outcome else "Hasil ini tidak dikenal."
        )
        fault("hasil", told, ", ".join(words), words[-1] if rule_id in flags else examples["hasil"])
    days: dict[str, date | None] = {}
    for column in ("tanggal", "berlaku_sampai"):
        days[column] = _day(row[column])
        if row[column] and days[column] is None:
            fault(column, "Tanggal ini tidak dapat dibaca.", "tahun-bulan-hari atau hari/bulan/tahun", examples[column])
    decided, until = days["tanggal"], days["berlaku_sampai"]
    if decided and until and until < decided:
        fault("berlaku_sampai", "Masa berlaku berakhir sebelum tanggal keputusannya.", example=_DAY_EXAMPLE)
    url = row["bukti_url"]
    if url and not re.match(r"https?://\S+\Z", url, re.IGNORECASE):
        fault(
            "bukti_url", "Ini bukan alamat halaman bukti.", "alamat http(s) atau kosong", "https://situs.go.id/ppid/dip"
        )
    if problems or outcome is None or decided is None or until is None:
        return problems, None
    return [], Correction(
        row["situs_id"].lower(),
        rule_id,
        outcome,
        row["alasan"],
        url,
        row["diputuskan_oleh"],
        decided,
        until,
        file,
        row.line,
    )


def _outcome(text: str) -> Outcome | None:
    try:
        return Outcome("_".join(text.lower().replace("-", " ").split()))
    except ValueError:
        return None


def _day(text: str) -> date | None:
    match = _DAY.fullmatch(text)
    if match is None:
        return None
    parts = [int(part) for part in match.groups() if part]
    year, month, day = parts if match[1] else reversed(parts)
    try:
        return date(year, month, day)
    except ValueError:
        return None
