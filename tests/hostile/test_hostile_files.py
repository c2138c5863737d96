"""Files made to harm their reader: each is reported within 2 s and 200 MB, none is raised."""

from __future__ import annotations

import struct
import threading
import zipfile
import zlib
from io import BytesIO

import pytest

from auditor.observations import Document, DocumentKind, DocumentProblem
from auditor.read.files.documents import read_document
from tests.hostile.measure import MEGABYTES, SECONDS, measured
from tests.made_files import assemble, pdf, sheet, word


def read(body: bytes, name: str = "berkas.pdf") -> Document:
    """The document, after holding the reader to its time and memory."""
    with measured() as taken:
        document = read_document(body, "application/octet-stream", f"https://a.id/{name}")
    assert taken.seconds < SECONDS
    assert taken.megabytes < MEGABYTES
    return document


def zipped(members: dict[str, bytes], base: bytes = b"") -> bytes:
    """A ZIP of these members, put over those of another ZIP."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        if base:
            with zipfile.ZipFile(BytesIO(base)) as original:
                for name in original.namelist():
                    if name not in members:
                        archive.writestr(name, original.read(name))
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_a_zip_bomb_in_a_sheet_is_too_large() -> None:
    bomb = b"<worksheet><sheetData>" + b"<row><c><v>1</v></c></row>" * 3_000_000
    document = read(zipped({"xl/worksheets/sheet1.xml": bomb}, sheet([[1]])), "dip.xlsx")
    assert (document.kind, document.problem) == (DocumentKind.XLSX, DocumentProblem.TOO_LARGE)


def test_a_zip_bomb_in_a_word_file_is_too_large() -> None:
    document = read(zipped({"word/document.xml": b"\x20" * 300_000_000}, word("x")), "sop.docx")
    assert (document.kind, document.problem) == (DocumentKind.DOCX, DocumentProblem.TOO_LARGE)


def test_a_zip_that_lies_about_its_sizes_is_measured() -> None:
    body = bytearray(zipped({"word/document.xml": b"\x20" * 100_000_000}, word("x")))
    size = struct.pack("<I", 100_000_000)
    at = body.find(size)
    while at >= 0:
        body[at : at + 4] = struct.pack("<I", 100)
        at = body.find(size)
    assert not read(bytes(body), "sop.docx").usable


def test_a_sheet_with_one_cell_in_the_last_corner_is_too_large() -> None:
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>1</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert read(zipped({"xl/worksheets/sheet1.xml": xml}, sheet([[1]])), "a.xlsx").problem is DocumentProblem.TOO_LARGE


def test_a_sheet_formatted_to_the_last_corner_is_still_read() -> None:
    xml = (
        b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        b'<row r="1"><c r="A1"><v>7</v></c></row>'
        b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData></worksheet>'
    )
    document = read(zipped({"xl/worksheets/sheet1.xml": xml}, sheet([[1]])), "a.xlsx")
    assert (document.problem, document.text) == (DocumentProblem.NONE, "7")


def test_an_open_sheet_that_repeats_a_row_a_million_times_is_too_large() -> None:
    xml = (
        b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
        b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:spreadsheet>'
        b'<table:table table:name="a"><table:table-row table:number-rows-repeated="1000000">'
        b'<table:table-cell office:value-type="float" office:value="1"/>'
        b"</table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"
    )
    body = zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": xml})
    assert read(body, "a.ods").problem is DocumentProblem.TOO_LARGE


def test_entities_that_multiply_are_not_expanded() -> None:
    entities = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 10))
    xml = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a0 "ha">{entities}]><p:sld xmlns:p="p">&a9;</p:sld>'
    document = read(zipped({"ppt/slides/slide1.xml": xml.encode()}), "a.pptx")
    assert len(document.text) < 1_000


def test_deeply_nested_xml_is_reported() -> None:
    xml = b"<a>" * 100_000 + b"</a>" * 100_000
    assert not read(zipped({"word/document.xml": xml}, word("x")), "a.docx").usable


def test_a_zip_of_a_million_names_is_too_large_or_an_archive() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(20_000):
            archive.writestr(f"word/{number}.xml", b"")
    assert read(out.getvalue(), "a.docx").problem is DocumentProblem.TOO_LARGE


def test_a_zip_with_a_password_is_locked() -> None:
    body = bytearray(word("rahasia"))
    at = body.find(b"PK\x01\x02")
    while at >= 0:
        body[at + 8] |= 1
        at = body.find(b"PK\x01\x02", at + 4)
    assert read(bytes(body), "a.docx").problem is DocumentProblem.ENCRYPTED


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.zip"])
def test_a_cut_zip_is_broken(name: str) -> None:
    assert read(word("isi")[:900], name).problem is DocumentProblem.BROKEN


def test_a_pdf_that_declares_a_gigabyte() -> None:
    body = pdf("Laporan Kinerja Tahun 2025").replace(b"/Length ", b"/Length 1073741824 % ")
    read(body)


def test_a_pdf_that_declares_a_thousand_million_pages() -> None:
    body = pdf("Laporan Kinerja Tahun 2025").replace(b"/Count 1", b"/Count 1000000000")
    read(body)


def test_a_pdf_stream_that_inflates_to_a_gigabyte_is_too_large() -> None:
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 10_000_000) for _ in range(100)) + packer.flush()
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    stream = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed)
    body = assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])
    assert read(body).problem is DocumentProblem.TOO_LARGE


def test_a_pdf_stream_packed_twice_is_too_large() -> None:
    packed = zlib.compress(zlib.compress(b" " * 200_000_000))
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>"
    stream = b"<< /Length %d /Filter [/FlateDecode /FlateDecode] >>\nstream\n%s\nendstream" % (len(packed), packed)
    body = assemble([b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", page, stream])
    assert read(body).problem is DocumentProblem.TOO_LARGE


def test_a_pdf_whose_pages_contain_each_other() -> None:
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]
    assert not read(assemble(objects)).text


def test_a_pdf_nested_ten_thousand_deep() -> None:
    assert not read(b"%PDF-1.4\n1 0 obj " + b"[" * 100_000 + b"]" * 100_000).usable


def test_an_encrypted_pdf_is_locked() -> None:
    lock = b"<< /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >>" % (b"41" * 32, b"42" * 32)
    body = pdf("Rahasia").replace(b"/Root 1 0 R", b"/Root 1 0 R /ID [<41><41>] /Encrypt " + lock)
    assert read(body).problem is DocumentProblem.ENCRYPTED


@pytest.mark.parametrize("cut", [20, 200, 400, 600])
def test_a_cut_pdf_is_reported(cut: int) -> None:
    assert read(pdf("Laporan " * 20)[:cut]).problem in (
        DocumentProblem.BROKEN,
        DocumentProblem.EMPTY,
        DocumentProblem.SCANNED,
    )


def test_a_body_of_noughts_is_empty() -> None:
    assert read(b"\0" * 10_000_000).problem is DocumentProblem.EMPTY


def test_a_forty_megabyte_body_is_too_large() -> None:
    assert read(b"%PDF-1.4" + b"x" * 41_000_000).problem is DocumentProblem.TOO_LARGE


def test_invalid_utf8_and_noughts_in_a_table_are_reported() -> None:
    assert not read(b"No;Judul\n1;\x00\xff\xfe\n" * 1_000, "a.csv").tables


def test_a_csv_of_one_endless_line() -> None:
    read(b'"' + b"a" * 5_000_000, "a.csv")


@pytest.mark.parametrize(
    "head", [b"<html>" + b"<div>" * 2_000_000, b"<html>" + b"<script>" * 500_000, b"<!--" * 1_000_000]
)
def test_a_web_page_of_nothing_but_tags_in_a_files_place(head: bytes) -> None:
    assert not read(head).usable


def test_a_picture_with_endless_segments() -> None:
    assert read(b"\xff\xd8\xff" + b"\xff\xe0\x00\x02" * 500_000, "a.jpg").kind is DocumentKind.IMAGE


def test_an_old_word_file_full_of_letters() -> None:
    body = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "WordDocument".encode("utf-16-le") + b"ab " * 4_000_000
    assert read(body, "a.doc").kind is DocumentKind.DOC


def test_an_old_sheet_of_rubbish_is_broken() -> None:
    assert (
        read(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(range(256)) * 4_000, "a.xls").problem is DocumentProblem.BROKEN
    )


def test_many_threads_may_read_at_once() -> None:
    bodies = [pdf(f"Laporan Kinerja Tahun {year}", "Isi", title=f"LKjIP {year}") for year in range(2015, 2027)]
    titles: list[str] = []

    def work() -> None:
        titles.extend(read_document(body, "application/pdf", "https://a.id/x.pdf").title for body in bodies)

    threads = [threading.Thread(target=work) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(titles) == sorted([f"LKjIP {year}" for year in range(2015, 2027)] * 6)
