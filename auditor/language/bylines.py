"""The line of author, day and readers that many systems print on every page: it says nothing of what the page holds."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

_LONGEST: Final = 160  # characters
_MARKS: Final = (
    re.compile(r"\b(?:ditulis|diposting|diposkan|diterbitkan|dipublikasikan|diunggah|posted|published)\b", re.I),
    re.compile(r"\b(?:oleh|by|penulis|author|editor|admin|administrator|kontributor)\b", re.I),
    re.compile(r"\b(?:dibaca|dilihat|dikunjungi|hits?|views?|kali)\b", re.I),
    re.compile(r"\b(?:kategori|category|komentar|comments?)\b", re.I),
)


@lru_cache(maxsize=8_192)
def is_byline(text: str) -> bool:
    """Whether a short text tells who posted the page, when, and how often it was read, and nothing else.

    "Diterbitkan 3 Maret 2026" alone is a page's own word on its age, and is none.
    """
    if len(text) > _LONGEST or not any(map(str.isdigit, text)) or ". " in text.strip(". "):
        return False
    return sum(mark.search(text) is not None for mark in _MARKS) >= 2
