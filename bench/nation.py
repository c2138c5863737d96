"""A made-up country for the other benches: offices of 38 invented provinces, and their rounds in an audit.db.

Provinces differ in size as real ones do (the largest has a dozen times the offices of the smallest); cards are those of
the report tests, so that blocked, unregistered and flagged sites are among them. Everything from a fixed seed.
"""

from __future__ import annotations

import random
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

from auditor.model import OfficeKind, Scorecard, Site
from auditor.rules.pack import Pack
from auditor.store import Store
from tests.report_cards import office, province

SEED = 2026
PROVINCES = 38
SMALLEST, LARGEST = 1.0, 12.0  # shares of a province, before they are made to sum to all offices
AREA_SIZE = 12  # offices of a wilayah, about
_SYLLABLES = ("ban", "ci", "du", "gi", "ka", "la", "ma", "nu", "pe", "ra", "su", "ta", "wo", "yo")
_KINDS = ("Kabupaten", "Kabupaten", "Kabupaten", "Kota")


def country(count: int) -> list[Site]:
    """So many offices, province by province; the first is ``kab-0000``, each has a name and an address of its own."""
    chance = random.Random(SEED)
    shares = [SMALLEST + (LARGEST - SMALLEST) * (n / (PROVINCES - 1)) ** 2 for n in range(PROVINCES)]
    chance.shuffle(shares)
    bounds = [round(count * sum(shares[:n]) / sum(shares)) for n in range(PROVINCES + 1)]
    sites = []
    for n, (first, end) in enumerate(pairwise(bounds)):
        name = f"{_word(chance, 2)} {_word(chance, 2)}"
        areas = max(1, (end - first) // AREA_SIZE)
        for number in range(first, end):
            kind = chance.choice(_KINDS)
            sites.append(
                office(
                    number % 38,
                    id=f"kab-{number:04d}",
                    name=f"Kankemenag {kind} {_word(chance, 3)} {number}",
                    kind=OfficeKind(kind.lower()),
                    url=f"https://kantor{number}.contoh.example",
                    province=name,
                    area=f"Wilayah {name} {number % areas + 1}",
                    region_code=f"{n + 11}{number % 100:02d}",
                )
            )
    return sites


def cards_of(sites: Sequence[Site], pack: Pack, names: Sequence[str], number: int) -> Iterator[Scorecard]:
    """The cards of the round ``names[number]``, one an office; rounds are a quarter apart."""
    kinds = province(pack, names[number])
    back = timedelta(days=91 * (len(names) - 1 - number))
    for n, site in enumerate(sites):
        card = kinds[(n + number) % len(kinds)]
        site = replace(site, url="") if not card.site.url else site
        yield replace(
            card,
            site=site,
            findings=tuple(replace(f, site_id=site.id) for f in card.findings),
            started_at=card.started_at - back if card.started_at is not None else None,
            finished_at=card.finished_at - back if card.finished_at is not None else None,
        )


def history(folder: Path, sites: Sequence[Site], pack: Pack, names: Sequence[str]) -> None:
    """Writes audit.db with these rounds, oldest first."""
    with Store.open(folder, write=True) as store:
        store._db.execute("PRAGMA synchronous = OFF")  # the disk is not what is measured
        for number, name in enumerate(names):
            store.enlist(name, sites)
            for n, card in enumerate(cards_of(sites, pack, names, number)):
                store.save(card, n, Path(f"{name}/bukti/{card.site.id}.warc.gz"), "f" * 64)
            print(f"{name}: {len(sites)} kantor", file=sys.stderr, flush=True)


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables)).capitalize()
