"""How much memory processes take: what the browser's limit is held against. Standard library only."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Iterable
from pathlib import Path

_MEGABYTE = 1024 * 1024


def megabytes(pids: Iterable[int]) -> float | None:
    """The memory that processes take together, in MB; None where this system does not tell.

    Pages that several processes share count once where Linux tells (PSS); elsewhere each has its resident set.
    """
    if sys.platform.startswith("linux"):
        return sum(map(_linux, pids))
    if sys.platform == "win32":
        return sum(map(_windows, pids))
    return None


def _linux(pid: int) -> float:
    for file, field in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        try:
            lines = Path("/proc", str(pid), file).read_text(encoding="ascii", errors="replace").splitlines()
        except OSError:  # gone meanwhile, or not ours to read
            continue
        for line in lines:
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return 0.0


def _windows(pid: int) -> float:
    class Counters(ctypes.Structure):
        """PROCESS_MEMORY_COUNTERS."""

        _fields_ = (
            ("cb", ctypes.c_ulong),
            ("PageFaultCount", ctypes.c_ulong),
            *((name, ctypes.c_size_t) for name in ("Peak", "WorkingSet", "PeakPaged", "Paged", "PeakNon", "NonPaged")),
            *((name, ctypes.c_size_t) for name in ("Pagefile", "PeakPagefile")),
        )

    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - the name exists on Windows only
    handle = kernel.OpenProcess(0x1000 | 0x0010, False, pid)  # limited information, reading
    if not handle:
        return 0.0
    try:
        counters = Counters(cb=ctypes.sizeof(Counters))
        known = kernel.K32GetProcessMemoryInfo(handle, ctypes.byref(counters), counters.cb)
        return float(counters.WorkingSet) / _MEGABYTE if known else 0.0
    finally:
        kernel.CloseHandle(handle)
