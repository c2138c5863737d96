"""The rule pack: its name, categories, bands, coverage floor, calendar, and the rules themselves."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from auditor.model import PackInfo, Wanted
from auditor.rules.schema import Rule


@dataclass(frozen=True, slots=True)
class Band:
    """A simulated category: scores from ``min`` (rounded to one decimal) upwards."""

    min: float
    name: str


@dataclass(frozen=True, slots=True)
class Cycle:
    """When a yearly document is due: year N's on month/day of year N + offset (law.md section 8)."""

    month: int
    day: int
    offset: int = 0

    def expected(self, today: date) -> int:
        """The newest year whose document is due on a day."""
        year = today.year - self.offset
        return year if (today.month, today.day) >= (self.month, self.day) else year - 1


@dataclass(frozen=True, slots=True)
class Pack:
    """A loaded rule pack under one weight profile. ``rules`` stand in the order of categories, then files."""

    info: PackInfo
    rules: tuple[Rule, ...]
    categories: tuple[str, ...]
    bands: tuple[Band, ...]  # highest first
    coverage_floor: float
    calendar: dict[str, Cycle]
    sources: tuple[str, ...] = ()
    sections: dict[str, tuple[str, ...]] = field(default_factory=dict)  # office section -> its vocabulary

    def rule(self, rule_id: str) -> Rule:
        """The rule with an id; KeyError when the pack has none."""
        return next((r for r in self.rules if r.id == rule_id), None) or _missing(rule_id)

    @property
    def phrases(self) -> tuple[str, ...]:
        """Every label the crawl should look for, heaviest indicators first, each once."""
        ordered = sorted(self.rules, key=lambda rule: -rule.weight)
        return tuple(dict.fromkeys(p for r in ordered for p in (*r.match.labels, *r.match.weak)))

    @property
    def wanted(self) -> tuple[Wanted, ...]:
        """The indicators that have a name to look for, heaviest first, as the crawl is told of them."""
        return tuple(
            Wanted(
                r.check,
                r.weight,
                tuple(r.match.labels),
                tuple(r.match.weak),
                tuple(r.match.under),
                tuple(r.match.elsewhere),
            )
            for r in sorted(self.rules, key=lambda rule: -rule.weight)
            if r.match.labels or r.match.weak
        )


def _missing(rule_id: str) -> Rule:
    raise KeyError(rule_id)
