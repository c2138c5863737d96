"""A label of a link taken apart: what it says, what says nothing, whether it is a headline.

"Unduh SK PPID Tahun 2025 (PDF)" is "SK PPID"; "Kemenag Gelar Rapat DIP" is a headline and names no document. Which
rule's name it carries, ``auditor.language.names`` tells. Word lists: ``auditor/data/label_words.toml``,
``headline_words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence, Set
from dataclasses import dataclass
from functools import lru_cache

from auditor.data import table
from auditor.language.phrases import NUMBERS, Phrases, normalise, normalised

WORDS = table("label_words")
_HEADLINE = table("headline_words")
_SINGLE_FILLERS = frozenset(w for w in WORDS["fillers"] if " " not in w)


def _by_first_word(phrases: Iterable[str]) -> dict[str, list[tuple[str, ...]]]:
    """Phrases as words, by their first one, the longest before the others."""
    found: dict[str, list[tuple[str, ...]]] = {}
    for words in sorted((tuple(phrase.split()) for phrase in phrases), key=len, reverse=True):
        found.setdefault(words[0], []).append(words)
    return found


_LONG_FILLERS = _by_first_word(w for w in WORDS["fillers"] if " " in w)
_PLACE = _by_first_word(WORDS["before_place"])
_STARTS_FILLER, _STARTS_PLACE = frozenset(_LONG_FILLERS), frozenset(_PLACE)
JOINERS = frozenset(WORDS["joiners"])
_VERBS = Phrases(_HEADLINE["verbs"])
_ACTIVITIES = Phrases(_HEADLINE["activities"])
_LONG_VERBS = Phrases(_HEADLINE["long_only"])
_LONG_PATTERN = re.compile(_HEADLINE["long_pattern"])
STARTS = tuple(f"{start} " for start in _HEADLINE["document_starts"])
_UNIT = frozenset(WORDS["unit"]["starts"])
_GOES_ON = re.compile(r":|\s[-\u2013\u2014]\s")
_PLACE_WORDS = 3
_LAW = re.compile(
    rf"(?:[a-z0-9] |(?:{'|'.join(WORDS['laws']['issuers'])})(?: \w+){{0,3}} )?"
    rf"(?:{'|'.join(WORDS['laws']['starts'])}) (?:.* )?\d"
)


@dataclass(frozen=True, slots=True)
class Label:
    """A label taken apart once for all rules."""

    text: str  # normalised
    words: tuple[str, ...]
    filler: tuple[bool, ...]  # which words say nothing: years, numbering, the office's own name
    content: int  # words that say something
    core: str  # the words that say something, joining words included
    plain: tuple[str, ...]  # all words but the joining ones
    plain_core: tuple[str, ...]
    compact: str  # the core without blanks
    law: bool  # names a national law

    @property
    def verbs(self) -> tuple[tuple[int, int], ...]:
        """The word ranges of news verbs, () where the label is no headline: asked of the few that carry a name."""
        return _verbs_in(self.text)


def _fillers(words: Sequence[str]) -> list[bool]:
    """Which words of a label say nothing about what it names."""
    empty = [w in _SINGLE_FILLERS or w.isdigit() or (w in NUMBERS and len(words) > 1) for w in words]
    for i, word in enumerate(words if not _STARTS_FILLER.isdisjoint(words) else ()):
        for filler in _LONG_FILLERS.get(word, ()):
            if tuple(words[i : i + len(filler)]) == filler:
                empty[i : i + len(filler)] = [True] * len(filler)
    if words and len(words) > 1 and len(words[0]) == 1:  # "a. Maklumat"
        empty[0] = True
    tail = len(words)
    while tail > 0 and empty[tail - 1]:
        tail -= 1
    for i in range(tail - 1, -1, -1) if not _STARTS_PLACE.isdisjoint(words) else ():
        for mark in _PLACE.get(words[i], ()):
            after = i + len(mark)
            if tuple(words[i:after]) == mark and 0 < tail - after <= _PLACE_WORDS:
                empty[after:tail] = [True] * (tail - after)
                tail = i
                break
    if len(words) > 1 and words[0] in NUMBERS:  # "II. Struktur PPID"
        empty[0] = True
    return empty


@lru_cache(maxsize=16_384)
def read_label(label: str) -> Label:
    """The label taken apart; remembered, as menus repeat on every page."""
    text = normalised(label)
    words = tuple(text.split())
    empty = _fillers(words)
    content = sum(not e and w not in JOINERS for w, e in zip(words, empty, strict=True))
    core = " ".join(word for word, e in zip(words, empty, strict=True) if not e)
    return Label(text, words, tuple(empty), content, core, *_reduced(text, core), _is_law(text))


@lru_cache(maxsize=2_048)
def _verbs_in(text: str) -> tuple[tuple[int, int], ...]:
    spans = [(hit.start, hit.end) for hit in _VERBS.hits_in(text)]
    if not text.startswith(STARTS):
        spans += [(hit.start, hit.end) for hit in _ACTIVITIES.hits_in(text)]
        if len(text.split()) >= _HEADLINE["long_words"]:
            spans += [(hit.start, hit.end) for hit in _LONG_VERBS.hits_in(text)]
            spans += [found.span() for found in _LONG_PATTERN.finditer(text)]
    return tuple([(text.count(" ", 0, start), text.count(" ", 0, end) + 1) for start, end in spans])


def _is_law(text: str) -> bool:
    return _LAW.match(text) is not None


def names_law(text: str) -> bool:
    """Whether a text, which is asked nothing else, names a national law."""
    return _is_law(normalise(text))


def _reduced(text: str, core: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    return tuple(bare(text).split()), tuple(bare(core).split()), core.replace(" ", "")


@lru_cache(maxsize=16_384)
def bare(text: str) -> str:
    """A normalised text without the words that only join others."""
    return " ".join(word for word in text.split() if word not in JOINERS)


def core(label: str) -> str:
    """The words of a label that say something, normalised: without years, numbering and the office's own name."""
    return read_label(label).core


def telling_words(words: Sequence[str]) -> list[str]:
    """Those of a label's words that say something: the words of ``core``, of a label that is not remembered."""
    return [word for word, empty in zip(words, _fillers(words), strict=True) if not empty]


def is_headline(label: str) -> bool:
    """Whether a label reads like the headline of a news item ("Kemenag Gelar Rapat DIP")."""
    return bool(read_label(label).verbs)


def is_unit(label: str) -> bool:
    """Whether a label names a unit of an office ("Bidang Barang Milik Daerah") and nothing that the unit offers."""
    words = read_label(label).words
    return len(words) > 1 and words[0] in _UNIT and _GOES_ON.search(label) is None


def says_more(text: str, than: Set[str]) -> bool:
    """Whether a text says more than these words, numbers and single letters: "Gambar 1" says no more than "gambar"."""
    return any(not word.isdigit() and len(word) > 1 and word not in than for word in normalised(text).split())
