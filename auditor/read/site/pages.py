"""An anatomy, seen in the light of its site -> a page: own content, sections, kind."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import TypeVar
from urllib.parse import urlsplit

from auditor.data import table
from auditor.language.bylines import is_byline
from auditor.language.phrases import normalised
from auditor.language.placeholders import is_placeholder, may_stand_in, nil_in, placeholder_in
from auditor.model import Fetch, FetchRole, Site
from auditor.observations import Form, Image, Link, Page, PageKind, Record, Section, Shape, Zone
from auditor.read.contact.social import shares
from auditor.read.page.anatomy import Anatomy, Block
from auditor.read.page.unfilled import promised
from auditor.read.site.kinds import kind_of
from auditor.read.site.template import Template
from auditor.web.hosts import FILE, canonical, host_of, owner_of

_FEW_WORDS = 40  # of a page whose data did not come: what it says instead proves nothing
MAX_TEXT = 60_000
MAX_SECTIONS = 150
_AROUND_NOTHING = 120  # words a template may put around "Berkas Masih Kosong"
_COMMENTS = table("anatomy")["comments"]
MAX_SECTION_TEXT = 4_000
_NUMBERED = re.compile(
    r"^\s*(?:\d{1,2}|[a-z]|[ivx]{1,4})\s*[.)]\s+\S|^\s*[\u2022\u25cf\u25aa\u2713\u2714\u27a4\u2023*-]\s+\S"
)

_Part = TypeVar("_Part", Link, Image)


class Placing:
    """The links of one site as they stand in it: each made once, for those of a menu are the same on every page."""

    def __init__(self, template: Template) -> None:
        self.template = template
        self._placed: dict[tuple[int, int, bool], Link] = {}  # by the link as it was read, which lives as long

    def links(self, anatomy: Anatomy, inside: frozenset[int]) -> tuple[Link, ...]:
        """The links, marked as template where they repeat; those within own content stand in the main zone."""
        placed, links = self._placed, []
        for link, block, path in zip(anatomy.links, anatomy.link_blocks, anatomy.link_paths, strict=True):
            key = (id(link), path, block in inside)
            found = placed.get(key)
            if found is None:
                found = placed[key] = self._place(link, path, key[2])
            links.append(found)
        return tuple(links)

    def _place(self, link: Link, path: int, inside: bool) -> Link:
        repeated = self.template.repeated(link, path) or shares(link.url)
        zone = Zone.MAIN if inside and not repeated else link.zone
        return replace(link, template=repeated, zone=zone) if repeated or zone is not link.zone else link


def build_page(
    fetch: Fetch, anatomy: Anatomy, placing: Placing, trail: tuple[str, ...], requested: Sequence[str], site: Site
) -> Page:
    """The page behind one answer, with template and own content told apart."""
    template = placing.template
    own = template.own(anatomy)
    told = "\n".join(anatomy.blocks[i].text for i in own)[:MAX_TEXT]  # who posted it, and when, included
    own = tuple(i for i in own if not is_byline(anatomy.blocks[i].text))
    inside = frozenset(own)
    blocks = [anatomy.blocks[i] for i in own]
    text = "\n".join(block.text for block in blocks)[:MAX_TEXT]
    words = len(text.split())
    links = placing.links(anatomy, inside)
    pictures = _pictures(anatomy, template)
    images = tuple(image if inside else replace(image, zone=Zone.MAIN) for image in pictures)[:200]
    records = _records(anatomy, inside, links, pictures)
    tables = tuple(t for t in anatomy.tables if t.zone not in (Zone.NAV, Zone.FOOTER))
    url = canonical(fetch.address)
    title = template.bare_title(anatomy.title)
    h1 = next((b.text for b in blocks if b.level == 1), "") or next(
        (b.text for b in anatomy.blocks if b.level == 1 and not template.repeats(b)), ""
    )
    own_links = _own(links)
    around = (block.text for i, block in enumerate(anatomy.blocks) if i not in inside)
    placeholder = "" if any(FILE.search(link.url) for link in own_links) else _placeholder(blocks, title, h1)
    kind = kind_of(fetch, anatomy, told, title or h1, trail, own_links, placeholder, home=_is_home(fetch, url, site))
    return Page(
        url=url,
        requested=tuple(requested),
        kind=kind,
        title=title,
        h1=h1,
        text=text,
        words=words,
        trail=trail,
        headings=tuple(b.text for b in blocks if b.level)[:200],
        sections=_sections(anatomy, own, links, pictures, records),
        links=links,
        images=images,
        tables=tables,
        records=tuple([record for _, record in records]),
        forms=tuple(f for f in anatomy.forms if not (f.search or _asks_for_comments(f))) if anatomy.forms else (),
        frames=anatomy.frames,
        items=sum(map(_is_item, blocks)),
        owner=owner_of(url, site),
        host_ppid=(bool(site.ppid_url) and host_of(url) == host_of(site.ppid_url) != host_of(site.url))
        or host_of(url).startswith("ppid"),
        placeholder=placeholder,
        nil=nil_in(text) if words <= 400 else "",
        template_text="\n".join(around)[:MAX_TEXT] if kind is PageKind.HOME else "",
        fetched_at=fetch.fetched_at,
        record_id=fetch.record_id,
        rendered=fetch.rendered,
        status=fetch.status,
        awaits=_awaits(fetch, anatomy, words),
    )


def _own(parts: Iterable[_Part]) -> list[_Part]:
    """The links or pictures that are the page's own content."""
    return [part for part in parts if not part.template and part.zone is Zone.MAIN]


def _is_item(block: Block) -> bool:
    """Whether a block is an item of a list, or numbered like one."""
    listed = (block.item and len(block.text.split()) >= 2) or _NUMBERED.match(block.text) is not None
    return listed and not block.level


