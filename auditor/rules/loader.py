"""The rule pack from its folder: every fault of every file at once, then one Pack.

A pack is a folder of TOML files, one per indicator (the file's name is its id). Names with "_" in front are files of
the pack itself: ``_paket.toml`` (name, version, categories, bands, calendar), ``_seksi.toml`` (vocabulary of the
office's sections). ``profil/<name>.toml`` are weight profiles.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from auditor.model import PackInfo
from auditor.problems import InputError, Problem
from auditor.resources import rules_folder
from auditor.rules import profiles
from auditor.rules.faults import nearest, problems_of
from auditor.rules.pack import Band, Cycle, Pack
from auditor.rules.schema import CHECK_KINDS, QUALITIES, Rule, Strict, Text
from auditor.rules.source import Source, read_source

_EXAMPLE_KINDS = {"met": "terpenuhi", "unmet": "tidak terpenuhi", "trap": "jebakan"}


class _Band(Strict):
    min: float = Field(ge=0, le=100)
    name: Text


class _Cycle(Strict):
    month: int = Field(ge=1, le=12)
    day: int = Field(ge=1, le=31)
    offset: int = Field(0, ge=-1, le=3)


class _PackFile(Strict):
    name: Text
    version: Text
    total_weight: float = Field(100, gt=0)
    coverage_floor: float = Field(0.8, ge=0, le=1)
    categories: list[Text] = Field(min_length=1)
    sources: list[Text] = Field(default_factory=list)
    band: list[_Band] = Field(min_length=1)
    calendar: dict[str, _Cycle] = Field(default_factory=dict)


def load(folder: Path | None = None, profile: str = "default") -> Pack:
    """The pack of a folder (None: the one in use) under a weight profile; InputError with every fault found."""
    folder = rules_folder() if folder is None else folder
    if not (folder / "_paket.toml").is_file():
        raise InputError(
            [Problem(str(folder), "Folder ini bukan paket indikator: _paket.toml tidak ada.", example="rules/kip")]
        )
    problems: list[Problem] = []
    head_source = read_source(folder / "_paket.toml", "_paket.toml")
    head = _head(head_source, problems)
    sources = [read_source(path, path.name) for path in sorted(folder.glob("*.toml")) if not path.name.startswith("_")]
    rules = [rule for source in sources if (rule := _rule(source, head, problems)) is not None]
    _duplicates(sources, problems)
    sections = _sections(folder, problems)
    chosen = _profile(folder, profile, problems)
    if problems or head is None or chosen is None:
        raise InputError(problems)

    order = {category: place for place, category in enumerate(head.categories)}
    rules.sort(key=lambda rule: order[rule.category])  # stable: files stay in order within a category
    problems += _total(head_source, head, rules)
    problems += profiles.faults(chosen[0], chosen[1], rules, head.categories)
    if problems:
        raise InputError(problems)
    return Pack(
        info=PackInfo(head.name, head.version, digest(folder), profile),
        rules=profiles.weigh(rules, chosen[1], head.total_weight),
        categories=tuple(head.categories),
        bands=tuple(sorted((Band(b.min, b.name) for b in head.band), key=lambda band: -band.min)),
        coverage_floor=head.coverage_floor,
        calendar={name: Cycle(c.month, c.day, c.offset) for name, c in head.calendar.items()},
        sources=tuple(head.sources),
        sections=sections,
    )


def digest(folder: Path) -> str:
    """sha256 over the pack's files in sorted order; line endings and byte-order marks do not change it."""
    total = hashlib.sha256()
    for path in sorted(folder.rglob("*.toml"), key=lambda p: p.relative_to(folder).as_posix()):
        body = path.read_bytes().removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n").replace(b"\r", b"\n")
        total.update(f"{path.relative_to(folder).as_posix()}\0{len(body)}\0".encode())
        total.update(body)
    return total.hexdigest()


def profile_names(folder: Path | None = None) -> tuple[str, ...]:
    """The weight profiles a pack offers, "default" first."""
    names = sorted(path.stem for path in ((folder or rules_folder()) / "profil").glob("*.toml"))
    return tuple(sorted(names, key=lambda name: name != "default"))


def _head(source: Source, problems: list[Problem]) -> _PackFile | None:
    problems += source.problems
    if source.problems:
        return None
    try:
        return _PackFile.model_validate(source.data)
    except ValidationError as error:
        problems += problems_of(error, source, _PackFile)
        return None


def _rule(source: Source, head: _PackFile | None, problems: list[Problem]) -> Rule | None:
    """One indicator; the parameters are read by the model of its check kind, so that faults keep their place."""
    problems += source.problems
    if source.problems:
        return None
    data = dict(source.data)
    found: list[Problem] = []
    model = QUALITIES.get(str(data.get("check")))
    if model is not None and isinstance(data.setdefault("quality", {}), dict):
        try:
            data["quality"] = model.model_validate(data["quality"])
        except ValidationError as error:
            found += problems_of(error, source, model, ("quality",))
            data["quality"] = model.model_construct()
    elif model is None:
        data["quality"] = Strict()
    rule: Rule | None = None
    try:
        rule = Rule.model_validate(data)
    except ValidationError as error:
        found += problems_of(error, source, Rule)
    found += _facts_of_the_pack(source, data, head)
    problems += sorted(found, key=lambda problem: problem.line or 0)
    return rule if not found else None


