"""Files made to harm their reader: each is reported, none is raised, and the reader reads on.

What each may take is held by the limits they are read behind; ``python bench/hostile.py`` measures it.
"""

from __future__ import annotations

import threading

import pytest

from auditor import limited
from auditor.observations import Document, DocumentKind, DocumentProblem
from auditor.read.files.documents import read_document
from tests.hostile.offices import OFFICES, cells
from tests.hostile.pdfs import PDFS
from tests.made_files import pdf, word

HEAVY = DocumentProblem.TOO_HEAVY
#: one of each kind of harm; the bench has them all
SOME = {
    "a stream that unpacks to a gigabyte": HEAVY,
    "an escaped filter": HEAVY,
    "an indirect filter": HEAVY,
    "a stream packed three times": HEAVY,
    "a hundred streams of 48 MB": HEAVY,
    "forms in forms, 8 deep and 20 wide": HEAVY,
    "a page of 70 kB of text objects": HEAVY,
    "a sheet of two cells, first and last": HEAVY,
    "a string of 4 MB in four thousand cells": HEAVY,
    "an old sheet with cells A1 and IV65536": HEAVY,
    "a Word file whose main part is binary": HEAVY,
    "objects and no streams": DocumentProblem.BROKEN,
    "pages that hold each other": DocumentProblem.BROKEN,
    "a row repeated a million times": DocumentProblem.BROKEN,
    "slides of entities": DocumentProblem.BROKEN,
    "a Word file that swells to 300 MB": DocumentProblem.TOO_LARGE,
    "a sheet that swells to 300 MB": DocumentProblem.TOO_LARGE,
    "an archive of twenty thousand names": DocumentProblem.TOO_LARGE,
}


def read(body: bytes, name: str = "berkas.pdf") -> Document:
    """The document as scoring reads it."""
    return limited.read_document(body, "application/octet-stream", f"https://a.id/{name}")


@pytest.mark.parametrize("name", SOME)
def test_a_file_made_to_harm_its_reader_costs_only_itself(name: str) -> None:
    document = read((PDFS | OFFICES)[name]())
    assert (document.problem, document.text, document.tables) == (SOME[name], "", ())
    assert read(pdf("Laporan Kinerja Tahun 2025 Kantor")).usable


def test_a_sheet_formatted_to_the_last_corner_is_still_read() -> None:
    xml = b'<row r="1"><c r="A1"><v>7</v></c></row><row r="1048576"><c r="XFD1048576" s="1"/></row>'
    document = read(cells(xml), "a.xlsx")
    assert (document.problem, document.text) == (DocumentProblem.NONE, "7")


@pytest.mark.parametrize("comments", [1, 22, 40, 4_000])
def test_a_web_page_behind_comments_is_told_at_once(comments: int) -> None:
    body = b"<!-- x -->\n" * comments + b"<p>Halaman tidak ditemukan"
    for name in ("a.pdf", "a.xls", "a.doc"):
        assert read_document(body, "", f"https://a.id/{name}").problem is not DocumentProblem.NONE


def test_a_page_that_draws_a_map_ends_the_reading_and_keeps_what_was_read() -> None:
    drawn = b"0 0 m 1 1 l S\n" * 45_000
    body = pdf("Laporan Kinerja Tahun 2025 Kantor", "Peta Wilayah Kerja Kantor", "Halaman Ketiga Laporan")
    marker = b"(Peta Wilayah Kerja Kantor)"
    assert marker in body
    document = read(body.replace(b"BT /F1 11 Tf 50 780 Td " + marker, drawn + b"BT /F1 11 Tf 50 780 Td " + marker))
    assert "Peta Wilayah" in document.text and "Halaman Ketiga" not in document.text


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
