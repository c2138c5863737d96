"""The drawings of the news: what was not seen is not drawn as quiet, and every office has its place on the strip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.inputs.config import Config
from auditor.model import NewsSummary, Scorecard
from auditor.report import write_reports
from auditor.report.carddata import card_data
from auditor.report.factors import factors
from auditor.report.figures import Round
from auditor.report.newsplots import news_strip, rhythm, rhythm_sentence, thresholds, weeks
from auditor.rules.loader import load
from tests.report_cards import blocked_card, ordinary_card, province, small_pack

PACK = small_pack()
MONDAY = date(2026, 11, 16)  # of the week in which the sites were opened


def card_with(weekly: Sequence[int], since: date | None = None, n: int = 0, **news: object) -> Scorecard:
    return ordinary_card(n, PACK, luck=0.5, news=NewsSummary(weekly=tuple(weekly), since=since, **news))  # type: ignore[arg-type]


def test_weeks_before_the_news_were_seen_are_unknown_and_not_quiet() -> None:
    found = weeks(card_with([0, 0, 0, 0, 2], MONDAY - timedelta(weeks=2)))
    assert [(w.seen, w.quiet) for w in found] == [(False, False)] * 2 + [(True, True)] * 2 + [(True, False)]
    assert rhythm_sentence(found) == (
        "2 berita dalam 3 pekan yang terlihat auditor, rata-rata 0,7 per pekan; 2 pekan tanpa berita. "
        "2 pekan sebelumnya tidak diketahui."
    )


def test_a_week_with_an_item_was_seen_even_if_not_whole() -> None:
    assert [w.seen for w in weeks(card_with([0, 1, 0, 1], MONDAY - timedelta(days=3)))] == [False, True, False, True]


def test_the_running_week_is_not_quiet_yet() -> None:
    assert [w.quiet for w in weeks(card_with([1, 0, 0]))] == [False, True, False]


def test_every_week_known_is_told_as_before() -> None:
    assert rhythm_sentence(weeks(card_with([1, 2, 3]))) == (
        "6 berita dalam 3 pekan terakhir, rata-rata 2,0 per pekan; tidak ada pekan tanpa berita."
    )
    assert rhythm_sentence(()) == "Irama berita tidak dapat ditentukan."


def test_unknown_weeks_are_hatched_and_quiet_ones_ringed() -> None:
    drawn = LexborHTMLParser(rhythm(weeks(card_with([0, 0, 3, 0, 1], MONDAY - timedelta(weeks=3)))))
    assert len(drawn.css("circle.q")) == 2
    assert [path.attributes["d"] for path in drawn.css("path[fill]")] == ["M0 6h10v50h-10z"]  # the first week only
    assert LexborHTMLParser(rhythm(weeks(card_with([0, 1])))).css("path[fill]") == []


def test_html_pdf_and_workbook_say_that_weeks_are_unknown(tmp_path: Path) -> None:
    card = card_with([0] * 20 + [2] * 6, MONDAY - timedelta(weeks=5))
    write_reports(tmp_path, "2026-T4", [card], PACK, formats=["html", "xlsx"])
    html = (tmp_path / "kartu-skor" / f"{card.site.id}.html").read_text(encoding="utf-8")
    assert "tidak terlihat auditor" in html and "20 pekan sebelumnya tidak diketahui" in html
    data = card_data(card, Round("2026-T4", (card,), PACK), Config())["berita"]
    assert data["pekan"] == [None] * 20 + [2] * 6 and "tidak terlihat auditor" in data["kalimat"]
    rows = CalamineWorkbook.from_path(tmp_path / "rekap.xlsx").get_sheet_by_name("Berita").to_python()
    assert rows[2][5:] == ["?"] * 20 + [2.0] * 6 and "tidak diketahui" in str(rows[0][0])


def test_offices_with_too_many_unknown_weeks_are_in_no_rhythm_group() -> None:
    seen = [card_with([1] * 26, n=n) for n in range(5)]
    half = [card_with([0] * 13 + [1] * 13, MONDAY - timedelta(weeks=12), n=n) for n in range(5, 10)]
    found = next(f for f in factors(Round("2026-T4", (*seen, *half), PACK)) if f.name == "Irama berita 26 pekan")
    assert [(g.label, g.offices) for g in found.groups] == [
        ("paling banyak 4 pekan tanpa berita", 5),
        ("tidak dapat ditentukan", 5),
    ]


def test_the_strip_shows_every_office_once_under_its_wilayah() -> None:
    round_ = Round("2026-T4", tuple(province(PACK)), PACK)
    strip = news_strip(round_.standings, PACK)
    assert strip is not None
    drawn = LexborHTMLParser(strip.drawing)
    titles = [t.text() for t in drawn.css("title")]
    assert len(titles) == len(drawn.css("circle")) == 38 == sum(len(offices) for _, offices in strip.rows)
    assert [t.text() for t in drawn.css("text.w")] == list(round_.areas)
    assert all(any(c.site.name in title for title in titles) for c in round_.offices)


def test_fresher_news_stands_further_left_and_unknown_apart() -> None:
    days = (0, 1, 7, 30, 400)
    cards = [card_with([1], n=n, age_days=age) for n, age in enumerate(days)]
    round_ = Round("2026-T4", (*cards, blocked_card(9, PACK)), PACK)
    strip = news_strip(round_.standings, PACK)
    assert strip is not None
    drawn = LexborHTMLParser(strip.drawing)
    at = {a.css_first("title").text(): float(a.css_first("circle").attributes["cx"] or 0) for a in drawn.css("a")}
    known = [next(x for name, x in at.items() if name.startswith(f"{c.site.name}:")) for c in cards]
    assert known == sorted(known) and len(set(known)) == 5
    assert max(at.values()) == next(x for name, x in at.items() if name.endswith("tidak diketahui")) > known[-1]


def test_labels_of_one_row_do_not_touch() -> None:
    cards = [card_with([1], n=n, age_days=n % 3) for n in range(20)]
    cards = [replace(c, site=replace(c.site, area="Satu")) for c in cards]
    strip = news_strip(Round("2026-T4", tuple(cards), PACK).standings, PACK)
    assert strip is not None
    places = [(c.attributes["cx"], c.attributes["cy"]) for c in LexborHTMLParser(strip.drawing).css("circle")]
    assert len(set(places)) == 20


def test_thresholds_are_those_of_the_rule() -> None:
    pack = load()
    assert [step.max for step in thresholds(pack)] == [7, 14, 30, 90]
    strip = news_strip(Round("2026-T4", tuple(province(pack)), pack).standings, pack)
    assert strip is not None and "sampai 7 hari 100 %" in strip.steps[0]
    assert thresholds(PACK) == ()  # no scale there: then no line is drawn


def test_without_a_known_age_there_is_no_strip() -> None:
    assert news_strip(Round("2026-T4", (blocked_card(0, PACK),), PACK).standings, PACK) is None
