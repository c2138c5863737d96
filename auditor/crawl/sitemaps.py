"""Sitemaps as hints: the addresses they list, the useful files of an index first. Pure."""

from __future__ import annotations

import re
import zlib
from html import unescape

from auditor.data import table

_LOC = re.compile(r"<loc>([^<]*+(?:<!\[CDATA\[[^\]<]*+\]\]>[^<]*+)?)</loc>", re.IGNORECASE)
_SHORTEST, _LONGEST = 4, 2_000  # characters of an address
_MOST_BYTES = 10_000_000  # unpacked
_ENTRIES = int(table("crawl")["focus"]["sitemap_entries"])
_LATER = ("post", "tag", "category", "author", "image", "video", "news", "berita", "artikel")


def read_sitemap(body: bytes) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """(page addresses, addresses of further sitemaps) of a sitemap, packed or not; ((), ()) for anything else.

    Of an index, the files of pages come before those of posts, tags and pictures.
    """
    if body[:2] == b"\x1f\x8b":
        try:
            body = zlib.decompressobj(31).decompress(body, _MOST_BYTES)
        except zlib.error:
            return (), ()
    text = body[:_MOST_BYTES].decode("utf-8", "replace")
    head = text[:4000].lower()
    found = []
    for match in _LOC.finditer(text):
        address = match.group(1).strip().removeprefix("<![CDATA[").removesuffix("]]>").strip()
        if _SHORTEST <= len(address) <= _LONGEST:
            found.append(unescape(address))
        if len(found) >= 20 * _ENTRIES:
            break
    if "<sitemapindex" in head:
        return (), tuple(sorted(dict.fromkeys(found), key=_last))
    if "<urlset" in head:
        return tuple(dict.fromkeys(found))[:_ENTRIES], ()
    return (), ()


def _last(url: str) -> bool:
    name = url.rsplit("/", 1)[-1].lower()
    return any(word in name for word in _LATER)
