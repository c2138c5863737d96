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
from auditor.report.wording import number
from auditor.report.writing import card_file
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
