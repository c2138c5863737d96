"""Which offices of a round a scheduler's run still has to look at: none, once the round is complete."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Final

from auditor.data import table
from auditor.model import Site, SiteState
from auditor.proof import addresses_of, warc_path
from auditor.snapshot import SnapshotError, read_head
from auditor.store import DATABASE, Store

DAYS: Final = int(table("putaran")["hari_percobaan"])


@dataclass(frozen=True, slots=True)
class Due:
    """What is left of a round, as ids of offices."""

    open: tuple[str, ...]  # to be looked at now
    waiting: tuple[str, ...] = ()  # could not be opened today; tried again on another day
    shut: tuple[str, ...] = ()  # could not be opened on as many days as a site is tried


def due(out: Path, round_id: str, sites: Sequence[Site], now: datetime) -> Due:
    """What the round still needs of ``sites``; ``now`` tells the day, by its own time zone.

    A site that cannot be opened is tried again on another day, on three in all: a server may be down for an evening.
    A site whose addresses have changed is looked at anew. StoreError as ``Store.open``.
    """
    if not (out / DATABASE).is_file():
        return Due(tuple(site.id for site in sites))
    found: list[str] = []
    waiting: list[str] = []
    shut: list[str] = []
    with Store.open(out) as store:
        scored = store.bases(round_id)
        for site in sites:
            looks = store.attempts(round_id, site.id)
            if site.id not in scored or not looks or not _same_site(out, round_id, site):
                found.append(site.id)
            elif looks[-1][1] == SiteState.UNREACHABLE:
                days = {when.astimezone(now.tzinfo).date() for when, _ in looks}
                group = shut if len(days) >= DAYS else waiting if now.date() in days else found
                group.append(site.id)
    return Due(tuple(found), tuple(waiting), tuple(shut))


def _same_site(out: Path, round_id: str, site: Site) -> bool:
    """Whether the snapshot of a site is there, and of the addresses it has today."""
    try:
        return addresses_of(read_head(warc_path(out, round_id, site.id)).site) == addresses_of(site)
    except (OSError, SnapshotError):
        return False
