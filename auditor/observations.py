"""What a reader sees in a snapshot: pages, links, documents, facts and news, as frozen dataclasses.

``auditor.read.observe.observe(snapshot)`` makes them; the checks judge nothing else.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from auditor.model import FetchStatus, Site, SiteStatus, TlsState


class Zone(StrEnum):
    """The part of a page something stands in."""

    NAV = "menu"
    HEADER = "kepala"
    MAIN = "isi"
    ASIDE = "samping"
    FOOTER = "kaki"


class PageKind(StrEnum):
    """What a page is, judged by its own content."""

    HOME = "beranda"
    SECTION = "bagian"  # mostly links to further pages of the site
    STATIC = "halaman"
    LISTING = "daftar"  # documents or entries
    NEWS_LIST = "daftar_berita"
    NEWS_ARTICLE = "berita"
    VIEWER = "penampil_dokumen"
    LOGIN = "halaman_masuk"
    ERROR = "galat"
    SOFT_404 = "tidak_ditemukan_200"
    PLACEHOLDER = "kosong"  # "belum ada data", lorem ipsum, coming soon
    JS_SHELL = "perlu_javascript"
    BLOCKED = "dihalangi"
    MAINTENANCE = "pemeliharaan"
    SUSPENDED = "domain_ditangguhkan"

    @property
    def readable(self) -> bool:
        """Whether the page shows content of the office that can be judged."""
        return self not in _UNREADABLE


_UNREADABLE = frozenset(
    {
        PageKind.LOGIN,
        PageKind.ERROR,
        PageKind.SOFT_404,
        PageKind.JS_SHELL,
        PageKind.BLOCKED,
        PageKind.MAINTENANCE,
        PageKind.SUSPENDED,
    }
)


class Owner(StrEnum):
    """Whose a host or a document is."""

    OWN = "sendiri"
    KANWIL = "kanwil"
    MINISTRY = "kementerian"
    OTHER_OFFICE = "kantor_lain"
    NATIONAL = "nasional"  # SiRUP, SPSE, LAPOR!, SIMDUMAS, JDIH, e-LHKPN ...
    STORAGE = "penyimpanan"  # Drive, OneDrive, Canva, YouTube: hosted elsewhere, possibly own
    EXTERNAL = "luar"
    UNKNOWN = "tidak_diketahui"


class TargetState(StrEnum):
    """What stands behind a link, as far as the crawl could tell."""

    PAGE = "halaman"
    DOCUMENT = "dokumen"
    IMAGE = "gambar"
    OPEN = "terbuka"  # an outside address that answered (Drive, national channel ...)
    EMPTY = "kosong"  # "", "#", javascript:, a button without target
    DEAD = "rusak"  # 404, soft 404, a bare directory, a broken or empty file, a development host
    LOGIN = "perlu_masuk"
    UNOPENED = "belum_dibuka"  # nobody looked: outside the budget or not asked for
    UNCHECKED = "tidak_dapat_diperiksa"  # somebody looked and was kept out
    ANCHOR = "bagian_halaman"  # #id on the same page, and the id exists
    CONTACT = "kontak"  # mailto:, tel:, wa.me

    @property
    def works(self) -> bool:
        return self in (TargetState.PAGE, TargetState.DOCUMENT, TargetState.IMAGE, TargetState.OPEN)

    @property
    def broken(self) -> bool:
        return self in (TargetState.EMPTY, TargetState.DEAD, TargetState.LOGIN)


@dataclass(frozen=True, slots=True)
class Link:
    """Anything on a page that leads, or pretends to lead, somewhere."""

    url: str  # absolute and canonical; "" without a usable target
    label: str  # own text, else title, aria-label or alt
    zone: Zone
    tag: str = "a"  # a | area | button | iframe | embed | object
    context: str = ""  # the row, list item or card it stands in, when its own label says nothing ("Unduh")
    section: str = ""  # nearest heading above
    leaf: bool = True  # False for a menu entry that only opens a sub-menu
    template: bool = False  # part of a block that repeats on most pages of the site
    raw: str = ""  # href as written
    anchor: bool = False  # "#id" of something that is on this page

    @property
    def name(self) -> str:
        """What the link calls its target: the context for labels like "Unduh", else the label."""
        return self.context or self.label


@dataclass(frozen=True, slots=True)
class Image:
    url: str
    alt: str
    zone: Zone
    width: int | None = None  # px, where the page or the fetched file tells
    height: int | None = None
    context: str = ""  # caption, or the heading above
    template: bool = False
    broken: bool = False  # fetched, and not there
    leads: bool = False  # the face of a link to something else: a thumbnail, a tile
    said: str = ""  # what was read in it
    wordless: bool = False  # it was looked at, and says nothing


@dataclass(frozen=True, slots=True)
class Table:
    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]  # without the header row, empty rows left out
    section: str = ""
    zone: Zone = Zone.MAIN


class Role(StrEnum):
    """What a field of an entry tells."""

    TITLE = "judul"
    DATE = "tanggal"
    CATEGORY = "kategori"
    KIND = "jenis"
    UNIT = "unit"
    FIGURE = "angka"
    COUNT = "isi"  # how many documents are in it
    TEXT = "teks"


class Shape(StrEnum):
    """How a page sets an entry."""

    ROW = "baris"
    CARD = "kartu"
    ITEM = "butir"
    DEFINITION = "definisi"


@dataclass(frozen=True, slots=True)
class Cell:
    """One field of an entry; ``name``: the header or label over it, "" for none."""

    text: str
    role: Role
    name: str = ""


@dataclass(frozen=True, slots=True)
class Record:
    """One entry of a page, its fields told apart: a table's row, a card, a tile, an item of a list, a definition."""

    title: str  # what it is about; "" where only dates, figures and buttons stand in it
    cells: tuple[Cell, ...]  # all that is said in it, in its order, the title included; "Unduh" and the like left out
    shape: Shape
    section: str = ""  # nearest heading above
    group: int = 0  # the same for entries that are made alike
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()

    def said(self, role: Role) -> str:
        """The first field of a role, "" for none."""
        return next((cell.text for cell in self.cells if cell.role is role), "")

    @property
    def hollow(self) -> bool:
        """Whether it says itself that nothing is in it: "0 dokumen"."""
        count = self.said(Role.COUNT)
        return bool(count) and not int("".join(filter(str.isdigit, count)) or "1")

    @property
    def text(self) -> str:
        """All that is said in it, a field a line."""
        return "\n".join(cell.text for cell in self.cells)


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    name: str
    kind: str  # text, textarea, select, file, password, search, email, tel, hidden ...


