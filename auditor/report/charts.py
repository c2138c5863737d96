"""Small inline SVG drawings. Colours come from classes in the style sheet; numbers always stand beside them as text."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files

from markupsafe import Markup, escape

from auditor.model import Scorecard
from auditor.report.figures import Standing
from auditor.report.wording import clip, number
from auditor.report.writing import card_file
from auditor.report.years import Line, Years
from auditor.rules.pack import Band


def level(score: Decimal | None, bands: Sequence[Band]) -> int:
    """The shade of a score: 5 for the best band down to 1, 0 for no score."""
    if score is None:
        return 0
    place = next((i for i, band in enumerate(bands) if score >= Decimal(repr(band.min))), len(bands) - 1)
    return max(1, 5 - place)


def interval(card: Scorecard) -> Markup:
    """The score as a mark on its interval, on a track from 0 to 100."""
    if card.score is None:
        return Markup("")
    low, high, at = (round(v, 1) for v in (card.low, card.high, card.score))
    return Markup(
        '<svg class="rt" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="t" d="M0 4h100v2H0z"/>'
        f'<path class="i" d="M{low:g} 2h{max(high - low, 0.6):g}v6H{low:g}z"/>{_mark("d", at, "0v10")}</svg>'
    )


def bar(score: Decimal | None, area: Decimal | None, province: Decimal | None) -> Markup:
    """A category's bar with a tick for the wilayah's median (short) and one for the province's (long)."""
    parts = [
        '<svg class="bt" viewBox="0 0 100 16" preserveAspectRatio="none" aria-hidden="true">'
        '<path class="t" d="M0 4h100v8H0z"/>'
    ]
    if score is not None:
        parts.append(f'<path class="b" d="M0 4h{score}v8H0z"/>')
    if province is not None:
        parts.append(_mark("p", province, "0v16"))
    if area is not None:
        parts.append(_mark("w", area, "8v8"))
    return Markup("".join(parts) + "</svg>")


def _mark(name: str, at: Decimal | float, path: str) -> str:
    """An upright tick that keeps its width however wide the drawing is stretched."""
    return f'<path class="{name}" d="M{min(float(at), 99.5):g} {path}"/>'


def distribution(standings: Sequence[Standing], bands: Sequence[Band]) -> Markup:
    """Every ranked office as a dot over its score, with the bands as ground."""
    piles: dict[int, int] = {}
    dots = []
    for standing in sorted(standings, key=lambda s: s.score or 0):
        assert standing.score is not None
        at = int(standing.score / 2)
        piles[at] = piles.get(at, 0) + 1
        dots.append(
            f'<circle class="l{level(standing.score, bands)}" cx="{at * 20 + 10}" cy="{{}}" r="8">'
            f"<title>{escape(standing.card.site.name)}: {number(standing.score)}</title></circle>"
        )
    height = 20 * max([*piles.values(), 3])
    seen: dict[int, int] = {}
    placed = []
    for dot, standing in zip(dots, sorted(standings, key=lambda s: s.score or 0), strict=True):
        at = int((standing.score or Decimal(0)) / 2)
        seen[at] = seen.get(at, 0) + 1
        placed.append(dot.replace("{}", str(height - 20 * seen[at] + 14)))
    ground, upper = [], 100.0
    for i, band in enumerate(bands):
        ground.append(
            f'<rect class="z z{i % 2}" x="{band.min * 10:g}" '
            f'width="{(upper - band.min) * 10:g}" height="{height + 8}"/>'
        )
        ground.append(f'<text x="{(upper + band.min) * 5:g}" y="{height + 30}">{escape(band.name[0])}</text>')
        ground.append(f'<text class="n" x="{band.min * 10:g}" y="{height + 48}">{band.min:g}</text>')
        upper = band.min
    label = f"Sebaran skor {len(standings)} kantor yang diberi peringkat."
    return Markup(
        f'<svg class="sebar" viewBox="-10 0 1030 {height + 54}" role="img" aria-label="{label}">'
        f"{''.join(ground)}{''.join(placed)}</svg>"
    )


