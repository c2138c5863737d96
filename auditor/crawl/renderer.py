"""Renders the pages of one site in the shared browser, through the site's polite client."""

from __future__ import annotations

import logging

from auditor.crawl.browser import Browser
from auditor.crawl.client import Client
from auditor.crawl.opening import Tried
from auditor.crawl.rendering import Permit, Rendering
from auditor.crawl.tab import faults
from auditor.crawl.view import View
from auditor.data import table
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus

log = logging.getLogger(__name__)

_DATA = table("crawl")["browser"]
_KEPT_HEADERS = ("accept", "authorization", "apikey", "x-", "rsc", "next-", "content-language")
_MOST_FAILURES = 3  # for one site: a browser that cannot start, or scripts that never end, are not tried on every page


class SiteRenderer:
    """A site's renderer; scripts, data and what was clicked in its menus are kept between its pages."""

    def __init__(self, browser: Browser, client: Client, settings: CrawlSettings) -> None:
        self._browser, self._client, self._settings = browser, client, settings
        self._tried = Tried(settings.phrases)
        self._cache: dict[str, Fetch] = {}
        self._cached = 0
        self._archived: set[str] = set()
        self._failures = 0
        self._lost = False  # whether the browser was gone at the last failure
        self.stubborn: set[str] = set()  # lines that say "Memuat ..." for ever: not waited for again

    async def render(self, answer: Fetch, permit: Permit, steps: int) -> Rendering:
        """What a visitor sees of a page after its scripts ran. Never raises for a fault of the page.

        ``steps``: how often the browser may hover and click; with 0 the page is only looked at.
        """
        if self._failures >= _MOST_FAILURES:
            return Rendering(error="peramban berulang kali gagal pada situs ini", lost=self._lost)
        rendering = await self._render(answer, permit, steps)
        if rendering.lost:  # ended from outside: another one is started
            rendering = await self._render(answer, permit, steps)
        self._failures = self._failures + 1 if rendering.error and not rendering.body else 0
        self._lost = rendering.lost
        return rendering

    async def _render(self, answer: Fetch, permit: Permit, steps: int) -> Rendering:
        view = None
        try:
            async with self._browser.tab(self) as tab:
                view = View(tab, answer, self, permit, self._settings)
                return await view.show(self._tried, steps)
        except faults() as error:
            log.info("peramban gagal pada %s: %s", answer.url, error)
            api = tuple(view.wire.api) if view else ()
            told = f"peramban: {type(error).__name__}: {error}"[:300]
            return Rendering(api=api, error=told, lost=self._browser.lost)

    async def aclose(self) -> None:
        """Lets go of the site's tab."""
        await self._browser.forget(self)

    async def fetch(self, url: str, headers: dict[str, str]) -> Fetch:
        """A script or an API's answer through the polite client; asked for once per site, then from the cache."""
        sent = {name: value for name, value in headers.items() if name.startswith(_KEPT_HEADERS)}
        key = repr((url, sorted(sent.items())))
        if key in self._cache:
            return self._cache[key]
        fetch = await self._client.fetch(url, FetchRole.API, headers=sent, retries=0)
        if fetch.status is FetchStatus.OK and self._cached < int(_DATA["cache_bytes"]):
            self._cache[key] = fetch
            self._cached += len(fetch.body)
        return fetch

    def new_to_archive(self, url: str) -> bool:
        """Whether data from an address has not been archived yet; it counts as archived from here on."""
        fresh = url not in self._archived
        self._archived.add(url)
        return fresh
