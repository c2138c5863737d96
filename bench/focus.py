"""How soon the crawl finds what there is. ``python bench/focus.py``

Every office of the sample province is crawled without a budget and with 10, 25 and 60 pages (documents: the usual
budget); what the small crawls find present is counted against what the exhaustive one does. Ends with exit code 1
where a share does not hold.
"""

from __future__ import annotations

import asyncio
import sys
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.audit import audit  # noqa: E402
from auditor.crawl.crawler import crawl_site  # noqa: E402
from auditor.demo import DemoProvince  # noqa: E402
from auditor.model import CrawlSettings, Fetch, FetchRole, Site, Skipped, Snapshot  # noqa: E402
from auditor.read.observe import observe  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from auditor.rules.pack import Pack  # noqa: E402

HOLD = {10: 0.0, 25: 0.90, 60: 0.95}
EVERYTHING = 5000


class Memory:
    """An archive in memory."""

    def __init__(self) -> None:
        self.fetches: list[Fetch] = []
        self.skipped: list[Skipped] = []

    def add(self, fetch: Fetch) -> Fetch:
        self.fetches.append(fetch)
        return fetch

    def skip(self, skipped: Skipped) -> None:
        self.skipped.append(skipped)


def present(site: Site, settings: CrawlSettings, pack: Pack, offices: tuple[Site, ...]) -> tuple[dict[str, float], int]:
    """(points of every weighted indicator that was found present, pages opened)."""
    memory = Memory()
    began = datetime.now(UTC)
    status = asyncio.run(crawl_site(site, settings, memory))
    fetches, skipped = tuple(memory.fetches), tuple(memory.skipped)
    snapshot = Snapshot(site, status, began, began, settings, fetches, skipped, "bench")
    findings = audit(observe(snapshot, sections=pack.sections, offices=offices), pack)
    found = {f.rule_id: f.earned for f in findings if f.weight > 0 and f.outcome.present}
    return found, sum(f.role in (FetchRole.HOME, FetchRole.PAGE) for f in memory.fetches)


def main() -> int:
    """Prints the shares; 1 where one does not hold."""
    pack = load(shipped("rules") / "kip")
    usual = CrawlSettings(
        "KIPAuditor/bench (+loopback)", delay=0.0, allow_private=True, browser="never", phrases=pack.phrases
    )
    exhaustive = replace(usual, max_pages=EVERYTHING, max_documents=EVERYTHING)
    shares: dict[int, list[tuple[float, float, float, float]]] = {budget: [] for budget in HOLD}
    print(f"{'office':<22} {'pages':>6} {'found':>6}" + "".join(f"{budget:>8} p." for budget in HOLD))
    with DemoProvince(datetime.now(UTC), slow_seconds=0.0) as province:
        for site in province.sites:
            everything, pages = present(site, exhaustive, pack, province.sites)
            if not everything:
                continue
            cells = []
            for budget in HOLD:
                found, _ = present(site, replace(usual, max_pages=budget), pack, province.sites)
                same = [rule for rule in everything if rule in found]
                weight = sum(everything[rule] for rule in same)
                shares[budget].append((len(same), len(everything), weight, sum(everything.values())))
                cells.append(f"{len(same) / len(everything):>9.2f} ")
            print(f"{site.id:<22} {pages:>6} {len(everything):>6}" + "".join(cells))
    held = True
    for budget, hold in HOLD.items():
        same, of, weight, of_weight = (sum(column) for column in zip(*shares[budget], strict=True))
        held &= same >= hold * of
        mark = "ok " if same >= hold * of else "NO "
        print(f"{mark} found within {budget} pages / exhaustive  {same / of:.3f}  (hold {hold:g})", end="")
        print(f"   by weight {weight / of_weight:.3f}")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
