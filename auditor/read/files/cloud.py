"""Files kept with cloud services, judged by the answer their public address gives over plain HTTP.

Nothing is logged in to and no API is asked: a visitor without an account sees the same. Phrases and hosts:
``auditor/data/cloud.toml``.
"""

from __future__ import annotations

import hashlib
import html
import json
import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.model import Fetch, FetchStatus
from auditor.observations import Document, DocumentKind, DocumentProblem
from auditor.read.files.documents import read_document
from auditor.read.page.head import first_meta, title_of
from auditor.read.page.markup import tree_of
from auditor.web.answers import is_html
from auditor.web.hosts import host_of
from auditor.web.services import service_of

_MARKUP = 1_500_000  # bytes looked at
_FORM_DATA = re.compile(r"FB_PUBLIC_LOAD_DATA_\s*=\s*(\[.*?\]);\s*</script", re.DOTALL)
_VIDEO_GONE = re.compile(r'"playabilityStatus"\s*:\s*\{\s*"status"\s*:\s*"(ERROR|LOGIN_REQUIRED|UNPLAYABLE)"')
_KEPT_OUT = frozenset({FetchStatus.UNAUTHORIZED, FetchStatus.FORBIDDEN})


_PROBLEMS = {
    DocumentProblem.GONE: Phrases(table("cloud")["gone"]["phrases"]),
    DocumentProblem.LOGIN: Phrases(table("cloud")["login"]["phrases"]),
}


def unread(url: str) -> Document:
    """The document of a cloud address nobody looked at."""
    return Document(url, DocumentKind.CLOUD, problem=DocumentProblem.UNKNOWN)


def read_cloud(fetch: Fetch, read_file: Callable[[bytes, str, str], Document] = read_document) -> Document:
    """What the public address shows: open (with its title), LOGIN, GONE or UNKNOWN.

    A Google Form's questions are its ``text``. A direct download is read as the file it is. The address is the one
    asked for, so that links find it again.
    """
    base = replace(unread(fetch.url), fetched_at=fetch.fetched_at, record_id=fetch.record_id, size=len(fetch.body))
    final = fetch.address
    if _asks_for_login(final) or fetch.status in _KEPT_OUT:
        return replace(base, problem=DocumentProblem.LOGIN)
    if fetch.status.absent:
        return replace(base, problem=DocumentProblem.GONE)
    if (
        fetch.status not in (FetchStatus.OK, FetchStatus.NEEDS_JAVASCRIPT, FetchStatus.REDIRECTED_AWAY)
        or not fetch.body
    ):
        return base
    if not is_html(fetch):
        found = read_file(fetch.body, fetch.media_type, fetch.url)
        return replace(found, fetched_at=fetch.fetched_at, record_id=fetch.record_id)
    return _judged(
        replace(base, digest=hashlib.sha256(fetch.body).hexdigest()), fetch, service_of(final) or service_of(fetch.url)
    )


def _asks_for_login(url: str) -> bool:
    host = host_of(url)
    return host in table("cloud")["login"]["hosts"] or (
        host.endswith("google.com") and urlsplit(url).path.startswith(("/ServiceLogin", "/signin"))
    )


def _judged(base: Document, fetch: Fetch, service: str) -> Document:
    markup = fetch.body[:_MARKUP].decode("utf-8", "replace")
    tree = tree_of(markup)
    title = _title(tree)
    tree.strip_tags(["script", "style", "noscript"])
    shown = " ".join(tree.body.text(separator=" ").split())[:20_000] if tree.body else ""
    head = f"{title}\n{shown[:1_500]}"
    film = _VIDEO_GONE.search(markup) if service == "video" else None
    if film:
        problem = DocumentProblem.LOGIN if film[1] == "LOGIN_REQUIRED" else DocumentProblem.GONE
        return replace(base, problem=problem)
    for problem, phrases in _PROBLEMS.items():
        if phrases.any(title) or (len(shown) < 3_000 and phrases.any(head)):
            return replace(base, problem=problem, text=shown[:300])
    name = _file_name(title)
    questions = (_questions(markup) or _labels(tree)) if service == "form" else ()
    if not name and not questions:
        return base
    text = "\n".join((name, *questions)) if service == "form" else f"{name}\n{shown}"[:20_000]
    return replace(base, title=name, text=text, problem=DocumentProblem.NONE)


def _title(tree: LexborHTMLParser) -> str:
    named = first_meta(tree, 'meta[property="og:title"]', 'meta[name="title"]') or html.unescape(title_of(tree))
    return " ".join(named.split())[:300]


def _file_name(title: str) -> str:
    """The name in a title: "LKjIP 2025.pdf - Google Drive" -> "LKjIP 2025.pdf"; "" for the service alone."""
    blank = table("cloud")["blank"]
    for separator in (" - ", " | ", " – ", " · "):
        head, found, tail = title.rpartition(separator)
        if found and normalise(tail) in blank["endings"]:
            title = head.strip()
    return "" if normalise(title) in blank["titles"] or not normalise(title) else title


def _questions(markup: str) -> tuple[str, ...]:
    """The questions of a Google Form, from the data its public page carries."""
    found = _FORM_DATA.search(markup)
    if not found:
        return ()
    try:
        items = json.loads(found[1])[1][1]
    except (ValueError, TypeError, IndexError, KeyError, RecursionError):
        return ()
    if not isinstance(items, list):
        return ()
    titles = (item[1] for item in items[:200] if isinstance(item, list) and len(item) > 1)
    return tuple(" ".join(title.split())[:300] for title in titles if isinstance(title, str) and title.strip())


def _labels(tree: LexborHTMLParser) -> tuple[str, ...]:
    """The questions of a form as its page shows them."""
    nodes = tree.css('[role="heading"], label, legend, .freebirdFormviewerComponentsQuestionBaseTitle')[:300]
    texts = (" ".join(node.text().split()).strip(" *") for node in nodes)
    return tuple(dict.fromkeys(text[:300] for text in texts if text))
