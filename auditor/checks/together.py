"""What a rule asks for, told on several own pages of its names: one gives the offices, another the duties.

Each page alone is part of the answer; together they may be all of it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from auditor.checks.content import content_of, phrases_of, says, split_facts
from auditor.checks.judgement import Judgement, note
from auditor.checks.people import officials_in
from auditor.model import Confidence, Outcome
from auditor.observations import Observations, Owner
from auditor.rules.schema import Fact, PageQuality

_FEWEST = 2  # facts of a rule below which there is nothing to add up
#: Why a page is only part of the answer: what is wrong with any other page is not mended by a second one.
_PARTS = frozenset({"partial_facts", "few_facts", "thin", "image"})
_PEOPLE = frozenset({"people", "people_elsewhere"})


def together(observations: Observations, quality: PageQuality, judged: Sequence[Judgement]) -> Iterator[Judgement]:
    """COMPLETE for the page that says most, where the others of its name say the rest."""
    if any(judgement.outcome.points > Outcome.PARTIAL.points for judgement in judged):
        return
    if quality.people:
        yield from _people(quality, judged)
        return
    if quality.full_facts < _FEWEST or quality.unit:
        return
    parts = [(judgement, _told(judgement, quality.facts)) for judgement in judged if _is_part(judgement)]
    named = [part for part in parts if part[0].outcome.present and not part[0].candidate.elsewhere]
    if not named or len({judgement.candidate.url for judgement, told in parts if told}) < _FEWEST:
        return
    told = {name for _, names in parts for name in names}
    if len(told) < quality.full_facts:
        return
    texts = (content_of(judgement.candidate).text for judgement, _ in parts)
    if quality.own_place and not (observations.place and any(says(text, observations.place) for text in texts)):
        return
    best = max(named, key=lambda part: len(part[1]))[0]
    reason = note("found", "together", label=best.candidate.label, stated=", ".join(sorted(told)))
    yield replace(best, outcome=Outcome.COMPLETE, reason=reason, confidence=Confidence.MEDIUM)


def _people(quality: PageQuality, judged: Sequence[Judgement]) -> Iterator[Judgement]:
    """COMPLETE for the profile of the head, where the page of the structure names the others."""
    parts = [judgement for judgement in judged if _is_part(judgement, _PEOPLE)]
    named = [judgement for judgement in parts if judgement.outcome.present and not judgement.candidate.elsewhere]
    held = {name for judgement in parts for name in _held(judgement)}
    if named and len(held) >= quality.people:
        best = max(named, key=lambda judgement: len(_held(judgement)))
        reason = note("found", "people_together", label=best.candidate.label, people=len(held))
        yield replace(best, outcome=Outcome.COMPLETE, reason=reason, confidence=Confidence.MEDIUM)


def _held(judgement: Judgement) -> dict[str, str]:
    part = judgement.candidate.section or judgement.candidate.page
    return officials_in(part) if part is not None else {}


def _is_part(judgement: Judgement, reasons: frozenset[str] = _PARTS) -> bool:
    page = judgement.candidate.page
    return (
        page is not None
        and judgement.candidate.document is None
        and page.owner is Owner.OWN
        and judgement.key in reasons
    )


def _told(judgement: Judgement, facts: Sequence[Fact]) -> frozenset[str]:
    """The facts a page states, and those that a picture of such a name shows."""
    candidate = judgement.candidate
    stated, _ = split_facts(facts, content_of(candidate).text)
    if judgement.key == "image":
        names = f"{candidate.label} / {judgement.quote}"
        stated += [fact.name for fact in facts if fact.pictured and phrases_of(tuple(fact.pictured)).any(names)]
    return frozenset(stated)
