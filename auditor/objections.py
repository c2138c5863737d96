"""What has become of an objection or a decision (a row of koreksi.csv) now that a round has its cards. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from auditor.model import Correction, CorrectionStatus, Finding, Outcome, Scorecard


class State(StrEnum):
    """What a row comes to; only HOLDS bears on a score."""

    WAITING = "menunggu"  # filed, and nobody has decided
    MET = "terpenuhi"  # filed, and the finding has become what was asked for: closed by it
    HOLDS = "berlaku"
    NEEDLESS = "tidak_diperlukan"  # holds, and the machine by now finds the same
    OVERRULED = "didahului"  # would hold, but an earlier decision on the finding does
    EXPIRED = "berakhir"
    REJECTED = "ditolak"
    UNASKED = "tanpa_temuan"  # the round has no such finding


@dataclass(frozen=True, slots=True)
class Standing:
    """A row with what it comes to, and the finding it is about (None: there is none)."""

    correction: Correction
    state: State
    finding: Finding | None


def standings(card: Scorecard) -> tuple[Standing, ...]:
    """What the rows on an office come to, in their order."""
    findings = {f.rule_id: f for f in card.findings}
    day = card.finished_at.date() if card.finished_at is not None else date.min
    found, decided = [], set()
    for c in sorted(card.corrections, key=lambda c: (c.decided_on or date.max, c.valid_until or date.max)):
        finding = findings.get(c.rule_id)
        state = _state(c, finding, day)
        if state in (State.HOLDS, State.NEEDLESS):
            state = State.OVERRULED if c.rule_id in decided else state
            decided.add(c.rule_id)
        found.append((c, Standing(c, state, finding)))
    order = {id(c): n for n, c in enumerate(card.corrections)}
    return tuple(standing for _, standing in sorted(found, key=lambda each: order[id(each[0])]))


def waiting(cards: Iterable[Scorecard], corrections: Sequence[Correction] | None = None) -> tuple[str, ...]:
    """The ids of the offices that have an objection nobody has decided and no finding has closed.

    ``corrections``: the rows that hold by now, in place of those the cards were made with.
    """
    found = []
    for card in cards:
        if corrections is not None:
            card = replace(card, corrections=tuple(c for c in corrections if c.site_id == card.site.id))
        if any(s.state is State.WAITING for s in standings(card)):
            found.append(card.site.id)
    return tuple(found)


def ends_soon(correction: Correction, day: date, days: int) -> bool:
    """Whether a decision that holds on a day will not hold any more so many days later."""
    until = correction.valid_until
    return until is not None and correction.holds(day) and (until - day).days < days


def _state(c: Correction, finding: Finding | None, day: date) -> State:
    if finding is None:
        return State.UNASKED
    if c.status is CorrectionStatus.REJECTED:
        return State.REJECTED
    if c.status is CorrectionStatus.FILED:
        return State.MET if _met(c.outcome, finding.outcome, finding.points) else State.WAITING
    if not c.holds(day):
        return State.EXPIRED
    noted = finding.machine is not None
    return State.NEEDLESS if noted and _met(c.outcome, finding.machine, finding.machine_points) else State.HOLDS


def _met(asked: Outcome, found: Outcome | None, points: float) -> bool:
    """Whether a finding is what was asked for, or better where something was said to be there."""
    if found is asked:
        return True
    return found is not None and asked.counted and asked.present and found.counted and points >= asked.points
