"""One news article: is this address one, what is its title, and when was it published.

The trust order is that of the field notes: JSON-LD and ``article:published_time``, ``<time>``, the address, the line
beside the title, the first paragraph; htmldate is asked last, and never believed when it answers a bare year.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from urllib.parse import unquote

from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.language import streams as words
from auditor.language.dates import find_dates, from_stamp, parse_date
from auditor.language.phrases import normalise
from auditor.observations import DateFound, DateSource, Precision
from auditor.read.news.stamps import behind_change, published_first
from auditor.read.page.charset import decode
from auditor.read.page.markup import cut, tree_of
from auditor.web.articles import date_in_address

_PUBLISHED_META = (
    "article:published_time", "og:article:published_time", "datepublished", "pubdate", "publish_date", "publishdate",
    "dc.date.issued", "dcterms.issued", "dc.date", "date", "parsely-pub-date", "article:published",
)  # fmt: skip
_ARTICLE_TYPES = frozenset(
    {"Article", "NewsArticle", "BlogPosting", "Report", "SocialMediaPosting", "WebPage", "ReportageNewsArticle"}
)
_TIMES = "time, abbr.published, abbr[itemprop=datePublished], [itemprop=datePublished]"
_MOST_TIMES = 6  # elements with a date that are looked at
_PARAGRAPH = 100  # characters from which a line is text, not a byline
_BYLINE_LINES = 14  # lines below the title in which a byline may stand


@dataclass(frozen=True, slots=True)
class Article:
    """What an article's page says of itself."""

    title: str
    dates: tuple[DateFound, ...]  # most trusted first
    text: str = ""  # the first paragraphs
    canonical: str = ""

    @property
    def date(self) -> DateFound | None:
        return self.dates[0] if self.dates else None


def article_date(body: bytes, url: str, today: date) -> DateFound | None:
    """The day an article was published, None where its page does not tell; never a clock, a footer or a future day."""
    return read_article(body, url, today).date


def read_article(body: bytes, url: str, today: date, names: Iterable[str] = ()) -> Article:
    """The title, the dates (most trusted first), the beginning of the text of an article's page. Never raises.

    ``names``: what the lists call it, for pages whose title is no heading (bold text in a table, a styled box).
    """
    tree = tree_of(decode(body))
    head = _head(tree)
    dates = [*_from_json_ld(tree, today), *_from_meta(head, today)]
    canonical = head.get("canonical", "")
    cut(tree.css(words.CUT))
    whole = f" {normalise(head.get('title', ''))} | {normalise(head.get('og:title', ''))} | {normalise(unquote(url))} "
    title_node = _title_node(tree, whole)
    kept = _cut_noise(tree, title_node)
    title = " ".join((title_node.text(separator=" ") if title_node else head.get("og:title", "")).split())
    if title_node is None or f" {normalise(title)} " not in whole:
        title = _title_line(kept, whole, names) or title
    dates += _from_time_tags(kept, title_node, today)
    if (found := date_in_address(url, today)) is not None:
        dates.append(found)
    byline, paragraphs = _around_title(kept, title)
    dates += _from_byline((byline, _above(title_node, today)), today)
    dates += _from_body(paragraphs, today, next((d.value for d in dates), None))
    if not dates and title and kept is not None:
        cut(node for node in kept.css(_TIMES)[:_MOST_TIMES] if behind_change(node))
        dates += _from_library(tree, url, today)
    order = list(DateSource)
    dates.sort(key=lambda one: (one.precision is not Precision.DAY, one.confidence < 0.35, order.index(one.source)))
    return Article(title, tuple(dates), " ".join(paragraphs)[:600], canonical)


def json_objects(tree: LexborHTMLParser) -> Iterator[dict[str, Any]]:
    """Every object of the JSON-LD blocks of a page, ``@graph`` and nested objects included."""
    for node in tree.css('script[type="application/ld+json"]'):
        try:
            data = json.loads(node.text(), strict=False)
        except (ValueError, RecursionError):
            continue
        waiting, seen = [data], 0
        while waiting and seen < 500:
            item, seen = waiting.pop(), seen + 1
            if isinstance(item, list):
                waiting += reversed(item)
            elif isinstance(item, dict):
                yield item
                waiting += [value for value in item.values() if isinstance(value, (list, dict))]


