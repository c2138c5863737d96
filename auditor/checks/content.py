"""What a text, a page or a file holds, measured: facts named, people listed, pictures shown, years covered."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache

from auditor.checks.candidates import Candidate
from auditor.checks.targets import link_target
from auditor.data import table
from auditor.language.dates import find_dates
from auditor.language.labels import core
from auditor.language.phrases import Phrases, forms, normalise
from auditor.language.placeholders import is_placeholder
from auditor.language.years import EARLIEST, without_days, years_of
from auditor.observations import (
    Document,
    DocumentKind,
    Frame,
    Image,
    Link,
    Observations,
    Page,
    Precision,
    Record,
    Section,
    Table,
    Zone,
)
from auditor.rules.pack import Pack
from auditor.rules.schema import Currency, Fact

_PAGES_READ = 4
_OFFERS = frozenset(table("anatomy")["offers"]["verbs"])
_MIN_PICTURE = 300  # px; smaller ones are logos and icons
REST = 25  # words beside what is put off, below which nothing is there
_SHORT_HEADING = 80  # characters of a heading that may put off what stands under it
_NAME_WORDS = 20  # a longer line says something of its own
_COUNTERS = 3  # fewer figures are no statistics
_COUNTER = re.compile(r"(?:[^\s\d]\S*\s+){0,6}(?!(?:19|20)\d\d$)\d[\d.,]*")
_ESCAPE = re.compile(r"\\.")  # in a pattern
_COUNTER_WORDS = 8  # of a counter's label
_DECORATION = re.compile("|".join(table("anatomy")["decoration"]["names"]), re.I)
_DEFINITION = re.compile(
    r"\b(?:adalah|merupakan|yang dimaksud dengan|ialah)\b.{0,200}"
    r"\b(?:informasi|pernyataan|dokumen|daftar|hak|laporan|badan publik)\b",
    re.I | re.S,
)
_UPDATED = re.compile(rf"\b(?:{'|'.join(table('documents')['updated']['words'])})\b", re.I)
_SCHOOL_YEAR = re.compile(r"\b(20\d\d)\s*/\s*20\d\d\b")
_YEAR = re.compile(r"\b(20[0-4]\d)\b")


@lru_cache(maxsize=2048)
def phrases_of(words: tuple[str, ...]) -> Phrases:
    """The phrases of a rule, compiled once."""
    return Phrases(words)


@lru_cache(maxsize=512)
def words_of(text: str) -> str:
    """A text normalised, kept while it is judged by rule after rule."""
    return normalise(text)


def says(text: str, phrase: str) -> bool:
    """``contains`` for a text that is judged by rule after rule."""
    hay = f" {words_of(text)} "
    return any(f" {form} " in hay for form in forms(phrase))


def states(fact: Fact, text: str) -> bool:
    """Whether a text says what a fact asks for, in any of the fact's ways."""
    if fact.any and phrases_of(tuple(fact.any)).hits_in(words_of(text)):
        return True
    return any(_pattern(pattern).search(_lowered(text)) for pattern in fact.regex)


@lru_cache(maxsize=64)
def _lowered(text: str) -> str:
    return text.lower()


@lru_cache(maxsize=2048)
def _pattern(source: str) -> re.Pattern[str]:
    """A fact's pattern, for texts in lower case: a search that need not compare both cases takes half the time."""
    capital = any(map(str.isupper, _ESCAPE.sub("", source)))
    return re.compile(source, re.S | re.I if capital else re.S)


def split_facts(facts: Sequence[Fact], text: str) -> tuple[list[str], list[str]]:
    """The names of the facts a text states, and of those it leaves out."""
    stated = [fact.name for fact in facts if states(fact, text)]
    return stated, [fact.name for fact in facts if fact.name not in stated]


@dataclass(frozen=True, slots=True)
class Content:
    """The content a candidate offers: a section's, or a page's own."""

    text: str
    words: int
    items: int
    links: tuple[Link, ...]
    images: tuple[Image, ...]
    frames: tuple[Frame, ...] = ()
    records: tuple[Record, ...] = ()
    put_off: str = ""  # the heading that says of (part of) it that it is yet to come


def content_of(candidate: Candidate) -> Content:
    """What there is to judge behind a candidate's page or section."""
    if candidate.page is None:
        return Content("", 0, 0, (), ())
    return _content(_Place(candidate.page, candidate.section))


class _Place:
    """A page or a section of it, known by what it is and not by what it says."""

    def __init__(self, page: Page, section: Section | None) -> None:
        self.page, self.section = page, section

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Place) and self.page is other.page and self.section is other.section

    def __hash__(self) -> int:
        return hash((id(self.page), id(self.section)))


