"""One page in the browser, from the answer that came to the union of what a visitor can bring to light."""

from __future__ import annotations

import asyncio
import base64
from typing import Any

from auditor.crawl.opening import Opening, Tried
from auditor.crawl.rendering import Permit, Rendering
from auditor.crawl.tab import STUCK, Tab, faults
from auditor.crawl.wire import Source, Wire
from auditor.data import table
from auditor.language.phrases import Phrases
from auditor.model import CrawlSettings, Fetch
from auditor.web.hosts import canonical

_DATA = table("crawl")["browser"]
_WAITING = Phrases(_DATA["waiting"])
_POLL = 0.05  # seconds between two looks at requests that are under way
_LEAST = 80  # characters and elements below which a page has not begun
_RESTLESS = 150  # milliseconds in which tickers and typing give themselves away


class View:
    """One page on show. Its methods raise what playwright raises."""

    def __init__(self, tab: Tab, answer: Fetch, source: Source, permit: Permit, settings: CrawlSettings) -> None:
        self._tab, self._page, self._settings = tab, tab.page, settings
        self._url = answer.address
        self._stubborn = source.stubborn
        self.wire = Wire(tab.page, answer, source, permit)
        self._said = 0
        self.start = ""  # where the page stands once it has settled

    async def show(self, tried: Tried, steps: int) -> Rendering:
        """What the page shows: loaded, settled, and opened up by at most so many steps."""
        self._tab.attend(self)
        await self._load()
        self.start = str(self._page.url)
        if self.start.startswith("chrome-error:"):
            return Rendering(api=tuple(self.wire.api), error="peramban: halaman tidak dapat dibuka")
        moved = next((canonical(url) for url in self.went()[0]), "")
        final_url = canonical(self.start) or self._url
        opening = Opening(self, tried)
        screenshot = b""
        if steps:
            screenshot = await self._screenshot()
            await self._unroll()
            await opening.open_up(steps)
        await self.run("(all) => window.__sight.unite(...all)", opening.to_unite())
        body = (await asyncio.wait_for(self._page.content(), STUCK)).encode("utf-8", "replace")
        return Rendering(
            body=body[: self._settings.max_page_bytes],
            final_url=final_url,
            api=tuple(self.wire.api),
            routes=tuple(opening.routes.values()),
            moved=moved,
            opened=opening.words,
            unopened=opening.unopened,
            failed=self.wire.failed,
            screenshot=screenshot,
        )

    async def answer(self, route: Any) -> None:
        """Answers one request of the page."""
        await self.wire.route(route)

    async def said(self, what: Any) -> None:
        """Notes that the page wanted to say or save something."""
        self._said += 1

    async def run(self, script: str, argument: object = None) -> Any:
        """What a script in the page returns."""
        return await self._tab.run(script, argument)

    async def know(self) -> None:
        """Takes in what the page shows by itself, and what of it moves by itself."""
        await self.run("() => window.__sight.remember()")
        await self.run(f"() => new Promise((done) => setTimeout(done, {_RESTLESS}))")
        await self.run("() => window.__sight.restless()")

    async def rest(self) -> None:
        """Waits until a step has taken effect: no request under way, no change for a moment."""
        timing = [int(_DATA["rest_ms"]), int(_DATA["rest_most_ms"])]
        for _ in range(3):
            await self.run("(timing) => window.__sight.quiet(...timing)", timing)
            if not self.wire.pending:
                return
            await self._requests_done(self._settings.render_seconds)

    def went(self) -> tuple[list[str], str]:
        """The addresses the page wanted to leave for since last asked; where it stands now, "" where it did before."""
        asked = list(self.wire.left_for)
        self.wire.left_for.clear()
        now = str(self._page.url)
        return asked, "" if _place(now) == _place(self.start) else now

    @property
    def asked(self) -> int:
        """How often the page asked for anything, or for leave to say or save something."""
        return self.wire.asked + self._said

    async def undo(self) -> None:
        """Loads the page afresh, after a step that went elsewhere."""
        self.wire.again()
        await self._load()
        self.went()

    async def _load(self) -> None:
        await self._page.goto(self._url, wait_until="commit")
        await self._settle(self._settings.render_seconds)

    async def _settle(self, longest: float) -> None:
        """Waits until text and requests rest; requests wait for their turn, so only idle time counts."""
        idle = 0.0
        now = asyncio.get_running_loop().time
        limit = now() + longest + int(_DATA["requests_per_page"]) * max(0.5, self._settings.delay)
        timing = [int(_DATA["settled_ms"]), int(_DATA["rest_most_ms"])]
        while idle < longest and now() < limit:
            if self.wire.pending:
                await asyncio.sleep(_POLL)
                continue
            began, asked = now(), self.wire.asked
            still, size = await self.run(
                "(timing) => window.__sight ? window.__sight.quiet(...timing) : [false, 0]", timing
            )
            idle += max(_POLL, now() - began)
            if still and size > _LEAST and self.wire.asked == asked and not await self._loading():
                return
        self._stubborn |= await self._loading()

    async def _loading(self) -> set[str]:
        """The lines in which the page says that it is still loading, but for those that never cease to say so."""
        lines = str(await self.run("() => window.__sight ? window.__sight.text() : ''")).split("\n")
        short = (line for line in lines if len(line.split()) <= int(_DATA["waiting_words"]))
        return {line for line in short if _WAITING.any(line)} - self._stubborn

    async def _requests_done(self, longest: float) -> None:
        waited = 0.0
        while self.wire.pending and waited < longest + self._settings.delay * 4:
            await asyncio.sleep(_POLL)
            waited += _POLL

    async def _unroll(self) -> None:
        """Makes the window as high as the page: what appears only when scrolled to, appears."""
        script = "() => Math.ceil(document.documentElement.scrollHeight)"
        height = min(int(await self.run(script)), int(_DATA["height_most"]))
        if height > int(_DATA["height"]):
            await self._tab.grow(height)
            await self.rest()

    async def _screenshot(self) -> bytes:
        """A small picture of the page's upper part, b"" where none could be taken: it proves, nothing depends on it."""
        shot = _DATA["screenshot"]
        clip = {"x": 0, "y": 0, "width": _DATA["width"], "height": _DATA["height"], "scale": float(shot["scale"])}
        asked = {"format": "webp", "quality": int(shot["quality"]), "clip": clip}
        try:
            session = await asyncio.wait_for(self._page.context.new_cdp_session(self._page), STUCK)
            taken = await asyncio.wait_for(session.send("Page.captureScreenshot", asked), STUCK)
        except faults():
            return b""
        picture = base64.b64decode(taken["data"])
        return picture if len(picture) <= int(shot["most_bytes"]) else b""


def _place(url: str) -> str:
    """An address without what only scrolls its page; the fragments that applications route by stay."""
    page, _, fragment = url.partition("#")
    return url if fragment.startswith(("/", "!")) else page
