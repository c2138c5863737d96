"""Every finding of a card in short, for the pages that may follow the card's own: verdict, address, how to mend it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from auditor.model import Scorecard
from auditor.quantities import plain
from auditor.report.findings import Shown, grouped, show
from auditor.report.wording import clip, in_one_line, whole_sentences, words
from auditor.rules.pack import Pack

_MANY = 10


def all_findings(card: Scorecard, pack: Pack) -> list[dict[str, Any]]:
    """What reports/typst/temuan.typ prints: groups of rows, raised red flags first, as on the HTML card.

    Nothing for a site that could not be read.
    """
    told = words("kelompok")
    if not card.status.readable:
        return []  # the card tells the reason and its remedy; the same mark for every indicator tells nothing
    shown = show(card, pack)
    flags = [s for s in shown if s.finding.red_flag]
    groups = [(str(words("kartu")["bendera"]), flags)]
    rest = grouped(tuple(s for s in shown if not s.finding.red_flag))
    groups += [(str(told[name]["judul"]), found) for name, found in rest.items()]
    return [_group(title, found) for title, found in groups if found]


def _group(title: str, found: Sequence[Shown]) -> dict[str, Any]:
    """A group; where one reason holds for a whole site it is told once, as ``sebab``, above a list of names."""
    rows = [_row(s) for s in found]
    said = {(row["alamat"], row["catatan"], row["cara"]) for row in rows}
    alone = rows[0]["catatan"] if len(said) == 1 and len(rows) > _MANY and not rows[0]["alamat"] else ""
    return {
        "judul": f"{title} ({len(found)})",
        "cara": any(_mended(s) for s in found),
        "sebab": "" if any(_mended(s) for s in found) else alone,
        "baris": rows,
    }


def _mended(s: Shown) -> bool:
    return s.group in ("lengkapi", "perbarui") or s.finding.red_flag


def _row(s: Shown) -> dict[str, str]:
    """One finding; the address is the proof's, or what came nearest."""
    address = s.proofs[0].url if s.proofs else f"paling dekat: {s.nearest.url}" if s.nearest is not None else ""
    return {
        "nilai": s.word.value,
        "tanda": s.word.sign,
        "label": s.word.label,
        "judul": s.title,
        "kode": s.id,
        "poin": f"{plain(s.finding.earned)} dari {plain(s.finding.weight)}" if s.finding.counted else "",
        "alamat": address,
        "catatan": whole_sentences(clip(s.note, 400), 120),
        "cara": whole_sentences(in_one_line(" ".join(s.how)), 120) if _mended(s) else "",
    }
