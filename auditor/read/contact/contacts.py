"""The contact facts a site prints anywhere: addresses, phones, WhatsApp, e-mail, hours, social accounts, a map.

Samples left by a template ("(0351) 1234567", "[Alamat Lengkap]") are kept and marked: they show what was forgotten.
News articles tell of other people's contacts and are left out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
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


def read_facts(pages: Sequence[Page], site: Site) -> Facts:
    """The contact facts of a site's readable pages, each once, in the order found; the home page's footer first."""
    readable = [page for page in pages if page.kind.readable]
    readable.sort(key=lambda page: page.kind is not PageKind.HOME)
    addresses: list[Address] = []
    found: dict[str, list[Found]] = {"phone": [], "chat": [], "email": [], "hours": []}
    social: list[SocialAccount] = []
    map_url = ""
    judged: set[str] = set()  # lines of the template stand on every page and tell nothing new there
    ministry: dict[str, bool] = {}
    told: set[int] = set()  # links of the menus and footers, likewise
    for page in readable:
        new = [link for link in page.links if id(link) not in told]
        of_others = page.kind in _NO_FACTS
        for kind, fact in _linked(new, page):
            if kind == "chat" or not of_others:
                found[kind].append(fact)
        leading = [link.url for link in new if link.url and (link.template or not of_others)]
        social += filter(None, (account_of(url, page.url, site) for url in leading))
        if of_others:
            continue
        told.update(map(id, new))
        shown = [*(frame.url for frame in page.frames), *(link.url for link in new)]
        map_url = map_url or next((url for url in shown if url and is_map(url)), "")
        text = f"{page.template_text}\n{page.text}"
        lines = [line for line in text.split("\n") if line.strip()]
        addresses += addresses_in(lines, page.url, site)
        found["hours"] += hours_in(lines, page.url) if may_tell_hours(text) else ()
        for line in _without_ministry(lines, ministry) if _MINISTRY.any(text) else lines:
            line = line[:_LONGEST]
            if line in judged:
                continue
            judged.add(line)
            for phone, chats in phones_in(line, page.url):
                found["phone"].append(phone)
                if chats:
                    found["chat"].append(phone)
            found["email"] += emails_in(line, page.url)
    emails = (email for email in found["email"] if not _others_email(email.value, site))
    return Facts(
        addresses=_once(addresses, lambda item: " ".join(item.quote.lower().split())),
        phones=_once(found["phone"], _value),
        whatsapp=_once(found["chat"], _value),
        emails=_once(emails, _value),
        hours=_once(found["hours"], lambda item: item.quote.lower()),
        social=_once(social, lambda item: f"{item.network} {item.handle.lower()}"),
        map_url=map_url,
    )


def _value(fact: Found) -> str:
    return fact.value


def _once(items: Iterable[_Fact], key: Callable[[_Fact], str]) -> tuple[_Fact, ...]:
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


def _linked(links: Iterable[Link], page: Page) -> Iterator[tuple[str, Found]]:
    """What links open beside pages: "phone", "chat" or "email", and the number or address."""
    for link in links:
        kind, value = _leads_to(link.raw or link.url)
        if not value:
            continue
        quote = link.label or unquote((link.raw or link.url).strip())[:120]
        if kind == "email":
            yield kind, Found(value, quote if "@" in quote else value, page.url, is_sample_email(value))
        else:
            yield kind, Found(value, quote, page.url, is_sample_number(value))


@lru_cache(maxsize=2_048)
def _leads_to(raw: str) -> tuple[str, str]:
    """The phone, the WhatsApp number or the e-mail address that a link opens, "" for none, and which of them it is."""
    raw = unquote(raw.strip())
    low = raw.lower()
    if low.startswith("tel:"):
        return "phone", digits_of(raw[4:])
    if low.startswith("mailto:"):
        address = low[7:].split("?")[0].strip()
        return "email", address if _EMAIL.fullmatch(address) else ""
    return "chat", digits_of(_chat_number(raw)) if "wa.me" in low or "whatsapp" in low else ""


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


def _others_email(address: str, site: Site) -> bool:
    """The ministry's mailbox, or one named after another office."""
    if ministry_email(address):
        return True
    name = address.split("@")[0]
    slug = re.sub(r"kankemenag|kantorkemenag|kemenag|humas|ppid|ptsp|tu|[^a-z]", "", name)
    places = by_slug().get(slug) or by_slug().get(re.sub(r"^(?:kabupaten|kab)", "", slug), ())
    return bool(places) and all(place.name != place_of(site) for place in places)
