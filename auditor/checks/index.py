"""The names on a site, collected once for all rules: links, pages, headings and files with what they are called."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar
from urllib.parse import unquote, urlsplit

from auditor.checks.naming import might_carry
from auditor.data import table
from auditor.language.labels import core
from auditor.language.names import ALL_NAMES, LabelMatcher
from auditor.language.phrases import normalised
from auditor.language.places import names_of_office
from auditor.observations import Document, Link, Observations, Page, PageKind, Record, Role, Section, Zone
from auditor.web.hosts import host_of

#: Names of columns that offer files.
OFFERS: list[str] = table("anatomy")["offers"]["columns"]
_MAX_ROWS = 200
FEW_FILES = 3  # of one heading that names what has no name of its own
_FURNITURE = 5  # pages that show the same heading
_TELLING = (Role.KIND, Role.CATEGORY, Role.TEXT)  # fields that may tell what an entry is
_KIND_WORDS = 6
_GLUE = re.compile(r"[-_+.]+")
#: Where words run together.
_CAPITAL = re.compile(r"(?<=[a-z]{3})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{3})|(?<=[A-Za-z])(?=20\d\d)")
_FILE_NAME = re.compile(r"^[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)$", re.I)

Carrier = TypeVar("Carrier")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Named:
    """A link with the name it gives and the contexts it stands in; equal ones on other pages are folded."""

    name: str
    bare: str  # without the office's own name
    context: tuple[str, ...]
    page: Page
    link: Link


class Carriers(Generic[Carrier]):
    """Things with the names they carry, sorted once by the matchers that might recognise one."""

    def __init__(self) -> None:
        self._all: list[tuple[Carrier, tuple[str, ...]]] = []
        self._of: dict[int, list[Carrier]] = {}
        self._sorted_for = 0  # matchers; more may come to be known

    def add(self, carrier: Carrier, *names: str) -> None:
        self._all.append((carrier, names))

    def of(self, names: LabelMatcher) -> Sequence[Carrier]:
        """What might carry a rule's name, in the order of the site."""
        if names.number >= self._sorted_for:
            self._sort()
        return self._of.get(names.number, ())

    def _sort(self) -> None:
        self._sorted_for, self._of = ALL_NAMES.count, {}
        for carrier, names in self._all:
            mask = 0
            for name in names:
                mask |= might_carry(name, ALL_NAMES.count)
            while mask:
                lowest = mask & -mask
                self._of.setdefault(lowest.bit_length() - 1, []).append(carrier)
                mask ^= lowest


