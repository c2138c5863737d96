"""Which names a label carries: the matcher of one rule, and the one index of all rules' names in front of them.

A label is looked up once for all rules: the index yields the few that might recognise it, by name, by a weak or
compact name or by a slip of the pen, and only their matchers judge it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from rapidfuzz.distance import OSA

from auditor.language.labels import JOINERS, STARTS, WORDS, Label, bare, is_unit, read_label
from auditor.language.phrases import Phrases, forms, normalised

_TYPO = WORDS["typo"]
_LEAST = _TYPO["min_letters"] - 1  # letters of a word that may be misspelt
_CORRECT = frozenset(_TYPO["correct"])
_FIELD = frozenset(WORDS["field"]["starts"])
_COUNTED = frozenset(WORDS["field"]["counted"])
_QUALIFIERS = frozenset(WORDS["qualifier"]["words"])
_HEADS = frozenset(WORDS["qualifier"]["heads"])
_SEEKS_LAWS = frozenset(WORDS["laws"]["sought_by"])
_MOST_KNOWN = 20_000  # labels or words remembered
_CLAUSE = re.compile(r"\s*[,;:(|]|\s+(?:berdasarkan|menurut|yang|dalam rangka)\s", re.I)  # what follows tells more
_WAYS = ("name", "bare", "whole", "filled", "compact", "spelt")


@dataclass(frozen=True, slots=True)
class LabelMatch:
    """What a label was recognised by. ``strength`` is 1.0 when the label says nothing else, lower the more it says."""

    phrase: str
    strength: float
    weak: bool = False
    typo: bool = False


def _without(read: Label, form: str) -> str:
    """A label without the words that say nothing, those of a name kept."""
    kept = form.split()
    return " ".join(w for w, empty in zip(read.words, read.filler, strict=True) if not empty or w in kept)


class _Names:
    """Names as words, looked up by their first two: for labels, which are short, faster than an automaton."""

    def __init__(self, names: Iterable[tuple[str, str]] = ()) -> None:
        # first word -> second word, "" where there is none -> (number, words, name)
        self._first: dict[str, dict[str, list[tuple[int, tuple[str, ...], str]]]] = {}
        self._count = 0
        for form, name in names:
            self.add(form, name)

    def add(self, form: str, name: str) -> None:
        words = tuple(form.split())
        if words:
            second = words[1] if len(words) > 1 else ""
            self._first.setdefault(words[0], {}).setdefault(second, []).append((self._count, words, name))
            self._count += 1

    def __iter__(self) -> Iterator[str]:
        return (
            " ".join(words) for seconds in self._first.values() for some in seconds.values() for _, words, _ in some
        )

    def within(self, words: tuple[str, ...]) -> Iterator[str]:
        """The names in a label, in no order."""
        first, last = self._first, len(words) - 1
        if first.keys().isdisjoint(words):
            return
        for at, word in enumerate(words):
            seconds = first.get(word)
            if seconds is None:
                continue
            yield from (name for _, _, name in seconds.get("", ()))
            for _, form, name in seconds.get(words[at + 1], ()) if at < last else ():
                if words[at : at + len(form)] == form:
                    yield name

    def hits(self, words: tuple[str, ...]) -> list[tuple[int, int, str]]:
        """(first word, word after the last, name) of every name in a label."""
        if self._first.keys().isdisjoint(words):
            return []
        found: list[tuple[int, int, str]] = []
        for at, (word, following) in enumerate(zip(words, (*words[1:], ""), strict=True)):
            seconds = self._first.get(word)
            if seconds is None:
                continue
            here = [one for one in seconds.get(following, ()) if words[at : at + len(one[1])] == one[1]]
            here += seconds.get("", ()) if following else ()
            here.sort()  # as they were given
            found += [(at, at + len(form), name) for _, form, name in here]
        return found


def _forms_of(names: Iterable[str]) -> list[tuple[str, str]]:
    return [(form, name) for name in dict.fromkeys(names) for form in forms(name)]


class NameIndex:
    """The names of all matchers: a label is looked up once and yields the matchers that might recognise it.

    Sets of matchers are the bits of a number. What the index leaves out no matcher recognises; what it yields the
    matcher itself judges.
    """

    def __init__(self) -> None:
        self.count = 0
        self._masks: dict[str, dict[str, int]] = {way: {} for way in _WAYS}  # -> form -> matchers
        self._spelt: dict[str, list[str]] = {}  # first letter -> words of names
        self._filled: dict[str, list[str]] = {}  # first word -> weak names that hold a filler
        self._known: dict[str, int] = {}
        self._slips: dict[str, int] = {}
        self._phrases = {"name": _Names(), "bare": _Names()}

    def add(self, matcher: LabelMatcher) -> int:
        """The matcher's number, after its names were taken in."""
        number = self.count
        self.count += 1
        for way, form in matcher.forms():
            masks = self._masks[way]
            if form not in masks and way in self._phrases:
                self._phrases[way].add(form, form)
            elif form not in masks and way == "spelt":
                self._spelt.setdefault(form[0], []).append(form)
            elif form not in masks and way == "filled":
                self._filled.setdefault(form.partition(" ")[0], []).append(form)
            masks[form] = masks.get(form, 0) | 1 << number
        self._known.clear()
        self._slips.clear()
        return number

    def could_mean(self, label: str) -> int:
        """The matchers that might recognise a label."""
        mask = self._known.get(label)
        if mask is None:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            mask = self._known[label] = self._look_up(read_label(label))
        return mask

    def _look_up(self, read: Label) -> int:
        whole, compact = self._masks["whole"], self._masks["compact"]
        mask = self._within("name", read.words) | self._within("bare", read.plain)
        if read.plain_core != read.plain:
            mask |= self._within("bare", read.plain_core)
        mask |= whole.get(read.text, 0) | whole.get(read.core, 0) | compact.get(read.compact, 0)
        for word in read.words:
            for form in self._filled.get(word, ()):
                if _without(read, form) == form:
                    mask |= self._masks["filled"][form]
        if len(read.words) <= _TYPO["max_label_words"]:
            for word in read.words:
                if len(word) >= _LEAST and word not in _CORRECT:
                    mask |= self._misspelt(word)
        return mask

    def _within(self, way: str, words: tuple[str, ...]) -> int:
        mask, masks = 0, self._masks[way]
        for form in self._phrases[way].within(words):
            mask |= masks[form]
        return mask

    def _misspelt(self, word: str) -> int:
        """The matchers that would read a word as one of their names' words."""
        mask = self._slips.get(word)
        if mask is None:
            if len(self._slips) > _MOST_KNOWN:
                self._slips.clear()
            spelt, mask = self._masks["spelt"], 0
            for _, near in _near(word, self._spelt.get(word[0], ())):
                mask |= spelt[near]
            mask &= ~spelt.get(word, 0)
            self._slips[word] = mask
        return mask