@dataclass(frozen=True, slots=True)
class Form:
    fields: tuple[Field, ...]  # hidden ones and buttons left out
    action: str
    method: str
    submit: str = ""  # the button's label
    section: str = ""
    zone: Zone = Zone.MAIN

    @property
    def login(self) -> bool:
        return any(f.kind == "password" for f in self.fields)

    @property
    def search(self) -> bool:
        return len(self.fields) <= 2 and any(
            f.kind == "search" or f.name.lower() in ("s", "q", "search", "cari", "keyword", "katakunci", "query")
            for f in self.fields
        )


@dataclass(frozen=True, slots=True)
class Frame:
    url: str
    title: str = ""
    section: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading and the text below it, up to the next heading of its rank (tabs and accordions included)."""

    heading: str
    level: int
    text: str
    items: int = 0  # list items in it
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()
    records: tuple[Record, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """A value found in a text, with the words around it."""

    value: str
    quote: str
    url: str
    sample: bool = False  # a template's sample value: "(0351) 1234567", "example@"


class DateSource(StrEnum):
    """Where a date was read, most trusted first."""

    API = "api"
    FEED = "umpan"
    JSON_LD = "json_ld"
    META = "meta"
    TIME_TAG = "time"
    URL = "alamat"
    BYLINE = "byline"
    LIST = "daftar"
    RELATIVE = "relatif"
    BODY = "isi"
    SITEMAP = "peta_situs"


class Precision(StrEnum):
    DAY = "hari"
    MONTH = "bulan"
    YEAR = "tahun"


@dataclass(frozen=True, slots=True)
class DateFound:
    """A date with its pedigree. ``confidence`` is 0 to 1."""

    value: date
    source: DateSource
    precision: Precision = Precision.DAY
    confidence: float = 1.0
    text: str = ""  # as written on the page
    year_inferred: bool = False


#: Sources that say when a file changed or what a library guessed: too weak to judge freshness by.
WEAK_SOURCES = frozenset({DateSource.SITEMAP})
TRUSTED = 0.5  # confidence a date needs at least


def trusted(found: DateFound | None) -> bool:
    """Whether a date is good enough to judge freshness by: not a guess, not a lastmod, not a year made up."""
    return found is not None and found.confidence >= TRUSTED and found.source not in WEAK_SOURCES


@dataclass(frozen=True, slots=True)
class Page:
    """One page that was opened, with template and own content told apart."""

    url: str  # final address
    requested: tuple[str, ...]  # every address that led here
    kind: PageKind
    title: str  # <title> without the site's name
    h1: str
    text: str  # own content: no template, no scripts, no hidden text
    words: int
    trail: tuple[str, ...] = ()  # menu labels that led here, outermost first
    headings: tuple[str, ...] = ()
    sections: tuple[Section, ...] = ()
    links: tuple[Link, ...] = ()
    images: tuple[Image, ...] = ()  # own content's images
    tables: tuple[Table, ...] = ()
    records: tuple[Record, ...] = ()  # own content's entries
    forms: tuple[Form, ...] = ()
    frames: tuple[Frame, ...] = ()
    items: int = 0  # list items in the own content
    owner: Owner = Owner.OWN
    host_ppid: bool = False  # stands on the office's PPID host
    placeholder: str = ""  # the placeholder phrase, when the content is one
    promises: frozenset[str] = frozenset()  # normalised names in the own content whose links lead nowhere
    nil: str = ""  # an explicit nil statement ("Nihil", "Tidak ada ... per <tanggal>")
    template_text: str = ""  # text of repeated blocks; kept for the home page only
    fetched_at: datetime | None = None
    record_id: str = ""
    rendered: bool = False
    status: FetchStatus = FetchStatus.OK
    awaits: bool = False  # a script has yet to put (part of) its content

    @property
    def own_images(self) -> tuple[Image, ...]:
        """The pictures of the page itself, without those of its template and its sides."""
        return tuple(image for image in self.images if image.url and not image.template and image.zone is Zone.MAIN)

    @property
    def own_links(self) -> tuple[Link, ...]:
        """Links of the page's own content, template left out."""
        return tuple(link for link in self.links if not link.template and link.zone is Zone.MAIN)


