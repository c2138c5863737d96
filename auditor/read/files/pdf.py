"""A PDF's text, number of pages and own title, by pypdfium2.

PDFium is not thread-safe, not even across documents (pypdfium2#303): every call stands under one lock. PDFium
inflates streams without a limit of ours, so streams are measured before it sees them.
"""

from __future__ import annotations

import re
import threading
import time
import zlib
from dataclasses import dataclass

import pypdfium2 as pdfium

from auditor.observations import DocumentProblem

_LOCK = threading.Lock()
_FIRST_PAGES = 3
_PAGE_CHARACTERS = 15_000
_SECONDS = 1.5
_INFLATED = 48_000_000  # bytes one stream, and 96 MB all together, may grow to
_SUSPECT = 48_000  # flate grows at most 1032-fold: smaller streams cannot pass the limit
_STREAM = re.compile(rb"stream\r?\n")
_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|excel|powerpoint)|powerpoint presentation|word|untitled|document\d*|slide \d*)\b[\s:-]*",
    re.I,
)
_WATERMARK = re.compile(r"(?:scanned|dipindai)\s+(?:by|with|dengan|oleh)\s+\w+", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|indd|cdr|jpe?g|png)$", re.I)
_NO_TITLE = re.compile(
    r"^(?:[\W\d_]*|scan.*|img.*|image.*|camscanner.*|document|dokumen|presentation|blank|print|a4|.{1,3})$", re.I
)


@dataclass(frozen=True, slots=True)
class PdfText:
    """What was read of a PDF: the first three pages and the last one."""

    text: str = ""
    title: str = ""  # from the metadata, when it is a title and not a program's or a scanner's name
    pages: int | None = None
    problem: DocumentProblem = DocumentProblem.NONE


def read_pdf(body: bytes) -> PdfText:
    """The text of a PDF, or the problem that kept it from being read; raises nothing of PDFium's."""
    if _bomb(body):
        return PdfText(problem=DocumentProblem.TOO_LARGE)
    with _LOCK:
        try:
            document = pdfium.PdfDocument(body)
        except pdfium.PdfiumError as error:
            locked = error.err_code in (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)
            return PdfText(problem=DocumentProblem.ENCRYPTED if locked else DocumentProblem.BROKEN)
        try:
            return _read(document)
        except pdfium.PdfiumError:
            return PdfText(problem=DocumentProblem.BROKEN)
        finally:
            document.close()


def _read(document: pdfium.PdfDocument) -> PdfText:
    count = len(document)
    if not count:
        return PdfText(pages=0, problem=DocumentProblem.EMPTY)
    started = time.monotonic()
    texts: list[str] = []
    read, drawn = 0, False
    for index in sorted({*range(min(_FIRST_PAGES, count)), count - 1}):
        if time.monotonic() - started > _SECONDS:
            break
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue
        read += 1
        try:
            drawn = drawn or pdfium.raw.FPDFPage_CountObjects(page.raw) > 0
            layer = page.get_textpage()
            characters = min(layer.count_chars(), _PAGE_CHARACTERS)
            texts.append(layer.get_text_range(0, characters) if characters > 0 else "")
            layer.close()
        except pdfium.PdfiumError:
            continue
        finally:
            page.close()
    text = "\n".join(texts).replace("\r\n", "\n").replace("\r", "\n").replace("\x00", "").replace("\ufffe", "")
    problem = DocumentProblem.NONE
    if not read:
        problem = DocumentProblem.TOO_HEAVY if time.monotonic() - started > _SECONDS else DocumentProblem.BROKEN
    elif not drawn and not text.strip():
        problem = DocumentProblem.EMPTY
    elif sum(character.isalnum() for character in _WATERMARK.sub("", text)) < 16:
        problem = DocumentProblem.SCANNED
    return PdfText(text.strip(), _title(document), count, problem)


def _title(document: pdfium.PdfDocument) -> str:
    try:
        raw = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeError, ValueError):
        return ""
    title = " ".join(str(raw).replace("\x00", "").replace("_", " ").split())[:300]
    title = _EXTENSION.sub("", _PROGRAM.sub("", title)).strip(" -")
    return "" if _NO_TITLE.match(title) else title


def _bomb(body: bytes) -> bool:
    """Whether a stream that is no picture grows beyond all measure when inflated, or is packed more than once."""
    total = 0
    for found in _STREAM.finditer(body):
        start = found.end()
        head = body[max(0, start - 600) : start]
        head = head[head.rfind(b" obj") + 1 :]
        if (
            head.count(b"/FlateDecode") + head.count(b"/Fl ") + head.count(b"/LZWDecode") > 1
            and b"DecodeParms" not in head
        ):
            return True
        if b"/Image" in head or b"/FlateDecode" not in head:
            continue
        end = body.find(b"endstream", start)
        end = len(body) if end < 0 else end
        if end - start < _SUSPECT:
            continue
        grown = _inflated(body[start:end])
        total += grown
        if grown > _INFLATED or total > 2 * _INFLATED:
            return True
    return False


def _inflated(packed: bytes) -> int:
    """How many bytes a stream grows to, counted no further than the limit and kept nowhere."""
    engine, size, rest = zlib.decompressobj(), 0, packed
    try:
        while rest and not engine.eof and size <= _INFLATED:
            size += len(engine.decompress(rest, 1_000_000))
            rest = engine.unconsumed_tail
    except zlib.error:
        pass
    return size
