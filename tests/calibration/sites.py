"""The labelled sites: a folder each, read as the snapshot a crawl of it would have brought home.

``sites/<id>/site.toml`` tells the office and how the site answers, ``pages.csv`` which address holds which page of
``pages/`` (put into ``frame.html`` where it is framed), ``files.toml`` the documents and pictures, as what they hold.
Nothing is copied from a real site. Names of persons are made up. ``truth.csv`` and ``truth_blind.csv`` label them.
"""

from __future__ import annotations

import csv
import hashlib
import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from html import unescape
from pathlib import Path
from typing import Any
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
from auditor.read.page.html import parse
from auditor.web.hosts import canonical, host_of, own_hosts
from auditor.web.services import is_cloud
from tests import made_files

TODAY = datetime(2026, 11, 22, 5, 0, tzinfo=UTC)
TRUTH = Path(__file__).with_name("truth.csv")
#: Labelled by another person than the set above, before the auditor had seen the sites.
BLIND_TRUTH = TRUTH.with_name("truth_blind.csv")

_SITES = TRUTH.with_name("sites")
_NATIONAL = ("lapor.go.id", "simdumas", "sirup.", "jdih", "elhkpn", "spse", "lpse", "skm.go.id", "emis", "simkah")
_LINK = re.compile(r"""(?:href|src)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""", re.IGNORECASE)


def snapshots(truth: Path = TRUTH) -> Iterator[Snapshot]:
    """The sites that a file of labels speaks of, one after the other."""
    with truth.open(encoding="utf-8", newline="") as file:
        names = dict.fromkeys(row["situs_id"] for row in csv.DictReader(file))
    for name in names:
        yield _snapshot(_made(_SITES / name))


@dataclass(frozen=True)
class _Made:
    """One labelled site. Addresses are whole, but for those of ``files``, ``answers``, ``failed`` and ``unopened``."""

    site: Site
    state: SiteStatus
    tls: TlsState
    rendered: bool
    missing: str  # what an unknown address answers with status 200; "" = a plain 404
    pages: Mapping[str, str]
    files: Mapping[str, bytes]
    answers: Mapping[str, tuple[int, str]]  # of outside and odd addresses
    failed: Mapping[str, FetchStatus]
    unopened: tuple[str, ...]

    def url(self, address: str) -> str:
        return canonical(urljoin(self.site.url + "/", address))


def _made(folder: Path) -> _Made:
    told = tomllib.loads((folder / "site.toml").read_text(encoding="utf-8"))
    listed = folder / "files.toml"
    files = tomllib.loads(listed.read_text(encoding="utf-8"))["file"] if listed.exists() else []
    return _Made(
        site=_office(folder.name, told),
        state=SiteStatus(SiteState.UNREACHABLE, FetchStatus(told["cause"]))
        if "cause" in told
        else SiteStatus(SiteState.ALIVE),
        tls=TlsState(told.get("tls", TlsState.VALID)),
        rendered=told.get("rendered", False),
        missing=told.get("missing", ""),
        pages=_pages(folder),
        files={file["address"]: _file(file) for file in files},
        answers={answer["address"]: (answer["status"], answer["body"]) for answer in told.get("answer", ())},
        failed={address: FetchStatus(status) for address, status in told.get("failed", {}).items()},
        unopened=tuple(told.get("unopened", ())),
    )


def _office(identity: str, told: Mapping[str, str]) -> Site:
    name = told["name"]
    kind = OfficeKind.KOTA if " Kota " in name else OfficeKind.KANWIL if "Kanwil" in name else OfficeKind.KABUPATEN
    return Site(identity, name, kind, told["url"], told["province"], ppid_url=told.get("ppid_url", ""))


def _pages(folder: Path) -> dict[str, str]:
    frame = folder / "frame.html"
    before, after = frame.read_bytes().decode().split("{{content}}") if frame.exists() else ("", "")
    pages = {}
    with (folder / "pages.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            page = (folder / "pages" / row["file"]).read_bytes().decode()
            if row["framed"] == "yes":
                page = before.replace("{{title}}", row["title"]) + page + after
            pages[canonical(row["address"])] = page
    return pages


def _file(told: Mapping[str, Any]) -> bytes:
    match told["kind"]:
        case "pdf":
            how = {name: told[name] for name in ("title", "packed", "drawing") if name in told}
            return made_files.pdf(*told.get("pages", ()), **how) + str(told.get("tail", "")).encode()
        case "word":
            return made_files.word(*told["paragraphs"], rows=told.get("rows", ()), title=told.get("title", ""))
        case "sheet":
            return made_files.sheet(*told["sheets"])
        case "picture":
            width, height = told["size"]
            return made_files.picture(width, height)
        case _:
            return str(told.get("content", "")).encode("latin-1")


def _snapshot(made: _Made) -> Snapshot:
    crawl = _Crawl(made)
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
    def __init__(self, made: _Made) -> None:
        self.made, self.pages = made, made.pages
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
        if url in {self.made.url(path) for path in self.made.unopened}:
            self.skipped.append(Skipped(url, FetchStatus.OUT_OF_BUDGET, parent))
            return None
        failed = {self.made.url(path): status for path, status in self.made.failed.items()}
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
        if any(word in host_of(url) for word in _NATIONAL):
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
        missing = parse(probe, url) if probe and compared else None
        status = response_status(http, headers, media, body, missing)
        identity = hashlib.sha256(url.encode()).hexdigest()[:12]
        tls = self.made.tls if url.startswith("https") else TlsState.NONE
        return Fetch(
            url, role, status, TODAY, url, http, tuple(headers.items()), media, body, 0.4, (), parent,
            rendered=self.made.rendered, tls=tls, record_id=f"urn:{identity}",
        )  # fmt: skip


def _media(url: str) -> str:
    name = url.rsplit(".", 1)[-1].lower()
    return {"pdf": "application/pdf", "png": "image/png", "jpg": "image/jpeg"}.get(name, "application/octet-stream")
