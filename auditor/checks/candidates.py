"""The places on a site that speak of a rule: links, pages, sections, files and pictures that carry one of its names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar
from urllib.parse import unquote, urlsplit

from auditor.checks.targets import link_target
from auditor.data import table
from auditor.language.labels import core, is_headline, is_unit, read_label
from auditor.language.names import ALL_NAMES, LabelMatcher, matcher
from auditor.language.phrases import Phrases, normalised
from auditor.language.places import names_of_office
from auditor.observations import Document, Image, Link, Observations, Owner, Page, PageKind, Section, Target, Zone
from auditor.rules.schema import Match, Rule
from auditor.web.hosts import host_of

#: Below this share of a label's words a name is only mentioned in passing.
MIN_STRENGTH = 0.45
_CONTAINERS = Phrases(table("anatomy")["containers"]["labels"])
_OFFERS = ("unduh", "download", "file", "berkas", "tautan", "link", "aksi", "lihat", "dokumen")
_MAX_ROWS = 200
FEW_FILES = 3  # of one heading that names what has no name of its own
_FURNITURE = 5  # pages that show the same heading
_GLUE = re.compile(r"[-_+.]+")
#: Where words run together.
_CAPITAL = re.compile(r"(?<=[a-z]{3})(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z]{3})|(?<=[A-Za-z])(?=20\d\d)")
_FILE_NAME = re.compile(r"^[\w-]+\.(?:pdf|docx?|xlsx?|pptx?|zip|rar)$", re.I)


Carrier = TypeVar("Carrier")
Made = TypeVar("Made")


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that carries a rule's name, and what there is to judge behind it."""

    label: str
    strength: float
    on: Page  # where it was seen
    link: Link | None = None
    target: Target | None = None
    page: Page | None = None
    section: Section | None = None
    document: Document | None = None
    image: Image | None = None
    #: the content itself carries the name, not only a link to it
    named: bool = False
    #: recognised by a name of another page that sometimes holds the content
    elsewhere: bool = False
    #: an announcement, for the rules that ask for announcements
    announced: bool = False

    @property
    def url(self) -> str:
        if self.document is not None:
            return self.document.url
        if self.page is not None:
            return self.page.url
        if self.image is not None:
            return self.image.url
        return (self.link.url if self.link is not None else "") or self.on.url


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
                mask |= _possible(name, ALL_NAMES.count)
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
        self.candidates: dict[int, tuple[Rule, list[Candidate]]] = {}  # those asked for, by the rule's identity
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
            if not any(f" {word} " in head for word in _OFFERS):
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
        if not last or last[0][0] is not observations:
            last[:] = [(observations, make(observations))]
        return last[0][1]

    return kept


#: the index of a site's names
index_of = once_a_site(Index)


def matcher_of(match: Match) -> LabelMatcher:
    """The matcher for a rule's names."""
    return matcher(tuple(match.labels), tuple(match.weak), tuple(match.exclude), tuple(match.under))


def _elsewhere(match: Match) -> LabelMatcher:
    """The matcher for names of other pages that sometimes hold the content."""
    return matcher(tuple(match.elsewhere), (), tuple(match.exclude))


def learn_names(rules: Iterable[Rule]) -> None:
    """Takes all names of some rules into the index at once, so that no site's names are sorted anew for each."""
    for rule in rules:
        if rule.match.labels or rule.match.weak:
            matcher_of(rule.match)
        if rule.match.elsewhere:
            _elsewhere(rule.match)


def clarity(match: Match, label: str, *above: str) -> float:
    """How clearly a label carries a rule's name, 0 where it names something else; ``above``: menus and headings."""
    strength, _ = _strength(matcher_of(match), label, above)
    return strength if strength >= MIN_STRENGTH else 0.0


def candidates(observations: Observations, rule: Rule) -> list[Candidate]:
    """Everything that carries one of a rule's names, best first, each place once."""
    index = index_of(observations)
    known = index.candidates.get(id(rule))
    if known is None or known[0] is not rule:
        known = index.candidates[id(rule)] = (rule, _candidates(observations, index, rule))
    return list(known[1])


def _candidates(observations: Observations, index: Index, rule: Rule) -> list[Candidate]:
    found = _found(observations, index, matcher_of(rule.match), bool(rule.match.under))
    if rule.match.elsewhere:
        others = _found(observations, index, _elsewhere(rule.match), False)
        others = [
            c for c in others if _own_content(c) and (c.link is None or core(c.link.name))
        ]  # its name, not a heading's
        found += [replace(c, elsewhere=True, strength=c.strength * 0.9) for c in others]
    if rule.match.announcements:
        found += _announced(observations, matcher_of(rule.match))
    best: dict[tuple[str, str, str], Candidate] = {}
    for candidate in found:
        dead_end = candidate.page is None and candidate.document is None and candidate.section is None
        key = (
            candidate.url,
            candidate.section.heading if candidate.section is not None else "",
            candidate.label if dead_end else "",
        )
        known = best.get(key)
        if known is None or (candidate.strength, candidate.named) > (known.strength, known.named):
            best[key] = candidate
    return sorted(best.values(), key=lambda c: (-c.strength, not c.named, c.url, c.label))


