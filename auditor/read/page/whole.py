"""What the whole of a page tells each of its parts: whose address it has, what its ids open, what its styles hide."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from urllib.parse import urlsplit

from selectolax.lexbor import LexborHTMLParser

from auditor.read.page.head import base_of
from auditor.read.page.panels import ids_of, panel_labels
from auditor.read.page.sheets import hidden_names
from auditor.web.hosts import canonical

#: How far an address as written depends on the page it stands on: not at all, on its site, its folder, or itself.
_ANYWHERE, _SITE, _FOLDER, _PAGE = range(4)
_WHOLE = re.compile(r"https?://|(?!https?:)[a-z][a-z0-9+.-]*:", re.I)
_IN_FOLDER = re.compile(r"(?!https?:)[\w.~%-]", re.I | re.A)


class Whole:
    """One page, as its parts see it. ``hidden``: the classes and ids that its style sheets hide."""

    def __init__(self, tree: LexborHTMLParser, url: str) -> None:
        self._tree = tree
        self.base = base_of(tree, url)
        self.panels: Mapping[str, str] = panel_labels(tree)  # by the id of the panel that a tab's label opens
        self.hidden = hidden_names(tree)

    @cached_property
    def ids(self) -> frozenset[str]:
        """What "#..." may point at."""
        return ids_of(self._tree)

    @cached_property
    def scopes(self) -> tuple[object, ...]:
        """The page's address as far as addresses on it depend on it, nearest last."""
        try:
            parts = urlsplit(self.base)
            site = (parts.scheme, parts.netloc)
        except ValueError:
            return ("", self.base, self.base, self.base)
        return ("", site, (site, parts.path.rpartition("/")[0]), self.base)

    def address(self, raw: str) -> str:
        """The canonical address of what a link on the page names, "" for none."""
        return canonical(raw, self.base)

    def itself(self) -> str:
        """The page's own address, to which what names none leads."""
        return self.base

    def leads_to(self, fragment: str) -> bool:
        """Whether "#fragment" points at something on the page."""
        return fragment in self.ids

    def label_of(self, identity: str) -> str | None:
        """The label of the tab or accordion that opens an element, None where none does."""
        return self.panels.get(identity)


class Asked(Whole):
    """A page that notes what it is asked: a part reads alike on every page that answers alike."""

    def __init__(self, whole: Whole) -> None:
        self._whole: Whole | None = whole
        self.base, self.panels, self.hidden = whole.base, whole.panels, whole.hidden
        self._depends = _ANYWHERE
        self._led: dict[str, bool] = {}
        self._identities: set[str] = set()
        self._scope: object = None
        self._labels: Mapping[str, str] = {}

    def address(self, raw: str) -> str:
        self._depends = max(self._depends, _dependence(raw))
        return canonical(raw, self.base)

    def itself(self) -> str:
        self._depends = _PAGE
        return self.base

    def leads_to(self, fragment: str) -> bool:
        assert self._whole is not None
        self._led[fragment] = led = self._whole.leads_to(fragment)
        return led

    def label_of(self, identity: str) -> str | None:
        self._identities.add(identity)
        return self.panels.get(identity)

    def close(self) -> None:
        """Ends the questions, and lets the page go."""
        assert self._whole is not None
        self._scope = self._whole.scopes[self._depends]
        self._labels = self._opened(self._whole)
        self._whole, self.panels = None, {}

    def alike(self, other: Whole) -> bool:
        """Whether another page answers everything that was asked as this one did."""
        return (
            self._scope == other.scopes[self._depends]
            and self._labels == self._opened(other)
            and all(other.leads_to(fragment) is led for fragment, led in self._led.items())
        )

    def _opened(self, page: Whole) -> dict[str, str]:
        return {identity: label for identity, label in page.panels.items() if identity in self._identities}


def _dependence(raw: str) -> int:
    if _WHOLE.match(raw):
        return _ANYWHERE
    if raw.startswith("/"):
        return _SITE
    return _FOLDER if _IN_FOLDER.match(raw) else _PAGE
