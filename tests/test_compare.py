"""Two rounds of one office: what changed and whose doing it was."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.compare import Cause, compare, compare_rounds
from auditor.model import Finding, Outcome, Scorecard
from auditor.score import with_findings
from tests.test_score import PACK, card, finding


def scored(*findings: Finding, round_id: str = "2026-T3") -> Scorecard:
    return replace(with_findings(card("s", 0), findings, PACK), round=round_id)


def test_nothing_changed_is_nothing_told() -> None:
    same = scored(finding("a", Outcome.COMPLETE), finding("b", Outcome.UNCHECKED))
    assert compare(same, replace(same, round="2026-T4")).changes == ()


def test_what_an_office_mended_is_its_own_doing() -> None:
    found = compare(
        scored(finding("a", Outcome.MISSING, 4)), scored(finding("a", Outcome.STALE, 4), round_id="2026-T4")
    )
    (change,) = found.changes
    assert (change.cause, change.before, change.after, change.points) == (
        Cause.SITE, Outcome.MISSING, Outcome.STALE, 3.0
    )  # fmt: skip
    assert found.score == 75.0 and (found.round_before, found.round_after) == ("2026-T3", "2026-T4")
    assert change.describe() == "tidak_ada → basi, +3,00 (situs berubah)"


@pytest.mark.parametrize(("old", "new"), [(Outcome.COMPLETE, Outcome.UNCHECKED), (Outcome.UNCHECKED, Outcome.MISSING)])
def test_what_could_not_be_seen_is_nobodys_doing(old: Outcome, new: Outcome) -> None:
    (change,) = compare(scored(finding("a", old)), scored(finding("a", new))).changes
    assert change.cause is Cause.UNCHECKED


def test_a_persons_word_is_named_as_such() -> None:
    corrected = replace(finding("a", Outcome.COMPLETE), decided_by="Siti")
    (change,) = compare(scored(finding("a", Outcome.MISSING)), scored(corrected)).changes
    assert change.cause is Cause.CORRECTION


def test_a_new_dropped_or_reweighted_indicator_is_the_rules_doing() -> None:
    before = scored(finding("a", Outcome.COMPLETE, 1), finding("b", Outcome.COMPLETE))
    after = scored(finding("a", Outcome.COMPLETE, 3), finding("c", Outcome.PARTIAL))
    causes = {change.rule_id: (change.cause, change.before, change.after) for change in compare(before, after).changes}
    assert causes == {
        "a": (Cause.RULE, Outcome.COMPLETE, Outcome.COMPLETE),
        "b": (Cause.RULE, Outcome.COMPLETE, None),
        "c": (Cause.RULE, None, Outcome.PARTIAL),
    }


def test_scoring_the_old_snapshot_again_tells_the_rules_doing_from_the_sites() -> None:
    before = scored(finding("a", Outcome.COMPLETE), finding("b", Outcome.COMPLETE))
    again = scored(finding("a", Outcome.MISSING), finding("b", Outcome.COMPLETE))
    after = scored(finding("a", Outcome.MISSING), finding("b", Outcome.MISSING))
    causes = {change.rule_id: change.cause for change in compare(before, after, again).changes}
    assert causes == {"a": Cause.RULE, "b": Cause.SITE}


def test_a_rule_and_a_site_that_both_moved_are_both_named() -> None:
    before, again, after = (
        scored(finding("a", outcome, 4)) for outcome in (Outcome.MISSING, Outcome.PARTIAL, Outcome.COMPLETE)
    )
    found = compare(before, after, again)
    assert [(c.cause, c.points, c.weight) for c in found.changes] == [(Cause.BOTH, 4.0, 4.0)]
    assert (found.score, found.by_rules) == (100.0, 50.0)


def test_what_the_old_crawl_was_not_asked_to_look_for_is_laid_to_the_rules() -> None:
    before, again, after = (
        scored(finding("a", outcome)) for outcome in (Outcome.MISSING, Outcome.UNCHECKED, Outcome.COMPLETE)
    )
    (change,) = compare(before, after, again).changes
    assert change.cause is Cause.RULE


def test_rounds_are_compared_with_what_was_scored_again_where_there_is_any() -> None:
    before = [card("a", 50), card("b", 50)]
    found = compare_rounds(before, [card("a", 60), card("b", 60)], [card("b", 60)])
    assert [(c.site_id, c.by_rules) for c in found] == [("a", None), ("b", 10.0)]


def test_gains_stand_before_losses() -> None:
    before = scored(finding("a", Outcome.COMPLETE), finding("b", Outcome.MISSING))
    after = scored(finding("a", Outcome.MISSING), finding("b", Outcome.COMPLETE))
    assert [change.rule_id for change in compare(before, after).changes] == ["b", "a"]


def test_offices_in_one_round_only_are_left_out() -> None:
    assert [c.site_id for c in compare_rounds([card("a", 50), card("b", 50)], [card("b", 60), card("c", 1)])] == ["b"]
    with pytest.raises(ValueError, match="two offices"):
        compare(card("a", 1), card("b", 1))
