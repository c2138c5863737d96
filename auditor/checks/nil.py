"""The explicit answer that there is nothing to report: valid where the rule allows it, while it is fresh."""

from __future__ import annotations

from auditor.checks.candidates import Candidate
from auditor.checks.judgement import Judgement, note
from auditor.language.dates import find_dates
from auditor.language.placeholders import nil_in
from auditor.model import Confidence, Outcome
from auditor.observations import Observations, Precision
from auditor.rules.schema import Quality

_MAX_WORDS = 200  # a longer text is no statement
_VALID_DAYS = 366


def nil_judgement(observations: Observations, candidate: Candidate, quality: Quality, text: str) -> Judgement | None:
    """NIL for a nil statement of the last year, STALE for an older one, None where there is none or none is allowed.

    An undated statement on a page of its own counts (law.md section 6: "ideally dated"), with less confidence.
    """
    if not quality.nil or len(text.split()) > _MAX_WORDS:
        return None
    statement = nil_in(text)
    if not statement:
        return None
    dates = [d.value for d in find_dates(text, observations.today) if d.precision is not Precision.YEAR]
    if not dates:
        reason = note("found", "nil_undated", quote=statement)
        return Judgement(Outcome.NIL, reason, candidate, statement, Confidence.MEDIUM)
    newest = max(dates)
    if (observations.today - newest).days > _VALID_DAYS:
        reason = note("found", "nil_old", quote=statement, date=newest.strftime("%d-%m-%Y"))
        return Judgement(Outcome.STALE, reason, candidate, statement)
    return Judgement(Outcome.NIL, note("found", "nil", quote=statement), candidate, statement)
