"""What a site offers to machines: robots.txt, sitemap, and a WordPress's feed and REST interface."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from html import escape

from auditor.demo.addresses import Addresses
from auditor.demo.news import Item

#: What WordPress says of a list that fits one answer; without it a client asks for a second one.
ONE_PAGE = (("X-WP-TotalPages", "1"),)
_XML_HEAD = '<?xml version="1.0" encoding="UTF-8"?>'


def robots_and_sitemap(
    side: Addresses, forbidden: Sequence[str], pages: Sequence[str]
) -> Iterator[tuple[str, bytes, str]]:
    """(path, body, media type) of robots.txt, and of the sitemap where the system has one."""
    rules = "".join(f"Disallow: {path}\n" for path in forbidden or ("/admin/",))
    pointer = f"Sitemap: {side.base}{side.sitemap}\n" if side.sitemap else ""
    yield "/robots.txt", f"User-agent: *\n{rules}{pointer}".encode(), "text/plain; charset=utf-8"
    if side.theme == "wordpress":
        listed = [path for path in pages if "/page/" not in path]  # WordPress lists no further pages of a list
        parts = {
            "post": [path for path in listed if path[1:5].isdigit()],
            "page": [path for path in listed if not path[1:5].isdigit()],
        }
        names = {f"/wp-sitemap-posts-{kind}-1.xml": paths for kind, paths in parts.items()}
        index = "".join(f"<sitemap><loc>{side.base}{name}</loc></sitemap>" for name in names)
        body = f'{_XML_HEAD}<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{index}</sitemapindex>'
        yield side.sitemap, body.encode(), "application/xml; charset=utf-8"
        for name, paths in names.items():
            yield name, _urlset(side, paths), "application/xml; charset=utf-8"
    elif side.sitemap:
        yield side.sitemap, _urlset(side, pages), "application/xml; charset=utf-8"


def _urlset(side: Addresses, paths: Sequence[str]) -> bytes:
    listed = "".join(f"<url><loc>{escape(side.base + path)}</loc></url>" for path in paths)
    return f'{_XML_HEAD}<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">{listed}</urlset>'.encode()


def feeds(title: str, side: Addresses, items: list[Item], now: datetime) -> Iterator[tuple[str, bytes, str]]:
    """(path, body, media type) of the RSS feed and the REST list of posts; items newest first."""
    entries = "".join(
        f"<item><title>{escape(item.title)}</title><link>{side.article(item)}</link>"
        f"<pubDate>{format_datetime(item.at.astimezone(UTC))}</pubDate><category>{escape(item.section)}</category>"
        f"<description>{escape(item.lead)}</description></item>"
        for item in items[:10]
    )
    rss = (
        f'{_XML_HEAD}<rss version="2.0"><channel>'
        f"<title>{escape(title)}</title><link>{side.base}</link>"
        f"<lastBuildDate>{format_datetime(now.astimezone(UTC))}</lastBuildDate>{entries}</channel></rss>"
    )
    yield "/feed/", rss.encode(), "application/rss+xml; charset=UTF-8"
    sections = list(dict.fromkeys(item.section for item in items if item.section))
    categories = [
        {"id": number, "name": name, "slug": name.lower().replace(" ", "-")} for number, name in enumerate(sections, 11)
    ]
    yield "/wp-json/wp/v2/categories", json.dumps(categories).encode(), "application/json; charset=UTF-8"
    posts = [
        {
            "id": 9000 - item.number,
            "date": item.at.strftime("%Y-%m-%dT%H:%M:%S"),
            "date_gmt": item.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S"),
            "modified": item.at.strftime("%Y-%m-%dT%H:%M:%S"),
            "slug": item.slug,
            "status": "publish",
            "type": "post",
            "link": side.article(item),
            "title": {"rendered": escape(item.title)},
            "categories": [11 + sections.index(item.section)] if item.section else [],
            "excerpt": {"rendered": f"<p>{escape(item.lead)}</p>"},
        }
        for item in items
    ]
    index = {"name": title, "url": side.base, "namespaces": ["wp/v2"], "routes": {"/wp/v2/posts": {}}}
    yield "/wp-json/", json.dumps(index).encode(), "application/json; charset=UTF-8"
    yield "/wp-json/wp/v2/posts", json.dumps(posts, ensure_ascii=False).encode(), "application/json; charset=UTF-8"
