"""What another look at a site within the round has changed, in words."""

from __future__ import annotations

from dataclasses import dataclass

from auditor.compare import Change, failed_looks, recheck_of
from auditor.model import Look, Scorecard
from auditor.report.wording import clip, day, gain, listing, number, outcome_word, words

_NAMED = 3


@dataclass(frozen=True, slots=True)
class LookedAgain:
    """A re-check as a card tells it."""

    sentence: str  # "Diperiksa ulang 12 Desember 2026: 17,2 menjadi 31,0. ..."
    short: str  # "diperiksa ulang 12 Desember 2026: 17,2 menjadi 31,0"; "" where only an attempt failed
    mended: tuple[tuple[str, str, str, str, str], ...]  # (rule id, title, before, after, points), gains first


def looked_again(card: Scorecard) -> LookedAgain | None:
    """The re-check of a card; None where its site was looked at once."""
    told, again = words("periksa_ulang"), recheck_of(card)
    failed = [
        told["tak_terbuka"].format(tanggal=day(x.finished_at), dulu=day(card.finished_at)) for x in failed_looks(card)
    ]
    if again is None:
        return LookedAgain(" ".join(failed), "", ()) if failed else None
    if not card.status.readable:  # looked at more than once, and never opened
        shut = str(told["tetap_tertutup"]).format(jumlah=len(card.looks) + 1, tanggal=day(again.finished_at))
        return LookedAgain(shut, "", ())
    short = str(told["skor"]).format(tanggal=day(again.finished_at), dulu=_shown(again.before), kini=_shown(card))
    moved = [c for c in again.changes if c.weight > 0]
    mended = [_mended(moved)] if again.before.seen else []  # what was not seen at first was not mended since
    sentence = " ".join([short[:1].upper() + short[1:] + ".", *mended, *failed])
    return LookedAgain(sentence, short, tuple(_row(c) for c in moved))


def look_sentence(card: Scorecard) -> str:
    """The re-check of a card in a few sentences; "" where its site was looked at once."""
    again = looked_again(card)
    return again.sentence if again is not None else ""


def _shown(look: Look | Scorecard) -> str:
    return number(look.score) if look.band is not None else str(words("periksa_ulang")["belum"])


def _mended(changes: list[Change]) -> str:
    """What was mended since, the largest gains by name."""
    better = [c for c in changes if c.points > 0]
    if not better:
        return str(words("periksa_ulang")["tetap"])
    named = [f"{clip(c.title, 90)} ({outcome_word(c.word_after).label.lower()})" for c in better[:_NAMED]]
    more = len(better) - len(named)
    if more:
        named.append(str(words("periksa_ulang")["lagi"]).format(jumlah=more))
    return str(words("periksa_ulang")["membaik"]).format(daftar=listing(named))


def _row(change: Change) -> tuple[str, str, str, str, str]:
    before, after = outcome_word(change.word_before).label, outcome_word(change.word_after).label
    return (change.rule_id, clip(change.title, 120), before, after, gain(change.points))
