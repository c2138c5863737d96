"""What all sites of one round share - its list, its decisions, its rules - and how one site's result is taken in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from auditor.crawl.crawler import Progress
from auditor.data import table
from auditor.job import Assessed, Job
from auditor.judging import not_assessed
from auditor.model import Correction, CrawlSettings, Scorecard, Site, SiteStatus
from auditor.proof import PROOF, WARC, looks_of, round_folder, stored_sites
from auditor.rules.pack import Pack
from auditor.snapshot import SnapshotError, read_head
from auditor.store import Store

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Watch:
    """Who wants to know how a round goes: while a site is crawled, when it is stored, and when it has its card."""

    progress: Callable[[Progress], None] | None = None
    card: Callable[[Scorecard], None] | None = None
    crawled: Callable[[Site, SiteStatus], None] | None = None  # a crawl that does not score
    note: Callable[[str], None] | None = None  # something the user should know, one Indonesian sentence

    def say(self, key: str, **values: Any) -> None:
        """Tells a sentence of ``auditor/data/putaran.toml``."""
        if self.note is not None:
            self.note(str(table("putaran")[key]).format(**values))


class Run:
    """A round in work: what its sites share."""

    def __init__(
        self,
        out: Path,
        pack: Pack,
        store: Store,
        round_id: str,
        corrections: tuple[Correction, ...],
        watch: Watch,
    ) -> None:
        self.out, self.round_id, self.watch = out, round_id, watch
        self.folder = round_folder(out, round_id) / PROOF
        self._bases = store.bases(round_id)
        self._corrections = corrections
        # Examples are for people and tests; without them a pack travels to a worker in half the time.
        rules = tuple(rule.model_copy(update={"example": []}) for rule in pack.rules)
        self.pack = replace(pack, rules=rules)
        listed, unlisted = store.sites(round_id), store.unlisted(round_id)
        self._listed = {site.id for site in listed}
        self._sites = {site.id: site for site in (*listed, *unlisted)}
        if not listed:  # the history is lost, or an older auditor's
            self._sites |= stored_sites(self.folder)
        self._offices = listed or tuple(self._sites.values())
        self._order = {site_id: n for n, site_id in enumerate(self._sites)}

    def warc(self, site_id: str) -> Path:
        return self.folder / f"{site_id}{WARC}"

    def settings(self, asked: CrawlSettings) -> CrawlSettings:
        """The settings of a crawl, with what the round's indicators look for."""
        return asked if asked.phrases else replace(asked, phrases=self.pack.phrases, wanted=self.pack.wanted)

    def job(self, site_id: str) -> Job:
        own = tuple(c for c in self._corrections if c.site_id == site_id)
        site, looks = self._sites.get(site_id), looks_of(self.folder, site_id)
        return Job(self.warc(site_id), self.pack, self.round_id, site, own, self._offices, looks=looks)

    def stored(self) -> tuple[str, ...]:
        """The offices that have a snapshot, in the order of the list."""
        found = {path.name.removesuffix(WARC) for path in self.folder.glob(f"*{WARC}")}
        return tuple(sorted(found, key=lambda site_id: (self._order.get(site_id, len(self._order)), site_id)))

    def outdated(self) -> tuple[str, ...]:
        """The offices whose stored card was made from something else than the round now goes by."""
        found = []
        for site_id in self.stored():
            try:
                finished = read_head(self.warc(site_id)).finished_at
            except SnapshotError:
                continue  # its card stands until the site is looked at again
            if self._bases.get(site_id) != self.job(site_id).basis(finished):
                found.append(site_id)
        return tuple(found)

    def save(self, store: Store, job: Job, result: Assessed | Exception) -> None:
        """Stores a result; a site that could not be assessed by our fault is stored as not checked."""
        site_id = job.warc.name.removesuffix(WARC)
        if isinstance(result, Exception):
            if isinstance(result, OSError):
                raise result
            if isinstance(result, SnapshotError):  # damage is told, and is no fault of the program's
                if self.watch.note is not None:
                    self.watch.note(str(result))
            else:
                _log.error("Scoring %s failed", site_id, exc_info=result)
            result = not_assessed(job, result)
        warc = job.warc.relative_to(self.out)
        basis = self._bases[site_id] = job.basis(result.card.finished_at)
        card = replace(result.card, listed=not self._listed or site_id in self._listed)
        store.save(card, self._order.get(site_id, len(self._order)), warc, result.sha256, basis)
        if self.watch.card is not None:
            self.watch.card(card)


def run_of(
    out: Path, pack: Pack, store: Store, round_id: str, corrections: Iterable[Correction] | None, watch: Watch
) -> Run:
    """A run with the round's decisions; that other weights or decisions were asked for than it had is told."""
    other = sorted(profile for profile in store.profiles(round_id) if profile != pack.info.profile)
    if other:
        watch.say("profil_lain", putaran=round_id, dulu=", ".join(other), kini=pack.info.profile)
    return Run(out, pack, store, round_id, _decisions(store, round_id, corrections, watch), watch)


def _decisions(
    store: Store, round_id: str, corrections: Iterable[Correction] | None, watch: Watch
) -> tuple[Correction, ...]:
    """The decisions that hold: those given, which the round remembers from now on, else those it remembers."""
    kept = store.corrections(round_id)
    if corrections is None:
        if kept:
            watch.say("koreksi_tersimpan", jumlah=len(kept))
        return kept
    given = tuple(sorted(corrections, key=lambda c: (c.site_id, c.rule_id)))
    before, now = (_by_finding(each) for each in (kept, given))
    if before and before != now:
        gone, new = len(before.keys() - now.keys()), len(now.keys() - before.keys())
        other = sum(before[key] != now[key] for key in before.keys() & now.keys())
        watch.say("koreksi_lain", dulu=len(kept), kini=len(given), dicabut=gone, baru=new, diubah=other)
    store.remember(round_id, given)
    return given


def _by_finding(corrections: Iterable[Correction]) -> dict[tuple[str, str], list[Correction]]:
    found: dict[tuple[str, str], list[Correction]] = {}
    for c in corrections:
        found.setdefault((c.site_id, c.rule_id), []).append(replace(c, file="", line=None))
    return found
