"""A day as people type it into a table -> the day, or both days it could be. Nothing is guessed."""

from __future__ import annotations

import re
from datetime import date
from typing import Final

from auditor.language import date_words

_ISO: Final = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ]00:00(?::00)?)?")
_NUMBERS: Final = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_WORDS: Final = re.compile(rf"(\d{{1,2}})[\s-]+({date_words.MONTHS})\.?[\s-]+(\d{{4}})", re.IGNORECASE)


def read_day(text: str) -> tuple[date, ...]:
    """The day that a text says; both where it can be read two ways ("03/04/2026"), () for what is no day."""
    text = " ".join(text.split())
    if found := _ISO.fullmatch(text):
        return _days((found[1], found[2], found[3]))
    if found := _WORDS.fullmatch(text):
        return _days((found[3], date_words.month(found[2]), found[1]))
    if found := _NUMBERS.fullmatch(text):
        return _days((found[3], found[2], found[1]), (found[3], found[1], found[2]))  # 25/11/2026 and 11/25/2026
    return ()


def _days(*readings: tuple[str | int, str | int, str | int]) -> tuple[date, ...]:
    found = []
    for year, month, day in readings:
        try:
            found.append(date(int(year), int(month), int(day)))
        except ValueError:
            continue
    return tuple(dict.fromkeys(found))
