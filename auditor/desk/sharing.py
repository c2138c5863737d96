"""Bagikan: the reports of a round to open and to send, made anew when asked for."""

from __future__ import annotations

import mimetypes
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from auditor.data import table
from auditor.desk.changes import on_to, text
from auditor.desk.pages import page
from auditor.desk.place import card_of
from auditor.report.manifest import read_manifest
from auditor.report.whatsapp import group_message, office_message

_SHOWN = frozenset({".pdf", ".png"})  # a browser shows them itself, without running anything


async def show(request: Request) -> Response:
    """What there is to hand out, and the WhatsApp texts to copy."""
    desk = request.app.state.desk
    names = desk.history.rounds()
    round_ = desk.history.chosen(request.query_params.get("putaran", ""))
    name = round_.round_id if round_ is not None else ""
    config = desk.place.config()
    files = read_manifest(desk.place.reports(name)).files if name else {}
    kinds = table("meja")["bagikan"]["jenis"]
    groups = [
        (label, [file for file in sorted(files) if _belongs(file, str(pattern))]) for pattern, label in kinds.items()
    ]
    card = card_of(round_, request.query_params.get("kantor", ""))
    message = ""
    if round_ is not None:
        message = office_message(card, round_, config) if card is not None else ""
        message = message or (group_message(round_, config) if round_.ranked else "")
    return page(
        request,
        "bagikan.html.j2",
        putaran=name,
        semua=names,
        kelompok=[(label, found) for label, found in groups if found],
        pesan=message,
        penerima=card.site.id if card is not None else "",
        kartu=round_.cards if round_ is not None else (),
        ada=bool(files),
        wilayah=round_.areas if round_ is not None else (),
        folder=desk.place.reports(name).resolve() if name else "",
    )


async def compose(request: Request, form: FormData) -> Response:
    """Makes the reports anew, or the packet of one wilayah: ``auditor report``."""
    desk = request.app.state.desk
    round_ = desk.history.round(text(form, "putaran"))
    if round_ is None:
        return on_to("/bagikan")
    said, area = table("meja")["bagikan"], text(form, "wilayah")
    command = ["report", "--round", round_.round_id, "--out", str(desk.place.out)]
    if area in round_.areas:
        command += ["--area", area]
    elif text(form, "salindia"):
        command += ["--slides"]
    desk.errand.start(str(said["judul_paket" if area else "judul_kerja"]), [command], {})
    return on_to("/jalankan")


async def file(request: Request) -> Response:
    """One report of a round; only what its list of reports names."""
    desk = request.app.state.desk
    round_id, name = request.path_params["putaran"], request.path_params["nama"]
    if round_id not in desk.history.rounds() or name not in read_manifest(desk.place.reports(round_id)).files:
        return page(request, "tak_ada.html.j2", 404)
    path: Path = desk.place.reports(round_id) / name
    if not path.is_file():
        return page(request, "tak_ada.html.j2", 404)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    shown = path.suffix.lower() in _SHOWN
    return FileResponse(
        path, media_type=kind, filename=path.name, content_disposition_type="inline" if shown else "attachment"
    )


def _belongs(file: str, pattern: str) -> bool:
    return Path(file).match(pattern) and file.count("/") == pattern.count("/")
