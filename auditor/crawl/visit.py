"""One visit to one office's site: home page, hints, then page after page as the frontier says, within the budgets."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from statistics import median
from typing import Protocol
from urllib.parse import urljoin, urlsplit

from auditor.crawl.client import Client
from auditor.crawl.expectation import Claims
from auditor.crawl.faults import OF_CONNECTION
from auditor.crawl.frontier import Frontier, Lead
from auditor.crawl.judge import Judge, Judged
from auditor.crawl.pace import Pace
from auditor.crawl.pictures import Pictures
from auditor.crawl.recognition import SEEN, Reader, Recognised
from auditor.crawl.rendering import Renderer
from auditor.crawl.robots import Robots, read_robots
from auditor.crawl.sitemaps import read_sitemap
from auditor.data import table
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, OfficeKind, Site, SiteState, SiteStatus, Skipped
from auditor.observations import Link, Owner, Zone
from auditor.web.answers import is_html
from auditor.web.hosts import canonical, host_of, owner_of

log = logging.getLogger(__name__)

_DATA = table("crawl")
_FOCUS = _DATA["focus"]
_REFUSALS = frozenset({FetchStatus.WAF, FetchStatus.FORBIDDEN, FetchStatus.RATE_LIMITED, FetchStatus.CIRCUIT_OPEN})
_WORDPRESS_POSTS = "/wp-sitemap-posts-post-1.xml"
_MOST_SENT_ON = 3  # pages in a row that only send their visitor on
_FOLLOWED = (Owner.OWN, Owner.STORAGE)


class Archive(Protocol):
    """Where a visit puts what it brings home; ``auditor.snapshot.SnapshotWriter`` is one."""

    def add(self, fetch: Fetch) -> Fetch: ...

    def skip(self, skipped: Skipped) -> None: ...


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a site's crawl has come."""

    site_id: str
    pages: int
    documents: int
    url: str  # the address now being opened


