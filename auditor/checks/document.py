"""Check kind ``document``: a document of the office's own, of the right year (LKjIP, DIPA, Renstra, SK)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.checks.candidates import Candidate, candidates, index_of, matcher_of
from auditor.checks.content import (
    Content,
    content_of,
    definition_only,
    newest_year,
    own_documents,
    pictures,
    read_whole,
    speaks_of_nothing_else,
    split_facts,
    states,
    year_in,
    year_of,
    year_of_text,
)
from auditor.checks.currency import aged, lower
from auditor.checks.judgement import DASHBOARDS, Judgement, about_something_else, conclude, dead_end, note, passage
from auditor.checks.nil import nil_judgement
from auditor.checks.ownership import others_office
from auditor.labels import LabelMatcher
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Document, DocumentKind, DocumentProblem, Link, Observations, Owner, PageKind, Table
from auditor.phrases import normalise, normalised
from auditor.read.docyears import quarter_of, years_of
from auditor.read.observe import link_target
from auditor.read.pagekind import is_placeholder
from auditor.read.pages import FILE
from auditor.rules.pack import Pack
from auditor.rules.schema import DocumentQuality, Rule

_MIN_TABLE_ROWS = 2
_FIGURE, _COUNTERS = re.compile(r"[\d.,]+\s*%?\+?"), 3  # numbers that stand alone, shown big: a table without lines
_WHOLE_NAME = 0.95  # a page that bears the name and nothing else: its only file is what it is about
_MANY_NAMES = 3  # law.md section 7: one file may serve two obligations


@dataclass(frozen=True, slots=True)
class Task:
    """What every judgement of one rule on one site needs."""

    observations: Observations
    rule: Rule
    quality: DocumentQuality
    pack: Pack
    names: LabelMatcher


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
    quality, label = task.quality, candidate.label
    if about_something_else(candidate, quality):
        reason = note("missing", "other_topic", label=label)
        yield Judgement(Outcome.MISSING, reason, candidate, confidence=Confidence.MEDIUM)
        return
    ended = dead_end(candidate, quality, task.observations.place)
    if ended is not None:
        yield ended
        return
    if candidate.document is not None:
        yield judge_document(task, candidate, candidate.document)
        return
    if candidate.page is None:
        return
    content = content_of(candidate)
    if (candidate.section is None and candidate.page.kind is PageKind.PLACEHOLDER) or is_placeholder(content.text):
        quote = candidate.page.placeholder or passage(content.text)
        nil = nil_judgement(task.observations, candidate, quality, content.text)
        if nil is not None:
            yield nil
        else:
            yield Judgement(Outcome.MISSING, note("missing", "placeholder", label=label, quote=quote), candidate, quote)
        return
    yield from _on_page(task, candidate, content)


def _on_page(task: Task, candidate: Candidate, content: Content) -> Iterator[Judgement]:
    page = candidate.page
    assert page is not None
    found = False
    for document in _documents_of(task, candidate, content):
        found = True
        yield document
    tables = [t for t in page.tables if candidate.section is None or t.section == candidate.section.heading]
    for table in tables:
        judged = _table(task, candidate, table)
        if judged is not None:
            found = True
            yield judged
    if not found:
        yield _text(task, candidate, content, tables)


def _documents_of(task: Task, candidate: Candidate, content: Content) -> Iterator[Judgement]:
    """The files of a page or section that bears the rule's name, unless their own name says they are something else."""
    page = candidate.page
    assert page is not None
    names_by_url = {link.url: link.name for link in content.links if link.url}
    documents = own_documents(task.observations, content, page)
    alone = len(documents) == 1 and candidate.named and candidate.strength >= _WHOLE_NAME
    for document in documents:
        name = names_by_url.get(document.url, "") or next(
            (
                link.name
                for link in content.links
                if link.url and task.observations.target(link.url).document is document
            ),
            "",
        )
        match = task.names.match(name) or task.names.match(document.title)
        if match is None and not (speaks_of_nothing_else(name) or (alone and not task.names.excludes(name))):
            continue
        inner = Candidate(
            f"{candidate.label} {name}".strip() if match is None else name,
            candidate.strength if match is None else max(candidate.strength, match.strength),
            page,
            document=document,
            named=match is not None,
        )
        if about_something_else(inner, task.quality):
            continue
        heading = page.h1 if candidate.section is None else candidate.section.heading
        judged = judge_document(task, inner, document, (heading, page.title))
        unnamed = match is None and not speaks_of_nothing_else(name)
        yield replace(judged, confidence=Confidence.LOW) if unnamed else judged
    for link in content.links:
        named = link.name if task.names.match(link.name) else candidate.label
        if link.leaf and _file_like(link) and (named is not candidate.label or speaks_of_nothing_else(link.name)):
            inner = Candidate(named, candidate.strength, page, link, link_target(task.observations, link))
            ended = dead_end(inner, task.quality, task.observations.place)
            if ended is not None:
                yield ended


