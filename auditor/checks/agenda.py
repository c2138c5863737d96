"""The agenda measure of ``freshness``: an entry of these weeks, an old one, an empty or an unreadable calendar."""

from __future__ import annotations

from datetime import timedelta

from auditor.checks.currency import by_cycles, days_late
from auditor.checks.freshness_words import age, evidence_of, note, nothing
from auditor.days import long_day
from auditor.language import streams as words
from auditor.language.phrases import normalise
from auditor.language.streams import Stream
from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.observations import Document, Observations, Page
from auditor.rules.schema import FreshnessQuality


def check_agenda(observations: Observations, quality: FreshnessQuality) -> Verdict:
    """COMPLETE with an entry from ``window_days`` ago to ``ahead_days`` ahead, less for each quarter since.

    An agenda document of the running year is an agenda. An embedded calendar or a picture cannot be read: UNCHECKED.
    """
    today = observations.today
    entries = [(item.date.value, item) for item in observations.news.agenda if item.date is not None]
    entries.sort(key=lambda entry: abs((entry[0] - today).days))
    window = (today - timedelta(days=quality.window_days), today + timedelta(days=quality.ahead_days))
    current = [entry for entry in entries if window[0] <= entry[0] <= window[1]]
    if current:
        day, item = current[0]
        text = note("agenda", "current", date=long_day(day), title=item.title)
        shown = evidence_of([item for _, item in current])
        return Verdict(Outcome.COMPLETE, Confidence.MEDIUM, evidence=shown, note=text)
    document = _document(observations)
    if document is not None and today.year in document.years:
        return _of_document(document, Outcome.COMPLETE)
    past = [entry for entry in entries if entry[0] < today]
    if entries and not past:
        day, item = entries[0]
        text = note("agenda", "far", date=long_day(day), ahead=quality.ahead_days)
        return Verdict(Outcome.PARTIAL, Confidence.LOW, evidence=evidence_of([item]), note=text)
    if past:
        day, item = past[0]
        days = (today - day).days
        text = note("agenda", "old", date=long_day(day), age=age(days))
        outcome, key = by_cycles(days_late(days, quality.window_days))
        expired = key == "expired"
        return Verdict(outcome, Confidence.MEDIUM, evidence=evidence_of([item]), note=text, expired=expired)
    if document is not None:
        return _of_document(document, Outcome.STALE)
    return _empty(observations)


def _empty(observations: Observations) -> Verdict:
    for page in observations.pages:
        if not page.kind.readable or not _is_agenda(page):
            continue
        shown = Evidence(page.url, page.text[:200], page.fetched_at, page.record_id, page.h1 or page.title)
        if page.placeholder or words.says_nothing_scheduled(page.text):
            return Verdict(Outcome.MISSING, Confidence.HIGH, nearest=shown, note=note("agenda", "placeholder"))
        if page.frames or page.own_images:
            return Verdict(Outcome.UNCHECKED, Confidence.LOW, nearest=shown, note=note("agenda", "unreadable"))
        return Verdict(Outcome.MISSING, Confidence.MEDIUM, nearest=shown, note=note("agenda", "undated"))
    return nothing(observations, Stream.AGENDA, "agenda", "missing")


def _is_agenda(page: Page) -> bool:
    labels = (page.h1, page.title, page.trail[-1] if page.trail else "")
    return words.stream_of_address(page.url) is Stream.AGENDA or any(
        words.stream_of_label(label) is Stream.AGENDA for label in labels
    )


def _document(observations: Observations) -> Document | None:
    """A usable document whose name begins with an agenda's name ("Agenda Kegiatan 2026"), the newest first."""
    named = [
        document
        for document in observations.documents
        if document.usable and any(_names_agenda(mention.name) for mention in document.mentions)
    ]
    return max(named, key=lambda document: max(document.years, default=0), default=None)


def _names_agenda(name: str) -> bool:
    first = normalise(name).split()[:4]
    return any(words.stream_of_label(" ".join(first[:end])) is Stream.AGENDA for end in range(1, len(first) + 1))


def _of_document(document: Document, outcome: Outcome) -> Verdict:
    title = document.mentions[0].name or document.title
    shown = Evidence(document.url, title, document.fetched_at, document.record_id, title)
    return Verdict(outcome, Confidence.MEDIUM, evidence=(shown,), note=note("agenda", "document", title=title))
