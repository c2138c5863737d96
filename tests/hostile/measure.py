"""How long something took and how much memory it held at its highest.

What must hold is 2 s and 200 MB; ``python bench/hostile.py`` holds all pages and files to it. A plain test run allows
ten times the seconds: what harms a reader costs minutes, and a busy machine fails no test.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

STRICT = "AUDITOR_HOSTILE_STRICT"
SECONDS, MEGABYTES = (2.0 if os.environ.get(STRICT) else 20.0), 200
_PROC = Path("/proc/self")


@dataclass
class Taken:
    seconds: float = 0.0  # of this thread's and its helpers' CPU: other work on the machine does not count
    megabytes: float = 0.0  # above where it began; 0 where the system does not tell


@contextmanager
def measured() -> Iterator[Taken]:
    """What the block takes; filled in when it ends."""
    taken = Taken()
    with suppress(OSError):
        (_PROC / "clear_refs").write_text("5", encoding="utf-8")  # forget the highest memory so far
    before, started, wall = _memory("VmRSS"), time.process_time(), time.perf_counter()
    yield taken
    after = _memory("VmHWM")
    cpu = time.process_time() - started
    taken.seconds = cpu if cpu > 0.2 else time.perf_counter() - wall
    taken.megabytes = (after - before) / 1024 if before and after else 0.0


def _memory(name: str) -> int:
    """Resident memory in kilobytes, now ("VmRSS") or at its highest ("VmHWM"); 0 where nothing tells."""
    try:
        lines = (_PROC / "status").read_text(encoding="utf-8").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith(name))
    except (OSError, StopIteration):
        return 0
