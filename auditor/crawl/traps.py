"""Addresses that lead a crawler round in circles: calendars, endless lists, variants, session ids, invented pages."""

from __future__ import annotations

import re
from collections import Counter

from auditor.crawl.address import LANGUAGE, OURS, PAGE_IN_PATH, PAGINATION, Address, address_of
from auditor.data import table
from auditor.language.phrases import normalised

_TRAPS = table("crawl")["traps"]
_TURNING = frozenset(_TRAPS["turning"])
_VARIANTS = frozenset(_TRAPS["variants"])
_CLOSED = frozenset(_TRAPS["closed"])
_CALENDAR = frozenset(_TRAPS["calendar"])
_DIGITS = re.compile(r"\d+")
_WORDS = re.compile(r"[a-z0-9]+")
_SORTED = re.compile(r"(?:^|&)C=[NMSD](?:;|&)O=[AD]$", re.IGNORECASE)  # a server's own listing, ordered otherwise


def turns_pages(label: str) -> bool:
    """Whether a link's label only leads to a list's further pages ("2", "Berikutnya"); one without words does."""
    return all(word in _TURNING or not word.isalpha() for word in normalised(label).split())


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
        address = address_of(url)
        return self._by_shape(address) or self._by_count(address, wanted, named, shelf)

    def died(self, url: str) -> None:
        """Notes a missing page; many in a row of one pattern close the pattern."""
        self._dead[address_of(url).pattern] += 1

    def lived(self, url: str) -> None:
        shape = address_of(url).pattern
        self._dead.pop(shape, None)
        self._failed.pop(shape, None)

    def failed(self, url: str) -> None:
        """Notes an address on which the server failed."""
        self._failed[address_of(url).pattern] += 1

    def failing(self, url: str) -> int:
        """How many addresses of a pattern the server has failed on, without answering any."""
        return self._failed[address_of(url).pattern] if self._failed else 0

    def hopeless(self, url: str) -> bool:
        """Whether the server has failed on so many addresses like this one that the next is not tried."""
        return self.failing(url) >= int(_TRAPS["failures_per_pattern"])

    def closed(self, url: str) -> str:
        """Why an address that was let through before is not worth its request any more, "" when it still is."""
        if self._dead and self._dead[address_of(url).pattern] >= _TRAPS["dead_per_pattern"]:
            return "pola alamat yang berulang kali tidak ditemukan"
        return ""

    @staticmethod
    def _by_shape(address: Address) -> str:
        folders = [folder for folder in address.path.lower().split("/") if folder]
        if len(address.url) > _TRAPS["longest_address"] or len(folders) > _TRAPS["deepest_path"]:
            return "alamat terlalu panjang"
        if len(set(folders)) < len(folders) - 1 and max(Counter(folders).values()) >= 3:
            return "bagian alamat berulang"
        if not _CLOSED.isdisjoint(folders):
            return "halaman masuk, cetak, atau program"
        if any(name in LANGUAGE and value and value.lower() not in OURS for name, value in address.pairs):
            return "terjemahan dari halaman lain"
        if _SORTED.search(address.query) or not _VARIANTS.isdisjoint(address.names):
            return "varian dari halaman lain"
        return ""

    def _by_count(self, address: Address, wanted: bool, named: bool, shelf: bool) -> str:
        if address.pagination and not named:
            base = PAGE_IN_PATH.sub("", address.path)
            names = sorted({name for name, value in address.pairs if value} - PAGINATION)
            limit = "pages_per_shelf" if shelf else "pages_per_list"
            if self._over(self._lists, f"{address.host}{base}?{names}", limit):
                return "halaman lanjutan dari satu daftar"
            return ""
        if not (named and wanted) and _of_calendar(address):
            if self._over(self._calendars, _DIGITS.sub("N", f"{address.host}{address.path}"), "days_per_calendar"):
                return "kalender tanpa ujung"
            return ""
        if wanted:
            return ""
        if address.query and self._over(self._queries, f"{address.host}{address.path}", "queries_per_path"):
            return "saringan dengan banyak kombinasi"
        if self._over(self._patterns, address.pattern, "pages_per_pattern"):
            return "terlalu banyak alamat berpola sama"
        return ""

    @staticmethod
    def _over(counter: Counter[str], key: str, limit: str) -> bool:
        counter[key] += 1
        return counter[key] > int(_TRAPS[limit])


def _of_calendar(address: Address) -> bool:
    """Whether an address names a day of a calendar."""
    where = f"{address.path} {address.query}"
    return _DIGITS.search(where) is not None and not _CALENDAR.isdisjoint(_WORDS.findall(where.lower()))