#: of this process: matchers are few, lasting and shared by all sites
ALL_NAMES = NameIndex()


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
        shorter = [(bare(normalised(name)), name) for name in labels]
        shorter = [(form, name) for form, name in shorter if " " in form or form == normalised(name)]
        self._bare = _Names((other, name) for form, name in shorter for other in forms(form))
        self._exclude = _Names(_forms_of(exclude))
        self._under = Phrases(under)
        self._weak = dict(reversed(_forms_of(weak)))
        self._weak_with_fillers = [(form, name) for form, name in self._weak.items() if any(read_label(form).filler)]
        self._compact = {form.replace(" ", ""): name for form, name in _forms_of(labels) if " " in form}
        self._spelt: dict[str, list[str]] = {}
        for word in sorted({word for name in labels for word in normalised(name).split()}):
            if len(word) >= _TYPO["min_letters"]:
                self._spelt.setdefault(word[0], []).append(word)
        self._seeks_laws = any(not _SEEKS_LAWS.isdisjoint(normalised(name).split()) for name in labels)
        self._known: dict[str, LabelMatch | None] = {}
        self._mended: dict[str, str] = {}
        self.number = ALL_NAMES.add(self)

    def match(self, label: str, context: Iterable[str] = ()) -> LabelMatch | None:
        """What the label was recognised by, None when it names something else.

        ``context``: labels of the menus, headings and sections above it, asked only for weak names.
        """
        found = self._judged(label)
        if found is not None and found.weak and len(self._under) and not any(map(self._under.any, context)):
            return None
        return found

    def _judged(self, label: str) -> LabelMatch | None:
        if not ALL_NAMES.could_mean(label) >> self.number & 1:
            return None  # most labels, for most rules
        try:
            return self._known[label]
        except KeyError:
            if len(self._known) > _MOST_KNOWN:
                self._known.clear()
            found = self._known[label] = self.judge(label)
            return found

    def is_law(self, label: str) -> bool:
        """Whether a label names a national law while the rule seeks something else ("UU 25/2009 tentang ...")."""
        return not self._seeks_laws and read_label(label).law

    def excludes(self, label: str) -> bool:
        """Whether a label carries a phrase that rules it out."""
        return bool(self._exclude.hits(read_label(label).words))

    def excludes_all_of(self, label: str) -> bool:
        """Whether an excluded phrase rules out every subject a label joins: it spans the joint, heads or ends them all.

        "Visi Misi dan Motto PPID" is the PPID's; "Daftar Informasi Publik dan Informasi yang Dikecualikan" are two.
        """
        words = read_label(label).words
        return any(
            "dan" in words[first:last]
            or (last == len(words) and words[last - 1] in _QUALIFIERS)
            or (first == 0 and words[0] in _HEADS)
            for first, last, _ in self._exclude.hits(words)
        )

    def judge(self, label: str) -> LabelMatch | None:
        """What the label was recognised by, whatever stands above it, asked without the index."""
        read = read_label(label)
        if self.is_law(label):
            return None
        if not read.words or read.content > WORDS["max_words"]:
            title = read.text.startswith(STARTS) and read.content <= WORDS["max_document_words"]
            head = _CLAUSE.split(label, maxsplit=1)[0]
            if not title:
                return self.judge(head) if head != label else None
        found = self._by_name(read) or self._by_weak(read)
        if found is None and len(read.words) <= _TYPO["max_label_words"] and self._spelt:
            found = self._by_typo(read)
        return (
            None if found is None or self._exclude.hits(read.words) or self._is_another(read, label, found) else found
        )

    def _is_another(self, read: Label, label: str, found: LabelMatch) -> bool:
        """Whether a label's first word makes it another thing than what it names further on.

        A form's field or a column's head ("Nomor Permohonan"), a counter ("Jumlah Permohonan 12"), a unit of the
        office ("Bidang Barang Milik Daerah").
        """
        words = read.words
        if len(words) < 2 or words[1][0].isdigit():
            return False
        first = words[0]
        field = first in _FIELD or (first in _COUNTED and words[-1].isdigit())
        if not field and (found.weak or not is_unit(label)):
            return False
        return not any(begin == 0 for begin, _, _ in self._names.hits(words))

    def forms(self) -> Iterator[tuple[str, str]]:
        """(way, form) of everything a label may be recognised by: what the index of all names is made from."""
        yield from (("name", form) for form in self._names)
        yield from (("bare", form) for form in self._bare)
        yield from (("whole", form) for form in self._weak)
        yield from (("filled", form) for form, _ in self._weak_with_fillers)
        yield from (("compact", form) for form in self._compact)
        yield from (("spelt", word) for words in self._spelt.values() for word in words)

    def _by_name(self, read: Label) -> LabelMatch | None:
        hits = self._names.hits(read.words)
        if hits:
            return _score(read.words, read.filler, hits, read.verbs)
        if read.verbs:
            return None
        hits = self._bare.hits(read.plain)  # "Tugas & Fungsi" for "Tugas Fungsi", "Perjanjian Pihak III"
        if hits:
            shorter = read_label(" ".join(read.plain))
            return _score(shorter.words, shorter.filler, hits, ())
        hits = self._bare.hits(read.plain_core)  # "SK 2025 PPID"
        return _score(read.plain_core, (False,) * len(read.plain_core), hits, ()) if hits else None

    def _by_weak(self, read: Label) -> LabelMatch | None:
        if read.verbs:
            return None
        name = self._weak.get(read.text) or self._weak.get(read.core)
        if name is None:  # "Dokumen Perencanaan 2026": the name itself holds a filler
            name = next((n for form, n in self._weak_with_fillers if _without(read, form) == form), None)
        return None if name is None else LabelMatch(name, 1.0, weak=True)

    def _by_typo(self, read: Label) -> LabelMatch | None:
        if read.verbs:
            return None
        name = self._compact.get(read.compact)
        if name is not None:  # "Visimisi", "SertaMerta"
            return LabelMatch(name, 0.95, typo=True)
        mended = tuple(map(self._mend, read.words))
        if mended == read.words or self._exclude.hits(mended):
            return None
        found = self._by_name(read_label(" ".join(mended)))
        return None if found is None else LabelMatch(found.phrase, round(found.strength * 0.9, 3), typo=True)

    def _mend(self, word: str) -> str:
        """The rule's word a misspelt one stands for, or the word itself; the first letter is always right."""
        spelt = self._spelt.get(word[0])
        if spelt is None or len(word) < _LEAST or word in _CORRECT:
            return word
        mended = self._mended.get(word)
        if mended is None:
            if len(self._mended) > _MOST_KNOWN:
                self._mended.clear()
            mended = self._mended[word] = _nearest(word, spelt)
        return mended


def _near(word: str, spelt: Iterable[str]) -> list[tuple[int, str]]:
    """The words that another may be a slip of the pen for, with the number of its slips."""
    allowed = 1 if len(word) < 10 else 2
    near = [w for w in spelt if abs(len(w) - len(word)) <= allowed]
    distances = [(OSA.distance(word, w, score_cutoff=allowed), w) for w in near]
    return [(d, w) for d, w in distances if d <= allowed]


def _nearest(word: str, spelt: list[str]) -> str:
    """The word of a list that another is a slip of the pen for, else the word itself."""
    return word if word in spelt else min(_near(word, spelt), default=(0, word))[1]


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
    others = sum(not c and not e and w not in JOINERS for w, c, e in zip(words, covered, filler, strict=True))
    return LabelMatch(best, 1.0 if not others else max(0.1, round(inside / (inside + others), 3)))


@cache
def matcher(
    labels: tuple[str, ...], weak: tuple[str, ...] = (), exclude: tuple[str, ...] = (), under: tuple[str, ...] = ()
) -> LabelMatcher:
    """The matcher for a rule's names, the same object for the same names: what it learnt of labels is kept."""
    return LabelMatcher(labels, weak, exclude, under)
