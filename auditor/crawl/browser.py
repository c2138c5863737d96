"""The JavaScript fallback: the machine's own Chromium, Chrome or Edge, driven by playwright (extra ``js``).

The browser has no network of its own. Every request it makes is intercepted and, when it is a GET that brings content,
made by the site's polite client: same address guard, pace, robots.txt and caps, same identity. The page itself is
not asked for again, the answer already in hand is handed over. Pictures, fonts, films, trackers and anything but GET
are refused.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import logging
import os
import shutil
from importlib.resources import files
from pathlib import Path
from typing import Any
from urllib.parse import urldefrag, urlsplit

from auditor.crawl.client import Client
from auditor.crawl.judge import Permit, Rendering
from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus
from auditor.web.hosts import canonical, host_of

log = logging.getLogger(__name__)

_DATA = table("crawl")["browser"]
_IDLE = frozenset(normalise(label) for label in _DATA["idle_labels"])
_CLICKS = int(table("crawl")["focus"]["browser_clicks"])
_FETCHED = frozenset({"script", "xhr", "fetch", "other"})
_KEPT_HEADERS = ("accept", "authorization", "x-", "rsc", "next-", "content-language")
_ARGUMENTS = (
    "--host-resolver-rules=MAP * ~NOTFOUND",  # whatever escapes interception (WebRTC, prefetch) finds nobody
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--no-first-run",
    "--blink-settings=imagesEnabled=false",
)
_POLL = 0.15  # seconds between two looks at a page that is settling
_QUIET = 0.6  # seconds without a change or a request: the page has settled
_MOST_FAILURES = 3  # for one site: a browser that cannot start, or scripts that never end, are not tried on every page
_STUCK = 20.0  # seconds for one step of a page whose script never ends


def find_browser() -> Path | None:
    """The browser on this machine that can be driven, None without one. Playwright itself is not looked for."""
    for raw in _DATA["paths"]:
        path = Path(os.path.expandvars(raw)).expanduser()
        if "%" not in str(path) and path.is_file():
            return path
    found = (shutil.which(name) for name in _DATA["programs"])
    return next((Path(name) for name in found if name), None)


def can_render() -> bool:
    """Whether pages that need JavaScript can be rendered here: a browser and the extra ``js``."""
    return importlib.util.find_spec("playwright") is not None and find_browser() is not None


def _faults() -> tuple[type[Exception], ...]:
    """What playwright raises when a page, or the whole browser, fails; its time-outs included."""
    from playwright.async_api import Error

    return Error, TimeoutError, OSError


class Browser:
    """One browser for a whole run, started when the first page needs it."""

    def __init__(self, program: Path, settings: CrawlSettings) -> None:
        self._program, self._settings = program, settings
        self._lock = asyncio.Lock()
        self._playwright: Any = None
        self._browser: Any = None

    def for_site(self, client: Client) -> SiteRenderer:
        """A renderer whose requests go through a site's client."""
        return SiteRenderer(self, client, self._settings)

    async def context(self) -> Any:
        """A fresh browser context: no cookies, no service workers, no downloads. Raises what playwright raises."""
        async with self._lock:
            if self._browser is None or not self._browser.is_connected():
                from playwright.async_api import async_playwright

                if self._playwright is None:
                    self._playwright = await async_playwright().start()
                root = hasattr(os, "geteuid") and os.geteuid() == 0
                self._browser = await self._playwright.chromium.launch(
                    executable_path=str(self._program),
                    headless=True,
                    chromium_sandbox=not root,
                    args=[*_ARGUMENTS, *(["--no-sandbox"] if root else [])],
                    timeout=30_000,
                )
        return await self._browser.new_context(
            user_agent=self._settings.user_agent,
            service_workers="block",
            accept_downloads=False,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            viewport={"width": 1366, "height": 2000},
        )

    async def aclose(self) -> None:
        for closing in (self._browser and self._browser.close, self._playwright and self._playwright.stop):
            if closing:
                with contextlib.suppress(*_faults()):
                    await asyncio.wait_for(closing(), 10)


