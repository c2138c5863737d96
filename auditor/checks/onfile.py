"""The judgement of one file that passed the gate: whether it is a real document, what it says, of which year."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from auditor.checks.candidates import Candidate
from auditor.checks.content import phrases_of, read_whole, split_facts, words_of, year_in, year_of
from auditor.checks.currency import aged, lower
from auditor.checks.index import index_of
from auditor.checks.judgement import Judgement, note, passage
from auditor.language.names import LabelMatcher
from auditor.language.years import quarter_of, years_of
from auditor.model import Confidence, Outcome
from auditor.observations import Document, DocumentKind, DocumentProblem, Observations, Owner
from auditor.rules.pack import Pack
from auditor.rules.schema import DocumentQuality, Rule

_MANY_NAMES = 3  # law.md section 7: one file may serve two obligations


@dataclass(frozen=True, slots=True)
class Task:
    """What every judgement of one rule on one site needs."""

    observations: Observations
    rule: Rule
    quality: DocumentQuality
    pack: Pack
    names: LabelMatcher


def judge_document(task: Task, candidate: Candidate, document: Document, above: Sequence[str] = ()) -> Judgement:
    """The judgement of a file that passed the gate: what kind it is, what it says, of which year."""
    quality, today = task.quality, task.observations.today
    label = candidate.label
    year = year_of(document, today) or year_in((label, *above), today)
    period = document.period or years_of("", (label, *above))[1]
    limit = aged(quality, label, year, period, task.pack, today)
    outcome, reason, confidence = limit.outcome, limit.reason, limit.confidence
    scanned, picture = document.problem is DocumentProblem.SCANNED, document.kind is DocumentKind.IMAGE
    unread, cloud = scanned or not document.text, document.kind is DocumentKind.CLOUD and not scanned
    unsure = document.owner is Owner.UNKNOWN or ((unread or cloud) and not picture)
    if unsure and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    if picture:
        outcome, reason = lower(outcome, quality.image), note("found", "image", label=label)
    elif unread and not cloud:
        if outcome.points > quality.scanned.points:
            outcome, reason = quality.scanned, note("found", "scanned", label=label)
    elif not cloud:
        outcome, reason = _content(task, candidate, document, outcome, reason)
    if outcome.present and _too_thin(quality, document):
        outcome, confidence = lower(outcome, Outcome.PARTIAL), Confidence.LOW
        reason = note("found", "thin_file", label=label, pages=document.pages or 1)
    if outcome.present and _catch_all(task, document):
        outcome = lower(outcome, Outcome.PARTIAL if unread else Outcome.LINK_ONLY)
        reason, confidence = note("found", "shared", label=label), Confidence.MEDIUM
    if quality.quarter and outcome.present:
        outcome, reason = _quarter(task, document, label, outcome, reason)
    return Judgement(outcome, reason, candidate, document.title or passage(document.text) or label, confidence, year)


def _content(
    task: Task, candidate: Candidate, document: Document, outcome: Outcome, reason: str
) -> tuple[Outcome, str]:
    """Lowers an outcome where a readable file leaves out what it must say; a long one may say the rest further on."""
    quality, label = task.quality, candidate.label
    stated, missing = split_facts(quality.facts, f"{document.title}\n{document.text}")
    if stated and not read_whole(document):
        return outcome, reason
    if quality.facts and len(stated) < quality.partial_facts:
        least = Outcome.LINK_ONLY if candidate.elsewhere else Outcome.PARTIAL
        return lower(outcome, least), note("found", "few_facts", label=label, missing=", ".join(missing))
    if quality.facts and len(stated) < quality.full_facts:
        return lower(outcome, Outcome.PARTIAL), note("found", "partial_facts", label=label, missing=", ".join(missing))
    return outcome, reason


def _catch_all(task: Task, document: Document) -> bool:
    """Whether one file is offered under many names, and neither its title nor its text has this rule's."""
    names = index_of(task.observations).labels_of.get(document.url, ())
    if len(names) < _MANY_NAMES or task.names.match(document.title) is not None:
        return False
    names_asked = phrases_of((*task.rule.match.labels, *task.rule.match.weak))
    return not names_asked.hits_in(words_of(document.text))


def _too_thin(quality: DocumentQuality, document: Document) -> bool:
    """Whether a file is too small to be the document: fewer pages than asked and fewer bytes than asked."""
    if not quality.min_pages or document.pages is None:
        return False
    return document.pages < quality.min_pages and (not quality.min_bytes or document.size < quality.min_bytes)


def _quarter(task: Task, document: Document, label: str, outcome: Outcome, reason: str) -> tuple[Outcome, str]:
    """Lowers an outcome where the latest quarter that a file names is older than half a year."""
    found = quarter_of(" ".join((label, document.title, document.text[:500])))
    if found is None:
        return outcome, reason
    (year, quarter), today = found, task.observations.today
    months = (today.year - year) * 12 + today.month - quarter * 3
    if months <= 6:
        return outcome, reason
    reason = note("found", "stale", label=label, year=f"{year} triwulan {quarter}", expected="enam bulan terakhir")
    return lower(outcome, Outcome.STALE if months <= 18 else Outcome.PARTIAL), reason
