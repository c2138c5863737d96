"""What an archive's record holds -> a copy that people can read: no scripts, no styles, short of all but its text.

Nothing of the site's code survives: the text is rebuilt from a short list of tags, and every attribute but a link's
address is dropped. Pure; call it where time and memory are limited (``auditor.limited.copy_of``).
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from html import escape
from typing import Final

from selectolax.lexbor import LexborNode

from auditor.data import table
from auditor.model import Copy, Fetch
from auditor.read.files.documents import read_document
from auditor.read.page.charset import decode
from auditor.read.page.head import title_of
from auditor.read.page.markup import tree_of

_TAGS = table("anatomy")["copy"]
_KEEP, _DROP, _BLOCKS = frozenset(_TAGS["keep"]), frozenset(_TAGS["drop"]), frozenset(_TAGS["blocks"])
_LIMIT: Final = 150_000  # characters of rebuilt text: 38 offices fit on a stick
_MOST_NAME: Final = 120  # characters of a picture's name, of where a link leads
_DEEPEST: Final = 200
_PARAGRAPHS = re.compile(r"\n\s*\n")

Tidy = Callable[[str], str]


def copy_of(fetch: Fetch, tidy: Tidy) -> Copy:
    """The readable copy of a record, each of its texts passed through ``tidy``, which masks what must not be shown."""
    if "html" in fetch.media_type or fetch.body[:400].lstrip()[:1] == b"<":
        tree = tree_of(decode(fetch.body))
        parts: list[str] = []
        _rebuild(tree.body, tidy, parts, [0])
        text = tree.body.text() if fetch.screenshot and tree.body is not None else ""
        picture = _picture(fetch) if tidy(text) == text else ""  # it could show what the text masks
        return Copy(title_of(tree), "".join(parts), picture)
    document = read_document(fetch.body, fetch.media_type, fetch.address)
    paragraphs = map(_line, _PARAGRAPHS.split(tidy(document.text[:_LIMIT])))
    body = "".join(f"<p>{escape(text)}</p>" for text in paragraphs if text)
    return Copy(document.title, body, document=True, pages=document.pages)


def _line(text: str) -> str:
    return " ".join(text.split())


def _picture(fetch: Fetch) -> str:
    """The page's picture as an address that holds it, "" for none."""
    return "data:image/webp;base64," + base64.b64encode(fetch.screenshot).decode("ascii") if fetch.screenshot else ""


def _rebuild(node: LexborNode | None, tidy: Tidy, parts: list[str], used: list[int], depth: int = 0) -> None:
    """Appends the safe form of a node's children; ``used`` counts characters against the limit."""
    child = node.child if node is not None else None
    while child is not None and used[0] < _LIMIT:
        tag = (child.tag or "").lower()
        if tag == "-text":
            text = escape(tidy(child.text(deep=True) or ""))
            used[0] += len(text)
            parts.append(text)
        elif tag == "img":
            alt = escape(tidy(_line(child.attributes.get("alt") or "")[:_MOST_NAME]))
            parts.append(f' <span class="g">[gambar{": " + alt if alt else ""}]</span> ')
        elif tag not in _DROP and not tag.startswith(("-", "_", "!")) and depth < _DEEPEST:
            opened, closed = _wrapping(tag, child, tidy)
            parts.append(opened)
            used[0] += len(opened)
            _rebuild(child, tidy, parts, used, depth + 1)
            parts.append(closed)
        child = child.next


def _wrapping(tag: str, node: LexborNode, tidy: Tidy) -> tuple[str, str]:
    if tag in ("br", "hr"):
        return f"<{tag}>", ""
    if tag in _KEEP:
        return f"<{tag}>", f"</{tag}>"
    if tag == "a":
        href = (node.attributes.get("href") or "").strip()
        if href.lower().startswith(("http://", "https://")) and len(href) < 2000:
            return f'<a href="{escape(tidy(href), quote=True)}" rel="noopener noreferrer">', "</a>"
        told = "tanpa tujuan" if not href else "javascript" if ":" in href else href
        return f'<u title="{escape(tidy(_line(told)[:_MOST_NAME]), quote=True)}">', "</u>"
    return ("<div>", "</div>") if tag in _BLOCKS else ("", "")
