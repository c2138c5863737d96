"""What the history tells of many rounds at once, without reading a single card."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from auditor.model import OfficeKind, PastScore
from auditor.store.history import Store


@dataclass(frozen=True, slots=True)
class RoundSummary:
    """One round in a line."""

    id: str
    begun: datetime | None  # when the first site was opened; None where none was
    done: datetime | None
    offices: int  # on its list
    scored: int
    ranked: int
    packs: tuple[str, ...]  # "kip-kankemenag 1.1.0", more than one while it is scored again
    profiles: tuple[str, ...]
    corrections: int  # that decide, or did until they expired
    objections: int  # still open


def round_summaries(store: Store) -> tuple[RoundSummary, ...]:
    """Every round that has an office, oldest first, those without a result last."""
    scores = {
        row[0]: row[1:]
        for row in store.query(
            "SELECT round, count(*), sum(band IS NOT NULL), min(nullif(finished_at, '')),"
            " group_concat(DISTINCT pack_name || ' ' || pack_version), group_concat(DISTINCT profile)"
            " FROM scores JOIN sites USING (round)"
            " WHERE sites.id = site_id AND listed GROUP BY round"
        )
    }
    times = {
        row[0]: (_when(row[1]), _when(row[2]))
        for row in store.query(
            "SELECT round, min(nullif(started_at, '')), max(finished_at) FROM snapshots GROUP BY round"
        )
    }
    decided = {
        row[0]: row[1:]
        for row in store.query(
            "SELECT round, sum(status = 'diterima'), sum(status = 'diajukan') FROM corrections GROUP BY round"
        )
    }
    found = []
    for round_id, offices in store.query("SELECT round, count(*) FROM sites WHERE listed GROUP BY round"):
        scored, ranked, first, packs, profiles = scores.get(round_id, (0, 0, "", "", ""))
        begun, done = times.get(round_id, (None, None))
        counts = decided.get(round_id, (0, 0))
        named = [tuple(sorted(filter(None, (text or "").split(",")))) for text in (packs, profiles)]
        line = RoundSummary(round_id, begun, done, offices, scored, ranked or 0, named[0], named[1], *counts)
        found.append((not scored, first or "", line))
    return tuple(line for *_, line in sorted(found, key=lambda each: (*each[:2], each[2].id)))


def past_scores(store: Store, rounds: Iterable[str]) -> tuple[PastScore, ...]:
    """The results of all listed offices in these rounds, round by round in their order."""
    query = (
        "SELECT site_id, province, area, json_extract(site, '$.kind'), CASE WHEN band IS NOT NULL THEN score END"
        " FROM scores JOIN sites ON sites.round = scores.round AND sites.id = site_id"
        " WHERE scores.round = ? AND listed ORDER BY position, site_id"
    )
    return tuple(
        PastScore(round_id, site_id, province, area, OfficeKind(kind or OfficeKind.KABUPATEN), score)
        for round_id in rounds
        for site_id, province, area, kind, score in store.query(query, round_id)
    )


def _when(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
