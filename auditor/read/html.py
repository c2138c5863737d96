"""One page's bytes -> its anatomy: blocks of text in zones, links with the names they give, forms, tables, frames.

Pure, and safe on hostile input: one pass without recursion, capped in nodes and in text. Comments, scripts, styles and
concealed text are not content; menus, tabs and accordions that are merely collapsed are.
"""

from __future__ import annotations

import codecs
import re
from urllib.parse import parse_qs, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.data import table
from auditor.observations import Frame, Image, Link, Zone
from auditor.phrases import normalised
from auditor.read.anatomy import Anatomy, Block
from auditor.read.forms import FormReader
from auditor.read.hosts import canonical
from auditor.read.tables import TableReader
from auditor.read.zones import concealed, panel_id, toggles, zone_of

MAX_NODES = 150_000
MAX_TEXT = 600_000  # characters of one page
MAX_LABEL = 300
_MAX_ANCHORS = 4  # a box with more links is a list, and names none of them

_SKIP = frozenset(
    {
        "script",
        "style",
        "template",
        "svg",
        "head",
        "select",
        "datalist",
        "math",
        "canvas",
        "audio",
        "-comment",
        "_comment",
        "!--",
    }
)
_INLINE = frozenset(
    {
        "a",
        "abbr",
        "b",
        "bdi",
        "big",
        "cite",
        "code",
        "em",
        "font",
        "i",
        "img",
        "ins",
        "kbd",
        "mark",
        "q",
        "s",
        "small",
        "span",
        "strong",
        "sub",
        "sup",
        "time",
        "tt",
        "u",
        "var",
        "wbr",
        "label",
        "input",
        "picture",
        "source",
        "path",
    }
)
_LAYOUT = frozenset({"h1", "h2", "h3", "article", "section", "nav", "footer", "header"})  # in a table: a layout
_SEPARATE = frozenset({"span", "small", "time", "label", "a", "i", "button"})  # shown apart by most style sheets
_BOLD = frozenset({"b", "strong"})
_HEADING = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "dt": 7, "legend": 7, "caption": 7}
_ROW = frozenset({"tr", "li", "p", "td", "dd", "article", "figure"})
_CARD = re.compile(r"card|item|file|dokumen|document|download|entry|post|box|row|list-group", re.I)
_SUBMENU = re.compile(r"(?:^|[\s_-])(?:dropdown-menu|sub-?menu|mega-?menu|dropdown-content|sub-nav)", re.I)
_ONCLICK = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\(|\.push\()\s*['\"]([^'\"]+)['\"]"
)
_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{2,40})", re.I)
_GENERIC = frozenset(normalised(word) for word in table("anatomy")["generic"]["labels"])
_TYPE = re.compile(r'"@type"\s*:\s*"(\w{2,40})"')
_ROW_NUMBER = re.compile(r"^\d{1,3}[.)]?\s+(?=\D)")
_FILE_SIZE = re.compile(r"\(?\b\d+(?:[.,]\d+)?\s*(?:kb|mb|kib|mib|bytes)\b\)?", re.I)
_SIZE = re.compile(r"^[\d.,]*\s*(?:kb|mb|bytes?|x|kali|views?|diunduh)?$", re.I)


def decode(body: bytes, charset: str = "") -> str:
    """The text of a page: BOM, then UTF-8, then what the page or the server says, then cp1252; never raises.

    UTF-8 comes before the declared charset because pages that declare the wrong one are common and text that
    decodes as UTF-8 by chance is not.
    """
    if body.startswith(codecs.BOM_UTF8):
        return body[3:].decode("utf-8", "replace")
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # cut within the last character
            return body.decode("utf-8", "replace")
    declared = _META_CHARSET.search(body[:4096])
    for name in (charset, declared.group(1).decode("ascii") if declared else "", "cp1252"):
        try:
            if name and codecs.lookup(name).name != "utf-8":
                return body.decode(name, "replace")
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace")


