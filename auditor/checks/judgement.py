"""From judged candidates to a verdict: the best one wins, and what could not be seen never counts as absent."""

from __future__ import annotations

from dataclasses import dataclass, replace

from auditor.checks.candidates import Candidate
from auditor.data import table
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import Document, Page
from auditor.status import status_text

MAX_QUOTE = 240


class Note(str):
    """A sentence for people that remembers which wording of ``notes.toml`` it is."""

    key = ""


def note(kind: str, key: str, /, **values: object) -> str:
    """The Indonesian note of a kind ("found", "weak", "missing", "unchecked"), with its values filled in."""
    return worded("notes", kind, key, **values)


def worded(name: str, kind: str, key: str, /, **values: object) -> Note:
    """A note out of a table of wordings (``auditor/data``), with its values filled in."""
    text: str = table(name)[kind][key]
    made = Note(text.format(**{at: shortened(str(value)) for at, value in values.items()}))
    made.key = key
    return made


def key_of(text: str) -> str:
    """Which wording a sentence is, "" for one that no table gave."""
    return getattr(text, "key", "")


def shortened(text: str, limit: int = 160) -> str:
    """A text in one line, cut with an ellipsis where it is longer."""
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 1].rstrip() + "\u2026"


def status_label(status: FetchStatus) -> str:
    """The plain words for a fetch status, within a sentence."""
    return status_text(status).inline


def unseen(cause: FetchStatus, reason: str, confidence: Confidence = Confidence.HIGH) -> Verdict:
    """The verdict on what could not be looked at: never "absent", always with its cause."""
    return Verdict(Outcome.UNCHECKED, confidence, note=reason, cause=cause)


@dataclass(frozen=True, slots=True)
class Judgement:
    """What one candidate is worth, and why."""

    outcome: Outcome
    reason: str
    candidate: Candidate
    quote: str = ""
    confidence: Confidence = Confidence.HIGH
    year: int = 0
    cause: FetchStatus = FetchStatus.OK  # as in Verdict

    @property
    def key(self) -> str:
        """Which wording its reason is, "" for none."""
        return key_of(self.reason)

    @property
    def expired(self) -> bool:
        """As in Verdict."""
        return self.outcome is Outcome.LINK_ONLY and self.key.startswith("expired")

    @property
    def evidence(self) -> Evidence:
        source: Page | Document = self.candidate.document or self.candidate.page or self.candidate.on
        if self.outcome is Outcome.LINK_ONLY and self.candidate.link is not None and self.candidate.page is None:
            source = self.candidate.on  # the page on which the name stands
        quote = self.quote or self.candidate.label
        return Evidence(
            source.url, shortened(quote, MAX_QUOTE), source.fetched_at, source.record_id, self.candidate.label
        )


def judged(
    candidate: Candidate,
    outcome: Outcome,
    kind: str,
    key: str,
    /,
    quote: str = "",
    confidence: Confidence = Confidence.HIGH,
    **values: object,
) -> Judgement:
    """The judgement of a candidate for the reason of ``note``, which may speak of its label and of the quote."""
    reason = note(kind, key, **{"label": candidate.label, "quote": quote, **values})
    return Judgement(outcome, reason, candidate, quote, confidence)


def not_seen(candidate: Candidate, cause: FetchStatus, why: str = "") -> Judgement:
    """The judgement of a candidate whose target nobody could look at, and why not."""
    made = judged(candidate, Outcome.UNCHECKED, "unchecked", "link", reason=why or status_label(cause))
    return replace(made, cause=cause)


def passage(text: str, around: str = "", limit: int = MAX_QUOTE) -> str:
    """A passage of a text that starts near some words, on word borders."""
    flat = " ".join(text.split())
    at = flat.lower().find(around.lower()) if around else 0
    start = max(0, at - 40)
    if start:
        start = flat.find(" ", start) + 1
    return flat[start : start + limit]
