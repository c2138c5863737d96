"""The list of offices as a table to look at and to mend: each cell with what is wrong in it.

What is uploaded lies beside the list as a draft until it is put to use; a list that is replaced or changed is kept.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from auditor.data import table
from auditor.desk.tablefile import written
from auditor.inputs.sheet import read_sheet
from auditor.inputs.sites import COLUMNS, HEADER_EXAMPLE, REQUIRED, read_site_list
from auditor.language.gazetteer import all_places
from auditor.problems import InputError, Problem

DRAFT: Final = "sites.draf.csv"
SHOWN: Final = ("nama", "jenis", "provinsi", "wilayah", "url", "ppid_url", "aktif")
ROWS: Final = 100  # of one screen; more take longer to draw than to look for
NARROW: Final = ("nama", "url")  # what a phone shows of them, besides columns with a fault


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its number in the spreadsheet, its cells, and the faults found in it by column."""

    number: int
    cells: Mapping[str, str]
    faults: Mapping[str, Problem]


@dataclass(frozen=True, slots=True)
class View:
    """The part of a long list that one screen shows."""

    lines: tuple[Line, ...]
    found: int  # rows that were asked for
    page: int  # from 1
    pages: int


@dataclass(frozen=True, slots=True)
class Table:
    """A list as it stands: its rows, faults of no single row, and warnings."""

    lines: tuple[Line, ...]
    faults: tuple[Problem, ...] = ()
    warnings: tuple[str, ...] = ()
    columns: tuple[str, ...] = COLUMNS  # ours, and after them those that people added for themselves
    whole: bool = True  # whether every row of the file is among the lines: only such a table may be written anew

    @property
    def sound(self) -> bool:
        return not self.faults and not any(line.faults for line in self.lines)


def table_of(path: Path, indicators: Collection[str]) -> Table:
    """The table in a file with every fault where it stands; what is no table at all is a fault of no row."""
    try:
        sheet = read_sheet(path, REQUIRED, COLUMNS, HEADER_EXAMPLE)
    except InputError as error:
        return Table((), error.problems)
    problems: Sequence[Problem] = ()
    warnings: tuple[str, ...] = ()
    try:
        warnings = read_site_list(path, indicators).warnings
    except InputError as error:
        problems = error.problems
    columns = (*COLUMNS, *dict.fromkeys(sheet.ignored))
    lines = tuple(
        Line(
            row.line,
            {column: row[column] for column in columns},
            {p.column: p for p in problems if p.line == row.line and p.column},
        )
        for row in sheet.rows
    )
    numbers = {line.number for line in lines}
    rest = tuple(p for p in problems if p.line not in numbers or not p.column)
    return Table(lines, rest, warnings, columns, whole=not sheet.problems)


def view_of(lines: Sequence[Line], words: str, page: int) -> View:
    """The rows in which all the words stand, a page of them; of a list with faults the faulty ones first."""
    wanted = words.casefold().split()
    found = [line for line in lines if all(word in _told(line) for word in wanted)] if wanted else list(lines)
    if len(found) > ROWS:
        found.sort(key=lambda line: not line.faults)
    pages = max(1, -(-len(found) // ROWS))
    page = min(max(page, 1), pages)
    return View(tuple(found[(page - 1) * ROWS : page * ROWS]), len(found), page, pages)


def _told(line: Line) -> str:
    return " ".join(line.cells[column] for column in ("id", *SHOWN)).casefold()


def with_row(lines: Sequence[Line], number: int | None, cells: Mapping[str, str]) -> list[Mapping[str, str]]:
    """The rows with one of them as it was typed; a new one at the end where ``number`` is None."""
    rows = [{**line.cells, **cells} if line.number == number else line.cells for line in lines]
    return rows if number is not None else [*rows, cells]


def without_row(lines: Sequence[Line], number: int) -> list[Mapping[str, str]]:
    """The rows but one."""
    return [line.cells for line in lines if line.number != number]


def taken_in(path: Path, name: str, body: bytes, indicators: Collection[str]) -> Table:
    """The table of an uploaded file, now the draft at ``path``. InputError, and no draft, for what is no table."""
    suffix = Path(name).suffix.lower()
    arrived = path.with_name(f"unggahan{suffix if suffix in ('.csv', '.xlsx', '.xls', '.txt') else '.csv'}")
    arrived.write_bytes(body)
    try:
        found = table_of(arrived, indicators)
    finally:
        arrived.unlink(missing_ok=True)
    if not found.lines or not found.whole:
        raise InputError([replace(problem, file=name[:80] or problem.file) for problem in found.faults])
    written(path, found.columns, [line.cells for line in found.lines])
    return table_of(path, indicators)


def starting_rows(province: str) -> list[Mapping[str, str]]:
    """The rows of a province's kabupaten and kota by the names we ship, without addresses."""
    words = table("meja")["daftar_awal"]
    return [
        {
            "nama": str(words["nama"]).format(jenis=place.kind.value.capitalize(), tempat=place.name),
            "jenis": place.kind.value,
            "provinsi": province,
            "kode_wilayah": place.code,
            "aktif": "ya",
        }
        for place in all_places()
        if place.province == province
    ]


def provinces() -> tuple[str, ...]:
    """The provinces whose offices we know by name."""
    return tuple(sorted({place.province for place in all_places()}))
