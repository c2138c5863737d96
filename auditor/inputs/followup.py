"""tindak-lanjut.csv: what was agreed at the rakor on each finding. The file is the truth; we only merge into it.

A cell has three states: as it was when a workbook was handed out (the base), as it is in the workbook now, and as it is
in the file now. Only one of the two changed: that one counts. Both did, to different words: the file keeps its own and
the workbook's is noted beside it. Nothing that anybody typed is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Final

from auditor.data import table
from auditor.inputs.days import read_day
from auditor.inputs.register import Register
from auditor.inputs.sheet import RawTable, column_name, defused, read_raw_csv, undefused
from auditor.problems import InputError, Problem

FILE_NAME: Final = "tindak-lanjut.csv"
KEYS: Final = ("putaran", "situs_id", "indikator_id")
TYPED: Final = ("kendala", "tindakan", "penanggung_jawab", "tenggat", "status", "catatan")
COLUMNS: Final = (*KEYS, *TYPED)
NOTE: Final = "catatan"
OFFICE: Final = "situs"  # stands for the indicator in a row on the office as a whole

_DUE: Final = "tenggat"
_BETWEEN: Final = " | "  # two notes in one cell

Key = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Entry:
    """One row: what was said of a finding at a round's rakor; ``cells`` by the names in ``TYPED``, "" for none."""

    round_id: str
    site_id: str
    rule_id: str  # the indicator's id, OFFICE, or what a person wrote there
    cells: Mapping[str, str]

    @property
    def key(self) -> Key:
        return (self.round_id, self.site_id, self.rule_id)

    @property
    def due(self) -> date | None:
        """The deadline where it is a day that can be read one way."""
        found = read_day(self.cells[_DUE])
        return found[0] if len(found) == 1 else None

    @property
    def promised(self) -> bool:
        """Whether somebody is to do something."""
        return any(self.cells[name] for name in ("tindakan", "penanggung_jawab", "kendala"))


@dataclass(frozen=True, slots=True)
class Typed:
    """A row of a workbook: what it said when it was handed out, and what it says now."""

    key: Key
    base: Mapping[str, str]
    cells: Mapping[str, str]
    extra: Mapping[str, str] = field(default_factory=dict)  # columns that people added


@dataclass(frozen=True, slots=True)
class Merged:
    """The cells of a row after merging, and the columns in which both sides had written something else."""

    cells: Mapping[str, str]
    both: tuple[str, ...] = ()


def read_followup(path: Path, register: Register = Register()) -> tuple[Entry, ...]:
    """The rows of a file; () where there is none. InputError for what is no such table.

    Ids, names and titles are understood; rows on one finding that were written apart are put together.
    """
    found: dict[Key, Entry] = {}
    for entry in FollowUpFile(path, register).entries:
        if entry.key in found:
            both = merged({}, entry.cells, found[entry.key].cells, path.name)
            entry = Entry(*entry.key, both.cells)
        found[entry.key] = entry
    return tuple(found.values())


def merged(base: Mapping[str, str], now: Mapping[str, str], truth: Mapping[str, str], source: str) -> Merged:
    """A row as the file and a workbook say it together. ``source``: how the workbook is called where they differ."""
    cells, both, notes = {}, [], []
    for name in TYPED:
        was, typed, own = (side.get(name, "").strip() for side in (base, now, truth))
        if _same(typed, was) or _same(typed, own) or (not typed and not _same(own, was)):
            cells[name] = own
        elif not own or _same(own, was):
            cells[name] = typed
        else:
            cells[name] = own
            both.append(name)
            notes.append(typed if name == NOTE else _beside(name, typed, source))
    for note in notes:
        cells[NOTE] = with_note(cells[NOTE], note)
    return Merged(cells, tuple(both))


def with_note(text: str, note: str) -> str:
    """A note added to what stands there, once."""
    there = text.split(_BETWEEN) if text else []
    return _BETWEEN.join([*there, *(part for part in note.split(_BETWEEN) if part not in there)])


def _beside(column: str, typed: str, source: str) -> str:
    return str(table("masukan")["tindak_lanjut"]["berbeda"]).format(
        kolom=column.replace("_", " "), berkas=source, isi=typed
    )


