"""Which element of a page tells a day of publication, and which that of a change."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborNode

from auditor.language.dates import follows_change
from auditor.language.streams import STAMP_CHANGED, STAMP_PUBLISHED

_DIGIT = re.compile(r"\d")
_BEFORE = 60  # characters in front of an element
_ABOVE = 2  # elements around it that may hold the words


def published_first(nodes: Iterable[LexborNode]) -> list[LexborNode]:
    """The elements that may tell a day of publication: those called after a change come last.

    Where words in front say that something was changed then, the element tells no such day. Its class alone says less:
    themes call a page's only date "updated" because a format of old asked for the name.
    """
    stamps = [node for node in nodes if not behind_change(node)]
    return sorted(stamps, key=_called_changed)


def _called_changed(node: LexborNode) -> bool:
    attributes = node.attributes
    names = f"{attributes.get('class') or ''} {attributes.get('itemprop') or ''}"
    return STAMP_CHANGED.search(names) is not None and STAMP_PUBLISHED.search(names) is None


def behind_change(node: LexborNode) -> bool:
    """Whether the words in front of an element, or its own, say that something was changed on the day it tells."""
    text = ""
    around: LexborNode | None = node
    for _ in range(_ABOVE):
        before = around.prev if around is not None else None
        while before is not None and len(text) < _BEFORE:
            said = (before.text_content or "") if before.tag == "-text" else before.text(separator=" ")
            text = f"{said} {text}"
            before = before.prev
        if text.strip() or around is None or around.parent is None:
            break
        around = around.parent
    own = _DIGIT.split(node.text(separator=" "), maxsplit=1)[0]
    return follows_change(" ".join(f"{text[-_BEFORE:]} {own}".split()) + " ")
