"""The kabupaten and kota of Indonesia, as the reader of names and hosts needs them.

Names and codes: Kepmendagri on codes of administrative regions, in ``auditor/data/kabupaten_kota.csv``.
"""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from types import MappingProxyType

from auditor.language.phrases import normalise
from auditor.model import OfficeKind


@dataclass(frozen=True, slots=True)
class Place:
    """One kabupaten or kota; ``name`` without the kind: "Magelang"."""

    code: str  # "3371"
    kind: OfficeKind
    name: str
    province: str

    @property
    def key(self) -> str:
        """The name as texts are compared: lower case, one space between words."""
        return normalise(self.name)

    @property
    def slug(self) -> str:
        """The name as hosts write it: "kulonprogo"."""
        return self.key.replace(" ", "")


@cache
def all_places() -> tuple[Place, ...]:
    """Every kabupaten and kota, in the order of their codes."""
    text = files("auditor.data").joinpath("kabupaten_kota.csv").read_text(encoding="utf-8")
    return tuple(
        Place(row["kode"], OfficeKind(row["jenis"]), row["nama"], row["provinsi"])
        for row in csv.DictReader(text.splitlines())
    )


@cache
def by_key() -> Mapping[str, tuple[Place, ...]]:
    """Normalised name -> the places that bear it (a kabupaten and a kota may share one)."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in all_places():
        found[place.key] = (*found.get(place.key, ()), place)
    return MappingProxyType(found)


@cache
def by_slug() -> Mapping[str, tuple[Place, ...]]:
    """Name as hosts write it -> places, in both spellings offices use: "magelang", "kotamagelang", "kabmagelang"."""
    found: dict[str, tuple[Place, ...]] = {}
    for place in all_places():
        short = "kota" if place.kind is OfficeKind.KOTA else "kab"
        spellings = {place.slug, short + place.slug}
        if place.kind is OfficeKind.KABUPATEN:
            spellings.add("kabupaten" + place.slug)
        for spelling in spellings:
            found[spelling] = (*found.get(spelling, ()), place)
    return MappingProxyType(found)
