"""The news in drawings: an office's items per week, and the age of every office's newest item on one scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import log1p

from markupsafe import Markup, escape

from auditor.model import Scorecard, Site
from auditor.report.figures import Standing
from auditor.report.wording import age, clip, listing, local_day, number, words
from auditor.report.writing import card_file
from auditor.rules.pack import Pack
from auditor.rules.schema import FreshnessQuality, Step


@dataclass(frozen=True, slots=True)
class Week:
    """One week of an office's news. ``seen``: whether all of it was; what was not seen is not quiet."""

    items: int
    seen: bool
    over: bool  # the week in which the site was opened may still get its item

    @property
    def quiet(self) -> bool:
        return self.seen and self.over and not self.items


def weeks(card: Scorecard) -> tuple[Week, ...]:
    """The weeks of a card's news, oldest first; empty where the dates could not be established.

    A week with an item counts as seen, as in the rule on rhythm (``auditor.checks.freshness``).
    """
    news = card.news
    last = len(news.weekly) - 1
    day = local_day(card.finished_at) if card.finished_at is not None else None
    monday = day - timedelta(days=day.weekday()) if day is not None else None
    made = []
    for i, items in enumerate(news.weekly):
        begun = monday - timedelta(days=7 * (last - i)) if monday is not None else None
        unseen = news.since is not None and begun is not None and begun < news.since and not items
        made.append(Week(items, not unseen, i < last))
    return tuple(made)


def unseen_weeks(found: Sequence[Week]) -> int:
    """How many weeks nobody could look at."""
    return sum(not week.seen for week in found)


def rhythm_sentence(found: Sequence[Week]) -> str:
    """What the rhythm drawing shows, in words."""
    if not found:
        return str(words("berita")["irama_kosong"])
    told, blank = sum(week.items for week in found), unseen_weeks(found)
    quiet, seen = sum(week.quiet for week in found), len(found) - blank
    text = f"{told} berita dalam {seen} pekan " + ("yang terlihat auditor" if blank else "terakhir")
    text += f", rata-rata {number(told / seen)} per pekan" if seen else ""
    text += f"; {quiet} pekan tanpa berita." if quiet else "; tidak ada pekan tanpa berita." if seen else "."
    return text + (f" {blank} pekan sebelumnya tidak diketahui." if blank else "")


_HATCH = (
    '<defs><pattern id="miring" width="8" height="8" patternUnits="userSpaceOnUse">'
    '<path class="h" d="M0 8l8-8"/></pattern></defs>'
)