class SiteRenderer:
    """Renders the pages of one site; scripts and data are kept between its pages."""

    def __init__(self, browser: Browser, client: Client, settings: CrawlSettings) -> None:
        self._browser, self._client, self._settings = browser, client, settings
        self._phrases = Phrases(settings.phrases)
        self._context: Any = None
        self._cache: dict[str, Fetch] = {}
        self._cached = 0
        self._archived: set[str] = set()
        self._clicked: set[str] = set()  # toggles of the template, which every page repeats
        self._failures = 0

    async def aclose(self) -> None:
        context, self._context = self._context, None
        if context is not None:
            with contextlib.suppress(*_faults()):
                await asyncio.wait_for(context.close(), 5)

    async def render(self, shell: Fetch, permit: Permit) -> Rendering:
        """What a visitor sees of a page after its scripts ran. Never raises for a fault of the page."""
        if self._failures >= _MOST_FAILURES:
            return Rendering(error="peramban berulang kali gagal pada situs ini")
        view = None
        try:
            if self._context is None:
                self._context = await self._browser.context()
            page = await asyncio.wait_for(self._context.new_page(), _STUCK)
            view = _View(self, page, shell, permit)
            return await view.show()
        except _faults() as error:
            log.info("peramban gagal pada %s: %s", shell.url, error)
            self._failures += 1
            await self.aclose()
            return Rendering(
                api=tuple(view.api) if view else (), error=f"peramban: {type(error).__name__}: {error}"[:300]
            )
        finally:
            if view is not None:
                with contextlib.suppress(*_faults()):
                    await asyncio.wait_for(view.page.close(), 5)

    async def fetch(self, url: str, headers: dict[str, str]) -> Fetch:
        """A script or an API's answer through the polite client; asked for once per site, then from the cache."""
        sent = {name: value for name, value in headers.items() if name.startswith(_KEPT_HEADERS)}
        key = repr((url, sorted(sent.items())))
        if key in self._cache:
            return self._cache[key]
        fetch = await self._client.fetch(url, FetchRole.API, headers=sent, retries=0)
        if fetch.status is FetchStatus.OK and self._cached < _DATA["cache_bytes"]:
            self._cache[key] = fetch
            self._cached += len(fetch.body)
        return fetch

    def new_to_archive(self, url: str) -> bool:
        fresh = url not in self._archived
        self._archived.add(url)
        return fresh

    def toggles_worth_a_click(self, toggles: list[list[Any]]) -> list[str]:
        """The labels to click: what the rules ask for first; the template's toggles once per site."""
        fresh = []
        for label, in_template in toggles:
            words = normalise(label)
            if not words or words in _IDLE or words.isdigit() or (in_template and label in self._clicked):
                continue
            if in_template:
                self._clicked.add(label)
            fresh.append(str(label))
        fresh.sort(key=lambda label: not self._phrases.any(label))
        return fresh[:_CLICKS]


