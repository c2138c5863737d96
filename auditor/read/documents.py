"""The files of a site: each with the places that offer it, its years, its period and its owner. Pure."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from auditor.language.offices import owner_of_document
from auditor.language.years import without_days, years_of
from auditor.model import Fetch, FetchRole, FetchStatus, Site
from auditor.observations import Document, DocumentKind, Mention, Owner, Page, first_links
from auditor.read.files.cloud import read_cloud
from auditor.web.answers import is_html
from auditor.web.hosts import canonical, host_of, owner_of
from auditor.web.services import is_cloud

#: what is asked for beside the pages and holds neither page nor document
NO_PAGE = (FetchRole.FEED, FetchRole.SITEMAP, FetchRole.API, FetchRole.ROBOTS, FetchRole.PROBE)
ReadDocument = Callable[[bytes, str, str], Document]
_FOLDER = re.compile(r"/(?:drive/(?:u/\d+/)?folders|folderview)\b")
_MENTIONS = 12  # of a document


def documents_of(
    fetches: Sequence[Fetch], known: Mapping[str, str], pages: Sequence[Page], site: Site, read: ReadDocument
) -> dict[str, Document]:
    """The documents by canonical address, with the names the site gives them."""
    found: dict[str, Document] = {}
    aliases = dict(known)  # the addresses of cloud files are added
    for fetch in fetches:
        url = canonical(fetch.address)
        if fetch.role in NO_PAGE or url in found:
            continue
        cloud = is_cloud(fetch.url) or is_cloud(fetch.final_url)
        if cloud:
            document = replace(read_cloud(fetch, read), url=canonical(fetch.url))
            aliases[url] = url = document.url
        elif fetch.status is not FetchStatus.OK or is_html(fetch) or not fetch.body:
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
                known.append(Mention(page.url, link.name, link.section, page.trail, said))
    return mentions


def described(document: Document, mentions: tuple[Mention, ...], site: Site) -> Document:
    """A document with its years, its period and its owner, by what it says and by what the site calls it."""
    names = tuple(dict.fromkeys(without_days(m.name) for m in mentions if m.name))
    years, period = years_of(document.title, names, document.url, document.text)
    beside = (without_days(said) for m in mentions for said in m.beside)
    above = (m.section for m in mentions if m.section)
    for told in (beside, above):  # "2025" may stand in another column, or in the heading above the links
        if not years:
            years, elsewhere = years_of("", tuple(dict.fromkeys(told)), "", "")
            period = period or elsewhere
    if document.kind is DocumentKind.CLOUD and _FOLDER.search(document.url):
        years = tuple(sorted(years, reverse=True))  # a folder is as new as the newest file in it
    owner, words = owner_of_document(document.title, document.text, names, site)
    if owner is Owner.UNKNOWN:
        host = owner_of(document.url, site)
        if host in (Owner.KANWIL, Owner.MINISTRY, Owner.OTHER_OFFICE, Owner.NATIONAL):
            owner, words = host, host_of(document.url)
    return replace(document, years=years, period=period, owner=owner, owner_text=words, mentions=mentions)
