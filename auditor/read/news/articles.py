"""One news article: is this address one, what is its title, and when was it published.

The trust order is that of the field notes: JSON-LD and ``article:published_time``, ``<time>``, the address, the line
beside the title, the first paragraph.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from urllib.parse import unquote

from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.language.phrases import normalise
from auditor.observations import DateFound, DateSource, Precision, Zone
from auditor.read.news.flow import Flow, Span
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.carried import Carried
from auditor.read.page.marks import BESIDE, TIME, TITLE
from auditor.web.articles import date_in_address

_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "SocialMediaPosting", "WebPage", "ReportageNewsArticle"}
)
_MOST_TIMES = 6  # elements with a date that are looked at
_MOST_TITLES = 60
_PARAGRAPH = 100  # characters from which a line is text, not a byline
_BYLINE_LINES = 14  # lines below the title in which a byline may stand
_NEAR = 2  # areas around the title in which today's date is no clock
_LONGEST_ABOVE = 80  # characters of a line above the title that tells its date
_LOWEST_TITLE = 5  # rank of a heading that may be the title
_SHELL = (Zone.NAV, Zone.FOOTER)


@dataclass(frozen=True, slots=True)
class Article:
    """What an article's page says of itself."""

    title: str
    dates: tuple[DateFound, ...]  # most trusted first
    text: str = ""  # the first paragraphs
    canonical: str = ""

    @property
    def date(self) -> DateFound | None:
        return self.dates[0] if self.dates else None


def read_article(page: Anatomy, url: str, today: date, names: Iterable[str] = ()) -> Article:
    """The title, the dates (most trusted first), the beginning of the text of an article's page. Never raises.

    ``names``: what the lists call it, for pages whose title is no heading (bold text in a table, a styled box).
    """
    dates = [*_from_json_ld(page.carried, today), *_from_properties(page.carried.published, today)]
    whole = f" {normalise(page.title)} | {normalise(page.carried.title)} | {normalise(unquote(url))} "
    flow = Flow(page)
    named = _title(flow, whole)
    own = _Own(flow, named)
    title = flow.text(*named) if named is not None else page.carried.title
    if named is None or f" {normalise(title)} " not in whole:
        title = _title_line(own, whole, names) or title
    dates += _from_time_tags(own, named, today)
    if (found := date_in_address(url, today)) is not None:
        dates.append(found)
    byline, paragraphs = _around_title(own, title)
    dates += _from_byline((byline, _above(own, named, today)), today)
    dates += _from_body(paragraphs, today, next((d.value for d in dates), None))
    order = list(DateSource)
    dates.sort(key=lambda one: (one.precision is not Precision.DAY, one.confidence < 0.35, order.index(one.source)))
    return Article(title, tuple(dates), " ".join(paragraphs)[:600], page.canonical)


def _from_json_ld(carried: Carried, today: date) -> Iterator[DateFound]:
    best: dict[str, str] = {}
    for item in carried.objects():
        kinds = item.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            value = item.get("datePublished")
            if isinstance(kind, str) and kind in _ARTICLE_TYPES and isinstance(value, str):
                best.setdefault("page" if kind == "WebPage" else "article", value)
    value = best.get("article") or best.get("page") or ""
    if value and (found := from_stamp(value, today, DateSource.JSON_LD)) is not None:
        yield found


def _from_properties(published: Mapping[str, str], today: date) -> Iterator[DateFound]:
    stamps = (from_stamp(value, today, DateSource.META) for value in published.values())
    return islice((found for found in stamps if found is not None), 1)


def _title(flow: Flow, whole: str) -> Span | None:
    """The heading that is the article's title: the one the page's own title or its address repeats (``whole``), else
    the first h1 (which may be the site's name), else the first long heading."""
    page = flow.page
    ranks = {flow.block(n): block.level for n, block in enumerate(page.blocks) if 0 < block.level <= _LOWEST_TITLE}
    spans = {*ranks, *((mark.begin, mark.end) for mark in page.marks if mark.sorts & TITLE)}
    first = first_long = None
    shown = (span for span in sorted(spans) if span[0] < span[1] and flow.zone(span[0]) not in _SHELL)
    for span in islice(shown, _MOST_TITLES):
        text = normalise(flow.text(*span))
        if len(text.split()) >= 3 and f" {text} " in whole:
            return span
        if first is None and text and ranks.get(span) == 1:
            first = span
        if first_long is None and len(text.split()) >= 5:
            first_long = span
    return first or first_long


