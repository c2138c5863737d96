"""Observations and rules -> findings: applies every rule of a pack to one site. Pure.

What could not be looked at, or failed by our own fault, becomes "tidak dapat diperiksa", never "tidak ada".
A human decision (koreksi.csv) wins over the machine, with the reason and the person named.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from datetime import date

from auditor import checks as shipped
from auditor.checks.naming import learn_names
from auditor.data import table
from auditor.days import long_day
from auditor.language.offices import office_kind
from auditor.model import Confidence, Correction, Evidence, FetchStatus, Finding, Outcome, SiteStatus, Verdict
from auditor.observations import Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule
from auditor.status import status_text

Check = Callable[[Observations, Rule, Pack], Verdict]

_log = logging.getLogger(__name__)


def audit(
    obs: Observations,
    pack: Pack,
    *,
    corrections: Iterable[Correction] = (),
    checks: Mapping[str, Check] | None = None,
    verdicts: Mapping[str, Verdict] | None = None,
) -> tuple[Finding, ...]:
    """One finding for each rule of the pack, in its order; corrections of other sites or days gone by are ignored.

    ``verdicts``: by rule, where they are known already.
    """
    if verdicts is None:
        verdicts = verdicts_of(obs, pack, checks=checks)
    holding = [c for c in corrections if c.site_id == obs.site.id and c.holds(obs.today)]
    # Of several that hold the first counts: a later one cannot have been about what was seen on this day.
    decided = {c.rule_id: c for c in sorted(holding, key=_decided, reverse=True)}
    findings = []
    for rule in pack.rules:
        finding = _finding(obs, rule, verdicts[rule.id])
        if rule.id in decided:
            finding = _corrected(finding, rule, decided[rule.id])
        findings.append(finding)
    return tuple(findings)


def verdicts_of(
    obs: Observations,
    pack: Pack,
    *,
    checks: Mapping[str, Check] | None = None,
    only: Callable[[Rule], bool] = lambda rule: True,
) -> dict[str, Verdict]:
    """What the checks say of one site, by rule; of the rules in question only."""
    learn_names(pack.rules)
    functions = shipped.CHECKS if checks is None else checks
    return {rule.id: _verdict(obs, rule, pack, functions) for rule in pack.rules if only(rule)}


def _verdict(obs: Observations, rule: Rule, pack: Pack, checks: Mapping[str, Check]) -> Verdict:
    kind = office_kind(obs.site)
    if kind not in rule.applies_to:
        note = table("audit")["tidak_berlaku"]["jenis"].format(jenis=kind.value)
        return Verdict(Outcome.NOT_APPLICABLE, note=note)
    if rule.id in obs.site.not_applicable:
        return Verdict(Outcome.NOT_APPLICABLE, note=table("audit")["tidak_berlaku"]["kantor"])
    if not obs.status.readable:
        # Technical measures too: a host name is known without a visit, and a score of one such indicator misleads.
        return Verdict(Outcome.UNCHECKED, note=why_unread(obs.status), cause=obs.status.cause)
    try:
        return checks[rule.check](obs, rule, pack)
    except Exception:  # noqa: BLE001 - the border: one check's failure is one unchecked indicator
        _log.exception("Check %s of %s failed on %s", rule.check, rule.id, obs.site.id)
        told = table("audit")["tidak_dapat_diperiksa"]["galat"]
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, note=told, cause=FetchStatus.INTERNAL_ERROR)


def why_unread(status: SiteStatus) -> str:
    """Why nothing of a site could be judged, one Indonesian sentence; "" for a site that could be read."""
    if status.readable:
        return ""
    words = table("audit")["tidak_dapat_diperiksa"]
    if status.state.value in words:
        return str(words[status.state.value])
    return str(words["situs"]).format(sebab=status_text(status.cause).inline)


def _finding(obs: Observations, rule: Rule, verdict: Verdict) -> Finding:
    points = verdict.outcome.points if verdict.points is None else verdict.points
    return Finding(
        site_id=obs.site.id,
        rule_id=rule.id,
        title=rule.title,
        category=rule.category,
        required=rule.required,
        weight=rule.weight,
        effort=rule.effort,
        outcome=verdict.outcome,
        points=min(1.0, max(0.0, points)) if verdict.outcome.counted else 0.0,
        confidence=verdict.confidence,
        evidence=verdict.evidence,
        nearest=verdict.nearest,
        note=str(verdict.note),
        considered=verdict.considered,
        red_flag=verdict.outcome is Outcome.DETECTED,
        cause=verdict.cause,
        expired=verdict.expired,
    )


def _decided(correction: Correction) -> tuple[date, date]:
    return (correction.decided_on or date.min, correction.valid_until or date.max)


def _corrected(finding: Finding, rule: Rule, correction: Correction) -> Finding:
    """The finding as a person decided it; what the machine saw stays visible behind it."""
    note = table("audit")["koreksi"]["catatan"].format(
        oleh=correction.decided_by,
        tanggal=long_day(correction.decided_on) if correction.decided_on else "",
        sampai=long_day(correction.valid_until) if correction.valid_until else "",
        alasan=correction.reason.rstrip(".") + ".",
        mesin=str(table("laporan")["hasil"][finding.word]["label"]).lower(),
    )
    proof = (Evidence(correction.url, quote=correction.reason),) if correction.url else ()
    return replace(
        finding,
        outcome=correction.outcome,
        points=correction.outcome.points if correction.outcome.counted else 0.0,
        confidence=Confidence.HIGH,
        evidence=proof + finding.evidence if correction.outcome is finding.outcome else proof,
        note=note,
        cause=FetchStatus.OK,
        expired=False,
        decided_by=correction.decided_by,
        red_flag=correction.outcome is Outcome.DETECTED,
        machine=finding.outcome,
        machine_points=finding.points,
    )
