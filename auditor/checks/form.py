"""Check kind ``form``: an online form of the office's own (permohonan informasi, keberatan)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import content_of, split_facts, states
from auditor.checks.gate import about_something_else, hollow, settled_file, settled_target
from auditor.checks.index import file_name
from auditor.checks.judgement import Judgement, note, passage, status_label
from auditor.checks.naming import matcher_of
from auditor.checks.passing import in_passing
from auditor.checks.targets import link_target
from auditor.model import Confidence, FetchStatus, Outcome, Verdict
from auditor.observations import DocumentKind, DocumentProblem, Form, Observations, Page, PageKind, TargetState
from auditor.rules.pack import Pack
from auditor.rules.schema import FormQuality, Rule
from auditor.web.services import is_cloud

_FORM_HOSTS = (
    "docs.google.com/forms",
    "forms.gle",
    "forms.office.com",
    "jotform",
    "typeform",
    "forms.microsoft",
    "zfrmz",
    "bit.ly",
    "s.id",
)


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``form`` rule."""
    quality = rule.quality
    assert isinstance(quality, FormQuality)
    judgements: list[Judgement] = []
    procedure = _procedure(observations, rule, quality)
    for candidate in candidates(observations, rule):
        judgements += judge(observations, candidate, quality, procedure)
    judgements += _forms_by_fields(observations, rule, quality, procedure)
    judgements += in_passing(observations, quality, judgements)
    return conclude(observations, rule, judgements)


def fields_of(form: Form, quality: FormQuality) -> list[str]:
    """The names of the fields asked for that a form has."""
    labels = [f"{field.label} {field.name.replace('_', ' ').replace('-', ' ')}" for field in form.fields]
    return [fact.name for fact in quality.fields if any(states(fact, label) for label in labels)]


def _procedure(observations: Observations, rule: Rule, quality: FormQuality) -> tuple[int, str]:
    """The most facts of the procedure that any page or file under the rule's name states, and where."""
    best, where = 0, ""
    for candidate in candidates(observations, rule):
        text = candidate.document.text if candidate.document is not None else content_of(candidate).text
        stated, _ = split_facts(quality.facts, text) if text else ([], [])
        if len(stated) > best:
            best, where = len(stated), candidate.url
    return best, where


def judge(
    observations: Observations, candidate: Candidate, quality: FormQuality, procedure: tuple[int, str]
) -> Iterator[Judgement]:
    """The judgements of one candidate."""
    label, link = candidate.label, candidate.link
    kept_elsewhere = link is not None and link.url and any(host in link.url for host in _FORM_HOSTS)
    if kept_elsewhere and not about_something_else(candidate, quality):
        yield _cloud(candidate, quality, procedure)
        return
    settled = settled_target(observations, candidate, quality)
    if settled is not None:
        yield settled
        return
    if candidate.document is not None:
        yield _download(candidate, quality)
        return
    page = candidate.page
    if page is None:
        return
    content = content_of(candidate)
    found = False
    for form in page.forms:
        if form.login or form.search or (candidate.section is not None and form.section != candidate.section.heading):
            continue
        found = True
        yield _form(candidate, form, quality, procedure)
    for frame in page.frames:
        if any(host in frame.url for host in _FORM_HOSTS):
            found = True
            target = observations.target(frame.url)
            yield _cloud(
                Candidate(label, candidate.strength, page, target=target, document=target.document), quality, procedure
            )
    for inner in content.links:
        target = link_target(observations, inner)
        if inner.url and any(host in inner.url for host in _FORM_HOSTS):
            found = True
            yield _cloud(
                Candidate(inner.name or label, candidate.strength, page, inner, target, document=target.document),
                quality,
                procedure,
            )
        elif (
            target.document is not None and "formulir" in inner.name.lower() + inner.url.lower()
        ) or "form " in inner.name.lower():
            found = True
            yield _download(
                Candidate(inner.name, candidate.strength, page, inner, target, document=target.document), quality
            )
    if found:
        return
    empty = hollow(observations, candidate, content, quality)
    if empty is not None:
        yield empty
    elif content.words < 8:
        yield Judgement(Outcome.MISSING, note("missing", "empty_page", label=label), candidate)
    else:
        outcome = (
            quality.procedure
            if not quality.facts or procedure[0] >= max(1, quality.partial_facts)
            else Outcome.LINK_ONLY
        )
        yield Judgement(
            outcome, note("found", "form_procedure", label=label), candidate, passage(content.text), Confidence.MEDIUM
        )


