"""Prints what the reports of 38 offices cost: seconds and memory per format, and the size of the HTML.

    python bench/reports.py [--pack]      --pack: the shipped rules instead of the tests' small pack

The bounds (issue 6): all formats in 20 s and 500 MB on two cores, HTML at most 3 MB. Each format runs in a process
of its own, so that its peak memory is its own, that of the processes it starts included; the last line runs all of
them in one.
"""

from __future__ import annotations

import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

from memory import TOTAL, run  # noqa: E402

SECONDS, MEGABYTES, HTML_BYTES = 20.0, 500.0, 3 * 2**20


def measure(formats: list[str], real: bool) -> tuple[float, float, int]:
    """(seconds by the wall, seconds of CPU, bytes of HTML) of writing the formats in this process."""
    from auditor.report import write_reports
    from auditor.rules.loader import load
    from tests.report_cards import province, small_pack

    pack = load() if real else small_pack()
    cards, before = province(pack), province(pack, "2026-T3")
    with tempfile.TemporaryDirectory() as folder:
        start, begun = time.perf_counter(), time.process_time()
        written = write_reports(Path(folder), "2026-T4", cards, pack, before, formats=formats)
        seconds, busy = time.perf_counter() - start, time.process_time() - begun
        html = sum(path.stat().st_size for path in written if path.suffix == ".html")
    return seconds, busy, html


def main() -> int:
    """Prints the table; 1 when a bound is broken."""
    real = "--pack" in sys.argv
    if "--one" in sys.argv:
        print(*measure(sys.argv[sys.argv.index("--one") + 1].split(","), real))
        return 0
    print(f"{'format':<24}{'s':>8}{'CPU s':>8}{'MB':>8}{'HTML MB':>10}")
    everything = "html,pdf,csv,xlsx,wa,pptx"
    for formats in (*everything.split(","), everything):
        command = [sys.executable, __file__, "--one", formats, *(["--pack"] if real else [])]
        done = run(command, ROOT)
        if done.code:
            return done.code
        seconds, busy, html = (float(value) for value in done.output.split()[-3:])
        peak = done.peaks["", TOTAL]
        name = formats if "," not in formats else "semua"
        print(f"{name:<24}{seconds:>8.2f}{busy:>8.2f}{peak:>8.0f}{html / 2**20:>10.2f}")
    bounds = {"waktu": seconds / SECONDS, "memori": peak / MEGABYTES, "HTML": html / HTML_BYTES}
    print("bagian dari batas: " + ", ".join(f"{name} {ratio:.2f}" for name, ratio in bounds.items()))
    return int(any(ratio > 1 for ratio in bounds.values()))


if __name__ == "__main__":
    raise SystemExit(main())
