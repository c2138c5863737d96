"""What the reports say: red flags in words of their own, the obstacle first, and no word that only a machine knows."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from auditor.compare import compare
from auditor.report import write_reports
from tests.report_cards import flagged_card, ordinary_card, small_pack

PACK = small_pack()
FLAGS = {rule.id for rule in PACK.rules if rule.check == "flag"}


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def sheet(path: Path, name: str) -> list[list[str]]:
    book = CalamineWorkbook.from_path(str(path))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]


# --- red flags


@pytest.fixture(scope="module")
def flagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hacked site beside a clean one, in the formats that take no time to set."""
    folder = tmp_path_factory.mktemp("bendera")
    cards = [flagged_card(0, PACK), ordinary_card(1, PACK)]
    write_reports(folder, "2026-T4", cards, PACK, formats=("html", "csv", "xlsx"))
    return folder


def test_a_red_flag_has_words_of_its_own_in_every_table(flagged: Path) -> None:
    told = {
        (r["situs_id"], r["hasil"], r["poin"], r["nilai"])
        for r in rows(flagged / "temuan.csv")
        if r["indikator_id"] in FLAGS
    }
    assert told == {("kab-contoh-01", "terdeteksi", "", ""), ("kab-contoh-02", "tidak_terdeteksi", "", "")}
    listed = {(row[0][-8:], row[7]) for row in sheet(flagged / "rekap.xlsx", "Temuan") if row[2] in FLAGS}
    assert {word for _, word in listed} == {"Terdeteksi", "Tidak terdeteksi"}


def test_a_hacked_site_never_reads_as_not_found_nor_a_clean_one_as_complete(flagged: Path) -> None:
    hacked, clean = (
        re.findall(
            r'class="?t (?:terdeteksi|tidak_terdeteksi)\b', (flagged / "kartu-skor" / f"{name}.html").read_text("utf-8")
        )
        for name in ("kab-contoh-01", "kab-contoh-02")
    )
    assert [hit.split()[-1] for hit in hacked] == ["terdeteksi"] * 2
    assert [hit.split()[-1] for hit in clean] == ["tidak_terdeteksi"] * 2


def test_a_flag_that_goes_up_is_compared_in_its_own_words() -> None:
    change = next(c for c in compare(ordinary_card(0, PACK), flagged_card(0, PACK)).changes if c.rule_id in FLAGS)
    assert change.describe().startswith("tidak_terdeteksi → terdeteksi")
