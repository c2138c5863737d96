"""A finding as a reader meets it: grouped by what to do, with its proof, its law and how to mend it, ready to print."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from auditor.model import Confidence, Evidence, Finding, Outcome, Scorecard
from auditor.quantities import duration, plain
from auditor.report.figures import shown_findings
from auditor.report.wording import OutcomeWord, clip, local_day, outcome_word, short_day, short_moment, steps, words
from auditor.rules.pack import Pack
from auditor.rules.schema import ManualQuality, Rule

GROUPS = ("lengkapi", "perbarui", "baik", "tak_terperiksa", "lain")
_COMMON = 3  # findings from which on a shared note is told once


@dataclass(frozen=True, slots=True)
class Proof:
    """One piece of evidence. ``href`` is empty for what is no web address."""

    url: str
    href: str
    quote: str
    seen: str
    record: str
    label: str


@dataclass(frozen=True, slots=True)
class Citation:
    """One legal basis; ``mark`` tells whether somebody has read the words in the source."""

    text: str
    mark: str
    status: str


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding in the words of the reports."""

    finding: Finding
    group: str
    word: OutcomeWord
    title: str
    worth: str  # "1,5 dari 2 poin", or that it was not counted
    note: str
    proofs: tuple[Proof, ...]
    nearest: Proof | None
    considered: tuple[tuple[str, str], ...]  # (label or address, why it did not count)
    sought: tuple[str, ...]
    citations: tuple[Citation, ...]
    why: str
    how: tuple[str, ...]  # steps
    question: str  # for indicators only a person can judge
    effort: str
    review: bool

    @property
    def id(self) -> str:
        return self.finding.rule_id


def group_of(finding: Finding, rule: Rule | None) -> str:
    """The heading under which a finding stands: what the office is to do about it."""
    if finding.weight <= 0 or finding.outcome is Outcome.NOT_APPLICABLE:
        return "lain"
    if finding.outcome is Outcome.UNCHECKED:
        return "tak_terperiksa"
    if finding.outcome in (Outcome.COMPLETE, Outcome.NIL):
        return "baik"
    if finding.outcome is Outcome.STALE or finding.expired or (rule is not None and rule.check == "freshness"):
        return "perbarui"
    return "lengkapi"


def show(card: Scorecard, pack: Pack) -> tuple[Shown, ...]:
    """The card's findings ready to print, those that cost most first within a group."""
    rules = {rule.id: rule for rule in pack.rules}
    started = local_day(card.started_at) if card.started_at is not None else None
    place = _Place(card.site.url, started)
    shown = [_shown(f, rules.get(f.rule_id), place) for f in shown_findings(card, pack)]
    return tuple(
        sorted(
            shown,
            key=lambda s: (
                GROUPS.index(s.group),
                s.word.value == "tidak_berlaku",
                -_lost(s.finding),
                -s.finding.weight,
            ),
        )
    )


def grouped(shown: tuple[Shown, ...]) -> dict[str, list[Shown]]:
    """The findings under their groups, every group present."""
    return {group: [s for s in shown if s.group == group] for group in GROUPS}


def common_note(shown: Sequence[Shown]) -> str:
    """The note that at least three of the findings share, to be told once for all of them; "" where there is none."""
    counted = Counter(s.note for s in shown if s.note).most_common(1)
    return counted[0][0] if counted and counted[0][1] >= _COMMON else ""


def by_note(shown: Iterable[Shown]) -> list[tuple[str, list[Shown]]]:
    """The findings under what was said of them, the note of most findings first."""
    found: dict[str, list[Shown]] = {}
    for one in shown:
        found.setdefault(one.note, []).append(one)
    return sorted(found.items(), key=lambda item: -len(item[1]))


def _lost(finding: Finding) -> float:
    return finding.weight - finding.earned if finding.counted else 0.0


@dataclass(frozen=True, slots=True)
class _Place:
    """What all proofs of a card share: the office's address and the day its site was opened."""

    url: str
    day: date | None


def _shown(finding: Finding, rule: Rule | None, place: _Place) -> Shown:
    marks, states = words("verifikasi_tanda"), words("verifikasi")
    basis = rule.legal_basis if rule is not None else []
    taken = {e.url for e in finding.evidence}
    return Shown(
        finding=finding,
        group=group_of(finding, rule),
        word=outcome_word(finding.word),
        title=clip(finding.title, 120),
        worth=f"{plain(finding.earned)} dari {plain(finding.weight)} poin"
        if finding.counted
        else f"tidak dihitung, bobot {plain(finding.weight)}",
        note=clip(finding.note, 400),
        proofs=tuple(_proof(e, place) for e in finding.evidence[:3]),
        nearest=_proof(finding.nearest, place) if finding.nearest is not None else None,
        considered=tuple(
            (clip(c.label or c.url, 90), clip(c.reason, 140))
            for c in finding.considered
            if not c.taken and c.url not in taken and (finding.nearest is None or c.url != finding.nearest.url)
        )[:2],
        sought=tuple(rule.match.labels[:3]) if rule is not None else (),
        citations=tuple(
            Citation(f"{b.source} {b.article}".strip(), marks[b.verified], states[b.verified]) for b in basis
        ),
        why=rule.why if rule is not None else "",
        how=steps(rule.how_to_fix) if rule is not None else (),
        question=rule.quality.question if rule is not None and isinstance(rule.quality, ManualQuality) else "",
        effort=duration(finding.effort) if finding.effort else "",
        review=finding.confidence is Confidence.LOW,
    )


def _short(url: str, site_url: str) -> str:
    """The address as it is shown: without scheme, and without the host where it is the office's own."""
    own = site_url.rstrip("/")
    if own and url.startswith(own + "/"):
        return url.removeprefix(own)
    return url.removeprefix("https://").removeprefix("http://")


def _moment(when: datetime | None, opened: date | None) -> str:
    """When a page was seen; on the day the site was opened the time alone, for a card has seventy of them."""
    full = short_moment(when, "")
    return full.removeprefix(f"{short_day(when)} ") if when is not None and local_day(when) == opened else full


def _proof(evidence: Evidence, place: _Place) -> Proof:
    web = evidence.url.lower().startswith(("http://", "https://"))
    return Proof(
        url=clip(_short(evidence.url, place.url), 90),
        href=evidence.url if web and len(evidence.url) < 2000 else "",
        quote=clip(evidence.quote, 260),
        seen=_moment(evidence.fetched_at, place.day),
        record=clip(evidence.record_id, 60),
        label=clip(evidence.label, 80),
    )
