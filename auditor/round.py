"""One round of the audit: crawl what is not yet stored, score each site as soon as it is there, store it.

A round is a folder, ``<out>/<round>``, with a WARC per site under ``bukti``. A WARC under its own name is a finished
site: a run that was killed goes on from there, and whatever was in hand is crawled again. Run again on another day,
only the sites that could not be read are looked at again, each with its own time; the earlier look is kept.

A round remembers its list of offices and its decisions; its cards are all made from the same rules, weights and
decisions: a card whose basis is no longer the round's is made again, whichever offices were chosen.
"""

from __future__ import annotations

import asyncio
import gc
import logging
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from auditor import __version__
from auditor.assessment import Assessed, Job, assess, digest_of, not_assessed, unknown_site
from auditor.crawl.crawler import Progress, crawl_many
from auditor.crawl.guard import Resolver, resolve
from auditor.data import table
from auditor.inputs.names import fits_a_file
from auditor.model import (
    Correction,
    CrawlSettings,
    OfficeKind,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
)
from auditor.problems import InputError, Problem
from auditor.readings import Readings
from auditor.rules.pack import Pack
from auditor.snapshot import PARTIAL, SnapshotError, SnapshotWriter, check_snapshot, read_head
from auditor.store import DATABASE, CorruptStore, Store, telling_why
from auditor.store.history import EARLIER, earlier_name
from auditor.work.engine import Engine, engine, run

PROOF: Final = "bukti"
WARC: Final = ".warc.gz"

_log = logging.getLogger(__name__)


def round_folder(out: Path, round_id: str) -> Path:
    """The folder of a round. InputError for an id that cannot name one."""
    if not fits_a_file(round_id, 40) or round_id.lower().startswith(DATABASE):
        allowed = (
            "huruf, angka, titik, garis bawah, dan tanda hubung, paling panjang 40 karakter, tidak diakhiri titik,"
            " dan bukan nama milik Windows seperti CON atau NUL"
        )
        raise InputError(
            [Problem("--round", "Nama putaran ini tidak dapat dipakai.", None, "", round_id, allowed, "2026-T4")]
        )
    return out / round_id


def warc_path(out: Path, round_id: str, site_id: str) -> Path:
    """Where a site's snapshot of a round is."""
    return round_folder(out, round_id) / PROOF / f"{site_id}{WARC}"


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


def run_round(
    sites: Sequence[Site],
    round_id: str,
    out: Path,
    pack: Pack,
    settings: CrawlSettings,
    *,
    only: Collection[str] | None = None,
    corrections: Iterable[Correction] | None = None,
    engine_name: str = "proses",
    watch: Watch = Watch(),
    resolver: Resolver = resolve,
) -> tuple[Scorecard, ...]:
    """All cards of a round after crawling what was open; ``sites`` is the whole list, ``only`` the ids to crawl.

    Without ``corrections`` those that the round remembers hold.
    StoreError: another run has the folder, no room, no permission; what was stored stays. KeyboardInterrupt likewise.
    """
    round_folder(out, round_id)
    # One worker: waiting for the network takes longer than scoring ever does.
    with closing(engine(engine_name, workers=1)) as workers, _history(out, pack, workers, watch) as store:
        store.enlist(round_id, sites)
        bench = _bench(out, pack, store, round_id, corrections, watch)
        crawl = _Crawl(bench, store, sites, only, settings)
        gc.freeze()  # what is loaded by now stays to the end: the collector need not look at it again
        asyncio.run(_crawl_and_score(bench, store, crawl, workers, resolver))
        _score(store, bench, bench.outdated(), workers)
        return store.cards(round_id)


def crawl_round(
    sites: Sequence[Site],
    round_id: str,
    out: Path,
    pack: Pack,
    settings: CrawlSettings,
    *,
    only: Collection[str] | None = None,
    watch: Watch = Watch(),
    resolver: Resolver = resolve,
) -> None:
    """Crawls what was open of a round and scores nothing; the cards it has stay as they are. Raises as run_round."""
    round_folder(out, round_id)
    with closing(engine()) as workers, _history(out, pack, workers, watch) as store:
        store.enlist(round_id, sites)
        bench = _Bench(out, pack, store, round_id, (), watch)
        crawl = _Crawl(bench, store, sites, only, settings)
        tell = watch.crawled or (lambda site, status: None)
        for site in crawl.stored:
            tell(site, read_head(bench.warc(site.id)).status)
        asyncio.run(crawl.run(resolver, tell))


