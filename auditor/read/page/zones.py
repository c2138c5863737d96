"""Where on a page something stands, and whether it is shown at all."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from auditor.data import table
from auditor.observations import Zone

#: Python 3.11 takes ten times as long to find a member of an enumeration as a name, and most elements ask for one.
MAIN, NAV, FOOTER = Zone.MAIN, Zone.NAV, Zone.FOOTER
CONTENT = (Zone.MAIN, Zone.ASIDE)
TOP = (Zone.NAV, Zone.HEADER)

_ANATOMY = table("anatomy")
_TOKENS: Mapping[str, Zone] = {
    token: Zone[name.upper()] for name in ("nav", "header", "footer", "aside") for token in _ANATOMY["zones"][name]
}
_CONTENT_HEADER = tuple(_ANATOMY["zones"]["content_header"])
_LINES = frozenset(_ANATOMY["zones"]["lines"])
LINE_LENGTH = int(_ANATOMY["zones"]["line_length"])
_COLLAPSIBLE = tuple(_ANATOMY["collapsible"]["tokens"])
_TOGGLE_ATTRIBUTES = tuple(_ANATOMY["toggle"]["attributes"])
_TOGGLE_TOKENS = frozenset(_ANATOMY["toggle"]["tokens"])
_SWITCHES = frozenset({"button", "summary"})
_LIBRARIES = tuple(_ANATOMY["collapsible"]["attributes"])
_STREAMED = re.compile(r"S:[0-9a-f]+$")  # a part of the page that React sends later and shows at once
_HIDING = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|(?:left|top|text-indent|margin-left)\s*:\s*-\d{3,}|font-size\s*:\s*0(?:px|em|;|$|\s)|opacity\s*:\s*0(?:;|$|\s)",
    re.I,
)
#: beside "opacity: 0": the element comes in with an animation, and stays
_ENTERING = re.compile(
    r"(?:^|;)\s*(?:transform|filter|transition|animation|translate|scale|will-change)[\w-]*\s*:", re.I
)
ZONED = frozenset({"nav", "footer", "main", "article", "aside", "header"})  # stand for a zone without a name
_BLOCKS = frozenset({"div", "section", "ul", "ol", "table", "td", "center", "p", "span", "form"}) | ZONED - {"main"}
NAMED = _BLOCKS | ZONED  # whose names tell a zone; of any other only its role does
_ROLES: Mapping[str, Zone] = {
    **dict.fromkeys(("navigation", "menubar", "menu"), Zone.NAV),
    "contentinfo": Zone.FOOTER,
    "main": Zone.MAIN,
    "complementary": Zone.ASIDE,
}
_MAX_NAMES = 500  # characters; longer names are no site's template


def zone_of(tag: str, attributes: Mapping[str, str | None], outer: Zone) -> Zone:
    """The zone of an element, given the zone around it. A menu or footer is not left again from within."""
    if outer is FOOTER:
        return outer
    if outer is NAV:
        return FOOTER if tag == "footer" else outer
    role = attributes.get("role") or ""
    if not role and tag not in NAMED:
        return outer
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    if len(tag) + len(role) + len(names) <= _MAX_NAMES:
        return _remembered(tag, role, names, outer)
    return _zone(tag, role, names, outer)


def _zone(tag: str, role: str, names: str, outer: Zone) -> Zone:
    by_role = _ROLES.get(role)
    if tag == "nav" or by_role is Zone.NAV:
        return Zone.NAV
    if tag == "footer" or by_role is Zone.FOOTER:
        return Zone.FOOTER
    if tag in ("main", "article") or by_role is Zone.MAIN:
        return Zone.MAIN
    if tag == "aside" or by_role is Zone.ASIDE:
        return Zone.ASIDE
    words = names.lower()
    if tag == "header":
        return Zone.HEADER if outer is not Zone.ASIDE and not _content_header(words) else outer
    if tag in _BLOCKS:
        tokens = words.split()
        if "top-0" in tokens and ("sticky" in tokens or "fixed" in tokens):
            return Zone.HEADER  # utility classes name no part, but only a site's head clings to the top
        for token in tokens:
            zone = _TOKENS.get(token)
            if zone is not None and not (zone is Zone.HEADER and tag in ("p", "span", "td")):
                return zone
    return outer


def is_line(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is named after a part of a page that is one line: where one is, the pages of a list."""
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''}"
    return not _LINES.isdisjoint(names.lower().split())


#: the elements of a template come again on every page
_remembered = lru_cache(maxsize=8192)(_zone)


def _content_header(names: str) -> bool:
    """Whether a <header> is a page's or an article's own ("entry-header"), not the site's."""
    return any(word in names for word in _CONTENT_HEADER)


def concealed(tag: str, attributes: Mapping[str, str | None], zone: Zone, after: str | None = None) -> bool:
    """Whether an element is hidden from visitors for good; collapsed menus, tabs and accordions are not.

    ``after``: the tag of the element in front of it. What follows a button, what a script library opens (Alpine, Vue,
    Radix ...) and what stands in a menu is collapsed; text moved off the screen or shrunk to nothing never is.
    """
    if not attributes:
        return False
    style = attributes.get("style")
    hiding = _HIDING.search(style) if style else None
    if hiding is not None and hiding.group(0).lower().startswith("opacity") and _ENTERING.search(style or ""):
        hiding = None
    if hiding is None and ("hidden" not in attributes or _STREAMED.match(attributes.get("id") or "")):
        return False
    if tag in ("img", "body", "html", "input"):
        return False
    closed = hiding is None or hiding.group(0).lower().startswith("display")
    if closed and (after in _SWITCHES or zone in TOP or any(key.startswith(_LIBRARIES) for key in attributes)):
        return False
    return not _named_collapsible(attributes)


def collapsed(attributes: Mapping[str, str | None], zone: Zone) -> bool:
    """Whether a hidden element is a part of the page that opens, by where it stands or by its names."""
    return zone in TOP or _named_collapsible(attributes)


def _named_collapsible(attributes: Mapping[str, str | None]) -> bool:
    names = f"{attributes.get('class') or ''} {attributes.get('id') or ''} {attributes.get('role') or ''}".lower()
    return any(token in names for token in _COLLAPSIBLE)


def panel_id(tag: str, attributes: Mapping[str, str | None]) -> bool:
    """Whether an element with an id is a panel that a tab or accordion opens."""
    if attributes.get("role") == "tabpanel":
        return True
    names = (attributes.get("class") or "").lower()
    return tag in ("div", "section", "article", "ul", "p") and any(
        token in names for token in ("tab", "pane", "collapse", "accordion", "panel", "content")
    )


def toggles(attributes: Mapping[str, str | None]) -> bool:
    """Whether a button is a switch of its own page (menu, tab, carousel) rather than a link."""
    if any(key in attributes for key in _TOGGLE_ATTRIBUTES) or attributes.get("role") == "tab":
        return True
    return not _TOGGLE_TOKENS.isdisjoint((attributes.get("class") or "").lower().split())