def _announced(observations: Observations, names: LabelMatcher) -> Iterator[Candidate]:
    """The pages of announcements whose title carries a name, however much else it says; what they hold decides."""
    pages = {page.url: page for page in observations.pages}
    for item in observations.news.announcements:
        page = pages.get(item.url)
        if page is not None and page.kind.readable and names.match(item.title) is not None:
            yield Candidate(
                item.title, _ANNOUNCED, page, None, observations.target(page.url), page, named=True, announced=True
            )


def _own_content(candidate: Candidate) -> bool:
    target = candidate.target
    return target is None or (target.owner in (Owner.OWN, Owner.UNKNOWN, Owner.STORAGE) and target.state.works)


def _found(observations: Observations, index: Index, names: LabelMatcher, under: bool) -> list[Candidate]:
    return [
        *_pages(observations, index, names),
        *_links(observations, index, names),
        *_sections(observations, index, names, under),
        *_documents(index, names),
    ]


def news_about(observations: Observations, rule: Rule) -> Iterator[tuple[str, Page]]:
    """News articles that mention the rule's thing in their title: never evidence, but worth saying so."""
    names = matcher_of(rule.match)
    for page in observations.pages:
        if page.kind is PageKind.NEWS_ARTICLE:
            title = page.h1 or page.title
            words = normalised(title)
            if names.match(title) or any(f" {normalised(label)} " in f" {words} " for label in rule.match.labels):
                yield title, page


_TITLE_GOES_ON = re.compile(r"^(?:(?:tentang|nomor|no|tahun|kankemenag|kemenag|kantor kementerian agama)\b)")
_PARTS = re.compile(r"\s*/\s+|\s+/\s*|\s*\|\s*")
_SIDE_WORDS = 3  # of a name beside a stroke; more of them are a sentence
_NUMBERING = re.compile(r"^(?:\d{1,2}|[a-z]|[ivx]+) ")
_WORDS = table("label_words")
_LEADING = frozenset(_WORDS["leading"]["names"])
_SITE_MARKS = frozenset(_WORDS["site"]["marks"])
_WRITTEN: dict[str, str] = _WORDS["written_out"]
_SHORT = re.compile(rf"\b(?:{'|'.join(_WRITTEN)})\b", re.I)
_BOTH = re.compile(r"\s+(?:dan|&|serta(?!\s+merta))\s+|\s*,\s+", re.I)
_ANNOUNCED = 0.6  # strength of an announcement
_BEGINS = 0.6  # strength of a label that begins with the name and goes on as a document's title does


def _strength(names: LabelMatcher, name: str, context: tuple[str, ...]) -> tuple[float, bool]:
    """How clearly a label carries a rule's name, and whether by a weak name only."""
    if names.is_law(name):
        return 0.0, False
    apart = _taken_apart(name)
    if apart.site:
        return (0.0, False) if names.excludes(name) else _strength(names, apart.head, (*context, apart.site))
    full = apart.full
    if full != name and names.excludes(full):
        return 0.0, False
    found = names.match(name, context)
    if (found is None or found.strength < 1.0) and apart.parts and not names.excludes(name):
        each = [names.match(part, context) for part in apart.parts]
        every = [found, *(f for f in each if f is not None and (not f.weak or all(each)))]
        found = max((f for f in every if f is not None), key=lambda f: f.strength, default=None)
    if found is None:
        found = names.match(full, context) if full != name else None
    if found is None:  # "Jalur dan Waktu Layanan": one of two subjects, named in full
        subjects = () if names.excludes_all_of(name) else apart.subjects
        found = next((f for p in subjects if (f := names.match(p, context)) and f.strength >= 0.9 and not f.weak), None)
        if found is not None:
            return _BEGINS, False
        return 0.0, False
    strength = found.strength
    words, phrase = _NUMBERING.sub("", normalised(name)), normalised(found.phrase)
    goes_on = words.startswith(phrase + " ") and _TITLE_GOES_ON.match(words[len(phrase) + 1 :])
    if strength < _BEGINS and (goes_on or (phrase in _LEADING and words.startswith(phrase))):
        strength = _BEGINS
    return strength, found.weak