@dataclass(frozen=True, slots=True)
class Tile:
    """One kabupaten or kota on the tile grid."""

    code: str
    short: str
    column: int
    row: int


@lru_cache(maxsize=1)
def tiles() -> dict[str, Tile]:
    """The tile grid by kode_wilayah (auditor/data/tiles.csv)."""
    with files("auditor.data").joinpath("tiles.csv").open(encoding="utf-8-sig") as file:
        rows = csv.DictReader(file)
        return {
            r["kode_wilayah"]: Tile(r["kode_wilayah"], r["singkatan"], int(r["kolom"]), int(r["baris"])) for r in rows
        }


def tile_map(standings: Sequence[Standing], bands: Sequence[Band]) -> Markup:
    """The offices laid out roughly as on the map; "" when hardly any office has a place on the grid."""
    placed = [(tile, s) for s in standings if (tile := tiles().get(s.card.site.region_code)) is not None]
    if len(placed) < 5:
        return Markup("")
    left = min(t.column for t, _ in placed)
    top = min(t.row for t, _ in placed)
    width = max(t.column for t, _ in placed) - left + 1
    height = max(t.row for t, _ in placed) - top + 1
    parts = []
    for tile, s in placed:
        x, y = (tile.column - left) * 100, (tile.row - top) * 62
        shown = number(s.score) if s.place is not None else "?"
        parts.append(
            f'<a href="kartu-skor/{card_file(s.card.site.id)}.html">'
            f'<g class="l{level(s.score if s.place is not None else None, bands)}">'
            f"<title>{escape(s.card.site.name)}: {shown if shown != '?' else 'belum dapat dinilai'}</title>"
            f'<rect x="{x + 2}" y="{y + 2}" width="96" height="58" rx="6"/>'
            f'<text x="{x + 50}" y="{y + 26}">{escape(tile.short)}</text>'
            f'<text class="v" x="{x + 50}" y="{y + 48}">{shown}</text></g></a>'
        )
    return Markup(
        f'<svg class="petak" viewBox="0 0 {width * 100} {height * 62}" role="group" aria-label="Peta petak kantor">'
        f"{''.join(parts)}</svg>"
    )


_WIDE, _HIGH, _LEFT, _TOP, _FOOT = 640, 240, 44, 12, 46
_NAMED = 17  # characters of a name at the end of its line
_APART = 17  # between two names
GROUPS = 8  # drawn in one picture; all of them stand in the table below it


def lines(rounds: Sequence[str], drawn: Sequence[tuple[str, Line]]) -> Markup:
    """Lines over the rounds, each with its class and its name and last value at its end; "" where nothing is known.

    The last one lies on top. A round without a value leaves a gap: nobody knows what was there.
    """
    drawn = [(name, line) for name, line in drawn if line.known]
    values = [float(value) for _, line in drawn for value in line.values if value is not None]
    if not values:
        return Markup("")
    low, high = _range(min(values), max(values))
    right = _WIDE - 172
    step = (right - _LEFT) / max(len(rounds) - 1, 1)

    def y(value: float) -> float:
        return round(_TOP + (high - value) / (high - low) * (_HIGH - _TOP - _FOOT), 1)

    parts = []
    for mark in range(low, high + 1, 10 if high - low <= 60 else 20):
        parts.append(f'<path class="r" d="M{_LEFT} {y(mark)}H{right}"/>')
        parts.append(f'<text class="n" x="{_LEFT - 8}" y="{y(mark) + 5}">{mark}</text>')
    for n, (quarter, year) in enumerate(_marks(rounds)):
        x = round(_LEFT + n * step, 1)
        parts.append(f'<text class="u" x="{x}" y="{_HIGH - 24}">{escape(quarter)}</text>')
        parts.append(f'<text class="u" x="{x}" y="{_HIGH - 8}">{escape(year)}</text>' if year else "")
    ends: list[tuple[float, str, Line]] = []
    for name, line in drawn:
        points = [(round(_LEFT + n * step, 1), None if v is None else y(float(v))) for n, v in enumerate(line.values)]
        parts.append(f'<path class="{name}" d="{_path(points)}"/>')
        parts += [f'<circle class="{name}" cx="{x}" cy="{at}" r="3.5"/>' for x, at in points if at is not None]
        at = next(at for _, at in reversed(points) if at is not None)
        ends.append((at, name, line))
    names, height = _ends(ends, right + 9)
    label = f"Skor dari putaran ke putaran, {len(rounds)} putaran."
    return Markup(
        f'<svg class="garis" viewBox="0 0 {_WIDE} {height}" role="img" aria-label="{label}">'
        f"{''.join(parts)}{names}</svg>"
    )


