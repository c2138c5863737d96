"""An earlier round judged once more by today's rules and today's auditor, so that their changes can be told apart."""

from __future__ import annotations

import logging
from collections.abc import Collection
from dataclasses import replace
from pathlib import Path

from auditor.job import Assessed, Job
from auditor.judging import assess
from auditor.model import Scorecard
from auditor.proof import snapshot_of
from auditor.rules.pack import Pack
from auditor.store import Store, without_proofs
from auditor.work.engine import engine, run

_log = logging.getLogger(__name__)


def scored_again(
    round_id: str, out: Path, pack: Pack, *, only: Collection[str] | None = None, engine_name: str = "proses"
) -> tuple[Scorecard, ...]:
    """The cards of a stored round as they would be by ``pack``, in its order; the history itself stays as it is.

    People's corrections of that round hold; the cards of a large round are without proofs. Offices whose snapshot is
    gone or cannot be judged are left out.
    """
    with Store.open(out) as store:
        cards = store.cards(round_id, proofs=False)
        many = store.many(round_id)
        offices = store.sites(round_id)
        corrections = store.corrections(round_id)
    pack = replace(pack, rules=tuple(rule.model_copy(update={"example": []}) for rule in pack.rules))  # travels lighter
    jobs = []
    listed = {card.site.id: card.listed for card in cards}
    for card in cards:
        warc = snapshot_of(out, card)
        if warc is not None and (only is None or card.site.id in only):
            own = tuple(c for c in corrections if c.site_id == card.site.id)
            jobs.append(Job(warc, pack, round_id, card.site, own, offices))
    found: dict[Path, Scorecard] = {}

    def take_in(job: Job, result: Assessed | Exception) -> None:
        if isinstance(result, Exception):
            _log.warning("%s could not be scored again", job.warc, exc_info=result)
        else:
            card = replace(result.card, listed=listed[result.card.site.id])
            found[job.warc] = without_proofs(card) if many else card

    workers = engine(engine_name)
    try:
        run(workers, assess, jobs, take_in)
    finally:
        workers.close()
    return tuple(found[job.warc] for job in jobs if job.warc in found)
