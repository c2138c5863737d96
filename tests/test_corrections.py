"""koreksi.csv: every case of docs/koreksi.md behaves as it says; what can be read two ways is asked, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from auditor.inputs.corrections import COLUMNS, notices, read_correction_list, read_corrections
from auditor.inputs.days import read_day
from auditor.inputs.register import Register, outcome_named
from auditor.model import CorrectionStatus, OfficeKind, Outcome, Site
from auditor.problems import InputError

ROOT = Path(__file__).parent.parent
TODAY = date(2026, 11, 28)


def office(site_id: str, name: str) -> Site:
    return Site(site_id, name, OfficeKind.KABUPATEN, "")


REGISTER = Register(
    (
        office("kab-purbalingga", "Kankemenag Kabupaten Purbalingga"),
        office("kab-magelang", "Kankemenag Kabupaten Magelang"),
        office("kota-magelang", "Kankemenag Kota Magelang"),
    ),
    {
        "setiapsaat.dip": "Daftar Informasi Publik (DIP)",
        "profil.visi-misi": "Visi dan misi",
        "bendera.privasi": "Bendera merah: data pribadi terbuka",
        "berkala.lakip-1": "Laporan Kinerja (LKjIP)",
        "berkala.lakip-2": "Laporan Kinerja (LKjIP)",
    },
    frozenset({"bendera.privasi"}),
)
ROW = {
    "situs_id": "kab-purbalingga",
    "indikator_id": "setiapsaat.dip",
    "hasil": "lengkap",
    "alasan": "Ada di menu PPID",
    "bukti_url": "https://situs.go.id/dip",
    "diputuskan_oleh": "Siti Aminah",
    "tanggal": "2026-11-25",
    "berlaku_sampai": "2027-03-31",
}
FILED = {
    "diajukan_oleh": "Budi", "tanggal_diajukan": "2026-11-23", "status": "diajukan", "diputuskan_oleh": "",
    "tanggal": "", "berlaku_sampai": "",
}  # fmt: skip
REJECTED = {"status": "ditolak", "berlaku_sampai": "", "diajukan_oleh": "Budi", "tanggal_diajukan": "2026-11-23"}


@dataclass(frozen=True)
class Case:
    """Rows that differ from ``ROW``, and what comes of them: a fault (column, words), or rows read and warnings."""

    rows: Sequence[dict[str, str]]
    fault: tuple[str, str] | None = None
    kept: int = 1
    told: str = ""
    status: CorrectionStatus = CorrectionStatus.ACCEPTED
    outcome: Outcome = Outcome.COMPLETE


#: the number of the case in docs/koreksi.md -> the case
CASES = {
    1: Case([{}]),
    2: Case([{"status": "diterima"}]),
    3: Case([FILED], status=CorrectionStatus.FILED),
    4: Case([REJECTED], status=CorrectionStatus.REJECTED),
    5: Case([{"status": "Diterima "}]),
    6: Case([{"status": "ditrima"}], ("status", "Maksudnya diterima")),
    7: Case([{**FILED, "status": ""}], ("diputuskan_oleh", "tulis status 'diajukan'")),
    8: Case([{**FILED, "diajukan_oleh": ""}], ("diajukan_oleh", "wajib")),
    9: Case([{**FILED, "tanggal_diajukan": ""}], ("tanggal_diajukan", "wajib")),
    10: Case([{**FILED, "diputuskan_oleh": "Siti"}], ("status", "sudah ada yang memutuskan")),
    11: Case([{"alasan": " "}], ("alasan", "wajib")),
    12: Case([{"bukti_url": ""}]),
    13: Case([{"bukti_url": "lihat menu"}], ("bukti_url", "bukan alamat")),
    14: Case([{"berlaku_sampai": ""}], ("berlaku_sampai", "wajib")),
    15: Case([{"berlaku_sampai": "2026-11-20"}], ("berlaku_sampai", "sebelum tanggal keputusannya")),
    16: Case([{"diajukan_oleh": "Budi", "tanggal_diajukan": "2026-11-26"}], ("tanggal", "sebelum keberatannya")),
    17: Case([{"tanggal": "2027-11-25", "berlaku_sampai": "2028-03-31"}], ("tanggal", "belum terjadi")),
    18: Case([{**FILED, "tanggal_diajukan": "2027-01-02"}], ("tanggal_diajukan", "belum terjadi")),
    19: Case([{"tanggal": "03/04/2026"}], ("tanggal", "3 April 2026 atau 4 Maret 2026")),
    20: Case([{"tanggal": "25/11/2026", "berlaku_sampai": "31.3.2027"}]),
    21: Case([{"tanggal": "25 November 2026"}]),
    22: Case([{"tanggal": "05/05/2026"}]),
    23: Case([{"tanggal": "25/11/26"}], ("tanggal", "tidak dapat dibaca")),
    24: Case([{"tanggal": "2026-02-30"}], ("tanggal", "tidak dapat dibaca")),
    25: Case([{"situs_id": "Kankemenag Kab. Purbalingga"}]),
    26: Case([{"situs_id": "Purbalingga"}]),
    27: Case([{"situs_id": "Magelang"}], ("situs_id", "beberapa kantor")),
    28: Case([{"situs_id": "kab-purbalinga"}], told="Maksudnya kab-purbalingga"),
    29: Case([{"indikator_id": "Daftar Informasi Publik (DIP)"}]),
    30: Case([{"indikator_id": "Daftar Informasi …"}]),
    31: Case([{"indikator_id": "setiapsaat.dib"}], ("indikator_id", "Maksudnya setiapsaat.dip")),
    32: Case([{"indikator_id": "Laporan Kinerja (LKjIP)"}], ("indikator_id", "beberapa indikator")),
    33: Case([{"hasil": "Perlu diperbarui"}], outcome=Outcome.STALE),
    34: Case([{"hasil": "Kedaluwarsa (3 periode atau lebih)"}], outcome=Outcome.LINK_ONLY),
    35: Case([{"hasil": "bagus"}], ("hasil", "tidak dikenal")),
    36: Case([{"indikator_id": "bendera.privasi", "hasil": "Tidak terdeteksi"}], outcome=Outcome.UNDETECTED),
    37: Case([{"indikator_id": "bendera.privasi", "hasil": "tidak_ada"}], ("hasil", "bendera merah")),
    38: Case([{"hasil": "terdeteksi"}], ("hasil", "tidak dikenal")),
    39: Case([{}, {}], told="dihitung sekali"),
    40: Case([{}, {"diputuskan_oleh": "Tono", "tanggal": "2026-11-26"}], kept=2, told="hasilnya sama dengan keputusan"),
    41: Case([{}, {"diputuskan_oleh": "Tono", "hasil": "tidak_ada"}], ("hasil", "bertentangan dengan baris 2")),
    42: Case(
        [{"tanggal": "2026-07-01", "berlaku_sampai": "2026-09-30"}, {"hasil": "sebagian"}],
        kept=2,
        told="2026-09-30, hari terakhir",
    ),
    43: Case([{}, {**FILED, "hasil": "sebagian"}], kept=2),
    44: Case([FILED, {**FILED, "diajukan_oleh": "Ani", "hasil": "sebagian"}], kept=2, status=CorrectionStatus.FILED),
    45: Case([REJECTED, {}], kept=2, status=CorrectionStatus.REJECTED),
    46: Case([{"tanggal": "2026-07-01", "berlaku_sampai": "2026-11-27"}], told="2026-11-27, hari terakhir"),
    47: Case([{"berlaku_sampai": "2026-12-08"}], told="10 hari lagi"),
    48: Case([{"berlaku_sampai": "2026-11-28"}], told="0 hari lagi"),
    49: Case([], kept=0),
    50: Case([{**FILED, "diputuskan_oleh": "-", "tanggal": "-"}], status=CorrectionStatus.FILED),
}  # fmt: skip


def saved(tmp_path: Path, rows: Sequence[dict[str, str]], separator: str = ",") -> Path:
    path = tmp_path / "koreksi.csv"
    lines = [COLUMNS, *([(ROW | row).get(name, "") for name in COLUMNS] for row in rows)]
    text = "".join(separator.join(f'"{cell}"' for cell in line) + "\n" for line in lines)
    path.write_text(text, encoding="utf-8-sig")
    return path


@pytest.mark.parametrize("number", CASES)
def test_each_case_of_the_paper_behaves_as_it_says(number: int, tmp_path: Path) -> None:
    case = CASES[number]
    path = saved(tmp_path, case.rows)
    if case.fault is not None:
        with pytest.raises(InputError) as caught:
            read_corrections(path, REGISTER, TODAY)
        problem = caught.value.problems[0]
        assert problem.column == case.fault[0] and case.fault[1] in problem.message
        assert problem.line == len(case.rows) + 1
        return
    found = read_correction_list(path, REGISTER, TODAY)
    told = " ".join([*found.warnings, *notices(found.corrections, TODAY, REGISTER)])
    assert len(found.corrections) == case.kept
    assert (case.told in told) if case.told else not told
    if found.corrections:
        first = found.corrections[0]
        assert (first.status, first.outcome) == (case.status, case.outcome)
        assert number == 28 or first.site_id == "kab-purbalingga"
        assert first.rule_id == case.rows[0].get("indikator_id", "setiapsaat.dip") or number in (29, 30)


def test_the_paper_tells_every_case() -> None:
    text = (ROOT / "docs" / "koreksi.md").read_text(encoding="utf-8")
    assert [int(n) for n in re.findall(r"^\| (\d+) \|", text, re.MULTILINE)] == list(CASES)


def test_a_decision_is_read_with_its_author_and_its_last_day(tmp_path: Path) -> None:
    (found,) = read_corrections(saved(tmp_path, [{}]), REGISTER)
    assert (found.decided_by, found.decided_on) == ("Siti Aminah", date(2026, 11, 25))
    assert (found.valid_until, found.file, found.line) == (date(2027, 3, 31), "koreksi.csv", 2)


def test_a_file_without_the_columns_of_objections_is_read_as_before(tmp_path: Path) -> None:
    path = tmp_path / "koreksi.csv"
    path.write_text(",".join(ROW) + "\n" + ",".join(ROW.values()) + "\n", encoding="utf-8")
    assert read_corrections(path) == read_corrections(saved(tmp_path, [{}]))


def test_what_excel_makes_of_the_file_changes_nothing(tmp_path: Path) -> None:
    plain = read_corrections(saved(tmp_path, [{}]))
    assert read_corrections(saved(tmp_path, [{"tanggal": "25/11/2026", "hasil": "Lengkap "}])) == plain
    assert read_corrections(saved(tmp_path, [{}], ";")) == plain


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_corrections(saved(tmp_path, [{"hasil": "bagus"}, {"diputuskan_oleh": "", "alasan": ""}]))
    assert [(p.line, p.column) for p in caught.value.problems] == [(2, "hasil"), (3, "alasan"), (3, "diputuskan_oleh")]


def test_a_day_is_read_one_way_or_both_are_told() -> None:
    assert read_day("1/2/2027") == (date(2027, 2, 1), date(2027, 1, 2))
    assert read_day("13/2/2027") == (date(2027, 2, 13),) == read_day("2/13/2027")
    assert read_day("2027/2/13") == (date(2027, 2, 13),) == read_day("13 Feb 2027") == read_day("13-Februari-2027")
    assert read_day("31/02/2027") == () == read_day("13 Februari") == read_day("besok") == read_day("")


def test_every_word_that_a_card_prints_names_its_outcome() -> None:
    assert {outcome_named(outcome.value) for outcome in Outcome} == set(Outcome)
    printed = {"Lengkap": Outcome.COMPLETE, "tidak ditemukan": Outcome.MISSING, "Tautan saja": Outcome.LINK_ONLY}
    assert {word: outcome_named(word) for word in printed} == printed and outcome_named("ada") is None
