"""An earlier round judged once more by today's rules and today's auditor, so that their changes can be told apart."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from auditor.model import Scorecard
from auditor.round import Assessed, Job, assess
from auditor.rules.pack import Pack
from auditor.store import Store
from auditor.work.engine import engine, run

_log = logging.getLogger(__name__)


def scored_again(
    round_id: str, out: Path, pack: Pack, *, only: Collection[str] | None = None, engine_name: str = "proses"
) -> tuple[Scorecard, ...]:
    """The cards of a stored round as they would be by ``pack``, in its order; the history itself stays as it is.

    People's corrections of that round hold. Offices whose snapshot is gone or cannot be judged are left out.
    """
    with Store.open(out) as store:
        offices = tuple(card.site for card in store.cards(round_id))
        snapshots, corrections = store.snapshots(round_id), store.corrections(round_id)
    pack = replace(pack, rules=tuple(rule.model_copy(update={"example": []}) for rule in pack.rules))  # travels lighter
    jobs = []
    for site in offices:
        warc, _ = snapshots.get(site.id, (None, ""))
        if warc is not None and (out / warc).is_file() and (only is None or site.id in only):
            own = tuple(c for c in corrections if c.site_id == site.id)
            jobs.append(Job(out / warc, pack, round_id, site, own, offices))
    found: dict[Path, Scorecard] = {}

    def take_in(job: Job, result: Assessed | Exception) -> None:
        if isinstance(result, Exception):
            _log.warning("%s could not be scored again", job.warc, exc_info=result)
        else:
            found[job.warc] = result.card

    workers = engine(engine_name)
    try:
        run(workers, assess, jobs, take_in)
    finally:
        workers.close()
    return tuple(found[job.warc] for job in jobs if job.warc in found)
