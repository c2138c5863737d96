"""The boxes of a page while it is walked - rows, cells, items, paragraphs, divisions - and which of them are entries.

An entry is a row of a table of data, an item of a list, or one of several boxes made alike that hold little under one
heading each.
"""

from __future__ import annotations

import re
from array import array
from collections.abc import Sequence

from auditor.observations import Zone
from auditor.read.page.anatomy import Block
from auditor.read.page.telling import telling
from auditor.read.page.zones import CONTENT

MAX_RECORDS = 2_000
MAX_ANCHORS = 4  # a box with more links is a list, and names none of them
SUB = 7  # level of tabs, terms and bold lines: they do not head a card
NEAR = 6  # boxes around a link that may name it
_MAX_ITEM = 1_500  # characters of an item of a list
_MAX_CARD = 700  # characters of a card
_MAX_LINE = 300  # characters of a paragraph that is an entry
_ITEMS = frozenset({"li", "dd", "p", "br"})  # entries by themselves, be there others like them or not
_LISTED = frozenset({"li", "tr", "dd"})
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*[.)]\s+\S")

Position = tuple[int, int, int, int, int, int]  # blocks, links, pictures, runs of text, characters, headings so far


class Extent:
    """A part of a page, from one position to another."""

    __slots__ = ("begin", "end")

    def __init__(self, begin: Position) -> None:
        self.begin = self.end = begin

    @property
    def anchors(self) -> int:
        return self.end[1] - self.begin[1]

    @property
    def chars(self) -> int:
        return self.end[4] - self.begin[4]


class Line(Extent):
    """A line of a box; of several links in one each may have words in front: "2025: Unduh - 2026: Unduh"."""

    __slots__ = ("before", "led", "links", "mark", "worded")

    def __init__(self, begin: Position) -> None:
        super().__init__(begin)
        self.mark = begin[3]  # the run behind the last link
        self.before = ""
        self.led = False  # words stand before the first link
        self.links = self.worded = 0  # all links, those with words in front

    def link_begins(self, runs: Sequence[str]) -> str:
        """The words in front of a link that begins here; those before the link in front of it where it has none."""
        words = telling("".join(runs[self.mark : self.mark + 100])) if len(runs) > self.mark else ""
        self.before = words or self.before
        self.worded += bool(words)
        self.led |= self.links == 0 and bool(words)
        self.links += 1
        return self.before


class Box(Extent):
    """A row, cell, item, paragraph or division, and what it holds; most boxes of a page hold nothing to note."""

    line: Line | None = None  # the open one, where anything asked for it
    lines: list[Line] | tuple[()] = ()
    children: list[Box] | tuple[()] = ()
    entries = 0  # in it
    firm = 0  # of them those that are no mere fields of a card ("Periode:", "2025")
    entry = False  # is one itself
    cells: Sequence[tuple[Box, int]] = ()  # of a row of a table, each with its width
    header: tuple[str, ...] | None = None  # of the table of data it is a row of
    head = False  # heads that table
    label = ""  # of the first link in a menu item
    first = -1  # the number of that link, -1 for none
    submenu = False

    def __init__(self, tag: str, path: int, zone: Zone, begin: Position) -> None:
        self.begin = self.end = begin
        self.tag, self.path, self.zone = tag, path, zone

    def this_line(self) -> Line:
        """The line of the box that is being read."""
        if self.line is None:
            self.line = Line(self.begin)
        return self.line

    def add(self, child: Box) -> None:
        """Takes up a box that stands right in this one."""
        if self.children:
            self.children.append(child)
        else:
            self.children = [child]


