"""A year at a glance: lines over the rounds, what was mended, the way up, who lacks what, one page for the head."""

from __future__ import annotations

import itertools
import random
import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pypdfium2
import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.fixes import mended as after
from auditor.inputs.config import Config
from auditor.model import OfficeKind, Outcome, PastScore, Scorecard
from auditor.report import write_reports
from auditor.report.charts import lines, short_round, spark
from auditor.report.figures import round_of
from auditor.report.ladder import climb_of, ladder
from auditor.report.leader import NAME, write_leader
from auditor.report.mending import Mending
from auditor.report.who import questions, who_lacks
from auditor.report.years import ROUNDS, Line
from auditor.rules.loader import load
from tests.report_cards import (
    blocked_card,
    card_of,
    finding,
    kanwil_card,
    office,
    ordinary_card,
    province,
    small_pack,
    unregistered_card,
)

PACK = small_pack()
NAMES = [f"{2024 + n // 4}-T{n % 4 + 1}" for n in range(11)]  # up to 2026-T3


def past(cards: Sequence[Scorecard], rounds: Sequence[str]) -> tuple[PastScore, ...]:
    dice = random.Random(7)
    return tuple(
        PastScore(
            *(name, c.site.id, c.site.province, c.site.area, c.site.kind),
            score=dice.uniform(20, 90) if c.rankable else None,
        )
        for name in rounds
        for c in cards
    )


def with_outcomes(n: int, *outcomes: Outcome, round_id: str = "2026-T4") -> Scorecard:
    """A card of as many indicators of weight as there are outcomes; all others are complete."""
    site, weighed = office(n), [rule for rule in PACK.rules if rule.weight > 0]
    found = [
        finding(rule, site, outcomes[i] if i < len(outcomes) else Outcome.COMPLETE) for i, rule in enumerate(weighed)
    ]
    return card_of(site, found, PACK, round_id)


# --- lines


def test_at_most_eight_rounds_are_drawn_this_one_last() -> None:
    cards = province(PACK)[:4]
    years = round_of("2026-T4", cards, PACK, past=past(cards, NAMES)).years
    assert years is not None and years.rounds == (*NAMES[-(ROUNDS - 1) :], "2026-T4")
    line = years.office(cards[0])
    assert len(line.values) == ROUNDS and line.last == round_of("2026-T4", cards, PACK).standing(cards[0]).score


def test_a_first_round_has_no_line() -> None:
    assert round_of("2026-T4", province(PACK)[:4], PACK).years is None


def test_a_wilayah_is_the_median_of_its_rated_offices_without_the_kanwil() -> None:
    cards = province(PACK)[:6]
    scores = {"kab-contoh-01": 40.0, "kab-contoh-06": 60.04}
    told = [
        PastScore("2026-T3", c.site.id, c.site.province, c.site.area, c.site.kind, scores.get(c.site.id)) for c in cards
    ]
    told.append(PastScore("2026-T3", "kanwil", "Jawa Contoh", cards[0].site.area, OfficeKind.KANWIL, 99.0))
    years = round_of("2026-T4", cards, PACK, past=told).years
    assert years is not None
    assert years.area("Jawa Contoh", cards[0].site.area).values[0] == Decimal("50.0")
    assert years.area("Jawa Contoh", cards[1].site.area).values[0] is None
    assert years.whole("Semua").values[0] == years.province("Jawa Contoh").values[0] == Decimal("50.0")


def test_a_round_without_a_score_breaks_the_line() -> None:
    line = Line("A", (Decimal(50), None, Decimal(60), Decimal(70)))
    drawn = str(lines(["2026-T1", "2026-T2", "2026-T3", "2026-T4"], [("q", line)]))
    (path,) = re.findall(r'<path class="q" d="([^"]+)"', drawn)
    assert path.count("M") == 2 and path.count("L") == 1 and drawn.count("<circle") == 3
    assert "A 70" in drawn and str(spark(line)).count("M") == 2


def test_nothing_known_draws_nothing() -> None:
    unknown = Line("A", (None, None))
    assert lines(["a", "b"], [("q", unknown)]) == spark(unknown) == ""


