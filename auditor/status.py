"""What a status means, in the words of the reports: ``auditor/data/status.toml``."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.data import table
from auditor.model import FetchStatus, SiteState


@dataclass(frozen=True, slots=True)
class StatusText:
    """A status in Indonesian: its name, what it means, what should be done ("" = nothing), what we did."""

    label: str
    meaning: str
    advice: str
    action: str
    ours: bool = False  # the auditor's own limit: the office is asked for nothing

    @property
    def inline(self) -> str:
        """The name within a sentence: with a small first letter, unless the first word is an acronym or a name."""
        first = self.label.split(" ", 1)[0]
        return self.label if any(letter.isupper() for letter in first[1:]) else self.label[:1].lower() + self.label[1:]


def status_text(status: FetchStatus | SiteState) -> StatusText:
    """The wording of an address's or a site's status; KeyError only if the data file lacks one (a test holds it)."""
    entry = table("status")[status.value]
    return StatusText(
        entry["sebab"], entry["arti"], entry["saran"], entry["dilakukan"], entry.get("pihak") == "auditor"
    )
