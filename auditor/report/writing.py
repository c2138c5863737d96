"""Where a report file goes and how it is written: whole or not at all, alone or together with others."""

from __future__ import annotations

import errno
import os
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path
from typing import Final

from auditor.inputs.names import fits_a_file

PART: Final = ".tmp"

_UNSAFE = re.compile(r"[^a-z0-9_-]+")
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT})
_WRITING: ContextVar[Together | None] = ContextVar("writing", default=None)


#: what is being made, how much of it is done, and of how much (0: not counted)
Progress = Callable[[str, int, int], None]


def untold(step: str, done: int, total: int) -> None:
    """Tells nobody how far the reports are."""


class Together:
    """Files that were written beside their places and take them all at once."""

    def __init__(self, kept: Collection[Path], staying: Collection[Path]) -> None:
        self.parts: dict[Path, Path] = {}  # place -> the file that will take it
        self.seen: dict[Path, tuple[int, int] | None] = {}  # place -> what lay there when it was written
        self.kept = frozenset(kept)  # folders whose files stay as they are
        self.staying = frozenset(staying)  # files that stay as they are

    def take_places(self) -> dict[Path, OSError]:
        """Puts every file into its place. Those that could not (open, or saved by a person since) stay as they were."""
        refused = {}
        for path, part in self.parts.items():
            try:
                if _stamp(path) != self.seen[path]:
                    raise OSError(errno.EBUSY, "changed meanwhile", str(path))
                part.replace(path)
            except OSError as error:
                part.unlink(missing_ok=True)
                refused[path] = error
        self.parts = {}
        return refused

    def forget(self, known: Collection[Path] = ()) -> None:
        """Throws away what was written, but for the places in ``known``."""
        for path in [path for path in self.parts if path not in known]:
            self.parts.pop(path).unlink(missing_ok=True)


@contextmanager
def together(kept: Collection[Path] = (), staying: Collection[Path] = ()) -> Iterator[Together]:
    """Collects all that is written inside; the caller lets it take its places. What is left then is thrown away."""
    writing = Together(kept, staying)
    before = _WRITING.set(writing)
    try:
        yield writing
    finally:
        _WRITING.reset(before)
        writing.forget()


@contextmanager
def whole_or_nothing() -> Iterator[None]:
    """Throws away what was written inside where the writing ended in an error."""
    writing = _WRITING.get()
    known = tuple(writing.parts) if writing is not None else ()
    try:
        yield
    except BaseException:
        if writing is not None:
            writing.forget(known)
        raise


def names_in(folder: Path) -> frozenset[str]:
    """The names of the files that a folder has, or will have when what is being written has taken its places."""
    writing = _WRITING.get()
    if writing is not None and folder not in writing.kept:
        return frozenset(path.name for path in (*writing.parts, *writing.staying) if path.parent == folder)
    return frozenset(path.name for path in folder.iterdir()) if folder.is_dir() else frozenset()


def current(path: Path) -> Path | None:
    """The file that holds what a report says by now, in its place or about to take it; None where there is none."""
    writing = _WRITING.get()
    if writing is not None and path in writing.parts:
        return writing.parts[path]
    return path if path.name in names_in(path.parent) and path.is_file() else None


def card_file(name: str) -> str:
    """The file name (without ending) of an office's files: its id as it is; other names made safe for every system."""
    plain = name.lower()
    return plain if fits_a_file(plain, 80) else _UNSAFE.sub("-", plain).strip("-")[:80] or "kantor"


def part_name(kind: str, part: str) -> str:
    """The file name of a kind ("rekap.html") for a part of a round ("Jawa Tengah"); as it is where it is no part."""
    return f"provinsi-{card_file(part)}-{kind}" if part else kind


def packet_name(area: str, areas: Collection[str]) -> str:
    """The file name of a wilayah's packet, its own also where two are spelled alike but for signs."""
    alike = sorted(other for other in areas if card_file(other) == card_file(area))
    number = alike.index(area) if area in alike else 0
    return f"paket-rakor-{card_file(area)}{f'-{number + 1}' if number else ''}.pdf"


def obstacle_name(area: str, areas: Collection[str]) -> str:
    """The file name of the workbook in which a wilayah's offices fill in their obstacles."""
    return packet_name(area, areas).replace("paket-rakor-", "lembar-kendala-", 1).removesuffix(".pdf") + ".xlsx"


def write_bytes(path: Path, data: bytes) -> Path:
    """The path, written under a name of its own first, so that nobody opens half a report."""
    return _written(path, lambda part: part.write_bytes(data))


def write_lines(path: Path, lines: Iterable[bytes]) -> Path:
    """As ``write_bytes``, of what is made line by line and need not be held whole."""

    def write(part: Path) -> None:
        with part.open("wb") as file:
            file.writelines(lines)

    return _written(path, write)


def _written(path: Path, write: Callable[[Path], object]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.{os.getpid()}{PART}")
    writing = _WRITING.get()
    try:
        write(part)
        if writing is None:
            part.replace(path)
        else:
            writing.parts[path], writing.seen[path] = part, _stamp(path)
    except BaseException as error:
        part.unlink(missing_ok=True)
        if isinstance(error, OSError):
            error.filename = str(path)
        raise
    return path


def _stamp(path: Path) -> tuple[int, int] | None:
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.is_file() else None


def in_use(path: Path) -> bool:
    """Whether Excel or LibreOffice has marked the file as open: what is typed there may not be saved yet."""
    return any((path.parent / name).exists() for name in (f"~${path.name}", f".~lock.{path.name}#"))


def write_text(path: Path, text: str) -> Path:
    """As ``write_bytes``, UTF-8; lone surrogates from broken pages become question marks."""
    return write_bytes(path, text.encode("utf-8", "replace"))


def is_full(error: OSError) -> bool:
    """Whether nothing more can be written at all."""
    return error.errno in _FULL
