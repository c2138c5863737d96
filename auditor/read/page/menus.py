"""Menus whose entries are not in the page: a script makes them when a visitor hovers or clicks."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.language.phrases import normalised
from auditor.observations import Link, Zone
from auditor.read.page.anatomy import Block

_MOST = 40
_LONGEST = 5  # words of a menu's name


def shut_menus(blocks: Sequence[Block], links: Sequence[Link], link_blocks: Sequence[int]) -> tuple[str, ...]:
    """The names in a page's menus that neither lead anywhere nor head any entry."""
    leading = {block for link, block in zip(links, link_blocks, strict=True) if link.url or link.leaf}
    heads = {normalised(name) for link in links if link.section for name in link.section.split(" > ")}
    found = [
        block.text
        for index, block in enumerate(blocks)
        if block.zone in (Zone.NAV, Zone.HEADER)
        and index not in leading
        and len(block.text.split()) <= _LONGEST
        and normalised(block.text) not in heads
    ]
    return tuple(dict.fromkeys(found))[:_MOST]
