"""The words of dates (``auditor/data/date_words.toml``) as patterns and tables."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from importlib import resources
from typing import Any

from auditor.observations import Precision


def _read() -> dict[str, Any]:
    text = resources.files("auditor").joinpath("data", "date_words.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)


def _any_of(found: Iterable[str]) -> str:
    """A pattern for any of the words, longest first so that "sept" wins over "sep"."""
    return "|".join(re.escape(word) for word in sorted(set(found), key=lambda word: (-len(word), word)))


def _behind(found: Iterable[str], between: Iterable[str] = ()) -> re.Pattern[str]:
    """A pattern for one of the words at the end of the text before a date, with any of those ``between`` behind it."""
    more = rf"(?:(?:{_any_of(between)})[\s:|,.]{{1,3}}){{0,3}}" if between else ""
    return re.compile(rf"(?:{_any_of(found)})[\s:|,.\-(\u00b7]*{more}(?:\w{{1,12}}[\s:|,]{{1,3}})?$", re.I)


_DATA = _read()
_MONTHS = {word: int(number) for number, found in _DATA["months"].items() for word in found}
_WEAK = {word: int(number) for number, found in _DATA["weak_months"].items() for word in found}
_WEEKDAYS = {word: int(number) for number, found in _DATA["weekdays"].items() for word in found}
_COARSE_MONTH = frozenset(_DATA["relative"]["coarse_month"])
_COARSE_YEAR = frozenset(_DATA["relative"]["coarse_year"])

_PLAIN: dict[str, str] = _DATA["relative"]["plain"]

EARLIEST: date = _DATA["earliest"]
MONTHS = _any_of([*_MONTHS, *_WEAK])
WEEKDAYS = _any_of(_WEEKDAYS)
UNITS = _any_of(_DATA["relative"]["units"])
ONES = _any_of(_DATA["relative"]["ones"])
SHORT_UNITS = _any_of(_DATA["relative"]["short"])
YESTERDAY = frozenset(_DATA["relative"]["yesterday"])
NOW = frozenset(_DATA["relative"]["now"])
CLOCK = _behind(_DATA["context"]["clock"])
CHANGED = _behind(_DATA["context"]["changed"], _DATA["context"]["between"])
AT_DATE = _any_of(_DATA["context"]["at_date"])
PART = re.compile(rf"(?:{_any_of(_DATA['context']['part'])})\s*$", re.I)


def month(word: str) -> int:
    """The number of a month's name, 1 to 12."""
    form = word.casefold()
    return _MONTHS.get(form) or _WEAK[form]


def is_weak(word: str) -> bool:
    """Whether a month's name is a word of its own as well ("Agus") and needs a year beside it."""
    return word.casefold() in _WEAK


def weekday(word: str) -> int:
    """The ISO number of a weekday's name, Monday = 1."""
    return _WEEKDAYS[word.casefold()]


def precision(unit: str) -> Precision:
    """How exact an age in this unit is."""
    if unit.casefold() in _COARSE_YEAR:
        return Precision.YEAR
    return Precision.MONTH if unit.casefold() in _COARSE_MONTH else Precision.DAY


def plain_age(phrase: str) -> str:
    """An age in the words dateparser knows ("3 pekan silam" -> "3 minggu lalu")."""
    return " ".join(_PLAIN.get(word, word) for word in phrase.split())
