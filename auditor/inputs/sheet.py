"""A table people hand in (CSV or XLSX) -> rows of text with their place, whatever Excel did to it.

Byte order mark or not, comma, semicolon or tab, UTF-8, UTF-16 or Windows-1252, trailing blank rows and columns,
stray spaces and NBSP, headers in any case: all the same. What cannot be a table is told in one sentence.
"""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from auditor.language.characters import visible
from auditor.problems import InputError, Problem, reason
from auditor.work.reading import WorkerCrash, reading

_MAX_BYTES = 20_000_000
_TITLE_ROWS = 10  # a title and a date may stand above the header
_XLS = b"\xd0\xcf\x11\xe0"
_SAVE_AS = "Buka di Excel, pilih Simpan Sebagai (Save As), lalu pilih CSV UTF-8 atau Buku Kerja Excel (.xlsx)."
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_KINDS_OF_FILE = "berkas .csv atau .xlsx"


@dataclass(frozen=True, slots=True)
class Row:
    """One row that is not blank: its number in the spreadsheet and its cells by column name."""

    line: int
    cells: Mapping[str, str]

    def __getitem__(self, column: str) -> str:
        """The cell's text without surrounding spaces, "" for a column the table does not have."""
        return self.cells.get(column, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A table: its columns as named (lower case), its rows, and columns nobody asked for."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    ignored: tuple[str, ...]
    problems: tuple[Problem, ...] = ()  # faults of single rows; the rows are left out


def read_sheet(path: Path, required: Collection[str], known: Collection[str], example: str) -> Sheet:
    """The table in a file. InputError when the file is not a table, is empty or lacks a required column.

    ``known`` are all columns with a meaning, ``example`` is a good header line for the error message.
    """
    rows = _rows(path, known)
    titled = (n for n, row in enumerate(rows[:_TITLE_ROWS]) if set(required) <= {column_name(cell) for cell in row})
    header_at = next(titled, next((n for n, row in enumerate(rows) if any(row)), None))
    if header_at is None:
        raise InputError([Problem(path.name, "Berkas kosong, tidak ada satu baris pun.", example=example)])
    columns = [column_name(cell) for cell in rows[header_at]]
    header = header_at + 1
    missing = [name for name in required if name not in columns]
    problems = [
        Problem(
            path.name,
            f"Kolom '{name}' tidak ada.",
            header,
            found=", ".join(filter(None, columns))[:200],
            allowed=", ".join(known),
            example=example,
        )
        for name in missing
    ]
    twice = {name for name in columns if name in known and columns.count(name) > 1}
    problems += [Problem(path.name, "Nama kolom ini tertulis dua kali.", header, name) for name in sorted(twice)]
    if problems:
        raise InputError(problems)
    found, faults = [], []
    for line, cells in enumerate(rows[header_at + 1 :], header + 1):
        if not any(cells):
            continue
        beyond = [cell for cell in cells[len(columns) :] if cell]
        if beyond:
            faults.append(
                Problem(
                    path.name,
                    "Isi baris ini lebih banyak daripada jumlah kolom.",
                    line,
                    found=beyond[0][:80],
                    allowed="satu isi per kolom; isi yang memuat koma diapit tanda kutip",
                    example='"Jl. Letjen S. Parman No. 3, Purbalingga"',
                )
            )
            continue
        found.append(Row(line, {name: cell for name, cell in zip(columns, cells, strict=False) if name}))
    ignored = tuple(name for name in columns if name and name not in known)
    return Sheet(tuple(filter(None, columns)), tuple(found), ignored, tuple(faults))


def listed(text: str) -> tuple[str, ...]:
    """The entries of a cell that holds several, separated by spaces, commas or semicolons; each once."""
    return tuple(dict.fromkeys(text.replace(",", " ").replace(";", " ").split()))


def _rows(path: Path, known: Collection[str]) -> list[list[str]]:
    try:
        size = path.stat().st_size
        data = path.read_bytes() if size <= _MAX_BYTES else b""
    except FileNotFoundError:
        folder = path.absolute().parent
        raise InputError([Problem(path.name, f"Berkas tidak ditemukan di folder {folder}.")]) from None
    except OSError as error:
        raise InputError([Problem(str(path), f"Berkas tidak dapat dibuka: {reason(error)}.")]) from None
    if size > _MAX_BYTES:
        raise _not_a_table(path, "Berkas terlalu besar untuk sebuah daftar.", f"{size / 1e6:.0f} MB")
    if data.startswith(b"PK\x03\x04"):
        return _xlsx_rows(path, data, known)
    if data.startswith(_XLS):
        raise _not_a_table(path, "Ini berkas Office lama (.xls atau .doc).", path.suffix or "berkas biner")
    if data.startswith(b"%PDF"):
        raise _not_a_table(path, "Ini berkas PDF, bukan daftar.", "PDF")
    return _csv_rows(path, _decoded(path, data), known)


def _decoded(path: Path, data: bytes) -> str:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        encodings = ["utf-16"]
    elif b"\0" in data:
        encodings = []
    else:
        encodings = ["utf-8-sig", "cp1252"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeError:
            continue
        if any(ord(char) < 32 and char not in "\t\r\n\f\v" for char in text[:10_000]):
            break
        if text.lstrip()[:15].lower().startswith(("<!doctype", "<html")):
            raise _not_a_table(path, "Ini halaman web, bukan daftar.", "HTML")
        return text
    raise _not_a_table(path, "Ini bukan berkas teks.", "berkas biner")


@dataclass(frozen=True, slots=True)
class RawTable:
    """A CSV file cell by cell as it was typed, so that it can be written again without changing what nobody changed."""

    rows: tuple[tuple[str, ...], ...]
    delimiter: str = ","

    def text(self) -> str:
        """The table as the text of a CSV file."""
        text = io.StringIO(newline="")
        csv.writer(text, delimiter=self.delimiter, lineterminator="\r\n").writerows(self.rows)
        return text.getvalue()


def defused(text: str) -> str:
    """The text so that a spreadsheet shows it and never runs it: an apostrophe before =, +, -, @, tab and CR."""
    return "'" + text if text.startswith(_FORMULA) else text


def undefused(text: str) -> str:
    """The text as it was before it was defused."""
    return text[1:] if text.startswith("'") and text[1:].startswith(_FORMULA) else text


def read_raw_csv(path: Path, known: Collection[str]) -> RawTable:
    """The cells of a CSV file; an empty table where there is none. InputError for what is no CSV file."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return RawTable(())
    except OSError as error:
        raise InputError([Problem(str(path), f"Berkas tidak dapat dibuka: {reason(error)}.")]) from None
    rows, delimiter = _raw_rows(path, _decoded(path, data), known)
    return RawTable(tuple(tuple(row) for row in rows), delimiter)


def _csv_rows(path: Path, text: str, known: Collection[str]) -> list[list[str]]:
    return [[cell_text(cell) for cell in row] for row in _raw_rows(path, text, known)[0]]


def _raw_rows(path: Path, text: str, known: Collection[str]) -> tuple[list[list[str]], str]:
    """The cells as they were typed, and what separates them."""
    first, _, rest = text.partition("\n")
    if first.strip().lower().startswith("sep=") and len(first.strip()) == 5:
        text, delimiter = "\n" + rest, first.strip()[4]  # a hint Excel writes for itself; the row still counts
    else:
        top = [line for line in text.splitlines() if line.strip(" \t,;\ufeff")][:_TITLE_ROWS]
        delimiter = max(",;\t", key=lambda sign: max((_known(_split(line, sign), known) for line in top), default=0))
    rows: list[list[str]] = []
    try:
        for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True):
            rows.append(cells)
    except csv.Error as error:
        raise InputError(
            [
                Problem(
                    path.name,
                    "Tanda kutip pada baris ini atau sesudahnya tidak berpasangan.",
                    len(rows) + 1,
                    found=str(error)[:80],
                    allowed="isi yang memuat tanda kutip diapit kutip, dan kutip di dalamnya ditulis dua kali",
                    example='"Kantor ""Lama"", Purbalingga"',
                )
            ]
        ) from None
    return rows, delimiter


def _split(line: str, delimiter: str) -> list[str]:
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return []


def _xlsx_rows(path: Path, data: bytes, known: Collection[str]) -> list[list[str]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = archive.namelist()
            swollen = sum(info.file_size for info in archive.infolist()) > 10 * _MAX_BYTES
    except zipfile.BadZipFile:
        raise _not_a_table(path, "Berkas .xlsx ini rusak.", "arsip yang terpotong") from None
    if not any(name.startswith("xl/") for name in names):
        kind = "dokumen Word" if any(name.startswith("word/") for name in names) else "arsip ZIP"
        raise _not_a_table(path, f"Ini {kind}, bukan lembar kerja Excel.", path.suffix or kind)
    if swollen:
        raise _not_a_table(path, "Berkas terlalu besar untuk sebuah daftar.", path.name)
    try:
        tables = reading.do(_sheets, data)
    except WorkerCrash:
        raise _not_a_table(path, "Berkas .xlsx ini terlalu berat untuk dibaca.", path.name) from None
    except (ValueError, OSError) as error:
        raise _not_a_table(path, "Berkas .xlsx ini tidak dapat dibaca.", str(error)[:80]) from None
    return max(tables, key=lambda rows: max((_known(row, known) for row in rows[:_TITLE_ROWS]), default=0), default=[])


def _sheets(data: bytes) -> list[list[list[str]]]:
    """The cells of every sheet of an XLSX. ValueError for what is none; call it where memory is limited."""
    from python_calamine import CalamineError, load_workbook

    try:
        book = load_workbook(io.BytesIO(data))
        sheets = [book.get_sheet_by_index(n).to_python(skip_empty_area=False) for n in range(len(book.sheet_names))]
    except CalamineError as error:
        raise ValueError(str(error)) from None
    return [[[cell_text(value) for value in row] for row in sheet] for sheet in sheets]


def _known(cells: Iterable[str], known: Collection[str]) -> int:
    return sum(column_name(cell) in known for cell in cells)


def cell_text(value: object) -> str:
    """A cell's text on one line; numbers as people wrote them (3310.0 is 3310), truth as ya or tidak."""
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, (date, datetime)):
        return value.isoformat()[:10]
    return " ".join(visible(str(value).replace("\r", " ")).replace("\u200b", "").replace("\ufeff", "").split())


def column_name(cell: str) -> str:
    """The name of a column as files are asked for it, whatever its capitals and blanks."""
    return "_".join(cell_text(cell).lower().replace("-", " ").split())


def _not_a_table(path: Path, message: str, found: str) -> InputError:
    return InputError(
        [Problem(path.name, f"{message} {_SAVE_AS}", found=found, allowed=_KINDS_OF_FILE, example=f"{path.stem}.xlsx")]
    )
