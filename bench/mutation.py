"""Whether the examples really hold the rules: each rule is spoilt on purpose, and an example must notice.

Run: python bench/mutation.py [ID ...] [--all]     Exit 1 when some rule survives every mutation.
Without --all a rule's first noticed mutation is enough; with it, every mutation is tried and the survivors are listed.
Mutations: names emptied, exclusions lifted, numbers moved, outcomes exchanged, facts dropped, scales turned over.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from auditor.examples import judge_example, see
from auditor.model import Outcome
from auditor.observations import Observations
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.rules.schema import Example, Fact, Match, Rule, Step

_OTHER = {Outcome.COMPLETE: Outcome.MISSING, Outcome.MISSING: Outcome.COMPLETE}
Seen = tuple[tuple[Example, Observations], ...]


def mutants(rule: Rule) -> Iterator[tuple[str, Rule]]:
    """Spoilt copies of a rule, each with the words that say what was spoilt."""
    for key in Match.model_fields:
        if getattr(rule.match, key):
            yield f"match.{key} dikosongkan", rule.model_copy(update={"match": rule.match.model_copy(update={key: []})})
    for key in type(rule.quality).model_fields:
        if key not in rule.quality.model_fields_set:
            continue  # not written in the rule's file
        choices = get_args(type(rule.quality).model_fields[key].annotation)
        for words, value in _values(getattr(rule.quality, key), choices):
            try:
                quality = type(rule.quality).model_validate({**_plain(rule.quality), key: value})
            except ValidationError:
                continue  # no rule file could say so
            yield f"quality.{key} {words}", rule.model_copy(update={"quality": quality})


def _plain(model: BaseModel) -> dict[str, Any]:
    return {key: getattr(model, key) for key in type(model).model_fields}


def _values(value: Any, choices: tuple[Any, ...]) -> Iterator[tuple[str, Any]]:
    if isinstance(value, str) and value in choices:
        yield from ((f"menjadi {other}", other) for other in choices if other != value)
    elif isinstance(value, Outcome):
        yield "ditukar", _OTHER.get(value, Outcome.MISSING)
    elif isinstance(value, bool):
        yield "dibalik", not value
    elif isinstance(value, int | float) and value:
        yield "dinaikkan", type(value)(value * 10 + 1)
        yield "diturunkan", type(value)(min(value, 1)) if value > 1 else type(value)(0)
    elif isinstance(value, str) and value:
        yield "dihapus", ""
    elif isinstance(value, dict) and value:
        yield "dibalik", dict.fromkeys(value, 0.5)
    elif isinstance(value, list) and value and isinstance(value[0], Step):
        yield "dibalik", [step.model_copy(update={"points": 1 - step.points}) for step in value]
    elif isinstance(value, list) and value and isinstance(value[0], Fact):
        yield "dikosongkan", []
        yield "diganti", [Fact(name=fact.name, any=["zzzz tidak pernah ada"]) for fact in value]
    elif isinstance(value, list) and value and not isinstance(value[0], BaseModel):
        yield "dikosongkan", []
        yield "dipotong di depan", value[1:]
        yield "dipotong di belakang", value[:1]


def noticed(rule: Rule, seen: Seen, pack: Pack) -> bool:
    """Whether some example of a spoilt rule no longer gives what it says."""
    for example, observations in seen:
        verdict = judge_example(rule, observations, pack)
        points = verdict.outcome.points if verdict.points is None else verdict.points
        if verdict.outcome is not example.expect:
            return True
        if example.points is not None and abs(points - example.points) >= 0.005:
            return True
    return False


def survivors(rule: Rule, pack: Pack, every: bool = False) -> tuple[int, list[str]]:
    """How many mutations of a rule were noticed, and which were not."""
    seen: Seen = tuple((example, see(example, pack)) for example in rule.example)
    caught, left = 0, []
    for words, mutant in mutants(rule):
        if noticed(mutant, seen, pack):
            caught += 1
            if not every:
                break
        else:
            left.append(words)
    return caught, left


def main(arguments: list[str]) -> int:
    pack = load(shipped("rules") / "kip")
    every = "--all" in arguments
    wanted = [name for name in arguments if not name.startswith("-")]
    rules = [rule for rule in pack.rules if not wanted or rule.id in wanted]
    total = lost = 0
    unheld = []
    for rule in rules:
        caught, left = survivors(rule, pack, every)
        total += caught + (len(left) if every else 0)
        lost += len(left) if every else 0
        if not caught:
            unheld.append(rule.id)
        if every or not caught:
            print(f"{rule.id}: {caught} ketahuan" + (f"; lolos: {', '.join(left)}" if left else ""))
    print(
        f"{len(rules) - len(unheld)} dari {len(rules)} indikator dijaga contohnya"
        + (f"; tidak: {unheld}" if unheld else "")
    )
    if every:
        print(f"{total - lost} dari {total} perusakan ketahuan ({(total - lost) / max(total, 1):.0%})")
    return 1 if unheld else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
