"""How clearly a label carries a rule's names, and which rules' names it might carry."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from auditor.data import table
from auditor.language.labels import is_unit, read_label
from auditor.language.names import ALL_NAMES, LabelMatcher, matcher
from auditor.language.phrases import normalised
from auditor.rules.schema import Match, Rule

#: Below this share of a label's words a name is only mentioned in passing.
MIN_STRENGTH = 0.45
_TITLE_GOES_ON = re.compile(r"^(?:(?:tentang|nomor|no|tahun|kankemenag|kemenag|kantor kementerian agama)\b)")
_PARTS = re.compile(r"\s*/\s+|\s+/\s*|\s*\|\s*")
_SIDE_WORDS = 3  # of a name beside a stroke; more of them are a sentence
_NUMBERING = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]+) ")
_WORDS = table("label_words")
_LEADING = frozenset(_WORDS["leading"]["names"])
_SITE_MARKS = frozenset(_WORDS["site"]["marks"])
_WRITTEN: dict[str, str] = _WORDS["written_out"]
_SHORT = re.compile(rf"\b(?:{'|'.join(_WRITTEN)})\b", re.I)
BOTH = re.compile(r"\s+(?:dan|&|serta(?!\s+merta))\s+|\s*,\s+", re.I)
_BEGINS = 0.6  # strength of a label that begins with the name and goes on as a document's title does


def matcher_of(match: Match) -> LabelMatcher:
    """The matcher for a rule's names."""
    return matcher(tuple(match.labels), tuple(match.weak), tuple(match.exclude), tuple(match.under))


def elsewhere_of(match: Match) -> LabelMatcher:
    """The matcher for names of other pages that sometimes hold the content."""
    return matcher(tuple(match.elsewhere), (), tuple(match.exclude))


def learn_names(rules: Iterable[Rule]) -> None:
    """Takes all names of some rules into the index at once, so that no site's names are sorted anew for each."""
    for rule in rules:
        if rule.match.labels or rule.match.weak:
            matcher_of(rule.match)
        if rule.match.elsewhere:
            elsewhere_of(rule.match)


def strength_of(names: LabelMatcher, name: str, context: tuple[str, ...]) -> tuple[float, bool]:
    """How clearly a label carries a rule's name, and whether by a weak name only."""
    if names.is_law(name):
        return 0.0, False
    apart = _taken_apart(name)
    if apart.site:
        return (0.0, False) if names.excludes(name) else strength_of(names, apart.head, (*context, apart.site))
    full = apart.full
    if full != name and names.excludes(full):
        return 0.0, False
    found = names.match(name, context)
    if (found is None or found.strength < 1.0) and apart.parts and not names.excludes(name):
        each = [names.match(part, context) for part in apart.parts]
        every = [found, *(f for f in each if f is not None and (not f.weak or all(each)))]
        found = max((f for f in every if f is not None), key=lambda f: f.strength, default=None)
    if found is None:
        found = names.match(full, context) if full != name else None
    if found is None:  # "Jalur dan Waktu Layanan": one of two subjects, named in full
        subjects = () if names.excludes_all_of(name) else apart.subjects
        found = next((f for p in subjects if (f := names.match(p, context)) and f.strength >= 0.9 and not f.weak), None)
        if found is not None:
            return _BEGINS, False
        return 0.0, False
    strength = found.strength
    words, phrase = _NUMBERING.sub("", normalised(name)), normalised(found.phrase)
    goes_on = words.startswith(phrase + " ") and _TITLE_GOES_ON.match(words[len(phrase) + 1 :])
    if strength < _BEGINS and (goes_on or (phrase in _LEADING and words.startswith(phrase))):
        strength = _BEGINS
    return strength, found.weak


class _Apart(NamedTuple):
    """A label taken apart, once for all rules."""

    head: str  # without the site's name at its end ("Pengaduan - PPID Kabupaten X")
    site: str  # that name, "" for none
    full: str  # the head with common abbreviations written out ("INFO BERKALA")
    parts: tuple[str, ...]  # the names the head gives side by side ("MoU / Kerja Sama"), () for a single one
    subjects: tuple[str, ...]  # those it joins ("Jalur dan Waktu Layanan"), of two words or more; () for a single one


@lru_cache(maxsize=16_384)
def _taken_apart(name: str) -> _Apart:
    head, site = _before_site(name)
    return _Apart(head, site, _SHORT.sub(lambda m: _WRITTEN[m[0].lower()], head), _parts(head), _subjects(head))


def _before_site(name: str) -> tuple[str, str]:
    head, _, site = name.rpartition("|") if "|" in name else name.rpartition(" - ")
    if not head.strip() or _SITE_MARKS.isdisjoint(normalised(site).split()):
        return name, ""
    return head, site


def _parts(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in _PARTS.split(name) if part.strip())
    few = 1 < len(parts) <= 4
    return parts if few and all(read_label(part).content <= _SIDE_WORDS for part in parts) else ()


def _subjects(name: str) -> tuple[str, ...]:
    parts = () if is_unit(name) else BOTH.split(name)
    return tuple(part for part in parts if len(part.split()) >= 2) if len(parts) > 1 else ()


@lru_cache(maxsize=16_384)
def might_carry(name: str, known: int) -> int:
    """The matchers, of so many known ones, that might recognise a name or one of the parts ``strength_of`` asks for."""
    mask = 0
    apart = _taken_apart(name)
    for part in {name, apart.head, apart.full, *apart.parts, *apart.subjects}:
        mask |= ALL_NAMES.could_mean(part)
    return mask
