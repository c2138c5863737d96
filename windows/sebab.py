"""Tells why ``pasang.bat`` did not get to its end, in Indonesian. ``python windows/sebab.py pasang.log``

Standard library only: it runs where nothing could be installed. Without a file it tells whether this Python will do.
"""

import re
import struct
import sys
from pathlib import Path
from typing import Any

LEAST = (3, 11)
_TAIL = 60  # lines of a log without a complaint
_PACKAGE = r"(?:No matching distribution found for|requirement) ([\w.\[\]-]+(?:[=<>!~]=?[\w.*]+)?)"


def cause(log: str, told: dict[str, Any], python: str) -> tuple[str, str]:
    """(what was in the way, what to do) by what pip wrote; the last line of it where nothing is recognised."""
    warnings, errors = _complaints(log)
    package = re.search(_PACKAGE, errors)
    sure = [known for known in told["sebab"] if not known.get("lemah")]
    for said, causes in ((errors, sure), (warnings, sure), (errors, told["sebab"])):
        for known in causes:
            if re.search(known["pola"], said, re.IGNORECASE):
                name = package[1] if package else "nama pada pasang.log"
                return known["kata"].format(python=python, paket=name), known["saran"]
    lines = [line.strip() for line in log.splitlines() if line.strip()]
    return f"{told['lain']['kata']} {lines[-1][:300] if lines else '-'}", told["lain"]["saran"]


def _complaints(log: str) -> tuple[str, str]:
    """What pip warned of, and all from its first error on: its log also tells of every file that it passed over."""
    lines = log.splitlines()
    first = next((n for n, line in enumerate(lines) if re.search(r"\berror\b", line, re.IGNORECASE)), len(lines))
    warnings = [line for line in lines[:first] if "WARNING" in line]
    return "\n".join(warnings), "\n".join(lines[first:] or ([] if warnings else lines[-_TAIL:]))


def unfit(version: tuple[int, int], bits: int, told: dict[str, Any]) -> tuple[str, str] | None:
    """(what is wrong with a Python, what to do); None for one that will do."""
    name = f"{version[0]}.{version[1]}"
    if version < LEAST:
        return told["python"]["lama"].format(python=name), told["python"]["saran"]
    if bits < 64:
        return told["python"]["bit"].format(python=name), told["python"]["saran"]
    return None


def words() -> dict[str, Any]:
    """The causes and what is said of them."""
    import tomllib  # from Python 3.11 on: an older one never gets here

    return tomllib.loads((Path(__file__).parent / "sebab.toml").read_text(encoding="utf-8"))


def main(arguments: list[str]) -> int:
    """Exit codes: 0 this Python will do, 2 a cause was told."""
    if hasattr(sys.stdout, "reconfigure"):
        sys.stdout.reconfigure(encoding="utf-8", errors="replace")
    version, bits = sys.version_info[:2], 8 * struct.calcsize("P")
    found = unfit((version[0], version[1]), bits, words())
    if found is None and arguments:
        log = Path(arguments[0])
        text = log.read_text(encoding="utf-8", errors="replace") if log.is_file() else ""
        found = cause(text, words(), f"{version[0]}.{version[1]}")
    if found is None:
        return 0
    print(f"Penyebab: {found[0]}")
    print(f"Langkah berikutnya: {found[1]}")
    return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
