"""Whether no hostile page or file takes more than 2 s of CPU and 200 MB. ``python bench/hostile.py [--check]``

The pages and files are those of tests/hostile; a page may take 2 s to parse, and a site of that page 4 s to observe.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.hostile.measure import STRICT  # noqa: E402


def main() -> int:
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--durations=8", "tests/hostile"]
    failed = subprocess.run(command, cwd=ROOT, env={**os.environ, STRICT: "1"}, check=False).returncode
    return 1 if failed and "--check" in sys.argv else 0


if __name__ == "__main__":
    sys.exit(main())
