"""What was read of the pages of sites between their crawl and their scoring, so that no page is read twice."""

from __future__ import annotations

from typing import Final

from auditor.model import Fetch, Site
from auditor.read.page.anatomy import Anatomy

_HEAVY: Final = 1_000_000  # bytes of a page


class Readings:
    """The pages of each site by record id, from the crawl until the site is scored.

    A site with a page out of the common is left to a worker that reads everything again, within its limits.
    """

    def __init__(self) -> None:
        self._of: dict[str, dict[str, Anatomy]] = {}
        self._heavy: set[str] = set()

    def take(self, site: Site, fetch: Fetch, anatomy: Anatomy) -> None:
        """Keeps what was read of a page."""
        if anatomy.cut or anatomy.risky or len(fetch.body) > _HEAVY:
            self._heavy.add(site.id)
            self._of.pop(site.id, None)
        if site.id not in self._heavy:
            self._of.setdefault(site.id, {})[fetch.record_id] = anatomy

    def of(self, site_id: str) -> dict[str, Anatomy]:
        """What was read of a site, which is let go here; {} where it must be read again."""
        return self._of.pop(site_id, {})
