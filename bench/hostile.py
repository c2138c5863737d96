"""Whether hostile bytes cost one site, never the round. ``python bench/hostile.py [--check] [--minutes 10]``

One round of ten sound sites and 120 hostile ones, each with one file or page of tests/hostile: 40 PDFs, 30 office
files, 25 pages, 25 feeds, sitemaps, rules for robots and encodings. Held: every sound site has the score it has alone,
the round ends within 1.5 times the time of the sound sites plus 3 s for each hostile one, no process over 500 MB. Then
every reader is fed sound files with bytes changed at random for as long as ``--minutes`` says (10): none may hang, none
may cost more than its file.
"""

from __future__ import annotations

import argparse
import csv
import random
import resource
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "bench"))

import memory  # noqa: E402

SOUND, SECONDS, MEGABYTES = 10, 3.0, 500
_OWN = 4_000_000_000  # bytes this process and what it starts may take: other people work on this machine


@dataclass(frozen=True, slots=True)
class Answer:
    body: bytes
    media_type: str


@dataclass(slots=True)
class Office:
    """A site of the bench: what it answers by path; an ordinary small site for all other paths."""

    name: str
    place: str
    answers: dict[str, Answer] = field(default_factory=dict)
    url: str = ""


_TYPES = {"pdf": "application/pdf", "bin": "application/octet-stream", "xml": "application/xml", "txt": "text/plain"}


def hostile_offices() -> list[Office]:
    """The 120 hostile sites; what they answer is made on first request and kept no longer."""
    from tests.hostile.lists import LISTS
    from tests.hostile.offices import OFFICES
    from tests.hostile.pages import PAGES
    from tests.hostile.pdfs import PDFS

    offices = [(name, "/laporan.pdf", "pdf", make) for name, make in PDFS.items()]
    offices += [(name, "/laporan.bin", "bin", make) for name, make in OFFICES.items()]
    offices += [(name, "/profil", "html", make) for name, make in PAGES.items()]
    offices += [
        (name, f"/{path}", "txt" if path == "robots.txt" else "xml" if path else "html", make)
        for name, (path, make) in LISTS.items()
    ]
    return [
        Office(name, "Cilacap", {path: Answer(make(), _TYPES.get(kind, "text/html; charset=utf-8"))})
        for name, path, kind, make in offices
    ]


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, office: Office) -> None:
        self.office = office
        super().__init__(("127.0.0.1", 0), _Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """A client that ends a connection is no news."""


class _Handler(BaseHTTPRequestHandler):
    server: _Server
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        from tests.loopback import page

        office = self.server.office
        answer = office.answers.get(self.path)
        if answer is None:
            html = page(office.place, self.path)
            links = "".join(
                f'<li><a href="{path}">Laporan Kinerja Profil 2026</a></li>' for path in office.answers if path
            )
            body = (html or "<h1>Tidak ditemukan</h1>").replace("</main>", f"<ul>{links}</ul></main>").encode()
            answer = Answer(body, "text/html; charset=utf-8")
            self.send_response(200 if html else 404)
        else:
            self.send_response(200)
        self.send_header("Content-Type", answer.media_type)
        self.send_header("Content-Length", str(len(answer.body)))
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@contextmanager
def served(offices: list[Office]) -> Iterator[None]:
    """Each office on a port of its own while the block runs."""
    with ExitStack() as stack:
        for office in offices:
            server = _Server(office)
            office.url = f"http://127.0.0.1:{server.server_address[1]}/"
            threading.Thread(target=server.serve_forever, daemon=True).start()
            stack.callback(server.shutdown)
        yield


def run(folder: Path, offices: list[Office]) -> tuple[dict[str, str], float, float]:
    """(score by office's id, seconds, most megabytes of any process of the auditor) of a round."""
    rows = ["id,nama,jenis,provinsi,url"]
    rows += [f"s{n},Kankemenag Kabupaten {o.place},kabupaten,Jawa Tengah,{o.url}" for n, o in enumerate(offices)]
    folder.mkdir()
    (folder / "sites.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    command = [
        sys.executable,
        "-m",
        "auditor",
        "run",
        folder / "sites.csv",
        "--round",
        "2026-T4",
        "--out",
        folder / "hasil",
    ]
    command += ["--allow-private", "--delay", "0.05", "--max-pages", "12", "--browser", "never"]
    (folder / "auditor.toml").write_text('[laporan]\nformat = ["csv"]\n', encoding="utf-8")
    ended = memory.run([*command, "--config", folder / "auditor.toml"], ROOT)
    if ended.code:
        print(ended.output[-3_000:])
        raise SystemExit(f"the round ended with {ended.code}")
    scores = {}
    with (folder / "hasil" / "2026-T4" / "rekap.csv").open(encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            scores[row["situs_id"]] = row["skor"]
    return scores, ended.seconds, ended.peaks[("", memory.LARGEST)]


def spent() -> float:
    """The seconds of the processor that the commands run so far took, with all the processes they started."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def round_holds() -> bool:
    """Whether the round of sound and hostile sites keeps its bounds."""
    print("making 120 hostile files ...", flush=True)
    hostile = hostile_offices()
    sound = [Office(f"sound {n}", "Purbalingga") for n in range(SOUND)]
    with served([*sound, *hostile]), tempfile.TemporaryDirectory() as name:
        alone, quiet, _ = run(Path(name) / "alone", sound)
        before = spent()
        print(f"{SOUND} sound sites alone: {quiet:.1f} s, {before:.1f} s of the processor", flush=True)
        together, seconds, most = run(Path(name) / "together", [*sound, *hostile])
    right = sum(together.get(f"s{n}") == alone.get(f"s{n}") and bool(alone.get(f"s{n}")) for n in range(SOUND))
    bound = 1.5 * quiet + SECONDS * len(hostile)
    print(f"with {len(hostile)} hostile ones: {seconds:.1f} s (bound {bound:.1f} s)")
    print(f"{right} of {SOUND} sound scores right")
    print(f"all sites together took {spent() - before:.1f} s of the processor", flush=True)
    print(f"cards: {len(together)}; the largest process held {most:.0f} MB (bound {MEGABYTES} MB)", flush=True)
    return right == SOUND and len(together) == SOUND + len(hostile) and seconds <= bound and most <= MEGABYTES


def fuzz(minutes: float, seed: int = 20261122) -> bool:
    """Whether no changed file hangs or ends more than its own reading."""
    from tests.hostile.fuzzing import Fuzzer

    fuzzer = Fuzzer(random.Random(seed))
    until = time.monotonic() + 60 * minutes
    while time.monotonic() < until:
        fuzzer.once()
    fuzzer.close()
    print(
        f"{fuzzer.tried} changed files in {minutes:g} minutes: {fuzzer.heavy} too heavy, {fuzzer.raised} raised, "
        f"the slowest took {fuzzer.slowest:.1f} s of the processor ({fuzzer.slowest_name})"
    )
    for fault in fuzzer.faults[:10]:
        print("  ", fault)
    return not fuzzer.raised


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is not held")
    parser.add_argument("--minutes", type=float, default=10.0, help="of changed files")
    parser.add_argument("--fuzz-only", action="store_true")
    given = parser.parse_args()
    resource.setrlimit(resource.RLIMIT_AS, (_OWN, _OWN))
    held = given.fuzz_only or round_holds()
    held = fuzz(given.minutes) and held if given.minutes else held
    return 1 if given.check and not held else 0


if __name__ == "__main__":
    sys.exit(main())
