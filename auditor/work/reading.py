"""Where foreign bytes are read: one process of little memory, fed one thing at a time and replaced when it is ended.

Starting it costs a quarter of a second, so it lives as long as the process that reads through it; each worker has one
of its own. What exceeds the limits raises TooHeavy, what makes a parser crash raises WorkerCrash: either costs what was
read, and nothing else.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from auditor.work.limits import Limits
from auditor.work.worker import Given, Result, TooHeavy, Worker, WorkerCrash

__all__ = ["FILE", "Reading", "TooHeavy", "WorkerCrash", "reading"]

#: what one file may cost: a sound one of 12 MB takes half a second and 200 MB
FILE = Limits(cpu=2.0, wall=30.0, megabytes=450)
_FRESH_AFTER = 400  # things read: a new process gives back what parsers keep
_STRAINED = 0.4  # of the memory: what a parser gets wrong from here on may be for want of it


class Reading:
    """A limited process that is there when it is needed."""

    def __init__(self, limits: Limits = FILE, fresh_after: int = 0) -> None:
        self._limits, self._fresh_after = limits, fresh_after
        self._worker: Worker | None = None
        self.strained = False  # whether the last thing took much of the memory
        self._lock = threading.Lock()

    def do(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """The function's result, raised errors included; TooHeavy, or WorkerCrash when the process died of it."""
        with self._lock:
            worker = self._worker
            if worker is None or not worker.alive:
                worker = self._worker = Worker(self._limits)
            try:
                return worker.do(function, *args, **kwargs)
            except TooHeavy:  # told by the process itself, it is still there, with what it holds
                worker.end()
                raise
            finally:
                self.strained = worker.peak > _STRAINED * self._limits.megabytes
                if worker.done >= (self._fresh_after or _FRESH_AFTER) or self.strained:
                    worker.end()

    def close(self) -> None:
        """Lets the process go; it is started again when it is needed."""
        with self._lock:
            if self._worker is not None:
                self._worker.end()


#: the one of this process
reading = Reading()
