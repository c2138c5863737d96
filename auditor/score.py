"""Findings -> Scorecard: the whole scoring method. ``docs/metode.md`` tells it to the officials being scored.

    score    = 100 * sum(weight * points) / sum(weight), over indicators that could be checked and apply
    coverage = weight that could be checked / weight that applies
    low      = the score if all that could not be checked were absent; high = if all of it were there

Below the pack's coverage floor (80 %) there is no band and no rank: "belum dapat dinilai".
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import ROUND_HALF_UP, Decimal
from math import fsum

from auditor.model import (
    CategoryScore,
    FetchRole,
    FetchStatus,
    Finding,
    NewsSummary,
    OfficeKind,
    Scorecard,
    Snapshot,
)
from auditor.observations import Observations
from auditor.rules.pack import Pack

_DUST = 9  # decimals kept: sums of weights carry binary dust, and 89.95 must round to 90.0
_NOT_CONTENT = frozenset({FetchStatus.DUPLICATE, FetchStatus.COPY, FetchStatus.FOREIGN_HOST})
_CONTENT_ROLES = frozenset({FetchRole.HOME, FetchRole.PAGE, FetchRole.DOCUMENT})


@dataclass(frozen=True, slots=True)
class Marks:
    """The figures a set of findings is worth. Scores are 0 to 100, ``coverage`` 0 to 1."""

    score: float | None  # None: nothing could be counted
    low: float
    high: float
    coverage: float
    band: str | None  # None below the coverage floor
    required_score: float | None
    categories: tuple[CategoryScore, ...]


def marks(findings: Iterable[Finding], pack: Pack) -> Marks:
    """The score, interval, coverage, band and category scores of findings under a pack."""
    findings = tuple(findings)
    counted = [f for f in findings if f.counted]
    earned = fsum(f.earned for f in counted)
    weight = fsum(f.weight for f in counted)
    applicable = fsum(f.weight for f in findings if f.applicable)
    value = _share(earned, weight)
    coverage = round(weight / applicable, _DUST) if applicable else 0.0
    low = _share(earned, applicable) or 0.0
    high = _share(earned + applicable - weight, applicable)
    if value is not None:
        coverage_holds = coverage >= pack.coverage_floor
        low, high = min(low, value), max(high or 0.0, value)
    else:
        coverage_holds = False
    return Marks(
        score=value,
        low=low,
        high=100.0 if high is None else high,
        coverage=coverage,
        band=band(value, pack) if value is not None and coverage_holds else None,
        required_score=_share(
            fsum(f.earned for f in counted if f.required), fsum(f.weight for f in counted if f.required)
        ),
        categories=tuple(_category(name, findings) for name in pack.categories),
    )


def band(score: float, pack: Pack) -> str:
    """The simulated category of a score: rounded half up to one decimal first (law.md L-9)."""
    shown = rounded(score)
    return next((b.name for b in pack.bands if shown >= Decimal(str(b.min))), pack.bands[-1].name)


def rounded(score: float) -> Decimal:
    """A score with one decimal, half up: 89.95 is 90.0, as a person with a pencil would round it."""
    return Decimal(repr(round(score, _DUST))).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)


def change(before: Scorecard | None, after: Scorecard) -> Decimal | None:
    """What moved between the printed scores of one office; None unless both rounds could rate it."""
    if before is None or not before.rankable or not after.rankable or before.score is None or after.score is None:
        return None
    return rounded(after.score) - rounded(before.score)


def score(
    snapshot: Snapshot,
    observations: Observations,
    findings: Sequence[Finding],
    pack: Pack,
    round_id: str,
    news: NewsSummary | None = None,
) -> Scorecard:
    """The scorecard of one site in one round."""
    m = marks(findings, pack)
    return Scorecard(
        site=snapshot.site,
        round=round_id,
        pack=pack.info,
        status=snapshot.status,
        findings=tuple(findings),
        score=m.score,
        low=m.low,
        high=m.high,
        coverage=m.coverage,
        band=m.band,
        required_score=m.required_score,
        categories=m.categories,
        news=news or NewsSummary(),
        pages_opened=observations.pages_opened,
        documents_opened=observations.documents_opened,
        not_opened=not_opened(snapshot),
        started_at=snapshot.started_at,
        finished_at=snapshot.finished_at,
        tool_version=snapshot.tool_version,
        system=observations.technical.system,
        uncorrected=uncorrected(findings, pack),
    )


def uncorrected(findings: Sequence[Finding], pack: Pack) -> float | None:
    """The score that the machine's own findings make; None where people decided nothing."""
    if not any(f.corrected and f.machine is not None for f in findings):
        return None
    own = [
        replace(f, outcome=f.machine, points=f.machine_points) if f.corrected and f.machine is not None else f
        for f in findings
    ]
    return marks(own, pack).score