def parse(body: bytes | str, url: str) -> Anatomy:
    """The anatomy of a page. Never raises on any input; a page too large is read in part and marked ``cut``."""
    text = body if isinstance(body, str) else decode(body)
    tree = LexborHTMLParser(text.replace("\x00", ""))
    return _Walker(url, tree).anatomy()


def generic(label: str) -> bool:
    """Whether a label says nothing about its target ("Unduh", "Selengkapnya", "3,4 MB")."""
    words = normalised(label)
    return words in _GENERIC or _SIZE.match(label.strip()) is not None


class _Box:
    """A row, item or card that may lend its text to a link without a telling label."""

    __slots__ = ("anchors", "label", "length", "links", "parts", "submenu")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.label = ""  # of the first link in a menu item
        self.links: list[int] = []
        self.submenu = False
        self.anchors = 0

    def add(self, text: str) -> None:
        if self.length < 600:
            self.parts.append(text)
            self.length += len(text)


class _OpenLink:
    """A link whose end tag has not come yet."""

    __slots__ = ("alt", "attributes", "boxes", "button", "heading", "leaf", "length", "parts", "tag", "zone")

    def __init__(self, tag: str, attributes: dict[str, str | None], zone: Zone, boxes: list[_Box]) -> None:
        self.tag, self.attributes, self.zone = tag, attributes, zone
        self.boxes = boxes[-4:]
        self.parts: list[str] = []
        self.length = 0
        self.heading = self.alt = ""
        self.leaf = True
        self.button = tag == "button"


