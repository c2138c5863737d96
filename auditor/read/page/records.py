"""The entries of a page, their fields told apart: rows of tables, cards, tiles, items of lists, definitions.

While a page is walked every box (row, cell, item, paragraph, division) notes where it begins and ends. An entry is a
row of a table of data, an item of a list, or one of several boxes made alike that hold little under one heading each.
What a link like "Unduh" offers is the title of the narrowest box around it that has one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import lru_cache

from auditor.data import table
from auditor.language.bylines import is_byline
from auditor.language.labels import core
from auditor.language.phrases import normalised
from auditor.observations import Cell, Link, Record, Role, Shape, Zone
from auditor.read.page.anatomy import Area, Block, Placed
from auditor.read.page.zones import CONTENT

MAX_RECORDS = 2_000
_MAX_NAMING = 400  # characters of a box that may name a link
_MAX_ANCHORS = 4  # a box with more links is a list, and names none of them
_MAX_ITEM = 1_500  # characters of an item of a list
_MAX_CARD = 700  # characters of a card
_MAX_LINE = 300  # characters of a paragraph that is an entry
_MAX_CELL = 300
_MAX_CELLS = 30
NEAR = 6  # boxes around a link that may name it
_LABEL_WORDS = 4
_ITEMS = frozenset({"li", "dd", "p", "br"})  # entries by themselves, be there others like them or not
_SUB = 7  # level of tabs, terms and bold lines: they do not head a card
_ANATOMY = table("anatomy")
_GENERIC = frozenset(normalised(word) for word in _ANATOMY["generic"]["labels"])
_COLUMNS: tuple[tuple[Role, tuple[str, ...]], ...] = tuple(
    (Role(role), tuple(words)) for role, words in _ANATOMY["columns"].items()
)
_NAMED = {word: role for role, words in _COLUMNS for word in words}
_MONTH = "|".join(sorted({name for names in table("date_words")["months"].values() for name in names}))
_ROW_NUMBER = re.compile(rf"^\d{{1,3}}[.)]?\s+(?=\D)(?!(?:{_MONTH})\b)", re.I)  # "12 Mei 2025" has none
_DIGIT = re.compile(r"\d")
_FILE_SIZE = re.compile(r"\(?\b\d+(?:[.,]\d+)?\s*(?:kb|mb|kib|mib|bytes)\b\)?", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S*/\S*\.\w{2,5}")
_SIZE = re.compile(r"^[\d.,]*\s*(?:kb|mb|bytes?|x|kali|views?|diunduh)?$", re.I)
_DAY = re.compile(
    rf"\W*(?:[a-z']{{3,9}}\W{{1,3}})?(?:\d{{1,2}}\W{{1,3}}(?:{_MONTH}|\d{{1,2}})\W{{1,3}}\d{{2,4}}|\d{{4}}-\d\d-\d\d)"
    r"(?:\W+\d{1,2}[.:]\d\d(?:[.:]\d\d)?(?:\s*wi[bt]|\s*wita)?)?\W*",
    re.I,
)
_FIGURE = re.compile(r"(?:rp\.?\s*)?[\d.,]+\s*(?:%|\+)*", re.I)
_COUNT = re.compile(_ANATOMY["counts"]["pattern"], re.I)  # "3 dokumen", "(0 file tersedia)"
_NUMBERED = re.compile(r"^\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*[.)]\s+\S")

Position = tuple[int, int, int, int, int, int]  # blocks, links, pictures, runs of text, characters, headings so far


@lru_cache(maxsize=8192)
def generic(label: str) -> bool:
    """Whether a label says nothing about its target ("Unduh", "Selengkapnya", "3,4 MB", its own address)."""
    words = normalised(label)
    bare = label.strip()
    return words in _GENERIC or _SIZE.match(bare) is not None or _ADDRESS.fullmatch(bare) is not None


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
        words = _telling("".join(runs[self.mark : self.mark + 100])) if len(runs) > self.mark else ""
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

    def areas(self) -> list[Area]:
        """The extents of all boxes that hold content, each before those in it."""
        found: list[Area] = []
        waiting = list(reversed(self._root.children))
        while waiting:
            box = waiting.pop()
            begin, end = box.begin, box.end
            found.append(Area(box.tag, begin[3], end[3], begin[1], end[1], end[4] - begin[4]))
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
    if box.chars > _MAX_CARD or box.anchors > _MAX_ANCHORS:
        return False
    return box.tag != "a" or box.end[0] - box.begin[0] >= 2 or box.end[2] > box.begin[2]


def _figure(box: Box, alike: int) -> bool:
    """Whether a box without heading, link and picture is a tile: a figure and its name, each a block of its own."""
    return _card(box, alike) and box.end[5] == box.begin[5] and box.end[0] - box.begin[0] >= 2


def _one_heading(box: Box, blocks: Sequence[Block]) -> bool:
    """Whether no second heading of the first one's rank stands in a box."""
    if box.end[5] - box.begin[5] <= 1:
        return True
    levels = [b.level for b in blocks[box.begin[0] : box.end[0]] if 0 < b.level < _SUB]
    return len(levels) <= 3 and levels.count(min(levels)) == 1


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
        self._links, self._spans = links, spans
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
            if extent.anchors <= _MAX_ANCHORS and extent.chars <= _MAX_NAMING:
                cells = self.cells(extent)
                if title := _title(cells):
                    return _full_name(title, cells)[:_MAX_CELL]
        return ""

    def records(self, boxes: Sequence[Box]) -> tuple[Placed, ...]:
        """The entries with their fields, each under the nearest heading that is not of its own rank."""
        above = [""] * (_SUB + 2)
        at = 0
        found = []
        for box in boxes:
            while at < box.begin[0]:
                block = self._blocks[at]
                if block.level:
                    above[block.level :] = [block.text] + [""] * (_SUB + 1 - block.level)
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
            if above is not None and above.level == _SUB:
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
            if level and not headed and cell.role is _TEXT and not cell.name and _tells(text):
                headed, cell = True, Cell(text, Role.TITLE)
            found.append(cell)
        if over:
            found.append(_cell(over, ""))
        return tuple(found) if headed else _with_title(found)

    def _texts(self, extent: Extent) -> list[tuple[str, int]]:
        """The texts of the blocks in a part of a page, with their ranks as headings."""
        links = range(extent.begin[1], extent.end[1])
        empty = [self._spans[at] for at in links if generic(self._links[at].label)] if links else ()
        found = []
        for index in range(extent.begin[0], extent.end[0]):
            block = self._blocks[index]
            begin, end = self._starts[index], self._starts[index + 1]
            inside = [span for span in empty if span[0] < end and span[1] > begin] if empty else ()
            text = block.text
            if inside:
                kept = [self._runs[run] for run in range(begin, end) if not any(a <= run < b for a, b in inside)]
                text = " ".join("".join(kept).split())
            if _DIGIT.search(text) is None:
                if text := text.strip(" |"):
                    found.append((text, block.level))
                continue
            text = tidied(text) if _COUNT.fullmatch(text) is None else text
            count = _COUNT.search(text)
            if count is not None and count.start() > 0 and count.end() == len(text):
                found.append((text[: count.start()].rstrip(" -(,:\u2013\u2014"), block.level))
                text = count.group(0)
            if text:
                found.append((text, 0 if count is not None else block.level))
        return found


_TEXT, _TITLE = Role.TEXT, Role.TITLE
_KINDS = (Role.KIND, Role.CATEGORY)
_ENTITLED = (Role.TEXT, *_KINDS)  # a column of kinds names its rows where no other does
_SHAPES = {"li": Shape.ITEM, "p": Shape.ITEM, "br": Shape.ITEM, "dd": Shape.DEFINITION}


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
    told = [at for at, cell in enumerate(cells) if _tells(cell.text)]
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


def _tells(text: str) -> bool:
    return text[:3].isalpha() or sum(map(str.isalpha, text)) >= 3


def _telling(text: str) -> str:
    """What a text says beside links like "Unduh", "" for nothing."""
    words = " ".join(text.replace("|", " ").split())
    words = tidied(" ".join(word for word in words.split() if normalised(word) not in _GENERIC))
    return words if _tells(words) else ""


def tidied(text: str) -> str:
    """A text without its row number and the size of a file."""
    if _DIGIT.search(text) is None:
        return text.strip(" |")
    return " ".join(_FILE_SIZE.sub(" ", _ROW_NUMBER.sub("", text)).split()).strip(" |")
