"""The walk over a page's tree, which makes its parts: blocks of text, links, pictures, forms, tables, boxes."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from auditor.data import table
from auditor.observations import Zone
from auditor.read.page.anatomy import Block
from auditor.read.page.boxes import Box, Boxes, Position
from auditor.read.page.charset import closed_up
from auditor.read.page.forms import FormReader
from auditor.read.page.links import LinkReader, onclick
from auditor.read.page.marks import TIME, Mark, sorts_of, stamp_of
from auditor.read.page.markup import tag_before
from auditor.read.page.panels import Outline, acts_as_heading, is_menu_item, is_submenu
from auditor.read.page.parts import Parts, ReachesOut
from auditor.read.page.scripts import decoded_mail, is_viewer, named_files
from auditor.read.page.sheets import concealed_by
from auditor.read.page.tables import TableReader, single_column
from auditor.read.page.tags import PLAIN, TAGS, Tag, lasting_names
from auditor.read.page.whole import Asked, Whole
from auditor.read.page.zones import CONTENT, FOOTER, LINE_LENGTH, NAV, TOP, concealed, is_line, panel_id, zone_of

MAX_NODES = 150_000
MAX_BLOCKS = 20_000
MAX_TEXT = 600_000  # characters of one page
_MOST_MARKS = 5_000
_MOST_FAILURES = 3  # elements of a page that were read as parts, and are none

_ROOTS = frozenset(table("anatomy")["scripts"]["roots"])
Attributes = Mapping[str, str | None]
_State = list[tuple[str, int]]  # what only few elements change, to be undone at their end


def _heads(state: _State) -> bool:
    """Whether a heading ends with an element."""
    return bool(state) and any(kind == "heading" for kind, _ in state)


class Walker:
    """Reads an element of a page and all that stands in it; with ``parts``, those of the template only once."""

    def __init__(self, whole: Whole, parts: Parts | None = None) -> None:
        self.whole = whole
        self.parts = parts
        self.asked = whole if isinstance(whole, Asked) else None  # where nothing but a part is read
        self.blocks: list[Block] = []
        self.runs: list[str] = []  # all text of the page, as it comes
        self.start = 0  # the first run of the open block
        self.starts: list[int] = []  # the first run of each block
        self.marks: list[Mark] = []
        self.boxes = Boxes()
        self.links = LinkReader(whole, self.runs, self.boxes.open)
        self.forms = FormReader(whole)
        self.tables = TableReader(self.runs)
        self.ends: list[tuple[int, int]] = []  # tab labels, and where their panels end
        self.after_break = False
        self.paragraphs = 0  # open around this place, within the table cell
        self.single = False  # the table being entered has a single column
        self.bold_chars = self.chars = self.bold = self.list_depth = self.path = self.depth = self.heading_level = 0
        self.heads = 0  # headings so far, tabs and bold lines left out
        self.outline = Outline()
        self.total = self.nodes = self.app_text = self.failures = 0
        self.unread_viewer = self.bare_break = False
        self.cut = self.app_root = self.asks_javascript = False

    def walk(self, root: LexborNode, zone: Zone = Zone.MAIN) -> None:
        """Visits every element from its start to its end, in the order of the document."""
        opened: list[tuple[LexborNode, str, Tag, Zone, _State, int, Zone]] = []  # what stands around the node
        node = root
        text, enter, leave = self._text, self._element, self._leave
        while True:
            name = node.tag
            if name == "-text":
                text(node.text_content or "")
            elif (inside := enter(node, name, zone)) is not None:
                element, tag, inner, state, below = inside
                child = None if tag.frame else node.child  # in a frame: words for browsers that know none
                if child is not None:
                    opened.append((node, element, tag, inner, state, self.path, zone))
                    node, zone, self.path = child, inner, below
                    continue
                leave(element, tag, inner, state)
            while opened:
                following = node.next
                if following is not None:
                    node = following
                    break
                node, element, tag, inner, state, self.path, zone = opened.pop()
                leave(element, tag, inner, state)
            else:
                return

    def _element(self, node: LexborNode, name: str | None, zone: Zone) -> tuple[str, Tag, Zone, _State, int] | None:
        """Enters an element: its name and traits, its zone, what to undo at its end, the path of what it holds.

        None for one that holds no content.
        """
        self.nodes += 1
        if self.nodes > MAX_NODES or self.total > MAX_TEXT or len(self.blocks) > MAX_BLOCKS:
            self.cut = True
            return None
        if name is None or (tag := TAGS.get(name, PLAIN)).skip:
            if name == "select":
                self.forms.field(name, node.attributes, self._before)
            elif name == "script":
                self._shown_by(node.text() or "", zone)
            return None
        if name == "noscript":
            self.asks_javascript |= "javascript" in (node.text() or "").lower()
            return None
        attributes = node.attributes
        inner = zone
        if attributes:
            if "data-cfemail" in attributes:
                self._text(decoded_mail(attributes["data-cfemail"] or ""))
                return None
            styled = "hidden" in attributes or "style" in attributes
            if styled and concealed(name, attributes, zone, tag_before(node)):
                return None
            if self.whole.hidden and concealed_by(self.whole.hidden, attributes, zone):
                return None
            if tag.zoned or "role" in attributes:
                inner = zone_of(name, attributes, zone)
                if inner is not zone and is_line(attributes) and len(node.text()) > LINE_LENGTH:
                    inner = zone  # it holds the page besides
        elif tag.part_name:
            inner = zone_of(name, attributes, zone)
        if inner is not zone and self._taken(node, tag, zone, inner):
            return None
        if tag.table:
            self.single = name == "table" and single_column(node)
        below = self.path
        if not tag.inline:
            classes = attributes.get("class") if attributes else ""
            below = hash((below, name, lasting_names(name, classes) if classes else ""))
        return name, tag, inner, self._enter(name, tag, attributes, inner, zone, below), below

    def _enter(self, name: str, tag: Tag, attributes: Attributes, zone: Zone, outer: Zone, below: int) -> _State:
        self.depth += 1
        if not tag.inline:
            if len(self.runs) > self.start:
                self.flush(outer)
            if tag.breaks:
                self.after_break = True
        state: _State = []
        shell = zone is NAV or zone is FOOTER or len(self.marks) >= _MOST_MARKS
        if not shell and (sorts := sorts_of(name, attributes)):
            state.append(("mark", len(self.marks)))
            self.marks.append(Mark(sorts, len(self.runs), -1, stamp_of(attributes) if sorts & TIME else ""))
        level = tag.level
        classes = identity = clicked = ""
        if attributes:
            classes = attributes.get("class") or ""
            identity = attributes.get("id") or ""
            label = self.whole.label_of(identity) if identity else None
            if label is not None and panel_id(name, attributes):
                self._panel(label, zone)
                state.append(("panel", len(self.blocks) - 1))
            if classes and is_viewer(classes):
                self._viewer(attributes, zone)
            if not level and acts_as_heading(attributes, classes):
                level = 7
                self.flush(outer)
            if tag.clickable and (attributes.get("onclick") or attributes.get("data-href")):
                clicked = onclick(attributes)
        if name in _ROOTS or (identity and identity in _ROOTS):
            self.app_root = True
            state.append(("app", self.total))
        if level and zone is not NAV:
            state.append(("heading", self.heading_level))
            self.heading_level = level
        if tag.box:
            self._enter_box(name, tag, classes, zone, state, below)
        if tag.separate:
            self._space()
        if tag.bold:
            self.bold += 1
        if tag.part:
            self._enter_part(name, tag, attributes, zone)
            if name == "a" and zone in CONTENT:  # may hold a whole card
                self.boxes.open.append(Box(name, hash((self.path, name)), zone, self._here()))
        if clicked:
            self._close_link()
            self.links.enter("button", {"data-href": clicked}, zone)
            state.append(("link", 0))
        return state

    def _viewer(self, attributes: Attributes, zone: Zone) -> None:
        """Takes note of an element in which a plug-in shows a document, and of the file it names."""
        values = [value for value in attributes.values() if value]
        files = named_files(" ".join(value if "{" in value else f'"{value}"' for value in values))
        self.unread_viewer |= not files
        for file in files:
            self.links.frame("object", {"data": file}, zone, self.outline.nearest, self.path, len(self.blocks))

    def _shown_by(self, script: str, zone: Zone) -> None:
        """Takes note of the documents that a script shows in this place."""
        for file in named_files(script) if "." in script else ():
            self.links.frame("object", {"data": file}, zone, self.outline.nearest, self.path, len(self.blocks))

    def _panel(self, label: str, zone: Zone) -> None:
        """Heads a panel with the label of its tab; a label that stands right before it becomes the heading."""
        if self.asked and not self.blocks:
            raise ReachesOut
        if self.blocks and self.blocks[-1].text == label:
            if self.blocks[-1].level:
                return
            self.blocks.pop()
            self.starts.pop()
        self._block(label, zone, 7, len(self.runs))

    def _here(self) -> Position:
        """How far the page was read."""
        links = self.links
        return len(self.blocks), len(links.links), len(links.images), len(self.runs), self.total, self.heads

    def _enter_box(self, name: str, tag: Tag, classes: str, zone: Zone, state: _State, below: int) -> None:
        """Opens rows, cards and lists."""
        menu, boxes = self.links.menu, self.boxes.open
        if tag.row:
            box = Box(name, below, zone, self._here())
            boxes.append(box)
            if name == "li" or (zone is NAV and classes and is_menu_item(classes)):
                menu.append(box)
                state.append(("menu", 0))
        elif tag.list:
            self.list_depth += 1
        elif tag.breaks and not (menu and boxes and menu[-1] is boxes[-1]):
            self._break()
        if tag.cell_part and self.tables.inside:
            state.append(("paragraphs", self.paragraphs))
            self.paragraphs = self.paragraphs + 1 if name in ("p", "div") else 0
        if menu and (tag.list or (classes and name == "div" and is_submenu(classes))):
            menu[-1].submenu = True

    def _break(self) -> None:
        """Ends a line of the box around."""
        if self.boxes.open:
            self.boxes.breaks(self._here())
        else:
            self.bare_break = True

    def _enter_part(self, name: str, tag: Tag, attributes: Attributes, zone: Zone) -> None:
        """Opens links, pictures, frames, forms and tables."""
        if tag.link:
            self._close_link()
            self.links.enter(name, attributes, zone)
            if name == "button" and zone in TOP:
                self.links.open_group(self.depth)
        elif name == "img":
            self.links.image(attributes, zone, self.outline.nearest, self.path, len(self.blocks))
        elif tag.frame:
            self.links.frame(name, attributes, zone, self.outline.nearest, self.path, len(self.blocks))
        elif tag.form:
            self.forms.enter(name, attributes, zone, self.outline.nearest, self._before)
        elif tag.table:
            box = self.boxes.open[-1] if self.boxes.open else None
            self.tables.enter(name, attributes, zone, self.outline.nearest, box, self.single)
        elif self.tables.inside:
            self.tables.layout()

    def _leave(self, name: str, tag: Tag, zone: Zone, state: _State) -> None:
        links = self.links
        if tag.separate:
            self._space()
        if tag.link:
            self._close_link()
        if links.group_depth == self.depth:
            links.end_group()
        self.depth -= 1
        boxed = tag.row or (name == "a" and zone in CONTENT)
        whole = boxed and tag.inline and len(self.blocks) > self.boxes.open[-1].begin[0]  # a card that is one link
        if len(self.runs) > self.start and (whole or not tag.inline or _heads(state)):
            self.flush(zone)
        if tag.bold:
            self.bold -= 1
        box = self.boxes.leave(self._here(), self.blocks) if boxed else None
        if tag.table:
            self.tables.leave(name, box)
        elif tag.form:
            self.forms.leave(name)
        if tag.list:
            self.list_depth -= 1
        if state:
            self._undo(state)

    def _undo(self, state: _State) -> None:
        for kind, value in reversed(state):
            if kind == "heading":
                self.heading_level = value
            elif kind == "panel":
                self.ends.append((value, len(self.blocks)))
            elif kind == "app":
                self.app_text += self.total - value
            elif kind == "paragraphs":
                self.paragraphs = value
            elif kind == "link":
                self._close_link()
            elif kind == "menu":
                self.links.end_menu_item()
            elif kind == "mark":
                self._end_mark(value)

    def _end_mark(self, number: int) -> None:
        """Ends an element whose names tell what its text is; one without any tells nothing."""
        mark, end = self.marks[number], len(self.runs)
        if mark.begin == end and not mark.stamp and number == len(self.marks) - 1:
            self.marks.pop()
        else:
            self.marks[number] = mark._replace(end=end)

    def _close_link(self) -> None:
        if not self.links.inside:
            return
        label = self.links.close(self.outline.above, self.path, len(self.blocks), self.forms.inside)
        if label:
            self.forms.button(label)

    def _space(self) -> None:
        """Keeps the texts of neighbouring inline elements apart ("Rekap"<small>"1 November"</small>)."""
        if len(self.runs) > self.start and not self.runs[-1].endswith(" "):
            self.runs.append(" ")

    def _text(self, raw: str) -> None:
        text = " ".join(raw.split())
        if not text:
            if raw:
                self._space()
            return
        if raw[0].isspace():
            text = " " + text
        if raw[-1].isspace():
            text += " "
        size = len(text)
        self.runs.append(text)
        self.chars += size
        self.total += size
        if self.bold:
            self.bold_chars += size
        if self.forms.label is not None:
            self.forms.label.append(text)

    def flush(self, zone: Zone) -> None:
        """Ends a block of text; a short bold line outside lists and tables acts as a heading."""
        runs, start = self.runs, self.start
        if len(runs) == start:
            return
        text = runs[start].strip(" ") if len(runs) == start + 1 else " ".join("".join(runs[start:]).split())
        text = closed_up(text)
        bold = self.bold_chars > 0 and self.bold_chars >= self.chars * 0.9
        runs.append(" ")
        self.start = len(runs)
        self.bold_chars = self.chars = 0
        tables = self.tables
        if not text:
            return
        level = self.heading_level
        if (
            not level
            and tables.inside
            and tables.spanning
            and not self.links.inside
            and self.links.last_block != len(self.blocks)
        ):
            level = 7 if len(text) <= 160 and any(c.isalpha() for c in text) else 0
        if not level and bold and not self.list_depth and len(text) <= 90:
            roomy = not tables.inside or (tables.single and self.paragraphs > 0)
            level = 7 if (roomy or self.after_break) and any(c.isalpha() for c in text) else 0
        self.after_break = False
        if level:
            self.links.heading(text)
        self._block(text, zone, level, start)

    def _block(self, text: str, zone: Zone, level: int, start: int) -> None:
        self.starts.append(start)
        self.heads += 0 < level < 7
        self.blocks.append(Block(text, zone, level, bool(self.list_depth), self.path))
        if level:
            self.outline.add(text, level)

    def _before(self) -> str:
        """The text just in front of a field, which names it where no label does."""
        before = "".join(self.runs[self.start :]) or (self.blocks[-1].text if self.blocks else "")
        if self.asked and not before:
            raise ReachesOut
        return before

    def _taken(self, node: LexborNode, tag: Tag, zone: Zone, inner: Zone) -> bool:
        """Whether an element is a part of the template that could be taken in, with all that stands in it.

        ``inner``: the zone that begins with it.
        """
        if inner in CONTENT:
            if self.asked:
                raise ReachesOut
            return False
        if self.parts is None or zone not in CONTENT or tag.inline:
            return False
        if len(self.runs) > self.start:
            self.flush(zone)
        if not self._stands_free:
            return False
        markup = node.html or ""
        place = (zone, self.path, self.list_depth > 0, self.heading_level, self.whole.hidden)
        part = self.parts.find(markup, place, self.whole)
        if part is None:
            part = self._read(node, zone)
            if part is not None:
                self.parts.keep(markup, place, part)
        if part is None or not self._has_room_for(part):
            self.failures += 1
            if self.failures == _MOST_FAILURES:
                self.parts = None
            return False
        self._take(part)
        return True

    @property
    def _stands_free(self) -> bool:
        """Whether what is read next is no part of a link, a menu, a table, a form or a bold text."""
        return self.links.settled and self.forms.settled and not (self.tables.inside or self.bold or self.after_break)

    def _read(self, node: LexborNode, zone: Zone) -> Walker | None:
        """An element as a part of its own; None where it is none."""
        asked = Asked(self.whole)
        part = Walker(asked)
        part.path, part.list_depth, part.heading_level = self.path, int(self.list_depth > 0), self.heading_level
        try:
            part.walk(node, zone)
        except ReachesOut:
            return None
        if part.cut or part.links.cut or not part.links.settled:
            return None
        part.links.name_heads()
        asked.close()
        return part

    @property
    def size(self) -> int:
        """How much was read."""
        return len(self.runs) + len(self.blocks) + len(self.links.links) + len(self.links.images)

    def _has_room_for(self, part: Walker) -> bool:
        """Whether a part reads here as it did alone: within the limits of a page, no line or field of it left open."""
        within = (
            self.nodes + part.nodes <= MAX_NODES
            and self.total + part.total <= MAX_TEXT
            and len(self.blocks) + len(part.blocks) <= MAX_BLOCKS
            and self.links.has_room_for(part.links)
        )
        loose = part.forms.loose and self.outline.nearest
        return within and not loose and not (part.bare_break and self.boxes.open)

    def _take(self, part: Walker) -> None:
        """Takes in what a part gave, as if it had been read here."""
        blocks, runs, under = len(self.blocks), len(self.runs), self.outline.nearest
        self.links.take(part.links, blocks, runs, under)
        self.forms.take(part.forms, under)
        self.tables.take(part.tables, under)
        self.blocks += part.blocks
        self.starts += [runs + start for start in part.starts]
        self.runs += part.runs
        self.marks += [mark._replace(begin=runs + mark.begin, end=runs + mark.end) for mark in part.marks]
        self.start = len(self.runs)
        self.ends += [(blocks + label, blocks + end) for label, end in part.ends]
        for block in part.blocks:
            if block.level:
                self.outline.add(block.text, block.level)
        self.after_break = part.after_break
        self.heads += part.heads
        self.total += part.total
        self.nodes += part.nodes - 1  # the element itself was counted
        self.app_text += part.app_text
        self.unread_viewer |= part.unread_viewer
        self.app_root |= part.app_root
        self.asks_javascript |= part.asks_javascript
