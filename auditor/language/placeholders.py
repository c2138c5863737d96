"""Words that stand in for content ("belum ada data", filler) and explicit nil returns, wherever they stand.

The words are in ``auditor/data/pagekinds.toml``.
"""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.data import table
from auditor.language.phrases import Phrases, normalise

_SHORT = 240  # characters of a cell or paragraph
_PUT_OFF, _BRIEFLY = 14, 7  # words of a sentence that puts something off, and of one that says it vaguely
_WORDS = table("pagekinds")
_PLACEHOLDER = Phrases(_WORDS["placeholder"]["phrases"])
_VAGUE = frozenset(normalise(word) for word in _WORDS["placeholder"]["vague"])
_LOREM = Phrases(_WORDS["placeholder"]["filler"])
_LATIN = frozenset(_WORDS["placeholder"]["latin"])
_SHUFFLED, _LEAST_LATIN = 0.5, 4  # share and number of a line's words that make it filler
_STANDS_IN = Phrases((*_LOREM, *_PLACEHOLDER, *_LATIN))
_FILLER = Phrases((*_LOREM, *_LATIN))
_NIL = tuple(re.compile(pattern, re.I | re.M) for pattern in _WORDS["nil"]["regex"])
_BLANK = re.compile(
    rf"(?:[\s,.;:/-]*[(\[{{<](?:{'|'.join(_WORDS['placeholder']['blanks'])})\b[^)\]}}>]{{0,60}}[)\]}}>])+[\s,.;:/-]*",
    re.I,
)
_BLANKS = re.compile(rf"[(\[{{<](?:{'|'.join(_WORDS['placeholder']['blanks'])})\b", re.I)
_SENTENCE = re.compile(r"[.!?;\n]+")


def placeholder_in(text: str, words: int) -> str:
    """The placeholder phrase that stands in for a page's content, "" when the page has content of its own."""
    if not words:
        return ""
    found = _stand_in(text) if words <= 60 else ""
    if found and not nil_in(text):
        return found
    return filler_in(text)


def _stand_in(text: str) -> str:
    """The placeholder phrase that short sentences of a text consist of, where they are much of it, else "".

    A phrase inside a longer sentence is its own words: "keberatan yang masih dalam proses" puts nothing off.
    """
    said, found, total = 0, "", 0
    for sentence in _SENTENCE.split(text):
        words = len(sentence.split())
        total += words
        phrase = _PLACEHOLDER.any(sentence) if words <= _PUT_OFF else ""
        if phrase and (words <= _BRIEFLY or normalise(phrase) not in _VAGUE):
            said, found = said + words, found or phrase
    return found if said and said >= 0.3 * total else ""


def filler_in(text: str) -> str:
    """The filler phrase of a text that is mostly filler ("lorem ipsum"), else ""."""
    if not _FILLER.any(text):
        return ""
    lines = [line for line in text.split("\n") if _LOREM.any(line) or _shuffled(line)]
    share = sum(len(line.split()) for line in lines)
    if not lines or share < 0.4 * len(text.split()):
        return ""
    return _LOREM.any(lines[0]) or " ".join(lines[0].split()[:4])


def _shuffled(line: str) -> bool:
    """Whether a line is made of the words of filler Latin in any order, as programs make it."""
    words = normalise(line).split()
    latin = sum(word in _LATIN for word in words)
    return latin >= _LEAST_LATIN and latin >= _SHUFFLED * len(words)


def nil_in(text: str) -> str:
    """The passage that says explicitly that there is nothing to report, "" for none."""
    for pattern in _NIL:
        match = pattern.search(text)
        if match:
            start = max(text.rfind(mark, 0, match.start()) for mark in (".", "\n", ":")) + 1
            return " ".join(text[start : match.end() + 80].split())[:240]
    return ""


def may_stand_in(text: str) -> bool:
    """Whether any line of a text may be a placeholder: to be asked of a page before its lines are, which costs more."""
    return bool(_STANDS_IN.any(text)) or _BLANKS.search(text) is not None


def is_placeholder(text: str) -> bool:
    """Whether a short passage (a cell, a paragraph, a section) only says that there is nothing yet."""
    return _only_stands_in(text) if len(text) <= _SHORT else bool(_STANDS_IN.any(text) and filler_in(text))


@lru_cache(maxsize=8_192)
def _only_stands_in(text: str) -> bool:
    """``is_placeholder`` for what is short and comes again on page after page."""
    if _BLANK.fullmatch(text):
        return True
    return bool(_STANDS_IN.any(text)) and (bool(filler_in(text)) or (bool(_stand_in(text)) and not nil_in(text)))
