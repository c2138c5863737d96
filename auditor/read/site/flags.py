"""Red flags: personal data laid open, gambling spam and defacement. Quotes are short and masked.

Exposed numbers are shown by their first four digits only (UU 27/2022). News that fights gambling is no spam. Words:
``auditor/data/gambling.toml`` and ``privacy.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.data import table
from auditor.language.gazetteer import all_places
from auditor.language.phrases import Phrases, Stems, normalise
from auditor.observations import Flag, Owner, Page, PageKind
from auditor.read.page.head import first_meta, title_of
from auditor.read.page.markup import tree_of
from auditor.web.hosts import host_of

_MARKUP = 4_000_000  # bytes looked at
_BLOCKS = 400  # hidden blocks looked at
_SIXTEEN = re.compile(
    r"(?<![\d.,/-])(?:\d{16}|\d{4}([ .-])\d{4}\1\d{4}\1\d{4}|\d{2}\.\d{2}\.\d{2}\.\d{6}\.\d{4}|\d{6}([ .])\d{6}\2\d{4})"
    r"(?![\d/]|[.,-]\d)"
)
_SIXTEEN_NEAR = re.compile(r"\d(?:[ .-]?\d){15}")  # what every such number holds; found in a fraction of the time
_NUMBERS = {kind: "|".join(patterns) for kind, patterns in table("privacy")["numbers"].items()}
_LABEL = re.compile(rf"\b(?:({_NUMBERS['nik']})|({_NUMBERS['kk']})|(?:{_NUMBERS['other']}))\b", re.IGNORECASE)
_ACCOUNT = re.compile(r"(?<![\d.,/])\d{4}(?:[ .-]?\d){6,11}(?!\d)")
_ACCOUNT_LABEL = re.compile(rf"\b(?:{_NUMBERS['account']})\b", re.IGNORECASE)
_BODY = re.compile(rf"\b(?:{'|'.join(table('privacy')['accounts']['bodies'])})\b", re.IGNORECASE)
_TITLE_WORDS = 60
_LABEL_LENGTH = 200  # characters
_MOST_NUMBERS = 2_000  # of one text


_WORDS = table("gambling")
_STEMS = Stems(_WORDS["stems"])
_STRONG, _WEAK, _AGAINST, _DEFACED = (Phrases(_WORDS[name]) for name in ("strong", "weak", "against", "defaced"))
_DESCRIPTIONS = ('meta[name="description"]', 'meta[property="og:description"]', 'meta[property="og:title"]')
_STYLES = (re.escape(mark) + (r"(?![.\d]*[1-9])" if mark.endswith(":0") else "") for mark in _WORDS["hidden_styles"])
_HIDING = re.compile(rf"(?<![\w-])(?:{'|'.join(_STYLES)})")  # "opacity:0" must not find "opacity:0.8"


@cache
def _regions() -> frozenset[str]:
    return frozenset(place.code for place in all_places())


def privacy_flags(text: str, url: str, record_id: str) -> tuple[Flag, ...]:
    """Exposed NIK, KK and account numbers in a text: one flag a kind, its quote masked and without names."""
    found: dict[str, list[tuple[str, float]]] = {}
    for digits, kind, strength in islice(_identity_numbers(text), _MOST_NUMBERS):
        found.setdefault(kind, []).append((digits, strength))
    if accounts := _accounts(text):
        found["rekening"] = accounts
    said = table("privacy")["said"]
    flags = []
    for kind, numbers in found.items():
        distinct = dict.fromkeys(digits for digits, _ in numbers)
        quote = said[kind].format(start=next(iter(distinct))[:4])
        if len(distinct) > 1:
            quote = said["more"].format(one=quote, others=len(distinct) - 1)
        flags.append(Flag(kind, quote, url, record_id, strength=max(strength for _, strength in numbers)))
    return tuple(flags)


def _identity_numbers(text: str) -> Iterator[tuple[str, str, float]]:
    """Sixteen digits that hold a region's code and a date of birth: (digits, "nik" or "kk", strength)."""
    for hit in _SIXTEEN.finditer(text) if _SIXTEEN_NEAR.search(text) else ():
        digits = re.sub(r"\D", "", hit[0])
        label = _label_before(text, hit.start())
        if label != "other" and _plausible(digits):
            yield digits, "kk" if label == "kk" else "nik", 1.0 if label else 0.7


def _label_before(text: str, at: int) -> str:
    """What the words before a number, or else the heads of its table, call it."""
    near = list(_LABEL.finditer(text[max(0, at - 40) : at]))
    hits = near[-1:] or list(_LABEL.finditer(text[max(0, at - 3_000) : at]))[-3:]
    kinds = ["nik" if hit[1] else "kk" if hit[2] else "other" for hit in hits]
    return next((kind for kind in ("nik", "kk", "other") if kind in kinds), "")


def _plausible(digits: str) -> bool:
    """Whether sixteen digits can be a NIK: region, day (women: +40), month, year, a serial number."""
    day, month = int(digits[6:8]), int(digits[8:10])
    born = 1 <= (day - 40 if day > 40 else day) <= 31 and 1 <= month <= 12
    return born and digits[:4] in _regions() and digits[4:6] != "00" and digits[12:] != "0000"


