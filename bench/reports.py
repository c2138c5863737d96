"""Prints what the reports of a round cost: seconds and memory per format, and the size of the files.

    python bench/reports.py [--pack]                  38 offices; --pack: the shipped rules instead of the small pack
    python bench/reports.py --offices 514 4600 [--formats csv html ... ] [--keep FOLDER] [--check]

38 offices (issue 6): all formats in 20 s and 500 MB on two cores, HTML at most 3 MB. Each format runs in a process of
its own, so that its peak memory is its own, that of the processes it starts included; the last line runs all of them.

Many offices (issue 17): a made-up country (bench/nation.py) with two rounds in an audit.db, and ``auditor report`` as a
user calls it, once a format and then all together. Held: the main process at most 600 MB, and at most 100 KB more for
each further office, which is what ranks and counts need of two rounds; no HTML page over 5 MB; no sheet over what Excel
opens (rows, links); no parcel over 1 MB.
"""

from __future__ import annotations

import argparse
import os
import shutil
import sys
import tempfile
import time
import zipfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import nation  # noqa: E402
from memory import MAIN, TOTAL, run  # noqa: E402

from auditor.report import ALL  # noqa: E402
from auditor.rules.loader import load  # noqa: E402

os.environ["PYTHONPATH"] = str(ROOT)  # of the commands that are run elsewhere

SECONDS, MEGABYTES, HTML_BYTES = 20.0, 500.0, 3 * 2**20
ROUND = "2026-T4"
MANY_MEGABYTES, KILOBYTES_AN_OFFICE = 600.0, 100.0
PAGE_BYTES, PARCEL_BYTES = 5 * 2**20, 2**20
EXCEL_ROWS, EXCEL_LINKS = 1_048_576, 65_530  # of one sheet


def measure(formats: list[str], real: bool) -> tuple[float, float, int]:
    """(seconds by the wall, seconds of CPU, bytes of HTML) of writing the formats in this process."""
    from auditor.report import write_reports
    from tests.report_cards import province, small_pack

    pack = load() if real else small_pack()
    cards, before = province(pack), province(pack, "2026-T3")
    with tempfile.TemporaryDirectory() as folder:
        start, begun = time.perf_counter(), time.process_time()
        written = write_reports(Path(folder), "2026-T4", cards, pack, before, formats=formats)
        seconds, busy = time.perf_counter() - start, time.process_time() - begun
        html = sum(path.stat().st_size for path in written if path.suffix == ".html")
    return seconds, busy, html


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run of ``auditor report`` took."""

    seconds: float
    main: float  # MB of the main process
    together: float  # MB of all processes
    faults: tuple[str, ...]  # what users could not open


def nationwide(offices: int, runs: list[list[str]], keep: Path | None) -> list[Cost]:
    """The costs of reports on so many offices, one for each run of formats; prints them."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = keep / str(offices) if keep is not None else Path(temporary)
        if not (folder / "hasil" / "audit.db").is_file():
            nation.history(folder / "hasil", nation.country(offices), load(), ("2026-T3", ROUND))
        print(f"{offices} kantor, audit.db {(folder / 'hasil' / 'audit.db').stat().st_size / 2**20:.0f} MB")
        costs = []
        for formats in runs:
            shutil.rmtree(folder / "hasil" / ROUND, ignore_errors=True)
            told = ", ".join(f'"{name}"' for name in formats)
            (folder / "auditor.toml").write_text(f"[laporan]\nformat = [{told}]\n", encoding="utf-8")
            command = [sys.executable, "-m", "auditor", "report", "--round", ROUND, "--config", "auditor.toml"]
            done = run(command, folder)
            if done.code:
                raise SystemExit(f"laporan berakhir dengan {done.code}: {done.output[-2_000:]}")
            main, together = done.peaks["", MAIN], done.peaks["", TOTAL]
            costs.append(Cost(done.seconds, main, together, faults_of(folder / "hasil" / ROUND)))
            name = formats[0] if len(formats) == 1 else "semua"
            print(f"{name:<8}{done.seconds:>7.0f} s {main:>6.0f} MB, bersama {together:>6.0f} MB   ", end="")
            print(sizes_of(folder / "hasil" / ROUND), flush=True)
    return costs


def sizes_of(folder: Path) -> str:
    """Kind of file: how many, MB of all, MB of the largest."""
    found: dict[str, list[float]] = {}
    for path in folder.rglob("*.*"):
        if path.suffix in (".html", ".pdf", ".xlsx", ".csv", ".json", ".zip", ".txt", ".pptx"):
            found.setdefault(path.suffix[1:], []).append(path.stat().st_size / 2**20)
    return "; ".join(f"{kind} {len(each)}, {sum(each):.1f}, {max(each):.2f}" for kind, each in sorted(found.items()))


def faults_of(folder: Path) -> tuple[str, ...]:
    """The files that are too large for what opens them."""
    faults = []
    for path in sorted(folder.rglob("*.*")):
        size = path.stat().st_size
        if (path.suffix == ".html" and size > PAGE_BYTES) or (path.suffix == ".zip" and size > PARCEL_BYTES):
            faults.append(f"{path.name}: {size / 2**20:.1f} MB")
        if path.suffix == ".csv" and (rows := path.read_bytes().count(b"\n")) > EXCEL_ROWS:
            faults.append(f"{path.name}: {rows} baris")
        if path.suffix == ".xlsx":
            with zipfile.ZipFile(path) as archive:
                for part in (name for name in archive.namelist() if name.startswith("xl/worksheets/sheet")):
                    text = archive.read(part)
                    if text.count(b"<row ") > EXCEL_ROWS or text.count(b"<hyperlink ") > EXCEL_LINKS:
                        faults.append(f"{path.name}: {part}")
    return tuple(faults)


def many(told: argparse.Namespace) -> bool:
    """Whether the reports on each number of offices hold what is asked; prints what does not."""
    runs = [[name] for name in told.formats or ALL if name not in ("pdf", "kirim")]
    runs += [list(told.formats or ALL)] if not told.formats or len(told.formats) > 1 else []
    costs = {offices: nationwide(offices, runs or [told.formats], told.keep) for offices in told.offices}
    held = True
    for offices, each in costs.items():
        for cost, formats in zip(each, runs, strict=False):
            if cost.main > MANY_MEGABYTES or cost.faults:
                held = False
                print(f"NO {offices} kantor, {'+'.join(formats)}: {cost.main:.0f} MB {'; '.join(cost.faults)}")
    if len(costs) > 1:
        (few, small), (most, large) = sorted(costs.items())[:: len(costs) - 1]
        growth = max((b.main - a.main) * 1024 / (most - few) for a, b in zip(small, large, strict=True))
        held &= growth <= KILOBYTES_AN_OFFICE
        mark = "ok" if growth <= KILOBYTES_AN_OFFICE else "NO"
        print(f"{mark} paling banyak {growth:.0f} KB lagi untuk setiap kantor (batas {KILOBYTES_AN_OFFICE:g})")
    return held


def main() -> int:
    """Prints the table; 1 when a bound is broken."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--offices", type=int, nargs="*", default=[])
    parser.add_argument("--formats", nargs="*", default=[], choices=ALL)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--check", action="store_true", help="with --offices: 1 when a bound is not held")
    told = parser.parse_known_args()[0]
    if told.offices:
        return int(not many(told) and told.check)
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
