"""Entries of a page with their fields told apart, however a page sets them."""

from __future__ import annotations

import pytest

from auditor.observations import Record, Role, Shape
from auditor.read.page.html import parse


def records(body: str) -> list[Record]:
    page = parse(f"<html><body><main>{body}</main></body></html>".encode(), "https://purbalingga.kemenag.go.id/")
    return [placed.record for placed in page.records]


def titles(body: str) -> list[str]:
    return [record.title for record in records(body)]


def table(head: str, *rows: str) -> str:
    cells = "".join(f"<th>{name}</th>" for name in head.split("|"))
    body = "".join("<tr>" + "".join(f"<td>{cell}</td>" for cell in row.split("|")) + "</tr>" for row in rows)
    return f"<table><tr>{cells}</tr>{body}</table>"


def test_the_header_tells_which_cell_is_the_title_and_what_the_others_are() -> None:
    body = table(
        "No|Tanggal|Kategori|Nama Dokumen|Bidang|Tautan",
        "1|12 Mei 2025|Laporan|LKjIP 2024|Subbag TU|<a href='/a.pdf'>Unduh</a>",
    )
    (row,) = records(body)
    assert (row.title, row.shape) == ("LKjIP 2024", Shape.ROW)
    assert (row.said(Role.DATE), row.said(Role.CATEGORY), row.said(Role.UNIT)) == (
        "12 Mei 2025",
        "Laporan",
        "Subbag TU",
    )
    assert [cell.name for cell in row.cells] == ["No", "Tanggal", "Kategori", "Nama Dokumen", "Bidang"]


def name_of_the_only_link(body: str) -> str:
    page = parse(f"<html><body><main>{body}</main></body></html>".encode(), "https://purbalingga.kemenag.go.id/")
    (link,) = page.links
    return link.name


@pytest.mark.parametrize(
    ("body", "name"),
    [
        (table("No|Judul|Tanggal|Unit|File", "1|SK PPID|3 Maret 2024|Sekretariat|<a href='/a'>Unduh</a>"), "SK PPID"),
        (table("File|Tanggal|Judul", "<a href='/a'>PDF</a>|03-03-2024|SK PPID"), "SK PPID"),
        (table("Jenis|Keterangan|File", "DIPA|Tahun 2025|<a href='/a'>Unduh</a>"), "DIPA Tahun 2025"),
        (
            "<div><img src='/x.png'><h4>SK PPID</h4><p>Sekretariat</p><p>3 Maret 2024</p><a href='/a'>Unduh</a></div>",
            "SK PPID",
        ),
        ("<div class='tile'><a href='/a'><img src='/i.png'></a><h2>Ajukan Pengaduan</h2></div>", "Ajukan Pengaduan"),
        ("<ul><li>SK PPID<br>3 Maret 2024 <a href='/a'>Unduh</a></li></ul>", "SK PPID"),
    ],
)
def test_what_a_bare_link_offers_is_the_title_alone(body: str, name: str) -> None:
    assert name_of_the_only_link(body) == name


def test_cards_made_alike_are_entries_with_their_heading_as_title() -> None:
    card = (
        '<div class="col-4"><div class="card"><div class="body"><h5>{0}</h5><p>Kepala Seksi {1}</p></div></div></div>'
    )
    found = records(
        f'<div class="row">{card.format("Ahmad Fauzi", "Bimas")}{card.format("Siti Rahma", "Pontren")}</div>'
    )
    assert [(record.title, record.shape) for record in found] == [
        ("Ahmad Fauzi", Shape.CARD),
        ("Siti Rahma", Shape.CARD),
    ]
    assert [cell.text for cell in found[0].cells] == ["Ahmad Fauzi", "Kepala Seksi Bimas"]
    assert found[0].group == found[1].group


def test_tiles_of_figures_are_entries_too() -> None:
    tile = "<div><p>{0}</p><p>{1}</p></div>"
    found = records(f"<div>{tile.format('125', 'Madrasah')}{tile.format('18', 'KUA')}</div>")
    assert [(record.title, record.said(Role.FIGURE)) for record in found] == [("Madrasah", "125"), ("KUA", "18")]


def test_rows_of_cards_are_no_entries_but_the_cards_are() -> None:
    card = "<div class='col'><h4>Berkas {0}</h4><a href='/{0}.pdf'>Unduh</a></div>"
    row = "<div class='row'>" + "".join(card.format(n) for n in "ab") + "</div>"
    assert titles(row * 2) == ["Berkas a", "Berkas b"] * 2


