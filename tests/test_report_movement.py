"""Movement since the round before: what moved, by whose doing, and the same figures in HTML and in the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.model import OfficeKind, Outcome, Scorecard
from auditor.report import write_reports
from auditor.report.figures import Round
from auditor.rules.schema import Rule
from tests.report_cards import card_of, finding, hostile_card, office, province, small_pack

PACK = small_pack()
WEIGHED = [rule for rule in PACK.rules if rule.weight > 0]


def card(n: int, outcomes: Sequence[Outcome], rules: Sequence[Rule] = WEIGHED, **changes: object) -> Scorecard:
    """A card with these outcomes for the first rules; the rest is complete."""
    site = office(n, **changes)
    rest = [Outcome.COMPLETE] * (len(rules) - len(outcomes))
    return card_of(site, [finding(r, site, o) for r, o in zip(rules, [*outcomes, *rest], strict=True)], PACK)


def moved(before: Sequence[Outcome], after: Sequence[Outcome], again: Sequence[Outcome] | None = None) -> Round:
    then = () if again is None else (card(0, again),)
    return Round("2026-T4", (card(0, after),), PACK, (card(0, before),), then)


def test_gains_and_losses_are_told_with_their_cause() -> None:
    there, gone = Outcome.COMPLETE, Outcome.MISSING
    found = moved([gone, there, Outcome.UNCHECKED], [there, gone, gone]).movement.offices["kab-contoh-01"]
    assert [(m.before, m.after, m.points, m.cause) for m in found.gains] == [
        ("Tidak ditemukan", "Lengkap", "+1,25", "situs berubah")
    ]
    assert [(m.after, m.points, m.cause) for m in found.losses] == [
        ("Tidak ditemukan", "−1,25", "situs berubah"),
        ("Tidak ditemukan", "0", "tidak dapat diperiksa"),
    ]
    assert found.sentence == (
        "Yang bergerak: 2 indikator karena situs berubah (+1,25 dan −1,25 poin bobot) dan "
        "1 indikator karena tidak dapat diperiksa (0 poin bobot)."
    )


def test_a_change_without_points_is_no_movement() -> None:
    found = moved([Outcome.NIL, Outcome.MISSING], [Outcome.COMPLETE, Outcome.COMPLETE]).movement
    assert [m.rule_id for m in found.offices["kab-contoh-01"].moved] == [WEIGHED[1].id]


def test_a_move_the_rules_made_is_not_laid_to_the_office() -> None:
    there, gone = Outcome.COMPLETE, Outcome.MISSING
    round_ = moved([there, there], [gone, gone], again=[gone, there])
    assert {m.cause for m in round_.movement.offices["kab-contoh-01"].moved} == {"indikator berubah", "situs berubah"}
    assert [(row.cause, row.down) for row in round_.movement.causes] == [("situs berubah", 1), ("indikator berubah", 1)]
    sentence = round_.movement.offices["kab-contoh-01"].sentence
    assert "Dari selisih skor −2,5, −1,2 berasal dari perubahan indikator dan −1,3 dari sebab lain." in sentence
    assert "98,8 menurut indikator sekarang" in round_.movement.by_rules


def test_the_same_rules_are_said_to_have_moved_nothing() -> None:
    round_ = moved([Outcome.MISSING], [Outcome.COMPLETE], again=[Outcome.MISSING])
    assert "hasilnya tetap" in round_.movement.by_rules


def test_other_rules_without_a_second_look_are_a_warning() -> None:
    before = replace(card(0, [Outcome.MISSING]), pack=small_pack("2.0.0").info)
    round_ = Round("2026-T4", (card(0, []),), PACK, (before,))
    assert "mungkin berasal dari perubahan indikator" in round_.movement.by_rules
    assert moved([], []).movement.by_rules == ""


def test_indicators_without_weight_and_the_kanwils_site_are_not_in_the_province_table() -> None:
    information = [r for r in PACK.rules if not r.weight][:1]
    before = [card(0, [Outcome.MISSING], information), card(1, [Outcome.MISSING], kind=OfficeKind.KANWIL)]
    after = [card(0, [Outcome.COMPLETE], information), card(1, [Outcome.COMPLETE], kind=OfficeKind.KANWIL)]
    found = Round("2026-T4", tuple(after), PACK, tuple(before)).movement
    assert found.causes == () and found.rules == ()
    assert found.offices["kab-contoh-01"].moved == () and len(found.offices["kab-contoh-02"].moved) == 1
    assert found.offices["kab-contoh-01"].sentence == "Tidak ada indikator berbobot yang berubah."


def test_the_indicators_that_moved_in_most_offices_stand_first() -> None:
    first, second = WEIGHED[0].id, WEIGHED[1].id
    before = [card(n, [Outcome.MISSING, Outcome.MISSING if n else Outcome.COMPLETE]) for n in range(3)]
    found = Round("2026-T4", tuple(card(n, []) for n in range(3)), PACK, tuple(before)).movement
    assert [(row.rule_id, row.up, row.down) for row in found.rules] == [(first, 3, 0), (second, 2, 0)]
    assert found.rules[0].causes == "situs berubah 3"


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Round]:
    folder = tmp_path_factory.mktemp("gerak")
    cards, before = province(PACK), province(PACK, "2026-T3")
    write_reports(folder, "2026-T4", cards, PACK, before, formats=["html", "xlsx"], previous_again=before[:20])
    return folder, Round("2026-T4", tuple(cards), PACK, tuple(before), tuple(before[:20]))


def test_recap_cards_and_workbook_tell_the_same_movement(written: tuple[Path, Round]) -> None:
    folder, round_ = written
    rows = CalamineWorkbook.from_path(folder / "rekap.xlsx").get_sheet_by_name("Pergerakan").to_python()
    page = LexborHTMLParser((folder / "rekap.html").read_text(encoding="utf-8"))
    assert round_.movement.by_rules and round_.movement.by_rules in page.css_first("#pergerakan").text()
    assert round_.movement.by_rules in str(rows[0][0])
    for s in round_.ranked[:6]:
        own = {str(row[2]): row for row in rows if row[0] == s.card.site.name}
        office_movement = round_.movement.offices[s.card.site.id]
        assert len(own) == len(office_movement.moved) > 0
        card_page = LexborHTMLParser((folder / "kartu-skor" / f"{s.card.site.id}.html").read_text(encoding="utf-8"))
        part = card_page.css_first("#perubahan")
        assert office_movement.sentence in part.text()
        shown = [[cell.text(strip=True) for cell in tr.css("th,td")] for tr in part.css("tbody tr")]
        assert len(shown) == len(office_movement.gains) + len(office_movement.losses)
        for (title, change, points), link in zip(shown, part.css("tbody th a"), strict=True):
            row = own[(link.attributes["href"] or "").removeprefix("#")]
            value = f"{abs(float(str(row[6]))):.2f}".rstrip("0").rstrip(".").replace(".", ",")
            assert [title, change] == [row[3], f"{row[4]} → {row[5]}{row[7]}"]
            assert points.lstrip("+−") == value
    listed = page.css("#pergerakan ol li")
    assert all("Yang bergerak:" in li.text() for li in listed) and len(listed) == 16


def test_without_a_round_before_nothing_is_said_of_movement(tmp_path: Path) -> None:
    write_reports(tmp_path, "2026-T4", [card(0, [])], PACK, formats=["html", "xlsx"])
    assert "Pergerakan" not in CalamineWorkbook.from_path(tmp_path / "rekap.xlsx").sheet_names
    for name in ("rekap.html", "kartu-skor/kab-contoh-01.html"):
        page = LexborHTMLParser((tmp_path / name).read_text(encoding="utf-8"))
        assert page.css("#pergerakan, #perubahan") == []


def test_hostile_titles_stay_words_in_the_movement(tmp_path: Path) -> None:
    after = hostile_card(0, PACK)
    worse = tuple(replace(f, outcome=Outcome.COMPLETE, points=1.0) for f in after.findings)
    write_reports(tmp_path, "2026-T4", [after], PACK, [replace(after, findings=worse)], formats=["html", "xlsx"])
    text = (tmp_path / "kartu-skor" / "kab-contoh-01.html").read_text(encoding="utf-8")
    assert len(LexborHTMLParser(text).css("script")) == 1 and "\u202e" not in text
    rows = CalamineWorkbook.from_path(tmp_path / "rekap.xlsx").get_sheet_by_name("Pergerakan").to_python()
    assert not [v for row in rows for v in row if isinstance(v, str) and v.startswith(("=", "@", "+"))]
