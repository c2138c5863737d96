"""Lines that tell the time, for what is read the day after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass
class LogLines:
    """Whether the running command keeps a log; ``main`` begins without one."""

    kept: bool = False

    def stamped(self, text: str, watched: bool) -> str:
        """The lines of a text with the time before each; as they are where a person is looking on."""
        if not self.kept or watched:
            return text
        now = f"{datetime.now().astimezone():%Y-%m-%d %H:%M:%S}"
        return "\n".join(f"{now} {line}" for line in text.splitlines() if line.strip())


log = LogLines()