def _file_like(link: Link) -> bool:
    """Whether a link without a readable target was meant to offer a file."""
    return not link.url or bool(FILE.search(link.url))


def judge_document(task: Task, candidate: Candidate, document: Document, above: Sequence[str] = ()) -> Judgement:
    """The judgement of a file: whose it is, whether it is a real document, what it says, of which year."""
    quality, today = task.quality, task.observations.today
    label = candidate.label
    if not document.usable:
        if document.problem in (
            DocumentProblem.UNKNOWN,
            DocumentProblem.TOO_LARGE,
            DocumentProblem.TIMED_OUT,
            DocumentProblem.ENCRYPTED,
        ):
            reason = note("unchecked", "link", label=label, reason=document.problem.value.replace("_", " "))
            return Judgement(Outcome.UNCHECKED, reason, candidate)
        key = "login_link" if document.problem is DocumentProblem.LOGIN else "dead_link"
        return Judgement(Outcome.LINK_ONLY, note("weak", key, label=label), candidate)
    if document.owner is Owner.OTHER_OFFICE:
        return Judgement(
            Outcome.MISSING, note("missing", "other_office", label=label, owner=document.owner_text), candidate
        )
    if document.owner in (Owner.KANWIL, Owner.MINISTRY, Owner.NATIONAL):
        owner = {Owner.KANWIL: "Kanwil", Owner.MINISTRY: "Kementerian Agama pusat"}.get(
            document.owner, document.owner.value
        )
        return Judgement(
            quality.parent, note("weak", "parent", label=label, owner=owner), candidate, document.owner_text
        )
    for fact in quality.fatal:
        if states(fact, document.text):
            return Judgement(Outcome.MISSING, note("missing", "fatal", label=label, reason=fact.name), candidate)
    year = year_of(document, today) or year_in((label, *above), today)
    period = document.period or years_of("", (label, *above), "", "")[1]
    limit = aged(quality, label, year, period, task.pack, today)
    outcome, reason, confidence = limit.outcome, limit.reason, limit.confidence
    if document.owner is Owner.UNKNOWN and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    if document.kind is DocumentKind.IMAGE:
        outcome, reason = lower(outcome, quality.image), note("found", "image", label=label)
    elif document.problem is DocumentProblem.SCANNED or (not document.text and document.kind is not DocumentKind.CLOUD):
        if outcome.points > quality.scanned.points:
            outcome, reason = quality.scanned, note("found", "scanned", label=label)
        confidence = Confidence.MEDIUM if confidence is Confidence.HIGH else confidence
    elif document.kind is DocumentKind.CLOUD:
        confidence = Confidence.MEDIUM if confidence is Confidence.HIGH else confidence
    else:
        outcome, reason = _content(task, candidate, document, outcome, reason)
    if outcome.present and _too_thin(quality, document):
        outcome, reason = (
            lower(outcome, Outcome.PARTIAL),
            note("found", "thin_file", label=label, pages=document.pages or 1),
        )
        confidence = Confidence.LOW
    if outcome.present and _catch_all(task, candidate, document):
        unread = document.problem is DocumentProblem.SCANNED or not document.text
        outcome = lower(outcome, Outcome.PARTIAL if unread else Outcome.LINK_ONLY)
        reason, confidence = note("found", "shared", label=label), Confidence.MEDIUM
    if quality.quarter and outcome.present:
        outcome, reason = _quarter(task, document, label, outcome, reason)
    return Judgement(outcome, reason, candidate, _quote(document, label), confidence, year)


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


def _catch_all(task: Task, candidate: Candidate, document: Document) -> bool:
    """Whether one file is offered under many names, and neither its title nor its text has this rule's."""
    names = index_of(task.observations).labels_of.get(document.url, set())
    if len(names) < _MANY_NAMES:
        return False
    if task.names.match(document.title) is not None:
        return False
    hay = f" {normalise(document.text)} "
    return not any(f" {normalised(phrase)} " in hay for phrase in (*task.rule.match.labels, *task.rule.match.weak))


def _too_thin(quality: DocumentQuality, document: Document) -> bool:
    """Whether a file is too small to be the document: fewer pages than asked and fewer bytes than asked."""
    if not quality.min_pages or document.pages is None:
        return False
    return document.pages < quality.min_pages and (not quality.min_bytes or document.size < quality.min_bytes)


