"""News from what machines read: WordPress REST, RSS and Atom, sitemaps, and the JSON a site's own scripts fetch."""

from __future__ import annotations

import gzip
import io
import json
import re
import zlib
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from html import unescape
from typing import Any

from lxml import etree

from auditor.days import WIB
from auditor.language import streams as words
from auditor.language.dates import from_stamp, parse_date
from auditor.language.phrases import normalise
from auditor.language.streams import Stream
from auditor.model import Fetch
from auditor.observations import DateFound, DateSource, Precision
from auditor.read.news.sightings import Reading, Sighting
from auditor.web.articles import date_in_address, looks_like_article
from auditor.web.hosts import canonical

MAX_ITEMS = 500
MAX_XML = 20_000_000  # bytes, unpacked
_MOST_FEED = 300_000  # bytes: some twenty entries with all their text; the parser takes up to two seconds for them
_TAG = re.compile(r"<[^>]{0,500}>")
_UNNAMED: Mapping[int, str] = {}
_MOST_ON_ONE_DAY = 0.5  # a sitemap that dates more than half of its pages alike was stamped, not written


def kind_of(fetch: Fetch) -> str:
    """ "json", "feed", "sitemap" or "" by the first bytes of an answer; the role and the media type often lie."""
    head = fetch.body[:2000].lstrip(b"\xef\xbb\xbf \t\r\n")
    if head[:2] == b"\x1f\x8b":
        return "sitemap"
    if head[:1] in (b"{", b"["):
        return "json"
    low = head.lower()
    if b"<html" in low or b"<!doctype html" in low:
        return ""
    if b"<urlset" in low or b"<sitemapindex" in low:
        return "sitemap"
    return "feed" if b"<rss" in low or b"<feed" in low or b"<rdf:rdf" in low else ""


def categories_in(fetch: Fetch) -> dict[int, str]:
    """The names of a WordPress site's categories by number, {} for any other answer."""
    data = _loads(fetch.body)
    if not isinstance(data, list) or "/categories" not in fetch.url:
        return {}
    return {
        item["id"]: plain(str(item.get("name", "")))
        for item in data
        if isinstance(item, dict) and isinstance(item.get("id"), int)
    }


def read_json(fetch: Fetch, today: date, categories: Mapping[int, str] | None = None) -> Reading:
    """The items of a JSON answer: WordPress posts, or any list of objects with a title and a date-like key."""
    if "/categories" in fetch.url or not words.JSON_NEVER.isdisjoint(words.address(fetch.address).parts):
        return Reading()
    data = _loads(fetch.body)
    stream = words.stream_of_address(fetch.address) or Stream.NEWS
    found = objects_of(data, fetch, today, stream, categories or {})
    whole = isinstance(data, list) and len(data) < _asked_for(fetch.url)
    return Reading(found, _reach(found, today, cut=not whole), stream)


def objects_of(
    data: object, fetch: Fetch, today: date, stream: Stream = Stream.NEWS, categories: Mapping[int, str] = _UNNAMED
) -> tuple[Sighting, ...]:
    """The items in JSON: of an answer, or of what a page carries within itself (Next.js, inline states)."""
    items = (item for objects in _lists(data) for item in objects[:MAX_ITEMS])
    found = (_from_object(item, fetch, stream, today, categories) for item in items)
    return tuple(sighting for sighting in found if sighting is not None)


