"""Sanggahan and Putusan: rows of koreksi.csv written from the screen of a finding; looking again; scoring anew."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import quote

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import Response

from auditor.data import table
from auditor.days import WIB
from auditor.desk.changes import on_to, text
from auditor.desk.decisions import decide as put
from auditor.desk.decisions import decisions
from auditor.desk.offices import card_asked, finding_page
from auditor.desk.pages import page
from auditor.desk.place import Place
from auditor.inputs.sheet import defused
from auditor.model import CorrectionStatus
from auditor.problems import InputError

_FILED, _DECIDED = ("alasan", "bukti_url", "diajukan_oleh", "tanggal_diajukan"), ("diputuskan_oleh", "tanggal")


async def file(request: Request, form: FormData) -> Response:
    """Writes an objection as filed: it bears on no score until somebody decides."""
    cells = {name: text(form, name) for name in ("hasil", *_FILED)}
    return _written(request, {**cells, "status": CorrectionStatus.FILED.value}, "sanggah")


async def decide(request: Request, form: FormData) -> Response:
    """Writes a decision: on the objection that waits, or of its own accord."""
    cells = {name: text(form, name) for name in ("hasil", "alasan", "bukti_url", "status", "berlaku_sampai", *_DECIDED)}
    return _written(request, cells, "putus")


async def again(request: Request, form: FormData) -> Response:
    """Crawls the office anew within the round: ``auditor run --recheck``."""
    desk, found = request.app.state.desk, card_asked(request)
    if found is None:
        return page(request, "tak_ada.html.j2", 404)
    round_, card = found
    command = ["run", str(desk.place.sites), "--round", round_.round_id, "--out", str(desk.place.out), "--lines"]
    command += [*desk.place.run_options, *desk.place.correcting, "--recheck", card.site.id]
    title = str(table("meja")["sanggah"]["kerja_ulang"]).format(kantor=card.site.name)
    desk.errand.start(title, [command], {card.site.id: card.site.name})
    return on_to("/jalankan")


async def score(request: Request, form: FormData) -> Response:
    """Scores the round anew with what koreksi.csv now says, and makes its reports."""
    desk = request.app.state.desk
    name = text(form, "putaran")
    if name in desk.history.rounds():
        base = ["--round", name, "--out", str(desk.place.out)]
        commands = [["score", *base, *desk.place.correcting], ["report", *base]]
        desk.errand.start(str(table("meja")["sanggah"]["kerja_nilai"]), commands, {})
    return on_to("/jalankan")


def _written(request: Request, cells: Mapping[str, str], which: str) -> Response:
    """Adds the row, or fills in the one that waits; what has a fault is shown again as it was typed."""
    place: Place = request.app.state.desk.place
    found = card_asked(request)
    if found is None:
        return page(request, "tak_ada.html.j2", 404)
    round_, card = found
    rule_id = request.path_params["indikator"]
    now = datetime.now(UTC).astimezone(WIB)
    try:
        columns, rows = decisions(place)
        row = {
            "situs_id": card.site.id,
            "indikator_id": rule_id,
            **{k: defused(" ".join(v.split())) for k, v in cells.items()},
        }
        at = _waiting(rows, card.site.id, rule_id) if which == "putus" else None
        rows = [*rows, row] if at is None else [{**r, **row} if n == at else r for n, r in enumerate(rows)]
        put(place, round_, columns, rows, now)
    except InputError as error:
        return finding_page(request, 400, problems=error.problems, typed=cells, opened=which)
    parts = "/".join(quote(part, safe="") for part in (card.site.id, rule_id))
    return on_to(f"/kantor/{parts}?putaran={quote(round_.round_id, safe='')}&tersimpan=1")


def _waiting(rows: Sequence[Mapping[str, str]], site_id: str, rule_id: str) -> int | None:
    """The number of the row that waits for a decision on a finding; None where there is none."""
    filed = CorrectionStatus.FILED.value
    about = (site_id, rule_id, filed)
    for n, row in enumerate(rows):
        if (row["situs_id"].lower(), row["indikator_id"].lower(), row["status"].lower()) == about:
            return n
    return None
