"""Elements whose names tell what their text is: a day, a title, a box that stands beside the content.

A page's news is read by them: a card's day stands in an element called "tanggal", an article's clock in one called
"jam". The names are those of ``auditor/data/news_words.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from auditor.data import table

#: What an element's names say of its text; of several, all.
TIME, DATED, CHANGED, TITLE, TITLED, SECTION, BESIDE, CLOCK, SHELL, FORM = (1 << bit for bit in range(10))

_NAMES: Final = table("news_words")["marks"]
_LONGEST: Final = 500  # characters of names somebody wrote by hand


class Mark(NamedTuple):
    """An element by its runs of text, from the first one to behind the last."""

    sorts: int
    begin: int
    end: int
    stamp: str = ""  # the moment it gives to machines


def _any(words: list[str]) -> re.Pattern[str]:
    return re.compile("|".join(words), re.I)


_IN_CLASS = (
    (DATED, _any(_NAMES["dated"])),
    (TITLED, _any(_NAMES["titled"])),
    (TITLE, _any(_NAMES["title"])),
    (SECTION, _any(_NAMES["section"])),
    (SHELL, _any(_NAMES["shell"])),
)
_IN_EITHER = ((BESIDE, _any(_NAMES["beside"])), (CLOCK, _any(_NAMES["clocks"])))  # class or id
_IN_CLASS_OR_PROPERTY = (_any(_NAMES["changed"]), _any(_NAMES["published"]))
_BY_TAG: Final[Mapping[str, int]] = {
    "time": TIME | DATED, "small": DATED, "form": FORM | BESIDE, "marquee": BESIDE, "aside": BESIDE | CLOCK,
}  # fmt: skip
_BY_PROPERTY: Final[Mapping[str, int]] = {"datepublished": TIME | DATED, "headline": TITLE}
_STAMPS = ("datetime", "content", "title")


def sorts_of(tag: str, attributes: Mapping[str, str | None]) -> int:
    """What an element's names say of its text, 0 for nothing."""
    if not attributes:
        return _BY_TAG.get(tag, 0)
    classes = attributes.get("class") or ""
    identity = attributes.get("id") or ""
    of = attributes.get("itemprop") or ""
    beside = BESIDE if attributes.get("role") == "complementary" or attributes.get("aria-hidden") == "true" else 0
    if not (classes or identity or of):
        return _BY_TAG.get(tag, 0) | beside
    if len(classes) + len(identity) + len(of) > _LONGEST:
        return _sorts.__wrapped__(tag, classes, identity, of) | beside
    return _sorts(tag, classes, identity, of) | beside


@lru_cache(maxsize=4_096)
def _sorts(tag: str, classes: str, identity: str, of: str) -> int:
    found = _BY_TAG.get(tag, 0) | _BY_PROPERTY.get(of.lower(), 0)
    for sort, pattern in _IN_CLASS:
        found |= sort if pattern.search(classes) else 0
    for sort, pattern in _IN_EITHER:
        found |= sort if pattern.search(f"{classes} {identity}") else 0
    if tag == "abbr" and "published" in classes.split():
        found |= TIME
    changed, published = (pattern.search(f"{classes} {of}") for pattern in _IN_CLASS_OR_PROPERTY)
    return found | (CHANGED if found & DATED and changed and not published else 0)


def stamp_of(attributes: Mapping[str, str | None]) -> str:
    """The moment that an element which tells one gives to machines, "" for none."""
    return next((value for key in _STAMPS if (value := attributes.get(key))), "")
