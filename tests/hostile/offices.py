"""Thirty files of office programs made to harm their reader: archives that swell, sheets of two cells, endless XML."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

from tests.made_files import sheet, word

Make = Callable[[], bytes]
SHEET = b'<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>%s</sheetData></worksheet>'
STRINGS = b'<sst xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" count="1" uniqueCount="1">%s</sst>'
BODY = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>%s</w:body></w:document>'
SLIDE = b'<p:sld xmlns:p="p" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">%s</p:sld>'
OPEN = (
    b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" '
    b'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" '
    b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body>%s</office:body></office:document-content>'
)
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def zipped(members: Mapping[str, bytes], base: bytes = b"") -> bytes:
    """A ZIP of these members, put over those of another ZIP."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        if base:
            with zipfile.ZipFile(BytesIO(base)) as original:
                for name in original.namelist():
                    if name not in members:
                        archive.writestr(name, original.read(name))
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def cells(rows: bytes, strings: bytes = b"") -> bytes:
    """An XLSX whose first sheet has these rows."""
    parts = {"xl/worksheets/sheet1.xml": SHEET % rows}
    return zipped(parts | ({"xl/sharedStrings.xml": STRINGS % strings} if strings else {}), sheet([[1, "a"]]))


def document(body: bytes) -> bytes:
    return zipped({"word/document.xml": BODY % body}, word("x"))


def entities(depth: int, wide: int) -> bytes:
    """The declaration of entities that multiply, and a use of the last."""
    lines = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * wide}">' for n in range(1, depth))
    return f'<!DOCTYPE x [<!ENTITY a0 "ha">{lines}]>'.encode()


def _lying() -> bytes:
    """A ZIP whose directory declares a hundred bytes where there are a hundred million."""
    body = bytearray(zipped({"word/document.xml": b"\x20" * 100_000_000}, word("x")))
    size = struct.pack("<I", 100_000_000)
    at = body.find(size)
    while at >= 0:
        body[at : at + 4] = struct.pack("<I", 100)
        at = body.find(size)
    return bytes(body)


