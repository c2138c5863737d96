"""Findings, evidence and corrections as the rows of audit.db, there and back."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from typing import Any, Final

from pydantic import TypeAdapter

from auditor.model import Consideration, Correction, CorrectionStatus, Evidence, Finding, Outcome

_FINDING: Final = TypeAdapter(Finding)
_EVIDENCE: Final = TypeAdapter(Evidence | None)
_CONSIDERED: Final = TypeAdapter(tuple[Consideration, ...])

#: as ``finding_row`` fills the table
_FINDING_COLUMNS: Final = (
    "title", "category", "required", "weight", "effort", "outcome", "points", "confidence", "note", "decided_by",
    "red_flag", "nearest", "considered", "cause", "expired", "machine", "machine_points",
)  # fmt: skip
CORRECTION_COLUMNS: Final = (
    "site_id, rule_id, number, outcome, reason, url, filed_by, filed_on, status, decided_by, decided_on, valid_until"
)


def finding_row(f: Finding) -> Sequence[Any]:
    """What the table holds of a finding besides its keys and its evidence."""
    head = (f.title, f.category, f.required, f.weight, f.effort, f.outcome.value, f.points, f.confidence.value)
    nearest, considered = _EVIDENCE.dump_json(f.nearest).decode(), _CONSIDERED.dump_json(f.considered).decode()
    machine = f.machine.value if f.machine is not None else ""
    last = (f.cause.value, f.expired, machine, f.machine_points)
    return (*head, f.note, f.decided_by, f.red_flag, nearest, considered, *last)


def evidence_row(e: Evidence) -> Sequence[Any]:
    """What the table holds of a piece of evidence besides its keys."""
    return (e.url, e.quote, moment(e.fetched_at) or None, e.record_id, e.label)


def findings_of(rows: Iterable[Any], evidence: Iterable[Any]) -> tuple[Finding, ...]:
    """The findings in rows of both tables. ValueError or TypeError where they are none."""
    proof: dict[str, list[Evidence]] = {}
    for _, _, rule_id, _, url, quote, fetched_at, record_id, label in evidence:
        fetched = datetime.fromisoformat(fetched_at) if fetched_at else None
        proof.setdefault(rule_id, []).append(Evidence(url, quote, fetched, record_id, label))
    found = []
    for _, site_id, rule_id, _, *cells in rows:
        values = dict(zip(_FINDING_COLUMNS, cells, strict=True))
        values["nearest"] = _EVIDENCE.validate_json(values["nearest"])
        values["considered"] = _CONSIDERED.validate_json(values["considered"])
        values["machine"] = values["machine"] or None
        values |= {"site_id": site_id, "rule_id": rule_id, "evidence": tuple(proof.get(rule_id, ()))}
        found.append(_FINDING.validate_python(values))
    return tuple(found)


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
    total = hashlib.sha256(card.encode())
    for rows in (sorted(findings), sorted(evidence)):
        for row in rows:
            cells = [float(cell) if isinstance(cell, int | float) else cell for cell in row]
            total.update(json.dumps(cells).encode())
    return total.hexdigest()


def moment(value: datetime | None) -> str:
    """A time as sortable text in UTC, always with microseconds."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if value else ""


def _day(value: date | None) -> str:
    return value.isoformat() if value else ""


def _when(text: str) -> date | None:
    return date.fromisoformat(text) if text else None
