"""Crawls one site, or many at once: ``Site`` -> an archive of fetches and a ``SiteStatus``."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from datetime import UTC, datetime
from typing import Protocol

from auditor.crawl.browser import Browser, can_render, find_browser
from auditor.crawl.client import Client
from auditor.crawl.connection import answered_at_all, assert_connected, without_answer
from auditor.crawl.faults import TEMPORARY
from auditor.crawl.guard import Resolver, resolve
from auditor.crawl.pace import Pace, Turnstile
from auditor.crawl.recognition import Reader
from auditor.crawl.renderer import SiteRenderer
from auditor.crawl.tls import Trust
from auditor.crawl.visit import Archive, Progress, Visit
from auditor.model import CrawlSettings, FetchStatus, Site, SiteState, SiteStatus
from auditor.web.hosts import host_of

__all__ = ["Archive", "Progress", "Writer", "crawl_many", "crawl_site"]

log = logging.getLogger(__name__)

_AT_ONCE = 48  # sites; more would only wait for the same two cores, and memory stays flat
_SECOND_LOOK = 5.0  # times the first retry's wait: how long a failed site is left alone before the second look


class Writer(Archive, Protocol):
    """An archive that is closed when its site is done; ``auditor.snapshot.SnapshotWriter`` is one."""

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> object: ...

    def abort(self) -> None: ...


@asynccontextmanager
async def shared_browser(settings: CrawlSettings) -> AsyncIterator[Browser | None]:
    """The run's browser, started when the first page needs it; None where there is none or none is wanted."""
    program = find_browser() if settings.browser != "never" and can_render() else None
    browser = Browser(program, settings) if program is not None else None
    try:
        yield browser
    finally:
        if browser is not None:
            await browser.aclose()


async def crawl_site(
    site: Site,
    settings: CrawlSettings,
    archive: Archive,
    on_progress: Callable[[Progress], None] | None = None,
    *,
    trust: Trust | None = None,
    pace: Pace | None = None,
    browser: Browser | None = None,
    resolver: Resolver = resolve,
    reader: Reader | None = None,
) -> SiteStatus:
    """The status of a site after a crawl whose every address, opened or not, has gone to the archive.

    Faults of the site are data. ``trust``, ``pace`` and ``browser`` are shared between the sites of a round; without
    a browser on the machine, pages that need one stay ``NEEDS_JAVASCRIPT``. ``reader``: where its pages are read, here
    unless told. Raises only what the archive raises.
    """
    if not site.active:
        return SiteStatus(SiteState.INACTIVE)
    if not site.url:
        return SiteStatus(SiteState.NOT_REGISTERED)
    if browser is None and settings.browser != "never":
        async with shared_browser(settings) as own:
            if own is not None:
                return await crawl_site(
                    site,
                    settings,
                    archive,
                    on_progress,
                    trust=trust,
                    pace=pace,
                    browser=own,
                    resolver=resolver,
                    reader=reader,
                )
    pace = pace or Pace(settings.delay, asyncio.get_running_loop().time)
    client = Client(settings, trust or Trust(allow_private=settings.allow_private), pace, resolver)
    renderer = SiteRenderer(browser, client, settings) if browser is not None else None
    try:
        reader = reader or _reader_here(site)
        return await Visit(site, settings, archive, client, pace, reader, renderer, on_progress).run()
    finally:
        if renderer is not None:
            await renderer.aclose()
        await client.aclose()


