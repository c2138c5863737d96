"""One page's bytes -> its anatomy: blocks of text in zones, links with the names they give, forms, tables, frames.

Pure, and safe on hostile input: one pass without recursion, capped in nodes, blocks, links and text. Comments, scripts,
styles and concealed text are not content; menus, tabs and accordions that are merely collapsed are.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.data import table
from auditor.observations import Zone
from auditor.read.anatomy import Anatomy, Block
from auditor.read.charset import decode
from auditor.read.forms import FormReader
from auditor.read.head import base_of, read_head
from auditor.read.linking import Box, LinkReader, onclick
from auditor.read.markup import bounded, tree_of
from auditor.read.tables import TableReader
from auditor.read.zones import concealed, panel_id, zone_of

MAX_NODES = 150_000
MAX_BLOCKS = 20_000
MAX_TEXT = 600_000  # characters of one page

_TAGS = table("anatomy")["tags"]
_SKIP = frozenset(_TAGS["skip"])
_INLINE = frozenset(_TAGS["inline"])
_LINKS = frozenset({"a", "area", "button"})
_FRAMES = frozenset({"iframe", "embed", "object", "frame"})
_CLICKABLE = frozenset({"div", "span", "tr", "li", "td", "p"})
_TABLE = frozenset({"table", "tr", "td", "th"})
_LAYOUT = frozenset({"h1", "h2", "h3", "article", "section", "nav", "footer", "header"})  # in a table: a layout
_SEPARATE = frozenset({"span", "small", "time", "label", "a", "i", "button"})  # shown apart by most style sheets
_CELL_PARTS = frozenset({"p", "div", "td", "th"})
_BOLD = frozenset({"b", "strong"})
_HEADING = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "dt": 7, "legend": 7, "caption": 7}
_ROW = frozenset({"tr", "li", "p", "td", "dd", "article", "figure"})
_OF_ONE_PAGE = re.compile(r"\d|^(?:current|active|is-active|open|show|selected|collapsed|expanded)(?:$|[-_])", re.I)
_ROOTS = frozenset({"root", "app", "__next", "__nuxt", "q-app", "svelte"})
_MENU_ITEM = frozenset({"dropdown", "nav-item", "menu-item", "has-dropdown", "has-submenu"})  # menus without lists
_SUBMENU = re.compile(r"(?:^|[\s_-])(?:dropdown-menu|sub-?menu|mega-?menu|dropdown-content|sub-nav)", re.I)

Attributes = Mapping[str, str | None]
_State = list[tuple[str, int]]  # what an element changed, to be undone at its end


def parse(body: bytes | str, url: str) -> Anatomy:
    """The anatomy of a page. Never raises on any input; a page too large is read in part and marked ``cut``."""
    text = body if isinstance(body, str) else decode(body)
    whole = len(bounded(text)) == len(text)
    return _Walker(url, tree_of(text)).anatomy(whole)


class _Walker:
    def __init__(self, url: str, tree: LexborHTMLParser) -> None:
        self.tree = tree
        self.url = url
        self.base = base_of(tree, url)
        self.panels, ids = _panels(tree)
        self.blocks: list[Block] = []
        self.links = LinkReader(self.base, ids)
        self.forms = FormReader(self.base)
        self.tables = TableReader()
        self.buffer: list[str] = []
        self.ends: list[tuple[int, int]] = []  # tab labels, and where their panels end
        self.after_break = False
        self.paragraphs = 0  # open around this place, within the table cell
        self.single = False  # the table being entered has a single column
        self.bold_chars = self.chars = self.bold = self.list_depth = self.path = self.depth = 0
        self.heading_level = 0
        self.headings: list[str] = [""] * 8
        self.total = self.nodes = self.scripts = self.app_text = 0
        self.cut = self.app_root = self.asks_javascript = False

    def anatomy(self, whole: bool) -> Anatomy:
        if self.tree.body is not None:
            self._walk(self.tree.body)
        self._flush(Zone.MAIN)
        head = read_head(self.tree, self.base)
        forms = self.forms.done()
        titles = [b for b in self.blocks if b.level == 1]
        return Anatomy(
            url=self.url,
            title=head.title,
            h1=next((b.text for b in titles if b.zone is Zone.MAIN), titles[0].text if titles else ""),
            lang=head.lang,
            viewport=head.viewport,
            description=head.description,
            canonical=head.canonical,
            generator=head.generator,
            refresh=head.refresh,
            blocks=tuple(self.blocks),
            links=self.links.done(),
            link_paths=tuple(self.links.paths),
            link_blocks=tuple(self.links.blocks),
            images=tuple(self.links.images),
            image_blocks=tuple(self.links.image_blocks),
            image_paths=tuple(self.links.image_paths),
            panels=tuple(self.ends),
            tables=self.tables.done(),
            forms=forms,
            frames=tuple(self.links.frames),
            scripts=self.scripts,
            app_root=self.app_root,
            app_text=self.app_text,
            asks_javascript=self.asks_javascript,
            body_class=head.body_class,
            published=head.published,
            og_type=head.og_type,
            schema_types=head.schema_types,
            password=any(form.login for form in forms),
            cut=self.cut or self.links.cut or not whole,
        )

    def _walk(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode | None, str, Zone, _State, int]] = [(root, "", Zone.MAIN, [], 0)]
        while stack:
            node, closing, zone, state, self.path = stack.pop()
            if node is None:
                self._leave(closing, zone, state)
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "")
                continue
            self.nodes += 1
            if self.nodes > MAX_NODES or self.total > MAX_TEXT or len(self.blocks) > MAX_BLOCKS:
                self.cut = True
                continue
            if tag in _SKIP or tag is None:
                self.scripts += tag == "script"
                if tag == "select":
                    self.forms.field(tag, node.attributes, self._before())
                continue
            if tag == "noscript":
                self.asks_javascript |= "javascript" in (node.text() or "").lower()
                continue
            attributes = node.attributes
            if concealed(
                tag, attributes, zone, _before(node) if "hidden" in attributes or "style" in attributes else ""
            ):
                continue
            inner = zone_of(tag, attributes, zone)
            self.single = tag == "table" and _single_column(node)
            path = self.path
            entered = self._enter(tag, attributes, inner, zone)
            stack.append((None, tag, inner, entered, path))
            below = path if tag in _INLINE else hash((path, tag, _kind(tag, attributes.get("class") or "")))
            if tag in _FRAMES:
                continue  # words for browsers that know no frames
            children = []
            child = node.child
            while child is not None:
                children.append((child, "", inner, entered, below))
                child = child.next
            stack.extend(reversed(children))

    def _enter(self, tag: str, attributes: Attributes, zone: Zone, outer: Zone) -> _State:
        self.depth += 1
        if tag not in _INLINE:
            self._flush(outer)
            self.after_break |= tag == "br"
        classes = attributes.get("class") or ""
        identity = attributes.get("id") or ""
        opened = identity in self.panels and panel_id(tag, attributes)
        if opened:
            self._panel(self.panels[identity], zone)
        state: _State = [("panel", len(self.blocks) - 1)] if opened else []
        if identity in _ROOTS or tag == "app-root":
            self.app_root = True
            state.append(("app", self.total))
        level = _HEADING.get(tag, 0)
        if not level and _acts_as_heading(attributes, classes):
            level = 7
            self._flush(outer)
        if level and zone is not Zone.NAV:
            state.append(("heading", self.heading_level))
            self.heading_level = level
        self._enter_box(tag, classes, zone, state)
        if tag in _SEPARATE:
            self._space()
        self.bold += tag in _BOLD
        self._enter_part(tag, attributes, zone, state)
        return state

    def _panel(self, label: str, zone: Zone) -> None:
        """Heads a panel with the label of its tab; a label that stands right before it becomes the heading."""
        if self.blocks and self.blocks[-1].text == label:
            if self.blocks[-1].level:
                return
            self.blocks.pop()
        self._block(label, zone, 7)

    def _enter_box(self, tag: str, classes: str, zone: Zone, state: _State) -> None:
        """Opens rows, cards and lists."""
        menu, boxes = self.links.menu, self.links.boxes
        if tag == "br" and boxes and not (menu and menu[-1] is boxes[-1]):
            boxes[-1] = Box()  # the next line is another entry
        if tag in _ROW or tag == "div":
            box = Box()
            self.links.boxes.append(box)
            state.append(("box", 0))
            if tag == "li" or (zone is Zone.NAV and not _MENU_ITEM.isdisjoint(classes.lower().split())):
                menu.append(box)
                state.append(("menu", 0))
        if tag in ("ul", "ol"):
            self.list_depth += 1
            state.append(("list", 0))
        if tag in _CELL_PARTS and self.tables.inside:
            state.append(("paragraphs", self.paragraphs))
            self.paragraphs = self.paragraphs + 1 if tag in ("p", "div") else 0
        if menu and (tag in ("ul", "ol") or (tag == "div" and _SUBMENU.search(classes))):
            menu[-1].submenu = True

    def _enter_part(self, tag: str, attributes: Attributes, zone: Zone, state: _State) -> None:
        """Opens links, pictures, frames, forms and tables."""
        if tag in _LINKS:
            self._close_link()
            self.links.enter(tag, attributes, zone)
            if tag == "button" and zone in (Zone.NAV, Zone.HEADER):
                self.links.open_group(self.depth)
        elif tag == "img":
            self.links.image(attributes, zone, self._section(), self.path, len(self.blocks))
        elif tag in _FRAMES:
            self.links.frame(tag, attributes, zone, self._section(), self.path, len(self.blocks))
        elif tag in ("form", "label", "input", "textarea"):
            self.forms.enter(tag, attributes, zone, self.headings, self._before())
        elif tag in _LAYOUT and self.tables.inside:
            self.tables.layout()
        if tag in _TABLE:
            self.tables.enter(tag, attributes, zone, self._section(), self.single)
        if tag in _CLICKABLE and (attributes.get("onclick") or attributes.get("data-href")):
            target = onclick(attributes)
            if target:
                self._close_link()
                self.links.enter("button", {"data-href": target}, zone)
                state.append(("link", 0))

    def _leave(self, tag: str, zone: Zone, state: _State) -> None:
        if tag in _SEPARATE:
            self._space()
        if tag in _LINKS:
            self._close_link()
        self.links.leave_depth(self.depth)
        self.depth -= 1
        if tag not in _INLINE or any(kind == "heading" for kind, _ in state):
            self._flush(zone)
        self.bold -= tag in _BOLD
        if tag in _TABLE:
            self.tables.leave(tag)
        elif tag in ("form", "label", "button"):
            self.forms.leave(tag)
        for kind, value in reversed(state):
            if kind == "heading":
                self.heading_level = value
            elif kind == "box":
                self.links.boxes.pop()
            elif kind == "panel":
                self.ends.append((value, len(self.blocks)))
            elif kind == "app":
                self.app_text += self.total - value
            elif kind == "paragraphs":
                self.paragraphs = value
            elif kind == "list":
                self.list_depth -= 1
            elif kind == "link":
                self._close_link()
            elif kind == "menu":
                self.links.end_menu_item()

    def _close_link(self) -> None:
        if not self.links.inside:
            return
        label = self.links.close(self._above(), self.path, len(self.blocks), self.forms.inside)
        if label:
            self.forms.button(label)

    def _space(self) -> None:
        """Keeps the texts of neighbouring inline elements apart ("Rekap"<small>"1 November"</small>)."""
        if self.buffer and not self.buffer[-1].endswith(" "):
            self.buffer.append(" ")
            self.links.text(" ")
            self.tables.text(" ")

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
        self.buffer.append(text)
        self.chars += len(text)
        self.total += len(text)
        if self.bold:
            self.bold_chars += len(text)
        self.links.text(text)
        self.tables.text(text)
        self.forms.text(text)

    def _flush(self, zone: Zone) -> None:
        """Ends a block of text; a short bold line outside lists and tables acts as a heading."""
        if not self.buffer:
            return
        text = " ".join("".join(self.buffer).split())
        bold = self.chars > 0 and self.bold_chars >= self.chars * 0.9
        self.buffer.clear()
        self.bold_chars = self.chars = 0
        self.links.text(" ")
        self.tables.text(" ")
        if not text:
            return
        level = self.heading_level
        roomy = not self.tables.inside or (self.tables.single and self.paragraphs > 0)
        alone = not self.list_depth and (roomy or self.after_break)
        self.after_break = False
        if not level and self.tables.spanning and not self.links.inside and self.links.last_block != len(self.blocks):
            level = 7 if len(text) <= 160 and any(c.isalpha() for c in text) else 0
        if not level and bold and alone and len(text) <= 90 and any(c.isalpha() for c in text):
            level = 7
        if level:
            self.links.heading(text)
        self._block(text, zone, level)

    def _block(self, text: str, zone: Zone, level: int) -> None:
        self.blocks.append(Block(text, zone, level, bool(self.list_depth), self.path))
        if level:
            self.headings[level] = text
            self.headings[level + 1 :] = [""] * (7 - level)

    def _before(self) -> str:
        """The text just in front of a field, which names it where no label does."""
        return "".join(self.buffer) or (self.blocks[-1].text if self.blocks else "")

    def _above(self) -> str:
        """The headings over this place, outermost first, without the page's own: "Tahun 2025 > LHKPN"."""
        return " > ".join(h for h in self.headings[2:] if h) or self.headings[1]

    def _section(self) -> str:
        return next((h for h in reversed(self.headings) if h), "")


