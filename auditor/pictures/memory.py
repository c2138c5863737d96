"""What was read in a site's pictures, kept beside its snapshot under the digest of their bytes.

With it a round is scored again to the same figures on a machine without the engine, and no picture is read twice. The
layout is told in docs/rekaman.md.
"""

from __future__ import annotations

import contextlib
import json
import shutil
from pathlib import Path
from typing import Any, Final

from auditor.pictures.lines import Line
from auditor.pictures.sight import Outcome, Sight

FORMAT: Final = 1
_SUFFIX: Final = ".gambar.json"


def memory_of(warc: Path) -> Path:
    """Where what was read in the pictures of a snapshot is kept."""
    return warc.with_name(warc.name.removesuffix(".warc.gz") + _SUFFIX)


def keep_beside(warc: Path, other: Path) -> None:
    """Gives another place of a snapshot what was read in its pictures; the one it had keeps it too."""
    with contextlib.suppress(FileNotFoundError):
        shutil.copyfile(memory_of(warc), memory_of(other))


class Memory:
    """The readings of one site, by key: the sha256 of a picture, or that of a PDF with the page ("<sha256>/1")."""

    def __init__(self, warc: Path) -> None:
        """Takes in what is kept; a file that is missing, damaged or of another format is as good as none."""
        self.path = memory_of(warc)
        self._known: dict[str, Sight] = {}
        self._cost: dict[str, float] = {}
        self._new = False
        self.engine = ""
        with contextlib.suppress(OSError, ValueError, KeyError, TypeError):
            stored = json.loads(self.path.read_text(encoding="utf-8"))
            if stored["format"] == FORMAT:
                self._known = {key: _sight(entry) for key, entry in stored["gambar"].items()}
                self._cost = {key: float(entry["detik"]) for key, entry in stored["gambar"].items()}
                self.engine = str(stored["mesin"])

    def get(self, key: str) -> Sight | None:
        """What was read; None for what nobody has read."""
        return self._known.get(key)

    def cost(self, key: str) -> float:
        """The seconds of the processor that reading it took."""
        return self._cost.get(key, 0.0)

    def put(self, key: str, sight: Sight, seconds: float, engine: str) -> None:
        """Keeps what was read."""
        self._known[key], self._cost[key], self.engine, self._new = sight, round(seconds, 2), engine, True

    def save(self) -> None:
        """Writes what is new; the file is whole at any moment."""
        if not self._new:
            return
        entries = {key: _entry(sight, self._cost.get(key, 0.0)) for key, sight in sorted(self._known.items())}
        stored = {"format": FORMAT, "mesin": self.engine, "gambar": entries}
        partial = self.path.with_name(f"{self.path.name}.partial")
        partial.write_text(json.dumps(stored, ensure_ascii=False, indent=1), encoding="utf-8")
        Path(partial).replace(self.path)
        self._new = False


def _entry(sight: Sight, seconds: float) -> dict[str, Any]:
    lines = [[line.text, round(line.confidence, 3)] for line in sight.lines]
    return {"hasil": sight.outcome.value, "detik": seconds, "model_besar": sight.again, "baris": lines}


def _sight(entry: dict[str, Any]) -> Sight:
    lines = tuple(Line(str(text), float(confidence)) for text, confidence in entry["baris"])
    return Sight(Outcome(entry["hasil"]), lines, bool(entry["model_besar"]))
