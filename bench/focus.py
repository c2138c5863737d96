"""How soon the crawl finds what there is. ``python bench/focus.py [--check]``

Every readable site of the sample province (crawled over loopback) and of the calibration sets (crawled again out of
their snapshots) is crawled without a budget and with 10, 25 and 60 pages (documents: the usual budget). What a small
crawl finds present is counted against what the exhaustive one does.

Beside it stands what an all-knowing order reaches ("oracle"): after the home page and the feeds always the page that
proves most of what is still unproved, found by judging every page of the site alone. Where an office keeps each
obligation on a page of its own, no order finds everything in few pages. Shares of sites larger than the budget are
given apart: on the others nothing has to be chosen. With ``--check`` ends with exit code 1 where a share does not hold.
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
from tests.calibration.sites import BLIND_TRUTH, TRUTH, snapshots  # noqa: E402

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
    """Sites of one origin: all of them, and those with more pages than the budget."""

    name: str
    all: dict[int, Tally] = field(default_factory=lambda: {budget: Tally() for budget in HOLD})
    larger: dict[int, Tally] = field(default_factory=lambda: {budget: Tally() for budget in HOLD})

    def add(self, budget: int, tally: Tally, pages: int) -> None:
        self.all[budget].add(tally)
        if pages > budget:
            self.larger[budget].add(tally)

    def print(self) -> None:
        print(f"\n{self.name}: findings within so many pages / an exhaustive crawl's")
        for budget, t in self.all.items():
            line = f"  {budget:>3} pages  {t.found / t.of:.3f}  oracle {t.known / t.of:.3f}"
            line += f"   by points {t.found_points / t.of_points:.3f}  oracle {t.known_points / t.of_points:.3f}"
            if (larger := self.larger[budget]).of:
                line += f"   larger sites only {larger.found / larger.of:.3f}  oracle {larger.known / larger.of:.3f}"
            print(line)


def present(snapshot: Snapshot, offices: tuple[Site, ...]) -> Found:
    """The weighted indicators that are present in a snapshot, by id."""
    findings = audit(observe(snapshot, sections=PACK.sections, offices=offices), PACK)
    return {f.rule_id: f for f in findings if f.weight > 0 and f.outcome.present}


def oracle(everything: Snapshot, found: Found, offices: tuple[Site, ...]) -> tuple[set[str], list[set[str]]]:
    """(indicators found without a page but home, then what each further page proves, in the best order).

    Each page is judged alone, with home, feeds and the files it leads to; the next is always the one that adds most.
    """
    homes = {url for f in everything.fetches if f.role is FetchRole.HOME for url in (f.url, f.final_url)}
    files: defaultdict[str, list[Fetch]] = defaultdict(list)
    for fetch in everything.fetches:
        if fetch.role in FILES:
            files[fetch.parent_url].append(fetch)
    base = [f for f in everything.fetches if f.role not in (FetchRole.PAGE, *FILES)]
    base += [f for url in sorted(homes) for f in files[url]]
    urls = {fetch.url for fetch in everything.fetches}

    def proved(*further: Fetch) -> set[str]:
        kept = (*base, *further)
        left = tuple(Skipped(url, FetchStatus.OUT_OF_BUDGET) for url in sorted(urls - {f.url for f in kept}))
        alone = replace(everything, fetches=kept, skipped=everything.skipped + left)
        return found.keys() & present(alone, offices).keys()

    free = proved()
    opened = [f for f in everything.fetches if f.role is FetchRole.PAGE and f.status is FetchStatus.OK]
    pages = [proved(f, *(file for url in {f.url: 0, f.final_url: 0} for file in files[url])) for f in opened]
    for rule in sorted(found.keys() - free.union(*pages)):  # proved by several pages together: counted at the first
        proof = found[rule].evidence[0].url if found[rule].evidence else ""
        at = next((i for i, f in enumerate(opened) if proof in (f.url, f.final_url)), None)
        (free if at is None else pages[at]).add(rule)
    order: list[set[str]] = []
    seen = set(free)

    def added(page: set[str]) -> tuple[int, float]:
        return len(page - seen), sum(found[rule].earned for rule in sorted(page - seen))

    while pages:
        best = max(pages, key=added)
        pages.remove(best)
        order.append(best)
        seen |= best
    return free, order


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
        tallies[budget] = Tally(len(seen), len(known), len(found), points(seen), points(known), points(found))
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
    for group, stored in (("calibration", snapshots(TRUTH)), ("blind", snapshots(BLIND_TRUTH))):
        for web in stored:
            yield group, web.site.id, out_of(web), ()


def main() -> int:
    """Prints the shares; 1 where one does not hold."""
    print(f"{'site':<22} {'pages':>6} {'found':>6}" + "".join(f"{f'{b} p. (oracle)':>17}" for b in HOLD))
    whole = Group("all sites")
    groups: dict[str, Group] = {}
    with DemoProvince(datetime.now(UTC), slow_seconds=0.0) as province:
        for name, identity, crawl, offices in sites(province):
            measured = measure(crawl, offices)
            if measured is None:
                continue
            pages, tallies = measured
            cells = ""
            for budget, tally in tallies.items():
                for group in (groups.setdefault(name, Group(name)), whole):
                    group.add(budget, tally, pages)
                cells += f"{tally.found / tally.of:>9.2f}  ({tally.known / tally.of:.2f})"
            print(f"{identity:<22} {pages:>6} {tallies[25].of:>6}{cells}", flush=True)
    for group in (*groups.values(), whole):
        group.print()
    held = True
    for budget, hold in HOLD.items():
        share = whole.all[budget].found / whole.all[budget].of
        held &= share >= hold
        print(f"{'ok ' if share >= hold else 'NO '} found within {budget} pages  {share:.3f}  (hold {hold:g})")
    return 0 if held or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
