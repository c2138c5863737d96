"""What a page is, told from its bytes; loaded only where pages are read. Pure."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urljoin

from auditor.crawl.onward import onward, passes
from auditor.crawl.pictures import pictures_of
from auditor.crawl.recognition import SEEN, Forgotten, Question, Recognised, Result, digest_of
from auditor.crawl.rendering import Marks, difference, scripted
from auditor.language.phrases import normalise
from auditor.model import Fetch, FetchStatus, Site
from auditor.observations import Link, Owner, Zone
from auditor.read.news.sources import more_news_addresses, news_addresses
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.answers import (
    is_shell,
    response_status,
    same_but_for_moving_parts,
    shows_nothing,
    speaks_of_an_office,
)
from auditor.read.page.unfilled import unfilled
from auditor.web.answers import is_html
from auditor.web.hosts import canonical, owner_of

Parse = Callable[[bytes, str], Anatomy | None]  # None for a page that is too heavy


class Recogniser:
    """Recognises the pages of one site. ``parse`` reads a page, or remembers it."""

    def __init__(self, site: Site, parse: Parse) -> None:
        self._site, self._parse = site, parse
        self._missing: dict[str, bytes] = {}

    def remember(self, missing: bytes) -> None:
        """Takes in a page that a host answers with where there is none."""
        self._missing[digest_of(missing)] = missing

    def recognise(self, question: Question) -> Recognised:
        """What an answer is. Forgotten for a missing page not known here."""
        fetch, url = question.fetch, question.fetch.address
        page = None
        if fetch.body and is_html(fetch):
            page = self._parse(fetch.body, canonical(url) or url)
            if page is None:
                return Recognised(FetchStatus.TOO_HEAVY)
        if fetch.rendered and page is not None and page.text:  # short it may be, but no shell any more
            page = replace(page, app_root=False, asks_javascript=False, scripts=0)
        status = fetch.status
        if status is FetchStatus.OK or (fetch.http_status or 0) >= 400:
            status = self._status(fetch, page, [self._page_of(name) for name in question.missing])
        marks = marks_of(fetch, page) if question.marks else Marks()
        found = Recognised(status, marks=marks, onward=onward(fetch, page))
        if page is not None:
            found = self._read(found, question, page, url)
        if question.before is not None:
            found = replace(found, added=difference(self._sent(question.before), page))
        return found

    def _page_of(self, name: str) -> bytes:
        try:
            return self._missing[name]
        except KeyError:
            raise Forgotten(name) from None

    def _status(self, fetch: Fetch, page: Anatomy | None, missing: list[bytes]) -> FetchStatus:
        url = fetch.address
        known = [self._parse(body, urljoin(url, "/")) for body in missing]
        first = known[0] if known else None
        if page is None or first is None or _has_own(page, first):
            first, known = None, []
        code, headers = fetch.http_status or 0, dict(fetch.headers)
        status = response_status(code, headers, fetch.media_type, fetch.body, first, anatomy=page, url=url)
        if page is None:
            return status
        if status is FetchStatus.OK and len(known) > 1 and known[0] is not None and known[1] is not None:
            moves = same_but_for_moving_parts(page, known[0], known[1])
            status = FetchStatus.SOFT_404 if moves else status
        if status is FetchStatus.NOT_FOUND and is_shell(page):
            status = FetchStatus.NEEDS_JAVASCRIPT  # only its scripts know whether the page exists
        return status

    def _read(self, found: Recognised, question: Question, page: Anatomy, url: str) -> Recognised:
        fetch = question.fetch
        name = page.h1 or page.title
        found = replace(
            found,
            page=True,
            name=name,
            imprint=page.imprint if found.status is FetchStatus.OK else None,
            refresh=page.refresh,
            passing=passes(page),
            office=question.office and speaks_of_an_office(page),
            nothing=shows_nothing(page),
            elsewhere=next((f.url for f in page.frames if owner_of(f.url, self._site) is not Owner.OWN), ""),
        )
        if found.status not in SEEN and not question.marks:  # a page that a browser could not show is seen after all
            return found
        frames = [
            Link(frame.url, frame.title or frame.section or name, Zone.MAIN, "iframe", section=frame.section)
            for frame in page.frames
            if frame.url
        ]
        feeds = news_addresses(page, url, question.posts_pages) if question.posts_pages else ()
        links = (*(link for link in page.links if link.url), *frames)
        return replace(
            found, links=links, further=self._further(page, url), feeds=feeds, pictures=pictures_of(fetch, page)
        )

    def _further(self, page: Anatomy, url: str) -> tuple[Link, ...]:
        return tuple(Link(more, "Berita", Zone.MAIN) for more in more_news_addresses(page, url, self._site))

    def _sent(self, before: Fetch) -> Anatomy | None:
        url = before.address
        return self._parse(before.body, canonical(url) or url) if before.body and is_html(before) else None


class Here:
    """A reader within this process."""

    def __init__(self, site: Site, parse: Parse) -> None:
        self._recogniser = Recogniser(site, parse)

    async def recognise(self, question: Question) -> Recognised:
        return await asyncio.to_thread(self._recogniser.recognise, question)

    async def remember(self, missing: bytes) -> str:
        self._recogniser.remember(missing)
        return digest_of(missing)

    async def do(self, function: Callable[[bytes], Result], body: bytes) -> Result | None:
        return function(body)


def marks_of(fetch: Fetch, page: Anatomy | None) -> Marks:
    """The marks of an answer; ``page`` is None where it is no page."""
    if not scripted(fetch):
        return Marks()
    return Marks(True, page is None or unfilled(page, fetch.body))


def _has_own(page: Anatomy, missing: Anatomy) -> bool:
    """Whether a page that reads like the missing one is real after all: it has a name, or a picture, of its own.

    A structure chart on an otherwise empty page shares nearly all its text, the template's, with the missing page.
    """
    if normalise(page.title) != normalise(missing.title) or normalise(page.h1) != normalise(missing.h1):
        return True
    known = {image.url for image in missing.images}
    pictures = any(image.url not in known for image in page.images if image.zone is Zone.MAIN)
    return pictures and {link.url for link in page.links} <= {link.url for link in missing.links}
