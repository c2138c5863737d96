"""Check kind ``table``: a table with known columns, on a page or inside a file (DIP, DIK, statistics, units)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import Content, content_of, newest_year, read_whole, states, year_in, year_of_text
from auditor.checks.currency import aged, lower
from auditor.checks.document import judge as judge_as_document
from auditor.checks.gate import fatal, named_after_parent
from auditor.checks.judgement import Judgement, judged, note, passage
from auditor.checks.naming import matcher_of
from auditor.checks.onfile import Task
from auditor.language.labels import names_law
from auditor.language.phrases import normalised
from auditor.language.placeholders import is_placeholder
from auditor.language.years import years_of
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import (
    Document,
    DocumentKind,
    DocumentProblem,
    Observations,
    Owner,
    Page,
    PageKind,
    Record,
    Shape,
    Table,
)
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule, TableQuality

_NUMBERED_ROW = re.compile(r"^\s*\d{1,3}[.)]?\s+\S", re.M)
_FEWEST_ROWS = 3  # of a table of which hardly a column is known
_CARDS, _CARD_FIELDS = 3, 3  # cards, and fields of each, that are as good as a table
_TITLE = "Judul informasi"  # what the titles of cards are as a column


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``table`` rule."""
    quality = rule.quality
    assert isinstance(quality, TableQuality)
    task = Task(observations, rule, quality, pack, matcher_of(rule.match))
    judgements: list[Judgement] = []
    for candidate in candidates(observations, rule):
        tables = list(_tables(task, quality, candidate))
        judgements += tables
        for found in judge_as_document(task, candidate):
            if tables and found.candidate.document is None and found.outcome.counted:
                continue  # the tables themselves were judged
            judgements.append(_with_columns(quality, found))
    return conclude(observations, rule, judgements)


def _tables(task: Task, quality: TableQuality, candidate: Candidate) -> Iterator[Judgement]:
    """The judgements of the tables on a candidate's page."""
    page, target = candidate.page, candidate.target
    if page is None or candidate.document is not None or not page.kind.readable:
        return
    if page.kind in (PageKind.NEWS_ARTICLE, PageKind.HOME) and candidate.section is None:
        return
    if target is not None and (target.page is None or target.owner not in (Owner.OWN, Owner.UNKNOWN, Owner.EXTERNAL)):
        return
    if named_after_parent(candidate, task.observations.place):
        return  # judged as the parent's with the page
    for table in (*_joined(_tables_meant(task, candidate, page)), *_of_cards(candidate, page)):
        yield _judge_table(task, quality, candidate, table, content_of(candidate))


def _tables_meant(task: Task, candidate: Candidate, page: Page) -> Sequence[Table]:
    """A section's tables; of a page those under headings with the rule's name where some are, else all of them."""
    if candidate.section is not None:
        return [table for table in page.tables if table.section == candidate.section.heading]
    named = [table for table in page.tables if table.section and task.names.match(table.section, page.trail)]
    return named if named and len({table.section for table in page.tables}) > 1 else page.tables


def _joined(tables: Sequence[Table]) -> Iterator[Table]:
    """The tables, those with the same columns as one: short ones under headings of their own."""
    alike: dict[tuple[str, ...], list[Table]] = {}
    for at, table in enumerate(tables):
        alike.setdefault(tuple(map(normalised, table.headers)) or (str(at),), []).append(table)
    for same in alike.values():
        first = same[0]
        yield first if len(same) == 1 else replace(first, rows=tuple(row for table in same for row in table.rows))


def _of_cards(candidate: Candidate, page: Page) -> Iterator[Table]:
    """Cards made alike, each with several fields, as a table: their labels are its columns."""
    groups: dict[int, list[Record]] = {}
    for record in (candidate.section or page).records:
        if record.shape is Shape.CARD and record.title and len(record.cells) >= _CARD_FIELDS and not record.hollow:
            groups.setdefault(record.group, []).append(record)
    for cards in groups.values():
        columns = tuple(dict.fromkeys(cell.name for card in cards for cell in card.cells if cell.name))
        if len(cards) >= _CARDS and columns:
            rows = tuple(tuple(cell.text for cell in card.cells) for card in cards)
            yield Table((_TITLE, *columns), rows, cards[0].section)


