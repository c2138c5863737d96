"""A process that does one thing at a time and may be ended at any moment.

The standard library's process pool hands several items to a queue: it cannot say which of them killed a worker, cannot
be stopped while one is in hand, and on Python 3.11 may wait for ever when a worker dies while it is being given work.
Here a process has its own pipe: what it had in hand when it died is known, and ending it is always safe. A worker with
limits is ended as soon as what it does exceeds them.
"""

from __future__ import annotations

import logging
import multiprocessing
import select
import signal
import sys
import traceback
import weakref
from collections.abc import Callable
from multiprocessing import resource_tracker, util
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any, ParamSpec, Self, TypeVar, cast

from auditor.work.collector import settle
from auditor.work.limits import Limits, Watch, bind, bound, peak

Given = ParamSpec("Given")
Result = TypeVar("Result")

_SPAWN = multiprocessing.get_context("spawn")  # as on Windows; forking a process that runs threads is safe nowhere


class WorkerCrash(Exception):
    """Raised when the process doing something died of it, or was ended while doing it."""


class TooHeavy(WorkerCrash):
    """Raised when something exceeded the limits of the worker that did it."""


class Worker:
    """A process for module-level functions with picklable arguments. OSError when no process can be started."""

    def __init__(self, limits: Limits | None = None) -> None:
        self.done, self.alive = 0, True
        self.peak = 0.0  # the most megabytes it held, where it has limits
        self._limits = limits
        self._ours, theirs = _SPAWN.Pipe()
        # A daemon could have no workers of its own. What is done for daemons when a program ends, _end_all does.
        self._process = _SPAWN.Process(target=_serve, args=(theirs, limits), daemon=False)
        with InterruptsHeld():
            self._process.start()
        self._ready = _readiness(self._ours)
        self._watch: Watch | None = None
        theirs.close()  # else the end of the process would not be the end of the pipe
        _LIVING.add(self)

    def do(self, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs) -> Result:
        """The function's result; raises what it raises (with its traceback as a note), TooHeavy or WorkerCrash."""
        return self.do_within(self._limits, function, *args, **kwargs)

    def do_within(
        self, limits: Limits | None, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """As ``do``, by other limits than the worker's own, but for memory, to which it is bound for good."""
        try:
            self._ours.send((function, args, kwargs, limits))
            if limits is not None:
                self._wait(limits)
            raised, result, self.peak = self._ours.recv()
        except (EOFError, OSError) as error:
            self.end()
            raise WorkerCrash(f"the process ended with {self._process.exitcode}") from error
        self.done += 1
        if raised:
            raise result
        return cast(Result, result)

    def _wait(self, limits: Limits) -> None:
        """Waits for an answer. TooHeavy, and the end of the process, when it exceeds its limits before."""
        watch = self._watch = self._watch or Watch(self._process.pid or 0)
        watch.begin(limits)
        while not self._ready(watch.every):
            exceeded = watch.exceeded()
            if exceeded:
                self.end()
                raise TooHeavy(exceeded)

    def end(self) -> None:
        """Ends the process, whatever it is doing; whoever waits for it gets WorkerCrash."""
        self.alive = False
        self._process.kill()
        self._process.join()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.end()


def _readiness(pipe: Any) -> Callable[[float], bool]:
    """Waits so many seconds for something to read from a pipe; whether there is something."""
    if sys.platform == "win32":
        return cast(Callable[[float], bool], pipe.poll)
    waiting = select.poll()  # kept: the pipe's own makes a new one at every call
    waiting.register(pipe.fileno(), select.POLLIN)
    return lambda seconds: bool(waiting.poll(seconds * 1000))


_LIVING: weakref.WeakSet[Worker] = weakref.WeakSet()


def _end_all() -> None:
    for worker in list(_LIVING):
        worker.end()


util.Finalize(None, _end_all, exitpriority=100)  # before multiprocessing waits for processes to end by themselves


def _serve(pipe: Connection[Any, Any], limits: Limits | None) -> None:
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where signals cannot be held back (Windows)
    if limits is not None:
        bind(limits)
    logging.getLogger().addHandler(logging.NullHandler())  # what went wrong is told by who asked for it
    settle()
    while True:
        try:
            function, args, kwargs, within = pipe.recv()
        except (EOFError, OSError):
            return  # the main process is gone
        answer: tuple[bool, object, float]
        try:
            with bound(within):
                answer = False, function(*args, **kwargs), peak() if within is not None else 0.0
        except MemoryError as error:
            answer = True, TooHeavy(f"out of memory: {error}"), 0.0
        except Exception as error:  # noqa: BLE001 - handed to the caller, who decides
            error.add_note(traceback.format_exc())
            answer = True, error, 0.0
        try:
            pipe.send(answer)
        except OSError:
            return
        except Exception as error:  # noqa: BLE001 - a result or a fault that cannot travel is a fault itself
            pipe.send((True, TypeError(f"{type(answer[1]).__name__} cannot travel between processes: {error}"), 0.0))


class InterruptsHeld:
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
