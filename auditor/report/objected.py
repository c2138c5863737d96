"""Objections and decisions (koreksi.csv) as readers meet them: what was asked, by whom, and what came of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from auditor.inputs.corrections import ends_within
from auditor.model import Correction, CorrectionStatus, Finding, Scorecard
from auditor.objections import Standing, State, ends_soon, standings
from auditor.report.wording import clip, day, local_day, outcome_word, words


@dataclass(frozen=True, slots=True)
class Objected:
    """One row of koreksi.csv in words."""

    card: Scorecard
    rule_id: str
    title: str
    asked: str  # the outcome asked for or decided
    machine: str  # what the auditor found by itself; "" where that is not known
    reason: str
    url: str
    filed: str  # "Budi, 23 November 2026"; "" where nobody filed it
    decided: str
    until: str
    status: str  # diajukan, diterima, ditolak
    state: State
    outcome: str  # what came of it, a clause: "berlaku sampai 31 Maret 2027"

    @property
    def waiting(self) -> bool:
        return self.state is State.WAITING


def objected(card: Scorecard) -> tuple[Objected, ...]:
    """The rows on an office, those that wait first."""
    rows = [_told(card, standing) for standing in standings(card)]
    return tuple(sorted(rows, key=lambda row: not row.waiting))


def all_objected(cards: Iterable[Scorecard]) -> tuple[Objected, ...]:
    """The rows on all offices, those that wait first, then office by office."""
    return tuple(sorted((row for card in cards for row in objected(card)), key=lambda row: not row.waiting))


def waiting_text(count: int) -> str:
    """ "2 keberatan menunggu"; "" for none."""
    return str(words("keberatan")["jumlah"]).format(jumlah=count) if count else ""


def _told(card: Scorecard, standing: Standing) -> Objected:
    c, finding = standing.correction, standing.finding
    found = outcome_word(finding.word).label.lower() if finding is not None else ""
    text = str(words("keberatan")["keadaan"][standing.state.value])
    filled = text.format(
        hasil=_machine(finding).lower() if standing.state is State.NEEDLESS else found,
        sampai=day(c.valid_until),
        oleh=clip(c.decided_by, 60),
        tanggal=day(c.decided_on),
    )
    if _soon(card, c, standing.state):
        filled += str(words("keberatan")["segera"])
    return Objected(
        card,
        c.rule_id,
        clip(finding.title, 120) if finding is not None else c.rule_id,
        outcome_word(c.outcome.value).label,
        _machine(finding),
        clip(c.reason, 300),
        c.url,
        _who(c.filed_by, c.filed_on),
        _who(c.decided_by, c.decided_on),
        day(c.valid_until, "") if c.status is CorrectionStatus.ACCEPTED else "",
        c.status.value,
        standing.state,
        filled,
    )


def _soon(card: Scorecard, c: Correction, state: State) -> bool:
    at = card.finished_at
    return at is not None and state in (State.HOLDS, State.NEEDLESS) and ends_soon(c, local_day(at), ends_within())


def _machine(finding: Finding | None) -> str:
    if finding is None or (finding.corrected and finding.machine is None):
        return ""
    return outcome_word(finding.machine.value if finding.machine is not None else finding.word).label


def _who(name: str, on: date | None) -> str:
    when = day(on, "")
    return ", ".join(part for part in (clip(name, 60), when) if part)