def _overlapping() -> bytes:
    """A ZIP whose ten thousand names all stand for the same packed bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/media/a.png", b"\0" * 50_000_000)
        info = archive.infolist()[0]
        for number in range(4_000):
            copy = zipfile.ZipInfo(f"xl/media/{number}.png")
            for name in ("compress_type", "CRC", "compress_size", "file_size", "header_offset", "flag_bits"):
                setattr(copy, name, getattr(info, name))
            archive.filelist.append(copy)
            archive.NameToInfo[copy.filename] = copy
    return out.getvalue()


def _binary_main_part() -> bytes:
    """A Word file whose main part is named .bin and swells to 79 MB of elements."""
    part = "word/document.bin"
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        b'<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        b'<Override PartName="/word/document.bin" ContentType='
        b'"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
    )
    relations = (
        b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
        b'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" '
        b'Target="word/document.bin"/></Relationships>'
    )
    paragraphs = b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 2_000_000
    return zipped({"[Content_Types].xml": types, "_rels/.rels": relations, part: BODY % paragraphs})


def _compound(stream: bytes) -> bytes:
    """An OLE file with one stream named Workbook."""
    stream += b"\0" * (-len(stream) % 512 or 0)
    stream = stream.ljust(4096, b"\0")
    count = len(stream) // 512
    table = 1 + (count + 2) // 128
    fat = [0xFFFFFFFD] * table + [0xFFFFFFFE] + [*range(table + 2, table + 1 + count), 0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (table * 128 - len(fat))
    head = OLE + b"\0" * 16 + struct.pack("<HHHHH", 0x3E, 3, 0xFFFE, 9, 6) + b"\0" * 6
    head += struct.pack("<IIIIIIIII", 0, table, table, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    head += b"".join(struct.pack("<I", n if n < table else 0xFFFFFFFF) for n in range(109))

    def entry(name: str, kind: int, child: int, start: int, size: int) -> bytes:
        raw = name.encode("utf-16-le")
        links = struct.pack("<III", 0xFFFFFFFF, 0xFFFFFFFF, child)
        length = len(raw) + 2 if name else 0
        return (
            raw.ljust(64, b"\0")
            + struct.pack("<HBB", length, kind, 1)
            + links
            + b"\0" * 36
            + struct.pack("<IQ", start, size)
        )

    directory = entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + entry("Workbook", 2, 0xFFFFFFFF, table + 1, len(stream))
    directory += entry("", 0, 0xFFFFFFFF, 0, 0) * 2
    return head + b"".join(struct.pack("<I", n) for n in fat) + directory + stream


def old_sheet(*corners: tuple[int, int]) -> bytes:
    """An XLS with a number in each of these cells (row, column)."""

    def record(kind: int, data: bytes) -> bytes:
        return struct.pack("<HH", kind, len(data)) + data

    begin = struct.pack("<HHHHII", 0x600, 5, 0, 1997, 0, 0)
    sheet_begin = struct.pack("<HHHHII", 0x600, 0x10, 0, 1997, 0, 0)
    head = record(0x809, begin)
    name = b"A"
    bound = record(0x85, struct.pack("<IBBBB", 0, 0, 0, len(name), 0) + name)
    start = len(head) + len(bound) + 4
    bound = record(0x85, struct.pack("<IBBBB", start, 0, 0, len(name), 0) + name)
    rows = b"".join(record(0x203, struct.pack("<HHHd", row, column, 0, 1.0)) for row, column in corners)
    return _compound(head + bound + record(0x0A, b"") + record(0x809, sheet_begin) + rows + record(0x0A, b""))


def _words(text: bytes, times: int) -> bytes:
    return document(b"<w:p><w:r><w:t>" + text * times + b"</w:t></w:r></w:p>")


def _repeated(attributes: bytes) -> bytes:
    rows = (
        b'<office:spreadsheet><table:table table:name="a"><table:table-row %s><table:table-cell '
        b'table:number-columns-repeated="16000" office:value-type="float" office:value="1"/></table:table-row>'
        b"</table:table></office:spreadsheet>"
    ) % attributes
    return zipped({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet", "content.xml": OPEN % rows})


def _members(count: int) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(count):
            archive.writestr(f"word/{number}.xml", b"")
    return out.getvalue()


OFFICES: dict[str, Make] = {
    "a sheet of two cells, first and last": lambda: cells(
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'
    ),
    "a sheet of two cells, attributes first": lambda: cells(
        b"<row r='1'><c t='n' r='A1'><v>1</v></c></row><row r='1048576'><c t='n' r='XFD1048576'><v>1</v></c></row>"
    ),
    "a sheet of two cells ten thousand columns apart": lambda: cells(
        b'<row r="1"><c r="A1"><v>1</v></c></row><row r="9999"><c r="NTP9999"><v>1</v></c></row>'
    ),
    "a string of 4 MB in four thousand cells": lambda: cells(
        b"<row>" + b'<c t="s"><v>0</v></c>' * 3_990 + b"</row>", b"<si><t>" + b"a" * 4_000_000 + b"</t></si>"
    ),
    "a string of 40 kB in ninety thousand cells": lambda: cells(
        (b"<row>" + b'<c t="s"><v>0</v></c>' * 30 + b"</row>") * 3_000, b"<si><t>" + b"a" * 40_000 + b"</t></si>"
    ),
    "three million rows": lambda: cells(b"<row><c><v>1</v></c></row>" * 1_300_000),
    "one row of a million cells": lambda: cells(b"<row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row>"),
    "a million strings": lambda: cells(b"<row><c><v>1</v></c></row>", b"<si><t>a</t></si>" * 1_000_000),
    "a sheet nested a hundred thousand deep": lambda: cells(b"<a>" * 100_000 + b"</a>" * 100_000),
    "a sheet that swells to 300 MB": lambda: cells(b" " * 300_000_000),
    "a row repeated a million times": lambda: _repeated(b'table:number-rows-repeated="1000000"'),
    "a row repeated a million times, in other words": lambda: _repeated(
        b"table:number-rows-repeated='1000000' table:visibility='visible'"
    ),
    "an old sheet with cells A1 and IV65536": lambda: old_sheet((0, 0), (65_535, 255)),
    "an old sheet of rubbish": lambda: OLE + bytes(range(256)) * 4_000,
    "an old sheet of noughts": lambda: OLE + b"\0" * 5_000_000,
    "an old Word file of letters": lambda: OLE + "WordDocument".encode("utf-16-le") + b"ab " * 3_000_000,
    "an old Word file of broken runs": lambda: OLE + "WordDocument".encode("utf-16-le") + (b"a" * 39 + b"\0") * 100_000,
    "a Word file that swells to 300 MB": lambda: zipped({"word/document.xml": b" " * 300_000_000}, word("x")),
    "a Word file that lies about its sizes": _lying,
    "a Word file whose main part is binary": _binary_main_part,
    "a Word file of one word of 11 MB": lambda: _words(b"a", 11_000_000),
    "a Word file of a quarter of a million paragraphs": lambda: document(
        b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 250_000
    ),
    "a Word file nested a hundred thousand deep": lambda: document(b"<w:tbl>" * 100_000),
    "a Word file of nested tables": lambda: document(
        b"<w:tbl><w:tr><w:tc><w:p/>" * 200
        + b"<w:p><w:r><w:t>a</w:t></w:r></w:p>" * 5_000
        + b"</w:tc></w:tr></w:tbl>" * 200
    ),
    "a Word file of entities": lambda: zipped(
        {"word/document.xml": entities(10, 10) + BODY % b"<w:p><w:r><w:t>&a9;</w:t></w:r></w:p>"}, word("x")
    ),
    "slides of entities": lambda: zipped({"ppt/slides/slide1.xml": entities(10, 10) + SLIDE % b"<a:t>&a9;</a:t>"}),
    "sixty slides of 1 MB": lambda: zipped(
        {f"ppt/slides/slide{n}.xml": SLIDE % (b"<a:t>a</a:t>" * 90_000) for n in range(60)}
    ),
    "an open text of a million spans": lambda: zipped(
        {
            "mimetype": b"application/vnd.oasis.opendocument.text",
            "content.xml": OPEN % (b"<office:text>" + b"<text:span>a</text:span>" * 480_000 + b"</office:text>"),
        }
    ),
    "an archive of overlapping members": _overlapping,
    "an archive of twenty thousand names": lambda: _members(20_000),
}
