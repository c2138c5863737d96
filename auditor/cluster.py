"""A round crawled by many machines: each has a part of the sites at a time, and does with it what one machine does.

A part is a small round of its own: its sites are crawled into the round's folder, which all machines see under the same
path, and judged there; only cards come back. A site whose snapshot is there is not crawled again, so that a part may be
done again by another machine when the one that had it is gone: nothing is lost and nothing is done twice.
"""

from __future__ import annotations

import asyncio
import pickle
import zlib
from collections import deque
from collections.abc import Callable, Collection, Coroutine, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import closing
from dataclasses import astuple, dataclass, field, replace
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, Final

from auditor.crawl.connection import ConnectionDown
from auditor.crawl.crawler import Progress
from auditor.crawl.guard import Resolver
from auditor.depot import Depot
from auditor.fieldwork import Fieldwork, crawl_and_score
from auditor.job import Assessed, Job, digest_of
from auditor.model import CrawlSettings, OfficeKind, Site
from auditor.proof import WARC, looks_of
from auditor.readers import Readers, readers
from auditor.rules.pack import Pack
from auditor.run import Watch
from auditor.shards import shards_of
from auditor.web.hosts import own_hosts
from auditor.work.collector import settle
from auditor.work.engine import Machines, engine
from auditor.work.worker import WorkerCrash

if TYPE_CHECKING:
    from auditor.work.cluster import Here

_MOST_SITES: Final = 24  # of a part: as many as keep a machine busy while they wait for their turns
_AHEAD: Final = 2  # parts for each worker that are handed over: one in hand, one at hand
_LOOK: Final = 0.5  # seconds between two looks whether a part is still wanted, or the cluster has grown
_RESOLVE: Final = 5.0  # seconds for the addresses of one host
_AT_ONCE: Final = 64  # hosts resolved
_CARRIERS: Final = 4  # snapshots under way to a depot or from it


@dataclass(frozen=True, slots=True)
class Part:
    """Some of a round's sites, with all that is needed to crawl and judge them, as they travel to a machine."""

    folder: Path
    sites: tuple[Site, ...]
    settings: CrawlSettings
    pack: bytes = field(repr=False)  # packed: what a scheduler only passes on is no objects there
    jobs: dict[str, Job] = field(repr=False)  # by site, without the pack
    recheck: frozenset[str]
    resolver: Resolver
    depot: Depot | None
    followed: bool  # whether somebody wants to know how far its sites are
    tries: int = 0


#: site -> its card, or why there is none
Results = tuple[tuple[str, Assessed | Exception], ...]


def work(part: Part) -> Results:
    """What a machine makes of a part. ConnectionDown and OSError as on one machine."""
    from auditor.work.cluster import here  # only machines of a cluster need it

    if part.depot is None:
        return _work(part, part.folder, here(), lambda site_id: None)
    with TemporaryDirectory() as name, ThreadPoolExecutor(_CARRIERS) as carriers:
        folder, depot = Path(name), part.depot
        there = [carriers.submit(depot.take, folder, site.id) for site in part.sites]
        before = {site.id: seen.result() for site, seen in zip(part.sites, there, strict=True)}
        kept: list[Future[None]] = []
        results = _work(
            part,
            folder,
            here(),
            lambda site_id: kept.append(carriers.submit(depot.keep, folder, site_id, before[site_id])),
        )
        for one in kept:
            one.result()
        return results


def _work(part: Part, folder: Path, place: Here, judged: Callable[[str], None]) -> Results:
    """Crawls and judges a part's sites in a folder; each is told as soon as nothing more is written about it."""
    found: list[tuple[str, Assessed | Exception]] = []
    pack = _unpacked(part.pack)

    def job(site_id: str) -> Job:
        warc = folder / f"{site_id}{WARC}"
        return replace(part.jobs[site_id], pack=pack, warc=warc, looks=looks_of(folder, site_id))

    def save(job: Job, result: Assessed | Exception) -> None:
        site_id = job.warc.name.removesuffix(WARC)
        found.append((site_id, result))
        judged(site_id)

    async def all_of_it() -> None:
        turnstile = place.turnstile()
        crawl = Fieldwork(
            folder,
            part.sites,
            part.settings,
            job,
            recheck=part.recheck,
            progress=(lambda progress: place.tell(list(astuple(progress)))) if part.followed else None,
            turnstile=turnstile,
        )
        try:
            await crawl_and_score(crawl, _readers(pack), alone, part.resolver, save)
        finally:
            turnstile.close()

    with closing(engine("proses", processes=1)) as alone:
        asyncio.run(_while_wanted(place, all_of_it()))
    return tuple(found)


async def _while_wanted(place: Here, doing: Coroutine[Any, Any, None]) -> None:
    """Ends what is done as soon as nobody waits for it any more: others may be asking the same hosts by then."""
    task = asyncio.ensure_future(doing)
    while not (await asyncio.wait({task}, timeout=_LOOK))[0]:
        if not place.wanted:
            task.cancel()
            await asyncio.wait({task})
            raise WorkerCrash("nobody waits for this")
    task.result()


