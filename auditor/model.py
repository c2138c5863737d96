"""The nouns of the domain, as frozen dataclasses and enums. Read this first.

The flow is crawl -> score -> report (see CONTRIBUTING.md):

    Site --crawl--> Snapshot --read--> Observations --checks--> Verdict --audit--> Finding --score--> Scorecard

What a reader makes of a snapshot's bytes (pages, documents, news) is in ``auditor.observations``.
Enum values are the words that stand in files and reports; ``docs/istilah.md`` is their law.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum


class Outcome(StrEnum):
    """What was found for one indicator on one site (DESIGN section 3)."""

    COMPLETE = "lengkap"
    STALE = "basi"
    PARTIAL = "sebagian"
    LINK_ONLY = "tautan_saja"
    MISSING = "tidak_ada"
    NIL = "nihil"
    UNCHECKED = "tidak_dapat_diperiksa"
    NOT_APPLICABLE = "tidak_berlaku"
    DETECTED = "terdeteksi"  # a red flag: signs were seen
    UNDETECTED = "tidak_terdeteksi"  # a red flag: none was seen

    @property
    def points(self) -> float:
        """The share of an indicator's weight this outcome earns, 0 to 1."""
        return _POINTS.get(self, 0.0)

    @property
    def counted(self) -> bool:
        """Whether the outcome enters the score at all; what is said of red flags never does."""
        return self.judged and not self.flag

    @property
    def judged(self) -> bool:
        """Whether anything was decided: it could be looked at, and it applies."""
        return self not in (Outcome.UNCHECKED, Outcome.NOT_APPLICABLE)

    @property
    def flag(self) -> bool:
        """Whether the outcome is one that only a red flag can have."""
        return self in (Outcome.DETECTED, Outcome.UNDETECTED)

    @property
    def present(self) -> bool:
        """Whether an assessor would say "ada": lengkap, nihil, basi or sebagian; of a red flag: terdeteksi."""
        return self in (Outcome.COMPLETE, Outcome.NIL, Outcome.STALE, Outcome.PARTIAL, Outcome.DETECTED)


_POINTS: Mapping[Outcome, float] = {
    Outcome.COMPLETE: 1.0,
    Outcome.NIL: 1.0,
    Outcome.STALE: 0.75,
    Outcome.PARTIAL: 0.5,
    Outcome.LINK_ONLY: 0.25,
    Outcome.MISSING: 0.0,
}


def word_of(outcome: Outcome, expired: bool) -> str:
    """The key of the words that readers see for an outcome; what is real but too old is more than a mere link."""
    return "kedaluwarsa" if expired and outcome is Outcome.LINK_ONLY else outcome.value


class Confidence(StrEnum):
    """How sure the machine is. LOW puts the finding on the list for human review."""

    HIGH = "tinggi"
    MEDIUM = "sedang"
    LOW = "rendah"


class OfficeKind(StrEnum):
    """The kind of office behind a site (column ``jenis``)."""

    KABUPATEN = "kabupaten"
    KOTA = "kota"
    KANWIL = "kanwil"
    KUA = "kua"
    OTHER = "lain"  # a body outside the ministry: what only the ministry's offices do does not apply to it


