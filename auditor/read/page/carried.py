"""What a page carries along for machines: structured data, the state of its application, feeds, an interface."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from auditor.data import table
from auditor.web.hosts import canonical

_PUBLISHED: tuple[str, ...] = tuple(table("news_words")["head"]["published"])
_FEEDS = 'link[rel~=alternate][type="application/rss+xml"], link[rel~=alternate][type="application/atom+xml"]'
_API = 'link[rel="https://api.w.org/"]'
_TYPE = re.compile(r'"@type"\s*:\s*"(\w{2,40})"')
_MOST_TEXTS, _MOST_STATES, _MOST_PROPERTIES, _MOST_FEEDS, _MOST_FOLLOWING = 20, 5, 2, 20, 5
_LONGEST = 2_000_000  # characters
_SHORTEST_STATE = 50
_MOST_OBJECTS = 500  # of one block


@dataclass(frozen=True, slots=True)
class Carried:
    """What one page carries along. Addresses are as written, but for those of ``following``."""

    linked: tuple[str, ...] = ()  # JSON-LD
    states: tuple[str, ...] = ()  # of a JavaScript application (Next.js, Nuxt, Inertia)
    published: Mapping[str, str] = field(default_factory=dict)  # the properties that tell a day of publication
    title: str = ""  # og:title
    feeds: tuple[str, ...] = ()
    api: str | None = None  # WordPress's
    following: tuple[str, ...] = ()  # what rel="next" leads to

    @property
    def types(self) -> tuple[str, ...]:
        """What the structured data call themselves, in lower case."""
        found = [name for text in self.linked[:10] for name in _TYPE.findall(text[:100_000])[:50]]
        return tuple(dict.fromkeys(name.lower() for name in found))

    def objects(self) -> Iterator[dict[str, Any]]:
        """Every object of the structured data, ``@graph`` and nested ones included."""
        for text in self.linked:
            try:
                data = json.loads(text, strict=False)
            except (ValueError, RecursionError):
                continue
            waiting, seen = [data], 0
            while waiting and seen < _MOST_OBJECTS:
                item, seen = waiting.pop(), seen + 1
                if isinstance(item, list):
                    waiting += reversed(item)
                elif isinstance(item, dict):
                    yield item
                    waiting += [value for value in item.values() if isinstance(value, (list, dict))]


def read_carried(tree: LexborHTMLParser, base: str) -> Carried:
    """What a page carries along for machines; ``base``: against which its links are read."""
    linked = [node.text() or "" for node in tree.css('script[type="application/ld+json"]')[:_MOST_TEXTS]]
    states = [node.text() or "" for node in tree.css('script[type="application/json"]')[:_MOST_STATES]]
    states += [node.attributes.get("data-page") or "" for node in tree.css("[data-page]")[:_MOST_PROPERTIES]]
    published: dict[str, str] = {}
    title = ""
    for node in tree.css("head meta[content], body [itemprop=datePublished]"):
        attributes = node.attributes
        key = (attributes.get("property") or attributes.get("name") or attributes.get("itemprop") or "").lower()
        if key == "og:title":
            title = title or (attributes.get("content") or "").strip()
        elif key in _PUBLISHED and (value := (attributes.get("content") or attributes.get("datetime") or "").strip()):
            published.setdefault(key, value)
    api = tree.css_first(_API)
    following = (canonical(node.attributes.get("href") or "", base) for node in tree.css("a[rel=next][href]"))
    return Carried(
        tuple(text for text in linked if len(text) <= _LONGEST),
        tuple(text for text in states if _SHORTEST_STATE <= len(text) <= _LONGEST),
        {key: published[key] for key in _PUBLISHED if key in published},
        title,
        tuple([node.attributes.get("href") or "" for node in tree.css(_FEEDS)[:_MOST_FEEDS]]),
        (api.attributes.get("href") or "") if api is not None else None,
        tuple([url for url in following if url][:_MOST_FOLLOWING]),
    )
