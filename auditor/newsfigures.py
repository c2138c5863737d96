"""Figures made of a site's news: weeks, months, sections, and what each office contributes to the Kanwil's site."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from auditor.model import NewsSummary, OfficeKind, Site
from auditor.observations import News, NewsItem, trusted

WEEKS = 26
WINDOW = 30  # days of "berita_30_hari"


@dataclass(frozen=True, slots=True)
class Contribution:
    """One office's items on the Kanwil's site. ``rank`` counts from 1, offices with as many items share it;
    ``office`` "" and rank 0 are the remainder that nobody could attribute."""

    office: str
    months: tuple[int, ...]
    total: int
    share: float  # of all items of the quarter, 0 to 1
    rank: int


@dataclass(frozen=True, slots=True)
class Contributions:
    """The table office x month of one quarter, most items first, the unattributed remainder last."""

    quarter: str
    months: tuple[str, ...]  # "2026-10"
    rows: tuple[Contribution, ...]
    total: int


def quarter_of(day: date) -> str:
    """The quarter a day falls in, as rounds are named: "2026-T4"."""
    return f"{day.year}-T{(day.month + 2) // 3}"


def months_of(quarter: str) -> tuple[str, ...]:
    """The three months of "2026-T4" as "2026-10" and so on; ValueError for anything else."""
    match = re.fullmatch(r"(\d{4})-T([1-4])", quarter)
    if match is None:
        raise ValueError(f"no quarter: {quarter!r}")
    first = 3 * int(match[2]) - 2
    return tuple(f"{match[1]}-{month:02d}" for month in range(first, first + 3))


def contributions(news: News, offices: Sequence[Site], quarter: str) -> Contributions:
    """Who sent how much in a quarter. Offices without an item are rows of zeros: their silence is the message."""
    months = months_of(quarter)
    counts = Counter((item.office, _month(item)) for item in _datable(news.items))
    total = sum(n for (_, month), n in counts.items() if month in months)
    ids = [office.id for office in offices if office.kind is not OfficeKind.KANWIL]

    def row(office: str, rank: int) -> Contribution:
        per_month = tuple(counts[office, month] for month in months)
        return Contribution(office, per_month, sum(per_month), sum(per_month) / total if total else 0.0, rank)

    drafts = sorted((row(office, 0) for office in ids), key=lambda one: (-one.total, ids.index(one.office)))
    ranked = [row(one.office, 1 + sum(other.total > one.total for other in drafts)) for one in drafts]
    return Contributions(quarter, months, (*ranked, row("", 0)), total)


def summarise(news: News, today: date, offices: Sequence[Site] = ()) -> NewsSummary:
    """The news figures of a scorecard. Where the dates could not be established every figure stays unknown.

    ``weekly`` counts items per ISO week, the current week last; weeks before ``since`` were not seen whole. Where
    nobody can tell how far back the items are complete, ``since`` is the oldest item's day, as for the rule on rhythm.
    ``sections`` and ``contributions`` (made when ``offices`` are given) cover the quarter ``today`` falls in.
    """
    sources = tuple(source.value for source in news.sources)
    if not news.established:
        return NewsSummary(sources=sources)
    dated = _datable(news.items)
    days = [item.date.value for item in dated if item.date is not None]
    monday = today - timedelta(days=today.isoweekday() - 1)
    ages = Counter((monday - (day - timedelta(days=day.isoweekday() - 1))).days // 7 for day in days)
    months = months_of(quarter_of(today))
    this_quarter = [item for item in dated if _month(item) in months]
    named = Counter(item.section for item in this_quarter if item.section)
    sent: tuple[tuple[str, str, int], ...] = ()
    if offices:
        table = contributions(news, offices, quarter_of(today))
        sent = tuple((row.office, m, n) for row in table.rows for m, n in zip(table.months, row.months, strict=True))
    latest = max(days, default=None)
    return NewsSummary(
        latest=latest,
        age_days=(today - latest).days if latest is not None else None,
        last_30_days=sum(0 <= (today - day).days < WINDOW for day in days),
        weekly=tuple(ages[week] for week in range(WEEKS - 1, -1, -1)),
        sections=tuple(sorted(named.items(), key=lambda pair: (-pair[1], pair[0]))),
        sources=sources,
        contributions=sent,
        since=None if news.since == date.min else news.since or min(days, default=None),
    )


def _datable(items: Sequence[NewsItem]) -> list[NewsItem]:
    return [item for item in items if trusted(item.date)]


def _month(item: NewsItem) -> str:
    return item.date.value.strftime("%Y-%m") if item.date is not None else ""