def test_names_at_the_ends_of_lines_do_not_lie_on_each_other() -> None:
    drawn = str(lines(["a", "b"], [("w", Line(f"Wilayah {n}", (Decimal(50), Decimal(50)))) for n in range(9)]))
    heights = sorted(float(y) for y in re.findall(r'<text class="k w" x="\d+" y="([\d.]+)"', drawn))
    assert all(b - a >= 16 for a, b in itertools.pairwise(heights)) and len(heights) == 9
    assert float(re.findall(r'viewBox="0 0 640 (\d+)"', drawn)[0]) > heights[-1]


@pytest.mark.parametrize(("name", "told"), [("2026-T4", "T4 2026"), ("uji-coba-panjang", "uji-coba…"), ("Q4", "Q4")])
def test_a_round_is_named_as_short_as_it_can_be(name: str, told: str) -> None:
    assert short_round(name) == told


# --- mended


def test_what_was_open_is_counted_by_what_became_of_it() -> None:
    missing, partial, unseen = Outcome.MISSING, Outcome.PARTIAL, Outcome.UNCHECKED
    before = with_outcomes(0, missing, missing, partial, missing, unseen, round_id="2026-T3")
    now = with_outcomes(0, Outcome.COMPLETE, partial, partial, unseen, missing)
    round_ = round_of("2026-T4", [now], PACK, [before])
    own = round_.mended["kab-contoh-01"]
    assert own == Mending(open=3, mended=1, better=1, apart=1) == round_.mending
    assert own.share == "33,3 %" and "3 temuan" in own.sentence and "1 kini lengkap" in own.sentence


def test_a_correction_mends_nothing() -> None:
    before = with_outcomes(0, Outcome.MISSING, round_id="2026-T3")
    now = with_outcomes(0)
    found = [replace(f, decided_by="Siti") if n == 0 else f for n, f in enumerate(now.findings)]
    round_ = round_of("2026-T4", [replace(now, findings=tuple(found))], PACK, [before])
    assert round_.mending == Mending(apart=1) and round_.mending.sentence == ""


# --- the next category


@pytest.mark.parametrize("n", range(12))
def test_the_steps_lead_to_the_category_and_one_fewer_does_not(n: int) -> None:
    card = ordinary_card(n, PACK, luck=0.4)
    climb = climb_of(card, PACK)
    assert climb is not None and climb.steps
    bands = [band.name for band in PACK.bands]
    reached = after(card, [step.rule_id for step in climb.steps], PACK)
    short = after(card, [step.rule_id for step in climb.steps[:-1]], PACK)
    assert reached.band is not None and bands.index(reached.band) < bands.index(card.band or "")
    assert short.band == card.band
    assert (
        climb.missing
        == Decimal(str(PACK.bands[bands.index(climb.band)].min)) - round_of("x", [card], PACK).standing(card).score
    )  # type: ignore[operator]


def test_the_best_category_and_an_office_without_one_have_no_way_up() -> None:
    assert climb_of(with_outcomes(0), PACK) is None
    assert climb_of(blocked_card(1, PACK), PACK) is None


def test_the_nearest_office_comes_first() -> None:
    found = ladder(round_of("2026-T4", province(PACK), PACK))
    assert len(found) > 10 and [c.missing for c in found] == sorted(c.missing for c in found)


# --- who lacks what


def test_who_lacks_an_indicator_is_as_many_as_the_recap_counts() -> None:
    round_ = round_of("2026-T4", [*province(PACK), kanwil_card(PACK)], PACK)
    for gap in round_.gaps:
        who = who_lacks(round_, gap.rule.id)
        assert (who.count, who.checked) == (gap.lacking, gap.checked), gap.rule.id
        assert {c.site.id for _, cards in who.lacking for c in cards} == {c.site.id for c in gap.without}
        assert len(who.unseen) + who.checked + len(who.unrated) == len(round_.offices)


