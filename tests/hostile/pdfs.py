"""Forty PDFs made to harm their reader: streams that unpack to gigabytes, pages that draw without end, loops."""

from __future__ import annotations

import zlib
from collections.abc import Callable

from tests.made_files import assemble, pdf

Make = Callable[[], bytes]
PAGE = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>"
FONT = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
CATALOG = b"<< /Type /Catalog /Pages 2 0 R >>"
PAGES = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
TEXT = b"BT /F1 12 Tf 72 700 Td (Laporan) Tj ET\n"


def packed(unit: bytes, times: int) -> bytes:
    """A unit many times over, deflated: one block of a megabyte that stands on its own, again and again."""
    chunk = unit * max(1, min(times, 1_000_000 // len(unit)))
    engine = zlib.compressobj(9)
    first = engine.compress(chunk) + engine.flush(zlib.Z_FULL_FLUSH)
    block = engine.compress(chunk) + engine.flush(zlib.Z_FULL_FLUSH)
    return first + block * (times * len(unit) // len(chunk) - 1) + engine.flush()


def stream(data: bytes, keys: bytes = b"/Filter /FlateDecode") -> bytes:
    return b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(data), keys, data)


def of(contents: bytes, *more: bytes, page: bytes = PAGE) -> bytes:
    """A PDF of one page with this object as its contents."""
    return assemble([CATALOG, PAGES, page, contents, FONT, *more])


def twice(data: bytes) -> bytes:
    return zlib.compress(data, 9)


def _nested_forms(depth: int, wide: int) -> bytes:
    """Forms that draw the next one many times each."""
    page = b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /XObject << /X 6 0 R >> >> >>"  # noqa: E501
    forms = []
    for n in range(depth):
        last = n == depth - 1
        inner = TEXT * 20 if last else b"/X Do\n" * wide
        resources = b"<< /Font << /F1 5 0 R >> >>" if last else b"<< /XObject << /X %d 0 R >> >>" % (7 + n)
        forms.append(stream(inner, b"/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources " + resources))
    return of(stream(b"/X Do\n" * wide, b""), *forms, page=page)


def _object_stream(times: int) -> bytes:
    return of(
        stream(TEXT, b""), stream(packed(b"1 0 ", times), b"/Type /ObjStm /N 1000000 /First 4 /Filter /FlateDecode")
    )


def _many_streams(count: int, each: int) -> bytes:
    """Contents in many streams, each of them below any threshold."""
    data = packed(b" ", each)
    kids = b" ".join(b"%d 0 R" % (6 + n) for n in range(count))
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents [" + kids + b"]")
    return of(stream(TEXT, b""), *[stream(data)] * count, page=page)


def _xref_stream() -> bytes:
    data = packed(b"\x01\x00\x00\x10\x00", 20_000_000)
    body = b"%PDF-1.5\n1 0 obj\n" + stream(
        data, b"/Type /XRef /W [1 3 1] /Size 20000000 /Root 1 0 R /Filter /FlateDecode"
    )
    return body + b"\nendobj\nstartxref\n9\n%%EOF"


def _predictor(columns: int) -> bytes:
    keys = b"/Filter /FlateDecode /DecodeParms << /Predictor 12 /Columns %d /Colors 4 /BitsPerComponent 16 >>" % columns
    return of(stream(packed(b" ", 50_000_000), keys))


def _image(width: int, keys: bytes = b"") -> bytes:
    page = PAGE.replace(b"/Font << /F1 5 0 R >>", b"/Font << /F1 5 0 R >> /XObject << /I 6 0 R >>")
    image = b"/Type /XObject /Subtype /Image /Width %d /Height %d /ColorSpace /DeviceRGB /BitsPerComponent 16 " % (
        width,
        width,
    )
    return of(
        stream(b"q 500 0 0 500 0 0 cm /I Do Q\n" * 200, b""),
        stream(packed(b"\0", 400_000_000), image + keys + b"/Filter /FlateDecode"),
        page=page,
    )


def _cmap(entries: int) -> bytes:
    font = b"<< /Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [7 0 R] "
    font += b"/ToUnicode 8 0 R >>"
    descendant = b"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /A /CIDSystemInfo << /Registry (A) /Ordering (B) /Supplement 0 >> >>"  # noqa: E501
    cmap = packed(b"1 beginbfrange <0000> <ffff> <0000> endbfrange\n", entries)
    page = PAGE.replace(b"/F1 5 0 R", b"/F1 6 0 R")
    return of(stream(b"BT /F1 12 Tf <00410042> Tj ET\n" * 50, b""), font, descendant, stream(cmap), page=page)


def _annotations(count: int) -> bytes:
    page = PAGE.replace(b"/Contents 4 0 R", b"/Contents 4 0 R /Annots [" + b"6 0 R " * count + b"]")
    return of(stream(TEXT, b""), b"<< /Type /Annot /Subtype /Widget /Rect [0 0 1 1] >>", page=page)


def _function() -> bytes:
    page = PAGE.replace(b"/Font << /F1 5 0 R >>", b"/Shading << /S 6 0 R >>")
    shading = b"<< /ShadingType 1 /ColorSpace /DeviceGray /Function << /FunctionType 0 /Domain [0 1 0 1] /Range [0 1] /Size [60000 60000] /BitsPerSample 32 >> >>"  # noqa: E501
    return of(stream(b"/S sh\n" * 5000, b""), shading, page=page)


PDFS: dict[str, Make] = {
    "a stream that unpacks to a gigabyte": lambda: of(stream(packed(b" ", 1_000_000_000))),
    "a stream that unpacks to four gigabytes": lambda: of(stream(packed(b" ", 4_000_000_000))),
    "text that unpacks to 400 MB": lambda: of(stream(packed(TEXT, 10_000_000))),
    "a million lines of text": lambda: of(stream(packed(TEXT, 1_000_000))),
    "a page of 70 kB of text objects": lambda: of(stream(packed(b"BT/F1 1 Tf(aaaaaaaaaaaaaaaa)Tj ET\n", 1_500_000))),
    "a stream packed twice": lambda: of(
        stream(twice(packed(b" ", 400_000_000)), b"/Filter [/FlateDecode /FlateDecode]")
    ),
    "a stream packed three times": lambda: of(
        stream(twice(twice(packed(b" ", 2_000_000_000))), b"/Filter [/FlateDecode /FlateDecode /FlateDecode]")
    ),
    "an escaped filter": lambda: of(stream(packed(b" ", 2_000_000_000), b"/Filter /Fl#61teDecode")),
    "a short filter name": lambda: of(stream(packed(b" ", 2_000_000_000), b"/F /Fl /Filter [/Fl]")),
    "an indirect filter": lambda: of(stream(packed(b" ", 2_000_000_000), b"/Filter 6 0 R"), b"/FlateDecode"),
    "a filter in hexadecimal on LZW": lambda: of(stream(b"80" * 3_000_000, b"/Filter [/ASCIIHexDecode /LZWDecode]")),
    "run lengths": lambda: of(stream(b"\x81 " * 4_000_000, b"/Filter /RunLengthDecode")),
    "run lengths within flate": lambda: of(
        stream(packed(b"\x81 ", 20_000_000), b"/Filter [/FlateDecode /RunLengthDecode]")
    ),
    "ascii85 zeroes": lambda: of(stream(b"z" * 10_000_000 + b"~>", b"/Filter /ASCII85Decode")),
    "a hundred streams of 48 MB": lambda: _many_streams(100, 48_000_000),
    "a thousand streams of 1 MB": lambda: _many_streams(1_000, 1_000_000),
    "forms in forms, 8 deep and 20 wide": lambda: _nested_forms(8, 20),
    "forms in forms, 4 deep and 100 wide": lambda: _nested_forms(4, 100),
    "forms in forms, 25 deep and 2 wide": lambda: _nested_forms(25, 2),
    "a form that draws itself": lambda: of(
        stream(b"/X Do\n" * 100, b""),
        stream(
            b"/X Do\n" * 100, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 6 0 R >> >>"
        ),
        page=PAGE.replace(b"/Font << /F1 5 0 R >>", b"/XObject << /X 6 0 R >>"),
    ),
    "an object stream of a million": lambda: _object_stream(100_000_000),
    "a cross-reference stream of twenty million": _xref_stream,
    "a predictor of wide rows": lambda: _predictor(1_000_000_000),
    "a predictor of narrow rows": lambda: _predictor(1),
    "a picture of 60,000 by 60,000": lambda: _image(60_000),
    "a picture drawn two hundred times": lambda: _image(8_000, b"/Interpolate true "),
    "a font's map of ten million ranges": lambda: _cmap(10_000_000),
    "a font's map of ten thousand ranges": lambda: _cmap(10_000),
    "a million annotations": lambda: _annotations(1_000_000),
    "a shading of a huge function": _function,
    "paths without end": lambda: of(stream(packed(b"0 0 m 1 1 l 2 2 3 3 4 4 c h f\n", 3_000_000))),
    "saved states without end": lambda: of(stream(packed(b"q ", 200_000_000))),
    "clipping without end": lambda: of(stream(packed(b"0 0 9 9 re W n\n", 5_000_000))),
    "pages that hold each other": lambda: assemble([CATALOG, b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>"]),
    "a thousand million pages": lambda: pdf("Laporan Kinerja").replace(b"/Count 1", b"/Count 1000000000"),
    "objects and no streams": lambda: b"%PDF-1.4\n" + b"obj/FlateDecode stream\n" * 45_000,
    "objects without end": lambda: b"%PDF-1.4\n" + b"".join(b"%d 0 obj<<>>endobj\n" % n for n in range(400_000)),
    "brackets a hundred thousand deep": lambda: b"%PDF-1.4\n1 0 obj " + b"[" * 100_000 + b"]" * 100_000,
    "dictionaries a hundred thousand deep": lambda: b"%PDF-1.4\n1 0 obj " + b"<</A" * 100_000 + b">>" * 100_000,
    "trailers that follow each other": lambda: (
        b"%PDF-1.4\n" + b"xref\n0 0\ntrailer<</Size 1/Prev 9>>\nstartxref\n9\n%%EOF\n" * 20_000
    ),
}
