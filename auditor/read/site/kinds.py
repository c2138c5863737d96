"""What kind of page an answer is: news article, list of news, section, document list, plain page.

The words are in ``auditor/data/pagekinds.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from urllib.parse import urlsplit

from auditor.data import table
from auditor.language.labels import is_headline
from auditor.language.phrases import Phrases, normalise, normalised
from auditor.language.streams import Stream, stream_of_address
from auditor.model import Fetch, FetchStatus
from auditor.observations import Link, PageKind
from auditor.read.page.anatomy import Anatomy
from auditor.web.articles import looks_like_article
from auditor.web.hosts import FILE

_WORDS = table("pagekinds")
_BYLINE = Phrases(_WORDS["news"]["byline"])
_POSTED = re.compile(r"\b\d{1,2}\s+[A-Za-z]{3,}\s+20\d\d\b|\b\d{1,2}[/-]\d{1,2}[/-]20\d\d\b|\b20\d\d-\d\d-\d\d\b")
_DATELINE = re.compile(
    r"^\W*(?:[A-Z][\w'.]+[ ,]{0,2}){1,4}\s*"
    r"(?:[\(\[](?:humas|kemenag|kankemenag|inmas|kua|min|mtsn?|man|penais|pd pontren|bimas|kontributor"
    r"|[\w .]{0,40}\b(?:humas|kemenag))[^)\]]{0,40}[\)\]]|[-\u2013\u2014]{1,2}\s)",
    re.I,
)
_SPEECH = Phrases(_WORDS["news"]["speech"])


def news_path(url: str) -> bool:
    """Whether an address looks like a news article's."""
    return looks_like_article(url, "") and stream_of_address(url) in (Stream.NEWS, None)


def is_news(page: Anatomy, text: str, headline: bool, documents: int, named: bool = False) -> bool:
    """Whether a page is a news article. ``text`` is its own content, ``documents`` the files it offers,
    ``headline`` whether its title reads like a headline, ``named`` whether it is a short name ("Kontak") instead.

    Signs are counted rather than trusted one by one: every CMS leaves out some of them, and offices do publish
    documents as posts ("LKjIP 2025" with one PDF), which are no news.
    """
    start = text[:400]
    dateline = any(_DATELINE.match(line) for line in start.split("\n")[:6])
    speech = len({hit.phrase for hit in _SPEECH.hits(text[:8000])})
    signs = 2 * dateline + min(speech, 2)
    signs += news_path(page.url)
    signs += 2 * (news_path(page.url) and _posted(page, text))
    signs += bool(page.published) or "single-post" in page.body_class
    signs += any(t in ("newsarticle", "blogposting", "reportagenewsarticle") for t in page.schema_types)
    signs += headline
    signs += bool(_BYLINE.any(start)) and bool(re.search(r"\b20\d\d\b|\d{1,2}/\d{1,2}", start))
    if documents and not speech and not dateline:
        signs -= 2
    if page.tables and max(len(t.rows) for t in page.tables) >= 5 and not speech:
        signs -= 1
    return signs - named >= 3


def _posted(page: Anatomy, text: str) -> bool:
    """Whether an address is made from the title, and a line right below it says when it was posted."""
    slug = normalise(urlsplit(page.url).path.rstrip("/").rsplit("/", 1)[-1])
    named = bool(slug) and normalise(page.h1 or page.title).startswith(slug[:40])
    return named and any(len(line.split()) <= 8 and _POSTED.search(line) for line in text.split("\n")[:6])


_SHORT_NAME = 3  # words of a title that names a page ("Satuan Kerja") and reports nothing
_LONG_TITLE = 10  # words of one that reports something
_BESIDE = 20  # words beside its links that are a page's own content
_NEWS_LISTS = frozenset(normalised(word) for word in table("pagekinds")["news"]["lists"])
_KINDS = {
    FetchStatus.SOFT_404: PageKind.SOFT_404,
    FetchStatus.NOT_FOUND: PageKind.SOFT_404,
    FetchStatus.WAF: PageKind.BLOCKED,
    FetchStatus.FORBIDDEN: PageKind.BLOCKED,
    FetchStatus.RATE_LIMITED: PageKind.BLOCKED,
    FetchStatus.UNAUTHORIZED: PageKind.LOGIN,
    FetchStatus.MAINTENANCE: PageKind.MAINTENANCE,
    FetchStatus.SUSPENDED: PageKind.SUSPENDED,
    FetchStatus.NEEDS_JAVASCRIPT: PageKind.JS_SHELL,
}


def kind_of(
    fetch: Fetch,
    anatomy: Anatomy,
    text: str,
    title: str,
    trail: tuple[str, ...],
    own_links: Sequence[Link],
    placeholder: str,
    *,
    home: bool,
) -> PageKind:
    if fetch.status is not FetchStatus.OK:
        return _KINDS.get(fetch.status, PageKind.ERROR)
    if home:
        return PageKind.HOME
    files = {link.url for link in own_links if FILE.search(link.url)}
    named = {normalised(title), *(normalised(label) for label in trail[-1:])}
    others = [link for link in own_links if link.url and link.url not in files]
    articles = sum(len(link.label.split()) >= 7 or news_path(link.url) for link in others)
    if articles >= 4 and (
        not _NEWS_LISTS.isdisjoint(named) or any(t in anatomy.body_class for t in ("archive", "blog", "category"))
    ):
        return PageKind.NEWS_LIST
    words_of_title, headline = len(normalise(title).split()), is_headline(title)
    named_short = bool(title) and words_of_title <= _SHORT_NAME and not headline
    if is_news(anatomy, text, headline or words_of_title >= _LONG_TITLE, len(files), named_short):
        return PageKind.NEWS_ARTICLE
    if placeholder:
        return PageKind.PLACEHOLDER
    words = len(text.split())
    if words < 60 and any(f.url.lower().split("?")[0].endswith(".pdf") or "viewer" in f.url for f in anatomy.frames):
        return PageKind.VIEWER
    entries = len({link.url for link in own_links if link.url})
    if len(files) >= 3 or (anatomy.tables and entries >= 3):
        return PageKind.LISTING
    if entries >= 5 and words < 25 * entries:
        labels = {normalised(link.label) for link in own_links}
        beside = sum(len(line.split()) for line in text.split("\n") if normalised(line) not in labels)
        if beside >= _BESIDE and (named_short or (trail and len(normalise(trail[-1]).split()) <= _SHORT_NAME)):
            return PageKind.STATIC  # "Kontak", with a box of news below
        return PageKind.NEWS_LIST if articles * 2 >= entries and articles >= 4 else PageKind.SECTION
    return PageKind.STATIC
