"""Jalankan: choose what to audit, start, watch, stop and go on. It is ``auditor run`` that works."""

from __future__ import annotations

from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from auditor.data import table
from auditor.desk.changes import on_to, text
from auditor.desk.errand import Progress
from auditor.desk.pages import page
from auditor.desk.place import standing_of
from auditor.quarters import this_quarter
from auditor.report.newsplots import short_name

_ENOUGH = 3  # finished offices from which on the time left can be told


async def show(request: Request) -> Response:
    """What can be started, and what is at work."""
    desk = request.app.state.desk
    listed = desk.listed.of(desk.place.sites)
    now = standing_of(desk.place, desk.history, listed, this_quarter())
    return page(
        request,
        "jalankan.html.j2",
        kini=now,
        kerja=desk.errand.progress,
        sisa=time_left(desk.errand.progress, datetime.now(UTC)),
        provinsi=sorted({site.province for site in listed.sites if site.province}),
        wilayah=sorted({site.area for site in listed.sites if site.area}),
    )


async def state(request: Request) -> Response:
    """The progress as JSON, for the screen to follow."""
    progress = request.app.state.desk.errand.progress
    if progress is None:
        return JSONResponse({"berjalan": False, "baris": [], "catatan": []})
    told: dict[str, Any] = {
        "berjalan": progress.running,
        "selesai": progress.done,
        "sisa": time_left(progress, datetime.now(UTC)),
        "baris": [asdict(row) for row in progress.rows],
        "catatan": progress.notes[-6:],
    }
    return JSONResponse(told)


async def start(request: Request, form: FormData) -> Response:
    """Starts ``auditor run`` on the offices chosen."""
    desk = request.app.state.desk
    listed = desk.listed.of(desk.place.sites)
    province, area = text(form, "provinsi"), text(form, "wilayah")
    chosen = [s for s in listed.sites if province in ("", s.province) and area in ("", s.area)]
    if not chosen:
        return on_to("/daftar")
    arguments = ["run", str(desk.place.sites), "--round", this_quarter(), "--out", str(desk.place.out), "--lines"]
    arguments += [*desk.place.run_options, *desk.place.correcting]
    arguments += [*(["--province", province] if province else []), *(["--area", area] if area else [])]
    title = str(table("meja")["jalankan"]["judul_kerja"]).format(jumlah=len(chosen))
    desk.errand.start(title, [arguments], {site.id: short_name(site) for site in chosen})
    return on_to("/jalankan")


async def stop(request: Request, form: FormData) -> Response:
    """Ends what is at work; what was finished stays."""
    request.app.state.desk.errand.stop()
    return on_to("/jalankan")


def time_left(progress: Progress | None, now: datetime) -> str:
    """About how long the rest will take, in words; "" where it cannot be told."""
    if progress is None or not progress.running or not _ENOUGH <= progress.done < len(progress.rows):
        return ""
    words = table("meja")["jalankan"]
    seconds = (now - progress.started_at).total_seconds() / progress.done * (len(progress.rows) - progress.done)
    minutes = round(seconds / 60)
    return str(words["sisa"]).format(menit=minutes) if minutes else str(words["hampir"])
