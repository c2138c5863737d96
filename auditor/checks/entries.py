"""The entries of a listing, counted by what stands behind them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from auditor.checks.content import (
    Content,
    newest_year,
    year_of,
)
from auditor.checks.targets import link_target
from auditor.language.labels import core, is_headline
from auditor.language.phrases import normalised
from auditor.model import FetchStatus
from auditor.observations import Link, Observations, Owner, Page, PageKind, TargetState
from auditor.rules.schema import ListingQuality

_SAMPLE = 3  # targets that must have been looked at before the rest is taken to be like them
_MAX_ITEM_WORDS = 30
BARE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Items:
    """The entries of a listing, counted by what stands behind them."""

    working: int
    broken: int
    unknown: int  # nobody looked, or was kept out
    parent: int
    names: tuple[str, ...]  # of the working and the unknown ones
    newest: int  # year of the newest entry, 0 = none names one
    cause: FetchStatus = FetchStatus.OUT_OF_BUDGET  # why the first of the unknown ones is unknown

    @property
    def expected(self) -> int:
        """Entries that work, the unseen ones estimated by those that were looked at."""
        seen = self.working + self.broken
        if not self.unknown or seen < _SAMPLE:
            return self.working
        return self.working + int(self.unknown * self.working / seen)


def count_items(observations: Observations, links: Sequence[Link], page: Page, quality: ListingQuality) -> Items:
    """The entries among some links: each target once; menus, news, the page itself and the home page left out."""
    working: dict[str, str] = {}
    broken: dict[str, str] = {}
    unknown: dict[str, str] = {}
    named: set[str] = set()
    parent = 0
    years: list[int] = []
    cause: FetchStatus | None = None
    for link in links:
        target = link_target(observations, link)
        name = link.name or link.section
        if link.url == page.url or target.state in (TargetState.ANCHOR, TargetState.CONTACT):
            continue
        if target.document is None and is_headline(name):
            continue
        if not link.leaf or (not link.url and not name):
            continue
        if target.owner in (Owner.NATIONAL, Owner.MINISTRY, Owner.KANWIL) and quality.parent.points < 1:
            parent += 1
            continue
        if target.owner is Owner.EXTERNAL and target.state is TargetState.DEAD:
            broken[link.url] = name
            continue
        if target.owner is Owner.OTHER_OFFICE or (target.owner is Owner.EXTERNAL and target.document is None):
            continue
        if target.page is not None and (
            target.page.kind in (PageKind.HOME, PageKind.NEWS_ARTICLE) or target.page.url == page.url
        ):
            continue
        key = (
            target.document.digest
            if target.document is not None and target.document.digest
            else link.url or f"{name}@{link.section}"
        )
        text = name if core(name) else f"{link.section} {name}".strip()
        if target.page is not None and (target.page.kind is PageKind.PLACEHOLDER or bare(target.page)):
            broken[key] = text
        elif target.state.works:
            if normalised(text) in named:
                continue  # "Lihat" and "Unduh" of one entry
            named.add(normalised(text))
            working.setdefault(key, text)
            year = (
                year_of(target.document, observations.today)
                if target.document is not None
                else newest_year(text, observations.today)
            )
            years += [year] if year else []
        elif target.state.broken:
            broken[key] = text
        else:
            unknown.setdefault(key, text)
            cause = cause or target.status
            year = newest_year(text, observations.today)
            years += [year] if year else []
    names = (*working.values(), *unknown.values())
    counted = Items(len(working), len(broken), len(unknown), parent, names, max(years, default=0))
    return replace(counted, cause=cause) if cause not in (None, FetchStatus.OK) else counted


def bare(page: Page) -> bool:
    """Whether a page has nothing of its own to show: a title at most."""
    if page.words >= BARE_WORDS or page.tables or page.forms or page.frames:
        return False
    return not page.own_links and not page.own_images


def text_items(content: Content, page: Page) -> list[str]:
    """Entries that are only named, without a link: short lines of a list, rows of a table."""
    linked = {normalised(name) for link in content.links for name in (link.label, link.name) if name}
    lines = [
        line
        for line in content.text.split("\n")
        if 2 <= len(line.split()) <= _MAX_ITEM_WORDS
        and not line.endswith((".", ":"))
        and normalised(line) not in linked
    ]
    if not content.items:
        lines = []
    rows = [" ".join(row) for table in page.tables for row in table.rows if any(len(cell) > 3 for cell in row)]
    return lines + [row for row in rows if not any(name and name in normalised(row) for name in linked)]
