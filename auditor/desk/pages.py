"""The screens' frame: templates of ``reports/meja`` with the wording and the look of the reports."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from auditor.data import table
from auditor.report.templates import environment as report_environment
from auditor.resources import reports_folder

_FILES = {
    "/gaya.css": ("text/css", (("html", "gaya.css"), ("meja", "meja.css"))),
    "/meja.js": ("text/javascript", (("meja", "meja.js"),)),
}


@cache
def _environment() -> Environment:
    made = Environment(
        loader=FileSystemLoader(reports_folder() / "meja", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(report_environment().globals)
    return made


def page(request: Request, template: str, status: int = 200, **values: Any) -> HTMLResponse:
    """A screen. Every one knows its own address, the token of its forms, and whether a command is at work."""
    desk = request.app.state.desk
    text = (
        _environment()
        .get_template(template)
        .render(
            kata=table("meja"),
            tanda=desk.keys.form,
            di=request.url.path,
            berjalan=desk.errand.running,
            rak=desk.shelf,
            **values,
        )
    )
    return HTMLResponse(text, status)


@cache
def _text(parts: tuple[tuple[str, str], ...]) -> str:
    return "\n".join((reports_folder() / folder / name).read_text(encoding="utf-8") for folder, name in parts)


async def look(request: Request) -> Response:
    """The style sheet and the script of the screens."""
    kind, parts = _FILES[request.url.path]
    return Response(_text(parts), media_type=kind, headers={"Cache-Control": "private, max-age=600"})


LOOKS = tuple(_FILES)
