"""Pages made to harm their reader: each is read within bounds or left out, none raises, none holds up its site."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor import limited
from auditor.heavy import without_heavy
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
from auditor.read.page.markup import MAX_DEPTH, MAX_TAGS, bounded, risky
from auditor.readings import Readings
from auditor.work.limits import Limits
from auditor.work.reading import Reading
from tests.hostile.pages import PAGES

URL = "https://purbalingga.kemenag.go.id/"
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SITE = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, URL, "Jawa Tengah")

#: what any reader of pages may be given; none may take longer than this on any machine
READER = Reading(Limits(cpu=60.0, wall=600.0, megabytes=1_000))


@pytest.fixture(scope="module", autouse=True)
def reader_let_go() -> Iterator[None]:
    yield
    READER.close()


def answered(body: bytes, path: str = "") -> Fetch:
    return Fetch(
        URL + path,
        FetchRole.PAGE if path else FetchRole.HOME,
        FetchStatus.OK,
        NOW,
        final_url=URL + path,
        http_status=200,
        media_type="text/html",
        body=body,
    )


def site_of(*fetches: Fetch) -> Snapshot:
    return Snapshot(SITE, SiteStatus(SiteState.ALIVE), NOW, NOW, CrawlSettings("test"), fetches)


def pages_seen(snapshot: Snapshot) -> int:
    return len(observe(snapshot).pages)


@pytest.mark.parametrize("name", PAGES)
def test_a_site_of_one_hostile_page_is_observed_or_goes_on_without_it(name: str) -> None:
    body = PAGES[name]()
    if limited.may_be_heavy(body) and limited.parse(body, URL) is None:
        return
    assert READER.do(pages_seen, site_of(answered(body))) == 1


@pytest.mark.parametrize(
    "name",
    [
        "forty thousand options",
        "forty thousand attributes",
        "forty thousand attributes with brackets in them",
        "attributes behind a script that opens a quote",
        "bold opened again in every paragraph",
        "bold told apart behind its first eighty characters",
        "bold with brackets in its quotes",
    ],
)
def test_what_the_parser_makes_too_much_of_is_found_risky(name: str) -> None:
    assert risky(PAGES[name]().decode())


@pytest.mark.parametrize("unit", ["<div></x>", "<div>", "<ul><li>", "<b></i>", "<section></p></x></y>"])
def test_nesting_is_bounded_whatever_is_closed_that_was_never_opened(unit: str) -> None:
    assert bounded(unit * 40_000).count(unit) <= MAX_DEPTH


def test_what_is_closed_nests_no_deeper() -> None:
    text = "<div><b>isi</b></div>" * 9_000
    assert bounded(text) == text


def test_a_page_of_more_tags_than_anyone_writes_is_read_in_part() -> None:
    anatomy = parse(b"<p>x</p>" * 100_000, URL)
    assert anatomy.cut and 10_000 < len(anatomy.blocks) <= MAX_TAGS


def test_a_sound_page_is_not_risky() -> None:
    rows = "".join(f'<li class="menu-{n}"><a href="/h/{n}"><b class=a>Halaman</b> {n}</a></li>' for n in range(700))
    script = '<script>if (a<b && c>d) { x = "it\'s"; }</script>' * 20
    assert not risky(f"<html><body><ul>{rows}</ul>{script}<p>{'kata ' * 3_000}</p></body></html>")


def test_a_page_too_heavy_leaves_the_rest_of_its_site(tmp_path: Path) -> None:
    heavy = answered(PAGES["bold opened again in every paragraph"](), "berat")
    home = answered(b"<main><h1>Beranda</h1><a href=/berat>Profil</a></main>")
    lighter = without_heavy(site_of(home, replace(heavy, record_id="berat")), tmp_path / "p.warc.gz", "", Readings())
    observations = observe(lighter)
    assert [page.url for page in observations.pages] == [URL]
    assert observations.targets[URL + "berat"].status is FetchStatus.TOO_HEAVY


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
