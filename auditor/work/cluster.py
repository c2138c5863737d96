"""A Dask cluster as an engine: its workers crawl, too, and take turns at the hosts they ask.

What runs on a worker learns through ``here`` whose turn it is, and whether anybody still waits for it: a worker cut off
from its scheduler, and one whose work was called off, must stop asking hosts that somebody else may now be asking.
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import multiprocessing
import time
from collections.abc import Callable
from functools import partial
from typing import Any, TypeVar

import dask
from distributed import Client, KilledWorker, LocalCluster, SchedulerPlugin, Status, get_worker
from distributed.worker import thread_state

from auditor.problems import InputError, Problem
from auditor.work.engine import ClusterLost
from auditor.work.leases import ENTER, HOLD, LEASE, LEAVE, Leases
from auditor.work.turns import Turns
from auditor.work.worker import InterruptsHeld, WorkerCrash

Item = TypeVar("Item")
Result = TypeVar("Result")

HERE = "lokal"
_GIVEN, _RECALLED = "auditor_given", "auditor_recalled"
_TOPIC = "auditor"
_ANSWER = 10.0  # seconds a scheduler has to answer
_PATIENCE = 5.0  # seconds it has to call work off
_LIVING = (Status.running, Status.paused)
_OURS = {
    "distributed.worker.daemon": False,  # a daemon could not start the limited processes that read
    "distributed.worker.profile.enabled": False,  # what Dask notes of a worker's stack, 100 times a second, only grows
}


class Cluster:
    """An engine over a cluster: the one at an address, or one of ``workers`` processes on this machine."""

    def __init__(self, address: str, workers: int) -> None:
        """InputError when no scheduler answers at the address."""
        for name in logging.root.manager.loggerDict:  # what goes wrong is told by who asked for it
            if name.startswith("distributed"):
                logging.getLogger(name).setLevel(logging.CRITICAL)
        self._local: LocalCluster | None = None
        with contextlib.ExitStack() as undo:
            undo.callback(self.close)
            if address == HERE:
                self._local = _local(workers)
                address = self._local.scheduler_address
            try:
                self._client: Any = Client(address, timeout=_ANSWER, set_as_default=False)
            except (OSError, ValueError) as error:
                message, example = "Kluster Dask tidak menjawab.", "dask:tcp://10.0.0.5:8786"
                found = f"{address} ({error})"
                raise InputError([Problem("--engine", message, found=found, example=example)]) from None
            self._client.register_plugin(_TurnsPlugin())
            undo.pop_all()
        self._futures: set[Any] = set()

    @property
    def workers(self) -> int:
        """How many items are done at a time now; workers may come and go."""
        return sum(self._client.nthreads().values()) if self._client.status == "running" else 0

    async def call(self, function: Callable[[Item], Result], item: Item) -> Result:
        """The function's result; raises what it raises, WorkerCrash where workers died of it, or ClusterLost."""
        loop, over = asyncio.get_running_loop(), asyncio.Event()
        future = self._client.submit(_fit, function, item, pure=False)
        self._futures.add(future)
        try:
            future.add_done_callback(lambda _: _tell(loop, over))
            await over.wait()
            result: Result = await _brought(future)
            return result
        except KilledWorker as error:
            raise WorkerCrash(str(error)) from error
        finally:
            self._futures.discard(future)
            future.release()

    def follow(self, tell: Callable[[Any], None]) -> None:
        """Tells what is told on the workers, in a thread of its own."""
        self._client.subscribe_topic(_TOPIC, lambda event: tell(event[1]))

    def close(self) -> None:
        """Calls off what is in hand and lets the cluster go; that of this machine ends."""
        client = getattr(self, "_client", None)
        with contextlib.suppress(Exception):  # a scheduler that is gone has nothing in hand
            if client is not None and self._futures:
                client.sync(client.cancel, list(self._futures), callback_timeout=_PATIENCE)
        with contextlib.suppress(Exception):
            if client is not None:
                client.close(timeout=_PATIENCE)
        if self._local is not None:
            self._local.close(timeout=_PATIENCE)


def _local(workers: int) -> LocalCluster:
    with InterruptsHeld(), dask.config.set(_OURS):
        return LocalCluster(
            n_workers=workers,
            threads_per_worker=1,
            host="127.0.0.1",
            dashboard_address="127.0.0.1:0",
            silence_logs=logging.CRITICAL,
        )


async def _brought(future: Any) -> Any:
    """The result of what was done; where the worker that had it died just then, that of its being done again."""
    while True:
        if future.status == "cancelled":  # by the loss of the scheduler: we only do so when we close
            raise _lost()
        try:
            return await asyncio.to_thread(future.result, _ANSWER)
        except TimeoutError:
            if future.status == "error":  # it is what the function raised
                raise


