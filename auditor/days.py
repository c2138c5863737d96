"""The days offices live by: their time zone, and the months by name."""

from __future__ import annotations

from datetime import date, timedelta, timezone
from typing import Final

from auditor.data import table

#: Western Indonesian Time: "today" is the office's day, not Greenwich's.
WIB: Final = timezone(timedelta(hours=7), "WIB")
MONTHS: Final = tuple(str(names[0]).capitalize() for names in table("date_words")["months"].values())


def long_day(day: date) -> str:
    """ "22 November 2026"."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
