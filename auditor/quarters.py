"""The quarters rounds are named after: "2026-T4"."""

from __future__ import annotations

import re
from datetime import UTC, datetime

from auditor.days import WIB

_QUARTER = re.compile(r"(\d{4})[ ._-]*(?:triwulan|tw|t|kuartal|k|quarter|q)[ ._-]*([1-4]|iv|i{1,3})", re.IGNORECASE)
_ROMAN = {"i": "1", "ii": "2", "iii": "3", "iv": "4"}


def this_quarter(now: datetime | None = None) -> str:
    """The name of the quarter of a day in Western Indonesian Time: "2026-T4"."""
    local = (now or datetime.now(UTC)).astimezone(WIB)
    return f"{local.year}-T{(local.month - 1) // 3 + 1}"


def quarter_of(name: str) -> tuple[str, str] | None:
    """(year, quarter) that a round's name means, however it is spelled: "2026-Q4", "2026-T4", "2026-TW-IV"."""
    found = _QUARTER.fullmatch(name)
    return (found[1], _ROMAN.get(found[2].lower(), found[2])) if found else None
