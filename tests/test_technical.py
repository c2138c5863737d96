"""Measures of the site itself: TLS, domain, menus, links, phones, accessibility, search."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model import Outcome, Verdict
from auditor.observations import Observations, SearchReach
from tests.small_sites import OFFICE, SITE, rule, seen, verdict

STEPS = [{"max": 0.05, "points": 1.0}, {"max": 0.25, "points": 0.5}]


def measure(name: str, observations: Observations, **quality: Any) -> Verdict:
    return verdict(rule("technical", quality={"measure": name, **quality}), observations)


def points(name: str, observations: Observations, **quality: Any) -> float | None:
    return measure(name, observations, **quality).points


PLAIN = f"<main><h1>Beranda</h1><p>{OFFICE}</p></main>"


@pytest.mark.parametrize(
    ("tls", "expected"),
    [("sah", 1.0), ("rantai_dilengkapi", 0.5), ("usang", 0.5), ("tidak_terverifikasi", 0.0), ("tanpa_tls", 0.0)],
)
def test_tls_is_measured_on_the_rung_the_site_answered(tls: str, expected: float) -> None:
    assert points("https", seen(PLAIN, tls=tls)) == expected


def test_a_slow_home_page_costs_half() -> None:
    assert points("https", seen(PLAIN, seconds=20.0), max_seconds=15.0) == 0.5


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://purbalingga.kemenag.go.id", 1.0),
        ("https://kemenag.purbalinggakab.go.id", 0.75),
        ("https://kemenagpurbalingga.com", 0.25),
        ("https://kemenag.go.id.palsu.com", 0.25),
    ],
)
def test_the_longest_known_ending_of_the_host_counts(url: str, expected: float) -> None:
    hosts = {".kemenag.go.id": 1.0, ".go.id": 0.75, "": 0.25}
    assert points("domain", seen(PLAIN, url=url), hosts=hosts) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta name="viewport" content="width=device-width, initial-scale=1">', PLAIN, 1.0),
        ('<meta name="viewport" content="width=1024">', PLAIN, 0.0),
        ("", PLAIN, 0.0),
        (
            '<meta name="viewport" content="width=device-width">',
            f'<table width="980"><tr><td>{PLAIN}</td></tr></table>',
            0.5,
        ),
    ],
)
def test_a_page_fits_a_phone_or_it_does_not(head: str, body: str, expected: float) -> None:
    assert points("ponsel", seen(f"<html><head>{head}</head><body>{body}</body></html>")) == expected


def menu(*hrefs: str) -> Observations:
    entries = "".join(f'<li><a href="{href}">Menu {n}</a></li>' for n, href in enumerate(hrefs))
    return seen(
        f'<nav><ul>{entries}<li><a href="#">PPID</a><ul><li><a href="/x">DIP</a></li></ul></li></ul></nav>{PLAIN}'
    )


def test_menu_leaves_without_a_target_are_counted_and_named() -> None:
    found = measure("menu_kosong", menu("/a", "#", "javascript:;", "/b"), steps=STEPS)
    assert found.outcome is Outcome.MISSING and "2" in found.note and "Menu 1, Menu 2" in found.note


def test_a_menu_whose_entries_lead_somewhere_is_whole_and_parents_do_not_count() -> None:
    assert points("menu_kosong", menu("/a", "/b"), steps=STEPS) == 1.0


def test_a_site_without_any_menu_cannot_be_measured() -> None:
    assert measure("menu_kosong", seen(PLAIN), steps=STEPS).outcome is Outcome.UNCHECKED


def linked(working: int, dead: int, unopened: int = 0) -> Observations:
    paths = [f"/{n}.pdf" for n in range(working + dead + unopened)]
    links = "".join(f'<li><a href="{path}">Dokumen {n}</a></li>' for n, path in enumerate(paths))
    html = f"<main><h1>Informasi Berkala</h1><ul>{links}</ul></main>"
    files = {path: f"Isi {path} {OFFICE}" for path in paths[:working]}
    return seen({"/berkala": html}, files, unopened=paths[working + dead :])


#: shares of dead links -> points, straight between them
SHARES = [{"max": 0.05, "points": 1.0}, {"max": 0.2, "points": 0.5}, {"max": 0.5, "points": 0.0}]


@pytest.mark.parametrize(
    ("working", "dead", "expected"), [(20, 0, 1.0), (18, 1, 1.0), (7, 2, 0.5), (6, 3, 0.33), (4, 5, 0.0), (1, 9, 0.0)]
)
def test_dead_links_are_a_share_of_the_sites_own_links(working: int, dead: int, expected: float) -> None:
    """The menu's link to the page is one of them, so there is one more that works."""
    assert points("tautan_rusak", linked(working, dead), steps=SHARES) == expected


