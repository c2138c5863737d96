"""How long one page of 100 KB takes to be matched against every label of the pack.

Run: python bench/phrases.py [--check]     Holds: <= 1 ms.
The plain loop (one search per phrase) is measured beside them; the ratios do not depend on the machine.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from random import Random
from time import perf_counter

from auditor.language.phrases import Phrases, normalise
from auditor.rules.loader import load

LIMIT = 1.0  # ms
SIZE = 100_000


PROSE = """
Purbalingga (Humas) - Ratusan warga memadati pendopo sejak pagi untuk mengikuti jalan sehat yang dimeriahkan hadrah
dan pentas anak-anak. Ketua panitia mengatakan kegiatan ini sudah direncanakan tiga bulan lalu bersama para pemuda
desa. "Kami senang cuaca cerah," ujarnya seusai acara. Hadiah utama berupa sepeda diserahkan kepada seorang guru
dari kecamatan sebelah. Kemenag berharap kerukunan antarwarga terus terjaga, apalagi menjelang akhir tahun. Di
tempat terpisah, penyuluh menyambangi warga yang terdampak banjir dan membagikan sembako. Jalan menuju lokasi
sempat terputus, tetapi relawan membuka jalur lain. Santri putra dan putri bergantian membaca ayat suci, lalu
mendengarkan nasihat kiai tentang pentingnya menuntut ilmu. Sekolah meliburkan siswa selama dua hari; orang tua
diminta mendampingi anaknya belajar di rumah. Suasana haru terasa ketika jamaah berpamitan. Pemerintah daerah
menjanjikan perbaikan atap ruang kelas sebelum musim hujan. (ak/hm)
"""


def page(labels: tuple[str, ...], density: float = 0.01) -> str:
    """A page of 100 KB: news prose in which every hundredth word is followed by one of the labels."""
    prose = PROSE.split()
    random = Random(14)
    words: list[str] = []
    length = 0
    while length < SIZE:
        word = random.choice(labels) if random.random() < density else random.choice(prose)
        words.append(word)
        length += len(word) + 1
    return " ".join(words)[:SIZE]


def best(run: Callable[[], object], times: int = 15) -> float:
    """The shortest of several runs, in milliseconds: the others measure the neighbours."""
    shortest = float("inf")
    for _ in range(times):
        start = perf_counter()
        run()
        shortest = min(shortest, perf_counter() - start)
    return shortest * 1000


def main() -> int:
    labels = load().phrases
    text = page(labels)
    needles = [f" {normalise(label)} " for label in labels]

    def loop() -> list[str]:
        hay = f" {normalise(text)} "
        return [needle for needle in needles if needle in hay]

    phrases = Phrases(labels)
    print(f"{len(labels)} frasa, halaman {len(text) / 1000:.0f} kB, {len(phrases.hits(text))} temuan")
    baseline, time = best(loop), best(lambda: phrases.hits(text))
    print(f"satu per satu: {baseline:7.2f} ms")
    print(f"   sekaligus: {time:7.2f} ms  (batas {LIMIT:g} ms; {baseline / time:.1f} x lebih cepat)")
    return 0 if time <= LIMIT or "--check" not in sys.argv else 1


if __name__ == "__main__":
    sys.exit(main())
