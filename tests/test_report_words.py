"""What the reports say: red flags in words of their own, the obstacle first, and no word that only a machine knows."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from python_calamine import CalamineWorkbook

from auditor.compare import compare
from auditor.inputs.config import Config
from auditor.model import FetchStatus, Outcome, Scorecard, SiteState, SiteStatus
from auditor.report import write_reports
from auditor.report.allfindings import all_findings
from auditor.report.bookdata import book_data
from auditor.report.carddata import card_data
from auditor.report.figures import Round
from auditor.report.firststeps import first_steps
from auditor.report.packet import packet_data
from auditor.report.pdf import typesetter
from auditor.report.whatsapp import office_message
from auditor.report.wording import in_one_line, percent, state_sentence, steps
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.score import with_findings
from tests.report_cards import (
    AREAS,
    blocked_card,
    flagged_card,
    ordinary_card,
    small_pack,
    thin_card,
    unregistered_card,
)

PACK = small_pack()
CONFIG = Config(institution="Kanwil Contoh", contact="humas@example.go.id")
FLAGS = {rule.id for rule in PACK.rules if rule.check == "flag"}


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def sheet(path: Path, name: str) -> list[list[str]]:
    book = CalamineWorkbook.from_path(str(path))
    return [[str(cell) for cell in row] for row in book.get_sheet_by_name(name).to_python()]


# --- red flags


@pytest.fixture(scope="module")
def flagged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A hacked site beside a clean one, in the formats that take no time to set."""
    folder = tmp_path_factory.mktemp("bendera")
    cards = [flagged_card(0, PACK), ordinary_card(1, PACK)]
    write_reports(folder, "2026-T4", cards, PACK, formats=("html", "csv", "xlsx"))
    return folder


def test_a_red_flag_has_words_of_its_own_in_every_table(flagged: Path) -> None:
    told = {
        (r["situs_id"], r["hasil"], r["poin"], r["nilai"])
        for r in rows(flagged / "temuan.csv")
        if r["indikator_id"] in FLAGS
    }
    assert told == {("kab-contoh-01", "terdeteksi", "", ""), ("kab-contoh-02", "tidak_terdeteksi", "", "")}
    listed = {(row[0][-8:], row[7]) for row in sheet(flagged / "rekap.xlsx", "Temuan") if row[2] in FLAGS}
    assert {word for _, word in listed} == {"Terdeteksi", "Tidak terdeteksi"}


def test_a_hacked_site_never_reads_as_not_found_nor_a_clean_one_as_complete(flagged: Path) -> None:
    hacked, clean = (
        re.findall(
            r'class="?t (?:terdeteksi|tidak_terdeteksi)\b', (flagged / "kartu-skor" / f"{name}.html").read_text("utf-8")
        )
        for name in ("kab-contoh-01", "kab-contoh-02")
    )
    assert [hit.split()[-1] for hit in hacked] == ["terdeteksi"] * 2
    assert [hit.split()[-1] for hit in clean] == ["tidak_terdeteksi"] * 2


def test_a_flag_that_goes_up_is_compared_in_its_own_words() -> None:
    change = next(c for c in compare(ordinary_card(0, PACK), flagged_card(0, PACK)).changes if c.rule_id in FLAGS)
    assert change.describe().startswith("tidak_terdeteksi → terdeteksi")


# --- what stands in the way


def under_covered(*unseen: tuple[FetchStatus, int], addresses: tuple[tuple[FetchStatus, int], ...] = ()) -> Scorecard:
    """A card of which the last indicators were not seen, so many for each cause."""
    card = ordinary_card(0, PACK, luck=1.0)
    causes = [status for status, count in unseen for _ in range(count)]
    weighted = [f for f in card.findings if f.weight > 0]
    hidden = {f.rule_id: cause for f, cause in zip(reversed(weighted), causes, strict=False)}
    findings = [
        replace(f, outcome=Outcome.UNCHECKED, points=0.0, cause=hidden[f.rule_id]) if f.rule_id in hidden else f
        for f in card.findings
    ]
    return replace(with_findings(card, findings, PACK), not_opened=addresses)


def test_the_cause_of_too_little_coverage_is_what_hides_most_weight_and_not_most_addresses() -> None:
    card = under_covered(
        (FetchStatus.FORBIDDEN, 30), (FetchStatus.ROBOTS, 2), addresses=((FetchStatus.OUT_OF_BUDGET, 999),)
    )
    assert not card.rankable
    reason, advice = state_sentence(card)
    assert "akses ditolak server (30 indikator, bobot " in reason and "sempat" not in reason
    assert f"Baru {percent(card.coverage)} bobot" in reason and "Sebagian besar situs" not in reason + advice
    assert advice.startswith("Minta pengelola hosting mengizinkan") and "pemeriksaan ulang" in advice


