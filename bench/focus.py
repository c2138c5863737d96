"""How soon the crawl finds what there is. ``python bench/focus.py [--check]``

Every readable site of the sample province (crawled over loopback) and of the calibration sets (crawled again out of
their snapshots) is crawled without a budget and with 10, 25 and 60 pages (documents: the usual budget). What a small
crawl finds present is counted against what the exhaustive one does.

Beside it stands what an all-knowing order could reach: home page, feeds and sitemaps first, then the pages on which
the exhaustive crawl's evidence stands, those that prove most indicators first. Where an office keeps each obligation on
a page of its own, no order finds everything in few pages. With ``--check`` ends with exit code 1 where a share does not
hold.
"""

from __future__ import annotations

import asyncio
import sys
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from replay import Memory, crawl_again  # noqa: E402

from auditor.audit import audit  # noqa: E402
from auditor.crawl.crawler import crawl_site  # noqa: E402
from auditor.crawl.guard import loopback_only  # noqa: E402
from auditor.demo import DemoProvince  # noqa: E402
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, Finding, Site, Skipped, Snapshot  # noqa: E402
from auditor.read.observe import observe  # noqa: E402
from auditor.resources import shipped  # noqa: E402
from auditor.rules.loader import load  # noqa: E402
from tests.calibration.build import blind_snapshots, snapshots  # noqa: E402

HOLD = {10: 0.0, 25: 0.90, 60: 0.95}
EVERYTHING = 5000
PAGES = (FetchRole.HOME, FetchRole.PAGE)
FILES = (FetchRole.DOCUMENT, FetchRole.EXTERNAL)
PACK = load(shipped("rules") / "kip")
USUAL = CrawlSettings(
    "KIPAuditor/bench (+loopback)",
    delay=0.0,
    allow_private=True,
    browser="never",
    phrases=PACK.phrases,
    wanted=PACK.wanted,
    retries=0,
)
EXHAUSTIVE = replace(USUAL, max_pages=EVERYTHING, max_documents=EVERYTHING)
Crawl = Callable[[CrawlSettings], Snapshot]
Found = dict[str, Finding]


@dataclass
class Tally:
    """Findings of a budget over many sites: in number and by the points they earn."""

    found: int = 0
    known: int = 0
    of: int = 0
    found_points: float = 0.0
    known_points: float = 0.0
    of_points: float = 0.0

    def add(self, other: Tally) -> None:
        for name in self.__dataclass_fields__:
            setattr(self, name, getattr(self, name) + getattr(other, name))


@dataclass
class Group:
    """Sites of one origin."""

    name: str
    tallies: dict[int, Tally] = field(default_factory=lambda: {budget: Tally() for budget in HOLD})


def present(snapshot: Snapshot, offices: tuple[Site, ...]) -> Found:
    """The weighted indicators that are present in a snapshot, by id."""
    findings = audit(observe(snapshot, sections=PACK.sections, offices=offices), PACK)
    return {f.rule_id: f for f in findings if f.weight > 0 and f.outcome.present}


def oracle(everything: Snapshot, found: Found, offices: tuple[Site, ...]) -> tuple[set[str], list[set[str]]]:
    """(indicators found without a page but home, then those of each further page, the most fruitful first)."""
    by_url: dict[str, Fetch] = {}
    for fetch in everything.fetches:
        by_url.setdefault(fetch.url, fetch)
        by_url.setdefault(fetch.final_url, fetch)
    homes = {url for f in everything.fetches if f.role is FetchRole.HOME for url in (f.url, f.final_url)}
    kept = tuple(
        f
        for f in everything.fetches
        if f.role not in (FetchRole.PAGE, *FILES) or (f.role in FILES and f.parent_url in homes)
    )
    left = {f.url for f in everything.fetches} - {f.url for f in kept}
    unopened = tuple(Skipped(url, FetchStatus.OUT_OF_BUDGET) for url in sorted(left))
    free = set(present(replace(everything, fetches=kept, skipped=everything.skipped + unopened), offices)) & set(found)
    proofs: defaultdict[str, set[str]] = defaultdict(set)
    for rule, finding in found.items():
        if rule not in free:
            proof = by_url.get(finding.evidence[0].url) if finding.evidence else None
            page = "" if proof is None else proof.parent_url if proof.role in FILES else proof.url
            proofs[page].add(rule)
    return free, sorted(proofs.values(), key=lambda rules: (-len(rules), -sum(found[r].earned for r in rules)))


