"""The system a site is made with (WordPress, Joomla, ...), by the marks its home page carries. Informational."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice

from auditor.data import table
from auditor.model import Fetch
from auditor.web.hosts import canonical, host_of

_FILES = re.compile(rb"(?:href|src|content|action)\s*=\s*[\"']?([^\"'\s>]{4,300})", re.I)
_MOST_FILES = 600  # addresses of a home page that are looked at
_MOST_BYTES = 400_000


def system_of(home: Fetch, generators: Iterable[str] = ()) -> str:
    """The name of the system a home page was made with; "" where nothing tells.

    What the pages call themselves (``generators``) goes before addresses of own files, those before words of the page
    and headers. Files of other hosts say nothing: an office may show the Kanwil's pictures.
    """
    body = home.body[:_MOST_BYTES]
    told = {
        "pembuat": " ".join(generators).lower(),
        "alamat": "\n".join(_own_files(body, home.address)),
        "isi": body.lower().decode("utf-8", "replace"),
        "kepala": "\n".join(f"{name}: {value}".lower()[:500] for name, value in home.headers),
    }
    for sorts in (("pembuat",), ("alamat",), ("isi", "kepala")):
        for system in table("systems")["sistem"]:
            marks = ((sort, mark) for sort in sorts for mark in system.get(sort, ()))
            if any(re.search(mark, told[sort]) if sort == "kepala" else mark in told[sort] for sort, mark in marks):
                return str(system["nama"])
    return ""


def _own_files(body: bytes, url: str) -> set[str]:
    """The addresses (path and query, lower case) of the host's own files and pages that a page names."""
    named = (match[1].decode("utf-8", "replace") for match in islice(_FILES.finditer(body), _MOST_FILES))
    found = {canonical(raw.replace("&amp;", "&"), url) for raw in named if not raw.startswith(("#", "data:"))}
    host = host_of(url)
    return {address.partition("://")[2].lower() for address in found if address and host_of(address) == host}
