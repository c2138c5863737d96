"""What a link's label speaks of: the judge of short names, shared by all rules.

"Unduh SK PPID Tahun 2025 (PDF)" is "SK PPID"; "Kemenag Gelar Rapat DIP" is a headline and names no document;
"Daftar Informasi Publk" is a slip of the pen. Word lists: ``auditor/data/label_words.toml``, ``headline_words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz.distance import OSA

from auditor.data import table
from auditor.language.phrases import NUMBERS, Phrases, forms, normalised

_WORDS = table("label_words")
_HEADLINE = table("headline_words")
_TYPO = _WORDS["typo"]
_SINGLE_FILLERS = frozenset(w for w in _WORDS["fillers"] if " " not in w)
_DOUBLE_FILLERS = tuple(tuple(w.split()) for w in _WORDS["fillers"] if " " in w)
_JOINERS = frozenset(_WORDS["joiners"])
_PLACE = tuple(sorted((tuple(w.split()) for w in _WORDS["before_place"]), key=len, reverse=True))
_LEAST = _TYPO["min_letters"] - 1  # letters of a word that may be misspelt
_CORRECT = frozenset(_TYPO["correct"])
_VERBS = Phrases(_HEADLINE["verbs"])
_ACTIVITIES = Phrases(_HEADLINE["activities"])
_LONG_VERBS = Phrases(_HEADLINE["long_only"])
_LONG_PATTERN = re.compile(_HEADLINE["long_pattern"])
_STARTS = tuple(f"{start} " for start in _HEADLINE["document_starts"])
_PLACE_WORDS = 3
_LAW = re.compile(rf"(?:[a-z0-9] )?(?:{'|'.join(_WORDS['laws']['starts'])}) (?:.* )?\d")
_SEEKS_LAWS = frozenset(_WORDS["laws"]["sought_by"])


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a label was recognised by. ``strength`` is 1.0 when the label says nothing else, lower the more it says."""

    phrase: str
    strength: float
    weak: bool = False
    typo: bool = False


@dataclass(frozen=True, slots=True)
class _Label:
    """A label taken apart once for all rules."""

    text: str  # normalised
    words: tuple[str, ...]
    filler: tuple[bool, ...]  # which words say nothing: years, numbering, the office's own name
    verbs: tuple[tuple[int, int], ...]  # word ranges of news verbs; () where the label is no headline
    content: int  # words that say something
    core: str  # the words that say something, joining words included
    plain: tuple[str, ...]  # all words but the joining ones
    plain_core: tuple[str, ...]
    compact: str  # the core without blanks
    law: bool  # names a national law


def _fillers(words: Sequence[str]) -> list[bool]:
    """Which words of a label say nothing about what it names."""
    empty = [w in _SINGLE_FILLERS or w.isdigit() or (w in NUMBERS and len(words) > 1) for w in words]
    for pair in _DOUBLE_FILLERS:
        for i in range(len(words) - len(pair) + 1):
            if tuple(words[i : i + len(pair)]) == pair:
                empty[i : i + len(pair)] = [True] * len(pair)
    if words and len(words) > 1 and len(words[0]) == 1:  # "a. Maklumat"
        empty[0] = True
    tail = len(words)
    while tail > 0 and empty[tail - 1]:
        tail -= 1
    for i in range(tail - 1, -1, -1):
        for mark in _PLACE:
            after = i + len(mark)
            if tuple(words[i:after]) == mark and 0 < tail - after <= _PLACE_WORDS:
                empty[after:tail] = [True] * (tail - after)
                tail = i
                break
    if len(words) > 1 and words[0] in NUMBERS:  # "II. Struktur PPID"
        empty[0] = True
    return empty


@lru_cache(maxsize=65536)
def _read(label: str) -> _Label:
    text = normalised(label)
    words = tuple(text.split())
    empty = _fillers(words)
    content = sum(not e and w not in _JOINERS for w, e in zip(words, empty, strict=True))
    spans = [(hit.start, hit.end) for hit in _VERBS.hits_in(text)]
    if not text.startswith(_STARTS):
        spans += [(hit.start, hit.end) for hit in _ACTIVITIES.hits_in(text)]
        if len(words) >= _HEADLINE["long_words"]:
            spans += [(hit.start, hit.end) for hit in _LONG_VERBS.hits_in(text)]
            spans += [found.span() for found in _LONG_PATTERN.finditer(text)]
    verbs = [(text.count(" ", 0, start), text.count(" ", 0, end) + 1) for start, end in spans]
    core = " ".join(word for word, e in zip(words, empty, strict=True) if not e)
    return _Label(text, words, tuple(empty), tuple(verbs), content, core, *_reduced(text, core), _is_law(text))


