"""What repeats on a site's pages is its template; what remains of a page is its own content."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.language.phrases import normalised
from auditor.language.placeholders import is_placeholder, may_stand_in
from auditor.observations import Link, Zone
from auditor.read.page.anatomy import Anatomy, Block
from auditor.read.page.moving import FIGURE, counts, steady

_SEPARATOR = re.compile(r"\s+(?:[-|\u2013\u2014\u00bb\u2022\u00b7]|::)\s+")
_SITE_WORDS = ("kemenag", "kementerian agama", "kankemenag", "kementrian agama")
# A block or link is template from this many pages and this share of them; a PPID side menu stands on a fifth of all.
_BLOCK_PAGES, _BLOCK_SHARE = 4, 0.25
_LINK_PAGES, _LINK_SHARE = 4, 0.15
_SMALL_SITE, _SMALL_SHARE = 8, 0.6


@dataclass(frozen=True, slots=True)
class Template:
    """The repeated parts of one site."""

    blocks: frozenset[tuple[int, str]]  # (elements around it, text)
    links: frozenset[tuple[int, str, str]]  # (elements around it, address, label)
    images: frozenset[tuple[int, str]]  # (elements around it, address)
    titles: frozenset[str]  # normalised parts of titles that name the site

    def own(self, page: Anatomy) -> tuple[int, ...]:
        """The indexes of the blocks that are the page's own content.

        Outside the main zone nothing is own, unless the main zone is empty: old layouts call anything "header".
        """
        blocks = page.blocks
        main = [i for i, b in enumerate(blocks) if b.zone is Zone.MAIN and not self.repeats(b)]
        if sum(len(blocks[i].text) for i in main) >= 40:
            return tuple(main)
        wider = [i for i, b in enumerate(blocks) if b.zone not in (Zone.NAV, Zone.FOOTER) and not self.repeats(b)]
        return tuple(wider if sum(len(blocks[i].text) for i in wider) >= 80 else main)

    def repeats(self, block: Block) -> bool:
        """Whether a block is of the template; what a clock or a counter of visitors says changes from page to page."""
        return (block.path, block.text) in self.blocks or (block.path, steady(block.text)) in self.blocks

    def repeated(self, link: Link, path: int) -> bool:
        return (path, link.url, link.label) in self.links

    def bare_title(self, title: str) -> str:
        """A title without the parts that name the site."""
        parts = [part for part in _SEPARATOR.split(title) if part.strip()]
        kept = [part for part in parts if normalised(part) not in self.titles]
        if len(kept) == len(parts) > 1:  # a site of few pages: the part that names the ministry is the site's
            kept = [part for part in parts if not any(word in normalised(part) for word in _SITE_WORDS)] or parts[:1]
        return " - ".join(kept).strip() if kept else ""


def _keys(page: Anatomy) -> set[tuple[int, str]]:
    """What stands where on a page, clocks and counters without their figures."""
    keys = set()
    hollow = may_stand_in("\n".join([block.text for block in page.blocks if block.zone is Zone.MAIN]))
    before = ""  # the label of a counter, where a figure follows
    for block in page.blocks:
        text = block.text
        if hollow and block.zone is Zone.MAIN and is_placeholder(text):
            continue
        still = steady(text)
        if still != text and (still != FIGURE or counts(before)):
            keys.add((block.path, still))
        keys.add((block.path, text))
        before = text
    return keys


def template_of(pages: Sequence[Anatomy]) -> Template:
    """The template of a site, from the anatomies of its pages; "Belum ada data" on many pages is their content."""
    count = len(pages)
    blocks: Counter[tuple[int, str]] = Counter()
    links: Counter[tuple[int, str, str]] = Counter()
    images: Counter[tuple[int, str]] = Counter()
    titles: Counter[str] = Counter()
    for page in pages:
        blocks.update(_keys(page))
        links.update({(path, k.url, k.label) for k, path in zip(page.links, page.link_paths, strict=True)})
        images.update(
            {(path, image.url) for image, path in zip(page.images, page.image_paths, strict=True) if image.url}
        )
        titles.update({normalised(part) for part in _SEPARATOR.split(page.title)})
    small = max(3, _SMALL_SHARE * count)
    block_limit = small if count < _SMALL_SITE else max(_BLOCK_PAGES, _BLOCK_SHARE * count)
    link_limit = small if count < _SMALL_SITE else max(_LINK_PAGES, _LINK_SHARE * count)
    return Template(
        frozenset(text for text, n in blocks.items() if n >= block_limit),
        frozenset(key for key, n in links.items() if n >= link_limit),
        frozenset(key for key, n in images.items() if n >= link_limit),
        frozenset(part for part, n in titles.items() if n >= max(2, 0.4 * count)),
    )
