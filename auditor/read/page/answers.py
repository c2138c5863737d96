"""What an answer really is: status 200 does not mean that the page is there.

``response_status`` tells refusals, maintenance, suspended domains, program errors, log-in pages, JavaScript shells and
missing pages apart by what they say; ``is_news`` tells an article from a page. The words are in ``pagekinds.toml``.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.model import FetchStatus
from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.html import parse
from auditor.web.answers import FILES, HTML

_WORDS = table("pagekinds")
_SHORT = 220  # words; a refusal or an error page is never longer
_OPENING, _MOST = 2_000, 8_000  # characters that nearly always show whether a page is short; that are looked at
_PROBE_LIKENESS = 0.9
_BUILT_ALIKE, _STEADY = 0.95, 0.6  # shares of the blocks, and of what does not move in a missing page


#: what the title, or the text, of such an answer says
_TITLES = {kind: Phrases(words["title"]) for kind, words in _WORDS.items() if "title" in words}
_TEXTS = {kind: Phrases(words["text"]) for kind, words in _WORDS.items() if "text" in words}
_OFFICE, _OF_MANY = Phrases(_WORDS["office"]["telling"]), Phrases(_WORDS["office"]["common"])
_SITE_WORDS = Phrases(_WORDS["maintenance"]["site"])
_SENTENCE = re.compile(r"[.!?;\n]+")
_MENU = 12  # links of a page that is no maintenance page any more
_FEW, _BRIEF = 3, 8  # links beside which, and words of a sentence in which, it need not be said that the site is meant
_SEVERAL = 3  # common words of which together an office's site is known
_TITLE_PARTS = re.compile(r"\s[-|\u2013\u2014\u00bb:]\s")


def response_status(
    http_status: int,
    headers: Mapping[str, str],
    media_type: str,
    body: bytes,
    missing: Anatomy | None = None,
    *,
    anatomy: Anatomy | None = None,
    url: str = "",
) -> FetchStatus:
    """How an answer must be read. ``missing``: what the host shows at a random address, for all but the home page."""
    if http_status in (404, 410):
        return FetchStatus.NOT_FOUND
    if http_status == 429:
        return FetchStatus.RATE_LIMITED
    html = media_type in (*HTML, "") and not body.startswith(FILES)
    if any(name in headers for name in _WORDS["waf"]["headers"]) and http_status >= 400:
        return FetchStatus.WAF
    page = (anatomy or parse(body, url or "https://situs.invalid/")) if html else None
    if http_status >= 400:
        return _refusal(http_status, page)
    if page is None:
        return FetchStatus.OK
    return _said_by(page, body, missing)


def _refusal(http_status: int, page: Anatomy | None) -> FetchStatus:
    title, text = (normalise(page.title), normalise(page.text[:6000])) if page is not None else ("", "")
    if http_status in (403, 406, 503, 405) and (
        _TITLES["waf"].any(title) not in ("", "forbidden", "403 forbidden", "not acceptable") or _TEXTS["waf"].any(text)
    ):
        return FetchStatus.WAF
    if http_status == 401 or (http_status == 403 and page is not None and page.password):
        return FetchStatus.UNAUTHORIZED
    if http_status == 503 and (_TITLES["maintenance"].any(title) or _TEXTS["maintenance"].any(text)):
        return FetchStatus.MAINTENANCE
    if _TEXTS["suspended"].any(text) or _TITLES["suspended"].any(title):
        return FetchStatus.SUSPENDED
    if http_status == 403:
        return FetchStatus.FORBIDDEN
    return FetchStatus.SERVER_ERROR if http_status >= 500 else FetchStatus.CLIENT_ERROR


def _said_by(page: Anatomy, body: bytes, missing: Anatomy | None) -> FetchStatus:
    """The status of an HTML answer with a good status code, by its words."""
    own = [b.text for b in page.blocks if b.zone is Zone.MAIN] or [b.text for b in page.blocks]
    text, everything = _told(" ".join(own)), _told(page.text)
    title = normalise(page.title)
    words = len(everything.split())
    own_words = len(text.split())
    if is_shell(page):
        return FetchStatus.NEEDS_JAVASCRIPT
    if words <= _SHORT:
        if _TEXTS["waf"].any(everything) or (words <= 120 and _TITLES["waf"].any(title)):
            return FetchStatus.WAF
        if _TEXTS["suspended"].any(everything) or (_TITLES["suspended"].any(title) and words <= 150):
            return FetchStatus.SUSPENDED
        if _in_maintenance(page):
            return FetchStatus.MAINTENANCE
    if own_words <= _SHORT and _TEXTS["application"].any(text) and _program_error(page, body):
        return FetchStatus.APPLICATION_ERROR
    heading = normalise(page.h1)
    if own_words <= 120 and not page.tables:
        headed = len(heading.split()) <= 8 and _TITLES["not_found"].any(heading)
        if headed or _whole(_TITLES["not_found"], page.title) or _TEXTS["not_found"].any(text):
            return FetchStatus.SOFT_404
    if _asks_to_log_in(page, own_words):
        return FetchStatus.UNAUTHORIZED
    if normalise(page.title).startswith("index of") and not _listed(page):
        return FetchStatus.SOFT_404  # a bare directory with nothing in it
    if missing is not None and likeness(page, missing) >= _PROBE_LIKENESS:
        return FetchStatus.SOFT_404
    return FetchStatus.OK


def _told(text: str) -> str:
    """The words of a page as rules read them; of one that is not short, as many as show that."""
    opening = normalise(text[:_OPENING])
    return opening if opening.count(" ") >= _SHORT else normalise(text[:_MOST])


def _in_maintenance(page: Anatomy) -> bool:
    """Whether a page says of the whole site that it is being worked on; one service or the road outside is no site."""
    links = len({link.url for link in page.links if link.url})
    if links > _MENU:
        return False
    if any(_whole(_TITLES["maintenance"], name) for name in (page.title, page.h1)):
        return True
    for block in page.blocks:
        for sentence in _SENTENCE.split(block.text):
            if _TEXTS["maintenance"].any(sentence) and (
                _SITE_WORDS.any(sentence) or (links < _FEW and len(sentence.split()) <= _BRIEF)
            ):
                return True
    return False


def _listed(page: Anatomy) -> bool:
    """Whether a directory lists anything: a link that leads below it."""
    return any(link.url.startswith(page.url.rstrip("/") + "/") and "?" not in link.url for link in page.links)


def shows_nothing(page: Anatomy) -> bool:
    """Whether a page has nothing to read and nothing to follow."""
    followed = page.links or page.frames or page.forms or page.tables
    return not (followed or page.images or page.text.strip())


def speaks_of_an_office(page: Anatomy) -> bool:
    """Whether a page shows words by which offices present themselves: their name, services, a menu of such a site."""
    if not (page.text.strip() or page.images):
        return False  # a title alone shows nothing
    said = [page.title, page.description, page.text[:20_000], *(link.label for link in page.links[:300])]
    said += [image.alt for image in page.images[:100]]
    words = " / ".join(said)
    return bool(_OFFICE.any(words)) or len({hit.phrase for hit in _OF_MANY.hits(words)}) >= _SEVERAL


def _asks_to_log_in(page: Anatomy, words: int) -> bool:
    """Whether a page is a log-in page: it says so, or has nothing else. A log-in box beside content makes none."""
    if words > 120 or not any(form.login and form.zone is Zone.MAIN for form in page.forms):
        return False
    names = [part for text in (page.h1, *_TITLE_PARTS.split(page.title)) if (part := normalise(text))]
    return words <= 25 or any(len(name.split()) <= 4 and _TITLES["login"].any(name) for name in names)


def _whole(marks: Phrases, title: str) -> bool:
    """Whether one part of a title ("Halaman tidak ditemukan - Kemenag X") is a mark, not merely has it somewhere."""
    parts = map(normalise, (*_TITLE_PARTS.split(title), title))
    return any(marks.any(part) and len(part.split()) <= 6 for part in parts)


def _program_error(page: Anatomy, body: bytes) -> bool:
    """Whether an error's words are a program's and not an article's: paths, line numbers, or hardly any other text."""
    return (
        len(page.links) < 8
        or re.search(rb"on line <?b?>?\s*\d+|\.php|Stack trace|SQLSTATE|vendor/", body[:200_000]) is not None
    )