def read_feed(fetch: Fetch, today: date) -> Reading:
    """The items of an RSS or Atom feed; a feed of comments gives none."""
    if "/comments" in fetch.url or "type=comments" in fetch.url:
        return Reading()
    base = fetch.address
    import feedparser  # few sites have a feed, and every process of a round would load its parser

    # Given as bytes in memory feedparser opens no address of its own.
    try:
        parsed = feedparser.parse(io.BytesIO(fetch.body[:_MOST_FEED]), resolve_relative_uris=False, sanitize_html=False)
    except Exception:  # noqa: BLE001 - a feed its parser stumbles over (KeyError and others) tells nothing
        return Reading()
    stream = words.stream_of_address(base) or Stream.NEWS
    found = []
    for entry in parsed.entries[:MAX_ITEMS]:
        title = plain(entry.get("title", ""))
        if not title:
            continue
        url = canonical(entry.get("link") or "", base)
        stamp = entry.get("published_parsed") or entry.get("dc_date_parsed")
        text = entry.get("published") or entry.get("date") or ""
        day = _feed_day(stamp, text, today)
        when = DateFound(day, DateSource.FEED, Precision.DAY, 1.0, text) if day is not None else None
        terms = tuple(plain(tag.get("term") or "") for tag in entry.get("tags", ()) if tag.get("term"))
        filed = _stream_of(stream, url, title, terms)
        excerpt = plain(entry.get("summary", ""))[:600]
        found.append(Sighting(title, url, when, DateSource.FEED, fetch, filed, excerpt, terms))
    return Reading(tuple(found), _reach(found, today, cut=len(found) >= 5), stream)


def read_sitemap(fetch: Fetch, today: date) -> Reading:
    """The news-like addresses of a sitemap. A ``lastmod`` tells of the last change, so it is the weakest of dates;
    where most pages share one day the sitemap was stamped as a whole and its days are dropped."""
    listed = ((url, stamp) for url, stamp in _sitemap_rows(fetch.body) if canonical(url))  # else no address at all
    rows = [(url, stamp) for url, stamp in listed if looks_like_article(url, "")][: MAX_ITEMS * 4]
    days = {url: from_stamp(stamp, today, DateSource.SITEMAP) if stamp else None for url, stamp in rows}
    common = Counter(day.value for day in days.values() if day is not None).most_common(1)
    stamped = bool(common) and len(rows) >= 4 and common[0][1] > _MOST_ON_ONE_DAY * len(rows)
    found = []
    for address, _ in rows:
        url = canonical(address, fetch.url)
        day = date_in_address(url, today) or (None if stamped else days[address])
        if day is not None and day.source is DateSource.SITEMAP:
            day = replace(day, confidence=0.4)
        title = url.rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").replace("-", " ").replace("_", " ")
        stream = words.stream_of_address(url) or Stream.NEWS
        found.append(Sighting(title, url, day, DateSource.SITEMAP, fetch, stream))
    return Reading(tuple(found))


def plain(markup: str) -> str:
    """Text without tags and entities, on one line."""
    return " ".join(unescape(_TAG.sub(" ", unescape(markup))).split())


def _loads(body: bytes) -> object:
    try:
        return json.loads(body.decode("utf-8-sig", "replace"), strict=False)
    except (ValueError, RecursionError):
        return None


def _lists(data: object) -> Iterator[list[dict[str, Any]]]:
    """Every list of objects in a JSON value, outermost first, at most 200 values deep in all."""
    waiting, seen = [data], 0
    while waiting and seen < 400:
        value, seen = waiting.pop(0), seen + 1
        if isinstance(value, list):
            objects = [item for item in value if isinstance(item, dict)]
            if objects:
                yield objects
            waiting += [item for item in value if isinstance(item, list)]
            if not any(_key(item, words.JSON_DATES) for item in objects):
                waiting += objects[:50]
        elif isinstance(value, dict):
            waiting += [
                item
                for key, item in value.items()
                if isinstance(item, (list, dict)) and key.lower() not in words.JSON_NEVER
            ]


