"""Menus whose entries are not in the page: a script makes them when a visitor hovers or clicks."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from auditor.language.phrases import normalised
from auditor.observations import Link
from auditor.read.page.anatomy import Block
from auditor.read.page.zones import TOP

_MOST = 40
_LONGEST = 5  # words of a menu's name


def shut_menus(blocks: Sequence[Block], links: Sequence[Link], link_blocks: Sequence[int]) -> tuple[str, ...]:
    """The names in a page's menus that neither lead anywhere nor head any entry.

    A name with entries right behind it heads them; two names in a row show a menu that keeps its entries back.
    """
    leading = {block for link, block in zip(links, link_blocks, strict=True) if link.url or link.leaf}
    menu = [index for index, block in enumerate(blocks) if block.zone in TOP]
    bare = [index not in leading for index in menu]
    if not any(one and other for one, other in pairwise((*bare, True))):
        return ()
    labels = " / ".join(normalised(link.label) for link in links)
    heads = {normalised(name) for section in {link.section for link in links} for name in section.split(" > ")}
    for at, index in enumerate(menu):
        if bare[at]:
            name = normalised(blocks[index].text)
            bare[at] = name not in heads and name not in labels
    if not any(one and other for one, other in pairwise((*bare, True))):
        return ()
    found = [blocks[index].text for index, alone in zip(menu, bare, strict=True) if alone]
    return tuple(dict.fromkeys(text for text in found if len(text.split()) <= _LONGEST))[:_MOST]
