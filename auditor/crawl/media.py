"""What an answer or an address is by its labels: media types, file extensions, status codes, Retry-After."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from auditor.data import table
from auditor.model import FetchStatus

_MEDIA = table("crawl")["media"]
_EXTENSION = re.compile(r"\.([a-z0-9]{2,5})$", re.IGNORECASE)
_FILE_NAME = re.compile(r"""filename\*?=(?:UTF-8'')?"?([^";]+)""", re.IGNORECASE)
_MAGIC = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", b"{\\rtf", b"\xff\xd8\xff", b"\x89PNG", b"GIF8", b"Rar!")
_VIEWER_KEYS = ("file", "url", "src", "pdf", "doc", "document")


def extension(path: str) -> str:
    """The extension of a path's or file's name in lower case, "" for none: "pdf"."""
    found = _EXTENSION.search(unquote(path).rstrip())
    return found.group(1).lower() if found else ""


def is_markup(media_type: str) -> bool:
    return media_type in _MEDIA["markup"]


def is_readable(media_type: str) -> bool:
    """Whether an answer can be a page; an answer without a type may be."""
    return not media_type or media_type.startswith(tuple(_MEDIA["readable"])) or is_markup(media_type)


def is_document(media_type: str, headers: Mapping[str, str], path: str) -> bool:
    """Whether an answer is a file: by its type, or by its name where the type says nothing."""
    if media_type.startswith(tuple(_MEDIA["documents"])):
        return media_type != "image/svg+xml"
    name = _FILE_NAME.search(headers.get("content-disposition", ""))
    if name and names_document(name.group(1)):
        return True
    return (
        not (is_markup(media_type) or is_readable(media_type)) and may_be_document(media_type) and names_document(path)
    )


def may_be_document(media_type: str) -> bool:
    """Whether a type that names no kind of file could stand for one: no film, sound, font or program says so."""
    return not media_type.startswith(tuple(_MEDIA["never"]))


def begins_a_document(start: bytes) -> bool:
    """Whether bytes are the first ones of a document or a picture."""
    return b"%PDF-" in start or start.startswith(_MAGIC)


def looks_whole(body: bytes | bytearray, media_type: str) -> bool:
    """Whether a body ends as its kind does, whatever its announced length says."""
    tail = bytes(body[-1024:]).rstrip().lower()
    return tail.endswith(b"</html>") if is_markup(media_type) else b"%%eof" in tail


def names_document(path: str) -> bool:
    """Whether a path ends like a document's or a picture's."""
    return extension(path) in (*_MEDIA["document_extensions"], *_MEDIA["image_extensions"])


def viewed_file(url: str) -> str:
    """The file that a viewer's address shows ("viewer.html?file=/dip.pdf", gview?url=...), "" for none."""
    for name, value in parse_qsl(urlsplit(url).query) if "?" in url else ():
        if name.lower() in _VIEWER_KEYS and names_document(urlsplit(value).path):
            return urljoin(url, value)
    return ""


def status_of_code(code: int) -> FetchStatus:
    """The status of an HTTP status code alone, without a look at the body."""
    known = {
        401: FetchStatus.UNAUTHORIZED,
        407: FetchStatus.UNAUTHORIZED,
        403: FetchStatus.FORBIDDEN,
        404: FetchStatus.NOT_FOUND,
        410: FetchStatus.NOT_FOUND,
        429: FetchStatus.RATE_LIMITED,
    }
    if code in known:
        return known[code]
    if code >= 500:
        return FetchStatus.SERVER_ERROR
    if code >= 400:
        return FetchStatus.CLIENT_ERROR
    return FetchStatus.OK if 200 <= code < 300 else FetchStatus.BAD_RESPONSE


def retry_after(value: str, now: datetime) -> float | None:
    """The seconds a Retry-After header asks for (RFC 9110 section 10.2.3); None without a usable one."""
    value = value.strip()
    if value.isdecimal():
        return float(value[:9])
    try:
        when = parsedate_to_datetime(value)
    except (ValueError, TypeError):
        return None
    if when.tzinfo is None:
        when = when.replace(tzinfo=UTC)
    return max(0.0, (when - now).total_seconds())
