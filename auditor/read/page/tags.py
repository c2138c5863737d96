"""What each element means to the reader of a page, looked up once per element instead of set by set."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.data import table
from auditor.read.page.zones import NAMED, ZONED

_NAMES = {trait: frozenset(names) for trait, names in table("anatomy")["tags"].items()}
FRAMES = _NAMES["frame"]
_HEADING = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6, "summary": 7, "dt": 7, "legend": 7, "caption": 7}
_OF_ONE_PAGE = re.compile(r"\d|^(?:current|active|is-active|open|show|selected|collapsed|expanded)(?:$|[-_])", re.I)


class Tag:
    """The traits of one element name; ``level``: of a heading, 0 for none."""

    __slots__ = (
        "bold", "box", "breaks", "cell_part", "clickable", "form", "frame", "inline", "layout", "level", "link", "list",
        "part", "part_name", "row", "separate", "skip", "table", "zoned",
    )  # fmt: skip

    def __init__(self, name: str) -> None:
        self.skip = name in _NAMES["skip"]
        self.inline = name in _NAMES["inline"]
        self.level = _HEADING.get(name, 0)
        self.separate = name in _NAMES["separate"]
        self.bold = name in _NAMES["bold"]
        self.row = name in _NAMES["row"]  # a row, item or card that may name the links in it
        self.list = name in _NAMES["list"]
        self.breaks = name == "br"
        self.cell_part = name in _NAMES["cell_part"]
        self.link = name in _NAMES["link"]
        self.frame = name in FRAMES
        self.form = name in _NAMES["form"]
        self.layout = name in _NAMES["layout"]
        self.table = name in _NAMES["table"]
        self.clickable = name in _NAMES["clickable"]
        self.box = self.row or self.list or self.cell_part or self.breaks
        self.zoned = name in NAMED  # may be named as a part of the page
        self.part_name = name in ZONED  # and is one without a name
        #: has a reader of its own: link, picture, frame, form or table
        self.part = self.link or self.frame or self.form or self.layout or self.table or name == "img"


_KNOWN = frozenset().union(*_NAMES.values(), _HEADING, NAMED, {"br"})
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
