"""Lists of news: cards with a title, a link and (with luck) a date, on list pages, in boxes and on home pages.

No class names of one theme are needed: a card is the largest area around a headline's link that holds no other
headline's link. Its date is looked for in its own elements, never in its headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from auditor.language import streams as words
from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.language.phrases import normalise, normalised
from auditor.language.streams import Stream
from auditor.model import Fetch, FetchRole, Site
from auditor.observations import DateFound, DateSource, Link, Owner, Page, PageKind, Precision
from auditor.read.news.flow import Flow, Span
from auditor.read.news.sightings import Reading, Sighting
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.marks import DATED, FORM, SECTION, SHELL, TIME, TITLED
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
_SHORT_LINE = 60
_FILED = (Stream.ANNOUNCEMENT, Stream.AGENDA)  # whose items may be files
_BADGE_WORDS = 3
_CARD_TEXT = 1500  # characters; a card with more text is a section of the page
_SECTION_WORDS = 4  # a heading of more words is a headline, not the name of a box
_LONGEST_HEADING, _LONGEST_DATE = 200, 120  # characters
_LINKS_OF_FORM = 5  # a form with more is one that stands around the whole page
_BESIDE = 3  # pieces of text beside a headline that may be its date
_IN_LIST = frozenset({"li", "tr", "dd"})  # what stands around these is the list, and no card


@dataclass(slots=True)
class _Candidate:
    """A link that may lead to an item, and the numbers of the areas around it, the outermost first."""

    url: str
    number: int
    span: Span
    label: str
    stream: Stream | None
    around: tuple[int, ...] = ()


def read_list(fetch: Fetch, anatomy: Anatomy, page: Page | None, site: Site, today: date) -> Reading:
    """The items a page lists, in the order of the page."""
    base = fetch.final_url or fetch.url
    own_stream = stream_of_page(base, page, anatomy)
    is_list = own_stream is not None and fetch.role is not FetchRole.HOME and not looks_like_article(base, "")
    general = is_list and not any(part in words.LISTING for part in words.address(base).parts)
    complete = general and not FOLLOWING.search(base) and not more_news(anatomy, base, site)
    beside = _beside(page) if own_stream in _FILED else frozenset()
    flow = Flow(anatomy)
    candidates = [one for one in _candidates(flow, base, own_stream, site) if one.url not in beside]
    cards = _Cards(flow, candidates)
    seen: dict[str, Sighting] = {}
    for one in candidates:
        if one.url in seen and seen[one.url].date is not None:
            continue  # a card's picture and its headline lead to one item
        sighting = cards.sighting(one, fetch, base, site, today)
        if sighting is None:
            continue
        known = seen.get(sighting.url)
        if known is None or (known.date is None and sighting.date is not None):
            seen[sighting.url] = sighting
    found = tuple(seen.values())
    told = general or fetch.role is FetchRole.HOME
    since = _since(found, own_stream or Stream.NEWS, complete=complete) if told else None
    mine = [s for s in found if s.stream is own_stream]
    return Reading(found, since, DateSource.LIST, own_stream, is_list and not mine)


def _beside(page: Page | None) -> frozenset[str]:
    """The addresses a page of a stream links to only in its template: "Berita Terbaru" beside the announcements."""
    if page is None or page.kind is PageKind.HOME:
        return frozenset()
    own = {link.url for link in page.links if not link.template}
    return frozenset(link.url for link in page.links if link.template and link.url not in own)


def stream_of_page(url: str, page: Page | None, anatomy: Anatomy) -> Stream | None:
    """The stream a page lists, by its address, its heading, its title or the menu entry that led to it; else None."""
    labels = [next((block.text for block in anatomy.blocks if block.level == 1), "")]
    if page is not None:
        labels += [page.h1, page.title, page.trail[-1] if page.trail else ""]
    return stream_of(url, labels)


def stream_of(url: str, labels: Iterable[str]) -> Stream | None:
    """The stream a page lists, by its address and what it is called; else None."""
    parts = words.address(url).parts
    if any(part in words.LISTING for part in parts):
        return words.stream_of_address(url) or Stream.NEWS
    if _PAGED_HOME.fullmatch(url.partition("://")[2].partition("/")[2]):
        return Stream.NEWS  # the following pages of a home page that is a blog
    return words.stream_of_address(url) or next((s for label in labels if (s := words.stream_of_label(label))), None)


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


def _candidates(flow: Flow, base: str, own: Stream | None, site: Site) -> list[_Candidate]:
    """Links that may lead to items, in the order of the page, each with the stream of the box it stands in."""
    anatomy = flow.page
    found: list[_Candidate] = []
    section: Stream | None = None
    foot = False  # whether the last heading stands there
    heads, shut = _section_heads(flow), _shut(flow)
    at = 0
    for number, (link, span) in enumerate(zip(anatomy.links, anatomy.link_spans, strict=True)):
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
        if (words.address(url).file and around not in _FILED) or any(a <= span[0] < b for a, b in shut):
            continue
        label = _label(flow, link, span)
        stream = _stream(url, label, around, site)
        if stream is not None:
            found.append(_Candidate(url, number, span, label, stream))
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


def _shut(flow: Flow) -> list[Span]:
    """Where no items are looked for: in the page's shell, and in forms, but for one around the whole page."""
    found = []
    for mark in flow.page.marks:
        if mark.sorts & SHELL:
            found.append((mark.begin, mark.end))
        elif mark.sorts & FORM:
            inside = sum(mark.begin <= begin < mark.end for begin, _ in flow.page.link_spans)
            if inside <= _LINKS_OF_FORM:
                found.append((mark.begin, mark.end))
    return found


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
        text = _title_in(flow, span) or (text if link.tag == "a" else max(lines, key=len))
    return (text or link.label)[:300]


