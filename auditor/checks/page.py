"""Check kind ``page``: a page of text that answers what the rule asks (visi misi, tugas, prosedur, maklumat)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import (
    content_of,
    definition_only,
    filled,
    own_documents,
    phrases_of,
    pictures,
    read_whole,
    says,
    speaks_of_nothing_else,
    split_facts,
    stated_day,
    states,
    year_of,
)
from auditor.checks.currency import aged, lower
from auditor.checks.gate import owner_words, settled, settled_file, settled_text, speaks_as_parent
from auditor.checks.index import FEW_FILES, file_name
from auditor.checks.judgement import Judgement, judged, note, passage
from auditor.checks.naming import matcher_of
from auditor.checks.passing import in_passing
from auditor.checks.people import officials_in
from auditor.checks.together import together
from auditor.language.names import LabelMatcher
from auditor.language.offices import is_ppids
from auditor.language.phrases import normalise
from auditor.language.years import years_of
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Document, DocumentProblem, Observations, Owner, Page, Section
from auditor.rules.pack import Pack
from auditor.rules.schema import PageQuality, Rule

_TELLING_ALT = 15  # words of an alt text that tells what the picture says, not only what it is
_TITLE = 200  # characters at the start of a file that tell what it is
_THIN = 8  # words below which a page says nothing at all


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``page`` rule."""
    quality = rule.quality
    assert isinstance(quality, PageQuality)
    judgements: list[Judgement] = []
    found = candidates(observations, rule)
    for candidate in (*found, *_joined(found)):
        judgements += judge(observations, candidate, quality, pack, matcher_of(rule.match))
    judgements += together(observations, quality, judgements)
    judgements += in_passing(observations, quality, judgements)
    return conclude(observations, rule, _told_empty(judgements))


def _told_empty(judgements: Sequence[Judgement]) -> list[Judgement]:
    """The judgements, a page's whole taken for absent where its own heading of the name says there is nothing yet."""
    told = {
        j.candidate.page.url: j.reason
        for j in judgements
        if j.candidate.page is not None
        and j.candidate.section is not None
        and j.outcome is Outcome.MISSING
        and j.key == "placeholder"
    }
    return [
        replace(j, outcome=Outcome.MISSING, reason=told[j.candidate.page.url])
        if j.outcome is Outcome.LINK_ONLY and j.candidate.page is not None and j.candidate.page.url in told
        else j
        for j in judgements
    ]