class FetchStatus(StrEnum):
    """How one request ended. Only NOT_FOUND and SOFT_404 say that something is not there.

    Every other failure means "could not look"; its wording for users is in ``auditor/data/status.toml``.
    """

    OK = "ok"
    NOT_FOUND = "tidak_ditemukan"  # 404, 410
    SOFT_404 = "tidak_ditemukan_200"  # an error page sent with status 200
    UNAUTHORIZED = "perlu_masuk"  # 401, or a log-in page in place of the content
    FORBIDDEN = "akses_ditolak"  # 403 without the marks of a WAF
    WAF = "dihalangi_waf"
    RATE_LIMITED = "dibatasi"  # 429
    CLIENT_ERROR = "galat_permintaan"  # other 4xx
    SERVER_ERROR = "galat_server"  # 5xx
    APPLICATION_ERROR = "galat_aplikasi"  # a program's error message sent with status 200
    MAINTENANCE = "pemeliharaan"
    SUSPENDED = "domain_ditangguhkan"  # suspended, parked or for sale
    NO_SITE = "belum_ada_situs"  # a server's or program's own first page: nobody's content
    EMPTY = "tanpa_isi"  # status 200, and nothing to read on it
    DNS = "dns_gagal"
    REFUSED = "koneksi_ditolak"
    CONNECT_TIMEOUT = "koneksi_habis_waktu"
    READ_TIMEOUT = "jawaban_habis_waktu"
    DEADLINE = "batas_waktu_permintaan"
    RESET = "koneksi_terputus"
    TRUNCATED = "jawaban_terpotong"
    BAD_RESPONSE = "jawaban_rusak"
    TLS_EXPIRED = "tls_kedaluwarsa"
    TLS_SELF_SIGNED = "tls_tanda_tangan_sendiri"
    TLS_INCOMPLETE_CHAIN = "tls_rantai_tidak_lengkap"
    TLS_WRONG_HOST = "tls_nama_tidak_cocok"
    TLS_LEGACY = "tls_usang"
    TLS_OTHER = "tls_gagal"
    REDIRECT_LOOP = "pengalihan_berputar"
    REDIRECTED_AWAY = "dialihkan_keluar"
    ROBOTS = "dilarang_robots"
    NEEDS_JAVASCRIPT = "perlu_javascript"
    TOO_LARGE = "terlalu_besar"
    TOO_HEAVY = "terlalu_berat"  # reading it exceeded the auditor's limits
    WRONG_TYPE = "jenis_tidak_didukung"
    OUT_OF_BUDGET = "di_luar_anggaran"
    FOREIGN_HOST = "situs_lain"
    FORBIDDEN_ADDRESS = "alamat_terlarang"  # private, loopback, metadata, not http(s)
    TRAP = "jebakan"  # calendars, session ids, endless facets
    DUPLICATE = "alamat_ganda"
    COPY = "salinan"  # of a page that was opened: what sets its address apart never made another page on this site
    CIRCUIT_OPEN = "situs_diistirahatkan"  # too many failures in a row, the host is left alone
    INTERRUPTED = "terhenti"
    INTERNAL_ERROR = "galat_auditor"  # our own fault, never the site's

    @property
    def absent(self) -> bool:
        """Whether the status proves that the address leads to nothing."""
        return self in (FetchStatus.NOT_FOUND, FetchStatus.SOFT_404)

    @property
    def tls(self) -> bool:
        return self.value.startswith("tls_")


class FetchRole(StrEnum):
    """Why an address was requested."""

    HOME = "beranda"
    PAGE = "halaman"
    DOCUMENT = "dokumen"
    FEED = "umpan"
    SITEMAP = "peta_situs"
    API = "api"
    ROBOTS = "robots"
    PROBE = "alamat_acak"  # the random address that shows what a missing page looks like
    PICTURE = "gambar"  # brought home so that it can be read
    EXTERNAL = "luar"  # one look at an outside address that stands in for a document


class TlsState(StrEnum):
    """On which rung of the TLS ladder a site answered."""

    NONE = "tanpa_tls"
    VALID = "sah"
    COMPLETED_CHAIN = "rantai_dilengkapi"
    LEGACY = "usang"
    UNVERIFIED = "tidak_terverifikasi"


class SiteState(StrEnum):
    """The state of a site as a whole in one round."""

    ALIVE = "hidup"
    SLOW = "lambat"
    UNREACHABLE = "tidak_dapat_diperiksa"
    NOT_REGISTERED = "situs_belum_didaftarkan"
    INACTIVE = "tidak_aktif"


