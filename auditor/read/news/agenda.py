"""The agenda of an office: dated lines on agenda pages and under agenda headings, and the events of a calendar script.

Here a date in the future is the point, so this is the one place that reads them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta

from auditor.language import streams as words
from auditor.language.bylines import is_byline
from auditor.language.dates import find_dates, from_stamp
from auditor.language.phrases import normalise
from auditor.language.streams import Stream
from auditor.model import Fetch
from auditor.observations import DateFound, DateSource, NewsItem, Page, Precision, Zone
from auditor.read.news.flow import Flow
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.marks import CLOCK, FORM, SHELL

_CLOCKS = ("wib", "wita")
AHEAD = timedelta(days=400)  # what is farther off is a slip of the pen
_PIECE = re.compile(r"\d{1,2}$|[A-Za-z']{3,9}[.,]?(?: \d{1,2})?$")  # "25", "Nov", "Rabu,", "Nov 25"
_LONGEST_PIECE = 20  # characters
_MONTHS_OF_WIDGET = 5  # a line with more dates than this is a calendar or an archive


def agenda_of_page(fetch: Fetch, anatomy: Anatomy, today: date) -> tuple[NewsItem, ...]:
    """The dated entries of a page whose stream is the agenda."""
    found = (_entry(title, start, fetch, today) for title, start in anatomy.events)
    flow = Flow(anatomy)
    beside = flow.covered((mark.begin, mark.end) for mark in anatomy.marks if mark.sorts & (CLOCK | SHELL | FORM))
    lines = []
    for number, block in enumerate(anatomy.blocks):
        if block.zone is Zone.MAIN or block.zone is Zone.HEADER:
            begin, end = flow.block(number)
            lines += [] if beside[begin] else flow.lines(begin, end)
    return (*(item for item in found if item is not None), *_lines(lines, fetch, today))


def agenda_of_sections(page: Page, fetch: Fetch, today: date) -> tuple[NewsItem, ...]:
    """The dated entries under headings like "Agenda Kegiatan" of any page (the home page's box)."""
    return tuple(
        item
        for section in page.sections
        if words.stream_of_label(section.heading) is Stream.AGENDA
        for item in _lines(section.text.split("\n"), fetch, today)
    )


def _entry(title: str, start: str, fetch: Fetch, today: date) -> NewsItem | None:
    when = from_stamp(start, today, DateSource.LIST, future=True)
    if when is None or when.value > today + AHEAD:
        return None
    return _item(" ".join(title.split()), when, fetch)


def _item(title: str, when: DateFound, fetch: Fetch) -> NewsItem:
    return NewsItem(title, fetch.address, when, record_id=fetch.record_id, fetched_at=fetch.fetched_at)


def _lines(lines: list[str], fetch: Fetch, today: date) -> Iterator[NewsItem]:
    """A date and the words beside it. A line that is only today's date is a clock, so words must stand near it."""
    lines = [line for line in lines if line.strip() and not is_byline(line)]
    seen: set[tuple[date, str]] = set()
    at = 0
    while at < len(lines):
        # A date may be split over elements ("25" / "Nov" / "2026"), so up to three short lines are read as one.
        width, when = _dated(lines, at, today)
        if when is None:
            at += 1
            continue
        title = _title(lines, at, width, when, beside=when.value != today)
        named = bool(title) and not (words.is_clock(title) or words.says_nothing_scheduled(title))
        if named and when.value <= today + AHEAD and (when.value, title) not in seen:
            seen.add((when.value, title))
            yield _item(title, when, fetch)
        at += width


def _dated(lines: list[str], at: int, today: date) -> tuple[int, DateFound | None]:
    for width in (1, 2, 3):
        part = lines[at : at + width]
        split = _PIECE.match(part[0]) and all(len(line) <= _LONGEST_PIECE for line in part)
        if len(part) < width or (width > 1 and not split):
            break
        days = [d for d in find_dates(" ".join(part)[:300], today, future=True) if d.precision is Precision.DAY]
        days = [d for d in days if d.source is not DateSource.RELATIVE]
        if 0 < len(days) <= _MONTHS_OF_WIDGET and not (
            width < 3 and days[0].year_inferred and _year_follows(lines, at + width)
        ):
            return width, days[0]
    return 1, None


def _year_follows(lines: list[str], at: int) -> bool:
    return at < len(lines) and re.fullmatch(r"20\d\d", lines[at]) is not None


def _title(lines: list[str], at: int, width: int, when: DateFound, beside: bool) -> str:
    """What an entry is called: in its own line or ``beside`` it. Today's date in a line of its own is a clock."""
    own = " ".join(lines[at : at + width])
    rest = own.replace(when.text, " ").strip(" -|:,.()")
    if len(_words(rest)) >= 2:
        return rest[:200]
    for i in (at + width, at - 1, at + width + 1) if beside else ():
        if 0 <= i < len(lines) and len(_words(lines[i])) >= 2 and len(lines[i]) <= 200:
            return lines[i]
    return ""


def _words(text: str) -> list[str]:
    return [word for word in normalise(text).split() if len(word) >= 3 and not word.isdigit() and word not in _CLOCKS]
