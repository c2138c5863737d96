"""Rakor: what a wilayah and each of its offices talk over; kendala and plans are typed there and saved at once.

What is typed is merged into tindak-lanjut.csv as a workbook's rows are: nothing that anybody wrote is replaced.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auditor.data import table
from auditor.days import WIB
from auditor.desk.changes import on_to, text
from auditor.desk.pages import page
from auditor.desk.place import card_of, register_of
from auditor.desk.provinces import choosing, in_address, part_asked
from auditor.desk.tablefile import HOURLY, keep
from auditor.fixes import fix_list
from auditor.inputs.followup import OFFICE, TYPED, Merged, Typed, of_round
from auditor.model import Scorecard
from auditor.problems import InputError, ReportError
from auditor.report.bookdata import alone, area_sentence, gap_rows, members_of
from auditor.report.figures import Round, shown_findings
from auditor.report.obstacles import choices, kinds
from auditor.report.promises import promise_counts
from auditor.report.summary import deadline
from auditor.report.takenin import put_in
from auditor.report.wording import gain, outcome_word, words
from auditor.report.xlsxfollowup import talked_over

_GAPS = 8
_OPEN = 8  # rows of an office that stand open; the others are folded
_SILENT = 30  # days without news from which on it is said


@dataclass(frozen=True, slots=True)
class Row:
    """One thing talked over of an office: what it is, what was promised last time, what has been typed so far."""

    rule_id: str
    title: str
    word: str  # the finding's outcome as a key of the wordings; "" for none
    label: str
    gain: str
    promised: str
    cells: Mapping[str, str]


async def show(request: Request) -> Response:
    """The wilayah of the round."""
    round_ = _round(request)
    if isinstance(round_, Response):
        return round_
    areas = [(area, members_of(round_, area)) for area in _areas(round_)]
    told = [(area, round_.scope(area=area) if area else None, members) for area, members in areas]
    return page(
        request,
        "rakor.html.j2",
        r=round_,
        semua=request.app.state.desk.history.rounds(),
        putaran=round_.round_id,
        wilayah=told,
        janji=promise_counts(round_.promises),
        milik=in_address(round_),
    )


async def area(request: Request) -> Response:
    """The agenda of one wilayah."""
    round_ = _round(request)
    if isinstance(round_, Response):
        return round_
    name = request.query_params.get("wilayah", "")
    members = members_of(round_, name)
    if not members:
        return page(request, "tak_ada.html.j2", 404)
    here = {s.card.site.id for s in members}
    before, after = _beside(_tour(round_), (name, ""))
    obstacles = next((row for row in round_.obstacles if row.area == name), None)
    return page(
        request,
        "rakor_wilayah.html.j2",
        r=round_,
        putaran=round_.round_id,
        nama=name,
        kalimat=area_sentence(round_, name),
        kekurangan=gap_rows(alone(round_, members), _GAPS),
        anggota=members,
        senyap=[s for s in members if _silent(s.card)],
        janji=[p for p in round_.promises if p.card.site.id in here],
        kendala=[(k, c.offices) for k, c in zip(kinds(), obstacles.counts, strict=True) if c.offices]
        if obstacles is not None
        else [],
        besar=_large(request),
        sebelum=_to(round_, before, request),
        sesudah=_to(round_, after, request),
        milik=in_address(round_),
    )


async def office(request: Request) -> Response:
    """One office of the meeting, with what is typed about it."""
    return _office(request)


async def save(request: Request, form: FormData) -> Response:
    """Merges one row into tindak-lanjut.csv; a script is told what stands there now, a plain form goes on."""
    desk = request.app.state.desk
    round_, rule_id = desk.history.round(text(form, "putaran")), text(form, "indikator")
    card = card_of(round_, request.path_params["kantor"])
    if round_ is None or card is None or not (rule_id == OFFICE or any(f.rule_id == rule_id for f in card.findings)):
        return page(request, "tak_ada.html.j2", 404)
    typed = {name: " ".join(text(form, name).split()) for name in TYPED}
    base = {name: text(form, f"semula_{name}") for name in TYPED}
    scripted = "application/json" in request.headers.get("accept", "")
    said = table("meja")["rakor"]
    now = datetime.now(UTC).astimezone(WIB)
    try:
        keep(desk.place.followup, now, HOURLY)
        row = Typed((round_.round_id, card.site.id, rule_id), base, typed)
        (result,) = put_in(desk.place.followup, [row], register_of(round_), str(said["sumber"]))
        entry = of_round(desk.history.agreed(round_).entries, round_.round_id).get((card.site.id, rule_id))
    except (ReportError, InputError, OSError) as error:
        told = str(said["tak_tersimpan"]).format(sebab=error)
        if scripted:
            return JSONResponse({"pesan": told}, 409)
        return _office(request, status=409, refused=told, unsaved=(rule_id, typed))
    if scripted:
        cells = entry.cells if entry is not None else dict.fromkeys(TYPED, "")
        return JSONResponse({"pesan": _saved(result, now), "isi": dict(cells), "semula": dict(cells)})
    large = "&layar=besar" if _large(request) else ""
    there = f"putaran={quote(round_.round_id, safe='')}&tersimpan={quote(rule_id, safe='')}{large}"
    return on_to(f"/rakor/kantor/{quote(card.site.id, safe='')}?{there}#r-{quote(rule_id, safe='')}")


def _office(
    request: Request,
    status: int = 200,
    refused: str = "",
    unsaved: tuple[str, Mapping[str, str]] = ("", {}),
) -> Response:
    round_ = _round(request, request.path_params["kantor"])
    if isinstance(round_, Response):
        return round_
    card = next((card for card in round_.offices if card.site.id == request.path_params["kantor"]), None)
    if card is None:
        return page(request, "tak_ada.html.j2", 404)
    rows = _rows(round_, card)
    told = [row for row in rows if row.promised or any(row.cells.values()) or row.rule_id in (OFFICE, unsaved[0])]
    shown = [*told, *(row for row in rows if row not in told)][: max(_OPEN, len(told))]
    due = deadline(round_, request.app.state.desk.place.config())
    before, after = _beside(_tour(round_), (card.site.area, card.site.id))
    return page(
        request,
        "rakor_kantor.html.j2",
        status,
        r=round_,
        putaran=round_.round_id,
        c=card,
        s=round_.standing(card),
        senyap=_silent(card),
        baris=shown,
        lipat=[row for row in rows if row not in shown],
        belum=unsaved,
        ditolak=refused,
        tersimpan=request.query_params.get("tersimpan", ""),
        pilihan=choices(),
        keadaan=[str(word) for word in words("buku_kerja")["status"]],
        tenggat=due.isoformat() if due is not None else "",
        besar=_large(request),
        sebelum=_to(round_, before, request),
        sesudah=_to(round_, after, request),
        milik=in_address(round_),
    )


def _rows(round_: Round, card: Scorecard) -> list[Row]:
    """The office as a whole, then what is open, then what was typed on anything else."""
    entries = {rule: e for (site, rule), e in of_round(round_.entries, round_.round_id).items() if site == card.site.id}
    promised = {p.rule_id: p.short for p in round_.promises if p.card.site.id == card.site.id}
    gains = {fix.rule_id: fix.gain for fix in fix_list(card, round_.pack)}
    known = {f.rule_id: f for f in shown_findings(card, round_.pack)}
    found = {f.rule_id: f for f in talked_over(tuple(known.values()), round_.rules, gains)}
    rest = [rule for rule in (*promised, *entries) if rule not in found and rule in known]
    rows = []
    for rule_id in dict.fromkeys((OFFICE, *found, *rest)):
        finding = known.get(rule_id)
        word = outcome_word(finding.word) if finding is not None else None
        rows.append(
            Row(
                rule_id,
                finding.title if finding is not None else str(table("meja")["rakor"]["kantor"]),
                word.value if word is not None else "",
                word.label if word is not None else "",
                gain(gains[rule_id]) if rule_id in gains else "",
                promised.get(rule_id, ""),
                entries[rule_id].cells if rule_id in entries else dict.fromkeys(TYPED, ""),
            )
        )
    return rows


def _round(request: Request, site_id: str = "") -> Round | Response:
    """The round asked for with what was agreed, of a large one a province; or the screen that says why there is none.

    ``site_id``: an office whose province it is.
    """
    history = request.app.state.desk.history
    chosen = history.chosen(request.query_params.get("putaran", ""))
    if chosen is None:
        return page(request, "rakor.html.j2", r=None)
    part = part_asked(request, chosen, site_id)
    if part is None and site_id:
        return page(request, "tak_ada.html.j2", 404)
    if part is None:
        return choosing(request, chosen, str(table("meja")["menu"]["/rakor"]))
    try:
        agreed: Round = history.agreed(part)
    except InputError as error:
        return page(request, "rakor.html.j2", 400, r=None, masalah=error.problems)
    return agreed


def _areas(round_: Round) -> tuple[str, ...]:
    """The wilayah in order; "" last for offices without one."""
    return (*round_.areas, *([""] if any(not c.site.area for c in round_.offices) else []))


def _tour(round_: Round) -> list[tuple[str, str]]:
    """The order a meeting goes in: each wilayah ("" for the office), then its offices."""
    return [
        stop
        for area in _areas(round_)
        for stop in ((area, ""), *((area, s.card.site.id) for s in members_of(round_, area)))
    ]


def _beside(
    tour: Sequence[tuple[str, str]], here: tuple[str, str]
) -> tuple[tuple[str, str] | None, tuple[str, str] | None]:
    at = tour.index(here)
    return tour[at - 1] if at else None, tour[at + 1] if at + 1 < len(tour) else None


def _to(round_: Round, stop: tuple[str, str] | None, request: Request) -> tuple[str, str]:
    """(address, name) of a stop; ("", "") for none."""
    if stop is None:
        return ("", "")
    more = f"putaran={quote(round_.round_id, safe='')}{'&layar=besar' if _large(request) else ''}"
    area, site_id = stop
    if not site_id:
        name = area or str(table("meja")["rakor"]["tanpa_wilayah"])
        return f"/rakor/wilayah?wilayah={quote(area, safe='')}&{more}{in_address(round_)}", name
    card = next((card for card in round_.cards if card.site.id == site_id), None)
    return f"/rakor/kantor/{quote(site_id, safe='')}?{more}", card.site.name if card is not None else site_id


def _silent(card: Scorecard) -> bool:
    """Whether the office has published no news for long, as far as that is known."""
    return card.status.readable and card.news.age_days is not None and card.news.age_days > _SILENT


def _large(request: Request) -> bool:
    return request.query_params.get("layar", "") == "besar"


def _saved(result: Merged | None, now: datetime) -> str:
    said = table("meja")["rakor"]
    told = str(said["tersimpan"]).format(pukul=f"{now:%H.%M.%S}")
    if result is not None and result.both:
        told += str(said["keduanya"]).format(kolom=_listed(result.both))
    return told


def _listed(columns: Iterable[str]) -> str:
    return ", ".join(column.replace("_", " ") for column in columns)
