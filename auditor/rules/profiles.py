"""Weight profiles: the same indicators, weighed otherwise (profil/<name>.toml)."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import Field

from auditor.problems import Problem
from auditor.rules.schema import Rule, Strict, Text
from auditor.rules.source import Source


class Share(Strict):
    """A group of indicators and its part of 100."""

    name: Text
    share: float = Field(gt=0)
    categories: list[Text] = Field(default_factory=list)
    indicators: list[Text] = Field(default_factory=list)


class Profile(Strict):
    """One weight profile; without shares the weights of the rule files stand."""

    name: Text
    title: Text
    description: str = ""
    source: str = ""
    share: list[Share] = Field(default_factory=list)


def weigh(rules: Sequence[Rule], profile: Profile, total: float) -> tuple[Rule, ...]:
    """The rules with the profile's weights. Inside a share the proportions of the rule files are kept."""
    if not profile.share:
        return tuple(rules)
    groups = _groups(rules, profile)
    scale: dict[str, float] = {}
    for group, members in zip(profile.share, groups, strict=True):
        weight = sum(rule.weight for rule in members)
        for rule in members:
            scale[rule.id] = group.share / weight * total / 100 if weight else 1.0
    return tuple(r.model_copy(update={"weight": r.weight * scale[r.id]}) if r.id in scale else r for r in rules)


def _groups(rules: Sequence[Rule], profile: Profile) -> list[list[Rule]]:
    named = {indicator: i for i, group in enumerate(profile.share) for indicator in group.indicators}
    by_category = {category: i for i, group in enumerate(profile.share) for category in group.categories}
    groups: list[list[Rule]] = [[] for _ in profile.share]
    for rule in rules:
        at = named.get(rule.id, by_category.get(rule.category))
        if rule.weight > 0 and at is not None:
            groups[at].append(rule)
    return groups


def faults(source: Source, profile: Profile, rules: Sequence[Rule], categories: Sequence[str]) -> list[Problem]:
    """What is wrong with a profile for this pack: shares, unknown names, indicators in two shares or in none."""
    if not profile.share:
        return []
    found: list[Problem] = []
    total = round(sum(group.share for group in profile.share), 6)
    if total != 100:
        found.append(
            Problem(source.name, "Jumlah bagian (share) harus 100.", source.line(("share", 0)), "share", f"{total:g}")
        )
    ids = {rule.id for rule in rules}
    seen: dict[str, str] = {}
    for i, group in enumerate(profile.share):
        for key, names, known in (("categories", group.categories, categories), ("indicators", group.indicators, ids)):
            for name in names:
                line = source.line(("share", i, key), name)
                if name not in known:
                    allowed = ", ".join(categories) if key == "categories" else "id indikator pada paket ini"
                    found.append(Problem(source.name, f"'{name}' tidak ada pada paket.", line, key, allowed=allowed))
                if name in seen:
                    found.append(
                        Problem(
                            source.name, f"'{name}' ada pada kelompok '{seen[name]}' dan '{group.name}'.", line, key
                        )
                    )
                seen[name] = group.name
    grouped = {rule.id for members in _groups(rules, profile) for rule in members}
    left = [rule.id for rule in rules if rule.weight > 0 and rule.id not in grouped]
    if left:
        found.append(
            Problem(
                source.name, "Ada indikator berbobot yang tidak masuk kelompok mana pun.", found=", ".join(left[:8])
            )
        )
    for group, members in zip(profile.share, _groups(rules, profile), strict=True):
        if not members:
            found.append(Problem(source.name, f"Kelompok '{group.name}' tidak memuat indikator berbobot."))
    return found