def _is_law(text: str) -> bool:
    return _LAW.match(text) is not None


def _reduced(text: str, core: str) -> tuple[tuple[str, ...], tuple[str, ...], str]:
    return tuple(_bare(text).split()), tuple(_bare(core).split()), core.replace(" ", "")


@lru_cache(maxsize=65536)
def _bare(text: str) -> str:
    """A normalised text without the words that only join others."""
    return " ".join(word for word in text.split() if word not in _JOINERS)


def _without(read: _Label, form: str) -> str:
    """A label without the words that say nothing, those of a name kept."""
    kept = form.split()
    return " ".join(w for w, empty in zip(read.words, read.filler, strict=True) if not empty or w in kept)


def core(label: str) -> str:
    """The words of a label that say something, normalised: without years, numbering and the office's own name."""
    return _read(label).core


def is_headline(label: str) -> bool:
    """Whether a label reads like the headline of a news item ("Kemenag Gelar Rapat DIP")."""
    return bool(_read(label).verbs)


class _Names:
    """Names as words, looked up by their first one: for labels, which are short, faster than an automaton."""

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        self._first: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        for form, name in names:
            words = tuple(form.split())
            if words:
                self._first.setdefault(words[0], []).append((words, name))
        self._starts = frozenset(self._first)

    def hits(self, words: tuple[str, ...]) -> list[tuple[int, int, str]]:
        """(first word, word after the last, name) of every name in a label."""
        if self._starts.isdisjoint(words):
            return []
        return [
            (at, at + len(form), name)
            for at, word in enumerate(words)
            for form, name in self._first.get(word, ())
            if words[at : at + len(form)] == form
        ]


def _forms_of(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(form, name) for name in dict.fromkeys(names) for form in forms(name)]


class LabelMatcher:
    """Recognises labels by one rule's names; results are kept per label, as menus repeat on every page.

    ``weak`` names count only when they are the whole label, and where ``under`` is given only beneath a menu,
    heading or section with one of those names. A label with an ``exclude`` phrase is never recognised.
    """

    def __init__(
        self, labels: Iterable[str], weak: Iterable[str] = (), exclude: Iterable[str] = (), under: Iterable[str] = ()
    ) -> None:
        labels = tuple(dict.fromkeys(labels))
        self._names = _Names(_forms_of(labels))
        # "Tentang PPID" without its joining word would be any "PPID": what is left must still be a name of two words.
        bare = [(_bare(normalised(name)), name) for name in labels]
        bare = [(form, name) for form, name in bare if " " in form or form == normalised(name)]
        self._bare = _Names((other, name) for form, name in bare for other in forms(form))
        self._exclude = _Names(_forms_of(exclude))
        self._under = Phrases(under)
        self._weak = dict(reversed(_forms_of(weak)))
        self._weak_with_fillers = [(form, name) for form, name in self._weak.items() if any(_read(form).filler)]
        self._compact = {form.replace(" ", ""): name for form, name in _forms_of(labels) if " " in form}
        self._spelt: dict[str, list[str]] = {}
        for word in sorted({word for name in labels for word in normalised(name).split()}):
            if len(word) >= _TYPO["min_letters"]:
                self._spelt.setdefault(word[0], []).append(word)
        self._seeks_laws = any(not _SEEKS_LAWS.isdisjoint(normalised(name).split()) for name in labels)
        self._known: dict[str, LabelMatch | None] = {}
        self._mended: dict[str, str] = {}
        #: labels that carry none of the names in any context, nor do their parts: most labels, for most rules
        self.strange: set[str] = set()

    def match(self, label: str, context: Iterable[str] = ()) -> LabelMatch | None:
        """What the label was recognised by, None when it names something else.

        ``context``: labels of the menus, headings and sections above it, asked only for weak names.
        """
        found = self._judged(label)
        if found is not None and found.weak and len(self._under) and not any(map(self._under.any, context)):
            return None
        return found

    def _judged(self, label: str) -> LabelMatch | None:
        try:
            return self._known[label]
        except KeyError:
            if len(self._known) > 20_000:
                self._known.clear()
            found = self._known[label] = self._judge(label)
            return found

    def strange_unless_weak(self, label: str, parts: Iterable[str]) -> None:
        """Remembers a label as strange where neither it nor a part of it has a name that only its context forbade."""
        if self._judged(label) is None and all(self._judged(part) is None for part in parts if part.strip()):
            if len(self.strange) > 20_000:
                self.strange.clear()
            self.strange.add(label)

    def is_law(self, label: str) -> bool:
        """Whether a label names a national law while the rule seeks something else ("UU 25/2009 tentang ...")."""
        return not self._seeks_laws and _read(label).law

    def excludes(self, label: str) -> bool:
        """Whether a label carries a phrase that rules it out."""
        return bool(self._exclude.hits(_read(label).words))

    def _judge(self, label: str) -> LabelMatch | None:
        read = _read(label)
        if self.is_law(label):
            return None
        if not read.words or read.content > _WORDS["max_words"]:
            title = read.text.startswith(_STARTS) and read.content <= _WORDS["max_document_words"]
            if not title:
                return None
        found = self._by_name(read) or self._by_weak(read)
        if found is None and len(read.words) <= _TYPO["max_label_words"] and self._spelt:
            found = self._by_typo(read)
        return None if found is None or self._exclude.hits(read.words) else found

    def _by_name(self, read: _Label) -> LabelMatch | None:
        hits = self._names.hits(read.words)
        if hits:
            return _score(read.words, read.filler, hits, read.verbs)
        if read.verbs:
            return None
        hits = self._bare.hits(read.plain)  # "Tugas & Fungsi" for "Tugas Fungsi", "Perjanjian Pihak III"
        if hits:
            shorter = _read(" ".join(read.plain))
            return _score(shorter.words, shorter.filler, hits, ())
        hits = self._bare.hits(read.plain_core)  # "SK 2025 PPID"
        return _score(read.plain_core, (False,) * len(read.plain_core), hits, ()) if hits else None

    def _by_weak(self, read: _Label) -> LabelMatch | None:
        if read.verbs:
            return None
        name = self._weak.get(read.text) or self._weak.get(read.core)
        if name is None:  # "Dokumen Perencanaan 2026": the name itself holds a filler
            name = next((n for form, n in self._weak_with_fillers if _without(read, form) == form), None)
        return None if name is None else LabelMatch(name, 1.0, weak=True)

    def _by_typo(self, read: _Label) -> LabelMatch | None:
        if read.verbs:
            return None
        name = self._compact.get(read.compact)
        if name is not None:  # "Visimisi", "SertaMerta"
            return LabelMatch(name, 0.95, typo=True)
        mended = tuple(map(self._mend, read.words))
        if mended == read.words or self._exclude.hits(mended):
            return None
        found = self._by_name(_read(" ".join(mended)))
        return None if found is None else LabelMatch(found.phrase, round(found.strength * 0.9, 3), typo=True)

    def _mend(self, word: str) -> str:
        """The rule's word a misspelt one stands for, or the word itself; the first letter is always right."""
        spelt = self._spelt.get(word[0])
        if spelt is None or len(word) < _LEAST or word in _CORRECT:
            return word
        mended = self._mended.get(word)
        if mended is None:
            if len(self._mended) > 20_000:
                self._mended.clear()
            mended = self._mended[word] = _nearest(word, spelt)
        return mended


