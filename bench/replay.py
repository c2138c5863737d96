"""A stored site as a web of its own: a crawl of it asks the snapshot, not the network."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from auditor.crawl.address import identity
from auditor.crawl.client import Client, Gate
from auditor.crawl.pace import Pace
from auditor.crawl.recogniser import Here
from auditor.crawl.tls import Trust
from auditor.crawl.visit import Visit
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, Skipped, Snapshot
from auditor.readings import Readings
from auditor.web.hosts import host_of


class Memory:
    """An archive in memory."""

    def __init__(self) -> None:
        self.fetches: list[Fetch] = []
        self.skipped: list[Skipped] = []

    def add(self, fetch: Fetch) -> Fetch:
        self.fetches.append(fetch)
        return fetch

    def skip(self, skipped: Skipped) -> None:
        self.skipped.append(skipped)

    def snapshot(self, of: Snapshot, settings: CrawlSettings) -> Snapshot:
        """What was kept, as a snapshot of the same site and day as another one."""
        return replace(of, settings=settings, fetches=tuple(self.fetches), skipped=tuple(self.skipped))


class Replay(Client):
    """A client that answers from a snapshot; what the snapshot lacks does not exist."""

    def __init__(self, web: Snapshot, settings: CrawlSettings, pace: Pace) -> None:
        super().__init__(settings, Trust(), pace)
        self._at: datetime = web.finished_at
        self._known: dict[str, Fetch] = {}
        self._missing: dict[str, Fetch] = {}
        for fetch in web.fetches:
            if fetch.role is FetchRole.PROBE:
                self._missing[host_of(fetch.url)] = fetch
            else:
                self._known.setdefault(identity(fetch.url), fetch)
        for fetch in web.fetches:
            self._known.setdefault(identity(fetch.final_url or fetch.url), fetch)

    async def fetch(
        self,
        url: str,
        role: FetchRole,
        *,
        parent: str = "",
        label: str = "",
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
        retries: int | None = None,
        gate: Gate | None = None,
    ) -> Fetch:
        known = self._known.get(identity(url))
        if known is None:
            missing = self._missing.get(host_of(url))
            if missing is not None:
                return replace(missing, url=url, final_url=url, role=role, parent_url=parent, label=label)
            return Fetch(url, role, FetchStatus.NOT_FOUND, self._at, url, 404, parent_url=parent, label=label)
        if role in (FetchRole.HOME, FetchRole.PAGE, FetchRole.DOCUMENT) and known.role is not FetchRole.HOME:
            role = known.role  # what an answer is, its content tells
        return replace(known, role=role, parent_url=parent, label=label)


def crawl_again(web: Snapshot, settings: CrawlSettings) -> Snapshot:
    """The snapshot that a crawl with these settings makes of a stored site."""

    async def visit() -> Snapshot:
        memory, pace = Memory(), Pace(0.0, asyncio.get_running_loop().time)
        client = Replay(web, settings, pace)
        status = await Visit(web.site, settings, memory, client, pace, Here(web.site, Readings().parse)).run()
        return replace(memory.snapshot(web, settings), status=status)

    return asyncio.run(visit())
