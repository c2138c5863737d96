"""Where the work of scoring is done: this process, several processes, or a Dask cluster, behind one switch.

Work is a module-level function and a picklable item. A worker that dies (a parser's crash in C) costs the item it
had in hand and no other: everything else is done again in a fresh worker.
"""

from __future__ import annotations

import asyncio
import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import BrokenExecutor, Executor, ProcessPoolExecutor, ThreadPoolExecutor
from typing import Any, Protocol, TypeVar

from auditor.problems import InputError, Problem

_MOST_PROCESSES = 8  # each holds some 120 MB of readers
_FRESH_AFTER = 100  # items per worker: a new process gives back what parsers keep

Item = TypeVar("Item")
Result = TypeVar("Result")


class WorkerCrash(Exception):
    """Raised when the worker that did this item, and nothing else, died of it."""


class Engine(Protocol):
    """Something that does work. ``workers`` is how many items it does at a time."""

    workers: int

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        """The function's result; raises what it raises, or WorkerCrash."""

    def close(self) -> None:
        """Lets the workers go."""


def engine(name: str = "proses", workers: int | None = None) -> Engine:
    """The engine called "lokal", "proses" or "dask:ADDRESS". InputError for another name or a missing package."""
    if name == "lokal":
        return _Executors(ThreadPoolExecutor, 1)
    if name == "proses":
        return _Executors(_processes, workers or min(_cores(), _MOST_PROCESSES))
    kind, _, address = name.partition(":")
    if kind == "dask" and address:
        return _dask(address)
    allowed = "lokal, proses, dask:ALAMAT"
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
    gate = asyncio.Semaphore(engine.workers)

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


class _Executors:
    """An engine over the standard library's executors, replacing one whose worker died."""

    def __init__(self, make: Callable[[int], Executor], workers: int) -> None:
        self.workers = workers
        self._make = make
        self._executor: Executor | None = None
        self._calls = 0
        self._alone = asyncio.Lock()

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        if self._executor is not None and self._calls >= _FRESH_AFTER * self.workers:
            self._executor.shutdown(wait=False)  # what it has in hand is still done
            self._executor = None
        if self._executor is None:
            self._executor, self._calls = self._make(self.workers), 0
        self._calls += 1
        executor = self._executor
        try:
            return await asyncio.wrap_future(executor.submit(function, item))
        except BrokenExecutor:
            if self._executor is executor:
                self._executor = None
            executor.shutdown(wait=False, cancel_futures=True)
        # Any of the items then in hand may have killed it: each is tried once more, with nothing beside it.
        async with self._alone:
            with self._make(1) as single:
                try:
                    return await asyncio.wrap_future(single.submit(function, item))
                except BrokenExecutor as error:
                    raise WorkerCrash(str(error)) from error

    def close(self) -> None:
        if self._executor is not None:
            self._executor.shutdown(wait=True, cancel_futures=True)
            self._executor = None


def _processes(workers: int) -> Executor:
    # "spawn" is what Windows has; forking a process that runs threads is not safe anywhere.
    return ProcessPoolExecutor(workers, multiprocessing.get_context("spawn"), initializer=_leave_interrupts)


def _leave_interrupts() -> None:
    """Ctrl-C reaches every process of a terminal; ending the work is the main process's to do."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _cores() -> int:
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def _dask(address: str) -> Engine:
    try:
        from distributed import Client
    except ImportError:
        how = "pip install 'auditor-kip[nasional]'"
        raise InputError([Problem("--engine", "Paket 'distributed' belum terpasang.", example=how)]) from None
    try:
        return _Dask(Client(address, timeout=10))
    except OSError as error:
        found = f"{address} ({error})"
        raise InputError(
            [Problem("--engine", "Kluster Dask tidak menjawab.", found=found, example="dask:tcp://10.0.0.5:8786")]
        ) from None


class _Dask:
    """An engine over a Dask cluster whose workers see the same folder under the same path."""

    def __init__(self, client: Any) -> None:
        self._client = client
        self.workers = max(1, sum(client.ncores().values()))

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        from distributed import KilledWorker

        future = self._client.submit(function, item, pure=False)
        try:
            result: Result = await asyncio.to_thread(future.result)
            return result
        except KilledWorker as error:
            raise WorkerCrash(str(error)) from error

    def close(self) -> None:
        self._client.close()
