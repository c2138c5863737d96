"""Bagikan: the reports of a round to open and to send, made anew when asked for."""

from __future__ import annotations

import mimetypes
from collections.abc import Collection
from pathlib import Path

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import FileResponse, Response

from auditor.data import table
from auditor.desk.changes import on_to, text
from auditor.desk.pages import page
from auditor.desk.place import card_of
from auditor.desk.provinces import part_asked
from auditor.report.figures import Round
from auditor.report.whatsapp import group_message, office_message
from auditor.report.writing import card_file, obstacle_name, packet_name, part_name

_PART = "provinsi-"
_PACKETS = ("paket-rakor-", "lembar-kendala-")
_OF_PROVINCE = ("rekap", "buku-kartu-skor", "ringkasan-pimpinan")  # what a province has beside its offices' files
_SHOWN = frozenset({".pdf", ".png"})  # a browser shows them itself, without running anything


async def show(request: Request) -> Response:
    """What there is to hand out, and the WhatsApp texts to copy."""
    desk = request.app.state.desk
    names = desk.history.rounds()
    round_ = desk.history.chosen(request.query_params.get("putaran", ""))
    name = round_.round_id if round_ is not None else ""
    config = desk.place.config()
    files = desk.history.files(name) if name else {}
    part = part_asked(request, round_, request.query_params.get("kantor", "")) if round_ is not None else None
    here, listed = part.cards if part is not None else (), _handed_out(files, round_, part)
    kinds = table("meja")["bagikan"]["jenis"]
    groups = [(label, [file for file in listed if _belongs(file, str(pattern))]) for pattern, label in kinds.items()]
    card = card_of(round_, request.query_params.get("kantor", ""))
    message = ""
    if round_ is not None:
        group = part or round_
        message = office_message(card, group, config) if card is not None else ""
        message = message or (group_message(group, config) if group.ranked else "")
    return page(
        request,
        "bagikan.html.j2",
        putaran=name,
        semua=names,
        kelompok=[(label, found) for label, found in groups if found],
        pesan=message,
        penerima=card.site.id if card is not None else "",
        kartu=here,
        bagian=part.provinces[0] if part is not None and part.part else None,
        pilihan=sorted(round_.provinces) if round_ is not None and round_.whole_country else (),
        ada=bool(files),
        wilayah=part.areas if part is not None else (),
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
    if round_id not in desk.history.rounds() or name not in desk.history.files(round_id):
        return page(request, "tak_ada.html.j2", 404)
    path: Path = desk.place.reports(round_id) / name
    if not path.is_file():
        return page(request, "tak_ada.html.j2", 404)
    kind = mimetypes.guess_type(path.name)[0] or "application/octet-stream"
    shown = path.suffix.lower() in _SHOWN
    return FileResponse(
        path, media_type=kind, filename=path.name, content_disposition_type="inline" if shown else "attachment"
    )


def _handed_out(files: Collection[str], round_: Round | None, part: Round | None) -> list[str]:
    """The reports listed: of a large round those of the province chosen, before one is those of the country."""
    if round_ is None or not round_.whole_country:
        return sorted(files)
    if part is None:
        return sorted(file for file in files if "/" not in file and not file.startswith((_PART, *_PACKETS)))
    own = {card_file(card.site.id) for card in part.cards}
    own |= {Path(name(area, round_.areas)).stem for area in part.areas for name in (packet_name, obstacle_name)}
    before = part_name("", part.part)
    return sorted(
        file
        for file in files
        if Path(file).stem in own or (file.startswith(before) and file.removeprefix(before).startswith(_OF_PROVINCE))
    )


def _belongs(file: str, pattern: str) -> bool:
    return Path(file).match(pattern) and file.count("/") == pattern.count("/")
