"""One page's bytes -> its anatomy: blocks of text in zones, links with the names they give, forms, tables, frames.

Pure, and safe on hostile input: one pass without recursion, capped in nodes, blocks, links and text. Comments, scripts,
styles and concealed text are not content; menus, tabs and accordions that are merely collapsed are.
"""

from __future__ import annotations

from array import array
from dataclasses import replace
from itertools import chain

from auditor.read.page.anatomy import Anatomy
from auditor.read.page.carried import read_carried
from auditor.read.page.charset import decode
from auditor.read.page.digests import imprint_of
from auditor.read.page.head import read_head
from auditor.read.page.markup import measured_tree
from auditor.read.page.menus import shut_menus
from auditor.read.page.parts import Parts
from auditor.read.page.records import Naming
from auditor.read.page.scripts import Scripts, read_scripts, waits
from auditor.read.page.walk import Walker
from auditor.read.page.whole import Whole
from auditor.read.page.zones import MAIN


def parse(body: bytes | str, url: str, parts: Parts | None = None) -> Anatomy:
    """The anatomy of a page. Never raises on any input; a page too large is read in part and marked ``cut``.

    ``parts``: what other pages of the site have in common with it, and were read for.
    """
    text = body if isinstance(body, str) else decode(body)
    tree, complete = measured_tree(text)
    whole = Whole(tree, url)
    walk = Walker(whole, parts)
    root = tree.body or tree.css_first("frameset")
    if root is not None:
        walk.walk(root)
    walk.flush(MAIN)
    head = read_head(tree, whole.base)
    carried = read_carried(tree, whole.base)
    scripts = read_scripts(tree)
    forms = walk.forms.done()
    naming = Naming(walk.blocks, walk.starts, walk.runs, walk.links.links, walk.links.spans)
    links = walk.links.done(naming)
    titles = [b for b in walk.blocks if b.level == 1]
    anatomy = Anatomy(
        url=url,
        title=head.title,
        h1=next((b.text for b in titles if b.zone is MAIN), titles[0].text if titles else ""),
        lang=head.lang,
        viewport=head.viewport,
        description=head.description,
        canonical=head.canonical,
        generator=head.generator,
        refresh=head.refresh,
        sent_to=whole.address(scripts.target) if scripts.target else "",
        blocks=tuple(walk.blocks),
        runs=tuple(walk.runs),
        starts=array("i", walk.starts),
        areas=walk.boxes.areas(),
        marks=tuple(walk.marks),
        links=links,
        link_paths=array("q", walk.links.paths),
        link_blocks=array("i", walk.links.blocks),
        link_spans=array("i", chain.from_iterable(walk.links.spans)),
        images=tuple(walk.links.images),
        image_blocks=array("i", walk.links.image_blocks),
        image_paths=array("q", walk.links.image_paths),
        panels=tuple(walk.ends),
        tables=walk.tables.done(),
        records=naming.records(walk.boxes.chosen(walk.blocks)),
        forms=forms,
        frames=tuple(walk.links.frames),
        scripts=scripts.count,
        awaits=_awaits(walk, scripts),
        bare_table=scripts.bare_table,
        shut=shut_menus(walk.blocks, links, walk.links.blocks),
        app_root=walk.app_root,
        app_text=walk.app_text,
        asks_javascript=walk.asks_javascript,
        body_class=head.body_class,
        published=head.published,
        og_type=head.og_type,
        schema_types=carried.types,
        carried=carried,
        events=scripts.events,
        wordpress="/wp-content/" in text or "/wp-includes/" in text,
        password=any(form.login for form in forms),
        cut=walk.cut or walk.links.cut or not complete,
    )
    return replace(anatomy, imprint=imprint_of(anatomy))


def _awaits(walk: Walker, scripts: Scripts) -> bool:
    """Whether a script has yet to put content into the page."""
    own = [block.text for block in walk.blocks if block.zone is MAIN]
    unread = walk.unread_viewer and not walk.links.frames
    return unread or (scripts.count > 0 and waits(own))
