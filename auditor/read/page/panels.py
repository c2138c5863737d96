"""What heads the parts of a page: headings, tabs and accordions; and where a fragment of an address may point."""

from __future__ import annotations

import re
from collections.abc import Mapping

from selectolax.lexbor import LexborHTMLParser

_OPENERS = '[data-target^="#"], [data-bs-target^="#"], [aria-controls], a[href^="#"]'
_TARGETS = ("data-bs-target", "data-target", "aria-controls", "href")
_LONGEST = 150  # characters of a label
_MENU_ITEM = frozenset({"dropdown", "nav-item", "menu-item", "has-dropdown", "has-submenu"})  # menus without lists
_SUBMENU = re.compile(r"(?:^|[\s_-])(?:dropdown-menu|sub-?menu|mega-?menu|dropdown-content|sub-nav)", re.I)


class Outline:
    """The headings over the place that is being read.

    ``nearest`` is the last one; ``above`` all of them, outermost first, without the page's own: "Tahun 2025 > LHKPN".
    """

    __slots__ = ("_levels", "above", "nearest")

    def __init__(self) -> None:
        self._levels = [""] * 8
        self.nearest = self.above = ""

    def add(self, text: str, level: int) -> None:
        """Takes up a heading, which ends those of its own level and below."""
        self._levels[level] = self.nearest = text
        self._levels[level + 1 :] = [""] * (7 - level)
        self.above = " > ".join(heading for heading in self._levels[2:] if heading) or self._levels[1]


def acts_as_heading(attributes: Mapping[str, str | None], classes: str) -> bool:
    """Whether an element heads what follows without being a heading: a tab, an accordion's button."""
    if "role" in attributes and attributes["role"] in ("tab", "heading"):
        return True
    return bool(classes) and ("accordion-button" in classes or "elementor-tab-title" in classes)


def is_menu_item(classes: str) -> bool:
    """Whether an element is an entry of a menu that is no list."""
    return not _MENU_ITEM.isdisjoint(classes.lower().split())


def is_submenu(classes: str) -> bool:
    """Whether a <div> holds the entries below a menu's entry."""
    return _SUBMENU.search(classes) is not None


def panel_labels(tree: LexborHTMLParser) -> dict[str, str]:
    """The labels of tabs and accordions by the id of the panel they open."""
    labels: dict[str, str] = {}
    for node in tree.css(_OPENERS)[:2000]:
        attributes = node.attributes
        target = next(filter(None, ((attributes.get(key) or "").lstrip("#") for key in _TARGETS)), "")
        label = " ".join(node.text(separator=" ").split()) if target else ""
        if 0 < len(label) <= _LONGEST:
            labels.setdefault(target, label)
    return labels


def ids_of(tree: LexborHTMLParser) -> frozenset[str]:
    """Every id on the page, and every name of an anchor."""
    ids = frozenset((node.attributes.get("id") or "") for node in tree.css("[id]")[:20_000])
    names = frozenset((node.attributes.get("name") or "") for node in tree.css("a[name]")[:2000])
    return (ids | names) - {""}