@lru_cache(maxsize=128)
def _content(place: _Place) -> Content:
    """The content of a place, which is judged by rule after rule."""
    page, section = place.page, place.section
    part: Page | Section = page
    text, links, frames = _without_names(page), page.own_links, page.frames
    if section is not None:
        part, text, links, frames = section, section.text, section.links, _frames_in(section, page)
    text = without_empty_counters(_kept_promises(text, page))
    whole = Content(text, len(text.split()), part.items, links, part.images, frames, part.records)
    return _without_put_off(whole, page)


def without_empty_counters(text: str) -> str:
    """A text without its counters and their labels, where several stand there and none has counted anything.

    A counter is a short line that ends in a figure ("Diterima 0"), or a figure alone under its label.
    """
    lines = text.split("\n")
    counters = [number for number, line in enumerate(lines) if _COUNTER.fullmatch(line.strip())]
    if len(counters) < _COUNTERS or any(char in "123456789" for number in counters for char in lines[number]):
        return text
    away = set(counters)
    away |= {number - 1 for number in counters if number and lines[number].strip() == "0"}
    return "\n".join(
        line for number, line in enumerate(lines) if number not in away or len(line.split()) > _COUNTER_WORDS
    )


def put_off_sections(page: Page) -> tuple[Section, ...]:
    """The sections of a page whose own heading says that they are yet to come ("Layanan yang Akan Hadir")."""
    return tuple(one for one in page.sections if len(one.heading) <= _SHORT_HEADING and is_placeholder(one.heading))


def live_sections(page: Page) -> tuple[Section, ...]:
    """The sections of a page that are there: neither put off nor part of what is."""
    away = put_off_sections(page)
    if not away:
        return page.sections
    return tuple(one for one in page.sections if one not in away and not any(one.text in other.text for other in away))


def _without_put_off(content: Content, page: Page) -> Content:
    """Some content of a page without the sections that are put off: what stands there is announced, not there."""
    sections = put_off_sections(page)
    if not sections:
        return content
    lines = frozenset(normalise(line) for one in sections for line in (one.heading, *one.text.split("\n")))
    text = _without(content.text, lines)
    if text == content.text:
        return content
    away = {id(thing) for one in sections for thing in (*one.links, *one.records, *one.images)}
    return replace(
        content,
        text=text,
        words=len(text.split()),
        items=max(0, content.items - sum(one.items for one in sections)),
        links=tuple(link for link in content.links if id(link) not in away),
        images=tuple(image for image in content.images if id(image) not in away),
        records=tuple(record for record in content.records if id(record) not in away),
        put_off=sections[0].heading,
    )


def _frames_in(section: Section, page: Page) -> tuple[Frame, ...]:
    """The frames of a page that stand in a section, by the heading above them; all where no heading tells."""
    inside = {normalise(line) for line in (section.heading, *section.text.split("\n"))}
    return tuple(frame for frame in page.frames if not frame.section or normalise(frame.section) in inside)


def _without_names(page: Page) -> str:
    """A page's own text without the lines that only name: its titles (or the first heading where it has no <h1>),
    and headings with nothing under them."""
    names = {normalise(page.h1), normalise(page.title)}
    if not page.h1:
        names.update(map(normalise, page.headings[:1]))
    for section in page.sections:
        if not (section.text or section.links or section.images):
            names.add(normalise(section.heading))
        elif not section.links and is_placeholder(section.text):  # "Visi", and under it "Informasi belum tersedia."
            names.update(map(normalise, (section.heading, *section.text.split("\n"))))
    return _without(page.text, frozenset(names))


def _without(text: str, names: frozenset[str]) -> str:
    """A text without the lines that are names."""
    return "\n".join(line for line in text.split("\n") if normalise(line) not in names)


def _kept_promises(text: str, page: Page) -> str:
    """A text without the short lines that only name what a link offers and does not deliver."""
    if not page.promises:
        return text
    heads = {normalise(head) for table in page.tables if _only_promises(table, page) for head in table.headers}
    lines = ((line, normalise(line)) for line in text.split("\n"))
    return "\n".join(
        line
        for line, words in lines
        if words and not words.isdigit() and words not in heads and not _is_promise(words, page.promises)
    )


def _only_promises(table: Table, page: Page) -> bool:
    """Whether every row of a table names only what its links do not deliver."""
    named = (normalise(max(row, key=len, default="")) for row in table.rows)
    return bool(table.rows) and all(_is_promise(name, page.promises) for name in named)


def _is_promise(line: str, promises: frozenset[str]) -> bool:
    return line.count(" ") < _NAME_WORDS and any(f" {line} " in f" {promise} " for promise in promises)


