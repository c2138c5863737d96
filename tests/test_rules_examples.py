"""Every example of every indicator, run through the real pipeline. The examples are the specification of the pack."""

from __future__ import annotations

import pytest

from auditor.examples import run_example
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.schema import Example, Rule

PACK = load(shipped("rules") / "kip")
CASES = [
    pytest.param(rule, example, id=f"{rule.id}: {example.name}") for rule in PACK.rules for example in rule.example
]


@pytest.mark.parametrize(("rule", "example"), CASES)
def test_the_rule_gives_what_its_example_says(rule: Rule, example: Example) -> None:
    result = run_example(rule, example, PACK)
    assert result.passed, result.describe()


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_every_rule_shows_what_meets_it_what_does_not_and_a_trap(rule: Rule) -> None:
    assert {example.kind for example in rule.example} == {"met", "unmet", "trap"}
    if rule.weight > 1.5:
        assert len(rule.example) >= 5, f"{rule.id} berbobot {rule.weight:g}: sedikitnya lima contoh"
