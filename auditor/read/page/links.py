"""The links, pictures and frames of a page, each with the name the page gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from urllib.parse import parse_qs, urlsplit

from auditor.data import table
from auditor.language.labels import says_more
from auditor.observations import Frame, Image, Link, Zone
from auditor.read.page.boxes import NEAR, Box, Line
from auditor.read.page.records import Naming
from auditor.read.page.scripts import decoded_mail
from auditor.read.page.tags import FRAMES
from auditor.read.page.telling import generic
from auditor.read.page.whole import Whole
from auditor.read.page.zones import CONTENT, MAIN, TOP, toggles

MAX_LABEL = 300
MAX_LINKS = 5_000
_MAX_RUNS = 400  # runs of text in a link
_ONCLICK = re.compile(
    r"(?:location(?:\.href)?\s*=|location\.(?:assign|replace)\(|window\.open\(|\.push\()\s*['\"]([^'\"]+)['\"]"
)
_TARGETS = ("data-href", "data-url", "data-link", "data-file", "data-pdf", "data-downloadurl", "data-src-pdf")
_QUOTED = re.compile(r"['\"]((?:https?://|/)[^'\"\s]{1,500}|[^'\"\s]{1,200}\.(?:pdf|docx?|xlsx?|zip))['\"]", re.I)
_SOURCES = ("data-src", "data-lazy-src", "data-original", "src")
#: plug-ins that load frames late put "about:blank" into src and the address beside it
_FRAME_SOURCES = ("src", "data-src", "data-lazy-src", "data-litespeed-src", "data-rocket-src", "data-original", "data")
_PICTURES = (".jpg", ".jpeg", ".png", ".webp", ".gif")
_NOTHING = ("about:", "javascript:", "data:", "blob:")
#: a picture's text of these alone ("Image", "gambar-2.jpg") names no link around it
_NAMELESS = frozenset(table("technical")["alt"]["nameless"])
_MAIL = "/cdn-cgi/l/email-protection#"

Attributes = Mapping[str, str | None]
_Around = tuple[Sequence[Box], Line | None, str]  # the boxes around a link, its line, the words in front of it there
_NOWHERE: _Around = ((), None, "")


@dataclass(slots=True)
class _OpenLink:
    """A link whose end tag has not come yet."""

    tag: str
    attributes: Attributes
    zone: Zone
    boxes: Sequence[Box]
    begin: int  # its first run
    heading: str = ""
    alt: str = ""
    before: str = ""


class LinkReader:
    """Collects links, pictures and frames while a page is walked.

    ``runs`` are the page's runs of text so far, ``boxes`` what stands around.
    """

    def __init__(self, whole: Whole, runs: Sequence[str], boxes: Sequence[Box]) -> None:
        self._whole, self._runs, self._boxes = whole, runs, boxes
        self._open: _OpenLink | None = None
        self._around: list[_Around] = []  # for each link
        self.spans: list[tuple[int, int]] = []  # for each link, the runs of text in it
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
        self._bare = -1  # the run behind the last link that stands in no box

    @property
    def settled(self) -> bool:
        """Whether no link is open, nor a menu that names those to come."""
        return self._open is None and not self.menu and not self._group and self.group_depth < 0 and self._opening < 0

    def has_room_for(self, other: LinkReader) -> bool:
        """Whether the links and pictures of a part are within the limits of this page."""
        return len(self.links) + len(other.links) < MAX_LINKS and len(self.images) + len(other.images) < MAX_LINKS

    def take(self, other: LinkReader, blocks: int, runs: int, under: str) -> None:
        """Takes in the links, pictures and frames of a part.

        ``blocks``, ``runs``: those in front of it. ``under``: the heading over what stands under none of the part.
        """
        around = self._boxes
        if other._bare >= 0 and around and around[-1].line is not None:
            around[-1].line.mark = runs + other._bare
        near = list(around[-NEAR:])
        links, images, frames = other.links, other.images, other.frames
        if under:
            links = [_under(link, under[:MAX_LABEL]) if link.tag in FRAMES else link for link in links]
            images = [image if image.context else replace(image, context=under[:MAX_LABEL]) for image in images]
            frames = [frame if frame.section else replace(frame, section=under[:MAX_LABEL]) for frame in frames]
        self.spans += [(runs + begin, runs + end) for begin, end in other.spans]
        self._around += [
            (boxes if link.tag in FRAMES else [*near, *boxes][-NEAR:], None, "")  # which name no link of a template
            for link, (boxes, _, _) in zip(links, other._around, strict=True)
        ]
        self.links += links
        self.paths += other.paths
        self.blocks += [blocks + block for block in other.blocks]
        self.images += images
        self.image_blocks += [blocks + block for block in other.image_blocks]
        self.image_paths += other.image_paths
        self.frames += frames

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

    def heading(self, text: str) -> None:
        """Notes a heading inside an open link: a card's title names it better than the whole card."""
        if self._open is not None and not self._open.heading:
            self._open.heading = text

    def enter(self, tag: str, attributes: Attributes, zone: Zone) -> None:
        """Opens a link; one that is still open is left to ``close`` first."""
        if len(self.links) >= MAX_LINKS:
            self.cut = True
            return
        self._open = _OpenLink(tag, attributes, zone, self._boxes[-NEAR:], len(self._runs))
        if self._boxes and zone in CONTENT:
            self._open.before = self._boxes[-1].this_line().link_begins(self._runs)

    def close(self, section: str, path: int, block: int, in_form: bool) -> str:
        """Ends the open link, if any. Returns the label of a button that belongs to a form instead, else ""."""
        link, self._open = self._open, None
        if link is None:
            return ""
        line = link.boxes[-1].line if link.boxes else None
        if line is not None:
            line.mark = len(self._runs)
        if not link.boxes:
            self._bare = len(self._runs)
        attributes = link.attributes
        label = _squeeze("".join(self._runs[link.begin : link.begin + _MAX_RUNS]))
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
        if link.zone is not MAIN:
            inside = bool(self.menu) and self.menu[-1].submenu and bool(self.menu[-1].label)  # no list of its own
            above = self.menu if inside else self.menu[:-1]
            section = " > ".join([item.label for item in above if item.label]) or self._group
        fragment = raw[1:] if raw.startswith("#") else ""
        page_part = raw.startswith("#") and not fragment.startswith(("/", "!/"))
        found = _link(
            "" if page_part or not raw else self._whole.address(real_target(raw)),
            label[:MAX_LABEL],
            link.zone,
            link.tag,
            section[:MAX_LABEL],
            not (attributes.get("aria-haspopup") or "dropdown-toggle" in (attributes.get("class") or "")),
            raw[:2000],
            bool(fragment) and self._whole.leads_to(fragment),
        )
        if self._add(found, path, block, (link.boxes, line, link.before), link.begin) and self.menu:
            item = self.menu[-1]
            if item.first < 0:
                item.first = len(self.links) - 1
            item.label = item.label or label[:80]
        return ""

    def end_menu_item(self) -> None:
        """Ends a list item; a link in front of a sub-menu only opens it."""
        item = self.menu.pop()
        if item.submenu and item.first >= 0:
            self.links[item.first] = replace(self.links[item.first], leaf=False)

    def image(self, attributes: Attributes, zone: Zone, section: str, path: int, block: int) -> None:
        """Takes note of a picture, and of its alt text as the name of a link around it."""
        source = next((value for key in _SOURCES if (value := attributes.get(key))), "")
        alt = _squeeze(attributes.get("alt") or "")
        if self._open is not None and not self._open.alt:
            title = _squeeze(attributes.get("title") or "")
            self._open.alt = next((name for name in (alt, title) if _names(name[:MAX_LABEL])), "")
        url = self._whole.address(source) if source and not source.startswith("data:") else ""
        width, height = _pixels(attributes.get("width")), _pixels(attributes.get("height"))
        if len(self.images) < MAX_LINKS:
            above, leads = section[:MAX_LABEL], self._leads_off(url)
            self.images.append(Image(url, alt[:MAX_LABEL], zone, width, height, above, leads=leads))
            self.image_blocks.append(block)
            self.image_paths.append(path)

    def _leads_off(self, picture: str) -> bool:
        """Whether the open link around a picture leads to something else than the picture itself, shown larger."""
        link = self._open
        if link is None:
            return False
        target = (link.attributes.get("href") or "").split("?")[0].lower()
        return not target.endswith(_PICTURES) and self._whole.address(target) != picture

    def frame(self, tag: str, attributes: Attributes, zone: Zone, section: str, path: int, block: int) -> None:
        """Takes note of a frame, as a frame and as a link to what it shows."""
        sources = (attributes.get(key) or "" for key in _FRAME_SOURCES)
        raw = next((value for source in sources if (value := source.strip()) and not value.startswith(_NOTHING)), "")
        url = self._whole.address(real_target(raw)) if raw else ""
        if not url:
            return
        title = _squeeze(attributes.get("title") or attributes.get("aria-label") or "")[:MAX_LABEL]
        section = section[:MAX_LABEL]
        self.frames.append(Frame(url, title, section))
        self._add(Link(url, title or section, zone, tag, section=section, raw=raw[:2000]), path, block)

    def done(self, naming: Naming) -> tuple[Link, ...]:
        """The links, with the title of their row or card as context where their own label says nothing."""
        named = []
        self.name_heads()
        for link, around in zip(self.links, self._around, strict=True):
            context = naming.name(*around) if link.zone in CONTENT and generic(link.label) else ""
            named.append(replace(link, context=context) if context else link)
        return tuple(named)

    def name_heads(self) -> None:
        """Marks the links of a menu that lead nowhere and only head others: alone in their box, with more deeper in it.

        So are menus built that are no lists, whatever their classes are called.
        """
        alone: Counter[int] | None = None
        for number, (link, following) in enumerate(pairwise(self.links)):
            if link.url or link.anchor or not link.leaf or link.zone not in TOP:
                continue
            boxes, deeper = self._around[number][0], self._around[number + 1][0]
            if not boxes or following.zone is not link.zone or not any(box is boxes[-1] for box in deeper[:-1]):
                continue
            alone = alone or Counter(id(others[-1]) for others, _, _ in self._around if others)
            if alone[id(boxes[-1])] == 1:
                self.links[number] = replace(link, leaf=False)

    def _add(self, link: Link, path: int, block: int, around: _Around = _NOWHERE, begin: int = -1) -> bool:
        if len(self.links) >= MAX_LINKS:
            self.cut = True
            return False
        self.links.append(link)
        self.paths.append(path)
        self.blocks.append(block)
        self._around.append(around)
        self.spans.append((begin if begin >= 0 else len(self._runs), len(self._runs)))
        return True


@lru_cache(maxsize=4096)
def _link(url: str, label: str, zone: Zone, tag: str, section: str, leaf: bool, raw: str, anchor: bool) -> Link:
    """A link; those of a menu are the same on every page."""
    return Link(url, label, zone, tag, section=section, leaf=leaf, raw=raw, anchor=anchor)


@lru_cache(maxsize=4096)
def _names(text: str) -> bool:
    """Whether a picture's text names a link around it."""
    return bool(text) and says_more(text, _NAMELESS)


def _under(frame: Link, section: str) -> Link:
    """The link to a frame, named and headed by a heading where nothing else does."""
    return frame if frame.section else replace(frame, label=frame.label or section, section=section)


def real_target(raw: str) -> str:
    """The address behind a viewer's ("viewer.html?file=a.pdf") or a wrapper's (google.com/url?q=...), or as it is."""
    for _ in range(2):
        raw = (_inner(raw) if "?" in raw else "") or raw
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
    match = re.match(r"\s*(\d{1,5})(?:px)?\s*$", value) if value else None
    return int(match.group(1)) if match else None


def _squeeze(text: str) -> str:
    return " ".join(text.split())
