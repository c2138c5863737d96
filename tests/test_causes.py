"""Two rounds over 38 offices with 200 planted changes: each is laid to what was planted, and nothing else is told."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest

from auditor.compare import Cause, compare_rounds
from auditor.model import Finding, Look, Outcome, Scorecard, Seen, SiteState
from auditor.rules.pack import Pack
from auditor.score import with_findings
from tests.report_cards import STARTED, ordinary_card, small_pack

PACK = small_pack()
OTHER = replace(PACK, info=replace(PACK.info, version="1.1.0", sha256="0" * 64))
GRADED = (Outcome.COMPLETE, Outcome.STALE, Outcome.PARTIAL, Outcome.LINK_ONLY, Outcome.MISSING)
OFFICES, CHANGES = 38, 200
#: what is planted -> what it must be laid to
KINDS = {
    "site": Cause.SITE,
    "rule": Cause.RULE,
    "rule and site": Cause.BOTH,
    "rule dropped": Cause.RULE,
    "rule added": Cause.RULE,
    "rule not asked then": Cause.RULE,
    "profile": Cause.PROFILE,
    "coverage lost": Cause.UNCHECKED,
    "coverage won": Cause.UNCHECKED,
    "correction": Cause.CORRECTION,
    "correction ended": Cause.CORRECTION,
    "site, as somebody had decided": Cause.SITE,
    "re-check": Cause.RECHECK,
    "list": Cause.LIST,
}


class Planting:
    """One office in two rounds, its earlier look judged again, and what was planted."""

    def __init__(self, n: int, pack: Pack, after: Pack) -> None:
        self.before = replace(ordinary_card(n, pack, "2026-T3"), findings=())
        card = ordinary_card(n, pack, "2026-T3")
        self.old: dict[str, Finding | None] = {f.rule_id: _plain(f) for f in card.findings}
        self.new = dict(self.old)
        self.again = dict(self.old)
        self.first: dict[str, Finding] = {}  # as the first look of the later round saw it
        self.site, self.after_info = card.site, after.info
        self.planted: dict[str, Cause] = {}

    def plant(self, kind: str, rule_id: str, draw: random.Random) -> None:
        was = self.old[rule_id]
        assert was is not None
        if was.outcome not in GRADED:
            was = _with(was, draw.choice(GRADED))
        other, third = draw.sample([o for o in GRADED if o is not was.outcome], 2)
        old: Finding | None = was
        new: Finding | None = _with(was, other)
        again: Finding | None = was
        if kind == "rule":
            again = new
        elif kind == "rule and site":
            again = _with(was, third)
        elif kind == "rule dropped":
            new = again = None
        elif kind == "rule added":
            old, again = None, _with(was, Outcome.MISSING)
        elif kind == "rule not asked then":
            again = _with(was, Outcome.UNCHECKED)
        elif kind == "profile":
            new = again = replace(was, weight=was.weight + 1)
        elif kind == "coverage lost":
            new = _with(was, Outcome.UNCHECKED)
        elif kind == "coverage won":
            old = again = _with(was, Outcome.UNCHECKED)
        elif kind == "correction":
            new = _decided(was, other)
        elif kind == "correction ended":
            old = again = _decided(was, other)
            new = was
        elif kind == "site, as somebody had decided":
            new = _decided(_with(was, other), other)
        elif kind == "re-check":
            self.first[rule_id] = was
        elif kind == "list":
            new = _with(was, Outcome.NOT_APPLICABLE)
            self.site = replace(self.site, not_applicable=(*self.site.not_applicable, rule_id))
        self.old[rule_id], self.new[rule_id], self.again[rule_id] = old, new, again
        self.planted[rule_id] = KINDS[kind]

    def cards(self) -> tuple[Scorecard, Scorecard, Scorecard]:
        """The earlier card, the same judged again, the later card."""
        before, again, after = (_card(self.before, side) for side in (self.old, self.again, self.new))
        again = replace(again, pack=self.after_info)
        looks = ()
        if self.first:
            seen = {rule_id: f for rule_id, f in self.new.items() if f is not None} | self.first
            told = tuple(Seen(f.rule_id, f.outcome, f.points) for f in seen.values())
            looks = (Look(STARTED, SiteState.ALIVE, 17.2, "Tidak Informatif", told),)
        finished = STARTED + timedelta(days=20)
        after = replace(after, round="2026-T4", pack=self.after_info, site=self.site, looks=looks, finished_at=finished)
        return before, again, after


def _plain(finding: Finding) -> Finding:
    return _with(finding, finding.outcome)


def _with(finding: Finding, outcome: Outcome) -> Finding:
    return replace(finding, outcome=outcome, points=outcome.points if outcome.counted else 0.0)


def _decided(finding: Finding, outcome: Outcome) -> Finding:
    return replace(_with(finding, outcome), decided_by="Siti", machine=finding.outcome, machine_points=finding.points)


def _card(card: Scorecard, findings: dict[str, Finding | None]) -> Scorecard:
    return with_findings(card, [f for f in findings.values() if f is not None], PACK)


@dataclass(frozen=True)
class Replay:
    """Two rounds, the earlier one judged again, and what was planted: office -> indicator -> cause."""

    before: tuple[Scorecard, ...]
    again: tuple[Scorecard, ...]
    later: tuple[Scorecard, ...]
    planted: dict[str, dict[str, Cause]]

    def found(self) -> dict[str, dict[str, Cause]]:
        told = compare_rounds(self.before, self.later, self.again)
        return {c.site_id: {change.rule_id: change.cause for change in c.changes} for c in told}


def replay(seed: int) -> Replay:
    """Two rounds over 38 offices with 200 changes, at least one of each kind."""
    draw = random.Random(seed)
    after = replace(OTHER, info=replace(OTHER.info, profile="pinmas2016"))
    offices = [Planting(n, PACK, after) for n in range(OFFICES)]
    rules = [rule.id for rule in PACK.rules if rule.weight > 0]
    places = draw.sample([(office, rule_id) for office in offices for rule_id in rules], CHANGES)
    kinds = [*KINDS, *draw.choices(list(KINDS), k=CHANGES - len(KINDS))]
    for (office, rule_id), kind in zip(places, kinds, strict=True):
        office.plant(kind, rule_id, draw)
    before, again, later = zip(*(office.cards() for office in offices), strict=True)
    return Replay(before, again, later, {office.site.id: office.planted for office in offices})


@pytest.mark.parametrize("seed", range(5))
def test_each_of_200_planted_changes_is_laid_to_its_cause(seed: int) -> None:
    rounds = replay(seed)
    assert rounds.found() == rounds.planted
    assert sum(map(len, rounds.planted.values())) == CHANGES and set(KINDS.values()) == set(Cause)
