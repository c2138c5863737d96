"""``rekap.csv`` and ``temuan.csv``: columns that other programs rely on. Decimal points, ISO dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from itertools import chain
from pathlib import Path

from auditor.inputs.sheet import defused
from auditor.report.figures import Round
from auditor.report.rows import FINDING_COLUMNS, Value, finding_rows, recap_columns, recap_rows
from auditor.report.wording import clip
from auditor.report.writing import write_lines


def cell(text: str, limit: int = 1000) -> str:
    """A site's words as one line of a cell."""
    return defused(text) if text.startswith(("\t", "\r")) else defused(clip(text, limit))


def write_csv(folder: Path, round_: Round) -> list[Path]:
    """The written ``rekap.csv`` and ``temuan.csv``: UTF-8 with BOM, comma, CRLF."""
    return [
        _write(folder / "rekap.csv", recap_columns(round_), recap_rows(round_)),
        _write(folder / "temuan.csv", FINDING_COLUMNS, finding_rows(round_)),
    ]


def _write(path: Path, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Path:
    return write_lines(path, _lines(columns, rows))


def _lines(columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Iterator[bytes]:
    """The lines of the file, each as it is made: a national round has 350,000."""
    yield b"\xef\xbb\xbf"
    for cells in chain((columns,), ([_text(row[name]) for name in columns] for row in rows)):
        line = io.StringIO(newline="")
        csv.writer(line, lineterminator="\r\n").writerow(cells)
        yield line.getvalue().encode("utf-8", "replace")


def _text(value: Value) -> str:
    match value:
        case None:
            return ""
        case str():
            return defused(value)
        case bool():
            return "ya" if value else "tidak"
        case float():
            return exact(value)
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
    return str(value)


def exact(value: float) -> str:
    """A weight, share or points without binary dust: at most four decimals."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
