"""A round's reports say what the whole round holds, whichever offices, weights, formats or areas a command names."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from auditor.report.manifest import NAME
from tests.loopback import Province
from tests.test_cli import Ended, auditor

ROUND = "2026-T4"
FAST = ("--allow-private", "--delay", "0", "--browser", "never", "--max-pages", "8", "--engine", "lokal")
LIGHT = '[laporan]\nformat = ["html", "csv", "wa"]\n'
AREAS = ("Kedu", "Kedu", "Banyumas", "Banyumas")


@pytest.fixture(scope="module")
def province() -> Iterator[Province]:
    with Province(4) as running:
        yield running


def listing(province: Province, *chosen: int) -> str:
    rows = "".join(
        f"{site.id},{site.name},kabupaten,Jawa Tengah,{AREAS[n]},{site.url}\n"
        for n, site in enumerate(province.sites)
        if not chosen or n in chosen
    )
    return f"id,nama,jenis,provinsi,wilayah,url\n{rows}"


@pytest.fixture(scope="module")
def finished(province: Province, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder with a finished round of four offices and its light reports."""
    folder = tmp_path_factory.mktemp("kerja")
    (folder / "sites.csv").write_text(listing(province), encoding="utf-8")
    (folder / "pendek.csv").write_text(listing(province, 0, 1), encoding="utf-8")
    (folder / "auditor.toml").write_text(LIGHT, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        assert auditor("run", "sites.csv", "--round", ROUND, *FAST).code == 0
    return folder


@pytest.fixture
def folder(finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The round's folder within a copy of the finished one, which is the working folder."""
    here = tmp_path / "kerja"
    shutil.copytree(finished, here)
    monkeypatch.chdir(here)
    return here / "hasil" / ROUND


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def reports(folder: Path) -> dict[str, bytes]:
    files = (path for path in folder.rglob("*") if path.is_file() and path.suffix in (".html", ".csv", ".txt", ".pdf"))
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in files}


def fine(ended: Ended) -> Ended:
    assert ended.code == 0, ended.err
    return ended


@pytest.mark.parametrize("choice", [("--only", "kab-cilacap"), ("--area", "Kedu"), ("--province", "Jawa Tengah")])
def test_choosing_offices_chooses_what_is_crawled_not_what_is_reported(folder: Path, choice: tuple[str, str]) -> None:
    before = reports(folder)
    fine(auditor("run", "sites.csv", "--round", ROUND, *choice, *FAST))
    assert reports(folder) == before
    assert {row["situs_id"] for row in rows(folder / "temuan.csv")} == {
        r["situs_id"] for r in rows(folder / "rekap.csv")
    }
    assert "dari 4 kantor" in " ".join((folder / "kartu-skor" / "kab-cilacap.html").read_text("utf-8").split())


def test_a_shorter_list_drops_no_result(folder: Path) -> None:
    told = fine(auditor("run", "pendek.csv", "--round", ROUND, *FAST))
    assert "2 kantor tidak ada lagi pada daftar situs" in told.out
    kept = {row["situs_id"]: row for row in rows(folder / "rekap.csv")}
    assert len(kept) == 4
    apart = [row for row in kept.values() if row["status_situs"] == "tidak_lagi_terdaftar"]
    assert {row["situs_id"] for row in apart} == {"kab-purbalingga", "kab-banjarnegara"}
    assert all(row["peringkat"] == "" and row["skor"] for row in apart)
    recap = (folder / "rekap.html").read_text("utf-8")
    assert "Dari 2 kantor" in recap and "Tidak ada lagi pada daftar situs" in recap
    assert "tidak ada lagi pada daftar situs" in (folder / "kartu-skor" / "kab-purbalingga.html").read_text("utf-8")
    assert not (folder / "wa" / "kab-purbalingga.txt").exists(), "nobody is asked in the name of an old list"
    fine(auditor("run", "sites.csv", "--round", ROUND, *FAST))
    assert all(row["peringkat"] for row in rows(folder / "rekap.csv"))


def test_a_round_begun_with_some_offices_says_that_others_wait(
    tmp_path: Path, province: Province, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sites.csv").write_text(listing(province), encoding="utf-8")
    Path("auditor.toml").write_text(LIGHT, encoding="utf-8")
    told = fine(auditor("run", "sites.csv", "--round", ROUND, "--only", "kab-cilacap", *FAST))
    assert "3 kantor pada daftar belum diperiksa" in told.out


def test_crawling_changes_no_report_and_no_score(folder: Path) -> None:
    koreksi = folder.parent.parent / "koreksi.csv"
    koreksi.write_text(
        "situs_id,indikator_id,hasil,alasan,bukti_url,diputuskan_oleh,tanggal,berlaku_sampai\n"
        "kab-cilacap,setiapsaat.dip,lengkap,Ada,,Siti,2026-01-01,2099-01-01\n",
        encoding="utf-8",
    )
    fine(auditor("run", "sites.csv", "--round", ROUND, "--profile", "pinmas2016", *FAST))
    before = reports(folder)
    koreksi.unlink()
    options = [word for word in FAST if word not in ("--engine", "lokal")]
    told = fine(auditor("crawl", "sites.csv", "--round", ROUND, *options))
    assert "rata-rata" not in told.out and "auditor score" in told.out
    told = fine(auditor("score", "--round", ROUND, "--engine", "lokal"))
    assert "profil pinmas2016" in told.out and "1 koreksi" in told.out
    fine(auditor("report", "--round", ROUND))
    assert reports(folder) == before


def test_other_weights_are_told_and_hold_for_the_whole_round(folder: Path) -> None:
    told = fine(auditor("score", "--round", ROUND, "--engine", "lokal", "--profile", "pinmas2016"))
    assert "tadinya dinilai dengan profil default" in told.out
    assert "masih memuat nilai sebelumnya" in told.out and f"auditor report --round {ROUND}" in told.out
    refused = auditor("report", "--round", ROUND, "--profile", "default")
    assert refused.code == 2 and "--profile default" in refused.err and "pinmas2016" in refused.err
    assert "masih memuat" not in fine(auditor("report", "--round", ROUND)).out
    again = fine(auditor("score", "--round", ROUND, "--engine", "lokal"))
    assert "profil pinmas2016" in again.out and "masih memuat" not in again.out


# --- what an earlier report run left


def pages(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = " ".join(page.get_textpage().get_text_bounded() for page in document)
    document.close()
    return " ".join(text.split())


def test_a_packet_of_an_earlier_report_is_made_again_or_goes(folder: Path, province: Province) -> None:
    fine(auditor("report", "--round", ROUND, "--area", "Kedu"))
    packet = folder / "paket-rakor-kedu.pdf"
    first = packet.read_bytes()
    assert "dari 4" in pages(packet), "ranks come from the whole round"
    fine(auditor("score", "--round", ROUND, "--engine", "lokal", "--profile", "pinmas2016"))
    fine(auditor("report", "--round", ROUND))
    assert packet.read_bytes() != first
    Path("lain.csv").write_text(listing(province).replace("Kedu", "Kebumenan"), encoding="utf-8")
    fine(auditor("run", "lain.csv", "--round", ROUND, *FAST))
    assert not packet.exists()


def test_the_recap_leads_to_every_packet_and_to_none_that_is_gone(folder: Path, province: Province) -> None:
    packet, recap = "paket-rakor-kedu.pdf", folder / "rekap.html"
    assert packet not in recap.read_text("utf-8")
    printed = (folder / "rekap.csv").stat().st_mtime_ns
    fine(auditor("report", "--round", ROUND, "--area", "Kedu"))
    assert packet in recap.read_text("utf-8") and "rekap.csv" in recap.read_text("utf-8")
    assert (folder / "rekap.csv").stat().st_mtime_ns == printed, "only the recap follows"
    fine(auditor("report", "--round", ROUND))
    assert packet in recap.read_text("utf-8")
    Path("lain.csv").write_text(listing(province).replace("Kedu", "Kebumenan"), encoding="utf-8")
    fine(auditor("run", "lain.csv", "--round", ROUND, *FAST))
    assert packet not in recap.read_text("utf-8")


def test_a_packet_never_stands_beside_older_reports(folder: Path) -> None:
    before = reports(folder)
    fine(auditor("score", "--round", ROUND, "--engine", "lokal", "--profile", "pinmas2016"))
    told = fine(auditor("report", "--round", ROUND, "--area", "Kedu"))
    assert "ikut disusun ulang" in told.out
    assert reports(folder)["rekap.csv"] != before["rekap.csv"]
    assert (folder / "paket-rakor-kedu.pdf").is_file()


def test_what_is_no_longer_made_goes_and_what_people_made_stays(folder: Path) -> None:
    own = folder / "wa" / "catatan-saya.txt"
    own.write_text("jangan dihapus", encoding="utf-8")
    edited = folder / "wa" / "kab-cilacap.txt"
    edited.write_text("diubah humas", encoding="utf-8")
    untouched = folder / "wa" / "kab-banyumas.txt"
    assert untouched.is_file()
    Path("auditor.toml").write_text('[laporan]\nformat = ["html", "csv"]\n', encoding="utf-8")
    told = fine(auditor("report", "--round", ROUND))
    assert own.read_text("utf-8") == "jangan dihapus" and edited.read_text("utf-8") == "diubah humas"
    assert not untouched.exists()
    assert "kab-cilacap.txt" in told.out and "diubah" in told.out
    listed = json.loads((folder / NAME).read_text("utf-8"))["berkas"]
    assert not [name for name in listed if name.startswith("wa/")]


def test_what_somebody_changed_in_a_report_is_kept_when_the_report_is_renewed(folder: Path) -> None:
    message = folder / "wa" / "kab-cilacap.txt"
    first = message.read_bytes()
    for number in (1, 2):
        message.write_text(f"sapaan {number}", encoding="utf-8")
        told = fine(auditor("report", "--round", ROUND))
        assert f"kab-cilacap.diubah-{number}.txt" in told.out
        assert message.read_bytes() == first
    assert [(folder / "wa" / f"kab-cilacap.diubah-{n}.txt").read_text("utf-8") for n in (1, 2)] == [
        "sapaan 1",
        "sapaan 2",
    ]
    assert "diubah" not in fine(auditor("report", "--round", ROUND)).out


def test_a_damaged_list_of_reports_costs_nothing(folder: Path) -> None:
    before = reports(folder)
    (folder / NAME).write_text('{"dasar": 1, "berkas": {"../../sites.csv": ["x"], "rekap.csv": 5}}', encoding="utf-8")
    fine(auditor("report", "--round", ROUND))
    assert reports(folder) == before and Path("sites.csv").is_file()
