"""What was read of the pages of sites between their crawl and their scoring, so that no page is read twice."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar, cast

from auditor.model import Fetch, Site
from auditor.read.page.anatomy import Anatomy

_Item = TypeVar("_Item")
_HEAVY: Final = 1_000_000  # bytes of a page


class Readings:
    """The pages of each site by record id, from the crawl until the site is scored.

    A site with a page out of the common is left to a worker that reads everything again, within its limits.
    """

    def __init__(self) -> None:
        self._of: dict[str, dict[str, Anatomy]] = {}
        self._known: dict[str, dict[object, object]] = {}
        self._heavy: set[str] = set()

    def take(self, site: Site, fetch: Fetch, anatomy: Anatomy) -> None:
        """Keeps what was read of a page."""
        if anatomy.cut or anatomy.risky or len(fetch.body) > _HEAVY:
            self._heavy.add(site.id)
            self.of(site.id)
        if site.id not in self._heavy:
            self._of.setdefault(site.id, {})[fetch.record_id] = self._lean(site.id, anatomy)

    def _lean(self, site_id: str, anatomy: Anatomy) -> Anatomy:
        """The anatomy with what other pages of its site have, too, held once for all: menus, headers, footers."""
        known = self._known.setdefault(site_id, {})

        def once(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
            return tuple([cast(_Item, known.setdefault(item, item)) for item in items])

        return replace(
            anatomy,
            blocks=once(anatomy.blocks),
            links=once(anatomy.links),
            images=once(anatomy.images),
            link_paths=once(anatomy.link_paths),
            image_paths=once(anatomy.image_paths),
        )

    def of(self, site_id: str) -> dict[str, Anatomy]:
        """What was read of a site, which is let go here; {} where it must be read again."""
        self._known.pop(site_id, None)
        return self._of.pop(site_id, {})
