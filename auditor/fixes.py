"""What to mend first: findings ordered by points gained per minute, and the score they would lead to.

Every figure comes from ``auditor.score``: a fix is the same finding with the outcome ``lengkap``, scored again.
What could not be checked is no fix; looking again is.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import fsum
from statistics import median

from auditor.model import OfficeKind, Outcome, Scorecard
from auditor.rules.pack import Pack
from auditor.score import with_findings

STEPS = (1, 3, 5)
_LEAST_EFFORT = 10  # minutes: no fix is free, and the order divides by the effort


@dataclass(frozen=True, slots=True)
class Fix:
    """One finding to mend. ``gain`` is what it adds to the score of 0 to 100, ``effort`` is minutes."""

    rule_id: str
    title: str
    gain: float
    effort: int
    how: str
    outcome: Outcome
    required: bool


@dataclass(frozen=True, slots=True)
class Outlook:
    """The score and the simulated category after the first ``fixes`` fixes."""

    fixes: int
    score: float
    band: str | None


@dataclass(frozen=True, slots=True)
class ProvinceFix:
    """One indicator the offices lack together. ``gain`` is what mending it everywhere adds to the mean score."""

    rule_id: str
    title: str
    gain: float
    effort: int  # minutes in one office
    how: str
    offices: int  # that would gain


@dataclass(frozen=True, slots=True)
class ProvinceOutlook:
    """The mean and the median score of the ranked offices after the first ``fixes`` province fixes."""

    fixes: int
    mean: float
    median: float


def fix_list(card: Scorecard, pack: Pack) -> tuple[Fix, ...]:
    """The card's fixes, most points per minute first; empty when nothing was counted."""
    if card.score is None:
        return ()
    ways = {rule.id: rule.how_to_fix.strip() for rule in pack.rules}
    weight = fsum(f.weight for f in card.findings if f.counted)
    fixes = [
        # One finding raised to full points moves the sum that auditor.score divides by the same weight.
        Fix(
            f.rule_id,
            f.title,
            100 * f.weight * (1 - f.points) / weight,
            f.effort,
            ways.get(f.rule_id, ""),
            f.outcome,
            f.required,
        )
        for f in card.findings
        if f.counted and f.points < 1
    ]
    return tuple(sorted(fixes, key=lambda x: (-_yield(x.gain, x.effort), -x.gain, x.rule_id)))


def mended(card: Scorecard, rule_ids: Iterable[str], pack: Pack) -> Scorecard:
    """The card as it would be with these indicators ``lengkap``."""
    chosen = frozenset(rule_ids)
    findings = [
        replace(f, outcome=Outcome.COMPLETE, points=1.0) if f.rule_id in chosen and f.counted else f
        for f in card.findings
    ]
    return with_findings(card, findings, pack)


def outlook(card: Scorecard, fixes: Sequence[Fix], pack: Pack, steps: Sequence[int] = STEPS) -> tuple[Outlook, ...]:
    """The score after the first 1, 3 and 5 fixes; steps beyond the list are left out."""
    found = []
    for step in steps:
        if step <= len(fixes):
            after = mended(card, (f.rule_id for f in fixes[:step]), pack)
            if after.score is not None:
                found.append(Outlook(step, after.score, after.band))
    return tuple(found)


def next_band(card: Scorecard, fixes: Sequence[Fix], pack: Pack) -> Outlook | None:
    """The fewest fixes, taken in order, that lift the card into a better band; None when none do or it has no band."""
    if card.band is None:
        return None
    for step in outlook(card, fixes, pack, range(1, len(fixes) + 1)):
        if step.band != card.band:
            return step
    return None


def province_fixes(cards: Iterable[Scorecard], pack: Pack) -> tuple[ProvinceFix, ...]:
    """What the Kanwil itself should take up first, by a template or a training: most points per minute first."""
    ranked = _ranked(cards)
    if not ranked:
        return ()
    gains: dict[str, list[float]] = {}
    for card in ranked:
        for fix in fix_list(card, pack):
            gains.setdefault(fix.rule_id, []).append(fix.gain)
    fixes = [
        ProvinceFix(r.id, r.title, fsum(gains[r.id]) / len(ranked), r.effort, r.how_to_fix.strip(), len(gains[r.id]))
        for r in pack.rules
        if r.id in gains
    ]
    return tuple(sorted(fixes, key=lambda x: (-_yield(x.gain, x.effort), -x.gain, x.rule_id)))


def province_outlook(
    cards: Iterable[Scorecard], fixes: Sequence[ProvinceFix], pack: Pack, steps: Sequence[int] = STEPS
) -> tuple[ProvinceOutlook, ...]:
    """Mean and median of the ranked offices after the first 1, 3 and 5 fixes were made in every office."""
    ranked = _ranked(cards)
    found = []
    for step in steps:
        if ranked and step <= len(fixes):
            ids = [f.rule_id for f in fixes[:step]]
            scores = [after for card in ranked if (after := mended(card, ids, pack).score) is not None]
            found.append(ProvinceOutlook(step, fsum(scores) / len(scores), median(scores)))
    return tuple(found)


def _ranked(cards: Iterable[Scorecard]) -> list[Scorecard]:
    return [c for c in cards if c.rankable and c.score is not None and c.site.kind is not OfficeKind.KANWIL]


def _yield(gain: float, effort: int) -> float:
    return round(gain / max(effort, _LEAST_EFFORT), 9)