def _head(tree: LexborHTMLParser) -> dict[str, str]:
    found: dict[str, str] = {}
    published = tree.css_first("body [itemprop=datePublished]")
    nodes = tree.head.css("meta[content], title, link[rel=canonical]") if tree.head is not None else []
    for node in [*nodes, *([published] if published is not None else [])]:
        if node.tag == "title":
            found.setdefault("title", node.text().strip())
        elif node.tag == "link":
            found.setdefault("canonical", (node.attributes.get("href") or "").strip())
        else:
            key = (
                node.attributes.get("property") or node.attributes.get("name") or node.attributes.get("itemprop") or ""
            ).lower()
            value = node.attributes.get("content") or node.attributes.get("datetime") or ""
            if key and value:
                found.setdefault(key, value.strip())
    return found


def _from_json_ld(tree: LexborHTMLParser, today: date) -> Iterator[DateFound]:
    best: dict[str, str] = {}
    for item in json_objects(tree):
        kinds = item.get("@type")
        for kind in kinds if isinstance(kinds, list) else [kinds]:
            value = item.get("datePublished")
            if isinstance(kind, str) and kind in _ARTICLE_TYPES and isinstance(value, str):
                best.setdefault("page" if kind == "WebPage" else "article", value)
    value = best.get("article") or best.get("page") or ""
    if value and (found := from_stamp(value, today, DateSource.JSON_LD)) is not None:
        yield replace(found, source=DateSource.JSON_LD)


def _from_meta(head: dict[str, str], today: date) -> Iterator[DateFound]:
    for key in _PUBLISHED_META:
        if key in head and (found := from_stamp(head[key], today, DateSource.META)) is not None:
            yield replace(found, source=DateSource.META)
            return


def _title_line(body: LexborNode | None, whole: str, names: Iterable[str]) -> str:
    """The line of text that is the title where no heading is: as a list names it, or as the address repeats it."""
    known = {form for name in names if len((form := normalise(name)).split()) >= 3}
    for line in body.text(separator="\n").split("\n") if body is not None else ():
        form = normalise(line) if 10 < len(line) < 300 else ""
        if form and (form in known or (len(form.split()) >= 4 and f" {form} " in whole)):
            return " ".join(line.split())
    return ""


def _title_node(tree: LexborHTMLParser, whole: str) -> LexborNode | None:
    """The heading that is the article's title: the one the page's own title or its address repeats (``whole``), else
    the first h1 (which may be the site's name), else the first long heading."""
    first_h1 = first_long = None
    for node in tree.css(words.TITLES)[:60]:
        text = normalise(node.text(separator=" "))
        if len(text.split()) >= 3 and f" {text} " in whole:
            return node
        if first_h1 is None and node.tag == "h1" and text:
            first_h1 = node
        if first_long is None and len(text.split()) >= 5:
            first_long = node
    return first_h1 or first_long


def _cut_noise(tree: LexborHTMLParser, title: LexborNode | None) -> LexborNode | None:
    """The body without clocks, sidebars and boxes of other items; what holds the title stays."""
    holding = set()
    node = title
    while node is not None:
        holding.add(node.mem_id)
        node = node.parent
    noise = []
    for part in tree.css(words.BOXES):
        if part.mem_id in holding or (part.tag == "header" and _inside_article(part)):
            continue
        attributes = part.attributes
        named = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
        if part.tag in words.BOX_TAGS or words.NAMED.search(named) or _apart(attributes):
            noise.append(part)
    cut(noise)
    return tree.body


