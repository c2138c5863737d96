"""Check kind ``flag``: signs of exposed personal data or injected spam; never scored, always shown."""

from __future__ import annotations

from auditor.checks.blindness import unread
from auditor.checks.judgement import note
from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.observations import Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import FlagQuality, Rule

_MAX_EVIDENCE = 5


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """DETECTED where a flag is raised, UNDETECTED where none is; quotes are already masked."""
    quality = rule.quality
    assert isinstance(quality, FlagQuality)
    raised = [f for f in observations.flags if f.kind in quality.kinds and f.strength >= quality.min_strength]
    if raised:
        evidence = tuple(Evidence(f.url, f.quote, f.fetched_at, f.record_id) for f in raised[:_MAX_EVIDENCE])
        strong = max(f.strength for f in raised) >= 0.8
        addresses = len({f.url for f in raised})
        reason = note("flag", "raised", count=len(raised), pages=addresses)
        return Verdict(Outcome.DETECTED, Confidence.HIGH if strong else Confidence.LOW, None, evidence, None, reason)
    blind = unread(observations)
    if blind is not None:
        return blind
    return Verdict(Outcome.UNDETECTED, note=note("flag", "clear", pages=observations.pages_opened))
