"""One page's anatomy: zones, names of links, collapsed and hidden parts, forms, tables, frames, hostile markup."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.observations import Link, Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.html import parse

BASE = "https://purbalingga.kemenag.go.id/ppid/"


def anatomy(html: str) -> Anatomy:
    return parse(html, BASE)


def links(html: str) -> list[Link]:
    return list(anatomy(html).links)


def only_link(html: str) -> Link:
    (link,) = links(html)
    return link


# --- zones


@pytest.mark.parametrize(
    ("html", "zone"),
    [
        ("<nav>{}</nav>", Zone.NAV),
        ('<ul role="menubar">{}</ul>', Zone.NAV),
        ('<div class="navbar navbar-default">{}</div>', Zone.NAV),
        ('<ul id="menu-utama">{}</ul>', Zone.NAV),
        ('<div class="breadcrumb">{}</div>', Zone.NAV),
        ("<header>{}</header>", Zone.HEADER),
        ('<div class="elementor-location-header">{}</div>', Zone.HEADER),
        ("<footer>{}</footer>", Zone.FOOTER),
        ('<div id="colophon">{}</div>', Zone.FOOTER),
        ("<aside>{}</aside>", Zone.ASIDE),
        ('<div class="sidebar">{}</div>', Zone.ASIDE),
        ("<main>{}</main>", Zone.MAIN),
        ("<div>{}</div>", Zone.MAIN),
        ("<footer><nav>{}</nav></footer>", Zone.FOOTER),
        ("<nav><footer>{}</footer></nav>", Zone.FOOTER),
        ("<header><nav>{}</nav></header>", Zone.NAV),
        ("<aside><main>{}</main></aside>", Zone.MAIN),
    ],
)
def test_the_elements_around_a_text_tell_its_zone(html: str, zone: Zone) -> None:
    page = anatomy(html.format('<p>Maklumat Pelayanan</p><a href="/a">Maklumat</a>'))
    assert page.blocks[0].zone is zone
    assert page.links[0].zone is zone


@pytest.mark.parametrize("name", ["entry-header", "page-header", "post-header", "card-header", "section-title header"])
def test_the_header_of_an_article_is_content(name: str) -> None:
    page = anatomy(f'<article><header class="{name}"><h1>Visi dan Misi</h1></header><p>Terwujudnya umat</p></article>')
    assert {block.zone for block in page.blocks} == {Zone.MAIN}


def test_a_class_name_that_merely_contains_a_zone_word_is_no_zone() -> None:
    page = anatomy('<div class="content-with-menu-icon navigator"><p>Isi halaman kantor</p></div>')
    assert page.blocks[0].zone is Zone.MAIN


# --- what is shown


@pytest.mark.parametrize(
    "hidden",
    [
        '<!-- <li><a href="/dip">Daftar Informasi Publik</a></li> -->',
        "<script>document.write('<a href=\"/dip\">Daftar Informasi Publik</a>')</script>",
        '<template><a href="/dip">Daftar Informasi Publik</a></template>',
        "<style>.x:after{content:'Daftar Informasi Publik'}</style>",
        '<div style="display:none"><a href="/dip">Daftar Informasi Publik</a></div>',
        '<div style="DISPLAY : NONE !important"><a href="/dip">Daftar Informasi Publik</a></div>',
        '<p style="position:absolute;left:-9999px"><a href="/dip">Daftar Informasi Publik</a></p>',
        '<p style="text-indent:-5000px"><a href="/dip">Daftar Informasi Publik</a></p>',
        '<span style="font-size:0"><a href="/dip">Daftar Informasi Publik</a></span>',
        '<span style="visibility:hidden"><a href="/dip">Daftar Informasi Publik</a></span>',
        '<div hidden><a href="/dip">Daftar Informasi Publik</a></div>',
        "<svg><text>Daftar Informasi Publik</text></svg>",
        "<noscript>Daftar Informasi Publik</noscript>",
        "<select><option>Daftar Informasi Publik</option></select>",
    ],
)
def test_what_no_visitor_sees_is_no_content(hidden: str) -> None:
    page = anatomy(f"<body><main><p>Selamat datang</p>{hidden}</main></body>")
    assert page.text == "Selamat datang"
    assert page.links == ()


@pytest.mark.parametrize(
    "opened",
    [
        '<div class="tab-pane fade" style="display:none">{}</div>',
        '<div class="collapse" hidden>{}</div>',
        '<div class="accordion-item"><div class="accordion-collapse" style="display: none;">{}</div></div>',
        '<ul class="sub-menu" style="display:none"><li>{}</li></ul>',
        '<div class="dropdown-menu" hidden>{}</div>',
        '<div role="tabpanel" hidden>{}</div>',
        '<div class="elementor-tab-content" style="display:none">{}</div>',
        '<div aria-hidden="true">{}</div>',
        '<div class="modal fade" style="display:none">{}</div>',
    ],
)
def test_what_one_click_shows_is_content(opened: str) -> None:
    page = anatomy(opened.format('<a href="/dip">Daftar Informasi Publik</a>'))
    assert page.text == "Daftar Informasi Publik"
    assert [link.url for link in page.links] == ["https://purbalingga.kemenag.go.id/dip"]


_DIP = '<a href="/dip">Daftar Informasi Publik</a>'
_BOOTSTRAP = '<link rel="stylesheet" href="/css/bootstrap.min.css?v=5">'


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("<style>.lama { display: none !important }</style>", f'<div class="baris lama">{_DIP}</div>'),
        (
            "<style>/* x */ p { color: red } .a, #lama { color: red; visibility:hidden }</style>",
            f"<p id=lama>{_DIP}</p>",
        ),
        (
            "<style>@import url(a.css); .lama{display:none} @media print{.lama{display:block}}</style>",
            f"<p class=lama>{_DIP}</p>",
        ),
        (_BOOTSTRAP, f'<div class="row d-none">{_DIP}</div>'),
    ],
)
def test_what_a_style_sheet_hides_for_good_is_no_content(head: str, part: str) -> None:
    page = anatomy(f"<head>{head}</head><body><main><p>Selamat datang</p>{part}</main></body>")
    assert page.text == "Selamat datang" and page.links == ()


@pytest.mark.parametrize(
    ("head", "part"),
    [
        ("<style>.isi{display:none}</style><script src=a.js></script>", f"<div class=isi>{_DIP}</div>"),
        ("<style>.isi{display:none}</style>", f"<p onclick='buka()'></p><div class=isi>{_DIP}</div>"),
        ("<style>.isi{display:none} h2:hover + .isi{display:block}</style>", f"<div class=isi>{_DIP}</div>"),
        ("<style>.isi{display:none} #buka:checked ~ .isi{display:block}</style>", f"<div class=isi>{_DIP}</div>"),
        ("<style>@media print{.isi{display:none}}</style>", f"<div class=isi>{_DIP}</div>"),
        ("<style>.kop .isi{display:none} .isi p{display:none}</style>", f"<div class=isi>{_DIP}</div>"),
        ("<style>.tab-isi{display:none}</style>", f"<div class=tab-isi>{_DIP}</div>"),
        (_BOOTSTRAP, f'<div class="d-none d-md-block">{_DIP}</div>'),
        ("<style>.menu{display:none}</style>", f"<nav><ul class=menu><li>{_DIP}</li></ul></nav>"),
        ("", f'<div class="d-none">{_DIP}</div>'),
        ("<style>.isi{display:none</style>", f"<div class=isi>{_DIP}</div>"),
    ],
)
def test_what_may_be_shown_again_is_content(head: str, part: str) -> None:
    page = anatomy(f"<head>{head}</head><body>{part}</body>")
    assert page.text == "Daftar Informasi Publik"


def test_a_menu_inside_a_comment_leads_nowhere() -> None:
    html = '<nav><a href="/">Beranda</a><!--<a href="/ppid/berkala">Informasi Berkala</a>--></nav>'
    assert [link.label for link in links(html)] == ["Beranda"]


# --- text


def test_neighbouring_inline_elements_are_kept_apart() -> None:
    assert anatomy("<p><span>09</span><span>Sep</span><span>2026</span></p>").text == "09 Sep 2026"


def test_bold_and_italic_parts_of_a_word_are_not_torn() -> None:
    assert anatomy("<p>I<b>nf</b>orma<em>si</em> berkala</p>").text == "Informasi berkala"


def test_line_breaks_end_a_line() -> None:
    assert anatomy("<p>Visi<br>Misi</p>").text.split("\n") == ["Visi", "Misi"]


def test_list_items_cells_and_paragraphs_are_blocks_of_their_own() -> None:
    page = anatomy("<p>Satu</p><ul><li>Dua</li><li>Tiga</li></ul><table><tr><td>Empat</td><td>Lima</td></tr></table>")
    assert [block.text for block in page.blocks] == ["Satu", "Dua", "Tiga", "Empat", "Lima"]
    assert [block.item for block in page.blocks] == [False, True, True, False, False]


def test_headings_carry_their_rank_and_bold_lines_act_as_headings() -> None:
    page = anatomy(
        "<h1>PPID</h1><h3>Berkala</h3><p><strong>Laporan Kinerja</strong></p><p>Isi <b>penting</b> sekali</p>"
    )
    assert [(b.text, b.level) for b in page.blocks] == [
        ("PPID", 1),
        ("Berkala", 3),
        ("Laporan Kinerja", 7),
        ("Isi penting sekali", 0),
    ]


def test_a_bold_list_item_or_cell_is_no_heading() -> None:
    page = anatomy("<ul><li><b>Satu</b></li></ul><table><tr><td><b>Dua</b></td><td>x</td></tr></table>")
    assert [b.level for b in page.blocks] == [0, 0, 0]


def test_the_h1_of_the_content_wins_over_the_one_in_the_header() -> None:
    assert anatomy("<header><h1>Kemenag Purbalingga</h1></header><main><h1>Maklumat</h1></main>").h1 == "Maklumat"
    assert anatomy("<header><h1>Kemenag Purbalingga</h1></header><main><p>x</p></main>").h1 == "Kemenag Purbalingga"


# --- tabs and accordions


def test_a_tab_names_the_panel_it_opens() -> None:
    html = """<ul class="nav nav-tabs"><li><a data-bs-toggle="tab" href="#b">Informasi Berkala</a></li>
    <li><a data-bs-toggle="tab" href="#s">Setiap Saat</a></li></ul><div class="tab-content">
    <div id="b" class="tab-pane"><a href="/f.pdf">Unduh</a></div>
    <div id="s" class="tab-pane"><a href="/g.pdf">Unduh</a></div></div>"""
    assert [link.section for link in links(html) if link.url] == ["Informasi Berkala", "Setiap Saat"]


def test_an_accordion_title_right_before_its_panel_is_its_heading() -> None:
    html = """<div class="panel-heading"><a data-toggle="collapse" href="#b">Informasi Berkala</a></div>
    <div id="b" class="panel-collapse collapse"><a href="/f.pdf">Unduh</a></div>"""
    assert [link.section for link in links(html) if link.url] == ["Informasi Berkala"]


def test_an_accordion_button_is_a_heading_and_no_link() -> None:
    html = """<div class="accordion"><h2><button class="accordion-button" data-bs-toggle="collapse"
    data-bs-target="#x">Setiap Saat</button></h2><div id="x" class="accordion-collapse collapse">
    <a href="/r.pdf">Renstra 2025-2029</a></div></div>"""
    page = anatomy(html)
    assert [link.label for link in page.links] == ["Renstra 2025-2029"]
    assert page.links[0].section == "Setiap Saat"
    assert [b.text for b in page.blocks if b.level] == ["Setiap Saat"]


def test_details_and_definition_lists_are_headed_sections() -> None:
    page = anatomy(
        "<details><summary>Maklumat</summary><p>Kami sanggup</p></details><dl><dt>Visi</dt><dd>Umat</dd></dl>"
    )
    assert [b.text for b in page.blocks if b.level] == ["Maklumat", "Visi"]


# --- names of links


@pytest.mark.parametrize(
    ("html", "name"),
    [
        ('<a href="/a">Maklumat</a>', "Maklumat"),
        ('<a href="/a" title="Maklumat"></a>', "Maklumat"),
        ('<a href="/a" aria-label="Maklumat"><i class="icon"></i></a>', "Maklumat"),
        ('<a href="/a"><img src="m.png" alt="Maklumat"></a>', "Maklumat"),
        ('<table><tr><td>1</td><td>Maklumat</td><td><a href="/a">Unduh</a></td></tr></table>', "Maklumat"),
        ('<ul><li>Maklumat <a href="/a">Download</a></li></ul>', "Maklumat"),
        ('<ul><li>Maklumat (3,4 MB) <a href="/a"><i></i> Lihat</a></li></ul>', "Maklumat"),
        ('<div class="card"><h5>Maklumat</h5><a class="btn" href="/a">Selengkapnya</a></div>', "Maklumat"),
        ('<div class="file-item"><span>Maklumat</span><a href="/a">3.4 MB</a></div>', "Maklumat"),
        ('<div class="card"><h5>Maklumat</h5><p><a href="/a">Klik di sini</a></p></div>', "Maklumat"),
        ('<ul><li>Maklumat <a href="/a">PDF</a></li></ul>', "Maklumat"),
        ('<div class="card"><h4>Maklumat</h4><a href="/a">Baca Selengkapnya »</a></div>', "Maklumat"),
    ],
)
def test_a_link_is_called_what_the_page_calls_it(html: str, name: str) -> None:
    assert only_link(html).name == name


def test_a_telling_label_needs_no_row() -> None:
    link = only_link('<ul><li>Tahun 2025: <a href="/a">Laporan Kinerja</a> sudah terbit</li></ul>')
    assert (link.name, link.context) == ("Laporan Kinerja", "")


def test_a_list_of_many_links_names_none_of_them() -> None:
    row = "".join(f'<a href="/{n}">Unduh</a> ' for n in range(6))
    assert {link.name for link in links(f"<p>Kumpulan dokumen {row}</p>")} == {"Unduh"}


def test_of_several_links_in_one_line_each_has_the_words_in_front_of_it() -> None:
    line = 'Tahun 2025: <a href="/5">Unduh</a> - Tahun 2026: <a href="/6">Unduh</a> <a href="/7">PDF</a>'
    assert [link.name for link in links(f"<p>{line}</p>")] == ["Tahun 2025:", "- Tahun 2026:", "- Tahun 2026:"]


def test_links_in_front_of_their_words_share_the_line() -> None:
    assert {link.name for link in links('<p><a href="/5">Unduh</a> Renja <a href="/6">Unduh</a> Renstra</p>')} == {
        "Renja Renstra"
    }


def test_bold_lines_are_headings_inside_a_table_that_only_lays_out_the_page() -> None:
    part = '<p><b>Renja</b><br>Tahun 2025: <a href="/5">Unduh</a></p>'
    assert only_link(f"<table><tr><td>{part}</td></tr></table>").section == "Renja"
    table = "<table><tr><td>1</td><td>isi</td></tr></table>"
    assert only_link(f"<table><tr><td>{part}{table}</td></tr></table>").section == "Renja"
    assert only_link(f"<table><tr><td>1</td><td>{part}</td></tr></table>").section == ""


@pytest.mark.parametrize(
    ("set_apart", "word"), [("V I S I", "VISI"), ("M I S I :", "MISI"), ("A B", "A B"), ("1 2 3", "1 2 3")]
)
def test_letters_set_apart_are_one_word(set_apart: str, word: str) -> None:
    assert parse(f"<main><h3>{set_apart}</h3><p>Isi.</p></main>".encode(), "https://a.id/").blocks[0].text == word


def test_a_row_of_one_wide_cell_heads_the_rows_below_it() -> None:
    rows = "<tr><th>No</th><th>Jenis</th><th>Tautan</th></tr>"
    rows += '<tr><td colspan="3">A. Informasi Berkala</td></tr>'
    rows += '<tr><td>1</td><td>DIPA</td><td><a href="/d">Lihat</a></td></tr>'
    rows += '<tr><td colspan="3">B. Setiap Saat</td></tr><tr><td>1</td><td>SOP</td><td><a href="/s">Lihat</a></td></tr>'
    found = links(f"<table>{rows}</table>")
    assert [(link.name, link.section) for link in found] == [
        ("DIPA", "A. Informasi Berkala"),
        ("SOP", "B. Setiap Saat"),
    ]


def test_a_generic_label_without_a_row_keeps_the_heading_above() -> None:
    link = only_link('<h3>Renstra 2025-2029</h3><a href="/a">Unduh</a>')
    assert (link.label, link.section) == ("Unduh", "Renstra 2025-2029")


def test_a_heading_of_higher_rank_ends_the_section_before() -> None:
    html = '<h2>Berkala</h2><h3>LKjIP</h3><a href="/a">2025</a><h2>Setiap Saat</h2><a href="/b">DIP</a>'
    below = {link.label: link.section for link in links(html)}
    assert below["2025"].split(" > ")[-1] == "LKjIP"
    assert below["DIP"] == "Setiap Saat"


def test_a_card_that_is_one_long_link_is_named_by_its_title() -> None:
    html = f'<a href="/a"><h3>Struktur Organisasi</h3><p>{"uraian panjang " * 12}</p></a>'
    assert only_link(html).label == "Struktur Organisasi"


@pytest.mark.parametrize("layout", ["flex justify-between p-4 border", "", "grid grid-cols-2"])
def test_a_row_of_bare_boxes_names_its_link_too(layout: str) -> None:
    """React and Tailwind pages have neither lists nor tables nor telling class names."""
    boxes = "".join(
        f'<div class="{layout}"><p>{name}</p><a href="/{n}.pdf">Unduh</a></div>'
        for n, name in enumerate(("LKjIP 2025", "Renja 2026"))
    )
    assert [link.name for link in links(f'<main><div class="space-y-4">{boxes}</div></main>')] == [
        "LKjIP 2025",
        "Renja 2026",
    ]


def test_a_line_names_the_link_at_its_end() -> None:
    html = (
        """<p>1. LKjIP 2025 : <a href="/a.pdf">klik disini</a><br>2. Renstra : <a href="/b.pdf">klik disini</a></p>"""
    )
    first, second = links(html)
    assert "LKjIP 2025" in first.name and "Renstra" not in first.name
    assert "Renstra" in second.name and "LKjIP" not in second.name


# --- menus


MENU = """<nav><ul><li><a href="/">Beranda</a></li><li><a href="#">PPID</a><ul class="sub-menu">
<li><a href="#">Daftar Informasi</a><ul><li><a href="/ppid/berkala">Informasi Berkala</a></li></ul></li>
<li><a href="/ppid/maklumat">Maklumat</a></li></ul></li></ul></nav>"""


def test_a_menu_entry_that_opens_a_sub_menu_is_no_leaf() -> None:
    assert {link.label: link.leaf for link in links(MENU)} == {
        "Beranda": True,
        "PPID": False,
        "Daftar Informasi": False,
        "Informasi Berkala": True,
        "Maklumat": True,
    }


def test_a_menu_entry_knows_the_entries_above_it() -> None:
    sections = {link.label: link.section for link in links(MENU)}
    assert sections["Informasi Berkala"] == "PPID > Daftar Informasi"
    assert sections["Maklumat"] == "PPID"
    assert sections["Beranda"] == ""


@pytest.mark.parametrize(
    "entry",
    [
        '<li><a href="#" class="dropdown-toggle">PPID</a></li>',
        '<li><a href="#" aria-haspopup="true">PPID</a></li>',
        '<li><a href="#">PPID</a><div class="dropdown-menu"><a href="/x">Maklumat</a></div></li>',
    ],
)
def test_other_ways_to_write_a_sub_menu_are_understood(entry: str) -> None:
    link = next(link for link in links(f"<nav><ul>{entry}</ul></nav>") if link.label == "PPID")
    assert not link.leaf


def test_a_menu_of_boxes_without_a_list_has_parents_too() -> None:
    html = """<nav><div class="nav-item dropdown"><a class="nav-link dropdown-toggle" href="#">PPID</a>
    <div class="dropdown-menu"><a class="dropdown-item" href="/dip">DIP</a></div></div></nav>"""
    assert [(link.label, link.section, link.leaf) for link in links(html)] == [
        ("PPID", "", False),
        ("DIP", "PPID", True),
    ]


# --- where links lead


@pytest.mark.parametrize(
    "raw", ["", "#", "javascript:void(0)", "javascript:;", "JAVASCRIPT:void(0)", "tel:", "mailto:"]
)
def test_a_link_without_a_target_has_no_address(raw: str) -> None:
    link = only_link(f'<main><a href="{raw}">Maklumat</a></main>')
    assert link.url == "" and link.label == "Maklumat"


def test_an_anchor_counts_only_where_its_target_exists() -> None:
    there, gone = links('<a href="#visi">Visi</a><a href="#misi">Misi</a><h2 id="visi">Visi</h2>')
    assert (there.url, there.anchor) == ("", True)
    assert (gone.url, gone.anchor) == ("", False)


def test_an_old_style_anchor_is_no_link() -> None:
    assert links('<a name="atas"></a><a id="bawah">Bagian bawah</a>') == []


@pytest.mark.parametrize(
    "html",
    [
        "<div onclick=\"location.href='/d/a.pdf'\">Maklumat</div>",
        "<button onclick=\"window.open('/d/a.pdf')\">Maklumat</button>",
        '<button data-href="/d/a.pdf">Maklumat</button>',
        '<a class="wpdm-download-link" href="#" data-downloadurl="/d/a.pdf">Maklumat</a>',
        '<a class="_df_button" source="/d/a.pdf">Maklumat</a>',
        "<button onclick=\"bukaBerkas('/d/a.pdf')\">Maklumat</button>",
        '<a href="#" onclick="window.location=\'/d/a.pdf\'">Maklumat</a>',
        "<tr onclick=\"location.assign('/d/a.pdf')\"><td>Maklumat</td></tr>",
        "<a href=\"javascript:void(0)\" onclick=\"window.open('/d/a.pdf','_blank')\">Maklumat</a>",
    ],
)
def test_a_click_that_is_written_out_is_a_link(html: str) -> None:
    found = links(f"<table>{html}</table>" if html.startswith("<tr") else html)
    assert [(link.label, link.url) for link in found] == [("Maklumat", "https://purbalingga.kemenag.go.id/d/a.pdf")]


def test_a_button_without_a_target_is_a_link_to_nothing() -> None:
    link = only_link(
        '<ul><li>Daftar Informasi Publik <small>3.4 MB</small> <button class="btn">Unduh</button></li></ul>'
    )
    assert (link.tag, link.url, link.name) == ("button", "", "Daftar Informasi Publik")


@pytest.mark.parametrize(
    "button",
    [
        '<button class="navbar-toggler">Menu</button>',
        '<button data-bs-toggle="collapse" data-bs-target="#x">Buka</button>',
        '<button aria-expanded="false">Menu</button>',
        '<button class="btn-close"></button>',
        "<form><button>Kirim</button></form>",
        '<button role="tab">Berkala</button>',
    ],
)
def test_a_switch_of_the_page_or_a_forms_button_is_no_link(button: str) -> None:
    assert links(button) == []


@pytest.mark.parametrize(
    "source",
    [
        "/pdfjs/web/viewer.html?file=/uploads/maklumat.pdf",
        "https://docs.google.com/viewer?url=https%3A%2F%2Fpurbalingga.kemenag.go.id%2Fuploads%2Fmaklumat.pdf&embedded=true",
        "https://docs.google.com/gview?url=https://purbalingga.kemenag.go.id/uploads/maklumat.pdf&embedded=true",
        "https://view.officeapps.live.com/op/embed.aspx?src=https://purbalingga.kemenag.go.id/uploads/maklumat.pdf",
    ],
)
def test_a_viewer_stands_for_the_document_it_shows(source: str) -> None:
    page = anatomy(f'<h2>Maklumat</h2><iframe src="{source}"></iframe>')
    address = "https://purbalingga.kemenag.go.id/uploads/maklumat.pdf"
    assert page.frames[0].url == address
    assert [(link.url, link.label, link.tag) for link in page.links] == [(address, "Maklumat", "iframe")]


@pytest.mark.parametrize(
    "html",
    ['<embed src="/a.pdf">', '<object data="/a.pdf"></object>', '<iframe data-src="/a.pdf"></iframe>'],
)
def test_embedded_files_are_frames(html: str) -> None:
    assert [frame.url for frame in anatomy(html).frames] == ["https://purbalingga.kemenag.go.id/a.pdf"]


def test_relative_addresses_follow_the_base_of_the_page() -> None:
    assert only_link('<a href="maklumat">x y</a>').url == "https://purbalingga.kemenag.go.id/ppid/maklumat"
    page = anatomy('<head><base href="https://ppid.contoh.id/a/"></head><a href="maklumat">Maklumat</a>')
    assert page.links[0].url == "https://ppid.contoh.id/a/maklumat"


def test_file_names_with_spaces_are_addresses() -> None:
    assert only_link('<a href="/files/SK PPID 2026.pdf">SK</a>').url == (
        "https://purbalingga.kemenag.go.id/files/SK%20PPID%202026.pdf"
    )


def test_a_lazy_picture_is_read_from_where_its_source_waits() -> None:
    (image,) = anatomy(
        '<h2>Struktur</h2><img src="data:image/gif;base64,R0" data-src="/s.jpg" alt="Bagan" width="900">'
    ).images
    assert (image.url, image.alt, image.width, image.context) == (
        "https://purbalingga.kemenag.go.id/s.jpg",
        "Bagan",
        900,
        "Struktur",
    )


# --- forms


def test_the_fields_of_a_form_are_known_by_their_labels() -> None:
    html = """<h2>Permohonan Informasi</h2><form action="/kirim" method="post"><label for="n">Nama Lengkap</label>
    <input id="n" name="nm"><label>Alamat <textarea name="al"></textarea></label>
    <input placeholder="Nomor KTP" name="nik">
    <p>Tujuan penggunaan</p><input name="tj">
    <label for="c">Cara Memperoleh</label><select id="c" name="cara"><option>Surel</option></select>
    <input type="hidden" name="csrf" value="1"><input type="submit" value="Kirim"></form>"""
    (form,) = anatomy(html).forms
    assert [(f.label, f.name, f.kind) for f in form.fields] == [
        ("Nama Lengkap", "nm", "text"),
        ("Alamat", "al", "textarea"),
        ("Nomor KTP", "nik", "text"),
        ("Tujuan penggunaan", "tj", "text"),
        ("Cara Memperoleh", "cara", "select"),
    ]
    assert (form.action, form.method, form.submit, form.section) == (
        "https://purbalingga.kemenag.go.id/kirim",
        "post",
        "Kirim",
        "Permohonan Informasi",
    )


def test_fields_outside_any_form_make_a_form_from_three_on() -> None:
    three = """<h2>Permohonan</h2><div><input placeholder="Nama"><input placeholder="Alamat">
    <textarea placeholder="Rincian"></textarea></div>"""
    (form,) = anatomy(three).forms
    assert [f.label for f in form.fields] == ["Nama", "Alamat", "Rincian"] and form.section == "Permohonan"
    assert anatomy('<input placeholder="Cari"><input placeholder="Surel">').forms == ()


def test_search_and_log_in_forms_are_told_apart() -> None:
    search, login = anatomy(
        '<form><input name="s" placeholder="Cari"></form><form><input name="u"><input type="password" name="p"></form>'
    ).forms
    assert search.search and not search.login
    assert login.login


# --- tables


def test_header_cells_make_the_header_and_empty_rows_are_left_out() -> None:
    html = """<h2>DIP</h2><table><thead><tr><th>No</th><th>Informasi</th></tr></thead><tbody>
    <tr><td>1</td><td>Profil</td></tr><tr><td></td><td></td></tr><tr><td>2</td><td>DIPA</td></tr></tbody></table>"""
    (table,) = anatomy(html).tables
    assert table.headers == ("No", "Informasi")
    assert table.rows == (("1", "Profil"), ("2", "DIPA"))
    assert table.section == "DIP"


def test_a_first_row_of_plain_words_is_a_header_too() -> None:
    (table,) = anatomy("<table><tr><td>No</td><td>Judul</td></tr><tr><td>1</td><td>Profil</td></tr></table>").tables
    assert table.headers == ("No", "Judul") and table.rows == (("1", "Profil"),)


def test_a_cell_over_several_columns_keeps_the_columns_in_place() -> None:
    html = """<table><tr><th>No</th><th colspan="2">Anggaran</th></tr><tr><th></th><th>Pagu</th><th>Realisasi</th></tr>
    <tr><td>1</td><td>100</td><td>90</td></tr></table>"""
    (table,) = anatomy(html).tables
    assert table.headers == ("No", "Anggaran Pagu", "Realisasi")
    assert table.rows == (("1", "100", "90"),)


def test_a_table_with_a_header_and_no_rows_is_an_empty_table() -> None:
    (table,) = anatomy("<table><tr><th>No</th><th>Judul</th></tr></table>").tables
    assert table.headers == ("No", "Judul") and table.rows == ()


@pytest.mark.parametrize(
    "html",
    [
        "<table><tr><td><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>1</td></tr></table></td><td>x</td></tr></table>",
        "<table><tr><td><h2>Berita</h2></td><td>isi</td></tr></table>",
        "<table><tr><td>satu kolom</td></tr><tr><td>saja</td></tr></table>",
    ],
)
def test_tables_that_only_lay_out_the_page_are_left_out(html: str) -> None:
    assert all(len(table.rows) and "Berita" not in str(table) for table in anatomy(html).tables)
    assert len(anatomy(html).tables) == html.count("<table", 1)


# --- the head


def test_the_head_says_what_the_page_is() -> None:
    page = anatomy("""<html lang="id-ID"><head><title> Visi
    dan Misi </title><meta name="viewport" content="width=device-width"><meta property="og:type" content="Article">
    <meta property="article:published_time" content="2026-01-02"><script type="application/ld+json">
    {"@type":"NewsArticle"}</script></head><body class="single-post"></body></html>""")
    assert (page.title, page.lang, page.viewport) == ("Visi dan Misi", "id-id", "width=device-width")
    assert (page.og_type, page.published, page.schema_types) == ("article", "2026-01-02", ("newsarticle",))
    assert page.body_class == "single-post"


def test_a_javascript_shell_shows_its_root_and_its_plea() -> None:
    page = anatomy(
        "<body><noscript>You need to enable JavaScript to run this app.</noscript>"
        '<div id="root"></div><script src="/a.js"></script>'
    )
    assert page.app_root and page.asks_javascript and page.app_text == 0 and page.scripts == 1


# --- bytes


@pytest.mark.parametrize(
    "body",
    [
        "Jum’at – “Berkah”".encode(),
        "\ufeffJum’at – “Berkah”".encode(),
        b'<meta charset="iso-8859-1">' + "Jum’at – “Berkah”".encode(),
        "Jum’at – “Berkah”".encode("cp1252"),
        b'<meta charset="utf-8">' + "Jum’at – “Berkah”".encode("cp1252"),
        "\ufeffJum’at – “Berkah”".encode("utf-16-le"),
    ],
)
def test_quotes_and_dashes_survive_wrong_declarations(body: bytes) -> None:
    assert parse(body, BASE).text == "Jum’at – “Berkah”"


def test_a_page_cut_within_a_letter_is_still_utf_8() -> None:
    assert "Jum’at" in parse("<p>Jum’at – x</p><p>é".encode()[:-1], BASE).text


# --- hostile input


@pytest.mark.parametrize(
    "html",
    [
        "<div>" * 20_000,
        "<ul><li>" * 10_000,
        '<a href="/a">Unduh</a> ' * 6_000,
        ("<p>" + "x " * 1000) * 400,
        "<p>a</p>" * 30_000,
    ],
    ids=["nesting", "lists", "links", "text", "paragraphs"],
)
def test_a_page_without_end_is_read_in_part_and_says_so(html: str) -> None:
    """How long that takes is held by tests/hostile."""
    page = anatomy("<p>Maklumat</p>" + html)
    assert page.cut and page.text.startswith("Maklumat")
    assert len(page.links) <= 5_000 and len(page.blocks) <= 20_002


def test_an_ordinary_page_is_read_whole() -> None:
    assert not anatomy(MENU + "<p>isi</p>" * 500).cut


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\x00" * 5000,
        b"\xff\xfe\x00",
        b"<",
        b"<a href=",
        b"\xc3\x28" * 2000,
        b"<html><body><p>\x00Visi\x00</p>",
        b"%PDF-1.4",
    ],
)
def test_any_bytes_have_an_anatomy(body: bytes) -> None:
    assert parse(body, BASE).url == BASE


def test_nul_bytes_do_not_hide_text() -> None:
    assert parse(b"<p>Vi\x00si</p>", BASE).text == "Visi"


_PIECES = st.sampled_from(
    ["<p>", "</p>", "<a href='/x'>", "</a>", "<ul><li>", "</ul>", "<table><tr><td>", "</table>", "<h2>", "</h2>",
     "</nav>", "<button>", "<form>", "<input>", "</form>", "<!--", "-->", "<script>", "</script>", "teks", " ",
     "<img src=a alt=b>", "<iframe src=/f>", "<label>", "</label>", "<details>", "<select>", "</select>", "<svg>",
     "<div hidden>", "</div>", "<div class=tab-pane style=display:none>", "<td colspan=99999>", "<dl><dt>",
     "<template>", "<nav>", "&nbsp;", "<"]
)  # fmt: skip


@given(st.lists(_PIECES, max_size=60))
@settings(max_examples=300, deadline=None)
def test_no_arrangement_of_tags_breaks_the_reader(pieces: list[str]) -> None:
    page = anatomy("".join(pieces))
    assert len(page.links) == len(page.link_paths) == len(page.link_blocks)
    assert len(page.images) == len(page.image_blocks)
    assert all(0 <= block <= len(page.blocks) for block in page.link_blocks)
    assert all(block.text == " ".join(block.text.split()) != "" for block in page.blocks)


@given(st.binary(max_size=400))
@settings(max_examples=200, deadline=None)
def test_no_bytes_break_the_reader(body: bytes) -> None:
    assert parse(b"<main>" + body, BASE) == parse(b"<main>" + body, BASE)


def test_a_link_alone_in_its_box_heads_the_links_deeper_in_it_whatever_the_classes_are_called() -> None:
    html = """<nav><div class="kotak"><a href="#">Transparansi</a><div class="isian">
    <div class="kotak"><a href="#">Kepegawaian</a><div class="isian"><a href="/pedoman">Pedoman</a>
    <a href="/profil">Profil</a></div></div></div></div></nav>"""
    leaves = {link.label: link.leaf for link in links(html)}
    assert leaves == {"Transparansi": False, "Kepegawaian": False, "Pedoman": True, "Profil": True}


def test_entries_without_a_target_that_stand_side_by_side_head_nothing() -> None:
    html = (
        """<nav><div><a href="#">Layanan</a><a href="#">Kontak</a><div><a href="/masuk">Masuk</a></div></div></nav>"""
    )
    assert all(link.leaf for link in links(html))


def test_what_is_named_after_a_trail_and_holds_the_page_is_no_trail() -> None:
    trail = '<ol class="breadcrumb"><li>Profil</li><li>Sejarah</li></ol>'
    text = (
        "Kantor ini berdiri pada tahun 1951 dan beberapa kali berpindah gedung sebelum menempati gedung sekarang. " * 9
    )
    html = f'<section id="breadcrumb">{trail}<h2>Sejarah</h2><p>{text}</p></section>'
    zones = {block.text[:10]: block.zone for block in parse(html.encode(), "https://a.contoh.id/").blocks}
    assert zones["Kantor ini"] is Zone.MAIN
    assert zones["Profil"] is Zone.NAV


def test_a_link_that_only_shows_its_own_address_is_named_by_its_row() -> None:
    html = """<main><table><tr><th>Dokumen</th><th>Berkas</th></tr><tr><td>Laporan Kinerja 2025</td>
    <td><a href="/unggah/175966.pdf">unggah/175966.pdf</a></td></tr></table></main>"""
    (link,) = links(html)
    assert link.name == "Laporan Kinerja 2025"
