"""Lists of news: cards with a title, a link and (with luck) a date, on list pages, in boxes and on home pages.

No class names of one theme are needed: a card is the largest box around a headline's link that holds no other
headline's link. Its date is looked for in its own elements, never in its headline.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from itertools import pairwise

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.language import streams as words
from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.language.phrases import normalise, normalised
from auditor.language.streams import Stream
from auditor.model import Fetch, FetchRole, Site
from auditor.observations import DateFound, DateSource, Owner, Page, PageKind, Precision
from auditor.read.news.sightings import Reading, Sighting
from auditor.read.news.stamps import published_first
from auditor.read.page.links import MAX_LINKS, onclick
from auditor.read.page.markup import cut
from auditor.web.articles import looks_like_article
from auditor.web.hosts import canonical, owner_of

MAX_CARDS = 150
_HEADINGS = "h1, h2, h3, h4, h5, h6, [class*=section-title], [class*=widget-title], [class*=heading-title]"
_CLICKED = "[onclick], [data-href]"  # cards that are clicked as a whole
#: Addresses of the second and further pages of a list.
FOLLOWING = re.compile(
    r"/(?:page|halaman)/\d+|[?&](?:page|paged|hal|halaman|start|per_page|offset)=\d+|/\d{1,3}/?$", re.I
)
_PAGED_HOME = re.compile(r"(?:index\.php/)?page/\d+/?|(?:index\.php)?\?paged=\d+")
_SHORT_LINE = 60
_FILED = (Stream.ANNOUNCEMENT, Stream.AGENDA)  # whose items may be files
_BADGE_WORDS = 3
_CARD_TEXT = 1500  # characters; a card with more text is a section of the page
_FRAMES = frozenset({"main", "body", "tbody", "table", "ul", "ol", "dl"})
_SECTION_WORDS = 4  # a heading of more words is a headline, not the name of a box


@dataclass(slots=True)
class _Candidate:
    """A link that may lead to an item, and the box around it."""

    url: str
    node: LexborNode
    label: str
    stream: Stream | None


def read_list(fetch: Fetch, tree: LexborHTMLParser, page: Page | None, site: Site, today: date) -> Reading:
    """The items a page lists, in the order of the page. The tree is taken apart; hand in one of your own."""
    base = fetch.final_url or fetch.url
    own_stream = stream_of_page(base, page, tree)
    is_list = own_stream is not None and fetch.role is not FetchRole.HOME and not looks_like_article(base, "")
    general = is_list and not any(part in words.LISTING for part in words.address(base).parts)
    complete = general and not FOLLOWING.search(base) and not more_news(tree, base, site)
    _cut_shell(tree)
    beside = _beside(page) if own_stream in (Stream.ANNOUNCEMENT, Stream.AGENDA) else frozenset()
    candidates = [one for one in _candidates(tree, base, own_stream, site) if one.url not in beside]
    shared = _shared(candidates)
    seen: dict[str, Sighting] = {}
    for one in candidates:
        if one.url in seen and seen[one.url].date is not None:
            continue  # a card's picture and its headline lead to one item
        sighting = _sighting(one, shared, fetch, base, site, today)
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


def stream_of_page(url: str, page: Page | None, tree: LexborHTMLParser) -> Stream | None:
    """The stream a page lists, by its address, its heading, its title or the menu entry that led to it; else None."""
    heading = tree.css_first("h1")
    labels = [heading.text(separator=" ") if heading is not None else ""]
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


def more_news(tree: LexborHTMLParser, url: str, site: Site) -> tuple[str, ...]:
    """Addresses of the following pages of a list (at most 3), for the crawler; ("",) where a button loads them."""
    found: dict[str, None] = {}
    for node in tree.css("a[href], button")[:MAX_LINKS]:
        label = normalised(node.text(separator=" ")[:60])
        turning = label in words.MORE or (label in ("2", "3") and node.tag == "a")
        if not turning:
            rel = node.attributes.get("rel") or ""
            turning = rel == "next"
        if not turning:
            continue
        target = canonical(node.attributes.get("href") or "", url) if node.tag == "a" else ""
        if target and (target == url or owner_of(target, site) is not Owner.OWN):
            continue
        found.setdefault(target)
    real = [target for target in found if target]
    return tuple(real[:3]) or tuple(found)[:1]


def _cut_shell(tree: LexborHTMLParser) -> None:
    """Menus, footers and scripts go; a form stays where the whole page stands in it."""
    cut(part for part in tree.css(words.SHELL) if part.tag != "form" or len(part.css("a[href]")) <= 5)


def _candidates(tree: LexborHTMLParser, base: str, own: Stream | None, site: Site) -> list[_Candidate]:
    """Links that may lead to items, in the order of the page, each with the stream of the box it stands in."""
    found: list[_Candidate] = []
    section: Stream | None = None
    for node in tree.css(f"a[href], {_CLICKED}, {_HEADINGS}")[:MAX_LINKS]:
        attributes = node.attributes
        href = attributes.get("href") if node.tag == "a" else onclick(attributes)
        if not href:
            label = normalised(node.text(separator=" ")[:200])
            if 0 < len(label.split()) <= _SECTION_WORDS and not _inside_link(node):
                section = words.stream_of_label(label)
            continue
        if len(found) >= MAX_CARDS * 3:
            break
        url, around = canonical(href, base), section or own
        if not url or url == base or (words.address(url).file and around not in _FILED):
            continue
        label = _label(node)
        stream = _stream(url, label, around, site)
        if stream is not None:
            found.append(_Candidate(url, node, label, stream))
    return found


def _stream(url: str, label: str, around: Stream | None, site: Site) -> Stream | None:
    """The stream of a link, or None for one that leads to no item (menus, documents, other services)."""
    parts = words.address(url).parts
    if words.address(url).file:
        return around if around in _FILED else None
    if owner_of(url, site) is not Owner.OWN:
        return around if len(normalised(label).split()) >= 5 else None
    article = looks_like_article(url, label)
    numbered = bool(words.address(url).query)
    if not article and ((not parts and not numbered) or any(part in words.NEVER for part in parts)):
        return None
    named = words.stream_of_address(url) if article else None
    if named in (Stream.ANNOUNCEMENT, Stream.AGENDA):
        return named
    if words.stream_of_title(label) and (article or around):
        return Stream.ANNOUNCEMENT
    if article:
        return around or named or Stream.NEWS
    titled = len(normalised(label).split()) >= 4 or normalised(label) in words.NO_TITLE or not label
    return around if titled and words.stream_of_label(label) is None else None


def _label(node: LexborNode) -> str:
    only = node.child
    plain = only is not None and only.next is None and (only.tag == "-text" or (only.tag == "img" and node.tag == "a"))
    heading = None if plain else node.css_first("h1, h2, h3, h4, h5, h6, [class*=title], [class*=judul]")
    text = (heading or node).text(separator=" ")
    if heading is None and node.tag != "a":  # a whole card: its headline is a line of it
        text = max(node.text(separator="\n").split("\n"), key=len)
    return " ".join((text or node.attributes.get("title") or "").split())[:300]


def _inside_link(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag == "a":
            return True
        parent = parent.parent
    return node.css_first("a[href]") is not None


def _shared(candidates: list[_Candidate]) -> dict[int, set[str]]:
    """For every element above a candidate: the item addresses below it."""
    below: dict[int, set[str]] = {}
    for one in candidates:
        node: LexborNode | None = one.node
        while node is not None and node.tag not in ("body", "html"):
            below.setdefault(node.mem_id, set()).add(one.url)
            node = node.parent
    return below


def _sighting(
    one: _Candidate, shared: dict[int, set[str]], fetch: Fetch, base: str, site: Site, today: date
) -> Sighting | None:
    card = _card(one, shared)
    title = "" if normalised(one.label) in words.NO_TITLE else one.label
    lines = [" ".join(line.split()) for line in card.text(separator="\n").split("\n") if line.strip()]
    if len(normalised(title).split()) < 3:
        heading = card.css_first("h1, h2, h3, h4, h5, h6, [class*=title], [class*=judul]")
        named = " ".join(heading.text(separator=" ").split()) if heading is not None else ""
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
    found = _date_of(card, key, rest, today, future) or found
    if found is None and len(rest) == 0:
        found = _date_beside(card, shared, today, future)
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


def _filed(lines: Iterable[str], around: Stream | None) -> Stream | None:
    """The stream under which a card's short line files it, in a list of several kinds; None without such a badge.

    On a list of events "Kegiatan" is what they are and no news.
    """
    for line in lines:
        stream = words.stream_of_label(line) if len(line.split()) <= _BADGE_WORDS else None
        if stream is not None and not (stream is Stream.NEWS and around is Stream.AGENDA):
            return stream
    return None


def _card(one: _Candidate, shared: dict[int, set[str]]) -> LexborNode:
    """The largest box around a link that holds no other item's link, and is not the page's frame or a whole section."""
    card = one.node
    while (parent := card.parent) is not None and shared.get(parent.mem_id) == {one.url}:
        if parent.tag in _FRAMES or len(parent.text()) > _CARD_TEXT:
            break
        if any(words.stream_of_label(h.text(separator=" ")) is not None for h in parent.css("h1, h2, h3, h4, h5, h6")):
            break
        card = parent
    return card


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


def _date_of(card: LexborNode, title: str, rest: list[str], today: date, future: bool) -> DateFound | None:
    for node in published_first(card.css("time")[:4]):
        stamp = node.attributes.get("datetime") or ""
        if stamp and (found := from_stamp(stamp, today, DateSource.TIME_TAG, future=True)) is not None:
            return replace(found, source=DateSource.LIST)
    for node in published_first(card.css(words.DATED)[:12]):
        text = " ".join(node.text(separator=" ").split())
        if (
            text
            and len(text) <= 120
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


def _date_beside(card: LexborNode, shared: dict[int, set[str]], today: date, future: bool) -> DateFound | None:
    """In flat lists (``<h3>..</h3><span>date</span><h3>..``) the date stands behind the headline, or before it."""
    for forward in (True, False):
        node = card.next if forward else card.prev
        for _ in range(6):
            if node is None or shared.get(node.mem_id):
                break
            text = " ".join(node.text(separator=" ").split()) if node.tag != "-text" else node.text_content or ""
            found = _of_text(text.strip(), today, future) if 0 < len(text) <= 120 else None
            if found is not None and (forward or found.value != today):  # today's date above the headlines is a clock
                return found
            node = node.next if forward else node.prev
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
