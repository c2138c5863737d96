"""Observations with what their pictures and scans say, once somebody has read them. Pure.

What was read stands where the picture stands: as text of its page and section, under a heading of its own, or as the
text of its file. A picture in which there is nothing to read is marked as such.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import islice

from auditor.observations import Document, DocumentKind, DocumentProblem, Image, Observations, Page, Section, Target
from auditor.read.contact.contacts import read_facts
from auditor.read.documents import described
from auditor.read.files.documents import title_of

_LEVEL = 6  # of the heading that a picture gives itself
_HEADINGS, _SHORT = 4, 8  # lines of a picture that may head it, and the words of each


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read of one file by looking at it: the text of its pages that were looked at."""

    pages: Mapping[int, str]  # from 0; a picture is page 0

    @property
    def text(self) -> str:
        return "\n".join(self.pages[number] for number in sorted(self.pages) if self.pages[number])


def with_pictures(observations: Observations, readings: Mapping[str, Reading]) -> Observations:
    """The observations with what was read, by digest of the files."""
    if not readings:
        return observations
    documents = {
        document.url: _read(document, readings[document.digest], observations)
        for document in observations.documents
        if document.digest in readings
    }
    pages = tuple(_with_sayings(page, observations, readings) for page in observations.pages)
    changed = {page.url: page for page, before in zip(pages, observations.pages, strict=True) if page is not before}
    if not documents and not changed:
        return observations
    targets = {
        url: _renewed(target, changed, documents) if target.page or target.document else target
        for url, target in observations.targets.items()
    }
    return replace(
        observations,
        pages=pages,
        documents=tuple(documents.get(document.url, document) for document in observations.documents),
        targets=targets,
        facts=read_facts(pages, observations.site) if changed else observations.facts,
    )


def _read(document: Document, reading: Reading, observations: Observations) -> Document:
    scan = document.kind is not DocumentKind.IMAGE and document.problem is DocumentProblem.SCANNED
    if not reading.text or not (scan or document.kind is DocumentKind.IMAGE):
        return document
    read = replace(document, text=reading.text, title=document.title or title_of(reading.text))
    return replace(described(read, document.mentions, observations.site), pictured=len(reading.pages))


def _renewed(target: Target, pages: Mapping[str, Page], documents: Mapping[str, Document]) -> Target:
    page = pages.get(target.page.url, target.page) if target.page is not None else None
    document = documents.get(target.document.url, target.document) if target.document is not None else None
    return (
        target if page is target.page and document is target.document else replace(target, page=page, document=document)
    )


def _with_sayings(page: Page, observations: Observations, readings: Mapping[str, Reading]) -> Page:
    said: dict[str, str] = {}  # what was read of the pictures, by their addresses
    for image in page.images:
        document = observations.target(image.url).document if image.url and not image.template else None
        reading = readings.get(document.digest) if document is not None else None
        if reading is not None:
            said[image.url] = reading.text
    if not said:
        return page
    images = _seen(page.images, said)
    telling = {image.url: image for image in images if image.said}
    sections = [_section_with(section, said) for section in page.sections]
    sections += [section for image in telling.values() for section in _own_sections(image)]
    sayings = dict.fromkeys(image.said for image in telling.values())
    return replace(
        page,
        images=images,
        text="\n".join((page.text, *sayings)),
        words=page.words + sum(len(text.split()) for text in sayings),
        sections=tuple(sections),
    )


def _seen(images: Iterable[Image], said: Mapping[str, str]) -> tuple[Image, ...]:
    return tuple(
        replace(image, said=said[image.url], wordless=not said[image.url]) if image.url in said else image
        for image in images
    )


def _section_with(section: Section, said: Mapping[str, str]) -> Section:
    images = _seen(section.images, said)
    sayings = [image.said for image in images if image.said]
    if not sayings:
        return replace(section, images=images)
    return replace(section, images=images, text="\n".join((section.text, *sayings)).strip())


def _own_sections(image: Image) -> Iterator[Section]:
    """What a picture says, under its title and under each of its first lines: a poster names its office first."""
    lines = (" ".join(line.split()) for line in image.said.split("\n"))
    short = (line for line in lines if 0 < len(line.split()) <= _SHORT)
    for heading in dict.fromkeys((title_of(image.said), *islice(short, _HEADINGS))):
        if heading:
            yield Section(heading, _LEVEL, image.said, images=(image,))
