"""No pattern of the auditor takes exponential time: a repeat in a repeat may try every way to share out a text."""

from __future__ import annotations

import ast
import re._constants as codes  # type: ignore[import-not-found]
import re._parser as parser  # type: ignore[import-not-found]
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent / "auditor"
#: Patterns whose inner repeat can be cut in one way only: each round begins with a word or sign that the inner repeat
#: cannot take, so there is nothing to share out.
TOLD_APART = ("people.py", "places.py", "scripts.py", "hosts.py", "sites.py", "source.py")


def nested(sequence: Any, repeated: bool = False) -> bool:
    """Whether an unbounded repeat stands within another, none of them possessive or atomic."""
    for code, argument in sequence:
        inner: list[Any] = []
        deeper = repeated
        if code in (codes.MAX_REPEAT, codes.MIN_REPEAT):
            unbounded = argument[1] == codes.MAXREPEAT or argument[1] > 50
            if unbounded and repeated:
                return True
            inner, deeper = [argument[2]], repeated or unbounded
        elif code is codes.SUBPATTERN:
            inner = [argument[3]]
        elif code is codes.BRANCH:
            inner = list(argument[1])
        elif code in (codes.ASSERT, codes.ASSERT_NOT):
            inner = [argument[1]]
        if any(nested(part, deeper) for part in inner):
            return True
    return False


def patterns() -> Iterator[tuple[str, str | bytes]]:
    """(place, pattern) of every pattern written in the auditor."""
    for path in sorted(ROOT.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
                continue
            first = node.args[0]
            of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
            if of_re and node.func.attr != "escape" and isinstance(first, ast.Constant):
                yield f"{path.name}:{node.lineno}", first.value


def test_no_pattern_repeats_a_repeat() -> None:
    found = list(patterns())
    assert len(found) > 100
    bad = [place for place, pattern in found if nested(parser.parse(pattern))]
    assert not [place for place in bad if place.partition(":")[0] not in TOLD_APART]


@pytest.mark.parametrize(
    ("pattern", "harmful"),
    [(r"(?:a+)+b", True), (r"(?:<!--.*?-->\s*)*<", True), (r"(?>a+)+b", False), (r"(?:a++)*+b", False), (r"a+", False)],
)
def test_a_repeat_of_a_repeat_is_found(pattern: str, harmful: bool) -> None:
    assert nested(parser.parse(pattern)) is harmful
