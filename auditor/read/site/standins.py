"""Pages that stand in for others: many names lead to one page, and it speaks of none of them ("Segera Hadir").

A menu whose entries all open the same page promises much and keeps nothing; whatever that page says, it says nothing
of what was asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.language.labels import core
from auditor.language.phrases import normalised
from auditor.observations import Page, PageKind

_NAMES = 4  # different ones; fewer may be other words for one thing, as those with a word in common are
_MAY_STAND_IN = (PageKind.STATIC, PageKind.SECTION, PageKind.LISTING, PageKind.VIEWER)


def with_stand_ins(pages: Sequence[Page], aliases: Mapping[str, str]) -> tuple[Page, ...]:
    """The pages, those that stand in for many others marked as placeholders. ``aliases``: where addresses led to."""
    names: dict[str, set[str]] = {page.url: set() for page in pages if page.kind in _MAY_STAND_IN}
    told: set[int] = set()  # a menu's links are the same on every page
    for page in pages:
        for link in page.links:
            if id(link) not in told and (url := aliases.get(link.url, link.url)) != page.url:
                told.add(id(link))
                if url in names and "#" not in link.raw and (name := core(link.name)):
                    names[url].add(name)
    return tuple(
        replace(page, kind=PageKind.PLACEHOLDER, placeholder=page.placeholder or page.h1 or page.title)
        if page.kind in _MAY_STAND_IN and _speaks_of_none(page, names[page.url])
        else page
        for page in pages
    )


def _speaks_of_none(page: Page, names: set[str]) -> bool:
    if len(names) < _NAMES or set.intersection(*(set(name.split()) for name in names)):
        return False
    said = f" {normalised(' '.join((page.h1, page.title, page.text)))} "
    return not any(f" {name} " in said for name in names)
