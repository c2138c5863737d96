"""Characters that are not for reading: what steers a terminal, and what turns the direction of reading around."""

from __future__ import annotations

import re

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # C0 without tab and line feed, DEL, C1
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # marks, embeddings, overrides and isolates of direction
    "\ufff9-\ufffb\U000e0000-\U000e007f]"  # notes between lines, invisible tags
)


def visible(text: str) -> str:
    """The text without characters that steer whatever shows it; as it is where there are none."""
    return _STEERING.sub("", text)
