"""What the reports say: red flags in words of their own, the obstacle first, and no word that only a machine knows."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from auditor.compare import compare
from auditor.model import FetchStatus, Outcome, Scorecard, SiteState, SiteStatus
from auditor.report import write_reports
from auditor.report.wording import percent, state_sentence
from auditor.score import with_findings
from tests.report_cards import blocked_card, flagged_card, ordinary_card, small_pack

PACK = small_pack()
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
