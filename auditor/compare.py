"""Two scorecards of one office -> what changed between them, indicator by indicator, and why. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from auditor.model import Finding, Outcome, Scorecard

_MACHINE = "mesin"


class Cause(StrEnum):
    """Why an indicator stands elsewhere than it did."""

    SITE = "situs berubah"
    RULE = "indikator berubah"
    BOTH = "situs dan indikator berubah"
    UNCHECKED = "tidak dapat diperiksa"
    CORRECTION = "koreksi"


@dataclass(frozen=True, slots=True)
class Change:
    """One indicator that stands elsewhere. ``before`` or ``after`` is None for a rule only one pack has."""

    rule_id: str
    title: str
    cause: Cause
    before: Outcome | None
    after: Outcome | None
    points: float  # weight points won (+) or lost (-)
    weight: float = 0.0  # of the indicator, the heavier of the two
    word_before: str = ""  # what readers see for the outcomes (``Finding.word``)
    word_after: str = ""

    def describe(self) -> str:
        """The change in one line: "tidak_ada → lengkap, +4,00 (situs berubah)"."""
        before = self.before.value if self.before else "belum ada"
        after = self.after.value if self.after else "dihapus"
        return f"{before} → {after}, {self.points:+.2f} ({self.cause.value})".replace(".", ",")


@dataclass(frozen=True, slots=True)
class Comparison:
    """An office then and now. ``score`` is the difference in points of 100; None where either could not be scored."""

    site_id: str
    round_before: str
    round_after: str
    score: float | None
    coverage: float
    band_before: str | None
    band_after: str | None
    changes: tuple[Change, ...]
    other_pack: bool  # the rules differ: only part of the difference is the office's doing
    by_rules: float | None = None  # the part of ``score`` that other rules made; None where nobody looked


def compare(before: Scorecard, after: Scorecard, before_again: Scorecard | None = None) -> Comparison:
    """The difference between two scorecards of one office, gains first. ValueError for two offices.

    When the rules (or the auditor) changed in between, ``before_again`` - the earlier snapshot scored as the later one
    was - tells which changes they made and which the office. Without it only a changed weight can be laid to the rules.
    """
    if before.site.id != after.site.id:
        raise ValueError(f"cards of two offices: {before.site.id}, {after.site.id}")
    old = {f.rule_id: f for f in before.findings}
    new = {f.rule_id: f for f in after.findings}
    ids = [*new, *(rule_id for rule_id in old if rule_id not in new)]
    again = {f.rule_id: f for f in before_again.findings} if before_again is not None else {}
    found = (_change(old.get(rule_id), new.get(rule_id), again.get(rule_id)) for rule_id in ids)
    changes = [change for change in found if change is not None]
    changes.sort(key=lambda change: -change.points)
    scored = before.score is not None and after.score is not None
    return Comparison(
        before.site.id,
        before.round,
        after.round,
        _difference(before, after),
        after.coverage - before.coverage,
        before.band,
        after.band,
        tuple(changes),
        before.pack != after.pack,
        _difference(before, before_again) if before_again is not None and scored else None,
    )


def compare_rounds(
    before: Sequence[Scorecard], after: Sequence[Scorecard], before_again: Sequence[Scorecard] = ()
) -> tuple[Comparison, ...]:
    """The comparisons of all offices that are in both rounds, in the order of the later one.

    ``before_again`` holds the earlier cards scored again, of those offices where that could be done.
    """
    earlier, again = ({card.site.id: card for card in cards} for cards in (before, before_again))
    return tuple(compare(earlier[c.site.id], c, again.get(c.site.id)) for c in after if c.site.id in earlier)


def _difference(before: Scorecard, after: Scorecard) -> float | None:
    return None if before.score is None or after.score is None else after.score - before.score


def _change(old: Finding | None, new: Finding | None, again: Finding | None) -> Change | None:
    if old is None or new is None:
        only = new or old
        assert only is not None
        earned = (new.earned if new else 0.0) - (old.earned if old else 0.0)
        outcomes = (old.outcome if old else None, new.outcome if new else None)
        words = (old.word if old else "", new.word if new else "")
        return Change(only.rule_id, only.title, Cause.RULE, *outcomes, earned, only.weight, *words)
    if _stand(old) == _stand(new) and old.weight == new.weight:
        return None
    cause = _cause(old, new, again)
    weight = max(old.weight, new.weight)
    earned = new.earned - old.earned
    return Change(new.rule_id, new.title, cause, old.outcome, new.outcome, earned, weight, old.word, new.word)


def _stand(finding: Finding) -> tuple[Outcome, float]:
    return finding.outcome, finding.points


def _cause(old: Finding, new: Finding, again: Finding | None) -> Cause:
    """The cause that explains a change best: a person's word, then our own blindness, then the rule, then the site."""
    if not old.decided_by == new.decided_by == _MACHINE:
        return Cause.CORRECTION
    if Outcome.UNCHECKED in (old.outcome, new.outcome):
        return Cause.UNCHECKED
    if Outcome.NOT_APPLICABLE in (old.outcome, new.outcome) or _stand(old) == _stand(new):
        return Cause.RULE  # switched on or off, or only the weight is another
    if again is None or _stand(again) == _stand(old):
        return Cause.SITE
    if _stand(again) == _stand(new) or again.outcome is Outcome.UNCHECKED:  # unchecked: asked only since, nobody knows
        return Cause.RULE
    return Cause.BOTH