def with_findings(card: Scorecard, findings: Sequence[Finding], pack: Pack) -> Scorecard:
    """The card as it would be with other findings, by the same method (fix lists, what-if)."""
    m = marks(findings, pack)
    return replace(
        card,
        findings=tuple(findings),
        score=m.score,
        low=m.low,
        high=m.high,
        coverage=m.coverage,
        band=m.band,
        required_score=m.required_score,
        categories=m.categories,
    )


def not_opened(snapshot: Snapshot) -> tuple[tuple[FetchStatus, int], ...]:
    """(reason, addresses of the site that were not seen), most first.

    Addresses that are not there (404) were seen; duplicates and other people's hosts are nothing one could miss.
    """
    reasons = {item.url: item.reason for item in snapshot.skipped if item.reason not in _NOT_CONTENT}
    for fetch in snapshot.fetches:
        if fetch.role in _CONTENT_ROLES and fetch.status is not FetchStatus.OK and not fetch.status.absent:
            reasons[fetch.url] = fetch.status
    return tuple(sorted(Counter(reasons.values()).items(), key=lambda item: (-item[1], item[0].value)))


@dataclass(frozen=True, slots=True)
class Rank:
    """A card's places; None where it cannot be ranked. Equal shown scores share a place."""

    province: int | None = None
    of_province: int = 0  # how many were ranked
    area: int | None = None
    of_area: int = 0


def ranking(cards: Iterable[Scorecard]) -> dict[str, Rank]:
    """Site id -> places within its province and its wilayah.

    Offices are ranked among offices: a Kanwil's own site has no rank, nor has a site that was not seen enough, nor an
    office that the round's list no longer has.
    """
    cards = tuple(cards)
    ranked = [card for card in cards if card.rankable and card.listed and card.site.kind is not OfficeKind.KANWIL]
    provinces = _places(ranked, lambda card: card.site.province)
    areas = _places([card for card in ranked if card.site.area], lambda card: f"{card.site.province}\n{card.site.area}")
    places = {}
    for card in cards:
        province, of_province = provinces.get(card.site.id, (None, 0))
        area, of_area = areas.get(card.site.id, (None, 0))
        places[card.site.id] = Rank(province, of_province, area, of_area)
    return places


def _places(cards: Sequence[Scorecard], group: Callable[[Scorecard], str]) -> dict[str, tuple[int, int]]:
    groups: dict[str, list[tuple[Decimal, str]]] = {}
    for card in cards:
        groups.setdefault(group(card), []).append((rounded(card.score or 0.0), card.site.id))
    return {
        site_id: (1 + sum(other > value for other, _ in members), len(members))
        for members in groups.values()
        for value, site_id in members
    }


def _category(name: str, findings: Sequence[Finding]) -> CategoryScore:
    own = [f for f in findings if f.category == name]
    earned = fsum(f.earned for f in own if f.counted)
    weight = fsum(f.weight for f in own if f.counted)
    applicable = fsum(f.weight for f in own if f.applicable)
    return CategoryScore(name, _share(earned, weight), earned, weight, applicable)


def _share(part: float, whole: float) -> float | None:
    return round(100 * part / whole, _DUST) if whole else None
