"""A file's bytes -> Document: what kind it really is, what it says, or what is wrong with it.

The kind is told by the content, never by the extension: a "PDF" that is a web page's error message is no document.
"""

from __future__ import annotations

import csv
import hashlib
import logging
import re
from dataclasses import replace
from io import StringIO
from itertools import islice
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser

from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.language.years import years_of
from auditor.observations import Document, DocumentKind, DocumentProblem
from auditor.read.files.officefiles import read_sheets, read_zip, rows_as_table
from auditor.read.files.picture import picture_size
from auditor.read.page import head
from auditor.read.page.html import parse

_log = logging.getLogger(__name__)
_LARGEST = 40_000_000  # bytes; the crawl stops at its own, smaller limit
_LARGEST_LEGACY = 6_000_000
_SMALLEST_PICTURE = 60
_TEXT = 60_000
_CLAIMS = table("documents")["claims"]
_SUFFIXES = {suffix: DocumentKind(kind) for kind, suffixes in _CLAIMS["suffixes"].items() for suffix in suffixes}
_MEDIA_TYPES = {word: DocumentKind(kind) for word, kind in _CLAIMS["media_types"].items()}
_SHEETS = (DocumentKind.XLS, DocumentKind.XLSX, DocumentKind.DOC, DocumentKind.DOCX, DocumentKind.CSV)
_SHEET = re.compile(
    rb"^\s*(?>(?><!--.{0,2000}?-->)\s*+)*+(?:<\?xml[^>]{0,200}>\s*)?<(?:!doctype\s+html|html|head|body|meta|style|table)\b",
    re.I | re.S,
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(rb"\s*<(?:!--|(?:!doctype\s+html|html|head|body|script|meta|title|div|h1)\b)", re.I)
_LETTERHEAD = re.compile("|".join(table("documents")["letterhead"]["lines"]), re.IGNORECASE)


def read_document(body: bytes, media_type: str, url: str) -> Document:
    """The document in a body: kind, title, text, tables, pages, and its problem if it has one. Never raises.

    ``years``, ``period`` and ``owner`` are left to the caller, who knows the links' names and the site.
    """
    claimed = _claimed(body, media_type, url)
    if not body.strip(b"\x00 \t\r\n"):
        return replace(claimed, problem=DocumentProblem.EMPTY)
    if len(body) > _LARGEST:
        return replace(claimed, problem=DocumentProblem.TOO_LARGE)
    try:
        found = _read(body, claimed)
    except (MemoryError, RecursionError):
        return too_heavy(body, media_type, url)
    except Exception:  # noqa: BLE001 - a reader's failure loses this document, not the run
        _log.exception("dokumen tidak dapat dibaca: %s", url)
        return replace(claimed, problem=DocumentProblem.BROKEN)
    return replace(found, problem=DocumentProblem.EMPTY) if found.usable and _dummy(found) else found


def too_heavy(body: bytes, media_type: str, url: str) -> Document:
    """What can be said of a body that no reader can be trusted with."""
    kind = DocumentKind.PDF if b"%PDF-" in body[:1024] else _by_name(media_type, url)
    return replace(_claimed(body, media_type, url), kind=kind, problem=DocumentProblem.TOO_HEAVY)


def _claimed(body: bytes, media_type: str, url: str) -> Document:
    """A document of the kind that it claims to be, unread."""
    digest = hashlib.sha256(body).hexdigest() if body else ""
    return Document(url, _by_name(media_type, url), size=len(body), digest=digest)


def _read(body: bytes, claimed: Document) -> Document:
    if b"%PDF-" in body[:1024]:
        from auditor.read.files.pdf import read_pdf  # PDFium: not for the processes that meet no PDF

        return _entitled(read_pdf(body, claimed))
    if body.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _entitled(read_zip(body, claimed))
    if body.startswith(_OLE):
        return _entitled(_legacy(body, claimed))
    if body.startswith((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")):
        return replace(claimed, kind=DocumentKind.ARCHIVE)
    if claimed.kind in _SHEETS and _SHEET.match(body[:4000]):
        return _sheet_of_markup(body, claimed)
    if _HTML.match(body[:4000]):
        return _web_page(body, claimed)
    size = picture_size(body)
    if size is not None:
        problem = DocumentProblem.BROKEN if len(body) < _SMALLEST_PICTURE else DocumentProblem.NONE
        width, height = size[0] or None, size[1] or None
        return replace(claimed, kind=DocumentKind.IMAGE, width=width, height=height, problem=problem)
    return _plain(body, claimed)


def _entitled(found: Document) -> Document:
    """A document with the better of the title that it bears and the one that its text begins with."""
    if found.kind in (DocumentKind.XLSX, DocumentKind.XLS, DocumentKind.ODS):  # entitled by their first line
        return found
    return replace(found, title=_best_title(found.title, found.text))


def _legacy(body: bytes, claimed: Document) -> Document:
    """Word and Excel before 2007. Word's text is picked out of the bytes: rough, but its words are there."""
    if "WordDocument".encode("utf-16-le")[:-1] in body:
        text = _strings(body)
        problem = DocumentProblem.NONE if text else DocumentProblem.EMPTY
        return replace(claimed, kind=DocumentKind.DOC, text=text, problem=problem)
    if "EncryptedPackage".encode("utf-16-le")[:-1] in body:
        return replace(claimed, problem=DocumentProblem.ENCRYPTED)
    if "PowerPoint Document".encode("utf-16-le")[:-1] in body:
        return replace(claimed, kind=DocumentKind.PPTX, text=_strings(body))
    sheets = replace(claimed, kind=DocumentKind.XLS)
    if len(body) > _LARGEST_LEGACY:
        return replace(sheets, problem=DocumentProblem.TOO_LARGE)
    return read_sheets(body, sheets)


def _strings(body: bytes) -> str:
    """Runs of readable text in a binary file, in both encodings old Word uses."""
    body = body[:4_000_000]
    narrow = re.findall(rb"[\x20-\x7e\x0d\x09]{40,}", body)
    wide = re.findall(rb"(?:[\x20-\x7e\x0d\x09]\x00){20,}", body)
    lines = [run.decode("cp1252") for run in narrow] + [run.decode("utf-16-le") for run in wide]
    kept = (
        line for line in lines if sum(character.isalpha() or character == " " for character in line) > 0.8 * len(line)
    )
    return "\n".join(" ".join(part.split()) for line in kept for part in line.split("\r") if part.strip())[:_TEXT]


def _web_page(body: bytes, claimed: Document) -> Document:
    """A web page in a file's place: a log-in, an error, or a page that merely is no document."""
    words = table("documents")["web"]
    markup = body[:200_000].decode("utf-8", "replace")
    tree = LexborHTMLParser(markup[:30_000])  # its text grows costly with the depth of nesting
    title = head.title_of(tree)
    tree.strip_tags(["script", "style"])
    text = " ".join(tree.body.text(separator=" ").split())[:2_000] if tree.body else ""
    problem = DocumentProblem.UNSUPPORTED
    if 'type="password"' in markup.lower() or Phrases(words["login"]).any(title):
        problem = DocumentProblem.LOGIN
    elif Phrases(words["gone"]).any(title) or (len(text) < 600 and Phrases(words["gone"]).any(text)):
        problem = DocumentProblem.GONE
    return replace(claimed, kind=DocumentKind.UNKNOWN, title=title[:300], text=text, problem=problem)


def _sheet_of_markup(body: bytes, claimed: Document) -> Document:
    """A table that a program writes as HTML and sends as Excel or Word, which open it; a bare web page is none."""
    page = parse(body, claimed.url)
    filled = tuple(table for table in page.tables if table.rows)
    if not filled or page.password:
        return _web_page(body, claimed)
    lines = [page.text, *(" ".join(row) for table in filled for row in (table.headers, *table.rows))]
    text = "\n".join(dict.fromkeys(line for line in lines if line))[:_TEXT]
    return replace(claimed, text=text, title=_best_title(page.title, text), tables=filled)


def _plain(body: bytes, claimed: Document) -> Document:
    text = _decoded(body)
    if text is None:
        other = claimed.kind in (DocumentKind.UNKNOWN, DocumentKind.TEXT)
        return replace(claimed, problem=DocumentProblem.UNSUPPORTED if other else DocumentProblem.BROKEN)
    if text.lstrip().startswith("{\\rtf"):
        text = re.sub(r"\\'([0-9a-f]{2})", lambda hit: bytes.fromhex(hit[1]).decode("cp1252", "replace"), text)
        text = re.sub(r"\{\\\*[^{}]*\}|\\(?:par|line)\b", "\n", text)
        text = re.sub(r"\\[a-z]+-?\d* ?|[{}]", "", text)
    text = text[:_TEXT].strip()
    kind = DocumentKind.CSV if claimed.kind is DocumentKind.CSV else DocumentKind.TEXT
    rows = _csv_rows(text) if kind is DocumentKind.CSV else []
    tables = (rows_as_table(rows),) if rows else ()
    return replace(claimed, kind=kind, text=text, title=title_of(text), tables=tables)


def _decoded(body: bytes) -> str | None:
    """Plain text, or None for bytes that are none."""
    if body.startswith((b"\xff\xfe", b"\xfe\xff")):
        return body[:1_000_000].decode("utf-16", "replace")
    head = body[:1_000_000]
    if b"\x00" in head:
        return None
    try:
        return head.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = head.decode("cp1252", "replace")
    odd = sum(not (character.isprintable() or character in "\r\n\t") for character in text[:5_000])
    return None if odd > 0.02 * min(len(text), 5_000) or "\ufffd" in text[:5_000] else text


def _csv_rows(text: str) -> list[tuple[str, ...]]:
    first = text.split("\n", 1)[0]
    delimiter = max(";,\t|", key=first.count)
    try:
        reader = csv.reader(StringIO(text), delimiter=delimiter)
        rows = [tuple(" ".join(cell.split()) for cell in row[:60]) for row in islice(reader, 3_000)]
    except csv.Error:
        return []
    return [row for row in rows if any(row)]


def _by_name(media_type: str, url: str) -> DocumentKind:
    """The kind a file claims to be: used only where its content says nothing."""
    suffix = unquote(urlsplit(url).path if "://" in url else url).rsplit(".", 1)[-1].lower()
    typed = next((kind for word, kind in _MEDIA_TYPES.items() if word in media_type), DocumentKind.UNKNOWN)
    return _SUFFIXES.get(suffix, typed)


def _best_title(own: str, text: str) -> str:
    """The file's own title, unless its cover says otherwise: metadata often survive from the year before."""
    cover = title_of(text)
    if not own or own == cover:
        return cover
    told, seen = years_of(own)[0], years_of("", text=text[:700])[0]
    stale = bool(told and seen and not set(told) & set(seen))
    return cover if stale and cover else own


def title_of(text: str) -> str:
    """The title a text begins with, below the letterhead; "" for none."""
    lines = [" ".join(line.split()) for line in text[:3_000].split("\n")]
    lines = [line for line in lines if len(line) > 3 and not _LETTERHEAD.fullmatch(line)]
    if not lines:
        return ""
    title = lines[0]
    for line in lines[1:3]:  # a title set over several lines in capitals
        if not (title.isupper() and line.isupper()) or len(title) + len(line) > 160:
            break
        title += " " + line
    return title[:200]


def _dummy(document: Document) -> bool:
    """A file that stands in for one: next to no words, and those say so."""
    words = table("documents")["dummy"]
    text = f"{document.title} {document.text}"[:2_000]
    return 0 < len(normalise(text).split()) <= words["max_words"] and bool(Phrases(words["words"]).any(text))
