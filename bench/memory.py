"""How much memory a command and all processes it starts take at once; beside other benches, prints nothing itself.

A process counts with its proportional share (PSS: pages that n processes share count 1/n in each), where the system
tells it (Linux, /proc/<pid>/smaps_rollup), else with its resident set. Sampled, so that a shorter peak may be missed.
"""

from __future__ import annotations

import subprocess
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

PROC = Path("/proc")
EVERY = 0.1  # seconds
TOTAL, OWN, BROWSER, LARGEST = "together", "auditor", "browser", "largest"
MAIN, CHILD = "main", "child"  # of single processes: the command's own, and the largest of those it starts


@dataclass(frozen=True, slots=True)
class Ended:
    """How a command ended. ``peaks`` in MB: (stage, kind), the kinds all together, the auditor's own, the browser's,
    and of single processes the largest, the main one, the largest it started."""

    code: int
    output: str
    seconds: float
    peaks: dict[tuple[str, str], float]


def run(command: Sequence[str | Path], cwd: Path, stage: Callable[[], str] = str) -> Ended:
    """Runs a command to its end and samples the memory of its processes. OSError where there is no /proc.

    ``stage`` names what the command is about at the moment, that the peaks of its stages may be told apart.
    """
    if not PROC.is_dir():
        raise OSError("memory is measured on Linux only (/proc)")
    begun = time.perf_counter()
    with subprocess.Popen(
        [str(word) for word in command], cwd=cwd, stdout=subprocess.PIPE, text=True, encoding="utf-8"
    ) as process:
        peaks: dict[tuple[str, str], float] = {}
        over = threading.Event()
        watch = threading.Thread(target=_watch, args=(process.pid, stage, peaks, over), daemon=True)
        watch.start()
        output, _ = process.communicate()
        seconds = time.perf_counter() - begun
        over.set()
        watch.join()
    return Ended(process.returncode, output, seconds, peaks)


def _watch(root: int, stage: Callable[[], str], peaks: dict[tuple[str, str], float], over: threading.Event) -> None:
    family = {root}
    while not over.wait(EVERY):
        family, now = sample(family, root)
        for kind, used in now.items():
            key = (stage(), kind)
            peaks[key] = max(peaks.get(key, 0.0), used)


def sample(family: set[int], root: int = 0) -> tuple[set[int], dict[str, float]]:
    """The processes of a family as they are now, and the memory they take by kind, in MB."""
    family = _family(family)
    now = dict.fromkeys((TOTAL, OWN, BROWSER, LARGEST, MAIN, CHILD), 0.0)
    for pid in family:
        used = _megabytes(pid)
        kind = BROWSER if _is_browser(pid) else OWN
        now[kind] += used
        if kind == OWN:
            one = MAIN if pid == root else CHILD
            now[one] = max(now[one], used)
            now[LARGEST] = max(now[LARGEST], used)
        now[TOTAL] += used
    return family, now


def _family(known: set[int]) -> set[int]:
    """The processes known that still live, and all that descend from them; an orphan stays in the family."""
    parents = {}
    for entry in PROC.iterdir():
        if entry.name.isdigit():
            stat = _read(entry / "stat").rpartition(")")[2].split()  # the name before it may hold blanks
            if stat:
                parents[int(entry.name)] = int(stat[1])
    family = known & parents.keys()
    while more := {pid for pid, parent in parents.items() if parent in family} - family:
        family |= more
    return family


def _megabytes(pid: int) -> float:
    for file, field in (("smaps_rollup", "Pss:"), ("status", "VmRSS:")):
        for line in _read(PROC / str(pid) / file).splitlines():
            if line.startswith(field):
                return int(line.split()[1]) / 1024
    return 0.0


def _is_browser(pid: int) -> bool:
    """Whether it is a browser's or its driver's (node); all else is the auditor's own: Python and what it calls."""
    program, _, arguments = _read(PROC / str(pid) / "cmdline").partition("\0")
    name = program.rsplit("/", 1)[-1].lower()
    part = name == "exe" and "--type=" in arguments  # Chromium starts its parts as /proc/self/exe
    return part or name == "node" or any(browser in name for browser in ("chrom", "msedge", "headless_shell"))


def _read(path: Path) -> str:
    try:
        return path.read_bytes().decode("utf-8", "replace")
    except OSError:  # gone meanwhile, or not ours to read
        return ""
