"""A page in the light of its site: its own content, its kind, its trail, its sections, placeholders and nil."""

from __future__ import annotations

import pytest

from auditor.observations import Observations, PageKind, Zone
from tests.small_sites import OFFICE, page_at, seen

TEXT = f"{OFFICE} melayani masyarakat setiap hari kerja dengan sepenuh hati dan tanpa biaya apa pun. "
SPEECH = (
    "Purbalingga (Humas) – Kepala kantor menyerahkan dokumen itu di aula, Senin (14/10). “Kami ingin semua seksi ikut "
    "serta,” ujarnya. Ia menambahkan bahwa kegiatan ini digelar setiap tahun. “Mari kita jaga,” pungkasnya."
)


def kind_of(html: str, path: str = "/hal", title: str = "Kemenag") -> PageKind:
    return page_at(seen({path: f"<title>{title}</title><main>{html}</main>"}), path).kind


# --- kinds


def test_the_home_page_is_the_home_page_whatever_it_shows() -> None:
    assert page_at(seen("<main><p>Belum ada data</p></main>"), "/").kind is PageKind.HOME


def test_a_page_of_text_is_static() -> None:
    assert kind_of(f"<h1>Sejarah</h1><p>{TEXT * 4}</p>") is PageKind.STATIC


@pytest.mark.parametrize(
    "text", ["Belum ada data", "Data belum tersedia", "Coming soon", "Masih kosong!", "Lorem ipsum dolor"]
)
def test_a_page_that_only_promises_is_empty(text: str) -> None:
    html = f"<h1>Daftar Informasi Publik</h1><p>{text}</p>"
    page = page_at(seen({"/dip": f"<main>{html}</main>"}), "/dip")
    assert page.kind is PageKind.PLACEHOLDER and page.placeholder


def test_a_promise_beside_a_file_does_not_empty_the_page() -> None:
    html = '<h1>LKjIP</h1><p>LKjIP 2026 sedang disusun</p><a href="/lkjip-2025.pdf">LKjIP 2025</a>'
    page = page_at(seen({"/lkjip": f"<main>{html}</main>"}, {"/lkjip-2025.pdf": "LKjIP 2025"}), "/lkjip")
    assert page.kind is not PageKind.PLACEHOLDER and page.placeholder == ""


def test_a_name_that_sounds_like_a_promise_is_no_placeholder() -> None:
    assert kind_of(f"<h1>Informasi Dalam Proses</h1><p>{TEXT}</p>") is PageKind.STATIC


def test_a_list_of_files_is_a_listing() -> None:
    files = "".join(f'<li><a href="/d{n}.pdf">Dokumen {n}</a></li>' for n in range(4))
    assert kind_of(f"<h1>Berkala</h1><ul>{files}</ul>") is PageKind.LISTING


def test_a_page_of_links_is_a_section() -> None:
    entries = "".join(f'<li><a href="/x{n}">Bagian {n}</a></li>' for n in range(6))
    assert kind_of(f"<h1>PPID</h1><ul>{entries}</ul>") is PageKind.SECTION


@pytest.mark.parametrize("source", ["/files/maklumat.pdf", "/pdfjs/viewer.html?file=/files/maklumat.pdf"])
def test_a_page_that_only_shows_a_file_is_a_viewer(source: str) -> None:
    assert kind_of(f'<h1>Maklumat</h1><iframe src="{source}"></iframe>') is PageKind.VIEWER


def test_a_list_of_headlines_under_that_name_is_a_news_list() -> None:
    cards = "".join(
        f'<h3><a href="/berita/kepala-kantor-buka-kegiatan-{n}">Kepala Kantor Buka Kegiatan Ke {n}</a></h3>'
        for n in range(5)
    )
    assert kind_of(f"<h1>Berita</h1>{cards}", "/berita", "Berita") is PageKind.NEWS_LIST


# --- news, and documents published as posts


@pytest.mark.parametrize(
    ("path", "head"),
    [
        ("/2026/10/14/penyerahan-dipa-tahun-2026/", ""),
        ("/penyerahan-dipa", '<meta property="article:published_time" content="2026-10-14T08:00:00+07:00">'),
        ("/?p=9256", ""),
        ("/berita/detail/penyerahan-dipa-tahun-2026", ""),
        ("/component/content/article/3-berita/9-penyerahan-dipa", '<body class="single-post">'),
    ],
)
def test_a_report_with_dateline_and_speech_is_news_in_every_cms(path: str, head: str) -> None:
    html = f"{head}<main><h1>Kemenag Purbalingga Terima DIPA Tahun 2026</h1><p>{SPEECH}</p></main>"
    assert page_at(seen({path: html}), path).kind is PageKind.NEWS_ARTICLE


