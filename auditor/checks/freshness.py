"""Check kind ``freshness``: how new, how many, how steady, how clearly dated the office's own news is.

What cannot be established is "tidak dapat diperiksa": a site without datable news is never called fresh, and a site
whose older items nobody opened is never called silent. Volume does not help: a day counts a few items at most, copies
and items dated in the future or anew are out before this check sees them (``auditor.read.news.items``).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import NamedTuple

from auditor.checks.agenda import check_agenda
from auditor.checks.content import days_in
from auditor.checks.freshness_words import age, evidence_of, left_out, note, nothing
from auditor.checks.judgement import passage
from auditor.checks.naming import matcher_of
from auditor.checks.scale import by_steps, measured
from auditor.days import long_day
from auditor.language.streams import Stream
from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.observations import DateFound, DateSource, NewsItem, Observations, Page, PageKind, trusted
from auditor.rules.pack import Pack
from auditor.rules.schema import FreshnessQuality, Rule

_TITLE_WORDS = 5
_NAMED = 0.8  # how clearly a page must be called "Pengumuman"
_FEWEST_WEEKS = 4  # fewer say nothing of a rhythm
_FEWEST_DAYS = 7  # fewer say nothing of a frequency
_SURE = frozenset(
    {DateSource.API, DateSource.FEED, DateSource.JSON_LD, DateSource.META, DateSource.TIME_TAG, DateSource.URL}
)


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of one news measure, with points between 0 and 1 (the agenda: an outcome of the common ladder)."""
    quality = rule.quality
    assert isinstance(quality, FreshnessQuality)
    if quality.measure == "agenda":
        return check_agenda(observations, quality)
    if quality.measure == "pengumuman":
        return _announcements(observations, rule, quality)
    if quality.measure == "tanggal_jelas":
        return _clear_dates(observations, quality)
    if not observations.news.established:
        return _not_established(observations)
    measure = {"usia": _age, "frekuensi": _frequency, "kesinambungan": _rhythm}[quality.measure]
    return measure(observations, quality)


def _not_established(observations: Observations) -> Verdict:
    news = observations.news
    if news.items:
        told = note("unchecked", "undated")
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of(news.items), note=told)
    reasons = left_out(news.left_out)
    told = f" ({reasons})" if reasons else ""
    return nothing(observations, Stream.NEWS, "missing", "empty" if news.looked else "none", left_out=told)


def _age(observations: Observations, quality: FreshnessQuality) -> Verdict:
    newest = _dated(observations.news.items)
    day = newest[0].day
    days, reasons = (observations.today - day).days, left_out(observations.news.left_out)
    told = {"date": long_day(day), "age": age(days), "left_out": reasons}
    text = note("age", "more" if reasons else "found", **told)
    return _measured(by_steps(quality.steps, days), newest, newest[0].confidence, text)


def _frequency(observations: Observations, quality: FreshnessQuality) -> Verdict:
    today, news = observations.today, observations.news
    start = today - timedelta(days=quality.window_days - 1)
    dated = _dated(news.items)
    recent = [one for one in dated if one.day >= start]
    per_day = Counter(one.day for one in recent)
    counted = sum(min(n, quality.per_day) for n in per_day.values())
    points = min(1.0, counted / quality.target)
    words = {"count": len(recent), "window": quality.window_days, "target": f"{quality.target:g}"}
    confidence = recent[0].confidence if recent else Confidence.HIGH
    seen_from = news.since
    if points < 1 and recent and (seen_from is None or seen_from > start):
        # Only the newest items were opened; judge the span that was seen, not the days nobody looked at.
        first = seen_from or min(per_day)
        days = (today - first).days + 1
        if days >= _FEWEST_DAYS:
            points = min(1.0, counted * quality.window_days / days / quality.target)
        key = "partial" if seen_from is not None else "unsure"
        return _measured(points, recent, Confidence.LOW, note("frequency", key, since=long_day(first), **words))
    key = "capped" if counted < len(recent) else "found"
    text = note("frequency", key, counted=counted, per_day=quality.per_day, **words)
    return _measured(points, recent or dated[:1], confidence, text)


