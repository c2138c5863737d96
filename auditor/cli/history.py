"""Commands on all rounds together: rounds."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.table import Table

from auditor.cli import options as o
from auditor.cli.screen import console, plain, say
from auditor.data import table
from auditor.report.wording import short_day
from auditor.store import Store
from auditor.store.summaries import RoundSummary, round_summaries

_OUT = Path("hasil")
_FILE = 240  # columns of a line that goes to a file: a round stays on one line


def rounds(
    out: o.Out = _OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON.")] = False,
) -> None:
    with Store.open(out) as store:
        found = round_summaries(store)
    told = table("laporan")["putaran"]
    if as_json:
        print(json.dumps([asdict(each) for each in found], ensure_ascii=False, indent=1, default=_iso))
        return
    if not found:
        say(told["kosong"])
        return
    shown = Table(box=None, pad_edge=False)
    for n, title in enumerate(told["kolom"]):
        shown.add_column(title, overflow="fold", justify="right" if n in (2, 3) else "left")
    for each in found:
        shown.add_row(*(plain(cell) for cell in _cells(each)))
    (console if console.is_terminal else Console(width=_FILE, highlight=False)).print(shown)


def _cells(each: RoundSummary) -> tuple[str, ...]:
    begun, done = short_day(each.begun, ""), short_day(each.done, "")
    told = table("laporan")["putaran"]
    days = begun if begun == done else str(told["hari"]).format(awal=begun, akhir=done)
    decided = [str(each.corrections)] if each.corrections else []
    decided += [str(told["diajukan"]).format(jumlah=each.objections)] if each.objections else []
    return (
        each.id,
        days or str(told["belum"]),
        f"{each.scored}/{each.offices}",
        str(each.ranked),
        ", ".join(each.profiles),
        ", ".join(each.packs),
        ", ".join(decided) or "–",
    )


def _iso(value: object) -> str:
    return value.isoformat(timespec="seconds") if isinstance(value, datetime) else str(value)
