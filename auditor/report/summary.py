"""The round in sentences, the same in every format."""

from __future__ import annotations

from datetime import date

from auditor.inputs.config import Config
from auditor.report.figures import Round, period
from auditor.report.wording import clip, day, listing, local_day, number, signed


def recap_title(round_: Round) -> str:
    """The heading of a round's summary."""
    place = listing([p for p in round_.provinces if p])
    return "Keterbukaan Informasi Situs Web Kankemenag" + (f" se-{place}" if place else "")


def opened_on(round_: Round) -> str:
    """The day or days on which the sites were opened; "" when none was."""
    first, last = period(round_.cards)
    if first is None or last is None:
        return ""
    begun, done = day(first), day(last)
    return begun if begun == done else f"{begun} sampai {done}"


def deadline(round_: Round, config: Config) -> date | None:
    """The day by which offices are asked to mend; None where nothing was crawled and none is set."""
    _, last = period(round_.cards)
    return config.deadline_after(local_day(last) if last is not None else None)


def summary_sentence(round_: Round) -> str:
    """The round in two to four sentences, as a presenter would say it."""
    if not round_.ranked:
        return f"Dari {len(round_.offices)} kantor, belum ada yang dapat dinilai; penyebabnya tertulis di bawah."
    best = round_.ranked[0]
    text = f"Dari {len(round_.offices)} kantor, {len(round_.ranked)} dapat dinilai. "
    text += f"Skor tengah (median) {number(round_.whole.score)}; "
    text += f"tertinggi {clip(best.card.site.name, 80)} dengan {number(best.score)}."
    if round_.risers:
        up = round_.risers[0]
        text += f" Kenaikan terbesar dicatat {clip(up.card.site.name, 80)} ({signed(up.change)})."
    gap = round_.gaps[0] if round_.gaps else None
    if gap is not None and gap.lacking:
        text += (
            f" Yang paling banyak belum ada: {gap.rule.title} ({gap.lacking} dari {gap.checked} kantor yang diperiksa)."
        )
    return text
