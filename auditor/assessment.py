"""One stored site judged: the whole way from a snapshot's bytes to its scorecard, in whatever process works at it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from auditor.audit import audit
from auditor.heavy import without_heavy
from auditor.job import Assessed, Job, digest_of, unknown_site
from auditor.limited import read_document
from auditor.model import (
    CrawlSettings,
    FetchStatus,
    Look,
    OfficeKind,
    Scorecard,
    Seen,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.newsfigures import summarise
from auditor.observations import Observations
from auditor.pictured import judge
from auditor.read.observe import observe
from auditor.readings import Readings
from auditor.score import score
from auditor.snapshot import SnapshotError, read_head, read_snapshot


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
