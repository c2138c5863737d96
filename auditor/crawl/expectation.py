"""What an address promises: the worth of the indicators that opening it may settle. Pure.

Each indicator still open is worth the root of its weight (half way between counting indicators and counting points),
times the share of it that a page of its own decides (``[kinds]`` in data/crawl.toml). A name claims indicators with a
chance: higher the less else it says. What an address promises is the sum of worth times chance times how open each
indicator still is. A page that was opened leaves little of what it claimed to other pages (the files it lists stay
worth opening), a file little to other files and, where a file is what the rule asks for, to pages: so the next request
goes where something is still to be found. What was opened is not judged here; rules are none of the crawl's business.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from math import sqrt

from auditor.data import table
from auditor.language.labels import telling_words
from auditor.language.phrases import Hit, Phrases, normalise
from auditor.model import Wanted

_DATA = table("crawl")
_KINDS: dict[str, float] = _DATA["kinds"]
_CHANCE: dict[str, float] = _DATA["chance"]
_IN_FILES = frozenset(_DATA["focus"]["in_files"])
_LEAST_WEIGHT = 0.1  # of what is only reported and earns no points

#: (number of the indicator, chance that the address settles it), the indicators in order
Claims = tuple[tuple[int, float], ...]


class Vocabulary:
    """What names claim of the indicators that are looked for: the same for all sites of a round.

    ``phrases`` stand in where no indicators are given: each a wish of its own, the weightiest first.
    """

    def __init__(self, wanted: tuple[Wanted, ...], phrases: tuple[str, ...]) -> None:
        wishes = wanted or [
            Wanted("page", 1.0 - 0.75 * at / len(phrases), (phrase,)) for at, phrase in enumerate(phrases)
        ]
        self.worth = [sqrt(max(wish.weight, _LEAST_WEIGHT)) * _KINDS.get(wish.kind, 1.0) for wish in wishes]
        self.in_files = [wish.kind in _IN_FILES for wish in wishes]
        self._under = [Phrases(wish.under) for wish in wishes]
        self._names: dict[str, list[tuple[int, str]]] = {}  # name -> (indicator, how it names it)
        for number, wish in enumerate(wishes):
            named = {"label": wish.labels, "weak": wish.weak, "elsewhere": wish.elsewhere, "hub": wish.under}
            for how, names in named.items():
                for name in names:
                    self._names.setdefault(normalise(name), []).append((number, how))
        self._phrases = Phrases(self._names)
        self._read = lru_cache(maxsize=8_192)(self._claimed)

    def claims(self, name: str, section: str = "") -> Claims:
        """What a name claims; ``section`` is the heading it stands under."""
        sure, weak = self._read(name)
        if not weak:
            return sure
        found = dict(sure)
        for number, chance in weak:
            under = self._under[number]
            chance *= 1.0 if not len(under) or under.any(section) else _CHANCE["astray"]
            found[number] = max(found.get(number, 0.0), chance)
        return tuple(sorted(found.items()))

    def _claimed(self, name: str) -> tuple[Claims, Claims]:
        """What a name claims wherever it stands, and what only under a heading that fits."""
        text = normalise(name)
        hits = self._phrases.hits_in(text)
        if not hits:
            return (), ()
        hits = hits if len(hits) == 1 else [hit for hit in hits if not any(_within(hit, other) for other in hits)]
        words = telling_words(text.split())
        said = sum(len(phrase.split()) for phrase in {hit.start: hit.phrase for hit in hits}.values())
        share = min(1.0, said / max(1, len(words)))
        sure: dict[int, float] = {}
        weak: list[tuple[int, float]] = []
        for hit in hits:
            for number, how in self._names[hit.phrase]:
                chance = _CHANCE[how] * (_CHANCE["least"] + (1.0 - _CHANCE["least"]) * share)
                if how in ("weak", "hub") and share < 1.0:  # speaks only as a whole label
                    continue
                if how == "weak":
                    weak.append((number, chance))
                else:
                    sure[number] = max(sure.get(number, 0.0), chance)
        return tuple(sorted(sure.items())), tuple(weak)


def _within(hit: Hit, other: Hit) -> bool:
    """Whether another hit says all that one says, and more."""
    return other.start <= hit.start and hit.end <= other.end and other.end - other.start > hit.end - hit.start


_vocabulary = lru_cache(maxsize=4)(Vocabulary)


class Expectation:
    """The indicators of one visit and how far each has been looked for."""

    def __init__(self, wanted: Sequence[Wanted], phrases: Iterable[str] = ()) -> None:
        words = _vocabulary(tuple(wanted), tuple(phrases))
        self.claims, self._worth, self._in_files = words.claims, words.worth, words.in_files
        self._open = {False: [1.0] * len(words.worth), True: [1.0] * len(words.worth)}  # for pages, for documents

    def keeps_files(self, claims: Claims) -> bool:
        """Whether a page with these claims may hold documents that the rules ask for."""
        return any(self._in_files[number] for number, _ in claims)

    def gain(self, claims: Claims, document: bool) -> float:
        """What opening an address with these claims promises now; it never grows."""
        if not claims:
            return 0.0
        still = self._open[document]
        return sum(self._worth[number] * chance * still[number] for number, chance in claims)

    def opened(self, claims: Claims, document: bool) -> None:
        """Notes that an address with these claims was opened and could be read."""
        for number, chance in claims:
            left = 1.0 - _CHANCE["settled"] * chance
            if document:
                self._open[True][number] *= left
            if not document or self._in_files[number]:
                self._open[False][number] *= left


def weaker(claims: Claims, factor: float) -> Claims:
    """The same claims with chances multiplied."""
    return tuple((number, chance * factor) for number, chance in claims)
