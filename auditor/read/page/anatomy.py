"""The anatomy of one page: what ``auditor.read.page.html.parse`` finds, before the site as a whole is known."""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import NamedTuple

from auditor.observations import Form, Frame, Image, Link, Record, Table, Zone
from auditor.read.page.carried import Carried
from auditor.read.page.imprint import Imprint
from auditor.read.page.marks import Mark


def _numbers() -> array[int]:
    return array("q")


class Block(NamedTuple):
    """A run of visible text: one paragraph, list item, cell or heading."""

    text: str
    zone: Zone
    level: int = 0  # 1-6 for headings, 7 for tabs, accordions and bold lines that act as one; 0 for text
    item: bool = False  # stands in a list
    path: int = 0  # the elements around it, as a hash: the same text elsewhere on the page is another block


class Area(NamedTuple):
    """A row, cell, item, paragraph or division of the content, by its runs of text and its links."""

    listed: int  # 1 for one that stands in a list or table
    begin: int
    end: int
    first: int
    last: int
    chars: int


@dataclass(frozen=True, slots=True)
class Placed:
    """An entry and where it stands: its blocks, links and pictures by their numbers."""

    record: Record
    blocks: range
    links: range
    images: range


@dataclass(frozen=True, slots=True)
class Anatomy:
    """A parsed page. ``links``, ``images`` and ``blocks`` stand in the order of the document.

    ``runs`` are its pieces of text as they came, with blanks between those that are apart. What else stands in the
    text is told by them: each block begins with one, a link, an area and a mark goes from one to another. Numbers are
    kept as such, without an object for each: a reader holds the pages of two dozen sites.
    """

    url: str
    title: str = ""
    h1: str = ""
    lang: str = ""
    viewport: str = ""
    description: str = ""
    canonical: str = ""
    generator: str = ""
    refresh: str = ""  # target of a meta refresh
    sent_to: str = ""  # where a script sends on to; obeyed only where the page shows nothing itself
    blocks: tuple[Block, ...] = ()
    runs: tuple[str, ...] = ()
    starts: array[int] = field(default_factory=_numbers)  # the first run of each block
    areas: array[int] = field(default_factory=_numbers)  # the fields of each, before those in it
    marks: tuple[Mark, ...] = ()
    links: tuple[Link, ...] = ()
    link_paths: array[int] = field(default_factory=_numbers)  # for each link, the elements around it
    link_blocks: array[int] = field(default_factory=_numbers)  # for each link, the index of the block it stands in
    link_spans: array[int] = field(default_factory=_numbers)  # for each link, its first run, and where it ends
    images: tuple[Image, ...] = ()
    image_blocks: array[int] = field(default_factory=_numbers)
    image_paths: array[int] = field(default_factory=_numbers)
    panels: tuple[tuple[int, int], ...] = ()  # (block of a tab's label, first block behind its panel)
    tables: tuple[Table, ...] = ()
    records: tuple[Placed, ...] = ()
    forms: tuple[Form, ...] = ()
    frames: tuple[Frame, ...] = ()
    scripts: int = 0
    awaits: bool = False  # a script has yet to put the content: "Memuat data ...", a viewer that names no file
    bare_table: bool = False  # a table has headings alone, and the marks of one that a script fills
    shut: tuple[str, ...] = ()  # menus whose entries are not in the page: a script makes them when they are opened
    app_root: bool = False  # an element a JavaScript application mounts on
    app_text: int = 0  # characters of text inside it
    asks_javascript: bool = False  # <noscript> asks for it
    body_class: str = ""  # WordPress and Joomla say there what a page is
    published: str = ""  # article:published_time
    og_type: str = ""
    schema_types: tuple[str, ...] = ()  # @type of JSON-LD blocks
    carried: Carried = field(default_factory=Carried)
    events: tuple[tuple[str, str], ...] = ()  # title and day of what a calendar's script spells out
    wordpress: bool = False  # names files of a WordPress
    password: bool = False  # asks for a password
    cut: bool = False  # too large to be read to the end
    risky: bool = False  # read behind limits, and to be read again only there
    imprint: Imprint | None = None  # None for one that is not there yet, or asks for a password

    @property
    def text(self) -> str:
        """All visible text, menus included, one block a line."""
        return "\n".join(block.text for block in self.blocks)


ReadPage = Callable[[bytes, str], Anatomy]  # of the bytes of a page and its address
