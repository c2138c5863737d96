"""Two scorecards of one office, or two looks in one round -> what changed, indicator by indicator, and why. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from auditor.model import Finding, Look, Outcome, Scorecard, Seen

_MACHINE = "mesin"


class Cause(StrEnum):
    """Why an indicator stands elsewhere than it did."""

    SITE = "situs berubah"
    RECHECK = "situs berubah sebelum diperiksa ulang"  # within the round: an earlier look at it saw no change yet
    RULE = "indikator berubah"
    BOTH = "situs dan indikator berubah"
    PROFILE = "profil bobot berubah"
    LIST = "daftar situs berubah"  # the list says otherwise which indicators apply to the office
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
    around = _Around(before, after)
    found = (_change(old.get(rule_id), new.get(rule_id), again.get(rule_id), around) for rule_id in ids)
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


@dataclass(frozen=True, slots=True)
class Recheck:
    """What a later look at a site in the same round made of it."""

    before: Look  # the first look that could read the site, else the first look
    finished_at: datetime
    changes: tuple[Change, ...]  # gains first; () where the earlier look could not read the site


def recheck_of(card: Scorecard) -> Recheck | None:
    """What the look that counts found otherwise than the first one; None where it is the first."""
    first = _first_look(card)
    if first is None or card.finished_at is None:
        return None
    seen = {s.rule_id: s for s in first.seen}
    around = _Around(card, card)
    found = [_change(_as_seen(f, seen[f.rule_id]), f, None, around) for f in card.findings if f.rule_id in seen]
    changes = sorted((c for c in found if c is not None), key=lambda change: -change.points)
    return Recheck(first, card.finished_at, tuple(changes))


def failed_looks(card: Scorecard) -> tuple[Look, ...]:
    """The later looks at which the site could not be opened, so that the card stands as it was."""
    return tuple(look for look in card.looks if card.finished_at is not None and look.finished_at > card.finished_at)


def _first_look(card: Scorecard) -> Look | None:
    earlier = [x for x in card.looks if card.finished_at is not None and x.finished_at < card.finished_at]
    return next((look for look in earlier if look.seen), earlier[0] if earlier else None)


def _as_seen(finding: Finding, seen: Seen) -> Finding:
    return replace(finding, outcome=seen.outcome, points=seen.points, expired=seen.expired)


class _Around:
    """What two cards say besides their findings that may explain a change."""

    def __init__(self, before: Scorecard, after: Scorecard) -> None:
        self.other_profile = before.pack.profile != after.pack.profile
        self._other_kind = before.site.kind is not after.site.kind
        self._switched = set(before.site.not_applicable) ^ set(after.site.not_applicable)
        first = _first_look(after) if before is not after else None
        self._seen = {s.rule_id: s for s in first.seen} if first is not None else {}

    def relisted(self, rule_id: str) -> bool:
        """Whether the list of sites says otherwise whether an indicator applies to the office."""
        return self._other_kind or rule_id in self._switched

    def at_first(self, finding: Finding) -> Finding | None:
        """A finding of the later card as it was at the round's first look; None where that is the one that counts."""
        seen = self._seen.get(finding.rule_id)
        return _as_seen(finding, seen) if seen is not None else None


def _change(old: Finding | None, new: Finding | None, again: Finding | None, around: _Around) -> Change | None:
    if old is None or new is None:
        only = new or old
        assert only is not None
        earned = (new.earned if new else 0.0) - (old.earned if old else 0.0)
        outcomes = (old.outcome if old else None, new.outcome if new else None)
        words = (old.word if old else "", new.word if new else "")
        return Change(only.rule_id, only.title, Cause.RULE, *outcomes, earned, only.weight, *words)
    if _stand(old) == _stand(new) and old.weight == new.weight:
        return None
    cause = _cause(old, new, again, around)
    weight = max(old.weight, new.weight)
    earned = new.earned - old.earned
    return Change(new.rule_id, new.title, cause, old.outcome, new.outcome, earned, weight, old.word, new.word)


_Stand = tuple[Outcome, float]


def _stand(finding: Finding) -> _Stand:
    return finding.outcome, finding.points


def _own(finding: Finding) -> _Stand | None:
    """How the machine found it, whoever decided; None where that was not noted."""
    if not finding.corrected:
        return _stand(finding)
    return (finding.machine, finding.machine_points) if finding.machine is not None else None


def _cause(old: Finding, new: Finding, again: Finding | None, around: _Around) -> Cause:
    """The cause that explains a change best: a person's word, then the weights, then our own blindness, the rule, the
    site."""
    if _stand(old) == _stand(new):  # only the weight is another
        return Cause.PROFILE if around.other_profile else Cause.RULE
    if _persons_word(old, new):
        return Cause.CORRECTION
    if Outcome.UNCHECKED in (old.outcome, new.outcome):
        return Cause.UNCHECKED
    if Outcome.NOT_APPLICABLE in (old.outcome, new.outcome):
        return Cause.LIST if around.relisted(new.rule_id) else Cause.RULE
    then = _stand(again) if again is not None else _stand(old)
    if then == _stand(new) or then[0] is Outcome.UNCHECKED:  # unchecked: asked only since, nobody knows
        return Cause.RULE
    if then != _stand(old):
        return Cause.BOTH
    first = around.at_first(new)
    return Cause.RECHECK if first is not None and _stand(first) == then else Cause.SITE


def _persons_word(old: Finding, new: Finding) -> bool:
    """Whether a decision, its end or another one made the change; not where the machine's own findings make it."""
    if not (old.corrected or new.corrected):
        return False
    return (_own(old), _own(new)) != (_stand(old), _stand(new))
