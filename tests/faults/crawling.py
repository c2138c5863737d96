"""Crawling a misbehaving server in a test: no waiting, an archive in memory.

A busy machine must not look like a slow server: patience is long, and short only where a fault is one of waiting.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import pairwise
from typing import ClassVar

import pytest

from auditor.crawl import crawler
from auditor.crawl.crawler import crawl_site
from auditor.crawl.guard import Resolver, resolve
from auditor.crawl.pace import Pace, Turn
from auditor.crawl.tls import Trust
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, OfficeKind, Site, SiteStatus, Skipped
from tests.faults.server import FaultServer

PHRASES = ("daftar informasi publik", "DIP", "PPID", "maklumat pelayanan", "informasi berkala", "LKjIP", "visi misi")
SETTINGS = CrawlSettings(
    user_agent="KIPAuditor/uji (+humas@contoh.id)",
    delay=0.0,
    max_pages=12,
    max_documents=4,
    max_page_bytes=300_000,
    max_document_bytes=600_000,
    max_seconds=60.0,
    request_deadline=12.0,
    browser="never",
    allow_private=True,
    phrases=PHRASES,
    connect_timeout=5.0,
    read_timeout=8.0,
    retries=1,
    retry_wait=0.05,
    max_retry_after=1.0,
)
#: for a server that keeps silent or never ends
IMPATIENT = replace(SETTINGS, request_deadline=1.8, connect_timeout=0.5, read_timeout=0.9)
_WAITED_OUT = (FetchStatus.READ_TIMEOUT, FetchStatus.DEADLINE, FetchStatus.CONNECT_TIMEOUT)


def patience(expected: FetchStatus) -> CrawlSettings:
    """The settings for a fault that must be told by this status."""
    return IMPATIENT if expected in _WAITED_OUT else SETTINGS


@dataclass
class Memory:
    """An archive that keeps everything in lists."""

    fetches: list[Fetch] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    finished: SiteStatus | None = None
    aborted: bool = False

    def add(self, fetch: Fetch) -> Fetch:
        fetch = replace(fetch, record_id=f"urn:{len(self.fetches)}")
        self.fetches.append(fetch)
        return fetch

    def skip(self, skipped: Skipped) -> None:
        self.skipped.append(skipped)

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> None:
        self.finished = status

    def abort(self) -> None:
        self.aborted = True

    def of(self, path: str) -> Fetch:
        """The fetch of a path or address."""
        return next(f for f in self.fetches if f.url.endswith(path) and f.role is not FetchRole.ROBOTS)

    def skip_of(self, part: str) -> Skipped:
        return next(s for s in self.skipped if part in s.url)


def site(url: str, **more: object) -> Site:
    return replace(
        Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, url, "Jawa Tengah"),
        **more,  # type: ignore[arg-type]
    )


def crawl(
    url: str,
    settings: CrawlSettings = SETTINGS,
    trust: Trust | None = None,
    resolver: Resolver = resolve,
    **more: object,
) -> tuple[SiteStatus, Memory]:
    """(status, archive) of one site's crawl."""
    memory = Memory()
    status = asyncio.run(crawl_site(site(url, **more), settings, memory, trust=trust, resolver=resolver))
    return status, memory


class _Watched(Pace):
    """A pace that keeps every turn: when a request left, by the clock that the pace goes by itself."""

    turns: ClassVar[list[Turn]] = []

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[Turn]:
        async with super().turn(host) as turn:
            self.turns.append(turn)
            yield turn


@contextmanager
def watching_departures() -> Iterator[None]:
    """Notes when requests leave: a busy machine may let a server note one late, and that is no impoliteness."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(crawler, "Pace", _Watched)
        _Watched.turns.clear()
        yield


def departures(server: FaultServer) -> list[float]:
    """The seconds between the requests that a server was sent; every one of them must have waited for its turn."""
    assert len(_Watched.turns) == len(server.log.requests)
    return [later.sent - earlier.sent for earlier, later in pairwise(_Watched.turns)]
