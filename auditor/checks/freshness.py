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

from auditor.checks.agenda import check_agenda
from auditor.checks.freshness_words import age, evidence_of, left_out, note, nothing
from auditor.checks.judgement import passage
from auditor.checks.naming import matcher_of
from auditor.days import long_day
from auditor.language.dates import find_dates
from auditor.language.streams import Stream
from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.observations import DateSource, NewsItem, Observations, Page, PageKind, Precision, trusted
from auditor.rules.pack import Pack
from auditor.rules.schema import FreshnessQuality, Rule, Step

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
        return Verdict(
            Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of(news.items), note=note("unchecked", "undated")
        )
    pages = observations.pages_opened or len(observations.pages)
    if news.looked:
        missing = note("missing", "empty", left_out=left_out(news.left_out, prefix=" (", suffix=")"))
    else:
        missing = note("missing", "none", pages=pages)
    return nothing(observations, Stream.NEWS, missing, measured=True)


def _age(observations: Observations, quality: FreshnessQuality) -> Verdict:
    newest = _dated(observations.news.items)
    item = newest[0]
    assert item.date is not None
    days = (observations.today - item.date.value).days
    words = {"date": long_day(item.date.value), "age": age(days)}
    reasons = left_out(observations.news.left_out)
    text = note("age", "more", left_out=reasons, **words) if reasons else note("age", "found", **words)
    return _measured(_points(days, quality.steps), newest[:3], _confidence(item), text)


def _frequency(observations: Observations, quality: FreshnessQuality) -> Verdict:
    today, news = observations.today, observations.news
    start = today - timedelta(days=quality.window_days - 1)
    recent = [item for item in _dated(news.items) if item.date is not None and item.date.value >= start]
    per_day = Counter(item.date.value for item in recent if item.date is not None)
    counted = sum(min(n, quality.per_day) for n in per_day.values())
    points = min(1.0, counted / quality.target)
    words = {"count": len(recent), "window": quality.window_days, "target": f"{quality.target:g}"}
    confidence = _confidence(recent[0]) if recent else Confidence.HIGH
    seen_from = news.since
    if points < 1 and recent and (seen_from is None or seen_from > start):
        # Only the newest items were opened; judge the span that was seen, not the days nobody looked at.
        first = seen_from or min(per_day)
        days = (today - first).days + 1
        if days >= _FEWEST_DAYS:
            points = min(1.0, counted * quality.window_days / days / quality.target)
        key = "partial" if seen_from is not None else "unsure"
        return _measured(points, recent[:3], Confidence.LOW, note("frequency", key, since=long_day(first), **words))
    if counted < len(recent):
        text = note("frequency", "capped", counted=counted, per_day=quality.per_day, **words)
    else:
        text = note("frequency", "found", **words)
    return _measured(points, recent[:3] or _dated(news.items)[:1], confidence, text)


def _rhythm(observations: Observations, quality: FreshnessQuality) -> Verdict:
    """The share of weeks with an item. A current week without one is not over yet: the count then begins before it."""
    today, news = observations.today, observations.news
    dated = _dated(news.items)
    active = {_monday(item.date.value) for item in dated if item.date is not None}
    newest = _monday(today) if _monday(today) in active else _monday(today) - timedelta(days=7)
    weeks = [newest - timedelta(days=7 * i) for i in range(quality.weeks)]
    seen_from = news.since or min((item.date.value for item in dated if item.date is not None), default=today)
    known = [week for week in weeks if week >= seen_from or week in active]
    count = sum(week in active for week in known)
    if len(known) == len(weeks):
        points = min(1.0, count / len(weeks) / quality.target)
        return _measured(
            points, dated[:3], _confidence(dated[0]), note("rhythm", "found", active=count, weeks=len(weeks))
        )
    if len(known) < _FEWEST_WEEKS:
        text = note("rhythm", "short", weeks=len(known))
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of(dated[:3]), note=text)
    text = note(
        "rhythm",
        "partial" if news.since is not None else "unsure",
        active=count,
        weeks=len(known),
        since=long_day(seen_from),
    )
    return _measured(min(1.0, count / len(known) / quality.target), dated[:3], Confidence.MEDIUM, text)


def _clear_dates(observations: Observations, quality: FreshnessQuality) -> Verdict:
    news = observations.news
    if news.machine_readable is None:
        return _not_established(observations)
    share = news.machine_readable
    key = "relative" if DateSource.RELATIVE in news.sources and share < 1 else "found"
    text = note("clear", key, share=f"{share * 100:.0f} %", sampled=news.sampled)
    points = 1.0 if share >= quality.target else share
    confidence = Confidence.HIGH if news.sampled >= 5 else Confidence.MEDIUM
    return _measured(points, news.items[:3], confidence, text)


def _announcements(observations: Observations, rule: Rule, quality: FreshnessQuality) -> Verdict:
    items = observations.news.announcements
    dated = _dated(items)
    if dated and dated[0].date is not None:
        days = (observations.today - dated[0].date.value).days
        text = note("announcement", "found", date=long_day(dated[0].date.value), age=age(days))
        return _measured(_points(days, quality.steps), dated[:3], _confidence(dated[0]), text)
    if items:
        text = note("announcement", "undated", count=len(items))
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, evidence=evidence_of(items[:3]), note=text)
    written = _written_out(observations, rule)
    if written is not None:
        page, day = written
        days = (observations.today - day).days
        text = note("announcement", "found", date=long_day(day), age=age(days))
        verdict = _measured(_points(days, quality.steps), (), Confidence.MEDIUM, text)
        proof = Evidence(page.url, passage(page.text), page.fetched_at, page.record_id, page.h1 or page.title)
        return replace(verdict, evidence=(proof,) if verdict.outcome is not Outcome.MISSING else (), nearest=proof)
    pages = observations.pages_opened or len(observations.pages)
    return nothing(observations, Stream.ANNOUNCEMENT, note("announcement", "missing", pages=pages), measured=True)


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
        days = [d.value for d in find_dates(page.text, observations.today) if d.precision is Precision.DAY]
        if days:
            return page, max(days)
    return None


def _dated(items: Sequence[NewsItem]) -> list[NewsItem]:
    """Items whose date is no guess, newest first."""
    dated = [item for item in items if trusted(item.date)]
    return sorted(dated, key=lambda item: -(item.date.value.toordinal() if item.date is not None else 0))


def _points(days: float, steps: Sequence[Step]) -> float:
    return next((step.points for step in sorted(steps, key=lambda step: step.max) if days <= step.max), 0.0)


def _measured(points: float, items: Sequence[NewsItem], confidence: Confidence, text: str) -> Verdict:
    points = round(points, 4)
    outcome = Outcome.COMPLETE if points >= 1 else Outcome.MISSING if points <= 0 else Outcome.PARTIAL
    shown = evidence_of(items)
    if outcome is Outcome.MISSING:
        return Verdict(outcome, confidence, 0.0, nearest=shown[0] if shown else None, note=text)
    return Verdict(outcome, confidence, points, shown, note=text)


def _confidence(item: NewsItem) -> Confidence:
    if item.date is None or item.date.confidence < 0.6 or item.date.source is DateSource.BODY:
        return Confidence.LOW
    return Confidence.HIGH if item.date.source in _SURE else Confidence.MEDIUM


def _monday(day: date) -> date:
    return day - timedelta(days=day.isoweekday() - 1)
