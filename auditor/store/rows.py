"""Findings, evidence and corrections as the rows of audit.db, there and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any, Final

from pydantic import TypeAdapter

from auditor.model import (
    Confidence,
    Consideration,
    Correction,
    CorrectionStatus,
    Evidence,
    FetchStatus,
    Finding,
    Outcome,
    Scorecard,
)

_EVIDENCE: Final = TypeAdapter(Evidence | None)
_CONSIDERED: Final = TypeAdapter(tuple[Consideration, ...])

#: looked up 350,000 times in a national round, where calling the enum takes four times as long
_OUTCOMES: Final = {each.value: each for each in Outcome}
_CONFIDENCES: Final = {each.value: each for each in Confidence}
_STATUSES: Final = {each.value: each for each in FetchStatus}
CORRECTION_COLUMNS: Final = (
    "site_id, rule_id, number, outcome, reason, url, filed_by, filed_on, status, decided_by, decided_on, valid_until"
)


def finding_row(f: Finding) -> Sequence[Any]:
    """What the table holds of a finding besides its keys and its evidence, as it will be read back."""
    head = (f.title, f.category, int(f.required), float(f.weight), f.effort, f.outcome.value, float(f.points))
    nearest, considered = _EVIDENCE.dump_json(f.nearest).decode(), _CONSIDERED.dump_json(f.considered).decode()
    machine = f.machine.value if f.machine is not None else ""
    last = (f.cause.value, int(f.expired), machine, float(f.machine_points))
    return (*head, f.confidence.value, f.note, f.decided_by, int(f.red_flag), nearest, considered, *last)


def evidence_row(e: Evidence) -> Sequence[Any]:
    """What the table holds of a piece of evidence besides its keys."""
    return (e.url, e.quote, moment(e.fetched_at) or None, e.record_id, e.label)


class Shared(dict[Any, Any]):
    """Each text and number once: the offices of a round share their indicators' titles, weights and most notes."""

    def __missing__(self, value: Any) -> Any:
        self[value] = value
        return value


def findings_of(
    rows: Sequence[Any], evidence: Iterable[Any], shared: Shared, proofs: bool = True
) -> tuple[Finding, ...]:
    """The findings in rows of both tables. ValueError, TypeError or KeyError where they are none.

    Without ``proofs`` only raised red flags have their evidence and note; the others are what ranks and counts need.
    """
    proof: dict[str, list[Evidence]] = {}
    flagged = {row[2] for row in rows if row[14]} if not proofs else frozenset()
    for _, _, rule_id, _, url, quote, fetched_at, record_id, label in evidence:
        if proofs or rule_id in flagged:
            fetched = datetime.fromisoformat(fetched_at) if fetched_at else None
            proof.setdefault(rule_id, []).append(Evidence(url, quote, fetched, record_id, label))
    return tuple(
        _finding(row, tuple(proof.get(row[2], ())), shared, proofs=proofs or row[2] in flagged) for row in rows
    )


def _finding(row: Sequence[Any], evidence: tuple[Evidence, ...], shared: Shared, proofs: bool) -> Finding:
    """One finding. By hand: a national round has 350,000 of them, and the digest has vouched for the row."""
    _, site_id, rule_id, _, title, category, required, weight, effort, outcome, points, *rest = row
    confidence, note, decided_by, red_flag, nearest, considered, cause, expired, machine, machine_points = rest
    return Finding(
        *(shared[site_id], shared[rule_id], shared[title], shared[category]),
        *(bool(required), shared[float(weight)], int(effort)),
        outcome=_OUTCOMES[outcome],
        points=shared[float(points)],
        confidence=_CONFIDENCES[confidence],
        evidence=evidence,
        nearest=_EVIDENCE.validate_json(nearest) if proofs and nearest != "null" else None,
        note=shared[note] if proofs else "",
        considered=_CONSIDERED.validate_json(considered) if proofs and considered != "[]" else (),
        decided_by=shared[decided_by],
        red_flag=bool(red_flag),
        cause=_STATUSES[cause],
        expired=bool(expired),
        machine=_OUTCOMES[machine] if machine else None,
        machine_points=shared[float(machine_points)],
    )


def without_proofs(card: Scorecard) -> Scorecard:
    """The card as a history gives it without proofs."""
    found = (f if f.red_flag else replace(f, evidence=(), nearest=None, note="", considered=()) for f in card.findings)
    return replace(card, findings=tuple(found))


def correction_rows(round_id: str, corrections: Iterable[Correction]) -> Iterable[Sequence[Any]]:
    """The rows of a round's corrections, those on one finding numbered as they come."""
    numbers: dict[tuple[str, str], int] = {}
    for c in corrections:
        key = (c.site_id, c.rule_id)
        number = numbers[key] = numbers.get(key, -1) + 1
        filed = (c.filed_by, _day(c.filed_on), c.status.value)
        decided = (c.decided_by, _day(c.decided_on), _day(c.valid_until))
        yield (round_id, *key, number, c.outcome.value, c.reason, c.url, *filed, *decided)


def correction_of(row: Sequence[Any]) -> Correction:
    """The correction in a row of ``CORRECTION_COLUMNS``. ValueError or TypeError where it is none."""
    site_id, rule_id, _, outcome, reason, url, filed_by, filed_on, status, decided_by, decided_on, until = row
    return Correction(
        *(site_id, rule_id, Outcome(outcome), reason, url, decided_by, _when(decided_on), _when(until)),
        status=CorrectionStatus(status),
        filed_by=filed_by,
        filed_on=_when(filed_on),
    )


def digest_of(card: str, findings: Iterable[tuple[Any, ...]], evidence: Iterable[tuple[Any, ...]]) -> str:
    """What one stored result reads like: a byte that changed on the disk must not change an office's score."""
    return hashlib.sha256(json.dumps([card, sorted(findings), sorted(evidence)]).encode()).hexdigest()


def moment(value: datetime | None) -> str:
    """A time as sortable text in UTC, always with microseconds."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if value else ""


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _when(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
