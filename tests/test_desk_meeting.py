"""Rakor on the desk: what is talked over; what is typed is merged into tindak-lanjut.csv, whoever else writes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from auditor.inputs.followup import OFFICE, TYPED, read_followup
from auditor.model import Scorecard
from auditor.quarters import this_quarter
from auditor.store import Store
from tests.desk_visit import Visitor, desk, folder, stored

__all__ = ["desk", "folder"]
EMPTY = dict.fromkeys(TYPED, "") | {f"semula_{name}": "" for name in TYPED}


def typed(card: Scorecard, rule_id: str, **cells: str) -> tuple[str, dict[str, str]]:
    about = {"putaran": this_quarter(), "indikator": rule_id}
    return f"/rakor/kantor/{card.site.id}?putaran={this_quarter()}", {**EMPTY, **about, **cells}


def told(folder: Path, card: Scorecard, rule_id: str) -> dict[str, str]:
    rows = {e.key: dict(e.cells) for e in read_followup(folder / "tindak-lanjut.csv")}
    return rows[this_quarter(), card.site.id, rule_id]


def test_every_wilayah_and_office_is_reached_by_going_on(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    shown = desk.get("/rakor").text
    areas = sorted({card.site.area for card in cards})
    assert all(area in shown for area in areas)
    path = f"/rakor/wilayah?wilayah={quote(areas[0])}&putaran={this_quarter()}&layar=besar"
    seen = []
    while path:
        shown = desk.get(path).text
        assert 'class="proyektor"' in shown
        seen.append(shown.split("<h1>")[1].split("</h1>")[0])
        path = shown.split('rel="next" href="')[1].split('"')[0].replace("&amp;", "&") if 'rel="next"' in shown else ""
    assert len(seen) == len(areas) + len(cards)


def test_what_is_typed_is_in_the_file_at_once_and_shown_again(desk: Visitor) -> None:
    card = stored(desk.folder / "hasil")[0]
    shown = desk.post(*typed(card, OFFICE, kendala="SDM: admin situs pindah", tenggat="2026-12-15"))
    assert shown.status_code == 200 and "Tersimpan" in shown.text
    assert 'value="SDM: admin situs pindah"' in shown.text
    assert told(desk.folder, card, OFFICE)["kendala"] == "SDM: admin situs pindah"
    again = {"kendala": "", "semula_kendala": "SDM: admin situs pindah", "tenggat": "2026-12-15"}
    desk.post(*typed(card, OFFICE, **again, semula_tenggat="2026-12-15"))
    assert told(desk.folder, card, OFFICE) == {**dict.fromkeys(TYPED, ""), "tenggat": "2026-12-15"}


def test_what_somebody_else_wrote_meanwhile_stays_and_both_are_told(desk: Visitor) -> None:
    card = stored(desk.folder / "hasil")[0]
    rule = next(f.rule_id for f in card.findings if f.outcome.value == "tidak_ada" and f.weight > 0)
    path = desk.folder / "tindak-lanjut.csv"
    path.write_text(
        f"putaran;situs_id;indikator_id;kendala;telepon\n{this_quarter()};{card.site.id};{rule};server penuh;0812\n",
        encoding="utf-8",
    )
    answer = desk.post(*typed(card, rule, kendala="seksi belum menyerahkan"), headers={"Accept": "application/json"})
    assert answer.status_code == 200 and "sudah ada isian lain untuk kendala" in answer.json()["pesan"]
    assert answer.json()["isi"]["kendala"] == "server penuh"
    cells = told(desk.folder, card, rule)
    assert cells["kendala"] == "server penuh" and "seksi belum menyerahkan" in cells["catatan"]
    assert "0812" in path.read_text("utf-8-sig")


@pytest.mark.parametrize("accept", ["text/html", "application/json"])
def test_a_file_that_is_open_in_excel_is_not_written_and_the_typed_stays_on_the_screen(
    desk: Visitor, accept: str
) -> None:
    card = stored(desk.folder / "hasil")[0]
    path = desk.folder / "tindak-lanjut.csv"
    path.write_text("putaran,situs_id,indikator_id,kendala\n", encoding="utf-8")
    before = path.read_bytes()
    (desk.folder / "~$tindak-lanjut.csv").touch()
    answer = desk.post(*typed(card, OFFICE, kendala="anggaran"), headers={"Accept": accept})
    assert answer.status_code == 409 and "Belum tersimpan" in answer.text
    assert accept != "text/html" or 'value="anggaran"' in answer.text
    assert path.read_bytes() == before


def test_a_file_that_is_no_follow_up_is_told_and_kept(desk: Visitor) -> None:
    card = stored(desk.folder / "hasil")[0]
    path = desk.folder / "tindak-lanjut.csv"
    path.write_text("catatan saya sendiri\nbaris kedua\n", encoding="utf-8")
    assert desk.get("/rakor").status_code == 400
    assert desk.post(*typed(card, OFFICE, kendala="anggaran")).status_code in (400, 409)
    assert path.read_text("utf-8") == "catatan saya sendiri\nbaris kedua\n"


def test_rows_about_nothing_known_are_refused(desk: Visitor) -> None:
    card = stored(desk.folder / "hasil")[0]
    for path, fields in (
        typed(card, "../../etc"),
        typed(replace(card, site=replace(card.site, id="..%2f..")), OFFICE),
        (f"/rakor/kantor/{card.site.id}", {**EMPTY, "putaran": "1999-T1", "indikator": OFFICE}),
    ):
        assert desk.post(path, fields).status_code in (400, 404)
    assert not (desk.folder / "tindak-lanjut.csv").exists()
    assert desk.get("/rakor/wilayah?wilayah=../..").status_code == 404


def test_formulas_are_defused_and_markup_is_text(desk: Visitor) -> None:
    card = stored(desk.folder / "hasil")[0]
    shown = desk.post(*typed(card, OFFICE, kendala='=HYPERLINK("http://x")', tindakan="<script>alert(1)</script>")).text
    assert "<script>alert" not in shown
    assert "'=HYPERLINK" in (desk.folder / "tindak-lanjut.csv").read_text("utf-8-sig")


def test_what_was_promised_last_time_stands_beside_the_office(desk: Visitor) -> None:
    out = desk.folder / "hasil"
    cards = stored(out)
    earlier = [replace(card, round="2020-T1") for card in cards]
    with Store.open(out, write=True) as store:
        store.enlist("2020-T1", [card.site for card in earlier])
        for n, card in enumerate(earlier):
            assert card.finished_at is not None and card.started_at is not None
            old = replace(
                card, finished_at=card.finished_at.replace(year=2020), started_at=card.started_at.replace(year=2020)
            )
            store.save(old, n, Path("2020-T1") / "bukti" / f"{card.site.id}.warc.gz", "")
    rule = next(f.rule_id for f in cards[0].findings if f.outcome.value == "tidak_ada" and f.weight > 0)
    (desk.folder / "tindak-lanjut.csv").write_text(
        "putaran,situs_id,indikator_id,tindakan,penanggung_jawab,tenggat\n"
        f"2020-T1,{cards[0].site.id},{rule},unggah DIP,Kasubbag TU,2020-03-31\n",
        encoding="utf-8",
    )
    shown = desk.get(f"/rakor/kantor/{cards[0].site.id}").text
    assert "Rakor lalu: unggah DIP, Kasubbag TU" in shown
    area = quote(cards[0].site.area)
    assert "unggah DIP" in desk.get(f"/rakor/wilayah?wilayah={area}").text
    assert "Janji rakor lalu" in desk.get("/rakor").text
