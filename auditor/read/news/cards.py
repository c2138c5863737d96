"""The cards of a page of news: what each shows of the item its link leads to.

No class names of one theme are needed: a card is the largest area around a headline's link that holds no other
headline's link. Its date is looked for in its own elements, never in its headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from auditor.language import streams as words
from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.language.phrases import normalise, normalised
from auditor.language.streams import Stream
from auditor.model import Fetch, Site
from auditor.observations import DateFound, DateSource, Owner, Precision
from auditor.read.news.flow import Flow, Span
from auditor.read.news.sightings import Sighting
from auditor.read.page.marks import DATED, TIME, TITLED
from auditor.web.hosts import owner_of

_SHORT_LINE = 60
_BADGE_WORDS = 3
_CARD_TEXT = 1500  # characters; a card with more text is a section of the page
_LONGEST_DATE = 120  # characters
_BESIDE = 3  # pieces of text beside a headline that may be its date


@dataclass(slots=True)
class Candidate:
    """A link that may lead to an item, and the numbers of the areas around it, the outermost first."""

    url: str
    number: int
    span: Span
    label: str
    stream: Stream | None
    around: tuple[int, ...] = ()


def title_in(flow: Flow, span: Span) -> str:
    """The title in a stretch, "" where nothing is one by its rank or its name."""
    found = next(flow.headings(span), None)
    named = next(((mark.begin, mark.end) for mark in flow.marked(TITLED, span)), None)
    first = min((one for one in (found, named) if one is not None), default=None)
    return flow.text(*first) if first is not None else ""


class Cards:
    """The cards of a page, each the largest area around an item's link that holds no other item's."""

    def __init__(self, flow: Flow, candidates: Sequence[Candidate]) -> None:
        self._flow = flow
        self._below: dict[int, str] = {}  # by the number of an area the item in it, "" for several
        self._taken = flow.covered(one.span for one in candidates)  # the runs that stand in an item's link
        self._areas, at = flow.areas, 0
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

    def _of(self, one: Candidate) -> Span:
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
            if area.listed:  # what stands around it is the list, and no card
                break
        return card

    def sighting(self, one: Candidate, fetch: Fetch, site: Site, today: date) -> Sighting | None:
        """The item a link leads to, as its card shows it; None for a card that shows none."""
        flow, card = self._flow, self._of(one)
        title = "" if normalised(one.label) in words.NO_TITLE else one.label
        lines = flow.lines(*card)
        if len(normalised(title).split()) < 3:
            title = title_in(flow, card)
        if len(normalised(title).split()) < 3:
            title = max((line for line in lines if len(line) < 220), key=len, default="")
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
        longest = max(rest, key=len, default="")
        excerpt = longest[:600] if len(longest) >= _SHORT_LINE else ""
        return Sighting(title, one.url, found, DateSource.LIST, fetch, stream, excerpt, filed=filed)

    def _date_in(self, card: Span, title: str, rest: list[str], today: date, future: bool) -> DateFound | None:
        flow = self._flow
        for mark in flow.published(flow.marked(TIME, card)[:4]):
            if mark.stamp and (found := from_stamp(mark.stamp, today, DateSource.LIST, future=True)) is not None:
                return found
        for mark in flow.published(flow.marked(DATED, card)[:12]):
            text = flow.spelled(mark.begin, mark.end)
            own = 0 < len(text) <= _LONGEST_DATE and normalise(text) not in title
            if own and (found := _of_text(text, today, future)) is not None:
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

    def _date_beside(self, one: Candidate, card: Span, today: date, future: bool) -> DateFound | None:
        """In flat lists (``<h3>..</h3><span>date</span><h3>..``) the date stands behind the headline, or before it."""
        around = [self._areas[number] for number in reversed(one.around)]
        if any(area.listed and (area.begin, area.end) == card for area in around):
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
    told = next((one for one in days if one.source is DateSource.RELATIVE or one.precision is Precision.DAY), None)
    return told if told is None or told.source is DateSource.RELATIVE else replace(told, source=DateSource.LIST)
