"""Measured indicators: from a value to points on a rule's steps, and from points to a verdict."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.rules.schema import Step


def measured(points: float, shown: Sequence[Evidence], confidence: Confidence, text: str) -> Verdict:
    """A measured verdict: lengkap at 1, tidak_ada at 0, sebagian between (DESIGN section 3)."""
    points = round(points, 4)
    if points <= 0:
        return Verdict(Outcome.MISSING, confidence, 0.0, nearest=shown[0] if shown else None, note=text)
    return Verdict(Outcome.COMPLETE if points >= 1 else Outcome.PARTIAL, confidence, points, tuple(shown), note=text)


def by_steps(steps: Sequence[Step], value: float) -> float:
    """The points of the first step that a value does not exceed, 0 beyond the last."""
    return next((step.points for step in sorted(steps, key=lambda step: step.max) if value <= step.max), 0.0)


def between_steps(steps: Sequence[Step], value: float) -> float:
    """The points on the straight line between the two steps around a value, to two decimals; 0 beyond the last."""
    before = None
    for step in sorted(steps, key=lambda step: step.max):
        if value <= step.max:
            if before is None:
                return step.points
            along = (value - before.max) / (step.max - before.max)
            return round(before.points + along * (step.points - before.points), 2)
        before = step
    return 0.0
