"""The parts of a site's template - header, menu, footer - each read once for all the pages that have it.

A part is an element together with all that stands in it. A walker of its own reads it, as if nothing stood around it,
and the page's takes in what that one found. The same markup in the same place gives the same, on every page that
answers what the part asks about it in the same way (``auditor.read.page.whole``).
"""

from __future__ import annotations

from collections.abc import Hashable
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from auditor.read.page.walk import Walker
    from auditor.read.page.whole import Whole

_MOST: Final = 16  # parts of a site that are kept at once: those that were used last
_MOST_ITEMS: Final = 4_000  # texts, links and pictures in them


class ReachesOut(Exception):
    """Raised where what an element says depends on what stands around it: it is no part."""


class Parts:
    """The parts of one site that were read last."""

    def __init__(self) -> None:
        self._kept: list[tuple[Hashable, Walker]] = []  # by their markup and place, those used last at the end
        self._items = 0

    def find(self, markup: str, place: Hashable, whole: Whole) -> Walker | None:
        """What a part of a page gave before; None where it was not met yet, or not on such a page."""
        key = _key(markup, place)
        for at, (known, part) in enumerate(self._kept):
            if known == key and part.asked and part.asked.alike(whole):
                self._kept.append(self._kept.pop(at))
                return part
        return None

    def keep(self, markup: str, place: Hashable, part: Walker) -> None:
        """Keeps a part that was read, and lets go of those that were not used for longest."""
        if part.size > _MOST_ITEMS:
            return
        self._kept.append((_key(markup, place), part))
        self._items += part.size
        while len(self._kept) > _MOST or self._items > _MOST_ITEMS:
            self._items -= self._kept.pop(0)[1].size


def _key(markup: str, place: Hashable) -> Hashable:
    """What tells parts apart within this process: the hash of a text has a secret key."""
    return len(markup), hash(markup), place
