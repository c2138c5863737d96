"""What came of looking at a picture, and whether this machine can look at all."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from importlib import metadata
from typing import Final

from auditor.pictures.lines import Line

ENGINE: Final = "faster-paddle"


class Outcome(StrEnum):
    """What came of reading a picture."""

    READ = "terbaca"
    NOTHING = "tanpa_teks"
    REFUSED = "ditolak"  # too small, too large, of another kind, damaged
    HEAVY = "terlalu_berat"  # the worker was ended over it


@dataclass(frozen=True, slots=True)
class Sight:
    """What was read in a picture or on a page of a scan."""

    outcome: Outcome
    lines: tuple[Line, ...] = ()
    again: bool = False  # the larger model was used

    @property
    def settled(self) -> bool:
        """Whether it is known what there is to read."""
        return self.outcome in (Outcome.READ, Outcome.NOTHING)

    @property
    def text(self) -> str:
        return "\n".join(line.text for line in self.lines)


def engine_version() -> str:
    """The installed engine with its version ("faster-paddle 1.0.4"); "" where the extra is not installed."""
    try:
        return f"{ENGINE} {metadata.version(ENGINE)}"
    except metadata.PackageNotFoundError:
        return ""