def first_links(pages: Iterable[Page]) -> Iterator[tuple[Page, list[Link]]]:
    """The pages, each with the links that no page before it has: those of a menu come once.

    A link that is the same on several pages is one object, of which nothing new is learnt on a further page.
    """
    seen: set[int] = set()
    for page in pages:
        new = [link for link in page.links if id(link) not in seen]
        seen.update(map(id, new))
        yield page, new


class DocumentKind(StrEnum):
    PDF = "pdf"
    DOCX = "docx"
    DOC = "doc"
    XLSX = "xlsx"
    XLS = "xls"
    ODS = "ods"
    CSV = "csv"
    PPTX = "pptx"
    IMAGE = "gambar"
    TEXT = "teks"
    ARCHIVE = "arsip"
    CLOUD = "awan"  # Drive, Docs, Sheets, OneDrive, Canva, flipbooks: seen by its public page only
    UNKNOWN = "tidak_dikenal"


class DocumentProblem(StrEnum):
    NONE = ""
    ENCRYPTED = "terkunci_sandi"
    BROKEN = "rusak"
    EMPTY = "kosong"
    TOO_LARGE = "terlalu_besar"
    TOO_HEAVY = "terlalu_berat"
    SCANNED = "pindaian_tanpa_teks"
    UNSUPPORTED = "jenis_tidak_didukung"
    LOGIN = "perlu_masuk"
    GONE = "tidak_ditemukan"
    UNKNOWN = "tidak_diketahui"


@dataclass(frozen=True, slots=True)
class Mention:
    """One place that offers a document: the page and the name it gives there."""

    page_url: str
    name: str
    section: str = ""
    trail: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()  # what else its row or card says


@dataclass(frozen=True, slots=True)
class Document:
    """A file, or a cloud address that stands for one."""

    url: str
    kind: DocumentKind
    title: str = ""  # the file's own title or first line
    text: str = ""  # first three pages and the last one; sheets as lines of cells
    pages: int | None = None
    size: int = 0  # bytes
    problem: DocumentProblem = DocumentProblem.NONE
    tables: tuple[Table, ...] = ()
    years: tuple[int, ...] = ()  # most telling first: title, label, file name, text; never the path
    period: tuple[int, int] | None = None  # "2025-2029"
    owner: Owner = Owner.UNKNOWN
    owner_text: str = ""  # the words that told the owner
    mentions: tuple[Mention, ...] = ()
    digest: str = ""  # sha256 of the bytes, to see one file offered twice
    fetched_at: datetime | None = None
    record_id: str = ""
    width: int | None = None  # px, pictures only
    height: int | None = None
    pictured: int = 0  # pages (of a picture: 1) whose text was read by looking at them

    @property
    def usable(self) -> bool:
        """Whether a visitor gets something to read."""
        return self.problem in (DocumentProblem.NONE, DocumentProblem.SCANNED)


