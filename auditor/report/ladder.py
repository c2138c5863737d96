"""How far each office is from the next simulated category: in points, in steps, and which steps."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from auditor.fixes import Fix, fix_list, next_band
from auditor.model import Scorecard
from auditor.quantities import duration
from auditor.report.wording import number, words
from auditor.rules.pack import Pack
from auditor.score import rounded

if TYPE_CHECKING:
    from auditor.report.figures import Round


@dataclass(frozen=True, slots=True)
class Climb:
    """The way to the next category; ``steps`` is () where all fixes together would not reach it."""

    card: Scorecard
    band: str
    missing: Decimal  # points of the score
    steps: tuple[Fix, ...]

    @property
    def effort(self) -> str:
        """How long the steps take."""
        return duration(sum(step.effort for step in self.steps))

    @property
    def sentence(self) -> str:
        """The distance in one sentence."""
        told = words("riwayat")
        key = "jarak" if self.steps else "jarak_jauh"
        return str(told[key]).format(
            kategori=self.band, kurang=number(self.missing), langkah=len(self.steps), waktu=self.effort
        )


def climb_of(card: Scorecard, pack: Pack) -> Climb | None:
    """The way up from a card's category; None for the best one, and for a card that has none."""
    if card.band is None or card.score is None:
        return None
    names = [band.name for band in pack.bands]
    at = names.index(card.band) if card.band in names else 0
    if not at:
        return None
    above = pack.bands[at - 1]
    fixes = fix_list(card, pack)
    found = next_band(card, fixes, pack)
    steps = fixes[: found.fixes] if found is not None else ()
    return Climb(card, above.name, Decimal(str(above.min)) - rounded(card.score), steps)


def ladder(round_: Round) -> tuple[Climb, ...]:
    """The offices that can still climb, the nearest first."""
    found = [climb for s in round_.ranked if (climb := climb_of(s.card, round_.pack)) is not None]
    return tuple(sorted(found, key=lambda climb: (climb.missing, climb.card.site.name)))
