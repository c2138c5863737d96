"""koreksi.csv as the desk writes it: checked before it is written, the file before it kept."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from auditor.desk.place import CORRECTIONS, Place, register_of
from auditor.desk.tablefile import EACH, keep, rows_of, written
from auditor.inputs.corrections import COLUMNS, read_correction_list
from auditor.report.figures import Round

_ABOUT: Final = ("situs_id", "indikator_id", "hasil")

Rows = Sequence[Mapping[str, str]]


def decisions(place: Place) -> tuple[tuple[str, ...], list[dict[str, str]]]:
    """The columns and rows of koreksi.csv. InputError where some cannot be read."""
    return rows_of(place.corrections, _ABOUT, COLUMNS)


def decide(place: Place, round_: Round, columns: Sequence[str], rows: Rows, now: datetime, each: str = EACH) -> None:
    """Writes the rows. InputError, and nothing written, with what is wrong in them."""
    target, trial = place.folder / CORRECTIONS, place.folder / f"{CORRECTIONS}.coba.csv"
    if rows:
        try:
            written(trial, COLUMNS, rows)
            read_correction_list(trial, register_of(round_), now.date())
        finally:
            trial.unlink(missing_ok=True)
    keep(target, now, each)
    written(target, columns, rows)
