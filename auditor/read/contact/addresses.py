"""Postal addresses printed by a site: whose they are, with street, place and postcode; samples are marked.

Word lists: ``auditor/data/contacts.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from auditor.data import table
from auditor.language.phrases import Phrases, Stems, normalise, normalised
from auditor.language.places import other_places, place_of
from auditor.model import OfficeKind, Site
from auditor.observations import Address

_STREET = re.compile(r"(?<!\w)(?:JL|Jl|jl|JLN|Jln|jln|JALAN|Jalan)\b\.?:?\s*(?=[A-Z0-9\[])")
_LABEL = re.compile(
    r"^\W*(?:alamat(?:\s+(?:kantor|lengkap))?|address|domisili)\s*(?:kantor)?\s*[:|-]?\s*", re.IGNORECASE
)
_POSTCODE = re.compile(r"(?<![\d.,/()+-])(?:kode\s+pos\s*:?\s*)?([1-9]\d{4})(?![\d.,/()-]\d|\d)", re.IGNORECASE)
_LONGEST = 220
_NOBODY = Site("", "", OfficeKind.KABUPATEN, "")


_WORDS = table("contacts")["address"]
_SAMPLES, _COMPLEX, _MINISTRY = (Phrases(_WORDS[name]) for name in ("samples", "complex", "ministry"))
_STARTS = {normalise(phrase).split()[0] for phrase in (*_SAMPLES, *_COMPLEX)}
_STOPS = {normalise(stop).split()[0] for stop in _WORDS["stops"]}
#: what no line with an address lacks: looked for before anything that costs more
_HINT = Stems(sorted({"jl", "jln", "jalan", "alamat", "address", "domisili", *_STARTS}))


def addresses_in(lines: list[str], url: str, site: Site) -> Iterator[Address]:
    """The addresses in the lines of a page; one may run over three lines."""
    until = 0
    for index in sorted(_HINT.begin_words_of(lines)):
        line = lines[index]
        if index < until or len(line) > 1_200:
            continue
        for start in _starts(line):
            quote, used = _whole(lines, index, start)
            if used and len(normalise(quote).split()) >= 2:
                until = max(until, index + used)
                above = " ".join(text for text in lines[max(0, index - 2) : index] if len(text) < 160)
                yield _judged(quote, f"{above} {line[:start]}", url, site)


@lru_cache(maxsize=4096)
def _starts(line: str) -> list[int]:
    """Where addresses begin in a line; the lines of a template are asked about on every page."""
    found = []
    for hit in _STREET.finditer(line):
        after = normalise(line[hit.end() : hit.end() + 30]).split()
        if after and after[0] not in _WORDS["no_street"]:
            found.append(hit.start())
    if not found:
        label = _LABEL.match(line)
        if len(line) < 120 and _SAMPLES.any(line[:60]):
            found.append(0)
        elif label and normalise(line[label.end() :]):
            found.append(label.end())
        elif _COMPLEX.any(line[:80]) and _POSTCODE.search(line):
            found.append(0)
    return found[:3]


def _whole(lines: list[str], index: int, start: int) -> tuple[str, int]:
    """The address from its start to where another fact begins, and the number of lines it takes."""
    first = _cut(lines[index][start:])
    if len(first) < len(lines[index][start:].strip()) - 1 or _POSTCODE.search(first):
        return first, 1
    parts = [first]
    for line in lines[index + 1 : index + 3]:
        if len(line) > 90 or _STREET.search(line) or _cut(line) != line.strip():
            break
        named = line.strip().startswith(("Kec", "Kab", "Kota", "Desa", "Kel"))
        if not (named or _POSTCODE.search(line) or other_places(line, _NOBODY)):
            break
        parts.append(line.strip())
        if _POSTCODE.search(line):
            break
    return " ".join(parts)[:_LONGEST], len(parts)


def _cut(text: str) -> str:
    """The text up to the first word that begins another fact."""
    text = text[:_LONGEST]
    hits = re.finditer(r"(?<![\w@])([A-Za-z][A-Za-z-]*)(?:\s+[A-Za-z]+)?", text)
    for hit in hits:
        if hit.start() > 6 and normalised(hit[1]) in _STOPS:
            return text[: hit.start()].strip(" ,.;|-(")
    return text.strip()


def _judged(quote: str, above: str, url: str, site: Site) -> Address:
    place = normalised(place_of(site))
    others = [name for name in other_places(quote, site) if place not in normalise(name)]
    ministry = _MINISTRY.any(quote)
    inside = f" {place} " in f" {normalise(quote)} " if place else False
    headed = bool(place) and f" {place} " in f" {normalise(above)} " and not others
    own = (inside and (not others or not _only_street(quote, place))) or headed
    code = _POSTCODE.search(quote[3:])
    sample = bool(_SAMPLES.any(quote)) or (code is not None and code[1] in _WORDS["postcodes"])
    return Address(
        quote=quote,
        url=url,
        street=bool(_STREET.search(quote)) or bool(_COMPLEX.any(quote)),
        own_place=own and not ministry,
        other_place="Kementerian Agama pusat" if ministry else "" if own else (others[0] if others else ""),
        postcode=code[1] if code and not sample else "",
        sample=sample,
    )


def _only_street(quote: str, place: str) -> bool:
    """Whether the own place stands in the address only as a street's name ("Jl. Magelang")."""
    words = normalise(quote)
    return not re.search(rf"(?<!jl )(?<!jln )(?<!jalan )(?<!raya )\b{re.escape(place)}\b", words)