def is_shell(page: Anatomy) -> bool:
    """Whether a page is empty until a browser runs its scripts."""
    text = page.text
    if len(text) >= 300 or page.forms or page.tables or page.refresh:
        return False
    links = sum(1 for link in page.links if link.url)
    if page.app_root and page.app_text < 30 and (page.scripts or page.asks_javascript) and links < 5:
        return True
    if page.asks_javascript and len(text) < 200 and page.scripts and links < 5:
        return True
    if not page.scripts or len(text) >= 60 or links or page.frames:
        return False
    return page.awaits or not page.images


def same_but_for_moving_parts(page: Anatomy, one: Anatomy, other: Anatomy) -> bool:
    """Whether a page is what ``one`` and ``other`` are, two answers of a host to addresses that nobody has.

    What differs between those two moves at every load (a verse of the day, news in random order): the page is built
    like them, and says most of what they both say.
    """
    first, second, own = ({block.text for block in seen.blocks} for seen in (one, other, page))
    steady = first & second
    if not steady or first == second:
        return False
    built, like = Counter(block.path for block in page.blocks), Counter(block.path for block in one.blocks)
    alike = (built & like).total() / max(built.total(), like.total())
    return alike >= _BUILT_ALIKE and _length(steady & own) >= _STEADY * _length(steady)


def _length(texts: set[str]) -> int:
    return sum(map(len, texts))


def likeness(one: Anatomy, other: Anatomy) -> float:
    """How much of two pages' text is the same, 0 to 1 (shared blocks over all blocks, weighted by length)."""
    first, second = ({block.text for block in page.blocks} for page in (one, other))
    if not first or not second:
        return float(first == second)
    return 2 * _length(first & second) / (_length(first) + _length(second))
