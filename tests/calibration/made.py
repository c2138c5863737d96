"""A synthetic site: office, menu, pages as blocks of content, files; and the snapshot a crawl of it would bring home.

Nothing is copied from a real site. Names of persons are made up.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from html import escape, unescape
from typing import Protocol
from urllib.parse import urljoin

from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    Snapshot,
    TlsState,
)
from auditor.read.page.answers import response_status
from auditor.web.hosts import canonical, host_of, own_hosts
from auditor.web.services import is_cloud

TODAY = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
NATIONAL = ("lapor.go.id", "simdumas", "sirup.", "jdih", "elhkpn", "spse", "lpse", "skm.go.id", "emis", "simkah")

Block = tuple[str, object]
Menu = Sequence[tuple[str, "str | Menu"]]


def h(text: str) -> Block:
    return "h", text


def p(*texts: str) -> Block:
    return "p", texts


def ul(*items: str) -> Block:
    return "ul", items


def ol(*items: str) -> Block:
    return "ol", items


def grid(headers: Sequence[str], *rows: Sequence[str]) -> Block:
    return "grid", (headers, rows)


def docs(*items: tuple[str, str]) -> Block:
    """Documents offered: (name, address); an address of "" has no target at all."""
    return "docs", items


def img(src: str, alt: str = "") -> Block:
    return "img", (src, alt)


def form(action: str, submit: str, *labels: str) -> Block:
    return "form", (action, submit, labels)


def raw(html: str) -> Block:
    return "raw", html


@dataclass(frozen=True)
class News:
    """One news item; ``slug`` is the last part of its address."""

    title: str
    day: date
    text: str

    @property
    def slug(self) -> str:
        return re.sub(r"[^a-z0-9]+", "-", self.title.lower()).strip("-")


class Renderer(Protocol):
    """A structure: makes a site's pages, by address, of its content."""

    def pages(self, made: Made) -> dict[str, str]: ...


@dataclass
class Made:
    """One synthetic site."""

    site: Site
    theme: Renderer
    menu: Menu = ()
    pages: dict[str, tuple[str, list[Block]]] = field(default_factory=dict)
    files: dict[str, bytes] = field(default_factory=dict)
    whole: dict[str, str] = field(default_factory=dict)  # pages given as they are
    answers: dict[str, tuple[int, str]] = field(default_factory=dict)  # outside and odd addresses
    news: list[News] = field(default_factory=list)
    footer: str = ""
    missing: str = ""  # what an unknown address answers with status 200; "" = a plain 404
    state: SiteStatus = field(default_factory=lambda: SiteStatus(SiteState.ALIVE))
    failed: dict[str, FetchStatus] = field(default_factory=dict)
    unopened: tuple[str, ...] = ()
    rendered: bool = False
    tls: TlsState = TlsState.VALID
    head: str = ""  # goes into every <head>

    def url(self, path: str) -> str:
        return urljoin(self.site.url + "/", path)


def office(identity: str, name: str, url: str, *, ppid: str = "", province: str = "Jawa Tengah") -> Site:
    kind = OfficeKind.KOTA if " Kota " in name else OfficeKind.KANWIL if "Kanwil" in name else OfficeKind.KABUPATEN
    return Site(identity, name, kind, url, province, ppid_url=ppid)


