"""tindak-lanjut.csv is the truth: what is written into it is merged, and nothing that a person typed is replaced."""

from __future__ import annotations

from pathlib import Path

import pytest

from auditor.inputs.followup import COLUMNS, FollowUpFile, Typed, merged, read_followup, with_note
from auditor.inputs.register import Register
from auditor.model import OfficeKind, Site
from auditor.problems import InputError
from auditor.report import write_reports
from auditor.report.takenin import take_in
from tests.report_cards import ordinary_card, small_pack
from tests.test_cli import auditor
from tests.test_report_followup import edit, follow_up

PACK = small_pack()
CARDS = tuple(ordinary_card(n, PACK, luck=0.8) for n in range(2))
REGISTER = Register(tuple(card.site for card in CARDS), {rule.id: rule.title for rule in PACK.rules})
KEY = ("2026-T4", "kab-contoh-01", "profil.butir-1")
NAMES = Register(
    (Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, ""),),
    {"setiapsaat.dip": "Daftar Informasi Publik (DIP)"},
)


def cells(**typed: str) -> dict[str, str]:
    return typed


@pytest.mark.parametrize(
    ("base", "now", "truth", "expected"),
    [
        ("", "baru", "", "baru"),  # typed in the workbook
        ("", "", "tetap", "tetap"),  # typed in the file
        ("lama", "lama", "baru", "baru"),  # changed in the file
        ("lama", "baru", "lama", "baru"),  # changed in the workbook
        ("lama", "", "lama", ""),  # taken out in the workbook
        ("lama", "", "baru", "baru"),  # taken out here, changed there: what was typed stays
        ("lama", "baru", "baru", "baru"),  # both to the same
        ("2026-12-18", "18/12/2026", "2026-12-31", "2026-12-31"),  # the same day, spelled otherwise
    ],
)
def test_a_cell_is_what_the_one_who_changed_it_wrote(base: str, now: str, truth: str, expected: str) -> None:
    both = merged(cells(kendala=base), cells(kendala=now), cells(kendala=truth), "rekap.xlsx")
    assert both.cells["kendala"] == expected and not both.both and not both.cells["catatan"]


def test_two_who_wrote_something_else_are_both_kept() -> None:
    both = merged(cells(kendala="lama"), cells(kendala="dari rapat"), cells(kendala="dari berkas"), "rekap.xlsx")
    assert both.both == ("kendala",) and both.cells["kendala"] == "dari berkas"
    assert both.cells["catatan"] == "kendala menurut rekap.xlsx: dari rapat"
    notes = merged(cells(catatan="a"), cells(catatan="a b"), cells(catatan="a c"), "rekap.xlsx")
    assert notes.cells["catatan"] == "a c | a b"
    assert with_note("x | ab", "a") == "x | ab | a", "a note within another one is not that one"


def test_names_are_understood_and_rows_on_one_finding_are_put_together(tmp_path: Path) -> None:
    path = tmp_path / "tindak-lanjut.csv"
    path.write_text(
        ";".join(COLUMNS) + "\n"
        "2026-T4;Kankemenag Kab. Purbalingga;Daftar Informasi Publik (DIP);petugas kurang;;;15/12/2026;;\n"
        "2026-T4;kab-purbalingga;setiapsaat.dip;;Unggah DIP;Budi;;;\n"
        "2026-T4;kab-purbalingga;Rapat bulanan;;Undang seksi;;;;\n",
        encoding="utf-8",
    )
    first, second = read_followup(path, NAMES)
    assert first.key == ("2026-T4", "kab-purbalingga", "setiapsaat.dip")
    assert (first.cells["kendala"], first.cells["tindakan"]) == ("petugas kurang", "Unggah DIP")
    assert first.due is not None and first.due.isoformat() == "2026-12-15" and first.promised
    assert second.rule_id == "Rapat bulanan", "what is no indicator stays as it was written"


def test_no_file_is_no_fault_and_another_table_is_one(tmp_path: Path) -> None:
    assert read_followup(tmp_path / "tindak-lanjut.csv") == ()
    other = tmp_path / "lain.csv"
    other.write_text("nama,url\nA,https://a.example\n", encoding="utf-8")
    with pytest.raises(InputError, match="bukan daftar tindak lanjut"):
        read_followup(other)


def test_what_nobody_changed_is_written_as_it_was_typed(tmp_path: Path) -> None:
    path = tmp_path / "tindak-lanjut.csv"
    kept = (
        "catatan sendiri;" + ";".join(COLUMNS) + "\r\n"
        '"baris\npertama";2026-T4;Kantor Kita;dip; dua  spasi ;;;;;\'=1+1\r\n'
        ";;;;;;;;;\r\n"
    )
    path.write_bytes(b"\xef\xbb\xbf" + kept.encode())
    book = FollowUpFile(path)
    assert book.take_in(Typed(KEY, {}, cells(kendala="=SUM(1)")), "rekap.xlsx") is not None
    assert book.text() == kept + ";2026-T4;kab-contoh-01;profil.butir-1;'=SUM(1);;;;;\r\n"
    path.write_bytes(book.text().encode())
    assert FollowUpFile(path).entries[-1].cells["kendala"] == "=SUM(1)", "defused for Excel, read as it was typed"


