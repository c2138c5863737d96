"""A round on a Dask cluster, measured on this machine: ``python bench/cluster.py PART``, a part being

speed     two workers against one, each on a processor of its own (what CPU alone decides: delay 0); memory of a worker
overhead  ``dask:lokal`` against ``proses``
polite    4 workers, 60 sites on 20 hosts and a cloud that all of them ask: never two requests at one host at once
deaths    kill -9 of a worker at 20 moments, and of the scheduler once: every site once in the end
equal     the cards of the whole sample province by ``lokal``, ``proses`` and ``dask:lokal``: byte for byte the same
s3        a round kept at an ``s3://`` address, a local one (with ``s3fs``, ``moto[server]``), taken up elsewhere
nation N  N sites of 20 pages, politely: sites an hour, WARC bytes of a site, CPU against waiting, memory
country N  the same with small pages, which a machine of two processors can do 4,600 times in an hour

Sites are those of bench/corpus.py, served on loopback by a process of its own. Ends with 1 where one does not hold.
"""

from __future__ import annotations

import asyncio
import json
import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import pairwise
from operator import eq
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.demo import DemoProvince  # noqa: E402
from auditor.model import CrawlSettings, OfficeKind, Scorecard, Site  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.round import run_round  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from auditor.run import Watch  # noqa: E402
from auditor.work.engine import ClusterLost  # noqa: E402
from bench.corpus import write  # noqa: E402
from bench.memory import OWN, sample  # noqa: E402
from bench.peers import free_port, hosts_of  # noqa: E402
from tests.test_cluster import timeless  # noqa: E402

ROUND, PAGES = "2026-T4", 20
TRASPARENZAI = 12.3  # sites an hour and core: 23,663 sites in 20 h on 3 x 32 processors, as published
KILLS = 20
_TICK = os.sysconf("SC_CLK_TCK")


def sites_at(starts: dict[str, str]) -> list[Site]:
    return [
        Site(f"kantor-{n:04d}", f"Kankemenag Kabupaten {n}", OfficeKind.KABUPATEN, start, f"Provinsi {n % 38}")
        for n, start in enumerate(starts.values())
    ]


def settings(delay: float = 0.0, pages: int = PAGES) -> CrawlSettings:
    return CrawlSettings(
        "KIPAuditor/bench",
        delay=delay,
        max_pages=pages,
        max_documents=0,
        browser="never",
        allow_private=True,
        retry_wait=0.0,
    )


@contextmanager
def serving(count: int, small: bool = False) -> Iterator[list[Site]]:
    """The sites of a corpus, served."""
    port = free_port()
    hosts = hosts_of(count, port)
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), hosts, small)
        command = [sys.executable, str(ROOT / "bench" / "static.py"), name, str(port), *hosts]
        with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
            assert server.stdin is not None and server.stdout is not None
            assert server.stdout.readline().strip() == "ready"
            try:
                yield sites_at(hosts)
            finally:
                server.communicate("")


class Cluster:
    """A scheduler and workers, each a process as docs/skala.md starts it; worker n on processor n."""

    def __init__(self, workers: int) -> None:
        self._dask = str(Path(sys.executable).with_name("dask"))
        self.address = f"tcp://127.0.0.1:{_free()}"
        self.scheduler = self._start("scheduler", "--host", self.address, "--no-dashboard")
        self.workers = [self.worker(n) for n in range(workers)]

    def worker(self, number: int) -> subprocess.Popen[bytes]:
        on = ["taskset", "-c", str(number % (os.cpu_count() or 1))]
        return self._start("worker", self.address, "--no-nanny", "--nthreads", "1", "--no-dashboard", on=on)

    def _start(self, *words: str, on: list[str] | None = None) -> subprocess.Popen[bytes]:
        environment = os.environ | {"PYTHONPATH": str(ROOT), "DASK_DISTRIBUTED__WORKER__PROFILE__ENABLED": "False"}
        quiet = subprocess.DEVNULL
        return subprocess.Popen(
            [*(on or []), self._dask, *words], env=environment, stdout=quiet, stderr=quiet, cwd=tempfile.gettempdir()
        )

    def __enter__(self) -> Cluster:
        return self

    def __exit__(self, *_: object) -> None:
        for process in (*self.workers, self.scheduler):
            process.kill()
            process.wait()

    def audit(self, sites: list[Site], out: Path, how: CrawlSettings, watch: Watch = Watch()) -> float:
        """Seconds of a round."""
        return audit(f"dask:{self.address}", sites, out, how, watch)


