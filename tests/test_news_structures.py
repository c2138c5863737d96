# ruff: noqa: E501 (markup is easier to read unbroken)
"""Structures met after the labelled set was written: each is one page and the day it should tell."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from auditor.checks import CHECKS
from auditor.model import Fetch, FetchRole, FetchStatus, OfficeKind, Outcome, Site
from auditor.observations import DateFound, trusted
from auditor.read.news.articles import read_article
from auditor.read.news.lists import read_list
from auditor.read.page.html import parse
from auditor.web.articles import looks_like_article
from tests.small_sites import PACK, seen

HOST = "https://kemenagtuban.com"
SITE = Site("kab-tuban", "Kankemenag Kabupaten Tuban", OfficeKind.KABUPATEN, HOST)
TODAY = date(2026, 11, 22)
DAY = date(2026, 11, 3)
TITLE = "Kepala Kantor Buka Lokakarya Guru Madrasah"
TEXT = "<p>Tuban (Humas) - Lokakarya yang diikuti seratus guru itu berlangsung di aula kantor dan ditutup menjelang sore hari.</p>"


def article_date(html: str, url: str) -> DateFound | None:
    return read_article(parse(html, url), url, TODAY).date


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
    found = article_date(html, f"{HOST}/berita/kepala-kantor-buka-lokakarya")
    assert found is not None and found.value == DAY


def test_a_title_is_known_by_the_address_where_the_page_names_only_the_site() -> None:
    html = f"<title>Kemenag Tuban</title><h1>Kemenag Kabupaten Tuban</h1><h3>{TITLE}</h3><i>3/11/2026</i>{TEXT}"
    found = article_date(html, f"{HOST}/showNews?head={TITLE.replace(' ', '%20')}")
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
    found = [s for s in read_list(fetch, parse(html, fetch.url), None, SITE, TODAY).sightings if s.title == TITLE]
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
    assert read_list(fetch, parse(html, fetch.url), None, SITE, TODAY).sightings == ()


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


def test_badges_of_one_list_file_news_announcements_and_agenda_each_where_it_belongs() -> None:
    cards = "".join(
        f'<article><span class="badge">{badge}</span><h3><a href="/informasi/{path}">{title}</a></h3><small>{day}</small></article>'
        for badge, path, title, day in (
            ("Berita", "guru-madrasah-ikuti-lokakarya", "Guru Madrasah Ikuti Lokakarya Kurikulum", "18 November 2026"),
            (
                "Pengumuman",
                "jadwal-layanan-akhir-tahun",
                "Jadwal Layanan Kantor Menjelang Akhir Tahun",
                "10 November 2026",
            ),
            ("Agenda", "rapat-koordinasi-penyuluh", "Rapat Koordinasi Penyuluh Agama Sekabupaten", "3 Desember 2026"),
            (
                "Kabar",
                "panen-raya-di-kebun-pesantren-binaan",
                "Panen Raya di Kebun Pesantren Binaan",
                "12 November 2026",
            ),
        )
    )
    news = seen({"/informasi": f"<main><h1>Berita, Pengumuman &amp; Agenda</h1>{cards}</main>"}).news
    assert [item.title.split()[0] for item in news.items] == ["Guru", "Panen"]
    assert [item.title.split()[0] for item in news.announcements] == ["Jadwal"]
    assert [(item.title.split()[0], item.date and item.date.value) for item in news.agenda] == [
        ("Rapat", date(2026, 12, 3))
    ]
    assert not news.left_out, "an event to come is no item dated in the future"


def test_news_on_a_page_of_announcements_is_told_by_its_badge() -> None:
    card = '<div><span>{}</span><a href="/pengumuman-berita/{}">{}</a> <time datetime="2026-11-1{}">x</time></div>'
    cards = card.format("Berita", "a-b-c-d", "Kepala Kantor Kukuhkan Pengurus Masjid Agung", 2) + card.format(
        "Pengumuman", "e-f-g-h", "Batas Akhir Pengumpulan Berkas Tunjangan Guru", 4
    )
    news = seen({"/pengumuman-berita": f"<main><h1>Pengumuman</h1>{cards}</main>"}).news
    assert [item.title.split()[0] for item in news.items] == ["Kepala"]
    assert [item.title.split()[0] for item in news.announcements] == ["Batas"]


CHANGED = {
    "kelas updated di depan": '<time class="entry-date updated" datetime="2026-11-20">20 November 2026</time> <time class="entry-date published" datetime="2026-11-03">3 November 2026</time>',
    "kata di depan time": 'Diperbarui <time datetime="2026-11-20">20 November 2026</time> <time datetime="2026-11-03">3 November 2026</time>',
    "kata dan hari di depan time": "<span>Terakhir diubah pada: </span><span><time>Jumat, 20 November 2026</time></span> <span><time>3 November 2026</time></span>",
    "itemprop": '<time itemprop="dateModified" datetime="2026-11-20">20/11/2026</time><time itemprop="datePublished" datetime="2026-11-03">3/11/2026</time>',
    "teks belaka": "<span>Disunting pada tanggal 20 November 2026</span> | <span>3 November 2026</span>",
    "satu-satunya, disebut updated oleh tema": '<time class="post-date updated" datetime="2026-11-03">3 November 2026</time>',
    "garis bawah": "<span>3_November_2026</span>",
}


@pytest.mark.parametrize("name", CHANGED)
def test_the_day_of_a_change_is_no_day_of_publication(name: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1><p>{CHANGED[name]}</p>{TEXT}</article></body></html>"
    found = article_date(html, f"{HOST}/berita/kepala-kantor-buka-lokakarya")
    assert found is not None and found.value == DAY
    card = f'<main><h1>Berita</h1><div class="card"><h3><a href="/berita/kepala-kantor-buka-lokakarya">{TITLE}</a></h3><p class="meta">{CHANGED[name]}</p></div></main>'
    fetch = Fetch(
        f"{HOST}/berita", FetchRole.PAGE, FetchStatus.OK, datetime(2026, 11, 22, 3, tzinfo=UTC), body=card.encode()
    )
    (item,) = read_list(fetch, parse(card, fetch.url), None, SITE, TODAY).sightings
    assert item.date is not None and item.date.value == DAY


@pytest.mark.parametrize(
    "stamp",
    [
        '<p class="meta">Diperbarui: <time datetime="2026-11-20">20 November 2026</time></p>',
        "<p>Terakhir diubah pada hari Jumat, 20 November 2026</p>",
        '<p class="tanggal">Tanggal pembaruan: 20-11-2026</p>',
        "<p>Last modified on Friday, 20 November 2026 09:15</p>",
    ],
)
def test_a_page_that_tells_its_last_change_only_tells_no_day_of_publication(stamp: str) -> None:
    html = f"<html><head><title>{TITLE}</title></head><body><article><h1>{TITLE}</h1>{stamp}<p>Guru dari semua kecamatan mengikuti lokakarya itu sampai selesai.</p></article></body></html>"
    assert article_date(html, f"{HOST}/berita/kepala-kantor-buka-lokakarya") is None


def test_news_in_a_frame_of_another_site_is_neither_there_nor_absent() -> None:
    frame = '<iframe src="https://kabar-provinsi.example/semua-halaman/" title="{}"></iframe>'
    for home, path in ((frame.format("Berita PPID Provinsi"), "/profil"), ("", "/berita")):
        site = seen(
            {"/": f"<main><h1>Beranda</h1>{home}</main>", path: f"<main><h1>Halaman</h1>{frame.format('')}</main>"}
        )
        for one in ("berita.terbaru", "berita.frekuensi", "berita.tanggal-jelas", "berita.pengumuman"):
            verdict = CHECKS["freshness"](site, PACK.rule(one), PACK)
            assert verdict.outcome is Outcome.UNCHECKED and "kabar-provinsi.example" in verdict.note, (one, verdict)
    peta = '<iframe src="https://www.google.com/maps/embed?pb=1" title="Peta"></iframe>'
    site = seen({"/": f"<main><h1>Beranda</h1>{peta}</main>"})
    assert CHECKS["freshness"](site, PACK.rule("berita.terbaru"), PACK).outcome is Outcome.MISSING


def test_days_of_a_list_that_its_articles_contradict_are_not_believed() -> None:
    titles = [
        f"Kepala Kantor Kukuhkan Pengurus Masjid Kecamatan {name}"
        for name in ("Bukateja", "Kejobong", "Rembang", "Karanganyar", "Kutasari")
    ]
    cards = "".join(
        f'<div><h3><a href="/berita/{n}-kukuhkan-pengurus-masjid">{title}</a></h3><small>20 November 2026</small></div>'
        for n, title in enumerate(titles, 1)
    )
    articles = {
        f"/berita/{n}-kukuhkan-pengurus-masjid": f"<article><h1>{title}</h1><p>{n} Maret 2024</p><p>Pengurus baru itu berjanji memakmurkan masjid bersama warga sekitar.</p></article>"
        for n, title in enumerate(titles[:4], 1)
    }
    news = seen({"/berita": f"<main><h1>Berita</h1>{cards}</main>", **articles}).news
    assert all(item.date is None or item.date.value.year == 2024 or not trusted(item.date) for item in news.items)
    assert len(news.items) == 5