def _apart(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is concealed, or says itself that it stands beside the content."""
    if attributes.get("role") == "complementary":
        return True
    style = (attributes.get("style") or "").replace(" ", "").lower()
    return "hidden" in attributes or attributes.get("aria-hidden") == "true" or "display:none" in style


def _inside_article(node: LexborNode) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag in ("article", "main"):
            return True
        parent = parent.parent
    return False


def _from_time_tags(body: LexborNode | None, title: LexborNode | None, today: date) -> Iterator[DateFound]:
    """The first ``<time>`` of the article that tells no change; today's date far from the title is a clock."""
    near = title
    for _ in range(3):
        near = near.parent if near is not None and near.parent is not None and near.parent.tag != "body" else near
    beside = {node.mem_id for node in near.css(_TIMES)} if near is not None else set()
    for node in published_first(body.css(_TIMES)[:_MOST_TIMES]) if body is not None else ():
        stamp = node.attributes.get("datetime") or node.attributes.get("title") or node.attributes.get("content") or ""
        found = from_stamp(stamp, today, DateSource.TIME_TAG) if stamp else None
        found = found or parse_date(node.text(separator=" "), today, source=DateSource.TIME_TAG)
        if found is not None and (found.value != today or node.mem_id in beside):
            yield found if found.source is DateSource.RELATIVE else replace(found, source=DateSource.TIME_TAG)
            return


def _around_title(body: LexborNode | None, title: str) -> tuple[str, list[str]]:
    """The short lines below the title up to the text or the next heading, and the first paragraphs."""
    lines = [line.strip() for line in body.text(separator="\n").split("\n") if line.strip()] if body is not None else []
    key = normalise(title)
    at = -1
    if key:
        for i, line in enumerate(lines):
            form = normalise(line)
            if form and (form == key or (len(form) > 15 and key.startswith(form))):
                at = i
                if form == key:
                    break
    rest = lines[at + 1 :] if at >= 0 else lines
    # A heading below the title begins another box of the page ("Berita Terkait").
    boxes = (
        {normalise(node.text()) for node in body.css("h2, h3, h4, h5, h6")[:40]} - {key, ""}
        if body is not None
        else set()
    )
    stop = next(
        (i for i, line in enumerate(rest[:_BYLINE_LINES]) if len(line) >= _PARAGRAPH or normalise(line) in boxes),
        min(len(rest), _BYLINE_LINES),
    )
    paragraphs = [line for line in rest[stop : stop + 30] if len(line) >= 60][:3]
    return " ".join(rest[:stop]) if at >= 0 else "", paragraphs


def _above(title: LexborNode | None, today: date) -> str:
    """The short element right above the title, where some sites put the date. Today's date there is a clock."""
    node = title
    for _ in range(3):
        before = node.prev if node is not None else None
        while before is not None and not before.text(separator=" ").strip():
            before = before.prev
        if before is not None:
            text = " ".join(before.text(separator=" ").split())
            linked = before.tag != "-text" and before.css_first("a[href]") is not None
            days = find_dates(text, today) if len(text) <= 80 and not linked else ()
            return text if days and all(d.value != today for d in days) else ""
        node = node.parent if node is not None else None
        if node is None or node.tag == "body":
            break
    return ""


def _from_byline(byline: Iterable[str], today: date) -> Iterator[DateFound]:
    for text in byline:
        days = [d for d in find_dates(text, today) if d.precision is Precision.DAY or d.source is DateSource.RELATIVE]
        if days:
            found = max(days, key=lambda one: (one.source is not DateSource.RELATIVE, one.confidence >= 0.5))
            yield found if found.source is DateSource.RELATIVE else replace(found, source=DateSource.BYLINE)
            return


def _from_body(paragraphs: list[str], today: date, near: date | None) -> Iterator[DateFound]:
    """The dateline of the text: it tells when something happened, so it is trusted less, least without a year."""
    for text in paragraphs[:2]:
        days = [
            d
            for d in find_dates(text[:400], today, near=near)
            if d.source is DateSource.BODY and d.precision is Precision.DAY
        ]
        if days:
            found = days[0]
            yield replace(found, confidence=min(found.confidence, 0.45 if found.year_inferred else 0.6))
            return


def _from_library(tree: LexborHTMLParser, url: str, today: date) -> Iterator[DateFound]:
    from htmldate import find_date  # a third of a second to import, and rarely needed

    try:
        answer = find_date(
            tree.html or "<html></html>", url=url, extensive_search=False, original_date=True, outputformat="%Y-%m-%d",
            min_date="2005-01-01", max_date=today.isoformat(),
        )  # fmt: skip
    except (ValueError, TypeError, AttributeError):
        return
    if not answer or answer.endswith("-01-01"):  # a bare year in disguise
        return
    found = parse_date(answer, today, source=DateSource.LIBRARY)
    if found is not None and found.value != today:
        yield replace(found, confidence=0.3, text=answer)
