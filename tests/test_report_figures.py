"""Ranks, medians, gaps and movement; and that all formats print the same numbers."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.inputs.config import Config
from auditor.model import OfficeKind, Outcome, Scorecard
from auditor.report import write_reports
from auditor.report.figures import Round, category_score
from auditor.report.wording import number, signed
from tests.report_cards import blocked_card, card_of, finding, office, ordinary_card, province, small_pack

PACK = small_pack()


def scored(n: int, share: float, **changes: object) -> Scorecard:
    """A card of which a share of the weight is complete, the rest missing."""
    site = office(n, **changes)
    rules = [r for r in PACK.rules if r.weight > 0]
    good = round(len(rules) * share)
    outcomes = [Outcome.COMPLETE] * good + [Outcome.MISSING] * (len(rules) - good)
    return card_of(site, [finding(r, site, o) for r, o in zip(rules, outcomes, strict=True)], PACK)


def test_equal_scores_share_a_place_and_the_next_place_is_skipped() -> None:
    cards = [scored(0, 0.9), scored(1, 0.9), scored(2, 0.5)]
    assert [s.place for s in Round("2026-T4", tuple(cards), PACK).standings] == [1, 1, 3]


def test_an_office_that_could_not_be_seen_has_no_place_and_does_not_pull_the_median_down() -> None:
    cards = (scored(0, 0.9), scored(1, 0.5), blocked_card(2, PACK))
    round_ = Round("2026-T4", cards, PACK)
    assert [s.card.site.id for s in round_.unranked] == ["kab-contoh-03"]
    with_blocked = round_.whole.score
    assert with_blocked == Round("2026-T4", cards[:2], PACK).whole.score


def test_the_kanwils_own_site_is_not_ranked_among_its_offices() -> None:
    kanwil = scored(3, 1.0, kind=OfficeKind.KANWIL, name="Kanwil Contoh")
    round_ = Round("2026-T4", (scored(0, 0.9), kanwil), PACK)
    assert [s.card.site.id for s in round_.standings] == ["kab-contoh-01"]
    assert round_.kanwil == (kanwil,)


def test_the_change_is_the_difference_of_the_printed_scores() -> None:
    now, then = scored(0, 0.9), scored(0, 0.51)
    standing = Round("2026-T4", (now,), PACK, (then,)).standings[0]
    assert standing.change == standing.score - standing.before  # type: ignore[operator]
    assert standing.change is not None and standing.change > 0


def test_no_change_is_told_when_one_of_the_rounds_could_not_be_ranked() -> None:
    assert Round("2026-T4", (scored(0, 0.9),), PACK, (blocked_card(0, PACK),)).standings[0].change is None


def test_a_round_scored_by_other_rules_is_marked_as_such() -> None:
    other = small_pack("2.0.0")
    then = replace(scored(0, 0.5), pack=other.info)
    assert Round("2026-T4", (scored(0, 0.9),), PACK, (then,)).rules_changed


def test_what_could_not_be_checked_is_not_counted_as_lacking() -> None:
    site, rule = office(0), PACK.rules[0]
    unseen = card_of(site, [finding(rule, site, Outcome.UNCHECKED)], PACK)
    absent = card_of(office(1), [finding(rule, office(1), Outcome.MISSING)], PACK)
    gap = Round("2026-T4", (unseen, absent), PACK).gaps[0]
    assert (gap.lacking, gap.checked) == (1, 1)


def test_offices_of_two_provinces_are_ranked_apart() -> None:
    here, there = scored(0, 0.5), scored(1, 0.9, province="Jawa Lain")
    assert [s.place for s in Round("2026-T4", (here, there), PACK).standings] == [1, 1]


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Round]:
    folder = tmp_path_factory.mktemp("putaran")
    cards, before = province(PACK), province(PACK, "2026-T3")
    config = Config(institution="Kanwil Contoh", contact="humas@example.go.id")
    write_reports(folder, "2026-T4", cards, PACK, before, config)
    return folder, Round("2026-T4", tuple(cards), PACK, tuple(before))


def rows(path: Path) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(path.read_text(encoding="utf-8-sig"))))


def pdf_text(path: Path) -> str:
    document = pypdfium2.PdfDocument(path)
    text = "\n".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    return " ".join(text.replace("\u200b", "").split())


def sheet(path: Path, name: str) -> list[list[object]]:
    return CalamineWorkbook.from_path(path).get_sheet_by_name(name).to_python()  # type: ignore[return-value]


def comma(text: str) -> str:
    return text.replace(".", ",").replace("-", "−")


def test_scores_ranks_and_intervals_are_equal_in_csv_html_pdf_and_xlsx(written: tuple[Path, Round]) -> None:
    folder, round_ = written
    recap = {row["situs_id"]: row for row in rows(folder / "rekap.csv")}
    excel = {row[1]: row for row in sheet(folder / "rekap.xlsx", "Peringkat")[1:]}
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8"))
    shown = {tr.css_first("th").text().split("eks-")[0].strip(): tr for tr in page.css("#peringkat tbody tr")}
    assert len(recap) == len(excel) == 38
    for s in round_.ranked:
        c = s.card
        row, line, tr = recap[c.site.id], excel[c.site.name], shown[c.site.name]
        cells = [td.text(strip=True) for td in tr.css("td")]
        card_html = LexborHTMLParser((folder / "kartu-skor" / f"{c.site.id}.html").read_text(encoding="utf-8"))
        card_pdf = pdf_text(folder / "kartu-skor" / f"{c.site.id}.pdf")
        assert row["skor"] == str(s.score) == str(Decimal(str(line[3])).quantize(Decimal("0.1")))
        place, score = (big.text().split()[0] for big in card_html.css(".besar"))
        assert (row["peringkat"], comma(row["skor"])) == (cells[0], cells[1]) == (place, score)
        assert re.search(rf"{comma(row['skor'])} ?dari 100", card_pdf)
        assert int(row["peringkat"]) == line[0] == int(cells[0])
        assert f"Peringkat provinsi {row['peringkat']} dari {len(round_.ranked)}" in reading_order(card_pdf)
        interval = f"{comma(row['skor_min'])}–{comma(row['skor_maks'])}"
        assert interval in tr.text() and interval in card_html.body.text() and interval in card_pdf  # type: ignore[union-attr]
        assert number(float(str(line[4]))) + "–" + number(float(str(line[5]))) == interval
        assert row["simulasi_kategori"] == line[6] and str(line[6]) in tr.text() and str(line[6]) in card_pdf
        assert signed(Decimal(row["selisih"])) in tr.text() if row["selisih"] else True


def reading_order(text: str) -> str:
    """Card facts with the value put behind its label (the page sets labels and values in two lines of a grid)."""
    labels = re.search(r"Peringkat provinsi(.*?)(\d+) dari (\d+)", text)
    assert labels is not None
    return f"Peringkat provinsi {labels[2]} dari {labels[3]}"


def test_category_scores_are_equal_in_csv_html_pdf_and_xlsx(written: tuple[Path, Round]) -> None:
    folder, round_ = written
    recap = {row["situs_id"]: row for row in rows(folder / "rekap.csv")}
    excel = {row[1]: row for row in sheet(folder / "rekap.xlsx", "Peringkat")[1:]}
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8"))
    heat = [[td.text(strip=True) for td in tr.css("td")] for tr in page.css("#kategori tbody tr")][1:]
    for s, cells in zip([s for s in round_.standings if s.card.categories], heat, strict=True):
        want = ["" if v is None else str(v) for v in (category_score(s.card, k) for k in round_.categories)]
        assert [recap[s.card.site.id][k] for k in round_.categories] == want
        assert cells == [comma(v) or "?" for v in want]
        line = excel[s.card.site.name][9 : 9 + len(want)]
        assert ["" if v == "" else str(Decimal(str(v)).quantize(Decimal("0.1"))) for v in line] == want
        if s.card.score is not None:
            text = pdf_text(folder / "kartu-skor" / f"{s.card.site.id}.pdf")
            assert all(comma(v) in text for v in want if v)


def test_the_book_and_the_recap_tell_the_same_summary(written: tuple[Path, Round]) -> None:
    folder, round_ = written
    book = pdf_text(folder / "buku-kartu-skor.pdf")
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8")).css_first(".ringkas").text(strip=True)
    summary = sheet(folder / "rekap.xlsx", "Ringkasan")
    assert page in book and page in [row[0] for row in summary]
    slides = pytest.importorskip("pptx").Presentation(folder / "rekap.pptx")
    told = [shape.text_frame.text for slide in slides.slides for shape in slide.shapes if shape.has_text_frame]
    assert page in told
    assert number(round_.whole.score) in told


def test_gains_and_forecasts_are_equal_in_html_pdf_xlsx_and_whatsapp(written: tuple[Path, Round]) -> None:
    folder, _ = written
    steps: dict[str, list[Sequence[object]]] = {}
    for row in sheet(folder / "rekap.xlsx", "Prioritas")[3:]:
        steps.setdefault(str(row[0]), []).append(row)
    for card in province(PACK)[:4]:
        lines = steps[card.site.name][:5]
        html = LexborHTMLParser((folder / "kartu-skor" / f"{card.site.id}.html").read_text(encoding="utf-8"))
        pdf = pdf_text(folder / "kartu-skor" / f"{card.site.id}.pdf")
        message = (folder / "wa" / f"{card.site.id}.txt").read_text(encoding="utf-8")
        gains = [li.css_first(".u b").text() for li in html.css(".langkah li")]
        assert len(lines) == len(gains)
        for i, (line, gain) in enumerate(zip(lines, gains, strict=True)):
            text = f"+{float(str(line[3])):.2f}".rstrip("0").rstrip(".").replace(".", ",")
            assert gain == f"{text} poin"
            assert text in pdf
            assert i >= 3 or f"({text} poin" in message
            if i in (0, 2, 4):
                after = number(float(str(line[5])))
                assert after in html.css_first("#langkah").text() and after in pdf


def test_every_finding_stands_in_the_csv_and_the_sums_give_the_score(written: tuple[Path, Round]) -> None:
    folder, round_ = written
    found = rows(folder / "temuan.csv")
    assert len(found) == sum(len(c.findings) for c in round_.cards)
    for card in round_.cards[:5]:
        own = [r for r in found if r["situs_id"] == card.site.id and float(r["bobot"]) > 0 and r["poin"] != ""]
        score = 100 * sum(float(r["nilai"]) for r in own) / sum(float(r["bobot"]) for r in own)
        assert score == pytest.approx(card.score)


def test_the_same_scorecards_give_the_same_bytes(tmp_path: Path) -> None:
    cards = [ordinary_card(n, PACK) for n in range(3)]
    first = write_reports(tmp_path / "a", "2026-T4", cards, PACK)
    second = write_reports(tmp_path / "b", "2026-T4", cards, PACK)
    assert [p.relative_to(tmp_path / "a") for p in first] == [p.relative_to(tmp_path / "b") for p in second]
    assert [p.name for p, q in zip(first, second, strict=True) if p.read_bytes() != q.read_bytes()] == []
