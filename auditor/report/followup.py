"""What people typed into the sheet "Tindak Lanjut" of an earlier workbook, read so that the next one keeps it.

A workbook that holds anything else of theirs (sheets, comments, changed cells), or that cannot be read, is not ours to
replace: ``Unmergeable`` says why, and the new workbook is written beside it.
"""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Final
from xml.etree import ElementTree

from python_calamine import CalamineError, CalamineWorkbook

from auditor.report.wording import words
from auditor.report.writing import in_use

SHEET: Final = "Tindak Lanjut"
GIVEN: Final = ("Kantor", "Wilayah", "Temuan", "Hasil", "Tambahan")
TYPED: Final = ("Kendala", "Rencana tindak lanjut", "Penanggung jawab", "Tenggat", "Status")
CODES: Final = ("Kode kantor", "Kode indikator", "Tenggat bawaan")  # hidden: what a row is about, whatever its words
DUE, STATUS = "Tenggat", "Status"
SEAL: Final = "Sidik isi"  # document property: the digest of all that is not for typing
_FOREIGN: Final = re.compile(r"xl/(comments|threadedComments|media|charts|drawings|embeddings)")

Cell = str | float | int | bool | date | datetime | time | timedelta


class Unmergeable(Exception):
    """Raised for a workbook that must not be replaced; ``reason`` is a key of [buku_kerja.samping] in laporan.toml."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Note:
    """One row of an earlier sheet: what it was about and what stands in the cells that are for typing."""

    site_id: str  # "" in a row a person added, and in a workbook older than the codes
    rule_id: str
    given: tuple[Cell, ...]
    typed: Mapping[str, Cell]  # column -> content, filled cells only
    extra: Mapping[str, Cell]  # columns that people added
    due: Cell  # the deadline that the auditor had written
    touched: bool  # whether anything stands there that the auditor did not write

    @property
    def about(self) -> tuple[str, str]:
        """What the row is about, in words: office and finding."""
        return str(self.given[0]).strip(), str(self.given[2]).strip()


def earlier_notes(path: Path, ours: Collection[str]) -> tuple[Note, ...]:
    """The rows of the follow-up sheet in a workbook; () where there is none yet. ``ours``: the sheets we write.

    Raises Unmergeable where replacing the workbook could destroy what a person made.
    """
    if not path.exists():
        return ()
    if in_use(path):
        raise Unmergeable("terbuka")
    try:
        with path.open("r+b"):  # refused on Windows while Excel has it
            pass
        with zipfile.ZipFile(path) as archive:
            parts, seal = archive.namelist(), _seal(archive)
        if any(_FOREIGN.match(part) for part in parts):
            raise Unmergeable("lain")
        with CalamineWorkbook.from_path(str(path)) as book:
            names = book.sheet_names
            if set(names) - set(ours):
                raise Unmergeable("lain")
            sheets = {name: book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in names}
    except PermissionError:
        raise Unmergeable("terbuka") from None
    except (OSError, zipfile.BadZipFile, CalamineError, ElementTree.ParseError, KeyError, ValueError):
        raise Unmergeable("tak_terbaca") from None
    rows = sheets.pop(SHEET, [])
    if seal and seal != digest(sheets):
        raise Unmergeable("lain")
    return _notes(rows)


def digest(sheets: Mapping[str, Iterable[Sequence[object]]]) -> str:
    """A digest of the rows of some sheets that does not change when they are sorted or saved by another program."""
    made = hashlib.sha256()
    for name in sorted(sheets):
        told = ([_plain(cell) for cell in row if cell not in ("", None)] for row in sheets[name])
        rows = sorted("\x1f".join(cells) for cells in told if cells)
        made.update("\x1e".join((name, *rows, "")).encode())
    return made.hexdigest()


def _plain(cell: object) -> str:
    if isinstance(cell, datetime | date):
        return f"{cell.year}-{cell.month}-{cell.day}"
    if isinstance(cell, int | float):
        return f"{round(float(cell), 6):g}"
    return " ".join(str(cell).split())


def _seal(archive: zipfile.ZipFile) -> str:
    if "docProps/custom.xml" not in archive.namelist():
        return ""
    for entry in ElementTree.fromstring(archive.read("docProps/custom.xml")):
        if entry.get("name") == SEAL:
            return "".join(entry.itertext()).strip()
    return ""


def _notes(rows: Sequence[Sequence[Cell]]) -> tuple[Note, ...]:
    if not any(cell != "" for row in rows for cell in row):
        return ()
    needed = {GIVEN[0], GIVEN[2], *TYPED}
    at = next((n for n, row in enumerate(rows) if needed <= {str(cell).strip() for cell in row}), None)
    if at is None:
        raise Unmergeable("lain")
    columns = {n: str(name).strip() for n, name in enumerate(rows[at])}
    apart = str(words("buku_kerja")["lama"])
    found = []
    for row in rows[at + 1 :]:
        named = [(columns[n] or f"Kolom {n + 1}", cell) for n, cell in enumerate(row) if cell != ""]
        if named and [cell for _, cell in named] != [apart]:
            found.append(dict(named))
    coded = CODES[0] in columns.values()
    usual = Counter(row[DUE] for row in found if DUE in row).most_common(1)
    return tuple(_note(row, coded, row.get(CODES[2], "") if coded else usual[0][0] if usual else "") for row in found)


def _note(row: Mapping[str, Cell], coded: bool, due: Cell) -> Note:
    """A row as a note; ``due`` is the deadline that the auditor had written into it."""
    extra = {name: cell for name, cell in row.items() if name not in (*GIVEN, *TYPED, *CODES)}
    untouched = (
        (CODES[0] in row or not coded)
        and not any(name in row for name in TYPED[:3])
        and row.get(DUE, "") == due
        and row.get(STATUS, "") == words("buku_kerja")["status"][0]
        and not extra
    )
    return Note(
        str(row.get(CODES[0], "")),
        str(row.get(CODES[1], "")),
        tuple(row.get(name, "") for name in GIVEN),
        {name: row[name] for name in TYPED if name in row},
        extra,
        due,
        not untouched,
    )