def test_a_document_published_as_a_post_is_no_news() -> None:
    html = """<body class="single-post"><meta property="article:published_time" content="2026-03-01">
    <article><h1>LKjIP Tahun 2025</h1><p>Laporan Kinerja Instansi Pemerintah Tahun 2025.</p>
    <a href="/wp-content/uploads/2026/03/lkjip.pdf">Unduh</a></article>"""
    observations = seen(
        {"/2026/03/01/lkjip-tahun-2025/": html}, {"/wp-content/uploads/2026/03/lkjip.pdf": "LKjIP 2025"}
    )
    assert page_at(observations, "/2026/03/01/lkjip-tahun-2025/").kind is not PageKind.NEWS_ARTICLE


def test_a_page_with_a_table_published_as_a_post_is_no_news() -> None:
    rows = "".join(f"<tr><td>{n}</td><td>Informasi {n}</td></tr>" for n in range(8))
    html = f'<body class="single-post"><article><h1>Daftar Informasi Publik</h1><table>{rows}</table></article>'
    assert page_at(
        seen({"/2026/02/01/daftar-informasi-publik/": html}), "/2026/02/01/daftar-informasi-publik/"
    ).kind is not (PageKind.NEWS_ARTICLE)


def test_a_news_article_with_a_file_at_its_end_stays_news() -> None:
    html = f"""<article><h1>Kemenag Gelar Penandatanganan Perjanjian Kinerja</h1><p>{SPEECH}</p>
    <a href="/undangan.pdf">Undangan</a></article>"""
    observations = seen({"/berita/penandatanganan-perjanjian-kinerja": html}, {"/undangan.pdf": "Undangan"})
    assert page_at(observations, "/berita/penandatanganan-perjanjian-kinerja").kind is PageKind.NEWS_ARTICLE


def test_a_profile_page_is_no_news_because_its_author_is_named() -> None:
    html = f'<body class="page"><h1>Sejarah</h1><p>Oleh admin</p><p>{TEXT * 3}</p></body>'
    assert page_at(seen({"/sejarah": html}), "/sejarah").kind is PageKind.STATIC


# --- unreadable pages


def test_what_an_error_shows_is_not_judged() -> None:
    observations = seen(
        {"/x": "<h1>404</h1><p>Halaman tidak ditemukan</p>", "/y": "<title>Maintenance</title><p>Kembali nanti</p>"}
    )
    kinds = {page.url.rsplit("/", 1)[-1]: page.kind for page in observations.pages if page.url[-1] in "xy"}
    assert kinds == {"x": PageKind.SOFT_404, "y": PageKind.MAINTENANCE}
    assert not any(kind.readable for kind in kinds.values())


# --- own content


MENU = """<nav><ul><li><a href="/">Beranda</a></li><li><a href="#">PPID</a><ul>
<li><a href="/berkala">Informasi Berkala</a></li><li><a href="/maklumat">Maklumat</a></li></ul></li></ul></nav>"""


def site_with_menu() -> Observations:
    def page(title: str, body: str) -> str:
        head = f"<title>{title} - Kemenag Purbalingga</title>"
        return f"{head}{MENU}<main><h1>{title}</h1>{body}</main><footer>Jl. X</footer>"

    return seen(
        {
            "/": page("Beranda", f"<p>{TEXT}</p>"),
            "/berkala": page("Informasi Berkala", '<p>Daftar dokumen</p><a href="/lkjip">LKjIP</a>'),
            "/maklumat": page("Maklumat", f"<p>Kami sanggup melayani. {TEXT}</p>"),
            "/lkjip": page("LKjIP", f"<p>{TEXT}</p>"),
        }
    )


def test_menu_and_footer_are_not_own_content() -> None:
    page = page_at(site_with_menu(), "/maklumat")
    assert "Informasi Berkala" not in page.text and "Jl. X" not in page.text
    assert page.text.startswith("Maklumat\nKami sanggup melayani.")
    assert page.own_links == ()