@dataclass(frozen=True, slots=True)
class Target:
    """What the crawl knows of one address."""

    state: TargetState
    owner: Owner
    status: FetchStatus = FetchStatus.OK
    page: Page | None = None
    document: Document | None = None


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address printed by the site."""

    quote: str
    url: str
    street: bool
    own_place: bool
    other_place: str = ""  # another office's kabupaten/kota, or the ministry's own address
    postcode: str = ""
    sample: bool = False


@dataclass(frozen=True, slots=True)
class SocialAccount:
    network: str
    handle: str
    url: str
    page_url: str
    own: bool  # False: share button, ministry, generic, another office


@dataclass(frozen=True, slots=True)
class Facts:
    """Contact facts printed anywhere on the site, samples included and marked."""

    addresses: tuple[Address, ...] = ()
    phones: tuple[Found, ...] = ()
    whatsapp: tuple[Found, ...] = ()
    emails: tuple[Found, ...] = ()
    hours: tuple[Found, ...] = ()
    social: tuple[SocialAccount, ...] = ()
    map_url: str = ""


@dataclass(frozen=True, slots=True)
class NewsItem:
    """One distinct news item of the office's own."""

    title: str
    url: str
    date: DateFound | None
    section: str = ""  # the office's section it reports on, "" = not assigned
    office: str = ""  # Kanwil only: the contributing office's id
    record_id: str = ""
    fetched_at: datetime | None = None
    excerpt: str = ""


@dataclass(frozen=True, slots=True)
class News:
    """The news of a site. ``established`` = the dates can be trusted enough to judge freshness."""

    items: tuple[NewsItem, ...] = ()  # dated ones newest first, then undated
    announcements: tuple[NewsItem, ...] = ()
    agenda: tuple[NewsItem, ...] = ()  # future and past events
    established: bool = False
    looked: bool = False  # a news list, feed or API was really read
    sources: tuple[DateSource, ...] = ()
    disagreements: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()  # reason -> items: duplicates, mirrored, future, redated
    machine_readable: float | None = None  # share of sampled articles whose date a machine can read
    sampled: int = 0
    since: date | None = None  # from this day on every item was seen; date.min = all of them, None = nobody can tell
    unread: tuple[str, ...] = ()  # streams ("berita", "pengumuman", "agenda") whose page or feed could not be read


@dataclass(frozen=True, slots=True)
class Flag:
    """A sign of exposed personal data or injected spam. ``quote`` is already masked."""

    kind: str  # nik | kk | rekening | judi | retas
    quote: str
    url: str
    record_id: str = ""
    hidden: bool = False
    fetched_at: datetime | None = None
    strength: float = 1.0


class SearchReach(StrEnum):
    """How much of a site its search box searches."""

    SITE = "situs"
    SECTION = "bagian"


@dataclass(frozen=True, slots=True)
class Technical:
    """What can be measured without judging content."""

    home_url: str = ""
    final_host: str = ""
    tls: TlsState = TlsState.NONE
    home_status: FetchStatus = FetchStatus.OK
    home_seconds: float | None = None
    lang: str = ""
    lang_fits: bool = False  # the declared language is that of the text
    viewport: str = ""
    fixed_width: bool = False
    skip_link: bool = False
    accessibility_widget: str = ""
    accessible_page: str = ""  # address of a page with audio or braille, or on services for disabled visitors
    images: int = 0  # content images seen
    images_with_alt: int = 0
    menu_leaves: int = 0
    menu_empty: tuple[str, ...] = ()  # labels of leaf menu entries without a target
    search: str = ""  # address of the search form's target, "" = none
    search_reach: SearchReach | None = None
    links_checked: int = 0  # the site's own links whose target was looked at, each once
    links_broken: tuple[tuple[str, str], ...] = ()  # (label, url)
    system: str = ""  # what the site is made with: "WordPress"; "" = nothing tells


@dataclass(frozen=True, slots=True)
class Observations:
    """All that was seen of one site; what the checks judge."""

    site: Site
    status: SiteStatus
    today: date
    pages: tuple[Page, ...] = ()
    documents: tuple[Document, ...] = ()
    targets: dict[str, Target] = field(default_factory=dict)  # canonical address -> what stands there
    facts: Facts = field(default_factory=Facts)
    news: News = field(default_factory=News)
    technical: Technical = field(default_factory=Technical)
    flags: tuple[Flag, ...] = ()
    place: str = ""  # own kabupaten/kota name without the kind: "Purbalingga"
    pages_opened: int = 0
    documents_opened: int = 0
    #: addresses the crawl did not get to see, with their labels: what might still be there
    unseen: tuple[tuple[str, str, FetchStatus], ...] = ()  # (label, url, reason)
    phrases: tuple[str, ...] = ()  # what the crawl looked for
    unread: FetchStatus | None = None  # why nothing of the site's own content was read; None where it was

    def target(self, url: str) -> Target:
        """What stands at an address; UNOPENED for one nobody looked at."""
        return self.targets.get(url, _UNOPENED)


_UNOPENED = Target(TargetState.UNOPENED, Owner.UNKNOWN)
