"""Text and tables of word-processor files, spreadsheets and slides.

Every one of the newer kinds is a ZIP: it is unpacked once for measure, and not opened by a reader when it grows beyond
a limit. A sheet of two cells may still fill the memory: the caller reads where that is limited (``auditor.limited``).
"""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from io import BytesIO
from itertools import islice
from typing import Any

import python_calamine
from lxml import etree

from auditor.observations import Document, DocumentKind, DocumentProblem, Table

_TEXT = 60_000  # characters kept
_ROWS, _COLUMNS, _SHEETS, _TABLES = 3_000, 60, 12, 30
_PART = 12_000_000  # bytes one XML part may grow to
_WHOLE = 80_000_000
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"


def read_zip(body: bytes, claimed: Document) -> Document:
    """What a ZIP holds: DOCX, XLSX, ODS or PPTX read as such, anything else as an archive of named files."""
    try:
        with zipfile.ZipFile(BytesIO(body)) as archive:
            names = [info.filename for info in archive.infolist()]
            kind = _kind(archive, names)
            unread = replace(claimed, kind=kind)
            if any(info.flag_bits & 1 for info in archive.infolist()):
                return replace(unread, problem=DocumentProblem.ENCRYPTED)
            if kind is DocumentKind.ARCHIVE:
                return replace(unread, text="\n".join(names[:200])[:_TEXT])
            if not _measured(archive, kind):
                return replace(unread, problem=DocumentProblem.TOO_LARGE)
            if kind is DocumentKind.PPTX:
                return _slides(archive, names, unread)
            if kind is DocumentKind.UNKNOWN:
                return _open_text(archive, unread)
    except NotImplementedError:  # packed in a way that nobody unpacks
        return replace(claimed, kind=DocumentKind.ARCHIVE, problem=DocumentProblem.UNSUPPORTED)
    except (zipfile.BadZipFile, OSError, EOFError, ValueError, KeyError, RuntimeError, etree.XMLSyntaxError):
        return replace(claimed, kind=DocumentKind.ARCHIVE, problem=DocumentProblem.BROKEN)
    return _docx(body, unread) if kind is DocumentKind.DOCX else read_sheets(body, unread)


def _kind(archive: zipfile.ZipFile, names: list[str]) -> DocumentKind:
    if "mimetype" in names and archive.getinfo("mimetype").file_size < 200:
        declared = archive.read("mimetype")
        if b"spreadsheet" in declared:
            return DocumentKind.ODS
        if b"opendocument.text" in declared:
            return DocumentKind.UNKNOWN  # read as text; the vocabulary has no word of its own for it
    for prefix, kind in (("word/", DocumentKind.DOCX), ("xl/", DocumentKind.XLSX), ("ppt/", DocumentKind.PPTX)):
        if any(name.startswith(prefix) for name in names):
            return kind
    return DocumentKind.ARCHIVE


def _measured(archive: zipfile.ZipFile, kind: DocumentKind) -> bool:
    """Whether the parts stay within the limits when unpacked; sizes are counted, not believed."""
    if len(archive.infolist()) > 5_000:
        return False
    total = 0
    of_part = _PART * 3 if kind in (DocumentKind.XLSX, DocumentKind.ODS) else _PART
    for info in archive.infolist():
        limit = of_part if info.filename.endswith((".xml", ".rels", ".vml")) else _WHOLE
        if info.file_size > limit:
            return False
        size = 0
        with archive.open(info) as stream:
            while chunk := stream.read(1_000_000):
                size += len(chunk)
                if size > limit or total + size > _WHOLE:
                    return False
        total += size
    return True


def _docx(body: bytes, unread: Document) -> Document:
    import docx  # 10 MB that a process without Word files never needs

    try:
        document = docx.Document(BytesIO(body))
        properties = document.core_properties
        title = " ".join((properties.title or "").split())[:300]
        root = document.element.body
    except (KeyError, ValueError, OSError, AttributeError, etree.XMLSyntaxError, zipfile.BadZipFile) as error:
        problem = DocumentProblem.EMPTY if isinstance(error, AttributeError) else DocumentProblem.BROKEN
        return replace(unread, problem=problem)
    lines: list[str] = []
    length = 0
    tables: list[Table] = []
    for element in root.iterchildren():
        if element.tag == _W + "tbl" and len(tables) < _TABLES:
            rows = _word_rows(element)
            if rows:
                tables.append(rows_as_table(rows))
                lines += [" | ".join(cell for cell in row if cell) for row in rows[:400]]
        else:
            lines += [_word_text(paragraph) for paragraph in element.iter(_W + "p")]
        length += len(lines[-1]) + 1 if lines else 0
        if len(lines) > 8_000 or length > 2 * _TEXT:
            break
    text = "\n".join(line for line in lines if line)[:_TEXT]
    empty = not text and next(root.iter(_A + "blip"), None) is None
    problem = DocumentProblem.EMPTY if empty else DocumentProblem.NONE
    return replace(unread, text=text, title=title, tables=tuple(tables), problem=problem)


