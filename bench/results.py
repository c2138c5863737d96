"""Every figure the auditor is held to for its speed or size, in one table: ``python bench/results.py [--quick]``

Ratios are of runs side by side; bench/RESULTS.md is written anew. ``--quick``: 8 sites, once, nothing written.
``--check``: exit code 1 where a figure does not hold.
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.audit import audit  # noqa: E402
from auditor.model import (  # noqa: E402
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.read.observe import observe  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from auditor.work.worker import Worker  # noqa: E402
from bench.corpus import PAGES, write  # noqa: E402
from bench.peers import CRAWLERS, compare, free_port, hosts_of, measure, middle  # noqa: E402

SITES, QUICK_SITES, ALL_SITES = 38, 8, 514
NOW = datetime(2026, 11, 22, 5, tzinfo=UTC)
_RESULTS = ROOT / "bench" / "RESULTS.md"


@dataclass(frozen=True, slots=True)
class Row:
    """One figure and what it must not exceed."""

    what: str
    value: float
    hold: float | None
    detail: str

    @property
    def good(self) -> bool:
        return self.hold is None or self.value <= self.hold

    def __str__(self) -> str:
        held = "" if self.hold is None else f"<= {self.hold:g}"
        return f"| {self.what} | {self.value:.2f} | {held} | {'' if self.good else 'NO'} | {self.detail} |"


def against_peers(sites: int, times: int) -> list[Row]:
    """CPU per page beside crawlers that only crawl, and the memory of the crawling process."""
    found = {name: middle(costs) for name, costs in compare(sites, times, list(CRAWLERS)).items()}
    own, rows = found["auditor"], []
    for peer, hold in (("scrapy", 1.5), ("crawlee", None)):
        if peer in found:
            detail = f"{own.per_page:.1f} against {found[peer].per_page:.1f} ms, {own.pages} pages of {sites} sites"
            rows.append(Row(f"CPU per page, whole audit / {peer}", own.per_page / found[peer].per_page, hold, detail))
    detail = f"{sites} sites of {PAGES} pages of 100 KB"
    return [*rows, Row("MB of the crawling process", own.megabytes, 300 if sites == SITES else None, detail)]


def politely(sites: int, small: bool, delay: float) -> list[Row]:
    """A round as polite as it is on the network: how long it takes, and how large it grows."""
    port = free_port()
    hosts = hosts_of(sites, port)
    with tempfile.TemporaryDirectory() as name:
        write(Path(name), hosts, small)
        cost = measure("auditor", Path(sys.executable), Path(name), port, hosts, str(delay))
    detail = f"{sites} sites, delay {delay:g} s, {cost.pages} pages, {cost.seconds:.0f} s, {cost.megabytes:.0f} MB"
    if sites == ALL_SITES:
        return [Row("MB of the crawling process", cost.megabytes, 600, detail)]
    return [Row("wall time / politeness bound", cost.seconds / (cost.most_requests * delay), 1.15, detail)]


def starting() -> Row:
    """CPU of ``auditor --help``."""
    taken = []
    for _ in range(5):
        before = _children()
        subprocess.run([sys.executable, "-m", "auditor", "--help"], cwd=ROOT, stdout=subprocess.DEVNULL, check=True)
        taken.append(_children() - before)
    return Row("CPU of auditor --help, s", median(taken), 0.25, "median of 5")


def _children() -> float:
    import resource

    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def many_links() -> Row:
    """What a page of 5,000 links costs, over one of 500, in a process as the auditor reads and judges in."""
    with Worker() as worker:
        worker.do(_cost, 50)  # whatever is made once
        few, many = (min(worker.do(_cost, count) for _ in range(3)) for count in (500, 5_000))
    return Row("a page of 5,000 links / one of 500", many / few, 10, f"{many * 1000:.0f} against {few * 1000:.0f} ms")


def _cost(count: int) -> float:
    pack = load(shipped("rules") / "kip")
    host = "https://tirtasari.kemenag.go.id"
    rows = "".join(
        f'<li><a href="/unduhan/{n}.pdf">Laporan Kegiatan {n} Seksi {n % 97} Tahun {2000 + n % 26}</a></li>'
        for n in range(count)
    )
    body = f"<html><title>Beranda</title><main><h1>Unduhan</h1><ul>{rows}</ul></main></html>".encode()
    home = Fetch(host + "/", FetchRole.HOME, FetchStatus.OK, NOW, host + "/", 200, (), "text/html", body)
    site = Site("kab-tirtasari", "Kankemenag Kabupaten Tirtasari", OfficeKind.KABUPATEN, host, "Jawa Tengah")
    alive, settings = SiteStatus(SiteState.ALIVE), CrawlSettings("bench")
    taken = Snapshot(site, alive, NOW - timedelta(minutes=1), NOW, settings, (home,))
    start = process_time()
    audit(observe(taken, sections=pack.sections), pack)
    return process_time() - start


def main() -> int:
    quick = "--quick" in sys.argv
    rows = against_peers(QUICK_SITES if quick else SITES, 1 if quick else 3)
    rows += [starting(), many_links()]
    if not quick:
        rows += politely(SITES, False, 1.0) + politely(ALL_SITES, True, 1.0)
    table = ["| figure | measured | hold | | of |", "|---|---:|---|---|---|", *map(str, rows)]
    print("\n".join(table))
    if not quick:
        head = (
            "# Figures held\n\nMade by `make bench`; ratios of runs side by side, CPU of the user and the system.\n\n"
        )
        _RESULTS.write_text(head + "\n".join(table) + "\n", encoding="utf-8")
    return int("--check" in sys.argv and not all(row.good for row in rows))


if __name__ == "__main__":
    sys.exit(main())
