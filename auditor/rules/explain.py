"""A rule in plain Indonesian, made from its own data: what is checked, why, on what basis, and how to mend it.

``explanation`` is the one source for ``auditor rules explain`` and the Buku Indikator.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from pydantic import BaseModel

from auditor.data import table
from auditor.days import MONTHS, long_day
from auditor.model import Outcome
from auditor.quantities import duration, plain
from auditor.rules.pack import Cycle, Pack
from auditor.rules.schema import Example, Fact, Rule, Step

_WIDTH = 79  # the narrowest terminal people have
_NAMES = 8  # names printed before "dan ... lainnya"


@dataclass(frozen=True, slots=True)
class Explanation:
    """A rule explained; every text is Indonesian and ready to print."""

    rule: Rule
    kind: str
    checks: tuple[str, ...]  # sentences under "Apa yang diperiksa"
    why: str
    basis: tuple[tuple[str, str], ...]  # citation, verification status
    met: tuple[str, ...]
    unmet: tuple[str, ...]
    traps: tuple[str, ...]
    steps: tuple[str, ...]  # how to mend it


def explanation(rule: Rule, pack: Pack) -> Explanation:
    """Everything the pack can say of one rule."""
    words = table("penjelasan")
    basis = tuple(
        (", ".join(part for part in (basis.source, basis.article) if part), words["verifikasi"][basis.verified])
        for basis in rule.legal_basis
    )
    return Explanation(
        rule=rule,
        kind=words["jenis"][rule.check]["name"],
        checks=tuple(_checks(rule, pack)),
        why=" ".join(rule.why.split()),
        basis=basis,
        met=_examples(rule, "met"),
        unmet=_examples(rule, "unmet"),
        traps=_examples(rule, "trap"),
        steps=paragraphs(rule.how_to_fix),
    )


def explain(rule: Rule, pack: Pack) -> str:
    """The explanation as text for the terminal, under fixed headings."""
    told, heads = explanation(rule, pack), table("penjelasan")["judul"]
    duty = "wajib" if rule.required else "anjuran"
    lines = [
        f"{rule.id}  {rule.title}",
        f"{rule.category} · {duty} · bobot {plain(rule.weight)} · perkiraan perbaikan {duration(rule.effort)}",
    ]
    parts: Sequence[tuple[str, Sequence[str]]] = (
        (heads["periksa"], told.checks),
        (heads["mengapa"], (told.why,)),
        (heads["hukum"], [f"{citation} — {status}" for citation, status in told.basis]),
        (heads["terpenuhi"], told.met),
        (heads["belum"], told.unmet),
        (heads["jebakan"], told.traps),
        (heads["perbaiki"], told.steps),
        (heads["sejak"], (rule.since,)),
    )
    for head, texts in parts:
        lines += ["", head]
        for text in texts:
            lines += textwrap.wrap(text, _WIDTH, initial_indent="  - ", subsequent_indent="    ")
    return "\n".join(lines)


def overview(pack: Pack) -> str:
    """The pack as a list: per category the ids, weights, check kinds and titles."""
    info = pack.info
    weight = sum(rule.weight for rule in pack.rules)
    head = f"{info.name} {info.version}, profil {info.profile}: {len(pack.rules)} indikator, bobot {plain(weight)}"
    lines = [head, f"sidik jari {info.sha256}"]
    wide = max((len(rule.id) for rule in pack.rules), default=0)
    for category in pack.categories:
        rules = [rule for rule in pack.rules if rule.category == category]
        lines += ["", f"{category} ({len(rules)} indikator, bobot {plain(sum(r.weight for r in rules))})"]
        lines += [
            f"  {rule.id:<{wide}}  {plain(rule.weight):>5}  {'wajib' if rule.required else 'anjuran':<7}  {rule.title}"
            for rule in rules
        ]
    return "\n".join(lines)


def paragraphs(text: str) -> tuple[str, ...]:
    """The numbered steps of a text, without their numbers; each paragraph is one where none is numbered.

    A step ends with its sentence: "1. ..., atau 2. ..." is one step with an alternative.
    """
    steps: list[str] = []
    for line in text.strip().splitlines():
        bare = line.strip()
        head, dot, rest = bare.partition(". ")
        if dot and head.isdigit() and len(head) <= 2:
            if steps and steps[-1].endswith((",", " atau", " dan")):
                steps[-1] += f" {rest}"
            else:
                steps.append(rest)
        elif not bare or not steps:
            steps.append(bare)
        else:
            steps[-1] = f"{steps[-1]} {bare}".strip()
    return tuple(step for step in steps if step)


def _examples(rule: Rule, kind: str) -> tuple[str, ...]:
    return tuple(_example(example) for example in rule.example if example.kind == kind)


def _example(example: Example) -> str:
    result = table("penjelasan")["hasil"][example.expect.value]
    points = f", poin {plain(example.points)}" if example.points is not None else ""
    return f"{example.name[:1].upper()}{example.name[1:]} → {result}{points}"


def _checks(rule: Rule, pack: Pack) -> Iterator[str]:
    words = table("penjelasan")
    yield words["jenis"][rule.check]["summary"]
    match = rule.match
    if match.labels:
        yield f"Dikenali dari nama: {_listed(match.labels)}."
    if match.weak:
        under = f" di bawah {_listed(match.under)}" if match.under else ""
        yield f"Nama umum, sah bila menjadi seluruh label{under}: {_listed(match.weak)}."
    if match.elsewhere:
        yield f"Boleh juga dimuat pada: {_listed(match.elsewhere)}."
    if match.exclude:
        yield f"Tidak dihitung bila labelnya memuat: {_listed(match.exclude)}."
    yield from _parameters(rule.quality, pack)


def _parameters(quality: BaseModel, pack: Pack) -> Iterator[str]:
    words = table("penjelasan")
    for name, info in type(quality).model_fields.items():
        value = getattr(quality, name)
        if name in words["unsur"]:
            if value:
                names = "; ".join(fact.name for fact in value if isinstance(fact, Fact))
                yield words["unsur"][name].format(value=names) + _counted(quality, name)
        elif name in words["kalimat"] and _worth_saying(value, info.default, name in quality.model_fields_set):
            calendar = _due(pack.calendar.get(value)) if name == "cycle" else ""
            yield words["kalimat"][name].format(value=_value(value), calendar=calendar)


def _counted(quality: BaseModel, name: str) -> str:
    full, partial = getattr(quality, "full_facts", 0), getattr(quality, "partial_facts", 0)
    if name != "facts" or not full:
        return "."
    return f" (lengkap bila {full} unsur{f', sebagian bila {partial}' if 0 < partial < full else ''})."


def _worth_saying(value: object, default: object, written: bool) -> bool:
    if value in (0, "", False, None) or value == [] or value == {}:
        return False
    return (
        written or isinstance(value, Outcome) or (isinstance(value, int) and not isinstance(value, bool) and value > 1)
    )


def _due(cycle: Cycle | None) -> str:
    if cycle is None:
        return "belum ditetapkan"
    year = {0: "tahun N", 1: "tahun N+1", -1: "tahun N-1"}.get(cycle.offset, f"tahun N+{cycle.offset}")
    return f"dokumen tahun N jatuh tempo {cycle.day} {MONTHS[cycle.month - 1]} {year}"


def _value(value: Any) -> str:
    words = table("penjelasan")
    if isinstance(value, Outcome):
        return str(words["hasil"][value.value])
    if isinstance(value, bool):
        return "ya" if value else "tidak"
    if isinstance(value, date):
        return long_day(value)
    if isinstance(value, int | float):
        return f"{value:,}".replace(",", ".") if isinstance(value, int) and value >= 10_000 else plain(value)
    if isinstance(value, dict):
        return "; ".join(f"{key.lstrip('.') or 'lainnya'} = {plain(points)}" for key, points in value.items())
    if isinstance(value, list) and value and isinstance(value[0], Step):
        return "; ".join(f"sampai {plain(step.max)} = {plain(step.points)}" for step in value)
    if isinstance(value, list):
        return _listed([words["ukuran"].get(item, item) for item in value])
    return str(words["ukuran"].get(value, value))


def _listed(names: Sequence[str]) -> str:
    """Names in quotes, the first few and how many more."""
    shown = ", ".join(f"“{name}”" for name in names[:_NAMES])
    left = len(names) - _NAMES
    return f"{shown}, dan {left} nama lainnya" if left > 0 else shown
