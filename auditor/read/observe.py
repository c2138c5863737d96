"""A snapshot -> the observations of one site: the one place where the readers come together. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from auditor.days import WIB
from auditor.language.offices import owner_of_document
from auditor.language.phrases import normalised
from auditor.language.places import place_of
from auditor.language.years import without_days, years_of
from auditor.model import Fetch, FetchRole, FetchStatus, Site, Snapshot
from auditor.observations import (
    Document,
    DocumentKind,
    DocumentProblem,
    Flag,
    Image,
    Link,
    Mention,
    Observations,
    Owner,
    Page,
    PageKind,
    Target,
    TargetState,
    first_links,
)
from auditor.read.contact.contacts import read_facts
from auditor.read.files import documents as document_reader
from auditor.read.files.cloud import read_cloud
from auditor.read.news.news import read_news
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.answers import shows_nothing
from auditor.read.page.html import parse
from auditor.read.page.imprint import Copies, imprint_of
from auditor.read.site.flags import privacy_flags, spam_flags
from auditor.read.site.pages import Placing, build_page
from auditor.read.site.standins import with_stand_ins
from auditor.read.site.technical import read_technical
from auditor.read.site.template import template_of
from auditor.read.site.trails import Trails
from auditor.web.hosts import canonical, host_of, owner_of
from auditor.web.services import is_cloud

ReadDocument = Callable[[bytes, str, str], Document]
ReadPage = Callable[[bytes, str], Anatomy]
_FOLDER = re.compile(r"/(?:drive/(?:u/\d+/)?folders|folderview)\b")
_HTML = ("text/html", "application/xhtml+xml")
_SMALLEST_PICTURE = 400  # bytes
_MENTIONS = 12  # of a document
_CONTACTS = ("mailto:", "tel:", "whatsapp:", "sms:")
_SAME = (FetchStatus.DUPLICATE, FetchStatus.COPY)  # the skipped address leads to a page that was opened
_NO_PAGE = (FetchRole.FEED, FetchRole.SITEMAP, FetchRole.API, FetchRole.ROBOTS, FetchRole.PROBE)


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
    found = _documents(snapshot.fetches, aliases, pages, site, read_document)
    targets = _targets(snapshot, pages, found, site, copies)
    pages = tuple(_with_promises(_with_known_pictures(page, targets), targets) for page in pages)
    news = read_news(snapshot, pages, site, dict(sections or {}), tuple(offices))
    place = place_of(site)
    return Observations(
        site=site,
        status=snapshot.status,
        today=today,
        pages=pages,
        documents=tuple(found.values()),
        targets=targets,
        facts=read_facts(pages, site, place),
        news=news,
        technical=read_technical(snapshot, pages, targets, {u: i.anatomy for u, i in opened.items()}, template),
        flags=_flags(opened, pages, found),
        place=place,
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
        if fetch.role in _NO_PAGE or not fetch.body or not _is_html(fetch) or is_cloud(fetch.final_url or fetch.url):
            continue
        if fetch.role in (FetchRole.EXTERNAL, FetchRole.PICTURE):
            continue
        url = canonical(fetch.final_url or fetch.url)
        before = found.get(url)
        if before is not None and not (fetch.rendered and not before.fetch.rendered):
            continue
        found[url] = _Opened(fetch, read_page(fetch.body, url))
    return found


def _is_html(fetch: Fetch) -> bool:
    if fetch.media_type in _HTML:
        return not fetch.body.startswith((b"%PDF-", b"PK\x03\x04"))
    return not fetch.media_type and fetch.body[:512].lstrip().lower().startswith((b"<!doctype html", b"<html"))


def _copies(opened: Mapping[str, _Opened]) -> dict[str, str]:
    """The pages that only repeat one read before, each with that one.

    They are one page under several addresses, and no part of them is the template because it was read several times;
    one that the site gives a name of its own stays a page of its own, for what it is called counts.
    """
    known, found = Copies(), {}
    for url, item in opened.items():
        if item.fetch.status is FetchStatus.OK:
            original = known.original(url, imprint_of(item.anatomy), home=item.fetch.role is FetchRole.HOME)
            if original:
                found[url] = original
    return found


def _requested(fetches: Sequence[Fetch], copies: Mapping[str, str]) -> dict[str, dict[str, None]]:
    """Final address -> the addresses that were asked for and led to it or to a copy of it, each once."""
    found: dict[str, dict[str, None]] = {}
    for fetch in fetches:
        final = canonical(fetch.final_url or fetch.url)
        found.setdefault(copies.get(final, final), {}).update(dict.fromkeys((fetch.url, *fetch.redirects)))
    return found


def _aliases(fetches: Sequence[Fetch]) -> dict[str, str]:
    """Every address that was asked for -> the canonical address it led to."""
    aliases: dict[str, str] = {}
    for fetch in fetches:
        final = canonical(fetch.final_url or fetch.url)
        for address in (fetch.url, *fetch.redirects):
            aliases.setdefault(canonical(address), final)
    return aliases


def _documents(
    fetches: Sequence[Fetch], known: Mapping[str, str], pages: Sequence[Page], site: Site, read: ReadDocument
) -> dict[str, Document]:
    """The documents by canonical address, with the names the site gives them."""
    found: dict[str, Document] = {}
    aliases = dict(known)  # the addresses of cloud files are added
    for fetch in fetches:
        url = canonical(fetch.final_url or fetch.url)
        if fetch.role in _NO_PAGE or url in found:
            continue
        cloud = is_cloud(fetch.url) or is_cloud(fetch.final_url)
        if cloud:
            document = replace(read_cloud(fetch, read), url=canonical(fetch.url))
            aliases[url] = url = document.url
        elif fetch.status is not FetchStatus.OK or _is_html(fetch) or not fetch.body:
            continue
        else:
            document = replace(read(fetch.body, fetch.media_type, url), url=url)
            if document.kind in (DocumentKind.TEXT, DocumentKind.UNKNOWN) and fetch.media_type.endswith(
                ("json", "javascript", "xml", "css")
            ):
                continue
        found[url] = replace(document, fetched_at=fetch.fetched_at, record_id=fetch.record_id)
    mentions = _mentions(found, pages, aliases)
    return {url: described(document, tuple(mentions[url]), site) for url, document in found.items()}


def _mentions(documents: Iterable[str], pages: Sequence[Page], aliases: Mapping[str, str]) -> dict[str, list[Mention]]:
    """Where the site offers some documents, by their addresses."""
    mentions: dict[str, list[Mention]] = {url: [] for url in documents}
    for page, links in first_links(pages):
        for link in links:
            known = mentions.get(aliases.get(link.url, link.url)) if link.url else None
            if known is None or len(known) >= _MENTIONS:
                continue
            if not any(m.name == link.name and m.section == link.section for m in known):
                record = next((one for one in page.records if any(link.url == k.url for k in one.links)), None)
                said = tuple(cell.text for cell in record.cells if cell.text != link.name) if record else ()
                known.append(Mention(page.url, link.name, link.section, page.trail, page.kind, said))
    return mentions


def described(document: Document, mentions: tuple[Mention, ...], site: Site) -> Document:
    """A document with its years, its period and its owner, by what it says and by what the site calls it."""
    names = tuple(dict.fromkeys(without_days(m.name) for m in mentions if m.name))
    years, period = years_of(document.title, names, document.url, document.text)
    if not years:  # "2025" may stand in another column
        years, period_beside = years_of("", tuple(without_days(said) for m in mentions for said in m.beside), "", "")
        period = period or period_beside
    if not years:  # "2025" may stand in the heading above the links
        years, period_above = years_of("", tuple(dict.fromkeys(m.section for m in mentions if m.section)), "", "")
        period = period or period_above
    if document.kind is DocumentKind.CLOUD and _FOLDER.search(document.url):
        years = tuple(sorted(years, reverse=True))  # a folder is as new as the newest file in it
    owner, words = owner_of_document(document.title, document.text, names, site)
    if owner is Owner.UNKNOWN:
        host = owner_of(document.url, site)
        if host in (Owner.KANWIL, Owner.MINISTRY, Owner.OTHER_OFFICE, Owner.NATIONAL):
            owner, words = host, host_of(document.url)
    return replace(document, years=years, period=period, owner=owner, owner_text=words, mentions=mentions)


def _targets(
    snapshot: Snapshot,
    pages: Sequence[Page],
    documents: Mapping[str, Document],
    site: Site,
    copies: Mapping[str, str],
) -> dict[str, Target]:
    by_page = {page.url: page for page in pages}
    targets: dict[str, Target] = {}
    for fetch in snapshot.fetches:
        if fetch.role in (FetchRole.ROBOTS, FetchRole.PROBE):
            continue
        final = canonical(fetch.final_url or fetch.url)
        document = documents.get(final) or documents.get(canonical(fetch.url))
        page = by_page.get(copies.get(final, final))
        target = Target(_state(fetch, page, document), owner_of(final, site), fetch.status, page, document)
        for address in (fetch.url, *fetch.redirects, final):
            key = canonical(address)
            known = targets.get(key)
            if known is None or (not known.state.works and target.state.works):
                targets[key] = target
    for skipped in snapshot.skipped:
        key = canonical(skipped.url)
        if not key or key in targets:
            continue
        same = targets.get(canonical(skipped.detail)) if skipped.reason in _SAME else None
        if same is not None:
            targets[key] = same
        else:
            kept_out = skipped.reason in (FetchStatus.ROBOTS, FetchStatus.FORBIDDEN_ADDRESS, FetchStatus.CIRCUIT_OPEN)
            state = TargetState.UNCHECKED if kept_out else TargetState.UNOPENED
            targets[key] = Target(state, owner_of(key, site), skipped.reason)
    return targets


def _state(fetch: Fetch, page: Page | None, document: Document | None) -> TargetState:
    if document is not None:
        if document.problem in (DocumentProblem.LOGIN,):
            return TargetState.LOGIN
        if document.problem in (DocumentProblem.GONE, DocumentProblem.BROKEN, DocumentProblem.EMPTY):
            return TargetState.DEAD
        if document.problem is DocumentProblem.UNKNOWN:
            return TargetState.UNCHECKED
        return TargetState.IMAGE if document.kind is DocumentKind.IMAGE else TargetState.DOCUMENT
    if fetch.status.absent:
        return TargetState.DEAD
    if fetch.status is FetchStatus.UNAUTHORIZED:
        return TargetState.LOGIN
    if fetch.status is not FetchStatus.OK:
        return TargetState.UNCHECKED
    if page is not None:
        return (
            TargetState.DEAD
            if page.kind is PageKind.SOFT_404
            else TargetState.PAGE
            if page.kind.readable
            else TargetState.UNCHECKED
        )
    if fetch.role is FetchRole.PICTURE or (not fetch.body and fetch.role is not FetchRole.EXTERNAL):
        return TargetState.DEAD
    return TargetState.OPEN


def _with_promises(page: Page, targets: Mapping[str, Target]) -> Page:
    """A page that knows what in its own content belongs to links that lead nowhere: their names, their entries."""
    names = {name for link in page.own_links if _dead(link, targets) for name in (link.label, link.context)}
    names |= {
        cell.text
        for record in page.records
        if record.links and all(_dead(link, targets) for link in record.links)
        for cell in record.cells
    }
    dead = frozenset(map(normalised, names)) - {""}
    return replace(page, promises=dead) if dead else page


def _dead(link: Link, targets: Mapping[str, Target]) -> bool:
    """Whether a link offers something and leads nowhere."""
    if not link.leaf or link.raw.lower().startswith(_CONTACTS):
        return False
    return targets[link.url].state.broken if link.url in targets else not link.url and not link.anchor


def _with_known_pictures(page: Page, targets: Mapping[str, Target]) -> Page:
    """A page whose pictures are marked as broken, or have their real width, where their files were looked at."""
    known = {image.url: targets[image.url] for image in page.images if image.url in targets}
    if not known:
        return page

    def seen(images: tuple[Image, ...]) -> tuple[Image, ...]:
        return tuple(_seen(image, known[image.url]) if image.url in known else image for image in images)

    sections = tuple(replace(s, images=seen(s.images)) if s.images else s for s in page.sections)
    return replace(page, images=seen(page.images), sections=sections)


def _seen(image: Image, target: Target) -> Image:
    document = target.document
    if target.state is TargetState.DEAD:
        return replace(image, broken=True)
    if document is None or document.kind is not DocumentKind.IMAGE:
        return image
    if document.width is None:  # no picture inside, or a kind without a size of its own (SVG)
        return replace(image, broken=document.size < _SMALLEST_PICTURE)
    return replace(image, width=document.width, height=document.height)


def _flags(opened: Mapping[str, _Opened], pages: Sequence[Page], documents: Mapping[str, Document]) -> tuple[Flag, ...]:
    flags: list[Flag] = []
    for page in pages:
        flags += spam_flags(opened[page.url].fetch.body, page)
        flags += privacy_flags(
            "\n".join([page.text, *(" ".join(row) for table in page.tables for row in table.rows)]),
            page.url,
            page.record_id,
        )
    for document in documents.values():
        flags += privacy_flags(document.text, document.url, document.record_id)
    return tuple(flags)


def _unseen(snapshot: Snapshot) -> tuple[tuple[str, str, FetchStatus], ...]:
    """What might still be there: addresses left out, and those that were asked for in vain."""
    unseen: list[tuple[str, str, FetchStatus]] = [
        (s.label, canonical(s.url), s.reason)
        for s in snapshot.skipped
        if s.reason not in (*_SAME, FetchStatus.FOREIGN_HOST)
    ]
    unseen += [
        (f.label, canonical(f.url), f.status)
        for f in snapshot.fetches
        if f.status is not FetchStatus.OK
        and not f.status.absent
        and f.role in (FetchRole.PAGE, FetchRole.DOCUMENT, FetchRole.HOME)
    ]
    return tuple(dict.fromkeys(unseen))


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
