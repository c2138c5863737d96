"""Where an answer sends its visitor on to without a click: a refresh, a script, a single frame. Pure."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.model import Fetch, FetchRole
from auditor.web.answers import refresh_target
from auditor.web.hosts import canonical

if TYPE_CHECKING:
    from auditor.read.page.anatomy import Anatomy

_SHOWS = 300  # characters of text, and
_MENU = 5  # links, of a page that is read for itself


def onward(fetch: Fetch, page: Anatomy | None) -> str:
    """The address a visitor is sent on to, "" where the page is there to stay.

    A page that shows something of its own is read, whatever it does later; its refresh is one more link.
    """
    base = fetch.address
    refresh = refresh_target(dict(fetch.headers).get("refresh", ""), base)
    if page is None:
        return "" if fetch.body else refresh
    if fetch.rendered or not passes(page):
        return ""
    target = refresh or page.refresh or page.sent_to or _only_frame(fetch, page)
    return "" if target == canonical(base) else target


def passes(page: Anatomy) -> bool:
    """Whether a page shows nothing of its own, so that it is left where it sends on to."""
    return len(page.text) <= _SHOWS and len({link.url for link in page.links if link.url}) <= _MENU


def moved_on(fetch: Fetch, target: str) -> str:
    """Where a visitor is sent on to whom a page's script moved to ``target``; "" where that is the page itself."""
    base = fetch.address
    target = refresh_target(dict(fetch.headers).get("refresh", ""), base) or target
    return "" if target == canonical(base) else target


def _only_frame(fetch: Fetch, page: Anatomy) -> str:
    """What a home page shows that is nothing but one frame: a domain that masks another address."""
    frames = {frame.url for frame in page.frames}
    alone = fetch.role is FetchRole.HOME and len(frames) == 1 and not page.text.strip()
    return frames.pop() if alone else ""