class _Walker:
    def __init__(self, url: str, tree: LexborHTMLParser) -> None:
        self.tree = tree
        self.base = _base(tree, url)
        self.url = url
        self.blocks: list[Block] = []
        self.links: list[Link] = []
        self.link_paths: list[int] = []
        self.link_blocks: list[int] = []
        self.path = 0
        self.pending: list[tuple[list[_Box], str]] = []  # for each link: its boxes, its label
        self.images: list[Image] = []
        self.image_blocks: list[int] = []
        self.frames: list[Frame] = []
        self.forms = FormReader(self.base)
        self.tables = TableReader()
        self.boxes: list[_Box] = []
        self.menu: list[_Box] = []
        self.open: _OpenLink | None = None
        self.buffer: list[str] = []
        self.bold_chars = self.chars = 0
        self.bold = self.list_depth = 0
        self.heading_level = 0
        self.headings: list[str] = [""] * 8
        self.total = self.nodes = self.scripts = self.app_text = 0
        self.cut = self.app_root = self.asks_javascript = False
        self.panels, self.ids = _panels(tree)

    # -- walking -------------------------------------------------------------------------------------------------

    def anatomy(self) -> Anatomy:
        body = self.tree.body
        if body is not None:
            self._walk(body)
        self._flush(Zone.MAIN)
        head = self.tree.head
        meta: dict[str, str] = {}
        for node in head.css("meta") if head is not None else []:
            key = (
                node.attributes.get("name")
                or node.attributes.get("property")
                or node.attributes.get("http-equiv")
                or ""
            ).lower()
            meta.setdefault(key, (node.attributes.get("content") or "").strip()[:500])
        title = self.tree.css_first("title")
        html = self.tree.css_first("html")
        link = self.tree.css_first("link[rel=canonical]")
        return Anatomy(
            url=self.url,
            title=_squeeze(title.text())[:300] if title is not None else "",
            h1=next((b.text for b in self.blocks if b.level == 1 and b.zone is Zone.MAIN), "")
            or next((b.text for b in self.blocks if b.level == 1), ""),
            lang=((html.attributes.get("lang") if html is not None else "") or "").strip().lower(),
            viewport=meta.get("viewport", ""),
            description=meta.get("description", ""),
            canonical=canonical((link.attributes.get("href") or "") if link is not None else "", self.base),
            generator=meta.get("generator", ""),
            refresh=_refresh(meta.get("refresh", ""), self.base),
            blocks=tuple(self.blocks),
            links=tuple(self._named_links()),
            link_paths=tuple(self.link_paths),
            link_blocks=tuple(self.link_blocks),
            images=tuple(self.images),
            image_blocks=tuple(self.image_blocks),
            tables=self.tables.done(),
            forms=self.forms.done(),
            frames=tuple(self.frames),
            scripts=self.scripts,
            app_root=self.app_root,
            app_text=self.app_text,
            asks_javascript=self.asks_javascript,
            body_class=((self.tree.body.attributes.get("class") if self.tree.body is not None else "") or "").lower()[
                :1000
            ],
            published=meta.get("article:published_time", ""),
            og_type=meta.get("og:type", "").lower(),
            schema_types=_schema_types(self.tree),
            password=any(form.login for form in self.forms.done()),
            cut=self.cut,
        )

    def _walk(self, root: LexborNode) -> None:
        stack: list[tuple[LexborNode | None, str, Zone, object, int]] = [(root, "", Zone.MAIN, None, 0)]
        while stack:
            node, closing, zone, state, path = stack.pop()
            self.path = path
            if node is None:
                self._leave(closing, zone, state)
                continue
            tag = node.tag
            if tag == "-text":
                self._text(node.text_content or "", zone)
                continue
            self.nodes += 1
            if self.nodes > MAX_NODES or self.total > MAX_TEXT:
                self.cut = True
                continue
            if tag in _SKIP or tag is None:
                self.scripts += tag == "script"
                if tag == "select":
                    self.forms.field(tag, node.attributes, "")
                continue
            if tag == "noscript":
                self.asks_javascript |= "javascript" in (node.text() or "").lower()
                continue
            attributes = node.attributes
            if concealed(tag, attributes):
                continue
            inner = zone_of(tag, attributes, zone)
            entered = self._enter(tag, attributes, inner, zone)
            stack.append((None, tag, inner, entered, path))
            below = hash((path, tag, attributes.get("class"))) if tag not in _INLINE else path
            children = []
            child = node.child
            while child is not None:
                children.append((child, "", inner, None, below))
                child = child.next
            stack.extend(reversed(children))

    def _enter(self, tag: str, attributes: dict[str, str | None], zone: Zone, outer: Zone) -> object:
        if tag not in _INLINE:
            self._flush(outer)
        classes = attributes.get("class") or ""
        identity = attributes.get("id") or ""
        if identity and identity in self.panels and panel_id(tag, attributes):
            label = self.panels[identity]
            if label and (not self.blocks or self.blocks[-1].text != label):
                self._block(label, zone, 7)
        state: list[tuple[str, int]] = []
        if identity in ("root", "app", "__next", "__nuxt", "q-app", "svelte") or tag == "app-root":
            self.app_root = True
            state.append(("app", self.total))
        level = _HEADING.get(tag, 0)
        if not level and (
            attributes.get("role") in ("tab", "heading")
            or "accordion-button" in classes
            or "elementor-tab-title" in classes
        ):
            level = 7
            self._flush(outer)
        if level and zone is not Zone.NAV:
            state.append(("heading", self.heading_level))
            self.heading_level = level
        if tag in _ROW or (tag == "div" and _CARD.search(classes)):
            box = _Box()
            self.boxes.append(box)
            state.append(("box", 0))
            if tag == "li":
                self.menu.append(box)
                state.append(("menu", 0))
        if tag in ("ul", "ol"):
            self.list_depth += 1
            state.append(("list", 0))
        if tag in ("ul", "ol", "div") and self.menu and (tag != "div" or _SUBMENU.search(classes)):
            self.menu[-1].submenu = True
        if tag in _SEPARATE:
            self._space()
        if tag in _BOLD:
            self.bold += 1
        if tag in ("a", "area", "button"):
            self._close_link()
            self._open_link(tag, attributes, zone)
        elif tag == "img":
            self._image(attributes, zone)
        elif tag in ("iframe", "embed", "object", "frame"):
            self._frame(tag, attributes, zone)
        elif tag in ("form", "label", "input", "textarea"):
            self.forms.enter(
                tag,
                attributes,
                zone,
                self.headings,
                "".join(self.buffer) or (self.blocks[-1].text if self.blocks else ""),
            )
        elif tag in _LAYOUT and self.tables.inside:
            self.tables.layout()
        if tag in ("table", "tr", "td", "th"):
            self.tables.enter(tag, attributes, zone, self._section())
        elif (attributes.get("onclick") or attributes.get("data-href")) and tag in (
            "div",
            "span",
            "tr",
            "li",
            "td",
            "p",
        ):
            target = _onclick(attributes)
            if target:
                self._close_link()
                self._open_link("button", {"data-href": target}, zone)
                state.append(("link", 0))
        return state

    def _space(self) -> None:
        """Keeps the texts of neighbouring inline elements apart ("Rekap"<small>"1 November"</small>)."""
        if self.buffer and not self.buffer[-1].endswith(" "):
            self.buffer.append(" ")
            for box in self.boxes:
                box.add(" ")
            if self.open is not None:
                self.open.parts.append(" ")
            self.tables.text(" ")

    def _leave(self, tag: str, zone: Zone, state: object) -> None:
        if tag in _SEPARATE:
            self._space()
        if tag in ("a", "area", "button"):
            self._close_link()
        if tag not in _INLINE or (isinstance(state, list) and any(kind == "heading" for kind, _ in state)):
            self._flush(zone)
        if tag in _BOLD:
            self.bold -= 1
        if tag in ("table", "tr", "td", "th"):
            self.tables.leave(tag)
        elif tag in ("form", "label", "button"):
            self.forms.leave(tag)
        assert isinstance(state, list)
        for kind, value in reversed(state):
            if kind == "heading":
                self.heading_level = value
            elif kind == "box":
                self.boxes.pop()
            elif kind == "app":
                self.app_text += self.total - value
            elif kind == "list":
                self.list_depth -= 1
            elif kind == "link":
                self._close_link()
            elif kind == "menu":
                item = self.menu.pop()
                if item.submenu and item.links:
                    first = item.links[0]
                    self.links[first] = _not_leaf(self.links[first])

    # -- text ----------------------------------------------------------------------------------------------------

    def _text(self, raw: str, zone: Zone) -> None:
        text = " ".join(raw.split())
        if not text:
            if raw and self.buffer and not self.buffer[-1].endswith(" "):
                self.buffer.append(" ")
                if self.open is not None:
                    self.open.parts.append(" ")
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
        for box in self.boxes:
            box.add(text)
        if self.open is not None and self.open.length < 2000:
            self.open.parts.append(text)
            self.open.length += len(text)
        self.tables.text(text)
        self.forms.text(text)

    def _flush(self, zone: Zone) -> None:
        if not self.buffer:
            return
        text = _squeeze("".join(self.buffer))
        bold = self.bold_chars >= self.chars * 0.9 and self.chars > 0
        self.buffer.clear()
        self.bold_chars = self.chars = 0
        for box in self.boxes:
            box.add(" ")
        if self.open is not None:
            self.open.parts.append(" ")
        self.tables.text(" ")
        if not text:
            return
        level = self.heading_level
        if (
            not level
            and bold
            and not self.list_depth
            and not self.tables.inside
            and len(text) <= 90
            and any(c.isalpha() for c in text)
        ):
            level = 7
        if level and self.open is not None and not self.open.heading:
            self.open.heading = text
        self._block(text, zone, level)

    def _block(self, text: str, zone: Zone, level: int) -> None:
        self.blocks.append(Block(text, zone, level, bool(self.list_depth), self.path))
        if level:
            self.headings[level] = text
            for deeper in range(level + 1, 8):
                self.headings[deeper] = ""

    def _section(self) -> str:
        return next((h for h in reversed(self.headings) if h), "")

    # -- links, images, frames -------------------------------------------------------------------------------------

    def _open_link(self, tag: str, attributes: dict[str, str | None], zone: Zone) -> None:
        self.open = _OpenLink(tag, attributes, zone, self.boxes)
        for box in self.boxes:
            box.anchors += 1

    def _close_link(self) -> None:
        link, self.open = self.open, None
        if link is None:
            return
        attributes = link.attributes
        label = _squeeze("".join(link.parts))
        if link.heading and len(label) > 80:
            label = link.heading
        label = label or _squeeze(attributes.get("title") or attributes.get("aria-label") or link.alt)
        raw = (attributes.get("href") or "").strip() if link.tag != "button" else ""
        if not raw or raw.startswith(("#", "javascript:")):
            raw = _onclick(attributes) or raw
        if link.tag == "button" and not raw and (not label or toggles(attributes) or self.forms.inside):
            self.forms.button(label)
            return
        if (
            link.tag != "button"
            and "href" not in attributes
            and not raw
            and (not label or attributes.get("name") or attributes.get("id"))
        ):
            return  # an old-style anchor, not a link
        leaf = not (attributes.get("aria-haspopup") or "dropdown-toggle" in (attributes.get("class") or ""))
        in_menu = bool(self.menu)
        section = (
            " > ".join(item.label for item in self.menu[:-1] if item.label)
            if link.zone is not Zone.MAIN
            else self._section()
        )
        fragment = raw[1:] if raw.startswith("#") else ""
        page_part = raw.startswith("#") and not fragment.startswith(("/", "!/"))
        target = "" if page_part or not raw else canonical(viewer_target(raw, self.base), self.base)
        self.links.append(
            Link(
                url=target,
                label=label[:MAX_LABEL],
                zone=link.zone,
                tag=link.tag,
                section=section[:MAX_LABEL],
                leaf=leaf,
                raw=raw[:2000],
                anchor=bool(fragment) and fragment in self.ids,
            )
        )
        self.link_paths.append(self.path)
        self.link_blocks.append(len(self.blocks))
        self.pending.append((link.boxes, label))
        if in_menu:
            item = self.menu[-1]
            item.links.append(len(self.links) - 1)
            item.label = item.label or label[:80]

    def _named_links(self) -> list[Link]:
        """The links, with the text of their row or card as context where their own label says nothing."""
        named = []
        for link, (boxes, label) in zip(self.links, self.pending, strict=True):
            context = _context(boxes, label) if generic(label) and link.zone in (Zone.MAIN, Zone.ASIDE) else ""
            named.append(_with_context(link, context) if context else link)
        return named

    def _image(self, attributes: dict[str, str | None], zone: Zone) -> None:
        source = (
            next(
                (
                    attributes[key]
                    for key in ("data-src", "data-lazy-src", "data-original", "src")
                    if attributes.get(key)
                ),
                "",
            )
            or ""
        )
        alt = _squeeze(attributes.get("alt") or "")
        if self.open is not None and not self.open.alt:
            self.open.alt = alt or _squeeze(attributes.get("title") or "")
        if source.startswith("data:"):
            source = ""
        url = canonical(source, self.base) if source else ""
        self.images.append(
            Image(
                url,
                alt[:MAX_LABEL],
                zone,
                _pixels(attributes.get("width")),
                _pixels(attributes.get("height")),
                self._section()[:MAX_LABEL],
            )
        )
        self.image_blocks.append(len(self.blocks))

    def _frame(self, tag: str, attributes: dict[str, str | None], zone: Zone) -> None:
        raw = (
            attributes.get("src")
            or attributes.get("data-src")
            or attributes.get("data")
            or attributes.get("data-lazy-src")
            or ""
        )
        url = canonical(viewer_target(raw.strip(), self.base), self.base)
        if not url:
            return
        title = _squeeze(attributes.get("title") or attributes.get("aria-label") or "")
        self.frames.append(Frame(url, title, self._section()))
        self.links.append(
            Link(
                url=url,
                label=title or self._section()[:MAX_LABEL],
                zone=zone,
                tag=tag,
                section=self._section()[:MAX_LABEL],
                raw=raw[:2000],
            )
        )
        self.link_paths.append(self.path)
        self.link_blocks.append(len(self.blocks))
        self.pending.append(([], title))