def test_links_nobody_opened_are_neither_good_nor_broken() -> None:
    technical = linked(6, 2, unopened=9).technical
    assert (technical.links_checked, len(technical.links_broken)) == (9, 2)


def test_a_link_that_stands_on_many_pages_is_one_link() -> None:
    pages = {f"/{n}": f'<main><h1>PPID {n}</h1><a href="/hilang">Laporan</a></main>' for n in range(4)}
    assert seen(pages).technical.links_broken == (("Laporan", f"{SITE}/hilang"),)


def test_a_servers_lasting_error_is_a_dead_link() -> None:
    home = {"path": "/", "html": '<main><p>Kantor</p><a href="/layanan">Layanan</a></main>'}
    site = seen("", page=[home, {"path": "/layanan", "html": "<h1>500</h1>", "status": 500}])
    assert len(site.technical.links_broken) == 1


def test_a_hash_is_a_dead_link_only_where_it_promises_something() -> None:
    entry = '<main><h1>{}</h1><ul><li>LKjIP 2025 <a href="#">Unduh</a></li></ul></main>'
    assert len(seen({"/a": entry.format("Informasi Berkala")}).technical.links_broken) == 1
    assert not seen({"/a": entry.format("Galeri")}).technical.links_broken


def test_a_site_without_own_links_has_none_to_measure() -> None:
    assert measure("tautan_rusak", seen(PLAIN), steps=SHARES).outcome is Outcome.NOT_APPLICABLE


#: signs that are not there -> points
SIGNS = [{"max": 2, "points": 1.0}, {"max": 3, "points": 0.5}]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<html lang="id"><body><a href="#isi">Lewati ke konten</a><div id="isi">{PLAIN}</div></body></html>', 0.5),
        (f'<html lang="id"><body>{PLAIN}</body></html>', 0.0),
        (f"<html><body>{PLAIN}</body></html>", 0.0),
        (
            f'<html lang="id"><body><a href="#isi">Lewati ke isi utama</a>{PLAIN}<script src="https://cdn.userway.org/'
            'widget.js"></script><main id="isi"><img src="/a.jpg" alt="Kantor"></main></body></html>',
            1.0,
        ),
    ],
)
def test_signs_of_accessibility_are_counted(html: str, expected: float) -> None:
    assert points("aksesibilitas", seen(html), steps=SIGNS) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('<form action="/"><input type="search" name="s"></form>', 1.0),
        ('<form><input name="katakunci" placeholder="Cari ..."></form>', 1.0),
        ('<form><input name="nama"><input name="alamat"><textarea name="pesan"></textarea></form>', 0.0),
        ("", 0.0),
    ],
)
def test_a_search_box_is_found_by_its_field(form: str, expected: float) -> None:
    assert points("pencarian", seen(f"<header>{form}</header>{PLAIN}")) == expected


@pytest.mark.parametrize("name", ["tautan_rusak", "menu_kosong", "aksesibilitas", "pencarian"])
def test_a_site_that_did_not_show_itself_is_not_measured(name: str) -> None:
    shell = '<body><div id="root"></div><script src="/a.js"></script></body>'
    assert measure(name, seen(shell), steps=STEPS).outcome is Outcome.UNCHECKED


def test_a_measured_verdict_names_its_evidence() -> None:
    found = measure("https", seen(PLAIN))
    assert found.evidence[0].record_id and found.note


