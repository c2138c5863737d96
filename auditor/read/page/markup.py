"""Markup -> a tree, within bounds: nesting that no author ever wrote would cost the parser minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable

from selectolax.lexbor import LexborHTMLParser, LexborNode

MAX_DEPTH = 1500
_FEW_TAGS = 3000  # fewer cannot nest deep enough to matter
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: Void elements, and those the parser closes by itself where the page does not.
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_CLOSED = ("p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "a", "button")
_FLAT = frozenset((*_VOID, *_CLOSED))


def bounded(text: str) -> str:
    """The text up to the point where its elements nest deeper than ``MAX_DEPTH``; almost always all of it.

    The parser looks through all open elements for each new one, so its time grows with the square of the depth: forty
    thousand open ``<div>`` cost four seconds, a hostile page of three megabytes a quarter of an hour.
    """
    if text.count("<") < _FEW_TAGS:
        return text
    depth = pictures = 0
    for tag in _TAG.finditer(text):
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if name == "svg":
            pictures = max(0, pictures - 1) if tag[1] else pictures + 1
        elif pictures and text[tag.end() : tag.end() + 2000].partition(">")[0].endswith("/"):
            continue  # only inside SVG does "/>" close an element
        depth = max(0, depth - 1) if tag[1] else depth + 1
        if depth > MAX_DEPTH:
            return text[: tag.start()]
    return text


def tree_of(text: str) -> LexborHTMLParser:
    """The parsed tree of a page's text."""
    return LexborHTMLParser(bounded(text.replace("\x00", "")))


def measured_tree(text: str) -> tuple[LexborHTMLParser, bool]:
    """The tree of a page's text, and whether all of the text is in it."""
    within = bounded(text)
    if "\x00" in text:
        return tree_of(text), len(within) == len(text)
    return LexborHTMLParser(within), len(within) == len(text)


def cut(parts: Iterable[LexborNode]) -> None:
    """Take elements out of their tree, each with all that is in it.

    ``parts`` stand in the order of the document, so what lies within an element that goes is recognised by its
    ancestors and left alone: it is gone already, and must not be touched again.
    """
    going: dict[int, LexborNode] = {}
    for part in parts:
        above = part.parent
        while above is not None and above.mem_id not in going:
            above = above.parent
        if above is None:
            going[part.mem_id] = part
    for part in going.values():
        part.decompose()


def tag_before(node: LexborNode) -> str | None:
    """The tag of the element in front of one."""
    before = node.prev
    while before is not None and before.tag in ("-text", "-comment", "_comment"):
        before = before.prev
    return before.tag if before is not None else None