def score_round(
    round_id: str,
    out: Path,
    pack: Pack,
    *,
    sites: Sequence[Site] = (),
    corrections: Iterable[Correction] | None = None,
    engine_name: str = "proses",
    watch: Watch = Watch(),
) -> tuple[Scorecard, ...]:
    """The cards of a round scored again from its stored snapshots, without the network.

    ``sites`` becomes the round's list of offices; without it, and without ``corrections``, those it remembers hold.
    InputError when the round has no snapshot.
    """
    if not any((round_folder(out, round_id) / PROOF).glob(f"*{WARC}")):
        found = [folder.parent.name for folder in sorted(out.glob(f"*/{PROOF}"))]
        message = "Putaran ini tidak memiliki rekaman situs."
        raise InputError([Problem("--round", message, None, "", round_id, ", ".join(found) or "(belum ada putaran)")])
    with closing(engine(engine_name)) as workers, _history(out, pack, workers, watch) as store:
        if sites:
            store.enlist(round_id, sites)
        bench = _bench(out, pack, store, round_id, corrections, watch)
        _score(store, bench, bench.stored(), workers)
        cards = store.cards(round_id)
        lost = [card.site.name for card in cards if not bench.warc(card.site.id).is_file()]
        if lost:
            watch.say("tanpa_rekaman", jumlah=len(lost), kantor="; ".join(lost))
        return cards


@contextmanager
def _history(out: Path, pack: Pack, workers: Engine, watch: Watch) -> Iterator[Store]:
    """The history, open for writing. A damaged result is taken out, to be made again from its snapshot.

    A file that cannot be read at all is set aside and made again from all snapshots.
    """
    with telling_why(out), Store.open(out, write=True) as store:
        if store.set_aside is None:
            try:
                store.check()
            except CorruptStore:
                _mend(store, watch)
        if store.set_aside is not None:
            _log.warning("%s was damaged and is kept as %s; all rounds are scored again", store.path, store.set_aside)
            watch.say("riwayat_rusak", berkas=store.path, simpanan=store.set_aside.name, profil=pack.info.profile)
            for folder in sorted(out.glob(f"*/{PROOF}")):
                if any(folder.glob(f"*{WARC}")):
                    bench = _Bench(out, pack, store, folder.parent.name, (), Watch())
                    _score(store, bench, bench.stored(), workers)
        yield store


def _mend(store: Store, watch: Watch) -> None:
    try:
        for round_id, ids in store.mend().items():
            watch.say("hasil_rusak", putaran=round_id, jumlah=len(ids), kantor=", ".join(ids))
    except CorruptStore:
        store.start_anew()


def _score(store: Store, bench: _Bench, site_ids: Sequence[str], workers: Engine) -> None:
    jobs = [bench.job(site_id) for site_id in site_ids]
    run(workers, assess, jobs, lambda job, result: bench.save(store, job, result))


def rebuild(
    out: Path,
    pack: Pack,
    *,
    sites: Sequence[Site] = (),
    corrections: Iterable[Correction] | None = None,
    engine_name: str = "proses",
) -> tuple[str, ...]:
    """The rounds whose history was made again from their snapshots (after audit.db was lost or damaged)."""
    rounds = [folder.parent.name for folder in sorted(out.glob(f"*/{PROOF}")) if any(folder.glob(f"*{WARC}"))]
    for round_id in rounds:
        score_round(round_id, out, pack, sites=sites, corrections=corrections, engine_name=engine_name)
    return tuple(rounds)


def snapshot_of(out: Path, card: Scorecard) -> Path | None:
    """The snapshot a card was made from, also where a later look at the site has taken its place; None if gone."""
    warc = warc_path(out, card.round, card.site.id)
    if card.finished_at is not None:
        earlier = warc.parent / EARLIER / earlier_name(warc.name, card.finished_at)
        if earlier.is_file():
            return earlier
    return warc if warc.is_file() else None


def crawled(out: Path, round_id: str) -> tuple[str, ...]:
    """The ids of the offices whose snapshots a round has."""
    found = (round_folder(out, round_id) / PROOF).glob(f"*{WARC}")
    return tuple(sorted(path.name.removesuffix(WARC) for path in found))


def unscored(out: Path, round_id: str, cards: Iterable[Scorecard]) -> tuple[str, ...]:
    """The names of the offices whose snapshot is later than their card, or that have no card yet."""
    finished = {card.site.id: card.finished_at for card in cards}
    found = []
    for path in sorted((round_folder(out, round_id) / PROOF).glob(f"*{WARC}")):
        try:
            head = read_head(path)
        except SnapshotError:
            continue  # told when its site is looked at again
        if finished.get(path.name.removesuffix(WARC)) != head.finished_at:
            found.append(head.site.name)
    return tuple(found)


def is_stored(warc: Path, site: Site, sha256: str = "") -> bool:
    """Whether a site needs no crawl any more: its snapshot is whole, of the same addresses, and could be read.

    ``sha256`` is that of the file when it was last read to its end.
    """
    try:
        head = read_head(warc)
        if not sha256 or digest_of(warc) != sha256:
            check_snapshot(warc)
    except FileNotFoundError:
        return False
    except SnapshotError:
        _log.warning("%s is damaged and is crawled again", warc)
        warc.replace(warc.with_name(f"{warc.name}.rusak"))
        return False
    return _addresses(head.site) == _addresses(site) and head.status.state is not SiteState.UNREACHABLE


def _addresses(site: Site) -> tuple[object, ...]:
    return (site.url, site.ppid_url, site.extra_hosts, site.active)