@pytest.mark.parametrize("status", [FetchStatus.OUT_OF_BUDGET, FetchStatus.TOO_LARGE, FetchStatus.DEADLINE])
def test_an_office_is_never_asked_to_mend_what_our_own_limit_hid(status: FetchStatus) -> None:
    _, advice = state_sentence(under_covered((status, 40)))
    assert advice.startswith("Tidak ada yang perlu diperbaiki kantor.") and "minta pemeriksaan ulang" not in advice


def test_an_office_with_a_rank_has_no_obstacle() -> None:
    card = under_covered((FetchStatus.FORBIDDEN, 1))
    assert card.rankable and card.coverage < 1 and state_sentence(card) == ("", "")


def test_whatever_the_state_there_is_a_reason_and_a_remedy() -> None:
    for state in SiteState:
        for cause in FetchStatus:
            card = replace(blocked_card(0, PACK), status=SiteStatus(state, cause))
            reason, advice = state_sentence(card)
            assert reason and advice.endswith("."), (state, cause)


# --- real, but too old


def test_a_document_three_cycles_late_reads_as_expired_and_keeps_its_value_in_files(tmp_path: Path) -> None:
    card = ordinary_card(0, PACK, luck=1.0)
    first, *rest = card.findings
    old = replace(first, outcome=Outcome.LINK_ONLY, points=0.25, expired=True)
    card = with_findings(card, [old, *rest], PACK)
    write_reports(tmp_path, "2026-T4", [card], PACK, formats=("html", "csv", "xlsx"))
    (row,) = [r for r in rows(tmp_path / "temuan.csv") if r["indikator_id"] == first.rule_id]
    assert (row["hasil"], row["poin"]) == ("tautan_saja", "0.25")
    page = (tmp_path / "kartu-skor" / f"{card.site.id}.html").read_text(encoding="utf-8")
    assert "Kedaluwarsa (3 periode atau lebih)" in page and "<small>Tautan saja<" not in page
    listed = next(r for r in sheet(tmp_path / "rekap.xlsx", "Temuan") if r[2] == first.rule_id)
    assert listed[7] == "Kedaluwarsa (3 periode atau lebih)"
    change = compare(ordinary_card(0, PACK, luck=1.0), card).changes[0]
    assert change.word_after == "kedaluwarsa"


# --- what is said first


def obstacle_of(card: Scorecard) -> tuple[str, str]:
    reason, advice = state_sentence(card)
    assert reason and advice
    return reason, advice


@pytest.mark.parametrize("make", [blocked_card, thin_card, unregistered_card], ids=lambda make: make.__name__)
def test_an_office_without_a_rank_is_never_thanked_and_its_first_row_is_the_obstacle(
    make: Callable[[int, Pack], Scorecard], tmp_path: Path
) -> None:
    card = make(0, PACK)
    round_ = Round("2026-T4", (card, ordinary_card(1, PACK)), PACK)
    reason, advice = obstacle_of(card)
    message = office_message(card, round_, CONFIG)
    steps = message.split("disarankan:")[1].strip().splitlines()
    assert (
        "Terima kasih" not in message and reason in message and steps[0].startswith("1. Supaya situs dapat dinilai: ")
    )
    assert advice in steps[0]
    page = packet_data(round_, card.site.area, CONFIG)["kantor"]
    (sheet_of,) = [office for office in page if office["kartu"]["nama"] == card.site.name]
    assert sheet_of["temuan"][0]["judul"] == f"{reason}. {advice}"
    assert sheet_of["temuan"][0]["label"] == "Belum dapat dinilai"
    printed = card_data(card, round_, CONFIG)
    assert (printed["sebab"], printed["saran"]) == (reason, advice) and printed["langkah"][0]["cara"] == advice
    write_reports(tmp_path, "2026-T4", round_.cards, PACK, formats=("xlsx", "html"))
    first = next(row for row in sheet(tmp_path / "rekap.xlsx", "Prioritas") if row[0] == card.site.name)
    assert first[6] == f"{reason}. {advice}"
    text = unescape((tmp_path / "kartu-skor" / f"{card.site.id}.html").read_text(encoding="utf-8"))
    assert reason in text and advice in text and "Terima kasih" not in text


def test_the_office_message_tells_flags_and_the_deadline_then_the_rank_then_the_steps() -> None:
    card = flagged_card(0, PACK)
    message = office_message(card, Round("2026-T4", (card, ordinary_card(1, PACK)), PACK), CONFIG)
    order = ["bendera merah: ", "paling lambat", "Peringkat", "Skor ", "Langkah pertama"]
    assert [message.index(words) for words in order] == sorted(message.index(words) for words in order)


def test_the_printed_card_tells_flags_and_the_deadline_before_the_score() -> None:
    card = flagged_card(0, PACK)
    round_ = Round("2026-T4", (card, ordinary_card(1, PACK)), PACK)
    with typesetter(round_, CONFIG) as setter:
        text = pdf_text(setter.card(card_data(card, round_, CONFIG))[0])
    order = ["Bendera merah", "paling lambat", "dari 100", "langkah yang paling menaikkan", "Skor per kategori"]
    assert [text.index(words) for words in order] == sorted(text.index(words) for words in order)