def over_the_years(years: Years, whole: Line) -> Markup:
    """The lines of all offices together and, thinner, of the groups they fall into."""
    drawn = [(f"w w{n}", line) for n, line in enumerate(years.groups[:GROUPS])]
    return lines(years.rounds, [*drawn, ("p", whole)])


def _ends(ends: Sequence[tuple[float, str, Line]], x: int) -> tuple[str, int]:
    """The names and last values beside the ends of the lines, none over another, and the height that takes."""
    told, placed = [], -99.0
    for at, name, line in sorted(ends, key=lambda end: end[0]):
        placed = max(at + 5, placed + _APART)
        value = next(v for v in reversed(line.values) if v is not None)
        short = clip(line.name.removeprefix("eks-Karesidenan ").removeprefix("Kankemenag "), _NAMED)
        told.append(f'<text class="k {name}" x="{x}" y="{round(placed, 1)}">{escape(short)} {number(value)}</text>')
    return "".join(told), max(_HIGH, round(placed) + 8)


def spark(line: Line) -> Markup:
    """A line over the rounds the height of a text; its numbers stand beside it."""
    step = 90 / max(len(line.values) - 1, 1)
    points = [
        (round(5 + n * step, 1), None if value is None else round(22 - float(value) * 0.2, 1))
        for n, value in enumerate(line.values)
    ]
    known = [point for point in points if point[1] is not None]
    if not known:
        return Markup("")
    x, y = known[-1]
    return Markup(
        f'<svg class="kilat" viewBox="0 0 100 24" aria-hidden="true"><path d="{_path(points)}"/>'
        f'<circle cx="{x}" cy="{y}" r="3"/></svg>'
    )


def short_round(round_id: str) -> str:
    """ "T4 2026" for "2026-T4": as short as stands under a mark."""
    year, _, quarter = round_id.partition("-T")
    return f"T{quarter} {year}" if year.isdigit() and quarter else clip(round_id, 9)


def _marks(rounds: Sequence[str]) -> list[tuple[str, str]]:
    """What stands under each round: its quarter, and its year where another one begins."""
    told, before = [], ""
    for round_id in rounds:
        quarter, _, year = short_round(round_id).partition(" ")
        told.append((quarter, "" if year == before else year))
        before = year
    return told


def _range(low: float, high: float) -> tuple[int, int]:
    """The tens that hold the values, at least thirty points of them: small moves must not look large."""
    first, last = int(low // 10) * 10, -int(-high // 10) * 10
    while last - first < 30:
        first, last = max(first - 10, 0), min(last + 10, 100)
    return first, last


def _path(points: Sequence[tuple[float, float | None]]) -> str:
    """The line through the points that are known, broken where one is not."""
    told, drawing = [], False
    for x, y in points:
        if y is not None:
            told.append(f"{'L' if drawing else 'M'}{x} {y}")
        drawing = y is not None
    return "".join(told)
