"""How the calendar lowers what a document earns (law.md section 8: one cycle late 0.75, two 0.50, more 0.25)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from auditor.checks.content import lateness
from auditor.checks.judgement import note
from auditor.model import Confidence, Outcome
from auditor.rules.pack import Pack
from auditor.rules.schema import Currency

_BY_CYCLES = {0: Outcome.COMPLETE, 1: Outcome.STALE, 2: Outcome.PARTIAL}
QUARTER = 91  # days; the cycle of agendas and of warnings
_FIVE_YEARS = 5  # the cycle of strategic plans


def by_cycles(late: int) -> tuple[Outcome, str]:
    """The most that something so many cycles late can earn, and the key of the words for it."""
    return _BY_CYCLES.get(late, Outcome.LINK_ONLY), {0: "complete", 1: "stale", 2: "older"}.get(late, "expired")


def days_late(days: int, allowed: int, cycle: int = QUARTER) -> int:
    """How many cycles of so many days something of some days ago is late, 0 within the days allowed.

    The first cycle lasts until a second one has passed whole: what was due may still come.
    """
    return max(1, (days - allowed) // cycle) if days > allowed else 0


@dataclass(frozen=True, slots=True)
class Aged:
    """The outcome the calendar allows at most, and the words for it."""

    outcome: Outcome
    reason: str
    confidence: Confidence = Confidence.HIGH


def aged(quality: Currency, label: str, year: int, period: tuple[int, int] | None, pack: Pack, today: date) -> Aged:
    """The most a document of a year (0 = unknown) and period can earn today."""
    if quality.period:
        return _period(quality, label, year, period, today)
    if quality.cycle:
        if not year:
            return Aged(quality.undated, note("found", "undated", label=label), Confidence.LOW)
        late, expected = lateness(quality, year, pack, today)
        if not late:
            return Aged(Outcome.COMPLETE, note("found", "complete_year", label=label, year=year))
        outcome, key = by_cycles(late)
        return Aged(outcome, note("found", key, label=label, year=year, expected=expected, late=late))
    if quality.max_age_years and year and today.year - year > quality.max_age_years:
        cycle, expected = quality.cycle_years or quality.max_age_years, today.year - quality.max_age_years
        late = (expected - year - 1) // cycle + 1 if str(year) in label else 1  # a year in the text may be a law's
        outcome, key = by_cycles(late)
        return Aged(outcome, note("found", key, label=label, year=year, expected=expected, late=late))
    return Aged(Outcome.COMPLETE, note("found", "complete", label=label))


def _period(quality: Currency, label: str, year: int, period: tuple[int, int] | None, today: date) -> Aged:
    if period is None:
        if year and today.year - year <= 1:
            return Aged(Outcome.COMPLETE, note("found", "complete_year", label=label, year=year), Confidence.MEDIUM)
        if year and today.year - year > 5:
            return Aged(Outcome.STALE, note("found", "period_over", label=label, period=year), Confidence.MEDIUM)
        return Aged(quality.undated, note("found", "period_unknown", label=label), Confidence.LOW)
    words, until = f"{period[0]}\u2013{period[1]}", quality.grace_until
    graced = until is not None and today <= until and period[1] >= until.year - 2
    if graced or period[0] <= today.year <= period[1]:
        return Aged(Outcome.COMPLETE, note("found", "complete_year", label=label, year=words))
    outcome, key = by_cycles((today.year - period[1] - 1) // _FIVE_YEARS + 1 if period[1] < today.year else 1)
    key = "expired_period" if key == "expired" else "period_over"
    return Aged(outcome, note("found", key, label=label, period=words))


def lower(one: Outcome, other: Outcome) -> Outcome:
    """The outcome that earns less."""
    return one if one.points <= other.points else other
