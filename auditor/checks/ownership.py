"""Whose a text is, when the page that carries it is the office's own: copies from other offices are found out here."""

from __future__ import annotations

import re

from auditor.checks.candidates import Candidate
from auditor.checks.judgement import Judgement, note
from auditor.language.offices import owner_of_document
from auditor.language.phrases import contains
from auditor.model import Outcome
from auditor.observations import Observations, Owner

_MAX_TEXT = 6_000
_KANWIL = re.compile(r"\bkantor wilayah kementerian agama|\bkanwil (?:kementerian agama|kemenag)", re.I)


def _speaks_as_kanwil(text: str) -> bool:
    """Whether a text is the Kanwil's own: it names itself at its head or again and again, not as a place to turn to."""
    named = [found.start() for found in _KANWIL.finditer(text[:_MAX_TEXT])]
    return len(named) >= 2 or (bool(named) and named[0] < 60)


def others_office(observations: Observations, candidate: Candidate, text: str) -> Judgement | None:
    """MISSING for a text that speaks as another office and never names the own place, else None."""
    if observations.place and contains(text, observations.place):
        return None
    title = candidate.page.h1 if candidate.page is not None else ""
    owner, words = owner_of_document(title, text[:_MAX_TEXT], (), observations.site)
    if owner is not Owner.OTHER_OFFICE and not (owner is Owner.KANWIL and _speaks_as_kanwil(text)):
        return None
    return Judgement(Outcome.MISSING, note("missing", "other_office", label=candidate.label, owner=words), candidate)