def _joined(found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The sections of one page that carry the rule's names, as one: "Visi" and "Misi" under headings of their own."""
    on_page: dict[str, list[Candidate]] = {}
    for candidate in found:
        if candidate.section is not None and candidate.page is not None and not candidate.elsewhere:
            on_page.setdefault(candidate.page.url, []).append(candidate)
    for parts in on_page.values():
        sections = [part.section for part in parts if part.section is not None]
        if len({section.heading for section in sections}) < 2:
            continue
        joined = Section(
            " dan ".join(dict.fromkeys(section.heading for section in sections)),
            min(section.level for section in sections),
            "\n".join(f"{section.heading}\n{section.text}" for section in sections),
            sum(section.items for section in sections),
            tuple(link for section in sections for link in section.links),
            tuple(image for section in sections for image in section.images),
        )
        yield replace(parts[0], label=joined.heading, section=joined)


def judge(
    observations: Observations, candidate: Candidate, quality: PageQuality, pack: Pack, names: LabelMatcher
) -> list[Judgement]:
    """The judgements of one candidate: of its text, and of the pictures and files it offers instead."""
    found = settled(observations, candidate, quality)
    if found is not None:
        return [found]
    if candidate.document is not None:
        # a chart of offices is no profile of those who hold them
        chart = candidate.elsewhere and (quality.people or quality.unit)
        if chart or _is_law(names, candidate.label, candidate.document):
            return []
        return [judge_file(observations, candidate, candidate.document, quality, pack)]
    if candidate.page is None:
        return []
    section = candidate.section
    if quality.people and section is not None and not officials_in(section) and officials_in(candidate.page):
        candidate = replace(candidate, section=None)  # "Kepala Balai": the page names officials above and below it
    of_text = judge_text(observations, candidate, quality, pack)
    if of_text.outcome.points == 1 or candidate.elsewhere:
        return [of_text]
    return [of_text, *_other_forms(observations, candidate, quality, pack, names)]


def judge_text(observations: Observations, candidate: Candidate, quality: PageQuality, pack: Pack) -> Judgement:
    """The judgement of a text: enough of it, the facts asked for, people, own place, still valid."""
    page, content = candidate.page, content_of(candidate)
    assert page is not None
    label, text = candidate.label, content.text
    found = settled_text(observations, candidate, text, quality)
    if found is not None:
        return found
    held = officials_in(candidate.section or page) if quality.people else {}
    named, said = len(held), "\n".join(held.values())
    # on a page of another name what counts is who holds which position
    if not (quality.people and candidate.elsewhere):
        # a tab's text need not repeat its label; what a picture says in its alt text is said
        title, tables = (label, "") if candidate.section is not None else ("", _table_text(page))
        shown = " ".join(p.alt for p in pictures(content) if not p.broken and _telling(p.alt))
        said = f"{title}\n{text}\n{shown}\n{tables}\n{said}"
    stated, missing = split_facts(quality.facts, said)
    enough = content.words >= quality.min_words or (quality.min_items > 0 and content.items >= quality.min_items)
    if quality.people and named >= max(1, quality.partial_people):
        enough = True
    if quality.full_facts >= 2 and len(stated) >= max(1, quality.partial_facts) and content.words >= _THIN:
        enough = True  # what is asked for is said; how many words it takes does not matter
    least = quality.partial_facts
    if candidate.elsewhere and len(quality.facts) > 1:
        least = max(2, least)  # one fact on a page of another name is said in passing
    if any(states(unit, said) for unit in quality.unit):
        enough, least = True, 0  # one unit that answers the question is part of the answer (ruling 5)
    elif candidate.elsewhere and quality.unit:
        least = len(quality.facts) + 1
    if quality.facts and not stated and definition_only(content):
        enough = False
    outcome, reason = Outcome.COMPLETE, note("found", "complete", label=label)
    confidence = Confidence.HIGH
    if not enough or len(stated) < least or (quality.people and named < quality.partial_people):
        if content.words < _THIN and page.promises and any(link.leaf and not link.url for link in content.links):
            return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
        if content.words < _THIN:
            return judged(candidate, Outcome.MISSING, "missing", "empty_page")
        if definition_only(content):
            return judged(candidate, Outcome.MISSING, "weak", "definition", passage(text))
        if quality.people and not named and page.tables and not any(map(filled, page.tables)):
            return judged(candidate, Outcome.MISSING, "missing", "empty_table")
        if quality.people and named < quality.partial_people:
            reason = note("found", "people", label=label, people=named, wanted=quality.people)
            return Judgement(Outcome.LINK_ONLY if named else Outcome.MISSING, reason, candidate, passage(text))
        if len(stated) < least:
            reason = note("found", "few_facts", label=label, missing=", ".join(missing))
            outcome = Outcome.LINK_ONLY if stated else Outcome.MISSING
            return Judgement(outcome, reason, candidate, passage(text), Confidence.MEDIUM)
        outcome, reason = Outcome.PARTIAL, note("found", "thin", label=label, words=content.words)
        if content.words < quality.min_words / 3 and not stated:
            outcome = Outcome.LINK_ONLY
        confidence = Confidence.MEDIUM
    elif len(stated) < quality.full_facts:
        outcome, reason = Outcome.PARTIAL, note("found", "partial_facts", label=label, missing=", ".join(missing))
    elif quality.people and named < quality.people:
        outcome, reason = Outcome.PARTIAL, note("found", "people", label=label, people=named, wanted=quality.people)
    elif quality.own_place and observations.place and not says(text, observations.place):
        outcome, reason = Outcome.PARTIAL, note("found", "no_place", label=label)
    else:
        years, period = years_of(label, (page.h1, page.title), "", text[:3000])
        limit = aged(quality, label, years[0] if years else 0, period, pack, observations.today)
        if quality.period and period is not None and period[1] < observations.today.year:
            outcome, reason = lower(outcome, limit.outcome), limit.reason
        elif quality.max_age_years and (day := stated_day(page.text, observations.today)) is not None:
            if (observations.today - day).days > 366 * quality.max_age_years:
                outcome = Outcome.STALE
                reason = note("found", "updated_old", label=label, date=day.strftime("%d-%m-%Y"))
        elif (quality.cycle or quality.max_age_years) and limit.outcome.points < 1:
            outcome, reason, confidence = lower(outcome, limit.outcome), limit.reason, limit.confidence
    if quality.own_text and outcome.points > Outcome.PARTIAL.points and speaks_as_parent(observations, text):
        outcome, reason = Outcome.PARTIAL, note("found", "parent_text", label=label)
    if quality.own_text and outcome.points > Outcome.PARTIAL.points and _on_ppids_pages(observations, page):
        outcome, reason = Outcome.PARTIAL, note("found", "on_ppid", label=label)
    if quality.people and candidate.elsewhere and outcome is Outcome.COMPLETE:
        outcome, reason = Outcome.PARTIAL, note("found", "people_elsewhere", label=label, people=named)
    if quality.unit and candidate.elsewhere and outcome is Outcome.COMPLETE:
        outcome, reason = Outcome.PARTIAL, note("found", "unit_elsewhere", label=label, unit=quality.unit[0].name)
    if page.owner in (Owner.KANWIL, Owner.MINISTRY):
        outcome, reason = quality.parent, note("weak", "parent", label=label, owner=owner_words(page.owner))
    words = next((fact.any[0] for fact in quality.facts if fact.name in stated and fact.any), "")
    return Judgement(outcome, reason, candidate, passage(text, words), confidence)


def _on_ppids_pages(observations: Observations, page: Page) -> bool:
    """Whether a page stands among the PPID's pages of an office that has others as well (ruling 13)."""
    if is_ppids(observations.site):
        return False
    return page.host_ppid or any("ppid" in normalise(name).split() for name in page.trail[:-1])


def _telling(alt: str) -> bool:
    """Whether an alt text tells what a picture says, not only what it is."""
    words = alt.split()
    return len(words) >= _TELLING_ALT or (len(words) >= 4 and any(word[:1].isdigit() for word in words))


def _table_text(page: Page) -> str:
    lines = (" ".join((*table.headers, *(cell for row in table.rows for cell in row))) for table in page.tables)
    return "\n".join(lines)[:20_000]


def _other_forms(
    observations: Observations, candidate: Candidate, quality: PageQuality, pack: Pack, names: LabelMatcher
) -> list[Judgement]:
    """The judgements of a page's picture or file that stands in place of the text."""
    found, content = [], content_of(candidate)
    assert candidate.page is not None
    shown, others = pictures(content), phrases_of(tuple(quality.not_about))
    seen = [picture for picture in shown if not picture.broken and not others.any(picture.alt)]
    if shown and not seen and content.words < _THIN:
        return [judged(candidate, Outcome.LINK_ONLY, "weak", "dead_picture")]
    telling = [p for p in seen if names.match(p.alt) or names.match(p.context)]
    telling = telling or (seen if content.words <= 150 else [])
    if telling and quality.image is not Outcome.MISSING:
        quote = telling[0].alt or telling[0].url.rsplit("/", 1)[-1]
        found.append(judged(candidate, quality.image, "found", "image", quote, Confidence.MEDIUM))
    documents = own_documents(observations, content)
    for document, name in documents:
        match = names.match(name) or names.match(document.title)
        # a shelf of files is no text of one thing
        alone = len(documents) <= FEW_FILES and (speaks_of_nothing_else(name) or content.words <= 60)
        if _is_law(names, name, document) or not (match or alone):
            continue
        label = name or document.title or candidate.label
        inner = Candidate(label, candidate.strength, candidate.page, document=document, named=match is not None)
        by_file = settled_file(inner, document, quality)
        found.append(by_file or judge_file(observations, inner, document, quality, pack))
    return found


def _is_law(names: LabelMatcher, name: str, document: Document) -> bool:
    """Whether a file is a law hung up under a name, not the service that it rules."""
    start = passage(document.text[: 2 * _TITLE], limit=_TITLE)
    return any(map(names.is_law, (name, document.title, start, file_name(document.url))))


def judge_file(
    observations: Observations, candidate: Candidate, document: Document, quality: PageQuality, pack: Pack
) -> Judgement:
    """The judgement of a file that holds what the page should say."""
    label = candidate.label
    outcome, reason = quality.document, note("found", "file", label=label)
    if document.problem is DocumentProblem.SCANNED or not document.text:
        return judged(candidate, outcome, "found", "scanned", document.title or label, Confidence.LOW)
    stated, missing = split_facts(quality.facts, document.text)
    whole = read_whole(document)
    if len(stated) < quality.partial_facts and (whole or not stated):
        outcome = Outcome.LINK_ONLY if whole else lower(outcome, Outcome.PARTIAL)
        reason = note("found", "few_facts", label=label, missing=", ".join(missing))
    elif len(stated) < quality.full_facts and whole:
        outcome = lower(outcome, Outcome.PARTIAL)
        reason = note("found", "partial_facts", label=label, missing=", ".join(missing))
    if quality.cycle or quality.max_age_years or quality.period:
        year = year_of(document, observations.today)
        limit = aged(quality, label, year, document.period, pack, observations.today)
        if limit.outcome.points < outcome.points:
            outcome, reason = limit.outcome, limit.reason
    return Judgement(outcome, reason, candidate, passage(document.text), Confidence.MEDIUM)
