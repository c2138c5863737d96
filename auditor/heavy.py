"""What made the scoring of a stored site too heavy: found once, remembered beside its WARC, left out from then on.

Readers are bounded by counts, so this is for what nobody thought of. Without it one page would cost its whole site, and
again at every start.
"""

from __future__ import annotations

import json
import logging
from dataclasses import replace
from pathlib import Path

from auditor.model import Fetch, FetchRole, FetchStatus, SiteState, SiteStatus, Snapshot
from auditor.read.observe import observe
from auditor.readings import Readings
from auditor.snapshot import read_snapshot
from auditor.web.hosts import canonical
from auditor.work.reading import WorkerCrash, reading

_log = logging.getLogger(__name__)


def memory_of(warc: Path) -> Path:
    """Where the heavy records of a WARC are remembered."""
    return warc.with_name(warc.name.removesuffix(".warc.gz") + ".berat.json")


def find_heavy(warc: Path, digest: str) -> tuple[str, ...]:
    """The ids of the records that alone exceed the limits; they are remembered for the WARC of this digest."""
    snapshot = read_snapshot(warc)
    heavy = [fetch.record_id for fetch in snapshot.fetches if fetch.body and _is_heavy(snapshot, fetch)]
    memory_of(warc).write_text(json.dumps({"sha256": digest, "catatan": heavy}), encoding="utf-8")
    return tuple(heavy)


def without_heavy(snapshot: Snapshot, warc: Path, digest: str, readings: Readings) -> Snapshot:
    """The snapshot with the records found too heavy unread; as it is where none were."""
    try:
        known = json.loads(memory_of(warc).read_text(encoding="utf-8"))
        heavy = frozenset(known["catatan"]) if known["sha256"] == digest else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        heavy = frozenset()
    pages = [fetch for fetch in snapshot.fetches if fetch.record_id not in heavy and _is_page(fetch)]
    heavy |= {fetch.record_id for fetch in pages if not _parses(fetch, readings)}
    if not heavy:
        return snapshot
    fetches = tuple(
        replace(fetch, status=FetchStatus.TOO_HEAVY, body=b"") if fetch.record_id in heavy else fetch
        for fetch in snapshot.fetches
    )
    if any(fetch.role is FetchRole.HOME and fetch.record_id in heavy for fetch in fetches):
        snapshot = replace(snapshot, status=SiteStatus(SiteState.UNREACHABLE, FetchStatus.TOO_HEAVY))
    return replace(snapshot, fetches=fetches)


def _is_page(fetch: Fetch) -> bool:
    return bool(fetch.body) and "html" in fetch.media_type


def _parses(fetch: Fetch, readings: Readings) -> bool:
    if fetch.status is FetchStatus.TOO_HEAVY:  # found so by the crawl
        return False
    return readings.bears(fetch.body, canonical(fetch.address))


def _is_heavy(snapshot: Snapshot, fetch: Fetch) -> bool:
    try:
        reading.do(_alone, replace(snapshot, fetches=(fetch,), skipped=()))
    except WorkerCrash as error:
        _log.info("%s is too heavy: %s", fetch.url, error)
        return True
    except Exception:  # noqa: BLE001 - a fault is no weight; scoring tells it
        return False
    return False


def _alone(snapshot: Snapshot) -> None:
    observe(snapshot)