def _packed(pack: Pack) -> bytes:
    return zlib.compress(pickle.dumps(pack))


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Pack:
    """The pack of a part, made once for all parts of a round: it came the way the part itself came."""
    pack: Pack = pickle.loads(zlib.decompress(packed))
    return pack


def _readers(pack: Pack) -> Readers:
    """The readers of this machine, kept from part to part."""
    if _KEPT and _KEPT[0][0] != pack.info:
        _KEPT.pop()[1].close()
    if not _KEPT:
        settle()
        _KEPT.append((pack.info, readers("proses", pack, processes=1)))
    return _KEPT[0][1]


_KEPT: list[tuple[object, Readers]] = []


async def crawl_beside(
    cluster: Machines,
    folder: Path,
    sites: Sequence[Site],
    settings: CrawlSettings,
    job: Callable[[str], Job],
    save: Callable[[Job, Assessed | Exception], None],
    recheck: Collection[str],
    resolver: Resolver,
    watch: Watch,
    depot: Depot | None = None,
) -> None:
    """Has the sites crawled and judged by a cluster and hands over each card when the part it is in has come back.

    A part that workers died of is done again site by site; a site they died of is told and left open. ``depot``: where
    the machines keep the snapshots when they do not see the folder; from there they are brought here.
    """
    folder = folder.resolve()
    folder.mkdir(parents=True, exist_ok=True)
    hands = max(1, cluster.workers)
    shards = shards_of(sites, _MOST_SITES, await _addresses(sites, resolver), hands)
    followed = watch.progress is not None
    packed = _packed(job(sites[0].id).pack) if sites else b""
    waiting = deque(
        _part(folder, shard, settings, packed, job, frozenset(recheck), resolver, depot, followed) for shard in shards
    )
    running: dict[asyncio.Task[Results], Part] = {}
    if (tell := watch.progress) is not None:
        cluster.follow(lambda told: tell(Progress(*told)))
    if not cluster.workers:
        watch.say("tanpa_pekerja")
    try:
        while waiting or running:
            while waiting and len(running) < _AHEAD * max(1, cluster.workers):
                part = waiting.popleft()
                running[asyncio.create_task(cluster.call(work, part))] = part
            for task in (await asyncio.wait(running, timeout=_LOOK, return_when=asyncio.FIRST_COMPLETED))[0]:
                part = running.pop(task)
                try:
                    results = task.result()
                except (WorkerCrash, ConnectionDown) as error:
                    waiting.extend(_again(part, error, watch))
                    continue
                for site_id, result in results:
                    if depot is not None:
                        await asyncio.to_thread(_bring, depot, folder, site_id, result)
                    save(job(site_id), result)
    finally:
        for task in running:
            task.cancel()


def _part(
    folder: Path,
    sites: tuple[Site, ...],
    settings: CrawlSettings,
    packed: bytes,
    job: Callable[[str], Job],
    recheck: frozenset[str],
    resolver: Resolver,
    depot: Depot | None,
    followed: bool,
) -> Part:
    jobs = [job(site.id) for site in sites]
    lean = replace(jobs[0].pack, rules=())
    return Part(
        folder,
        sites,
        settings,
        packed,
        {site.id: _lean(one, lean, folder / one.warc.name) for site, one in zip(sites, jobs, strict=True)},
        recheck,
        resolver,
        depot,
        followed,
    )


def _lean(job: Job, pack: Pack, warc: Path) -> Job:
    """A job as it travels: the pack goes along once, and only a Kanwil's news is attributed to others."""
    kanwil = job.site is None or job.site.kind is OfficeKind.KANWIL
    return replace(job, warc=warc, pack=pack, offices=job.offices if kanwil else ())


def _bring(depot: Depot, folder: Path, site_id: str, result: Assessed | Exception) -> None:
    warc = folder / f"{site_id}{WARC}"
    if isinstance(result, Exception) or not warc.is_file() or digest_of(warc) != result.sha256:
        depot.take(folder, site_id)


def _again(part: Part, error: WorkerCrash | ConnectionDown, watch: Watch) -> list[Part]:
    """What is tried once more of a part that could not be done."""
    if part.tries and isinstance(error, ConnectionDown):
        raise error
    if isinstance(error, ConnectionDown):  # of that machine, perhaps
        return [replace(part, tries=1)]
    if part.tries:
        watch.say("pekerja_mati", kantor=", ".join(site.name for site in part.sites))
        return []
    return [replace(part, sites=(site,), tries=1) for site in part.sites]


async def _addresses(sites: Sequence[Site], resolver: Resolver) -> dict[str, list[str]]:
    """What the sites' hosts resolve to, as far as it can be known."""
    gate = asyncio.Semaphore(_AT_ONCE)

    async def addresses(host: str) -> list[str]:
        name, _, port = host.partition(":")
        async with gate:
            try:
                async with asyncio.timeout(_RESOLVE):
                    return await resolver(name, int(port or 443))
            except (OSError, ValueError, TimeoutError):
                return []

    hosts = sorted({host for site in sites if site.active for host in own_hosts(site)})
    return dict(zip(hosts, await asyncio.gather(*map(addresses, hosts)), strict=True))
