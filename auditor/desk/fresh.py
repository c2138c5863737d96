"""What a file says, read anew when the file has changed: a list of thousands of offices is read once."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Generic, TypeVar

Held = TypeVar("Held")
Stamp = tuple[int, int] | None


class Fresh(Generic[Held]):
    """What ``read`` makes of a file, held as long as the file stays as it is."""

    def __init__(self, read: Callable[[Path], Held]) -> None:
        self._read = read
        self._held: dict[Path, tuple[Stamp, Held]] = {}

    def of(self, path: Path) -> Held:
        """What the file says now; ``read`` is asked for a file that is not there, too."""
        stamp = stamp_of(path)
        known = self._held.get(path)
        if known is None or known[0] != stamp:
            known = self._held[path] = (stamp, self._read(path))
        return known[1]


def stamp_of(path: Path) -> Stamp:
    """When a file was changed and how large it is; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_mtime_ns, stat.st_size
