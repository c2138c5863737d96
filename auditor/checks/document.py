"""Check kind ``document``: a document of the office's own, of the right year (LKjIP, DIPA, Renstra, SK)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import (
    Content,
    content_of,
    own_documents,
    speaks_of_nothing_else,
    split_facts,
)
from auditor.checks.gate import about_something_else, dead_end, settled, settled_file
from auditor.checks.judgement import Judgement, note
from auditor.checks.naming import matcher_of
from auditor.checks.onfile import Task, judge_document
from auditor.checks.onpage import judge_table, judge_text
from auditor.checks.targets import link_target
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Link, Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import DocumentQuality, Rule
from auditor.web.hosts import FILE

_WHOLE_NAME = 0.95  # a page that bears the name and nothing else: its only file is what it is about


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``document`` rule."""
    quality = rule.quality
    assert isinstance(quality, DocumentQuality)
    task = Task(observations, rule, quality, pack, matcher_of(rule.match))
    judgements = [j for candidate in candidates(observations, rule) for j in judge(task, candidate)]
    judgements = _whole(task, judgements)
    return conclude(observations, rule, judgements)


def judge(task: Task, candidate: Candidate) -> Iterator[Judgement]:
    """The judgements of one candidate: its file, or the files, tables, text and pictures of its page."""
    found = settled(task.observations, candidate, task.quality)
    if found is not None:
        yield found
    elif candidate.document is not None:
        yield judge_document(task, candidate, candidate.document)
    elif candidate.page is not None:
        yield from _on_page(task, candidate, content_of(candidate))


def _on_page(task: Task, candidate: Candidate, content: Content) -> Iterator[Judgement]:
    page = candidate.page
    assert page is not None
    tables = [t for t in page.tables if candidate.section is None or t.section == candidate.section.heading]
    of_tables = (judged for table in tables if (judged := judge_table(task, candidate, table)) is not None)
    found = [*_documents_of(task, candidate, content), *of_tables]
    yield from found or [judge_text(task, candidate, content, tables)]


def _documents_of(task: Task, candidate: Candidate, content: Content) -> Iterator[Judgement]:
    """The files of a page or section that bears the rule's name, unless their own name says they are something else."""
    page = candidate.page
    assert page is not None
    documents = own_documents(task.observations, content)
    alone = len(documents) == 1 and candidate.named and candidate.strength >= _WHOLE_NAME
    for document, name in documents:
        match = task.names.match(name) or task.names.match(document.title)
        if match is None and not (speaks_of_nothing_else(name) or (alone and not task.names.excludes(name))):
            continue
        label, strength = f"{candidate.label} {name}".strip(), candidate.strength
        if match is not None:
            label, strength = name, max(strength, match.strength)
        inner = Candidate(label, strength, page, document=document, named=match is not None)
        if about_something_else(inner, task.quality):
            continue
        heading = page.h1 if candidate.section is None else candidate.section.heading
        judged = settled_file(inner, document, task.quality)
        judged = judged or judge_document(task, inner, document, (heading, page.title))
        unnamed = match is None and not speaks_of_nothing_else(name)
        yield replace(judged, confidence=Confidence.LOW) if unnamed else judged
    for link in content.links:
        named = link.name if task.names.match(link.name) else candidate.label
        if link.leaf and _file_like(link) and (named is not candidate.label or speaks_of_nothing_else(link.name)):
            inner = Candidate(named, candidate.strength, page, link, link_target(task.observations, link))
            ended = dead_end(task.observations, inner, task.quality)
            if ended is not None:
                yield ended


def _file_like(link: Link) -> bool:
    """Whether a link without a readable target was meant to offer a file."""
    return not link.url or bool(FILE.search(link.url))


def _whole(task: Task, judgements: list[Judgement]) -> list[Judgement]:
    """Lowers complete results where several files or parts are asked for and not all are there."""
    quality = task.quality
    good = [j for j in judgements if j.outcome.points >= 0.75]
    present, missing = split_facts(quality.parts, " ".join(map(_said, good)))
    distinct = len({j.candidate.url for j in good})
    if good and missing:
        there = ", ".join(present) or good[0].candidate.label
        reason = note("found", "parts", present=there, missing=", ".join(missing))
    elif good and distinct < quality.min_count:
        reason = note("found", "count", count=distinct, label=task.rule.title, wanted=quality.min_count)
    else:
        return judgements
    return [replace(j, outcome=Outcome.PARTIAL, reason=reason) if j in good else j for j in judgements]


def _said(judgement: Judgement) -> str:
    """What a judgement rests on says: the label with the file's title and text, or the quote."""
    document = judgement.candidate.document
    text = f"{document.title} {document.text}" if document is not None else judgement.quote
    return f"{judgement.candidate.label} {text}"