class _View:
    """One page in the browser, from its shell to the union of what it shows."""

    def __init__(self, renderer: SiteRenderer, page: Any, shell: Fetch, permit: Permit) -> None:
        self._renderer, self.page, self._shell, self._permit = renderer, page, shell, permit
        self._settings = renderer._settings
        self.api: list[Fetch] = []
        self._routes: dict[str, str] = {}
        self._label = ""
        self._pending = self._requests = 0
        self._shown = False
        self._url = shell.final_url or shell.url

    async def show(self) -> Rendering:
        page = self.page
        page.set_default_timeout(_STUCK * 1000)
        await page.route("**/*", self._answer)
        await page.route_web_socket("**/*", lambda socket: socket.close())
        page.on("dialog", lambda dialog: asyncio.ensure_future(dialog.dismiss()))
        page.on("popup", lambda popup: asyncio.ensure_future(self._popup(popup)))
        await page.goto(self._url, wait_until="commit")
        await self._settle(self._settings.render_seconds)
        final_url = canonical(page.url) or self._url
        await self._open_toggles()
        body = await asyncio.wait_for(page.content(), _STUCK)
        cap = self._settings.max_page_bytes
        return Rendering(body.encode("utf-8", "replace")[:cap], final_url, tuple(self.api), tuple(self._routes.items()))

    async def _settle(self, longest: float, rest: float = _QUIET) -> None:
        """Waits until text and requests rest; requests wait for their turn, so only idle time counts."""
        idle = quiet = 0.0
        last = -1
        began = asyncio.get_running_loop().time()
        limit = longest + int(_DATA["requests_per_page"]) * max(0.5, self._settings.delay)
        while idle < longest and asyncio.get_running_loop().time() - began < limit:
            await asyncio.sleep(_POLL)
            if self._pending:
                quiet = 0.0
                continue
            idle += _POLL
            script = (
                "document.body ? document.body.innerText.length + document.body.getElementsByTagName('*').length : 0"
            )
            size = int(await asyncio.wait_for(self.page.evaluate(script), _STUCK))
            quiet = quiet + _POLL if size == last else 0.0
            last = size
            if quiet >= rest and size > 80:
                return

    async def _open_toggles(self) -> None:
        """Clicks tabs, accordions and menus, keeps what they bring, notes the routes they lead to."""
        script = files("auditor.crawl").joinpath("toggles.js").read_text(encoding="utf-8")
        start = self.page.url
        await self._run(script)
        for label in self._renderer.toggles_worth_a_click(await self._run("window.__toggles.list()")):
            self._label = label
            if not await self._run("label => window.__toggles ? window.__toggles.click(label) : false", label):
                continue
            await self._settle(1.2, _QUIET / 2)
            if self.page.url != start:
                self._note(self.page.url)
                await self._run("history.back()")
                await self._settle(1.2, _QUIET / 2)
                if self.page.url != start:
                    break
            else:
                await self._run("label => window.__toggles && window.__toggles.collect(label)", label)
        await self._run("window.__toggles && window.__toggles.unite()")

    async def _run(self, script: str, argument: object = None) -> Any:
        return await asyncio.wait_for(self.page.evaluate(script, argument), _STUCK)

    def _note(self, url: str) -> None:
        address = canonical(url)
        if address and urlsplit(address).scheme in ("http", "https"):
            self._routes.setdefault(address, self._label)

    async def _popup(self, popup: Any) -> None:
        with contextlib.suppress(*_faults()):
            self._note(popup.url)
            await popup.close()

    # -- the browser's requests ------------------------------------------------------------------------------------

    async def _answer(self, route: Any) -> None:
        """Answers one intercepted request of the page."""
        self._pending += 1
        try:
            await self._decide(route, route.request)
        except _faults() as error:  # the page was closed under the request
            log.debug("permintaan peramban gagal: %s", error)
            with contextlib.suppress(*_faults()):
                await route.abort()
        finally:
            self._pending -= 1

    async def _decide(self, route: Any, request: Any) -> None:
        url, kind = str(request.url), str(request.resource_type)
        if request.is_navigation_request():
            main = request.frame == self.page.main_frame
            if main and not self._shown and urldefrag(url)[0] == urldefrag(self._url)[0]:
                self._shown = True
                await route.fulfill(status=200, body=self._shell.body, headers={"content-type": self._content_type()})
                return
            if main:
                self._note(url)
            await route.abort()
        elif kind == "stylesheet":
            await route.fulfill(
                status=200, body="", headers={"content-type": "text/css", "access-control-allow-origin": "*"}
            )
        elif kind not in _FETCHED or request.method != "GET" or not await self._allowed(url, request.headers):
            await route.abort()
        else:
            self._requests += 1
            fetch = await self._renderer.fetch(url, request.headers)
            if fetch.http_status is None or fetch.status is FetchStatus.TOO_LARGE:
                await route.abort()
                return
            json = "json" in fetch.media_type and host_of(url) == host_of(self._url)
            if json and self._renderer.new_to_archive(url):
                self.api.append(fetch)
            origin = request.headers.get("origin", "*")
            headers = {
                "content-type": dict(fetch.headers).get("content-type", "application/octet-stream"),
                "access-control-allow-origin": origin,
                "access-control-allow-credentials": "true",
            }
            await route.fulfill(status=fetch.http_status, body=fetch.body, headers=headers)

    async def _allowed(self, url: str, headers: dict[str, str]) -> bool:
        if self._requests >= _DATA["requests_per_page"] or urlsplit(url).scheme not in ("http", "https"):
            return False
        if headers.get("next-router-prefetch") or "prefetch" in headers.get("purpose", headers.get("sec-purpose", "")):
            return False
        host = urlsplit(url).hostname or ""
        if any(host == blocked or host.endswith("." + blocked) for blocked in _DATA["blocked"]):
            return False
        return await self._permit(url)

    def _content_type(self) -> str:
        return dict(self._shell.headers).get("content-type", "text/html; charset=utf-8")