def test_the_trail_is_the_path_of_menu_labels() -> None:
    observations = site_with_menu()
    assert page_at(observations, "/maklumat").trail == ("PPID", "Maklumat")
    assert page_at(observations, "/lkjip").trail == ("PPID", "Informasi Berkala", "LKjIP")


def test_the_title_is_the_pages_own() -> None:
    assert page_at(site_with_menu(), "/maklumat").title == "Maklumat"


def test_a_page_that_no_link_leads_to_has_no_trail() -> None:
    observations = seen({"/": "<main><p>Selamat datang</p></main>", "/lepas": f"<main><p>{TEXT}</p></main>"})
    assert page_at(observations, "/lepas").trail == ()


# --- sections


def test_a_section_holds_what_stands_below_its_heading() -> None:
    html = """<h1>PPID</h1><h2>Maklumat</h2><p>Kami sanggup.</p><h3>Dasar</h3><p>UU 14/2008</p>
    <h2>Berkala</h2><ul><li>Laporan kinerja</li><li>Laporan keuangan</li></ul><a href="/a.pdf">Renstra</a>"""
    page = page_at(seen({"/ppid": f"<main>{html}</main>"}, {"/a.pdf": "Renstra"}), "/ppid")
    sections = {section.heading: section for section in page.sections}
    assert sections["Maklumat"].text == "Kami sanggup.\nDasar\nUU 14/2008"
    assert sections["Dasar"].text == "UU 14/2008"
    assert sections["Berkala"].items == 2
    assert [link.label for link in sections["Berkala"].links] == ["Renstra"]
    assert sections["Maklumat"].links == ()


def test_an_empty_tab_label_does_not_shadow_its_filled_twin() -> None:
    html = """<ul><li><a role="tab" href="#a">Visi</a></li><li><a role="tab" href="#b">Misi</a></li></ul>
    <div id="a" class="tab-pane"><p>Terwujudnya umat rukun</p></div><div id="b" class="tab-pane" style="display:none">
    <p>Melayani umat</p></div>"""
    page = page_at(seen({"/visi": f"<main>{html}</main>"}), "/visi")
    assert [(s.heading, s.text) for s in page.sections] == [
        ("Visi", "Terwujudnya umat rukun"),
        ("Misi", "Melayani umat"),
    ]


def test_numbered_lines_and_list_items_are_counted() -> None:
    html = """<h1>Alur</h1><p>1. Pemohon datang</p><p>2) Petugas mencatat</p>
    <ul><li>Jawaban diberikan</li><li>satu</li></ul>"""
    assert page_at(seen({"/alur": f"<main>{html}</main>"}), "/alur").items == 3


# --- nil


def test_a_dated_nil_return_is_kept_with_its_words() -> None:
    html = "<h1>Pelanggaran</h1><p>Sampai 30 Juni 2026 tidak ada pelanggaran yang dilaporkan masyarakat.</p>"
    page = page_at(seen({"/nihil": f"<main>{html}</main>"}), "/nihil")
    assert page.nil.startswith("Sampai 30 Juni 2026 tidak ada pelanggaran")
    assert page.placeholder == "" and page.kind is PageKind.STATIC


# --- old layouts


def test_content_inside_something_called_header_is_found_where_there_is_no_other() -> None:
    page = page_at(
        seen({"/x": f'<div class="header"><h1>Sejarah</h1><p>{TEXT * 2}</p><a href="/a">Lebih lanjut</a></div>'}), "/x"
    )
    assert "melayani masyarakat" in page.text
    assert [link.zone for link in page.links] == [Zone.MAIN]


def test_links_that_share_the_page_are_not_its_own() -> None:
    """They would make a definition look like a list, and a complaint page look reachable."""
    html = """<main><h1>Maklumat</h1><p>Isi maklumat.</p><a href="https://wa.me/?text=https%3A%2F%2Fa.id">WhatsApp</a>
    <a href="https://www.facebook.com/sharer/sharer.php?u=x">Facebook</a><a href="https://wa.me/6281234">Chat</a></main>"""
    assert [link.label for link in page_at(seen({"/m": html}), "/m").own_links] == ["Chat"]


