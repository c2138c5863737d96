"""Small files made for the tests: PDF, DOCX, XLSX. Nothing here is a copy of a real document."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from io import BytesIO

import docx
import xlsxwriter


def pdf(*pages: str, title: str = "", packed: bool = False, drawing: bool = False) -> bytes:
    """A PDF with one page of text per argument; ``drawing`` puts a filled box on every page."""
    objects: list[bytes] = [b"<< /Type /Catalog /Pages 2 0 R >>", b""]
    kids = []
    for text in pages or ("",):
        lines = [line.encode("cp1252", "replace") for line in text.splitlines()]
        shown = b" ".join(
            b"(" + line.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)") + b") Tj 0 -14 Td"
            for line in lines
        )
        content = b"0.5 g 50 50 400 400 re f\n" if drawing else b""
        content += b"BT /F1 11 Tf 50 780 Td " + shown + b" ET" if lines else b""
        extra = b""
        if packed:
            content, extra = zlib.compress(content), b" /Filter /FlateDecode"
        number = len(objects) + 1
        kids.append(number)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>" % (number + 1)
        )
        objects.append(b"<< /Length %d%s >>\nstream\n%s\nendstream" % (len(content), extra, content))
    kid_list = b" ".join(b"%d 0 R" % kid for kid in kids)
    objects[1] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kid_list, len(kids))
    objects.append(b"<< /Title (%s) >>" % title.encode("cp1252"))
    return assemble(objects, info=len(objects))


def assemble(objects: Sequence[bytes], info: int = 0, trailer: bytes = b"") -> bytes:
    """The bytes of a PDF with these objects, the first being the catalog."""
    out = BytesIO()
    out.write(b"%PDF-1.4\n")
    offsets = []
    for number, content in enumerate(objects, start=1):
        offsets.append(out.tell())
        out.write(b"%d 0 obj\n%s\nendobj\n" % (number, content))
    start = out.tell()
    out.write(b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1))
    for offset in offsets:
        out.write(b"%010d 00000 n \n" % offset)
    known = b" /Info %d 0 R" % info if info else b""
    out.write(b"trailer << /Size %d /Root 1 0 R%s%s >>\n" % (len(objects) + 1, known, trailer))
    out.write(b"startxref\n%d\n%%%%EOF" % start)
    return out.getvalue()


def word(*paragraphs: str, rows: Sequence[Sequence[str]] = (), title: str = "") -> bytes:
    """A DOCX of paragraphs and, after them, one table."""
    document = docx.Document()
    document.core_properties.title = title
    for paragraph in paragraphs:
        document.add_paragraph(paragraph)
    if rows:
        table = document.add_table(len(rows), len(rows[0]))
        for line, row in zip(table.rows, rows, strict=True):
            for cell, value in zip(line.cells, row, strict=True):
                cell.text = value
    out = BytesIO()
    document.save(out)
    return out.getvalue()


def sheet(*sheets: Sequence[Sequence[object]]) -> bytes:
    """An XLSX with one sheet per argument."""
    out = BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True})
    for rows in sheets:
        page = book.add_worksheet()
        for index, row in enumerate(rows):
            page.write_row(index, 0, row)
    book.close()
    return out.getvalue()


def picture(width: int, height: int) -> bytes:
    """A PNG header of that size with enough bytes behind it."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + width.to_bytes(4, "big") + height.to_bytes(4, "big") + b"\x08" * 200