def _title_in(flow: Flow, span: Span) -> str:
    """The title in a stretch, "" where nothing is one by its rank or its name."""
    found = next(flow.headings(span), None)
    named = next(((mark.begin, mark.end) for mark in flow.marked(TITLED, span)), None)
    first = min((one for one in (found, named) if one is not None), default=None)
    return flow.text(*first) if first is not None else ""


class _Cards:
    """The cards of a page, each the largest area around an item's link that holds no other item's."""

    def __init__(self, flow: Flow, candidates: list[_Candidate]) -> None:
        self._flow = flow
        self._below: dict[int, str] = {}  # by the number of an area the item in it, "" for several
        self._taken = bytearray(len(flow.page.runs) + 1)  # the runs that stand in an item's link
        self._areas, at = flow.page.areas, 0
        below, around = self._below, list[int]()
        for one in candidates:
            while at < len(self._areas) and self._areas[at].first <= one.number:
                if self._areas[at].last > one.number:
                    around.append(at)
                at += 1
            around = [number for number in around if self._areas[number].last > one.number]
            one.around = tuple(around)
            for number in around:
                if below.setdefault(number, one.url) != one.url:
                    below[number] = ""
            begin, end = one.span
            self._taken[begin:end] = b"\1" * (end - begin)

    def _of(self, one: _Candidate) -> Span:
        """The card of a link: no whole section of the page."""
        card = one.span
        for number in reversed(one.around):
            area = self._areas[number]
            if area.chars > _CARD_TEXT or self._below[number] != one.url:
                break
            within = (area.begin, area.end)
            if any(words.stream_of_label(self._flow.text(*span)) is not None for span in self._flow.headings(within)):
                break
            card = within
            if area.tag in _IN_LIST:
                break
        return card

    def sighting(self, one: _Candidate, fetch: Fetch, base: str, site: Site, today: date) -> Sighting | None:
        """The item a link leads to, as its card shows it; None for a card that shows none."""
        flow, card = self._flow, self._of(one)
        title = "" if normalised(one.label) in words.NO_TITLE else one.label
        lines = flow.lines(*card)
        if len(normalised(title).split()) < 3:
            named = _title_in(flow, card)
            title = (
                named
                if len(normalised(named).split()) >= 3
                else max((line for line in lines if len(line) < 220), key=len, default="")
            )
        filed = _filed(lines, one.stream)
        stream = filed or one.stream or Stream.NEWS
        future = stream is Stream.AGENDA
        title, found = _dated_title(title, today, future)
        if len(normalised(title).split()) < 3 or normalised(title) in words.NO_TITLE:
            return None
        key = normalised(title)
        rest = [line for line in lines if normalise(line) not in key]
        found = self._date_in(card, key, rest, today, future) or found
        if found is None and len(rest) == 0:
            found = self._date_beside(one, card, today, future)
        if found is None and owner_of(one.url, site) is not Owner.OWN:
            return None
        excerpt = max(rest, key=len, default="")
        return Sighting(
            title,
            one.url,
            found,
            DateSource.LIST,
            stream,
            base,
            fetch.record_id,
            fetch.fetched_at,
            excerpt[:600] if len(excerpt) >= _SHORT_LINE else "",
            filed=filed,
        )

    def _date_in(self, card: Span, title: str, rest: list[str], today: date, future: bool) -> DateFound | None:
        flow = self._flow
        for mark in flow.published(flow.marked(TIME, card)[:4]):
            if mark.stamp and (found := from_stamp(mark.stamp, today, DateSource.TIME_TAG, future=True)) is not None:
                return replace(found, source=DateSource.LIST)
        for mark in flow.published(flow.marked(DATED, card)[:12]):
            text = flow.spelled(mark.begin, mark.end)
            if (
                text
                and len(text) <= _LONGEST_DATE
                and normalise(text) not in title
                and (found := _of_text(text, today, future)) is not None
            ):
                return found
        short = " ".join(line for line in rest if len(line) <= _SHORT_LINE)[:400]
        if (found := _of_text(short, today, future)) is not None:
            return found
        for line in rest:
            if len(line) > _SHORT_LINE:
                days = [d for d in find_dates(line[:300], today, future=future) if d.source is DateSource.BODY]
                if days and days[0].precision is Precision.DAY:
                    weak = 0.45 if days[0].year_inferred else 0.55
                    return replace(days[0], confidence=min(days[0].confidence, weak))
        return None

    def _date_beside(self, one: _Candidate, card: Span, today: date, future: bool) -> DateFound | None:
        """In flat lists (``<h3>..</h3><span>date</span><h3>..``) the date stands behind the headline, or before it."""
        around = [self._areas[number] for number in reversed(one.around)]
        if any(area.tag in _IN_LIST and (area.begin, area.end) == card for area in around):
            return None  # beside an item of a list stand others
        held = next((area for area in around if area.begin < card[0] or card[1] < area.end), None)
        within = (held.begin, held.end) if held is not None else (0, len(self._flow.page.runs))
        for forward in (True, False):
            for text in self._pieces(card, within, forward):
                found = _of_text(text, today, future) if 0 < len(text) <= _LONGEST_DATE else None
                if found is not None and (forward or found.value != today):  # today's above the headlines is a clock
                    return found
        return None

    def _pieces(self, card: Span, within: Span, forward: bool) -> Iterator[str]:
        """The texts behind a card, or those before it, block by block, up to the next item's."""
        flow = self._flow
        begin, end = (card[1], within[1]) if forward else (within[0], card[0])
        first, last = flow.block_at(begin), flow.block_at(max(begin, end - 1))
        numbers = range(first, last + 1) if forward else range(last, first - 1, -1)
        told = 0
        for number in numbers:
            span = flow.block(number)
            piece = max(span[0], begin), min(span[1], end)
            if piece[0] >= piece[1]:
                continue
            if any(self._taken[piece[0] : piece[1]]) or told >= _BESIDE:
                return
            told += 1
            yield flow.spelled(*piece)


