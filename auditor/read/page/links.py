"""The links, pictures and frames of a page, each with the name the page gives it."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from urllib.parse import parse_qs, urlsplit

from auditor.data import table
from auditor.language.phrases import normalised
from auditor.observations import Frame, Image, Link, Zone
from auditor.read.page.scripts import decoded_mail
from auditor.read.page.zones import toggles
from auditor.web.hosts import canonical

MAX_LABEL = 300
MAX_LINKS = 5_000
_MAX_NAMING = 400  # characters of a box that is still one entry
_FULL = 600  # characters a box takes up, or a few more
_NEAR = 6  # boxes around a link that may name it
_MAX_ANCHORS = 4  # a box with more links is a list, and names none of them
_GENERIC = frozenset(normalised(word) for word in table("anatomy")["generic"]["labels"])
_ONCLICK = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\(|\.push\()\s*['\"]([^'\"]+)['\"]"
)
_TARGETS = ("data-href", "data-url", "data-link", "data-file", "data-pdf", "data-downloadurl", "data-src-pdf")
_QUOTED = re.compile(r"['\"]((?:https?://|/)[^'\"\s]{1,500}|[^'\"\s]{1,200}\.(?:pdf|docx?|xlsx?|zip))['\"]", re.I)
_ROW_NUMBER = re.compile(r"^\d{1,3}[.)]?\s+(?=\D)")
_FILE_SIZE = re.compile(r"\(?\b\d+(?:[.,]\d+)?\s*(?:kb|mb|kib|mib|bytes)\b\)?", re.I)
_SIZE = re.compile(r"^[\d.,]*\s*(?:kb|mb|bytes?|x|kali|views?|diunduh)?$", re.I)
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
#: plug-ins that load frames late put "about:blank" into src and the address beside it
_FRAME_SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-rocket-src", "data-original", "data")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_NOTHING = ("about:", "javascript:", "data:", "blob:")
_MAIL = "/cdn-cgi/l/email-protection#"

Attributes = Mapping[str, str | None]


@lru_cache(maxsize=8192)
def generic(label: str) -> bool:
    """Whether a label says nothing about its target ("Unduh", "Selengkapnya", "3,4 MB")."""
    words = normalised(label)
    return words in _GENERIC or _SIZE.match(label.strip()) is not None


class Box:
    """A row, item or card that may lend its text to a link without a telling label."""

    __slots__ = ("anchors", "before", "label", "led", "length", "links", "mark", "parts", "submenu", "worded")

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.length = 0
        self.label = ""  # of the first link in a menu item
        self.links: list[int] = []
        self.submenu = False
        self.anchors = 0
        self.mark = 0  # parts up to the end of the last link
        self.led = False  # words stand before the first link: "Tahun 2025: Unduh - Tahun 2026: Unduh"
        self.worded = 0  # links with words in front
        self.before = ""  # the last of these words

    def link_begins(self) -> str:
        """The words in front of a link that begins here; those before the link in front of it where it has none."""
        words = _telling("".join(self.parts[self.mark :]), "") if len(self.parts) > self.mark else ""
        self.before = words or self.before
        self.worded += bool(words)
        self.led |= self.anchors == 0 and bool(words)
        self.anchors += 1
        return self.before


class _OpenLink:
    """A link whose end tag has not come yet."""

    __slots__ = ("alt", "attributes", "before", "boxes", "heading", "length", "parts", "tag", "zone")

    def __init__(self, tag: str, attributes: Attributes, zone: Zone, boxes: list[Box]) -> None:
        self.tag, self.attributes, self.zone, self.boxes = tag, attributes, zone, boxes
        self.parts: list[str] = []
        self.length = 0
        self.heading = self.alt = self.before = ""


class LinkReader:
    """Collects links, pictures and frames while a page is walked. ``ids`` finds what "#..." may point at."""

    def __init__(self, base: str, ids: Callable[[], frozenset[str]]) -> None:
        self._base, self._find_ids = base, ids
        self._ids: frozenset[str] | None = None
        self._open: _OpenLink | None = None
        self._pending: list[tuple[list[Box], str, str]] = []  # for each link: its boxes, its label, the words before
        self.boxes: list[Box] = []
        self.menu: list[Box] = []
        self.links: list[Link] = []
        self.paths: list[int] = []
        self.blocks: list[int] = []
        self.images: list[Image] = []
        self.image_blocks: list[int] = []
        self.image_paths: list[int] = []
        self.frames: list[Frame] = []
        self.cut = False
        self._group = ""  # the label of a menu button, and the depth of the box it opens
        self.group_depth = -1
        self._opening = -1

    @property
    def inside(self) -> bool:
        """Whether a link is open."""
        return self._open is not None

    @property
    def last_block(self) -> int:
        """The block in which the last link stands, -1 for none yet."""
        return self.blocks[-1] if self.blocks else -1

    def open_group(self, depth: int) -> None:
        """Notes that the open button heads the links that follow in the box around it (menus without lists)."""
        self._opening = depth - 1

    def end_group(self) -> None:
        """Ends a button's group with the box around the button, at ``group_depth``."""
        self._group, self.group_depth = "", -1

    def text(self, text: str) -> None:
        """Takes up a run of text for everything that is open around it."""
        size = len(text)
        for box in self.boxes[-_NEAR:]:
            if box.length < _FULL:
                box.parts.append(text)
                box.length += size
        if self._open is not None and self._open.length < 2000:
            self._open.parts.append(text)
            self._open.length += size

    def heading(self, text: str) -> None:
        """Notes a heading inside an open link: a card's title names it better than the whole card."""
        if self._open is not None and not self._open.heading:
            self._open.heading = text

    def enter(self, tag: str, attributes: Attributes, zone: Zone) -> None:
        """Opens a link; one that is still open is left to ``close`` first."""
        if len(self.links) >= MAX_LINKS:
            self.cut = True
            return
        self._open = _OpenLink(tag, attributes, zone, self.boxes[-_NEAR:])
        for box in self.boxes[-_NEAR:-1]:
            box.anchors += 1
        if self.boxes:
            self._open.before = self.boxes[-1].link_begins()

    def close(self, section: str, path: int, block: int, in_form: bool) -> str:
        """Ends the open link, if any. Returns the label of a button that belongs to a form instead, else ""."""
        link, self._open = self._open, None
        if link is None:
            return ""
        for box in link.boxes[-1:]:
            box.mark = len(box.parts)
        attributes = link.attributes
        label = _squeeze("".join(link.parts))
        if link.heading and len(label) > 80:
            label = link.heading
        label = label or _squeeze(attributes.get("title") or attributes.get("aria-label") or link.alt)
        button = link.tag == "button"
        raw = "" if button else (attributes.get("href") or "").strip()
        if not raw or raw.startswith("#"):
            raw = onclick(attributes) or raw
        elif raw[:11].lower() == "javascript:":
            raw = onclick(attributes) or _address_in(raw) or raw
        elif _MAIL in raw:
            raw = "mailto:" + decoded_mail(raw.partition(_MAIL)[2])
        if button and self._opening >= 0:
            self._group, self.group_depth, self._opening = label[:80], self._opening, -1
            if not raw:
                return ""  # opens a menu
        if button and not raw and (not label or toggles(attributes) or in_form):
            return label
        anchor_only = not label or bool(attributes.get("name") or attributes.get("id"))
        if not button and "href" not in attributes and not raw and anchor_only:
            return ""  # an old-style anchor, not a link
        if link.zone is not Zone.MAIN:
            inside = bool(self.menu) and self.menu[-1].submenu and bool(self.menu[-1].label)  # no list of its own
            above = self.menu if inside else self.menu[:-1]
            section = " > ".join(item.label for item in above if item.label) or self._group
        fragment = raw[1:] if raw.startswith("#") else ""
        page_part = raw.startswith("#") and not fragment.startswith(("/", "!/"))
        added = self._add(
            Link(
                url="" if page_part or not raw else canonical(real_target(raw), self._base),
                label=label[:MAX_LABEL],
                zone=link.zone,
                tag=link.tag,
                section=section[:MAX_LABEL],
                leaf=not (attributes.get("aria-haspopup") or "dropdown-toggle" in (attributes.get("class") or "")),
                raw=raw[:2000],
                anchor=bool(fragment) and self._leads_to(fragment),
            ),
            path,
            block,
            link.boxes,
            link.before,
        )
        if added and self.menu:
            item = self.menu[-1]
            item.links.append(len(self.links) - 1)
            item.label = item.label or label[:80]
        return ""

    def _leads_to(self, fragment: str) -> bool:
        if self._ids is None:
            self._ids = self._find_ids()
        return fragment in self._ids

    def end_menu_item(self) -> None:
        """Ends a list item; a link in front of a sub-menu only opens it."""
        item = self.menu.pop()
        if item.submenu and item.links:
            first = item.links[0]
            self.links[first] = replace(self.links[first], leaf=False)

    def image(self, attributes: Attributes, zone: Zone, section: str, path: int, block: int) -> None:
        """Takes note of a picture, and of its alt text as the name of a link around it."""
        source = next((value for key in _SOURCES if (value := attributes.get(key))), "")
        alt = _squeeze(attributes.get("alt") or "")
        if self._open is not None and not self._open.alt:
            self._open.alt = alt or _squeeze(attributes.get("title") or "")
        url = canonical(source, self._base) if source and not source.startswith("data:") else ""
        width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
        if len(self.images) < MAX_LINKS:
            self.images.append(
                Image(url, alt[:MAX_LABEL], zone, width, height, section[:MAX_LABEL], leads=self._leads_off(url))
            )
            self.image_blocks.append(block)
            self.image_paths.append(path)

    def _leads_off(self, picture: str) -> bool:
        """Whether the open link around a picture leads to something else than the picture itself, shown larger."""
        link = self._open
        if link is None:
            return False
        target = (link.attributes.get("href") or "").split("?")[0].lower()
        return not target.endswith(_PICTURES) and canonical(target, self._base) != picture

    def frame(self, tag: str, attributes: Attributes, zone: Zone, section: str, path: int, block: int) -> None:
        """Takes note of a frame, as a frame and as a link to what it shows."""
        sources = (attributes.get(key) or "" for key in _FRAME_SOURCES)
        raw = next((value for source in sources if (value := source.strip()) and not value.startswith(_NOTHING)), "")
        url = canonical(real_target(raw), self._base) if raw else ""
        if not url:
            return
        title = _squeeze(attributes.get("title") or attributes.get("aria-label") or "")[:MAX_LABEL]
        section = section[:MAX_LABEL]
        self.frames.append(Frame(url, title, section))
        self._add(Link(url, title or section, zone, tag, section=section, raw=raw[:2000]), path, block, [])

    def done(self) -> tuple[Link, ...]:
        """The links, with the text of their row or card as context where their own label says nothing."""
        named = []
        for link, (boxes, label, before) in zip(self.links, self._pending, strict=True):
            context = _context(boxes, label, before) if generic(label) and link.zone in (Zone.MAIN, Zone.ASIDE) else ""
            named.append(replace(link, context=context) if context else link)
        return tuple(named)

    def _add(self, link: Link, path: int, block: int, boxes: list[Box], before: str = "") -> bool:
        if len(self.links) >= MAX_LINKS:
            self.cut = True
            return False
        self.links.append(link)
        self.paths.append(path)
        self.blocks.append(block)
        self._pending.append((boxes, link.label, before))
        return True