def _lost() -> ClusterLost:
    return ClusterLost(
        "Penjadwal Dask tidak dapat dihubungi lagi. Situs yang sudah selesai tetap tersimpan;"
        " jalankan perintah yang sama untuk melanjutkan."
    )


def _fit(function: Callable[[Item], Result], item: Item) -> Result:
    if multiprocessing.current_process().daemon:
        message = "Pekerja Dask ini tidak boleh memulai proses pembaca."
        example = "DASK_DISTRIBUTED__WORKER__DAEMON=False dask worker tcp://10.0.0.5:8786"
        raise InputError([Problem("--engine", message, example=example)])
    return function(item)


# -- on a worker -----------------------------------------------------------------------------------------------------


class Here:
    """The worker on which this thread does something."""

    def __init__(self) -> None:
        self._worker: Any = get_worker()
        self._key = thread_state.key

    @property
    def wanted(self) -> bool:
        """Whether somebody still waits for what is done here."""
        task = self._worker.state.tasks.get(self._key)
        return self._worker.status in _LIVING and task is not None and task.state in ("executing", "long-running")

    def tell(self, message: Any) -> None:
        """Tells something small to whoever follows the cluster."""
        self._worker.loop.add_callback(self._worker.log_event, _TOPIC, message)

    def turnstile(self) -> Leases:
        """This worker's place among those that ask the same hosts, for the event loop that runs in this thread."""
        return _leases(self._worker)


def here() -> Here:
    """The worker this runs on. ValueError where it is none."""
    return Here()


_NUMBERS = iter(range(1, 1 << 62))
_LENT: dict[int, tuple[asyncio.AbstractEventLoop, Leases]] = {}  # by number, what this worker has or waits for


def _leases(worker: Any) -> Leases:
    """The hosts that the event loop of this thread asks; their turns are the scheduler's to give."""
    loop = asyncio.get_running_loop()

    def send(what: str, host: str, number: int, rest: float) -> None:
        if what == ENTER:
            _LENT[number] = loop, leases
        elif what == LEAVE:
            _LENT.pop(number, None)
        message = {"op": what, "host": host, "number": number, "rest": rest}
        worker.loop.add_callback(_sent, worker, message)

    leases = Leases(time.monotonic, _NUMBERS, send)
    worker.stream_handlers |= {_GIVEN: _given, _RECALLED: _recalled}
    return leases


def _sent(worker: Any, message: dict[str, Any]) -> None:
    with contextlib.suppress(OSError):  # cut off: what runs here is about to learn it
        worker.batched_stream.send(message)


def _given(number: int) -> None:
    _pass_on(number, Leases.given, time.monotonic())  # what the clocks of event loops show


def _recalled(number: int) -> None:
    _pass_on(number, Leases.recalled)


def _pass_on(number: int, news: Callable[..., None], *more: float) -> None:
    """Tells the event loop that asked; one that is over asks no more."""
    if number not in _LENT:
        return
    loop, leases = _LENT[number]
    try:
        loop.call_soon_threadsafe(news, leases, number, *more)
    except RuntimeError:
        leases.close()


def _tell(loop: asyncio.AbstractEventLoop, event: asyncio.Event) -> None:
    """Sets another thread's event, where its loop still runs."""
    with contextlib.suppress(RuntimeError):
        loop.call_soon_threadsafe(event.set)


# -- on the scheduler ------------------------------------------------------------------------------------------------


class _TurnsPlugin(SchedulerPlugin):  # type: ignore[misc]
    """Gives the turns of the whole cluster, whoever started what runs there."""

    name = "auditor-turns"
    idempotent = True

    async def start(self, scheduler: Any) -> None:
        loop = asyncio.get_running_loop()

        def tell(what: str, worker: str, number: int) -> None:
            scheduler.worker_send(worker, {"op": what, "number": number})

        turns = Turns(loop.time, loop.call_later, partial(tell, _GIVEN), partial(tell, _RECALLED), LEASE)
        self._turns = turns
        scheduler.stream_handlers |= {
            ENTER: lambda worker, host, number, rest: turns.enter(host, (worker, number), rest),
            LEAVE: lambda worker, host, number, rest: turns.leave(host, (worker, number), rest),
            HOLD: lambda worker, host, number, rest: turns.hold(host, rest),
        }

    def remove_worker(self, scheduler: Any, worker: str, **_: Any) -> None:
        self._turns.gone(worker)
