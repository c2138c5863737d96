"""``rekap.json`` and ``temuan.json``: the rows of the CSV files, each value of its own kind (docs/data.md)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Final

from auditor.report.figures import Round, period
from auditor.report.rows import FINDING_COLUMNS, Value, finding_rows, recap_columns, recap_rows
from auditor.report.writing import write_lines

FORMAT: Final = 1  # goes up when a column is renamed, taken away or means something else


def write_json(folder: Path, round_: Round) -> list[Path]:
    """The written ``rekap.json`` and ``temuan.json``."""
    return [
        _write(folder / "rekap.json", round_, recap_columns(round_), recap_rows(round_)),
        _write(folder / "temuan.json", round_, FINDING_COLUMNS, finding_rows(round_)),
    ]


def _write(path: Path, round_: Round, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Path:
    begun, done = period(round_.cards)
    info = round_.pack.info
    head = {
        "format": FORMAT,
        "putaran": round_.round_id,
        "dibuka_mulai": _plain(begun),
        "dibuka_sampai": _plain(done),
        "paket": {"nama": info.name, "versi": info.version, "sidik_jari": info.sha256, "profil": info.profile},
    }
    text = json.dumps(head, ensure_ascii=False, indent=1).removesuffix("\n}")
    return write_lines(path, (line.encode("utf-8", "replace") for line in _lines(text, columns, rows)))


def _lines(head: str, columns: Sequence[str], rows: Iterable[Mapping[str, Value]]) -> Iterator[str]:
    """The lines of the file, one row a line: two rounds can be compared with ordinary tools."""
    yield f'{head},\n "baris": [\n'
    for n, row in enumerate(rows):
        yield (",\n" if n else "") + json.dumps({name: _plain(row[name]) for name in columns}, ensure_ascii=False)
    yield "\n]}\n"


def _plain(value: Value) -> str | int | float | bool | None:
    match value:
        case Decimal():
            return float(value)
        case float():
            return round(value, 4)
        case datetime():
            return value.isoformat(timespec="seconds")
        case date():
            return value.isoformat()
    return value
