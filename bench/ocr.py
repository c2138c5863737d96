"""What is read of pictures, and what it costs: ``python bench/ocr.py [--each]``

Pictures drawn by tests/made_pictures.py, each read as a site's are: key phrases found, years and terms made up, seconds
of the processor a picture and for the dearest site of 24 pictures. Exit code 1 where a figure does not hold.
"""

from __future__ import annotations

import resource
import sys
from collections import defaultdict
from pathlib import Path
from time import process_time

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from auditor.language.phrases import normalise  # noqa: E402
from auditor.pictures.engine import see_picture  # noqa: E402
from auditor.pictures.reader import MOST  # noqa: E402
from auditor.pictures.sight import Outcome, engine_version  # noqa: E402
from tests.made_pictures import Made, pictures, terms_in, wordless, years_in  # noqa: E402

_HOLD_FOUND, _HOLD_SECONDS = 0.9, 40.0
_PHOTOS = 8


def main() -> int:
    """The exit code; prints the figures."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    seconds: list[float] = []
    made_up: list[str] = []
    for made in pictures():
        started = process_time()
        sight = see_picture(made.body, again=True)
        seconds.append(process_time() - started)
        words = f" {normalise(sight.text)} "
        missed = [key for key in made.keys if f" {normalise(key)} " not in words]
        found[made.name.rpartition(" ")[0]].append((len(made.keys) - len(missed), len(made.keys)))
        made_up += [f"{made.name}: {wrong}" for wrong in _made_up(made, sight.text)]
        if "--each" in sys.argv:
            print(f"{made.name:22} {seconds[-1]:5.2f} s  {', '.join(missed)}")
    silent = sum(see_picture(wordless(number), again=True).outcome is Outcome.NOTHING for number in range(_PHOTOS))
    for kind, counts in found.items():
        print(f"{kind:22} {len(counts):2} pictures, {_share(counts):.3f} of the key phrases")
    share = _share([count for counts in found.values() for count in counts])
    site = sum(sorted(seconds, reverse=True)[:MOST])
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"{engine_version()}: {len(seconds)} pictures, key phrases found {share:.3f} (hold {_HOLD_FOUND})")
    print(f"years and terms made up: {len(made_up)} (hold 0) {'; '.join(made_up)}")
    print(f"photos without words kept silent: {silent} of {_PHOTOS}")
    print(f"seconds a picture: {sum(seconds) / len(seconds):.2f}; a site of the {MOST} dearest: {site:.1f} (hold 40)")
    print(f"peak memory: {peak:.0f} MB")
    return int(share < _HOLD_FOUND or bool(made_up) or site > _HOLD_SECONDS)


def _made_up(made: Made, text: str) -> list[str]:
    return sorted((years_in(text) - made.years) | (terms_in(text) - made.terms))


def _share(counts: list[tuple[int, int]]) -> float:
    return sum(hit for hit, _ in counts) / sum(asked for _, asked in counts)


if __name__ == "__main__":
    raise SystemExit(main())
