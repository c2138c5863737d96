"""What a page's own style sheets hide for good: read only where nothing on the page could ever show it again. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from selectolax.lexbor import LexborHTMLParser

from auditor.data import table
from auditor.observations import Zone
from auditor.read.page.zones import collapsed

_MOST: Final = 200_000  # characters of style sheets that are looked at
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_BRACE = re.compile(r"[{}]")
_NAME = re.compile(r"[.#][A-Za-z_][\w-]*")  # a selector of one class or id, or such a part of a longer one
_HIDES = re.compile(r"(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.I)
_SHOWS = re.compile(r"(?:^|;)\s*(?:display|visibility)\s*:", re.I)
_WIDER = re.compile(r"(?:^|\s)(?:d-)?(?:sm|md|lg|xl|xxl|2xl)[-:](?!none|hidden)\w")  # shown on wider screens
_ACTS = ", ".join(("script", *(f"[{name}]" for name in table("anatomy")["hidden"]["handlers"])))
_FRAMEWORKS: Mapping[str, str] = table("anatomy")["hidden"]["frameworks"]


def hidden_names(tree: LexborHTMLParser) -> frozenset[str]:
    """The classes (".x") and ids ("#x") that the page's style sheets hide; none where a script may show them again."""
    sheets = tree.css("style, link[rel=stylesheet]")
    if not sheets or tree.css_first(_ACTS) is not None:
        return frozenset()
    linked = " ".join((sheet.attributes.get("href") or "").lower() for sheet in sheets if sheet.tag == "link")
    hidden = {name for word, name in _FRAMEWORKS.items() if word in linked}
    shown: set[str] = set()
    text = "\n".join(sheet.text() or "" for sheet in sheets if sheet.tag == "style")[:_MOST]
    for selectors, body in _rules(_COMMENT.sub(" ", text)):
        hides = _HIDES.search(body) is not None
        if not hides and _SHOWS.search(body) is None:
            continue
        for selector in selectors.split(","):
            if hides and _NAME.fullmatch(selector.strip()):
                hidden.add(selector.strip())
            elif not hides:
                shown.update(_NAME.findall(selector))
    return frozenset(hidden - shown)


def concealed_by(names: frozenset[str], attributes: Mapping[str, str | None], zone: Zone) -> bool:
    """Whether an element bears one of the hidden ``names`` and is no collapsed part, nor hidden on telephones."""
    classes = attributes.get("class") or ""
    own = {f".{name}" for name in classes.split()} | {f"#{attributes.get('id')}"}
    return not names.isdisjoint(own) and not _WIDER.search(classes) and not collapsed(attributes, zone)


def _rules(text: str) -> Iterator[tuple[str, str]]:
    """The selectors and the body of each rule that holds on any screen."""
    depth = start = 0
    selectors = ""
    for brace in _BRACE.finditer(text):
        if brace[0] == "{":
            if not depth:
                selectors = text[start : brace.start()].rpartition(";")[2].strip()
            depth, start = depth + 1, brace.end()
        elif depth:
            depth -= 1
            if not depth:
                if not selectors.startswith("@"):
                    yield selectors, text[start : brace.start()]
                start = brace.end()
