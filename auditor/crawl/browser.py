"""The machine's own Chromium, Chrome or Edge, driven by playwright (extra ``js``): one process for a whole round.

It has no network of its own: every request of a page is intercepted (``auditor.crawl.wire``) and made by the site's
polite client. Whatever escapes interception meets a proxy that is not there. Its memory is capped: it is started anew
when it has grown, and ended where a single page makes it grow beyond all bounds.
"""

from __future__ import annotations

import asyncio
import contextlib
import importlib.util
import logging
import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from auditor.crawl.processes import megabytes
from auditor.crawl.tab import STUCK, Tab, faults
from auditor.data import table
from auditor.model import CrawlSettings

log = logging.getLogger(__name__)

_DATA = table("crawl")["browser"]
_ARGUMENTS = (
    "--proxy-server=http://127.0.0.1:9",  # nobody answers there: what escapes interception gets nowhere
    "--proxy-bypass-list=<-loopback>",  # not even to this machine
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--force-webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--webrtc-ip-handling-policy=disable_non_proxied_udp",
    "--disable-quic",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-gpu",
    "--no-first-run",
    "--blink-settings=imagesEnabled=false",
)
_CLOSING = 10.0  # seconds for closing a browser that may have died


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


class Browser:
    """One browser for a whole run, started when the first page needs it, and anew when it has grown."""

    def __init__(self, program: Path, settings: CrawlSettings) -> None:
        self._program, self._settings = program, settings
        self._slots = asyncio.Semaphore(int(_DATA["pages_at_once"]))
        self._idle = asyncio.Condition()
        self._tabs: dict[object, Tab] = {}  # kept open for whoever used them last, oldest first
        self._playwright: Any = None
        self._browser: Any = None
        self._system: Any = None  # the browser's own devtools session
        self._watch: asyncio.Task[None] | None = None
        self._active = self._pages = 0
        self._tired = self._felled = False
        self.starts = 0  # how often a browser was started

    @property
    def lost(self) -> bool:
        """Whether the running browser has ended, and not because a page in it took too much memory."""
        return self._browser is not None and not self._browser.is_connected() and not self._felled

    @asynccontextmanager
    async def tab(self, user: object) -> AsyncIterator[Tab]:
        """A tab of the user's own, the one used before where it is still open. Raises what playwright raises."""
        async with self._slots:
            browser = await self._take()
            tab = self._tabs.pop(user, None)
            sound = False
            try:
                if tab is None:
                    tab = await asyncio.wait_for(Tab.open(browser, self._settings), STUCK)
                yield tab
                await asyncio.wait_for(tab.clear(), STUCK)
                sound = True
            finally:
                if tab is not None:
                    await self._keep(user, tab, sound)
                await self._give_back()

    async def forget(self, user: object) -> None:
        """Closes the tab of a user who needs none any more."""
        tab = self._tabs.pop(user, None)
        if tab is not None:
            await _closed(tab)

    async def _keep(self, user: object, tab: Tab, sound: bool) -> None:
        if sound:
            self._tabs[user] = tab
        else:
            await _closed(tab)
        while len(self._tabs) > int(_DATA["pages_at_once"]):
            await _closed(self._tabs.pop(next(iter(self._tabs))))

    async def aclose(self) -> None:
        await self._end()
        playwright, self._playwright = self._playwright, None
        if playwright is not None:
            with contextlib.suppress(*faults()):
                await asyncio.wait_for(playwright.stop(), _CLOSING)

    async def _take(self) -> Any:
        """The running browser; one that has grown is replaced as soon as no page is open in it."""
        async with self._idle:
            while self._tired and self._active:
                await self._idle.wait()
            if self._tired or self._browser is None or not self._browser.is_connected():
                await self._end()
                await self._start()
            self._active += 1
            self._pages += 1
            return self._browser

    async def _give_back(self) -> None:
        async with self._idle:
            self._active -= 1
            if not self._active:
                used = await self._memory()
                grown = used is not None and used > float(_DATA["memory_mb"])
                self._tired |= grown or self._pages >= int(_DATA["pages_per_start"])
            self._idle.notify_all()

    async def _start(self) -> None:
        from playwright.async_api import async_playwright

        if self._playwright is None:
            self._playwright = await async_playwright().start()
        root = hasattr(os, "geteuid") and os.geteuid() == 0
        heap = f"--js-flags=--max-old-space-size={_DATA['heap_mb']}"
        self._browser = await self._playwright.chromium.launch(
            executable_path=str(self._program),
            headless=True,
            chromium_sandbox=not root,
            args=[*_ARGUMENTS, heap, *(["--no-sandbox"] if root else [])],
            timeout=30_000,
        )
        self._system = await self._browser.new_browser_cdp_session()
        self._tired = self._felled = False
        self._pages = 0
        self.starts += 1
        self._watch = asyncio.create_task(self._guard_memory(self._browser))

    async def _end(self) -> None:
        browser, self._browser, self._system = self._browser, None, None
        self._tabs.clear()  # they close with it
        if self._watch is not None:
            self._watch.cancel()
            self._watch = None
        if browser is not None:
            with contextlib.suppress(*faults()):
                await asyncio.wait_for(browser.close(), _CLOSING)

    async def _memory(self) -> float | None:
        """The memory of the browser's processes in MB, None where it cannot be told."""
        if self._system is None:
            return None
        try:
            found = await asyncio.wait_for(self._system.send("SystemInfo.getProcessInfo"), STUCK)
        except faults():
            return None
        pids = [int(process["id"]) for process in found["processInfo"]]
        return await asyncio.to_thread(megabytes, pids)

    async def _guard_memory(self, browser: Any) -> None:
        """Ends the browser when pages in it take more memory than any office's needs; they fail, it starts anew."""
        while browser.is_connected():
            await asyncio.sleep(float(_DATA["memory_every"]))
            used = await self._memory() if self._active else None
            if used is None:
                continue
            self._tired |= used > float(_DATA["memory_mb"])
            if used > float(_DATA["memory_most_mb"]):
                log.warning("peramban memakai %.0f MB dan dihentikan", used)
                self._felled = True
                with contextlib.suppress(*faults()):
                    await asyncio.wait_for(browser.close(), _CLOSING)
                return


async def _closed(tab: Tab) -> None:
    with contextlib.suppress(*faults()):
        await asyncio.wait_for(tab.close(), _CLOSING)
