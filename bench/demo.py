"""Seconds and peak memory of ``auditor demo``, the browser told apart. ``python bench/demo.py [--check]``

Asked (issue 6): the sample province audited in 60 s and 300 MB without the browser, its reports in 500 MB. The servers
of the sample province run within the auditor's process and are counted with it. With ``--check`` ends with exit code 1
beyond a bound.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from memory import BROWSER, OWN, TOTAL, run  # noqa: E402

SECONDS = 60.0
MEGABYTES = {"audit": 300.0, "reports": 500.0}


def main() -> int:
    with tempfile.TemporaryDirectory() as folder:

        def stage() -> str:
            return "reports" if any(Path(folder).glob("*/bukti/*/*.html")) else "audit"

        ended = run([sys.executable, "-m", "auditor", "demo", "--no-open", "--out", folder], ROOT, stage)
    if ended.code:
        print(ended.output)
        return ended.code
    print(f"{ended.seconds:.1f} s; peak MB:")
    for name in MEGABYTES:
        kinds = ", ".join(f"{kind} {ended.peaks.get((name, kind), 0.0):.0f}" for kind in (OWN, BROWSER, TOTAL))
        print(f"  {name}: {kinds}")
    bounds = {name: ended.peaks.get((name, OWN), 0.0) / limit for name, limit in MEGABYTES.items()}
    bounds["time"] = ended.seconds / SECONDS
    print("share of the bounds: " + ", ".join(f"{name} {ratio:.2f}" for name, ratio in bounds.items()))
    return int("--check" in sys.argv and any(ratio > 1 for ratio in bounds.values()))


if __name__ == "__main__":
    raise SystemExit(main())
