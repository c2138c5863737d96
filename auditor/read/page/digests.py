"""One page -> its imprint: digests of what it tells, without what moves from load to load."""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from functools import lru_cache
from hashlib import blake2b
from urllib.parse import parse_qsl, urlsplit

from auditor.read.page.anatomy import Anatomy
from auditor.read.page.imprint import Imprint
from auditor.read.page.moving import FIGURE, counts, numbers_a_visit, steady
from auditor.read.page.zones import MAIN


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
