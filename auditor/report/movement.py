"""What moved since the round before and why: per office, per cause, per indicator."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from statistics import median
from typing import TYPE_CHECKING

from auditor.compare import Cause, Change, Comparison, compare_rounds
from auditor.model import OfficeKind
from auditor.report.wording import clip, gain, listing, number, outcome_word, signed, words
from auditor.score import rounded

if TYPE_CHECKING:
    from auditor.report.figures import Round


@dataclass(frozen=True, slots=True)
class Moved:
    """One indicator of one office in words; ``points`` of the indicator's weight, with their sign."""

    rule_id: str
    title: str
    before: str
    after: str
    points: str
    value: float
    cause: str


@dataclass(frozen=True, slots=True)
class OfficeMovement:
    """An office's changes, the largest gain first; what does not bear on the score is left out."""

    site_id: str
    moved: tuple[Moved, ...]
    sentence: str  # "Naik: ...; turun: ...", by cause

    @property
    def gains(self) -> tuple[Moved, ...]:
        return tuple(m for m in self.moved if m.value > 0)

    @property
    def losses(self) -> tuple[Moved, ...]:
        """What lost points, the largest loss first; then what cannot be compared: seen or asked once only."""
        return tuple(sorted((m for m in self.moved if m.value <= 0), key=lambda m: m.value or 1))


@dataclass(frozen=True, slots=True)
class CauseRow:
    """How much one cause moved over all offices."""

    cause: str
    offices: int
    up: int  # findings
    up_points: str
    down: int
    down_points: str


@dataclass(frozen=True, slots=True)
class RuleRow:
    """How one indicator moved over the offices."""

    title: str
    rule_id: str
    up: int
    down: int
    causes: str  # "situs berubah 5, koreksi 1"


@dataclass(frozen=True, slots=True)
class Movement:
    """The movement of a round. ``by_rules`` is a sentence on what other rules did; "" where nobody can tell."""

    offices: dict[str, OfficeMovement]
    causes: tuple[CauseRow, ...]
    rules: tuple[RuleRow, ...]
    by_rules: str


def movement_of(round_: Round) -> Movement:
    """The movement since ``round_.previous``, of all its offices; empty for a first round."""
    found = compare_rounds(round_.previous, round_.cards, round_.previous_again)
    kanwil = {c.site.id for c in round_.cards if c.site.kind is OfficeKind.KANWIL}
    ranked = [c for c in found if c.site_id not in kanwil]
    changes = {s.card.site.id: s.change for s in round_.standings}
    offices = {
        c.site_id: OfficeMovement(
            c.site_id, tuple(_moved(x) for x in _weighed(c)), _sentence(c, changes.get(c.site_id))
        )
        for c in found
    }
    return Movement(offices, tuple(_cause_rows(ranked)), tuple(_rule_rows(ranked)), _by_rules(round_, ranked))


def _weighed(comparison: Comparison) -> list[Change]:
    """The changes that bear on a score: not those of indicators without weight, nor from "nihil" to "lengkap"."""
    silent = (Cause.SITE, Cause.RECHECK, Cause.BOTH, Cause.CORRECTION)
    return [c for c in comparison.changes if c.weight > 0 and (c.points or c.cause not in silent)]


def _moved(change: Change) -> Moved:
    return Moved(
        change.rule_id,
        clip(change.title, 120),
        _outcome(change.word_before, "belum dinilai"),
        _outcome(change.word_after, "tidak dinilai lagi"),
        gain(change.points),
        round(change.points, 9),
        change.cause.value,
    )


def _outcome(word: str, absent: str) -> str:
    return outcome_word(word).label if word else absent


def _sentence(comparison: Comparison, change: Decimal | None) -> str:
    """What moved an office, by cause, the largest part first; ``change`` is the difference that is printed."""
    parts = []
    for cause in Cause:
        own = [c for c in _weighed(comparison) if c.cause is cause]
        if own:
            parts.append((sum(abs(c.points) for c in own), f"{len(own)} indikator karena {cause.value} ({_both(own)})"))
    told = [text for _, text in sorted(parts, key=lambda part: -part[0])]
    text = f"Yang bergerak: {listing(told)}." if told else str(words("pergerakan")["tetap"])
    rules = rounded(comparison.by_rules) if comparison.by_rules is not None else None
    if rules and change is not None:
        split = str(words("pergerakan")["bagian_aturan"])
        text += " " + split.format(selisih=signed(change), aturan=signed(rules), lain=signed(change - rules))
    return text


def _both(changes: Sequence[Change]) -> str:
    """ "+4,5 dan −1 poin bobot"."""
    up = sum(c.points for c in changes if c.points > 0)
    down = sum(c.points for c in changes if c.points < 0)
    told = [gain(value) for value in (up, down) if value]
    return f"{' dan '.join(told) or '0'} poin bobot"


def _cause_rows(comparisons: Sequence[Comparison]) -> Iterable[CauseRow]:
    for cause in Cause:
        own = [[c for c in _weighed(comparison) if c.cause is cause] for comparison in comparisons]
        changes = [c for office in own for c in office]
        up, down = [c.points for c in changes if c.points > 0], [c.points for c in changes if c.points < 0]
        if changes:
            yield CauseRow(
                cause.value,
                sum(bool(office) for office in own),
                len(up),
                gain(sum(up)),
                len(down),
                gain(sum(down)),
            )


def _rule_rows(comparisons: Sequence[Comparison]) -> list[RuleRow]:
    """The indicators that moved in most offices first."""
    changes: dict[str, list[Change]] = {}
    for comparison in comparisons:
        for change in _weighed(comparison):
            if change.points:
                changes.setdefault(change.rule_id, []).append(change)
    rows = []
    for rule_id, own in changes.items():
        counted = Counter(c.cause.value for c in own).most_common()
        up, down = sum(c.points > 0 for c in own), sum(c.points < 0 for c in own)
        causes = listing([f"{name} {n}" for name, n in counted])
        rows.append(RuleRow(clip(own[0].title, 120), rule_id, up, down, causes))
    return sorted(rows, key=lambda row: (-row.up - row.down, row.rule_id))


def _by_rules(round_: Round, comparisons: Sequence[Comparison]) -> str:
    told = words("pergerakan")
    again = {card.site.id: card for card in round_.previous_again}
    rated = {c.site.id for c in round_.previous if c.rankable}
    compared = {c.site_id for c in comparisons if c.by_rules is not None and c.site_id in rated}
    if not compared:
        return str(told["tanpa_nilai_ulang"]) if round_.rules_changed else ""
    then = [c.score for c in round_.previous if c.site.id in compared and c.score is not None]
    now = [score for i in compared if (score := again[i].score) is not None]
    if not then or not now:
        return ""
    old, new = number(median(then)), number(median(now))
    same = old == new and not any(rounded(c.by_rules) for c in comparisons if c.by_rules is not None)
    key = "aturan_sama" if same else "aturan_beda"
    return str(told[key]).format(kantor=len(compared), lama=old, baru=new)
