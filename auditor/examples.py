"""A rule's examples, run through the real pipeline: small site -> Snapshot -> Observations -> Verdict.

An example's site is exactly what its file says. Addresses of the office's own that a page links to and the example
does not define answer 404; outside addresses that are not defined stay unopened, as in a crawl.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta

from auditor.checks import CHECKS
from auditor.days import WIB
from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Outcome,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    Snapshot,
    TlsState,
    Verdict,
)
from auditor.observations import Document, DocumentKind, DocumentProblem, Observations, Table
from auditor.read.observe import observe
from auditor.read.page.answers import response_status
from auditor.read.page.html import parse
from auditor.rules.pack import Pack
from auditor.rules.schema import Example, ExampleFile, ExamplePage, Rule
from auditor.web.hosts import canonical, host_of, own_hosts
from auditor.web.services import is_cloud

_KINDS = {
    "pdf": (DocumentKind.PDF, "application/pdf"),
    "docx": (DocumentKind.DOCX, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "xlsx": (DocumentKind.XLSX, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "gambar": (DocumentKind.IMAGE, "image/jpeg"),
    "awan": (DocumentKind.CLOUD, "text/html"),
}
_TITLE = 160  # characters of a text that stand for the file's title
_PICTURE = (1200, 900)  # px of an example's picture files


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """What a rule gave for one of its examples, beside what the example says it must give."""

    rule_id: str
    name: str
    kind: str
    expected: Outcome
    got: Outcome
    expected_points: float | None
    got_points: float
    verdict: Verdict

    @property
    def passed(self) -> bool:
        """Whether outcome and, where the example names them, points agree."""
        if self.got is not self.expected:
            return False
        return self.expected_points is None or abs(self.got_points - self.expected_points) < 0.005

    @property
    def why(self) -> str:
        """The verdict in its own words, with the candidates it looked at."""
        lines = [self.verdict.note or "(tanpa catatan)"]
        lines += [
            f"  {'*' if c.taken else '-'} {c.label[:60]!r} {c.url}: {c.outcome.value}, {c.reason}"
            for c in self.verdict.considered[:8]
        ]
        return "\n".join(lines)

    def describe(self) -> str:
        """Rule, example, expected, got, and why, for a person who mends the rule."""
        wanted, found = self.expected.value, self.got.value
        if self.expected_points is not None:
            wanted, found = f"{wanted} ({self.expected_points:g})", f"{found} ({self.got_points:g})"
        return f'{self.rule_id}, contoh "{self.name}": seharusnya {wanted}, ternyata {found}. {self.why}'


def run_examples(rule: Rule, pack: Pack) -> tuple[ExampleResult, ...]:
    """The result of each of a rule's examples, in order."""
    return tuple(run_example(rule, example, pack) for example in rule.example)


def run_example(rule: Rule, example: Example, pack: Pack) -> ExampleResult:
    """The result of one example."""
    verdict = judge_example(rule, see(example, pack), pack)
    points = verdict.points if verdict.points is not None else verdict.outcome.points
    return ExampleResult(
        rule.id, example.name, example.kind, example.expect, verdict.outcome, example.points, points, verdict
    )


def judge_example(rule: Rule, observations: Observations, pack: Pack) -> Verdict:
    """The verdict of a rule's own check; the boundary that catches a check's failure is ``auditor.audit``."""
    return CHECKS[rule.check](observations, rule, pack)


def see(example: Example, pack: Pack) -> Observations:
    """What the auditor sees of an example's site."""
    site = site_of(example)
    files = {canonical(file.path, site.url): file for file in example.file}

    def read_document(body: bytes, media_type: str, url: str) -> Document:
        file = files.get(url)
        return _document(file, url) if file is not None else Document(url, DocumentKind.UNKNOWN, size=len(body))

    snapshot = snapshot_of(example, site, pack.phrases)
    return observe(snapshot, sections=pack.sections, read_document=read_document)


def site_of(example: Example) -> Site:
    """The office an example speaks of."""
    office = example.office.lower()
    kind = OfficeKind.KABUPATEN
    if "kanwil" in office or "kantor wilayah" in office:
        kind = OfficeKind.KANWIL
    elif "kota " in office:
        kind = OfficeKind.KOTA
    return Site("contoh", example.office, kind, example.url, province="Jawa Tengah")


def snapshot_of(example: Example, site: Site, phrases: tuple[str, ...] = ()) -> Snapshot:
    """The snapshot a crawl of an example's site would have brought home."""
    noon = datetime.combine(example.today, time(12), WIB).astimezone(UTC)
    builder = _Builder(example, site, noon)
    return Snapshot(
        site=site,
        status=SiteStatus(SiteState.ALIVE),
        started_at=noon - timedelta(minutes=5),
        finished_at=noon,
        settings=CrawlSettings(user_agent="contoh", phrases=phrases),
        fetches=tuple(builder.fetches()),
        skipped=tuple(builder.skipped()),
        tool_version="contoh",
    )


