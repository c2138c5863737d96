"""What an answer really is: recognised by its content, rendered if it is a shell, compared with others."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, replace
from urllib.parse import urljoin

from auditor.crawl.address import identity
from auditor.crawl.onward import moved_on
from auditor.crawl.recognition import Question, Reader, Recognised
from auditor.crawl.rendering import Permit, Plan, Renderer, Route
from auditor.data import table
from auditor.language.phrases import normalise
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus
from auditor.read.page.imprint import Copies
from auditor.web.answers import is_html
from auditor.web.hosts import canonical, host_of

_HOME = frozenset(table("crawl")["labels"]["home"])


@dataclass(frozen=True, slots=True)
class Judged:
    """A fetch with the status its content deserves, and what was found on the way."""

    fetch: Fetch
    page: Recognised | None = None  # of a page whose links are worth following
    api: tuple[Fetch, ...] = ()
    routes: tuple[Route, ...] = ()
    onward: str = ""  # where the page sends its visitor on to
    original: str = ""  # the page read before of which it is a copy


class Judge:
    """Judges the answers of one site. ``home`` is set once the home page's final address is known."""

    def __init__(
        self, settings: CrawlSettings, reader: Reader, renderer: Renderer | None, posts_pages: int = 1
    ) -> None:
        self._settings, self._reader, self._renderer = settings, reader, renderer
        self._plan = Plan(settings, renderer is not None)
        self._posts_pages = posts_pages
        self._probed: set[str] = set()
        self._probes: dict[str, bytes] = {}  # by host: a missing page, where it answers as if it were there
        self._missing: dict[str, tuple[str, ...]] = {}  # and what the reader calls it; twice where it moves
        self._rendered: dict[str, tuple[str, ...]] = {}  # as the browser shows it
        self._copies = Copies()
        self.home = ""
        self.office = False  # whether anything read so far is an office's

    def knows(self, url: str) -> bool:
        """Whether the host of an address has been probed."""
        return host_of(url) in self._probed

    def probe_address(self, url: str) -> str:
        """An address on the same host that nobody has; the host counts as probed from here on."""
        self._probed.add(host_of(url))
        return urljoin(url, f"/auditor-kip-{secrets.token_hex(6)}")

    async def learn_missing(self, probe: Fetch, permit: Permit) -> bool:
        """Notes how a host answers to an address that nobody has; whether a second one should be asked for.

        Where it answers as if it were there, two answers show which of its parts move.
        """
        host = host_of(probe.url)
        known = self._probes.get(host)
        if known is not None:
            other = probe.status is FetchStatus.OK and is_html(probe) and probe.body != known
            if other and (await self._recognise(probe)).status is not FetchStatus.TOO_HEAVY:
                self._missing[host] = (*self._missing[host], await self._reader.remember(probe.body))
            return False
        found = await self._recognise(probe)
        if probe.status is FetchStatus.OK and is_html(probe) and found.status is not FetchStatus.TOO_HEAVY:
            self._probes[host] = probe.body
            self._missing[host] = (await self._reader.remember(probe.body),)
        judged = replace(probe, status=found.status)
        if self._renderer is not None and self._plan.wants(judged, found.marks):
            rendering = await self._renderer.render(probe, permit, 0)
            if rendering.body:
                self._rendered[host] = (await self._reader.remember(rendering.body),)
        return host in self._probes and not probe.redirects

    async def judge(self, fetch: Fetch, permit: Permit, *, stays: bool = False) -> Judged:
        """What a page's answer is worth; where its scripts make it, as the browser shows it.

        ``permit``: which addresses the browser may have. It is the visit's own, and not kept: what a visit and its
        judge hold would otherwise hold each other, and stay in memory for many sites more.
        ``stays``: it is read for itself, wherever it sends its visitor on to.
        """
        host = host_of(fetch.address)
        found = await self._recognise(fetch, self._missing.get(host, ()))
        judged = replace(fetch, status=found.status)
        if found.onward and not stays:
            return Judged(judged, _seen(found), onward=found.onward)
        if self._renderer is None or not self._plan.wants(judged, found.marks):
            return Judged(judged, _seen(found))
        rendering = await self._renderer.render(judged, permit, self._plan.steps(judged))
        if not rendering.body:
            status = self._plan.unrendered(judged, rendering.lost)
            judged = replace(judged, status=status, error=rendering.error or judged.error)
            return Judged(judged, _seen(replace(found, status=status)), rendering.api)
        page = replace(
            fetch,
            http_status=200,  # a shell sent with 404 is how some hosts serve every address of an application
            body=rendering.body,
            original=fetch.body,
            screenshot=rendering.screenshot,
            data_failed=rendering.failed,
            unopened=rendering.unopened,
            rendered=True,
            status=FetchStatus.OK,
            media_type="text/html",
            final_url=rendering.final_url or fetch.final_url,
        )
        shown = await self._recognise(page, self._rendered.get(host, ()), fetch)
        page = replace(page, status=shown.status)
        self._plan.learn(judged, shown.added, rendering)
        if judged.status is FetchStatus.OK and not self._plan.keeps(shown.added, rendering):
            page, shown = replace(judged, screenshot=rendering.screenshot, unopened=rendering.unopened), found
        target = ""
        if rendering.moved and shown.page:
            shown = replace(shown, refresh=shown.refresh or rendering.moved)
            target = moved_on(fetch, shown.refresh) if shown.passing and not stays else ""
        return Judged(page, _seen(shown), rendering.api, rendering.routes, target)

    def compared(self, judged: Judged) -> Judged:
        """A page with the one read before that it repeats; a new page is known from here on."""
        if judged.page is None:
            return judged
        fetch, home = judged.fetch, judged.fetch.role is FetchRole.HOME
        url = canonical(fetch.address)
        return replace(judged, original=self._copies.original(url, judged.page.imprint, home=home))

    async def _recognise(self, fetch: Fetch, missing: tuple[str, ...] = (), before: Fetch | None = None) -> Recognised:
        at_home = fetch.role is FetchRole.HOME
        question = Question(
            fetch,
            () if at_home or self._means_home(fetch) else missing,
            before,
            marks=self._renderer is not None,
            office=not self.office,
            posts_pages=self._posts_pages if at_home else 0,
        )
        return await self._reader.recognise(question)

    def _means_home(self, fetch: Fetch) -> bool:
        """Whether a link really means the home page: then it is no missing page that shows the home page."""
        return normalise(fetch.label) in _HOME or (bool(self.home) and identity(fetch.url) == identity(self.home))


def _seen(found: Recognised) -> Recognised | None:
    return found if found.seen else None
