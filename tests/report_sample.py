"""Writes the golden sample under reports/contoh: made-up offices, the shipped rules, one card in every format.

python -m tests.report_sample
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import replace
from pathlib import Path

from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.report import write_reports
from auditor.rules.loader import load
from tests.report_cards import ordinary_card, province

TARGET = Path(__file__).resolve().parent.parent / "reports" / "contoh"
CARD = "kab-contoh-04"
FILES = (f"kartu-skor/{CARD}.html", f"kartu-skor/{CARD}.pdf", "rekap.csv", "temuan.csv", f"wa/{CARD}.txt")


def write_sample(target: Path) -> list[Path]:
    """The written sample files; ``temuan.csv`` keeps only the office of the card."""
    pack = load()
    cards: list[Scorecard] = province(pack)[:8]
    cards[3] = ordinary_card(3, pack, luck=0.55)
    before = [replace(c, round="2026-T3") for c in province(pack, "2026-T3")[:8]]
    config = Config(institution="Kanwil Kementerian Agama Provinsi Jawa Contoh", contact="humas@example.go.id")
    written = []
    with tempfile.TemporaryDirectory() as folder:
        write_reports(Path(folder), "2026-T4", cards, pack, before, config, formats=("html", "pdf", "csv", "wa"))
        for name in FILES:
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(Path(folder) / name, place)
            written.append(place)
    findings = target / "temuan.csv"
    lines = findings.read_bytes().splitlines(keepends=True)
    findings.write_bytes(b"".join(line for line in lines if b"putaran" in line or b",kab-contoh-04," in line))
    return written


if __name__ == "__main__":
    for path in write_sample(TARGET):
        print(path)