@pytest.mark.parametrize(
    ("line", "text"),
    [
        ("Ditulis oleh Admin &bull; 13 Maret 2021 &bull; Dibaca 312 kali", ""),
        ("Posted by humas, 3 Mei 2022 | Hits: 1021", ""),
        ("Diperbarui 12 Oktober 2026", "Diperbarui 12 Oktober 2026"),
        ("Diterbitkan 3 Maret 2026", "Diterbitkan 3 Maret 2026"),
    ],
)
def test_who_posted_a_page_is_no_part_of_what_it_says(line: str, text: str) -> None:
    html = f"<main><h1>Data Pegawai</h1><p>{line}</p><p>Jumlah pegawai 120 orang per Juli 2026.</p></main>"
    own = page_at(seen({"/d": html}), "/d").text
    assert own == "\n".join(part for part in ("Data Pegawai", text, "Jumlah pegawai 120 orang per Juli 2026.") if part)


def test_a_contact_page_with_a_box_of_news_is_no_news_list() -> None:
    news = "".join(
        f'<li><a href="/berita/{n}-a-b-c">Kepala Kantor Buka Pembinaan Guru Ke {n}</a></li>' for n in range(5)
    )
    words = "Telepon (0281) 891234. Jam kerja Senin sampai Kamis pukul 07.30 sampai 16.00 WIB dan Jumat pukul 07.30 "
    words += "sampai 16.30 WIB. Datanglah pada jam kerja."
    html = f"<main><h1>Kontak</h1><p>{words}</p><div><h4>Berita Lainnya</h4><ul>{news}</ul></div></main>"
    assert kind_of(html, "/kontak") is PageKind.STATIC


def test_a_form_for_comments_is_no_form_of_the_office() -> None:
    form = """<form id="commentform"><textarea name="comment"></textarea><label>Nama <input name="author"></label>
    <label>Email <input name="email"></label><button>Kirim Komentar</button></form>"""
    html = f"<main><h1>Permohonan Informasi</h1><p>Isi halaman.</p>{form}</main>"
    assert page_at(seen({"/p": html}), "/p").forms == ()


def test_a_short_report_under_its_own_address_and_day_is_news() -> None:
    path = "/news/buku-kinerja-kantor-terbit"
    post = """<main><h1>Buku Kinerja Kantor Terbit</h1><p>Admin PPID</p><p>18 November 2026</p>
    <p>Buku itu memuat capaian layanan kantor selama setahun.</p></main>"""
    assert page_at(seen({path: post}), path).kind is PageKind.NEWS_ARTICLE


def test_a_heading_that_puts_the_pages_own_thing_off_empties_it() -> None:
    html = """<main><h1>Visi dan Misi</h1><h3>Isi Visi dan Misi Belum Tersedia</h3>
    <section><h2>Layanan Unggulan</h2><p>Kantor ini melayani warga dengan sepenuh hati setiap hari kerja dari pagi
    sampai sore, dengan petugas yang ramah dan fasilitas yang nyaman bagi semua orang.</p></section></main>"""
    page = page_at(seen({"/visi-misi": html}), "/visi-misi")
    assert page.kind is PageKind.PLACEHOLDER
    assert page.placeholder == "Isi Visi dan Misi Belum Tersedia"


def test_an_archive_whose_heading_says_it_is_empty_is_empty() -> None:
    html = """<main><h1>Rencana Kerja</h1><p>Dokumen perencanaan kantor disusun setiap tahun.</p>
    <h3>Berkas Masih Kosong</h3><p>Dokumen akan tampil di sini.</p></main>"""
    assert page_at(seen({"/renja": html}), "/renja").kind is PageKind.PLACEHOLDER


def test_a_cards_heading_heads_the_card_alone() -> None:
    card = "<div class='kartu'><img src='/{0}.jpg'><h3>Bagian {0}</h3><p>Isi {0}</p><a href='/{0}'>Buka</a></div>"
    body = (
        f"<h1>Daftar</h1><div>{card.format(1)}{card.format(2)}</div><p>Hal lain di bawahnya.</p><a href='/x'>Lain</a>"
    )
    page = page_at(seen({"/daftar": f"<main>{body}</main>"}), "/daftar")
    last = next(section for section in page.sections if section.heading == "Bagian 2")
    assert last.text.split("\n")[0] == "Isi 2" and "Hal lain" not in last.text
    assert [link.url.rsplit("/", 1)[-1] for link in last.links] == ["2"]
    assert [image.url.rsplit("/", 1)[-1] for image in last.images] == ["2.jpg"]
    assert [record.title for record in last.records] == ["Bagian 2"]
