"""Markup -> a tree, within bounds: nesting that no author ever wrote would cost the parser minutes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import pairwise
from operator import sub

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

MAX_DEPTH = 1500
MAX_TAGS = 80_000
_FEW_TAGS = 3000  # fewer cannot nest deep enough to matter
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
#: Elements that are opened again, and all that stands in them: the same three times at the most.
_MARKS = ["b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"]
_EITHER = ("".join(f"[{letter}{letter.upper()}]" for letter in mark) for mark in _MARKS)  # re.I takes thrice as long
_MARK = re.compile(rf"<(?:{'|'.join(_EITHER)})(?=[\s/>])[^>]*+")
_OPTION = re.compile(r"<option", re.I)
_WHOLE_TAG = re.compile(r"""<[a-zA-Z/][^>"']*+(?:(?:"[^"]*+(?:"|\Z)|'[^']*+(?:'|\Z))[^>"']*+)*+""")
_FEW_MARKS, _PLAIN_MARKS, _MOST_NODES = 300, 40, 400_000
_MANY_TAGS = 20_000
_MOST_ATTRIBUTES, _SETS_APART = 10_000, " \t\n\f\r/\"'"
#: Characters: of a page whose parsing takes a second at the worst, all of it one tag; of a tag or what is between two.
_SHORT, _LONG = 120_000, 20_000
#: Void elements, and those the parser closes by itself where the page does not.
_VOID = ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
_CLOSED = ("p", "li", "dt", "dd", "tr", "td", "th", "tbody", "thead", "tfoot", "option", "a", "button")
_FLAT = frozenset((*_VOID, *_CLOSED))


def bounded(text: str) -> str:
    """The text up to its ``MAX_TAGS``th tag or to where it nests deeper than ``MAX_DEPTH``; nearly always all of it.

    The parser looks through all open elements for each new one, so its time grows with the square of the depth: forty
    thousand open ``<div>`` cost four seconds, a hostile page of three megabytes a quarter of an hour. An end tag only
    ends what is open under its name.
    """
    if text.count("<") < _FEW_TAGS:
        return text
    opened: dict[str, int] = {}
    depth = pictures = 0
    for number, tag in enumerate(_TAG.finditer(text)):
        if number >= MAX_TAGS:
            return text[: tag.start()]
        name = tag[2].lower()
        if name in _FLAT:
            continue
        if name == "svg":
            pictures = max(0, pictures - 1) if tag[1] else pictures + 1
        elif pictures and text[tag.end() : tag.end() + 2000].partition(">")[0].endswith("/"):
            continue  # only inside SVG does "/>" close an element
        known = opened.get(name, 0)
        if not tag[1]:
            opened[name], depth = known + 1, depth + 1
        elif known:
            opened[name], depth = known - 1, depth - 1
        if depth > MAX_DEPTH:
            return text[: tag.start()]
    return text


def risky(text: str) -> bool:
    """Whether the parser might make far more of a text than is written in it, or take far longer.

    An element like <b> that is left open is opened again in every block that follows, an attribute is compared with all
    of its tag, an option with all of its list. The answer is cheap and errs on the side of caution: sound pages that
    are large are risky, too, and are read where time and memory are limited.
    """
    tags = text.count("<")
    if tags > _MANY_TAGS:
        return True
    if tags > _FEW_MARKS:
        marks = _MARK.findall(text)
        if len(marks) > _FEW_MARKS:
            told_apart = len(set(marks)) + sum(mark.count('"') % 2 or mark.count("'") % 2 for mark in marks)
            if (told_apart + _PLAIN_MARKS) * tags > _MOST_NODES:
                return True
        if tags > _FEW_TAGS and len(_OPTION.findall(text)) > _FEW_TAGS:
            return True
    if len(text) <= _SHORT:
        return False
    ends = [0, *[tag.end() for tag in _WHOLE_TAG.finditer(text)], len(text)]
    if max(map(sub, ends[1:], ends)) <= _LONG:
        return False
    return any(_many_attributes(text[begin:end]) for begin, end in pairwise(ends) if end - begin > _LONG)


def _many_attributes(stretch: str) -> bool:
    """Whether a stretch of text may hold a tag of so many attributes that comparing them takes long.

    Each needs something in front that sets it apart; a style sheet or a script is long, but not of so many parts.
    """
    return sum(map(stretch.count, _SETS_APART)) > _MOST_ATTRIBUTES


def tree_of(text: str) -> LexborHTMLParser:
    """The parsed tree of a page's text."""
    return _parsed(bounded(text.replace("\x00", "")))


def measured_tree(text: str) -> tuple[LexborHTMLParser, bool]:
    """The tree of a page's text, and whether all of the text is in it."""
    within = bounded(text)
    if "\x00" in text:
        return tree_of(text), len(within) == len(text)
    return _parsed(within), len(within) == len(text)


def _parsed(text: str) -> LexborHTMLParser:
    try:
        return LexborHTMLParser(text)
    except SelectolaxError as error:  # the parser takes any text, as long as there is memory
        raise MemoryError("no room for the page's tree") from error


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
