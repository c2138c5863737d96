"""The crawling of a round's open sites, each scored as soon as it is there."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from auditor import __version__
from auditor.assessment import Assessed, assess
from auditor.crawl.crawler import crawl_many
from auditor.crawl.guard import Resolver
from auditor.model import CrawlSettings, Site, SiteStatus
from auditor.proof import WARC, is_stored
from auditor.readings import Readings
from auditor.run import Run
from auditor.snapshot import PARTIAL, SnapshotWriter, read_head
from auditor.store import Store
from auditor.store.history import EARLIER, earlier_name
from auditor.work.engine import Engine, engine


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
        there = {site.id for site in self.stored}
        self._open = [site for site in chosen if site.id not in there]
        self.readings = Readings()

    async def run(self, resolver: Resolver, crawled: Callable[[Site, SiteStatus], None]) -> None:
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
            on_read=self.readings.take,
        )

    def _archive(self, site: Site) -> SnapshotWriter:
        archive = _Archive(self._folder / f"{site.id}{WARC}", site, self._settings, __version__)
        archive.again = site.id in self._again
        return archive


async def crawl_and_score(run: Run, store: Store, crawl: Fieldwork, workers: Engine, resolver: Resolver) -> None:
    """Crawls what is open of a round and stores the card of each site as soon as there is one."""
    here = engine("lokal")
    gates = {workers: asyncio.Semaphore(workers.workers), here: asyncio.Semaphore(here.workers)}

    async def take_in(site_id: str) -> None:
        read = crawl.readings.of(site_id)
        chosen = here if read else workers
        async with gates[chosen]:
            job = replace(run.job(site_id), read=read)
            result: Assessed | Exception
            try:
                result = await chosen.call(assess, job)
            except Exception as error:  # noqa: BLE001 - the border: one site's failure is one site not checked
                result = error
            run.save(store, job, result)

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
