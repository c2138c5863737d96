# ruff: noqa: E501 (markup is easier to read unbroken)
"""Structures met after the labelled set was written: each is one page and the day it should tell."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.model import Fetch, FetchRole, FetchStatus, OfficeKind, Site
from auditor.read.news.articles import article_date
from auditor.read.news.lists import read_list
from auditor.web.articles import looks_like_article
from tests.small_sites import seen

HOST = "https://kemenagtuban.com"
SITE = Site("kab-tuban", "Kankemenag Kabupaten Tuban", OfficeKind.KABUPATEN, HOST)
TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 3)
TITLE = "Kepala Kantor Buka Lokakarya Guru Madrasah"
TEXT = "<p>Tuban (Humas) - Lokakarya yang diikuti seratus guru itu berlangsung di aula kantor dan ditutup menjelang sore hari.</p>"

ARTICLES = {
    "tanggal di atas judul": f'<div class="post"><div class="info">3 November 2026</div><h1>{TITLE}</h1>{TEXT}</div>',
    "judul pada h4, nama kantor pada h1": f"<h1>Kemenag Tuban</h1><div><h4>{TITLE}</h4><p>Selasa, 3 Nop 2026</p>{TEXT}</div>",
    "abbr milik Blogger": f'<h3 class="post-title">{TITLE}</h3>{TEXT}<abbr class="published" title="2026-11-03T08:00:00+07:00">08.00</abbr>',
    "itemprop tanpa time": f'<h1>{TITLE}</h1><span itemprop="datePublished" content="2026-11-03">kemarin lusa</span>{TEXT}',
    "ikon dan penghitung di sekitar tanggal": f"<h2>{TITLE}</h2><ul><li>admin</li><li>03/11/2026</li><li>12 komentar</li></ul>{TEXT}",
    "tanggal di tengah kalimat byline": f"<h1>{TITLE}</h1><p>Ditulis oleh Humas pada hari Selasa tanggal 3 November 2026 pukul 10.00 WIB</p>{TEXT}",
    "hanya dateline bertahun": f"<h1>{TITLE}</h1><p>Tuban, 3 November 2026 - Lokakarya yang diikuti seratus guru itu berlangsung di aula kantor sampai menjelang sore hari.</p>",
    "menu dan bilah atas tanpa kelas": f"<div><a href='/'>Beranda</a> Minggu, 22 November 2026</div><div><h1>{TITLE}</h1><small>3 November 2026</small>{TEXT}</div>",
    "tanggal terpisah dengan bulan di depan": f"<div><b>Nov</b> <b>03</b> <b>2026</b></div><h1>{TITLE}</h1>{TEXT}",
}


@pytest.mark.parametrize("name", ARTICLES)
def test_the_day_of_an_article_is_read(name: str) -> None:
    html = f"<html><head><title>{TITLE} | Kemenag Tuban</title></head><body>{ARTICLES[name]}</body></html>"
    found = article_date(html.encode(), f"{HOST}/berita/kepala-kantor-buka-lokakarya", TODAY)
    assert found is not None and found.value == DAY


def test_a_title_is_known_by_the_address_where_the_page_names_only_the_site() -> None:
    html = f"<title>Kemenag Tuban</title><h1>Kemenag Kabupaten Tuban</h1><h3>{TITLE}</h3><i>3/11/2026</i>{TEXT}"
    found = article_date(html.encode(), f"{HOST}/showNews?head={TITLE.replace(' ', '%20')}", TODAY)
    assert found is not None and found.value == DAY


LISTS = {
    "butir daftar tanpa kelas": (
        "/berita",
        f'<h1>Berita</h1><ul><li><a href="/berita/12/lokakarya">{TITLE}</a> (3/11/2026)</li></ul>',
    ),
    "alamat dengan nomor": (
        "/index.php?page=berita",
        f'<h2>Berita</h2><div><a href="/index.php?page=berita&id=12">{TITLE}</a><br>3 Nov 2026</div>',
    ),
    "kartu yang diklik seluruhnya": (
        "/berita/",
        f"""<h1>Berita</h1><div class="card" onclick="window.location='/berita/lokakarya-guru/'"><h5>{TITLE}</h5><span>3 Nov 2026</span></div>""",
    ),
    "kartu dengan alamat pada data-href": (
        "/berita/",
        f'<h1>Berita</h1><div data-href="/berita/lokakarya-guru/"><p>{TITLE}</p><span>3 Nov 2026</span></div>',
    ),
    "detail.php": (
        "/berita.php",
        f'<h2>Berita</h2><table><tr><td>3 November 2026</td><td><a href="/detail.php?id=12">{TITLE}</a></td></tr></table>',
    ),
    "judul tanpa tautan, tombol baca": (
        "/berita",
        f'<h1>Berita</h1><div class="c"><h4>{TITLE}</h4><span>03-11-2026</span><a href="/?p=12">Baca Selengkapnya</a></div>',
    ),
    "tanggal di dalam tautan": (
        "/kabar",
        f'<h1>Kabar</h1><a href="/kabar/lokakarya-guru-madrasah">3 November 2026 {TITLE}</a>',
    ),
    "definisi": (
        "/warta",
        f'<h1>Warta</h1><dl><dt><a href="/warta/lokakarya-guru-madrasah">{TITLE}</a></dt><dd>Selasa, 3 November 2026</dd></dl>',
    ),
}


@pytest.mark.parametrize("name", LISTS)
def test_the_day_of_a_listed_item_is_read(name: str) -> None:
    path, body = LISTS[name]
    html = f"<html><body><nav><a href='/'>Beranda</a></nav><main>{body}</main></body></html>"
    fetch = Fetch(
        HOST + path,
        FetchRole.PAGE,
        FetchStatus.OK,
        datetime(2026, 11, 22, 3, tzinfo=UTC),
        HOST + path,
        body=html.encode(),
    )
    found = [s for s in read_list(fetch, LexborHTMLParser(html), None, SITE, TODAY).sightings if s.title == TITLE]
    assert [s.date.value if s.date else None for s in found] == [DAY]


@pytest.mark.parametrize(
    "path",
    [
        "/?p=9256",
        "/index.php?page=berita&id=12",
        "/berita.php?id=7",
        "/index.php/berita/detail/lokakarya",
        "/2026/11/lokakarya-guru.html",
    ],
)
def test_older_systems_articles_are_known_by_their_addresses(path: str) -> None:
    assert looks_like_article(HOST + path, TITLE)


def test_a_page_that_is_no_news_gives_no_items() -> None:
    html = "<main><h1>Layanan</h1>" + "".join(
        f'<div><h3><a href="/layanan/{i}">Standar Pelayanan Publik Nomor {i} Tahun 2026</a></h3><p>Ditetapkan 3 November 2026</p></div>'
        for i in range(5)
    )
    fetch = Fetch(
        f"{HOST}/layanan",
        FetchRole.PAGE,
        FetchStatus.OK,
        datetime(2026, 11, 22, 3, tzinfo=UTC),
        f"{HOST}/layanan",
        body=html.encode(),
    )
    assert read_list(fetch, LexborHTMLParser(html), None, SITE, TODAY).sightings == ()


def test_a_card_with_the_badge_of_announcements_is_one_in_a_list_of_several_kinds() -> None:
    site = seen(
        {
            "/berita": f"""<main><h1>Berita &amp; Pengumuman</h1>
            <article><span>Pengumuman</span><span>10 November 2026</span><h3><a href="/berita/jadwal-layanan-akhir-tahun">Jadwal Layanan Kantor Menjelang Akhir Tahun</a></h3></article>
            <article><span>Kegiatan</span><span>3 November 2026</span><h3><a href="/berita/kepala-kantor-buka-lokakarya">{TITLE}</a></h3></article></main>"""
        }
    )
    assert [item.title for item in site.news.announcements] == ["Jadwal Layanan Kantor Menjelang Akhir Tahun"]
    assert TITLE in [item.title for item in site.news.items]
