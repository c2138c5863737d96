"""Whether an address can be opened at all: its home page asked for once, nothing kept."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.crawl.crawler import crawl_site
from auditor.crawl.guard import Resolver, resolve
from auditor.crawl.tls import Trust
from auditor.model import CrawlSettings, Fetch, FetchRole, Site, SiteStatus, Skipped

_SECONDS = 15.0


@dataclass
class _Nowhere:
    """An archive that keeps nothing but where the home page was."""

    home: str = ""

    def add(self, fetch: Fetch) -> Fetch:
        if fetch.role is FetchRole.HOME:
            self.home = fetch.address
        return fetch

    def skip(self, skipped: Skipped) -> None:
        pass


async def knock(site: Site, settings: CrawlSettings, resolver: Resolver = resolve) -> tuple[SiteStatus, str]:
    """How a site answers, from its home page alone and within seconds, and at which address.

    By the crawl's own rules and guard: robots.txt, one request at a time, no private address.
    """
    short = replace(
        settings,
        max_pages=1,
        max_documents=0,
        max_seconds=_SECONDS,
        browser="never",
        retries=0,
        phrases=(),
        wanted=(),
    )
    archive = _Nowhere()
    trust = Trust(allow_private=settings.allow_private)
    return await crawl_site(site, short, archive, trust=trust, resolver=resolver), archive.home
