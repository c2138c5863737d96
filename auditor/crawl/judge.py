"""What an answer really is: judged by its content, rendered if it is a shell, compared with a missing page."""

from __future__ import annotations

import asyncio
import secrets
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import urljoin

from auditor.crawl.media import is_markup
from auditor.crawl.onward import onward
from auditor.crawl.rendering import Permit, Plan, Renderer, Route, difference
from auditor.crawl.traps import identity
from auditor.data import table
from auditor.language.phrases import normalise
from auditor.limited import may_be_heavy
from auditor.limited import parse as limited_parse
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus
from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.answers import is_shell, response_status, same_but_for_moving_parts
from auditor.read.page.html import parse
from auditor.web.hosts import canonical, host_of

_HOME = frozenset(table("crawl")["labels"]["home"])
#: pages that were seen at least in part, so that their links are worth following
SEEN = frozenset({FetchStatus.OK, FetchStatus.TOO_LARGE, FetchStatus.TRUNCATED, FetchStatus.NEEDS_JAVASCRIPT})


@dataclass(frozen=True, slots=True)
class Judged:
    """A fetch with the status its content deserves, and what was found on the way."""

    fetch: Fetch
    anatomy: Anatomy | None = None
    api: tuple[Fetch, ...] = ()
    routes: tuple[Route, ...] = ()
    onward: str = ""  # where the page sends its visitor on to
    parsed: Anatomy | None = None  # what reading the body as it came gives, whatever was made of it here