def _quarter(task: Task, document: Document, label: str, outcome: Outcome, reason: str) -> tuple[Outcome, str]:
    found = quarter_of(" ".join((label, document.title, document.text[:500])))
    if found is None:
        return outcome, reason
    year, quarter = found
    year = year or year_of(document, task.observations.today)
    if not year:
        return outcome, reason
    today = task.observations.today
    months = (today.year - year) * 12 + today.month - quarter * 3
    if months > 6:
        return lower(outcome, Outcome.STALE if months <= 18 else Outcome.PARTIAL), note(
            "found", "stale", label=label, year=f"{year} triwulan {quarter}", expected="enam bulan terakhir"
        )
    return outcome, reason


def _quote(document: Document, label: str) -> str:
    return document.title or passage(document.text) or label


def _table(task: Task, candidate: Candidate, table: Table) -> Judgement | None:
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
    if not quality.facts and sum(any(c.isdigit() for c in cell) for row in table.rows for cell in row) < 3:
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


def _text(task: Task, candidate: Candidate, content: Content, tables: Sequence[Table]) -> Judgement:
    """The judgement of a page that offers neither file nor table: its text or its picture."""
    quality, label, page = task.quality, candidate.label, candidate.page
    assert page is not None
    today = task.observations.today
    nil = nil_judgement(task.observations, candidate, quality, content.text)
    if nil is not None:
        return nil
    foreign = others_office(task.observations, candidate, content.text)
    if foreign is not None:
        return foreign
    if tables and not any(len(table.rows) for table in tables):
        return Judgement(Outcome.MISSING, note("missing", "empty_table", label=label), candidate)
    year = year_in((label, page.h1, page.title), today) or year_of_text(content.text, today)
    period = years_of("", (label, page.h1, page.title), "", content.text[:1500])[1]
    for fact in quality.fatal:
        if states(fact, content.text):
            return Judgement(Outcome.MISSING, note("missing", "fatal", label=label, reason=fact.name), candidate)
    stated, missing = split_facts(quality.facts, content.text)
    if definition_only(content):
        return Judgement(Outcome.LINK_ONLY, note("weak", "definition", label=label), candidate, passage(content.text))
    if (
        (content.words >= 40 or (quality.facts and len(stated) >= max(1, quality.full_facts)))
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
    if (
        not quality.facts
        and sum(1 for line in content.text.split("\n") if _FIGURE.fullmatch(line.strip())) >= _COUNTERS
    ):
        limit = aged(quality, label, year, period, task.pack, today)
        outcome = lower(limit.outcome, quality.table)
        return Judgement(outcome, limit.reason, candidate, passage(content.text), Confidence.MEDIUM, year)
    if any(host in frame.url for frame in page.frames for host in DASHBOARDS):
        return Judgement(Outcome.PARTIAL, note("found", "dashboard", label=label), candidate, "", Confidence.MEDIUM)
    images = [picture for picture in pictures(content) if not picture.broken]
    if not images and pictures(content) and content.words < 8:
        return Judgement(Outcome.LINK_ONLY, note("weak", "dead_picture", label=label), candidate)
    if images and content.words <= 150 and quality.image is not Outcome.MISSING:
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


def _whole(task: Task, judgements: list[Judgement]) -> list[Judgement]:
    """Lowers complete results where several files or parts are asked for and not all are there."""
    quality = task.quality
    good = [j for j in judgements if j.outcome.points >= 0.75]
    if not good:
        return judgements
    if quality.parts:
        texts = " ".join(
            f"{j.candidate.label} {j.candidate.document.title if j.candidate.document else ''} "
            f"{j.candidate.document.text if j.candidate.document else j.quote}"
            for j in good
        )
        present, missing = split_facts(quality.parts, texts)
        if missing:
            reason = note(
                "found", "parts", present=", ".join(present) or good[0].candidate.label, missing=", ".join(missing)
            )
            return [_lowered(j, reason) if j in good else j for j in judgements]
    distinct = {j.candidate.url for j in good}
    if quality.min_count > 1 and len(distinct) < quality.min_count:
        reason = note("found", "count", count=len(distinct), label=task.rule.title, wanted=quality.min_count)
        return [_lowered(j, reason) if j in good else j for j in judgements]
    return judgements


def _lowered(judgement: Judgement, reason: str) -> Judgement:
    return Judgement(
        Outcome.PARTIAL, reason, judgement.candidate, judgement.quote, judgement.confidence, judgement.year
    )
