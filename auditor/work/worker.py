"""A process that does one thing at a time and may be ended at any moment.

The standard library's process pool hands several items to a queue: it cannot say which of them killed a worker, cannot
be stopped while one is in hand, and on Python 3.11 may wait for ever when a worker dies while it is being given work.
Here a process has its own pipe: what it had in hand when it died is known, and ending it is always safe.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from collections.abc import Callable
from multiprocessing import resource_tracker
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar, cast

Given = ParamSpec("Given")
Result = TypeVar("Result")

_SPAWN = multiprocessing.get_context("spawn")  # as on Windows; forking a process that runs threads is safe nowhere


class WorkerCrash(Exception):
    """Raised when the process doing something died of it, or was ended while doing it."""


class Worker:
    """A process for module-level functions with picklable arguments. OSError when no process can be started."""

    def __init__(self) -> None:
        self.done, self.alive = 0, True
        self._ours, theirs = _SPAWN.Pipe()
        self._process = _SPAWN.Process(target=_serve, args=(theirs,), daemon=True)
        with _InterruptsHeld():
            self._process.start()
        theirs.close()  # else the end of the process would not be the end of the pipe

    def do(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """The function's result; raises what it raises (with its traceback as a note), or WorkerCrash."""
        try:
            self._ours.send((function, args, kwargs))
            raised, result = self._ours.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise WorkerCrash(f"the process ended with {self._process.exitcode}") from error
        self.done += 1
        if raised:
            raise result
        return cast(Result, result)

    def end(self) -> None:
        """Ends the process, whatever it is doing; whoever waits for it gets WorkerCrash."""
        self.alive = False
        self._process.terminate()
        self._process.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def _serve(pipe: Connection[Any, Any]) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where signals cannot be held back (Windows)
    while True:
        try:
            function, args, kwargs = pipe.recv()
        except (EOFError, OSError):
            return  # the main process is gone
        answer: tuple[bool, object]
        try:
            answer = False, function(*args, **kwargs)
        except Exception as error:  # noqa: BLE001 - handed to the caller, who decides
            error.add_note(traceback.format_exc())
            answer = True, error
        try:
            pipe.send(answer)
        except OSError:
            return
        except Exception as error:  # noqa: BLE001 - a result or a fault that cannot travel is a fault itself
            pipe.send((True, TypeError(f"{type(answer[1]).__name__} cannot travel between processes: {error}")))


class _InterruptsHeld:
    """Holds Ctrl-C back while a process starts: it reaches every process of a terminal, and ending is ours to do.

    A child inherits what its parent's thread holds back, so it never sees one, not even while it imports.
    """

    def __enter__(self) -> None:
        if hasattr(signal, "pthread_sigmask"):
            resource_tracker.ensure_running()  # starting it lets Ctrl-C through again
            self._before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})

    def __exit__(self, *_: object) -> None:
        if hasattr(signal, "pthread_sigmask"):
            signal.pthread_sigmask(signal.SIG_SETMASK, self._before)