def _accounts(text: str) -> list[tuple[str, float]]:
    """Account numbers of persons: three or more below a heading, or one with a person's name."""
    label = _ACCOUNT_LABEL.search(text) if "rek" in text.lower() else None
    if not label:
        return []
    numbers: list[str] = []
    named = False
    for hit in _ACCOUNT.finditer(text, label.start()):
        digits = re.sub(r"\D", "", hit[0])
        near = text[max(0, hit.start() - 120) : hit.end() + 60]
        if len(digits) > 15 or digits.startswith(("08", "62", "19", "20")) or _BODY.search(near):
            continue
        labelled = _ACCOUNT_LABEL.search(text[max(0, hit.start() - 30) : hit.start()])
        named = named or bool(labelled and re.search(r"\b(?:a\.?\s?n\.?|atas\s+nama)\b", near, re.IGNORECASE))
        numbers.append(digits)
        if len(numbers) >= 500:
            break
    if len(set(numbers)) >= 3:
        return [(digits, 0.8) for digits in numbers]
    return [(digits, 0.6) for digits in numbers] if named else []


def spam_flags(body: bytes, page: Page) -> tuple[Flag, ...]:
    """Gambling spam ("judi") and defacement ("retas") on one page; () for news that fights gambling."""
    low = body[:_MARKUP].lower()
    if not _STEMS.occur(low):
        return ()
    tree = tree_of(body[:_MARKUP].decode("utf-8", "replace"))
    title = title_of(tree)[:400] or page.title
    found = [
        _defaced(title, page),
        _hidden_links(tree, page),
        _rewritten(title, page, "judul"),
        _rewritten(first_meta(tree, *_DESCRIPTIONS)[:600], page, "deskripsi"),
        _links_out(page),
        _flooded(page),
    ]
    flags: dict[str, Flag] = {}
    for flag in found:
        if flag is not None and (flag.kind not in flags or flag.strength > flags[flag.kind].strength):
            flags[flag.kind] = flag
    return tuple(flags.values())


def _flag(page: Page, kind: str, quote: str, strength: float, hidden: bool = False) -> Flag:
    short = " ".join(quote.split())[:160]
    return Flag(kind, short, page.url, page.record_id, hidden, page.fetched_at, strength)


def _fights(text: str) -> bool:
    return bool(_AGAINST.any(text))


def _defaced(title: str, page: Page) -> Flag | None:
    short = page.words <= 250 and not _fights(page.text[:2_000])
    for text in (title, page.h1, page.text[:1_500] if short and page.kind is not PageKind.NEWS_ARTICLE else ""):
        if _DEFACED.any(text) and (len(text.split()) <= _TITLE_WORDS or short):
            return _flag(page, "retas", text, 1.0)
    return None


def _rewritten(text: str, page: Page, where: str) -> Flag | None:
    """A title or description that advertises gambling; a headline against it does not."""
    news = page.kind is PageKind.NEWS_ARTICLE
    if not text or _fights(text) or (news and _fights(page.text[:6_000])):
        return None
    if _STRONG.any(text):
        return _flag(page, "judi", text, 1.0 if where == "judul" else 0.9)
    weak = {hit.phrase for hit in _WEAK.hits(text)}
    return _flag(page, "judi", text, 0.6) if len(weak) >= 3 and not news else None


def _hidden_links(tree: LexborHTMLParser, page: Page) -> Flag | None:
    """A block hidden from visitors that links to gambling sites."""
    hidden = filter(_is_hidden, tree.css("[style]")[: _BLOCKS * 20])
    for node in (*islice(hidden, _BLOCKS), *tree.css("marquee, noscript")[:20]):
        links = node.css("a[href]")[:60]
        text = " | ".join(f"{link.text()} {link.attributes.get('href') or ''}"[:120] for link in links)
        weak = {hit.phrase for hit in _WEAK.hits(text)}
        if (_STRONG.any(text) or len(weak) >= 2) and not _fights(text):
            return _flag(page, "judi", text, 1.0, hidden=node.tag != "marquee")
    return None


def _is_hidden(node: LexborNode) -> bool:
    return _HIDING.search("".join((node.attributes.get("style") or "")[:1_000].lower().split())) is not None


def _links_out(page: Page) -> Flag | None:
    """Links that advertise gambling: to other hosts, or to spam pages on the own one."""
    short = (link for link in page.links if link.url and len(link.label) < _LABEL_LENGTH)
    found = [link for link in short if _STRONG.any(f"{link.label} {link.url.rsplit('/', 2)[-2:]}")]
    found = [link for link in found if not _fights(link.label)]
    own = host_of(page.url)
    outward = [link.label or link.url for link in found if host_of(link.url) != own]
    inward = [link.label or link.url for link in found if host_of(link.url) == own]
    if outward and page.owner is Owner.OWN:
        return _flag(page, "judi", " | ".join(outward[:4]), 0.9)
    if len(inward) >= 3:
        return _flag(page, "judi", " | ".join(inward[:4]), 0.8)
    return None


def _flooded(page: Page) -> Flag | None:
    """A text that is nothing but advertising for gambling."""
    text = page.text[:20_000]
    hits = _STRONG.hits(text)
    if len(hits) < 5 or len({hit.phrase for hit in hits}) < 3 or len(hits) * 100 < len(normalise(text).split()):
        return None
    against = {hit.phrase for hit in _AGAINST.hits(text)}
    return None if len(against) >= 2 else _flag(page, "judi", text, 0.8)
