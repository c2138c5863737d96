"""A PDF's text, number of pages and own title, by pypdfium2.

PDFium is not thread-safe, not even across documents (pypdfium2#303): every call stands under one lock. It knows no
limit to what a stream unpacks to or a page draws, and no look at a file's bytes tells: the caller reads where memory
and time are limited (``auditor.limited``).
"""

from __future__ import annotations

import re
import threading
from dataclasses import replace

import pypdfium2 as pdfium

from auditor.observations import Document, DocumentKind, DocumentProblem

_LOCK = threading.Lock()
_FIRST_PAGES = 3
_PAGE_CHARACTERS = 15_000
_OBJECTS = 40_000  # drawn on the pages read so far: a plan or a map, after which no further page is read
_PROGRAM = re.compile(
    r"^(?:microsoft (?:word|excel|powerpoint)|powerpoint presentation|word|untitled|document\d*|slide \d*)\b[\s:-]*",
    re.I,
)
_WATERMARK = re.compile(r"(?:scanned|dipindai)\s+(?:by|with|dengan|oleh)\s+\w+", re.IGNORECASE)
_EXTENSION = re.compile(r"\.(?:docx?|xlsx?|pptx?|pdf|rtf|odt|indd|cdr|jpe?g|png)$", re.I)
_NO_TITLE = re.compile(
    r"^(?:[\W\d_]*|scan.*|img.*|image.*|camscanner.*|document|dokumen|presentation|blank|print|a4|.{1,3})$", re.I
)


def read_pdf(body: bytes, claimed: Document) -> Document:
    """A PDF with its text (the first three pages and the last one), its number of pages and its own title, or with the
    problem that kept it from being read; raises nothing of PDFium's."""
    unread = replace(claimed, kind=DocumentKind.PDF)
    with _LOCK:
        try:
            document = pdfium.PdfDocument(body)
        except pdfium.PdfiumError as error:
            locked = error.err_code in (pdfium.raw.FPDF_ERR_PASSWORD, pdfium.raw.FPDF_ERR_SECURITY)
            return replace(unread, problem=DocumentProblem.ENCRYPTED if locked else DocumentProblem.BROKEN)
        try:
            return _read(document, unread)
        except pdfium.PdfiumError:
            return replace(unread, problem=DocumentProblem.BROKEN)
        finally:
            document.close()


def _read(document: pdfium.PdfDocument, unread: Document) -> Document:
    count = len(document)
    if not count:
        return replace(unread, pages=0, problem=DocumentProblem.EMPTY)
    texts: list[str] = []
    read = drawn = 0
    for index in sorted({*range(min(_FIRST_PAGES, count)), count - 1}):
        if drawn > _OBJECTS:
            break
        try:
            page = document[index]
        except pdfium.PdfiumError:
            continue
        read += 1
        try:
            drawn += max(0, pdfium.raw.FPDFPage_CountObjects(page.raw))
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
        problem = DocumentProblem.BROKEN
    elif not drawn and not text.strip():
        problem = DocumentProblem.EMPTY
    elif sum(character.isalnum() for character in _WATERMARK.sub("", text)) < 16:
        problem = DocumentProblem.SCANNED
    return replace(unread, text=text.strip(), title=_title(document), pages=count, problem=problem)


def _title(document: pdfium.PdfDocument) -> str:
    """The title in the metadata, "" for a program's or a scanner's name."""
    try:
        raw = document.get_metadata_value("Title")
    except (pdfium.PdfiumError, UnicodeError, ValueError):
        return ""
    title = " ".join(str(raw).replace("\x00", "").replace("_", " ").split())[:300]
    title = _EXTENSION.sub("", _PROGRAM.sub("", title)).strip(" -")
    return "" if _NO_TITLE.match(title) else title
