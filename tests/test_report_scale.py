"""A round of many provinces: a cover that leads to each, and of each province what it would have alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.model import Scorecard
from auditor.report import write_reports
from auditor.report.bookdata import volumes
from auditor.report.figures import round_of
from auditor.report.summary import recap_title
from auditor.store import without_proofs
from tests.report_cards import AREAS, flagged_card, ordinary_card, small_pack, unregistered_card

ROUND = "2026-T4"
PROVINCES = ("Jawa Contoh", "Sulawesi Contoh", "")


def country(count: int) -> list[Scorecard]:
    """Offices of three provinces, one of them without a name."""
    pack = small_pack()
    cards = []
    for n in range(count):
        card = ordinary_card(n, pack)
        card = flagged_card(n, pack) if n == 4 else unregistered_card(n, pack) if n == 7 else card
        site = replace(card.site, province=PROVINCES[n % 3], id=f"kab-contoh-{n:03d}", name=f"Kankemenag Contoh {n}")
        cards.append(replace(card, site=site, findings=tuple(replace(f, site_id=site.id) for f in card.findings)))
    return cards


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[Scorecard]]:
    folder, cards = tmp_path_factory.mktemp("nasional"), country(15)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("auditor.report.figures.ONE_PAGE", 12)
        write_reports(folder, ROUND, cards, small_pack(), formats=["html", "xlsx", "csv"])
    return folder, cards


def links(path: Path) -> set[str]:
    tree = LexborHTMLParser(path.read_text(encoding="utf-8"))
    found = (node.attributes.get("href") or "" for node in tree.css("a[href]"))
    return {link.partition("#")[0] for link in found if not link.startswith("#")}


def test_the_cover_leads_to_each_province_and_every_link_to_a_file(large: tuple[Path, list[Scorecard]]) -> None:
    folder, _ = large
    recaps = {path.name for path in folder.glob("provinsi-*-rekap.html")}
    assert recaps == {f"provinsi-{name}-rekap.html" for name in ("jawa-contoh", "sulawesi-contoh", "tanpa-provinsi")}
    assert recaps <= links(folder / "rekap.html")
    for page in (folder / "rekap.html", *(folder / name for name in recaps)):
        assert all((folder / link).is_file() for link in links(page)), page.name
    assert "rekap.html" in links(folder / "provinsi-jawa-contoh-rekap.html"), "and back"


def test_a_province_has_what_it_would_have_alone(large: tuple[Path, list[Scorecard]], tmp_path: Path) -> None:
    folder, cards = large
    own = [card for card in cards if card.site.province == "Jawa Contoh"]
    write_reports(tmp_path, ROUND, own, small_pack(), formats=["html"])
    for path in (tmp_path / "kartu-skor").iterdir():
        assert (folder / "kartu-skor" / path.name).read_bytes() == path.read_bytes()
    assert len(list((folder / "kartu-skor").iterdir())) == len(cards)


def test_the_country_s_workbook_has_the_ranks_and_each_province_s_the_findings(
    large: tuple[Path, list[Scorecard]],
) -> None:
    folder, cards = large
    whole = CalamineWorkbook.from_path(str(folder / "rekap.xlsx"))
    assert whole.sheet_names == ["Ringkasan", "Peringkat", "Metode"]
    ranks = whole.get_sheet_by_name("Peringkat").to_python()
    assert sum(str(row[1]).startswith("Kankemenag") for row in ranks) == len(cards)
    part = CalamineWorkbook.from_path(str(folder / "provinsi-sulawesi-contoh-rekap.xlsx"))
    assert {"Temuan", "Matriks", "Prioritas", "Tindak Lanjut"} <= set(part.sheet_names)
    named = {row[0] for row in part.get_sheet_by_name("Temuan").to_python() if str(row[0]).startswith("Kankemenag")}
    assert named == {card.site.name for card in cards if card.findings and card.site.province == "Sulawesi Contoh"}


def test_a_round_that_one_page_can_show_is_not_cut(tmp_path: Path) -> None:
    write_reports(tmp_path, ROUND, country(12), small_pack(), formats=["html", "xlsx"])
    assert not list(tmp_path.glob("provinsi-*"))
    assert "Temuan" in CalamineWorkbook.from_path(str(tmp_path / "rekap.xlsx")).sheet_names


def test_cards_without_proofs_make_the_same_reports_where_each_is_read_whole_when_it_is_printed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 12)
    cards, formats = country(15), ["html", "xlsx", "csv", "json", "wa", "kirim"]
    whole = {card.site.id: card for card in cards}
    write_reports(tmp_path / "utuh", ROUND, cards, small_pack(), formats=formats)
    bare = [without_proofs(card) for card in cards]
    asked = whole.__getitem__
    write_reports(
        *(tmp_path / "ringkas", ROUND, bare, small_pack()), formats=formats, whole_card=lambda c: asked(c.site.id)
    )
    made = {path.relative_to(tmp_path / "utuh"): path for path in (tmp_path / "utuh").rglob("*") if path.is_file()}
    assert len(made) > 4 * len(cards)
    for name, path in made.items():
        assert (tmp_path / "ringkas" / name).read_bytes() == path.read_bytes(), name


def test_a_large_round_of_one_province_is_printed_with_its_proofs(tmp_path: Path) -> None:
    cards = [replace(c, site=replace(c.site, province="Jawa Contoh")) for c in country(4)]
    whole = {card.site.id: card for card in cards}
    bare = [without_proofs(card) for card in cards]
    write_reports(
        *(tmp_path, ROUND, bare, small_pack()), formats=["html", "xlsx"], whole_card=lambda c: whole[c.site.id]
    )
    proof = next(f.evidence[0] for f in cards[0].findings if f.evidence)
    assert proof.quote in (tmp_path / "kartu-skor" / f"{cards[0].site.id}.html").read_text(encoding="utf-8")
    rows = CalamineWorkbook.from_path(str(tmp_path / "rekap.xlsx")).get_sheet_by_name("Temuan").to_python()
    assert any(proof.url in row for row in rows)


def test_each_province_has_a_message_for_its_group_and_the_country_s_names_no_three_best(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 12)
    write_reports(tmp_path, ROUND, country(15), small_pack(), formats=["wa"])
    told = {path.stem: path.read_text(encoding="utf-8") for path in (tmp_path / "wa").glob("_grup*.txt")}
    assert set(told) == {"_grup", "_grup-jawa-contoh", "_grup-sulawesi-contoh", "_grup-tanpa-provinsi"}
    assert "Tiga teratas" not in told["_grup"] and "dari 15 kantor" in told["_grup"]
    assert "Tiga teratas" in told["_grup-jawa-contoh"] and "dari 5 kantor" in told["_grup-jawa-contoh"]


def test_the_title_of_many_provinces_counts_them() -> None:
    cards = [replace(c, site=replace(c.site, province=f"Provinsi {n}")) for n, c in enumerate(country(15))]
    assert recap_title(round_of(ROUND, cards, small_pack())).endswith("Kankemenag di 15 provinsi")
    assert recap_title(round_of(ROUND, cards[:2], small_pack())).endswith("se-Provinsi 0 dan Provinsi 1")


def test_a_country_s_sheet_of_ranks_and_slide_of_the_best_name_the_province(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 12)
    cards = country(15)
    write_reports(tmp_path, ROUND, cards, small_pack(), formats=["xlsx", "pptx"])
    head, *rows = CalamineWorkbook.from_path(str(tmp_path / "rekap.xlsx")).get_sheet_by_name("Peringkat").to_python()
    at = head.index("Provinsi")
    assert {row[at] for row in rows if row[0] != ""} == {"Jawa Contoh", "Sulawesi Contoh", ""}
    slides = pytest.importorskip("pptx").Presentation(tmp_path / "rekap.pptx").slides
    tables = [shape.table for slide in slides for shape in slide.shapes if shape.has_table]
    best = next(table for table in tables if table.cell(0, 2).text == "Provinsi")
    scores = [float(best.cell(n, 3).text.replace(",", ".")) for n in range(1, len(best.rows))]
    assert scores == sorted(scores, reverse=True)
    assert scores[0] == max(round(card.score or 0, 1) for card in cards if card.rankable)


def test_the_leader_has_a_page_of_the_country_and_one_of_each_province(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 12)
    write_reports(tmp_path, ROUND, country(15), small_pack(), formats=["html", "pdf"])
    pages = {path.name: text_of(path) for path in tmp_path.glob("*ringkasan-pimpinan.pdf")}
    assert set(pages) == {
        "ringkasan-pimpinan.pdf",
        *(f"provinsi-{name}-ringkasan-pimpinan.pdf" for name in ("jawa-contoh", "sulawesi-contoh", "tanpa-provinsi")),
    }
    whole = pages["ringkasan-pimpinan.pdf"]
    assert "Ringkasan untuk Pimpinan" in whole and "Skor tengah per provinsi" in whole and "Kanwil lebih" not in whole
    assert "Ringkasan untuk Kepala Kanwil" in pages["provinsi-jawa-contoh-ringkasan-pimpinan.pdf"]
    assert "provinsi-jawa-contoh-ringkasan-pimpinan.pdf" in links(tmp_path / "rekap.html")


def text_of(path: Path) -> str:
    with pypdfium2.PdfDocument(path) as document:
        assert len(document) == 1
        return " ".join(document[0].get_textpage().get_text_range().split())


def test_a_book_of_many_cards_comes_in_volumes_and_each_card_stands_in_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.pdf._CARDS_A_VOLUME", 3)
    cards = country(8)
    cards = [replace(c, site=replace(c.site, province="Jawa Contoh", area=AREAS[n > 4])) for n, c in enumerate(cards)]
    write_reports(tmp_path, ROUND, cards, small_pack(), formats=["html", "pdf"])
    names = ["buku-kartu-skor.pdf", "buku-kartu-skor-2.pdf", "buku-kartu-skor-3.pdf"]
    assert sorted(path.name for path in tmp_path.glob("buku-*.pdf")) == sorted(names)
    assert set(names) <= links(tmp_path / "rekap.html")
    told = []
    for name in names:
        with pypdfium2.PdfDocument(tmp_path / name) as book:
            told.append([" ".join(page.get_textpage().get_text_range().split()) for page in book])
    assert all(page.strip() for pages in told for page in pages), "no empty page"
    assert "jilid 2 dari 3" in told[1][0] and "Peringkat" in "".join(told[0]) and "Cara membaca" not in "".join(told[1])
    assert f"{AREAS[0]} (lanjutan)" in "".join(told[1]) and AREAS[1] in "".join(told[2])
    for card in cards:
        within = [sum("Kartu skor" in page and card.site.name in page for page in pages[1:]) for pages in told]
        assert sum(within) >= 1, card.site.name


def test_a_book_is_cut_after_wilayah() -> None:
    def book(*sizes: int) -> dict[str, Any]:
        chapters = [
            {"nama": f"W{n}", "kalimat": "k", "peringkat": [1], "belum": [1], "kartu": list(range(size))}
            for n, size in enumerate(sizes)
        ]
        return {"dokumen": "Buku", "sampul": {"judul": "Buku"}, "wilayah": chapters}

    def cut(*sizes: int) -> list[list[tuple[str, int]]]:
        return [[(w["nama"], len(w["kartu"])) for w in volume["wilayah"]] for volume in volumes(book(*sizes), 10)]

    assert cut(4, 6) == [[("W0", 4), ("W1", 6)]]
    assert cut(4, 7, 3) == [[("W0", 4)], [("W1", 7), ("W2", 3)]]
    assert cut(4, 23, 7, 1) == [
        [("W0", 4)],
        [("W1", 10)],
        [("W1 (lanjutan)", 10)],
        [("W1 (lanjutan)", 3), ("W2", 7)],
        [("W3", 1)],
    ]
    assert cut() == [[]] and volumes(book(3), 10)[0]["dokumen"] == "Buku"
