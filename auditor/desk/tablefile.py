"""A table that people keep in a file: read as they wrote it, written whole or not at all, the one before put aside."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

from auditor.inputs.sheet import read_sheet
from auditor.problems import InputError
from auditor.report.writing import write_bytes

KEPT: Final = "cadangan"  # the folder of files that were changed or replaced
EACH: Final = "%Y%m%d-%H%M%S-%f"
HOURLY: Final = "%Y%m%d-%H"  # for files that grow by a row a minute: as they were when the hour's work began


def rows_of(
    path: Path, required: Collection[str], columns: Sequence[str]
) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """The columns and rows that people have written so far, as they wrote them. InputError where some cannot be read.

    What cannot be read could not be written again either.
    """
    if not path.is_file() or (path.suffix == ".csv" and len(path.read_bytes().strip().splitlines()) <= 1):
        return tuple(columns), []  # nothing, or a heading and nothing else
    sheet = read_sheet(path, required, columns, ",".join(columns))
    if sheet.problems:
        raise InputError(sheet.problems)
    there = (*columns, *dict.fromkeys(sheet.ignored))
    return there, [{column: row[column] for column in there} for row in sheet.rows]


def written(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Writes a table whole or not at all, as Excel reads it: UTF-8 with a byte order mark, commas."""
    out = io.StringIO()
    sheet = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(rows)
    write_bytes(path, out.getvalue().encode("utf-8-sig"))


def keep(path: Path, now: datetime, each: str = EACH) -> None:
    """Puts a copy of a file aside before it changes; one copy for each moment that ``each`` tells apart."""
    if path.is_file():
        copy = path.parent / KEPT / f"{path.stem}-{now.strftime(each)}{path.suffix}"
        if not copy.exists():
            write_bytes(copy, path.read_bytes())
