"""The desk with a round of many provinces, and with a long list: a screen shows one province, or one page of rows."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import quote

import pytest

from auditor.desk.sitelist import ROWS
from auditor.desk.tablefile import written
from auditor.inputs.followup import OFFICE, TYPED, read_followup
from auditor.inputs.sites import COLUMNS
from auditor.model import Scorecard
from auditor.quarters import this_quarter
from auditor.report import write_reports
from auditor.report.manifest import Manifest
from auditor.report.writing import together
from auditor.rules.loader import load
from auditor.store import Store
from tests.desk_visit import Visitor, desk, folder
from tests.report_cards import province

__all__ = ["desk", "folder"]
PROVINCES = ("Jawa Contoh", "Sulawesi Contoh & Sekitarnya")
AREA = "Wilayah I"  # of both provinces


@pytest.fixture(autouse=True)
def small_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """What counts as many, so that a few offices do."""
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 6)
    monkeypatch.setattr("auditor.store.history.FEW", 6)


def country(out: Path) -> list[Scorecard]:
    """This quarter's cards of two provinces, in the history."""
    cards = []
    for n, card in enumerate(province(load())[:8]):
        site = replace(card.site, province=PROVINCES[n % 2], area=AREA)
        cards.append(replace(card, site=site, round=this_quarter()))
    with Store.open(out, write=True) as store:
        store.enlist(this_quarter(), [card.site for card in cards])
        for n, card in enumerate(cards):
            store.save(card, n, Path(this_quarter()) / "bukti" / f"{card.site.id}.warc.gz", "")
    return cards


def heading(html: str) -> str:
    return html.split("<h1>")[1].split("</h1>")[0]


@pytest.mark.parametrize("path", ["/kantor", "/tinjau", "/rakor"])
def test_of_a_round_too_large_for_one_screen_a_province_is_chosen_first(desk: Visitor, path: str) -> None:
    cards = country(desk.folder / "hasil")
    shown = desk.get(path).text
    assert "Pilih provinsi" in shown and not any(card.site.name in shown for card in cards)
    leads = re.findall(rf'href="({path}\?[^"]*provinsi=[^"]*)"', shown)
    assert len(leads) == len(PROVINCES)
    for lead, name in zip(leads, PROVINCES, strict=True):
        there = desk.get(lead.replace("&amp;", "&")).text
        assert name.replace("&", "&amp;") in heading(there)
        others = [card.site.name for card in cards if card.site.province != name]
        assert f'href="{path}?putaran=' in there and not any(other in there for other in others)


def test_a_finding_of_a_large_round_is_shown_with_its_proof(desk: Visitor) -> None:
    card = country(desk.folder / "hasil")[0]
    found = next(f for f in card.findings if f.evidence)
    shown = desk.get(f"/kantor/{card.site.id}/{found.rule_id}").text
    assert found.evidence[0].quote in shown and found.note in shown
    back = desk.get(f"/kantor/{card.site.id}").text
    assert f"/kantor?putaran={this_quarter()}&amp;provinsi={quote(PROVINCES[0])}" in back.replace("&p", "&amp;p")