def _key(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    """The key of an object that comes first in a list of names and holds something."""
    lower = {str(key).lower(): key for key in item}
    return next((str(lower[name]) for name in names if name in lower and item[lower[name]]), "")


def _value(item: Mapping[str, Any], names: tuple[str, ...]) -> str:
    key = _key(item, names)
    value = item[key] if key else ""
    if isinstance(value, dict):
        value = value.get("rendered") or value.get("name") or ""
    return str(value) if isinstance(value, (str, int, float)) else ""


def _from_object(
    item: Mapping[str, Any], fetch: Fetch, stream: Stream, today: date, names: Mapping[int, str]
) -> Sighting | None:
    title, stamp = plain(_value(item, words.JSON_TITLES)), _value(item, words.JSON_DATES)
    hidden = item.get("status", "publish") in ("draft", "pending", "private")
    if hidden or not stamp or len(normalise(title).split()) < 2:
        return None
    when = from_stamp(stamp, today, DateSource.API, future=True)
    when = replace(when, text=stamp) if when is not None else None
    link = _value(item, words.JSON_LINKS)
    url = canonical(link, fetch.address) if "/" in link else ""
    ids, named, number = item.get("categories"), item.get("kategori") or item.get("category"), item.get("id")
    numbers = [one for one in ids if isinstance(one, int)] if isinstance(ids, list) else []
    categories = (*(names[one] for one in numbers if one in names), *((named,) if isinstance(named, str) else ()))
    filed = _stream_of(stream, url, title, categories)
    excerpt = plain(_value(item, words.JSON_EXCERPTS))[:600]
    number = number if isinstance(number, int) else None
    return Sighting(title, url, when, DateSource.API, fetch, filed, excerpt, categories, number)


def _stream_of(stream: Stream, url: str, title: str, categories: tuple[str, ...]) -> Stream:
    """The stream of an item: its address, then its categories, then where it was listed, then its title."""
    named = (words.stream_of_address(url) if url else None) or next(
        (s for name in categories if (s := words.stream_of_label(name)) in (Stream.ANNOUNCEMENT, Stream.AGENDA)), None
    )
    if named in (Stream.ANNOUNCEMENT, Stream.AGENDA):
        return named
    return words.stream_of_title(title) or stream


def _asked_for(url: str) -> int:
    match = re.search(r"[?&](?:per_page|limit)=(\d{1,3})", url)
    return int(match[1]) if match else 10


def _reach(found: Sequence[Sighting], today: date, *, cut: bool) -> date | None:
    days = [s.date.value for s in found if s.date is not None and s.date.value <= today]
    return (min(days) if cut else date.min) if days else None


def _feed_day(stamp: object, text: str, today: date) -> date | None:
    """The day of a feed's entry in WIB; an entry stamped in another zone of Indonesia keeps its own day.

    What the parser cannot read ("Rab, 18 Nop 2026 08:00:00 +0700") is read as dates on pages are.
    """
    if not isinstance(stamp, tuple):
        written = parse_date(text, today, source=DateSource.FEED)
        return written.value if written is not None and written.precision is Precision.DAY else None
    try:
        year, month, day, hour, minute = (int(part) for part in stamp[:5])
        utc = datetime(year, month, day, hour, minute, tzinfo=UTC)
    except (ValueError, TypeError):
        return None
    zone = re.search(r"\+0?([89]):?00\s*$", text)
    return utc.astimezone(timezone(timedelta(hours=int(zone[1]))) if zone else WIB).date()


def _sitemap_rows(body: bytes) -> Iterator[tuple[str, str]]:
    """(address, lastmod) of a sitemap, plain or gzipped; what is broken or too large ends the list."""
    if body[:2] == b"\x1f\x8b":
        try:
            body = gzip.GzipFile(fileobj=io.BytesIO(body)).read(MAX_XML)
        except (OSError, EOFError, zlib.error):
            return
    address = stamp = ""
    try:
        for _, node in etree.iterparse(
            io.BytesIO(body[:MAX_XML]), events=("end",), resolve_entities=False, no_network=True, huge_tree=False,
            recover=True, load_dtd=False,
        ):  # fmt: skip
            tag = node.tag.rpartition("}")[2] if isinstance(node.tag, str) else ""
            if tag == "loc":
                address = (node.text or "").strip()
            elif tag in ("lastmod", "publication_date"):
                stamp = (node.text or "").strip()
            elif tag in ("url", "sitemap"):
                if tag == "url" and address:
                    yield address, stamp
                address = stamp = ""
                node.clear()
    except etree.XMLSyntaxError:
        return