def _free() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])


PACK = load(shipped("rules") / "kip")


def audit(engine: str, sites: list[Site], out: Path, how: CrawlSettings, watch: Watch = Watch()) -> float:
    began = time.monotonic()
    for _ in range(100):
        try:
            cards = run_round(sites, ROUND, out, PACK, how, engine_name=engine, watch=watch)
            break
        except Exception as error:
            if "tidak menjawab" not in str(error):
                raise
    assert len(cards) == len(sites)
    return time.monotonic() - began


class Eye:
    """Looks at workers while they work: their memory and the seconds of CPU they took, their readers' included."""

    def __init__(self, pids: list[int]) -> None:
        self._families = [{pid} for pid in pids]
        self.megabytes = [0.0] * len(pids)
        self._cpu: dict[int, float] = {}
        self._first: dict[int, float] = {}
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)
        self._thread.start()

    def _look(self) -> None:
        first = True
        while not self._over.wait(0.0 if first else 0.2):
            for n, family in enumerate(self._families):
                self._families[n], now = sample(family)
                self.megabytes[n] = max(self.megabytes[n], now[OWN])
                for pid in self._families[n]:
                    try:
                        fields = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
                    except OSError:
                        continue
                    taken = (int(fields[11]) + int(fields[12])) / _TICK
                    self._first.setdefault(pid, taken if first else 0.0)
                    self._cpu[pid] = taken - self._first[pid]
            first = False

    def end(self) -> float:
        """Seconds of CPU of all of them together."""
        self._over.set()
        self._thread.join()
        return sum(self._cpu.values())


class Machine:
    """What all processors of this machine do meanwhile: a figure taken beside other work says little."""

    def __init__(self) -> None:
        self._before, self._began = self._read(), time.monotonic()

    @staticmethod
    def _read() -> list[int]:
        return [int(n) for n in Path("/proc/stat").read_text(encoding="utf-8").splitlines()[0].split()[1:9]]

    def told(self, ours: float) -> str:
        """The shares of time that were idle, and that went to others than the processes that took ``ours`` seconds."""
        spent = [now - before for now, before in zip(self._read(), self._before, strict=True)]
        idle, whole = spent[3] + spent[4], sum(spent)
        others = whole - idle - ours * _TICK
        return f"processors idle {idle / whole:.0%}, taken by others {max(0, others) / whole:.0%}"


class Table:
    """Figures and what they must hold."""

    def __init__(self) -> None:
        self.good = True

    def row(self, what: str, value: float, holds: bool | None = None, detail: str = "") -> None:
        self.good &= holds is not False
        print(
            f"{'   ' if holds is None else 'ok ' if holds else 'NO '} {what:<56} {value:>9.2f}   {detail}", flush=True
        )


def speed(table: Table, count: int = 24) -> None:
    taken = {}
    with serving(count) as sites, tempfile.TemporaryDirectory() as name:
        for workers in (1, 2):
            with Cluster(workers) as cluster:
                # What is loaded once is no part of a round of hours.
                cluster.audit(sites[: 4 * workers], Path(name) / f"warm{workers}", settings())
                eye = Eye([*(process.pid for process in cluster.workers), cluster.scheduler.pid, os.getpid()])
                machine = Machine()
                taken[workers] = cluster.audit(sites, Path(name) / f"out{workers}", settings())
                cpu = eye.end()
            hourly = count / taken[workers] * 3600 / workers
            detail = f"{count} sites x {PAGES} pages of 100 KB in {taken[workers]:.1f} s"
            table.row(f"sites an hour and core, {workers} worker(s)", hourly, hourly >= 6 * TRASPARENZAI, detail)
            table.row("  CPU of workers, scheduler, servers and this, s", cpu, None, machine.told(cpu))
            most = max(eye.megabytes[:workers])
            table.row("  MB of the largest worker, its readers included", most, most <= 400)
    table.row("two workers / one", taken[1] / taken[2], taken[1] / taken[2] >= 1.7)


