"""Who reports: what each office contributed to the Kanwil's own site, and which sections were silent this quarter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from auditor.days import MONTHS
from auditor.model import Scorecard
from auditor.report.figures import Round
from auditor.report.wording import clip, local_day, number
from auditor.rules.pack import Pack


@dataclass(frozen=True, slots=True)
class Sender:
    """One office's items on the Kanwil's site. ``card`` is None for what nobody could attribute."""

    name: str
    card: Scorecard | None
    months: tuple[int, ...]
    total: int
    share: str  # of all items of the quarter: "12,5 %"
    place: int | None


@dataclass(frozen=True, slots=True)
class Senders:
    """The table office x month of one Kanwil's site, most items first, the unattributed remainder last."""

    kanwil: str
    months: tuple[str, ...]  # "Okt"
    rows: tuple[Sender, ...]
    total: int

    def of(self, site_id: str) -> Sender | None:
        return next((row for row in self.rows if row.card is not None and row.card.site.id == site_id), None)


def senders(round_: Round) -> tuple[Senders, ...]:
    """One table per Kanwil whose site was read; silent offices are rows of zeros."""
    return tuple(_of_kanwil(card, round_) for card in round_.kanwil if card.news.contributions)


def _of_kanwil(kanwil: Scorecard, round_: Round) -> Senders:
    counts = {(office, month): items for office, month, items in kanwil.news.contributions}
    months = tuple(sorted({month for _, month in counts}))
    offices = [c for c in round_.offices if c.site.province == kanwil.site.province]
    everything = sum(counts.values())

    def row(name: str, office: str, card: Scorecard | None, place: int | None = None) -> Sender:
        own = tuple(counts.get((office, month), 0) for month in months)
        share = f"{number(100 * sum(own) / everything)} %" if everything else "–"
        return Sender(name, card, own, sum(own), share, place)

    drafts = [row(clip(c.site.name, 90), c.site.id, c) for c in offices]
    drafts.sort(key=lambda one: (-one.total, one.name))
    ranked = [
        row(d.name, d.card.site.id, d.card, 1 + sum(other.total > d.total for other in drafts) if d.total else None)
        for d in drafts
        if d.card is not None
    ]
    listed = {c.site.id for c in offices}
    known = sum(n for (office, _), n in counts.items() if office in listed)
    rest = tuple(sum(n for (office, m), n in counts.items() if m == month and office not in listed) for month in months)
    share = f"{number(100 * (everything - known) / everything)} %" if everything else "–"
    last = Sender("Pengirim tidak dikenali", None, rest, everything - known, share, None)
    names = tuple(MONTHS[int(month[-2:]) - 1][:3] for month in months)
    return Senders(clip(kanwil.site.name, 90), names, (*ranked, last), everything)


@dataclass(frozen=True, slots=True)
class Silence:
    """Sections of an office without an item this quarter. ``since``: from when on that is known, None = all of it."""

    sections: tuple[str, ...]
    since: date | None


def silent_sections(card: Scorecard, pack: Pack) -> Silence | None:
    """The sections that were silent; None where the news could not be read or the pack names no sections."""
    if not card.news.weekly or not pack.sections or card.finished_at is None:
        return None
    today = local_day(card.finished_at)
    begun = date(today.year, 3 * ((today.month - 1) // 3) + 1, 1)
    heard = {name for name, items in card.news.sections if items}
    since = card.news.since if card.news.since is not None and card.news.since > begun else None
    return Silence(tuple(name for name in pack.sections if name not in heard), since)


def silence_by_section(round_: Round) -> tuple[tuple[str, int, int], ...]:
    """(section, silent offices, offices whose news was read), the most silent first; empty without sections."""
    found = [s for c in round_.offices if (s := silent_sections(c, round_.pack)) is not None]
    rows = [(name, sum(name in s.sections for s in found), len(found)) for name in round_.pack.sections if found]
    return tuple(sorted(rows, key=lambda row: -row[1]))
