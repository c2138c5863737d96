"""Whose a document is, told by the names in its head: own office, Kanwil, ministry, another office.

The letterhead of an office prints the ministry and the Kanwil above its own name, so the own name wins wherever it
stands as an office's. Word lists: ``auditor/data/documents.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from auditor.data import table
from auditor.language.gazetteer import by_key
from auditor.language.phrases import Phrases, normalise, normalised
from auditor.language.places import place_of
from auditor.model import OfficeKind, Site
from auditor.observations import Owner

_HEAD = 3_000  # characters in which an office names itself
_LETTERHEAD = 6  # lines
_MINISTRY = re.compile(r"kementerian (?!agama\b)\w+(?: \w+){0,6} (?:ri|republik indonesia)")
_NO_REGION = (OfficeKind.KUA, OfficeKind.OTHER)  # whether they stand for a kabupaten or a kota, the list does not say
_SHORT = {"kabupaten": OfficeKind.KABUPATEN, "kab": OfficeKind.KABUPATEN, "kota": OfficeKind.KOTA}


@dataclass(frozen=True, slots=True)
class _Named:
    place: str
    kind: OfficeKind | None
    at: int
    words: str
    office: bool  # named as an office, not merely as a region


@cache
def _places() -> re.Pattern[str]:
    offices = "|".join(sorted(map(normalise, table("documents")["owner"]["office"]), key=len, reverse=True))
    names = "|".join(sorted(by_key(), key=len, reverse=True))
    return re.compile(
        rf"(?<![a-z0-9])(?:(?P<office>(?<!kanwil )(?<!wilayah )(?:{offices})(?: republik indonesia| ri)?)"
        rf"(?: (?P<kind>kabupaten|kab|kota))?"
        rf"|(?P<region>kabupaten|kab|kota)) (?P<place>{names})(?![a-z0-9])"
    )


@cache
def _phrases(kind: str) -> Phrases:
    return Phrases(table("documents")["owner"][kind])


@cache
def _provinces() -> Phrases:
    return Phrases({place.province for places in by_key().values() for place in places})


def _named(text: str) -> list[_Named]:
    return [
        _Named(
            found["place"],
            _SHORT.get(found["kind"] or found["region"] or ""),
            found.start(),
            found[0],
            found["office"] is not None,
        )
        for found in _places().finditer(text)
    ]


def owner_of_document(title: str, text: str, names: Iterable[str], site: Site) -> tuple[Owner, str]:
    """Whose a document is and the words that told it; (UNKNOWN, "") when no name is given.

    The document's own title and text speak first; the names links give it only where these are silent.
    """
    own, words = _judge(title, normalise(f"{title}\n{text[:12_000]}"), site)
    if own is not Owner.UNKNOWN:
        return own, words
    labels = " \n".join(names)
    return _judge(labels, normalise(labels), site)


def other_ministry(text: str, site: Site) -> str:
    """The other ministry under whose letterhead a text stands ("KEMENTERIAN PERTANIAN RI"), "" for none."""
    if "kementerian" in normalise(site.name).split():
        return ""
    lines = map(normalise, text[:_HEAD].splitlines()[:_LETTERHEAD])
    return next((line for line in lines if _MINISTRY.fullmatch(line)), "")


@lru_cache(maxsize=256)
def _judge(title: str, text: str, site: Site) -> tuple[Owner, str]:
    if not text:
        return Owner.UNKNOWN, ""
    kanwil = site.kind is OfficeKind.KANWIL
    place = normalised(place_of(site))
    named = _named(text)
    own_kinds = tuple(OfficeKind) if site.kind in _NO_REGION else (site.kind,)
    mine = [] if kanwil else [item for item in named if item.place == place and item.kind in (None, *own_kinds)]
    known = kanwil or place in by_key()  # without an own place no other can be told from it
    others = [item for item in named if known and item not in mine]
    offices = {(item.place, item.kind) for item in others if item.office}
    own_office = next((item for item in mine if item.office), None)
    if own_office and (own_office.at < _HEAD or len(offices) <= 2):
        return Owner.OWN, own_office.words
    higher = _phrases("kanwil").hits(text[:_HEAD])
    other = next((item for item in others if item.office and item.at < _HEAD), None)
    if other and not (higher and higher[0].start < other.at) and not (mine and mine[0].at < other.at):
        return Owner.OTHER_OFFICE, other.words
    if higher:
        return _kanwil(text, higher[0].start, site)
    if mine and (mine[0].at < _HEAD or not offices):
        return Owner.OWN, mine[0].words
    if not kanwil and place and f" {place} " in f" {normalise(title)} ":
        return Owner.OWN, place_of(site)
    ministry = _phrases("ministry").hits(text[:_HEAD])
    alone = not kanwil and place and f" {place} " in f" {text} " and not offices
    if alone and len({item.place for item in others}) <= 1:
        return Owner.OWN, place_of(site)
    if ministry:
        return Owner.MINISTRY, ministry[0].phrase
    region = next((item for item in others if item.at < _HEAD), None)
    if region and not kanwil:
        return Owner.OTHER_OFFICE, region.words
    return Owner.UNKNOWN, ""


def _kanwil(text: str, at: int, site: Site) -> tuple[Owner, str]:
    """The Kanwil's own document, or that of another province's."""
    near = text[at : at + 120]
    province = normalised(site.province or (place_of(site) if site.kind is OfficeKind.KANWIL else ""))
    named = _provinces().any(near)
    if named and province and normalised(named) != province and f" {province} " not in f" {near} ":
        return Owner.OTHER_OFFICE, near[:80]
    return (Owner.OWN if site.kind is OfficeKind.KANWIL else Owner.KANWIL), near[:60]


@cache
def _bodies() -> tuple[Phrases, Phrases, Phrases]:
    words = table("documents")["owner"]
    return Phrases(words["ministrys"]), Phrases(words["kua"]), Phrases(words["others"])


def office_kind(site: Site) -> OfficeKind:
    """The kind of office behind a site: its own name tells where it plainly is a KUA's or another body's."""
    if site.kind in (OfficeKind.KANWIL, OfficeKind.KUA, OfficeKind.OTHER):
        return site.kind
    ministrys, kua, others = _bodies()
    name = normalise(site.name)
    if kua.any(" ".join(name.split()[:3])):
        return OfficeKind.KUA
    return OfficeKind.OTHER if others.any(name) and not ministrys.any(name) else site.kind


_PPIDS = re.compile(r"(?:e[ -]?)?ppid\b")


def is_ppids(site: Site) -> bool:
    """Whether a site is the PPID's own by its name ("PPID Kabupaten X", "E-PPID KPU X"), not its office's."""
    return _PPIDS.match(normalise(site.name)) is not None