def _nearest(word: str, spelt: list[str]) -> str:
    """The word of a list that another is a slip of the pen for, else the word itself."""
    if word in spelt:
        return word
    allowed = 1 if len(word) < 10 else 2
    near = [w for w in spelt if abs(len(w) - len(word)) <= allowed]
    distances = [(OSA.distance(word, w, score_cutoff=allowed), w) for w in near]
    return min(((d, w) for d, w in distances if d <= allowed), default=(0, word))[1]


def _score(
    words: tuple[str, ...],
    filler: tuple[bool, ...],
    hits: list[tuple[int, int, str]],
    verbs: Iterable[tuple[int, int]],
) -> LabelMatch | None:
    """The longest name among some hits, and how much of the label the names cover."""
    covered = [False] * len(words)
    best, size = "", 0
    for first, last, name in hits:
        covered[first:last] = [True] * (last - first)
        if last - first > size:
            best, size = name, last - first
    if any(not all(covered[a:b]) for a, b in verbs):
        return None  # a news verb outside the names themselves
    inside = sum(covered)
    others = sum(not c and not e and w not in _JOINERS for w, c, e in zip(words, covered, filler, strict=True))
    return LabelMatch(best, 1.0 if not others else max(0.1, round(inside / (inside + others), 3)))


@lru_cache(maxsize=1024)
def matcher(
    labels: tuple[str, ...], weak: tuple[str, ...] = (), exclude: tuple[str, ...] = (), under: tuple[str, ...] = ()
) -> LabelMatcher:
    """The matcher for a rule's names, the same object for the same names: what it learnt of labels is kept."""
    return LabelMatcher(labels, weak, exclude, under)


def core_of(label: str) -> str:
    """The words of a label that say something, normalised: "" for "Unduh", "Tahun 2025", "Kankemenag Kabupaten X"."""
    return _read(label).core