class _Own:
    """An article's page without clocks, sidebars and boxes of other items; what holds the title stays."""

    def __init__(self, flow: Flow, title: Span | None) -> None:
        self.flow = flow
        page = flow.page
        of_title = flow.zone(title[0]) if title is not None else Zone.MAIN
        zones = (Zone.MAIN, of_title)
        kept = flow.covered(flow.block(number) for number, block in enumerate(page.blocks) if block.zone in zones)
        self._kept = kept
        for mark in page.marks:
            held = title is not None and mark.begin <= title[0] and title[1] <= mark.end
            if mark.sorts & BESIDE and not held:
                kept[mark.begin : mark.end] = bytes(mark.end - mark.begin)

    def holds(self, run: int) -> bool:
        """Whether a run is the article's."""
        return self._kept[run] > 0

    def lines(self) -> list[str]:
        """The article's pieces of text, each a line."""
        pairs = zip(self.flow.page.runs, self._kept, strict=False)
        return [line for run, kept in pairs if kept and (line := run.strip())]

    def headings(self) -> Iterator[Span]:
        """The headings on the article's page."""
        return (span for span in self.flow.headings((0, len(self.flow.page.runs))) if self.holds(span[0]))


def _title_line(own: _Own, whole: str, names: Iterable[str]) -> str:
    """The line of text that is the title where no heading is: as a list names it, or as the address repeats it."""
    known = {form for name in names if len((form := normalise(name)).split()) >= 3}
    for line in own.lines():
        form = normalise(line) if 10 < len(line) < 300 else ""
        if form and (form in known or (len(form.split()) >= 4 and f" {form} " in whole)):
            return line
    return ""


def _from_time_tags(own: _Own, title: Span | None, today: date) -> Iterator[DateFound]:
    """The first ``<time>`` of the article that tells no change; today's date far from the title is a clock."""
    flow = own.flow
    marks = [
        mark for mark in flow.page.marks if mark.sorts & TIME and (own.holds(mark.begin) or mark.begin == mark.end)
    ]
    around = list(islice(flow.around(title), _NEAR)) if title is not None else []
    near = (around[-1].begin, around[-1].end) if around else (0, 0)
    for mark in flow.published(marks[:_MOST_TIMES]):
        found = from_stamp(mark.stamp, today, DateSource.TIME_TAG) if mark.stamp else None
        found = found or parse_date(flow.spelled(mark.begin, mark.end), today, source=DateSource.TIME_TAG)
        if found is not None and (found.value != today or near[0] <= mark.begin < near[1]):
            yield found
            return


def _around_title(own: _Own, title: str) -> tuple[str, list[str]]:
    """The short lines below the title up to the text or the next heading, and the first paragraphs."""
    lines = own.lines()
    key = normalise(title)
    at = -1
    if key:
        for i, line in enumerate(lines):
            form = normalise(line)
            if form and (form == key or (len(form) > 15 and key.startswith(form))):
                at = i
                if form == key:
                    break
    rest = lines[at + 1 :] if at >= 0 else lines
    # A heading below the title begins another box of the page ("Berita Terkait").
    levels = own.flow.page.blocks
    heads = (span for span in own.headings() if levels[own.flow.block_at(span[0])].level > 1)
    boxes = {normalise(own.flow.text(*span)) for span in islice(heads, 40)} - {key, ""}
    stop = next(
        (i for i, line in enumerate(rest[:_BYLINE_LINES]) if len(line) >= _PARAGRAPH or normalise(line) in boxes),
        min(len(rest), _BYLINE_LINES),
    )
    paragraphs = [line for line in rest[stop : stop + 30] if len(line) >= 60][:3]
    return " ".join(rest[:stop]) if at >= 0 else "", paragraphs


def _above(own: _Own, title: Span | None, today: date) -> str:
    """The short text right above the title, where some sites put the date. Today's date there is a clock."""
    flow = own.flow
    number = flow.block_at(title[0]) - 1 if title is not None else -1
    if title is None or number < 0 or not own.holds(flow.block(number)[0]):
        return ""
    around = list(islice(flow.around(title), _NEAR))
    begin, end = flow.block(number)
    for area in flow.around((begin, end)):  # all of what stands there, a whole table perhaps
        if area.end > title[0]:
            break
        begin, end = area.begin, area.end
    if around and begin < around[-1].begin:
        return ""
    text = flow.spelled(begin, end)
    days = find_dates(text, today) if len(text) <= _LONGEST_ABOVE and not any(flow.linked[begin:end]) else ()
    return text if days and all(d.value != today for d in days) else ""


def _from_byline(byline: Iterable[str], today: date) -> Iterator[DateFound]:
    for text in byline:
        days = [d for d in find_dates(text, today) if d.precision is Precision.DAY or d.source is DateSource.RELATIVE]
        if days:
            found = max(days, key=lambda one: (one.source is not DateSource.RELATIVE, one.confidence >= 0.5))
            yield found if found.source is DateSource.RELATIVE else replace(found, source=DateSource.BYLINE)
            return


def _from_body(paragraphs: list[str], today: date, near: date | None) -> Iterator[DateFound]:
    """The dateline of the text: it tells when something happened, so it is trusted less, least without a year."""
    for text in paragraphs[:2]:
        days = [
            d
            for d in find_dates(text[:400], today, near=near)
            if d.source is DateSource.BODY and d.precision is Precision.DAY
        ]
        if days:
            found = days[0]
            yield replace(found, confidence=min(found.confidence, 0.45 if found.year_inferred else 0.6))
            return
