"""The personas: what each sample site shows, and the outcome an assessor would give every indicator of it."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.model import Outcome


@dataclass(frozen=True, slots=True)
class Persona:
    """One table of persona.toml; its comments say what the keys mean."""

    name: str
    pages: tuple[str, ...] = ()
    links: str = "asli"  # asli | hampa | drive
    body: str = "asli"  # asli | kosong
    late: int = 0
    later: Mapping[str, int] | None = None
    news: tuple[int, ...] = ()  # age in days
    announcements: tuple[int, ...] = ()
    agenda: tuple[int, ...] = ()  # negative = to come
    menu: tuple[Mapping[str, str], ...] = ()  # outside addresses in the menu
    robots: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()  # red flags that must be raised
    special: str = ""  # waf | ditangguhkan | belum-terdaftar: no site of its own
    ppid_host: bool = False
    soft_404: bool = False
    social: bool = False
    accessible: bool = False
    traps: bool = False
    antijudi: bool = False
    contributions: bool = False
    spam: bool = False
    slow: bool = False
    tls: bool = False


@cache
def _tables() -> dict[str, dict[str, Any]]:
    return tomllib.loads(files("auditor.demo").joinpath("data", "persona.toml").read_text(encoding="utf-8"))


@cache
def persona(name: str) -> Persona:
    """The persona with a name; KeyError when there is none."""
    table = {key: value for key, value in _tables()[name].items() if key not in ("expected", "rendered")}
    fields: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
    return Persona(name, **fields)


def expected_outcomes(name: str, rule_ids: Iterable[str], *, browser: bool = False) -> dict[str, Outcome]:
    """Indicator id -> the outcome an assessor would give, for every id asked for; with a browser, or without."""
    table = _expectations(name, browser)
    named = {rule: Outcome(word) for word, rules in table.items() if word != "default" for rule in rules}
    return {rule: named.get(rule, Outcome(table["default"])) for rule in rule_ids}


def named_indicators(name: str) -> list[str]:
    """The indicators a persona's expectations name, one entry for each naming; a test holds them against the pack."""
    table = _expectations(name, browser=False)
    return [rule for word, rules in table.items() if word != "default" for rule in rules]


def _expectations(name: str, browser: bool) -> dict[str, Any]:
    tables = _tables()[name]
    found: dict[str, Any] = tables.get("rendered", tables["expected"]) if browser else tables["expected"]
    return found