async def crawl_many(
    sites: Iterable[Site],
    settings: CrawlSettings,
    open_archive: Callable[[Site], Writer],
    on_progress: Callable[[Progress], None] | None = None,
    on_done: Callable[[Site, SiteStatus], None] | None = None,
    *,
    trust: Trust | None = None,
    at_once: int = _AT_ONCE,
    resolver: Resolver = resolve,
    known: Iterable[Site] = (),
    reader: Callable[[Site], Reader] | None = None,
    turnstile: Turnstile | None = None,
) -> dict[str, SiteStatus]:
    """The status of every site by id; each site's archive is opened, filled and finished here.

    A site that failed for a reason that may pass gets a second look when all others are done. A bug met on one site
    becomes that site's INTERNAL_ERROR. When the run is interrupted, or the disk is full, archives in hand are aborted:
    sites already done stay done. Raises OSError from the archives, and ConnectionDown where it is not the sites that
    cannot be reached: nothing is kept of those that gave no answer. ``known``: sites that answered an earlier run.
    ``turnstile``: where other machines crawl the same round.
    """
    loop = asyncio.get_running_loop()
    trust = trust or Trust(allow_private=settings.allow_private)
    pace = Pace(settings.delay, loop.time, turnstile)
    statuses: dict[str, SiteStatus] = {}
    failed: list[tuple[Site, Writer, datetime, SiteStatus]] = []
    again: list[tuple[Site, Writer, datetime, SiteStatus]] = []
    answered: list[Site] = []
    gate = asyncio.Semaphore(at_once)

    def close(site: Site, writer: Writer, started: datetime, status: SiteStatus) -> None:
        writer.finish(status, started, datetime.now(UTC))
        statuses[site.id] = status
        if answered_at_all(status):
            answered.append(site)
        if on_done is not None:
            on_done(site, status)

    async def look(site: Site, writer: Writer, browser: Browser | None) -> SiteStatus:
        try:
            return await crawl_site(
                site,
                settings,
                writer,
                on_progress,
                trust=trust,
                pace=pace,
                browser=browser,
                resolver=resolver,
                reader=None if reader is None else reader(site),
            )
        except OSError:
            raise  # the archive's: no other site could be stored either
        except Exception as error:
            log.exception("penelusuran %s terhenti oleh galat auditor", site.id)
            return SiteStatus(
                SiteState.UNREACHABLE, FetchStatus.INTERNAL_ERROR, f"{type(error).__name__}: {error}"[:300]
            )

    async def first(site: Site, browser: Browser | None) -> None:
        async with gate:
            started, writer = datetime.now(UTC), open_archive(site)
            try:
                status = await look(site, writer, browser)
                if status.state is SiteState.UNREACHABLE and status.cause in TEMPORARY:
                    failed.append((site, writer, started, status))
                else:
                    close(site, writer, started, status)
            except BaseException:
                writer.abort()
                raise

    async def second(site: Site, writer: Writer, started: datetime, browser: Browser | None) -> None:
        async with gate:
            pace.second_chance(host_of(site.url))
            again.append((site, writer, started, await look(site, writer, browser)))

    async def check_connection(looks: Iterable[tuple[Site, Writer, datetime, SiteStatus]]) -> None:
        silent = [site for site, _, _, status in looks if without_answer(site, status)]
        alive = [*answered, *(site for site, _, _, status in again if answered_at_all(status))]
        await assert_connected(silent, alive, known, trust, resolver, settings.allow_private)

    async with shared_browser(settings) as browser:
        try:
            async with asyncio.TaskGroup() as group:
                for site in sites:
                    group.create_task(first(site, browser))
            if failed:
                await check_connection(failed)
                await asyncio.sleep(_SECOND_LOOK * settings.retry_wait)
                async with asyncio.TaskGroup() as group:
                    for site, writer, started, _ in failed:
                        group.create_task(second(site, writer, started, browser))
                await check_connection(again)
                for done in again:
                    close(*done)
        except BaseExceptionGroup as errors:
            raise errors.exceptions[0] from None
        finally:
            for site, writer, _, _ in failed:
                if site.id not in statuses:
                    writer.abort()
    return statuses


def _reader_here(site: Site) -> Reader:
    """A reader within this process, which then loads what reads."""
    from auditor.crawl.recogniser import Here
    from auditor.readings import Readings

    return Here(site, Readings().parse)
