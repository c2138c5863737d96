"""Kantor: the offices of a round, each with its card, each finding with the stored page that proves it beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from types import MappingProxyType
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from auditor.data import table
from auditor.days import WIB
from auditor.desk.pages import page
from auditor.desk.place import card_of
from auditor.desk.provinces import choosing, in_address, part_asked
from auditor.fixes import fix_list
from auditor.model import Consideration, Evidence, Finding, Outcome, Scorecard
from auditor.objections import standings
from auditor.problems import Problem
from auditor.report.evidence import evidence_of
from auditor.report.figures import Round
from auditor.report.findings import GROUPS, grouped
from auditor.report.findings import show as shown_findings
from auditor.report.wording import outcome_words, words

_FIXES = 5
_LEADS = 6
_A_YEAR = 365
#: What a person may say of a finding.
_CHOICES = frozenset(
    o.value
    for o in (
        Outcome.COMPLETE,
        Outcome.STALE,
        Outcome.PARTIAL,
        Outcome.LINK_ONLY,
        Outcome.MISSING,
        Outcome.NIL,
        Outcome.UNCHECKED,
        Outcome.NOT_APPLICABLE,
    )
)


async def show(request: Request) -> Response:
    """All offices of a round by rank, those without one last."""
    history = request.app.state.desk.history
    chosen = _round(request)
    part = part_asked(request, chosen) if chosen is not None else None
    if chosen is not None and part is None:
        return choosing(request, chosen, str(table("meja")["menu"]["/kantor"]))
    return page(request, "kantor.html.j2", r=part, putaran=part.round_id if part else "", semua=history.rounds())


async def office(request: Request) -> Response:
    """One office: what its card says, its findings by what is to be done."""
    found = card_asked(request)
    if found is None:
        return page(request, "tak_ada.html.j2", 404)
    round_, card = found
    shown = shown_findings(card, round_.pack)
    return page(
        request,
        "kartu.html.j2",
        r=round_,
        c=card,
        s=round_.standing(card),
        putaran=round_.round_id,
        kelompok=[(name, grouped(shown)[name]) for name in GROUPS],
        kelompok_kata=words("kelompok"),
        langkah=fix_list(card, round_.pack)[:_FIXES],
        milik=in_address(part) if (part := part_asked(request, round_, card.site.id)) is not None else "",
    )


async def finding(request: Request) -> Response:
    """One finding beside its evidence: the stored page with the quote marked, and where else was looked."""
    return finding_page(request)


def finding_page(
    request: Request,
    status: int = 200,
    problems: Sequence[Problem] = (),
    typed: Mapping[str, str] = MappingProxyType({}),
    opened: str = "",
) -> Response:
    """The screen of a finding; with the faults of what was typed into one of its forms, and the typed itself."""
    found = card_asked(request)
    if found is None:
        return page(request, "tak_ada.html.j2", 404)
    round_, card = found
    shown = shown_findings(card, round_.pack)
    wanted = request.path_params["indikator"]
    at = next((n for n, one in enumerate(shown) if one.id == wanted), None)
    if at is None:
        return page(request, "tak_ada.html.j2", 404)
    proofs = tuple(evidence_of(shown[at].finding))
    number = _number(request.query_params.get("bukti", ""), len(proofs))
    today = datetime.now(UTC).astimezone(WIB).date()
    return page(
        request,
        "temuan.html.j2",
        status,
        c=card,
        t=shown[at],
        putaran=round_.round_id,
        bukti=proofs,
        calon=leads(shown[at].finding),
        dipilih=number,
        tersimpan=stored_page(round_, card, wanted, proofs, number),
        sebelum=shown[at - 1].id if at else "",
        sesudah=shown[at + 1].id if at + 1 < len(shown) else "",
        baris=[s for s in standings(card) if s.correction.rule_id == wanted],
        hasil=[w for w in outcome_words() if w.value in _CHOICES] if not shown[at].finding.red_flag else [],
        salah={p.column: p for p in problems},
        isian=dict(typed),
        terbuka=opened,
        tercatat="tersimpan" in request.query_params,
        hari=today.isoformat(),
        setahun=(today + timedelta(days=_A_YEAR)).isoformat(),
    )


def leads(finding: Finding) -> list[Consideration]:
    """Where else was looked, each address once, those that a browser can open."""
    found = {c.url: c for c in finding.considered if c.url.lower().startswith(("http://", "https://"))}
    return list(found.values())[:_LEADS]


def stored_page(round_: Round, card: Scorecard, rule_id: str, proofs: tuple[Evidence, ...], number: int) -> str:
    """The path of the stored page on the shelf; "" where nothing is stored."""
    if not proofs or not proofs[number].record_id or rule_id in round_.private:
        return ""
    return "/".join(("", *(quote(part, safe="") for part in (round_.round_id, card.site.id, rule_id, str(number)))))


def _number(text: str, count: int) -> int:
    return int(text) if text.isdigit() and len(text) < 4 and int(text) < count else 0


def _round(request: Request) -> Round | None:
    found: Round | None = request.app.state.desk.history.chosen(request.query_params.get("putaran", ""))
    return found


def card_asked(request: Request) -> tuple[Round, Scorecard] | None:
    """The round and the card that an address is about; None where there is none."""
    round_ = _round(request)
    card = card_of(round_, request.path_params["kantor"])
    return (round_, card) if round_ is not None and card is not None else None
