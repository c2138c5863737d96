"""The system a site is made with (WordPress, Joomla, ...), by the marks its home page carries. Informational."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from auditor.data import table
from auditor.model import Fetch
from auditor.web.hosts import canonical, host_of

_FILES = re.compile(rb"(?:href|src|content|action)\s*=\s*[\"']?([^\"'\s>]{4,300})", re.I)
_MOST_FILES = 600  # addresses of a home page that are looked at
_MOST_BYTES = 400_000


@dataclass(frozen=True, slots=True)
class _Marks:
    name: str
    generators: tuple[str, ...]
    addresses: tuple[str, ...]
    texts: tuple[bytes, ...]
    headers: tuple[re.Pattern[str], ...]


@cache
def _known() -> tuple[_Marks, ...]:
    """The marks of auditor/data/systems.toml, in its order."""
    return tuple(
        _Marks(
            row["nama"],
            tuple(row.get("pembuat", ())),
            tuple(row.get("alamat", ())),
            tuple(text.encode() for text in row.get("isi", ())),
            tuple(re.compile(text) for text in row.get("kepala", ())),
        )
        for row in table("systems")["sistem"]
    )


def system_of(home: Fetch, generators: Iterable[str] = ()) -> str:
    """The name of the system a home page was made with; "" where nothing tells.

    What the pages call themselves (``generators``) goes before addresses of own files, those before words of the page
    and headers. Files of other hosts say nothing: an office may show the Kanwil's pictures.
    """
    named = " ".join(generators).lower()
    for marks in _known():
        if any(word in named for word in marks.generators):
            return marks.name
    body = home.body[:_MOST_BYTES]
    own = _own_files(body, home.address)
    lowered = body.lower()
    headers = "\n".join(f"{name}: {value}".lower()[:500] for name, value in home.headers)
    for marks in _known():
        if any(mark in address for mark in marks.addresses for address in own):
            return marks.name
    for marks in _known():
        if any(text in lowered for text in marks.texts) or any(p.search(headers) for p in marks.headers):
            return marks.name
    return ""


def _own_files(body: bytes, url: str) -> set[str]:
    """The addresses (path and query, lower case) of the host's own files and pages that a page names."""
    host = host_of(url)
    found: set[str] = set()
    for n, match in enumerate(_FILES.finditer(body)):
        if n >= _MOST_FILES:
            break
        raw = match.group(1).decode("utf-8", "replace").replace("&amp;", "&")
        if raw.startswith(("#", "data:", "javascript:", "mailto:", "tel:")):
            continue
        address = canonical(raw, url)
        if address and host_of(address) == host:
            found.add(address.split("://", 1)[-1].lower())
    return found