def pdf_text(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_no_page_of_the_packet_holds_only_a_signature() -> None:
    cards = []
    for n, open_findings in enumerate((0, 3, 9, 17, 21, 24, 26, 28, 30, 35)):
        card = ordinary_card(n, PACK, luck=1.0)
        weighted = [f.rule_id for f in card.findings if f.weight > 0][:open_findings]
        findings = [
            replace(f, outcome=Outcome.MISSING, points=0.0) if f.rule_id in weighted else f for f in card.findings
        ]
        cards.append(replace(with_findings(card, findings, PACK), site=replace(card.site, area=AREAS[0])))
    round_ = Round("2026-T4", tuple(cards), PACK)
    with typesetter(round_, CONFIG) as setter:
        packet = packet_data(round_, AREAS[0], CONFIG)
        for office in packet["kantor"]:
            office["kartu"]["ukuran"] = setter.card(office["kartu"])[1]
        document = pdfium.PdfDocument(setter.pdf("paket.typ", packet))
    pages = [page.get_textpage().get_text_range() for page in document]
    signed = [text for text in pages if "Kepala Subbagian Tata Usaha" in text]
    assert len(signed) == len(cards) and len(pages) > 2 * len(cards) + 3, "some sheets take two pages"
    assert all("Tidak ditemukan" in text or "Tidak ada temuan terbuka" in text for text in signed)


def test_nobody_is_given_a_deadline_for_what_is_ours_to_mend() -> None:
    ours, theirs = under_covered((FetchStatus.OUT_OF_BUDGET, 40)), under_covered((FetchStatus.FORBIDDEN, 40))
    for card, asked in ((ours, False), (theirs, True)):
        card = replace(card, findings=tuple(f for f in card.findings if not f.counted or f.points == 1))
        round_ = Round("2026-T4", (card,), PACK)
        assert ("paling lambat" in office_message(card, round_, CONFIG)) is asked
        assert bool(card_data(card, round_, CONFIG)["tenggat"]) is asked


# --- steps


def test_a_step_ends_with_its_sentence_and_an_alternative_is_no_step_of_its_own() -> None:
    text = "1. Unggah pengumuman LHKPN, atau\n2. muat tabel kepatuhan.\n3. Tautkan dari menu.\n"
    assert steps(text) == ("Unggah pengumuman LHKPN, atau muat tabel kepatuhan.", "Tautkan dari menu.")
    for rule in load().rules:
        assert all(not step.endswith((",", "atau")) for step in steps(rule.how_to_fix)), rule.id


def test_no_printed_step_is_cut_within_a_sentence() -> None:
    pack = load()
    card = ordinary_card(0, pack, luck=0.0)
    ways = {rule.title: in_one_line(rule.how_to_fix) for rule in pack.rules}
    for step in first_steps(card, pack, 99):
        assert ways[step.title].startswith(step.how) and step.how.endswith((".", "!", "?")), step.title


def test_a_domain_that_is_down_lists_its_reason_and_not_every_indicator(tmp_path: Path) -> None:
    card = blocked_card(0, PACK)
    assert all_findings(card, PACK) == []
    write_reports(tmp_path, "2026-T4", [card, ordinary_card(1, PACK)], PACK, formats=("xlsx",))
    row = next(row for row in sheet(tmp_path / "rekap.xlsx", "Matriks") if row[0] == card.site.name)
    assert [cell for cell in row if cell] == [card.site.name, "Dihalangi pengaman situs"]


# --- corrections


def test_corrections_are_seen_wherever_ranks_are_read(tmp_path: Path) -> None:
    card = ordinary_card(0, PACK)
    decided = [replace(f, decided_by="Siti Aminah") for f in card.findings[:2]]
    cards = [replace(card, findings=(*decided, *card.findings[2:])), ordinary_card(1, PACK)]
    write_reports(tmp_path, "2026-T4", cards, PACK, formats=("html", "csv", "xlsx"))
    assert {r["situs_id"]: r["koreksi"] for r in rows(tmp_path / "rekap.csv")} == {
        "kab-contoh-01": "2",
        "kab-contoh-02": "0",
    }
    assert "2 koreksi" in (tmp_path / "rekap.html").read_text(encoding="utf-8")
    excel = sheet(tmp_path / "rekap.xlsx", "Peringkat")
    assert next(r for r in excel if r[1] == card.site.name)[excel[0].index("Koreksi")] in ("2", "2.0")
    printed = card_data(cards[0], Round("2026-T4", tuple(cards), PACK), CONFIG)
    assert {"nama": "Ditetapkan orang", "nilai": "2 koreksi", "catatan": "lihat catatan temuan"} in printed["fakta"]
    book = book_data(Round("2026-T4", tuple(cards), PACK), CONFIG, {c.site.id: {} for c in cards})
    assert {r["nama"]: r["koreksi"] for r in book["peringkat"]}[card.site.name] == "2 koreksi"