def _stored_sites(folder: Path) -> dict[str, Site]:
    """The offices whose snapshots lie in a folder, by id, in the order lists of offices have."""
    sites = {}
    for path in folder.glob(f"*{WARC}"):
        site_id = path.name.removesuffix(WARC)
        try:
            sites[site_id] = read_head(path).site
        except SnapshotError:
            sites[site_id] = unknown_site(site_id)
    order = sorted(sites.values(), key=lambda s: (s.province, s.kind is not OfficeKind.KANWIL, s.region_code, s.id))
    return {site.id: site for site in order}


class _Bench:
    """What all sites of one round share, and how one site's result is taken in."""

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
            self._sites |= _stored_sites(self.folder)
        self._offices = listed or tuple(self._sites.values())
        self._order = {site_id: n for n, site_id in enumerate(self._sites)}

    def warc(self, site_id: str) -> Path:
        return self.folder / f"{site_id}{WARC}"

    def job(self, site_id: str) -> Job:
        own = tuple(c for c in self._corrections if c.site_id == site_id)
        return Job(self.warc(site_id), self.pack, self.round_id, self._sites.get(site_id), own, self._offices)

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


def _bench(
    out: Path, pack: Pack, store: Store, round_id: str, corrections: Iterable[Correction] | None, watch: Watch
) -> _Bench:
    """A bench with the round's decisions; that other weights or decisions were asked for than it had is told."""
    other = sorted(profile for profile in store.profiles(round_id) if profile != pack.info.profile)
    if other:
        watch.say("profil_lain", putaran=round_id, dulu=", ".join(other), kini=pack.info.profile)
    return _Bench(out, pack, store, round_id, _decisions(store, round_id, corrections, watch), watch)


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
    before, now = ({(c.site_id, c.rule_id): replace(c, file="", line=None) for c in each} for each in (kept, given))
    if before and before != now:
        gone, new = len(before.keys() - now.keys()), len(now.keys() - before.keys())
        other = sum(before[key] != now[key] for key in before.keys() & now.keys())
        watch.say("koreksi_lain", dulu=len(before), kini=len(now), dicabut=gone, baru=new, diubah=other)
    store.remember(round_id, given)
    return given


class _Archive(SnapshotWriter):
    """A snapshot writer that keeps the earlier look at a site beside the new one."""

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> Path:
        if self.path.exists():
            earlier = self.path.parent / EARLIER / earlier_name(self.path.name, read_head(self.path).finished_at)
            earlier.parent.mkdir(exist_ok=True)
            self.path.replace(earlier)
        return super().finish(status, started_at, finished_at)


class _Crawl:
    """The crawling of those chosen from a round's list that are not yet stored, and the folder they go to."""

    def __init__(
        self, bench: _Bench, store: Store, sites: Sequence[Site], only: Collection[str] | None, settings: CrawlSettings
    ) -> None:
        self._folder, self._progress, pack = bench.folder, bench.watch.progress, bench.pack
        self._settings = settings if settings.phrases else replace(settings, phrases=pack.phrases, wanted=pack.wanted)
        known = {site_id: digest for site_id, (_, digest) in store.snapshots(bench.round_id).items()}
        chosen = [site for site in sites if only is None or site.id in only]
        self._folder.mkdir(parents=True, exist_ok=True)
        for partial in self._folder.glob(f"*{PARTIAL}"):
            partial.unlink()
        self.stored = [site for site in chosen if is_stored(bench.warc(site.id), site, known.get(site.id, ""))]
        there = {site.id for site in self.stored}
        self._open = [site for site in chosen if site.id not in there]
        self.readings = Readings()

    async def run(self, resolver: Resolver, crawled: Callable[[Site, SiteStatus], None]) -> None:
        """Crawls what is open; each site is told as soon as its snapshot has its own name."""
        settings = self._settings
        await crawl_many(
            self._open,
            settings,
            lambda site: _Archive(self._folder / f"{site.id}{WARC}", site, settings, __version__),
            self._progress,
            crawled,
            resolver=resolver,
            known=[site for site in self.stored if site.url],
            on_read=self.readings.take,
        )


async def _crawl_and_score(bench: _Bench, store: Store, crawl: _Crawl, workers: Engine, resolver: Resolver) -> None:
    here = engine("lokal")
    gates = {workers: asyncio.Semaphore(workers.workers), here: asyncio.Semaphore(here.workers)}

    async def take_in(site_id: str) -> None:
        read = crawl.readings.of(site_id)
        chosen = here if read else workers
        async with gates[chosen]:
            job = replace(bench.job(site_id), read=read)
            result: Assessed | Exception
            try:
                result = await chosen.call(assess, job)
            except Exception as error:  # noqa: BLE001 - the border: one site's failure is one site not checked
                result = error
            bench.save(store, job, result)

    def crawled(site: Site, status: SiteStatus) -> None:
        group.create_task(take_in(site.id))

    try:
        async with asyncio.TaskGroup() as group:
            for site in crawl.stored:
                group.create_task(take_in(site.id))
            await crawl.run(resolver, crawled)
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
    finally:
        here.close()
