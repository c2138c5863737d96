"""The command that takes in what was written at the rakor."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as o
from auditor.cli.results import last_round, note, stored
from auditor.cli.screen import say
from auditor.data import table
from auditor.inputs.followup import FILE_NAME
from auditor.report.takenin import take_in
from auditor.rules.loader import load
from auditor.store import DATABASE

_WORDS = table("perintah")["tindak_lanjut"]


def followup(
    workbook: Annotated[Path, typer.Argument(metavar="BERKAS", help=_WORDS["berkas"])],
    into: Annotated[Path, typer.Option("--into", metavar="BERKAS", help=_WORDS["ke"])] = Path(FILE_NAME),
    round_id: o.Round = "",
    out: o.Out = Path("hasil"),
    rules: o.Rules = None,
) -> None:
    folder = workbook.absolute().parent
    if not round_id and (folder.parent / DATABASE).is_file():  # a round's own folder
        round_id, out = folder.name, folder.parent
    name = o.round_name(round_id or last_round(out))
    register = o.register(load(rules), [card.site for card in stored(out, name)])
    taken = take_in(workbook, into, register, name)
    for row in taken.both:
        note(_WORDS["berbeda"].format(baris=row))
    for row in taken.unknown:
        note(_WORDS["asing"].format(baris=row))
    say(_WORDS["selesai" if taken.rows else "tidak_ada"].format(jumlah=taken.rows, berkas=into.resolve(), putaran=name))
