"""One stored site judged: the whole way from a snapshot's bytes to its scorecard, in whatever process works at it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from auditor import __version__
from auditor.audit import audit
from auditor.heavy import find_heavy, without_heavy
from auditor.limited import read_document
from auditor.model import (
    Correction,
    CrawlSettings,
    FetchStatus,
    Look,
    OfficeKind,
    Scorecard,
    Seen,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.newsfigures import summarise
from auditor.observations import Observations
from auditor.pictured import judge
from auditor.read.observe import observe
from auditor.readings import Readings
from auditor.rules.pack import Pack
from auditor.score import score
from auditor.snapshot import SnapshotError, read_head, read_snapshot


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


def assess(job: Job, readings: Readings | None = None) -> Assessed:
    """The scorecard of a stored snapshot: the whole way from bytes to figures, the same for the same bytes.

    ``readings`` are those of the site's crawl, where it was just crawled. SnapshotError for a damaged file.
    """
    card, digest = _assessed(job, readings or Readings())
    found = (_look(replace(job, warc=path, pictures=False)) for path in job.looks)
    looks = sorted((look for look in found if look is not None), key=lambda look: look.finished_at)
    return Assessed(replace(card, looks=tuple(looks), corrections=job.corrections), digest)


def _assessed(job: Job, readings: Readings) -> tuple[Scorecard, str]:
    """The scorecard of one snapshot, and the digest of its file."""
    digest = digest_of(job.warc)
    snapshot = without_heavy(read_snapshot(job.warc), job.warc, digest, readings)
    if job.site is not None:
        snapshot = replace(snapshot, site=job.site)
    kanwil = snapshot.site.kind is OfficeKind.KANWIL
    offices = [office for office in job.offices if kanwil and office.province == snapshot.site.province]
    offices.sort(key=lambda office: office.id)  # whatever list they come from, the same card
    observations = observe(
        snapshot, sections=job.pack.sections, offices=offices, read_document=read_document, read_page=readings.read
    )
    judged = judge(snapshot, observations, job.pack, job.warc, corrections=job.corrections, look=job.pictures)
    news = summarise(observations.news, observations.today, offices)
    return score(snapshot, observations, judged.findings, job.pack, job.round_id, news), digest


def _look(job: Job) -> Look | None:
    """How a site stood at another look, without a score where it could not be read; None for a damaged snapshot."""
    try:
        head = read_head(job.warc)
        if not head.status.readable:
            return Look(head.finished_at, head.status.state)
        card, _ = _assessed(job, Readings())
    except SnapshotError:
        return None
    seen = tuple(Seen(f.rule_id, f.outcome, f.points, f.expired) for f in card.findings)
    return Look(head.finished_at, head.status.state, card.score, card.band, seen)


def digest_of(warc: Path) -> str:
    """The sha256 of a snapshot's file."""
    with warc.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def not_assessed(job: Job, error: Exception) -> Assessed:
    """The card of a site whose snapshot our own fault kept us from judging: nothing is counted for or against it."""
    site_id = job.warc.name.removesuffix(".warc.gz")
    try:
        snapshot = read_head(job.warc)
    except SnapshotError:
        when = datetime.fromtimestamp(job.warc.stat().st_mtime, UTC)
        snapshot = Snapshot(unknown_site(site_id), SiteStatus(SiteState.UNREACHABLE), when, when, CrawlSettings(""))
    detail = f"{type(error).__name__}: {error}"[:300]
    status = SiteStatus(SiteState.UNREACHABLE, FetchStatus.INTERNAL_ERROR, detail)
    snapshot = replace(snapshot, status=status, site=job.site or snapshot.site)
    observations = Observations(snapshot.site, status, snapshot.finished_at.astimezone(UTC).date())
    findings = audit(observations, job.pack, corrections=job.corrections, checks={})
    card = score(snapshot, observations, findings, job.pack, job.round_id)
    return Assessed(replace(card, corrections=job.corrections), "")


def unknown_site(site_id: str) -> Site:
    """An office of which nothing is known but its id."""
    return Site(site_id, site_id, OfficeKind.KABUPATEN, "")
