"""Daftar situs: the list of offices looked at, uploaded, mended in place, and put to use."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request
from starlette.responses import Response

from auditor.data import table
from auditor.desk.changes import on_to, text
from auditor.desk.errand import heard
from auditor.desk.pages import page
from auditor.desk.sitelist import (
    DRAFT,
    NARROW,
    ROWS,
    SHOWN,
    Line,
    Table,
    provinces,
    starting_rows,
    table_of,
    taken_in,
    view_of,
    with_row,
    without_row,
)
from auditor.desk.tablefile import keep, written
from auditor.inputs.sites import COLUMNS
from auditor.problems import InputError, Problem

_PATIENCE = 45.0  # seconds an address has to answer, the command's start included


async def show(request: Request) -> Response:
    """The list in use, or the draft that waits to be used."""
    return _shown(request)


async def upload(request: Request, form: FormData) -> Response:
    """Takes a file in as the draft."""
    file = form.get("berkas")
    if not isinstance(file, UploadFile) or not file.filename:
        return on_to("/daftar")
    try:
        taken_in(_draft(request), Path(file.filename).name, await file.read(), _indicators(request))
    except InputError as error:
        return _shown(request, error.problems)
    return on_to("/daftar")


async def begin(request: Request, form: FormData) -> Response:
    """Makes a draft of a province's offices by name."""
    rows = starting_rows(text(form, "provinsi"))
    if rows:
        written(_draft(request), COLUMNS, rows)
    return on_to("/daftar")


async def use(request: Request, form: FormData) -> Response:
    """Puts the draft to use, if it has no fault; the list before is kept."""
    draft, sites = _draft(request), request.app.state.desk.place.sites
    if draft.is_file() and table_of(draft, _indicators(request)).sound:
        keep(sites, datetime.now())  # noqa: DTZ005 - the name of a copy, in the officer's own time
        draft.replace(sites)
    return on_to("/daftar")


async def drop(request: Request, form: FormData) -> Response:
    """Puts the draft aside."""
    draft = _draft(request)
    keep(draft, datetime.now())  # noqa: DTZ005
    draft.unlink(missing_ok=True)
    return on_to("/daftar")


async def edit(request: Request) -> Response:
    """One row to fill in."""
    line = _line(request)
    if line is None and "baris" in request.path_params:
        return on_to("/daftar")
    return _form(request, line or Line(0, dict.fromkeys(COLUMNS, ""), {}))


async def save(request: Request, form: FormData) -> Response:
    """Writes a row as it was typed: faults are shown in it, and never cost what was typed."""
    path, number = _path(request), request.path_params.get("baris")
    there = _table(request, path)
    if not there.whole:
        return _shown(request)
    cells = {column: text(form, column) for column in COLUMNS}
    if any("\n" in cell or "\r" in cell for cell in cells.values()):
        cells = {column: " ".join(cell.split()) for column, cell in cells.items()}
    keep(path, datetime.now())  # noqa: DTZ005
    written(path, there.columns, with_row(there.lines, number, cells))
    after = table_of(path, _indicators(request))
    line = next((line for line in after.lines if line.number == number), None) if number else after.lines[-1]
    if line is not None and line.faults:
        return _form(request, line)
    return on_to("/daftar")


async def attempt(request: Request, form: FormData) -> Response:
    """Asks one address for its home page, as ``auditor check --quick`` does; what was typed stays on the screen."""
    desk = request.app.state.desk
    cells = {column: " ".join(text(form, column).split()) for column in COLUMNS}
    line = Line(request.path_params.get("baris", 0), cells, {})
    said = table("meja")["uji"]
    if not cells["url"]:
        return _form(request, line, said["kosong"])
    if not desk.trying.acquire(blocking=False):
        return _form(request, line, said["sibuk"])
    try:
        command = ["check", "--quick", "--lines", *desk.place.run_options, "--", cells["url"]]
        answer = await run_in_threadpool(heard, command, _PATIENCE)
    finally:
        desk.trying.release()
    return _form(request, line, answer or said["lama"])


async def attempt_all(request: Request, form: FormData) -> Response:
    """Asks every address of the list for its home page, one after the other, at work where runs are."""
    desk = request.app.state.desk
    listed = [site for site in desk.listed.of(desk.place.sites).sites if site.url and site.active]
    if not listed:
        return on_to("/daftar")
    commands = [
        ["check", "--quick", "--lines", "--id", site.id, *desk.place.run_options, "--", site.url] for site in listed
    ]
    title = str(table("meja")["uji"]["judul_kerja"]).format(jumlah=len(listed))
    desk.errand.start(title, commands, {site.id: site.name for site in listed})
    return on_to("/jalankan")


async def remove(request: Request, form: FormData) -> Response:
    """Takes a row out; the list before is kept."""
    path = _path(request)
    there = _table(request, path)
    if there.whole and len(there.lines) > 1:
        keep(path, datetime.now())  # noqa: DTZ005
        written(path, there.columns, without_row(there.lines, request.path_params["baris"]))
    return on_to("/daftar")


def _shown(request: Request, refused: tuple[Problem, ...] = ()) -> Response:
    path = _path(request)
    draft = path.name == DRAFT
    there, table_ = path.is_file(), _table(request, path)
    asked = request.query_params
    wanted, number = " ".join(asked.get("cari", "").split())[:80], asked.get("hal", "")
    shown = view_of(table_.lines, wanted, int(number) if number.isdecimal() and len(number) < 6 else 1)
    faulty = {column for line in shown.lines for column in line.faults}
    return page(
        request,
        "daftar.html.j2",
        400 if refused else 200,
        tabel=table_,
        lihat=shown,
        cari=wanted,
        banyak=len(table_.lines) > ROWS,
        salah=sum(bool(line.faults) for line in table_.lines),
        sempit=[column for column in SHOWN if column not in NARROW and column not in faulty],
        ada=there,
        draf=draft,
        ditolak=refused,
        kolom=SHOWN,
        provinsi=provinces(),
        berkas=request.app.state.desk.place.sites.name,
    )


def _form(request: Request, line: Line, answer: str = "") -> Response:
    return page(request, "baris.html.j2", baris=line, kolom=COLUMNS, uji=answer)


def _line(request: Request) -> Line | None:
    number = request.path_params.get("baris")
    path = _path(request)
    return next((line for line in _table(request, path).lines if line.number == number), None)


def _path(request: Request) -> Path:
    """The list that the screen is about: the draft, where there is one."""
    draft = _draft(request)
    return draft if draft.is_file() else Path(request.app.state.desk.place.sites)


def _draft(request: Request) -> Path:
    return Path(request.app.state.desk.place.folder) / DRAFT


def _table(request: Request, path: Path) -> Table:
    found: Table = request.app.state.desk.tables.of(path) if path.is_file() else Table(())
    return found


def _indicators(request: Request) -> list[str]:
    return [rule.id for rule in request.app.state.desk.pack.rules]
