"""What people may write for an id: an office's or indicator's id or name; and for an outcome, the printed word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from functools import cached_property
from typing import Final

from auditor.data import table
from auditor.model import Outcome, Site

_SHORT: Final = (
    (re.compile(r"\bkantor (?:kementerian agama|kemenag)\b|\bkankemenag\b|\bkemenag\b"), " "),
    (re.compile(r"\bkab\b"), "kabupaten"),
)
_KIND: Final = re.compile(r"^(?:kabupaten|kota) ")
_CUT: Final = ("…", "...")  # how a card ends a title that is too long for it
_NEAR: Final = 3


@dataclass(frozen=True)
class Register:
    """The offices and indicators that rows may be about. Without any of a kind, every id of that kind passes."""

    offices: tuple[Site, ...] = ()
    indicators: Mapping[str, str] = field(default_factory=dict)  # id -> title
    flags: frozenset[str] = frozenset()  # ids of the red flags, of which other words are said

    def office(self, text: str) -> str:
        """The id of an office named by its id or its name; the text itself, as an id, where it names none or many."""
        found = self.offices_named(text)
        return found[0] if len(found) == 1 else text.lower()

    def offices_named(self, text: str) -> tuple[str, ...]:
        """The ids of all offices that a text may mean: "Magelang" is a kabupaten and a kota."""
        return _named(text, self._offices, _office_key)

    def indicator(self, text: str) -> str:
        """The id of an indicator named by its id or title; the text itself, as an id, where it names none or many."""
        found = self.indicators_named(text)
        return found[0] if len(found) == 1 else text.lower()

    def indicators_named(self, text: str) -> tuple[str, ...]:
        """The ids of all indicators that a text may mean."""
        return _named(text, self._indicators, _key)

    def near_offices(self, text: str) -> tuple[str, ...]:
        """The ids of offices that are spelled almost so."""
        known = {key for key, _ in self._offices}
        near = set(get_close_matches(_office_key(text), known, _NEAR))
        return tuple(dict.fromkeys(site_id for key, site_id in self._offices if key in near))

    def near_indicators(self, text: str) -> tuple[str, ...]:
        """The ids of indicators that are spelled almost so."""
        near = set(get_close_matches(_key(text), {key for key, _ in self._indicators}, _NEAR))
        return tuple(dict.fromkeys(rule_id for key, rule_id in self._indicators if key in near))

    @cached_property
    def _offices(self) -> tuple[tuple[str, str], ...]:
        bare = [(re.sub(r"^(?:kabupaten|kota) ", "", _office_key(s.name)), s.id) for s in self.offices]
        return (
            *((s.id.lower(), s.id) for s in self.offices),
            *((_office_key(s.name), s.id) for s in self.offices),
            *bare,
        )

    @cached_property
    def _indicators(self) -> tuple[tuple[str, str], ...]:
        titles = [(_key(title), rule_id) for rule_id, title in self.indicators.items()]
        short = [(key.removeprefix("bendera merah "), rule_id) for key, rule_id in titles]
        return (*((rule_id.lower(), rule_id) for rule_id in self.indicators), *titles, *short)


def outcome_named(text: str) -> Outcome | None:
    """The outcome that a text names: its value or the word that cards print; None where it names none."""
    return _outcomes().get(_key(text.replace("_", " ")))


def _outcomes() -> dict[str, Outcome]:
    found = {_key(outcome.value.replace("_", " ")): outcome for outcome in Outcome}
    for name, row in table("laporan")["hasil"].items():
        found |= dict.fromkeys((_key(name.replace("_", " ")), _key(row["label"])), _value(name))
    return found


def _value(name: str) -> Outcome:
    return Outcome.LINK_ONLY if name == "kedaluwarsa" else Outcome(name)


def _named(text: str, known: Iterable[tuple[str, str]], key: Callable[[str], str]) -> tuple[str, ...]:
    """The ids that a text means: an exact id, else all of that name, else all whose names a cut one begins."""
    known, written = tuple(known), key(text)
    exact, same = text.strip().lower(), [site_id for name, site_id in known if written and name == written]
    begun = [site_id for name, site_id in known if written and name.startswith(written)]
    cut = text.rstrip().endswith(_CUT)
    return tuple(dict.fromkeys([i for _, i in known if i.lower() == exact] or same or (begun if cut else [])))


def _key(text: str) -> str:
    """The words of a text in small letters, without signs."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _office_key(text: str) -> str:
    key = _key(text)
    for pattern, word in _SHORT:
        key = pattern.sub(word, key)
    return " ".join(key.split())
