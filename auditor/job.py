"""What scoring one stored site needs, and what comes of it, as they travel between processes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from auditor import __version__
from auditor.model import Correction, OfficeKind, Scorecard, Site
from auditor.rules.pack import Pack


@dataclass(frozen=True, slots=True)
class Job:
    """All that scoring one site needs, as it travels to a worker."""

    warc: Path
    pack: Pack
    round_id: str
    site: Site | None = None  # as the list has it now; None: as it was when it was crawled
    corrections: tuple[Correction, ...] = ()
    offices: tuple[Site, ...] = ()  # a Kanwil's news is attributed to these
    pictures: bool = False  # read what nobody has read yet in its pictures and scans
    looks: tuple[Path, ...] = ()  # the snapshots of the other looks at the site in this round

    def lighten(self) -> None:
        """Finds the records that were too heavy to be read, to be left out from here on."""
        from auditor.heavy import find_heavy  # loaded where pages are read: most processes only hand jobs over

        find_heavy(self.warc, digest_of(self.warc))

    def basis(self, finished_at: datetime | None) -> str:
        """What the card of a snapshot finished then is made from, in one word: the same basis, the same card."""
        decisions = sorted((c.rule_id, repr(replace(c, file="", line=None))) for c in self.corrections)
        offices = sorted(office.id for office in self.offices) if _is_kanwil(self.site) else []
        looks = sorted(path.name for path in self.looks)
        made_from = (__version__, finished_at, self.pack.info, self.site, decisions, offices, looks)
        return hashlib.sha256(repr(made_from).encode("utf-8", "replace")).hexdigest()


def _is_kanwil(site: Site | None) -> bool:
    return site is None or site.kind is OfficeKind.KANWIL


@dataclass(frozen=True, slots=True)
class Assessed:
    """A site's result and the digest of the file it was made from."""

    card: Scorecard
    sha256: str


def digest_of(warc: Path) -> str:
    """The sha256 of a snapshot's file."""
    with warc.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def unknown_site(site_id: str) -> Site:
    """An office of which nothing is known but its id."""
    return Site(site_id, site_id, OfficeKind.KABUPATEN, "")
