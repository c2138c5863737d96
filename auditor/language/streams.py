"""The words by which news, announcements and agenda are known (``auditor/data/news_words.toml``)."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple
from urllib.parse import parse_qsl, urlsplit

from auditor.data import table
from auditor.language.phrases import Phrases, contains, normalise, normalised

_DATA = table("news_words")


class Stream(StrEnum):
    """What kind of publication an item is."""

    NEWS = "berita"
    ANNOUNCEMENT = "pengumuman"
    AGENDA = "agenda"


_KEYS = {Stream.NEWS: "news", Stream.ANNOUNCEMENT: "announcement", Stream.AGENDA: "agenda"}
_PATHS = {word: stream for stream, key in _KEYS.items() for word in _DATA[key]["paths"]}
_LABELS = {normalise(word): stream for stream, key in _KEYS.items() for word in _DATA[key]["labels"]}
_NAMES = {stream: Phrases(_DATA[key]["labels"]) for stream, key in _KEYS.items()}
_STARTS = tuple(f"{normalise(word)} " for word in _DATA["announcement"]["title_starts"])
_NOTHING = tuple(normalise(word) for word in _DATA["agenda"]["nothing"])
_CLOCKS = frozenset(_DATA["agenda"]["clocks"])
_SIDE_BY_SIDE = re.compile(r"\s*[,&/|]\s*(?:&|dan\s)?\s*|\s+dan\s+", re.I)
_LONGEST_LABEL = 60

NEVER = frozenset(_DATA["address"]["never"])
LISTING = frozenset(_DATA["address"]["listing"])
FILES = tuple(_DATA["address"]["files"])
QUERY = frozenset(_DATA["address"]["query"])
MORE = frozenset(normalise(word) for word in _DATA["address"]["more"])
NO_TITLE = frozenset(normalise(word) for word in _DATA["title"]["never"])
JSON_TITLES = tuple(_DATA["json"]["titles"])
JSON_DATES = tuple(_DATA["json"]["dates"])
JSON_LINKS = tuple(_DATA["json"]["links"])
JSON_EXCERPTS = tuple(_DATA["json"]["excerpts"])
JSON_NEVER = frozenset(_DATA["json"]["never"])
_MIRRORED = tuple(normalise(word) for word in _DATA["mirrored"]["starts"])
_SOURCES = Phrases(_DATA["mirrored"]["sources"])
_SPAM = Phrases(_DATA["spam"]["words"])
_AGAINST = Phrases(_DATA["spam"]["against"])


class Address(NamedTuple):
    """What an address says, read once for all that ask."""

    path: str
    parts: tuple[str, ...]  # the path's segments in lower case, empty ones and "index.php" left out
    query: str
    file: bool
    stream: Stream | None  # the one that the path (or the query, for older systems) names


@lru_cache(maxsize=8_192)
def address(url: str) -> Address:
    """An address taken apart."""
    path, query = urlsplit(url)[2:4]
    low = path.lower()
    parts = tuple(part for part in low.split("/") if part and part != "index.php")
    stream = next((_PATHS[name] for part in parts if (name := part.removesuffix(".php")) in _PATHS), None)
    if stream is None and query:
        stream = next((_PATHS[v.lower()] for _, v in parse_qsl(query) if v.lower() in _PATHS), None)
    if "wp-json" in parts or "rest_route=" in url:
        stream = None  # WordPress calls every kind of post "posts"; that an API is switched off says nothing of news
    return Address(path, parts, query, low.endswith(FILES), stream)


def stream_of_address(url: str) -> Stream | None:
    """The stream that an address names, or None."""
    return address(url).stream


@lru_cache(maxsize=8_192)
def stream_of_label(label: str) -> Stream | None:
    """The stream a menu entry or heading names as a whole ("Pengumuman & Edaran"), or None.

    Of several side by side ("Pengumuman, Agenda & Berita") it is news where news is among them, else the first: what
    stands there says for itself what it is.
    """
    whole = _LABELS.get(normalised(label))
    if whole is not None or len(label) > _LONGEST_LABEL:
        return whole
    parts = [_LABELS.get(normalised(part)) for part in _SIDE_BY_SIDE.split(label)]
    if len(parts) < 2 or None in parts:
        return None
    return Stream.NEWS if Stream.NEWS in parts else parts[0]


def mentions(text: str, stream: Stream) -> bool:
    """Whether a text has one of a stream's names in it ("Berita PPID Provinsi")."""
    return bool(_NAMES[stream].any(text))


def stream_of_title(title: str) -> Stream | None:
    """ANNOUNCEMENT for a title that calls itself one ("Pengumuman Hasil Seleksi ..."), else None."""
    return Stream.ANNOUNCEMENT if f"{normalised(title)} ".startswith(_STARTS) else None


def is_clock(text: str) -> bool:
    """Whether a line gives the times of prayer, as a box beside today's date does."""
    return not _CLOCKS.isdisjoint(normalise(text).split()) and any(char.isdigit() for char in text)


def says_nothing_scheduled(text: str) -> bool:
    """Whether an agenda says that it is empty ("Tidak ada agenda hari ini")."""
    return any(contains(text, phrase) for phrase in _NOTHING)


def is_mirrored(excerpt: str) -> bool:
    """Whether a text was taken over from the ministry or the Kanwil, by its dateline or its source line."""
    return normalise(excerpt[:80]).startswith(_MIRRORED) or bool(_SOURCES.any(excerpt))


def is_spam(title: str) -> bool:
    """Whether a title advertises gambling; reports about fighting it are no spam."""
    return bool(_SPAM.any(title)) and not _AGAINST.any(title)


def is_stream(segment: str) -> bool:
    """Whether a segment of an address names a stream ("berita", "pengumuman")."""
    return segment.removesuffix(".php") in _PATHS
