"""Whether a round survives what ends it. ``python bench/endings.py [--check] [--kills 60] [--disks 30] [--damages 60]
[--seed N]``

kill -9 at random moments over run, score and report; a disk that is full at ever another point (needs a small disk of
its own: Linux, as root); snapshots and history damaged. Held: no traceback, an exit code that says what happened, and
afterwards the same commands end with the scores of a round nobody disturbed.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tests.hostile.damage import damages  # noqa: E402
from tests.loopback import Province  # noqa: E402

ROUND = "2026-T4"
CODES = (0, 2)  # done; refused, with the reason
LEAST, MOST = 60_000, 900_000  # bytes of a small disk


class Bench:
    """A working folder with a list of offices, and the commands run in it."""

    def __init__(self, folder: Path, addresses: Sequence[str]) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        rows = [f"kab{n},Kankemenag Kabupaten {n},{url}" for n, url in enumerate(addresses)]
        (folder / "sites.csv").write_text("id,nama,url\n" + "\n".join(rows) + "\n", encoding="utf-8")
        (folder / "auditor.toml").write_text('[laporan]\nformat = ["html", "csv", "wa"]\n', encoding="utf-8")
        self.faults: list[str] = []
        self.done = 0

    def start(self, command: str) -> subprocess.Popen[str]:
        words = [sys.executable, "-m", "auditor", command]
        if command == "run":
            words += ["sites.csv", "--delay", "0", "--max-pages", "4", "--browser", "never", "--allow-private"]
        environment = {**os.environ, "PYTHONPATH": str(ROOT)}
        return subprocess.Popen(
            [*words, "--round", ROUND],
            cwd=self.folder,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )

    def do(self, command: str, codes: Sequence[int] = CODES) -> int:
        """The exit code of a command; whatever else it should not do is a fault."""
        process = self.start(command)
        out, err = process.communicate()
        if "Traceback" in out + err or process.returncode not in codes or (process.returncode and len(err) < 20):
            self.faults.append(f"{command} ended with {process.returncode}: {(out + err)[-700:]}")
            print(self.faults[-1], flush=True)
        self.done += 1
        return process.returncode

    def scores(self) -> dict[str, str]:
        path = self.folder / "hasil" / ROUND / "rekap.csv"
        with path.open(encoding="utf-8-sig", newline="") as file:
            return {row["situs_id"]: row["skor"] for row in csv.DictReader(file)}


def killed(bench: Bench, count: int, wanted: dict[str, str], seed: int) -> None:
    """kill -9 while a round is run, scored and reported, then the same commands to their end."""
    moments = random.Random(seed)
    lasting = {}
    for command in ("run", "score", "report"):
        started = time.monotonic()
        bench.do(command, (0,))
        lasting[command] = time.monotonic() - started
    for number in range(count):
        command = ("run", "score", "report")[number % 3]
        if command == "run":
            shutil.rmtree(bench.folder / "hasil", ignore_errors=True)
        process = bench.start(command)
        time.sleep(moments.uniform(0.2, 1.0) * lasting[command])
        process.kill()
        process.communicate()
        if command == "report" or number == count - 1:  # the folder has seen a kill of each command
            for again in ("run", "score", "report"):
                bench.do(again, (0,))
            if bench.scores() != wanted:
                bench.faults.append(f"after kill {number} the scores are {bench.scores()}")


@contextmanager
def small_disk(folder: Path, size: int) -> Iterator[None]:
    """A disk of its own for the results. OSError where none can be mounted."""
    folder.mkdir(parents=True, exist_ok=True)
    try:
        subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", folder], check=True, capture_output=True)
    except (subprocess.CalledProcessError, FileNotFoundError) as error:
        raise OSError("no small disk can be mounted here") from error
    try:
        yield
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def full(bench: Bench, count: int) -> None:
    """A run, a scoring and a report on disks of different sizes, each too small at another point."""
    for number in range(count):
        size = LEAST + (MOST - LEAST) * number // max(1, count - 1)
        out = bench.folder / "hasil"
        shutil.rmtree(out, ignore_errors=True)
        with small_disk(out, size):
            for command in ("run", "score", "report"):
                bench.do(command)


def damaged(bench: Bench, count: int) -> None:
    """A scoring and a report after each damage."""
    whole = bench.folder / "utuh"
    shutil.rmtree(whole, ignore_errors=True)
    shutil.copytree(bench.folder / "hasil", whole)
    for name, damage in damages(count):
        shutil.rmtree(bench.folder / "hasil", ignore_errors=True)
        shutil.copytree(whole, bench.folder / "hasil")
        damage(bench.folder / "hasil")
        before = len(bench.faults)
        for command in ("report", "score", "report"):
            bench.do(command)
        bench.faults[before:] = [f"{name}: {fault}" for fault in bench.faults[before:]]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with 1 when something is not held")
    parser.add_argument("--kills", type=int, default=60)
    parser.add_argument("--disks", type=int, default=30)
    parser.add_argument("--damages", type=int, default=60)
    parser.add_argument("--seed", type=int, default=20261122, help="of the moments: other kills in another portion")
    given = parser.parse_args()
    faults = 0
    with Province(3, slower=0.02) as province, tempfile.TemporaryDirectory() as name:
        bench = Bench(Path(name), province.addresses.split())
        bench.do("run", (0,))
        wanted = bench.scores()
        stages: list[tuple[str, int, Callable[[Bench, int], None]]] = [
            ("damages", given.damages, damaged),
            ("kills", given.kills, lambda bench, count: killed(bench, count, wanted, given.seed)),
            ("full disks", given.disks, full),
        ]
        for what, count, stage in stages:
            if not count:
                continue
            bench.faults.clear()
            try:
                stage(bench, count)
            except OSError as error:
                print(f"{what}: not tried ({error})")
                continue
            print(f"{count} {what}: {len(bench.faults)} faults in {bench.done} commands", flush=True)
            faults += len(bench.faults)
    return 1 if given.check and faults else 0


if __name__ == "__main__":
    sys.exit(main())