_LINK = re.compile(r"""(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def snapshot(made: Made) -> Snapshot:
    """What a crawl of the site would have brought home."""
    crawl = _Crawl(made, {canonical(url): html for url, html in made.theme.pages(made).items()})
    fetches = tuple(crawl.fetches()) if made.state.readable else ()
    return Snapshot(
        made.site,
        made.state,
        TODAY - timedelta(minutes=6),
        TODAY,
        CrawlSettings("kalibrasi"),
        fetches,
        tuple(crawl.skipped) if made.state.readable else (),
        "kalibrasi",
    )


class _Crawl:
    def __init__(self, made: Made, pages: dict[str, str]) -> None:
        self.made, self.pages = made, pages
        self.own = own_hosts(made.site)
        self.files = {canonical(made.url(path)): body for path, body in made.files.items()}
        self.answers = {canonical(made.url(url)): answer for url, answer in made.answers.items()}
        self.skipped: list[Skipped] = []
        self.count = 0

    def fetches(self) -> Iterator[Fetch]:
        home = canonical(self.made.site.url)
        ppid = canonical(self.made.site.ppid_url) if self.made.site.ppid_url else home
        queue: list[tuple[str, str]] = [(url, "") for url in dict.fromkeys((home, ppid))]
        seen = {home, ppid}
        probe = self.made.missing.encode() or None
        if probe:
            yield self._fetch(self.made.url("/alamat-acak-x7q"), FetchRole.PROBE, 200, "text/html", probe, None)
        while queue:
            url, parent = queue.pop(0)
            fetch = self._ask(url, parent, FetchRole.HOME if url == home else FetchRole.PAGE, probe)
            if fetch is None:
                continue
            yield fetch
            if fetch.media_type != "text/html" or fetch.role is FetchRole.EXTERNAL:
                continue
            for found in _LINK.findall(fetch.body.decode("utf-8", "replace")):
                target = canonical(unescape(next((part for part in found if part), "")), url)
                if target and target not in seen and not target.endswith((".css", ".js", ".ico")):
                    seen.add(target)
                    queue.append((target, url))

    def _ask(self, url: str, parent: str, role: FetchRole, probe: bytes | None) -> Fetch | None:
        if url in {canonical(self.made.url(path)) for path in self.made.unopened}:
            self.skipped.append(Skipped(url, FetchStatus.OUT_OF_BUDGET, parent))
            return None
        failed = {canonical(self.made.url(path)): status for path, status in self.made.failed.items()}
        if url in failed:
            return Fetch(url, role, failed[url], TODAY, url, parent_url=parent)
        if url in self.pages:
            return self._fetch(url, role, 200, "text/html", self.pages[url].encode(), probe, parent)
        if url in self.files:
            return self._fetch(url, FetchRole.DOCUMENT, 200, _media(url), self.files[url], None, parent)
        if url in self.answers:
            status, body = self.answers[url]
            outside = host_of(url) not in self.own
            return self._fetch(
                url, FetchRole.EXTERNAL if outside else role, status, "text/html", body.encode(), None, parent
            )
        if host_of(url) in self.own:
            if probe:
                return self._fetch(url, role, 200, "text/html", probe, probe, parent)
            return self._fetch(url, role, 404, "text/html", b"<h1>404 Not Found</h1>", None, parent)
        if any(word in host_of(url) for word in NATIONAL):
            body = f"<html><title>{host_of(url)}</title><body><main><p>Layanan nasional.</p></main>"
            return self._fetch(url, FetchRole.EXTERNAL, 200, "text/html", body.encode(), None, parent)
        reason = FetchStatus.OUT_OF_BUDGET if is_cloud(url) else FetchStatus.FOREIGN_HOST
        self.skipped.append(Skipped(url, reason, parent))
        return None

    def _fetch(
        self, url: str, role: FetchRole, http: int, media: str, body: bytes, probe: bytes | None, parent: str = ""
    ) -> Fetch:
        self.count += 1
        headers = {"content-type": media}
        compared = role not in (FetchRole.PROBE, FetchRole.HOME)  # as the crawler does
        status = response_status(http, headers, media, body, probe if compared else None)
        identity = hashlib.sha256(url.encode()).hexdigest()[:12]
        tls = self.made.tls if url.startswith("https") else TlsState.NONE
        return Fetch(
            url, role, status, TODAY, url, http, tuple(headers.items()), media, body, 0.4, (), parent,
            rendered=self.made.rendered, tls=tls, record_id=f"urn:{identity}",
        )  # fmt: skip


def _media(url: str) -> str:
    name = url.rsplit(".", 1)[-1].lower()
    return {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}.get(name, "application/octet-stream")


def text(value: str) -> str:
    return escape(value, quote=True)