class Index:
    """The names on a site, collected once for all rules."""

    def __init__(self, observations: Observations) -> None:
        self.observations = observations
        self.links: list[Named] = []
        self.named_links = Carriers[Named]()
        self.named_pages = Carriers[tuple[Page, tuple[str, ...]]]()
        self.named_sections = Carriers[tuple[Page, Section, tuple[str, ...]]]()
        self.named_documents = Carriers[tuple[Document, Page, tuple[str, ...], tuple[str, ...]]]()
        self.named_kinds = Carriers[tuple[Page, Record, str]]()  # entries with a field that may tell what they are
        self.labels_of: dict[str, set[str]] = {}  # address -> the different names links give it
        own = names_of_office(observations.site)
        self._own = re.compile(rf"\b(?:{'|'.join(map(re.escape, own))})(?!\w)", re.I) if own else None
        self._bare: dict[str, str] = {}
        self._furniture = _repeated_headings(observations.pages)
        self._to_host: dict[str, list[int]] | None = None  # host -> numbers of the links that lead there
        seen: set[tuple[str, str, str]] = set()
        told: set[int] = set()  # links that tell nothing new on a further page
        for page in observations.pages:
            if not page.kind.readable:
                continue
            wordless = Counter([link.section for link in page.links if not link.name])
            for link in page.links:
                if id(link) in told:
                    continue
                if page.kind is PageKind.NEWS_ARTICLE and not link.template and link.zone is Zone.MAIN:
                    continue  # what an article links to is part of the report
                if not link.name and wordless[link.section] > FEW_FILES:
                    continue  # a heading names a picture or two, no shelf of them
                name = self._name(link)
                if not name:
                    continue
                key = (name, link.url or f"{link.raw}@{page.url if not link.template else ''}", link.section)
                if link.url or link.template:
                    told.add(id(link))
                if key in seen:
                    continue
                seen.add(key)
                self.links.append(Named(name, self.without_office(name), self._context(page, link), page, link))
                if link.url:
                    self.labels_of.setdefault(link.url, set()).add(core(name))
            if page.kind is not PageKind.NEWS_ARTICLE:
                self.links += self._unlinked_rows(page)
                self._add_kinds(page)
                self._add_page(page)
        for named in self.links:
            self.named_links.add(named, named.name, named.bare)
        self._add_documents()

    def leading_to(self, wanted: Callable[[str], bool]) -> Iterator[Named]:
        """The links that lead to some hosts, in the order of the site."""
        if self._to_host is None:
            self._to_host = {}
            for number, named in enumerate(self.links):
                if named.link.url:
                    self._to_host.setdefault(host_of(named.link.url), []).append(number)
        numbers = (number for host, held in self._to_host.items() if wanted(host) for number in held)
        return (self.links[number] for number in sorted(numbers))

    def _add_page(self, page: Page) -> None:
        context = (*page.trail, page.title, page.h1, *(("PPID",) if page.host_ppid else ()))
        if page.kind is not PageKind.HOME:
            names = {name for name in (page.h1, page.title, *page.trail[-1:]) if name}
            self.named_pages.add((page, context), *names, *map(self.without_office, names))
        for section in page.sections:
            part = section.level > 1 and normalised(section.heading) not in self._furniture  # else the page itself
            if part or page.kind is PageKind.HOME:
                self.named_sections.add((page, section, context), section.heading)

    def _add_kinds(self, page: Page) -> None:
        for record in page.records:
            for cell in record.cells if record.title and record.links else ():
                if cell.role in _TELLING and cell.text != record.title and len(cell.text.split()) <= _KIND_WORDS:
                    self.named_kinds.add((page, record, cell.text), cell.text)

    def _add_documents(self) -> None:
        pages = {page.url: page for page in self.observations.pages}
        for document in self.observations.documents:
            seen_on = next((pages[m.page_url] for m in document.mentions if m.page_url in pages), None)
            if seen_on is None:
                continue
            given = tuple(m.name for m in document.mentions if core(m.name))
            context = tuple(word for m in document.mentions for word in (*m.trail, m.section))
            names = [name for name in (document.title, file_name(document.url)) if name]
            self.named_documents.add(
                (document, seen_on, given, context), *names, *(self.without_office(name) for name in names)
            )

    def _unlinked_rows(self, page: Page) -> Iterator[Named]:
        """Rows of a table of files that offer none: a name, and nothing to open."""
        linked = {normalised(name) for link in page.own_links for name in (link.label, link.name, link.context) if name}
        for rows in page.tables:
            head = f" {normalised(' '.join(rows.headers))} "
            if not any(f" {word} " in head for word in OFFERS):
                continue
            for row in rows.rows[:_MAX_ROWS]:
                if len(row) >= 3 and sum(map(bool, row)) < 2:
                    continue  # heads the rows below
                text = max(row, key=len, default="")
                if not core(text) or normalised(text) in linked:
                    continue
                whole = normalised(" ".join(row))
                if not any(name and (name in whole or whole in name) for name in linked):
                    name = text[:300]
                    link = Link("", name, Zone.MAIN, "row", section=rows.section)
                    yield Named(name, self.without_office(name), self._context(page, link), page, link)

    def _name(self, link: Link) -> str:
        name = _as_words(link.name) if _FILE_NAME.search(link.name) else link.name
        if not core(name):  # "2025", "Unduh": the heading or menu above names it
            above = link.section.rsplit(" > ", 1)[-1]
            name = f"{above} {name}".strip() if core(above) else ""
        return name[:300]

    @staticmethod
    def _context(page: Page, link: Link) -> tuple[str, ...]:
        above = tuple(link.section.split(" > ")) if link.section else ()
        if link.zone is not Zone.MAIN and not page.host_ppid:
            return above
        return (*above, *page.trail, page.title, page.h1, *(("PPID",) if page.host_ppid else ()))

    def without_office(self, name: str) -> str:
        """A name without the office's own name and place, which say nothing of what is named."""
        bare = self._bare.get(name)
        if bare is None:
            bare = self._own.sub(" ", name) if self._own is not None else name
            self._bare[name] = bare
        return bare


def _repeated_headings(pages: Sequence[Page]) -> frozenset[str]:
    """Headings that stand on so many pages of different names that they are the site's furniture."""
    on: dict[str, int] = {}
    read = [page for page in pages if page.kind.readable and page.kind not in (PageKind.HOME, PageKind.NEWS_ARTICLE)]
    for page in read:
        for heading in {normalised(section.heading) for section in page.sections} - {normalised(page.h1)}:
            on[heading] = on.get(heading, 0) + 1
    return frozenset(heading for heading, count in on.items() if count >= max(_FURNITURE, len(read) / 2))


def once_a_site(make: Callable[[Observations], Made]) -> Callable[[Observations], Made]:
    """What a function makes of a site, kept while the same observations are judged by rule after rule."""
    last: list[tuple[Observations, Made]] = []

    def kept(observations: Observations) -> Made:
        held = last[0] if last else None
        if held is None or held[0] is not observations:  # other sites may be judged beside it, in other threads
            held = observations, make(observations)
            last[:] = [held]
        return held[1]

    return kept


#: the index of a site's names
index_of = once_a_site(Index)


def file_name(url: str) -> str:
    """The name a file's address gives it, as words: "lkjip-2025.pdf" -> "lkjip 2025"."""
    return _as_words(unquote(urlsplit(url).path.rsplit("/", 1)[-1]))


def _as_words(file: str) -> str:
    """The words of a file's name without its ending: "LaporanKeuangan_2025.pdf" -> "Laporan Keuangan 2025"."""
    stem = file.rsplit(".", 1)[0]
    return " ".join(_GLUE.sub(" ", _CAPITAL.sub(" ", stem)).split())[:200]