def is_large(image: Image) -> bool:
    """Whether a picture is a page's own and large enough to say something."""
    small = image.width is not None and image.width < _MIN_PICTURE
    return bool(image.url) and not image.template and image.zone is Zone.MAIN and not small


def pictures(content: Content) -> tuple[Image, ...]:
    """The pictures that can be content: not template, small or decoration; broken ones too.

    One that was read is judged by what it says, as part of the text.
    """
    return tuple(
        image
        for image in content.images
        if is_large(image)
        and not image.leads
        and not (image.said or image.wordless)
        and not _DECORATION.search(image.url.rsplit("/", 1)[-1])
        and not _DECORATION.search(image.alt)
    )


def beside_definitions(text: str) -> str:
    """A text without the lines that explain what a thing is."""
    return "\n".join(line for line in text.split("\n") if not _DEFINITION.search(line))


def definition_only(content: Content) -> bool:
    """Whether a passage explains what a thing is instead of giving it."""
    return content.words <= 260 and not content.links and bool(_DEFINITION.search(content.text[:900]))


def own_documents(observations: Observations, content: Content) -> list[tuple[Document, str]]:
    """The files a page's content offers or shows in a frame, each with the first name a link gives it."""
    found: dict[str, tuple[Document, str]] = {}
    offered = [(link.url, link.name) for link in content.links if link.url]
    for address, name in (*offered, *((frame.url, "") for frame in content.frames)):
        document = observations.target(address).document
        if document is not None and document.kind is not DocumentKind.IMAGE:
            given = found[document.url][1] if document.url in found else ""
            found[document.url] = (document, given or name)
    return list(found.values())


def filled(table: Table) -> bool:
    """Whether a table has a row that says something: "No data available" in one wide cell says nothing."""
    return any(sum(map(bool, row)) >= 2 for row in table.rows)


def offers_nothing(observations: Observations, content: Content) -> bool:
    """Whether a passage offers files ("Unduh", "Lihat") and none of them, nor any other link, leads anywhere."""
    targets = [(link, link_target(observations, link)) for link in content.links if link.leaf]
    offered = [normalise(link.label).split()[:1] for link, target in targets if target.state.broken]
    return any(words and words[0] in _OFFERS for words in offered) and not any(t.state.works for _, t in targets)


def read_whole(document: Document) -> bool:
    """Whether all of a file's text was read: of a long PDF only the first three pages and the last one are."""
    return (document.pages or 1) <= _PAGES_READ


def speaks_of_nothing_else(name: str) -> bool:
    """Whether a link's name leaves open what it offers ("Unduh", "Tahun 2025", "Lampiran I")."""
    return not core(name)


def _likeliest(years: Sequence[int], today: date) -> int:
    """The most telling of some years, 0 for none. Years after next year are misprints."""
    return next((year for year in years if EARLIEST <= year <= today.year + 1), 0)


def year_of(document: Document, today: date) -> int:
    """The year a document is about, 0 when it cannot be told."""
    return _likeliest(document.years, today)


def year_in(names: Sequence[str], today: date) -> int:
    """The year that titles and headings name, 0 for none."""
    return _likeliest(years_of("", tuple(without_days(name) for name in names if name))[0], today)


def year_of_text(text: str, today: date) -> int:
    """The year a running text is about, 0 for none; the years of laws and decrees it cites do not count."""
    return _likeliest(years_of("", text=text[:4000])[0], today)


def stated_day(text: str, today: date) -> date | None:
    """The newest day on which a page says it was published or brought up to date, None where it does not say."""
    said = (found for line in text.split("\n") if len(line) <= 300 and (found := _UPDATED.search(line)))
    after = (found.string[found.end() : found.end() + 60] for found in said)
    return max((day for words in after for day in days_in(words, today)), default=None)


def days_in(text: str, today: date) -> list[date]:
    """The days that a text names in full."""
    return [found.value for found in find_dates(text, today) if found.precision is Precision.DAY]


def newest_year(text: str, today: date) -> int:
    """The newest year not in the future that a text mentions, 0 for none."""
    text = _SCHOOL_YEAR.sub(r"\1", text)
    return max((int(y) for y in _YEAR.findall(text) if int(y) <= today.year), default=0)


def lateness(quality: Currency, year: int, pack: Pack, today: date) -> tuple[int, int]:
    """How many cycles a year is late (0 = current), and the year that is expected."""
    cycle = pack.calendar.get(quality.cycle)
    expected = cycle.expected(today) if cycle is not None else today.year
    return max(0, expected - year), expected