def viewer_target(raw: str, base: str) -> str:
    """The document behind a viewer's address ("viewer.html?file=a.pdf"), or the address as it is."""
    viewers = table("anatomy")["viewers"]
    if "?" in raw and any(host in raw for host in viewers["hosts"]):
        query = parse_qs(urlsplit(raw).query)
        for key in viewers["parameters"]:
            if query.get(key) and not query[key][0].startswith("blob:"):
                return query[key][0]
    return raw


def _base(tree: LexborHTMLParser, url: str) -> str:
    node = tree.css_first("base[href]")
    return (canonical(node.attributes.get("href") or "", url) if node is not None else "") or url


def _panels(tree: LexborHTMLParser) -> tuple[dict[str, str], frozenset[str]]:
    """The labels of tabs and accordions by the id of the panel they open, and every id on the page."""
    labels: dict[str, str] = {}
    for node in tree.css('[data-target^="#"], [data-bs-target^="#"], [aria-controls], a[href^="#"]')[:2000]:
        attributes = node.attributes
        for key in ("data-bs-target", "data-target", "aria-controls", "href"):
            target = (attributes.get(key) or "").lstrip("#")
            if target:
                label = _squeeze(node.text(separator=" "))
                if label and len(label) <= 150:
                    labels.setdefault(target, label)
                break
    ids = frozenset((node.attributes.get("id") or "") for node in tree.css("[id]")[:20_000]) | frozenset(
        (node.attributes.get("name") or "") for node in tree.css("a[name]")[:2000]
    )
    return labels, ids - {""}


