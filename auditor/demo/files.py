"""The sample offices' files, made from nothing: PDF with text, scanned PDF, PNG pictures, XLSX.

Small on purpose: a page of text is a PDF page of Helvetica lines, a picture is a flat chart. Same input, same bytes.
"""

from __future__ import annotations

import io
import struct
import textwrap
import zlib
from collections.abc import Iterable, Sequence
from datetime import datetime

import xlsxwriter

_LINES_PER_PAGE = 46
_LINE_WIDTH = 88


def text_pdf(title: str, pages: Sequence[str]) -> bytes:
    """A PDF of one sheet or more per text in ``pages``; a text's lines are wrapped, a long one runs on."""
    sheets = [sheet for page in pages for sheet in _sheets(page)]
    contents = [_text_stream(lines) for lines in sheets]
    return _pdf(
        title,
        contents,
        b"/Font << /F1 3 0 R >>",
        [b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"],
    )


def scanned_pdf(pages: int = 3) -> bytes:
    """A PDF without any text: every page is a grey picture with dark bars where a scan would show writing."""
    width, height = 62, 88
    rows = bytearray()
    for y in range(height):
        bar = 10 < y < 80 and y % 4 == 0
        rows += bytes(60 if bar and 8 < x < 54 - (y * 7) % 13 else 235 for x in range(width))
    stream = zlib.compress(bytes(rows), 9)
    image = b"<< /Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceGray /BitsPerComponent 8" % (
        width,
        height,
    )
    image += b" /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream)
    return _pdf("", [b"q 595 0 0 842 0 0 cm /Im1 Do Q"] * pages, b"/XObject << /Im1 3 0 R >>", [image])


def chart_png(width: int = 640, height: int = 420, *, boxes: int = 5, shade: int = 90) -> bytes:
    """A PNG chart: one box on top, a row of ``boxes`` below, as an organisation chart or a poster looks from afar."""
    step = width // boxes
    light, dark = b"\xf5", bytes([shade])
    top = b"\0" + b"".join(dark if width // 3 < x < width * 2 // 3 else light for x in range(width))
    below = b"\0" + b"".join(dark if step // 8 < x % step < step - step // 8 else light for x in range(width))
    plain = b"\0" + light * width
    rows = b"".join(
        top if height // 8 < y < height // 3 else below if height // 2 < y < height - height // 8 else plain
        for y in range(height)
    )
    header = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        _chunk(kind, data) for kind, data in ((b"IHDR", header), (b"IDAT", zlib.compress(rows, 6)), (b"IEND", b""))
    )


def workbook(title: str, headers: Sequence[str], rows: Iterable[Sequence[str]], created: datetime) -> bytes:
    """An XLSX file: a title row, an empty row, the headers, the rows."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target, {"in_memory": True})
    book.set_properties({"title": title, "created": created.replace(tzinfo=None)})
    sheet = book.add_worksheet("Daftar")
    bold = book.add_format({"bold": True, "text_wrap": True})
    sheet.write(0, 0, title, bold)
    for column, header in enumerate(headers):
        sheet.write(2, column, header, bold)
    for number, row in enumerate(rows, start=3):
        for column, cell in enumerate(row):
            sheet.write_string(number, column, cell)
    sheet.set_column(1, len(headers), 26)
    book.close()
    return target.getvalue()


def _sheets(text: str) -> list[list[str]]:
    lines = [line for paragraph in text.split("\n") for line in textwrap.wrap(paragraph, _LINE_WIDTH) or [""]]
    return [lines[at : at + _LINES_PER_PAGE] for at in range(0, len(lines), _LINES_PER_PAGE)] or [[""]]


def _text_stream(lines: Sequence[str]) -> bytes:
    shown = b"\n".join(b"(" + _escaped(line) + b") Tj T*" for line in lines)
    return b"BT /F1 11 Tf 15 TL 56 790 Td\n" + shown + b"\nET"


def _escaped(line: str) -> bytes:
    raw = line.encode("cp1252", errors="replace")
    return raw.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def _pdf(title: str, contents: Sequence[bytes], resources: bytes, shared: Sequence[bytes]) -> bytes:
    """Objects 1 catalogue, 2 page tree, 3.. shared ones, then two for each page, then the title."""
    first = 3 + len(shared)
    kids = b" ".join(b"%d 0 R" % (first + 2 * number) for number in range(len(contents)))
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, len(contents)),
        *shared,
    ]
    for number, content in enumerate(contents):
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << %s >> /Contents %d 0 R >>"
            % (resources, first + 2 * number + 1)
        )
        packed = zlib.compress(content, 6)
        objects.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(packed), packed))
    objects.append(b"<< /Title (%s) >>" % _escaped(title))
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    offsets = []
    for number, body in enumerate(objects, start=1):
        offsets.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    out += b"trailer << /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (
        len(objects) + 1,
        len(objects),
        start,
    )
    return bytes(out)


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
