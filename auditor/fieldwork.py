"""The crawling of open sites, each scored as soon as it is there: what one machine does, be it one of many."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from auditor import __version__
from auditor.crawl.crawler import Progress, crawl_many
from auditor.crawl.guard import Resolver
from auditor.crawl.pace import Turnstile
from auditor.job import Assessed, Job
from auditor.judging import assess
from auditor.model import CrawlSettings, Site, SiteStatus
from auditor.pictures.memory import keep_beside
from auditor.proof import WARC, is_stored
from auditor.readers import Readers
from auditor.snapshot import SnapshotWriter, read_head
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
    """The crawling of sites that are not yet stored, and the folder they go to; the same on every machine.

    ``job`` tells how a site is judged. ``recheck``: ids of those that are looked at again though they are stored.
    ``digests``: the sha256 of snapshots when they were last read to their end, by id.
    """

    def __init__(
        self,
        folder: Path,
        sites: Iterable[Site],
        settings: CrawlSettings,
        job: Callable[[str], Job],
        *,
        recheck: Collection[str] = (),
        digests: Mapping[str, str] | None = None,
        progress: Callable[[Progress], None] | None = None,
        turnstile: Turnstile | None = None,
    ) -> None:
        self._folder, self._settings, self.job = folder, settings, job
        self._progress, self._turnstile = progress, turnstile
        known, chosen = digests or {}, tuple(sites)
        folder.mkdir(parents=True, exist_ok=True)
        there = [site for site in chosen if is_stored(folder / f"{site.id}{WARC}", site, known.get(site.id, ""))]
        self.stored = [site for site in there if site.id not in recheck]
        self._again = {site.id for site in there if site.id in recheck}
        stored = {site.id for site in self.stored}
        self._open = [site for site in chosen if site.id not in stored]

    async def run(self, resolver: Resolver, readers: Readers, crawled: Callable[[Site, SiteStatus], None]) -> None:
        """Crawls what is open; each site is told as soon as its snapshot has its own name."""
        await crawl_many(
            self._open,
            self._settings,
            self._archive,
            self._progress,
            crawled,
            resolver=resolver,
            known=[site for site in self.stored if site.url],
            reader=readers.of,
            turnstile=self._turnstile,
        )

    def _archive(self, site: Site) -> SnapshotWriter:
        archive = _Archive(self._folder / f"{site.id}{WARC}", site, self._settings, __version__)
        archive.again = site.id in self._again
        return archive


async def crawl_only(
    crawl: Fieldwork, readers: Readers, resolver: Resolver, told: Callable[[Site, SiteStatus], None] | None
) -> None:
    """Crawls what is open of a round; no site is judged."""

    def crawled(site: Site, status: SiteStatus) -> None:
        group.create_task(readers.forget(site))
        if told is not None:
            told(site, status)

    with _first_of_many():
        async with asyncio.TaskGroup() as group:
            await crawl.run(resolver, readers, crawled)


async def crawl_and_score(
    crawl: Fieldwork,
    readers: Readers,
    workers: Engine,
    resolver: Resolver,
    save: Callable[[Job, Assessed | Exception], None],
) -> None:
    """Crawls what is open and hands over the card of each site, the stored ones' too, as soon as there is one."""
    gate = asyncio.Semaphore(workers.workers)

    async def stored(site_id: str) -> None:
        async with gate:
            job = crawl.job(site_id)
            save(job, await _result(workers.call(assess, job)))

    async def fresh(site_id: str) -> None:
        job = crawl.job(site_id)
        result = await _result(readers.assess(job))
        if isinstance(result, WorkerCrash):  # once more by those who find out what was too heavy
            await stored(site_id)
        else:
            save(job, result)

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
