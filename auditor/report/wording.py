"""The words and number forms of all reports. Data: ``auditor/data/laporan.toml``."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import lru_cache
from importlib.resources import files
from typing import Any

from auditor.days import WIB, long_day
from auditor.model import FetchStatus, Outcome, Scorecard, SiteState
from auditor.quantities import plain
from auditor.rules.explain import paragraphs
from auditor.score import rounded
from auditor.status import StatusText, status_text

_QUARTERS = {"1": "I", "2": "II", "3": "III", "4": "IV"}


@lru_cache(maxsize=8)
def _data(name: str) -> dict[str, Any]:
    return tomllib.loads(files("auditor.data").joinpath(name).read_text(encoding="utf-8-sig"))


@dataclass(frozen=True, slots=True)
class OutcomeWord:
    """How an outcome is called and marked; ``sign`` is readable without colour."""

    value: str
    label: str
    sign: str
    meaning: str
    order: int


def outcome_word(outcome: str) -> OutcomeWord:
    """The label, sign and meaning of an outcome, or of what ``Finding.word`` calls one."""
    row = _data("laporan.toml")["hasil"][str(outcome)]
    return OutcomeWord(str(outcome), row["label"], row["tanda"], row["arti"], row["urut"])


def outcome_words() -> tuple[OutcomeWord, ...]:
    """All of them, in the order of a legend."""
    return tuple(sorted(map(outcome_word, _data("laporan.toml")["hasil"]), key=lambda word: word.order))


def words(section: str) -> Any:
    """A section of the wording file: a table, or a list of tables."""
    return _data("laporan.toml")[section]


def cause(status: FetchStatus) -> str:
    """Why an address could not be read, in a reader's words."""
    return status_text(status).label


def advice(status: FetchStatus) -> str:
    """What the office can do about it; "" where there is nothing to do."""
    return status_text(status).advice


def state_sentence(card: Scorecard) -> tuple[str, str]:
    """(what stands in the way, its remedy) of a card without a rank; ("", "") for a card that has one.

    The remedy is an office's to carry out, or says that it is not: nobody is asked to mend the auditor's own limit.
    """
    if card.rankable:
        return "", ""
    told, status = words("saran_keadaan"), hindrance(card)
    if card.status.state in (SiteState.NOT_REGISTERED, SiteState.INACTIVE):
        return str(words("keadaan")[card.status.state.value]), str(told[card.status.state.value])
    if card.status.state is SiteState.UNREACHABLE:
        assert status is not None
        return status.label, _remedy(status)
    reason = str(told["cakupan"]).format(cakupan=percent(card.coverage))
    unseen = chief_cause(card)
    if status is None or unseen is None:
        return reason, str(told["cakupan_lain"])
    _, count, weight = unseen
    more = str(told["cakupan_sebab"]).format(sebab=status.inline, jumlah=count, bobot=plain(weight))
    return reason + more, _remedy(status)


def hindrance(card: Scorecard) -> StatusText | None:
    """The status that keeps a card from a rank; None where it has one, and where no status does."""
    if card.rankable:
        return None
    if card.status.state is SiteState.UNREACHABLE:
        cause = card.status.cause
        return status_text(cause if cause is not FetchStatus.OK else card.status.state)
    unseen = chief_cause(card)
    return status_text(unseen[0]) if unseen is not None and unseen[0] is not FetchStatus.OK else None


def chief_cause(card: Scorecard) -> tuple[FetchStatus, int, float] | None:
    """(cause, indicators, weight) of what kept most weight from being checked; None where all could be checked."""
    weights: dict[FetchStatus, list[float]] = {}
    for finding in card.findings:
        if finding.outcome is Outcome.UNCHECKED and finding.weight > 0:
            weights.setdefault(finding.cause, []).append(finding.weight)
    if not weights:
        return None
    cause = max(weights, key=lambda status: (round(sum(weights[status]), 9), status.value))
    return cause, len(weights[cause]), sum(weights[cause])


def _remedy(status: StatusText) -> str:
    if status.ours:
        return status.advice or str(words("saran_keadaan")["kanwil"])
    asked = "pemeriksaan ulang" in status.advice
    return status.advice if asked else f"{status.advice} {words('saran_keadaan')['ulang']}".strip()


def number(value: float | Decimal | None, empty: str = "–") -> str:
    """ "78,4": one decimal with a comma."""
    if value is None:
        return empty
    shown = value if isinstance(value, Decimal) else rounded(value)
    return str(shown).replace(".", ",")