def _facts_of_the_pack(source: Source, data: dict[str, object], head: _PackFile | None) -> list[Problem]:
    """Faults that only the pack as a whole shows: name of the file, category, cycle, kinds of examples."""
    found: list[Problem] = []
    stem = source.name.removesuffix(".toml")
    if isinstance(data.get("id"), str) and data["id"] != stem:
        found.append(
            Problem(
                source.name, "Nama berkas tidak sama dengan id.", source.line(("id",)), "id", f'"{data["id"]}"',
                example=f'id = "{stem}", atau ganti nama berkas menjadi {data["id"]}.toml',
            )
        )  # fmt: skip
    examples = data.get("example")
    if isinstance(examples, list) and len(examples) >= 3:
        kinds = {example.get("kind") for example in examples if isinstance(example, dict)}
        for kind in [k for k in _EXAMPLE_KINDS if k not in kinds]:
            message = f'Belum ada contoh {_EXAMPLE_KINDS[kind]} (kind = "{kind}").'
            found.append(
                Problem(source.name, message, source.line(("example", 0)), "example", example=f'kind = "{kind}"')
            )
    if head is None:
        return found
    category = data.get("category")
    if isinstance(category, str) and category.strip() not in head.categories:
        found.append(_unknown(source, ("category",), category, head.categories))
    cycle = getattr(data.get("quality"), "cycle", "")
    if cycle and cycle not in head.calendar:
        found.append(_unknown(source, ("quality", "cycle"), cycle, sorted(head.calendar)))
    return found


def _unknown(source: Source, loc: tuple[str, ...], value: str, known: Sequence[str]) -> Problem:
    guess = nearest(value, known)
    message = f"Nilai '{loc[-1]}' tidak ada pada _paket.toml." + (f" Mungkin maksudnya '{guess}'." if guess else "")
    return Problem(
        source.name, message, source.line(loc), ".".join(loc), f'"{value}"', ", ".join(known),
        f'{loc[-1]} = "{guess or next(iter(known), "")}"',
    )  # fmt: skip


def _duplicates(sources: Sequence[Source], problems: list[Problem]) -> None:
    first: dict[str, str] = {}
    for source in sources:
        rule_id = source.data.get("id")
        if not isinstance(rule_id, str):
            continue
        if rule_id in first:
            message = f"Id '{rule_id}' sudah dipakai oleh {first[rule_id]}."
            problems.append(
                Problem(source.name, message, source.line(("id",)), "id", example="satu id untuk satu berkas")
            )
        first.setdefault(rule_id, source.name)


def _sections(folder: Path, problems: list[Problem]) -> dict[str, tuple[str, ...]]:
    """The vocabulary of the office's sections: name = list of words, at the top or under one heading."""
    if not (folder / "_seksi.toml").is_file():
        return {}
    source = read_source(folder / "_seksi.toml", "_seksi.toml")
    problems += source.problems
    data = source.data
    if len(data) == 1 and isinstance(next(iter(data.values())), dict):
        data = next(iter(data.values()))
    sections: dict[str, tuple[str, ...]] = {}
    for name, words in data.items():
        if isinstance(words, list) and words and all(isinstance(word, str) for word in words):
            sections[name] = tuple(words)
        else:
            example = '"Bimas Islam" = ["KUA", "nikah", "masjid"]'
            problems.append(
                Problem(source.name, "Seksi harus berisi daftar kata.", source.line((name,)), name, example=example)
            )
    return sections


def _profile(folder: Path, name: str, problems: list[Problem]) -> tuple[Source, profiles.Profile] | None:
    path = folder / "profil" / f"{name}.toml"
    known = profile_names(folder)
    if name not in known:
        if name == "default":
            return Source(path, path.name), profiles.Profile(name=name, title="Bobot paket")
        problems.append(
            Problem(f"profil/{name}.toml", f"Profil bobot '{name}' tidak ada.", allowed=", ".join(known) or "default")
        )
        return None
    source = read_source(path, f"profil/{name}.toml")
    problems += source.problems
    if source.problems:
        return None
    try:
        return source, profiles.Profile.model_validate(source.data)
    except ValidationError as error:
        problems += problems_of(error, source, profiles.Profile)
        return None


def _total(source: Source, head: _PackFile, rules: Sequence[Rule]) -> list[Problem]:
    total = round(sum(rule.weight for rule in rules), 6)
    if total == head.total_weight:
        return []
    sums = dict.fromkeys(head.categories, 0.0)
    for rule in rules:
        sums[rule.category] += rule.weight
    listed = ", ".join(f"{name} {weight:g}" for name, weight in sums.items() if weight)
    return [
        Problem(
            source.name,
            f"Jumlah bobot {len(rules)} indikator harus {head.total_weight:g}.",
            source.line(("total_weight",)),
            "total_weight",
            f"{total:g} ({listed})",
            example="ubah 'weight' pada berkas indikator sampai jumlahnya tepat",
        )
    ]


__all__ = ["CHECK_KINDS", "digest", "load", "profile_names"]