def real_target(raw: str) -> str:
    """The address behind a viewer's ("viewer.html?file=a.pdf") or a wrapper's (google.com/url?q=...), or as it is."""
    for _ in range(2):
        inner = _inner(raw) if "?" in raw else ""
        if not inner:
            break
        raw = inner
    return raw


def _inner(raw: str) -> str:
    anatomy = table("anatomy")
    viewers, wrappers = anatomy["viewers"], anatomy["wrappers"]
    try:
        parts = urlsplit(raw)
    except ValueError:
        return ""
    place = f"{parts.netloc}{parts.path}".lower()
    wrapped = any(place == address or place.endswith("." + address) for address in wrappers["addresses"])
    if not wrapped and not any(host in raw for host in viewers["hosts"]):
        return ""
    query = parse_qs(parts.query)
    for key in wrappers["parameters"] if wrapped else viewers["parameters"]:
        value = query.get(key, [""])[0]
        if value and not value.startswith("blob:") and (not wrapped or value.startswith(("http://", "https://"))):
            return value
    return ""


def _context(boxes: list[Box], label: str, before: str) -> str:
    """The text of the innermost row, item or card that says more than the label itself.

    Of several links in one line each has the words in front of it, where most have some, the first one among them.
    """
    if boxes and before and boxes[-1].led and 2 <= boxes[-1].anchors <= 2 * boxes[-1].worded:
        return before[:MAX_LABEL]
    for box in reversed(boxes):
        telling = _telling("".join(box.parts), label)
        if telling and box.anchors <= _MAX_ANCHORS and box.length <= _MAX_NAMING:
            return telling[:MAX_LABEL]
    return ""


