"""Check kind ``form``: an online form of the office's own (permohonan informasi, keberatan)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import content_of, split_facts, states
from auditor.checks.gate import about_something_else, closed, hollow, settled_file, settled_target
from auditor.checks.index import file_name
from auditor.checks.judgement import Judgement, judged, not_seen, note, passage
from auditor.checks.naming import matcher_of
from auditor.checks.passing import in_passing
from auditor.checks.targets import link_target
from auditor.data import table
from auditor.model import Confidence, FetchStatus, Outcome, Verdict
from auditor.observations import DocumentKind, DocumentProblem, Form, Observations, Page, PageKind
from auditor.rules.pack import Pack
from auditor.rules.schema import FormQuality, Rule
from auditor.web.services import is_cloud

_SERVICES: list[str] = table("cloud")["forms"]["parts"]


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``form`` rule."""
    quality = rule.quality
    assert isinstance(quality, FormQuality)
    found = candidates(observations, rule)
    procedure = _procedure(found, quality)
    judgements = [j for candidate in found for j in judge(observations, candidate, quality, procedure)]
    judgements += _forms_by_fields(observations, rule, quality, procedure)
    judgements += in_passing(observations, quality, judgements)
    return conclude(observations, rule, judgements)


def fields_of(form: Form, quality: FormQuality) -> list[str]:
    """The names of the fields asked for that a form has."""
    labels = [f"{field.label} {field.name.replace('_', ' ').replace('-', ' ')}" for field in form.fields]
    return [fact.name for fact in quality.fields if any(states(fact, label) for label in labels)]


def _procedure(found: Sequence[Candidate], quality: FormQuality) -> int:
    """The most facts of the procedure that any page or file under the rule's name states."""
    texts = (c.document.text if c.document is not None else content_of(c).text for c in found)
    return max((len(split_facts(quality.facts, text)[0]) for text in texts if text), default=0)


def judge(
    observations: Observations, candidate: Candidate, quality: FormQuality, procedure: int
) -> Iterator[Judgement]:
    """The judgements of one candidate."""
    link = candidate.link
    if link is not None and _by_service(link.url) and not about_something_else(candidate, quality):
        yield _cloud(candidate, quality, procedure)
        return
    content = content_of(candidate)
    if (settled := settled_target(observations, candidate, quality)) is not None:
        yield settled
    elif candidate.document is not None:
        yield _download(candidate, quality)
    elif candidate.page is None:
        return
    elif forms := list(_forms_on(observations, candidate, candidate.page, quality, procedure)):
        yield from forms
    elif (empty := hollow(observations, candidate, content, quality)) is not None:
        yield empty
    elif content.words < 8:
        yield judged(candidate, Outcome.MISSING, "missing", "empty_page")
    else:
        told = not quality.facts or procedure >= max(1, quality.partial_facts)
        outcome = quality.procedure if told else Outcome.LINK_ONLY
        yield judged(candidate, outcome, "found", "form_procedure", passage(content.text), Confidence.MEDIUM)


def _forms_on(
    observations: Observations, candidate: Candidate, page: Page, quality: FormQuality, procedure: int
) -> Iterator[Judgement]:
    """The forms of a page or section: its own, those of a form service, and those to download."""
    for form in _asking(page):
        if candidate.section is None or form.section == candidate.section.heading:
            yield _form(candidate, form, quality, procedure)
    for frame in page.frames:
        if _by_service(frame.url):
            target = observations.target(frame.url)
            inner = Candidate(candidate.label, candidate.strength, page, target=target, document=target.document)
            yield _cloud(inner, quality, procedure)
    for link in content_of(candidate).links:
        target, name = link_target(observations, link), link.name.lower()
        inner = Candidate(link.name, candidate.strength, page, link, target, document=target.document)
        if _by_service(link.url):
            yield _cloud(inner if link.name else replace(inner, label=candidate.label), quality, procedure)
        elif (target.document is not None and "formulir" in name + link.url.lower()) or "form " in name:
            yield _download(inner, quality)


def _asking(page: Page) -> Iterator[Form]:
    """The forms of a page that ask for something: neither a log-in nor a search."""
    return (form for form in page.forms if not (form.login or form.search))


def _by_service(url: str) -> bool:
    """Whether an address is that of a form kept by a form service."""
    return any(part in url for part in _SERVICES)


def _form(candidate: Candidate, form: Form, quality: FormQuality, procedure: int) -> Judgement:
    fields = fields_of(form, quality)
    quote = "; ".join(field.label or field.name for field in form.fields[:8])
    if len(fields) >= quality.min_fields:
        outcome = _with_procedure(Outcome.COMPLETE, quality, procedure)
        return judged(candidate, outcome, "found", "form", quote, fields=len(fields))
    outcome = Outcome.PARTIAL if len(fields) * 2 >= quality.min_fields else Outcome.LINK_ONLY
    reason = note("found", "form_few", label=candidate.label, fields=len(fields), wanted=quality.min_fields)
    return Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM)


def _with_procedure(outcome: Outcome, quality: FormQuality, procedure: int) -> Outcome:
    alone = procedure < quality.full_facts and outcome is Outcome.COMPLETE
    return quality.form_alone if alone else outcome


def _cloud(candidate: Candidate, quality: FormQuality, procedure: int) -> Judgement:
    """The judgement of a form kept by a form service, by its public address."""
    document = candidate.document
    if document is None:
        settled = closed(candidate)
    elif document.problem is DocumentProblem.UNKNOWN:
        settled = not_seen(candidate, FetchStatus.OK, note("reason", "no_answer"))
    else:
        settled = settled_file(candidate, document, quality)
    outcome, title = _with_procedure(quality.cloud, quality, procedure), document.title if document else ""
    return settled or judged(candidate, outcome, "found", "form_cloud", title, Confidence.MEDIUM)


def _download(candidate: Candidate, quality: FormQuality) -> Judgement:
    document = candidate.document
    if document is None:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
    online = document.kind is DocumentKind.CLOUD and is_cloud(document.url) and "form" in document.url
    outcome, label = quality.cloud if online else quality.download, candidate.label or file_name(document.url)
    return settled_file(candidate, document, quality) or judged(
        candidate, outcome, "found", "form_download", document.title, Confidence.MEDIUM, label=label
    )


def _forms_by_fields(
    observations: Observations, rule: Rule, quality: FormQuality, procedure: int
) -> Iterator[Judgement]:
    """Forms on pages without the rule's name whose button, heading or fields leave no doubt what they are for."""
    names = matcher_of(rule.match)
    for page in observations.pages:
        if not page.kind.readable or page.kind is PageKind.NEWS_ARTICLE:
            continue
        for form in _asking(page):
            above = (*page.trail, page.title)
            label = form.section if form.section and names.match(form.section, above) else ""
            if not label and form.submit and names.match(form.submit, above):
                if quality.telling and not _speaks_of(page, form, quality.telling):
                    continue  # "Kirim Permohonan" below a form for another service
                label = form.submit
            fields = fields_of(form, quality)
            if label or (len(fields) > quality.min_fields and _speaks_of(page, form, quality.telling)):
                inner = Candidate(label or page.h1 or page.title, 0.9 if label else 0.6, page, page=page)
                yield _form(inner, form, quality, procedure)


def _speaks_of(page: Page, form: Form, telling: Sequence[str]) -> bool:
    asked = (form.section, form.submit, *(f.label for f in form.fields))
    words = " ".join((page.title, page.h1, *page.trail, *asked)).lower()
    return bool(telling) and all(word in words for word in telling)
