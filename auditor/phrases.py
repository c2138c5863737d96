"""Text as the rules compare it: normalised words, whole-word phrases, one pass for all of them.

A phrase matches whole words only ("RKA" is not in "berkala", "DIP" not in "DIPA"), so text and
phrases are both normalised to words separated by one space, with a space at either end.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

_APOSTROPHES = re.compile("['\u2018\u2019`\u00b4]")
_NOT_WORD = re.compile(r"[^0-9a-z]+")


def normalise(text: str) -> str:
    """The text in lower case, without accents and punctuation, "&" read as "dan", one space between words."""
    text = unicodedata.normalize("NFKD", text).casefold().replace("&", " dan ")
    text = _APOSTROPHES.sub("", text)
    return _NOT_WORD.sub(" ", text).strip()


@lru_cache(maxsize=65536)
def normalised(text: str) -> str:
    """``normalise`` for short texts that recur on every page (labels, phrases)."""
    return normalise(text)


@dataclass(frozen=True, slots=True)
class Hit:
    """A phrase found in a normalised text; offsets count in that text."""

    phrase: str
    start: int
    end: int


class Phrases:
    """A set of phrases that is looked for in one pass, whole words only."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._forms: dict[str, str] = {}
        for phrase in phrases:
            form = normalise(phrase)
            if form:
                self._forms.setdefault(form, phrase)
        self._needles = tuple((f" {form} ", phrase) for form, phrase in self._forms.items())

    def __len__(self) -> int:
        return len(self._forms)

    def hits(self, text: str) -> list[Hit]:
        """Every occurrence of every phrase in a text (any text; it is normalised here), in order."""
        hay = f" {normalise(text)} "
        found = []
        for needle, phrase in self._needles:
            at = hay.find(needle)
            while at >= 0:
                found.append(Hit(phrase, at, at + len(needle) - 2))
                at = hay.find(needle, at + 1)
        found.sort(key=lambda hit: (hit.start, -hit.end))
        return found

    def any(self, text: str) -> str:
        """The first phrase that occurs in a text, "" for none."""
        hay = f" {normalise(text)} "
        return next((phrase for needle, phrase in self._needles if needle in hay), "")


def contains(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as whole words."""
    return f" {normalised(phrase)} " in f" {normalise(text)} "
