"""The entries of a page, their fields told apart: rows of tables, cards, tiles, items of lists, definitions.

The boxes are noted while a page is walked (``auditor.read.page.boxes``). What a link like "Unduh" offers is the title
of the narrowest box around it that has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from itertools import chain

from auditor.data import table
from auditor.language.bylines import is_byline
from auditor.language.labels import core
from auditor.language.phrases import normalised
from auditor.observations import Cell, Link, Record, Role, Shape
from auditor.read.page.anatomy import Block, Placed
from auditor.read.page.boxes import MAX_ANCHORS, SUB, Box, Extent, Line
from auditor.read.page.telling import MONTH, generic, tells, tidied

_MAX_NAMING = 400  # characters of a box that may name a link
_MAX_CELL = 300
_MAX_CELLS = 30
_LABEL_WORDS = 4
_ANATOMY = table("anatomy")
_COLUMNS: tuple[tuple[Role, tuple[str, ...]], ...] = tuple(
    (Role(role), tuple(words)) for role, words in _ANATOMY["columns"].items()
)
_NAMED = {word: role for role, words in _COLUMNS for word in words}
_DIGIT = re.compile(r"\d")
_DAY = re.compile(
    rf"\W*(?:[a-z']{{3,9}}\W{{1,3}})?(?:\d{{1,2}}\W{{1,3}}(?:{MONTH}|\d{{1,2}})\W{{1,3}}\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:\W+\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s*wi[bt]|\s*wita)?)?\W*",
    re.I,
)
_FIGURE = re.compile(r"(?:rp\.?\s*)?[\d.,]+\s*(?:%|\+)*", re.I)
_COUNT = re.compile(_ANATOMY["counts"]["pattern"], re.I)  # "3 dokumen", "(0 file tersedia)"


class Naming:
    """What boxes say, once their page was read to the end."""

    def __init__(
        self,
        blocks: Sequence[Block],
        starts: Sequence[int],
        runs: Sequence[str],
        links: Sequence[Link],
        spans: Sequence[tuple[int, int]],
    ) -> None:
        self._blocks, self._starts, self._runs = blocks, (*starts, len(runs)), runs
        self._idle = bytearray(len(runs))  # 1 for the runs of links whose labels say nothing
        for link, (begin, end) in zip(links, spans, strict=True):
            if generic(link.label):
                self._idle[begin:end] = b"\1" * (end - begin)
        self._texts_of: dict[int, Sequence[tuple[str, int]]] = {}  # by the number of the block
        self._told: dict[int, tuple[Cell, ...]] = {}

    def name(self, boxes: Sequence[Box], line: Line | None, before: str) -> str:
        """What a link whose label says nothing offers, by the boxes around it; "" where none tells.

        Of several links in one line each has the words in front of it, where most have some, the first among them.
        """
        if line is not None and before and line.led and 2 <= line.links <= 2 * line.worded:
            return before[:_MAX_CELL]
        around: list[Extent] = list(boxes)
        if boxes and line is not None and boxes[-1].lines:
            around.append(line)
        for extent in reversed(around):
            if extent.anchors <= MAX_ANCHORS and extent.chars <= _MAX_NAMING:
                cells = self.cells(extent)
                if title := _title(cells):
                    return _full_name(title, cells)[:_MAX_CELL]
        return ""

    def records(self, boxes: Sequence[Box]) -> tuple[Placed, ...]:
        """The entries with their fields, each under the nearest heading that is not of its own rank."""
        above = [""] * (SUB + 2)
        at = 0
        found = []
        for box in boxes:
            while at < box.begin[0]:
                block = self._blocks[at]
                if block.level:
                    above[block.level :] = [block.text] + [""] * (SUB + 1 - block.level)
                at += 1
            ranks = [block.level for block in self._blocks[box.begin[0] : box.end[0]] if block.level]
            outer = above[: min(ranks)] if ranks else above
            found.append(self._record(box, next((text for text in reversed(outer) if text), "")))
        return tuple(found)

    def _record(self, box: Box, section: str) -> Placed:
        cells = self.cells(box)
        title = _title(cells)
        if box.tag == "dd":
            above = self._blocks[box.begin[0] - 1] if box.begin[0] else None
            if above is not None and above.level == SUB:
                cells = (Cell(above.text, Role.TITLE), *cells)
                title = above.text
        shape = Shape.ROW if box.header is not None else _SHAPES.get(box.tag, Shape.CARD)
        record = Record(title, cells, shape, section, box.path)
        begin, end = box.begin, box.end
        return Placed(record, range(begin[0], end[0]), range(begin[1], end[1]), range(begin[2], end[2]))

    def cells(self, extent: Extent) -> tuple[Cell, ...]:
        """The fields of a part of a page, in its order: what its links are labelled with generically is none."""
        told = self._told.get(id(extent))
        if told is None:
            row = isinstance(extent, Box) and extent.header is not None
            told = self._of_row(extent) if row and isinstance(extent, Box) else self._of_blocks(extent)
            self._told[id(extent)] = told
        return told

    def _of_row(self, row: Box) -> tuple[Cell, ...]:
        header = row.header or ()
        found: list[Cell] = []
        linked: set[int] = set()
        column = 0
        for cell, width in row.cells[:_MAX_CELLS]:
            text = " ".join(text for text, _ in self._texts(cell))[:_MAX_CELL]
            name = header[column] if column < len(header) else ""
            column += width
            if text and (name or not _says_nothing(text)):
                linked |= {len(found)} if cell.anchors else set()
                found.append(_cell(text, name))
        return _with_title(found, (lambda at: _title_rank(found[at].name)) if header else (lambda at: at not in linked))

    def _of_blocks(self, extent: Extent) -> tuple[Cell, ...]:
        found: list[Cell] = []
        headed = False
        over = ""  # "Periode:" on a line of its own
        for text, level in self._texts(extent):
            label, colon, value = text.partition(":")
            if colon and not value and len(label.split()) <= _LABEL_WORDS:
                if over:
                    found.append(_cell(over, ""))
                over = label.strip()
                continue
            if not over and _says_nothing(text):
                continue
            if colon and value.strip() and normalised(label) in _NAMED:
                cell = _cell(value.strip(), label.strip())
            else:
                cell = _cell(text, over)
            over = ""
            if level and not headed and cell.role is _TEXT and not cell.name and tells(text):
                headed, cell = True, Cell(text, Role.TITLE)
            found.append(cell)
        if over:
            found.append(_cell(over, ""))
        return tuple(found) if headed else _with_title(found)

    def _texts(self, extent: Extent) -> Iterator[tuple[str, int]]:
        """The texts of the blocks in a part of a page, with their ranks as headings."""
        return chain.from_iterable(map(self._said, range(extent.begin[0], extent.end[0])))

    def _said(self, index: int) -> Sequence[tuple[str, int]]:
        """What a block says beside the labels of links that say nothing: a text, and a count behind it."""
        said = self._texts_of.get(index)
        if said is None:
            said = self._texts_of[index] = _parted(self._beside_links(index), self._blocks[index].level)
        return said

    def _beside_links(self, index: int) -> str:
        begin, end = self._starts[index], self._starts[index + 1]
        if self._idle.find(1, begin, end) < 0:
            return self._blocks[index].text
        kept = [self._runs[run] for run in range(begin, end) if not self._idle[run]]
        return " ".join("".join(kept).split())


_TEXT, _TITLE = Role.TEXT, Role.TITLE
_KINDS = (Role.KIND, Role.CATEGORY)
_ENTITLED = (Role.TEXT, *_KINDS)  # a column of kinds names its rows where no other does
_SHAPES = {"li": Shape.ITEM, "p": Shape.ITEM, "br": Shape.ITEM, "dd": Shape.DEFINITION}


def _parted(text: str, level: int) -> Sequence[tuple[str, int]]:
    """A text and the count it ends with, each with its rank as a heading; neither where there is none."""
    if _DIGIT.search(text) is None:
        text = text.strip(" |")
        return ((text, level),) if text else ()
    text = tidied(text) if _COUNT.fullmatch(text) is None else text
    count = _COUNT.search(text)
    if count is None:
        return ((text, level),) if text else ()
    if count.start() > 0 and count.end() == len(text):
        return (text[: count.start()].rstrip(" -(,:\u2013\u2014"), level), (count.group(0), 0)
    return ((text, 0),)


def _says_nothing(text: str) -> bool:
    return generic(text) and _FIGURE.fullmatch(text) is None


def _cell(text: str, name: str) -> Cell:
    """A field by the header or label over it and by what it says; which text is the title is told later."""
    short = len(text) <= _MAX_CELL and len(name) <= _MAX_CELL
    return _told_cell(text, name) if short else _told_cell.__wrapped__(text, name)


@lru_cache(maxsize=4096)
def _told_cell(text: str, name: str) -> Cell:
    role = _role_of(name) if name else Role.TEXT
    if role not in (Role.TEXT, Role.TITLE):
        return Cell(text, role, name)
    if _DIGIT.search(text) is None:
        role = Role.FIGURE if _FIGURE.fullmatch(text) else Role.TEXT
    else:
        dated = _DAY.fullmatch(text) or is_byline(text)
        role = Role.DATE if dated else Role.FIGURE if _FIGURE.fullmatch(text) else Role.TEXT
        role = Role.COUNT if _COUNT.fullmatch(text) else role
    return Cell(text, role, name)


@lru_cache(maxsize=4096)
def _role_of(name: str) -> Role:
    words = normalised(name)
    if words in _NAMED:
        return _NAMED[words]
    return next((role for role, known in _COLUMNS if any(words.startswith(word + " ") for word in known)), Role.TEXT)


@lru_cache(maxsize=4096)
def _title_rank(name: str) -> int:
    """How likely a column of that name holds the titles, 0 best."""
    words = normalised(name)
    titles = _COLUMNS[0][1]
    return next((at for at, word in enumerate(titles) if words == word or words.startswith(word + " ")), len(titles))


def _with_title(cells: list[Cell], rank: Callable[[int], int] | None = None) -> tuple[Cell, ...]:
    """The cells with the title told: of the first rank, the longest of one column's kind, else the first that tells."""
    told = [at for at, cell in enumerate(cells) if tells(cell.text)]
    texts = next(
        (some for role in _ENTITLED if (some := [at for at in told if cells[at].role is role])),
        (),
    )
    if not texts:
        return tuple(cells)
    best = texts[0]
    if rank is not None:
        best = min(texts, key=lambda at: (rank(at), -len(cells[at].text) if cells[at].name else at))
    cells[best] = Cell(cells[best].text, Role.TITLE, cells[best].name)
    return tuple(cells)


def _title(cells: Sequence[Cell]) -> str:
    return next((cell.text for cell in cells if cell.role is _TITLE), "")


def _full_name(title: str, cells: Sequence[Cell]) -> str:
    """A title that says something: "Tahun 2025" with the kind or category it is of."""
    kind = next((cell.text for cell in cells if cell.role in _KINDS), "")
    return title if not kind or core(title) else f"{kind} {title}"