@dataclass(frozen=True, slots=True)
class Site:
    """One office and the addresses of its website: one row of sites.csv."""

    id: str
    name: str
    kind: OfficeKind
    url: str  # "" = not registered yet
    province: str = ""
    area: str = ""  # rakor group (ex-residency)
    region_code: str = ""
    ppid_url: str = ""
    extra_hosts: tuple[str, ...] = ()
    active: bool = True
    note: str = ""
    not_applicable: tuple[str, ...] = ()  # indicator ids switched off for this office

    def __hash__(self) -> int:
        """The hash of what tells sites apart: they are asked about once for every link."""
        return hash((self.id, self.url))


@dataclass(frozen=True, slots=True)
class SiteStatus:
    """The state of a site and, when it could not be read, the cause."""

    state: SiteState
    cause: FetchStatus = FetchStatus.OK
    detail: str = ""

    @property
    def readable(self) -> bool:
        return self.state in (SiteState.ALIVE, SiteState.SLOW)


@dataclass(frozen=True, slots=True)
class Wanted:
    """One indicator as the crawl sees it: how it is checked, its weight, its names (``auditor.rules.schema``)."""

    kind: str  # the rule's check
    weight: float
    labels: tuple[str, ...]
    weak: tuple[str, ...] = ()
    under: tuple[str, ...] = ()
    elsewhere: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrawlSettings:
    """What the crawler was told; stored with every snapshot."""

    user_agent: str
    delay: float = 1.0  # seconds between two requests to one host
    max_pages: int = 60
    max_documents: int = 25
    max_page_bytes: int = 3_000_000
    max_document_bytes: int = 12_000_000
    max_site_bytes: int = 150_000_000
    max_seconds: float = 900.0  # per site
    request_deadline: float = 30.0  # seconds for one request, from connect to last byte
    browser: str = "auto"  # auto | never | always
    allow_private: bool = False
    phrases: tuple[str, ...] = ()  # what the frontier looked for
    contact: str = ""
    connect_timeout: float = 10.0  # seconds, for one address of a host
    read_timeout: float = 20.0  # seconds without a single byte
    retries: int = 2  # further attempts after a fault that may pass
    retry_wait: float = 3.0  # seconds before the first of them, doubled for each next one
    max_retry_after: float = 60.0  # a Retry-After beyond this is not waited for
    render_seconds: float = 8.0  # how long a page may take to settle in the browser
    wanted: tuple[Wanted, ...] = ()  # the same by indicator; () = every phrase stands for itself


@dataclass(frozen=True, slots=True)
class Fetch:
    """One request and what came of it; a failure is data with a reason."""

    url: str
    role: FetchRole
    status: FetchStatus
    fetched_at: datetime  # aware, UTC
    final_url: str = ""  # after redirects; equals url without any
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()  # names in lower case
    media_type: str = ""  # from Content-Type, lower case, no parameters
    body: bytes = b""
    elapsed: float = 0.0  # seconds
    redirects: tuple[str, ...] = ()
    parent_url: str = ""  # the page on which the address was found
    label: str = ""  # the label of the link that led here
    error: str = ""
    rendered: bool = False  # the body is the DOM after a browser ran the page
    data_failed: int = 0  # of a rendered page: requests of its scripts for data that came to nothing
    #: the menus that a browser did not get to open; None where no browser looked at the page
    unopened: tuple[str, ...] | None = None
    original: bytes = b""  # of a rendered page: the answer as it came; not read back with a whole snapshot
    screenshot: bytes = b""  # WebP, how the browser showed the page; likewise
    tls: TlsState = TlsState.NONE
    record_id: str = ""  # WARC-Record-ID of the response

    @property
    def address(self) -> str:
        """Where the answer stands: the address after redirects, or the one asked for."""
        return self.final_url or self.url


