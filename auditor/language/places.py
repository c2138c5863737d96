"""Other kabupaten and kota named in a text: the sign of a page or an address copied from another office.

Word lists: ``auditor/data/places.toml``; names: ``auditor/data/kabupaten_kota.csv``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.data import table
from auditor.language.gazetteer import Place, by_key
from auditor.language.phrases import normalise, normalised
from auditor.model import OfficeKind, Site

_KINDS = {"kabupaten": OfficeKind.KABUPATEN, "kab": OfficeKind.KABUPATEN, "kota": OfficeKind.KOTA}


@dataclass(frozen=True, slots=True)
class PlaceNamed:
    """A kabupaten or kota as a text names it. ``kind`` is None where the text does not say it."""

    place: Place
    kind: OfficeKind | None
    quote: str
    at: int  # offset in the text

    @property
    def name(self) -> str:
        """ "Kota Semarang" where the text says so, else the bare name."""
        return f"{self.kind.value.capitalize()} {self.place.name}" if self.kind else self.place.name


_WORD = re.compile(r"[^\W\d_]+")
_LEAD = re.compile(
    r"(?:(?P<kind>kabupaten|kab\.?|kota)|(?P<office>kankemenag|kemenag|kementerian\s+agama)(?:\s+(?P<kind2>kabupaten|kab\.?|kota))?)"
    r"(?:\s+adm(?:inistrasi)?\.?)?\s+$",
    re.IGNORECASE,
)


@cache
def _names() -> dict[str, tuple[tuple[str, ...], ...]]:
    """First word of a name -> the names that begin with it, longest first, each as its words."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for key in by_key():
        words = tuple(key.split())
        found.setdefault(words[0], []).append(words)
    return {first: tuple(sorted(names, key=len, reverse=True)) for first, names in found.items()}


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(normalise(word) for word in table("places")[name])


def places_named(text: str) -> tuple[PlaceNamed, ...]:
    """Every kabupaten or kota a text names, in order; names of streets and common words are not places."""
    tokens = [(hit.start(), hit.end(), hit[0].lower()) for hit in _WORD.finditer(text)]
    found: list[PlaceNamed] = []
    names, until = _names(), -1
    for index, (start, _, word) in enumerate(tokens):
        if start < until or word not in names:
            continue
        for name in names[word]:
            last = index + len(name) - 1
            if last < len(tokens) and all(tokens[index + i][2] == part for i, part in enumerate(name)):
                named = _judged(text, start, tokens[last][1], " ".join(name))
                if named is not None:
                    found.append(named)
                    until = tokens[last][1]
                break
    return tuple(found)


def _judged(text: str, start: int, end: int, key: str) -> PlaceNamed | None:
    before = text[max(0, start - 50) : start]
    lead = _LEAD.search(before)
    kind = _KINDS.get((lead["kind2"] or lead["kind"] or "").lower().rstrip(".")) if lead else None
    if lead is None and not _is_place(text[start:end], before):
        return None
    places = by_key()[key]
    place = next((place for place in places if place.kind is kind), places[0])
    if kind is not None and place.kind is not kind:
        return None
    return PlaceNamed(place, kind, (lead[0] if lead else "") + text[start:end], start)


def _is_place(written: str, before: str) -> bool:
    """Whether a name without "Kabupaten" or "Kota" stands for the place: capitals, no street, no common word."""
    if not written[0].isupper() or normalised(written) in _words("words"):
        return False
    tail = before.rsplit("\n", 1)[-1]
    if re.search(r"[.,;:()|]\s*$", tail) and not re.search(r"\b(?:jl|jln|gg|kec|kel|ds)\.\s*$", tail, re.IGNORECASE):
        return True
    words = normalise(tail).split()
    return not any(word in _words("street") for word in words[-2:]) and not (words and words[-1] in _words("travel"))


def other_places(text: str, site: Site) -> tuple[str, ...]:
    """Names of other kabupaten or kota in a text, in order, each once; () for a Kanwil, whose concern they all are.

    The kota and the kabupaten of one name are told apart only where the text says which it means.
    """
    if site.kind is OfficeKind.KANWIL:
        return ()
    own = normalised(place_of(site))
    if own not in by_key():
        return ()  # who does not know the own place cannot tell another's
    names = (
        named.name
        for named in places_named(text)
        if named.place.key != own or (named.kind is not None and named.kind is not site.kind)
    )
    return tuple(dict.fromkeys(names))


_OFFICE = re.compile(
    r"^\s*(?:(?:kankemenag|kanwil|kantor|wilayah|kementerian|kemenag|kementrian|agama|ri|republik|indonesia|"
    r"kabupaten|kab|kota|provinsi|prov|propinsi|administrasi|adm)\b[.\s]*)+",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def place_of(site: Site) -> str:
    """The place an office is named after, without its kind: "Purbalingga", "Jawa Tengah"; "" when the name has none.

    "PPID Kabupaten Ngawi" and "KUA Kecamatan Gerih Kabupaten Ngawi" are named after Ngawi. A place that no list knows
    is believed only behind the words of an office of this kind ("Kankemenag Kabupaten Baru").
    """
    name = " ".join(site.name.split())
    place = _OFFICE.sub("", name).strip(" .,-")
    known = by_key().get(normalise(place)) or _known_in(normalise(name).split())
    if known:
        return known[0].name
    if place == name and site.kind is not OfficeKind.KANWIL:
        return ""
    return place.title() if place.isupper() else place


_BEFORE_PLACE = re.compile(
    r"\s+(?:kecamatan|kec\.?|kabupaten|kab\.?|kota|provinsi|prov\.?|propinsi)\s.*$", re.IGNORECASE
)


@lru_cache(maxsize=4096)
def names_of_office(site: Site) -> tuple[str, ...]:
    """What labels call an office by its own name, which says nothing of what they name; the longest first.

    "Dinas Lingkungan Hidup Kabupaten Ngawi" is called so, "Dinas Lingkungan Hidup", and by its place. A PPID or KUA in
    front stays: "Visi Misi PPID Diskominfo" is the PPID's.
    """
    kept = table("label_words")["qualifier"]["words"]
    name = " ".join(word for word in site.name.split() if normalise(word) not in kept)
    short = _BEFORE_PLACE.sub("", name)
    place = place_of(site)
    return tuple(
        dict.fromkeys(part for part in (name, short, place) if " " in part or (part == place and len(part) > 3))
    )


def _known_in(words: Sequence[str]) -> tuple[Place, ...]:
    """The place a name gives behind "Kabupaten" or "Kota", or ends with; () for none."""
    for start in range(len(words)):
        behind = start > 0 and words[start - 1] in _KINDS
        for end in range(len(words), start, -1):
            places = by_key().get(" ".join(words[start:end]), ())
            if places and (behind or end == len(words)):
                kind = _KINDS.get(words[start - 1]) if behind else None
                return tuple(p for p in places if p.kind is kind) or places
    return ()
