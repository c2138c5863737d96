"""From judged candidates to a verdict: the best one wins, and what could not be seen never counts as absent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from auditor.checks.candidates import Candidate, news_about
from auditor.data import table
from auditor.model import Confidence, Consideration, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import Document, Observations, Page
from auditor.rules.schema import Rule
from auditor.status import status_text
from auditor.web.hosts import host_of

MAX_QUOTE = 240
_MAX_CONSIDERED = 12
#: From this share of failed own pages, an absence is no longer certain.
BLIND_SHARE = 0.34
#: An unseen link must carry the name as clearly as this to leave a verdict open.
CLEAR = 0.5
_ORDER = {Confidence.HIGH: 2, Confidence.MEDIUM: 1, Confidence.LOW: 0}


class Note(str):
    """A sentence for people that remembers which wording of ``notes.toml`` it is."""

    key = ""


def note(kind: str, key: str, **values: object) -> str:
    """The Indonesian note of a kind ("found", "weak", "missing", "unchecked"), with its values filled in."""
    text: str = table("notes")[kind][key]
    made = Note(text.format(**{name: _short(str(value)) for name, value in values.items()}))
    made.key = key
    return made


def _short(text: str, limit: int = 120) -> str:
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "\u2026"


def status_label(status: FetchStatus) -> str:
    """The plain words for a fetch status, within a sentence."""
    return status_text(status).inline


def unseen(cause: FetchStatus, reason: str, confidence: Confidence = Confidence.HIGH) -> Verdict:
    """The verdict on what could not be looked at: never "absent", always with its cause."""
    return Verdict(Outcome.UNCHECKED, confidence, note=reason, cause=cause)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one candidate is worth, and why."""

    outcome: Outcome
    reason: str
    candidate: Candidate
    quote: str = ""
    confidence: Confidence = Confidence.HIGH
    year: int = 0
    cause: FetchStatus = FetchStatus.OK  # as in Verdict

    @property
    def expired(self) -> bool:
        """As in Verdict."""
        return self.outcome is Outcome.LINK_ONLY and getattr(self.reason, "key", "") == "expired"

    @property
    def evidence(self) -> Evidence:
        source: Page | Document = self.candidate.document or self.candidate.page or self.candidate.on
        if self.outcome is Outcome.LINK_ONLY and self.candidate.link is not None and self.candidate.page is None:
            source = self.candidate.on  # the page on which the name stands
        quote = self.quote or self.candidate.label
        return Evidence(source.url, _short(quote, MAX_QUOTE), source.fetched_at, source.record_id, self.candidate.label)


def passage(text: str, around: str = "", limit: int = MAX_QUOTE) -> str:
    """A passage of a text that starts near some words, on word borders."""
    flat = " ".join(text.split())
    at = flat.lower().find(around.lower()) if around else 0
    start = max(0, at - 40)
    if start:
        start = flat.find(" ", start) + 1
    return flat[start : start + limit]


def conclude(observations: Observations, rule: Rule, judgements: Sequence[Judgement]) -> Verdict:
    """The verdict from all judged candidates.

    The most points win, then confidence, then the clearest name. A link whose target could not be seen beats
    everything that is not present: what stands behind it may be the thing.
    """
    ranked = sorted(
        (j for j in judgements if j.outcome.present or not j.candidate.elsewhere),
        key=lambda j: (-j.outcome.points, j.outcome is Outcome.UNCHECKED, -_ORDER[j.confidence], -j.candidate.strength),
    )
    best = next((j for j in ranked if j.outcome.counted), None)
    hidden = [j for j in ranked if j.outcome is Outcome.UNCHECKED and j.candidate.strength >= CLEAR]
    if (best is None or not best.outcome.present) and hidden:
        best = max(hidden, key=lambda j: j.candidate.strength)
    considered = tuple(
        Consideration(j.candidate.url, j.candidate.label, j.outcome, str(j.reason), j is best, j.expired)
        for j in ranked[:_MAX_CONSIDERED]
    )
    if best is None or (best.outcome is Outcome.MISSING and not best.reason):
        return _absent(observations, rule, considered)
    if best.outcome is Outcome.MISSING:
        blind = _blind(observations, rule)
        if blind is not None:
            return blind
        return Verdict(Outcome.MISSING, best.confidence, None, (), best.evidence, best.reason, considered)
    if best.outcome is Outcome.UNCHECKED:
        return Verdict(Outcome.UNCHECKED, Confidence.HIGH, None, (), best.evidence, best.reason, considered, best.cause)
    if best.outcome is Outcome.LINK_ONLY:
        blind = _blind(observations, rule)
        if blind is not None and observations.javascript_only:
            return blind
    confidence = best.confidence
    if best.outcome.present and best.candidate.strength < 0.6:
        confidence = Confidence.LOW
    elif best.outcome.present and best.candidate.strength < 0.8 and confidence is Confidence.HIGH:
        confidence = Confidence.MEDIUM
    evidence = (best.evidence,)
    return Verdict(best.outcome, confidence, None, evidence, None, best.reason, considered, expired=best.expired)


def _absent(observations: Observations, rule: Rule, considered: tuple[Consideration, ...]) -> Verdict:
    """Nothing carries the rule's name: absent, unless too little could be seen to say so."""
    blind = _blind(observations, rule)
    if blind is not None:
        return blind
    values = {"pages": observations.pages_opened, "documents": observations.documents_opened}
    for title, page in news_about(observations, rule):
        near = Evidence(page.url, _short(title, MAX_QUOTE), page.fetched_at, page.record_id, title)
        reason = note("missing", "none_near", label=f"berita \u2018{title}\u2019 (bukan dokumen)", **values)
        rejected = Consideration(page.url, title, Outcome.MISSING, note("missing", "news", label=title))
        return Verdict(Outcome.MISSING, Confidence.HIGH, None, (), near, reason, (*considered, rejected))
    few = observations.pages_opened < 4
    confidence = Confidence.LOW if few else Confidence.HIGH
    return Verdict(Outcome.MISSING, confidence, None, (), None, note("missing", "none", **values), considered)


def _blind(observations: Observations, rule: Rule) -> Verdict | None:
    """UNCHECKED where so much could not be seen that an absence proves nothing."""
    if observations.javascript_only:
        return unseen(FetchStatus.NEEDS_JAVASCRIPT, note("unchecked", "javascript"))
    kept_out = [u for u in observations.unseen if u[2] not in (FetchStatus.OUT_OF_BUDGET, FetchStatus.TRAP)]
    site_hosts = {host_of(observations.site.url), host_of(observations.site.ppid_url)} - {""}
    own = {url for _, url, _ in kept_out if host_of(url) in site_hosts}
    asked = observations.pages_opened + len(own)
    ppid = host_of(observations.site.ppid_url)
    if ppid and ppid != host_of(observations.site.url) and not any(host_of(p.url) == ppid for p in observations.pages):
        failed = next((u for u in kept_out if host_of(u[1]) == ppid), None)
        if failed is not None and rule.category not in ("Profil", "Saluran & kontak"):
            reason = note("unchecked", "link", label="situs PPID", reason=status_label(failed[2]))
            return unseen(failed[2], reason)
    if own and len(own) / max(asked, 1) >= BLIND_SHARE:
        causes = Counter(status for _, url, status in kept_out if url in own)
        return unseen(causes.most_common(1)[0][0], note("unchecked", "blind", failed=len(own), asked=asked))
    return None