def test_terms_and_numbered_lines_are_entries() -> None:
    assert titles("<dl><dt>Visi</dt><dd>Umat yang rukun</dd><dt>Misi</dt><dd>Melayani</dd></dl>") == ["Visi", "Misi"]
    assert titles("<p>1. UU 14 Tahun 2008<br>2. PP 61 Tahun 2010</p>") == ["UU 14 Tahun 2008", "PP 61 Tahun 2010"]


def test_paragraphs_of_prose_and_tables_of_layout_are_no_entries() -> None:
    assert titles("<p>Kantor berdiri tahun 1950.</p><p>Gedungnya diperluas tahun 2014.</p>") == []
    inner = "<ul><li>Satu butir</li><li>Dua butir</li></ul>"
    assert titles(f"<table><tr><td><h2>Menu</h2></td><td>{inner}</td></tr></table>") == ["Satu butir", "Dua butir"]


def test_a_first_row_with_a_link_heads_no_table() -> None:
    body = "".join(f"<tr><td>{name}</td><td><a href='/{name}.pdf'>Unduh</a></td></tr>" for name in ("Renja", "Renstra"))
    assert titles(f"<table>{body}</table>") == ["Renja", "Renstra"]


def test_labels_in_a_card_tell_its_fields() -> None:
    card = "<div><h3>Data pribadi {0}</h3><p>Jenis: Rahasia</p><p>Tanggal: 3 Mei 2024</p></div>"
    first, _ = records(f"<div>{card.format(1)}{card.format(2)}</div>")
    assert (first.said(Role.KIND), first.said(Role.DATE)) == ("Rahasia", "3 Mei 2024")


def test_deeply_nested_boxes_are_read_as_any_other() -> None:
    assert titles("<div>" * 20_000 + "<ul><li>Satu</li></ul>") in ([], ["Satu"])


def test_a_card_that_is_one_link_is_an_entry() -> None:
    card = '<a href="/{0}"><h3>Laporan {0}</h3><p>Laporan tahunan kantor</p><span>3 dokumen</span></a>'
    page = parse(f"<main><div>{card.format('a')}{card.format('b')}</div></main>", "https://purbalingga.kemenag.go.id/")
    found = [(placed.record, placed.links) for placed in page.records]
    assert [(record.title, record.said(Role.COUNT), len(links)) for record, links in found] == [
        ("Laporan a", "3 dokumen", 1),
        ("Laporan b", "3 dokumen", 1),
    ]


@pytest.mark.parametrize(
    ("folder", "title", "hollow"),
    [
        ("Program Kerja <small>(3 dokumen)</small>", "Program Kerja", False),
        ("Program Kerja - 0 dokumen", "Program Kerja", True),
        ("Program Kerja tahun 2025", "Program Kerja tahun 2025", False),
    ],
)
def test_a_folder_tells_how_much_is_in_it(folder: str, title: str, hollow: bool) -> None:
    found = records(f"<ul><li>{folder}</li><li>Renstra</li></ul>")[0]
    assert (found.title, found.hollow) == (title, hollow)


def test_labels_and_values_inside_cards_are_their_fields() -> None:
    field = "<div><span>{0}:</span><p>{1}</p></div>"
    inner = field.format("Dasar Hukum", "Pasal 17 huruf a") + field.format("Periode", "Selamanya")
    card = f"<div class='kartu'><h3>Data {{0}}</h3>{inner}<button>View</button></div>"
    found = records(f"<div>{card.format('pribadi')}{card.format('rapat')}</div>")
    assert [record.title for record in found] == ["Data pribadi", "Data rapat"]
    assert [(cell.name, cell.text) for cell in found[0].cells[1:]] == [
        ("Dasar Hukum", "Pasal 17 huruf a"),
        ("Periode", "Selamanya"),
    ]


def test_a_card_stands_under_the_heading_above_all_of_them() -> None:
    card = "<div><h3>{0}</h3><p>Isi</p></div>"
    body = f"<h2>Pejabat</h2><div>{card.format('Satu')}{card.format('Dua')}</div>"
    assert [record.section for record in records(body)] == ["Pejabat", "Pejabat"]


def test_a_box_of_very_many_lines_is_read_in_time() -> None:
    assert len(titles("<p>" + "1. Satu baris<br>" * 4_000 + "</p>")) == 2_000  # the most entries of a page
