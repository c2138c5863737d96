"""Text as the rules compare it: normalised words, whole-word phrases, one pass for all of them.

A phrase matches whole words only ("RKA" is not in "berkala", "DIP" not in "DIPA"), so text and phrases are both
normalised to words separated by one space. "Pihak ketiga", "pihak ke-3" and "pihak III" are one phrase. Labels of
links have their own judge, ``auditor.language.names.LabelMatcher``.
"""

from __future__ import annotations

import codecs
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, cached_property, lru_cache
from importlib import import_module
from itertools import product
from typing import Any, NamedTuple

from ahocorasick_rs import BytesAhoCorasick, Implementation, MatchKind

_PIECE = 65_536  # bytes
#: what Indonesian web pages hold beside ASCII, nearly always
_FREQUENT = (
    *((char, " ") for char in "\u00a0\u2013\u2014\u201c\u201d\u2022\u2026\u00bb"),
    *((char, "") for char in "\u2018\u2019\u200b\u00ad"),
)
_APOSTROPHES = "'`\u2018\u2019\u00b4\u02bc\u2032"
_LONG = 20_000  # bytes
_TO_WORDS = bytes(b + 32 if 65 <= b <= 90 else b if 97 <= b <= 122 or 48 <= b <= 57 else 32 for b in range(256))


@lru_cache(maxsize=8192)
def _plain(run: str) -> str:
    """ASCII for a run of other characters: accents and invisible characters dropped, the rest a blank."""
    run = run.translate({ord(mark): None for mark in _APOSTROPHES})
    kept = []
    for char in unicodedata.normalize("NFKD", run).casefold():
        if char.isascii():
            kept.append(char)
        elif unicodedata.category(char)[0] != "M" and unicodedata.category(char) != "Cf":
            kept.append(" ")
    return "".join(kept)