def _telling(text: str, label: str) -> str:
    """What a text says beside a label, without row numbers, file sizes and words like "Unduh"; "" for nothing."""
    words = _squeeze(text.replace("|", " "))
    if not words:
        return ""
    return _remembered(words, label) if len(words) <= _FULL else _rest(words, label)


def _rest(words: str, label: str) -> str:
    rest = words.replace(label, " ") if label else words
    telling = " ".join(word for word in rest.split() if normalised(word) not in _GENERIC)
    telling = _squeeze(_FILE_SIZE.sub(" ", _ROW_NUMBER.sub("", telling)))
    return telling if sum(char.isalpha() for char in telling) >= 3 else ""


_remembered = lru_cache(maxsize=2048)(_rest)


def onclick(attributes: Attributes) -> str:
    """The address a click leads to by script or plug-in, "" for none that is written out."""
    for key in _TARGETS:
        if value := (attributes.get(key) or "").strip():
            return value
    source = (attributes.get("source") or "").strip()  # DearFlip
    if source and "df" in (attributes.get("class") or ""):
        return source
    return _address_in(attributes.get("onclick") or "")


def _address_in(script: str) -> str:
    """The address a short script leads to, "" for none that is written out."""
    match = _ONCLICK.search(script[:2000]) or _QUOTED.search(script[:2000])
    return match.group(1) if match else ""


def _pixels(value: str | None) -> int | None:
    match = re.match(r"\s*(\d{1,5})(?:px)?\s*$", value or "")
    return int(match.group(1)) if match else None


def _squeeze(text: str) -> str:
    return " ".join(text.split())
