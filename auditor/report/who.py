"""Who lacks what: the offices behind an indicator, and the questions that are asked at every rakor."""

from __future__ import annotations

import fnmatch
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.model import Finding, Scorecard
from auditor.report.wording import OutcomeWord, outcome_word, words

if TYPE_CHECKING:
    from auditor.report.figures import Round


@dataclass(frozen=True, slots=True)
class Who:
    """The rated offices that lack something, by what was found there, and those of which it cannot be told."""

    lacking: tuple[tuple[OutcomeWord, tuple[Scorecard, ...]], ...]
    unseen: tuple[Scorecard, ...]
    unrated: tuple[Scorecard, ...]  # counted nowhere in the recap, so not here
    checked: int

    @property
    def count(self) -> int:
        return sum(len(cards) for _, cards in self.lacking)


@dataclass(frozen=True, slots=True)
class Question:
    """One question of [tanya] in laporan.toml with its answer."""

    title: str
    who: Who
    anchor: str  # the indicator whose finding a name leads to


def who_lacks(round_: Round, rule_id: str) -> Who:
    """The offices without an indicator: as many as the recap counts."""
    return _answer(round_, [rule_id])


def questions(round_: Round) -> tuple[Question, ...]:
    """The questions whose indicators the pack has."""
    known = [rule.id for rule in round_.pack.rules if rule.weight > 0]
    found = []
    for entry in words("tanya"):
        ids = [rule_id for pattern in entry["indikator"] for rule_id in fnmatch.filter(known, pattern)]
        if ids:
            found.append(Question(str(entry["judul"]), _answer(round_, ids), ids[0]))
    return tuple(found)


def _answer(round_: Round, ids: list[str]) -> Who:
    """Who has none of these indicators. One that is there answers for all; one that nobody saw leaves it open."""
    wanted = frozenset(ids)
    lacking: dict[str, list[Scorecard]] = {}
    unseen, checked = [], 0
    for standing in round_.ranked:
        own = [f for f in standing.card.findings if f.rule_id in wanted and f.applicable]
        if any(f.outcome.present for f in own):
            checked += 1
        elif own and all(f.counted for f in own):
            checked += 1
            lacking.setdefault(_best(own).word, []).append(standing.card)
        elif own:
            unseen.append(standing.card)
    groups = sorted(((outcome_word(word), tuple(cards)) for word, cards in lacking.items()), key=lambda g: -g[0].order)
    return Who(tuple(groups), tuple(unseen), tuple(s.card for s in round_.unranked), checked)


def _best(findings: list[Finding]) -> Finding:
    return max(findings, key=lambda f: f.points)
