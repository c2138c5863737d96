"""What moves on a page from one load to the next and says nothing of its content: clocks, counters, visits' numbers."""

from __future__ import annotations

import re
from functools import lru_cache

#: what stands for a bare figure, which may be a counter's
FIGURE = "#"
_FIGURES = re.compile(r"\d[\d.,:]*")
_COUNTER = re.compile(
    r"\b(?:pengunjung|visitors?|online|hits?|kunjungan|page ?views?|total (?:akses|hits?)|hari ini|kemarin|bulan ini)\b"
    r"|\b\d{1,2}[:.]\d{2}[:.]\d{2}\b",
    re.I,
)
_VISIT = re.compile(r"(?=.*\d)[0-9a-z]{16,}|\d{9,}|\d++(?:\.\d++)++", re.I)  # a visit's number, a time, a version


def counts(text: str) -> bool:
    """Whether a text names a clock or a counter."""
    return _short_counts(text) if len(text) <= 120 else _COUNTER.search(text) is not None


@lru_cache(maxsize=8_192)
def _short_counts(text: str) -> bool:
    return _COUNTER.search(text) is not None


@lru_cache(maxsize=8_192)
def steady(text: str) -> str:
    """A text without the figures of a clock or a counter; a bare figure may be a counter's."""
    if len(text) > 120:
        return text
    if text.replace(".", "").replace(",", "").isdigit() and len(text) <= 9:
        return FIGURE
    return _FIGURES.sub(FIGURE, text) if counts(text) else text


def numbers_a_visit(value: str) -> bool:
    """Whether the value of a parameter reads like a visit's number, a time or a version."""
    return _VISIT.fullmatch(value) is not None
