import zipfile
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.offices import owner_of_document
from auditor.model import OfficeKind, Site
from auditor.observations import DocumentKind, DocumentProblem, Owner
from auditor.read.files.documents import read_document
from tests.made_files import pdf, picture, sheet, word

PURBALINGGA = Site(
    "x", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "https://purbalingga.kemenag.go.id", "Jawa Tengah"
)
KOTA_MAGELANG = Site("m", "Kankemenag Kota Magelang", OfficeKind.KOTA, "", "Jawa Tengah")
KANWIL = Site("k", "Kanwil Kemenag Provinsi Jawa Tengah", OfficeKind.KANWIL, "", "Jawa Tengah")
URL = "https://a.id/berkas"


def test_a_pdf_tells_its_pages_text_and_title() -> None:
    body = pdf("LAPORAN KINERJA\nTAHUN 2025", "Bab I", "Bab II", "Bab III", "Penutup", title="LKjIP 2025")
    document = read_document(body, "application/pdf", URL)
    assert (document.kind, document.pages, document.problem) == (DocumentKind.PDF, 5, DocumentProblem.NONE)
    assert document.title == "LKjIP 2025"
    assert "Bab II" in document.text and "Penutup" in document.text and "Bab III" not in document.text
    assert document.size == len(body) and len(document.digest) == 64


def test_a_title_left_over_from_another_year_gives_way_to_the_cover() -> None:
    body = pdf("LAPORAN KINERJA\nTAHUN 2025\nKata pengantar", title="Laporan Kinerja 2019")
    assert read_document(body, "", URL).title == "LAPORAN KINERJA TAHUN 2025"


def test_a_letterhead_is_no_title() -> None:
    body = pdf("KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR KEMENTERIAN AGAMA KABUPATEN TUBAN\nRencana Kerja 2026")
    assert read_document(body, "", URL).title == "Rencana Kerja 2026"


@pytest.mark.parametrize("name", ["scan0001", "Microsoft Word - .docx", "untitled", "CamScanner 3-3-2025"])
def test_a_program_or_scanner_name_is_no_title(name: str) -> None:
    assert (
        read_document(pdf("Perjanjian Kinerja Tahun 2026", title=name), "", URL).title
        == "Perjanjian Kinerja Tahun 2026"
    )


def test_a_pdf_of_pictures_is_called_a_scan() -> None:
    document = read_document(pdf("", "", drawing=True), "application/pdf", URL)
    assert (document.problem, document.usable) == (DocumentProblem.SCANNED, True)


def test_a_blank_pdf_is_empty() -> None:
    assert read_document(pdf(""), "application/pdf", URL).problem is DocumentProblem.EMPTY


def test_a_dummy_pdf_is_empty() -> None:
    assert read_document(pdf("Dummy PDF file"), "application/pdf", URL).problem is DocumentProblem.EMPTY


def test_a_long_text_that_speaks_of_dummies_is_a_document() -> None:
    text = "\n".join(f"Baris {number} tentang variabel dummy pada regresi" for number in range(40))
    assert read_document(pdf(text), "application/pdf", URL).problem is DocumentProblem.NONE


def test_a_cut_pdf_is_broken() -> None:
    assert read_document(b"%PDF-1.7\n1 0 obj << /Type", "application/pdf", URL).problem is DocumentProblem.BROKEN


def test_the_kind_comes_from_the_content_not_from_the_name() -> None:
    assert read_document(word("Renstra"), "application/pdf", "https://a.id/renstra.pdf").kind is DocumentKind.DOCX


@pytest.mark.parametrize(
    ("page", "problem"),
    [
        ("<!DOCTYPE html><title>404 Not Found</title><p>Halaman tidak ditemukan", DocumentProblem.GONE),
        ("<html><title>Masuk</title><form><input type='password'>", DocumentProblem.UNSUPPORTED),
        ('<html><title>Login</title><form><input type="password">', DocumentProblem.LOGIN),
        (
            "<html><head><title>Kemenag</title><body>" + "<p>Selamat datang di laman kami</p>" * 40,
            DocumentProblem.UNSUPPORTED,
        ),
    ],
)
def test_a_web_page_in_a_files_place_is_no_document(page: str, problem: DocumentProblem) -> None:
    document = read_document(page.encode(), "application/pdf", "https://a.id/lkj.pdf")
    assert (document.kind, document.problem, document.usable) == (DocumentKind.UNKNOWN, problem, False)


