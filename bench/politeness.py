"""How close a round comes to the politeness bound, and whether it keeps it. ``python bench/politeness.py [delay]``

Crawls the sample province on loopback and reads the servers' own log. The bound is the largest office's number of
requests times the delay: no polite crawl can be faster. Ends with exit code 1 where a figure does not hold.
"""

from __future__ import annotations

import asyncio
import resource
import sys
import time
from collections import defaultdict
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.crawl.crawler import crawl_many  # noqa: E402
from auditor.demo import DemoProvince  # noqa: E402
from auditor.model import CrawlSettings, Site  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from auditor.snapshot import SnapshotWriter  # noqa: E402

HOLD = 1.10


def main(delay: float = 0.2) -> int:
    """Prints the figures; 1 where one does not hold."""
    settings = CrawlSettings(
        "KIPAuditor/bench (+loopback)",
        delay=delay,
        allow_private=True,
        browser="never",
        phrases=load(shipped("rules") / "kip").phrases,
    )
    with TemporaryDirectory() as folder, DemoProvince(datetime.now(UTC), slow_seconds=0.05) as province:

        def archive(site: Site) -> SnapshotWriter:
            return SnapshotWriter(Path(folder) / f"{site.id}.warc.gz", site, settings, "bench")

        began, cpu = time.monotonic(), time.process_time()
        asyncio.run(crawl_many(province.sites, settings, archive))
        wall, cpu = time.monotonic() - began, time.process_time() - cpu
        log = list(province.log)

    hosts: dict[str, list[tuple[float, float]]] = defaultdict(list)
    offices: dict[str, int] = defaultdict(int)
    for request in sorted(log, key=lambda one: one.started):
        hosts[request.host].append((request.started, request.ended))
        offices[request.host.partition(":")[0]] += 1
    gaps = {host: min((b[0] - a[0] for a, b in pairwise(times)), default=delay) for host, times in hosts.items()}
    overlaps = sum(b[0] < a[1] for times in hosts.values() for a, b in pairwise(times))
    largest = max(offices, key=lambda office: offices[office])
    bound = offices[largest] * delay
    tightest = min(gaps, key=lambda host: gaps[host])
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{len(province.sites)} offices, {len(log)} requests, delay {delay:g} s, {memory:.0f} MB, CPU {cpu:.1f} s")
    figures = [
        (
            "wall time / politeness bound",
            wall / bound,
            wall <= HOLD * bound,
            f"{wall:.1f} s of {bound:.1f} s ({largest})",
        ),
        (
            "smallest gap / delay",
            gaps[tightest] / delay,
            gaps[tightest] >= delay,
            f"{gaps[tightest]:.4f} s ({tightest})",
        ),
        ("requests in flight beside another, same host", overlaps, overlaps == 0, ""),
    ]
    for what, value, holds, detail in figures:
        print(f"{'ok ' if holds else 'NO '} {what:<46} {value:>8.3f}   {detail}")
    return 0 if all(holds for _, _, holds, _ in figures) else 1


if __name__ == "__main__":
    sys.exit(main(*(float(argument) for argument in sys.argv[1:2])))
