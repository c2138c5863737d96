"""What a page says of itself outside its body: title, language, meta, canonical address, JSON-LD types."""

from __future__ import annotations

from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from auditor.web.answers import refresh_target
from auditor.web.hosts import canonical


@dataclass(frozen=True, slots=True)
class Head:
    """The parts of a page's head that the auditor reads; "" for what it does not say."""

    title: str
    lang: str
    viewport: str
    description: str
    canonical: str
    generator: str
    refresh: str
    body_class: str
    published: str
    og_type: str


def read_head(tree: LexborHTMLParser, base: str) -> Head:
    """What a page says of itself."""
    meta: dict[str, str] = {}
    refresh = ""
    for node in tree.css("meta"):  # browsers obey those in the body as well
        attributes = node.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or ""
        content = (attributes.get("content") or "").strip()[:500]
        meta.setdefault(key.lower(), content)
        if not refresh and (attributes.get("http-equiv") or "").strip().lower() == "refresh":
            meant_for_others = node.parent is not None and node.parent.tag == "noscript"
            refresh = "" if meant_for_others else refresh_target(content, base)
    link = tree.css_first("link[rel=canonical]")
    return Head(
        title=title_of(tree)[:300],
        lang=_attribute(tree, "html", "lang").strip(),
        viewport=meta.get("viewport", ""),
        description=meta.get("description", ""),
        canonical=canonical((link.attributes.get("href") or "") if link is not None else "", base),
        generator=meta.get("generator", ""),
        refresh=refresh,
        body_class=_attribute(tree, "body", "class")[:1000],
        published=meta.get("article:published_time", ""),
        og_type=meta.get("og:type", "").lower(),
    )


def title_of(tree: LexborHTMLParser) -> str:
    """What a page's <title> says, "" for none."""
    node = tree.css_first("title")
    return " ".join(node.text().split()) if node is not None else ""


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """The address against which a page's links are read."""
    node = tree.css_first("base[href]")
    return (canonical(node.attributes.get("href") or "", url) if node is not None else "") or url


def first_meta(tree: LexborHTMLParser, *selectors: str) -> str:
    """What the first of some <meta> elements says that says anything, "" for none."""
    nodes = (tree.css_first(selector) for selector in selectors)
    said = ((node.attributes.get("content") or "").strip() for node in nodes if node is not None)
    return next(filter(None, said), "")


def _attribute(tree: LexborHTMLParser, tag: str, name: str) -> str:
    node = tree.css_first(tag)
    return ((node.attributes.get(name) if node is not None else "") or "").lower()