def _judge_table(task: Task, quality: TableQuality, candidate: Candidate, table: Table, content: Content) -> Judgement:
    label, page, today = candidate.label, candidate.page, task.observations.today
    assert page is not None
    rows = [row for row in table.rows if sum(1 for cell in row if cell and cell not in ("-", "\u2013")) >= 2]
    if not rows or (len(rows) <= 2 and is_placeholder(" ".join(rows[0]))):
        return judged(candidate, Outcome.MISSING, "missing", "empty_table")
    wrong = fatal(candidate, "\n".join(" ".join(row) for row in rows), quality)
    if wrong is not None:
        return wrong
    columns = columns_in(quality, table)
    outcome = _by_size(quality, len(rows), columns)
    key, wanted = "table" if outcome is Outcome.COMPLETE else "table_few", max(quality.min_columns, 1)
    reason = note("found", key, label=label, rows=len(rows), columns=columns, wanted=wanted)
    cells = "\n".join(cell for row in table.rows for cell in row if not names_law(cell))
    names = (table.section, label, page.h1, page.title, *page.trail[-1:])
    year = year_in(names, today) or year_of_text(content.text, today) or newest_year(cells, today)
    period = years_of("", (table.section, page.h1, label))[1]
    limit = aged(quality, label, year, period, task.pack, today)
    confidence = Confidence.HIGH
    if limit.outcome.points < outcome.points:
        outcome, reason, confidence = limit.outcome, limit.reason, limit.confidence
    quote = passage(" | ".join(h for h in table.headers if h) or " | ".join(rows[0]))
    return Judgement(outcome, reason, candidate, quote, confidence, year)


def columns_in(quality: TableQuality, table: Table) -> int:
    """How many of a rule's columns a table has, by its header; by its first rows where it has none."""
    cells = table.headers or [cell for row in table.rows[:2] for cell in row]
    return _columns(quality, " | ".join(cells))


def _columns(quality: TableQuality, text: str) -> int:
    return sum(states(column, text) for column in quality.columns)


def _by_size(quality: TableQuality, rows: int, columns: int) -> Outcome:
    if quality.columns and columns < max(1, quality.min_columns // 2):
        enough = rows >= max(quality.partial_rows, _FEWEST_ROWS)
        return Outcome.PARTIAL if columns and enough else Outcome.LINK_ONLY
    if rows >= quality.min_rows and columns >= quality.min_columns:
        return Outcome.COMPLETE
    return Outcome.PARTIAL if rows >= quality.partial_rows else Outcome.LINK_ONLY


def _with_columns(quality: TableQuality, found: Judgement) -> Judgement:
    """A file's judgement, lowered where the file can be read and the table asked for is not in it."""
    document = found.candidate.document
    if document is None or not found.outcome.present or document.kind in (DocumentKind.CLOUD, DocumentKind.IMAGE):
        return found
    told = document.tables or (document.text and read_whole(document))
    if not told or document.problem is DocumentProblem.SCANNED:
        return found
    rows, columns = _extent(quality, document)
    outcome = _by_size(quality, rows, columns)
    if outcome.points >= found.outcome.points:
        return found
    outcome = Outcome.PARTIAL if outcome is Outcome.LINK_ONLY and (document.pages or 0) >= 2 else outcome
    values = {"label": found.candidate.label, "rows": rows, "columns": columns, "wanted": quality.min_columns}
    reason = note("found", "table_few", **values)
    return replace(found, outcome=lower(outcome, found.outcome), reason=reason, confidence=Confidence.MEDIUM)


def _extent(quality: TableQuality, document: Document) -> tuple[int, int]:
    """Rows and known columns of the table in a file; a long PDF was read in part, so its rows are not counted."""
    best = max(((_columns_of(quality, table), len(table.rows)) for table in document.tables), default=(0, 0))
    if best[0]:
        return best[1], best[0]
    columns = _columns(quality, document.text)
    if (document.pages or 1) > 3:
        return quality.min_rows, columns
    numbered = len(_NUMBERED_ROW.findall(document.text))
    lines = sum(1 for line in document.text.split("\n") if len(line.split()) >= 3)
    return max(numbered, lines // 2), columns


def _columns_of(quality: TableQuality, table: Table) -> int:
    """The most columns that the header or any of the first rows names: sheets often begin with a title."""
    return max(columns_in(quality, table), *(_columns(quality, " | ".join(row)) for row in table.rows[:6]), 0)
