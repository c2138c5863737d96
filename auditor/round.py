"""One round of the audit: crawl what is not yet stored, score each site as soon as it is there, store it.

A round is a folder, ``<out>/<round>``, with a WARC per site under ``bukti``. A WARC under its own name is a finished
site: a run that was killed goes on from there, and whatever was in hand is crawled again. Run again on another day,
only the sites that could not be read are looked at again, each with its own time, and those that a re-check names;
the earlier look is kept.

A round remembers its list of offices and its decisions; its cards are all made from the same rules, weights and
decisions: a card whose basis is no longer the round's is made again, whichever offices were chosen.
"""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path

from auditor.cluster import crawl_beside
from auditor.crawl.guard import Resolver, resolve
from auditor.depot import Depot
from auditor.fieldwork import Fieldwork, crawl_and_score, crawl_only
from auditor.job import Assessed, Job
from auditor.judging import assess
from auditor.model import Correction, CrawlSettings, Scorecard, Site
from auditor.problems import InputError, Problem
from auditor.proof import PROOF, WARC, round_folder
from auditor.readers import readers
from auditor.rules.pack import Pack
from auditor.run import Run, Watch, run_of
from auditor.snapshot import PARTIAL, read_head
from auditor.store import CorruptStore, Store, telling_why
from auditor.work.collector import settle
from auditor.work.engine import Engine, Machines, engine
from auditor.work.engine import run as do_all

_log = logging.getLogger(__name__)


def run_round(
    sites: Sequence[Site],
    round_id: str,
    out: Path,
    pack: Pack,
    settings: CrawlSettings,
    *,
    only: Collection[str] | None = None,
    recheck: Collection[str] = (),
    corrections: Iterable[Correction] | None = None,
    engine_name: str = "proses",
    watch: Watch = Watch(),
    resolver: Resolver = resolve,
    pictures: bool = True,
    depot: str = "",
) -> tuple[Scorecard, ...]:
    """All cards of a round after crawling what was open, those of a large one without proofs.

    ``sites`` is the whole list, ``only`` the ids to crawl.
    ``recheck``: ids of finished offices that are looked at again; the earlier look is kept.
    Without ``corrections`` those that the round remembers hold. ``pictures``: whether they are read, given the extra.
    ``depot``: the address where machines of a cluster keep the snapshots; they are brought to the round's folder.
    StoreError: another run has the folder, no room, no permission; what was stored stays. KeyboardInterrupt likewise.
    """
    round_folder(out, round_id)
    # One process for what is stored already: all else is judged where it is read.
    with closing(engine(engine_name, processes=1)) as workers, _history(out, pack, workers, watch) as store:
        store.enlist(round_id, sites)
        run = run_of(out, pack, store, round_id, corrections, watch)
        open_sites = _chosen(run, sites, only)
        settings = run.settings(settings)
        settle()

        def job(site_id: str) -> Job:
            return replace(run.job(site_id), pictures=pictures)

        def save(job: Job, result: Assessed | Exception) -> None:
            run.save(store, job, result)

        if isinstance(workers, Machines):
            place = Depot.below(depot, round_id, PROOF) if depot else None
            asyncio.run(
                crawl_beside(workers, run.folder, open_sites, settings, job, save, recheck, resolver, watch, place)
            )
        else:
            digests = _digests(store, round_id)
            crawl = Fieldwork(
                run.folder, open_sites, settings, job, recheck=recheck, digests=digests, progress=watch.progress
            )
            with closing(readers(engine_name, run.pack)) as read:
                asyncio.run(crawl_and_score(crawl, read, workers, resolver, save))
        with closing(engine()) as here:  # the machines of a cluster may not see this folder
            _score(store, run, run.outdated(), here if depot else workers)
        return store.cards(round_id, proofs=not store.many(round_id))


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
        run = Run(out, pack, store, round_id, (), watch)
        digests = _digests(store, round_id)
        crawl = Fieldwork(
            run.folder,
            _chosen(run, sites, only),
            run.settings(settings),
            run.job,
            digests=digests,
            progress=watch.progress,
        )
        tell = watch.crawled or (lambda site, status: None)
        for site in crawl.stored:
            tell(site, read_head(run.warc(site.id)).status)
        with closing(readers("proses", run.pack)) as read:
            asyncio.run(crawl_only(crawl, read, resolver, watch.crawled))


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
        run = run_of(out, pack, store, round_id, corrections, watch)
        _score(store, run, run.stored(), workers)
        cards = store.cards(round_id, proofs=not store.many(round_id))
        lost = [card.site.name for card in cards if not run.warc(card.site.id).is_file()]
        if lost:
            watch.say("tanpa_rekaman", jumlah=len(lost), kantor="; ".join(lost))
        return cards


def _chosen(run: Run, sites: Sequence[Site], only: Collection[str] | None) -> list[Site]:
    """The sites to be crawled unless they are stored; what an earlier run left half written is cleared away."""
    for partial in run.folder.glob(f"*{PARTIAL}"):
        partial.unlink(missing_ok=True)
    return [site for site in sites if only is None or site.id in only]


def _digests(store: Store, round_id: str) -> dict[str, str]:
    """The sha256 of a round's snapshots when they were last read to their end, by site."""
    return {site_id: digest for site_id, (_, digest) in store.snapshots(round_id).items()}


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
                    run = Run(out, pack, store, folder.parent.name, (), Watch())
                    _score(store, run, run.stored(), workers)
        yield store


def _mend(store: Store, watch: Watch) -> None:
    try:
        for round_id, ids in store.mend().items():
            watch.say("hasil_rusak", putaran=round_id, jumlah=len(ids), kantor=", ".join(ids))
    except CorruptStore:
        store.start_anew()


def _score(store: Store, run: Run, site_ids: Sequence[str], workers: Engine) -> None:
    jobs = [run.job(site_id) for site_id in site_ids]
    do_all(workers, assess, jobs, lambda job, result: run.save(store, job, result))


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
