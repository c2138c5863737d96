"""One tab of the browser: shows page after page, each answered and overheard by whoever uses it at the time."""

from __future__ import annotations

import asyncio
from functools import cache
from importlib.resources import files
from typing import Any, Protocol

from auditor.data import table
from auditor.model import CrawlSettings

_DATA = table("crawl")["browser"]
STUCK = 20.0  # seconds for one step of a page whose script never ends


def faults() -> tuple[type[Exception], ...]:
    """What playwright raises when a page, or the whole browser, fails; its time-outs included."""
    from playwright.async_api import Error

    return Error, TimeoutError, OSError


class Attendant(Protocol):
    """Who answers a page's requests and hears what it says; ``auditor.crawl.view.View`` is one."""

    async def answer(self, route: Any) -> None: ...

    async def said(self, what: Any) -> None: ...


class Tab:
    """A browser tab with nothing kept of other sites. Its methods raise what playwright raises."""

    def __init__(self, context: Any, page: Any) -> None:
        self._context, self.page = context, page
        self._attendant: Attendant | None = None
        self._high = False

    @classmethod
    async def open(cls, browser: Any, settings: CrawlSettings) -> Tab:
        """A new tab of a browser, in a context of its own."""
        context = await browser.new_context(
            user_agent=settings.user_agent,
            service_workers="block",
            accept_downloads=False,
            locale="id-ID",
            timezone_id="Asia/Jakarta",
            reduced_motion="reduce",
            viewport={"width": int(_DATA["width"]), "height": int(_DATA["height"])},
        )
        await context.add_init_script(_script())
        tab = cls(context, await context.new_page())
        tab.page.set_default_timeout(STUCK * 1000)
        await context.route("**/*", tab._answer)
        await context.route_web_socket("**/*", lambda socket: socket.close())
        for event in ("dialog", "download", "popup"):
            tab.page.on(event, tab._said)
        return tab

    def attend(self, attendant: Attendant) -> None:
        """Lets somebody answer the requests of what is shown from here on."""
        self._attendant = attendant

    async def run(self, script: str, argument: object = None) -> Any:
        """What a script in the page returns."""
        return await asyncio.wait_for(self.page.evaluate(script, argument), STUCK)

    async def grow(self, height: int) -> None:
        """Makes the window so high."""
        self._high = True
        size = {"width": int(_DATA["width"]), "height": height}
        await asyncio.wait_for(self.page.set_viewport_size(size), STUCK)

    async def clear(self) -> None:
        """Takes the page away, with all its scripts still do."""
        self._attendant = None
        await self.page.goto("about:blank")
        if self._high:
            await self.grow(int(_DATA["height"]))
            self._high = False

    async def close(self) -> None:
        await self._context.close()

    async def _answer(self, route: Any) -> None:
        if self._attendant is not None:
            await self._attendant.answer(route)
            return
        try:
            await route.abort()
        except faults():
            return

    async def _said(self, what: Any) -> None:
        """Shuts a dialog or a window that the page opened, and tells of it."""
        shut = getattr(what, "dismiss", None) or getattr(what, "close", None) or what.cancel
        try:
            await shut()
        except faults():
            pass
        if self._attendant is not None:
            await self._attendant.said(what)


@cache
def _script() -> str:
    return files("auditor.crawl").joinpath("sight.js").read_text(encoding="utf-8")
