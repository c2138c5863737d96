"""A table that people keep in a file: written whole or not at all, the one before put aside."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Final

KEPT: Final = "cadangan"  # the folder of files that were changed or replaced


def written(path: Path, columns: Sequence[str], rows: Sequence[Mapping[str, str]]) -> None:
    """Writes a table whole or not at all, as Excel reads it: UTF-8 with a byte order mark, commas."""
    out = io.StringIO()
    sheet = csv.DictWriter(out, columns, extrasaction="ignore", lineterminator="\r\n")
    sheet.writeheader()
    sheet.writerows(rows)
    part = path.with_name(f"{path.name}.tulis")
    part.write_bytes(out.getvalue().encode("utf-8-sig"))
    part.replace(path)


def keep(path: Path, now: datetime) -> None:
    """Puts a copy of a file aside before it changes."""
    if path.is_file():
        folder = path.parent / KEPT
        folder.mkdir(exist_ok=True)
        copy = folder / f"{path.stem}-{now:%Y%m%d-%H%M%S-%f}{path.suffix}"
        copy.write_bytes(path.read_bytes())
