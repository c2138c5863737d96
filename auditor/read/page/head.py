"""What a page says of itself outside its body: title, language, meta, canonical address, JSON-LD types."""

from __future__ import annotations

import re
from dataclasses import dataclass

from selectolax.lexbor import LexborHTMLParser

from auditor.web.hosts import canonical

_TYPE = re.compile(r'"@type"\s*:\s*"(\w{2,40})"')


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
    schema_types: tuple[str, ...]


def read_head(tree: LexborHTMLParser, base: str) -> Head:
    """What a page says of itself."""
    meta: dict[str, str] = {}
    for node in tree.head.css("meta") if tree.head is not None else []:
        attributes = node.attributes
        key = attributes.get("name") or attributes.get("property") or attributes.get("http-equiv") or ""
        meta.setdefault(key.lower(), (attributes.get("content") or "").strip()[:500])
    title = tree.css_first("title")
    link = tree.css_first("link[rel=canonical]")
    return Head(
        title=" ".join(title.text().split())[:300] if title is not None else "",
        lang=_attribute(tree, "html", "lang").strip(),
        viewport=meta.get("viewport", ""),
        description=meta.get("description", ""),
        canonical=canonical((link.attributes.get("href") or "") if link is not None else "", base),
        generator=meta.get("generator", ""),
        refresh=_refresh(meta.get("refresh", ""), base),
        body_class=_attribute(tree, "body", "class")[:1000],
        published=meta.get("article:published_time", ""),
        og_type=meta.get("og:type", "").lower(),
        schema_types=_schema_types(tree),
    )


def base_of(tree: LexborHTMLParser, url: str) -> str:
    """The address against which a page's links are read."""
    node = tree.css_first("base[href]")
    return (canonical(node.attributes.get("href") or "", url) if node is not None else "") or url


def _attribute(tree: LexborHTMLParser, tag: str, name: str) -> str:
    node = tree.css_first(tag)
    return ((node.attributes.get(name) if node is not None else "") or "").lower()


def _refresh(content: str, base: str) -> str:
    match = re.search(r"url\s*=\s*['\"]?([^'\";]+)", content, re.I)
    return canonical(match.group(1).strip(), base) if match else ""


def _schema_types(tree: LexborHTMLParser) -> tuple[str, ...]:
    found: list[str] = []
    for node in tree.css('script[type="application/ld+json"]')[:10]:
        found += _TYPE.findall((node.text() or "")[:100_000])[:50]
    return tuple(dict.fromkeys(name.lower() for name in found))