def _context(boxes: list[_Box], label: str) -> str:
    """The text of the innermost row, item or card that says more than the label itself."""
    for box in reversed(boxes):
        text = _squeeze("".join(box.parts))
        words = [w for w in text.replace("|", " ").split(" ") if w]
        rest = _squeeze(" ".join(words).replace(label, " ") if label else " ".join(words))
        telling = " ".join(w for w in rest.split() if normalised(w) not in _GENERIC)
        telling = _FILE_SIZE.sub(" ", _ROW_NUMBER.sub("", telling)).strip()
        if sum(c.isalpha() for c in telling) >= 3 and box.anchors <= _MAX_ANCHORS:
            return _squeeze(telling)[:MAX_LABEL]
    return ""


def _onclick(attributes: dict[str, str | None]) -> str:
    for key in ("data-href", "data-url", "data-link", "data-file", "data-pdf"):
        if attributes.get(key):
            return str(attributes[key]).strip()
    match = _ONCLICK.search((attributes.get("onclick") or "")[:2000])
    return match.group(1) if match else ""


def _refresh(content: str, base: str) -> str:
    match = re.search(r"url\s*=\s*['\"]?([^'\";]+)", content, re.I)
    return canonical(match.group(1).strip(), base) if match else ""


def _schema_types(tree: LexborHTMLParser) -> tuple[str, ...]:
    found: list[str] = []
    for node in tree.css('script[type="application/ld+json"]')[:10]:
        found += _TYPE.findall((node.text() or "")[:100_000])[:50]
    return tuple(dict.fromkeys(name.lower() for name in found))


def _pixels(value: str | None) -> int | None:
    match = re.match(r"\s*(\d{1,5})(?:px)?\s*$", value or "")
    return int(match.group(1)) if match else None


def _squeeze(text: str) -> str:
    return " ".join(text.split())


def _not_leaf(link: Link) -> Link:
    return Link(
        link.url,
        link.label,
        link.zone,
        link.tag,
        link.context,
        link.section,
        False,
        link.template,
        link.raw,
        link.anchor,
    )


def _with_context(link: Link, context: str) -> Link:
    return Link(
        link.url,
        link.label,
        link.zone,
        link.tag,
        context,
        link.section,
        link.leaf,
        link.template,
        link.raw,
        link.anchor,
    )
