"""The browser's requests: each is answered here by hand, from the site's polite client, or not at all.

Only GET requests that bring content pass: same address guard, pace, robots.txt and caps, same identity. Pictures,
fonts, films, trackers and anything but GET are refused. The page itself is not asked for again: the answer already in
hand is handed over. A navigation away is noted and answered with "204 No Content", which leaves the page as it stands.
"""

from __future__ import annotations

import contextlib
import logging
from typing import Any, Protocol
from urllib.parse import urlsplit

from auditor.crawl.rendering import Permit
from auditor.crawl.tab import faults
from auditor.data import table
from auditor.model import Fetch, FetchStatus
from auditor.web.hosts import host_of

log = logging.getLogger(__name__)

_DATA = table("crawl")["browser"]
_DATA_KINDS = frozenset({"xhr", "fetch"})
_FETCHED = frozenset({"script", "stylesheet", "other"}) | _DATA_KINDS
_NOTHING = {"content-type": "text/css", "access-control-allow-origin": "*"}


class Source(Protocol):
    """Where scripts and data come from; ``auditor.crawl.renderer.SiteRenderer`` is one."""

    stubborn: set[str]

    async def fetch(self, url: str, headers: dict[str, str]) -> Fetch: ...

    def new_to_archive(self, url: str) -> bool: ...


class Wire:
    """Answers the requests of one page."""

    def __init__(self, page: Any, answer: Fetch, source: Source, permit: Permit) -> None:
        self._page, self._answer, self._source, self._permit = page, answer, source, permit
        self._url = answer.address
        self._requests = self._sheets = 0
        self._hand_over = True
        self.pending = self.asked = 0
        self.api: list[Fetch] = []
        self.left_for: list[str] = []  # addresses the page wanted to go to
        self._failed: set[str] = set()

    @property
    def failed(self) -> int:
        """How many requests for data came to nothing."""
        return len(self._failed)

    def again(self) -> None:
        """Lets the page be loaded once more."""
        self._hand_over = True
        self._requests = self._sheets = 0

    async def route(self, route: Any) -> None:
        """Answers one intercepted request."""
        self.pending += 1
        self.asked += 1
        try:
            await self._decide(route, route.request)
        except faults() as error:  # the page was closed under the request
            log.debug("permintaan peramban gagal: %s", error)
            with contextlib.suppress(*faults()):
                await route.abort()
        finally:
            self.pending -= 1

    async def _decide(self, route: Any, request: Any) -> None:
        url, kind = str(request.url), str(request.resource_type)
        if request.is_navigation_request():
            await self._navigate(route, request, url)
        elif kind not in _FETCHED:
            await route.abort()
        elif kind == "stylesheet" and not self._wants_sheet():
            await route.fulfill(status=200, body="", headers=_NOTHING)
        elif request.method != "GET" or not await self._allowed(url, request.headers, kind):
            if kind in _DATA_KINDS and not self._idle(url, request.headers):
                self._failed.add(url)
            await route.abort()
        else:
            await self._bring(route, request, url, kind)

    async def _navigate(self, route: Any, request: Any, url: str) -> None:
        frame = self._frame(request)
        main = frame is not None and frame == self._page.main_frame
        if main and self._hand_over:
            self._hand_over = False
            kind = dict(self._answer.headers).get("content-type", "text/html; charset=utf-8")
            await route.fulfill(status=200, body=self._answer.body, headers={"content-type": kind})
            return
        if frame is None or main:
            self.left_for.append(url)
        await route.fulfill(status=204)

    @staticmethod
    def _frame(request: Any) -> Any:
        """The frame a request belongs to; None for a window that is only just opening."""
        try:
            return request.frame
        except faults():
            return None

    async def _bring(self, route: Any, request: Any, url: str, kind: str) -> None:
        self._requests += 1
        fetch = await self._source.fetch(url, request.headers)
        if kind in _DATA_KINDS and fetch.status is not FetchStatus.OK:
            self._failed.add(url)
        if fetch.http_status is None or fetch.status is FetchStatus.TOO_LARGE:
            await route.abort()
            return
        json = "json" in fetch.media_type and host_of(url) == host_of(self._url)
        if json and self._source.new_to_archive(url):
            self.api.append(fetch)
        headers = {
            "content-type": dict(fetch.headers).get("content-type", "application/octet-stream"),
            "access-control-allow-origin": request.headers.get("origin", "*"),
            "access-control-allow-credentials": "true",
        }
        await route.fulfill(status=fetch.http_status, body=fetch.body, headers=headers)

    def _wants_sheet(self) -> bool:
        """Whether one more style sheet may cost a request: they tell what can be clicked and what is hidden."""
        self._sheets += 1
        return self._sheets <= int(_DATA["sheets_per_page"])

    def _idle(self, url: str, headers: dict[str, str]) -> bool:
        """Whether a request brings no content of the office's: trackers, what is fetched in advance."""
        if headers.get("next-router-prefetch") or "prefetch" in headers.get("purpose", headers.get("sec-purpose", "")):
            return True
        host = urlsplit(url).hostname or ""
        return host not in _DATA["sources"] and any(
            host == blocked or host.endswith("." + blocked) for blocked in _DATA["blocked"]
        )

    async def _allowed(self, url: str, headers: dict[str, str], kind: str) -> bool:
        if self._requests >= int(_DATA["requests_per_page"]) or urlsplit(url).scheme not in ("http", "https"):
            return False
        return not self._idle(url, headers) and await self._permit(url)
