"""The path of labels by which a visitor reaches a page: Beranda > PPID > Informasi Berkala."""

from __future__ import annotations

from collections.abc import Mapping

from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.site.template import Template

MAX_DEPTH = 4
MAX_LABEL = 120


class Trails:
    """The trail of every page of a site: through the menu where the menu leads there, else through pages' own links."""

    def __init__(self, pages: Mapping[str, Anatomy], template: Template, aliases: Mapping[str, str]) -> None:
        self._trails: dict[str, tuple[str, ...]] = {}
        own: dict[str, list[tuple[str, str]]] = {}
        leading: dict[int, tuple[str, str]] = {}  # link -> where it leads and its label; the same on many pages
        for url, page in pages.items():
            for link, where in zip(page.links, page.link_paths, strict=True):
                lead = leading.get(id(link))
                if lead is None:
                    target = aliases.get(link.url, link.url)
                    lead = leading[id(link)] = (target if target in pages else "", link.name[:MAX_LABEL])
                target, label = lead
                if not target or target == url or not label:
                    continue
                if link.zone in (Zone.NAV, Zone.HEADER) or (
                    link.zone is not Zone.MAIN and template.repeated(link, where)
                ):
                    path = (*(p for p in link.section.split(" > ") if p and link.zone is Zone.NAV), label)
                    known = self._trails.get(target)
                    if known is None or len(path) > len(known):
                        self._trails[target] = path[-MAX_DEPTH:]
                else:
                    own.setdefault(url, []).append((target, label))
        home = next(iter(pages), "")
        reached = [url for url in pages if url in self._trails and url != home]
        if home:
            self._trails[home] = ()
            reached.insert(0, home)
        for url in reached:  # grows while it is walked: breadth first from the menu
            trail = self._trails[url]
            if len(trail) >= MAX_DEPTH:
                continue
            for target, label in own.get(url, ()):
                if target not in self._trails:
                    self._trails[target] = (*trail, label)
                    reached.append(target)

    def trail(self, url: str) -> tuple[str, ...]:
        """The labels that lead to a page, outermost first; () for the home page and for pages no link leads to."""
        return self._trails.get(url, ())