class Boxes:
    """The boxes around the place that is being read, and the tree of those that were closed."""

    def __init__(self) -> None:
        self.open: list[Box] = []
        self._root = Box("", 0, Zone.MAIN, (0, 0, 0, 0, 0, 0))

    def breaks(self, at: Position) -> None:
        """Ends a line of the innermost box: the next one is another entry."""
        box = self.open[-1]
        line = box.this_line()
        line.end = at
        if box.lines:
            box.lines.append(line)
        else:
            box.lines = [line]
        box.line = Line(at)

    def leave(self, at: Position, blocks: Sequence[Block]) -> Box:
        """Ends the innermost box."""
        box = self.open.pop()
        box.end = at
        if box.line is not None:
            box.line.end = at
        if box.zone in CONTENT and box.begin[:3] != at[:3]:
            if box.lines and not box.children:
                box.children = _lines(box, blocks)
            if box.children:
                _choose(box, blocks)
            (self.open[-1] if self.open else self._root).add(box)
        return box

    def areas(self) -> array[int]:
        """The areas (``auditor.read.page.anatomy.Area``) of all boxes that hold content, each before those in it."""
        found = array("i")
        waiting = list(reversed(self._root.children))
        while waiting:
            box = waiting.pop()
            begin, end = box.begin, box.end
            listed = box.tag in _LISTED
            found.extend((listed, begin[3], end[3], begin[1], end[1], end[4] - begin[4]))
            waiting += reversed(box.children)
        return found

    def chosen(self, blocks: Sequence[Block]) -> list[Box]:
        """The boxes that are entries, in the order of the page."""
        _choose(self._root, blocks)
        found: list[Box] = []
        waiting = [self._root]
        while waiting and len(found) < MAX_RECORDS:
            box = waiting.pop()
            if box.entry:
                found.append(box)
            else:
                waiting += reversed(box.children)
        return found


def _lines(box: Box, blocks: Sequence[Block]) -> list[Box]:
    """The lines of a box as boxes, where several of them offer something of their own."""
    found = []
    for line in (*box.lines, box.this_line()):
        if line.begin[0] < line.end[0]:
            one = Box("br", box.path, box.zone, line.begin)
            one.end = line.end
            found.append(one)
    return found if sum(_line_entry(one, blocks) for one in found) >= 2 else []


def _line_entry(box: Box, blocks: Sequence[Block]) -> bool:
    """Whether a paragraph or line is an entry: it holds a link, or a number is in front."""
    return box.chars <= _MAX_LINE and (
        box.anchors > 0 or (box.begin[0] < len(blocks) and _NUMBERED.match(blocks[box.begin[0]].text) is not None)
    )


def _choose(box: Box, blocks: Sequence[Block]) -> None:
    """Marks the entries among the parts of a box, and counts those in it."""
    alike: dict[int, int] = {}
    for child in box.children:
        alike[child.path] = alike.get(child.path, 0) + 1
    for child in box.children:
        if child.header is not None:
            child.entry = not child.head and _filled(child)
            firm = True
        elif child.firm >= 2 or (child.tag not in _ITEMS and alike[child.path] < 2):
            child.entry = firm = False
        else:
            child.entry = firm = _entry(child, alike[child.path], blocks)
            if not firm and child.entries < 2:
                child.entry = _figure(child, alike[child.path])
        box.entries += 1 if child.entry else child.entries
        box.firm += firm if child.entry else child.firm


def _filled(row: Box) -> bool:
    filled = sum(cell.begin[0] < cell.end[0] for cell, _ in row.cells)
    return filled >= 2 or (filled == 1 and len(row.cells) == 2)


def _entry(box: Box, alike: int, blocks: Sequence[Block]) -> bool:
    if box.tag in _ITEMS:
        return _line_entry(box, blocks) if box.tag in ("p", "br") else box.chars <= _MAX_ITEM
    if not _card(box, alike):
        return False
    held = box.anchors > 0 or box.end[2] > box.begin[2] or box.end[5] > box.begin[5]
    return held and _one_heading(box, blocks)


def _card(box: Box, alike: int) -> bool:
    """Whether a box may be a card: one of several made alike that hold little."""
    if alike < 2 or box.tag in ("td", "th", "tr"):
        return False
    if box.chars > _MAX_CARD or box.anchors > MAX_ANCHORS:
        return False
    return box.tag != "a" or box.end[0] - box.begin[0] >= 2 or box.end[2] > box.begin[2]


def _figure(box: Box, alike: int) -> bool:
    """Whether a box without heading, link and picture is a tile: a figure and its name, each a block of its own."""
    return _card(box, alike) and box.end[5] == box.begin[5] and box.end[0] - box.begin[0] >= 2


def _one_heading(box: Box, blocks: Sequence[Block]) -> bool:
    """Whether no second heading of the first one's rank stands in a box."""
    if box.end[5] - box.begin[5] <= 1:
        return True
    levels = [b.level for b in blocks[box.begin[0] : box.end[0]] if 0 < b.level < SUB]
    return len(levels) <= 3 and levels.count(min(levels)) == 1