def _fold(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return _plain(error.object[error.start : error.end]), error.end


codecs.register_error("auditor.fold", _fold)


def normalise(text: str) -> str:
    """The text in lower case, without accents and punctuation, "&" read as "dan", one space between words."""
    return _words(text).decode("ascii")


def _words(text: str) -> bytes:
    if not text.isascii():
        for char, plain in _FREQUENT:
            text = text.replace(char, plain)
    raw = text.encode("ascii", "auditor.fold")  # the encoder runs over the ASCII part at memory speed
    raw = raw.replace(b"&", b" dan ").translate(_TO_WORDS, b"'`")
    return b" ".join(raw.split()) if len(raw) < _LONG else _collapsed(raw).strip()


def _collapsed(raw: bytes) -> bytes:
    """One blank for each run of blanks; of a long text with numpy, which takes a sixth of the time."""
    numpy = _numpy()
    if numpy is None:
        return b" ".join(raw.split())
    letters = numpy.frombuffer(raw, dtype=numpy.uint8) != 32
    kept = letters.copy()
    kept[1:] |= letters[:-1]
    found: bytes = numpy.frombuffer(raw, dtype=numpy.uint8)[kept].tobytes()
    return found


@cache
def _numpy() -> Any:
    try:
        return import_module("numpy")  # comes with pandas; slow to import, so only when a long text asks for it
    except ImportError:
        return None


@lru_cache(maxsize=16_384)
def normalised(text: str) -> str:
    """``normalise`` for short texts that recur on every page (labels, phrases)."""
    return normalise(text)


_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_ORDINAL = (
    "kesatu",
    "kedua",
    "ketiga",
    "keempat",
    "kelima",
    "keenam",
    "ketujuh",
    "kedelapan",
    "kesembilan",
    "kesepuluh",
)
#: every single word that writes a number from 1 to 12
NUMBERS = {
    **{str(n): n for n in range(1, 13)},
    **{word: n for n, word in enumerate(_ROMAN, 1)},
    **{word: n for n, word in enumerate(_ORDINAL, 1)},
    "pertama": 1,
}


def _spellings(number: int) -> tuple[str, ...]:
    """Every way to write a number from 1 to 12 in a label."""
    roman = _ROMAN[number - 1]
    words = (_ORDINAL[number - 1],) if number <= len(_ORDINAL) else ()
    return (str(number), roman, f"ke {number}", f"ke {roman}", *words, *(("pertama",) if number == 1 else ()))


@lru_cache(maxsize=8_192)
def forms(phrase: str) -> tuple[str, ...]:
    """The normalised phrase, then its spellings with other numerals; () for a phrase without a word."""
    words = normalised(phrase).split()
    if not words:
        return ()
    slots: list[tuple[str, ...]] = []
    numbers = 0
    for word in words:
        number = NUMBERS.get(word) if numbers < 2 else None  # two numbers make 25 spellings, three would make 125
        if number is None or len(words) == 1:
            slots.append((word,))
            continue
        numbers += 1
        if slots and slots[-1] == ("ke",):
            slots.pop()
        slots.append(_spellings(number))
    return tuple(dict.fromkeys((" ".join(words), *(" ".join(choice) for choice in product(*slots)))))


class Hit(NamedTuple):
    """A phrase found in a normalised text; offsets count in that text."""

    phrase: str
    start: int
    end: int


class Phrases:
    """A set of phrases that is looked for in one pass (Aho-Corasick), whole words only."""

    def __init__(self, phrases: Iterable[str]) -> None:
        owner: dict[str, int] = {}
        names: list[str] = []
        for phrase in phrases:
            spelled = forms(phrase)
            if spelled and spelled[0] not in owner:
                owner[spelled[0]] = len(names)
                names.append(phrase)
                for form in spelled[1:]:
                    owner.setdefault(form, len(names) - 1)
        self._phrases = tuple(names)
        self._owner = tuple(owner.values())
        self._names = tuple(names[at] for at in self._owner)
        self._padded = [f" {form} ".encode() for form in owner]

    def __len__(self) -> int:
        return len(self._phrases)

    def __iter__(self) -> Iterator[str]:
        return iter(self._phrases)

    @cached_property
    def _automaton(self) -> BytesAhoCorasick:
        return BytesAhoCorasick(self._padded, implementation=Implementation.DFA)

    def _find(self, text: bytes) -> list[tuple[int, int, int]]:
        """(start, -end, number of the form) of every occurrence in a normalised text, in that order."""
        if not self._padded:
            return []
        # In " text " the blank before a form stands where the form stands in "text".
        matches = self._automaton.find_matches_as_indexes(b" %b " % text, overlapping=True)
        found = [(start, 2 - end, number) for number, start, end in matches]
        found.sort()
        return found

    def hits(self, text: str) -> list[Hit]:
        """Every occurrence of every phrase in a text (any text; it is normalised here), in order."""
        return self._hits(_words(text))

    def hits_in(self, text: str) -> list[Hit]:
        """``hits`` for a text that is normalised already: of two at one place the longer comes first."""
        return self._hits(text.encode("ascii"))

    def _hits(self, text: bytes) -> list[Hit]:
        found = self._find(text)
        new, names = tuple.__new__, self._names  # NamedTuple's own __new__ costs twice as much
        return [new(Hit, (names[number], start, -end)) for start, end, number in found]

    def any(self, text: str) -> str:
        """The first phrase (in the order given) that occurs in a text, "" for none."""
        found = self._find(_words(text))
        return self._phrases[min(self._owner[number] for _, _, number in found)] if found else ""


class Stems:
    """Letters looked for anywhere in raw bytes, within words too."""

    def __init__(self, stems: Iterable[str]) -> None:
        needles = [stem.encode() for stem in stems]
        self._reach = max(map(len, needles), default=1) - 1
        # Of this kind it looks for the stems' rare letters first, which takes a twentieth of the time.
        self._automaton = BytesAhoCorasick(needles, matchkind=MatchKind.LeftmostFirst)

    def occur(self, body: bytes) -> bool:
        """Whether any stem occurs in the bytes."""
        # Piece by piece: the automaton lists every occurrence, and a hostile page has millions.
        pieces = range(0, len(body), _PIECE)
        return any(self._automaton.find_matches_as_indexes(body[at : at + _PIECE + self._reach]) for at in pieces)

    def begin_words_of(self, lines: Sequence[str]) -> set[int]:
        """The numbers of the lines in which a word begins with a stem; stems are in lower case."""
        found: set[int] = set()
        at, body = 0, "\n".join(lines).lower().encode("utf-8", "replace")
        number = 0
        for _, start, _ in self._automaton.find_matches_as_indexes(body):
            if not body[start - 1 : start].isalnum():
                number += body.count(b"\n", at, start)
                at = start
                found.add(number)
        return found


def contains(text: str, phrase: str) -> bool:
    """Whether the phrase stands in the text as whole words, in any spelling of its numerals."""
    hay = f" {normalise(text)} "
    return any(f" {form} " in hay for form in forms(phrase))
