"""Commands on objections and decisions: template, list."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as o
from auditor.cli.results import stored
from auditor.cli.screen import say
from auditor.cli.usage import Command, Group
from auditor.data import table
from auditor.inputs.corrections import COLUMNS
from auditor.inputs.sites import read_site_list
from auditor.problems import InputError, Problem
from auditor.report.objected import all_objected
from auditor.report.writing import write_bytes
from auditor.report.xlsxcorrections import corrections_template
from auditor.rules.loader import load

_WORDS = table("perintah")["koreksi"]
_KINDS = (".xlsx", ".csv")
app = typer.Typer(
    cls=Group, no_args_is_help=True, rich_markup_mode=None, help=table("perintah")["perintah"]["corrections"]["kata"]
)


@app.command("template", cls=Command, help=_WORDS["templat"])
def template(
    file: Annotated[Path, typer.Argument(metavar="BERKAS", help=_WORDS["berkas"])] = Path("koreksi.xlsx"),
    sites: o.SitesFile = Path("sites.csv"),
    rules: o.Rules = None,
) -> None:
    if file.suffix.lower() not in (".xlsx", ".csv"):
        raise InputError(
            [Problem("corrections", _WORDS["jenis"], found=file.name, allowed="koreksi.xlsx, koreksi.csv")]
        )
    if file.exists():
        raise InputError([Problem("corrections", _WORDS["sudah_ada"].format(berkas=file), found=file.name)])
    if file.suffix.lower() == ".csv":
        write_bytes(file, b"\xef\xbb\xbf" + (",".join(COLUMNS) + "\r\n").encode())
    else:
        write_bytes(file, corrections_template(read_site_list(sites).sites, load(rules)))
    say(_WORDS["tertulis"].format(berkas=file.resolve()))


@app.command("list", cls=Command, help=_WORDS["daftar"])
def list_corrections(round_id: o.Round = "", out: o.Out = Path("hasil")) -> None:
    name = o.round_name(round_id)
    rows = all_objected(stored(out, name))
    for row in rows:
        say(
            f"{row.card.site.name}: {row.title}. {_WORDS['baris'].format(hasil=row.asked.lower(), keadaan=row.outcome)}"
        )
    if not rows:
        say(_WORDS["kosong"].format(putaran=name))
