"""One figure, one number: what the terminal, the recap, the workbook, the tables and the messages say is read back."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser, LexborNode

from auditor.cli.results import finish
from auditor.model import Scorecard
from auditor.report import write_reports
from auditor.report.figures import Round, round_of
from auditor.report.wording import gain, number, signed
from auditor.store import Store
from tests.report_cards import kanwil_card, ordinary_card, province, small_pack
from tests.test_cli import auditor

PACK = small_pack()


def tied(round_id: str) -> list[Scorecard]:
    """A province of 38 with its Kanwil, in which three offices share the highest score."""
    cards = province(PACK, round_id)
    best = ordinary_card(0, PACK, round_id, luck=0.97 if round_id == "2026-T4" else 0.5)
    for n in (2, 7, 11):
        findings = tuple(replace(f, site_id=cards[n].site.id) for f in best.findings)
        cards[n] = replace(best, site=cards[n].site, findings=findings)
    return [*cards, replace(kanwil_card(PACK), round=round_id)]


@pytest.fixture(scope="module")
def told(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Round]]:
    out = tmp_path_factory.mktemp("hasil")
    older, newer = tied("2026-T3"), tied("2026-T4")
    write_reports(out / "2026-T4", "2026-T4", newer, PACK, older, formats=("html", "csv", "xlsx", "wa"))
    with Store.open(out, write=True) as store:
        for cards in (older, newer):
            store.enlist(cards[0].round, [card.site for card in cards])
            for n, card in enumerate(cards):
                store.save(card, n, Path(card.round) / "bukti" / f"{card.site.id}.warc.gz", "")
    yield out, round_of("2026-T4", newer, PACK, older)


def text_of(page: Path) -> str:
    body = LexborHTMLParser(page.read_text(encoding="utf-8")).body
    assert body is not None
    return " ".join(body.text(separator=" ").split())


def test_counts_and_the_median_are_the_same_on_the_terminal_and_in_every_file(
    told: tuple[Path, Round], capsys: pytest.CaptureFixture[str]
) -> None:
    out, round_ = told
    finish(round_.cards, PACK, strict=False)
    terminal = " ".join(capsys.readouterr().out.split())
    rated, offices, middle = len(round_.ranked), len(round_.offices), number(round_.whole.score)
    assert f"{rated} dari {offices} kantor dapat dinilai, skor tengah (median) {middle}." in terminal
    assert "rata-rata" not in terminal
    recap = text_of(out / "2026-T4" / "rekap.html")
    assert f"Dari {offices} kantor, {rated} dapat dinilai. Skor tengah (median) {middle};" in recap
    group = (out / "2026-T4" / "wa" / "_grup.txt").read_text(encoding="utf-8")
    assert f"Dapat dinilai: {rated} dari {offices} kantor" in group and f"(median): {middle}" in group
    book = {str(row[0]): row[1] for row in sheet(out, "Ringkasan") if row}
    assert (book["Kantor"], book["Dapat dinilai"]) == (offices, rated) and number(
        Decimal(str(book["Skor tengah"]))
    ) == middle
    ranked = [row for row in recap_csv(out) if row["peringkat"]]
    assert len(ranked) == rated
    assert number(sorted_middle([Decimal(row["skor"]) for row in ranked])) == middle


def sorted_middle(values: list[Decimal]) -> Decimal:
    ordered, half = sorted(values), len(values) // 2
    return ordered[half] if len(values) % 2 else (ordered[half - 1] + ordered[half]) / 2


def test_who_shares_the_highest_score_is_named_with_the_others(told: tuple[Path, Round]) -> None:
    out, round_ = told
    top = max(s.score for s in round_.ranked if s.score is not None)
    names = [s.card.site.name for s in round_.ranked if s.score == top]
    assert len(names) == 3
    sentence = f"tertinggi {names[0]}, {names[1]}, dan {names[2]} dengan {number(top)}."
    assert sentence in text_of(out / "2026-T4" / "rekap.html")
    group = (out / "2026-T4" / "wa" / "_grup.txt").read_text(encoding="utf-8")
    assert [line for line in group.splitlines() if line.startswith("1. ")] == [f"1. {n} ({number(top)})" for n in names]
    assert sum(row["skor"] == str(top) and row["peringkat"] == "1" for row in recap_csv(out)) == 3


def test_a_change_is_one_number_on_the_terminal_and_in_every_file(told: tuple[Path, Round]) -> None:
    out, round_ = told
    ended = auditor("compare", "2026-T3", "2026-T4", "--out", str(out))
    lines = ended.raw.splitlines()
    changed = {row["situs_id"]: row["selisih"] for row in recap_csv(out)}
    listed = {str(row[1]): row[sheet(out, "Peringkat")[0].index("Selisih")] for row in sheet(out, "Peringkat")}
    recap = {tr.attributes.get("data-kantor"): tr.text() for tr in page_rows(out)}
    assert any(changed.values())
    for s in round_.standings:
        name, change = s.card.site.name, s.change
        line = next(line for line in lines if line.startswith(f"{name}: "))
        if change is None:
            assert line == f"{name}: belum dinilai" and changed[s.card.site.id] == ""
            continue
        assert line.startswith(f"{name}: {signed(change)} poin")
        assert Decimal(changed[s.card.site.id]) == change == Decimal(str(listed[name])).quantize(Decimal("0.1"))
        shown = recap[f"{name} {s.area}".lower()]
        assert signed(change) in shown
        moved = round_.movement.offices[s.card.site.id].moved
        own = lines[lines.index(line) + 1 :][: len(moved)]
        assert all(any(f"({gain(m.value)} poin bobot)" in text and m.title in text for text in own) for m in moved[:1])


def test_what_most_lack_is_counted_over_the_rated_offices_everywhere(told: tuple[Path, Round]) -> None:
    out, round_ = told
    first = round_.gaps[0]
    assert first.checked <= len(round_.ranked)
    counted = f"({first.lacking} dari {first.checked} kantor yang diperiksa"
    assert counted in text_of(out / "2026-T4" / "rekap.html")
    assert counted in (out / "2026-T4" / "wa" / "_grup.txt").read_text(encoding="utf-8")
    found = [
        (row["hasil"] in ("tidak_ada", "tautan_saja"), row["hasil"] != "tidak_dapat_diperiksa")
        for row in csv.DictReader(io.StringIO((out / "2026-T4" / "temuan.csv").read_text(encoding="utf-8-sig")))
        if row["indikator_id"] == first.rule.id and row["situs_id"] in {s.card.site.id for s in round_.ranked}
    ]
    assert (sum(lacks for lacks, _ in found), sum(seen for _, seen in found)) == (first.lacking, first.checked)


def recap_csv(out: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO((out / "2026-T4" / "rekap.csv").read_text(encoding="utf-8-sig"))))


def sheet(out: Path, name: str) -> list[list[object]]:
    book = CalamineWorkbook.from_path(str(out / "2026-T4" / "rekap.xlsx"))
    return [list(row) for row in book.get_sheet_by_name(name).to_python()]


def page_rows(out: Path) -> list[LexborNode]:
    page = LexborHTMLParser((out / "2026-T4" / "rekap.html").read_text(encoding="utf-8"))
    return page.css("#peringkat tbody tr")
