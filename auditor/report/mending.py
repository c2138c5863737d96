"""What became of the findings that were open in the round before: how many the offices mended."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from auditor.compare import Cause, compare_rounds
from auditor.model import OfficeKind
from auditor.report.wording import percent, words

if TYPE_CHECKING:
    from auditor.report.figures import Round

_BY_THE_OFFICE = (Cause.SITE, Cause.RECHECK, Cause.BOTH)


@dataclass(frozen=True, slots=True)
class Mending:
    """Findings that were open in the round before and could be compared, by what this round found."""

    open: int = 0
    mended: int = 0  # nothing is lacking any more
    better: int = 0
    apart: int = 0  # open then, but other rules, a correction or our own blindness stand in between

    @property
    def share(self) -> str:
        """ "30 %" of those that can be compared; "" where there are none."""
        return percent(self.mended / self.open) if self.open else ""

    @property
    def sentence(self) -> str:
        """The figures in a sentence; "" where nothing can be compared."""
        if not self.open:
            return ""
        told = words("riwayat")
        more = str(told["membaik"]).format(jumlah=self.better) if self.better else ""
        text = str(told["diperbaiki"]).format(terbuka=self.open, jumlah=self.mended, bagian=self.share, membaik=more)
        return text + (" " + str(told["disisihkan"]).format(jumlah=self.apart) if self.apart else "")


def mending_of(round_: Round) -> dict[str, Mending]:
    """Site id -> what became of an office's findings; {} for a first round."""
    found = {}
    cards, earlier = ({card.site.id: card for card in some} for some in (round_.cards, round_.previous))
    for comparison in compare_rounds(round_.previous, round_.cards, round_.previous_again):
        changes = {change.rule_id: change for change in comparison.changes}
        now = {f.rule_id: f for f in cards[comparison.site_id].findings}
        counts = {"open": 0, "mended": 0, "better": 0, "apart": 0}
        for finding in earlier[comparison.site_id].findings:
            if not finding.counted or finding.points >= 1:
                continue
            change = changes.get(finding.rule_id)
            if change is not None and change.cause not in _BY_THE_OFFICE:
                counts["apart"] += 1
                continue
            counts["open"] += 1
            if change is not None and now[finding.rule_id].points >= 1:
                counts["mended"] += 1
            elif change is not None and change.points > 0:
                counts["better"] += 1
        found[comparison.site_id] = Mending(**counts)
    return found


def together(round_: Round, own: dict[str, Mending]) -> Mending:
    """The figures of all offices, without those of the Kanwil's own site."""
    kanwil = {card.site.id for card in round_.cards if card.site.kind is OfficeKind.KANWIL}
    return _sum(mending for site_id, mending in own.items() if site_id not in kanwil)


def _sum(each: Iterable[Mending]) -> Mending:
    total = Mending()
    for m in each:
        total = Mending(total.open + m.open, total.mended + m.mended, total.better + m.better, total.apart + m.apart)
    return total
