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
        return _named(text, self._office_ids, self._offices, _office_key)

    def indicator(self, text: str) -> str:
        """The id of an indicator named by its id or title; the text itself, as an id, where it names none or many."""
        found = self.indicators_named(text)
        return found[0] if len(found) == 1 else text.lower()

    def indicators_named(self, text: str) -> tuple[str, ...]:
        """The ids of all indicators that a text may mean."""
        return _named(text, self._indicator_ids, self._indicators, _key)

    def near_offices(self, text: str) -> tuple[str, ...]:
        """The ids of offices that are spelled almost so."""
        return _near(_office_key(text), self._offices)

    def near_indicators(self, text: str) -> tuple[str, ...]:
        """The ids of indicators that are spelled almost so."""
        return _near(_key(text), self._indicators)

    @cached_property
    def _office_ids(self) -> dict[str, str]:
        return {site.id.lower(): site.id for site in self.offices}

    @cached_property
    def _offices(self) -> dict[str, tuple[str, ...]]:
        """Name -> the ids of those that bear it; "Magelang" is a kabupaten's and a kota's."""
        names = [(_office_key(site.name), site.id) for site in self.offices]
        bare = [(_KIND.sub("", name), site_id) for name, site_id in names]
        return _by_name([*((_office_key(site.id), site.id) for site in self.offices), *names, *bare])

    @cached_property
    def _indicator_ids(self) -> dict[str, str]:
        return {rule_id.lower(): rule_id for rule_id in self.indicators}

    @cached_property
    def _indicators(self) -> dict[str, tuple[str, ...]]:
        titles = [(_key(title), rule_id) for rule_id, title in self.indicators.items()]
        short = [(key.removeprefix("bendera merah "), rule_id) for key, rule_id in titles]
        return _by_name([*((_key(rule_id), rule_id) for rule_id in self.indicators), *titles, *short])


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


def _by_name(named: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for name, known in named:
        if known not in found.get(name, ()):
            found[name] = (*found.get(name, ()), known)
    return found


def _named(
    text: str, ids: Mapping[str, str], names: Mapping[str, tuple[str, ...]], key: Callable[[str], str]
) -> tuple[str, ...]:
    """The ids that a text means: an exact id, else all of that name, else all whose names a cut one begins."""
    exact, written = ids.get(text.strip().lower()), key(text)
    if exact is not None:
        return (exact,)
    if written in names or not written or not text.rstrip().endswith(_CUT):
        return names.get(written, ())
    return tuple(dict.fromkeys(known for name in names if name.startswith(written) for known in names[name]))


def _near(key: str, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(known for name in get_close_matches(key, names, _NEAR) for known in names[name]))


def _key(text: str) -> str:
    """The words of a text in small letters, without signs."""
    return " ".join(re.findall(r"[^\W_]+", text.casefold()))


def _office_key(text: str) -> str:
    key = _key(text)
    for pattern, word in _SHORT:
        key = pattern.sub(word, key)
    return " ".join(key.split())
