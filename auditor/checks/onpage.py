"""The judgement of a page that stands in a document's place: a table, a text, figures, a picture."""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.checks.candidates import Candidate
from auditor.checks.content import (
    Content,
    definition_only,
    filled,
    newest_year,
    offers_nothing,
    pictures,
    split_facts,
    year_in,
    year_of_text,
)
from auditor.checks.currency import aged, lower
from auditor.checks.gate import DASHBOARDS, settled_text
from auditor.checks.index import OFFERS
from auditor.checks.judgement import Judgement, judged, note, passage
from auditor.checks.onfile import Task
from auditor.language.years import years_of
from auditor.model import Confidence, Outcome
from auditor.observations import Table

_MIN_TABLE_ROWS = 2
_ENOUGH = 25  # words of a text that can hold what a table would
_FIGURE, _COUNTERS = re.compile(r"[\d.,]+\s*%?\+?"), 3  # numbers that stand alone, shown big: a table without lines


def judge_table(task: Task, candidate: Candidate, table: Table) -> Judgement | None:
    """The judgement of a table that gives the document's content on the page itself."""
    quality, page = task.quality, candidate.page
    assert page is not None
    if quality.table is Outcome.MISSING or len(table.rows) < _MIN_TABLE_ROWS:
        return None
    text = "\n".join(" ".join(row) for row in (table.headers, *table.rows))
    if any(cell.lower() in OFFERS for cell in table.headers):
        return None  # a list of files: the files themselves are judged
    stated, missing = split_facts(quality.facts, f"{page.text[:4000]}\n{table.section}\n{text}")
    if quality.facts and len(stated) < max(1, quality.partial_facts):
        return None
    if not quality.facts and sum(any(c in "123456789" for c in cell) for row in table.rows for cell in row) < 3:
        return None
    today = task.observations.today
    names = (table.section, page.h1, page.title, candidate.label)
    year = year_in(names, today) or year_of_text(page.text, today) or newest_year(text, today)
    period = years_of("", (table.section, page.h1, candidate.label))[1]
    limit = aged(quality, candidate.label, year, period, task.pack, today)
    outcome, reason = _with_facts(task, candidate, lower(limit.outcome, quality.table), limit.reason, stated, missing)
    quote = passage(" | ".join(table.headers) + " | " + " | ".join(table.rows[0]))
    return Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM, year)


def _with_facts(
    task: Task, candidate: Candidate, outcome: Outcome, reason: str, stated: list[str], missing: list[str]
) -> tuple[Outcome, str]:
    """An outcome and its reason, lowered where facts that are asked for are not stated."""
    if len(stated) >= task.quality.full_facts:
        return outcome, reason
    told = note("found", "partial_facts", label=candidate.label, missing=", ".join(missing))
    return lower(outcome, Outcome.PARTIAL), told


def _counts(line: str) -> bool:
    """Whether a line is a figure that says something: a counter at 0 does not."""
    return _FIGURE.fullmatch(line.strip()) is not None and any(char in "123456789" for char in line)


def judge_text(task: Task, candidate: Candidate, content: Content, tables: Sequence[Table]) -> Judgement:
    """The judgement of a page that offers neither file nor table: its text or its picture."""
    quality, label, page = task.quality, candidate.label, candidate.page
    assert page is not None
    today, said = task.observations.today, passage(content.text)
    found = settled_text(task.observations, candidate, content.text, quality)
    if found is not None:
        return found
    if tables and not any(map(filled, tables)):
        return judged(candidate, Outcome.MISSING, "missing", "empty_table")
    year = year_in((label, page.h1, page.title), today) or year_of_text(content.text, today)
    period = years_of("", (label, page.h1, page.title), "", content.text[:1500])[1]
    stated, missing = split_facts(quality.facts, content.text)
    if offers_nothing(task.observations, content):
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
    dated = bool(year or period)
    if definition_only(content) or (not quality.facts and not dated and not any(map(str.isdigit, content.text))):
        return judged(candidate, Outcome.MISSING, "weak", "definition", said)
    limit = aged(quality, label, year, period, task.pack, today)
    if (
        (content.words >= _ENOUGH or (quality.facts and len(stated) >= max(1, quality.full_facts)))
        and (not quality.facts or len(stated) >= max(1, quality.partial_facts))
        and quality.page.points > 0.25
    ):
        outcome, reason = lower(limit.outcome, quality.page), limit.reason
        outcome, reason = _with_facts(task, candidate, outcome, reason, stated, missing)
        return Judgement(outcome, reason, candidate, said, Confidence.MEDIUM, year)
    if not quality.facts and sum(map(_counts, content.text.split("\n"))) >= _COUNTERS:
        return Judgement(lower(limit.outcome, quality.table), limit.reason, candidate, said, Confidence.MEDIUM, year)
    if any(host in frame.url for frame in page.frames for host in DASHBOARDS):
        return judged(candidate, Outcome.PARTIAL, "found", "dashboard", confidence=Confidence.MEDIUM)
    shown = pictures(content)
    images = [picture for picture in shown if not picture.broken]
    if not images and shown and content.words < 8:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_picture")
    if images and content.words <= 150 and quality.image is not Outcome.MISSING and not candidate.elsewhere:
        limit = aged(quality, label, year or year_in([i.alt for i in images], today), period, task.pack, today)
        outcome = lower(quality.image, limit.outcome) if year or not quality.cycle else quality.image
        reason = note("found", "image", label=label)
        return Judgement(outcome, reason, candidate, images[0].alt, Confidence.LOW, year)
    if any(link.url for link in content.links):  # leads further; its links are judged
        return Judgement(Outcome.MISSING, "", candidate, confidence=Confidence.LOW)
    if content.words < 8:
        return judged(candidate, Outcome.MISSING, "missing", "empty_page")
    return judged(candidate, Outcome.MISSING, "found", "table_text", said, Confidence.MEDIUM)
