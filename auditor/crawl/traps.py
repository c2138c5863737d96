"""Addresses that lead a crawler round in circles: calendars, endless lists, variants, session ids, invented pages."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

from auditor.data import table
from auditor.language.phrases import normalised

_TRAPS = table("crawl")["traps"]
_SESSION = frozenset(_TRAPS["session"])
_LANGUAGE, _OURS = frozenset(_TRAPS["language"]), frozenset(_TRAPS["ours"])
_TURNING = frozenset(_TRAPS["turning"])
_THEME = frozenset(_TRAPS["theme"])
_PAGINATION = frozenset(_TRAPS["pagination"])
_VARIANTS = frozenset(_TRAPS["variants"])
_CLOSED = frozenset(_TRAPS["closed"])
_CALENDAR = frozenset(_TRAPS["calendar"])
_PATH_SESSION = re.compile(r";jsessionid=[^/?#]*", re.IGNORECASE)
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z0-9]+")
_PAGE_IN_PATH = re.compile(r"/(?:page|hal|halaman|laman)[/-]\d+")
_SORTED = re.compile(r"(?:^|&)C=[NMSD](?:;|&)O=[AD]$", re.IGNORECASE)  # a server's own listing, ordered otherwise
_INDEX = re.compile(r"/(?:index|default|home)\.(?:php|html?|aspx?|jsp)$", re.IGNORECASE)


@lru_cache(maxsize=20_000)
def identity(url: str) -> str:
    """What two spellings of one address share: no scheme, no "www.", no session, no trailing slash, sorted query."""
    parts = urlsplit(_PATH_SESSION.sub("", url))
    query = sorted(
        (name, value)
        for name, value in parse_qsl(parts.query, keep_blank_values=True)
        if not _names_no_page(name, value)
    )
    bare = parts.query if "=" not in parts.query else ""  # "?/berita/1" is a route, not a parameter
    path = _INDEX.sub("/", parts.path).rstrip("/") if not query else parts.path.rstrip("/")
    host = parts.netloc.lower().removeprefix("www.")
    fragment = f"#{parts.fragment}" if parts.fragment else ""
    return f"{host}{path}?{bare or urlencode(query)}{fragment}"


def _names_no_page(name: str, value: str) -> bool:
    """Whether a parameter names no page, by its name: a visit, or the language that is ours."""
    name = name.lower()
    return name in _SESSION or (name in _LANGUAGE and value.lower() in _OURS)


def turns_pages(label: str) -> bool:
    """Whether a link's label only leads to a list's further pages ("2", "Berikutnya"); one without words does."""
    return all(word in _TURNING or not word.isalpha() for word in normalised(label).split())


def of_theme(url: str) -> bool:
    """Whether an address reads like one of the pages that a theme shows itself with."""
    words = set(re.split(r"[/._]", unquote(urlsplit(url).path).lower()))
    return not _THEME.isdisjoint(words | {piece for word in words for piece in word.split("-")})


def pattern(url: str) -> str:
    """The shape of an address: numbers and the last part's words are left out, of the query only the names."""
    parts = urlsplit(url)
    folders = [_DIGITS.sub("N", part) for part in parts.path.strip("/").split("/")]
    if folders and ("-" in folders[-1] or "N" in folders[-1]):
        folders[-1] = "*"
    names = ",".join(sorted({name.lower() for name, _ in parse_qsl(parts.query, keep_blank_values=True)}))
    return f"{parts.netloc}/{'/'.join(folders)}?{names}"


def is_pagination(url: str) -> bool:
    """Whether an address is a further page of a list."""
    parts = urlsplit(url)
    if _PAGE_IN_PATH.search(parts.path):
        return True
    return any(name.lower() in _PAGINATION and value.isdecimal() for name, value in parse_qsl(parts.query))