class Judge:
    """Judges the answers of one site. ``home`` is set once the home page's final address is known."""

    def __init__(self, settings: CrawlSettings, renderer: Renderer | None, permit: Permit) -> None:
        self._settings = settings
        self._renderer = renderer
        self._plan = Plan(settings, renderer is not None)
        self._permit = permit
        self._probes: dict[str, bytes | None] = {}  # by host: what a missing page looks like
        self._second_probes: dict[str, bytes] = {}  # where the missing page is another at every load
        self._rendered_probes: dict[str, bytes | None] = {}
        self.home = ""

    def knows(self, url: str) -> bool:
        """Whether the host of an address has been probed."""
        return host_of(url) in self._probes

    def probe_address(self, url: str) -> str:
        """An address on the same host that nobody has; the host counts as probed from here on."""
        self._probes.setdefault(host_of(url), None)
        return urljoin(url, f"/auditor-kip-{secrets.token_hex(6)}")

    async def learn_missing(self, probe: Fetch) -> bool:
        """Notes how a host answers to an address that nobody has; whether a second one should be asked for.

        Where it answers as if it were there, two answers show which of its parts move.
        """
        host = host_of(probe.url)
        known = self._probes.get(host)
        if known is not None:
            other = probe.status is FetchStatus.OK and is_html(probe) and probe.body != known
            if other and not may_be_heavy(probe.body):
                self._second_probes[host] = probe.body
            return False
        judged, anatomy = await self._by_content(probe, None)
        if probe.status is FetchStatus.OK and is_html(probe) and judged.status is not FetchStatus.TOO_HEAVY:
            self._probes[host] = probe.body
        if self._renderer is not None and self._plan.wants(judged, anatomy):
            rendering = await self._renderer.render(probe, self._permit, 0)
            self._rendered_probes[host] = None if may_be_heavy(rendering.body) else rendering.body or None
        return self._probes[host] is not None and not probe.redirects

    async def judge(self, fetch: Fetch) -> Judged:
        """What a page's answer is worth; where its scripts make it, as the browser shows it."""
        host = host_of(fetch.final_url or fetch.url)
        judged, anatomy = await self._by_content(fetch, self._probes.get(host))
        if target := onward(fetch, anatomy):
            return Judged(judged, _seen(judged, anatomy), onward=target, parsed=anatomy)
        if self._renderer is None or not self._plan.wants(judged, anatomy):
            return Judged(judged, _seen(judged, anatomy), parsed=anatomy)
        rendering = await self._renderer.render(judged, self._permit, self._plan.steps(judged))
        if not rendering.body:
            judged = replace(judged, status=self._plan.unrendered(judged), error=rendering.error or judged.error)
            return Judged(judged, _seen(judged, anatomy), rendering.api)
        page = replace(
            fetch,
            http_status=200,  # a shell sent with 404 is how some hosts serve every address of an application
            body=rendering.body,
            original=fetch.body,
            screenshot=rendering.screenshot,
            data_failed=rendering.failed,
            unopened=rendering.unopened,
            rendered=True,
            status=FetchStatus.OK,
            media_type="text/html",
            final_url=rendering.final_url or fetch.final_url,
        )
        page, shown = await self._by_content(page, self._rendered_probes.get(host))
        added = difference(anatomy, shown)
        self._plan.learn(judged, added, rendering)
        if judged.status is FetchStatus.OK and not self._plan.keeps(added, rendering):
            page, shown = replace(judged, screenshot=rendering.screenshot, unopened=rendering.unopened), anatomy
        if shown is not None and rendering.moved:
            shown = replace(shown, refresh=shown.refresh or rendering.moved)
        target = onward(fetch, shown) if rendering.moved else ""
        return Judged(page, _seen(page, shown), rendering.api, rendering.routes, target)

    async def _by_content(self, fetch: Fetch, probe: bytes | None) -> tuple[Fetch, Anatomy | None]:
        url = fetch.final_url or fetch.url
        address, anatomy = canonical(url) or url, None
        if fetch.body and is_html(fetch):
            if may_be_heavy(fetch.body):  # beside the event loop, where it holds up nobody
                anatomy = await asyncio.to_thread(limited_parse, fetch.body, address)
            else:
                anatomy = parse(fetch.body, address)
            if anatomy is None:
                return replace(fetch, status=FetchStatus.TOO_HEAVY), None
        if fetch.rendered and anatomy is not None and anatomy.text:  # short it may be, but no shell any more
            anatomy = replace(anatomy, app_root=False, asks_javascript=False, scripts=0)
        if fetch.status is FetchStatus.OK or (fetch.http_status or 0) >= 400:
            own = probe is not None and anatomy is not None and _has_own(anatomy, _missing(probe, urljoin(url, "/")))
            if own or fetch.role is FetchRole.HOME or self._means_home(fetch):
                probe = None
            status = self._status(fetch, probe, anatomy)
            if status is FetchStatus.OK and probe is not None and anatomy is not None and self._moves(anatomy, probe):
                status = FetchStatus.SOFT_404
            if status is FetchStatus.NOT_FOUND and anatomy is not None and is_shell(anatomy):
                status = FetchStatus.NEEDS_JAVASCRIPT  # only its scripts know whether the page exists
            fetch = replace(fetch, status=status)
        return fetch, anatomy

    def _moves(self, page: Anatomy, probe: bytes) -> bool:
        """Whether a page is its host's missing page, whose parts move."""
        other, root = self._second_probes.get(host_of(page.url)), urljoin(page.url, "/")
        return other is not None and same_but_for_moving_parts(page, _missing(probe, root), _missing(other, root))

    @staticmethod
    def _status(fetch: Fetch, probe: bytes | None, anatomy: Anatomy | None) -> FetchStatus:
        code, headers, url = fetch.http_status or 0, dict(fetch.headers), fetch.final_url or fetch.url
        return response_status(code, headers, fetch.media_type, fetch.body, probe, anatomy=anatomy, url=url)

    def _means_home(self, fetch: Fetch) -> bool:
        """Whether a link really means the home page: then it is no missing page that shows the home page."""
        return normalise(fetch.label) in _HOME or (bool(self.home) and identity(fetch.url) == identity(self.home))


def _seen(fetch: Fetch, anatomy: Anatomy | None) -> Anatomy | None:
    """The anatomy of a page whose links are worth following, None of any other."""
    return anatomy if fetch.status in SEEN else None


@lru_cache(maxsize=128)
def _missing(probe: bytes, url: str) -> Anatomy:
    """The anatomy of a host's missing page, read once and not for every page."""
    return parse(probe, url)


def _has_own(page: Anatomy, missing: Anatomy) -> bool:
    """Whether a page that reads like the missing one is real after all: it has a name, or a picture, of its own.

    A structure chart on an otherwise empty page shares nearly all its text, the template's, with the missing page.
    """
    if normalise(page.title) != normalise(missing.title) or normalise(page.h1) != normalise(missing.h1):
        return True
    known = {image.url for image in missing.images}
    pictures = any(image.url not in known for image in page.images if image.zone is Zone.MAIN)
    return pictures and {link.url for link in page.links} <= {link.url for link in missing.links}


def is_html(fetch: Fetch) -> bool:
    """Whether an answer is a page, by its type or, without one, by its first bytes."""
    if fetch.body.startswith((b"%PDF-", b"PK\x03\x04")):
        return False
    start = fetch.body[:1024].lstrip().lower()
    return is_markup(fetch.media_type) or (
        not fetch.media_type and start.startswith((b"<!doctype", b"<html", b"<head"))
    )
