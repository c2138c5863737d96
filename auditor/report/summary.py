"""The round in sentences, the same in every format."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from auditor.inputs.config import Config
from auditor.report.figures import Round, Standing, period
from auditor.report.wording import clip, day, listing, local_day, number, signed

_NAMED = 3  # provinces, and offices that share a place, that are all named


def recap_title(round_: Round) -> str:
    """The heading of a round's summary."""
    named = [p for p in round_.provinces if p]
    place = f" di {len(named)} provinsi" if len(named) > _NAMED else f" se-{listing(named)}" if named else ""
    return f"Keterbukaan Informasi Situs Web Kankemenag{place}"


def opened_on(round_: Round) -> str:
    """The day or days on which the sites were opened; "" when none was."""
    first, last = period(round_.cards)
    if first is None or last is None:
        return ""
    begun, done = day(first), day(last)
    return begun if begun == done else f"{begun} sampai {done}"


def deadline(round_: Round, config: Config) -> date | None:
    """The day by which offices are asked to mend; None where nothing was crawled and none is set.

    One office looked at again gives the others no more time: each counts from its first look.
    """
    first = [
        min(c.finished_at, *(x.finished_at for x in c.looks)) if c.looks else c.finished_at
        for c in round_.cards
        if c.finished_at is not None
    ]
    return config.deadline_after(local_day(max(first)) if first else None)


def summary_sentence(round_: Round) -> str:
    """The round in two to four sentences, as a presenter would say it."""
    if not round_.ranked:
        return f"Dari {len(round_.offices)} kantor, belum ada yang dapat dinilai; penyebabnya tertulis di bawah."
    highest = max(s.score or 0 for s in round_.ranked)
    best = [s for s in round_.ranked if s.score == highest]
    text = f"Dari {len(round_.offices)} kantor, {len(round_.ranked)} dapat dinilai. "
    text += f"Skor tengah (median) {number(round_.whole.score)}; "
    text += f"tertinggi {together(best)} dengan {number(best[0].score)}."
    if round_.risers:
        most = round_.risers[0].change
        text += (
            f" Kenaikan terbesar dicatat {together([s for s in round_.risers if s.change == most])} ({signed(most)})."
        )
    return f"{text} {gap_sentence(round_)}".strip()


def gap_sentence(round_: Round) -> str:
    """What most of the offices lack, alone or with the others that as many lack; "" where nothing is lacking."""
    gap = round_.gaps[0] if round_.gaps else None
    if gap is None or not gap.lacking:
        return ""
    others = sum((g.lacking, g.checked) == (gap.lacking, gap.checked) for g in round_.gaps) - 1
    more = f"; sebanyak itu pula {others} indikator lain" if others else ""
    counted = f"{gap.lacking} dari {gap.checked} kantor yang diperiksa{more}"
    return f"Yang paling banyak belum ada: {gap.rule.title} ({counted})."


def together(equals: Sequence[Standing]) -> str:
    """The names of offices that stand equal; of many the first and how many more."""
    names = [clip(s.card.site.name, 80) for s in equals]
    return listing(names) if len(names) <= _NAMED else f"{names[0]} dan {len(names) - 1} kantor lain"
