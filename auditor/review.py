"""What most deserves a human look, and what an answer to it means. Pure."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from enum import StrEnum
from math import prod
from typing import Final

from auditor.data import table
from auditor.evaluate import Label, as_told, own_finding
from auditor.model import Confidence, Finding, Outcome, Scorecard
from auditor.rules.pack import Pack

_PERSONS_PART: Final = frozenset({"freshness", "technical", "flag"})  # measured, or said in other words


class Answer(StrEnum):
    """What a person says after looking, as it stands in files."""

    THERE = "ada"
    PARTLY = "sebagian"
    ABSENT = "tidak"
    UNSEEN = "tidak_dapat_diperiksa"

    @property
    def outcome(self) -> Outcome:
        return _OUTCOMES[self]


_OUTCOMES: Final = {
    Answer.THERE: Outcome.COMPLETE,
    Answer.PARTLY: Outcome.PARTIAL,
    Answer.ABSENT: Outcome.MISSING,
    Answer.UNSEEN: Outcome.UNCHECKED,
}


class Doubt(StrEnum):
    """Why a finding is asked about; how much each counts stands in tinjau.toml."""

    UNSURE = "ragu"  # the machine says so itself
    HALF_SURE = "setengah_ragu"
    LEAD = "petunjuk"  # it could not be checked, and something of its name was seen
    PICTURE = "gambar"  # read from a picture
    NEW = "situs_baru"  # the site was never looked at before


@dataclass(frozen=True, slots=True)
class Question:
    """One finding that a person is asked about. ``worth``: the weight that hangs on it, times how doubtful it is."""

    card: Scorecard
    finding: Finding
    doubts: tuple[Doubt, ...]
    worth: float


def questions(cards: Iterable[Scorecard], pack: Pack, known: Collection[str]) -> tuple[Question, ...]:
    """The findings that deserve a look, those first on which most hangs. ``known``: ids of sites seen in other rounds.

    Left out: what a person has decided, what has no weight or does not apply, what is measured, sites that could not be
    read at all.
    """
    asked = {rule.id for rule in pack.rules if rule.check not in _PERSONS_PART}
    chances = {doubt: float(table("tinjau")["ragu"][doubt.value]) for doubt in Doubt}
    quote = table("notes")["pictures"]["quote"].split("{")[0].strip()
    found = []
    for card in cards:
        if not card.status.readable:
            continue
        new = card.site.id not in known
        for finding in card.findings:
            if finding.applicable and not finding.corrected and finding.rule_id in asked:
                doubts = _doubts(finding, new, quote)
                if doubts:
                    doubtful = 1 - prod(1 - chances[doubt] for doubt in doubts)
                    found.append(Question(card, finding, doubts, finding.weight * doubtful))
    return tuple(sorted(found, key=lambda q: (-q.worth, q.card.site.id, q.finding.rule_id)))


def correcting(answer: Answer, finding: Finding) -> Outcome | None:
    """What a correction has to say after an answer; None where the answer says what the machine found."""
    own = own_finding(finding)
    label = Label(finding.site_id, finding.rule_id, answer.outcome, coarse=answer is not Answer.UNSEEN)
    return None if as_told(label, own) is answer.outcome else answer.outcome


def _doubts(finding: Finding, new: bool, quote: str) -> tuple[Doubt, ...]:
    found = []
    if finding.confidence is Confidence.LOW:
        found.append(Doubt.UNSURE)
    elif finding.confidence is Confidence.MEDIUM:
        found.append(Doubt.HALF_SURE)
    if finding.outcome is Outcome.UNCHECKED and (finding.nearest is not None or finding.considered):
        found.append(Doubt.LEAD)
    if any(proof.quote.startswith(quote) for proof in finding.evidence):
        found.append(Doubt.PICTURE)
    if new:
        found.append(Doubt.NEW)
    return tuple(found)
