"""What an answer tells without being read: whether it is a page, and where its refresh leads."""

from __future__ import annotations

import re

from auditor.model import Fetch
from auditor.web.hosts import canonical

HTML = ("text/html", "application/xhtml+xml")
FILES = (b"%PDF", b"PK\x03\x04")
#: seconds, then a separator, then the address with or without "url=" (HTML, 4.2.5.3)
_REFRESH = re.compile(r"[\d.]*\s*[;,\s]\s*(?:url\s*=\s*)?(\S.*)$", re.I | re.S)


def is_html(fetch: Fetch) -> bool:
    """Whether an answer is a page, by its type or, without one, by its first bytes; many a file is sent as a page."""
    start = fetch.body[:1024].lstrip().lower()
    typed = fetch.media_type in HTML or (not fetch.media_type and start.startswith((b"<!doctype", b"<html", b"<head")))
    return typed and not fetch.body.startswith(FILES)


def refresh_target(content: str, base: str) -> str:
    """The address a refresh leads to, of a <meta> or a header, as browsers read it: with or without "url=" and quotes.

    "" for one that only loads the same page again.
    """
    found = _REFRESH.match(content.strip())
    if found is None:
        return ""
    address = found[1]
    if address[:1] in ("'", '"'):
        address = address[1:].partition(address[0])[0]
    target = canonical(address.strip(), base)
    return target if target != canonical(base) else ""
