"""What people wrote: notes in the workbook outlive a report, corrections are told and explained in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_cli import auditor
from tests.test_report_followup import follow_up, typed
from tests.test_whole_round import ROUND, fine, finished, folder, province

__all__ = ["finished", "folder", "province"]  # fixtures

SHEETS = '[laporan]\nformat = ["csv", "xlsx"]\n'
DECISION = (
    "situs_id,indikator_id,hasil,alasan,bukti_url,diputuskan_oleh,tanggal,berlaku_sampai\n"
    "kab-cilacap,profil.sejarah,lengkap,Ada pada buku profil,,Siti Aminah,2026-11-25,2099-12-31\n"
)


def test_notes_typed_at_the_meeting_are_there_after_the_next_report(folder: Path) -> None:
    Path("auditor.toml").write_text(SHEETS, encoding="utf-8")
    fine(auditor("report", "--round", ROUND))
    book = folder / "rekap.xlsx"
    row = next(r for r in follow_up(book) if r["Status"])
    typed(book, {(str(row["Kantor"]), str(row["Temuan"]), "Kendala"): "seksi belum mengirim bahan"})
    fine(auditor("report", "--round", ROUND))
    assert [r["Kendala"] for r in follow_up(book) if r["Kendala"]] == ["seksi belum mengirim bahan"]


def test_a_workbook_that_is_open_stays_and_the_new_one_lies_beside_it(folder: Path) -> None:
    Path("auditor.toml").write_text(SHEETS, encoding="utf-8")
    fine(auditor("report", "--round", ROUND))
    book, mark = folder / "rekap.xlsx", folder / ".~lock.rekap.xlsx#"
    before = book.read_bytes()
    mark.write_text("Siti", encoding="utf-8")
    told = fine(auditor("report", "--round", ROUND))
    assert "rekap-2.xlsx" in told.out and "sedang dibuka" in told.out
    assert book.read_bytes() == before and (folder / "rekap-2.xlsx").is_file()
    mark.unlink()
    fine(auditor("report", "--round", ROUND))
    assert book.is_file() and not (folder / "rekap-2.xlsx").exists(), "one workbook again, once nobody has it open"


def test_corrections_are_told_by_score_and_explain_and_in_plain_words(folder: Path) -> None:
    Path("koreksi.csv").write_text(DECISION, encoding="utf-8")
    told = fine(auditor("score", "--round", ROUND, "--engine", "lokal"))
    assert "1 hasil pada 1 kantor ditetapkan orang melalui koreksi." in told.out
    explained = fine(auditor("explain", "kab-cilacap", "profil.sejarah", "--round", ROUND))
    assert "Berlaku pada putaran ini: Lengkap (koreksi). Ditetapkan Siti Aminah pada 25 November 2026:" in explained.out
    assert "Semula menurut auditor: " in explained.out and "tidak_ada" not in explained.out
    other = fine(auditor("explain", "kab-cilacap", "profil.visi-misi", "--round", ROUND))
    assert "Berlaku pada putaran ini" not in other.out


@pytest.mark.parametrize("name", ["kartu-skor/kab-cilacap.html", "wa/kab-cilacap.txt", "rekap.html"])
def test_no_word_of_a_program_stands_on_what_offices_read(folder: Path, name: str) -> None:
    Path("koreksi.csv").write_text(DECISION, encoding="utf-8")
    fine(auditor("score", "--round", ROUND, "--engine", "lokal"))
    fine(auditor("report", "--round", ROUND))
    text = (folder / name).read_text(encoding="utf-8")
    body = text.split("<body", 1)[-1].split("<script", 1)[0]
    shown = re.sub(r"<[^>]*>", " ", body)
    for word in ("tidak_ada", "tautan_saja", "tidak_dapat_diperiksa", "di_luar_anggaran", "dihalangi_waf", "mesin:"):
        assert word not in shown, word