def _word_text(element: Any) -> str:
    return " ".join("".join(node.text or "" for node in element.iter(_W + "t")).split())


def _word_rows(table: Any) -> list[tuple[str, ...]]:
    rows = (
        tuple(
            " ".join(_word_text(paragraph) for paragraph in cell.iter(_W + "p")).strip()
            for cell in islice(row.iterchildren(_W + "tc"), _COLUMNS)
        )
        for row in table.iterchildren(_W + "tr")
    )
    return list(islice(filter(any, rows), _ROWS))


def _slides(archive: zipfile.ZipFile, names: list[str], unread: Document) -> Document:
    slides = [name for name in names if re.fullmatch(r"ppt/slides/slide\d{1,4}\.xml", name)]
    slides.sort(key=lambda name: int(re.sub(r"\D", "", name)))
    texts = []
    for name in slides[:60]:
        root = etree.fromstring(archive.read(name), etree.XMLParser(resolve_entities=False, no_network=True))
        texts.append(" ".join((node.text or "").strip() for node in root.iter(_A + "t")))
    text = "\n".join(texts).strip()[:_TEXT]
    problem = DocumentProblem.NONE if slides else DocumentProblem.EMPTY
    return replace(unread, text=text, pages=len(slides), problem=problem)


def _open_text(archive: zipfile.ZipFile, unread: Document) -> Document:
    root = etree.fromstring(archive.read("content.xml"), etree.XMLParser(resolve_entities=False, no_network=True))
    text = "\n".join(line for line in (" ".join(str(piece).split()) for piece in root.itertext()) if line)[:_TEXT]
    problem = DocumentProblem.NONE if text else DocumentProblem.EMPTY
    return replace(unread, kind=DocumentKind.DOCX, text=text, problem=problem)


def read_sheets(body: bytes, unread: Document) -> Document:
    """The sheets of a spreadsheet as lines of cells and as tables; the caller has measured it."""
    try:
        book = python_calamine.CalamineWorkbook.from_filelike(BytesIO(body))
    except python_calamine.PasswordError:
        return replace(unread, problem=DocumentProblem.ENCRYPTED)
    except (python_calamine.CalamineError, OSError, ValueError):
        return replace(unread, problem=DocumentProblem.BROKEN)
    lines: list[str] = []
    tables: list[Table] = []
    for name in book.sheet_names[:_SHEETS]:
        try:
            cells = book.get_sheet_by_name(name).to_python(nrows=_ROWS)
        except (python_calamine.CalamineError, OSError, ValueError):
            continue
        rows = [tuple(_cell(value) for value in row[:_COLUMNS]) for row in cells]
        rows = [row for row in rows if any(row)]
        if rows:
            tables.append(rows_as_table(rows, name))
            lines += [" | ".join(cell for cell in row if cell) for row in rows]
    text = "\n".join(lines)[:_TEXT]
    title = next((line for line in lines if len(line) > 4), "")[:200]
    problem = DocumentProblem.NONE if text else DocumentProblem.EMPTY
    pages = len(book.sheet_names)
    return replace(unread, text=text, title=title, tables=tuple(tables), pages=pages, problem=problem)


def rows_as_table(rows: list[tuple[str, ...]], section: str = "") -> Table:
    """A table whose header row is found among its first rows (titles often stand above it)."""
    width = max(sum(bool(cell) for cell in row) for row in rows[:40])
    least = max(2, (width * 3 + 4) // 5)  # cells of the header row with words
    worded = (sum(any(map(str.isalpha, cell)) for cell in row) for row in rows[:15])
    at = next((index for index, cells in enumerate(worded) if cells >= least), None)
    if at is None:
        return Table((), tuple(rows), section)
    body = [row for row in rows[at + 1 :] if not _counting(row)]
    return Table(rows[at], tuple(body), section)


def _counting(row: tuple[str, ...]) -> bool:
    """The row "1 2 3 4" below a header."""
    filled = [cell.strip("()") for cell in row if cell]
    return len(filled) > 1 and filled == [str(number) for number in range(1, len(filled) + 1)]


def _cell(value: object) -> str:
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    return " ".join(str(value).replace("\x00", "").split())[:500]