class _Builder:
    """The requests of an example: what it defines, then what its pages link to and it does not."""

    def __init__(self, example: Example, site: Site, at: datetime) -> None:
        self.example, self.site, self.at = example, site, at
        self.own = own_hosts(site)
        pages = list(example.page)
        if example.html:
            pages.insert(0, ExamplePage(path="/", html=example.html))
        self.pages = {self._url(page.path): page for page in pages}
        self.files = {self._url(file.path): file for file in example.file}
        self.kept_out = {
            **{self._url(path): FetchStatus.WAF for path in example.blocked},
            **{self._url(path): FetchStatus.OUT_OF_BUDGET for path in example.unopened},
        }
        self.links = self._links()

    def _url(self, path: str) -> str:
        return canonical(path, canonical(self.site.url))

    def _links(self) -> Mapping[str, tuple[str, str]]:
        """Every address the pages link to or show, with the page and the label of the first such place."""
        found: dict[str, tuple[str, str]] = {}
        for url, page in self.pages.items():
            if host_of(url) not in self.own:
                continue
            anatomy = parse(page.html.encode(), url)
            for link in anatomy.links:
                if link.url:
                    found.setdefault(link.url, (url, link.label))
            for address in (*(image.url for image in anatomy.images), *(frame.url for frame in anatomy.frames)):
                if address:
                    found.setdefault(address, (url, ""))
        return found

    def fetches(self) -> Iterator[Fetch]:
        """Pages, files, what was blocked, and a 404 for each of the office's own addresses left undefined."""
        for url, page in self.pages.items():
            if url not in self.kept_out:
                yield self._page(url, page)
        for url, file in self.files.items():
            if url not in self.kept_out:
                yield self._file(url, file)
        for url, status in self.kept_out.items():
            if status is FetchStatus.WAF:
                yield self._fetch(url, status, http_status=403)
        for url in self.links:
            if (
                url not in self.pages
                and url not in self.files
                and url not in self.kept_out
                and host_of(url) in self.own
            ):
                yield self._fetch(url, FetchStatus.NOT_FOUND, http_status=404)

    def skipped(self) -> Iterator[Skipped]:
        for url, status in self.kept_out.items():
            if status is FetchStatus.OUT_OF_BUDGET:
                parent, label = self.links.get(url, ("", ""))
                yield Skipped(url, status, parent, label)

    def _page(self, url: str, page: ExamplePage) -> Fetch:
        body = page.html.encode()
        status = response_status(page.status, {}, "text/html", body, url=url)
        return self._fetch(url, status, http_status=page.status, media_type="text/html", body=body)

    def _file(self, url: str, file: ExampleFile) -> Fetch:
        if is_cloud(url):
            return self._cloud(url, file)
        body = f"contoh {url}".encode()
        return self._fetch(url, FetchStatus.OK, http_status=200, media_type=_KINDS[file.kind][1], body=body)

    def _cloud(self, url: str, file: ExampleFile) -> Fetch:
        """The public page a cloud service shows for a file; a log-in page where the file is not shared."""
        if file.broken:
            return self._fetch(url, FetchStatus.NOT_FOUND, http_status=404)
        final = "https://accounts.google.com/ServiceLogin" if file.login else url
        page = f'<html><head><meta property="og:title" content="{_title(file)}"></head><body>{file.text}</body></html>'
        return self._fetch(
            url, FetchStatus.OK, http_status=200, media_type="text/html", body=page.encode(), final=final
        )

    def _fetch(
        self,
        url: str,
        status: FetchStatus,
        *,
        http_status: int,
        media_type: str = "",
        body: bytes = b"",
        final: str = "",
    ) -> Fetch:
        parent, label = self.links.get(url, ("", ""))
        return Fetch(
            url=url,
            role=self._role(url),
            status=status,
            fetched_at=self.at,
            final_url=final or url,
            http_status=http_status,
            media_type=media_type,
            body=body,
            elapsed=self.example.seconds,
            parent_url=parent,
            label=label,
            tls=TlsState(self.example.tls),
            record_id=f"<urn:contoh:{hashlib.sha256(url.encode()).hexdigest()[:12]}>",
        )

    def _role(self, url: str) -> FetchRole:
        if url == self._url("/"):
            return FetchRole.HOME
        if host_of(url) not in self.own:
            return FetchRole.EXTERNAL
        return FetchRole.DOCUMENT if url in self.files else FetchRole.PAGE


def _title(file: ExampleFile) -> str:
    line = file.text.strip().split("\n")[0]
    return line if len(line) <= _TITLE else line[:_TITLE].rsplit(" ", 1)[0]


def _document(file: ExampleFile, url: str) -> Document:
    """What a reader would make of an example's file."""
    problem = DocumentProblem.NONE
    if file.broken:
        problem = DocumentProblem.BROKEN
    elif file.login:
        problem = DocumentProblem.LOGIN
    elif file.scanned:
        problem = DocumentProblem.SCANNED
    kind = _KINDS[file.kind][0]
    rows = tuple(tuple(row) for row in file.rows)
    readable = problem is DocumentProblem.NONE and kind is not DocumentKind.IMAGE
    text = "\n".join([file.text.strip(), *(" | ".join(row) for row in rows)]).strip() if readable else ""
    picture = kind is DocumentKind.IMAGE
    return Document(
        url=url,
        kind=kind,
        title=_title(file) if readable else "",
        text=text,
        pages=None if picture or kind in (DocumentKind.XLSX, DocumentKind.DOCX) else file.pages,
        size=file.size,
        problem=problem,
        tables=(Table(rows[0], rows[1:]),) if rows and readable else (),
        digest=hashlib.sha256(url.encode()).hexdigest(),
        width=_PICTURE[0] if picture else None,
        height=_PICTURE[1] if picture else None,
    )
