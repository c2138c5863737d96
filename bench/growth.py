"""Whether the main process stays as it is while the round grows. ``python bench/growth.py [--check] [--sites 40 514]``

``auditor run`` over generated sites of a few very small pages (bench/static.py serves each on an address of its own),
without delay, then once politely (``--delay``; sites of 20 to 60 pages, as sites differ: where all are alike, all ask
to be scored at the last moment): memory of the main process and of the largest process it starts (PSS,
bench/memory.py), and how the round's time compares with the politeness bound: the largest site's requests times the
delay. Held: at most 300 MB at up to 40 sites and 600 MB beyond; while sites are crawled and scored the larger round's
main process at most 1.25 times the smaller's (the reports at the end rank all cards, so they hold all of them); the
polite round at most 1.15 times its bound.
"""

from __future__ import annotations

import argparse
import json
import random
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))
sys.path.insert(0, str(ROOT / "bench"))

import memory  # noqa: E402

from bench.peers import free_port, hosts_of  # noqa: E402

SEED, FEW = 2026, 40
HOLDS = {True: 300.0, False: 600.0}  # MB, by whether there are few sites
FLAT, POLITE = 1.25, 1.15
CRAWLING, REPORTING = "crawling", "reporting"
POLITE_PAGES = (20, 60)  # of the smallest and the largest site in the polite round
_LABELS = (
    "Visi dan Misi", "Tugas dan Fungsi", "PPID", "Daftar Informasi Publik", "Berita", "Kontak", "Struktur Organisasi",
    "Maklumat Pelayanan", "Standar Pelayanan", "Sejarah", "Pengumuman", "Regulasi", "Laporan Kinerja", "Agenda",
)  # fmt: skip
_WORDS = [
    "kantor", "melayani", "masyarakat", "informasi", "publik", "madrasah", "pesantren", "nikah", "zakat", "wakaf",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Taken:
    """What a round took."""

    sites: int
    cards: int
    requests: int
    most_requests: int  # of one site
    seconds: float
    main: float  # MB
    crawling: float  # MB of the same, until the last site was stored
    child: float


def write(folder: Path, hosts: Mapping[str, str], least: int, most: int) -> None:
    """A site of so many pages of 1 to 2 kB for each host, from a fixed seed; its home page leads to all."""
    for number, host in enumerate(hosts):
        pages = least + (most - least) * number // max(1, len(hosts) - 1)
        chance = random.Random(f"{SEED}/{number}")
        place = "".join(chance.choice(("ban", "ci", "la", "ma", "pur", "ta")) for _ in range(3)).capitalize()
        names = [f"{_LABELS[n % len(_LABELS)]}{f' {n}' if n >= len(_LABELS) else ''}" for n in range(pages - 1)]
        links = "".join(f'<li><a href="/{n}/">{name}</a></li>' for n, name in enumerate(names))
        for path, name in (("", "Beranda"), *((str(n), name) for n, name in enumerate(names))):
            told = " ".join(chance.choice(_WORDS) for _ in range(40))
            made = folder / host / path / "index.html"
            made.parent.mkdir(parents=True, exist_ok=True)
            made.write_text(
                f"<!DOCTYPE html><html lang=id><title>{name}</title><nav><ul>{links if not path else ''}</ul></nav>"
                f"<main><h1>{name}</h1><p>Kantor Kementerian Agama Kabupaten {place}. {told}.</p></main>"
                f"<footer>Kantor Kementerian Agama Kabupaten {place}</footer></html>",
                encoding="utf-8",
            )


@contextmanager
def served(folder: Path, port: int, hosts: Mapping[str, str], tally: dict[str, list[int]]) -> Iterator[None]:
    """The sites on loopback while the block runs; then ``tally`` has (pages, requests) by host."""
    command = [sys.executable, str(ROOT / "bench" / "static.py"), str(folder), str(port), *hosts]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as server:
        assert server.stdout is not None
        if server.stdout.readline().strip() != "ready":
            raise OSError(f"no server on port {port}")
        yield
        tally.update(json.loads(server.communicate("")[0]))


def run(sites: int, pages: tuple[int, int], delay: float) -> Taken:
    """``auditor run`` over so many sites, and what it took."""
    port = free_port()
    hosts = hosts_of(sites, port)
    tally: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder / "situs", hosts, *pages)
        rows = [f"k{n:03d},Kankemenag Kabupaten {n},{url}" for n, url in enumerate(hosts.values())]
        (folder / "sites.csv").write_text("id,nama,url\n" + "\n".join(rows) + "\n", encoding="utf-8")
        (folder / "auditor.toml").write_text('[laporan]\nformat = ["csv"]\n', encoding="utf-8")
        command = [sys.executable, "-m", "auditor", "run", folder / "sites.csv", "--round", "2026-T4"]
        command += ["--out", folder / "hasil", "--config", folder / "auditor.toml", "--allow-private"]
        proof = folder / "hasil" / "2026-T4" / "bukti"

        def stage() -> str:
            return REPORTING if len(list(proof.glob("*.warc.gz"))) == sites else CRAWLING

        with served(folder / "situs", port, hosts, tally):
            ended = memory.run([*command, "--delay", str(delay), "--browser", "never"], ROOT, stage)
        if ended.code:
            raise SystemExit(f"the round ended with {ended.code}: {ended.output[-2_000:]}")
        cards = len((folder / "hasil" / "2026-T4" / "rekap.csv").read_text(encoding="utf-8-sig").splitlines()) - 1
    asked = [found[1] for found in tally.values()]
    main, child = (
        max(ended.peaks.get((stage, kind), 0.0) for stage in (CRAWLING, REPORTING))
        for kind in (memory.MAIN, memory.CHILD)
    )
    crawling = ended.peaks[(CRAWLING, memory.MAIN)]
    return Taken(sites, cards, sum(asked), max(asked, default=0), ended.seconds, main, crawling, child)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="exit with 1 when a bound is not held")
    parser.add_argument("--sites", type=int, nargs="*", default=[FEW, 514], help="the rounds without delay")
    parser.add_argument("--pages", type=int, default=6, help="of a site in them")
    parser.add_argument("--delay", type=float, default=1.0, help="of the polite round; 0: none is run")
    given = parser.parse_args()
    held = True
    rounds = [run(sites, (given.pages, given.pages), 0.0) for sites in given.sites]
    for one in rounds:
        good = one.cards == one.sites and one.main <= HOLDS[one.sites <= FEW]
        held &= good
        print(
            f"{'ok ' if good else 'NO '} {one.sites} sites, {one.requests} requests, {one.seconds:.0f} s: main process "
            f"{one.main:.0f} MB (hold {HOLDS[one.sites <= FEW]:.0f}), {one.crawling:.0f} MB in crawling; the largest "
            f"it starts {one.child:.0f} MB",
            flush=True,
        )
    if len(rounds) > 1:
        growth = rounds[-1].crawling / rounds[0].crawling
        held &= growth <= FLAT
        print(
            f"{'ok ' if growth <= FLAT else 'NO '} main process {growth:.2f} times as large in crawling (hold {FLAT})"
        )
    if given.delay:
        polite = run(FEW, POLITE_PAGES, given.delay)
        ratio = polite.seconds / (polite.most_requests * given.delay)
        held &= ratio <= POLITE and polite.cards == polite.sites
        print(
            f"{'ok ' if ratio <= POLITE else 'NO '} {polite.sites} sites politely: {polite.seconds:.0f} s for "
            f"{polite.most_requests} requests of one site at {given.delay:g} s: {ratio:.2f} (hold {POLITE}); main "
            f"process {polite.main:.0f} MB"
        )
    return 1 if given.check and not held else 0


if __name__ == "__main__":
    sys.exit(main())
