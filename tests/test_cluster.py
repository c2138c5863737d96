"""A round on a Dask cluster: the same cards as on one machine, the same politeness, and nothing lost with a worker."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import asdict, replace
from datetime import UTC, datetime
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from itertools import pairwise
from pathlib import Path

import dask
import pytest
from distributed import Client, LocalCluster

from auditor.cluster import Part, _again
from auditor.crawl.connection import ConnectionDown
from auditor.crawl.guard import resolve
from auditor.demo import DemoProvince
from auditor.model import CrawlSettings, OfficeKind, Scorecard, Site
from auditor.problems import InputError
from auditor.proof import PROOF, WARC
from auditor.round import run_round, score_round
from auditor.rules.loader import load
from auditor.run import Watch
from auditor.snapshot import PARTIAL
from auditor.work.cluster import Cluster, _brought, here
from auditor.work.engine import ClusterLost, engine, run
from auditor.work.worker import WorkerCrash
from tests.loopback import Province

ROUND = "2026-T4"
PACK = load(Path(__file__).parent.parent / "rules" / "kip")
SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.01, max_pages=5, browser="never", allow_private=True, retry_wait=0.0)
LOOPBACK = {"host": "127.0.0.1", "dashboard_address": "127.0.0.1:0", "silence_logs": 50, "threads_per_worker": 1}
_MOMENT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d[^\"]*|urn:uuid:[0-9a-f-]+")


@pytest.fixture(scope="module")
def cluster() -> Iterator[LocalCluster]:
    """Two workers in processes of their own."""
    with dask.config.set({"distributed.worker.daemon": False}), LocalCluster(n_workers=2, **LOOPBACK) as made:
        yield made


@contextmanager
def threads(workers: int) -> Iterator[str]:
    """The address of a cluster whose workers are threads."""
    with LocalCluster(n_workers=workers, processes=False, protocol="tcp", **LOOPBACK) as made:
        yield f"dask:{made.scheduler_address}"


def audited(sites: list[Site], out: Path, name: str, depot: str = "", watch: Watch = Watch()) -> tuple[Scorecard, ...]:
    return run_round(sites, ROUND, out, PACK, SETTINGS, engine_name=name, depot=depot, watch=watch)


def timeless(cards: tuple[Scorecard, ...]) -> list[str]:
    """The cards as bytes, but for the moments at which something was seen."""
    return [_MOMENT.sub("-", json.dumps(asdict(card), default=str, sort_keys=True)) for card in cards]


def test_one_machine_and_a_cluster_make_the_same_cards_of_the_sample_province(tmp_path: Path) -> None:
    settings = replace(SETTINGS, delay=0.0, max_pages=6, max_documents=4)
    made = {}
    with DemoProvince(datetime(2026, 11, 22, 5, tzinfo=UTC), slow_seconds=0.05) as province:
        chosen = ("kanwil-nusa-kencana", "kota-candrapura")
        sites = [site for site in province.sites if site.id in chosen]
        assert len(sites) == len(chosen)
        for name in ("lokal", "proses", "dask:lokal"):
            made[name] = run_round(sites, ROUND, tmp_path / name[:4], PACK, settings, engine_name=name)
    assert timeless(made["lokal"]) == timeless(made["proses"]) == timeless(made["dask:lokal"])
    assert all(card.pages_opened for card in made["lokal"])
    assert score_round(ROUND, tmp_path / "dask", PACK, engine_name="lokal") == made["dask:lokal"]


def test_a_cluster_scores_a_stored_round_to_the_same_bytes(tmp_path: Path, cluster: LocalCluster) -> None:
    with Province(2) as province:
        cards = audited(province.sites, tmp_path, "lokal")
    assert score_round(ROUND, tmp_path, PACK, engine_name=f"dask:{cluster.scheduler_address}") == cards


def test_a_worker_that_is_killed_costs_no_site_and_none_is_there_twice(tmp_path: Path, cluster: LocalCluster) -> None:
    with Province(6, slower=0.03) as province, Client(cluster) as client:
        victim = client.run(os.getpid).popitem()[1]
        bukti = tmp_path / ROUND / PROOF

        def kill() -> None:
            while not list(bukti.glob(f"*{PARTIAL}")):
                time.sleep(0.01)
            os.kill(victim, signal.SIGKILL)

        killer = threading.Thread(target=kill)
        killer.start()
        told, seen = list[str](), set[str]()
        watch = Watch(progress=lambda one: seen.add(one.site_id), card=lambda card: told.append(card.site.id))
        cards = audited(province.sites, tmp_path, f"dask:{cluster.scheduler_address}", watch=watch)
        killer.join()
        client.wait_for_workers(2, timeout=60)
    assert sorted(told) == sorted(site.id for site in province.sites) and seen <= set(told) and seen
    assert len(cards) == 6 and all(card.score is not None for card in cards)
    assert len(list(bukti.glob(f"*{WARC}"))) == 6 and not list(bukti.glob(f"*{PARTIAL}"))


def test_what_a_depot_keeps_is_not_crawled_again_by_another_machine(tmp_path: Path, cluster: LocalCluster) -> None:
    name, depot = f"dask:{cluster.scheduler_address}", f"file://{tmp_path}/gudang"
    with Province(3) as province:
        cards = audited(province.sites, tmp_path / "satu", name, depot)
        asked = province.requests()
        assert audited(province.sites, tmp_path / "dua", name, depot) == cards
        assert province.requests() == asked, "the second machine only judged what was stored"
    stored = [
        {p.name: p.read_bytes() for p in (tmp_path / n / ROUND / PROOF).iterdir()} for n in ("satu", "dua", "gudang")
    ]
    assert stored[0] == stored[1] == stored[2] and len(stored[0]) == 3


def test_an_address_where_nothing_can_be_kept_is_told_before_anything_is_crawled(tmp_path: Path) -> None:
    with threads(1) as name, pytest.raises(InputError, match="--store"):
        audited([], tmp_path, name, "tiadasistem://wadah")


def part_of(*names: str) -> Part:
    sites = tuple(Site(name, f"Kankemenag {name}", OfficeKind.KABUPATEN, f"http://{name}.example.id") for name in names)
    return Part(Path("bukti"), sites, SETTINGS, b"", {}, frozenset(), resolve, None, False)


def test_a_part_that_workers_died_of_is_done_site_by_site_and_the_site_they_died_of_is_told() -> None:
    told: list[str] = []
    watch = Watch(note=told.append)
    singles = _again(part_of("satu", "dua", "tiga"), WorkerCrash("mati"), watch)
    assert [[site.id for site in part.sites] for part in singles] == [["satu"], ["dua"], ["tiga"]] and not told
    assert _again(singles[1], WorkerCrash("mati"), watch) == [] and "Kankemenag dua" in told[0]


def test_a_machine_without_a_connection_hands_its_part_on_and_two_of_them_end_the_round() -> None:
    (again,) = _again(part_of("satu", "dua"), ConnectionDown("putus"), Watch())
    assert len(again.sites) == 2
    with pytest.raises(ConnectionDown):
        _again(again, ConnectionDown("putus"), Watch())


class _Host(BaseHTTPRequestHandler):
    """Answers slowly and notes when."""

    spans: list[tuple[float, float]]

    def do_GET(self) -> None:
        began = time.monotonic()
        time.sleep(0.02)
        self.spans.append((began, time.monotonic()))
        self.send_response(204)
        self.end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


def ask(url: str) -> int:
    """Five polite requests from a worker."""
    from auditor.crawl.client import Client as Polite
    from auditor.crawl.pace import Pace
    from auditor.crawl.tls import Trust
    from auditor.model import FetchRole

    async def all_of_them() -> int:
        pace = Pace(0.05, asyncio.get_running_loop().time, here().turnstile())
        polite = Polite(SETTINGS, Trust(allow_private=True), pace)
        try:
            fetches = [await polite.fetch(f"{url}/{n}", FetchRole.PAGE, retries=0) for n in range(5)]
        finally:
            await polite.aclose()
        return sum(fetch.http_status == 204 for fetch in fetches)

    return asyncio.run(all_of_them())


def test_four_workers_that_ask_one_host_take_turns_and_keep_the_delay_together() -> None:
    _Host.spans = []
    with ThreadingHTTPServer(("127.0.0.1", 0), _Host) as server, threads(4) as name:
        threading.Thread(target=partial(server.serve_forever, 0.01), daemon=True).start()
        address, done = f"http://127.0.0.1:{server.server_address[1]}", list[object]()
        machines = engine(name)
        run(machines, ask, [address] * 4, lambda _, result: done.append(result))
        machines.close()
        server.shutdown()
    spans = sorted(_Host.spans)
    assert done == [5] * 4 and len(spans) == 20
    assert all(before[1] <= after[0] for before, after in pairwise(spans)), "never two at once"
    assert min(after[0] - before[0] for before, after in pairwise(spans)) >= 0.05


def wait_long(seconds: int) -> int:
    time.sleep(seconds)
    return seconds


def test_a_cluster_whose_scheduler_is_gone_is_told_as_such() -> None:
    made = LocalCluster(n_workers=1, processes=False, protocol="tcp", **LOOPBACK)
    machines = Cluster(made.scheduler_address, 1)

    async def lose() -> object:
        task = asyncio.create_task(machines.call(wait_long, 3))
        await asyncio.sleep(0.3)
        await asyncio.to_thread(made.close)
        return (await asyncio.gather(task, return_exceptions=True))[0]

    assert isinstance(asyncio.run(lose()), ClusterLost)
    machines.close()


def test_a_cluster_of_this_machine_has_a_worker_for_each_processor_however_few_processes_a_round_asks_for(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("auditor.work.engine.cores", lambda: 2)
    with closing(engine("dask:lokal", processes=1)) as machines:
        assert machines.workers == 2


def test_workers_that_may_start_no_readers_are_refused_with_the_command_that_mends_it(tmp_path: Path) -> None:
    with dask.config.set({"distributed.worker.daemon": True}), LocalCluster(n_workers=1, **LOOPBACK) as made:
        machines = Cluster(made.scheduler_address, 1)
        with pytest.raises(InputError, match="DASK_DISTRIBUTED__WORKER__DAEMON=False"):
            asyncio.run(machines.call(wait_long, 0))
        machines.close()


def test_a_cluster_that_does_not_answer_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.work.cluster._ANSWER", 1.0)
    with pytest.raises(InputError, match="tidak menjawab"):
        engine("dask:tcp://127.0.0.1:9")


def second_time_slowly(mark: Path) -> int:
    """The process it runs in; a second run takes longer than anybody waits for an answer."""
    if mark.exists():
        time.sleep(1.0)
    mark.touch()
    return os.getpid()


def test_what_is_lost_with_the_worker_that_did_it_is_waited_for_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.work.cluster._ANSWER", 0.2)
    with LocalCluster(n_workers=2, **LOOPBACK) as made, Client(made) as client:
        future = client.submit(second_time_slowly, tmp_path / "mark", pure=False)
        first = future.result(30)
        os.kill(first, getattr(signal, "SIGKILL", signal.SIGTERM))
        assert asyncio.run(_brought(future)) != first


def raise_timeout(_: object) -> None:
    raise TimeoutError("of its own")


def test_a_timeout_that_the_work_itself_met_is_its_own() -> None:
    with threads(1) as name, closing(engine(name)) as machines:
        assert isinstance(machines, Cluster)
        with pytest.raises(TimeoutError, match="of its own"):
            asyncio.run(machines.call(raise_timeout, None))
