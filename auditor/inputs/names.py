"""Names that become files: what every system can hold, Windows above all."""

from __future__ import annotations

import re
from typing import Final

RESERVED: Final = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", *(f"{n}{i}" for n in ("com", "lpt") for i in range(10))}
)
_PLAIN: Final = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]*")


def fits_a_file(name: str, longest: int) -> bool:
    """Whether a name is plain and can be that of a file or folder on every system."""
    plain = len(name) <= longest and _PLAIN.fullmatch(name) is not None and not name.endswith(".")
    return plain and name.split(".")[0].lower() not in RESERVED