def _form(candidate: Candidate, form: Form, quality: FormQuality, procedure: tuple[int, str]) -> Judgement:
    fields = fields_of(form, quality)
    quote = "; ".join(field.label or field.name for field in form.fields[:8])
    if len(fields) >= quality.min_fields:
        reason = note("found", "form", label=candidate.label, fields=len(fields))
        return Judgement(_with_procedure(Outcome.COMPLETE, quality, procedure), reason, candidate, quote)
    reason = note("found", "form_few", label=candidate.label, fields=len(fields), wanted=quality.min_fields)
    outcome = Outcome.PARTIAL if len(fields) * 2 >= quality.min_fields else Outcome.LINK_ONLY
    return Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM)


def _with_procedure(outcome: Outcome, quality: FormQuality, procedure: tuple[int, str]) -> Outcome:
    if quality.full_facts and procedure[0] < quality.full_facts:
        return quality.form_alone if outcome is Outcome.COMPLETE else outcome
    return outcome


def _cloud(candidate: Candidate, quality: FormQuality, procedure: tuple[int, str]) -> Judgement:
    """The judgement of a form kept by a form service, by its public address."""
    label, document = candidate.label, candidate.document
    target = candidate.target
    if document is None and (target is None or not target.state.works):
        if target is not None and target.state in (TargetState.DEAD, TargetState.LOGIN):
            key = "dead_link" if target.state is TargetState.DEAD else "login_link"
            return Judgement(Outcome.LINK_ONLY, note("weak", key, label=label), candidate)
        status = target.status if target is not None else FetchStatus.OUT_OF_BUDGET
        status = FetchStatus.OUT_OF_BUDGET if status is FetchStatus.OK else status
        reason = note("unchecked", "link", label=label, reason=status_label(status))
        return Judgement(Outcome.UNCHECKED, reason, candidate, cause=status)
    if document is not None and document.problem is DocumentProblem.UNKNOWN:
        reason = note("unchecked", "link", label=label, reason=note("reason", "no_answer"))
        return Judgement(Outcome.UNCHECKED, reason, candidate)
    settled = settled_file(candidate, document, quality) if document is not None else None
    if settled is not None:
        return settled
    outcome = _with_procedure(quality.cloud, quality, procedure)
    return Judgement(
        outcome,
        note("found", "form_cloud", label=label),
        candidate,
        document.title if document else "",
        Confidence.MEDIUM,
    )


def _download(candidate: Candidate, quality: FormQuality) -> Judgement:
    document = candidate.document
    if document is None:
        return Judgement(Outcome.LINK_ONLY, note("weak", "dead_link", label=candidate.label), candidate)
    settled = settled_file(candidate, document, quality)
    if settled is not None:
        return settled
    outcome = (
        quality.cloud
        if document.kind is DocumentKind.CLOUD and is_cloud(document.url) and "form" in document.url
        else quality.download
    )
    return Judgement(
        outcome,
        note("found", "form_download", label=candidate.label or file_name(document.url)),
        candidate,
        document.title,
        Confidence.MEDIUM,
    )


def _forms_by_fields(
    observations: Observations, rule: Rule, quality: FormQuality, procedure: tuple[int, str]
) -> Iterator[Judgement]:
    """Forms on pages without the rule's name whose button, heading or fields leave no doubt what they are for."""
    names = matcher_of(rule.match)
    for page in observations.pages:
        if not page.kind.readable or page.kind is PageKind.NEWS_ARTICLE:
            continue
        for form in page.forms:
            if form.login or form.search:
                continue
            above = (*page.trail, page.title)
            label = form.section if form.section and names.match(form.section, above) else ""
            if not label and form.submit and names.match(form.submit, above):
                if quality.telling and not _speaks_of(page, form, quality.telling):
                    continue  # "Kirim Permohonan" below a form for another service
                label = form.submit
            fields = fields_of(form, quality)
            if label or (len(fields) >= quality.min_fields + 1 and _speaks_of(page, form, quality.telling)):
                yield _form(
                    Candidate(label or page.h1 or page.title, 0.9 if label else 0.6, page, page=page),
                    form,
                    quality,
                    procedure,
                )


def _speaks_of(page: Page, form: Form, telling: Sequence[str]) -> bool:
    asked = (form.section, form.submit, *(f.label for f in form.fields))
    words = " ".join((page.title, page.h1, *page.trail, *asked)).lower()
    return bool(telling) and all(word in words for word in telling)
