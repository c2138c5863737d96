"""What the command line says to somebody who mistypes: Indonesian, with the way out, never the parser's English."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.test_cli import COMMANDS, auditor

_ENGLISH = re.compile(
    r"\b(Usage|Options|Arguments|Commands|Show this message|default:|required|Error|Missing|Invalid|No such|Try)\b"
)


@pytest.mark.parametrize("command", ["", "rules", *COMMANDS])
def test_the_help_has_no_english_headings(command: str) -> None:
    ended = auditor(*command.split(), "--help")
    assert not _ENGLISH.findall(ended.out)
    assert "Cara pakai: " in ended.out and "Tampilkan bantuan ini." in ended.out


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("runn", "perintah 'runn' tidak ada. Mungkin maksudnya 'run', 'rounds'."),
        ("rules tets", "perintah 'tets' tidak ada. Mungkin maksudnya 'test'."),
        ("run --rond 2026-T4", "pilihan --rond tidak ada. Yang mirip: "),
        ("run --zzz", "pilihan --zzz tidak ada."),
        ("run --round", "pilihan --round belum diisi."),
        ("run --strict=ya", "pilihan --strict ditulis tanpa isi."),
        ("run --max-pages banyak", "isi --max-pages harus bilangan bulat"),
        ("run --max-pages 0", "isi --max-pages terlalu kecil. Paling kecil 1."),
        ("run --delay sebentar", "isi --delay harus angka"),
        ("run a.csv b.csv", "ada kata yang berlebih: b.csv."),
        ("check", "URL belum diisi."),
        ("compare 2026-T3", "BARU belum diisi."),
    ],
)
def test_a_mistyped_command_is_told_what_is_wrong_and_where_the_help_is(words: str, told: str) -> None:
    ended = auditor(*words.split())
    assert ended.code == 2
    assert told in ended.err and "Lihat cara pakainya: " in ended.err and ended.err.endswith("--help")
    assert not _ENGLISH.findall(ended.err)


def test_an_indicator_that_is_nearly_right_is_suggested() -> None:
    for words in (["rules", "explain", "setiapsaat.dipp"], ["rules", "test", "setiapsat.dip"], ["explain", "x", "dip"]):
        ended = auditor(*words)
        assert ended.code == 2 and "setiapsaat.dip" in ended.err.split("Yang diperbolehkan:")[1]


def test_a_missing_list_is_told_with_the_folder_it_was_looked_for_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    ended = auditor("run")
    assert ended.code == 2 and f"sites.csv: Berkas tidak ditemukan di folder {tmp_path}" in ended.err


def test_a_folder_given_for_a_file_is_told_in_plain_words(tmp_path: Path) -> None:
    ended = auditor("run", tmp_path)
    assert ended.code == 2 and ("ini folder, bukan berkas" in ended.err or "tidak ada izin" in ended.err)


def test_an_address_that_cannot_be_checked_is_told_once_and_not_for_every_indicator() -> None:
    ended = auditor("check", "http://127.0.0.1:9/", "--browser", "never")
    assert ended.code == 0
    assert "tidak diberi nilai" in ended.out and ended.raw.count("\n") <= 4


def test_an_interrupted_command_says_that_it_can_be_resumed(monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("auditor.cli.packs.load", interrupted)
    ended = auditor("rules", "list")
    assert ended.code == 130
    assert "Dihentikan." in ended.err and "untuk melanjutkan" in ended.err


def test_a_choice_that_names_nothing_is_told_with_what_the_list_has(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    rows = ("kab-a,Kankemenag Kabupaten A,Jawa Tengah,Kedu,", "kab-b,Kankemenag Kabupaten B,Jawa Timur,Madura,")
    Path("sites.csv").write_text("\n".join(("id,nama,provinsi,wilayah,url", *rows)), encoding="utf-8")
    for options, told in (
        (("--province", "Jawa Barat"), "--province: Provinsi ini tidak ada pada daftar situs."),
        (("--province", "Jawa Timur", "--area", "Kedu"), "Ditemukan: Kedu. Yang diperbolehkan: Madura."),
        (("--only", "kab-c"), "Yang diperbolehkan: kab-b; kab-a."),
        (("--only", "kab-a", "--area", "Madura"), "tidak termasuk provinsi atau wilayah yang dipilih"),
    ):
        ended = auditor("run", *options)
        assert ended.code == 2 and told in ended.err


def test_explaining_a_site_that_could_not_be_opened_never_says_that_something_is_missing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sites.csv").write_text("id,nama,url\nkab-a,Kankemenag Kabupaten A,http://127.0.0.1:9/\n", encoding="utf-8")
    auditor("crawl", "--round", "U1", "--browser", "never")
    ended = auditor("explain", "kab-a", "setiapsaat.dip", "--round", "U1")
    assert ended.code == 0
    assert "Tidak dapat diperiksa" in ended.out and "Tidak ditemukan" not in ended.out


def test_a_report_that_is_open_in_excel_is_told_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def locked(*_: object) -> None:
        raise PermissionError(13, "Permission denied", "rekap.xlsx.tmp", None, "hasil/rekap.xlsx")

    monkeypatch.setattr("auditor.cli.packs.write_book", locked)
    ended = auditor("rules", "book")
    assert ended.code == 2 and "Traceback" not in ended.err
    assert "hasil/rekap.xlsx" in ended.err and "tutup Excel" in ended.err and "tidak ada izin" in ended.err
