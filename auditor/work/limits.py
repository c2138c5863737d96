"""What a worker process may use for one thing it is given, and how it is held to it.

Two hands hold it. The parent looks at the process several times a second and ends it: that works on every system.
The process also binds itself, so that neither a burst between two looks nor the parent's own end sets it free: by the
kernel's limits where there are any (Linux, macOS), and everywhere by a timer that needs neither Python nor its lock.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
import signal
import sys
import time
import weakref
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

if sys.platform != "win32":
    import resource

_LOOK = 0.05  # seconds between two looks
_SLACK = 2.0  # times the limit, after which the process ends itself: its parent would have ended it before


@dataclass(frozen=True, slots=True)
class Limits:
    """For one thing: seconds of the processor, seconds in all; for the process: megabytes of memory in all.

    Seconds of the processor say how heavy something is on any machine, however busy; seconds in all only catch what
    waits for ever, so they are many times as long.
    """

    cpu: float
    wall: float
    megabytes: int


class Watch:
    """The parent's eye on a process."""

    def __init__(self, pid: int) -> None:
        self.every = _LOOK
        self._used = _used_by(pid)

    def begin(self, limits: Limits) -> None:
        """Begins to look at one thing it does."""
        self._limits, self._started = limits, time.monotonic()
        self._before: float | None = None  # seconds it had used at the first look: most things are done by then

    def exceeded(self) -> str:
        """Which limit the process exceeds, in a few words; "" for none."""
        megabytes, seconds = self._used()
        self._before = seconds if self._before is None else self._before
        if megabytes > self._limits.megabytes:
            return f"more than {self._limits.megabytes} MB"
        if seconds - self._before > self._limits.cpu:
            return f"more than {self._limits.cpu:g} s of the processor"
        if time.monotonic() - self._started > self._limits.wall:
            return f"more than {self._limits.wall:g} s"
        return ""


def _used_by(pid: int) -> Callable[[], tuple[float, float]]:
    """Tells the megabytes that a process holds and the seconds of the processor it has used; 0 for one that is gone."""
    if sys.platform == "linux":  # psutil opens two files for it each time
        stat = os.open(f"/proc/{pid}/stat", os.O_RDONLY)
        page, tick = resource.getpagesize() / 1_048_576, os.sysconf("SC_CLK_TCK")

        def told() -> tuple[float, float]:
            with contextlib.suppress(OSError, IndexError):
                fields = os.pread(stat, 1024, 0).rpartition(b")")[2].split()  # from the third on: proc(5)
                return int(fields[21]) * page, (int(fields[11]) + int(fields[12])) / tick
            return 0.0, 0.0

        weakref.finalize(told, os.close, stat)
        return told

    import psutil  # only who starts limited processes needs it

    process = psutil.Process(pid)

    def asked() -> tuple[float, float]:
        with contextlib.suppress(psutil.Error):
            times = process.cpu_times()
            return float(process.memory_info().rss) / 1_048_576, float(times.user + times.system)
        return 0.0, 0.0

    return asked


def bind(limits: Limits) -> None:
    """Binds this process to its memory for good. What exceeds it gets MemoryError, or ends the process.

    Its last words, a parser's in C or Rust, go nowhere: the parent tells what happened.
    """
    with _nowhere() as file:
        os.dup2(file, 1)
        os.dup2(file, 2)
    if sys.platform != "win32":
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        if sys.platform == "linux":  # elsewhere address space says little of memory
            with contextlib.suppress(ValueError, OSError):
                resource.setrlimit(resource.RLIMIT_AS, (limits.megabytes * 1_048_576, resource.RLIM_INFINITY))


def peak() -> float:
    """The most megabytes this process has held so far."""
    if sys.platform == "linux":  # where getrusage tells of the process that started this one, too
        with contextlib.suppress(OSError):
            lines = Path("/proc/self/status").read_text(encoding="utf-8").splitlines()
            return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) / 1024
    elif sys.platform != "win32":
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_048_576
    else:
        import psutil

        return float(psutil.Process().memory_info().peak_wset) / 1_048_576
    return 0.0


@contextmanager
def bound(limits: Limits | None) -> Iterator[None]:
    """Binds this process to its seconds for what is done within.

    No thread where the kernel has an alarm: a process near its memory could not start one, and would be no sound page's
    fault.
    """
    if limits is None:
        yield
        return
    if sys.platform != "win32":
        seconds = int(time.process_time() + limits.cpu * _SLACK) + 1
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CPU, (seconds, resource.getrlimit(resource.RLIMIT_CPU)[1]))
        signal.setitimer(signal.ITIMER_REAL, limits.wall * _SLACK)  # nobody handles it: the process ends
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_REAL, 0)
        return
    with _nowhere() as file:
        faulthandler.dump_traceback_later(limits.wall * _SLACK, exit=True, file=file)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


@contextmanager
def _nowhere() -> Iterator[int]:
    file = os.open(os.devnull, os.O_WRONLY)
    try:
        yield file
    finally:
        os.close(file)
