"""Whether the pages of a site are looked at through the browser: decided from what its scripts add. Pure.

The home page is loaded both ways and the two are compared. A site whose content comes by script is rendered page by
page; where scripts only decorate, a page is rendered when a part of it is still to be filled; where that brought
nothing either, none is. Marks of frameworks say nothing here: the difference does.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING, Protocol

from auditor.data import table
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus
from auditor.observations import Zone

if TYPE_CHECKING:
    from auditor.read.page.anatomy import Anatomy

_DATA = table("crawl")["rendering"]
#: what a script can be in: an element, an event's attribute, a template of shadow content, a frame's document
_SCRIPTED = re.compile(
    rb"<script(?![^>]*type\s*=\s*[\"']?(?:application/(?:ld\+)?json|speculationrules))[\s>]|\son[a-z]{3,20}\s*=|shadowrootmode",
    re.IGNORECASE,
)
#: (address) -> whether it may be asked for: robots.txt and the guard, for what the browser wants
Permit = Callable[[str], Awaitable[bool]]


@dataclass(frozen=True, slots=True)
class Route:
    """A place of the site that a click led to."""

    url: str
    label: str
    zone: Zone = Zone.NAV


@dataclass(frozen=True, slots=True)
class Rendering:
    """What the browser made of a page. ``body`` is b"" when it failed."""

    body: bytes = b""
    final_url: str = ""
    api: tuple[Fetch, ...] = ()  # JSON of the site's own that its scripts fetched
    routes: tuple[Route, ...] = ()
    moved: str = ""  # where the page's script sent the visitor on to, by itself
    opened: int = 0  # words that came to light in the page's content by hovering and clicking
    unopened: tuple[str, ...] = ()  # menus for which no step was left
    failed: int = 0  # requests for the page's content that came to nothing
    screenshot: bytes = b""
    error: str = ""
    lost: bool = False  # the browser itself was gone: that says nothing of the page


class Renderer(Protocol):
    """A browser that turns a page's answer into what a visitor sees; ``auditor.crawl.renderer`` has it."""

    async def render(self, answer: Fetch, permit: Permit, steps: int) -> Rendering: ...


class Manner(Enum):
    """Which pages of a site are rendered."""

    ALL = "all"
    GAPS = "gaps"  # those with a part that is still to be filled
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Difference:
    """What rendering adds to a page as it was sent."""

    words: int = 0  # that the sent page does not have
    share: float = 0.0  # of the rendered page's words
    links: int = 0
    records: int = 0  # rows and list items
    lost: bool = False  # most of what was sent is gone after rendering

    @property
    def adds(self) -> bool:
        """Whether the rendered page says anything more."""
        return self.words >= int(_DATA["words"]) or self.links > 0 or self.records > 0


def difference(sent: Anatomy | None, rendered: Anatomy | None) -> Difference:
    """What a rendered page has beyond the page as sent."""
    before, after = _words(sent), _words(rendered)
    total = after.total()
    known = {link.url for link in sent.links} if sent is not None else set()
    links = {link.url for link in rendered.links if link.url} - known if rendered is not None else set()
    records = max(0, _records(rendered) - _records(sent))
    added = (after - before).total()
    lost = total < before.total() * float(_DATA["lost"])
    return Difference(added, added / total if total else 0.0, len(links), records, lost)


def _words(page: Anatomy | None) -> Counter[str]:
    return Counter(page.text.split()) if page is not None else Counter()


def _records(page: Anatomy | None) -> int:
    if page is None:
        return 0
    return sum(len(one.rows) for one in page.tables) + sum(block.item for block in page.blocks)


@dataclass(frozen=True, slots=True)
class Marks:
    """What a page as it was sent tells of the use of a browser."""

    scripted: bool = False
    unfilled: bool = True  # a part may be still to be filled; so it is of what is no page


def scripted(fetch: Fetch) -> bool:
    """Whether an answer has any script at all; without one, rendering cannot add anything."""
    return _SCRIPTED.search(fetch.body) is not None


class Plan:
    """The manner in which one site is looked at, as learnt from its pages."""

    def __init__(self, settings: CrawlSettings, able: bool) -> None:
        self._mode = settings.browser if able else "never"
        self.manner = Manner.NONE if self._mode == "never" else Manner.ALL if self._mode == "always" else Manner.GAPS
        self._vain = 0  # renderings in a row that added nothing

    def wants(self, fetch: Fetch, marks: Marks) -> bool:
        """Whether a page must be rendered to know what a visitor sees."""
        if self._mode == "never":
            return False
        if fetch.status is FetchStatus.NEEDS_JAVASCRIPT:
            return True
        if fetch.status not in (FetchStatus.OK, FetchStatus.SOFT_404):
            return False
        if self._mode == "always":
            return True
        if not marks.scripted:
            return False
        if fetch.role is FetchRole.HOME or self.manner is Manner.ALL:
            return True
        if fetch.status is FetchStatus.SOFT_404 or self.manner is Manner.NONE:
            return False
        return marks.unfilled

    def steps(self, fetch: Fetch) -> int:
        """How often the browser may hover and click on a page."""
        return int(_DATA["home_steps"] if fetch.role is FetchRole.HOME else _DATA["page_steps"])

    def unrendered(self, fetch: Fetch, lost: bool = False) -> FetchStatus:
        """The status of a page that had to be rendered and could not be: on a site made by scripts, nobody saw it.

        ``lost``: the browser was gone; that is our own fault, and no trait of the page.
        """
        made = self.manner is Manner.ALL and self._mode == "auto"
        status = FetchStatus.NEEDS_JAVASCRIPT if made else fetch.status
        return FetchStatus.INTERNAL_ERROR if lost and status is FetchStatus.NEEDS_JAVASCRIPT else status

    def keeps(self, added: Difference, rendering: Rendering) -> bool:
        """Whether a page that can be read as it was sent is better read as rendered."""
        if added.lost:
            return False
        return self._mode == "always" or added.adds or bool(rendering.opened or rendering.routes)

    def learn(self, fetch: Fetch, added: Difference, rendering: Rendering) -> None:
        """Takes in what rendering a page brought, and decides on the pages to come."""
        if self._mode != "auto":
            return
        brought = added.adds or rendering.opened or rendering.routes
        self._vain = 0 if brought else self._vain + 1
        in_content = rendering.opened >= int(_DATA["words"]) or any(one.zone is Zone.MAIN for one in rendering.routes)
        if fetch.role is FetchRole.HOME and brought:
            large = added.share >= float(_DATA["share"]) or added.links >= int(_DATA["links"]) or in_content
            self.manner = Manner.ALL if large else Manner.GAPS
        elif self.manner is Manner.GAPS and added.share >= float(_DATA["share"]):
            self.manner = Manner.ALL
        elif self._vain >= int(_DATA["vain"]):
            self.manner = Manner.NONE if self.manner is Manner.GAPS else Manner.GAPS
            self._vain = 0
