"""Lists of news: which page is one, which of its links lead to items, and how far back it reaches."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date, timedelta
from itertools import pairwise

from auditor.language import streams as words
from auditor.language.phrases import normalised
from auditor.language.streams import Stream
from auditor.model import Fetch, FetchRole, Site
from auditor.observations import DateSource, Link, Owner, Page, PageKind
from auditor.read.news.cards import Candidate, Cards, title_in
from auditor.read.news.flow import Flow, Span
from auditor.read.news.sightings import Reading, Sighting
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.marks import FORM, SECTION, SHELL, Mark
from auditor.read.page.tags import FRAMES
from auditor.read.page.zones import FOOTER, NAV
from auditor.web.articles import looks_like_article
from auditor.web.hosts import owner_of

MAX_CARDS = 150
#: Addresses of the second and further pages of a list.
FOLLOWING = re.compile(
    r"/(?:page|halaman)/\d+|[?&](?:page|paged|hal|halaman|start|per_page|offset)=\d+|/\d{1,3}/?$", re.I
)
_PAGED_HOME = re.compile(r"(?:index\.php/)?page/\d+/?|(?:index\.php)?\?paged=\d+")
_FILED = (Stream.ANNOUNCEMENT, Stream.AGENDA)  # whose items may be files
_SECTION_WORDS = 4  # a heading of more words is a headline, not the name of a box
_LONGEST_HEADING = 200  # characters
_LINKS_OF_FORM = 5  # a form with more is one that stands around the whole page


def read_list(fetch: Fetch, anatomy: Anatomy, page: Page | None, site: Site, today: date) -> Reading:
    """The items a page lists, in the order of the page."""
    base = fetch.address
    own_stream = stream_of_page(base, page, anatomy)
    is_list = own_stream is not None and fetch.role is not FetchRole.HOME and not looks_like_article(base, "")
    general = is_list and not any(part in words.LISTING for part in words.address(base).parts)
    complete = general and not FOLLOWING.search(base) and not more_news(anatomy, base, site)
    beside = _beside(page) if own_stream in _FILED else frozenset()
    flow = Flow(anatomy)
    candidates = [one for one in _candidates(flow, base, own_stream, site) if one.url not in beside]
    cards = Cards(flow, candidates)
    seen: dict[str, Sighting] = {}
    for one in candidates:
        if one.url in seen and seen[one.url].date is not None:
            continue  # a card's picture and its headline lead to one item
        sighting = cards.sighting(one, fetch, site, today)
        if sighting is None:
            continue
        known = seen.get(sighting.url)
        if known is None or (known.date is None and sighting.date is not None):
            seen[sighting.url] = sighting
    found = tuple(seen.values())
    told = general or fetch.role is FetchRole.HOME
    since = _since(found, own_stream or Stream.NEWS, complete=complete) if told else None
    mine = [s for s in found if s.stream is own_stream]
    return Reading(found, since, own_stream, is_list and not mine)


def _beside(page: Page | None) -> frozenset[str]:
    """The addresses a page of a stream links to only in its template: "Berita Terbaru" beside the announcements."""
    if page is None or page.kind is PageKind.HOME:
        return frozenset()
    own = {link.url for link in page.links if not link.template}
    return frozenset(link.url for link in page.links if link.template and link.url not in own)


def stream_of_page(url: str, page: Page | None, anatomy: Anatomy) -> Stream | None:
    """The stream a page lists, by its address, its heading, its title or the menu entry that led to it; else None."""
    address = words.address(url)
    if address.stream is not None or not words.LISTING.isdisjoint(address.parts):
        return address.stream or Stream.NEWS
    if _PAGED_HOME.fullmatch(url.partition("://")[2].partition("/")[2]):
        return Stream.NEWS  # the following pages of a home page that is a blog
    labels = [next((block.text for block in anatomy.blocks if block.level == 1), "")]
    if page is not None:
        labels += [page.h1, page.title, *page.trail[-1:]]
    return next(filter(None, map(words.stream_of_label, labels)), None)


def more_news(anatomy: Anatomy, url: str, site: Site) -> tuple[str, ...]:
    """Addresses of the following pages of a list (at most 3), for the crawler; ("",) where a button loads them."""
    found: dict[str, None] = {}
    for link in anatomy.links:
        if link.tag in FRAMES:
            continue
        label = normalised(link.label[:60])
        numbered = label in ("2", "3") and link.tag == "a"
        if not (label in words.MORE or numbered or (link.url and link.url in anatomy.carried.following)):
            continue
        target = link.url if link.tag == "a" else ""
        if target and (target == url or owner_of(target, site) is not Owner.OWN):
            continue
        found.setdefault(target)
    real = [target for target in found if target]
    return tuple(real[:3]) or tuple(found)[:1]


def _candidates(flow: Flow, base: str, own: Stream | None, site: Site) -> list[Candidate]:
    """Links that may lead to items, in the order of the page, each with the stream of the box it stands in."""
    anatomy = flow.page
    found: list[Candidate] = []
    section: Stream | None = None
    foot = False  # whether the last heading stands there
    heads, shut = _section_heads(flow), _shut(flow)
    at = 0
    for number, (link, span) in enumerate(zip(anatomy.links, flow.spans, strict=True)):
        while at < len(heads) and heads[at][0] <= span[0]:
            section, foot = words.stream_of_label(heads[at][1]), flow.zone(heads[at][0]) is FOOTER
            at += 1
        if len(found) >= MAX_CARDS * 3:
            break
        url, around = link.url, section or own
        if not url or url == base or link.zone is NAV or link.tag in FRAMES:
            continue
        if link.zone is FOOTER and (section is None or not foot):  # a box of news may stand there, under its name
            continue
        if (words.address(url).file and around not in _FILED) or shut[span[0]]:
            continue
        label = _label(flow, link, span)
        stream = _stream(url, label, around, site)
        if stream is not None:
            found.append(Candidate(url, number, span, label, stream))
    return found


def _section_heads(flow: Flow) -> list[tuple[int, str]]:
    """The names of the boxes of a page, and where they stand: headings that lead nowhere."""
    found = []
    spans = [*flow.headings((0, len(flow.page.runs)))]
    spans += [(mark.begin, mark.end) for mark in flow.page.marks if mark.sorts & SECTION]
    for begin, end in sorted(spans):
        if not any(flow.linked[begin:end]) and flow.zone(begin) is not NAV:
            label = flow.text(begin, end)
            if len(label) <= _LONGEST_HEADING and 0 < len(normalised(label).split()) <= _SECTION_WORDS:
                found.append((begin, label))
    return found


def _shut(flow: Flow) -> bytearray:
    """For each run, whether no items are looked for there: in the page's shell, and in forms of few links."""
    begins = sorted(begin for begin, _ in flow.spans)

    def few(mark: Mark) -> bool:
        return bisect_left(begins, mark.end) - bisect_left(begins, mark.begin) <= _LINKS_OF_FORM

    marks = (mark for mark in flow.page.marks if mark.sorts & SHELL or (mark.sorts & FORM and few(mark)))
    return flow.covered((mark.begin, mark.end) for mark in marks)