def _rhythm(observations: Observations, quality: FreshnessQuality) -> Verdict:
    """The share of weeks with an item. A current week without one is not over yet: the count then begins before it."""
    today, news = observations.today, observations.news
    dated = _dated(news.items)
    active = {_monday(one.day) for one in dated}
    newest = _monday(today) if _monday(today) in active else _monday(today) - timedelta(days=7)
    weeks = [newest - timedelta(days=7 * i) for i in range(quality.weeks)]
    seen_from = news.since or min((one.day for one in dated), default=today)
    known = [week for week in weeks if week >= seen_from or week in active]
    count = sum(week in active for week in known)
    if len(known) < min(_FEWEST_WEEKS, len(weeks)):
        text = note("rhythm", "short", weeks=len(known))
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of([one.item for one in dated]), note=text)
    key, confidence = "partial" if news.since is not None else "unsure", Confidence.MEDIUM
    if len(known) == len(weeks):
        key, confidence = "found", dated[0].confidence
    text = note("rhythm", key, active=count, weeks=len(known), since=long_day(seen_from))
    return _measured(min(1.0, count / len(known) / quality.target), dated, confidence, text)


def _clear_dates(observations: Observations, quality: FreshnessQuality) -> Verdict:
    news = observations.news
    if news.machine_readable is None:
        return _not_established(observations)
    share = news.machine_readable
    key = "relative" if DateSource.RELATIVE in news.sources and share < 1 else "found"
    text = note("clear", key, share=f"{share * 100:.0f} %", sampled=news.sampled)
    points = 1.0 if share >= quality.target else share
    confidence = Confidence.HIGH if news.sampled >= 5 else Confidence.MEDIUM
    return measured(points, evidence_of(news.items), confidence, text)


def _announcements(observations: Observations, rule: Rule, quality: FreshnessQuality) -> Verdict:
    items = observations.news.announcements
    dated = _dated(items)
    if dated:
        shown = evidence_of([one.item for one in dated])
        return _announced(observations, quality, dated[0].day, shown, dated[0].confidence)
    if items:
        text = note("announcement", "undated", count=len(items))
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of(items), note=text)
    written = _written_out(observations, rule)
    if written is None:
        return nothing(observations, Stream.ANNOUNCEMENT, "announcement", "missing")
    page, day = written
    proof = Evidence(page.url, passage(page.text), page.fetched_at, page.record_id, page.h1 or page.title)
    return replace(_announced(observations, quality, day, (proof,), Confidence.MEDIUM), nearest=proof)


def _announced(
    observations: Observations, quality: FreshnessQuality, day: date, shown: Sequence[Evidence], confidence: Confidence
) -> Verdict:
    days = (observations.today - day).days
    text = note("announcement", "found", date=long_day(day), age=age(days))
    return measured(by_steps(quality.steps, days), shown, confidence, text)


def _written_out(observations: Observations, rule: Rule) -> tuple[Page, date] | None:
    """The page of announcements that stand there in full, without links of their own, and the newest day on it."""
    names = matcher_of(rule.match)
    for page in observations.pages:
        if not page.kind.readable or page.kind in (PageKind.HOME, PageKind.NEWS_ARTICLE, PageKind.PLACEHOLDER):
            continue
        match = names.match(page.h1 or page.title or (page.trail[-1] if page.trail else ""))
        if match is None or match.strength < _NAMED:
            continue
        if any(len(link.name.split()) >= _TITLE_WORDS for link in page.own_links if link.url):
            continue  # a list of titles: the news reader has judged it
        days = days_in(page.text, observations.today)
        if days:
            return page, max(days)
    return None


class _Dated(NamedTuple):
    """A news item with the day it bears."""

    item: NewsItem
    day: date
    confidence: Confidence


def _dated(items: Sequence[NewsItem]) -> list[_Dated]:
    """Items whose date is no guess, newest first."""
    found = ((item, item.date) for item in items if item.date is not None and trusted(item.date))
    dated = [_Dated(item, told.value, _confidence(told)) for item, told in found]
    return sorted(dated, key=lambda one: one.day, reverse=True)


def _measured(points: float, items: Sequence[_Dated], confidence: Confidence, text: str) -> Verdict:
    return measured(points, evidence_of([one.item for one in items]), confidence, text)


def _confidence(told: DateFound) -> Confidence:
    if told.confidence < 0.6 or told.source is DateSource.BODY:
        return Confidence.LOW
    return Confidence.HIGH if told.source in _SURE else Confidence.MEDIUM


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)