TEXT = "Kantor ini melayani warga dan menyediakan informasi yang dibutuhkan oleh masyarakat di semua unit. " * 8
ENGLISH = "The office serves the people of the regency and is open to all of them on every day of the week. " * 8


@pytest.mark.parametrize(
    ("lang", "text", "fits"),
    [
        ("id", TEXT, True),
        ("id-ID", TEXT, True),
        ("en", TEXT, False),
        ("en-US", ENGLISH, True),
        ("id", ENGLISH, False),
        ("en", "Selamat datang.", False),
        ("id", "Selamat datang.", True),
    ],
)
def test_a_declared_language_counts_where_it_is_the_texts(lang: str, text: str, fits: bool) -> None:
    assert seen(f'<html lang="{lang}"><body><main><p>{text}</p></main></body></html>').technical.lang_fits is fits


@pytest.mark.parametrize("alt", ["...", "Gambar 1", "image", "IMG_2034.jpg", "Article Image", "foto-3.png"])
def test_an_alt_text_that_tells_nothing_is_none(alt: str) -> None:
    assert seen(f'<main><p>x</p><img src="/a.jpg" alt="{alt}"></main>').technical.images_with_alt == 0


@pytest.mark.parametrize(
    ("page", "reach"),
    [
        ('<header><form action="/cari"><input name="q"></form></header><main><p>x</p></main>', SearchReach.SITE),
        ("<header><button>Cari Informasi...</button></header><main><p>x</p></main>", SearchReach.SITE),
        ('<header><form action="/blog-details.html"><input name="q"></form></header><main><p>x</p></main>', None),
        ('<main><p>x</p><form><input type="search" placeholder="Cari"></form></main>', None),
    ],
)
def test_a_search_box_that_searches_nothing_is_none(page: str, reach: SearchReach | None) -> None:
    assert seen(page).technical.search_reach is reach


def test_a_box_on_one_page_that_searches_this_page_is_worth_half() -> None:
    box = '<main><h1>Berita</h1><form><input name="search" placeholder="Cari berita"></form></main>'
    site = seen({"/berita": box})
    assert site.technical.search_reach is SearchReach.SECTION
    assert points("pencarian", site) == 0.5


def test_a_search_box_whose_target_is_dead_is_none() -> None:
    page = '<header><form action="/cari"><input name="q"></form></header><main><a href="/cari">Cari</a></main>'
    assert seen(page).technical.search_reach is None


@pytest.mark.parametrize(
    ("box", "reach"),
    [
        ('<input type="text" placeholder="Cari berita ...">', SearchReach.SECTION),
        ('<input type="text" placeholder="Cari layanan, berita, pengumuman">', SearchReach.SITE),
        ('<input type="text" placeholder="Cari nama kecamatan">', None),
        ('<input type="search" aria-controls="tabel">', None),
    ],
)
def test_a_box_without_a_form_is_known_by_what_it_says_it_seeks(box: str, reach: SearchReach | None) -> None:
    assert seen(f"<main><p>Situs kantor.</p>{box}</main>").technical.search_reach is reach


def test_a_page_that_opens_is_no_dead_link_however_little_it_holds() -> None:
    empty = "<main><h1>Regulasi</h1><p>Belum ada data.</p></main>"
    site = seen({"/": '<main><p>x</p><a href="/regulasi">Regulasi</a></main>', "/regulasi": empty})
    assert site.technical.links_broken == ()


def test_a_link_without_a_target_is_dead_only_where_it_promises_something() -> None:
    page = """<main><h1>Informasi Publik</h1><a href="#">Kembali</a><button>Mode gelap</button>
    <a href="#">DIPA 2026</a><button>Unduh</button></main>"""
    broken = [label for label, _ in seen({"/ppid": page}).technical.links_broken]
    assert sorted(broken) == ["DIPA 2026", "Unduh"]


def test_a_skip_link_counts_on_whatever_page_it_stands() -> None:
    inner = '<a href="#isi">Lewati ke konten utama</a><main id="isi"><h1>Profil</h1><p>x</p></main>'
    assert seen({"/": '<main><a href="/profil">Profil</a></main>', "/profil": inner}).technical.skip_link
