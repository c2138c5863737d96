"""Where work is done: this process, several processes, or a Dask cluster, behind one switch.

Work is a module-level function and a picklable item. A worker that dies (a parser's crash in C, an item beyond the
limits) costs the item it had in hand, tried twice, and no other. An item that can be lightened is, in between.
"""

from __future__ import annotations

import asyncio
import os
import threading
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol, TypeVar, runtime_checkable

from auditor.problems import InputError, Problem
from auditor.work.limits import Limits
from auditor.work.worker import Worker, WorkerCrash

_MOST_PROCESSES = 8  # each holds some 120 MB of readers
_FRESH_AFTER = 100  # items per worker: a new process gives back what parsers keep
#: what one item may cost: a site of 60 sound pages takes 2 s and 200 MB
_ITEM = Limits(cpu=30.0, wall=600.0, megabytes=490)

Item = TypeVar("Item")
Result = TypeVar("Result")


class ClusterLost(Exception):
    """Raised when the machines that work can no longer be reached; the message (Indonesian) says so."""


@runtime_checkable
class Weighty(Protocol):
    """An item that may be too heavy because of some of its parts."""

    def lighten(self) -> None:
        """Finds these parts, in a worker of its own, and sees to it that they are left out from here on."""


class Engine(Protocol):
    """Something that does work."""

    @property
    def workers(self) -> int:
        """How many items it does at a time."""

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        """The function's result; raises what it raises, or WorkerCrash."""

    def close(self) -> None:
        """Lets the workers go."""


@runtime_checkable
class Machines(Engine, Protocol):
    """An engine whose workers are machines of their own, which crawl as well; they may come and go."""

    def follow(self, tell: Callable[[Any], None]) -> None:
        """Tells what is told on the workers, in a thread of its own."""


def engine(name: str = "proses", processes: int | None = None) -> Engine:
    """The engine called "lokal", "proses", "dask:lokal" or "dask:ADDRESS"; ``processes``: how many "proses" may have.

    InputError for another name, a missing package, or a cluster that does not answer.
    """
    if name == "lokal":
        return _Thread()
    if name == "proses":
        return _Processes(processes or min(cores(), _MOST_PROCESSES))
    kind, _, address = name.partition(":")
    if kind == "dask" and address:
        return _dask(address, min(cores(), _MOST_PROCESSES))
    allowed = "lokal, proses, dask:lokal, dask:ALAMAT"
    raise InputError([Problem("--engine", "Mesin ini tidak dikenal.", found=name, allowed=allowed, example="proses")])


def run(
    engine: Engine,
    function: Callable[[Item], Result],
    items: Sequence[Item],
    on_done: Callable[[Item, Result | Exception], None],
) -> None:
    """Does all items, telling each result (or what the function raised) as soon as it is there, in any order.

    An exception of ``on_done`` stops the work and is raised.
    """
    asyncio.run(_run(engine, function, items, on_done))


async def _run(
    engine: Engine,
    function: Callable[[Item], Result],
    items: Iterable[Item],
    on_done: Callable[[Item, Result | Exception], None],
) -> None:
    gate = asyncio.Semaphore(max(1, engine.workers))

    async def one(item: Item) -> None:
        async with gate:
            result: Result | Exception
            try:
                result = await engine.call(function, item)
            except Exception as error:  # noqa: BLE001 - handed to the caller as this item's result
                result = error
            on_done(item, result)

    try:
        async with asyncio.TaskGroup() as group:
            for item in items:
                group.create_task(one(item))
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


class _Thread:
    """An engine within this process: one item after the other, beside the event loop."""

    workers = 1

    def __init__(self) -> None:
        self._thread = ThreadPoolExecutor(1)

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._thread, function, item)

    def close(self) -> None:
        self._thread.shutdown(cancel_futures=True)


class _Processes:
    """An engine over processes of this machine, each renewed from time to time."""

    def __init__(self, workers: int) -> None:
        self.workers = workers
        self._threads = ThreadPoolExecutor(workers)
        self._idle: list[Worker] = []
        self._busy: set[Worker] = set()
        self._closed = False
        self._lock = threading.Lock()

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._threads, self._call, function, item)

    def _call(self, function: Callable[[Item], Result], item: Item) -> Result:
        try:
            return self._once(function, item)
        except WorkerCrash:
            # The item may be innocent: short of memory, a system ends whichever process it likes.
            if isinstance(item, Weighty):
                self._once(type(item).lighten, item)
            return self._once(function, item)

    def _once(self, function: Callable[[Item], Result], item: Item) -> Result:
        worker = self._take()
        try:
            return worker.do(function, item)
        finally:
            self._give_back(worker)

    def _take(self) -> Worker:
        with self._lock:
            if self._closed:
                raise WorkerCrash("the engine is closed")
            worker = self._idle.pop() if self._idle else Worker(_ITEM)
            self._busy.add(worker)
            return worker

    def _give_back(self, worker: Worker) -> None:
        with self._lock:
            self._busy.discard(worker)
            if worker.alive and worker.done < _FRESH_AFTER and not self._closed:
                self._idle.append(worker)
                return
        worker.end()

    def close(self) -> None:
        with self._lock:
            self._closed = True
            workers = [*self._busy, *self._idle]
        for worker in workers:
            worker.end()
        self._threads.shutdown(cancel_futures=True)


def cores() -> int:
    """How many of the machine's processors are ours."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _dask(address: str, workers: int) -> Engine:
    try:
        from auditor.work.cluster import Cluster
    except ImportError:
        how = "pip install 'auditor-kip[nasional]'"
        raise InputError([Problem("--engine", "Paket 'distributed' belum terpasang.", example=how)]) from None
    return Cluster(address, workers)
