"""What a page's scripts tell without being run: where they send on to, which files they show, what is yet to come."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from selectolax.lexbor import LexborHTMLParser

from auditor.data import table
from auditor.language.phrases import normalised

_DATA = table("anatomy")["scripts"]
_MOST = 200_000  # characters of inline scripts that are looked at
_PROGRAM = re.compile(r"^\s*(?:module|(?:text|application)/(?:javascript|ecmascript|x-javascript))?\s*$", re.I)
_SENDS_ON = re.compile(
    r"(?:^|[^\w.$])(?:(?:window|document|self|top|parent)\s*\.\s*)*location(?:\s*\.\s*href)?\s*"
    r"(?:=\s*|\.\s*(?:replace|assign)\s*\(\s*)(['\"`])([^'\"`\s]{1,500})\1\s*(?:[;)}\n]|$)"
)
_FILE = re.compile(r"['\"`]([^'\"`\s<>]{1,600}\.(?:pdf|docx?|xlsx?|pptx?)(?:\?[^'\"`\s<>]{0,200})?)['\"`]", re.I)
_FETCHES = {word: re.compile(pattern) for word, pattern in _DATA["fetching"].items()}
_GRID = tuple(_DATA["grids"])
_STARTS = re.compile(r"(?:start|date|tanggal)[\"']?\s*:\s*[\"']\d{4}-\d{2}-\d{2}", re.I)
_EVENT = re.compile(
    r"\{[^{}]{0,400}?[\"']?title[\"']?\s*:\s*[\"'](?P<title>[^\"']{3,200})[\"'][^{}]{0,400}?"
    r"[\"']?(?:start|date|tanggal)[\"']?\s*:\s*[\"'](?P<start>\d{4}-\d{2}-\d{2})",
    re.I,
)
_MOST_EVENTS = 500
_KINDS = (".pdf", ".doc", ".xls", ".ppt")
_MOST_FILES = 5
_WAITING = tuple(_DATA["waiting"])
_OF_CONTENT = tuple(_DATA["of_content"])
_ENOUGH = 40  # words of a page that shows something beside what it waits for
_VIEWER = re.compile("|".join(re.escape(name) for name in _DATA["viewers"]), re.I)


@dataclass(frozen=True, slots=True)
class Scripts:
    """The scripts of one page. ``target`` is as written, "" where none sends on."""

    count: int = 0
    target: str = ""
    bare_table: bool = False  # a table with headings, no rows, and the marks of a grid that a script fills
    events: tuple[tuple[str, str], ...] = ()  # title and day of those that a calendar is given


def read_scripts(tree: LexborHTMLParser) -> Scripts:
    """The scripts of a page, those of its head included."""
    count, length, parts = 0, 0, []
    for node in tree.css("script"):
        attributes = node.attributes
        if not _PROGRAM.match(attributes.get("type") or ""):
            continue
        count += 1
        if length < _MOST and "src" not in attributes:
            text = (node.text() or "")[: _MOST - length]
            length += len(text)
            parts.append(text)
    body = tree.css_first("body")
    onload = (body.attributes.get("onload") or "") if body is not None else ""
    inline = "\n".join([onload[:2_000], *parts])
    return Scripts(count, _target(inline), count > 0 and _bare_table(tree, inline), _events(inline))


def _events(script: str) -> tuple[tuple[str, str], ...]:
    """What a script gives a calendar to show, as it spells it out: title and day of each event."""
    if "title" not in script or _STARTS.search(script) is None:
        return ()
    return tuple([(match["title"], match["start"]) for match in _EVENT.finditer(script)][:_MOST_EVENTS])


def _target(script: str) -> str:
    """The address a script sends on to, as it spells it; what it puts together ("${base}/a") only a browser knows."""
    found = _SENDS_ON.search(script) if "location" in script else None
    return found[2].replace("\\/", "/") if found and "${" not in found[2] else ""


@lru_cache(maxsize=8192)
def is_viewer(classes: str) -> bool:
    """Whether an element of these classes is one in which a plug-in shows a document."""
    return _VIEWER.search(classes) is not None


def named_files(script: str) -> list[str]:
    """The documents whose addresses a viewer's inline script spells out ("source": "\\/unduh\\/dip.pdf")."""
    low = script.lower()
    if not any(kind in low for kind in _KINDS):
        return []
    found = (match[1].replace("\\/", "/") for match in _FILE.finditer(script[:_MOST]))
    return list(dict.fromkeys(found))[:_MOST_FILES]


def _fetches(script: str) -> bool:
    """Whether a script loads anything."""
    return any(word in script and pattern.search(script) is not None for word, pattern in _FETCHES.items())


def _bare_table(tree: LexborHTMLParser, script: str) -> bool:
    for node in tree.css("table")[:50]:
        if node.css_first("td") is not None or node.css_first("th") is None:
            continue
        names = f"{node.attributes.get('class') or ''} {node.attributes.get('id') or ''}".lower()
        if any(word in names for word in _GRID) or _fetches(script):
            return True
    return False


def waits(own: Sequence[str]) -> bool:
    """Whether a page's own lines say that content is still to come: of what, or beside hardly anything else."""
    said = 0
    waiting = False
    for line in own:
        words = normalised(line)
        count = len(words.split())
        if count <= 6 and words.startswith(_WAITING):
            if words.startswith(_OF_CONTENT):
                return True
            waiting = True
        else:
            said += count
    return waiting and said < _ENOUGH


def decoded_mail(code: str) -> str:
    """The address that Cloudflare hides from robots and every browser shows; "" for a code that is none."""
    try:
        key, *rest = bytes.fromhex(code)
    except ValueError:
        return ""
    return bytes(byte ^ key for byte in rest).decode("utf-8", "replace")
