"""The whole audit beside crawlers that only fetch, parse and follow: ``python bench/peers.py [--sites N] [--times N]``

38 sites x 60 pages of about 100 KB (bench/corpus.py), served on loopback by a process of its own. Each crawler is a
process whose CPU seconds (user and system, its children's with it) are counted whole, start included; all run in turn
on one machine, several times, and the medians are compared: ratios hold on a busy machine too. Scrapy and Crawlee are
no part of the auditor: they are taken from .venv-bench, where ``make bench`` puts them. ``--check``: exit code 1 where
the ratio does not hold.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from time import perf_counter, sleep

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from bench.corpus import PAGES, write  # noqa: E402

HOLD = 1.5  # times Scrapy
CRAWLERS = {"auditor": "auditor_round.py", "scrapy": "scrapy_spider.py", "crawlee": "crawlee_crawler.py"}
PEERS = ROOT / ".venv-bench" / "bin" / "python"
PORTS = (80, 8079)  # the second where the first is not ours to open


@dataclass(frozen=True, slots=True)
class Cost:
    """What one crawler took for the corpus, in one run."""

    cpu: float  # s
    pages: int
    requests: int
    most_requests: int = 0  # of one host
    seconds: float = 0.0  # on the clock
    megabytes: float = 0.0  # the crawling process at its largest

    @property
    def per_page(self) -> float:
        """Milliseconds of CPU for each page opened."""
        return self.cpu * 1000 / max(1, self.pages)


def python_of(crawler: str) -> Path | None:
    """The Python that has a crawler; None where it is not installed."""
    if crawler == "auditor":
        return Path(sys.executable)
    for python in (Path(os.environ.get("BENCH_PYTHON", PEERS)), Path(sys.executable)):
        if (
            python.is_file()
            and subprocess.run([python, "-c", f"import {crawler}"], capture_output=True).returncode == 0
        ):
            return python
    return None


def measure(crawler: str, python: Path, folder: Path, port: int, hosts: dict[str, str], *options: str) -> Cost:
    """What a crawler takes for all sites."""
    serve = [sys.executable, str(ROOT / "bench" / "static.py"), str(folder), str(port), *hosts]
    with subprocess.Popen(serve, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdin is not None and server.stdout is not None
        if server.stdout.readline().strip() != "ready":
            raise OSError(f"no server on port {port}")
        begun = perf_counter()
        with subprocess.Popen(
            [python, ROOT / "bench" / "crawlers" / CRAWLERS[crawler], *options],
            stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, cwd=folder,
        ) as process:  # fmt: skip
            assert process.stdin is not None
            process.stdin.write("\n".join(hosts.values()).encode())
            process.stdin.close()
            megabytes = 0.0
            while True:
                megabytes = max(megabytes, _largest(process.pid))
                ended, code, used = os.wait4(process.pid, os.WNOHANG)
                if ended:
                    break
                sleep(0.1)
            process.returncode = os.waitstatus_to_exitcode(code)
        seconds = perf_counter() - begun
        tally = json.loads(server.communicate("")[0])
    if process.returncode:
        raise OSError(f"{crawler} ended with {process.returncode}")
    pages = sum(found[0] for found in tally.values())
    asked = [found[1] for found in tally.values()]
    cpu = used.ru_utime + used.ru_stime
    return Cost(cpu, pages, sum(asked), max(asked, default=0), seconds, megabytes)


def _largest(pid: int) -> float:
    """The most megabytes a process has held so far; 0 where the system does not tell, or it has ended."""
    try:
        lines = Path(f"/proc/{pid}/status").read_text(encoding="utf-8").splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM:")), 0.0)


def hosts_of(sites: int, port: int) -> dict[str, str]:
    """Loopback addresses -> start addresses."""
    names = [f"127.9.{n // 200}.{1 + n % 200}" for n in range(sites)]
    return {name: f"http://{name}/" if port == 80 else f"http://{name}:{port}/" for name in names}


def free_port() -> int:
    """80, so that addresses need no port; another where only administrators may open it."""
    import socket

    for port in PORTS:
        try:
            with socket.create_server(("127.9.0.1", port)):
                return port
        except OSError:
            continue
    raise OSError("no port to serve on")


def compare(sites: int, times: int, wanted: list[str]) -> dict[str, list[Cost]]:
    """What each crawler took, run by run; those not installed are left out."""
    pythons = {name: python for name in wanted if (python := python_of(name)) is not None}
    port = free_port()
    hosts = hosts_of(sites, port)
    found: dict[str, list[Cost]] = {name: [] for name in pythons}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        size = write(folder, hosts) / sites / PAGES
        print(f"{sites} sites x {PAGES} pages of {size / 1000:.0f} KB, port {port}", file=sys.stderr)
        for _ in range(times):
            for crawler, python in pythons.items():
                cost = measure(crawler, python, folder, port, hosts)
                found[crawler].append(cost)
                print(f"  {crawler:<8} {cost.cpu:7.1f} s, {cost.pages} pages, {cost.per_page:.1f} ms", file=sys.stderr)
    return found


def middle(costs: list[Cost]) -> Cost:
    """The run in the middle by CPU per page."""
    return sorted(costs, key=lambda cost: cost.per_page)[(len(costs) - 1) // 2]


def main() -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--sites", type=int, default=38)
    parser.add_argument("--times", type=int, default=3)
    parser.add_argument("--only", nargs="*", default=list(CRAWLERS))
    parser.add_argument("--check", action="store_true")
    asked = parser.parse_args()
    found = compare(asked.sites, asked.times, asked.only)
    scrapy = median(cost.per_page for cost in found["scrapy"]) if found.get("scrapy") else 0.0
    print(f"{'crawler':<10}{'pages':>7}{'requests':>10}{'CPU s':>8}{'ms a page':>11}{'x Scrapy':>10}")
    for crawler, costs in found.items():
        one = middle(costs)
        ratio = f"{one.per_page / scrapy:.2f}" if scrapy else "-"
        print(f"{crawler:<10}{one.pages:>7}{one.requests:>10}{one.cpu:>8.1f}{one.per_page:>11.1f}{ratio:>10}")
    if scrapy and asked.check:
        return int(middle(found["auditor"]).per_page > HOLD * scrapy)
    return 0


if __name__ == "__main__":
    sys.exit(main())
