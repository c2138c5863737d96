"""Sound files with bytes changed at random, read by the readers they are meant for, behind the limits."""

from __future__ import annotations

import gzip
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from random import Random

from auditor.crawl.robots import read_robots
from auditor.crawl.sitemaps import read_sitemap
from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.read.files.documents import read_document
from auditor.read.news.feeds import categories_in, kind_of, read_feed, read_json
from auditor.read.news.feeds import read_sitemap as news_in_sitemap
from auditor.read.news.sources import more_news_addresses, news_addresses
from auditor.read.observe import observe
from auditor.read.page.html import parse
from auditor.work.reading import Reading, TooHeavy, WorkerCrash
from tests.hostile.lists import ITEM, RSS, URLSET
from tests.hostile.offices import old_sheet
from tests.hostile.pages import numbered
from tests.loopback import page
from tests.made_files import pdf, picture, sheet, word

URL = "https://purbalingga.kemenag.go.id/"
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SITE = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, URL, "Jawa Tengah")
_ROWS = [["No", "Judul", "Tahun"], [1, "Laporan Kinerja", 2025], [2, "Rencana Kerja", 2026]]
_TABLE = "".join(f"<tr><td>{n}</td><td><a href='/f/{n}.pdf'>SOP Layanan {n}</a></td></tr>" for n in range(30))
_JSON = b'[{"id":1,"date":"2026-11-02T08:00:00","link":"https://a.id/berita/1","title":{"rendered":"Berita"}}]'
#: sound files by the reader they are meant for
SEEDS: dict[str, list[bytes]] = {
    "document": [
        pdf("Laporan Kinerja Tahun 2025 Kantor Kementerian Agama", "Halaman dua", title="LKjIP 2025", packed=True),
        pdf("Laporan Kinerja Tahun 2025", drawing=True),
        word("Standar Operasional Prosedur", "Isi dokumen", rows=[["No", "Uraian"], ["1", "Layanan"]], title="SOP"),
        sheet(_ROWS, _ROWS),
        old_sheet((0, 0), (9, 3)),
        picture(640, 480),
        b"\xff\xd8\xff\xe0\x00\x10JFIF" + b"\0" * 9 + b"\xff\xc0\x00\x11\x08\x01\xe0\x02\x80" + b"\0" * 99,
        b"No;Judul;Tahun\n1;Laporan;2025\n" * 30,
        rb"{\rtf1\ansi Laporan \'e9 {\*\x y} Kinerja 2025\par}",
        b"<!-- x --><html><title>Masuk</title><input type=password>",
    ],
    "page": [(page("Purbalingga", path) or "").encode() for path in ("/", "/visi-misi", "/tugas", "/kontak")]
    + [f"<main><h1>SOP</h1><table>{_TABLE}</table><form><input name=q><select><option>a</select></form>".encode()],
    "feed": [RSS % numbered(ITEM, 8), _JSON, URLSET % numbered(b"<url><loc>https://a.id/berita/%d</loc></url>", 20)],
    "sitemap": [
        URLSET % numbered(b"<url><loc>https://a.id/berita/%d</loc><lastmod>2026-11-02</lastmod></url>", 20),
        gzip.compress(URLSET % numbered(b"<url><loc>https://a.id/%d</loc></url>", 20)),
    ],
    "robots": [b"User-agent: *\nDisallow: /wp-admin/\nAllow: /*.pdf$\nCrawl-delay: 2\nSitemap: https://a.id/s.xml\n"],
}
_PIECES = [
    b"<",
    b">",
    b'"',
    b"\0",
    b"\xff",
    b"stream",
    b"endobj",
    b"<!--",
    b"]]>",
    b"&#x",
    b"%PDF-",
    b"PK\x03\x04",
    b"9" * 40,
]
_PIECES += [
    b"<b id=x>",
    b"<option>",
    b"</x>",
    b"<table><tr><td>",
    b"<svg>",
    b"<template>",
    b"/Filter/FlateDecode",
    b" " * 999,
]


