"""One round of the audit: crawl what is not yet stored, score each site as soon as it is there, store it.

A round is a folder, ``<out>/<round>``, with a WARC per site under ``bukti``. A WARC under its own name is a finished
site: a run that was killed goes on from there, and whatever was in hand is crawled again. Run again on another day,
only the sites that could not be read are looked at again, each with its own time; the earlier look is kept.
"""

from __future__ import annotations

import asyncio
import hashlib
import logging
import re
from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from auditor import __version__
from auditor.audit import audit
from auditor.crawl.crawler import Progress, crawl_many
from auditor.crawl.guard import Resolver, resolve
from auditor.heavy import find_heavy, without_heavy
from auditor.limited import read_document
from auditor.model import (
    Correction,
    CrawlSettings,
    FetchStatus,
    OfficeKind,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.newsfigures import summarise
from auditor.observations import Observations
from auditor.problems import InputError, Problem
from auditor.read.observe import observe
from auditor.rules.pack import Pack
from auditor.score import score
from auditor.snapshot import PARTIAL, SnapshotError, SnapshotWriter, read_head, read_snapshot
from auditor.store import Store, telling_why
from auditor.store.history import EARLIER, earlier_name
from auditor.work.engine import Engine, engine, run

PROOF: Final = "bukti"
WARC: Final = ".warc.gz"

_log = logging.getLogger(__name__)
_ROUND: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")


def round_folder(out: Path, round_id: str) -> Path:
    """The folder of a round. InputError for an id that cannot name one."""
    if not _ROUND.fullmatch(round_id) or round_id.endswith("."):
        allowed = "huruf, angka, titik, garis bawah, dan tanda hubung; paling panjang 40 karakter"
        raise InputError(
            [Problem("--round", "Nama putaran ini tidak dapat dipakai.", None, "", round_id, allowed, "2026-T4")]
        )
    return out / round_id


def warc_path(out: Path, round_id: str, site_id: str) -> Path:
    """Where a site's snapshot of a round is."""
    return round_folder(out, round_id) / PROOF / f"{site_id}{WARC}"


@dataclass(frozen=True, slots=True)
class Job:
    """All that scoring one site needs, as it travels to a worker."""

    warc: Path
    pack: Pack
    round_id: str
    site: Site | None = None  # as the list has it now; None: as it was when it was crawled
    corrections: tuple[Correction, ...] = ()
    offices: tuple[Site, ...] = ()  # a Kanwil's news is attributed to these

    def lighten(self) -> None:
        """Finds the records that were too heavy to be read, to be left out from here on."""
        find_heavy(self.warc, _digest(self.warc))


@dataclass(frozen=True, slots=True)
class Assessed:
    """A site's result and the digest of the file it was made from."""

    card: Scorecard
    sha256: str


def assess(job: Job) -> Assessed:
    """The scorecard of a stored snapshot: the whole way from bytes to figures, the same for the same bytes.

    SnapshotError for a damaged file.
    """
    digest = _digest(job.warc)
    snapshot = without_heavy(read_snapshot(job.warc), job.warc, digest)
    if job.site is not None:
        snapshot = replace(snapshot, site=job.site)
    kanwil = snapshot.site.kind is OfficeKind.KANWIL
    offices = [office for office in job.offices if kanwil and office.province == snapshot.site.province]
    offices.sort(key=lambda office: office.id)  # whatever list they come from, the same card
    observations = observe(snapshot, sections=job.pack.sections, offices=offices, read_document=read_document)
    findings = audit(observations, job.pack, corrections=job.corrections)
    news = summarise(observations.news, observations.today, offices)
    return Assessed(score(snapshot, observations, findings, job.pack, job.round_id, news), digest)


def _digest(warc: Path) -> str:
    with warc.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@dataclass(frozen=True, slots=True)
class Watch:
    """Who wants to know how a round goes: while a site is crawled, and when it has its card."""

    progress: Callable[[Progress], None] | None = None
    card: Callable[[Scorecard], None] | None = None


def run_round(
    sites: Sequence[Site],
    round_id: str,
    out: Path,
    pack: Pack,
    settings: CrawlSettings,
    *,
    only: Collection[str] | None = None,
    corrections: Iterable[Correction] = (),
    engine_name: str = "proses",
    watch: Watch = Watch(),
    resolver: Resolver = resolve,
) -> tuple[Scorecard, ...]:
    """The cards of a round after crawling and scoring what was open; ``sites`` is the whole list, ``only`` ids of it.

    StoreError: another run has the folder, no room, no permission; what was stored stays. KeyboardInterrupt likewise.
    """
    bench = _Bench(out, round_id, pack, sites, tuple(corrections), watch)
    settings = settings if settings.phrases else replace(settings, phrases=pack.phrases, wanted=pack.wanted)
    chosen = [site for site in sites if only is None or site.id in only]
    with telling_why(out), Store.open(out, write=True) as store:
        _restore_others(store, round_id, out, pack, engine_name)
        bench.folder.mkdir(parents=True, exist_ok=True)
        for partial in bench.folder.glob(f"*{PARTIAL}"):
            partial.unlink()
        stored = {site.id for site in chosen if is_stored(bench.folder / f"{site.id}{WARC}", site)}
        workers = engine(engine_name, workers=1)  # waiting for the network takes longer than scoring ever does
        try:
            asyncio.run(_crawl_and_score(bench, store, chosen, stored, settings, workers, resolver))
        finally:
            workers.close()
        store.keep_only(round_id, [site.id for site in sites])
        return store.cards(round_id)


def score_round(
    round_id: str,
    out: Path,
    pack: Pack,
    *,
    sites: Sequence[Site] = (),
    corrections: Iterable[Correction] = (),
    engine_name: str = "proses",
    watch: Watch = Watch(),
) -> tuple[Scorecard, ...]:
    """The cards of a round scored again from its stored snapshots, without the network.

    With ``sites`` the offices are as that list has them now; a snapshot of an office that is not in it keeps its own.
    InputError when the round has no snapshot.
    """
    bench = _Bench(out, round_id, pack, sites, tuple(corrections), watch)
    if not any(bench.folder.glob(f"*{WARC}")):
        found = [folder.parent.name for folder in sorted(out.glob(f"*/{PROOF}"))]
        message = "Putaran ini tidak memiliki rekaman situs."
        raise InputError([Problem("--round", message, None, "", round_id, ", ".join(found) or "(belum ada putaran)")])
    with telling_why(out), Store.open(out, write=True) as store:
        _restore_others(store, round_id, out, pack, engine_name)
        _score_stored(store, bench, engine_name)
        return store.cards(round_id)


def _score_stored(store: Store, bench: _Bench, engine_name: str) -> None:
    """Scores the snapshots of a round: those of the offices given, else of those the history knows, else all."""
    stored = _stored_sites(bench.folder)
    known = store.site_ids(bench.round_id)
    wanted = set(known) if known and not bench.order else set(stored)
    order = [*bench.order, *(site_id for site_id in (*known, *stored) if site_id not in bench.order)]
    bench.order = {site_id: n for n, site_id in enumerate(dict.fromkeys(order))}
    bench.offices = bench.offices or tuple(stored.values())
    workers = engine(engine_name)
    try:
        jobs = [bench.job(site_id) for site_id in bench.order if site_id in stored and site_id in wanted]
        run(workers, assess, jobs, lambda job, result: bench.save(store, job, result))
    finally:
        workers.close()


def _restore_others(store: Store, round_id: str, out: Path, pack: Pack, engine_name: str) -> None:
    """After a damaged audit.db was set aside: the other rounds come back from their snapshots."""
    if store.set_aside is None:
        return
    _log.warning("%s was damaged and is kept as %s; the other rounds are scored again", store.path, store.set_aside)
    for folder in sorted(out.glob(f"*/{PROOF}")):
        other = folder.parent.name
        if other != round_id and any(folder.glob(f"*{WARC}")):
            _score_stored(store, _Bench(out, other, pack, (), (), Watch()), engine_name)


def rebuild(
    out: Path,
    pack: Pack,
    *,
    sites: Sequence[Site] = (),
    corrections: Iterable[Correction] = (),
    engine_name: str = "proses",
) -> tuple[str, ...]:
    """The rounds whose history was made again from their snapshots (after audit.db was lost or damaged)."""
    rounds = [folder.parent.name for folder in sorted(out.glob(f"*/{PROOF}")) if any(folder.glob(f"*{WARC}"))]
    for round_id in rounds:
        score_round(round_id, out, pack, sites=sites, corrections=corrections, engine_name=engine_name)
    return tuple(rounds)


def is_stored(warc: Path, site: Site) -> bool:
    """Whether a site needs no crawl any more: its snapshot is whole, of the same addresses, and could be read."""
    try:
        head = read_head(warc)
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
            sites[site_id] = _unknown(site_id)
    order = sorted(sites.values(), key=lambda s: (s.province, s.kind is not OfficeKind.KANWIL, s.region_code, s.id))
    return {site.id: site for site in order}


def _unknown(site_id: str) -> Site:
    return Site(site_id, site_id, OfficeKind.KABUPATEN, "")


class _Bench:
    """What all sites of one run share, and how one site's result is taken in."""

    def __init__(
        self,
        out: Path,
        round_id: str,
        pack: Pack,
        sites: Sequence[Site],
        corrections: tuple[Correction, ...],
        watch: Watch,
    ) -> None:
        self.out, self.round_id, self.watch = out, round_id, watch
        self.folder = round_folder(out, round_id) / PROOF
        self.offices = tuple(sites)
        self.order = {site.id: n for n, site in enumerate(sites)}
        self._sites = {site.id: site for site in sites}
        self._corrections = corrections
        # Examples are for people and tests; without them a pack travels to a worker in half the time.
        rules = tuple(rule.model_copy(update={"example": []}) for rule in pack.rules)
        self._pack = replace(pack, rules=rules)

    def job(self, site_id: str) -> Job:
        own = tuple(c for c in self._corrections if c.site_id == site_id)
        warc = self.folder / f"{site_id}{WARC}"
        return Job(warc, self._pack, self.round_id, self._sites.get(site_id), own, self.offices)

    def save(self, store: Store, job: Job, result: Assessed | Exception) -> None:
        """Stores a result; a site that could not be assessed by our fault is stored as not checked."""
        site_id = job.warc.name.removesuffix(WARC)
        if isinstance(result, Exception):
            if isinstance(result, OSError):
                raise result
            _log.error("Scoring %s failed", site_id, exc_info=result)
            result = _not_assessed(job, result)
        warc = job.warc.relative_to(self.out)
        store.save(result.card, self.order.get(site_id, len(self.order)), warc, result.sha256, job.corrections)
        if self.watch.card is not None:
            self.watch.card(result.card)


def _not_assessed(job: Job, error: Exception) -> Assessed:
    """The card of a site whose snapshot our own fault kept us from judging: nothing is counted for or against it."""
    site_id = job.warc.name.removesuffix(WARC)
    try:
        snapshot = read_head(job.warc)
    except SnapshotError:
        when = datetime.fromtimestamp(job.warc.stat().st_mtime, UTC)
        snapshot = Snapshot(_unknown(site_id), SiteStatus(SiteState.UNREACHABLE), when, when, CrawlSettings(""))
    detail = f"{type(error).__name__}: {error}"[:300]
    status = SiteStatus(SiteState.UNREACHABLE, FetchStatus.INTERNAL_ERROR, detail)
    snapshot = replace(snapshot, status=status, site=job.site or snapshot.site)
    observations = Observations(snapshot.site, status, snapshot.finished_at.astimezone(UTC).date())
    findings = audit(observations, job.pack, corrections=job.corrections, checks={})
    return Assessed(score(snapshot, observations, findings, job.pack, job.round_id), "")


class _Archive(SnapshotWriter):
    """A snapshot writer that keeps the earlier look at a site beside the new one."""

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> Path:
        if self.path.exists():
            earlier = self.path.parent / EARLIER / earlier_name(self.path.name, read_head(self.path).finished_at)
            earlier.parent.mkdir(exist_ok=True)
            self.path.replace(earlier)
        return super().finish(status, started_at, finished_at)


async def _crawl_and_score(
    bench: _Bench,
    store: Store,
    sites: Sequence[Site],
    stored: set[str],
    settings: CrawlSettings,
    workers: Engine,
    resolver: Resolver,
) -> None:
    gate = asyncio.Semaphore(workers.workers)

    async def take_in(site_id: str) -> None:
        async with gate:
            job = bench.job(site_id)
            result: Assessed | Exception
            try:
                result = await workers.call(assess, job)
            except Exception as error:  # noqa: BLE001 - the border: one site's failure is one site not checked
                result = error
            bench.save(store, job, result)

    def crawled(site: Site, status: SiteStatus) -> None:
        group.create_task(take_in(site.id))

    try:
        async with asyncio.TaskGroup() as group:
            for site in sites:
                if site.id in stored:
                    group.create_task(take_in(site.id))
            await crawl_many(
                [site for site in sites if site.id not in stored],
                settings,
                lambda site: _Archive(bench.folder / f"{site.id}{WARC}", site, settings, __version__),
                bench.watch.progress,
                crawled,
                resolver=resolver,
            )
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None
