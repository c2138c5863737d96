"""What people typed into the sheet "Tindak Lanjut" of an earlier workbook, read so that the next one keeps it.

A workbook that holds anything else of theirs (sheets, comments, changed cells), or that cannot be read, is not ours to
replace: ``Unmergeable`` says why, and the new workbook is written beside it.
"""

from __future__ import annotations

import hashlib
import json
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

from auditor.inputs.followup import TYPED as TYPED_FIELDS
from auditor.report.wording import words
from auditor.report.writing import in_use

SHEET: Final = "Tindak Lanjut"
GIVEN: Final = ("Kantor", "Wilayah", "Temuan", "Hasil", "Tambahan", "Janji rakor lalu")
TYPED: Final = ("Kendala", "Rencana tindak lanjut", "Penanggung jawab", "Tenggat", "Status", "Catatan")
#: hidden: what a row is about, whatever its words, and what stood in the cells for typing when it was handed out
CODES: Final = ("Kode kantor", "Kode indikator", "Putaran", "Isian semula")
_OLD_DUE: Final = "Tenggat bawaan"  # of older workbooks: all they tell of what was handed out
DUE, STATUS = "Tenggat", "Status"
FIELDS: Final = dict(zip(TYPED, TYPED_FIELDS, strict=True))  # column of the sheet -> column of tindak-lanjut.csv
SEAL: Final = "Sidik isi"  # document property: the digest of all that is not for typing
LONGEST: Final = 32_000  # characters that a cell can hold, and a few to spare
_FOREIGN: Final = re.compile(r"xl/(comments|threadedComments|media|charts|drawings|embeddings)")

Cell = str | float | int | bool | date | datetime | time | timedelta


class Unmergeable(Exception):
    """Raised for a workbook that must not be replaced; ``reason`` is a key of [buku_kerja.samping] in laporan.toml."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Note:
    """One row of an earlier sheet: what it was about, what stood in the cells for typing and what stands there now."""

    site_id: str  # "" in a row a person added, and in a workbook older than the codes
    rule_id: str
    round_id: str  # "" where the row does not tell
    given: tuple[Cell, ...]
    cells: Mapping[str, str]  # column of tindak-lanjut.csv -> content
    base: Mapping[str, str]  # the same as it was handed out
    extra: Mapping[str, str]  # columns that people added
    added: bool  # whether a person added the row

    @property
    def touched(self) -> bool:
        """Whether anything stands there that the auditor did not write."""
        return (
            self.added or bool(self.extra) or any(self.cells[name] != self.base.get(name, "") for name in TYPED_FIELDS)
        )

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


def typed_rows(path: Path) -> tuple[Note, ...]:
    """The rows of the follow-up sheet in any workbook that has one. Raises Unmergeable where there is none to read."""
    if in_use(path):
        raise Unmergeable("terbuka")
    try:
        with CalamineWorkbook.from_path(str(path)) as book:
            sheets = [book.get_sheet_by_name(name).to_python(skip_empty_area=False) for name in book.sheet_names]
    except PermissionError:
        raise Unmergeable("terbuka") from None
    except (OSError, zipfile.BadZipFile, CalamineError, ValueError):
        raise Unmergeable("tak_terbaca") from None
    for rows in sheets:
        if any(_is_heading(row) for row in rows):
            return _notes(rows)
    raise Unmergeable("tanpa_lembar")


def _is_heading(row: Sequence[Cell]) -> bool:
    return {GIVEN[0], GIVEN[2], *TYPED[:5]} <= {str(cell).strip() for cell in row}


def _notes(rows: Sequence[Sequence[Cell]]) -> tuple[Note, ...]:
    if not any(cell != "" for row in rows for cell in row):
        return ()
    at = next((n for n, row in enumerate(rows) if _is_heading(row)), None)
    if at is None:
        raise Unmergeable("lain")
    columns = {n: str(name).strip() for n, name in enumerate(rows[at])}
    apart = str(words("buku_kerja")["lama"])
    found = []
    for row in rows[at + 1 :]:
        named = [(columns[n] or f"Kolom {n + 1}", cell) for n, cell in enumerate(row) if cell != ""]
        if named and [cell for _, cell in named] != [apart]:
            found.append(dict(named))
    usual = Counter(typed_text(row[DUE]) for row in found if DUE in row).most_common(1)
    coded = CODES[0] in columns.values()
    return tuple(_note(row, coded, usual[0][0] if usual else "") for row in found)


def _note(row: Mapping[str, Cell], coded: bool, usual: str) -> Note:
    """A row as a note; ``usual`` is the deadline of most rows, of a workbook that does not tell which it wrote."""
    added = coded and CODES[0] not in row
    known = (*GIVEN, *TYPED, *CODES, _OLD_DUE)
    return Note(
        str(row.get(CODES[0], "")),
        str(row.get(CODES[1], "")),
        str(row.get(CODES[2], "")),
        tuple(row.get(name, "") for name in GIVEN),
        {field: typed_text(row.get(name, "")) for name, field in FIELDS.items()},
        {} if added else _base(row, usual),
        {name: typed_text(cell) for name, cell in row.items() if name not in known},
        added,
    )


def _base(row: Mapping[str, Cell], usual: str) -> Mapping[str, str]:
    """What stood in the cells for typing when the row was handed out."""
    if CODES[3] in row:
        try:
            told = json.loads(str(row[CODES[3]]))
            return {field: str(told.get(field, "")) for field in TYPED_FIELDS}
        except (ValueError, AttributeError):
            return {}  # then all that stands there counts as typed
    due = typed_text(row[_OLD_DUE]) if _OLD_DUE in row else usual
    return {FIELDS[DUE]: due, FIELDS[STATUS]: str(words("buku_kerja")["status"][0])}


def typed_text(cell: Cell) -> str:
    """A cell as text: days as 2026-11-25, whole numbers without a point."""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat(" ", "minutes")
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
