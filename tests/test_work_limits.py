"""A limited worker ends what is too heavy, and only that."""

from __future__ import annotations

import contextlib
import mmap
import os
import sys
import threading
import time

import pytest

from auditor.work.limits import Limits
from auditor.work.reading import Reading
from auditor.work.worker import TooHeavy, Worker, WorkerCrash

LITTLE = Limits(cpu=0.5, wall=30.0, megabytes=300)


def add(one: int, two: int) -> int:
    return one + two


def spin() -> None:
    while True:
        pass


def sleep() -> None:
    time.sleep(600)


def fill() -> int:
    return len(bytearray(900_000_000))


def fill_below_python() -> None:
    pages = mmap.mmap(-1, 900_000_000)
    for at in range(0, len(pages), 4096):
        pages[at] = 1
    sleep()


_HELD: list[mmap.mmap] = []


def crowd() -> int:
    """How many maps it took to fill the address space up to the last two megabytes; they stay."""
    with contextlib.suppress(OSError):
        while True:
            _HELD.append(mmap.mmap(-1, 1 << 20))
    del _HELD[-2:]
    threading.stack_size(16 << 20)  # none that a thread left behind would do for another
    return len(_HELD)


def die() -> None:
    os._exit(7)


def started_by(number: int) -> int:
    """What a worker's own worker says: a reader behind the process that scores."""
    with Worker(LITTLE) as inner:
        return inner.do(add, number, 1)


def test_a_limited_worker_does_its_work() -> None:
    with Worker(LITTLE) as worker:
        assert [worker.do(add, 1, n) for n in range(3)] == [1, 2, 3]
        assert worker.peak > 0


def test_what_takes_too_much_of_the_processor_is_ended() -> None:
    with Worker(LITTLE) as worker, pytest.raises(TooHeavy, match="of the processor"):
        worker.do(spin)
    assert not worker.alive


def test_what_waits_too_long_is_ended() -> None:
    with Worker(Limits(cpu=5.0, wall=0.3, megabytes=300)) as worker, pytest.raises(TooHeavy, match="more than 0"):
        worker.do(sleep)


def test_what_takes_too_much_memory_is_told_or_ended() -> None:
    for function in (fill, fill_below_python):
        with Worker(LITTLE) as worker, pytest.raises((TooHeavy, OSError)):
            worker.do(function)  # type: ignore[arg-type]


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the parent's look alone limits memory")
def test_a_burst_of_memory_never_passes_the_limit() -> None:
    with Worker(LITTLE) as worker:
        with pytest.raises(TooHeavy, match="out of memory"):
            worker.do(fill)
        assert worker.do(add, 1, 1) == 2


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere address space is not limited")
def test_a_process_near_its_memory_still_does_what_is_light() -> None:
    """It needs no thread of its own for each thing it does."""
    with Worker(LITTLE) as worker:
        assert worker.do(crowd) > 10
        assert [worker.do(add, 1, n) for n in range(3)] == [1, 2, 3]


@pytest.mark.skipif(sys.platform == "win32", reason="the kernel's limits")
def test_a_process_whose_parent_does_not_look_ends_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.work.limits.Watch.exceeded", lambda self: "")
    with Worker(LITTLE) as worker, pytest.raises(WorkerCrash):
        worker.do(spin)
    with Worker(Limits(cpu=5.0, wall=0.3, megabytes=300)) as worker, pytest.raises(WorkerCrash):
        worker.do(sleep)


def test_a_reader_is_replaced_after_what_it_died_of() -> None:
    reader = Reading(LITTLE)
    try:
        assert reader.do(add, 1, 1) == 2
        for deadly in (spin, die, fill):
            with pytest.raises(WorkerCrash):
                reader.do(deadly)  # type: ignore[arg-type]
            assert reader.do(add, 2, 2) == 4
    finally:
        reader.close()


def test_a_reader_is_renewed_from_time_to_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.work.reading._FRESH_AFTER", 2)
    reader = Reading(LITTLE)
    try:
        assert len({reader.do(os.getpid) for _ in range(4)}) == 2
    finally:
        reader.close()


def test_a_worker_may_have_a_worker() -> None:
    with Worker() as worker:
        assert worker.do(started_by, 1) == 2