class Visit:
    """The visit in progress; ``run`` makes it and returns the site's status."""

    def __init__(
        self,
        site: Site,
        settings: CrawlSettings,
        archive: Archive,
        client: Client,
        pace: Pace,
        reader: Reader,
        renderer: Renderer | None = None,
        on_progress: Callable[[Progress], None] | None = None,
    ) -> None:
        self._site, self._settings, self._archive = site, settings, archive
        self._client, self._pace, self._reader = client, pace, reader
        self._on_progress = on_progress
        self._frontier = Frontier(site, settings.phrases, settings.max_pages, settings.wanted)
        self._pictures = Pictures()
        self._robots: dict[str, Robots] = {}
        many = site.kind is OfficeKind.KANWIL  # a Kanwil publishes hundreds of items a month
        self._judge = Judge(settings, reader, renderer, int(_FOCUS["kanwil_post_pages"]) if many else 1)
        self._pages = self._documents = self._attempts = self._refusals = 0
        self._seconds: list[float] = []
        self._readable = 0
        self._home = ""
        self._stop_at = asyncio.get_running_loop().time() + settings.max_seconds

    async def run(self) -> SiteStatus:
        """The site's status after the visit; everything seen is in the archive, opened or with a reason."""
        reason = FetchStatus.INTERRUPTED
        try:
            home, page = await self._open_home()
            if home is None or page is None or home.status not in SEEN:
                if home is None:
                    return SiteStatus(SiteState.UNREACHABLE, FetchStatus.ROBOTS, "robots.txt")
                return SiteStatus(SiteState.UNREACHABLE, self._cause(home), home.error)
            await self._hints(home, page)
            reason = await self._follow()
            await self._bring_pictures()
            return self._status(home, page)
        finally:
            for skipped in self._frontier.left(reason):
                self._archive.skip(skipped)

    # -- the home page ---------------------------------------------------------------------------------------------

    async def _open_home(self) -> tuple[Fetch | None, Recognised | None]:
        """The home page under the first of its spellings that answers; None where robots.txt forbids it."""
        first: tuple[Fetch | None, Recognised | None] = (None, None)
        for url in _spellings(canonical(self._site.url) or self._site.url):
            if not (await self._rules(url)).allows(url):
                self._archive.skip(Skipped(url, FetchStatus.ROBOTS, detail="robots.txt melarang beranda"))
                return first
            judged = await self._load(Lead(url, FetchRole.HOME, depth=0))
            fetch = judged.fetch
            if first[0] is None or fetch.status in SEEN:
                first = (fetch, judged.page)
            if fetch.status not in OF_CONNECTION and not fetch.status.tls:
                break
        home = first[0]
        if home is not None:
            self._home = self._judge.home = home.address
            lead = Lead(home.url, FetchRole.HOME, depth=0)
            self._frontier.answer(lead, home.status, home.url, *home.redirects, self._home)
        return first

    async def _hints(self, home: Fetch, seen: Recognised) -> None:
        """Feeds, sitemaps and the registered further hosts: where else the site may be entered."""
        base = home.address
        await self._probe(base)
        self._take_links(home, seen, 1)
        self._pictures.take(seen, base, home=True)
        for host_url in (self._site.ppid_url, *self._site.extra_hosts):
            url = canonical(host_url if "://" in host_url else f"https://{host_url}") if host_url else ""
            if url:
                label = "PPID" if host_url == self._site.ppid_url else "situs lain kantor ini"
                self._frontier.offer(Link(url, label, Zone.NAV), base, 1)
        addresses = list(seen.feeds)
        rules = self._robots.get(host_of(base), Robots())
        maps = [canonical(address, base) for address in rules.sitemaps]
        maps += [address for address, role in addresses if role is FetchRole.SITEMAP]
        if any(address.endswith(_WORDPRESS_POSTS) for address in maps):
            maps.append(urljoin(base, "/wp-sitemap-posts-page-1.xml"))
        told = False
        for address, role in addresses:
            if role is not FetchRole.SITEMAP and self._own(address):
                fetch = await self._fetch_plain(address, role)
                told |= fetch is not None and fetch.status is FetchStatus.OK and not is_html(fetch)
        if told:
            self._frontier.news_known()
        left = int(_FOCUS["sitemaps"])
        queue = list(dict.fromkeys(address for address in maps if address and self._own(address)))
        while queue and left > 0:
            fetch = await self._fetch_plain(queue.pop(0), FetchRole.SITEMAP)
            left -= 1
            if fetch is None or fetch.status is not FetchStatus.OK:
                continue
            pages, further = await self._reader.do(read_sitemap, fetch.body) or ((), ())
            queue += [url for url in (canonical(u) for u in further) if url and self._own(url) and url not in queue]
            for page in pages:
                url = canonical(page)
                if url and self._own(url):
                    self._frontier.offer(Link(url, "", Zone.ASIDE), fetch.url, 2, hint=True)

    async def _fetch_plain(self, url: str, role: FetchRole) -> Fetch | None:
        """A feed, sitemap or API answer, archived; None where robots.txt forbids it or time is up."""
        if self._spent() is not None:
            return None
        if not (await self._rules(url)).allows(url):
            self._archive.skip(Skipped(url, FetchStatus.ROBOTS, self._home))
            return None
        fetch = await self._client.fetch(url, role, parent=self._home, gate=self._gate, retries=0)
        return self._archive.add(fetch)

    async def _probe(self, url: str) -> None:
        """Asks a host for an address that nobody has, twice where it answers, to know its missing page."""
        unsure = True
        while unsure:
            address = self._judge.probe_address(url)
            if not (await self._rules(address)).allows(address):
                return
            probe = await self._client.fetch(address, FetchRole.PROBE, gate=self._gate, retries=0)
            unsure = await self._judge.learn_missing(self._archive.add(probe), self._permit)

    # -- page after page -------------------------------------------------------------------------------------------

    async def _follow(self) -> FetchStatus:
        """Opens what the frontier offers until a budget ends; the reason for leaving the rest."""
        while (reason := self._spent()) is None:
            pages_left = min(self._settings.max_pages - self._pages, 2 * self._settings.max_pages - self._attempts)
            lead = self._frontier.next(pages_left, self._settings.max_documents - self._documents)
            if lead is None:
                return FetchStatus.OUT_OF_BUDGET
            if not (await self._rules(lead.url)).allows(lead.url):
                self._frontier.leave(lead, FetchStatus.ROBOTS, "robots.txt")
                continue
            if not lead.document and not self._judge.knows(lead.url):
                await self._probe(lead.url)
            if self._on_progress is not None:
                self._on_progress(Progress(self._site.id, self._pages, self._documents, lead.url))
            judged = await self._load(lead)
            fetch, seen = judged.fetch, judged.page
            if lead.role is FetchRole.DOCUMENT and fetch.role is FetchRole.PAGE:
                lead = self._frontier.page_after_all(lead)
            passed = (fetch.url, *fetch.redirects, fetch.final_url)
            self._frontier.answer(lead, fetch.status, *passed, original=judged.original)
            if lead.role is not FetchRole.EXTERNAL:  # a cloud that refuses says nothing of the office's site
                self._refusals = self._refusals + 1 if fetch.status in _REFUSALS else 0
            if seen is not None:
                self._take_links(fetch, seen, lead.depth + 1, lead.claims)
                if lead.claims and not lead.article:
                    self._pictures.take(seen, fetch.address)
        return reason

    async def _bring_pictures(self) -> None:
        """Brings home the pictures that may say what the pages about something asked for do not."""
        left = int(_DATA["pictures"]["per_site"])
        for picture in self._pictures.chosen():
            if left <= 0 or self._spent() is not None:
                return
            if self._frontier.was_opened(picture.url) or not self._own(picture.url):
                continue
            if not (await self._rules(picture.url)).allows(picture.url):
                continue
            left -= 1
            fetch = (await self._load(Lead(picture.url, FetchRole.PICTURE, picture.label, picture.page))).fetch
            self._frontier.mark_opened(fetch.url, *fetch.redirects, fetch.final_url)

    def _spent(self) -> FetchStatus | None:
        """Why the visit must end now, None while it may go on."""
        if asyncio.get_running_loop().time() >= self._stop_at:
            return FetchStatus.OUT_OF_BUDGET
        if self._client.received >= self._settings.max_site_bytes:
            return FetchStatus.OUT_OF_BUDGET
        if self._refusals >= _FOCUS["shut_in_a_row"]:
            return FetchStatus.CIRCUIT_OPEN
        return None

    async def _load(self, lead: Lead) -> Judged:
        """One lead fetched, judged by its content, rendered if need be, compared, counted and archived."""
        outside = lead.role is FetchRole.EXTERNAL
        method = "HEAD" if outside and owner_of(lead.url, self._site) is not Owner.STORAGE else "GET"
        ask = partial(self._client.fetch, lead.url, lead.role, parent=lead.parent, label=lead.label)
        once = method == "HEAD" or self._frontier.failing(lead)
        fetch = await ask(method=method, gate=None if outside else self._gate, retries=0 if once else None)
        if method == "HEAD" and fetch.http_status is not None and fetch.status is not FetchStatus.OK:
            fetch = await ask(retries=0)
        judged = await self._judged(fetch)
        for _ in range(_MOST_SENT_ON):
            if not judged.onward:
                break
            further = await self._go_on(judged, lead)
            if further.fetch.status.absent:  # guessed from a script, or a thing of the past: the page itself is there
                gone = Skipped(judged.onward, further.fetch.status, fetch.url, lead.label, "tujuan pengalihan")
                self._archive.skip(gone)
                judged = await self._judge.judge(judged.fetch, self._permit, stays=True)
                break
            judged = further
        for answer in judged.api:
            self._archive.add(replace(answer, parent_url=fetch.url))
        fetch = self._archive.add(judged.fetch)
        judged = self._judge.compared(replace(judged, fetch=fetch))
        self._count(judged)
        for route in judged.routes:
            link = Link(route.url, route.label, route.zone, "button")
            self._frontier.offer(link, fetch.url, lead.depth + 1, lead.claims)
        return judged

    async def _judged(self, fetch: Fetch) -> Judged:
        if fetch.http_status is None or fetch.role not in (FetchRole.HOME, FetchRole.PAGE):
            return Judged(fetch)
        return await self._judge.judge(fetch, self._permit)

    async def _go_on(self, judged: Judged, lead: Lead) -> Judged:
        """What stands where a page sends its visitor on to: told as of the first address, like any redirect."""
        fetch, target = judged.fetch, judged.onward
        hops = (*fetch.redirects, target)
        if owner_of(target, self._site) in _FOLLOWED:
            await self._rules(target)
        refused = self._gate(target)
        if target in fetch.redirects or target == fetch.url:
            refused = FetchStatus.REDIRECT_LOOP
        if refused is not FetchStatus.OK:
            away = replace(fetch, status=refused, final_url=target, redirects=hops, error=f"pengalihan ke {target}")
            return Judged(away)
        answer = await self._client.fetch(target, fetch.role, parent=lead.parent, label=lead.label, gate=self._gate)
        hops = (*hops, *answer.redirects)
        found = await self._judged(answer)
        return replace(found, fetch=replace(found.fetch, url=fetch.url, redirects=hops))

    def _count(self, judged: Judged) -> None:
        fetch, page = judged.fetch, judged.page
        if fetch.role in (FetchRole.DOCUMENT, FetchRole.EXTERNAL, FetchRole.PICTURE):
            self._documents += fetch.role is not FetchRole.PICTURE
            return
        self._attempts += 1
        self._pages += not (fetch.status.absent or judged.original)
        if fetch.status is FetchStatus.OK:
            self._readable += 1
            self._seconds.append(fetch.elapsed)
            self._judge.office |= page is not None and page.office

    def _take_links(self, fetch: Fetch, page: Recognised, depth: int, about: Claims = ()) -> None:
        base = fetch.address
        refresh = [Link(page.refresh, fetch.label, Zone.NAV)] if page.refresh else []
        self._frontier.offer_all((*page.links, *refresh, *page.further), base, depth, about)

    # -- who may be asked ------------------------------------------------------------------------------------------

    async def _rules(self, url: str) -> Robots:
        """The robots.txt rules of an address's host, fetched once."""
        host = host_of(url)
        if host not in self._robots:
            self._robots[host] = Robots()
            parts = urlsplit(url)
            address = f"{parts.scheme}://{parts.netloc}/robots.txt"
            fetch = await self._client.fetch(address, FetchRole.ROBOTS, gate=self._gate, retries=0)
            if owner_of(url, self._site) is Owner.OWN:
                fetch = self._archive.add(fetch)
            rules = read_robots(fetch, self._settings.user_agent)
            self._robots[host] = rules
            self._pace.at_least(host, max(rules.delay, self._settings.delay * (2 if rules.careful else 1)))
        return self._robots[host]

    async def _permit(self, url: str) -> bool:
        """Whether the browser may have an address: robots.txt of its host, asked for if need be."""
        return self._spent() is None and (await self._rules(url)).allows(url)

    def _own(self, url: str) -> bool:
        return owner_of(url, self._site) is Owner.OWN

    def _gate(self, url: str) -> FetchStatus:
        """Whether a redirect of an own address may be followed."""
        if owner_of(url, self._site) not in _FOLLOWED:
            return FetchStatus.REDIRECTED_AWAY
        return FetchStatus.OK if self._robots.get(host_of(url), Robots()).allows(url) else FetchStatus.ROBOTS

    def _cause(self, home: Fetch) -> FetchStatus:
        """Why the site could not be read; behind an open circuit breaker stands the fault that opened it."""
        if home.status is FetchStatus.CIRCUIT_OPEN:
            fault = self._pace.fault(host_of(home.address))
            return fault if fault is not FetchStatus.OK else home.status
        return home.status if home.status is not FetchStatus.OK else FetchStatus.EMPTY

    def _status(self, home: Fetch, page: Recognised) -> SiteStatus:
        if not self._readable:
            return SiteStatus(SiteState.UNREACHABLE, self._cause(home), home.error)
        if not self._judge.office:
            return _nobodys(home, page)
        slow = median(self._seconds) >= float(_FOCUS["slow_seconds"])
        fault = self._client.tls_fault(host_of(home.address))
        return SiteStatus(SiteState.SLOW if slow else SiteState.ALIVE, fault, home.error)


def _nobodys(home: Fetch, page: Recognised) -> SiteStatus:
    """The status of a site of which nothing was read that an office could have written."""
    if home.status is not FetchStatus.OK:
        return SiteStatus(SiteState.UNREACHABLE, home.status, home.error)
    if page.elsewhere:
        return SiteStatus(SiteState.UNREACHABLE, FetchStatus.REDIRECTED_AWAY, f"bingkai dari {page.elsewhere}")
    return SiteStatus(SiteState.UNREACHABLE, FetchStatus.EMPTY if page.nothing else FetchStatus.NO_SITE)


def _spellings(url: str) -> Iterable[str]:
    """The address, then with the other scheme, then with or without "www.": what a visitor would try."""
    parts = urlsplit(url)
    yield url
    host = parts.hostname or ""
    if parts.port is not None or host.replace(".", "").isdigit() or "." not in host:
        return
    yield parts._replace(scheme="http" if parts.scheme == "https" else "https").geturl()
    if host.count(".") <= 2 or host.startswith("www."):
        other = host.removeprefix("www.") if host.startswith("www.") else f"www.{host}"
        yield parts._replace(netloc=other).geturl()
