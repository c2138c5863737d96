"""Which section of the office an item reports on, and (for a Kanwil) which office sent it in."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.language.places import place_of
from auditor.model import OfficeKind, Site

_DATELINE = re.compile(
    r"^\W*([A-Za-z][A-Za-z.' ]{2,40}?)\s*(?:,\s*[A-Za-z][A-Za-z' ]{2,30})?\s*"
    r"(?:\([^)]{1,60}\)\s*)?(?:[-\u2013\u2014|:/]|\()"
)

_HEADS = ("kantor kementerian agama", "kankemenag", "kemenag")  # of an office's name
_OFFICE = re.compile(rf"^(?:{'|'.join(_HEADS)}) ")


class Sections:
    """The sections of an office and the words by which their items are known; the order of the file decides ties."""

    def __init__(self, vocabulary: Mapping[str, Sequence[str]]) -> None:
        self._phrases = tuple((name, Phrases(found)) for name, found in vocabulary.items())

    def of(self, title: str, excerpt: str = "", categories: Sequence[str] = ()) -> str:
        """The section an item belongs to, "" when nothing tells: the site's own category, then the headline, then the
        first words of the text."""
        return next(filter(None, map(self._named, (" | ".join(categories), title, excerpt[:300]))), "")

    def _named(self, text: str) -> str:
        # Longer names are more telling: "Bimas Katolik" beats the "Bimas" of another section.
        told = {name: sum(len(normalise(hit.phrase)) for hit in phrases.hits(text)) for name, phrases in self._phrases}
        best = max(told, key=told.__getitem__, default="")
        return best if told.get(best) else ""


@lru_cache(maxsize=8)
def _names(offices: tuple[Site, ...]) -> tuple[dict[str, str], dict[str, str], dict[str, str]]:
    """Three tables to office ids: sure names ("kota magelang", "purwokerto"), bare places that are one office's only,
    and byline codes."""
    data = table("datelines")
    sure: dict[str, str] = {}
    bare: dict[str, list[str]] = {}
    codes: dict[str, str] = {}
    for office in offices:
        if office.kind is OfficeKind.KANWIL:
            continue
        place = normalise(place_of(office))
        bare.setdefault(place, []).append(office.id)
        kinds = ("kota",) if office.kind is OfficeKind.KOTA else ("kabupaten", "kab")
        sure.update({f"{kind} {place}": office.id for kind in kinds})
        sure.update({normalise(town): office.id for town in data["towns"].get(office.region_code, ())})
        codes.update({normalise(code): office.id for code in data["codes"].get(office.region_code, ())})
    seats = {normalise(town) for town in data["seats"]}
    single = {place: ids[0] for place, ids in bare.items() if len(ids) == 1 and place not in seats}
    return sure, single, codes


def office_of(title: str, excerpt: str, categories: Sequence[str], offices: tuple[Site, ...]) -> str:
    """The id of the office that sent an item in, "" when nothing tells for certain.

    By dateline ("Purbalingga - ...", "Purwokerto (Humas)"), byline code ("(pbg/hms)"), category ("Kankemenag
    Purbalingga") and last by an office named in the headline. A name shared by a kabupaten and a kota, or the Kanwil's
    own seat, counts only with its kind beside it.
    """
    sure, single, codes = _names(offices)
    dateline = _DATELINE.match(excerpt.strip())
    for named in (dateline[1] if dateline else "", *categories):
        place = _OFFICE.sub("", normalise(named))
        if found := sure.get(place) or single.get(place):
            return found
    code = re.search(r"\(([a-z]{2,5})(?:[/-][a-z/]{2,12})?\)\s*\.?$", excerpt.strip(), re.IGNORECASE)
    if code and (found := codes.get(normalise(code[1]))):
        return found
    text = f" {normalise(title)} | {normalise(excerpt[:200])} "
    told = {
        office
        for name, office in (*sure.items(), *single.items())
        if any(f" {head} {name} " in text for head in _HEADS)
    }
    return told.pop() if len(told) == 1 else ""
