"""What keeps offices from mending their sites, by kind and wilayah: the list that the Kanwil acts on."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from auditor.data import table
from auditor.inputs.followup import Entry

if TYPE_CHECKING:
    from auditor.report.figures import Round


@dataclass(frozen=True, slots=True)
class Count:
    """How often a kind was named."""

    offices: int
    findings: int


@dataclass(frozen=True, slots=True)
class ObstacleRow:
    """The obstacles of one wilayah, by kind in the order of ``kinds``."""

    area: str
    counts: tuple[Count, ...]
    total: Count


def kinds() -> tuple[str, ...]:
    """The kinds of obstacles, the last one for what fits no other."""
    return tuple(str(kind["nama"]) for kind in table("kendala")["jenis"])


def choices() -> tuple[str, ...]:
    """The words that a workbook offers for an obstacle."""
    return tuple(str(word) for kind in table("kendala")["jenis"] for word in kind["pilihan"])


def kind_of(text: str) -> str:
    """The kind of an obstacle: the one written before a colon, else that of the word that comes first."""
    written = text.casefold()
    named = next(
        (kind for kind in kinds() if re.match(rf"\s*{re.escape(kind.casefold())}\s*(?:[:/,-]|$)", written)), None
    )
    if named is not None:
        return named
    first = [(found.start(), n) for n, pattern in enumerate(_patterns()) if (found := pattern.search(written))]
    return kinds()[min(first)[1]] if first else kinds()[-1]


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """For each kind what names it; a kind without words matches nothing."""
    found = []
    for kind in table("kendala")["jenis"]:
        words = "|".join(re.escape(str(word)) for word in kind["kata"])
        found.append(re.compile(rf"\b(?:{words})\b") if words else re.compile(r"(?!)"))
    return tuple(found)


def obstacles_of(round_: Round) -> tuple[ObstacleRow, ...]:
    """The obstacles by wilayah, then of all offices together; () where none was written.

    Those of this round's rakor; before it was held, those of the last one.
    """
    entries = _written(round_, round_.round_id)
    if not entries and round_.previous:
        entries = _written(round_, round_.previous[0].round)
    if not entries:
        return ()
    areas = {card.site.id: card.site.area for card in round_.cards}
    named = sorted({areas[entry.site_id] for entry in entries})
    rows = [_row(area, [e for e in entries if areas[e.site_id] == area]) for area in named]
    return (*rows, _row("", entries)) if len(rows) > 1 else tuple(rows)


def _written(round_: Round, round_id: str) -> list[Entry]:
    here = {card.site.id for card in round_.cards}
    return [e for e in round_.entries if e.round_id == round_id and e.site_id in here and e.cells["kendala"]]


def _row(area: str, entries: Iterable[Entry]) -> ObstacleRow:
    found = [(kind_of(entry.cells["kendala"]), entry.site_id) for entry in entries]
    counts = [_count([site for kind, site in found if kind == name]) for name in kinds()]
    return ObstacleRow(area, tuple(counts), _count([site for _, site in found]))


def _count(sites: list[str]) -> Count:
    return Count(len(set(sites)), len(sites))
