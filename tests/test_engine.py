"""The engines: the same work gives the same results wherever it is done, and a dead worker costs one item."""

from __future__ import annotations

import asyncio
import os
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from auditor.problems import InputError
from auditor.work.engine import engine, run
from auditor.work.limits import Limits
from auditor.work.worker import Worker, WorkerCrash


def double(number: int) -> int:
    if number < 0:
        raise ValueError("negatif")
    if number == 13:
        os._exit(9)
    return 2 * number


def results(name: str, items: list[int]) -> dict[int, object]:
    done: dict[int, object] = {}
    worker = engine(name, processes=2)
    try:
        run(worker, double, items, lambda item, result: done.update({item: result}))
    finally:
        worker.close()
    return done


@pytest.mark.parametrize("name", ["lokal", "proses"])
def test_every_item_is_done_and_a_fault_stays_with_its_item(name: str) -> None:
    done = results(name, [1, 2, -1, 3])
    assert {k: v for k, v in done.items() if k > 0} == {1: 2, 2: 4, 3: 6}
    assert isinstance(done[-1], ValueError)


def test_a_worker_that_dies_costs_only_the_item_it_died_of() -> None:
    done = results("proses", [1, 13, 2, 3, 4])
    assert isinstance(done.pop(13), WorkerCrash)
    assert done == {1: 2, 2: 4, 3: 6, 4: 8}


@dataclass(frozen=True)
class Load:
    """An item that is too heavy until it has been lightened."""

    mark: Path

    def lighten(self) -> None:
        self.mark.touch()


def lift(load: Load) -> str:
    while not load.mark.exists():
        pass
    return "terangkat"


def test_an_item_that_is_too_heavy_is_lightened_and_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.work.engine._ITEM", Limits(cpu=0.5, wall=60.0, megabytes=400))
    done: dict[Load, object] = {}
    worker = engine("proses", processes=1)
    try:
        run(worker, lift, [Load(tmp_path / "ringan")], lambda item, result: done.update({item: result}))
    finally:
        worker.close()
    assert list(done.values()) == ["terangkat"]


def process(item: int) -> int:
    return os.getpid()


def test_workers_are_renewed_and_no_item_is_lost_by_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.work.engine._FRESH_AFTER", 2)
    seen: dict[int, object] = {}
    worker = engine("proses", processes=1)
    run(worker, process, [1, 2, 3, 4, 5], lambda item, result: seen.update({item: result}))
    worker.close()
    assert len(seen) == 5 and len(set(seen.values())) == 3


def hang(item: int) -> int:
    time.sleep(600)
    return item


def test_closing_ends_what_is_in_hand() -> None:
    async def start_and_close() -> int | BaseException:
        worker = engine("proses", processes=1)
        task = asyncio.create_task(worker.call(hang, 1))
        await asyncio.sleep(0.5)
        await asyncio.to_thread(worker.close)
        return (await asyncio.gather(task, return_exceptions=True))[0]

    assert isinstance(asyncio.run(asyncio.wait_for(start_and_close(), 300)), WorkerCrash)


def unable(item: int) -> object:
    if item:
        raise ValueError("negatif")
    return lambda: item


def test_what_cannot_travel_back_is_a_fault_and_a_fault_tells_where_it_was() -> None:
    with Worker() as worker:
        with pytest.raises(TypeError, match="function cannot travel"):
            worker.do(unable, 0)
        with pytest.raises(ValueError) as caught:
            worker.do(unable, 1)
        assert "in unable" in caught.value.__notes__[0]
    with pytest.raises(WorkerCrash):
        worker.do(unable, 1)


def test_what_the_caller_raises_stops_the_work() -> None:
    def full(item: int, result: object) -> None:
        raise OSError(28, "disk penuh")

    worker = engine("lokal")
    with pytest.raises(OSError, match="disk penuh"):
        run(worker, double, [1, 2, 3], full)
    worker.close()


def test_an_unknown_engine_is_told_with_what_is_allowed() -> None:
    with pytest.raises(InputError, match="lokal, proses, dask"):
        engine("turbo")


def test_a_dask_cluster_gives_the_same_results() -> None:
    from distributed import LocalCluster  # here, for the workers of the other tests import this module, too

    here = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0"}
    with LocalCluster(n_workers=1, processes=False, protocol="tcp", **here) as cluster:
        done = results(f"dask:{cluster.scheduler_address}", [1, 2, -1])
    assert done[1] == 2 and isinstance(done[-1], ValueError)
