"""What a rule asks for, said in passing on a page about something else: half of it, never the whole (ruling 10)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from auditor.checks.candidates import Candidate
from auditor.checks.content import phrases_of, split_facts, states, words_of
from auditor.checks.judgement import Judgement, note, passage
from auditor.model import Confidence, Outcome
from auditor.observations import Observations, Owner, PageKind
from auditor.rules.schema import Quality

_FEWEST = 2  # one fact alone is a phrase
_STRENGTH = 0.5  # of a page that does not carry the rule's name
_NOT_HERE = (PageKind.NEWS_ARTICLE, PageKind.NEWS_LIST, PageKind.PLACEHOLDER)


def in_passing(observations: Observations, quality: Quality, judged: Sequence[Judgement]) -> Iterator[Judgement]:
    """PARTIAL for the page that says most of what is asked, where nothing under the rule's own names counts."""
    if not quality.passing or any(_settles(judgement) for judgement in judged):
        return
    about = phrases_of(tuple(quality.passing))
    least = max(_FEWEST, quality.partial_facts, (quality.full_facts + 1) // 2)
    best: tuple[int, Judgement] | None = None
    for page in observations.pages:
        if not page.kind.readable or page.kind in _NOT_HERE or page.owner is not Owner.OWN:
            continue
        if not about.hits_in(words_of(page.text)):
            continue
        stated, _ = split_facts(quality.facts, page.text)
        if len(stated) < least or (best is not None and len(stated) <= best[0]):
            continue
        if any(states(fact, page.text) for fact in quality.fatal):
            continue
        label = page.h1 or page.title
        reason = note("found", "passing", label=label, stated=", ".join(stated))
        candidate = Candidate(label, _STRENGTH, page, page=page)
        quote = _around(quality, stated[0], page.text)
        best = len(stated), Judgement(Outcome.PARTIAL, reason, candidate, quote, Confidence.LOW)
    if best is not None:
        yield best[1]


def _settles(judgement: Judgement) -> bool:
    """Whether a judgement counts already, or leaves open what a clearly named link holds."""
    unseen = judgement.outcome is Outcome.UNCHECKED and judgement.candidate.strength >= _STRENGTH
    return judgement.outcome.present or unseen


def _around(quality: Quality, name: str, text: str) -> str:
    """The line of a text that states a fact."""
    fact = next(fact for fact in quality.facts if fact.name == name)
    return passage(next((line for line in text.split("\n") if states(fact, line)), text))
