"""How long the whole pack takes to load: 79 files, TOML, strict models, every fault looked for.

Run: python bench/rules.py [--check]     Holds: < 0.3 s. The bare TOML parse is measured beside it.
"""

from __future__ import annotations

import sys
import tomllib
from time import perf_counter

from auditor.resources import rules_folder
from auditor.rules.loader import load

LIMIT = 0.3  # s


def main() -> int:
    bodies = [path.read_text(encoding="utf-8") for path in rules_folder().glob("*.toml")]
    parse = loaded = float("inf")
    for _ in range(7):
        start = perf_counter()
        for body in bodies:
            tomllib.loads(body)
        parse = min(parse, perf_counter() - start)
        start = perf_counter()
        pack = load()
        loaded = min(loaded, perf_counter() - start)
    print(f"{len(pack.rules)} indikator, {sum(map(len, bodies)) / 1000:.0f} kB")
    print(f"hanya TOML: {parse:.3f} s; paket lengkap: {loaded:.3f} s ({loaded / parse:.1f} x), batas {LIMIT} s")
    return 0 if loaded < LIMIT or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
