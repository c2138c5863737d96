"""koreksi.csv: people's decisions are read strictly, and what is not applied is said."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from auditor.inputs.corrections import notices, read_corrections
from auditor.model import Outcome
from auditor.problems import InputError, Problem

HEADER = "situs_id,indikator_id,hasil,alasan,bukti_url,diputuskan_oleh,tanggal,berlaku_sampai\n"
ROW = "kab-a,setiapsaat.dip,lengkap,Ada di menu PPID,https://a.go.id/dip,Siti Aminah,2026-11-25,2027-03-31\n"


def save(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "koreksi.csv"
    path.write_text(content, encoding="utf-8-sig")
    return path


def problems(tmp_path: Path, content: str) -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_corrections(save(tmp_path, content), ["setiapsaat.dip", "profil.visi-misi"])
    return caught.value.problems


def test_a_decision_is_read_with_its_author_and_its_last_day(tmp_path: Path) -> None:
    (found,) = read_corrections(save(tmp_path, HEADER + ROW), ["setiapsaat.dip"])
    assert (found.site_id, found.rule_id, found.outcome) == ("kab-a", "setiapsaat.dip", Outcome.COMPLETE)
    assert (found.decided_by, found.decided_on, found.valid_until) == (
        "Siti Aminah",
        date(2026, 11, 25),
        date(2027, 3, 31),
    )
    assert (found.file, found.line) == ("koreksi.csv", 2)


def test_what_excel_makes_of_the_file_changes_nothing(tmp_path: Path) -> None:
    plain = read_corrections(save(tmp_path, HEADER + ROW))
    local = HEADER + ROW.replace("2026-11-25", "25/11/2026").replace("2027-03-31", "31-3-2027").replace(
        "lengkap", "Lengkap "
    )
    assert read_corrections(save(tmp_path, local)) == plain
    assert read_corrections(save(tmp_path, (HEADER + ROW).replace(",", ";") + ";;;;;;;\n")) == plain


def test_no_decision_at_all_is_no_fault(tmp_path: Path) -> None:
    assert read_corrections(save(tmp_path, HEADER)) == ()


def test_the_proof_may_be_left_out_but_not_the_reason(tmp_path: Path) -> None:
    (found,) = read_corrections(save(tmp_path, HEADER + ROW.replace("https://a.go.id/dip", "")))
    assert found.url == ""
    (problem,) = problems(tmp_path, HEADER + ROW.replace("Ada di menu PPID", " "))
    assert (problem.line, problem.column) == (2, "alasan") and problem.example


@pytest.mark.parametrize(
    ("old", "new", "column"),
    [
        ("kab-a", "", "situs_id"),
        ("setiapsaat.dip", "setiapsaat.dib", "indikator_id"),
        ("lengkap", "bagus", "hasil"),
        ("2026-11-25", "25 November", "tanggal"),
        ("2026-11-25", "2026-02-30", "tanggal"),
        ("2027-03-31", "2026-03-31", "berlaku_sampai"),
        ("2027-03-31", "", "berlaku_sampai"),
        ("Siti Aminah", "", "diputuskan_oleh"),
        ("https://a.go.id/dip", "lihat menu", "bukti_url"),
    ],
)
def test_each_fault_names_its_row_and_column(tmp_path: Path, old: str, new: str, column: str) -> None:
    (problem,) = problems(tmp_path, HEADER + ROW.replace("kab-a", "kab-b") + ROW.replace(old, new))
    assert (problem.line, problem.column) == (3, column)


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    found = problems(tmp_path, HEADER + ROW.replace("lengkap", "bagus") + ROW.replace("Siti Aminah", ""))
    assert [(p.line, p.column) for p in found] == [(2, "hasil"), (3, "diputuskan_oleh")]


def test_two_decisions_on_one_finding_contradict_each_other(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, HEADER + ROW + ROW.replace("lengkap", "tidak_ada"))
    assert problem.line == 3 and "baris 2" in problem.message


def test_what_is_not_applied_is_said_with_the_reason(tmp_path: Path) -> None:
    given = read_corrections(save(tmp_path, HEADER + ROW + ROW.replace("kab-a", "kab-z")))
    assert notices(given, date(2027, 3, 31), ["kab-a", "kab-z"]) == ()
    late, foreign = notices(given, date(2027, 4, 1), ["kab-a"])
    assert "baris 2" in late and "2027-03-31" in late
    assert "kab-z" in foreign and "baris 3" in foreign


@pytest.mark.parametrize(("rule_id", "word"), [("bendera.privasi", "tidak_ada"), ("setiapsaat.dip", "terdeteksi")])
def test_a_red_flag_takes_its_own_words_and_no_other_indicator_does(tmp_path: Path, rule_id: str, word: str) -> None:
    known, flags = ["setiapsaat.dip", "bendera.privasi"], ["bendera.privasi"]
    row = ROW.replace("setiapsaat.dip", rule_id).replace("lengkap", word)
    with pytest.raises(InputError) as caught:
        read_corrections(save(tmp_path, HEADER + row), known, flags)
    (problem,) = caught.value.problems
    assert problem.column == "hasil" and ("tidak_terdeteksi" in problem.allowed) == (rule_id in flags)
    dismissed = ROW.replace("setiapsaat.dip", "bendera.privasi").replace("lengkap", "Tidak terdeteksi")
    assert read_corrections(save(tmp_path, HEADER + dismissed), known, flags)[0].outcome is Outcome.UNDETECTED
