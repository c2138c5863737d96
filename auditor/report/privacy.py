"""Keeps personal data out of the reports: numbers are masked, and findings of privacy flags lose their addresses.

UU 27/2022 (PDP) and law.md L-14: masked everywhere, never in handouts and CSV, only in the Kanwil's restricted annex.
"""

from __future__ import annotations

import re
from dataclasses import replace

from auditor.model import Evidence, Finding
from auditor.rules.pack import Pack
from auditor.rules.schema import FlagQuality

#: NIK and KK have 16 digits, often written in groups; a NIP has 18 and tells a birth date.
_LONG_NUMBER = re.compile(r"(?<![\d/.=_-])(\d{4})((?:[ .-]?\d){12}(?:(?:[ .-]?\d){2})?)(?!\d)")
#: Inside an address only what is built like a NIK (region, day or day + 40, month, year, serial) is taken for one.
_NIK = re.compile(r"(?<!\d)([1-9]\d{3})\d{2}(?:0[1-9]|[12456]\d|3[01]|7[01])(?:0[1-9]|1[0-2])\d{6}(?!\d)")
_ACCOUNT = re.compile(r"(?i)(\b(?:rekening|norek|no\.?\s*rek|a/?n)\b[^0-9]{0,40})(\d{3})((?:[ .-]?\d){5,17})(?!\d)")
ANNEX_NOTE = "Rincian tidak dicantumkan karena memuat data pribadi; ada pada lampiran terbatas Kanwil."
_PERSONAL = frozenset({"nik", "kk", "rekening"})


def mask(text: str) -> str:
    """The text with identity and account numbers cut to their first digits and asterisks."""
    text = _LONG_NUMBER.sub(lambda m: m[1] + "************", text)
    text = _NIK.sub(lambda m: m[1] + "************", text)
    return _ACCOUNT.sub(lambda m: m[1] + m[2] + "********", text)


def private_rules(pack: Pack) -> frozenset[str]:
    """The ids of indicators whose findings point at personal data."""
    return frozenset(
        rule.id for rule in pack.rules if isinstance(rule.quality, FlagQuality) and _PERSONAL & set(rule.quality.kinds)
    )


def public_finding(finding: Finding, private: frozenset[str]) -> Finding:
    """The finding as it may be handed out: numbers masked; of a raised privacy flag only that it was raised."""
    if finding.rule_id in private and (finding.red_flag or finding.evidence or finding.nearest):
        return replace(finding, evidence=(), nearest=None, note=ANNEX_NOTE if finding.red_flag else "", considered=())
    return replace(
        finding,
        note=mask(finding.note),
        evidence=tuple(_masked(e) for e in finding.evidence),
        nearest=_masked(finding.nearest) if finding.nearest else None,
        considered=tuple(replace(c, label=mask(c.label), reason=mask(c.reason)) for c in finding.considered),
    )


def _masked(evidence: Evidence) -> Evidence:
    return replace(evidence, quote=mask(evidence.quote), label=mask(evidence.label), url=mask(evidence.url))