def changed(body: bytes, random: Random) -> bytes:
    """A body with bytes flipped, pieces put in, doubled, moved, or cut off."""
    data = bytearray(body)
    for _ in range(random.choice((1, 1, 2, 4, 16, 64))):
        at = random.randrange(len(data) + 1)
        step = random.randrange(6)
        if step == 0 and data:
            data[min(at, len(data) - 1)] = random.randrange(256)
        elif step == 1:
            data[at:at] = random.choice(_PIECES) * random.choice((1, 1, 3, 50, 2_000))
        elif step == 2:
            del data[at : at + random.choice((1, 4, 60, 2_000))]
        elif step == 3:
            piece = data[at : at + random.choice((4, 40, 400))]
            data[at:at] = piece * random.choice((1, 2, 100))
        elif step == 4:
            other = random.randrange(len(data) + 1)
            data[at:at] = data[other : other + 200]
        elif random.random() < 0.2:
            del data[at:]
        if len(data) > 3_000_000:
            break
    return bytes(data[:3_000_000])


def _fetch(body: bytes, role: FetchRole, media_type: str) -> Fetch:
    return Fetch(URL, role, FetchStatus.OK, NOW, final_url=URL, http_status=200, media_type=media_type, body=body)


def _document(body: bytes) -> None:
    read_document(body, "", URL + "a.pdf")


def _page(body: bytes) -> None:
    fetch = _fetch(body, FetchRole.HOME, "text/html")
    page = parse(body, URL)
    more_news_addresses(page, URL, SITE)
    news_addresses(page, URL)
    observe(Snapshot(SITE, SiteStatus(SiteState.ALIVE), NOW, NOW, CrawlSettings("uji"), (fetch,)))


def _feed(body: bytes) -> None:
    fetch, today = _fetch(body, FetchRole.FEED, ""), date(2026, 11, 22)
    kind_of(fetch), categories_in(fetch)
    read_feed(fetch, today), read_json(fetch, today), news_in_sitemap(fetch, today)


def _sitemap(body: bytes) -> None:
    read_sitemap(body)
    news_in_sitemap(_fetch(body, FetchRole.SITEMAP, ""), date(2026, 11, 22))


def _robots(body: bytes) -> None:
    rules = read_robots(_fetch(body, FetchRole.ROBOTS, "text/plain"), "KIPAuditor/uji")
    rules.allows(URL + "wp-admin/a.pdf"), rules.delay, rules.sitemaps


_READERS: dict[str, Callable[[bytes], None]] = {
    "document": _document,
    "page": _page,
    "feed": _feed,
    "sitemap": _sitemap,
    "robots": _robots,
}


def timed(kind: str, body: bytes) -> float:
    """The seconds of the processor a reader takes for a body; run where time and memory are limited."""
    started = time.process_time()
    _READERS[kind](body)
    return time.process_time() - started


class Fuzzer:
    """Feeds changed files to the readers; what was raised is kept with the bytes that raise it."""

    def __init__(self, random: Random) -> None:
        self._random = random
        self._reading = Reading()
        self.tried = self.heavy = self.raised = 0
        self.slowest, self.slowest_name = 0.0, ""
        self.faults: list[str] = []

    def once(self) -> None:
        """Tries one changed file."""
        kind = self._random.choice(list(SEEDS))
        body = changed(self._random.choice(SEEDS[kind]), self._random)
        self.tried += 1
        try:
            taken = self._reading.do(timed, kind, body)
        except TooHeavy as error:
            self.heavy += 1
            self.faults.append(f"{kind} of {len(body)} bytes is too heavy: {error}")
        except WorkerCrash as error:
            self.heavy += 1
            self.faults.append(f"{kind} of {len(body)} bytes ends its reader: {error}")
        except Exception as error:  # noqa: BLE001 - what a reader raises is what is looked for
            self.raised += 1
            self.faults.insert(0, f"{kind}: {error!r}: {getattr(error, '__notes__', [''])[0][-600:]} {body[:80]!r}")
        else:
            if taken > self.slowest:
                self.slowest, self.slowest_name = taken, f"{kind} of {len(body)} bytes"

    def close(self) -> None:
        self._reading.close()
