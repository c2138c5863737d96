"""Feeds, sitemaps, rules for robots and encodings made to harm their reader."""

from __future__ import annotations

import gzip
from collections.abc import Callable

from tests.hostile.offices import entities
from tests.hostile.pages import numbered
from tests.hostile.pdfs import packed

Make = Callable[[], bytes]
URLSET = b'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">%s</urlset>'
RSS = b'<?xml version="1.0"?><rss version="2.0"><channel><title>a</title>%s</channel></rss>'
ITEM = b"<item><title>Berita %d</title><link>https://a.id/berita/%d</link><pubDate>Mon, 02 Nov 2026 08:00:00 +0700</pubDate></item>"  # noqa: E501
PROSE = "<h1>Profil</h1><p>Kantor kami melayani masyarakat dengan sepenuh hati.</p>"

#: what a path of a site answers: "sitemap.xml", "feed/", "robots.txt" or "" (the home page): bytes
LISTS: dict[str, tuple[str, Make]] = {
    "a sitemap of a million addresses": (
        "sitemap.xml",
        lambda: URLSET % numbered(b"<url><loc>https://a.id/%d</loc></url>", 60_000),
    ),
    "a sitemap of blanks": ("sitemap.xml", lambda: URLSET % ((b"<url><loc>" + b" " * 3_000) * 800)),
    "a sitemap of open brackets": ("sitemap.xml", lambda: URLSET % (b"<loc>[<![CDATA[" * 180_000)),
    "a sitemap nested without end": ("sitemap.xml", lambda: URLSET % (b"<url>" * 500_000)),
    "a sitemap of entities": ("sitemap.xml", lambda: entities(12, 10) + URLSET % b"<url><loc>&a11;</loc></url>"),
    "a packed sitemap that swells": ("sitemap.xml", lambda: gzip.compress(URLSET % (b" " * 200_000_000), 1)),
    "an index of a hundred thousand sitemaps": (
        "sitemap.xml",
        lambda: b"<sitemapindex>" + numbered(b"<sitemap><loc>/s%d.xml</loc></sitemap>", 60_000) + b"</sitemapindex>",
    ),
    "an index that names itself": (
        "sitemap.xml",
        lambda: b"<sitemapindex>" + b"<sitemap><loc>/sitemap.xml</loc></sitemap>" * 9,
    ),
    "a feed of twenty thousand items": ("feed/", lambda: RSS % numbered(ITEM, 20_000)),
    "a feed nested without end": ("feed/", lambda: RSS % (b"<item><title>" * 150_000)),
    "a feed of entities": ("feed/", lambda: entities(12, 10) + RSS % b"<item><title>&a11;</title></item>"),
    "a feed of one title of 2 MB": (
        "feed/",
        lambda: RSS % (b"<item><title>" + b"a <b>" * 400_000 + b"</title></item>"),
    ),
    "a feed of dates that are none": (
        "feed/",
        lambda: RSS % (b"<item><title>a</title><pubDate>" + b"9" * 1_000_000 + b"</pubDate></item>"),
    ),
    "a feed of brackets": ("feed/", lambda: RSS % (b"<" * 2_000_000)),
    "a feed outside any encoding": (
        "feed/",
        lambda: RSS.replace(b"?>", b' encoding="utf-7"?>', 1) % (b"+ADw-" * 300_000),
    ),
    "JSON nested without end": ("feed/", lambda: b"[" * 2_000_000),
    "JSON of one number": ("feed/", lambda: b'[{"title": ' + b"9" * 1_000_000 + b"}]"),
    "robots of two hundred thousand lines": (
        "robots.txt",
        lambda: b"User-agent: *\n" + b"Disallow: /a*b*c*d$\n" * 25_000,
    ),
    "robots of stars": ("robots.txt", lambda: b"User-agent: *\nDisallow: /" + b"*a" * 200_000 + b"\nAllow: /\n"),
    "robots of a hundred thousand agents": (
        "robots.txt",
        lambda: numbered(b"User-agent: a%d\n", 30_000) + b"Disallow: /x\n",
    ),
    "robots of one endless line": ("robots.txt", lambda: b"Sitemap: " + b"a" * 500_000),
    "a page in UTF-16 without a mark": ("", lambda: (PROSE * 2_000).encode("utf-16-le")),
    "a page of halves of characters": ("", lambda: PROSE.encode() + b"\xed\xa0\x80\xff\xfe\xc3(" * 200_000),
    "a page that declares what is no encoding": (
        "",
        lambda: b'<meta charset="rot13">' + PROSE.encode() + b"\xff" * 100_000,
    ),
    "a page of packed noughts": ("", lambda: PROSE.encode() + packed(b"\0", 3_000_000) + b"\0" * 1_000_000),
}
