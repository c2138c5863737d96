"""Which part of a site's addresses changes nothing: learnt from pages that turned out to be copies. Pure.

"/en/profil", "/index.php/profil" and "/profil?sid=8" may be "/profil" again, or may not: sites differ. So the pages
themselves are asked. A folder or a parameter that was tried several times and never made a different page is passed
over from then on, wherever the address without it, or with another value of it, was opened.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlencode

from auditor.crawl.address import identity
from auditor.data import table

_ENOUGH = int(table("crawl")["traps"]["copies_per_part"])

Part = str  # of an address: "?sid", "/en"


class Variants:
    """The addresses of one site that were opened, and what their parts turned out to be good for."""

    def __init__(self) -> None:
        self._opened: dict[str, str] = {}  # identity -> address
        self._without: dict[str, dict[Part, str]] = {}  # what is left of an address without a part -> part -> address
        self._copies: Counter[Part] = Counter()
        self._telling: set[Part] = set()  # parts that make a different page
        self._idle: set[Part] = set()

    def opened(self, url: str, page: str, original: str = "") -> None:
        """Takes in an address that was opened, the address of the ``page`` it led to, and that page's ``original``.

        ``original`` is "" for a page that is no copy.
        """
        for part, other in self._beside(url):
            if original and identity(other) == identity(original):
                self._copies[part] += 1
                if self._copies[part] >= _ENOUGH:
                    self._idle.add(part)
            else:
                self._telling.add(part)
        self._idle -= self._telling
        if not original:
            for whole in {identity(url), identity(page)}:
                self._opened[whole] = page
                for part, rest in _shortened(whole):
                    self._without.setdefault(rest, {}).setdefault(part, page)

    def same_as(self, url: str) -> str:
        """The opened address of which another can only be a copy, by all that was learnt; "" where there is none."""
        if not self._idle:
            return ""
        return next((other for part, other in self._beside(url) if part in self._idle), "")

    def _beside(self, url: str) -> Iterator[tuple[Part, str]]:
        """The opened addresses that differ from an address in one part only, each with that part."""
        whole = identity(url)
        for part, rest in _shortened(whole):
            if rest in self._opened:
                yield part, self._opened[rest]
            if part in self._without.get(rest, {}):
                yield part, self._without[rest][part]
        yield from self._without.get(whole, {}).items()


@lru_cache(maxsize=8_192)
def _shortened(whole: str) -> tuple[tuple[Part, str], ...]:
    """An identity without each of its parts in turn."""
    address, _, fragment = whole.partition("#")
    path, _, query = address.partition("?")
    host, *folders = path.split("/")
    mark = f"#{fragment}" if fragment else ""
    found = [
        (f"/{folder}", f"{'/'.join([host, *folders[:at], *folders[at + 1 :]])}?{query}{mark}")
        for at, folder in enumerate(folders)
    ]
    pairs = parse_qsl(query, keep_blank_values=True) if "=" in query else []
    for name in dict.fromkeys(name for name, _ in pairs):
        rest = urlencode([pair for pair in pairs if pair[0] != name])
        found.append((f"?{name}", f"{path}?{rest}{mark}"))
    return tuple(found)
