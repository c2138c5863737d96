"""Pages made to harm their reader: each is read within 2 s and 200 MB, none raises."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.read.observe import observe
from auditor.read.page.html import parse
from tests.hostile.measure import MEGABYTES, SECONDS, measured

URL = "https://purbalingga.kemenag.go.id/"
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SITE = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, URL, "Jawa Tengah")

PAGES: dict[str, Callable[[], bytes]] = {
    "ten megabytes of nested divs": lambda: b"<div>" * 2_000_000,
    "nested tables": lambda: b"<table><tr><td>" * 100_000,
    "nested lists": lambda: b"<ul><li>" * 200_000,
    "nested formatting": lambda: b"<b><i><a href=x>" * 60_000,
    "nested fonts": lambda: b"<font><p>" * 100_000,
    "a hundred thousand links": lambda: b"".join(
        b'<a href="/halaman/%d">Tautan %d</a>\n' % (n, n) for n in range(100_000)
    ),
    "a hundred thousand odd links": lambda: b"".join(
        b'<a href="?a=%d&b=xy&utm_source=z#q">T</a>' % n for n in range(100_000)
    ),
    "ten thousand links no browser would write": lambda: b"".join(
        b'<a href="?a=%d&b=x y&=%%zz">T</a>' % n for n in range(10_000)
    ),
    "a hundred thousand list items": lambda: b"<ul>" + b"<li>butir" * 100_000,
    "a table of a hundred thousand rows": lambda: b"<table>" + b"<tr><td>1<td>2" * 100_000,
    "a span of a million columns": lambda: b"<table><tr>" + b'<td colspan="1000000" rowspan="1000000">x' * 300,
    "one word of ten megabytes": lambda: b"<p>" + b"a" * 10_000_000,
    "ten megabytes of blanks": lambda: b"<p>" + b" " * 10_000_000 + b"isi",
    "one attribute of ten megabytes": lambda: b'<a href="' + b"x" * 10_000_000 + b'">tautan</a>',
    "ten thousand attributes": lambda: b"<div " + b" ".join(b'a%d="1"' % n for n in range(10_000)) + b">isi</div>",
    "unclosed comments": lambda: b"<!--" * 1_000_000,
    "unclosed scripts": lambda: b"<script>" * 1_000_000,
    "open brackets": lambda: b"<" * 5_000_000,
    "entities": lambda: b"&amp;&#x41;&nosuch;" * 300_000,
    "noughts": lambda: b"<p>isi\0isi\0</p>" * 200_000,
    "invalid utf-8": lambda: b"<p>\xff\xfe\xc3\x28 isi</p>" * 200_000,
    "utf-16 without a mark": lambda: ("<html><p>isi halaman</p>" * 1000).encode("utf-16-le"),
    "forms": lambda: b'<form><input name="a"><select><option>x</select>' * 30_000,
    "frames": lambda: b'<iframe src="https://drive.google.com/file/d/x/preview"></iframe>' * 30_000,
    "headings": lambda: b"<h2>Judul</h2><p>isi" * 50_000,
    "json-ld": lambda: b'<script type="application/ld+json">' + b'{"a":' * 200_000 + b"</script>",
    "styles": lambda: b'<p style="display:none">' * 100_000 + b"slot gacor",
    "digits": lambda: b"<p>" + b"08123456789 " * 200_000,
    "streets": lambda: b"<p>" + b"Jl. Mawar No. 1 Purbalingga 53311\n" * 60_000,
    "dates": lambda: b"<p>" + b"Senin, 09/11/2026 pukul 08.00 - 16.00 " * 60_000,
    "addresses of mail": lambda: b"<p>" + b"a.b.c.d@a.b.c.d " * 200_000,
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("name", list(PAGES))
def test_a_hostile_page_is_parsed_within_bounds(name: str) -> None:
    body = PAGES[name]()
    with measured() as taken:
        parse(body, URL)
    assert taken.seconds < SECONDS
    assert taken.megabytes < MEGABYTES


@pytest.mark.parametrize("name", PAGES)
def test_a_site_of_one_hostile_page_is_observed_within_bounds(name: str) -> None:
    body = PAGES[name]()
    fetch = Fetch(
        URL, FetchRole.HOME, FetchStatus.OK, NOW, final_url=URL, http_status=200, media_type="text/html", body=body
    )
    snapshot = Snapshot(SITE, SiteStatus(SiteState.ALIVE), NOW, NOW, CrawlSettings("test"), (fetch,))
    with measured() as taken:
        observations = observe(snapshot)
    assert observations.site is SITE
    assert taken.seconds < 2 * SECONDS  # every reader looks at the page, not the parser alone
    assert taken.megabytes < MEGABYTES


SOUP = [
    "<p>",
    "</p>",
    "<table>",
    "<tr>",
    "<td>",
    "</table>",
    "<a href='",
    "'>",
    "x",
    "<!--",
    "-->",
    "<li>",
    "<h2>",
    "<form>",
]
SOUP += ["<input ", ">", "\0", "&#", "<svg>", "<template>", "</a>", "<select>", "<iframe src=", "<body>", "</html>"]


@settings(max_examples=150, deadline=None)
@given(st.binary(max_size=400))
def test_no_bytes_raise(body: bytes) -> None:
    parse(b"<html><body>" + body, URL)


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(SOUP), max_size=40))
def test_no_soup_of_tags_raises(parts: list[str]) -> None:
    parse("".join(parts).encode(), URL)


def test_the_measure_sees_time_and_memory() -> None:
    with measured() as taken:
        held = bytearray(30_000_000)
        time.sleep(0.05)
        del held
    assert taken.seconds >= 0.05
    assert taken.megabytes == 0 or taken.megabytes > 20
