"""The entries of a listing, counted by what stands behind them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import IntEnum, auto
from operator import itemgetter

from auditor.checks.content import Content, newest_year, year_of
from auditor.checks.targets import link_target, own_elsewhere
from auditor.language.labels import core, is_headline
from auditor.language.phrases import normalised
from auditor.model import FetchStatus
from auditor.observations import Link, Observations, Owner, Page, PageKind, Record, Target, TargetState
from auditor.rules.schema import ListingQuality

_DATED = re.compile(r"(?:\w+,\s*)?\d{1,2}[\s./-]\w+[\s./-]\d{2,4}(?:\s+\d{1,2}[:.]\d{2})?")  # "6 September 2024"
_SAMPLE = 3  # targets that must have been looked at before the rest is taken to be like them
_MAX_TITLE_WORDS = 30
_NO_ENTRIES = (PageKind.HOME, PageKind.NEWS_ARTICLE)
_PARENTS = (Owner.NATIONAL, Owner.MINISTRY, Owner.KANWIL)
BARE_WORDS = 8


@dataclass(frozen=True, slots=True)
class Entries:
    """The entries of a listing, counted by what stands behind them."""

    working: int
    unknown: int  # nobody looked, or was kept out
    broken: int
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


class Standing(IntEnum):
    """What stands behind an entry, the best first."""

    WORKS = auto()
    UNKNOWN = auto()
    BROKEN = auto()
    PARENT = auto()


def count_entries(
    observations: Observations,
    links: Sequence[Link],
    page: Page,
    quality: ListingQuality,
    records: Sequence[Record] = (),
) -> Entries:
    """The entries among some links: each once, whatever number of links leads to it; menus, news, the page itself and
    the home page left out."""
    found: dict[Standing, dict[str, str]] = {standing: {} for standing in Standing}
    named: set[str] = set()
    years: list[int] = []
    cause: FetchStatus | None = None
    for record, group in _offers(links, records):
        seen = [(one, link) for link in group if (one := _standing(observations, link, page, quality)) is not None]
        if not seen:
            continue
        standing, link = min(seen, key=itemgetter(0))
        target = link_target(observations, link)
        name = link.name or link.section
        text = name if core(name) else f"{link.section} {name}".strip()
        if standing is Standing.WORKS and record is not None and record.hollow:
            standing = Standing.BROKEN  # a folder that says itself that nothing is in it
        if standing is Standing.WORKS:
            if normalised(text) in named:
                continue  # "Lihat" and "Unduh" of one entry
            named.add(normalised(text))
        elif standing is Standing.UNKNOWN:
            cause = cause or (FetchStatus.FOREIGN_HOST if own_elsewhere(observations, link) else target.status)
        found[standing].setdefault(_key(target, link, name), text)
        if standing in (Standing.WORKS, Standing.UNKNOWN):
            document = target.document if standing is Standing.WORKS else None
            said = f"{text}\n{record.text}" if record is not None else text
            years.append(year_of(document, observations.today) if document else newest_year(said, observations.today))
    working, unknown, broken, parent = (found[standing] for standing in Standing)
    names = (*working.values(), *unknown.values())
    why = FetchStatus.OUT_OF_BUDGET if cause is None or cause is FetchStatus.OK else cause
    return Entries(len(working), len(unknown), len(broken), len(parent), names, max(years, default=0), why)


def _offers(links: Sequence[Link], records: Sequence[Record]) -> Iterator[tuple[Record | None, tuple[Link, ...]]]:
    """The links by entry: those of one record that bear one name together, every other one alone."""
    of = {id(link): record for record in records for link in record.links}
    groups: dict[tuple[int, str], list[Link]] = {}
    for at, link in enumerate(links):
        record = of.get(id(link))
        groups.setdefault((id(record), link.name) if record is not None else (at, ""), []).append(link)
    for group in groups.values():
        yield of.get(id(group[0])), tuple(group)


def _key(target: Target, link: Link, name: str) -> str:
    document = target.document
    return document.digest if document is not None and document.digest else link.url or f"{name}@{link.section}"


def _standing(observations: Observations, link: Link, page: Page, quality: ListingQuality) -> Standing | None:
    """What stands behind a link of a listing, None for one that is no entry of it."""
    target = link_target(observations, link)
    inner = target.page
    if link.url == page.url or target.state in (TargetState.ANCHOR, TargetState.CONTACT) or not link.leaf:
        return None
    if not (link.url or link.name or link.section):
        return None
    if target.document is None and is_headline(link.name or link.section):
        return None
    if target.owner in _PARENTS and quality.parent.points < 1:
        return Standing.PARENT
    if target.owner is Owner.EXTERNAL and target.state is TargetState.DEAD:
        return Standing.BROKEN
    if own_elsewhere(observations, link):
        return Standing.UNKNOWN
    if target.owner is Owner.OTHER_OFFICE or (target.owner is Owner.EXTERNAL and target.document is None):
        return None
    if inner is not None and (inner.kind in _NO_ENTRIES or inner.url == page.url or _tab(page, inner)):
        return None
    if target.state.works:
        return held_by(observations, inner) if inner is not None else Standing.WORKS
    return Standing.BROKEN if target.state.broken else Standing.UNKNOWN


def held_by(observations: Observations, page: Page) -> Standing:
    """What an entry's page holds: something, nothing, or only files that are dead or that nobody opened."""
    shows = page.tables or page.forms or page.frames or page.own_images
    if page.kind is PageKind.PLACEHOLDER or not (shows or page.words >= BARE_WORDS or page.own_links):
        return Standing.BROKEN
    if shows or _says_more(page):
        return Standing.WORKS
    links = (link for link in page.own_links if link.leaf and link.url != page.url)
    behind = [link_target(observations, link).state for link in links]
    if any(state.works for state in behind) or not behind:
        return Standing.WORKS
    return Standing.BROKEN if all(state.broken for state in behind) else Standing.UNKNOWN


def _says_more(page: Page) -> bool:
    """Whether a page says more than its name, the names of what it offers and a date."""
    names = {normalised(name) for name in (page.h1, page.title, *(link.label for link in page.own_links))}
    lines = (line for line in page.text.split("\n") if normalised(line) not in names)
    return sum(len(line.split()) for line in lines if not _DATED.fullmatch(line.strip())) >= BARE_WORDS


def _tab(page: Page, other: Page) -> bool:
    """Whether two pages are tabs of one: each links itself and the other among its own links."""
    pages = {page.url, other.url}
    return all(pages <= {link.url for link in one.own_links} for one in (page, other))


def told_entries(observations: Observations, content: Content) -> list[str]:
    """The titles of entries that are only named: without a link, or beside a button that leads nowhere."""
    return [
        record.title
        for record in content.records
        if 2 <= len(record.title.split()) <= _MAX_TITLE_WORDS
        and not record.title.endswith((".", ":"))
        and not record.hollow
        and not any(record.title == link.label for link in record.links)
        and all(link_target(observations, link).state.broken for link in record.links)
    ]