def signed(value: Decimal | None, empty: str = "–") -> str:
    """ "+3,2", "−1,0" or "0,0" (a true minus sign)."""
    if value is None:
        return empty
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + number(abs(value))


def gain(value: float) -> str:
    """ "+1,5", "−0,75" or "0": points of a weight or of the score, with their sign."""
    sign = "+" if value > 0 else "−" if value < 0 else ""
    return sign + plain(abs(value))


def corrections(count: int) -> str:
    """ "2 koreksi"; "" for none."""
    return f"{count} koreksi" if count else ""


def percent(share: float) -> str:
    """ "82,5 %" for 0.825."""
    return f"{number(share * 100)} %"


def day(value: date | datetime | None, empty: str = "–") -> str:
    """ "22 November 2026"; an aware time is read in WIB."""
    if value is None:
        return empty
    if isinstance(value, datetime):
        value = _local(value).date()
    return long_day(value)


def moment(value: datetime | None, empty: str = "–") -> str:
    """ "22 November 2026 pukul 09.14 WIB"."""
    if value is None:
        return empty
    local = _local(value)
    return f"{day(local)} pukul {local:%H.%M} WIB"


def short_moment(value: datetime | None, empty: str = "–") -> str:
    """ "22 Nov 2026 09.14 WIB"."""
    return empty if value is None else f"{short_day(value)} {_local(value):%H.%M} WIB"


def short_day(value: date | datetime | None, empty: str = "–") -> str:
    """ "22 Nov 2026"."""
    text = day(value, empty)
    if value is None:
        return empty
    number_, month, year = text.split()
    return f"{number_} {month[:3]} {year}"


def local_day(value: datetime) -> date:
    """The day of a time in WIB."""
    return _local(value).date()


def _local(value: datetime) -> datetime:
    return (value if value.tzinfo else value.replace(tzinfo=UTC)).astimezone(WIB)


def age(days: int | None) -> str:
    """ "hari ini", "5 hari lalu", "3 bulan lalu", "2 tahun lalu"; "" when unknown."""
    if days is None:
        return ""
    if days <= 0:
        return "hari ini"
    if days < 60:
        return f"{days} hari lalu"
    if days < 730:
        return f"{days // 30} bulan lalu"
    return f"{days // 365} tahun lalu"


def round_name(round_id: str) -> str:
    """ "Triwulan IV 2026" for "2026-T4"; any other id stays as it is."""
    year, _, quarter = round_id.partition("-T")
    return f"Triwulan {_QUARTERS[quarter]} {year}" if quarter in _QUARTERS and year.isdigit() else round_id


def listing(items: Sequence[str]) -> str:
    """ "a", "a dan b", "a, b, dan c"."""
    if len(items) < 3:
        return " dan ".join(items)
    return ", ".join(items[:-1]) + ", dan " + items[-1]


def clip(text: str, limit: int) -> str:
    """The text on one line, cut at a word with an ellipsis; bidi and control characters taken out."""
    text = text[: limit * 4]
    if not text.isprintable():  # most are, and a national round asks 266,000 times
        text = "".join(c if c.isprintable() else " " for c in text if c not in _BIDI)
    text = " ".join(text.split())
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    head = cut.rsplit(" ", 1)[0]
    return (head if len(head) > limit * 0.6 else cut).rstrip(" ,.;:") + "…"


def steps(text: str) -> tuple[str, ...]:
    """The steps of an instruction, each on one line."""
    return paragraphs(text)


def whole_sentences(text: str, limit: int) -> str:
    """As many whole sentences as fit, the first one always: nobody can act on half a step."""
    told = ""
    for sentence in re.split(r"(?<=[.!?])\s+(?=[A-Z“\"(])", text):
        if told and len(told) + 1 + len(sentence) > limit:
            break
        told += (" " if told else "") + sentence
    return told


def in_one_line(text: str) -> str:
    """An instruction as running text; a step without an end gets a stop where the next one starts anew."""
    joined = ""
    for step in steps(text):
        ends = not joined or joined.endswith((".", "!", "?", ":", ";", ",")) or step[:1].islower()
        joined += ("" if ends else ".") + (" " if joined else "") + step
    return joined


#: Marks that turn the reading direction; a hostile title could hide or reorder words with them.
_BIDI = frozenset("\u200e\u200f\u061c\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
