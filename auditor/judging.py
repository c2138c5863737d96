"""The way to what judges sites, which is loaded where a site is judged: most processes only hand jobs over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from auditor.job import Assessed, Job

if TYPE_CHECKING:
    from auditor.readings import Readings


def assess(job: Job, readings: Readings | None = None) -> Assessed:
    """The scorecard of a stored snapshot; raises as ``auditor.assessment.assess`` does."""
    from auditor.assessment import assess as judged

    return judged(job, readings)


def not_assessed(job: Job, error: Exception) -> Assessed:
    """The card of a site whose snapshot our own fault kept us from judging, as ``auditor.assessment`` makes it."""
    from auditor.assessment import not_assessed as blamed

    return blamed(job, error)


def ready() -> None:
    """Loads what judges sites before the first one is there."""
    import auditor.assessment  # noqa: F401 - its loading is all that is wanted