def overhead(table: Table, count: int = 38, rounds: int = 3) -> None:
    taken: dict[str, list[float]] = {"proses": [], "dask:lokal": []}
    command = [sys.executable, str(ROOT / "bench" / "crawlers" / "auditor_round.py"), "0"]
    with serving(count) as sites:
        starts = "\n".join(site.url for site in sites)
        for _ in range(rounds):  # in turn: a machine is not equally fast at all times
            for engine, times in taken.items():
                eye, machine, began = Eye([os.getpid()]), Machine(), time.monotonic()
                subprocess.run(
                    [*command, engine, str(PAGES)], input=starts, stdout=subprocess.DEVNULL, text=True, check=True
                )
                times.append(time.monotonic() - began)
                cpu = eye.end()
                table.row(f"{engine}, s", times[-1], None, f"{count} sites x {PAGES} pages, start and end included")
                table.row("  CPU, s", cpu, None, machine.told(cpu))
    ratio = sum(taken["dask:lokal"]) / sum(taken["proses"])
    table.row("dask:lokal / proses", ratio, ratio <= 1.15)


CLOUD = "drive.google.com"
_MENU = ("Visi dan Misi", "Tugas dan Fungsi", "Profil Pimpinan", "Kontak")


async def cloud_on_loopback(host: str, port: int) -> list[str]:
    """Where the hosts of the politeness run lie."""
    return ["127.9.9.9"] if host == CLOUD else [host]


class Log:
    """Hosts that answer slowly and note when each request came and went."""

    def __init__(self, hosts: list[str], port: int) -> None:
        self.spans: dict[str, list[tuple[float, float]]] = defaultdict(list)
        self._hosts, self._port, self._ready = hosts, port, threading.Event()
        self._loop = asyncio.new_event_loop()
        threading.Thread(target=self._serve, daemon=True).start()
        self._ready.wait()

    def _serve(self) -> None:
        async def start() -> None:
            for host in self._hosts:
                await asyncio.start_server(self._answer, host, self._port)
            self._ready.set()

        self._loop.create_task(start())
        self._loop.run_forever()

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        while head := await _head(reader):
            began = time.monotonic()
            path = head.split(b" ")[1].decode()
            host = next(line[6:].decode() for line in head.split(b"\r\n") if line.lower().startswith(b"host:"))
            await asyncio.sleep(0.02)
            folder = f"/{path.split('/')[1]}" if path.count("/") > 1 else ""
            links = "".join(f'<li><a href="{folder}/{n}/">{label}</a></li>' for n, label in enumerate(_MENU))
            name = abs(hash(host + path)) % 10**9
            file = f'<a href="http://{CLOUD}/file/d/{name}">Daftar Informasi Publik</a>'
            html = f"<title>Kankemenag</title><nav><ul>{links}</ul></nav><main><h1>Isi {path}</h1><p>{file}</p></main>"
            body = html.encode() if folder or host == CLOUD else b""
            status = "200 OK" if body else "404 Not Found"
            start = f"HTTP/1.1 {status}\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n"
            self.spans[host].append((began, time.monotonic()))
            writer.write(start.encode() + body)
            await writer.drain()


async def _head(reader: asyncio.StreamReader) -> bytes:
    try:
        return await reader.readuntil(b"\r\n\r\n")
    except (asyncio.IncompleteReadError, OSError):
        return b""


