"""What offices promised at the last rakor, and what this round found of it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from auditor.inputs.followup import OFFICE, Entry
from auditor.model import Finding, Outcome, Scorecard
from auditor.report.wording import clip, day, local_day, outcome_word, words

if TYPE_CHECKING:
    from auditor.report.figures import Round


class Kept(StrEnum):
    """What became of a promise."""

    DONE = "ditepati"  # complete now
    BETTER = "membaik"
    SAME = "belum"
    WORSE = "menurun"
    UNSEEN = "tak_terlihat"


@dataclass(frozen=True, slots=True)
class Promise:
    """One promise in words."""

    card: Scorecard
    rule_id: str
    title: str
    action: str
    responsible: str
    due: str
    obstacle: str
    kept: Kept
    overdue: bool  # its day has passed, and it is not done
    sentence: str  # "dijanjikan 15 November 2026, kini lengkap"

    @property
    def short(self) -> str:
        """The promise in a cell: what, by whom, and what came of it."""
        told = ", ".join(part for part in (self.action or self.obstacle, self.responsible) if part)
        return f"{told}: {self.sentence}" if told else self.sentence


def promises_of(round_: Round) -> tuple[Promise, ...]:
    """The promises of the last rakor, those not kept first; () where none was written."""
    if not round_.previous:
        return ()
    last, cards = round_.previous[0].round, {card.site.id: card for card in round_.cards}
    before = {card.site.id: card for card in round_.previous}
    found = [
        _promise(entry, cards[entry.site_id], before.get(entry.site_id))
        for entry in round_.entries
        if entry.round_id == last and entry.promised and entry.site_id in cards
    ]
    order = list(Kept)
    return tuple(sorted(found, key=lambda p: (p.kept is Kept.DONE, not p.overdue, -order.index(p.kept))))


def promise_counts(promises: tuple[Promise, ...]) -> list[tuple[str, int]]:
    """(what became of them, how many), those that are there, the best first."""
    counted = Counter(p.kept for p in promises)
    return [(str(words("janji")["hasil"][kept.value]), counted[kept]) for kept in Kept if counted[kept]]


def _promise(entry: Entry, card: Scorecard, before: Scorecard | None) -> Promise:
    told = words("janji")
    now, then = (_finding(each, entry.rule_id) for each in (card, before))
    if entry.rule_id == OFFICE:
        kept, found = (Kept.DONE, told["dapat_dinilai"]) if card.rankable else (Kept.SAME, told["belum_dinilai"])
        title = str(told["kantor"])
    elif now is None:
        kept, found, title = Kept.UNSEEN, told["tak_ada"], entry.rule_id
    else:
        kept, found = _became(now, then), outcome_word(now.word).label.lower()
        title = now.title
    due, today = entry.due, local_day(card.finished_at) if card.finished_at is not None else None
    overdue = due is not None and today is not None and due < today and kept is not Kept.DONE
    when = day(due) if due is not None else clip(entry.cells["tenggat"], 40)
    key = "lewat" if overdue else "bertanggal" if when else "tanpa_tanggal"
    return Promise(
        card,
        entry.rule_id,
        clip(title, 120),
        clip(entry.cells["tindakan"], 160),
        clip(entry.cells["penanggung_jawab"], 60),
        when,
        clip(entry.cells["kendala"], 120),
        kept,
        overdue,
        str(told[key]).format(tanggal=when, hasil=found),
    )


def _finding(card: Scorecard | None, rule_id: str) -> Finding | None:
    return next((f for f in card.findings if f.rule_id == rule_id), None) if card is not None else None


def _became(now: Finding, then: Finding | None) -> Kept:
    if now.outcome is Outcome.UNCHECKED:
        return Kept.UNSEEN
    if now.outcome in (Outcome.COMPLETE, Outcome.NIL, Outcome.UNDETECTED, Outcome.NOT_APPLICABLE):
        return Kept.DONE
    if then is None or not then.outcome.counted or now.points == then.points:
        return Kept.SAME
    return Kept.BETTER if now.points > then.points else Kept.WORSE