class _Apart(NamedTuple):
    """A label taken apart, once for all rules."""

    head: str  # without the site's name at its end ("Pengaduan - PPID Kabupaten X")
    site: str  # that name, "" for none
    full: str  # the head with common abbreviations written out ("INFO BERKALA")
    parts: tuple[str, ...]  # the names the head gives side by side ("MoU / Kerja Sama"), () for a single one
    subjects: tuple[str, ...]  # those it joins ("Jalur dan Waktu Layanan"), of two words or more; () for a single one


@lru_cache(maxsize=16_384)
def _taken_apart(name: str) -> _Apart:
    head, site = _before_site(name)
    return _Apart(head, site, _SHORT.sub(lambda m: _WRITTEN[m[0].lower()], head), _parts(head), _subjects(head))


def _before_site(name: str) -> tuple[str, str]:
    head, _, site = name.rpartition("|") if "|" in name else name.rpartition(" - ")
    if not head.strip() or _SITE_MARKS.isdisjoint(normalised(site).split()):
        return name, ""
    return head, site


def _parts(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in _PARTS.split(name) if part.strip())
    few = 1 < len(parts) <= 4
    return parts if few and all(read_label(part).content <= _SIDE_WORDS for part in parts) else ()


@lru_cache(maxsize=16_384)
def _possible(name: str, known: int) -> int:
    """The matchers, of so many known ones, that might recognise a name or one of the parts ``_strength`` asks for."""
    mask = 0
    apart = _taken_apart(name)
    for part in {name, apart.head, apart.full, *apart.parts, *apart.subjects}:
        mask |= ALL_NAMES.could_mean(part)
    return mask


def _subjects(name: str) -> tuple[str, ...]:
    parts = () if is_unit(name) else _BOTH.split(name)
    return tuple(part for part in parts if len(part.split()) >= 2) if len(parts) > 1 else ()


def _match(names: LabelMatcher, index: Index, name: str, context: tuple[str, ...]) -> float:
    strength, _ = _strength(names, name, context)
    if strength < 1.0:
        bare = index.without_office(name)
        if bare != name:
            strength = max(strength, _strength(names, bare, context)[0])
    return strength


def _pages(observations: Observations, index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for page, context in index.named_pages.of(names):
        own = max((_match(names, index, name, context) for name in {page.h1, page.title} if name), default=0.0)
        led = _match(names, index, page.trail[-1], context) if page.trail else 0.0
        strength = max(own, led)
        if strength >= MIN_STRENGTH:
            label = page.h1 or page.title or page.trail[-1]
            if led > own:
                label = page.trail[-1]
            target = observations.target(page.url)
            yield Candidate(label, strength, page, None, target, page, named=own >= MIN_STRENGTH)


def _links(observations: Observations, index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for named in index.named_links.of(names):
        strength = _match(names, index, named.name, named.context)
        if strength < MIN_STRENGTH:
            continue
        link, target = named.link, link_target(observations, named.link)
        if not link.url and not link.leaf:
            continue  # opens a sub-menu
        page = target.page
        if page is not None and page.kind is PageKind.NEWS_ARTICLE and is_headline(named.name):
            continue
        yield Candidate(named.name, strength, named.page, link, target, page, None, target.document)


def _sections(observations: Observations, index: Index, names: LabelMatcher, under: bool) -> Iterator[Candidate]:
    for page, section, context in index.named_sections.of(names):
        strength, weak = _strength(names, section.heading, context)
        if (
            weak
            and not under
            and page.kind is not PageKind.HOME
            and not _CONTAINERS.any(" / ".join((page.h1, page.title, *page.trail[-1:])))
            and not any(names.match(part, context) for part in _BOTH.split(page.h1 or page.title)[:6] if part)
        ):
            continue  # "Prosedur" inside a page on something else
        if strength >= MIN_STRENGTH and not is_headline(section.heading):
            target = observations.target(page.url)
            yield Candidate(section.heading, strength, page, None, target, page, section, named=True)


def _documents(index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for document, seen_on, given, context in index.named_documents.of(names):
        if given and all(names.excludes(name) for name in given):
            continue  # its links say that it is something else
        for name in (document.title, file_name(document.url)):
            strength = _match(names, index, name, context) * 0.9 if name else 0.0
            if strength >= MIN_STRENGTH:
                yield Candidate(name, strength, seen_on, document=document, named=True)
                break


def file_name(url: str) -> str:
    """The name a file's address gives it, as words: "lkjip-2025.pdf" -> "lkjip 2025"."""
    return _as_words(unquote(urlsplit(url).path.rsplit("/", 1)[-1]))


def _as_words(file: str) -> str:
    """The words of a file's name without its ending: "LaporanKeuangan_2025.pdf" -> "Laporan Keuangan 2025"."""
    stem = file.rsplit(".", 1)[0]
    return " ".join(_GLUE.sub(" ", _CAPITAL.sub(" ", stem)).split())[:200]