def polite(table: Table) -> None:
    delay, port = 0.1, free_port()
    if port != 80:
        print("run as root: the cloud's name has no port of its own")
        return
    hosts = [f"127.9.0.{n + 1}" for n in range(20)]
    log = Log([*hosts, "127.9.9.9"], port)
    names = [
        f"{a}{b}{c}"
        for a in ("ban", "ci", "da", "gu")
        for b in ("ra", "su", "to")
        for c in ("ma", "ne", "li", "po", "ku")
    ]
    sites = [
        Site(
            f"kab-{name}",
            f"Kankemenag Kabupaten {name.title()}",
            OfficeKind.KABUPATEN,
            f"http://{hosts[n % 20]}/{name}/",
        )
        for n, name in enumerate(names)
    ]
    with Cluster(4) as cluster, tempfile.TemporaryDirectory() as out:
        how, engine = replace(settings(delay, 6), max_documents=3), f"dask:{cluster.address}"
        cards = run_round(sites, ROUND, Path(out), PACK, how, engine_name=engine, resolver=cloud_on_loopback)
    at_once = sum(b[0] < a[1] for spans in log.spans.values() for a, b in pairwise(sorted(spans)))
    gaps = [b[0] - a[0] for spans in log.spans.values() for a, b in pairwise(sorted(spans))]
    requests = sum(map(len, log.spans.values()))
    detail = f"{requests} requests of {len(cards)} sites, {len(log.spans)} hosts, {len(log.spans[CLOUD])} at the cloud"
    table.row("requests beside another at the same host", at_once, at_once == 0 and bool(log.spans[CLOUD]), detail)
    table.row("smallest gap / delay", min(gaps) / delay, min(gaps) >= delay, f"delay {delay:g} s")


def deaths(table: Table, kills: int = KILLS) -> None:
    moments, lost, twice = random.Random(2026), 0, 0
    with serving(12, small=True) as sites, tempfile.TemporaryDirectory() as name:
        with Cluster(2) as cluster:
            cluster.audit(sites[:4], Path(name) / "warm", settings(0.02, 6))
            whole = cluster.audit(sites, Path(name) / "whole", settings(0.02, 6))
            for n in range(kills):

                def kill(victim: int = n % 2, after: float = moments.uniform(0.2, whole)) -> None:
                    time.sleep(after)
                    cluster.workers[victim].kill()
                    cluster.workers[victim].wait()
                    cluster.workers[victim] = cluster.worker(victim)

                killer = threading.Thread(target=kill)
                killer.start()
                told: list[str] = []
                cluster.audit(sites, Path(name) / f"{n}", settings(0.02, 6), _telling(told))
                killer.join()
                lost, twice = lost + len({s.id for s in sites} - set(told)), twice + len(told) - len(set(told))
        table.row("kills of a worker", kills, None, f"a round of {len(sites)} sites takes {whole:.1f} s")
        table.row("sites lost", lost, lost == 0)
        table.row("sites done twice", twice, twice == 0)
        told, ended = [], False
        with Cluster(2) as cluster:
            cluster.audit(sites[:4], Path(name) / "warm again", settings(0.02, 6))  # it is up, then, and has workers
            threading.Timer(whole * 0.6, cluster.scheduler.kill).start()
            try:
                cluster.audit(sites, Path(name) / "scheduler", settings(0.02, 6), _telling(told))
            except ClusterLost:
                ended = True
        with Cluster(2) as cluster:
            cluster.audit(sites, Path(name) / "scheduler", settings(0.02, 6))
        stored = len(list((Path(name) / "scheduler" / ROUND / "bukti").glob("*.warc.gz")))
        table.row("sites after the scheduler was killed and the round resumed", stored, stored == len(sites) and ended)


def _telling(told: list[str]) -> Watch:
    return Watch(card=lambda card: told.append(card.site.id))