def test_a_question_over_several_indicators_asks_who_has_none_of_them() -> None:
    pack = load()
    ids = [rule.id for rule in pack.rules if rule.id.startswith("ppid.") and rule.weight > 0]

    def one(n: int, page: Outcome) -> Scorecard:
        """An office with nothing of a PPID but, perhaps, its page."""
        own = {rule_id: page if rule_id == "ppid.halaman" else Outcome.MISSING for rule_id in ids}
        rules = [rule for rule in pack.rules if rule.check != "flag"]
        return card_of(office(n), [finding(r, office(n), own.get(r.id, Outcome.COMPLETE)) for r in rules], pack)

    pages = (Outcome.MISSING, Outcome.LINK_ONLY, Outcome.PARTIAL, Outcome.UNCHECKED)
    cards = [one(n, page) for n, page in enumerate(pages)]
    first = questions(round_of("2026-T4", cards, pack))[0]
    assert first.title == "PPID sama sekali" and first.who.checked == 3
    assert {word.value: [c.site.id for c in own] for word, own in first.who.lacking} == {
        "tidak_ada": ["kab-contoh-01"],
        "tautan_saja": ["kab-contoh-02"],
    }
    assert [c.site.id for c in first.who.unseen] == ["kab-contoh-04"]


def test_every_question_names_indicators_of_the_shipped_pack() -> None:
    pack = load()
    assert len(questions(round_of("2026-T4", [], pack))) == 8


# --- in the reports


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("setahun")
    cards = [*province(PACK), kanwil_card(PACK)]
    write_reports(made, "2026-T4", cards, PACK, province(PACK, "2026-T3"), formats=["html"], past=past(cards, NAMES))
    return made


def test_the_recap_draws_the_year_and_every_number_stands_beside_it(folder: Path) -> None:
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8"))
    told = page.css_first("#riwayat")
    assert told.css_first("svg.garis") is not None and len(told.css("table.putaran tbody tr")) == 1 + 5 + 38
    assert [h.text() for h in told.css("thead th")][2:] == [short_round(name) for name in (*NAMES[-7:], "2026-T4")]
    assert len(told.css("ol li")) == 5 and "Dari " in told.text()
    assert page.css_first("#jarak tbody tr") is not None


def test_a_list_opens_by_one_click_without_a_script(folder: Path) -> None:
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8"))
    rows = page.css("#indikator tbody tr")
    assert rows and all(row.css_first("th details summary") is not None for row in rows)


def test_a_card_draws_its_office_beside_wilayah_and_province(folder: Path) -> None:
    page = LexborHTMLParser((folder / "kartu-skor" / "kab-contoh-04.html").read_text(encoding="utf-8"))
    rows = [row.text(separator="|").split("|")[0] for row in page.css("#riwayat tbody tr")]
    assert rows == ["Kantor ini", "Wilayah", "Provinsi"]
    unseen = LexborHTMLParser((folder / "kartu-skor" / "kab-contoh-13.html").read_text(encoding="utf-8"))
    assert unseen.css_first("#riwayat") is None  # never rated: there is no line


def long_names() -> list[Scorecard]:
    """38 offices in 12 wilayah, every name as long as they come."""
    made = []
    for n in range(38):
        area = f"eks-Karesidenan Yang Namanya Sangat Panjang Sekali Nomor {n % 12}"
        site = office(n, name=f"Kankemenag Kabupaten Yang Namanya Panjang Sekali Menurut Siapa Pun {n}", area=area)
        made.append(replace(ordinary_card(n, PACK), site=site))
    return made


@pytest.mark.parametrize("kind", ["biasa", "pertama", "panjang", "tak terlihat", "satu"])
def test_the_page_for_the_head_of_the_kanwil_is_one_page(tmp_path: Path, kind: str) -> None:
    cards = {
        "biasa": [*province(PACK), kanwil_card(PACK)],
        "pertama": province(PACK),
        "panjang": long_names(),
        "tak terlihat": [blocked_card(0, PACK), unregistered_card(1, PACK)],
        "satu": [ordinary_card(0, PACK)],
    }[kind]
    before = [replace(c, round="2026-T3", score=(c.score or 50) * 0.9) for c in cards] if kind != "pertama" else []
    told = past(cards, NAMES) if kind != "pertama" else ()
    config = Config(institution="Kanwil Contoh " * 6)
    write_leader(tmp_path, round_of("2026-T4", cards, PACK, before, past=told), config)
    document = pypdfium2.PdfDocument(tmp_path / NAME)
    assert len(document) == 1
    text = " ".join(document[0].get_textpage().get_text_range().replace("\u200b", "").split())
    document.close()
    assert "Ringkasan untuk Kepala Kanwil" in text and "bukan predikat resmi" in text
    assert ("Skor tengah dari putaran ke putaran" in text) is (kind in ("biasa", "panjang", "satu"))
