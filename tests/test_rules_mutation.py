"""Every rule is held by its own examples: spoil its [match] or [quality] and one of them notices."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.schema import Rule

PACK = load(shipped("rules") / "kip")


def _bench() -> ModuleType:
    path = Path(__file__).parent.parent / "bench" / "mutation.py"
    spec = importlib.util.spec_from_file_location("bench_mutation", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


MUTATION = _bench()


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_spoiling_the_rule_makes_one_of_its_examples_fail(rule: Rule) -> None:
    caught, survived = MUTATION.survivors(rule, PACK)
    assert caught, f"{rule.id}: tidak satu contoh pun menjaga {', '.join(survived)}"
