"""The fix list: order, gains and forecasts, all by the scorer itself."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.fixes import fix_list, mended, next_band, outlook, province_fixes, province_outlook
from auditor.model import Outcome
from auditor.score import marks
from tests.report_cards import blocked_card, card_of, finding, office, ordinary_card, small_pack

PACK = small_pack()


def test_most_points_per_minute_come_first() -> None:
    site = office(0)
    quick, slow = PACK.rule("profil.butir-1"), PACK.rule("profil.butir-5")  # equal weight, 15 and 480 minutes
    card = card_of(site, [finding(slow, site, Outcome.MISSING), finding(quick, site, Outcome.MISSING)], PACK)
    assert [f.rule_id for f in fix_list(card, PACK)] == [quick.id, slow.id]


def test_what_is_complete_or_nil_needs_no_fix_and_what_was_not_seen_is_none() -> None:
    site = office(0)
    outcomes = (Outcome.COMPLETE, Outcome.NIL, Outcome.UNCHECKED, Outcome.NOT_APPLICABLE, Outcome.STALE)
    card = card_of(site, [finding(r, site, o) for r, o in zip(PACK.rules, outcomes, strict=False)], PACK)
    assert [f.outcome for f in fix_list(card, PACK)] == [Outcome.STALE]


def test_a_flag_without_weight_is_no_fix() -> None:
    site, flag = office(0), PACK.rules[-1]
    others = [finding(r, site, Outcome.COMPLETE) for r in PACK.rules[:5]]
    card = card_of(site, [*others, finding(flag, site, Outcome.MISSING, red_flag=True)], PACK)
    assert fix_list(card, PACK) == ()


@pytest.mark.parametrize("n", range(5))
def test_the_gain_of_a_fix_is_exactly_what_the_scorer_gives_after_it(n: int) -> None:
    card = ordinary_card(n, PACK, luck=0.4)
    assert card.score is not None
    for fix in fix_list(card, PACK):
        after = mended(card, [fix.rule_id], PACK).score
        assert after == pytest.approx(card.score + fix.gain, abs=1e-6)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.sampled_from(list(Outcome)), min_size=10, max_size=70))
def test_all_fixes_together_give_a_hundred(outcomes: list[Outcome]) -> None:
    site = office(0)
    rules = [r for r in PACK.rules if r.weight > 0]
    findings = [finding(r, site, o) for r, o in zip(rules, outcomes, strict=False)]
    card = card_of(site, findings, PACK)
    if card.score is None:
        assert fix_list(card, PACK) == ()
        return
    fixes = fix_list(card, PACK)
    assert card.score + sum(f.gain for f in fixes) == pytest.approx(100)
    assert mended(card, [f.rule_id for f in fixes], PACK).score == pytest.approx(100)


def test_the_outlook_is_the_score_of_the_mended_findings() -> None:
    card = ordinary_card(1, PACK, luck=0.3)
    fixes = fix_list(card, PACK)
    steps = outlook(card, fixes, PACK)
    assert [s.fixes for s in steps] == [1, 3, 5]
    for step in steps:
        ids = {f.rule_id for f in fixes[: step.fixes]}
        findings = [replace(f, outcome=Outcome.COMPLETE, points=1.0) if f.rule_id in ids else f for f in card.findings]
        assert (step.score, step.band) == (marks(findings, PACK).score, marks(findings, PACK).band)


def test_steps_beyond_the_list_are_left_out() -> None:
    site = office(0)
    card = card_of(site, [finding(PACK.rules[0], site, Outcome.MISSING)], PACK)
    assert [s.fixes for s in outlook(card, fix_list(card, PACK), PACK)] == [1]


def test_the_next_band_is_reached_with_the_fewest_fixes() -> None:
    card = ordinary_card(2, PACK, luck=0.4)
    fixes = fix_list(card, PACK)
    step = next_band(card, fixes, PACK)
    assert step is not None and step.band != card.band
    if step.fixes > 1:
        assert outlook(card, fixes, PACK, [step.fixes - 1])[0].band == card.band


def test_an_office_nobody_could_look_at_gets_no_fixes_and_no_outlook() -> None:
    card = blocked_card(0, PACK)
    assert fix_list(card, PACK) == ()
    assert outlook(card, (), PACK) == () and next_band(card, (), PACK) is None


def test_province_fixes_weigh_how_many_offices_would_gain() -> None:
    rules = [r for r in PACK.rules if r.check == "page" and r.effort == 15][:2]
    common, rare = rules
    cards = []
    for n in range(4):
        site = office(n)
        outcomes = [Outcome.MISSING, Outcome.MISSING if n == 0 else Outcome.COMPLETE]
        cards.append(card_of(site, [finding(r, site, o) for r, o in zip((common, rare), outcomes, strict=True)], PACK))
    fixes = province_fixes(cards, PACK)
    assert [(f.rule_id, f.offices) for f in fixes] == [(common.id, 4), (rare.id, 1)]
    assert province_outlook(cards, fixes, PACK, [1, 2])[1].mean == pytest.approx(100)


def test_a_province_where_nobody_could_be_assessed_has_no_fixes() -> None:
    assert province_fixes([blocked_card(0, PACK)], PACK) == ()
    assert province_outlook([blocked_card(0, PACK)], (), PACK) == ()
