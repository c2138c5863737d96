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
from auditor.checks.judgement import Judgement, note, passage
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
    offered = {cell.lower() for cell in table.headers} & {
        "unduh",
        "download",
        "aksi",
        "file",
        "tautan",
        "link",
        "dokumen",
        "berkas",
        "lihat",
    }
    if offered:
        return None  # a list of files: the files themselves are judged
    stated, missing = split_facts(quality.facts, f"{page.text[:4000]}\n{table.section}\n{text}")
    if quality.facts and len(stated) < max(1, quality.partial_facts):
        return None
    if not quality.facts and sum(any(c in "123456789" for c in cell) for row in table.rows for cell in row) < 3:
        return None
    today = task.observations.today
    year = (
        year_in((table.section, page.h1, page.title, candidate.label), today)
        or year_of_text(candidate.page.text if candidate.page else "", today)
        or newest_year(text, today)
    )
    period = years_of("", (table.section, page.h1, candidate.label), "", "")[1]
    limit = aged(quality, candidate.label, year, period, task.pack, today)
    outcome = lower(limit.outcome, quality.table)
    reason = limit.reason
    if quality.facts and len(stated) < quality.full_facts:
        outcome, reason = (
            lower(outcome, Outcome.PARTIAL),
            note("found", "partial_facts", label=candidate.label, missing=", ".join(missing)),
        )
    quote = passage(" | ".join(table.headers) + " | " + " | ".join(table.rows[0]))
    return Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM, year)


def _counts(line: str) -> bool:
    """Whether a line is a figure that says something: a counter at 0 does not."""
    return _FIGURE.fullmatch(line.strip()) is not None and any(char in "123456789" for char in line)


def judge_text(task: Task, candidate: Candidate, content: Content, tables: Sequence[Table]) -> Judgement:
    """The judgement of a page that offers neither file nor table: its text or its picture."""
    quality, label, page = task.quality, candidate.label, candidate.page
    assert page is not None
    today = task.observations.today
    found = settled_text(task.observations, candidate, content.text, quality)
    if found is not None:
        return found
    if tables and not any(map(filled, tables)):
        return Judgement(Outcome.MISSING, note("missing", "empty_table", label=label), candidate)
    year = year_in((label, page.h1, page.title), today) or year_of_text(content.text, today)
    period = years_of("", (label, page.h1, page.title), "", content.text[:1500])[1]
    stated, missing = split_facts(quality.facts, content.text)
    if offers_nothing(task.observations, content):
        return Judgement(Outcome.LINK_ONLY, note("weak", "dead_link", label=label), candidate)
    dated = bool(year or period)
    if definition_only(content) or (not quality.facts and not dated and not any(map(str.isdigit, content.text))):
        return Judgement(Outcome.MISSING, note("weak", "definition", label=label), candidate, passage(content.text))
    if (
        (content.words >= _ENOUGH or (quality.facts and len(stated) >= max(1, quality.full_facts)))
        and (not quality.facts or len(stated) >= max(1, quality.partial_facts))
        and quality.page.points > 0.25
    ):
        limit = aged(quality, label, year, period, task.pack, today)
        outcome, reason = lower(limit.outcome, quality.page), limit.reason
        if quality.facts and len(stated) < quality.full_facts:
            outcome, reason = (
                lower(outcome, Outcome.PARTIAL),
                note("found", "partial_facts", label=label, missing=", ".join(missing)),
            )
        return Judgement(outcome, reason, candidate, passage(content.text), Confidence.MEDIUM, year)
    if not quality.facts and sum(1 for line in content.text.split("\n") if _counts(line)) >= _COUNTERS:
        limit = aged(quality, label, year, period, task.pack, today)
        outcome = lower(limit.outcome, quality.table)
        return Judgement(outcome, limit.reason, candidate, passage(content.text), Confidence.MEDIUM, year)
    if any(host in frame.url for frame in page.frames for host in DASHBOARDS):
        return Judgement(Outcome.PARTIAL, note("found", "dashboard", label=label), candidate, "", Confidence.MEDIUM)
    images = [picture for picture in pictures(content) if not picture.broken]
    if not images and pictures(content) and content.words < 8:
        return Judgement(Outcome.LINK_ONLY, note("weak", "dead_picture", label=label), candidate)
    if images and content.words <= 150 and quality.image is not Outcome.MISSING and not candidate.elsewhere:
        limit = aged(quality, label, year or year_in([i.alt for i in images], today), period, task.pack, today)
        outcome = lower(quality.image, limit.outcome if year or not quality.cycle else quality.image)
        return Judgement(outcome, note("found", "image", label=label), candidate, images[0].alt, Confidence.LOW, year)
    if any(link.url for link in content.links):
        return Judgement(
            Outcome.MISSING, "", candidate, confidence=Confidence.LOW
        )  # leads further; its links are judged
    if content.words < 8:
        return Judgement(Outcome.MISSING, note("missing", "empty_page", label=label), candidate)
    return Judgement(
        Outcome.LINK_ONLY, note("found", "table_text", label=label), candidate, passage(content.text), Confidence.MEDIUM
    )
