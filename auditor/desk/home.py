"""Beranda: this round, what is done, the one next step; whether the machine is ready; earlier rounds."""

from __future__ import annotations

from starlette.datastructures import FormData
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from auditor.desk.pages import page
from auditor.desk.place import next_step, standing_of
from auditor.quarters import this_quarter
from auditor.report.charts import over_the_years
from auditor.report.wording import round_name, words


async def home(request: Request) -> Response:
    """The first screen."""
    desk = request.app.state.desk
    listed = desk.listed.of(desk.place.sites)
    current = this_quarter()
    now = standing_of(desk.place, desk.history, listed, current)
    years = desk.history.years()
    return page(
        request,
        "beranda.html.j2",
        kini=now,
        langkah=next_step(now, desk.errand.running),
        dulu=[line for line in desk.history.summaries() if line.id != current],
        garis=over_the_years(years, years.whole(str(words("riwayat")["semua"]))) if years is not None else "",
        putaran_kini=round_name(current),
        lampu=desk.lights,
    )


async def close(request: Request, form: FormData) -> Response:
    """The end of the desk, said before it ends."""
    answer = page(request, "tutup.html.j2")
    request.app.state.desk.close()
    return answer


async def missing(request: Request, error: Exception) -> Response:
    """What stands at an address that the desk does not have."""
    return page(request, "tak_ada.html.j2", 404)


async def unread(request: Request, error: Exception) -> Response:
    """What stands where the history cannot be read now: why, in the words of the store."""
    return PlainTextResponse(str(error), 503)