class Traps:
    """The traps of one site: counts what has been let through, so that endless kinds come to an end."""

    def __init__(self) -> None:
        self._lists: Counter[str] = Counter()
        self._calendars: Counter[str] = Counter()
        self._patterns: Counter[str] = Counter()
        self._queries: Counter[str] = Counter()
        self._dead: Counter[str] = Counter()
        self._failed: Counter[str] = Counter()

    def met(self, url: str, wanted: bool, *, named: bool = False, shelf: bool = False) -> str:
        """Why an address is a trap, "" when it is none; counts it.

        ``wanted``: the rules ask for something there; ``named``: a link says what stands there, so it is no further
        page of a list, whatever its address looks like; ``shelf``: it stands on a list of documents.
        """
        return self._by_shape(url) or self._by_count(url, wanted, named, shelf)

    def died(self, url: str) -> None:
        """Notes a missing page; many in a row of one pattern close the pattern."""
        self._dead[pattern(url)] += 1

    def lived(self, url: str) -> None:
        self._dead[pattern(url)] = self._failed[pattern(url)] = 0

    def failed(self, url: str) -> None:
        """Notes an address on which the server failed."""
        self._failed[pattern(url)] += 1

    def failing(self, url: str) -> int:
        """How many addresses of a pattern the server has failed on, without answering any."""
        return self._failed[pattern(url)]

    def hopeless(self, url: str) -> bool:
        """Whether the server has failed on so many addresses like this one that the next is not tried."""
        return self.failing(url) >= int(_TRAPS["failures_per_pattern"])

    def closed(self, url: str) -> str:
        """Why an address that was let through before is not worth its request any more, "" when it still is."""
        if self._dead[pattern(url)] >= _TRAPS["dead_per_pattern"]:
            return "pola alamat yang berulang kali tidak ditemukan"
        return ""

    def _by_shape(self, url: str) -> str:
        parts = urlsplit(url)
        folders = [part for part in parts.path.lower().split("/") if part]
        if len(url) > _TRAPS["longest_address"] or len(folders) > _TRAPS["deepest_path"]:
            return "alamat terlalu panjang"
        if any(count >= 3 for count in Counter(folders).values()):
            return "bagian alamat berulang"
        if any(part in _CLOSED for part in folders):
            return "halaman masuk, cetak, atau program"
        if any(name.lower() in _LANGUAGE and value.lower() not in _OURS for name, value in parse_qsl(parts.query)):
            return "terjemahan dari halaman lain"
        if _SORTED.search(parts.query):
            return "varian dari halaman lain"
        if any(name.lower() in _VARIANTS for name, _ in parse_qsl(parts.query, keep_blank_values=True)):
            return "varian dari halaman lain"
        return ""

    def _by_count(self, url: str, wanted: bool, named: bool, shelf: bool) -> str:
        parts = urlsplit(url)
        shape = pattern(url)
        if is_pagination(url) and not named:
            base = _PAGE_IN_PATH.sub("", parts.path)
            names = sorted({n.lower() for n, _ in parse_qsl(parts.query)} - _PAGINATION)
            limit = "pages_per_shelf" if shelf else "pages_per_list"
            if self._over(self._lists, f"{parts.netloc}{base}?{names}", limit):
                return "halaman lanjutan dari satu daftar"
            return ""
        words = set(_WORDS.findall(f"{parts.path} {parts.query}".lower()))
        if not (named and wanted) and words & _CALENDAR and _DIGITS.search(f"{parts.path}?{parts.query}"):
            if self._over(self._calendars, _DIGITS.sub("N", f"{parts.netloc}{parts.path}"), "days_per_calendar"):
                return "kalender tanpa ujung"
            return ""
        if wanted:
            return ""
        if parts.query and self._over(self._queries, f"{parts.netloc}{parts.path}", "queries_per_path"):
            return "saringan dengan banyak kombinasi"
        if self._over(self._patterns, shape, "pages_per_pattern"):
            return "terlalu banyak alamat berpola sama"
        return ""

    @staticmethod
    def _over(counter: Counter[str], key: str, limit: str) -> bool:
        counter[key] += 1
        return counter[key] > int(_TRAPS[limit])