def measure(crawl: Crawl, offices: tuple[Site, ...]) -> tuple[int, dict[int, Tally]] | None:
    """(pages an exhaustive crawl opens, tally by budget); None where it finds nothing at all."""
    everything = crawl(EXHAUSTIVE)
    found = present(everything, offices)
    if not found:
        return None
    free, proofs = oracle(everything, found, offices)

    def points(rules: Iterable[str]) -> float:
        return sum(found[rule].earned for rule in rules)

    tallies = {}
    for budget in HOLD:
        seen = found.keys() & present(crawl(replace(USUAL, max_pages=budget)), offices).keys()
        known = free.union(*proofs[: budget - 1])
        richest = free.union(*sorted(proofs, key=points, reverse=True)[: budget - 1])
        tallies[budget] = Tally(len(seen), len(known), len(found), points(seen), points(richest), points(found))
    return sum(f.role in PAGES for f in everything.fetches), tallies


def over_loopback(site: Site) -> Crawl:
    """Crawls of a site that is being served."""

    def crawl(settings: CrawlSettings) -> Snapshot:
        memory, began = Memory(), datetime.now(UTC)
        status = asyncio.run(crawl_site(site, settings, memory, resolver=loopback_only))
        blank = Snapshot(site, status, began, datetime.now(UTC), settings, (), (), "bench")
        return memory.snapshot(blank, settings)

    return crawl


def out_of(web: Snapshot) -> Crawl:
    """Crawls of a site that is stored."""
    return lambda settings: crawl_again(web, settings)


def sites(province: DemoProvince) -> Iterator[tuple[str, str, Crawl, tuple[Site, ...]]]:
    """(group, id, how to crawl it, the offices of its province) of every site."""
    for site in province.sites:
        yield "sample province", site.id, over_loopback(site), province.sites
    for group, stored in (("calibration", snapshots()), ("blind", blind_snapshots())):
        for web in stored:
            yield group, web.site.id, out_of(web), ()


def main() -> int:
    """Prints the shares; 1 where one does not hold."""
    print(f"{'site':<22} {'pages':>6} {'found':>6}" + "".join(f"{f'{b} p. (oracle)':>17}" for b in HOLD))
    groups: dict[str, Group] = {}
    with DemoProvince(datetime.now(UTC), slow_seconds=0.0) as province:
        for name, identity, crawl, offices in sites(province):
            measured = measure(crawl, offices)
            if measured is None:
                continue
            pages, tallies = measured
            group = groups.setdefault(name, Group(name))
            cells = ""
            for budget, tally in tallies.items():
                group.tallies[budget].add(tally)
                cells += f"{tally.found / tally.of:>9.2f}  ({tally.known / tally.of:.2f})"
            print(f"{identity:<22} {pages:>6} {tallies[25].of:>6}{cells}", flush=True)
    whole = Group("all sites")
    for group in groups.values():
        for budget, tally in group.tallies.items():
            whole.tallies[budget].add(tally)
    for group in (*groups.values(), whole):
        print(f"\n{group.name}: findings within so many pages / an exhaustive crawl's")
        for budget, t in group.tallies.items():
            print(
                f"  {budget:>3} pages  {t.found / t.of:.3f}  of an oracle's {t.known / t.of:.3f}"
                f"   by points {t.found_points / t.of_points:.3f}  of {t.known_points / t.of_points:.3f}"
            )
    held = True
    for budget, hold in HOLD.items():
        share = whole.tallies[budget].found / whole.tallies[budget].of
        held &= share >= hold
        print(f"{'ok ' if share >= hold else 'NO '} found within {budget} pages  {share:.3f}  (hold {hold:g})")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