def test_word_files_give_text_and_tables() -> None:
    document = read_document(word("SOP Pelayanan", "Langkah satu", rows=[["No", "Judul"], ["1", "DIPA 2026"]]), "", URL)
    assert document.tables[0].headers == ("No", "Judul")
    assert document.tables[0].rows == (("1", "DIPA 2026"),)
    assert "Langkah satu" in document.text and document.title == "SOP Pelayanan"


def test_a_sheet_finds_its_header_below_the_titles() -> None:
    rows: list[list[object]] = [
        ["DAFTAR INFORMASI PUBLIK"],
        ["Tahun 2026"],
        ["No", "Ringkasan Isi Informasi", "Pejabat yang Menguasai", "Bentuk"],
        [1, 2, 3, 4],
        [1, "Rencana Kerja", "Subbag TU", "Softcopy"],
        [2, "DIPA", "Subbag TU", "Softcopy"],
    ]
    document = read_document(sheet(rows), "", URL)
    table = document.tables[0]
    assert table.headers[1:3] == ("Ringkasan Isi Informasi", "Pejabat yang Menguasai")
    assert [row[1] for row in table.rows] == ["Rencana Kerja", "DIPA"]
    assert (document.kind, document.title) == (DocumentKind.XLSX, "DAFTAR INFORMASI PUBLIK")


def test_a_csv_becomes_a_table() -> None:
    document = read_document(b"No;Judul\n1;DIPA\n2;Renja\n", "text/csv", "https://a.id/dip.csv")
    assert (document.kind, len(document.tables[0].rows)) == (DocumentKind.CSV, 2)


def test_a_picture_tells_its_size() -> None:
    document = read_document(picture(1200, 800), "image/png", "https://a.id/struktur.png")
    assert (document.kind, document.width, document.height) == (DocumentKind.IMAGE, 1200, 800)


def test_a_jpeg_and_an_svg_tell_their_size() -> None:
    jpeg = b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 10 + b"\xff\xc0\x00\x11\x08" + b"\x01\xf4\x02\x58" + b"\x03" * 80
    assert read_document(jpeg, "", URL).width == 600
    svg = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"><path d="M0 0h640v480H0z"/></svg>'
    assert read_document(svg, "image/svg+xml", URL).height == 480


def test_an_archive_names_its_members() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("LKjIP 2025.pdf", b"x")
    document = read_document(out.getvalue(), "application/zip", URL)
    assert document.kind is DocumentKind.ARCHIVE and "LKjIP 2025.pdf" in document.text


def test_an_old_word_file_gives_its_words() -> None:
    body = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 200
    body += "Keputusan Kepala Kantor Kementerian Agama tentang pelayanan informasi publik\r".encode("cp1252") * 3
    body += "WordDocument".encode("utf-16-le") + b"\0" * 100
    document = read_document(body, "application/msword", "https://a.id/sk.doc")
    assert (document.kind, document.problem) == (DocumentKind.DOC, DocumentProblem.NONE)
    assert "pelayanan informasi publik" in document.text


@pytest.mark.parametrize("body", [b"", b"\0\0\0", b" \n"])
def test_a_file_of_nothing_is_empty(body: bytes) -> None:
    assert read_document(body, "application/pdf", "https://a.id/a.pdf").problem is DocumentProblem.EMPTY


@given(st.binary(max_size=300))
def test_no_bytes_raise(body: bytes) -> None:
    for head in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff", b"RIFF0000WEBP", b"<svg "):
        read_document(head + body, "application/pdf", "https://a.id/x.pdf")


LETTERHEAD = "KEMENTERIAN AGAMA REPUBLIK INDONESIA\nKANTOR WILAYAH KEMENTERIAN AGAMA PROVINSI JAWA TENGAH\n"