def _awaits(fetch: Fetch, anatomy: Anatomy, words: int) -> bool:
    """Whether a script has yet to put (part of) a page's content, or asked for it in vain."""
    if anatomy.awaits:
        return True
    if fetch.unopened is None and not fetch.rendered:  # no browser looked at it
        return promised(anatomy, fetch.body)
    return fetch.data_failed > 0 and words < _FEW_WORDS


def _placeholder(blocks: Sequence[Block], title: str, h1: str) -> str:
    """The words that stand in for a page's content, "" for none; they may be set as a heading.

    A heading that names the page's own thing ("Isi Visi dan Misi Belum Tersedia") speaks for the page, whatever else
    the template puts around it.
    """
    if not may_stand_in("\n".join([block.text for block in blocks])):
        return ""
    names = {normalised(title), normalised(h1)} - {""}
    said = [b for b in blocks if normalised(b.text) not in names]
    for block in said:
        words = set(normalised(block.text).split())
        if block.level and is_placeholder(block.text) and any(words.issuperset(name.split()) for name in names):
            return block.text
    body = "\n".join(b.text for b in said if not b.level or is_placeholder(b.text))
    put_off = next((b.text for b in said if b.level and is_placeholder(b.text)), "")
    if put_off and len(body.split()) <= _AROUND_NOTHING:
        return put_off
    return placeholder_in(body, len(body.split()))


def _asks_for_comments(form: Form) -> bool:
    """Whether a form takes readers' comments on the page, as WordPress puts it below any page."""
    said = f"{form.submit} {form.section}".lower()
    named = any(field.name in _COMMENTS["fields"] for field in form.fields)
    return named or any(word in said for word in _COMMENTS["words"])


def _is_home(fetch: Fetch, url: str, site: Site) -> bool:
    if fetch.role is FetchRole.HOME or canonical(fetch.url) == canonical(site.url):
        return True
    parts = urlsplit(url)
    return parts.path in ("", "/") and not parts.query and not parts.fragment and host_of(url) == host_of(site.url)


def _pictures(anatomy: Anatomy, template: Template) -> tuple[Image, ...]:
    """The pictures, marked as template where they repeat: a banner in a table layout stands in the main zone."""
    return tuple(
        replace(image, template=True) if (path, image.url) in template.images else image
        for image, path in zip(anatomy.images, anatomy.image_paths, strict=True)
    )


def _records(
    anatomy: Anatomy, inside: frozenset[int], links: Sequence[Link], pictures: Sequence[Image]
) -> list[tuple[range, Record]]:
    """The entries of the own content, each with its blocks, its own links and pictures."""
    found = []
    for placed in anatomy.records:
        own = _own(links[placed.links.start : placed.links.stop])
        around = pictures[placed.images.start : placed.images.stop]
        if own or (placed.blocks.start in inside and placed.record.cells):
            shown = tuple([image for image in around if image.url and not image.template])
            found.append((placed.blocks, replace(placed.record, links=tuple(own), images=shown)))
    return found


def _between(
    anatomy: Anatomy, links: Sequence[Link], pictures: Sequence[Image], start: int, last: int
) -> tuple[tuple[Link, ...], tuple[Image, ...]]:
    """The own links and pictures behind a heading, up to the block that ends its section."""
    of, shown = anatomy.link_blocks, anatomy.image_blocks
    held = _own(links[bisect_right(of, start) : bisect_left(of, last)])
    images = _own(pictures[bisect_right(shown, start) : bisect_right(shown, last)])
    return tuple(held[:200]), tuple(images[:20])


def _bounded(anatomy: Anatomy, records: Sequence[tuple[range, Record]]) -> dict[int, tuple[int | None, Record | None]]:
    """The blocks that head a tab's panel or a card, each with the first block behind it, and the card."""
    found: dict[int, tuple[int | None, Record | None]] = {label: (end, None) for label, end in anatomy.panels}
    for held, record in records:
        heading = next((at for at in held if anatomy.blocks[at].level), None) if record.shape is Shape.CARD else None
        if heading is not None:
            found[heading] = held.stop, record
    return found


def _sections(
    anatomy: Anatomy,
    own: Sequence[int],
    links: Sequence[Link],
    pictures: Sequence[Image],
    records: Sequence[tuple[range, Record]],
) -> tuple[Section, ...]:
    """The sections of the own content; a card's heading heads the card alone.

    An empty heading whose twin further down has the content (a tab) is left out.
    """
    bounded = _bounded(anatomy, records)
    blocks = [anatomy.blocks[i] for i in own]
    found: list[Section] = []
    for at, (start, block) in enumerate(zip(own, blocks, strict=True)):
        if not block.level or len(found) >= MAX_SECTIONS or len(block.text) > 200:
            continue
        stop, card = bounded.get(start, (None, None))
        if stop is not None:
            end = bisect_left(own, stop, at + 1)
        else:
            end = next((k for k in range(at + 1, len(own)) if 0 < blocks[k].level <= block.level), len(own))
        last = own[end] if end < len(own) else len(anatomy.blocks) + 1
        inner = blocks[at + 1 : end]
        held, shown = (card.links, card.images) if card is not None else _between(anatomy, links, pictures, start, last)
        text = "\n".join(b.text for b in inner)[:MAX_SECTION_TEXT]
        entries = [record for where, record in records if start < where.start < last or start in where]
        items = sum(map(_is_item, inner))
        found.append(Section(block.text, block.level, text, items, held, shown, tuple(entries)))
    filled = {normalised(s.heading) for s in found if s.text or s.links or s.images}
    return tuple(s for s in found if s.text or s.links or s.images or normalised(s.heading) not in filled)
