"""Tinjau: one finding after the other, the weightiest doubt first, one key for an answer.

Every answer is a row of tinjauan.csv, which ``auditor evaluate`` reads; one that differs from the machine is a decision
in koreksi.csv, too.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Final
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from auditor.data import table
from auditor.days import WIB
from auditor.desk.changes import on_to, text
from auditor.desk.decisions import decide, decisions
from auditor.desk.offices import leads, stored_page
from auditor.desk.pages import page
from auditor.desk.place import Place, card_of
from auditor.desk.provinces import choosing, in_address, part_asked
from auditor.desk.tablefile import HOURLY, keep, rows_of, written
from auditor.evaluate import COLUMNS, OPTIONAL, Agreement, evaluate, read_labels
from auditor.inputs.sheet import defused
from auditor.model import CorrectionStatus, Finding
from auditor.problems import InputError, Problem
from auditor.report.evidence import evidence_of
from auditor.report.figures import Round
from auditor.report.findings import show as shown_findings
from auditor.review import Answer, Question, correcting

_COLUMNS: Final = (*COLUMNS, *OPTIONAL, "tanggal")
_ENOUGH: Final = 30  # answers from which on rates mean something

Key = tuple[str, str]


@dataclass
class Reviewer:
    """Who looks, as long as the desk is open: the name, whether the answers are a key, what is put off."""

    name: str = ""
    is_key: bool = True
    later: list[Key] = field(default_factory=list)
    last: Key | None = None


async def show(request: Request) -> Response:
    """The finding that most deserves a look."""
    return _shown(request)


async def answer(request: Request, form: FormData) -> Response:
    """Writes an answer and goes on to the next finding."""
    desk = request.app.state.desk
    reviewer: Reviewer = desk.reviewer
    round_ = desk.history.round(text(form, "putaran"))
    card = card_of(round_, text(form, "situs"))
    finding = next((f for f in card.findings if f.rule_id == text(form, "indikator")), None) if card else None
    if round_ is None or card is None or finding is None:
        return page(request, "tak_ada.html.j2", 404)
    onward = _address(desk.history.part(round_, card.site.province))
    key, said = (finding.site_id, finding.rule_id), text(form, "jawaban")
    if said == "lewati":
        reviewer.later = [*(k for k in reviewer.later if k != key), key]
        return on_to(onward)
    reviewer.name, reviewer.is_key = " ".join(text(form, "penilai").split()), bool(text(form, "kunci"))
    note = " ".join(text(form, "catatan").split())
    if not reviewer.name or said not in list(Answer):
        return _shown(request, asked=key, note=note, nameless=True)
    try:
        _write(desk.place, round_, finding, Answer(said), reviewer, note)
    except InputError as error:
        return _shown(request, asked=key, note=note, problems=error.problems)
    reviewer.last = key
    return on_to(onward)


async def take_back(request: Request, form: FormData) -> Response:
    """Takes the last answer back, with the decision that it made."""
    desk = request.app.state.desk
    reviewer: Reviewer = desk.reviewer
    round_ = desk.history.round(text(form, "putaran"))
    if round_ is None or reviewer.last is None:
        return on_to("/tinjau")
    key, reviewer.last, now = reviewer.last, None, _now()
    try:
        columns, rows = _answers(desk.place)
        at = max((n for n, row in enumerate(rows) if _is_about(row, key, round_)), default=None)
        if at is not None:
            told = _reason(rows[at]["catatan"], rows[at]["hasil"])
            there, decided = decisions(desk.place)
            left = [r for r in decided if (r["situs_id"], r["indikator_id"], r["alasan"]) != (*key, told)]
            if len(left) < len(decided):
                decide(desk.place, round_, there, left, now, HOURLY)
            keep(desk.place.answers, now, HOURLY)
            written(desk.place.answers, columns, [row for n, row in enumerate(rows) if n != at])
    except InputError as error:
        return _shown(request, asked=key, problems=error.problems)
    return _shown(request, asked=key)


def _shown(
    request: Request,
    asked: Key | None = None,
    note: str = "",
    problems: Sequence[Problem] = (),
    nameless: bool = False,
) -> Response:
    desk = request.app.state.desk
    reviewer: Reviewer = desk.reviewer
    chosen = desk.history.chosen(request.query_params.get("putaran", ""))
    if chosen is None:
        return page(request, "tinjau.html.j2", r=None)
    round_ = part_asked(request, chosen, asked[0] if asked is not None else "")
    if round_ is None:
        return choosing(request, chosen, str(table("meja")["menu"]["/tinjau"]))
    rows: list[dict[str, str]] = []
    decided: set[Key] = set()
    try:
        rows = _answers(desk.place)[1]
        decided = {(row["situs_id"], row["indikator_id"]) for row in decisions(desk.place)[1]}
    except InputError as error:
        problems = (*problems, *error.problems)
    here = {card.site.id for card in round_.cards}
    answered = [(row["situs_id"], row["indikator_id"]) for row in rows if row["putaran"] in ("", round_.round_id)]
    done = {key for key in answered if not round_.part or key[0] in here}
    waiting = {_key(q): q for q in desk.history.questions(round_) if _key(q) not in done | decided or _key(q) == asked}
    order = [*(k for k in waiting if k not in reviewer.later), *(k for k in reviewer.later if k in waiting)]
    first = waiting[asked if asked in waiting else order[0]] if order else None
    reviewer.name = reviewer.name or (rows[-1]["penilai"] if rows else "")
    return page(
        request,
        "tinjau.html.j2",
        400 if problems or nameless else 200,
        r=round_,
        putaran=round_.round_id,
        t=_question(round_, first) if first is not None else None,
        milik=in_address(round_),
        menunggu=len(waiting),
        ditinjau=len(done),
        pengaruh=sum(_unscored(chosen, rows, decided)),
        kinerja=_agreement(desk.place, chosen),
        cukup=_ENOUGH,
        peninjau=reviewer,
        catatan=note,
        masalah=problems,
        tanpa_nama=nameless,
    )


def _question(round_: Round, asked: Question) -> dict[str, object]:
    """What the screen shows of a question."""
    card, finding = asked.card, asked.finding
    proofs = tuple(evidence_of(finding))
    number = next((n for n, proof in enumerate(proofs) if proof.record_id), 0)
    return {
        "kartu": card,
        "temuan": next(s for s in shown_findings(card, round_.pack) if s.id == finding.rule_id),
        "sebab": [doubt.value for doubt in asked.doubts],
        "bukti": proofs[number] if proofs else None,
        "tersimpan": stored_page(round_, card, finding.rule_id, proofs, number),
        "calon": leads(finding),
    }


def _write(place: Place, round_: Round, finding: Finding, said: Answer, who: Reviewer, note: str) -> None:
    """The decision first, then the answer: a desk that ends between the two asks once more, and the row is there."""
    now = _now()
    columns, rows = _answers(place)
    outcome = correcting(said, finding)
    if outcome is not None:
        there, decided = decisions(place)
        days = int(table("tinjau")["berlaku_hari"][said.value])
        about = {"situs_id": finding.site_id, "indikator_id": finding.rule_id}
        row = {
            **dict.fromkeys(there, ""),
            **about,
            "hasil": outcome.value,
            "alasan": _reason(note, said.value),
            "status": CorrectionStatus.ACCEPTED.value,
            "diputuskan_oleh": defused(who.name),
            "tanggal": now.date().isoformat(),
            "berlaku_sampai": (now.date() + timedelta(days=days)).isoformat(),
        }
        decide(place, round_, there, [*decided, row], now, HOURLY)
    row = {
        **dict.fromkeys(columns, ""),
        "situs_id": finding.site_id,
        "indikator_id": finding.rule_id,
        "hasil": said.value,
        "penilai": defused(who.name),
        "catatan": defused(note),
        "putaran": round_.round_id,
        "kunci": "ya" if who.is_key else "tidak",
        "tanggal": now.date().isoformat(),
    }
    keep(place.answers, now, HOURLY)
    written(place.answers, columns, [*rows, row])


def _reason(note: str, said: str) -> str:
    """What a card prints as the reason of a decision made here."""
    words = table("meja")["tinjau"]
    told = str(words["jawaban"][said]).lower()
    return str(words["alasan_catatan" if note else "alasan"]).format(jawaban=told, catatan=note)


def _answers(place: Place) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    return rows_of(place.answers, COLUMNS[:3], _COLUMNS)


def _is_about(row: Mapping[str, str], key: Key, round_: Round) -> bool:
    return (row["situs_id"], row["indikator_id"], row["putaran"]) == (*key, round_.round_id)


def _unscored(round_: Round, rows: Sequence[Mapping[str, str]], decided: set[Key]) -> list[bool]:
    """For each answer of this round whether its decision is not in the scores yet."""
    cards = {card.site.id: card for card in round_.cards}
    found = []
    for row in rows:
        key = (row["situs_id"], row["indikator_id"])
        card = cards.get(key[0])
        finding = next((f for f in card.findings if f.rule_id == key[1]), None) if card is not None else None
        about = row["putaran"] == round_.round_id and key in decided
        found.append(about and finding is not None and not finding.corrected)
    return found


def _agreement(place: Place, round_: Round) -> Agreement | None:
    """How the auditor did where people looked; None before anybody has."""
    try:
        return evaluate(read_labels(place.answers, round_.round_id), round_.cards).overall
    except (InputError, OSError):
        return None


def _key(asked: Question) -> Key:
    return (asked.finding.site_id, asked.finding.rule_id)


def _address(round_: Round) -> str:
    return f"/tinjau?putaran={quote(round_.round_id, safe='')}{in_address(round_)}"


def _now() -> datetime:
    return datetime.now(UTC).astimezone(WIB)
