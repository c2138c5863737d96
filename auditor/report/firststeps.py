"""What an office should do first: what keeps it from being rated, then the fixes that pay most."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.fixes import Fix, fix_list
from auditor.model import Scorecard
from auditor.quantities import duration
from auditor.report.wording import gain, hindrance, in_one_line, state_sentence, whole_sentences, words
from auditor.rules.pack import Pack

_HOW = 190  # characters on a printed card


@dataclass(frozen=True, slots=True)
class FirstStep:
    """One step in words; ``gain`` and ``effort`` are "" where there is nothing to count."""

    title: str
    how: str  # whole sentences
    gain: str
    effort: str


def first_steps(card: Scorecard, pack: Pack, limit: int) -> tuple[FirstStep, ...]:
    """The steps in their order, at most ``limit``; without a rank the first one is the obstacle's remedy."""
    _, remedy = state_sentence(card)
    obstacle = [FirstStep(str(words("kartu")["penghalang"]), remedy, "", "")] if remedy else []
    return tuple([*obstacle, *map(_step, fix_list(card, pack))][:limit])


def asks_something(card: Scorecard, pack: Pack) -> bool:
    """Whether the office is asked for anything; our own limits are not its to mend."""
    status = hindrance(card)
    obstacle = not card.rankable and (status is None or not status.ours)
    return obstacle or bool(card.red_flags) or bool(fix_list(card, pack))


def _step(fix: Fix) -> FirstStep:
    how = whole_sentences(in_one_line(fix.how), _HOW)
    return FirstStep(fix.title, how, gain(fix.gain), duration(fix.effort))