@dataclass(frozen=True, slots=True)
class Skipped:
    """An address that was seen and not opened, with the reason."""

    url: str
    reason: FetchStatus
    parent_url: str = ""
    label: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything one crawl of one site brought home. ``finished_at`` is "today" for all that follows."""

    site: Site
    status: SiteStatus
    started_at: datetime
    finished_at: datetime
    settings: CrawlSettings
    fetches: tuple[Fetch, ...] = ()
    skipped: tuple[Skipped, ...] = ()
    tool_version: str = ""


@dataclass(frozen=True, slots=True)
class Copy:
    """What a record holds, for people to read: its title, its text as safe HTML, a picture of its beginning."""

    title: str
    body: str
    picture: str = ""  # an address that holds it
    document: bool = False  # a file, no page
    pages: int | None = None  # of a file


@dataclass(frozen=True, slots=True)
class Evidence:
    """Where something was seen, in the site's own words."""

    url: str
    quote: str = ""
    fetched_at: datetime | None = None
    record_id: str = ""
    label: str = ""


@dataclass(frozen=True, slots=True)
class Consideration:
    """One candidate a check looked at, and why it was taken or rejected."""

    url: str
    label: str
    outcome: Outcome
    reason: str
    taken: bool = False
    expired: bool = False  # as in Verdict

    @property
    def word(self) -> str:
        """As of a finding."""
        return word_of(self.outcome, self.expired)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a check says of one indicator. ``points`` is set only by measured indicators."""

    outcome: Outcome
    confidence: Confidence = Confidence.HIGH
    points: float | None = None
    evidence: tuple[Evidence, ...] = ()
    nearest: Evidence | None = None  # what came closest when nothing counted
    note: str = ""  # Indonesian, one or two sentences
    considered: tuple[Consideration, ...] = ()
    cause: FetchStatus = (
        FetchStatus.OK
    )  # of UNCHECKED: what kept us from looking; OK = not known, or a person must judge
    expired: bool = False  # of LINK_ONLY: real, but three cycles late or more


@dataclass(frozen=True, slots=True)
class Finding:
    """A verdict tied to its indicator, its weight and who decided."""

    site_id: str
    rule_id: str
    title: str
    category: str
    required: bool
    weight: float
    effort: int  # minutes to mend
    outcome: Outcome
    points: float  # 0 to 1; 0 where not counted
    confidence: Confidence
    evidence: tuple[Evidence, ...] = ()
    nearest: Evidence | None = None
    note: str = ""
    considered: tuple[Consideration, ...] = ()
    decided_by: str = "mesin"
    red_flag: bool = False  # a raised red flag (weight 0)
    cause: FetchStatus = FetchStatus.OK  # as in Verdict
    expired: bool = False  # as in Verdict
    machine: Outcome | None = None  # what the machine found where a person decided; None where it was not noted
    machine_points: float = 0.0  # the points of that

    @property
    def word(self) -> str:
        """The key of the words that readers see for the outcome (``laporan.toml``); files keep the outcome's value."""
        return word_of(self.outcome, self.expired)

    @property
    def corrected(self) -> bool:
        """Whether a person decided it (koreksi.csv)."""
        return self.decided_by != "mesin"

    @property
    def earned(self) -> float:
        """Weight points earned (column ``nilai``)."""
        return self.weight * self.points if self.outcome.counted else 0.0

    @property
    def counted(self) -> bool:
        return self.weight > 0 and self.outcome.counted

    @property
    def applicable(self) -> bool:
        return self.weight > 0 and self.outcome is not Outcome.NOT_APPLICABLE


class CorrectionStatus(StrEnum):
    """How far an objection has come (column ``status`` of koreksi.csv). Only ACCEPTED ones bear on a score."""

    FILED = "diajukan"
    ACCEPTED = "diterima"
    REJECTED = "ditolak"