def rhythm(found: Sequence[Week]) -> Markup:
    """News per week as bars, oldest first. A quiet week is a small ring on the base line, an unseen one is hatched."""
    top = max([*(week.items for week in found), 4])
    at = [(i * 10, week) for i, week in enumerate(found)]
    bars = "".join(f"M{x + 1} 56v-{round(50 * w.items / top, 1):g}h8V56z" for x, w in at if w.items)
    rings = "".join(f'<circle class="q" cx="{x + 5}" cy="53" r="2"/>' for x, w in at if w.quiet)
    blank = [x for x, w in at if not w.seen]
    area = "".join(f"M{x} 6h10v50h-10z" for x in blank)
    middle = blank[len(blank) // 2] if blank else 0
    hatched = f'{_HATCH}<path fill="url(#miring)" d="{area}"/><text x="{middle}" y="40">?</text>' if blank else ""
    width = len(found) * 10
    return Markup(
        f'<svg class="irama" viewBox="0 0 {width} 64" role="img" aria-label="{escape(rhythm_sentence(found))}">'
        f'{hatched}<path class="b" d="{bars}"/>{rings}<path class="g" d="M0 56.5h{width}"/></svg>'
    )


_LEFT, _RIGHT, _UNKNOWN = 12, 800, 824  # the scale, and where the offices of unknown age stand; drawing units
_WIDTH, _LANE, _HEAD = 1000, 18, 22
_LETTER = 7.2  # width of a letter of the labels, rather too wide than too narrow
_LONGEST = 22  # letters of an office's name
_TICKS = (1, 3, 7, 14, 30, 90, 180, 365, 730)


@dataclass(frozen=True, slots=True)
class Strip:
    """The strip chart and the same in words: per wilayah its offices with their ages, freshest first."""

    drawing: Markup
    rows: tuple[tuple[str, tuple[tuple[str, str], ...]], ...]  # (wilayah, ((office, age),))
    steps: tuple[str, ...]  # "sampai 7 hari: 100 % poin"
    oldest: int


def thresholds(pack: Pack) -> tuple[Step, ...]:
    """The ages (days) from which on the rule on the newest item gives fewer points; empty for a pack without it."""
    found = (r.quality for r in pack.rules if isinstance(r.quality, FreshnessQuality) and r.quality.measure == "usia")
    quality = next((q for q in found if q.steps), None)
    return tuple(quality.steps) if quality is not None else ()


def short_name(site: Site) -> str:
    """ "Purbalingga" for "Kankemenag Kabupaten Purbalingga", "Kota Tegal" for "Kankemenag Kota Tegal"."""
    return clip(site.name.removeprefix("Kankemenag ").removeprefix("Kabupaten "), _LONGEST)


def news_strip(standings: Sequence[Standing], pack: Pack) -> Strip | None:
    """The offices as dots over the age of their newest item (days, logarithmic), a row per wilayah.

    None where no office's age is known.
    """
    known = [s.card.news.age_days for s in standings if s.card.news.age_days is not None]
    if not known:
        return None
    far = max(*known, 100)
    steps = thresholds(pack)
    parts, told, y = [], [], _HEAD
    for area in sorted({s.area for s in standings}, key=lambda name: (not name, name)):
        members = [s.card for s in standings if s.area == area]
        members.sort(key=lambda c: (c.news.age_days is None, c.news.age_days or 0, c.site.name))
        name = clip(area, 60) or "Tanpa wilayah"
        told.append((name, tuple((short_name(c.site), _age(c)) for c in members)))
        placed, lanes = _lanes(members, far)
        dots = "".join(_dot(card, x, y + 20 + lane * _LANE, steps, at_end) for card, x, lane, at_end in placed)
        height = 20 + lanes * _LANE + 4
        parts.append(
            f'<path class="g" d="M0 {y}H{_WIDTH}"/><text class="w" x="0" y="{y + 14}">{escape(name)}</text>{dots}'
        )
        y += height
    lines = "".join(f"M{_x(s.max, far):g} {_HEAD}V{y}" for s in steps if s.max <= far)
    ticks = '<text class="n k" x="0" y="14">hari ini</text>'
    ticks += "".join(f'<text class="n" x="{_x(t, far):g}" y="14">{t}</text>' for t in _TICKS if t <= far)
    blank = f'<path class="u" d="M{_UNKNOWN - 8} {_HEAD}V{y}"/>'
    blank += f'<text class="n k" x="{_UNKNOWN}" y="14">tidak diketahui</text>'
    label = f"Umur berita terbaru {len(standings)} kantor dalam hari, menurut wilayah."
    drawing = Markup(
        f'<svg class="strip" viewBox="0 0 {_WIDTH} {y}" role="group" aria-label="{label}">'
        f'<path class="s" d="{lines}"/>{ticks}{blank}{"".join(parts)}</svg>'
    )
    shares = [f"sampai {s.max:g} hari {100 * s.points:g} %" for s in steps]
    return Strip(
        drawing,
        tuple(told),
        (f"Garis putus-putus: batas nilai, yaitu {listing(shares)} poin.",) if shares else (),
        max(known),
    )


def _age(card: Scorecard) -> str:
    return age(card.news.age_days) or "tidak diketahui"


def _x(days: float, far: float) -> float:
    return round(_LEFT + (_RIGHT - _LEFT - 110) * log1p(days) / log1p(far), 1)


def _lanes(cards: Sequence[Scorecard], far: int) -> tuple[list[tuple[Scorecard, float, int, bool]], int]:
    """(card, x, lane, whether its age is unknown) with labels that do not touch, and the number of lanes."""
    ends: list[float] = []
    unknown = 0
    placed = []
    for card in cards:
        days = card.news.age_days
        if days is None:
            placed.append((card, float(_UNKNOWN + 4), unknown, True))
            unknown += 1
            continue
        x = _x(days, far)
        lane = next((i for i, end in enumerate(ends) if end <= x - 8), len(ends))
        ends[lane : lane + 1] = [x + 10 + _LETTER * len(short_name(card.site))]
        placed.append((card, x, lane, False))
    return placed, max(len(ends), unknown, 1)


def _dot(card: Scorecard, x: float, y: float, steps: Sequence[Step], unknown: bool) -> str:
    days = card.news.age_days
    earned = next((s.points for s in steps if days is not None and days <= s.max), 0.0)
    shade = 0 if unknown else 1 + round(4 * earned)
    return (
        f'<a href="kartu-skor/{card_file(card.site.id)}.html"><g class="l{shade}">'
        f"<title>{escape(clip(card.site.name, 90))}: {_age(card)}</title>"
        f'<circle cx="{x:g}" cy="{y + 5:g}" r="5"/>'
        f'<text x="{x + 9:g}" y="{y + 9:g}">{escape(short_name(card.site))}</text></g></a>'
    )
