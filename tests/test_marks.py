# ruff: noqa: E501 (markup is easier to read unbroken)
"""What the names of elements tell of their text, and how a page's news is read by it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from auditor.language.streams import Stream
from auditor.model import Fetch, FetchRole, FetchStatus, OfficeKind, Site
from auditor.read.news.articles import read_article
from auditor.read.news.flow import Flow
from auditor.read.news.lists import MAX_CARDS, read_list
from auditor.read.news.sightings import Sighting
from auditor.read.page.html import parse
from auditor.read.page.marks import (
    BESIDE,
    CHANGED,
    CLOCK,
    DATED,
    FORM,
    SECTION,
    TIME,
    TITLE,
    TITLED,
    sorts_of,
    stamp_of,
)

HOST = "https://kemenagblora.example"
SITE = Site("kab-blora", "Kankemenag Kabupaten Blora", OfficeKind.KABUPATEN, HOST)
TODAY = date(2026, 11, 22)
TITLES = ("Penyuluh Dampingi Petani Garap Tanah Wakaf", "Siswa MAN Blora Rakit Alat Penyiram Kebun")


def items_of(html: str, path: str = "/berita", role: FetchRole = FetchRole.PAGE) -> tuple[Sighting, ...]:
    fetch = Fetch(HOST + path, role, FetchStatus.OK, datetime(2026, 11, 22, 3, tzinfo=UTC), HOST + path)
    return read_list(fetch, parse(html, HOST + path), None, SITE, TODAY).sightings


@pytest.mark.parametrize(
    ("tag", "attributes", "sorts"),
    [
        ("span", {"class": "post-date"}, DATED),
        ("time", {"datetime": "2026-11-03"}, TIME | DATED),
        ("time", {"class": "updated"}, TIME | DATED | CHANGED),
        ("time", {"class": "entry-date published updated"}, TIME | DATED),
        ("span", {"itemprop": "datePublished"}, TIME | DATED),
        ("abbr", {"class": "published"}, TIME | DATED),
        ("h4", {"class": "card-title"}, TITLED),
        ("b", {"class": "judul"}, TITLED | TITLE),
        ("span", {"itemprop": "headline"}, TITLE),
        ("div", {"class": "widget-title"}, TITLED | SECTION),
        ("div", {"id": "jadwal-sholat"}, BESIDE | CLOCK),
        ("div", {"class": "related-posts"}, BESIDE),
        ("div", {"role": "complementary"}, BESIDE),
        ("form", {}, FORM | BESIDE),
        ("div", {"class": "pejabat"}, 0),  # "jam" is a word of its own only
        ("p", {}, 0),
    ],
)
def test_names_of_elements_tell_what_their_text_is(tag: str, attributes: dict[str, str | None], sorts: int) -> None:
    assert sorts_of(tag, attributes) == sorts


def test_names_of_any_length_are_read() -> None:
    assert sorts_of("div", {"class": "x " * 5_000 + "tanggal"}) == DATED


def test_the_moment_for_machines_is_taken_from_where_it_stands() -> None:
    assert stamp_of({"title": "3 Nov", "datetime": "2026-11-03"}) == "2026-11-03"
    assert stamp_of({"class": "date"}) == ""


def test_marks_and_areas_and_links_are_told_by_the_same_runs_of_text() -> None:
    page = parse(
        f'<header class="site-header"><time>22 November 2026</time></header><main><ul><li><h3><a href="/berita/1-a">{TITLES[0]}</a></h3><small>3 November 2026</small></li></ul></main>',
        HOST,
    )
    flow = Flow(page)
    assert [flow.text(*span) for span in flow.spans] == [TITLES[0]]
    days = [flow.text(mark.begin, mark.end) for mark in page.marks if mark.sorts & DATED]
    assert days == ["22 November 2026", "3 November 2026"]
    (item,) = [area for area in flow.areas if area.listed]
    assert flow.lines(item.begin, item.end) == [TITLES[0], "3 November 2026"]
    assert [flow.text(*flow.block(number)) for number in range(len(page.blocks))] == [b.text for b in page.blocks]


def test_a_box_of_news_in_the_footer_is_read_and_the_footers_other_links_are_not() -> None:
    footer = f"""<footer><div><h4>Berita Terbaru</h4><ul><li><a href="/2026/11/03/penyuluh-dampingi-petani/">{TITLES[0]}</a></li></ul></div>
        <div><h4>Tautan</h4><ul><li><a href="/tentang/kantor-kementerian-agama-blora">Kantor Kementerian Agama Kabupaten Blora</a></li></ul></div></footer>"""
    found = items_of(f"<main><h1>Visi dan Misi</h1><p>Isi.</p></main>{footer}", "/visi-misi")
    assert [one.title for one in found] == [TITLES[0]]


def test_menus_inside_a_card_are_no_lines_of_it() -> None:
    html = f'<div><nav><a href="/berita">Berita</a></nav><main><h1>Sambutan</h1></main><div class="lain"><a href="/berita/1-siswa-man">{TITLES[1]}</a></div></div>'
    (one,) = items_of(html, "/sambutan")
    assert (one.title, one.filed) == (TITLES[1], None)


def test_a_card_does_not_reach_beyond_its_list() -> None:
    html = f'<div class="row"><div><h2>Lelang Kendaraan Dinas</h2><small>11/02/2026</small></div><ul><li><a href="https://kemenag.go.id/nasional/kabar">{TITLES[0]}</a></li></ul></div>'
    assert items_of(html, "/pengumuman/lelang") == ()


def test_a_line_of_a_paragraph_is_a_card_of_its_own() -> None:
    lines = "<br>".join(
        f'<a href="/berita/{n}-{title.split()[0].lower()}-blora-hari-ini">{title}</a> ({n} November 2026)'
        for n, title in enumerate(TITLES, 3)
    )
    found = items_of(f"<main><h1>Berita</h1><p>{lines}</p></main>")
    assert [one.date.value.day if one.date else None for one in found] == [3, 4]


def test_a_title_that_the_source_breaks_into_lines_is_one_title() -> None:
    broken = TITLES[0].replace(" Garap", "\n      Garap")
    (one,) = items_of(
        f'<main><h1>Berita</h1><div><a href="/berita/1-penyuluh-dampingi">{broken}</a><small>3 November 2026</small></div></main>'
    )
    assert one.title == TITLES[0]


def test_events_of_a_page_are_those_its_calendar_is_given() -> None:
    page = parse("""<script>cal({events: [{title: 'Rakor KUA', start: '2026-11-24'}]})</script>""", HOST)
    assert page.events == (("Rakor KUA", "2026-11-24"),)


def test_a_date_in_the_box_above_the_title_is_the_articles_only_where_it_stands_there_alone() -> None:
    article = f"<h1>{TITLES[0]}</h1><p>{'Para petani itu memanen padi bersama warga. ' * 4}</p>"
    alone = f'<div class="post"><div class="info">3 November 2026</div>{article}</div>'
    table = f'<div class="post"><table><tr><td><a href="/berita/2-siswa-man">{TITLES[1]}</a><br>3 November 2026</td></tr></table><div>{article}</div></div>'
    found = [read_article(parse(html, f"{HOST}/berita/1"), f"{HOST}/berita/1", TODAY).date for html in (alone, table)]
    assert [one.value if one else None for one in found] == [date(2026, 11, 3), None]


def test_what_a_page_carries_for_machines_is_read_with_it() -> None:
    page = parse(
        """<head><meta property="article:published_time" content="2026-11-03T08:00:00+07:00"><meta property="og:title" content="Judul">
        <link rel="alternate" type="application/rss+xml" href="/feed/"><link rel="https://api.w.org/" href="/wp-json/">
        <script type="application/ld+json">{"@graph": [{"@type": "NewsArticle", "datePublished": "2026-11-03"}]}</script>
        <script type="application/ld+json">{rusak</script></head>
        <body><a rel="next" href="?page=2">2</a></body>""",
        f"{HOST}/berita",
    )
    carried = page.carried
    assert carried.published == {"article:published_time": "2026-11-03T08:00:00+07:00"}
    assert (carried.title, carried.feeds, carried.api) == ("Judul", ("/feed/",), "/wp-json/")
    assert [item.get("@type") for item in carried.objects()] == [None, "NewsArticle"]
    assert (page.schema_types, carried.following) == (("newsarticle",), (f"{HOST}/berita?page=2",))


def test_a_list_of_announcements_is_one_by_its_heading() -> None:
    html = f'<main><h1>Pengumuman</h1><div><a href="/info/9-jadwal-layanan-akhir-tahun">{TITLES[0]}</a><span>3 November 2026</span></div></main>'
    assert [one.stream for one in items_of(html, "/info")] == [Stream.ANNOUNCEMENT]


def test_a_link_to_the_list_itself_is_no_item_of_it() -> None:
    html = '<main><h2>Berita</h2><div><h3>Berita dan Pengumuman Terbaru</h3><a href="/berita"><img src="/panah.png"></a></div></main>'
    assert items_of(html, "/", FetchRole.HOME) == ()


def test_a_page_of_nothing_but_dates_and_forms_is_read_to_its_bounds() -> None:
    dates = "".join(
        f"<form><small>3 Nov</small><a href='/berita/{n}-a-b-c'>{TITLES[0]} {n}</a></form>" for n in range(9_000)
    )
    page = parse(f"<main><h1>Berita</h1>{dates}</main>", HOST)
    assert len(page.marks) == 5_000
    assert len(items_of(f"<main><h1>Berita</h1>{'<div>' * 900}{dates}</main>")) <= 3 * MAX_CARDS
