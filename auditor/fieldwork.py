"""The crawling of a round's open sites, each scored as soon as it is there."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from auditor import __version__
from auditor.assessment import Assessed, assess
from auditor.crawl.crawler import crawl_many
from auditor.crawl.guard import Resolver
from auditor.model import CrawlSettings, Site, SiteStatus
from auditor.pictures.memory import keep_beside
from auditor.proof import WARC, is_stored
from auditor.readers import Readers
from auditor.run import Run, Watch
from auditor.snapshot import PARTIAL, SnapshotWriter, read_head
from auditor.store import Store
from auditor.store.history import EARLIER, earlier_name
from auditor.work.engine import Engine
from auditor.work.worker import WorkerCrash


class _Archive(SnapshotWriter):
    """A snapshot writer that keeps the earlier look at a site beside the new one.

    With ``again`` the site was read before: a look at which it cannot be opened then lies beside the earlier one
    instead, for a bad moment must not cost an office what was already seen.
    """

    again = False

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> Path:
        if self.again and not status.readable:
            self.path = self.path.parent / EARLIER / earlier_name(self.path.name, finished_at)
            self.path.parent.mkdir(exist_ok=True)
        elif self.path.exists():
            earlier = self.path.parent / EARLIER / earlier_name(self.path.name, read_head(self.path).finished_at)
            earlier.parent.mkdir(exist_ok=True)
            self.path.replace(earlier)
            keep_beside(self.path, earlier)
        return super().finish(status, started_at, finished_at)


class Fieldwork:
    """The crawling of those chosen from a round's list that are not yet stored, and the folder they go to.

    ``recheck``: ids of those that are looked at again though they are stored.
    """

    def __init__(
        self,
        run: Run,
        store: Store,
        sites: Sequence[Site],
        only: Collection[str] | None,
        settings: CrawlSettings,
        recheck: Collection[str] = (),
    ) -> None:
        self._folder, self._progress, pack = run.folder, run.watch.progress, run.pack
        self._settings = settings if settings.phrases else replace(settings, phrases=pack.phrases, wanted=pack.wanted)
        known = {site_id: digest for site_id, (_, digest) in store.snapshots(run.round_id).items()}
        chosen = [site for site in sites if only is None or site.id in only]
        self._folder.mkdir(parents=True, exist_ok=True)
        for partial in self._folder.glob(f"*{PARTIAL}"):
            partial.unlink()
        stored = [site for site in chosen if is_stored(run.warc(site.id), site, known.get(site.id, ""))]
        self.stored = [site for site in stored if site.id not in recheck]
        self._again = {site.id for site in stored if site.id in recheck}
        self.pictures = True  # whether they are read
        there = {site.id for site in self.stored}
        self._open = [site for site in chosen if site.id not in there]

    async def run(self, resolver: Resolver, readers: Readers, crawled: Callable[[Site, SiteStatus], None]) -> None:
        """Crawls what is open; each site is told as soon as its snapshot has its own name."""
        settings = self._settings
        await crawl_many(
            self._open,
            settings,
            self._archive,
            self._progress,
            crawled,
            resolver=resolver,
            known=[site for site in self.stored if site.url],
            reader=readers.of,
        )

    def _archive(self, site: Site) -> SnapshotWriter:
        archive = _Archive(self._folder / f"{site.id}{WARC}", site, self._settings, __version__)
        archive.again = site.id in self._again
        return archive


async def crawl_only(crawl: Fieldwork, readers: Readers, resolver: Resolver, watch: Watch) -> None:
    """Crawls what is open of a round; no site is judged."""

    def crawled(site: Site, status: SiteStatus) -> None:
        group.create_task(readers.forget(site))
        if watch.crawled is not None:
            watch.crawled(site, status)

    with _first_of_many():
        async with asyncio.TaskGroup() as group:
            await crawl.run(resolver, readers, crawled)


async def crawl_and_score(
    run: Run, store: Store, crawl: Fieldwork, readers: Readers, workers: Engine, resolver: Resolver
) -> None:
    """Crawls what is open of a round and stores the card of each site as soon as there is one."""
    gate = asyncio.Semaphore(workers.workers)

    async def stored(site_id: str) -> None:
        async with gate:
            job = replace(run.job(site_id), pictures=crawl.pictures)
            run.save(store, job, await _result(workers.call(assess, job)))

    async def fresh(site_id: str) -> None:
        job = replace(run.job(site_id), pictures=crawl.pictures)
        result = await _result(readers.assess(job))
        if isinstance(result, WorkerCrash):  # once more by those who find out what was too heavy
            await stored(site_id)
        else:
            run.save(store, job, result)

    def crawled(site: Site, status: SiteStatus) -> None:
        group.create_task(fresh(site.id))

    with _first_of_many():
        async with asyncio.TaskGroup() as group:
            for site in crawl.stored:
                group.create_task(stored(site.id))
            await crawl.run(resolver, readers, crawled)


@contextmanager
def _first_of_many() -> Iterator[None]:
    """Raises the first exception of a group by itself."""
    try:
        yield
    except BaseExceptionGroup as errors:
        raise errors.exceptions[0] from None


async def _result(work: Awaitable[Assessed]) -> Assessed | Exception:
    try:
        return await work
    except Exception as error:  # noqa: BLE001 - the border: one site's failure is one site not checked
        return error
