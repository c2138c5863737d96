"""The scoring method: what a finding is worth, when there is a band, and who gets which place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import (
    Confidence,
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    Finding,
    OfficeKind,
    Outcome,
    PackInfo,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    Snapshot,
)
from auditor.rules.pack import Band, Pack
from auditor.score import band, marks, not_opened, ranking, rounded, with_findings

PACK = Pack(
    PackInfo("uji", "1.0.0", "0" * 64, "default"),
    (),
    ("Profil", "Berkala"),
    (
        Band(90, "Informatif"),
        Band(80, "Menuju Informatif"),
        Band(60, "Cukup Informatif"),
        Band(40, "Kurang Informatif"),
        Band(0, "Tidak Informatif"),
    ),
    0.8,
    {},
)
NOON = datetime(2026, 11, 22, 12, tzinfo=UTC)


def finding(
    rule: str,
    outcome: Outcome,
    weight: float = 1.0,
    points: float | None = None,
    category: str = "Profil",
    required: bool = True,
) -> Finding:
    worth = outcome.points if points is None else points
    return Finding("s", rule, rule, category, required, weight, 30, outcome, worth, Confidence.HIGH)


def card(site_id: str, score: float | None, province: str = "Jawa Tengah", area: str = "Banyumas") -> Scorecard:
    value = score if score is not None else 0.0
    return Scorecard(
        Site(site_id, site_id, OfficeKind.KABUPATEN, "https://x.example", province, area),
        "2026-T4",
        PACK.info,
        SiteStatus(SiteState.ALIVE),
        (),
        score,
        value,
        value,
        1.0,
        None if score is None else band(score, PACK),
        score,
        (),
    )


def test_every_outcome_earns_its_share_of_the_weight() -> None:
    worth = {
        Outcome.COMPLETE: 100.0,
        Outcome.NIL: 100.0,
        Outcome.STALE: 75.0,
        Outcome.PARTIAL: 50.0,
        Outcome.LINK_ONLY: 25.0,
        Outcome.MISSING: 0.0,
    }
    for outcome, expected in worth.items():
        assert marks([finding("a", outcome, 4)], PACK).score == expected


def test_the_score_is_the_weighted_mean_of_what_could_be_checked() -> None:
    found = [finding("a", Outcome.COMPLETE, 3), finding("b", Outcome.MISSING, 1), finding("c", Outcome.UNCHECKED, 1)]
    m = marks(found, PACK)
    assert (m.score, m.low, m.high, m.coverage) == (75.0, 60.0, 80.0, 0.8)
    assert m.band == "Cukup Informatif", "coverage of exactly 80 % is enough"


def test_below_the_coverage_floor_there_is_a_score_but_no_band() -> None:
    found = [finding("a", Outcome.COMPLETE, 79), finding("b", Outcome.UNCHECKED, 21)]
    m = marks(found, PACK)
    assert (m.score, m.band, m.coverage) == (100.0, None, 0.79)


def test_what_could_not_be_checked_at_all_is_not_zero() -> None:
    m = marks([finding("a", Outcome.UNCHECKED, 5), finding("b", Outcome.UNCHECKED, 5)], PACK)
    assert (m.score, m.low, m.high, m.coverage, m.band, m.required_score) == (None, 0.0, 100.0, 0.0, None, None)
    assert [c.score for c in m.categories] == [None, None]


def test_indicators_that_do_not_apply_and_flags_change_nothing() -> None:
    base = [finding("a", Outcome.PARTIAL, 2)]
    more = [*base, finding("b", Outcome.NOT_APPLICABLE, 8), finding("bendera", Outcome.MISSING, 0)]
    assert marks(base, PACK) == marks(more, PACK)


def test_a_measured_indicator_earns_its_own_points() -> None:
    assert marks([finding("berita", Outcome.PARTIAL, 4, points=0.9)], PACK).score == 90.0


def test_the_required_score_leaves_the_advised_out() -> None:
    found = [finding("a", Outcome.COMPLETE, 1), finding("b", Outcome.MISSING, 3, required=False)]
    m = marks(found, PACK)
    assert (m.score, m.required_score) == (25.0, 100.0)


def test_categories_stand_in_the_packs_order_with_their_own_sums() -> None:
    found = [finding("a", Outcome.MISSING, 2, category="Berkala"), finding("b", Outcome.COMPLETE, 1)]
    profil, berkala = marks(found, PACK).categories
    assert (profil.category, profil.score, profil.earned) == ("Profil", 100.0, 1.0)
    assert (berkala.category, berkala.score, berkala.weight_applicable) == ("Berkala", 0.0, 2.0)


@pytest.mark.parametrize(
    ("score", "name"),
    [
        (100, "Informatif"),
        (89.95, "Informatif"),
        (89.949, "Menuju Informatif"),
        (79.95, "Menuju Informatif"),
        (60, "Cukup Informatif"),
        (59.94, "Kurang Informatif"),
        (39.95, "Kurang Informatif"),
        (39.9, "Tidak Informatif"),
        (0, "Tidak Informatif"),
    ],
)
def test_bands_leave_no_gap_between_two_scores(score: float, name: str) -> None:
    assert band(score, PACK) == name


def test_rounding_is_half_up_as_on_paper() -> None:
    assert [rounded(x) for x in (0.05, 0.25, 0.35, 89.95, 33.333)] == [
        Decimal(x) for x in ("0.1", "0.3", "0.4", "90.0", "33.3")
    ]


OUTCOMES = st.sampled_from(Outcome)
FINDINGS = st.lists(
    st.builds(
        finding,
        rule=st.text("abc", min_size=1, max_size=3),
        outcome=OUTCOMES,
        weight=st.sampled_from([0.0, 0.5, 1.0, 1.5, 4.0]),
        category=st.sampled_from(PACK.categories),
        required=st.booleans(),
    ),
    max_size=20,
)
LADDER = [Outcome.MISSING, Outcome.LINK_ONLY, Outcome.PARTIAL, Outcome.STALE, Outcome.COMPLETE]


@given(FINDINGS)
def test_the_score_lies_within_its_interval(found: list[Finding]) -> None:
    m = marks(found, PACK)
    assert 0 <= m.low <= m.high <= 100 and 0 <= m.coverage <= 1
    if m.score is not None:
        assert m.low <= m.score <= m.high
    if m.coverage == 1:
        assert m.low == m.score == m.high


@given(FINDINGS, st.randoms())
def test_the_order_of_findings_changes_nothing(found: list[Finding], random: object) -> None:
    shuffled = list(found)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert marks(found, PACK) == marks(shuffled, PACK)


@given(FINDINGS, st.integers(0, 19), st.sampled_from(LADDER))
def test_more_evidence_never_lowers_a_score(found: list[Finding], at: int, better: Outcome) -> None:
    if at >= len(found) or not found[at].outcome.counted or better.points < found[at].points:
        return
    improved = [*found[:at], replace(found[at], outcome=better, points=better.points), *found[at + 1 :]]
    before, after = marks(found, PACK), marks(improved, PACK)
    if before.score is not None:
        assert after.score is not None and after.score >= before.score
        assert after.low >= before.low and after.high >= before.high


@given(FINDINGS, st.integers(0, 19), st.sampled_from(LADDER))
def test_looking_again_lands_within_the_interval_promised(found: list[Finding], at: int, seen: Outcome) -> None:
    if at >= len(found) or found[at].outcome is not Outcome.UNCHECKED:
        return
    looked = [*found[:at], replace(found[at], outcome=seen, points=seen.points), *found[at + 1 :]]
    before, after = marks(found, PACK), marks(looked, PACK)
    assert before.low - 1e-6 <= after.low and after.high <= before.high + 1e-6
    assert after.coverage >= before.coverage


def test_equal_scores_share_a_place_and_the_next_one_is_skipped() -> None:
    places = ranking([card("a", 90.04), card("b", 90.0), card("c", 70), card("d", 95)])
    assert {k: v.province for k, v in places.items()} == {"d": 1, "a": 2, "b": 2, "c": 4}


def test_places_are_within_the_province_and_within_the_wilayah() -> None:
    cards = [card("a", 90, area="Banyumas"), card("b", 80, area="Kedu"), card("c", 99, "Jawa Timur", "Madiun")]
    places = ranking(cards)
    assert (places["b"].province, places["b"].area, places["b"].of_province, places["b"].of_area) == (2, 1, 2, 1)
    assert places["c"].province == 1


def test_a_site_that_was_not_seen_enough_has_no_place_and_takes_none() -> None:
    places = ranking([card("a", None), card("b", 50)])
    assert (places["a"].province, places["b"].province) == (None, 1)


def test_the_kanwils_own_site_is_not_ranked_among_its_offices() -> None:
    kanwil = card("k", 99)
    kanwil = replace(kanwil, site=replace(kanwil.site, kind=OfficeKind.KANWIL))
    places = ranking([kanwil, card("b", 50)])
    assert (places["k"].province, places["b"].province) == (None, 1)


def test_a_what_if_card_is_scored_by_the_same_method() -> None:
    start = replace(card("a", 0), findings=(finding("a", Outcome.MISSING),))
    fixed = with_findings(start, [finding("a", Outcome.COMPLETE)], PACK)
    assert (fixed.score, fixed.band, fixed.site) == (100.0, "Informatif", start.site)


def test_what_was_not_opened_is_counted_by_reason() -> None:
    def fetch(url: str, status: FetchStatus, role: FetchRole = FetchRole.PAGE) -> Fetch:
        return Fetch(url, role, status, NOON)

    snapshot = Snapshot(
        Site("s", "S", OfficeKind.KOTA, "https://x.example"),
        SiteStatus(SiteState.ALIVE),
        NOON,
        NOON,
        CrawlSettings("x"),
        (
            fetch("a", FetchStatus.OK),
            fetch("b", FetchStatus.WAF),
            fetch("c", FetchStatus.NOT_FOUND),
            fetch("d", FetchStatus.SERVER_ERROR, FetchRole.API),
        ),
        (
            Skipped("e", FetchStatus.OUT_OF_BUDGET),
            Skipped("f", FetchStatus.OUT_OF_BUDGET),
            Skipped("f", FetchStatus.OUT_OF_BUDGET),
            Skipped("g", FetchStatus.DUPLICATE),
            Skipped("h", FetchStatus.FOREIGN_HOST),
        ),
    )
    assert not_opened(snapshot) == ((FetchStatus.OUT_OF_BUDGET, 2), (FetchStatus.WAF, 1))
