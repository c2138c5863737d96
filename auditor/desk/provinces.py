"""Which province a screen is about, where a round has more offices than one screen can show."""

from __future__ import annotations

from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response

from auditor.desk.pages import page
from auditor.report.figures import Round


def part_asked(request: Request, round_: Round, site_id: str = "") -> Round | None:
    """The round, of a large one the province asked for or that of an office; None where none is named."""
    if not round_.whole_country:
        return round_
    wanted = request.query_params.get("provinsi")
    if site_id:
        wanted = next((card.site.province for card in round_.cards if card.site.id == site_id), None)
    if wanted not in round_.provinces:
        return None
    part: Round = request.app.state.desk.history.part(round_, wanted)
    return part


def choosing(request: Request, round_: Round, title: str) -> Response:
    """The screen on which a province is chosen; it leads back to the address that was asked for."""
    names = sorted(round_.provinces, key=lambda name: (not name, name))
    return page(
        request,
        "provinsi.html.j2",
        judul=title,
        ke=request.url.path,
        r=round_,
        putaran=round_.round_id,
        semua=request.app.state.desk.history.rounds(),
        provinsi=[(name, round_.scope(province=name)) for name in names],
    )


def in_address(round_: Round) -> str:
    """What an address needs to lead to the same province again: "&provinsi=Jawa%20Contoh"; "" for a whole round."""
    return f"&provinsi={quote(round_.provinces[0], safe='')}" if round_.part else ""
