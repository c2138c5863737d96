"""A year at a glance: the scores of an office, a wilayah and a province over up to eight rounds."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from statistics import median
from typing import TYPE_CHECKING, Final

from auditor.model import OfficeKind, PastScore, Scorecard
from auditor.report.wording import clip
from auditor.score import rounded

if TYPE_CHECKING:
    from auditor.report.figures import Round

ROUNDS: Final = 8


@dataclass(frozen=True, slots=True)
class Line:
    """One name over the rounds, the oldest first; None where it could not be rated."""

    name: str
    values: tuple[Decimal | None, ...]

    @property
    def last(self) -> Decimal | None:
        return self.values[-1]

    @property
    def known(self) -> int:
        """In how many rounds it was rated."""
        return sum(value is not None for value in self.values)


@dataclass(frozen=True, slots=True)
class Climb:
    """An office that stands higher than in the first of the rounds."""

    card: Scorecard
    before: Decimal
    now: Decimal

    @property
    def change(self) -> Decimal:
        return self.now - self.before


@dataclass(frozen=True)
class Years:
    """The rounds up to this one, and what every office made of them. The Kanwil's own site counts in no median."""

    rounds: tuple[str, ...]
    past: tuple[PastScore, ...]  # of all these rounds, this one included

    @cached_property
    def _scores(self) -> dict[tuple[str, str], Decimal]:
        return {(p.round, p.site_id): rounded(p.score) for p in self.past if p.score is not None}

    def office(self, card: Scorecard) -> Line:
        """The line of one office."""
        values = tuple(self._scores.get((round_id, card.site.id)) for round_id in self.rounds)
        return Line(clip(card.site.name, 80), values)

    def area(self, province: str, area: str) -> Line:
        """The median of a wilayah's offices in each round."""
        return self._median(clip(area, 80), lambda p: (p.province, p.area) == (province, area))

    def province(self, province: str) -> Line:
        """The median of a province's offices in each round."""
        return self._median(clip(province, 80) or "Provinsi", lambda p: p.province == province)

    @cached_property
    def groups(self) -> tuple[Line, ...]:
        """The lines of the last round's provinces; of a single province those of its wilayah."""
        now = [p for p in self.past if p.round == self.rounds[-1]]
        provinces = dict.fromkeys(p.province for p in now)
        if len(provinces) > 1:
            return tuple(self.province(name) for name in provinces)
        places = {(p.province, p.area) for p in now if p.area and p.kind is not OfficeKind.KANWIL}
        return tuple(self.area(*place) for place in sorted(places))

    def whole(self, name: str) -> Line:
        """The median of all offices in each round."""
        return self._median(name, lambda p: True)

    def _median(self, name: str, belongs: Callable[[PastScore], bool]) -> Line:
        scores: dict[str, list[float]] = {}
        for p in self.past:
            if p.score is not None and p.kind is not OfficeKind.KANWIL and belongs(p):
                scores.setdefault(p.round, []).append(p.score)
        return Line(name, tuple(rounded(median(scores[r])) if r in scores else None for r in self.rounds))

    def climbers(self, cards: Sequence[Scorecard]) -> tuple[Climb, ...]:
        """The offices that gained since the first of the rounds, the largest gain first."""
        found = []
        for card in cards:
            before, now = self.office(card).values[0], self.office(card).last
            if before is not None and now is not None and now > before:
                found.append(Climb(card, before, now))
        return tuple(sorted(found, key=lambda climb: (-climb.change, climb.card.site.name)))


def years_of(round_: Round) -> Years | None:
    """The rounds up to this one; None where no other round is known."""
    earlier = tuple(dict.fromkeys(p.round for p in round_.past))[-(ROUNDS - 1) :]
    if not earlier:
        return None
    now = (
        PastScore(
            *(round_.round_id, c.site.id, c.site.province, c.site.area, c.site.kind, c.score if c.rankable else None)
        )
        for c in round_.cards
    )
    return Years((*earlier, round_.round_id), (*(p for p in round_.past if p.round in earlier), *now))
