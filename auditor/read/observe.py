"""A snapshot -> the observations of one site: the one place where the readers come together. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from auditor.days import WIB
from auditor.language.places import place_of
from auditor.model import Fetch, FetchRole, FetchStatus, Site, Snapshot
from auditor.observations import (
    Document,
    DocumentKind,
    Flag,
    Observations,
    Page,
    PageKind,
)
from auditor.read.contact.contacts import read_facts
from auditor.read.documents import NO_PAGE, ReadDocument, documents_of
from auditor.read.files import documents as document_reader
from auditor.read.news.news import read_news
from auditor.read.page.anatomy import Anatomy, ReadPage
from auditor.read.page.answers import shows_nothing
from auditor.read.page.html import parse
from auditor.read.page.imprint import Copies
from auditor.read.site.flags import privacy_flags, spam_flags
from auditor.read.site.pages import Placing, build_page
from auditor.read.site.standins import with_stand_ins
from auditor.read.site.targets import SAME, targets_of, with_known_pictures, with_promises
from auditor.read.site.technical import read_technical
from auditor.read.site.template import template_of
from auditor.read.site.trails import Trails
from auditor.web.answers import is_html
from auditor.web.hosts import canonical
from auditor.web.services import is_cloud

_NO_OWN = (*NO_PAGE, FetchRole.EXTERNAL, FetchRole.PICTURE)


@dataclass(frozen=True, slots=True)
class _Opened:
    fetch: Fetch
    anatomy: Anatomy


def observe(
    snapshot: Snapshot,
    *,
    sections: Mapping[str, tuple[str, ...]] | None = None,
    offices: Sequence[Site] = (),
    read_document: ReadDocument = document_reader.read_document,
    read_page: ReadPage = parse,
) -> Observations:
    """Everything that can be seen in a snapshot.

    ``sections`` is the vocabulary of office sections for news; ``offices`` the province's offices, to which a Kanwil's
    news is attributed; ``read_document`` is an argument so that a rule's examples need no real files, ``read_page``
    so that who has read the pages before need not read them again.
    """
    site = snapshot.site
    today = snapshot.finished_at.astimezone(WIB).date()
    if not snapshot.status.readable:
        return Observations(
            site,
            snapshot.status,
            today,
            technical=read_technical(snapshot, (), {}, {}, template_of(())),
            place=place_of(site) if site.url else "",
            phrases=snapshot.settings.phrases,
        )
    opened = _opened(snapshot.fetches, read_page)
    copies = _copies(opened)
    template = template_of([item.anatomy for url, item in opened.items() if url not in copies])
    aliases = _aliases(snapshot.fetches)
    trails = Trails({url: item.anatomy for url, item in opened.items()}, template, aliases)
    copies = {url: one for url, one in copies.items() if trails.trail(url)[-1:] in ((), trails.trail(one)[-1:])}
    opened = {url: item for url, item in opened.items() if url not in copies}
    requested = _requested(snapshot.fetches, copies)
    placing = Placing(template)
    pages = tuple(
        build_page(item.fetch, item.anatomy, placing, trails.trail(url), tuple(requested[url]), site)
        for url, item in opened.items()
    )
    pages = with_stand_ins(pages, aliases)
    found = documents_of(snapshot.fetches, aliases, pages, site, read_document)
    targets = targets_of(snapshot, pages, found, site, copies)
    pages = tuple(with_promises(with_known_pictures(page, targets), targets) for page in pages)
    news = read_news(snapshot, pages, site, dict(sections or {}), tuple(offices), read_page)
    return Observations(
        site=site,
        status=snapshot.status,
        today=today,
        pages=pages,
        documents=tuple(found.values()),
        targets=targets,
        facts=read_facts(pages, site),
        news=news,
        technical=read_technical(snapshot, pages, targets, {u: i.anatomy for u, i in opened.items()}, template),
        flags=_flags(opened, pages, found),
        place=place_of(site),
        pages_opened=sum(1 for p in pages if p.status is FetchStatus.OK),
        documents_opened=sum(1 for d in found.values() if d.usable and d.kind is not DocumentKind.IMAGE),
        unseen=(*_unseen(snapshot), *_shut(opened), *_awaited(pages)),
        phrases=snapshot.settings.phrases,
        unread=_unread(opened, pages),
    )


def _opened(fetches: Sequence[Fetch], read_page: ReadPage) -> dict[str, _Opened]:
    """The HTML pages by final address, each once; a rendered body wins over the raw one."""
    found: dict[str, _Opened] = {}
    for fetch in fetches:
        if fetch.role in _NO_OWN or not fetch.body or not is_html(fetch) or is_cloud(fetch.address):
            continue
        url = canonical(fetch.address)
        before = found.get(url)
        if before is not None and not (fetch.rendered and not before.fetch.rendered):
            continue
        found[url] = _Opened(fetch, read_page(fetch.body, url))
    return found


def _copies(opened: Mapping[str, _Opened]) -> dict[str, str]:
    """The pages that only repeat one read before, each with that one.

    They are one page under several addresses, and no part of them is the template because it was read several times;
    one that the site gives a name of its own stays a page of its own, for what it is called counts.
    """
    known = Copies()
    found = {
        url: known.original(url, item.anatomy.imprint, home=item.fetch.role is FetchRole.HOME)
        for url, item in opened.items()
        if item.fetch.status is FetchStatus.OK
    }
    return {url: original for url, original in found.items() if original}


def _requested(fetches: Sequence[Fetch], copies: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """Final address -> the addresses that were asked for and led to it or to a copy of it, each once."""
    found: dict[str, dict[str, None]] = {}
    for fetch in fetches:
        final = canonical(fetch.address)
        found.setdefault(copies.get(final, final), {}).update(dict.fromkeys((fetch.url, *fetch.redirects)))
    return found


def _aliases(fetches: Sequence[Fetch]) -> dict[str, str]:
    """Every address that was asked for -> the canonical address it led to."""
    aliases: dict[str, str] = {}
    for fetch in fetches:
        final = canonical(fetch.address)
        for address in (fetch.url, *fetch.redirects):
            aliases.setdefault(canonical(address), final)
    return aliases


def _flags(opened: Mapping[str, _Opened], pages: Sequence[Page], documents: Mapping[str, Document]) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    for page in pages:
        flags += spam_flags(opened[page.url].fetch.body, page)
        rows = (" ".join(row) for table in page.tables for row in table.rows)
        flags += privacy_flags("\n".join([page.text, *rows]), page.url, page.record_id)
    for document in documents.values():
        flags += privacy_flags(document.text, document.url, document.record_id)
    return tuple(flags)


def _unseen(snapshot: Snapshot) -> tuple[tuple[str, str, FetchStatus], ...]:
    """What might still be there: addresses left out, and those that were asked for in vain."""
    left = ((s.label, s.url, s.reason) for s in snapshot.skipped if s.reason not in (*SAME, FetchStatus.FOREIGN_HOST))
    asked = (f for f in snapshot.fetches if f.role in (FetchRole.PAGE, FetchRole.DOCUMENT, FetchRole.HOME))
    failed = ((f.label, f.url, f.status) for f in asked if f.status is not FetchStatus.OK and not f.status.absent)
    return tuple(dict.fromkeys((label, canonical(url), reason) for label, url, reason in (*left, *failed)))


def _shut(opened: Mapping[str, _Opened]) -> list[tuple[str, str, FetchStatus]]:
    """The menus of the home page that only a visitor's hand opens, and no browser did."""
    return [
        (label, url, FetchStatus.NEEDS_JAVASCRIPT)
        for url, item in opened.items()
        if item.fetch.role is FetchRole.HOME and item.anatomy.scripts
        for label in (item.anatomy.shut if item.fetch.unopened is None else item.fetch.unopened)
    ]


def _awaited(pages: Sequence[Page]) -> list[tuple[str, str, FetchStatus]]:
    """The pages whose content a script has yet to put: opened, and not seen."""
    return [
        ((page.trail or (page.h1 or page.title,))[-1], page.url, FetchStatus.NEEDS_JAVASCRIPT)
        for page in pages
        if page.awaits and page.kind is not PageKind.HOME
    ]


def _unread(opened: Mapping[str, _Opened], pages: Sequence[Page]) -> FetchStatus | None:
    """Why the site's own content was not read: its home page shows nothing or a fault, or most pages want a browser."""
    shells = [page for page in pages if page.kind is PageKind.JS_SHELL]
    if shells and len(shells) * 2 >= len(pages):
        return FetchStatus.NEEDS_JAVASCRIPT
    for page in pages:
        if opened[page.url].fetch.role is FetchRole.HOME:
            if page.status in (FetchStatus.NEEDS_JAVASCRIPT, FetchStatus.APPLICATION_ERROR):
                return page.status  # what its menu lacks for it, nobody saw
            return FetchStatus.EMPTY if shows_nothing(opened[page.url].anatomy) else None
    return None