@lru_cache(maxsize=16_384)
def _kind(tag: str, classes: str) -> str:
    """The classes of an element that are the same on every page: without numbers ("page-id-31") and states ("active").

    WordPress writes each page's own number on its <body>; with it no two pages would share a template.
    """
    if tag == "body":
        return ""
    return " ".join(name for name in classes.split() if name.isascii() and not _OF_ONE_PAGE.search(name))


def _before(node: LexborNode) -> str | None:
    """The tag of the element in front of one."""
    before = node.prev
    while before is not None and before.tag in ("-text", "-comment", "_comment"):
        before = before.prev
    return before.tag if before is not None else None


def _single_column(table: LexborNode) -> bool:
    """Whether no row of a table itself has a second cell; what its cells hold may be tables again."""
    parts = [part for part in table.iter() if part.tag in ("tr", "tbody", "thead", "tfoot")]
    rows = [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]
    return len(rows) <= 40 and all(sum(cell.tag in ("td", "th") for cell in row.iter()) <= 1 for row in rows)


def _acts_as_heading(attributes: Attributes, classes: str) -> bool:
    if attributes.get("role") in ("tab", "heading"):
        return True
    return "accordion-button" in classes or "elementor-tab-title" in classes


def _panels(tree: LexborHTMLParser) -> tuple[dict[str, str], frozenset[str]]:
    """The labels of tabs and accordions by the id of the panel they open, and every id on the page."""
    labels: dict[str, str] = {}
    for node in tree.css('[data-target^="#"], [data-bs-target^="#"], [aria-controls], a[href^="#"]')[:2000]:
        attributes = node.attributes
        for key in ("data-bs-target", "data-target", "aria-controls", "href"):
            target = (attributes.get(key) or "").lstrip("#")
            if target:
                label = " ".join(node.text(separator=" ").split())
                if label and len(label) <= 150:
                    labels.setdefault(target, label)
                break
    ids = frozenset((node.attributes.get("id") or "") for node in tree.css("[id]")[:20_000]) | frozenset(
        (node.attributes.get("name") or "") for node in tree.css("a[name]")[:2000]
    )
    return labels, ids - {""}
