"""What a page tells, as digests: pages that tell the same are copies, whatever their addresses.

The imprint of a page is made where the page is read and is all that is needed to compare it with others. What moves
from load to load is no part of it; what other pages of the site show as well does not make two pages alike, and what
the two do not share makes them different unless it is such furniture.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_OWN: Final = 8  # words of their own that two pages must share: two that say nothing are no copies
_FURNITURE: Final = 2  # pages besides: what so many show is not their own


@dataclass(frozen=True, slots=True)
class Imprint:
    """What one page tells: digests of its texts, links, pictures and frames, in their order, and the words of each."""

    name: tuple[str, str]  # its heading and its title
    digests: array[int]
    words: array[int]  # 0 for what has none

    @property
    def told(self) -> Mapping[int, int]:
        """The words by the digest."""
        return dict(zip(self.digests, self.words, strict=True))


class Copies:
    """The pages of one site, each taken in as it is read: tells which of them only repeat an earlier one."""

    def __init__(self) -> None:
        self._named: dict[tuple[str, str], list[tuple[str, Imprint]]] = {}
        self._shown: Counter[int] = Counter()  # digest -> pages that tell it, copies left aside
        self._home: tuple[str, Imprint] | None = None
        self._on_home: frozenset[int] = frozenset()

    def original(self, url: str, imprint: Imprint | None, *, home: bool = False) -> str:
        """The address of the page that a page is a copy of, "" for one that is new; then it is known from here on."""
        if imprint is None:
            return ""
        if self._home is not None and not home and self._is_home(imprint):
            return self._home[0]
        known = self._named.setdefault(imprint.name, [])
        told = imprint.told if known else {}
        for address, other in known:
            if self._same(told, other):
                return address
        known.append((url, imprint))
        self._shown.update(imprint.digests)
        if home and self._home is None:
            self._home, self._on_home = (url, imprint), frozenset(imprint.digests)
        return ""

    def _is_home(self, imprint: Imprint) -> bool:
        assert self._home is not None
        return imprint == self._home[1] and sum(imprint.words) >= _OWN

    def _same(self, told: Mapping[int, int], other: Imprint) -> bool:
        """Whether two pages share something of their own, and differ in nothing but furniture."""
        others = set(other.digests)
        if not all(map(self._is_furniture, told.keys() ^ others)):
            return False
        shared = told.keys() & others
        return sum(told[digest] for digest in shared if not self._is_furniture(digest)) >= _OWN

    def _is_furniture(self, digest: int) -> bool:
        """Whether other pages, or the home page, show it as well."""
        return self._shown[digest] >= _FURNITURE or digest in self._on_home
