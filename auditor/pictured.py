"""One site judged with its pictures: what had better be read, what was read, and the verdicts that follow from both."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from auditor.audit import audit, verdicts_of
from auditor.checks.pictured import decided, doubted, open_to_pictures, unread, wishes
from auditor.model import Correction, Finding, Snapshot, Verdict
from auditor.observations import Observations
from auditor.pictures.memory import Memory
from auditor.pictures.reader import Unit, can_read, read_units
from auditor.pictures.sight import Outcome
from auditor.read.pictured import Reading, with_pictures
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule

_PASSES = 2  # a scan whose first page tells no year has its second page read


@dataclass(frozen=True, slots=True)
class Judged:
    """The findings of one site, and the observations they rest on, pictures included."""

    findings: tuple[Finding, ...]
    observations: Observations
    verdicts: dict[str, Verdict]


def judge(
    snapshot: Snapshot,
    observations: Observations,
    pack: Pack,
    warc: Path,
    *,
    corrections: tuple[Correction, ...] = (),
    look: bool = False,
) -> Judged:
    """The findings of a site. ``look``: pictures that nobody has read yet are read, where the extra is installed.

    Without it, what is kept beside the snapshot decides: the same with the engine and without.
    """
    plain = verdicts_of(observations, pack)
    if not observations.status.readable:
        return Judged(audit(observations, pack, corrections=corrections, verdicts=plain), observations, plain)
    memory = Memory(warc)
    bodies = {fetch.record_id: fetch.body for fetch in snapshot.fetches if fetch.body}
    rules = [(rule, plain[rule.id]) for rule in pack.rules]
    look = look and can_read()

    def body_of(unit: Unit) -> bytes:
        body = bodies.get(unit.record_id, b"")
        return body if hashlib.sha256(body).hexdigest() == unit.digest else b""

    def read(digest: str, page: int) -> str | None:
        sight = memory.get(Unit(digest, "", page).key) or (memory.get(digest) if page == 0 else None)
        return sight.text if sight is not None and sight.outcome is not Outcome.HEAVY else None

    units: list[Unit] = []
    for _ in range(_PASSES if look or memory.engine else 0):
        found = [Unit(w.document.digest, w.document.record_id, w.page) for w in wishes(observations, rules, read)]
        if found == units:
            break
        units = found
        read_units(units, memory, body_of, look=look)
    left = {rule.id for rule, verdict in rules if _missed(rule, verdict) and unread(observations, rule, read)}
    seen = with_pictures(observations, _readings(units, memory))
    verdicts = dict(plain)
    if seen is not observations:
        again = verdicts_of(seen, pack, only=lambda rule: open_to_pictures(rule, plain[rule.id]))
        verdicts |= {
            rule.id: decided(rule, plain[rule.id], again[rule.id], seen) for rule in pack.rules if rule.id in again
        }
    for rule in pack.rules:
        if rule.id in left and _missed(rule, verdicts[rule.id]):
            verdicts[rule.id] = doubted(verdicts[rule.id])
    return Judged(audit(observations, pack, corrections=corrections, verdicts=verdicts), seen, verdicts)


def _missed(rule: Rule, verdict: Verdict) -> bool:
    """Whether a verdict finds too little, so that what nobody read might make a difference."""
    return verdict.outcome.counted and not verdict.outcome.present and open_to_pictures(rule, verdict)


def _readings(units: list[Unit], memory: Memory) -> dict[str, Reading]:
    pages: dict[str, dict[int, str]] = {}
    for unit in units:
        sight = memory.get(unit.key)
        if sight is not None and sight.settled:
            pages.setdefault(unit.digest, {})[unit.page or 0] = sight.text
    return {digest: Reading(texts) for digest, texts in pages.items()}
