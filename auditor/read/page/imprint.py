"""What a page tells, as digests: pages that tell the same are copies, whatever their addresses.

The imprint of a page is made where the page is read and is all that is needed to compare it with others. What moves
from load to load is no part of it; what other pages of the site show as well does not make two pages alike, and what
the two do not share makes them different unless it is such furniture.
"""

from __future__ import annotations

from array import array
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Final
from urllib.parse import parse_qsl, urlsplit

from auditor.read.page.anatomy import Anatomy, Imprint
from auditor.read.page.moving import FIGURE, counts, numbers_a_visit, steady
from auditor.read.page.zones import MAIN

_OWN: Final = 8  # words of their own that two pages must share: two that say nothing are no copies
_FURNITURE: Final = 2  # pages besides: what so many show is not their own


def imprint_of(page: Anatomy) -> Imprint | None:
    """The imprint of a page; None for one that is not there yet, or asks for a password: it tells nothing itself."""
    if page.awaits or page.bare_table or page.password or page.cut:
        return None
    own = frozenset(name for name, _ in parse_qsl(urlsplit(page.url).query, keep_blank_values=True))
    told = dict(_texts(page))
    for link in page.links:
        if link.zone is MAIN:
            told[_digest(f"> {link.label} {_target(link.url, own)}")] = 0
    for image in page.images:
        if image.zone is MAIN and image.url:
            told[_digest(f"= {_target(image.url, own)}")] = 0
    for frame in page.frames:
        told[_digest(f"| {_target(frame.url, own)}")] = 0
    digests = array("Q", sorted(told))
    return Imprint((page.h1, page.title), digests, array("I", map(told.__getitem__, digests)))


def _texts(page: Anatomy) -> Iterator[tuple[int, int]]:
    before = ""  # the label of a counter, where a figure follows
    for block in page.blocks:
        if block.zone is not MAIN:
            continue
        still = steady(block.text)
        text = still if still != FIGURE or counts(before) else block.text
        yield _digest(text), len(text.split())
        before = block.text


@lru_cache(maxsize=8_192)
def _target(url: str, own: frozenset[str]) -> str:
    """Where a link of a page leads, without what may only be of the visit or of the page's own address."""
    parts = urlsplit(url)
    query = [
        f"{name}={value}"
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if name not in own and not numbers_a_visit(value)
    ]
    return f"{parts.path.rstrip('/').rsplit('/', 1)[-1]}?{'&'.join(sorted(query))}"


@lru_cache(maxsize=8_192)
def _digest(text: str) -> int:
    return int.from_bytes(blake2b(text.encode("utf-8", "replace"), digest_size=8).digest())


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
