"""The news of a site, whatever its system.

``read_news`` makes of everything a snapshot holds one list of distinct, dated items. Sources are cross-checked and
never believed for their volume.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from urllib.parse import urlsplit

from auditor.days import WIB
from auditor.language import streams as words
from auditor.language.dates import from_stamp
from auditor.language.streams import Stream
from auditor.model import Fetch, FetchRole, FetchStatus, Site, Snapshot
from auditor.observations import DateSource, News, NewsItem, Owner, Page, PageKind, trusted
from auditor.read.news.agenda import agenda_of_page, agenda_of_sections
from auditor.read.news.articles import Article, read_article
from auditor.read.news.feeds import categories_in, kind_of, objects_of, read_feed, read_json, read_sitemap
from auditor.read.news.items import Distinct, distinct, newest_first
from auditor.read.news.lists import read_list, stream_of_page
from auditor.read.news.sections import Sections, office_of
from auditor.read.news.sightings import Reading, Sighting
from auditor.read.page.anatomy import Anatomy, ReadPage
from auditor.read.page.html import parse
from auditor.web.answers import is_html
from auditor.web.articles import looks_like_article
from auditor.web.hosts import canonical, owner_of

MAX_ARTICLES = 120  # article pages read for one site
SAMPLE = 10
_SHUT = (PageKind.JS_SHELL, PageKind.BLOCKED, PageKind.MAINTENANCE, PageKind.LOGIN)
_NOTHING_MISSED = (FetchStatus.DUPLICATE, FetchStatus.COPY, FetchStatus.TRAP, FetchStatus.FOREIGN_HOST)
_TOUCHING = timedelta(days=3)  # between the last item of one page and the first of the next


def read_news(
    snapshot: Snapshot,
    pages: Sequence[Page],
    site: Site,
    sections: Mapping[str, Sequence[str]],
    offices: Sequence[Site],
    read_page: ReadPage = parse,
) -> News:
    """The distinct news, announcements and agenda of a site, and how much of it can be trusted.

    ``sections`` are the office's sections with their vocabulary; ``offices`` the contributing offices when ``site`` is
    a Kanwil, else (). ``News.established`` is True when enough items carry a date that is no guess. ``read_page`` is
    an argument so that who has read the pages before need not read them again.
    """
    today = snapshot.finished_at.astimezone(WIB).date()
    by_url = {address: page for page in pages for address in (page.url, *page.requested)}
    gathered = _Gathered()
    articles: list[_Opened] = []
    categories: dict[int, str] = {}
    usable = [fetch for fetch in snapshot.fetches if _usable(fetch, site)]
    for fetch in usable:
        categories |= categories_in(fetch) if fetch.role is FetchRole.API else {}
    for fetch in usable:
        kind = kind_of(fetch) if fetch.role is not FetchRole.HOME else ""
        page = by_url.get(canonical(fetch.address)) or by_url.get(fetch.address)
        if kind == "json":
            gathered.add(read_json(fetch, today, categories))
        elif kind == "feed":
            gathered.add(read_feed(fetch, today))
        elif kind == "sitemap":
            gathered.add(read_sitemap(fetch, today))
        elif fetch.role in (FetchRole.HOME, FetchRole.PAGE) and (page is None or page.kind.readable) and is_html(fetch):
            one = _Opened(fetch, read_page(fetch.body, canonical(fetch.address)), page)
            if fetch.role is FetchRole.PAGE and _is_article(fetch, page):
                articles.append(one)
            else:
                _read_page(one, site, today, gathered)
    listed = {one.url for one in gathered.sightings if one.stream is not Stream.AGENDA}
    opened = _open(articles, gathered, listed, today)
    made = distinct(gathered.sightings, opened, site, today)
    sectioned = _with_sections(made, sections, tuple(offices))
    news = sectioned[Stream.NEWS]
    dated = [item for item in news if trusted(item.date)]
    share, sampled = _machine_readable(news, opened)
    return News(
        items=news,
        announcements=sectioned[Stream.ANNOUNCEMENT],
        agenda=tuple(sorted({*gathered.agenda, *sectioned[Stream.AGENDA]}, key=newest_first)),
        established=bool(dated) and (len(dated) >= 3 or 2 * len(dated) >= len(news)),
        looked=bool(news) or gathered.looked,
        sources=tuple(sorted({item.date.source for item in news if item.date is not None}, key=list(DateSource).index)),
        disagreements=made.disagreements[:50],
        left_out=made.left_out,
        machine_readable=share,
        sampled=sampled,
        since=_since(gathered.readings, news, today),
        unread=_unread(snapshot, site, pages),
    )


@dataclass(frozen=True, slots=True)
class _Opened:
    """A page that may hold news. ``page``: what it is in the light of its site, where that is known."""

    fetch: Fetch
    anatomy: Anatomy
    page: Page | None


@dataclass(slots=True)
class _Gathered:
    """What the pages of a snapshot gave, while it is being read."""

    sightings: list[Sighting] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    agenda: list[NewsItem] = field(default_factory=list)

    def add(self, reading: Reading) -> None:
        self.readings.append(reading)
        self.sightings += reading.sightings

    @property
    def looked(self) -> bool:
        return any(r.stream is Stream.NEWS and (r.sightings or r.empty) for r in self.readings)


def _usable(fetch: Fetch, site: Site) -> bool:
    return fetch.status is FetchStatus.OK and bool(fetch.body) and owner_of(fetch.address, site) is Owner.OWN


def _is_article(fetch: Fetch, page: Page | None) -> bool:
    known = page is not None and page.kind is PageKind.NEWS_ARTICLE
    return known or looks_like_article(fetch.address, fetch.label)


def _read_page(opened: _Opened, site: Site, today: date, gathered: _Gathered) -> None:
    fetch, anatomy, page = opened.fetch, opened.anatomy, opened.page
    stream = stream_of_page(fetch.address, page, anatomy)
    gathered.add(Reading((*_from_json_ld(anatomy, fetch, today), *_from_states(anatomy, fetch, today))))
    if stream is Stream.AGENDA:
        gathered.agenda += agenda_of_page(fetch, anatomy, today)
        return
    if page is not None:
        gathered.agenda += agenda_of_sections(page, fetch, today)
    gathered.add(read_list(fetch, anatomy, page, site, today))


def _from_json_ld(anatomy: Anatomy, fetch: Fetch, today: date) -> Iterable[Sighting]:
    for item in anatomy.carried.objects():
        title, stamp, link = item.get("headline"), item.get("datePublished"), item.get("url") or item.get("@id")
        if isinstance(title, str) and isinstance(stamp, str) and isinstance(link, str):
            url = canonical(link, fetch.address)
            if not url or url == canonical(fetch.address):
                continue
            when = from_stamp(stamp, today, DateSource.JSON_LD, future=True)
            stream = words.stream_of_address(url) or words.stream_of_title(title) or Stream.NEWS
            yield Sighting(title, url, when, DateSource.JSON_LD, fetch, stream)


def _from_states(anatomy: Anatomy, fetch: Fetch, today: date) -> Iterable[Sighting]:
    """Items in the state a JavaScript page carries along (Next.js, Nuxt, Inertia)."""
    for text in anatomy.carried.states:
        try:
            data = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from objects_of(data, fetch, today)


def _open(articles: list[_Opened], gathered: _Gathered, listed: set[str], today: date) -> dict[str, Article]:
    """The article pages that were opened, by canonical address; each is a sighting too."""
    opened: dict[str, Article] = {}
    names: dict[str, list[str]] = {}
    for one in gathered.sightings:
        names.setdefault(one.url, []).append(one.title)
    for read in articles[:MAX_ARTICLES]:
        fetch, page = read.fetch, read.page
        url = canonical(fetch.address)
        article = read_article(read.anatomy, url, today, (*names.get(url, ()), fetch.label))
        for address in (url, canonical(fetch.url)):
            opened.setdefault(address, article)
        stream = words.stream_of_address(url)
        if stream is Stream.AGENDA:
            continue
        title = article.title or (page.h1 or page.title if page is not None else fetch.label)
        if not title or (not article.dates and url not in listed and stream is None):
            continue
        source = article.dates[0].source if article.dates else DateSource.BODY
        stream = stream or words.stream_of_title(title) or Stream.NEWS
        gathered.sightings.append(Sighting(title, url, None, source, fetch, stream, article.text))
    return opened


def _with_sections(
    made: Distinct, sections: Mapping[str, Sequence[str]], offices: tuple[Site, ...]
) -> dict[Stream, tuple[NewsItem, ...]]:
    vocabulary = Sections(sections)

    def placed(item: NewsItem) -> NewsItem:
        told = (item.title, item.excerpt, made.categories.get(item.url, ()))
        return replace(item, section=vocabulary.of(*told), office=office_of(*told, offices))

    return {stream: tuple(map(placed, items)) for stream, items in made.items.items()}


def _machine_readable(items: Sequence[NewsItem], opened: Mapping[str, Article]) -> tuple[float | None, int]:
    """The share of sampled articles whose date a machine can read; a date that is only an age counts half.

    Opened article pages are the sample where there are three or more, because that is what a visitor sees.
    """
    pages = list({id(opened[item.url]): opened[item.url].dates for item in items if item.url in opened}.values())
    if len(pages) >= 3:
        marks = [max((_mark(d.source) for d in dates), default=0.0) for dates in pages[:SAMPLE]]
    else:
        marks = [_mark(item.date.source) if item.date is not None else 0.0 for item in items]
        if len(marks) > SAMPLE:  # spread over new and old: undated items stand last
            marks = [marks[i * len(marks) // SAMPLE] for i in range(SAMPLE)]
    return (sum(marks) / len(marks), len(marks)) if marks else (None, 0)


def _mark(source: DateSource) -> float:
    if source is DateSource.SITEMAP:
        return 0.0
    return 0.5 if source is DateSource.RELATIVE else 1.0


def _since(readings: Iterable[Reading], items: Sequence[NewsItem], today: date) -> date | None:
    """From which day on no item is missing: sources joined where they touch, beginning with the newest.

    The third page of a list proves nothing when the second was not opened.
    """
    spans = []
    for reading in readings:
        if reading.since is not None and reading.stream in (Stream.NEWS, None):
            days = [s.date.value for s in reading.sightings if s.date is not None and s.date.value <= today]
            spans.append((max(days, default=date.min), reading.since))
    reach: date | None = None
    for newest, since in sorted(spans, reverse=True):
        if reach is None or newest + _TOUCHING >= reach:
            reach = since if reach is None else min(reach, since)
    return reach if items else None


def _unread(snapshot: Snapshot, site: Site, pages: Sequence[Page]) -> tuple[str, ...]:
    """The streams whose own page or feed was asked for and could not be read."""
    asked: list[tuple[str, str, Stream | None]] = [  # an address, its label and the stream it is of
        (fetch.url, fetch.label, words.stream_of_address(fetch.url) or words.stream_of_label(fetch.label))
        for fetch in snapshot.fetches
        if fetch.status is not FetchStatus.OK and not fetch.status.absent
        if fetch.role in (FetchRole.PAGE, FetchRole.API) and owner_of(fetch.url, site) is Owner.OWN
    ]
    asked += [
        (skipped.url, skipped.label, words.stream_of_label(skipped.label))
        for skipped in snapshot.skipped
        if skipped.reason not in _NOTHING_MISSED and urlsplit(skipped.url).path.strip("/")
    ]
    missed = {stream for url, label, stream in asked if stream is not None and not looks_like_article(url, label)}
    for page in pages:
        stream = words.stream_of_address(page.url)
        if page.awaits and stream is not None:  # "Gagal memuat berita"
            missed.update(stream for stream in Stream if stream.value in f"{page.url} {page.text}".lower())
        if page.kind in _SHUT and stream is not None:
            missed.add(stream)
    return tuple(sorted(missed))
