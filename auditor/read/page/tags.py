"""What each element means to the reader of a page, looked up once per element instead of set by set."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.data import table
from auditor.read.page.zones import NAMED, ZONED

_TAGS = table("anatomy")["tags"]
_SKIP = frozenset(_TAGS["skip"])
_INLINE = frozenset(_TAGS["inline"])
_HEADING = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "dt": 7, "legend": 7, "caption": 7}
LINKS = frozenset({"a", "area", "button"})
FRAMES = frozenset({"iframe", "embed", "object", "frame"})
_CLICKABLE = frozenset({"div", "span", "tr", "li", "td", "p"})
_TABLE = frozenset({"table", "tr", "td", "th"})
_LAYOUT = frozenset({"h1", "h2", "h3", "article", "section", "nav", "footer", "header"})  # in a table: a layout
_SEPARATE = frozenset({"span", "small", "time", "label", "a", "i", "button"})  # shown apart by most style sheets
_CELL_PARTS = frozenset({"p", "div", "td", "th"})
_BOLD = frozenset({"b", "strong"})
_ROW = frozenset({"tr", "li", "p", "td", "th", "dd", "article", "figure", "div"})
_FORM = frozenset({"form", "label", "input", "textarea"})
_OF_ONE_PAGE = re.compile(r"\d|^(?:current|active|is-active|open|show|selected|collapsed|expanded)(?:$|[-_])", re.I)


class Tag:
    """The traits of one element name; ``level``: of a heading, 0 for none."""

    __slots__ = (
        "bold", "box", "breaks", "cell_part", "clickable", "form", "frame", "inline", "layout", "level", "link", "list",
        "part", "part_name", "row", "separate", "skip", "table", "zoned",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        self.skip = name in _SKIP
        self.inline = name in _INLINE
        self.level = _HEADING.get(name, 0)
        self.separate = name in _SEPARATE
        self.bold = name in _BOLD
        self.row = name in _ROW  # a row, item or card that may name the links in it
        self.list = name in ("ul", "ol")
        self.breaks = name == "br"
        self.cell_part = name in _CELL_PARTS
        self.link = name in LINKS
        self.frame = name in FRAMES
        self.form = name in _FORM
        self.layout = name in _LAYOUT
        self.table = name in _TABLE
        self.clickable = name in _CLICKABLE
        self.box = self.row or self.list or self.cell_part or self.breaks
        self.zoned = name in NAMED  # may be named as a part of the page
        self.part_name = name in ZONED  # and is one without a name
        #: has a reader of its own: link, picture, frame, form or table
        self.part = self.link or self.frame or self.form or self.layout or self.table or name == "img"


_KNOWN = (
    _SKIP | _INLINE | set(_HEADING) | LINKS | FRAMES | _CLICKABLE | _TABLE | _LAYOUT | _SEPARATE | _CELL_PARTS | _BOLD
    | _ROW | _FORM | NAMED | {"ul", "ol", "br"}
)  # fmt: skip
#: the traits of every element that has any
TAGS = {name: Tag(name) for name in sorted(_KNOWN)}
PLAIN = Tag("")


_LONGEST = 1_000  # characters of a class attribute somebody wrote by hand


@lru_cache(maxsize=8_192)
def lasting_names(tag: str, classes: str) -> str:
    """The classes of an element that are the same on every page: without numbers ("page-id-31") and states ("active").

    WordPress writes each page's own number on its <body>; with it no two pages would share a template.
    """
    if tag == "body" or len(classes) > _LONGEST:
        return ""
    return " ".join(name for name in classes.split() if name.isascii() and not _OF_ONE_PAGE.search(name))
