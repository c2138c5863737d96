"""Which date of an item to believe: the order of trust, and the dates that are not what they seem.

A template that prints one day on every article, a sitemap that stamps its pages, an old item dated anew: each is
recognised by what other sources of the same site say, never by one page alone.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from auditor.language.streams import Stream
from auditor.observations import WEAK_SOURCES, DateFound, DateSource, Precision, trusted
from auditor.read.news.articles import Article
from auditor.read.news.sightings import Sighting

_ORDER = {source: i for i, source in enumerate(DateSource)}
_NO_WITNESS = WEAK_SOURCES | {DateSource.BODY, DateSource.RELATIVE}  # too loose to contradict anything
SAME_DAY = timedelta(days=2)  # time zones and a night between writing and publishing
_REDATED_BY = timedelta(days=31)
_WITNESSES = 3  # items of which a better source tells the day, too
_BELIEVED, _DOUBTED = 0.6, 0.3
_OUT_OF_ORDER = timedelta(days=60)


@dataclass(slots=True)
class Group:
    """All sightings of one item."""

    first: Sighting
    streams: set[Stream]
    dates: list[DateFound] = field(default_factory=list)
    future: bool = False
    sources: set[DateSource] = field(default_factory=set)
    excerpt: str = ""
    categories: tuple[str, ...] = ()
    number: int | None = None
    opened: bool = False
    filed: Stream | None = None  # where its category in the API or the feed, or the badge of its card, files it


def stuck_dates(articles: Iterable[Article]) -> frozenset[tuple[DateSource, date]]:
    """Dates a template prints on every article: one day on three or more pages, and something else there disagrees."""
    pages: Counter[tuple[DateSource, date]] = Counter()
    disputed: Counter[tuple[DateSource, date]] = Counter()
    of_source: Counter[DateSource] = Counter()
    for article in articles:
        for one in {(d.source, d.value) for d in article.dates}:
            pages[one] += 1
            of_source[one[0]] += 1
            others = [d for d in article.dates if d.source is not one[0] and d.precision is Precision.DAY]
            disputed[one] += any(abs(d.value - one[1]) > SAME_DAY for d in others)
    return frozenset(
        one for one, n in pages.items() if n >= 3 and n >= 0.8 * of_source[one[0]] and 2 * disputed[one] >= n
    )


def trust_witnessed(groups: Sequence[Group]) -> None:
    """Believe a sitemap's days only where better sources agree with them, and a list's unless they do not.

    A list may print the day a text was put in, while the article tells when it was published.
    """
    seen, agree = _witnessed(groups, DateSource.SITEMAP)
    if seen >= _WITNESSES and agree >= 0.8 * seen:
        _believe(groups, DateSource.SITEMAP, _BELIEVED)
    seen, agree = _witnessed(groups, DateSource.LIST)
    if seen >= _WITNESSES and agree < 0.5 * seen:
        _believe(groups, DateSource.LIST, _DOUBTED)


def _witnessed(groups: Iterable[Group], source: DateSource) -> tuple[int, int]:
    """How many items of a source have a better witness of their day, and how many of these agree."""
    seen = agree = 0
    for group in groups:
        stamps = [d for d in group.dates if d.source is source and d.precision is Precision.DAY]
        better = [d for d in group.dates if d.source is not source and trusted(d) and d.precision is Precision.DAY]
        better = [d for d in better if _ORDER[d.source] < _ORDER[source] or source is DateSource.SITEMAP]
        if stamps and better:
            seen += 1
            agree += any(abs(stamps[0].value - d.value) <= SAME_DAY for d in better)
    return seen, agree


def _believe(groups: Iterable[Group], source: DateSource, confidence: float) -> None:
    for group in groups:
        group.dates = [replace(d, confidence=confidence) if d.source is source else d for d in group.dates]


def redated_by_number(groups: Sequence[Group]) -> set[int]:
    """Items whose number shows that they are much older than they say: something with a higher number is dated
    sixty days and more before them. Where many numbers are out of order (a site that was moved) none is accused."""
    numbered = [(g.number, best.value, id(g)) for g in groups if g.number is not None and (best := _best(g.dates))]
    numbered.sort(key=lambda row: -row[0])
    found: set[int] = set()
    earliest = date.max  # among the items with higher numbers
    for _, day, key in numbered:
        if earliest != date.max and day - earliest >= _OUT_OF_ORDER:
            found.add(key)
        earliest = min(earliest, day)
    return found if len(found) <= 0.2 * len(numbered) else set()


def _best(dates: Iterable[DateFound]) -> DateFound | None:
    return min(
        dates,
        key=lambda d: (
            d.confidence < 0.35,
            d.precision is not Precision.DAY and d.source is DateSource.URL,
            _ORDER[d.source],
            -d.confidence,
        ),
        default=None,
    )


def choose(group: Group) -> tuple[DateFound | None, bool, str]:
    """The date of an item in the order of trust; whether its address shows that it was dated anew (then the address's
    date is returned); and what its sources disagree about, "" for nothing."""
    best = _best(group.dates)
    if best is None or best.precision is not Precision.DAY:
        return best, False, ""
    disagreement = ""
    for other in group.dates:
        if other.source is best.source or other.source in _NO_WITNESS:
            continue
        if other.precision is Precision.DAY and abs(other.value - best.value) > SAME_DAY:
            disagreement = f"{group.first.title}: {_said(best)}, {_said(other)}"
        slack = _REDATED_BY if other.precision is Precision.DAY else 2 * _REDATED_BY
        if other.source is DateSource.URL and best.value - other.value > slack:
            return other, True, disagreement
    return best, False, disagreement


def _said(found: DateFound) -> str:
    return f"{found.source.value} {found.value.isoformat()}"
