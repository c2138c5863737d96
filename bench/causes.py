"""Whether changes between two rounds are laid to their causes, and how long a comparison takes.

Run: python bench/causes.py [--check]     Holds: every one of 200 planted changes over 38 offices, in 20 replays.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.test_causes import CHANGES, OFFICES, replay

REPLAYS = 20


def main() -> int:
    right, spent = 0, 0.0
    wrong: Counter[tuple[str, str]] = Counter()
    for seed in range(REPLAYS):
        rounds = replay(seed)
        start = perf_counter()
        found = rounds.found()
        spent += perf_counter() - start
        for site_id, told in found.items():
            planted = rounds.planted[site_id]
            right += sum(told.get(rule_id) is cause for rule_id, cause in planted.items())
            for rule_id in planted.keys() | told.keys():
                pair = (str(planted.get(rule_id, "tidak ada")), str(told.get(rule_id, "tidak ada")))
                wrong[pair] += pair[0] != pair[1]
    whole = REPLAYS * CHANGES
    print(f"{right} dari {whole} perubahan disebut menurut sebabnya ({OFFICES} kantor, {REPLAYS} kali {CHANGES})")
    print(f"{1000 * spent / REPLAYS:.0f} ms untuk membandingkan dua putaran")
    for (planted_as, told_as), count in wrong.most_common():
        if count:
            print(f"  ditanam {planted_as}, disebut {told_as}: {count}")
    return 1 if "--check" in sys.argv and (right < whole or wrong.total()) else 0


if __name__ == "__main__":
    sys.exit(main())
