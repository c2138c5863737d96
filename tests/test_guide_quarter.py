"""The guide's steps from quarter to quarter, tried as they stand there: objection, re-check, rakor, next round."""

from __future__ import annotations

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from auditor.inputs.corrections import COLUMNS, read_corrections
from auditor.inputs.register import Register
from tests.loopback import Province
from tests.test_cli import Ended, auditor
from tests.test_report_followup import edit, follow_up

GUIDE = (Path(__file__).parent.parent / "docs" / "panduan.md").read_text(encoding="utf-8")
HERE = ("--delay", "0", "--allow-private", "--browser", "never")  # what a loopback site needs besides


@pytest.fixture
def province(tmp_path: Path) -> Iterator[Province]:
    before = Path.cwd()
    os.chdir(tmp_path)
    try:
        with Province(3) as running:
            rows = [f"{s.id},{s.name},{s.province},{s.area},{s.url}" for s in running.sites]
            Path("sites.csv").write_text("\n".join(["id,nama,provinsi,wilayah,url", *rows]), encoding="utf-8")
            Path("auditor.toml").write_text('[laporan]\nformat = ["html", "xlsx"]\n', encoding="utf-8")
            yield running
    finally:
        os.chdir(before)


def step(begins: str) -> str:
    """The one line of the guide's code blocks that begins so."""
    blocks = re.findall(r"^```\n(.*?)^```", GUIDE, re.DOTALL | re.MULTILINE)
    lines = dict.fromkeys(line for block in blocks for line in block.splitlines() if line.startswith(begins))
    assert len(lines) == 1, f"{begins}: {list(lines)}"
    return next(iter(lines))


def do(line: str) -> Ended:
    words = shlex.split(line)[1:]
    done = auditor(*words, *(HERE if words[0] == "run" else ()))
    assert done.code == 0, f"{line}\n{done.err}"
    return done


def fill(path: Path, cells: dict[str, str]) -> None:
    """The first row of a template filled in."""
    edit(path, {f"{chr(ord('A') + COLUMNS.index(name))}3": text for name, text in cells.items()}, "koreksi")


def test_a_template_offers_the_words_of_the_cards_and_is_read_as_it_is(province: Province) -> None:
    do(step("auditor corrections template"))
    path = Path("koreksi.xlsx")
    book = CalamineWorkbook.from_path(str(path))
    assert book.get_sheet_by_name("koreksi").to_python()[1] == list(COLUMNS)
    offered = book.get_sheet_by_name("Pilihan").to_python()
    assert [row[0] for row in offered[:3]] == [site.name for site in province.sites]
    assert {row[2] for row in offered[:11]} >= {"Lengkap", "Tautan saja", "Tidak ditemukan"}
    assert [row[7] for row in offered[:3]] == ["diajukan", "diterima", "ditolak"]
    assert read_corrections(path) == (), "an empty template is no fault"
    again = auditor("corrections", "template", "koreksi.xlsx")
    assert again.code == 2 and "tidak ditimpa" in again.err
    assert auditor("corrections", "template", "koreksi.csv").code == 0
    assert auditor("corrections", "template", "koreksi.docx").code == 2


def test_the_guides_steps_lead_from_one_quarter_to_the_next(province: Province) -> None:
    site = province.sites[2]
    first = 'auditor run sites.csv --round 2026-T4 --province "Jawa Tengah"'
    assert first in GUIDE
    with province.without(site, "/visi-misi"):
        do(first)
    # an objection, from the template
    do(step("auditor corrections template"))
    filed = {
        "alasan": "Sudah diunggah",
        "diajukan_oleh": "Budi",
        "tanggal_diajukan": "2026-11-23",
        "status": "diajukan",
    }
    fill(Path("koreksi.xlsx"), {"situs_id": site.name, "indikator_id": "Visi dan misi", "hasil": "Lengkap"} | filed)
    (row,) = read_corrections(
        Path("koreksi.xlsx"), Register(tuple(province.sites), {"profil.visi-misi": "Visi dan misi"})
    )
    assert (row.site_id, row.rule_id) == (site.id, "profil.visi-misi")
    early = do(step("auditor report --round 2026-T4"))
    assert "Nilai dahulu dengan: auditor score" in early.out
    do(step("auditor score --round 2026-T4"))
    assert "Nilai dahulu" not in do(step("auditor report --round 2026-T4")).out
    told = do(step("auditor corrections list"))
    assert f"{site.name}: Visi dan misi" in told.out and "menunggu keputusan Kanwil" in told.out
    assert "1 keberatan menunggu" in Path("hasil/2026-T4/rekap.html").read_text(encoding="utf-8")
    # looked at again
    asked = province.requests()
    told = do(step("auditor run sites.csv --round 2026-T4 --recheck keberatan"))
    assert "Diperiksa ulang" in told.out and [i for i, n in province.requests().items() if n != asked[i]] == [site.id]
    assert "selesai: temuannya kini lengkap" in do(step("auditor corrections list")).out
    named = step("auditor run sites.csv --round 2026-T4 --recheck kab-purbalingga,kab-cilacap")
    assert do(named).out.count("Diperiksa ulang") == 2
    do(step("auditor run sites.csv --round 2026-T4 --recheck belum-dinilai"))
    # the rakor
    book = Path("hasil/2026-T4/rekap.xlsx")
    own = next(
        r for r in follow_up(book) if r["Kantor"] == site.name and r["Status"] and r["Hasil"] == "Tidak ditemukan"
    )
    edit(book, {f"G{own['_baris']}": "SDM: rangkap tugas", f"H{own['_baris']}": "Unggah dokumennya"})
    assert "1 baris diambil" in do(step("auditor followup")).out
    do(step("auditor report --round 2026-T4"))
    assert "Kendala menurut jenis" in Path("hasil/2026-T4/rekap.html").read_text(encoding="utf-8")
    # the next quarter
    do("auditor run sites.csv --round 2027-T1")
    recap = Path("hasil/2027-T1/rekap.html").read_text(encoding="utf-8")
    assert "Janji pada rakor lalu" in recap and "Unggah dokumennya" in recap
    assert "Unggah dokumennya" in str([r["Janji rakor lalu"] for r in follow_up(Path("hasil/2027-T1/rekap.xlsx"))])
    do("auditor compare 2026-T4 2027-T1")