def _same(one: str, other: str) -> bool:
    """Whether two cells say the same: blanks and the spelling of a day do not matter."""
    if one.split() == other.split():
        return True
    days = read_day(one), read_day(other)
    return len(days[0]) == len(days[1]) == 1 and days[0] == days[1]


class FollowUpFile:
    """A tindak-lanjut.csv in hand: every cell as it was typed, changed only where something is merged into it."""

    def __init__(self, path: Path, register: Register = Register()) -> None:
        """Reads the file; without one an empty one is begun. InputError where it is not such a table."""
        self._register = register
        raw = read_raw_csv(path, COLUMNS)
        self._delimiter, self._rows = raw.delimiter, [list(row) for row in raw.rows]
        named = (n for n, row in enumerate(self._rows) if set(KEYS[1:]) <= {column_name(cell) for cell in row})
        header = next(named, None)
        if header is None:
            if any(any(row) for row in self._rows):
                words = table("masukan")["tindak_lanjut"]
                raise InputError([Problem(path.name, words["bukan"], 1, allowed=", ".join(COLUMNS))])
            self._rows, header = [list(COLUMNS)], 0
        names = [column_name(cell) for cell in self._rows[header]]
        self._rows[header] += [name for name in COLUMNS if name not in names]
        names += [name for name in COLUMNS if name not in names]
        self._columns = {name: names.index(name) for name in COLUMNS}
        self._first = header + 1
        self._places: dict[Key, int] = {}
        for place in range(self._first, len(self._rows)):
            self._places.setdefault(self._entry(place).key, place)

    @property
    def entries(self) -> tuple[Entry, ...]:
        """The rows that say something about an office, in their order."""
        found = (self._entry(place) for place in range(self._first, len(self._rows)))
        return tuple(entry for entry in found if entry.site_id and any(entry.cells.values()))

    def take_in(self, typed: Typed, source: str) -> Merged | None:
        """Merges a workbook's row into the file; None where it says nothing that the file does not."""
        place = self._places.get(typed.key)
        there = self._entry(place).cells if place is not None else typed.base
        result = merged(typed.base, typed.cells, there, source)
        cells = dict(result.cells)
        for name, text in typed.extra.items():
            cells[NOTE] = with_note(cells[NOTE], f"{name}: {text}")
        if _same_row(cells, there):
            return result if result.both else None
        if place is None:
            place = self._places[typed.key] = len(self._rows)
            self._rows.append([])
            self._put(place, dict(zip(KEYS, typed.key, strict=True)) | cells)
        else:
            self._put(place, {name: text for name, text in cells.items() if not _same(text, there[name])})
        return Merged(cells, result.both)

    def text(self) -> str:
        """The file as it is to be written."""
        return RawTable(tuple(tuple(row) for row in self._rows), self._delimiter).text()

    def _entry(self, place: int) -> Entry:
        row = self._rows[place]
        cells = {name: undefused(row[n].strip()) if n < len(row) else "" for name, n in self._columns.items()}
        site = self._register.office(cells["situs_id"]) if cells["situs_id"] else ""
        return Entry(
            cells["putaran"],
            site,
            rule_named(cells["indikator_id"], self._register),
            {name: cells[name] for name in TYPED},
        )

    def _put(self, place: int, cells: Mapping[str, str]) -> None:
        row = self._rows[place]
        for name, text in cells.items():
            row.extend([""] * (self._columns[name] + 1 - len(row)))
            row[self._columns[name]] = defused(text)


def rule_named(text: str, register: Register) -> str:
    """The id of the indicator that a text names, else the text as a person wrote it."""
    named = register.indicators_named(text)
    return named[0] if len(named) == 1 else " ".join(text.split())


def _same_row(one: Mapping[str, str], other: Mapping[str, str]) -> bool:
    return all(_same(one.get(name, ""), other.get(name, "")) for name in TYPED)


def of_round(entries: Iterable[Entry], round_id: str) -> dict[tuple[str, str], Entry]:
    """(office, indicator) -> the row of one round."""
    return {(entry.site_id, entry.rule_id): entry for entry in entries if entry.round_id == round_id}