def nation(table: Table, count: int, small: bool = False) -> None:
    delay, weight = 0.05, "small ones" if small else "100 KB"
    with serving(count, small) as sites, tempfile.TemporaryDirectory() as name, Cluster(2) as cluster:
        out = Path(name) / "out"
        eye, own = Eye([process.pid for process in cluster.workers]), Eye([os.getpid()])
        scheduler = Eye([cluster.scheduler.pid])
        seconds = cluster.audit(sites, out, settings(delay))
        cpu, driver, between = eye.end(), own.end(), scheduler.end()
        size = [path.stat().st_size for path in (out / ROUND / "bukti").glob("*.warc.gz")]
        table.row("sites", count, None, f"{PAGES} pages, {weight}, delay {delay:g} s, 2 workers, {seconds:.0f} s")
        table.row("sites an hour and core", count / seconds * 1800, count / seconds * 1800 >= 6 * TRASPARENZAI)
        table.row("share of the workers' time that is CPU", cpu / seconds / 2)
        table.row("CPU of a site on its worker, s", cpu / count)
        table.row("CPU of a site at the scheduler, ms", between * 1000 / count)
        table.row("WARC of a site, KB", sum(size) / len(size) / 1000)
        table.row("audit.db of a site, KB", (out / "audit.db").stat().st_size / count / 1000)
        table.row("MB of the largest worker", max(eye.megabytes), max(eye.megabytes) <= 400)
        table.row("MB of the scheduler", max(scheduler.megabytes))
        print(json.dumps({"driver CPU s": round(driver, 1), "largest WARC KB": max(size) // 1000}))


def equal(table: Table) -> None:
    how = replace(settings(0.0, 6), max_documents=4)
    made: dict[str, tuple[Scorecard, ...]] = {}
    with DemoProvince(datetime(2026, 11, 22, 5, tzinfo=UTC), slow_seconds=0.05) as province:
        for name in ("lokal", "proses", "dask:lokal"):
            with tempfile.TemporaryDirectory() as out:
                began = time.monotonic()
                made[name] = run_round(province.sites, ROUND, Path(out), PACK, how, engine_name=name)
                table.row(f"seconds of {len(province.sites)} sites, {name}", time.monotonic() - began)
    first, *others = (timeless(cards) for cards in made.values())
    same = sum(all(other[n] == card for other in others) for n, card in enumerate(first))
    table.row("cards that are the same bytes by all three", same, same == len(province.sites))


@contextmanager
def objects() -> Iterator[str]:
    """An address in a local place of objects, while the block runs; s3fs is told where by the environment."""
    import s3fs

    port = free_port()
    for key in ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"):
        os.environ[key] = "uji"
    os.environ |= {"AWS_ENDPOINT_URL": f"http://127.0.0.1:{port}", "AWS_DEFAULT_REGION": "us-east-1"}
    quiet = subprocess.DEVNULL
    command = [sys.executable, "-m", "moto.server", "-H", "127.0.0.1", "-p", str(port)]
    with subprocess.Popen(command, stdout=quiet, stderr=quiet) as server:
        try:
            while server.poll() is None:
                with suppress(OSError), socket.create_connection(("127.0.0.1", port), 1):
                    break
                time.sleep(0.2)
            s3fs.S3FileSystem().mkdir("kip-auditor")
            yield "s3://kip-auditor/hasil"
        finally:
            server.kill()


def s3(table: Table) -> None:
    import s3fs

    with serving(8, small=True) as sites, objects() as address, tempfile.TemporaryDirectory() as name:
        cards, seen = [], list[str]()
        for out in ("satu", "dua"):  # the second machine has nothing of its own
            watch = Watch(progress=lambda one: seen.append(one.site_id))
            place, how = Path(name) / out, settings(0.0, 6)
            cards.append(
                run_round(sites, ROUND, place, PACK, how, engine_name="dask:lokal", depot=address, watch=watch)
            )
            table.row(f"requests told of by machine {out}", len(seen), bool(seen) == (out == "satu"))
            seen.clear()
        table.row("cards of both machines that are the same", sum(map(eq, *cards)), cards[0] == cards[1])
        system, where = s3fs.S3FileSystem(), f"{ROUND}/bukti"
        kept = {path.rpartition("/")[2]: system.cat_file(path) for path in system.ls(f"{address}/{where}")}
        same = [kept.get(path.name) == path.read_bytes() for path in (Path(name) / "dua" / where).glob("*.warc.gz")]
        table.row("snapshots at the address that are those in the folder", sum(same), len(same) == 8 == sum(same))


PARTS: dict[str, Callable[..., None]] = {
    "speed": speed, "overhead": overhead, "polite": polite, "deaths": deaths, "equal": equal, "s3": s3,
    "nation": nation, "country": partial(nation, small=True),
}  # fmt: skip


def main() -> int:
    table, (part, *numbers) = Table(), sys.argv[1:] or ["speed"]
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # the cluster ends with us
    PARTS[part](table, *map(int, numbers))
    return int(not table.good)


if __name__ == "__main__":
    sys.exit(main())
