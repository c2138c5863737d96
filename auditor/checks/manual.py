"""Check kind ``manual``: only a person can judge it; a correction (koreksi.csv) gives the outcome."""

from __future__ import annotations

from auditor.checks.judgement import note
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import ManualQuality, Rule


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """UNCHECKED with the question a person should answer."""
    quality = rule.quality
    assert isinstance(quality, ManualQuality)
    return Verdict(Outcome.UNCHECKED, Confidence.LOW, note=note("unchecked", "manual", question=quality.question))