def _filed(lines: Iterable[str], around: Stream | None) -> Stream | None:
    """The stream under which a card's short line files it, in a list of several kinds; None without such a badge.

    On a list of events "Kegiatan" is what they are and no news.
    """
    for line in lines:
        stream = words.stream_of_label(line) if len(line.split()) <= _BADGE_WORDS else None
        if stream is not None and not (stream is Stream.NEWS and around is Stream.AGENDA):
            return stream
    return None


def _dated_title(title: str, today: date, future: bool) -> tuple[str, DateFound | None]:
    """A card that is one link joins its date to its headline ("10 Sep 2025 Kepala Kantor ..."): part them."""
    for one in find_dates(title, today, future=future):
        at = title.find(one.text)
        if one.precision is Precision.DAY and at >= 0 and not one.year_inferred:
            if at <= 2:
                return title[at + len(one.text) :].strip(" |-,.:") or title, replace(one, source=DateSource.LIST)
            if at + len(one.text) >= len(title) - 12 and title[:at].rstrip()[-1:] in ("|", "-", "·", "•"):
                return title[:at].strip(" |-,·•"), replace(one, source=DateSource.LIST)
    return title, None


def _of_text(text: str, today: date, future: bool) -> DateFound | None:
    found = parse_date(text, today, source=DateSource.LIST, future=future) if len(text) <= 40 else None
    days = (found,) if found is not None else find_dates(text, today, future=future)
    if not days and not future:  # a day to come is told to the reader of the whole: it is no day of publication
        days = tuple(d for d in find_dates(text, today, future=True) if not d.year_inferred and d.value > today)
    for one in days:
        if one.source is DateSource.RELATIVE:
            return one
        if one.precision is Precision.DAY:
            return replace(one, source=DateSource.LIST)
    return None


def _since(found: tuple[Sighting, ...], stream: Stream, *, complete: bool) -> date | None:
    """How far back a list reaches without a gap: to the end of its run of falling dates."""
    days = [
        s.date.value
        for s in found
        if s.stream is stream and s.date is not None and s.date.source is not DateSource.BODY
    ]
    if len(days) < 3:
        return date.min if complete and days else None
    begin = days.index(max(days[:5]))  # an old post that was made sticky stands above the newest
    for newer, older in pairwise(days[begin:]):
        if older > newer + timedelta(days=2):
            return newer
    return date.min if complete else days[-1]
