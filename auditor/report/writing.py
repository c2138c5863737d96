"""Where a report file goes and how it is written: whole or not at all."""

from __future__ import annotations

import re
from pathlib import Path

_UNSAFE = re.compile(r"[^a-z0-9_-]+")


def card_file(site_id: str) -> str:
    """The file name (without ending) of an office's files: its id, made safe for every file system."""
    return _UNSAFE.sub("-", site_id.lower()).strip("-")[:80] or "kantor"


def write_bytes(path: Path, data: bytes) -> Path:
    """The path, written under a temporary name first, so that nobody opens half a report."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".tmp")
    try:
        part.write_bytes(data)
        part.replace(path)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
    return path


def write_text(path: Path, text: str) -> Path:
    """As ``write_bytes``, UTF-8; lone surrogates from broken pages become question marks."""
    return write_bytes(path, text.encode("utf-8", "replace"))