@dataclass(frozen=True, slots=True)
class Correction:
    """One row of koreksi.csv: an objection, or a decision, on one indicator of one site.

    An accepted one counts up to and including ``valid_until``.
    """

    site_id: str
    rule_id: str
    outcome: Outcome
    reason: str
    url: str
    decided_by: str  # "" while nobody has decided
    decided_on: date | None
    valid_until: date | None  # always known of an accepted one
    file: str = "koreksi.csv"
    line: int | None = None
    status: CorrectionStatus = CorrectionStatus.ACCEPTED
    filed_by: str = ""
    filed_on: date | None = None

    def holds(self, day: date) -> bool:
        """Whether it decides a finding made on a day."""
        return self.status is CorrectionStatus.ACCEPTED and self.valid_until is not None and self.valid_until >= day


@dataclass(frozen=True, slots=True)
class Seen:
    """How one indicator stood at an earlier look."""

    rule_id: str
    outcome: Outcome
    points: float
    expired: bool = False


@dataclass(frozen=True, slots=True)
class Look:
    """Another look at a site in the same round, judged by the same rules and decisions as the one that counts.

    An earlier one that a later look replaced, or a later one at which the site could not be opened.
    """

    finished_at: datetime
    state: SiteState
    score: float | None = None
    band: str | None = None
    seen: tuple[Seen, ...] = ()


@dataclass(frozen=True, slots=True)
class CategoryScore:
    """One category's part of a score. ``score`` is None where nothing could be counted."""

    category: str
    score: float | None  # 0 to 100
    earned: float
    weight_counted: float
    weight_applicable: float


@dataclass(frozen=True, slots=True)
class NewsSummary:
    """The news figures of a scorecard. None = could not be established."""

    latest: date | None = None
    age_days: int | None = None
    last_30_days: int | None = None
    weekly: tuple[int, ...] = ()  # items per ISO week, oldest first, 26 weeks
    sections: tuple[tuple[str, int], ...] = ()  # section of the office, items this quarter
    sources: tuple[str, ...] = ()
    #: Kanwil only: (office id or "" = unattributed, month "2026-10", items)
    contributions: tuple[tuple[str, str, int], ...] = ()
    since: date | None = None  # weeks before this day were not seen whole: "tidak diketahui", not "tidak ada"


@dataclass(frozen=True, slots=True)
class PackInfo:
    """Which rule pack and weight profile made a score."""

    name: str
    version: str
    sha256: str
    profile: str


@dataclass(frozen=True, slots=True)
class Scorecard:
    """The result for one office in one round; everything reports print comes from here."""

    site: Site
    round: str
    pack: PackInfo
    status: SiteStatus
    findings: tuple[Finding, ...]
    score: float | None  # 0 to 100, unrounded; None = nothing could be counted
    low: float  # the score if everything unchecked were absent
    high: float  # the score if everything unchecked were there
    coverage: float  # 0 to 1
    band: str | None  # simulated category; None below the coverage floor
    required_score: float | None
    categories: tuple[CategoryScore, ...]
    news: NewsSummary = field(default_factory=NewsSummary)
    pages_opened: int = 0
    documents_opened: int = 0
    not_opened: tuple[tuple[FetchStatus, int], ...] = ()  # reason -> addresses, most first
    started_at: datetime | None = None
    finished_at: datetime | None = None
    tool_version: str = ""
    system: str = ""  # what the site is made with: "WordPress"; "" = unknown, or scored before it was noted
    uncorrected: float | None = None  # the score without people's decisions; None where there are none
    corrections: tuple[Correction, ...] = ()  # all rows of koreksi.csv on this office, whatever their status
    looks: tuple[Look, ...] = ()  # the other looks at the site in this round, oldest first
    listed: bool = True  # False: the round's list of offices no longer has it; kept, told apart, never ranked

    @property
    def rankable(self) -> bool:
        """Whether enough was seen to give a band and a rank."""
        return self.band is not None

    @property
    def red_flags(self) -> tuple[Finding, ...]:
        return tuple(f for f in self.findings if f.red_flag)


@dataclass(frozen=True, slots=True)
class PastScore:
    """One office's result in one round: what a line over the rounds is drawn from."""

    round: str
    site_id: str
    province: str
    area: str
    kind: OfficeKind
    score: float | None  # None where the office could not be rated
