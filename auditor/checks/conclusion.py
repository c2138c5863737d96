"""From all judged candidates to the verdict of a rule: the best one wins, and what was not seen is never absent."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from auditor.checks.blindness import blind_spot, certainty, lead_left, unread
from auditor.checks.candidates import news_about
from auditor.checks.judgement import Judgement, note, passage
from auditor.model import Confidence, Consideration, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import Observations, PageKind
from auditor.rules.schema import Rule

_MAX_CONSIDERED = 12
#: An unseen link must carry the name as clearly as this to leave a verdict open.
_CLEAR = 0.5
_ORDER = {Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}


def conclude(observations: Observations, rule: Rule, judgements: Sequence[Judgement]) -> Verdict:
    """The verdict from all judged candidates.

    The most points win, then confidence, then the clearest name. A link whose target could not be seen beats
    everything that is not present: what stands behind it may be the thing.
    """
    ranked = sorted(
        (j for j in map(_awaited, judgements) if j.outcome.present or not j.candidate.elsewhere),
        key=lambda j: (-j.outcome.points, j.outcome is Outcome.UNCHECKED, -_ORDER[j.confidence], -j.candidate.strength),
    )
    best = next((j for j in ranked if j.outcome.counted), None)
    hidden = [j for j in ranked if j.outcome is Outcome.UNCHECKED and j.candidate.strength >= _CLEAR]
    if (best is None or not best.outcome.present) and hidden:
        best = max(hidden, key=lambda j: j.candidate.strength)
    considered = tuple(
        Consideration(j.candidate.url, j.candidate.label, j.outcome, j.reason, j is best, j.expired)
        for j in ranked[:_MAX_CONSIDERED]
    )
    if best is None or (best.outcome is Outcome.MISSING and not best.reason):
        return _absent(observations, rule, considered)
    if best.outcome is Outcome.MISSING:
        blind = blind_spot(observations, rule)
        if blind is None and (best.confidence is not Confidence.HIGH or _teaser(best)):
            blind = lead_left(observations, rule)
        if blind is not None:
            return replace(blind, considered=considered)
        return Verdict(Outcome.MISSING, best.confidence, None, (), best.evidence, best.reason, considered)
    if best.outcome is Outcome.UNCHECKED:
        return Verdict(Outcome.UNCHECKED, Confidence.HIGH, None, (), best.evidence, best.reason, considered, best.cause)
    if best.outcome is Outcome.LINK_ONLY and (blind := unread(observations)) is not None:
        return blind
    confidence = best.confidence
    if best.outcome.present and best.candidate.strength < 0.6:
        confidence = Confidence.LOW
    elif best.outcome.present and best.candidate.strength < 0.8 and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    evidence = (best.evidence,)
    return Verdict(best.outcome, confidence, None, evidence, None, best.reason, considered, expired=best.expired)


def _teaser(judgement: Judgement) -> bool:
    """Whether a judgement rests on the home page, whose sections announce what other pages hold."""
    page = judgement.candidate.page
    return page is not None and page.kind is PageKind.HOME


def _absent(observations: Observations, rule: Rule, considered: tuple[Consideration, ...]) -> Verdict:
    """Nothing carries the rule's name: absent, unless too little could be seen to say so."""
    blind = blind_spot(observations, rule) or lead_left(observations, rule)
    if blind is not None:
        return replace(blind, considered=considered)
    confidence = certainty(observations)
    values = {"pages": observations.pages_opened, "documents": observations.documents_opened}
    for title, page in news_about(observations, rule):
        near = Evidence(page.url, passage(title), page.fetched_at, page.record_id, title)
        reason = note("missing", "none_near", label=f"berita \u2018{title}\u2019 (bukan dokumen)", **values)
        rejected = Consideration(page.url, title, Outcome.MISSING, note("missing", "news", label=title))
        return Verdict(Outcome.MISSING, confidence, None, (), near, reason, (*considered, rejected))
    return Verdict(Outcome.MISSING, confidence, None, (), None, note("missing", "none", **values), considered)


def _awaited(judgement: Judgement) -> Judgement:
    """A judgement that found no content on a page whose content a script has yet to put: nobody could look."""
    page = judgement.candidate.page
    if page is None or not page.awaits or judgement.outcome.present or judgement.candidate.document is not None:
        return judgement
    reason = note("unchecked", "awaits", label=judgement.candidate.label)
    return replace(judgement, outcome=Outcome.UNCHECKED, reason=reason, cause=FetchStatus.NEEDS_JAVASCRIPT)
