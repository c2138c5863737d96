"""What goes with a high score in this round: counts and medians, no causes, nothing on groups smaller than five."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from auditor.model import Scorecard
from auditor.report.figures import Round
from auditor.report.newsplots import unseen_weeks, weeks
from auditor.score import rounded
from auditor.web.hosts import host_of

SMALLEST_GROUP = 5
_QUIET_WEEKS = 4
_STEADY, _QUIET = f"paling banyak {_QUIET_WEEKS} pekan tanpa berita", f"lebih dari {_QUIET_WEEKS} pekan tanpa berita"
_AGES = ("paling lama 7 hari", "8 sampai 30 hari", "lebih dari 30 hari")
_UNKNOWN, _NO_SYSTEM = "tidak dapat ditentukan", "tidak dikenali"


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the ranked offices, at least ``SMALLEST_GROUP``."""

    label: str
    offices: int
    median: Decimal


@dataclass(frozen=True, slots=True)
class Factor:
    """One way to group the offices; ``others`` are those in groups too small to be shown."""

    name: str
    groups: tuple[Group, ...]
    others: int


def factors(round_: Round) -> tuple[Factor, ...]:
    """The factors for which at least two groups are large enough to be compared."""
    ways: tuple[tuple[str, Callable[[Scorecard], str], Sequence[str]], ...] = (
        ("Alamat situs", _host, ()),
        ("Situs PPID", _ppid, ()),
        ("Sistem yang dipakai", lambda c: c.system or _NO_SYSTEM, ()),
        ("Irama berita 26 pekan", _rhythm, (_STEADY, _QUIET, _UNKNOWN)),
        ("Berita terbaru", _fresh, (*_AGES, _UNKNOWN)),
        ("Wilayah", lambda c: c.site.area or "tanpa wilayah", ()),
    )
    found = []
    for name, label_of, order in ways:
        groups: dict[str, list[float]] = {}
        for s in round_.ranked:
            groups.setdefault(label_of(s.card), []).append(s.card.score or 0.0)
        labels = [label for label in order if label in groups] or sorted(groups, key=lambda g: (g == _NO_SYSTEM, g))
        made = tuple(
            Group(label, len(groups[label]), rounded(median(groups[label])))
            for label in labels
            if len(groups[label]) >= SMALLEST_GROUP
        )
        if len(made) >= 2:
            found.append(Factor(name, made, len(round_.ranked) - sum(g.offices for g in made)))
    return tuple(found)


def _host(card: Scorecard) -> str:
    return "berakhiran .go.id" if host_of(card.site.url).split(":")[0].endswith(".go.id") else "alamat lain"


def _ppid(card: Scorecard) -> str:
    own = card.site.ppid_url and host_of(card.site.ppid_url) != host_of(card.site.url)
    return "pada alamat tersendiri" if own else "menyatu dengan situs kantor"


def _rhythm(card: Scorecard) -> str:
    found = weeks(card)
    quiet = sum(week.quiet for week in found)
    if quiet > _QUIET_WEEKS:
        return _QUIET
    return _UNKNOWN if not found or quiet + unseen_weeks(found) > _QUIET_WEEKS else _STEADY


def _fresh(card: Scorecard) -> str:
    days = card.news.age_days
    return _UNKNOWN if days is None else _AGES[0] if days <= 7 else _AGES[1] if days <= 30 else _AGES[2]