def test_an_answer_leads_on_within_the_province_and_knows_the_offices_of_all(desk: Visitor) -> None:
    cards = country(desk.folder / "hasil")
    first = {}
    for name in reversed(PROVINCES):
        shown = desk.get(f"/tinjau?provinsi={quote(name)}").text
        first[name] = dict(re.findall(r'name="(situs|indikator)" value="([^"]+)"', shown))
        answer = {**first[name], "putaran": this_quarter(), "penilai": "Siti", "kunci": "ya", "jawaban": "tidak"}
        onward = desk.post("/tinjau/jawab", answer)
        assert name.replace("&", "&amp;") in heading(onward.text) and "1 temuan sudah ditinjau" in onward.text
    where = {card.site.id: card.site.province for card in cards}
    assert {name: where[asked["situs"]] for name, asked in first.items()} == {name: name for name in PROVINCES}
    rows = (desk.folder / "tinjauan.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 3, "the rows of both provinces stand in one file"
    desk.post("/tinjau/urungkan", {"putaran": this_quarter()})
    assert len((desk.folder / "tinjauan.csv").read_text("utf-8-sig").splitlines()) == 2


def test_wilayah_of_one_name_in_two_provinces_are_two_meetings(desk: Visitor) -> None:
    cards = country(desk.folder / "hasil")
    for name in PROVINCES:
        shown = desk.get(f"/rakor?provinsi={quote(name, safe='')}").text
        (lead,) = re.findall(r'href="(/rakor/wilayah[^"]+)"', shown)
        meeting = desk.get(lead.replace("&amp;", "&")).text
        assert all((card.site.name in meeting) == (card.site.province == name) for card in cards)
        onward = re.findall(r'rel="next" href="([^"]+)"', meeting)[0].replace("&amp;", "&")
        office = desk.get(onward).text
        back = re.findall(r'class="remah"><a href="([^"]+)"', office)[0].replace("&amp;", "&")
        assert desk.get(back).text.count(AREA) and desk.get(back).status_code == 200


def test_what_is_typed_of_one_province_leaves_the_rows_of_another(desk: Visitor) -> None:
    cards = country(desk.folder / "hasil")
    empty = dict.fromkeys(TYPED, "") | {f"semula_{name}": "" for name in TYPED}
    for card in cards[:2]:
        about = {"putaran": this_quarter(), "indikator": OFFICE, "kendala": f"SDM {card.site.id}"}
        shown = desk.post(f"/rakor/kantor/{card.site.id}?putaran={this_quarter()}", {**empty, **about}).text
        assert "Tersimpan" in shown and f'value="SDM {card.site.id}"' in shown
    assert len(read_followup(desk.folder / "tindak-lanjut.csv")) == 2


def test_files_are_listed_of_the_country_or_of_the_province_chosen(desk: Visitor) -> None:
    cards = country(desk.folder / "hasil")
    place = desk.folder / "hasil" / this_quarter()
    with together() as writing:
        write_reports(place, this_quarter(), cards, load(), formats=["html", "xlsx", "wa", "kirim"])
        manifest = Manifest(place)
        manifest.announce(writing)
        names = {path.relative_to(place).as_posix() for path in writing.parts}
        writing.take_places()
    assert any(name.startswith("kirim/") for name in names)
    whole = desk.get("/bagikan").text
    listed = set(re.findall(rf'href="/berkas/{this_quarter()}/([^"]+)"', whole))
    assert "rekap.xlsx" in listed and not any("provinsi-" in name or "/" in name for name in listed)
    part = desk.get(f"/bagikan?provinsi={quote(PROVINCES[0])}").text
    listed = set(re.findall(rf'href="/berkas/{this_quarter()}/([^"]+)"', part))
    own = [card.site.id for card in cards if card.site.province == PROVINCES[0]]
    assert {name for name in listed if name.startswith("kirim/")} == {f"kirim/{site_id}.zip" for site_id in own}
    assert {"provinsi-jawa-contoh-rekap.xlsx", "provinsi-jawa-contoh-rekap.html"} <= listed
    assert not any("sulawesi" in name for name in listed)
    message = desk.get(f"/bagikan?kantor={own[1]}").text
    assert "Yth. Kepala Subbagian" in message and f'value="{own[1]}" selected' in message


def listing(folder: Path, count: int, faulty: int) -> None:
    rows = [
        {
            **dict.fromkeys(COLUMNS, ""),
            "id": f"kab-{n:04d}",
            "nama": f"Kankemenag Kabupaten Ke-{n}",
            "provinsi": PROVINCES[n % 2],
            "url": "bukan alamat" if n == faulty else f"https://kantor{n}.contoh.example",
        }
        for n in range(count)
    ]
    written(folder / "sites.csv", COLUMNS, rows)


def test_a_long_list_is_shown_by_pages_the_rows_with_faults_first(desk: Visitor) -> None:
    listing(desk.folder, 2 * ROWS + 5, faulty=2 * ROWS + 1)
    first = desk.get("/daftar").text
    assert f"{2 * ROWS + 5} kantor" in first and first.count('href="/daftar/') - 1 == ROWS  # and one to add an office
    assert f"Ke-{2 * ROWS + 1}<" in first and "1 baris yang perlu diperbaiki" in first
    assert "Halaman 1 dari 3" in first and 'rel="prev"' not in first
    last = desk.get("/daftar?hal=3").text
    assert f"Ke-{2 * ROWS + 4}<" in last and "Halaman 3 dari 3" in last and 'rel="next"' not in last
    for odd in ("0", "99", "-1", "satu", "²", "9" * 40):
        assert desk.get(f"/daftar?hal={odd}").status_code == 200


def test_a_long_list_is_searched_on_the_server(desk: Visitor) -> None:
    listing(desk.folder, 2 * ROWS, faulty=-1)
    found = desk.get("/daftar?cari=kabupaten+ke-17").text
    assert "11 kantor cocok" in found and "Ke-170<" in found and "Ke-16<" not in found
    part = desk.get(f"/daftar?cari={quote('sulawesi CONTOH')}").text
    assert f"{ROWS} kantor cocok" in part and "Ke-1<" in part and "Ke-2<" not in part
    assert "0 kantor cocok" in desk.get("/daftar?cari=%3Cscript%3E").text
    assert "Ke-3<" in desk.post("/daftar/5", {"nama": "Kankemenag Kabupaten Ke-3", "id": "kab-0003", "url": ""}).text


def test_a_list_of_one_page_stands_in_its_own_order_without_a_search(desk: Visitor) -> None:
    listing(desk.folder, 5, faulty=3)
    shown = desk.get("/daftar").text
    assert 'role="search"' not in shown
    assert re.findall(r"Ke-(\d)<", shown) == list("01234")
