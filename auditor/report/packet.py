"""The printed packet of one wilayah: agenda, summary, its cards, and a sheet per office to map obstacles."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import Any

from auditor.fixes import fix_list
from auditor.inputs.config import Config
from auditor.inputs.followup import Entry
from auditor.model import Outcome, Scorecard
from auditor.problems import InputError, Problem
from auditor.quantities import duration
from auditor.report.bookdata import (
    alone,
    area_sentence,
    cover_data,
    gap_rows,
    heat_rows,
    members_of,
    ranking_row,
    unranked_row,
)
from auditor.report.carddata import card_data
from auditor.report.figures import Round, Standing, round_of
from auditor.report.findings import Shown, show
from auditor.report.objected import objected
from auditor.report.obstacles import kinds
from auditor.report.pdf import typesetter
from auditor.report.summary import deadline
from auditor.report.wording import clip, day, gain, outcome_word, round_name, state_sentence, words
from auditor.report.writing import obstacle_name, packet_name, write_bytes
from auditor.report.xlsx import write_obstacle_sheet
from auditor.rules.pack import Pack

_ROWS = 30  # open findings per sheet; more would not be talked through in a meeting


def write_area_packet(
    folder: Path,
    area: str,
    round_id: str,
    cards: Sequence[Scorecard],
    pack: Pack,
    previous: Sequence[Scorecard] = (),
    config: Config | None = None,
    entries: Sequence[Entry] = (),
    tell: Callable[[str], None] = lambda _: None,
) -> list[Path]:
    """The written ``paket-rakor-<wilayah>.pdf`` and the workbook in which its offices fill in their obstacles.

    ``cards`` are all cards of the round, for the province's medians; ``tell`` as in ``write_reports``.
    Raises InputError when no office belongs to the wilayah.
    """
    config = config or Config()
    round_ = round_of(round_id, cards, pack, previous, entries=entries)
    if area not in round_.areas:
        known = "; ".join(round_.areas) or "belum ada"
        raise InputError(
            [Problem("--area", "Wilayah ini tidak ada pada daftar situs.", found=clip(area, 80), allowed=known)]
        )
    with typesetter(round_, config) as setter:
        packet = packet_data(round_, area, config)
        for office in packet["kantor"]:
            office["kartu"]["ukuran"] = setter.card(office["kartu"])[1]
        data = setter.pdf("paket.typ", packet)
    printed = write_bytes(folder / packet_name(area, round_.areas), data)
    return [printed, *write_obstacle_sheet(folder / obstacle_name(area, round_.areas), round_, area, config, tell)]


def packet_data(round_: Round, area: str, config: Config) -> dict[str, Any]:
    """What reports/typst/paket.typ prints for one wilayah."""
    members = members_of(round_, area)
    ranked = [s for s in members if s.area_place is not None]
    name = clip(area, 70)
    agenda, minutes = _agenda(len(members))
    return {
        "dokumen": f"Paket rakor {name}, {round_name(round_.round_id)}",
        "sampul": cover_data(round_, config, "Paket Rakor", name),
        "nama": name,
        "putaran": round_name(round_.round_id),
        "lama": duration(minutes),
        "agenda": agenda,
        "bekal": [str(item) for item in words("paket")["bekal"]],
        "tenggat": day(deadline(round_, config), ""),
        "kalimat": area_sentence(round_, area),
        "peringkat": [{**ranking_row(s, round_, s.area_place), "wilayah": ""} for s in ranked],
        "pergerakan": bool(round_.previous),
        "belum": [unranked_row(s) for s in members if s.area_place is None],
        "kategori": list(round_.categories),
        "panas": heat_rows(round_, members, ("Skor tengah wilayah", round_.scope(area=area).categories)),
        "kekurangan": gap_rows(alone(round_, members), 8),
        "kantor": [_office(s, round_, config) for s in members],
        "jenis_kendala": list(kinds()),
        "kendala": _obstacles(round_, area),
        "ttd": clip(config.signer_title, 60) or "Kanwil",
    }


def _obstacles(round_: Round, area: str) -> list[str]:
    """How many offices of the wilayah named each kind of obstacle; [] where none was written."""
    row = next((row for row in round_.obstacles if row.area == area), None)
    return [str(count.offices) if count.offices else "–" for count in row.counts] if row is not None else []


def _agenda(offices: int) -> tuple[list[dict[str, str]], int]:
    rows, total = [], 0
    for item in words("agenda"):
        minutes = int(item.get("menit", 0)) + int(item.get("menit_per_kantor", 0)) * offices
        total += minutes
        rows.append({"acara": str(item["acara"]), "lama": f"{minutes} menit"})
    return rows, total


def _office(standing: Standing, round_: Round, config: Config) -> dict[str, Any]:
    """The card and the rows of the sheet: what keeps the office from being rated, red flags, then what is open."""
    card = standing.card
    gains = {f.rule_id: f.gain for f in fix_list(card, round_.pack)}
    shown = show(card, round_.pack)
    found = [s for s in shown if s.group in ("lengkapi", "perbarui")]
    found.sort(key=lambda s: -gains.get(s.id, 0.0))
    waits = {row.rule_id for row in objected(card) if row.waiting}
    rows = [*_obstacle(card), *(_row(s, "", waits) for s in shown if s.finding.red_flag)]
    rows += [_row(s, gain(gains.get(s.id, 0.0)), waits) for s in found[: _ROWS - len(rows)]]
    left = len(found) - sum(row["poin"] != "" for row in rows)
    return {"kartu": card_data(card, round_, config), "temuan": rows, "lagi": max(left, 0)}


def _obstacle(card: Scorecard) -> list[dict[str, str]]:
    reason, advice = state_sentence(card)
    if not reason:
        return []
    word = outcome_word(Outcome.UNCHECKED)
    told = f"{reason}. {advice}"
    return [{"judul": told, "nilai": word.value, "tanda": word.sign, "label": words("kartu")["belum"], "poin": ""}]


def _row(s: Shown, points: str, waits: Collection[str]) -> dict[str, str]:
    mark = f" ({words('keberatan')['tanda']})" if s.id in waits else ""
    return {"judul": s.title + mark, "nilai": s.word.value, "tanda": s.word.sign, "label": s.word.label, "poin": points}
