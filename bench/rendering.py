"""What rendering costs: the sample province crawled with and without a browser. ``python bench/rendering.py``

Both ways alternate on loopback, ``--rounds`` times, and the ratio is that of the medians. Beside the wall time stand
the pages that were rendered and the most memory the browser's processes took together. Ends with exit code 1 where a
figure does not hold.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import sys
import threading
import time
from datetime import UTC, datetime
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.crawl.crawler import crawl_many  # noqa: E402
from auditor.data import table  # noqa: E402
from auditor.demo import DemoProvince  # noqa: E402
from auditor.model import CrawlSettings, Fetch, Site  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from auditor.snapshot import SnapshotWriter  # noqa: E402
from bench.memory import BROWSER, sample  # noqa: E402

HOLD = 1.6


class Counting(SnapshotWriter):
    """An archive that counts the pages seen through the browser."""

    rendered = 0

    def add(self, fetch: Fetch) -> Fetch:
        Counting.rendered += bool(fetch.rendered or fetch.screenshot)
        return super().add(fetch)


def crawl(browser: str, delay: float) -> float:
    """The wall time of crawling the province once, in seconds."""
    settings = CrawlSettings(
        "KIPAuditor/bench (+loopback)",
        delay=delay,
        allow_private=True,
        browser=browser,
        phrases=load(shipped("rules") / "kip").phrases,
    )
    with TemporaryDirectory() as folder, DemoProvince(datetime.now(UTC), slow_seconds=0.05) as province:

        def archive(site: Site) -> SnapshotWriter:
            return Counting(Path(folder) / f"{site.id}.warc.gz", site, settings, "bench")

        began = time.monotonic()
        asyncio.run(crawl_many(province.sites, settings, archive))
        return time.monotonic() - began


def main(rounds: int = 3, delay: float = 0.2) -> int:
    """Prints the figures; 1 where one does not hold."""
    times: dict[str, list[float]] = {"never": [], "auto": []}
    memory, over = [0.0], threading.Event()
    watch = threading.Thread(target=_watch, args=(memory, over), daemon=True)
    watch.start()
    for number in range(rounds):
        for browser in ("never", "auto") if number % 2 == 0 else ("auto", "never"):
            times[browser].append(crawl(browser, delay))
            print(f"  {browser:<6} {times[browser][-1]:6.1f} s", flush=True)
    over.set()
    watch.join()
    ratio = median(times["auto"]) / median(times["never"])
    most = float(table("crawl")["browser"]["memory_most_mb"])
    print(f"pages seen through the browser: {Counting.rendered // rounds} a round; delay {delay:g} s")
    figures = [
        ("wall time with a browser / without", ratio, ratio <= HOLD, f"hold {HOLD:g}"),
        ("memory of the browser, MB at once", memory[0], memory[0] <= most, f"hold {most:g}"),
    ]
    for what, value, holds, detail in figures:
        print(f"{'ok ' if holds else 'NO '} {what:<40} {value:>8.2f}   {detail}")
    return 0 if all(holds for _, _, holds, _ in figures) else 1


def _watch(most: list[float], over: threading.Event) -> None:
    """Keeps the most memory the browser's processes took at once."""
    family = {os.getpid()}
    while not over.wait(0.2):
        family, used = sample(family)
        most[0] = max(most[0], used[BROWSER])


if __name__ == "__main__":
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--delay", type=float, default=0.2)
    given = options.parse_args()
    sys.exit(main(given.rounds, given.delay))
