"""What goes with a high score in this round: counts and medians, no causes, nothing on groups smaller than five."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from statistics import median

from auditor.model import Scorecard
from auditor.read.hosts import host_of
from auditor.report.figures import Round
from auditor.report.newsplots import unseen_weeks, weeks
from auditor.score import rounded

SMALLEST_GROUP = 5
_QUIET_WEEKS = 4


@dataclass(frozen=True, slots=True)
class Group:
    """Some of the ranked offices. ``median`` is None where the group is too small to say."""

    label: str
    offices: int
    median: Decimal | None


@dataclass(frozen=True, slots=True)
class Factor:
    name: str
    groups: tuple[Group, ...]


def factors(round_: Round) -> tuple[Factor, ...]:
    """The factors for which at least two groups are large enough to be compared."""
    ways: tuple[tuple[str, Callable[[Scorecard], str]], ...] = (
        ("Alamat situs", _host),
        ("Situs PPID", _ppid),
        ("Sistem yang dipakai", lambda c: c.system or "tidak dikenali"),
        ("Irama berita 26 pekan", _rhythm),
        ("Berita terbaru", _fresh),
        ("Wilayah", lambda c: c.site.area or "tanpa wilayah"),
    )
    found = []
    for name, label_of in ways:
        groups: dict[str, list[float]] = {}
        for s in round_.ranked:
            groups.setdefault(label_of(s.card), []).append(s.card.score or 0.0)
        made = tuple(
            Group(label, len(scores), rounded(median(scores)) if len(scores) >= SMALLEST_GROUP else None)
            for label, scores in sorted(groups.items())
        )
        if sum(g.median is not None for g in made) >= 2:
            found.append(Factor(name, made))
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
        return f"lebih dari {_QUIET_WEEKS} pekan tanpa berita"
    if not found or quiet + unseen_weeks(found) > _QUIET_WEEKS:
        return "tidak dapat ditentukan"
    return f"paling banyak {_QUIET_WEEKS} pekan tanpa berita"


def _fresh(card: Scorecard) -> str:
    days = card.news.age_days
    if days is None:
        return "tidak dapat ditentukan"
    return "paling lama 7 hari" if days <= 7 else "8 sampai 30 hari" if days <= 30 else "lebih dari 30 hari"
