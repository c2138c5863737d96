"""The contact facts a site prints anywhere: addresses, phones, WhatsApp, e-mail, hours, social accounts, a map.

Samples left by a template ("(0351) 1234567", "[Alamat Lengkap]") are kept and marked: they show what was forgotten.
News articles tell of other people's contacts and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeVar
from urllib.parse import parse_qs, unquote, urlsplit

from auditor.data import table
from auditor.language.gazetteer import by_slug
from auditor.language.phrases import Phrases
from auditor.language.places import place_of
from auditor.model import Site
from auditor.observations import Address, Facts, Found, Link, Page, PageKind, SocialAccount
from auditor.read.contact.addresses import addresses_in
from auditor.read.contact.phones import (
    digits_of,
    emails_in,
    hours_in,
    is_sample_email,
    is_sample_number,
    may_tell_hours,
    ministry_email,
    phones_in,
)
from auditor.read.contact.social import account_of, is_map
from auditor.web.hosts import host_of

_LONGEST = 20_000  # characters of a line
_MOST = 60  # facts of one kind that are kept
_EMAIL = re.compile(r"[^@\s]{1,64}@[^@\s]+\.[a-z]{2,12}")
_MINISTRY = Phrases(table("contacts")["address"]["ministry"])
_NO_FACTS = frozenset({PageKind.NEWS_ARTICLE, PageKind.NEWS_LIST})
_Fact = TypeVar("_Fact")


def read_facts(pages: Sequence[Page], site: Site, place: str = "") -> Facts:
    """The contact facts of a site's readable pages, each once, in the order found; the home page's footer first."""
    readable = [page for page in pages if page.kind.readable]
    readable.sort(key=lambda page: page.kind is not PageKind.HOME)
    addresses: list[Address] = []
    phones: list[Found] = []
    whatsapp: list[Found] = []
    emails: list[Found] = []
    hours: list[Found] = []
    social: list[SocialAccount] = []
    map_url = ""
    judged: set[str] = set()  # lines of the template stand on every page and tell nothing new there
    ministry: dict[str, bool] = {}
    told: set[int] = set()  # links of the menus and footers, likewise
    for page in readable:
        new = [link for link in page.links if id(link) not in told]
        linked_phones, linked_chats, linked_emails = _linked(new, page)
        whatsapp += linked_chats
        if page.kind in _NO_FACTS:
            social += _accounts([link for link in new if link.template], page, site)
            continue
        told.update(map(id, new))
        social += _accounts(new, page, site)
        phones += linked_phones
        emails += linked_emails
        map_url = map_url or _map(new, page)
        text = f"{page.template_text}\n{page.text}"
        lines = [line for line in text.split("\n") if line.strip()]
        addresses += addresses_in(lines, page.url, site)
        hours += hours_in(lines, page.url) if may_tell_hours(text) else ()
        for line in _without_ministry(lines, ministry) if _MINISTRY.any(text) else lines:
            line = line[:_LONGEST]
            if line in judged:
                continue
            judged.add(line)
            for phone, chat in phones_in(line, page.url):
                phones.append(phone)
                if chat:
                    whatsapp.append(phone)
            emails += emails_in(line, page.url)
    return Facts(
        addresses=_once(addresses, lambda item: " ".join(item.quote.lower().split())),
        phones=_once(phones, lambda item: item.value),
        whatsapp=_once(whatsapp, lambda item: item.value),
        emails=_once((e for e in emails if not _others_email(e.value, site)), lambda item: item.value),
        hours=_once(hours, lambda item: item.quote.lower()),
        social=_once(social, lambda item: f"{item.network} {item.handle.lower()}"),
        map_url=map_url,
    )


def _once(items: Iterable[_Fact], key: object) -> tuple[_Fact, ...]:
    assert callable(key)
    found: dict[str, _Fact] = {}
    for item in items:
        found.setdefault(key(item), item)
    return tuple(found.values())[:_MOST]


def _without_ministry(lines: list[str], known: dict[str, bool]) -> Iterator[str]:
    """The lines, save those that print the ministry's own address and what follows it; ``known``: lines judged."""
    skip = 0
    for line in lines:
        if len(line) < 400:
            if line not in known:
                known[line] = bool(_MINISTRY.any(line))
            skip = 3 if known[line] else skip
        if skip:
            skip -= 1
            continue
        yield line


def _accounts(links: Iterable[Link], page: Page, site: Site) -> Iterator[SocialAccount]:
    for link in links:
        account = account_of(link.url, page.url, site) if link.url else None
        if account is not None:
            yield account


def _linked(links: Iterable[Link], page: Page) -> tuple[list[Found], list[Found], list[Found]]:
    """Phones, WhatsApp numbers and e-mail addresses that stand in links."""
    phones: list[Found] = []
    chats: list[Found] = []
    emails: list[Found] = []
    for link in links:
        phone, chat, email = _leads_to(link.raw or link.url)
        if phone or chat or email:
            quote = link.label or unquote((link.raw or link.url).strip())[:120]
            if phone:
                phones.append(Found(phone, quote, page.url, is_sample_number(phone)))
            elif email:
                emails.append(Found(email, quote if "@" in quote else email, page.url, is_sample_email(email)))
            else:
                chats.append(Found(chat, quote, page.url, is_sample_number(chat)))
    return phones, chats, emails


@lru_cache(maxsize=2_048)
def _leads_to(raw: str) -> tuple[str, str, str]:
    """The phone, the WhatsApp number or the e-mail address that a link opens; "" for what it does not."""
    raw = unquote(raw.strip())
    low = raw.lower()
    if low.startswith("tel:"):
        return digits_of(raw[4:]), "", ""
    if low.startswith("mailto:") or "/cdn-cgi/l/email-protection" in low:
        address = _protected(low) if "cdn-cgi" in low else low[7:].split("?")[0].strip()
        return "", "", address if _EMAIL.fullmatch(address) else ""
    if "wa.me" in low or "whatsapp" in low:
        return "", digits_of(_chat_number(raw)), ""
    return "", "", ""


def _chat_number(raw: str) -> str:
    """The number in wa.me/62..., api.whatsapp.com/send?phone=62...; "" for a share button."""
    try:
        parts = urlsplit(raw if "://" in raw else f"https://{raw}")
    except ValueError:
        return ""
    number = parse_qs(parts.query).get("phone", [""])[0] or (
        parts.path.strip("/") if host_of(raw).endswith("wa.me") else ""
    )
    return number if number.lstrip("+ ").startswith(("62", "0")) else ""


def _protected(address: str) -> str:
    """An e-mail address that Cloudflare has hidden: hexadecimal, each byte combined with the first."""
    try:
        data = bytes.fromhex(address.rsplit("#", 1)[-1])
    except ValueError:
        return ""
    return bytes(byte ^ data[0] for byte in data[1:]).decode("utf-8", "ignore").lower() if data else ""


def _others_email(address: str, site: Site) -> bool:
    """The ministry's mailbox, or one named after another office."""
    if ministry_email(address):
        return True
    name = address.split("@")[0]
    slug = re.sub(r"kankemenag|kantorkemenag|kemenag|humas|ppid|ptsp|tu|[^a-z]", "", name)
    places = by_slug().get(slug) or by_slug().get(re.sub(r"^(?:kabupaten|kab)", "", slug), ())
    return bool(places) and all(place.name != place_of(site) for place in places)


def _map(links: Iterable[Link], page: Page) -> str:
    candidates = (*(frame.url for frame in page.frames), *(link.url for link in links))
    return next((url for url in candidates if url and is_map(url)), "")