@pytest.mark.parametrize(
    ("title", "text", "names", "site", "owner"),
    [
        ("", LETTERHEAD + "KANTOR KEMENTERIAN AGAMA KABUPATEN PURBALINGGA", (), PURBALINGGA, Owner.OWN),
        ("LKjIP Kankemenag Kab. Purbalingga", "", (), PURBALINGGA, Owner.OWN),
        ("LAKIP Purbalingga 2025", "", (), PURBALINGGA, Owner.OWN),
        ("", "", ("Renstra Kemenag Purbalingga",), PURBALINGGA, Owner.OWN),
        ("", LETTERHEAD + "Rencana Strategis 2025-2029", ("Renstra",), PURBALINGGA, Owner.KANWIL),
        ("Renstra Kanwil", "", (), PURBALINGGA, Owner.KANWIL),
        ("", LETTERHEAD + "Daftar: Purbalingga, Banyumas, Cilacap", (), PURBALINGGA, Owner.KANWIL),
        ("Rencana Strategis Kementerian Agama RI 2025-2029", "", (), PURBALINGGA, Owner.MINISTRY),
        ("", "KEPUTUSAN MENTERI AGAMA NOMOR 657 TAHUN 2021", (), PURBALINGGA, Owner.MINISTRY),
        ("", "KEMENTERIAN AGAMA\nSEKRETARIAT JENDERAL\nJalan Lapangan Banteng", (), PURBALINGGA, Owner.MINISTRY),
        ("", "KANTOR KEMENTERIAN AGAMA KABUPATEN BANYUMAS\nLaporan", (), PURBALINGGA, Owner.OTHER_OFFICE),
        ("Maklumat", "KANTOR KEMENTERIAN AGAMA KABUPATEN MAGELANG", (), KOTA_MAGELANG, Owner.OTHER_OFFICE),
        ("Maklumat", "KANTOR KEMENTERIAN AGAMA KOTA MAGELANG", (), KOTA_MAGELANG, Owner.OWN),
        ("", "Kanwil Kementerian Agama Provinsi Jawa Timur", (), PURBALINGGA, Owner.OTHER_OFFICE),
        ("", LETTERHEAD, (), KANWIL, Owner.OWN),
        ("", "KANTOR KEMENTERIAN AGAMA KABUPATEN PURBALINGGA", (), KANWIL, Owner.OTHER_OFFICE),
        ("Laporan", "Isi laporan tanpa nama", (), PURBALINGGA, Owner.UNKNOWN),
        ("", "", (), PURBALINGGA, Owner.UNKNOWN),
        ("Renstra", "Kementerian Agama RI", ("Renstra Kankemenag Purbalingga",), PURBALINGGA, Owner.MINISTRY),
        ("", "MTsN 1 Purbalingga\nPurbalingga, 3 Januari 2026", (), PURBALINGGA, Owner.OWN),
    ],
)  # fmt: skip
def test_whose_a_document_is(title: str, text: str, names: tuple[str, ...], site: Site, owner: Owner) -> None:
    assert owner_of_document(title, text, names, site)[0] is owner


def test_the_words_that_told_the_owner_are_given() -> None:
    assert owner_of_document("LKjIP Kankemenag Purbalingga", "", (), PURBALINGGA)[1] == "kankemenag purbalingga"


@pytest.mark.parametrize(
    ("media_type", "url"),
    [("application/vnd.ms-excel", URL), ("application/octet-stream", "https://a.id/unduh/dip.xls")],
)
def test_a_table_of_markup_sent_as_a_sheet_is_a_sheet(media_type: str, url: str) -> None:
    body = b"<table><tr><th>No</th><th>Judul</th></tr><tr><td>1</td><td>Daftar Informasi 2026</td></tr></table>"
    for markup in (body, b'<html xmlns:o="urn:schemas-microsoft-com:office:office"><body>' + body + b"</body></html>"):
        document = read_document(markup, media_type, url)
        assert (document.kind, document.problem) == (DocumentKind.XLS, DocumentProblem.NONE)
        assert document.tables[0].rows == (("1", "Daftar Informasi 2026"),)
        assert "Daftar Informasi 2026" in document.text


def test_an_error_page_sent_as_a_sheet_is_no_sheet() -> None:
    page = b"<html><head><title>404 Not Found</title></head><body><h1>Not Found</h1></body></html>"
    assert not read_document(page, "application/vnd.ms-excel", URL).usable
