"""``kirim/<id>.zip``: all that one office is handed, and nothing of another's. It opens without the network."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

from auditor.inputs.config import Config
from auditor.model import Scorecard
from auditor.report.evidence import LIST, evidence_list
from auditor.report.figures import Round
from auditor.report.summary import deadline
from auditor.report.templates import render
from auditor.report.wording import day, round_name, words
from auditor.report.writing import card_file, current, names_in, write_bytes
from auditor.report.xlsx import follow_up_book

START: Final = "mulai.html"
_PROOFS: Final = "bukti"


def write_parcels(folder: Path, round_: Round, config: Config) -> list[Path]:
    """The written archives, one an office; write them after what they hold."""
    return [
        write_bytes(folder / "kirim" / f"{card_file(card.site.id)}.zip", _parcel(folder, card, round_, config))
        for card in round_.cards
    ]


def _parcel(folder: Path, card: Scorecard, round_: Round, config: Config) -> bytes:
    parts: dict[str, bytes] = {}
    told = []
    for entry in words("kirim")["isi"]:
        found = _part(entry, folder, card, round_, config)
        if found:
            parts |= found
            told.append(entry)
    values = {"c": card, "config": config, "isi": told, "putaran": round_name(round_.round_id)}
    values |= {"tenggat": day(deadline(round_, config), ""), "tanpa_bukti": f"{_PROOFS}/{LIST}" not in parts}
    parts = {START: render("kirim.html.j2", kata=words("kirim"), **values).encode("utf-8", "replace"), **parts}
    return _zipped(parts.items(), card.finished_at)


def _part(entry: Mapping[str, Any], folder: Path, card: Scorecard, round_: Round, config: Config) -> dict[str, bytes]:
    """The files of one entry, by their names in the archive; {} where a round has none of them."""
    if not entry["asal"]:
        return {entry["nama"]: follow_up_book(replace(round_, cards=(card,), unlisted=()), config)}
    source = folder / str(entry["asal"]).format(id=card_file(card.site.id))
    if source.name == LIST:
        return _proofs(source.parent, card, round_)
    made = current(source)
    return {entry["nama"]: made.read_bytes()} if made is not None else {}


def _proofs(kept: Path, card: Scorecard, round_: Round) -> dict[str, bytes]:
    """The kept copies of pages with a list that leads back to the archive's own first page."""
    pages = {name: made for name in sorted(names_in(kept)) if (made := current(kept / name)) and name != LIST}
    if not pages:
        return {}
    first = evidence_list(card, round_.pack, pages, home="kirim").encode("utf-8", "replace")
    return {f"{_PROOFS}/{LIST}": first, **{f"{_PROOFS}/{name}": made.read_bytes() for name, made in pages.items()}}


def _zipped(parts: Iterable[tuple[str, bytes]], when: datetime | None) -> bytes:
    """An archive of these files, all dated by the look at the site: the same round makes the same bytes."""
    at = (when or datetime(2000, 1, 1, tzinfo=UTC)).timetuple()[:6]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            archive.writestr(zipfile.ZipInfo(name, at), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()