def workbook(folder: Path) -> Path:
    (path,) = write_reports(folder, "2026-T4", CARDS, PACK, formats=("xlsx",))
    return path


def test_a_workbook_is_taken_in_once(tmp_path: Path) -> None:
    book, target = workbook(tmp_path), tmp_path / "tindak-lanjut.csv"
    row = follow_up(book)[0]
    edit(book, {f"G{row['_baris']}": "petugas kurang", f"I{row['_baris']}": "Budi", f"K{row['_baris']}": "dikerjakan"})
    taken = take_in(book, target, REGISTER, "2026-T4")
    assert (taken.rows, taken.both, taken.unknown) == (1, (), ())
    (entry,) = read_followup(target, REGISTER)
    assert (entry.cells["kendala"], entry.cells["penanggung_jawab"]) == ("petugas kurang", "Budi")
    assert entry.cells["status"] == "dikerjakan" and entry.due is not None, "with the deadline that stood there"
    written = target.read_bytes()
    assert take_in(book, target, REGISTER, "2026-T4").rows == 0 and target.read_bytes() == written


def test_what_the_file_says_stands_in_the_next_workbook(tmp_path: Path) -> None:
    book, target = workbook(tmp_path), tmp_path / "tindak-lanjut.csv"
    row = follow_up(book)[0]
    edit(book, {f"G{row['_baris']}": "petugas kurang"})
    take_in(book, target, REGISTER, "2026-T4")
    changed = target.read_text("utf-8-sig").replace("petugas kurang", "petugas sudah ada")
    target.write_text(changed, encoding="utf-8-sig", newline="")
    entries = read_followup(target, REGISTER)
    write_reports(tmp_path, "2026-T4", CARDS, PACK, formats=("xlsx",), entries=entries)
    again = follow_up(book)[0]
    assert again["Kendala"] == "petugas sudah ada" and "petugas kurang" in str(again["Catatan"])


def test_a_text_that_no_cell_can_hold_stays_whole_in_the_file(tmp_path: Path) -> None:
    target, long = tmp_path / "tindak-lanjut.csv", "panjang " * 5000
    row = follow_up(workbook(tmp_path))[0]
    key = ("2026-T4", str(row["Kode kantor"]), str(row["Kode indikator"]))
    target.write_text(",".join(COLUMNS) + "\n" + ",".join([*key, long, "", "", "", "", ""]) + "\n", encoding="utf-8")
    entries, before = read_followup(target, REGISTER), target.read_bytes()
    (book,) = write_reports(tmp_path, "2026-T4", CARDS, PACK, formats=("xlsx",), entries=entries)
    assert book.name == "rekap.xlsx" and str(follow_up(book)[0]["Kendala"]).startswith("panjang panjang")
    take_in(book, target, REGISTER, "2026-T4")
    assert target.read_bytes() == before


def test_an_open_workbook_or_file_is_refused_and_nothing_is_written(tmp_path: Path) -> None:
    book, target = workbook(tmp_path), tmp_path / "tindak-lanjut.csv"
    edit(book, {f"G{follow_up(book)[0]['_baris']}": "petugas kurang"})
    for path in (book, target):
        lock = path.with_name(f".~lock.{path.name}#")
        lock.write_text("Siti", encoding="utf-8")
        with pytest.raises(Exception, match="Tidak ada yang ditulis"):
            take_in(book, target, REGISTER, "2026-T4")
        lock.unlink()
        assert not target.exists()
    (tmp_path / "lain.xlsx").write_bytes(b"bukan buku kerja")
    with pytest.raises(Exception, match="tidak dapat dibaca"):
        take_in(tmp_path / "lain.xlsx", target, REGISTER, "2026-T4")


def test_a_row_of_ones_own_is_taken_in_by_the_name_of_its_office(tmp_path: Path) -> None:
    book, target = workbook(tmp_path), tmp_path / "tindak-lanjut.csv"
    last = int(str(follow_up(book)[-1]["_baris"]))
    name = CARDS[0].site.name
    edit(
        book,
        {f"A{last}": name, f"C{last}": "Rapat bulanan", f"H{last}": "Undang seksi", f"M{last}": "", f"P{last}": ""},
    )
    taken = take_in(book, target, REGISTER, "2026-T4")
    found = read_followup(target, REGISTER)
    assert taken.rows == 1 and [(e.site_id, e.cells["tindakan"]) for e in found] == [("kab-contoh-01", "Undang seksi")]


def test_the_command_says_what_it_did(tmp_path: Path) -> None:
    done = auditor("followup", tmp_path / "tidak-ada.xlsx", "--out", tmp_path, "--round", "2026-T4")
    assert done.code == 2 and "auditor run" in done.err, "there is no round to know the offices from"