def _stream(url: str, label: str, around: Stream | None, site: Site) -> Stream | None:
    """The stream of a link, or None for one that leads to no item (menus, documents, other services)."""
    parts = words.address(url).parts
    if words.address(url).file:
        return around if around in _FILED else None
    if owner_of(url, site) is not Owner.OWN:
        return around if len(normalised(label).split()) >= 5 else None
    if parts and words.is_stream(parts[-1]) and not words.address(url).query:
        return None  # the list itself
    article = looks_like_article(url, label)
    numbered = bool(words.address(url).query)
    if not article and ((not parts and not numbered) or any(part in words.NEVER for part in parts)):
        return None
    named = words.stream_of_address(url) if article else None
    if named in _FILED:
        return named
    if words.stream_of_title(label) and (article or around):
        return Stream.ANNOUNCEMENT
    if article:
        return around or named or Stream.NEWS
    titled = len(normalised(label).split()) >= 4 or normalised(label) in words.NO_TITLE or not label
    return around if titled and words.stream_of_label(label) is None else None


def _label(flow: Flow, link: Link, span: Span) -> str:
    """What a link is called: by the title in it, else by its text, for a whole card by the longest line of it."""
    text = flow.text(*span)
    if span[1] - span[0] > 1 and len(lines := flow.lines(*span)) > 1:
        text = title_in(flow, span) or (text if link.tag == "a" else max(lines, key=len))
    return (text or link.label)[:300]


def _since(found: tuple[Sighting, ...], stream: Stream, *, complete: bool) -> date | None:
    """How far back a list reaches without a gap: to the end of its run of falling dates."""
    dates = (sighting.date for sighting in found if sighting.stream is stream and sighting.date is not None)
    days = [when.value for when in dates if when.source is not DateSource.BODY]
    if len(days) < 3:
        return date.min if complete and days else None
    begin = days.index(max(days[:5]))  # an old post that was made sticky stands above the newest
    for newer, older in pairwise(days[begin:]):
        if older > newer + timedelta(days=2):
            return newer
    return date.min if complete else days[-1]
