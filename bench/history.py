"""Prints how long the questions of reports and of other programs to a large audit.db take.

    python bench/history.py [--rounds 16] [--offices 514] [--keep FOLDER]

The bounds (issues 15, 17): 16 rounds of 514 offices (8 of 4,600) and 76 indicators, each question in a second, and a
round's cards for its ranks read in 2 ms a card. The history is made here, from made-up cards; questions are asked five
times, and the median counts.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT), str(ROOT / "bench")]

import nation  # noqa: E402

from auditor.store import DATABASE, Store  # noqa: E402
from auditor.store.summaries import past_scores, round_summaries  # noqa: E402
from tests.report_cards import small_pack  # noqa: E402

SECONDS = 1.0
MILLISECONDS_A_CARD = 2.0
TIMES = 5


def made(folder: Path, rounds: int, offices: int) -> list[str]:
    """The names of the rounds of a history made in a folder."""
    names = [f"{2023 + n // 4}-T{n % 4 + 1}" for n in range(rounds)]
    nation.history(folder, nation.country(offices), small_pack(), names)
    return names


def questions(folder: Path, names: list[str]) -> dict[str, Callable[[], object]]:
    """What is asked -> how."""
    store = Store.open(folder)
    db = sqlite3.connect(f"{(folder / DATABASE).as_uri()}?mode=ro", uri=True)

    def sql(query: str, *values: str) -> Callable[[], object]:
        return lambda: db.execute(query, values).fetchall()

    last = names[-1]
    sizes = Counter(site.province for site in store.sites(last))
    province = [site.id for site in store.sites(last) if site.province == max(sizes, key=lambda name: sizes[name])]
    return {
        "auditor rounds": lambda: round_summaries(store),
        "garis 8 putaran, semua kantor": lambda: past_scores(store, names[-8:]),
        "semua kartu provinsi terbesar": lambda: [store.card(last, site_id) for site_id in province],
        "v_skor: satu putaran": sql("SELECT * FROM v_skor WHERE putaran=? ORDER BY skor DESC", last),
        "v_skor: satu kantor, semua putaran": sql("SELECT * FROM v_skor WHERE situs_id=?", "kab-0100"),
        "v_skor: semuanya": sql("SELECT * FROM v_skor"),
        "v_temuan: siapa belum punya X": sql(
            "SELECT nama FROM v_temuan WHERE putaran=? AND indikator_id=? AND hasil='tidak_ada'", last, "ppid.butir-1"
        ),
        "v_temuan: satu kantor, semua putaran": sql("SELECT * FROM v_temuan WHERE situs_id=?", "kab-0100"),
        "v_temuan: satu indikator, semua putaran": sql(
            "SELECT putaran, hasil, count(*) FROM v_temuan WHERE indikator_id=? GROUP BY 1, 2", "ppid.butir-1"
        ),
        "v_temuan: satu putaran menurut hasil": sql(
            "SELECT indikator_id, hasil, count(*) FROM v_temuan WHERE putaran=? GROUP BY 1, 2", last
        ),
        "v_temuan: semua putaran menurut hasil": sql("SELECT putaran, hasil, count(*) FROM v_temuan GROUP BY 1, 2"),
        "v_berita: satu putaran": sql("SELECT * FROM v_berita WHERE putaran=?", last),
    }


def main() -> int:
    """Prints the table; 1 when a question takes too long."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rounds", type=int, default=16)
    parser.add_argument("--offices", type=int, default=514)
    parser.add_argument("--keep", type=Path)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = told.keep or Path(temporary)
        if (folder / DATABASE).is_file():
            with Store.open(folder) as store:
                names = list(store.rounds())
        else:
            names = made(folder, told.rounds, told.offices)
        size = (folder / DATABASE).stat().st_size / 2**20
        print(f"{len(names)} putaran, {told.offices} kantor, audit.db {size:.0f} MB")
        worst = 0.0
        for name, ask in questions(folder, names).items():
            spent = []
            for _ in range(TIMES):
                start = time.perf_counter()
                ask()
                spent.append(time.perf_counter() - start)
            worst = max(worst, median(spent))
            print(f"{name:<44}{median(spent):>8.3f} s")
        with Store.open(folder) as store:
            start = time.perf_counter()
            held = len(store.cards(names[-1], proofs=False))
        each = (time.perf_counter() - start) * 1000 / held
        print(f"{f'{held} kartu tanpa bukti':<44}{each * held / 1000:>8.3f} s: {each:.2f} ms satu kartu")
    print(f"terlama {worst:.3f} s, batas {SECONDS:g} s")
    return int(worst > SECONDS or each > MILLISECONDS_A_CARD)


if __name__ == "__main__":
    raise SystemExit(main())
