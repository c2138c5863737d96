"""``rekap.csv`` and ``temuan.csv``: columns that other programs rely on. Decimal points, ISO dates."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from decimal import Decimal
from pathlib import Path

from auditor.report.figures import Round, category_score, shown_findings
from auditor.report.wording import clip
from auditor.report.writing import write_bytes
from auditor.score import rounded

FINDING_COLUMNS = (
    "putaran", "situs_id", "indikator_id", "judul", "kategori", "wajib", "bobot", "hasil", "poin", "nilai", "bukti_url",
    "kutipan", "tanggal_bukti", "terdekat_url", "catatan", "keyakinan", "ditetapkan_oleh",
)  # fmt: skip
_BEFORE = (
    "putaran", "peringkat", "situs_id", "nama", "wilayah", "skor", "skor_min", "skor_maks", "simulasi_kategori",
    "cakupan", "skor_wajib",
)  # fmt: skip
_AFTER = ("berita_terakhir", "berita_30_hari", "status_situs", "halaman_dibuka", "selisih", "koreksi")
_UNLISTED = "tidak_lagi_terdaftar"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def defused(text: str) -> str:
    """The text so that a spreadsheet shows it and never runs it: an apostrophe before =, +, -, @, tab and CR."""
    return "'" + text if text.startswith(_FORMULA) else text


def cell(text: str, limit: int = 1000) -> str:
    """A site's words as one line of a cell."""
    return defused(text) if text.startswith(("\t", "\r")) else defused(clip(text, limit))


def recap_rows(round_: Round) -> Iterable[tuple[str, ...]]:
    """The rows of ``rekap.csv`` without the heading: ranked offices, the others, the Kanwil's site, the unlisted."""
    for standing in (*round_.standings, *(round_.standing(c) for c in (*round_.kanwil, *round_.unlisted))):
        card = standing.card
        news = card.news
        yield (
            round_.round_id,
            str(standing.place or ""),
            cell(card.site.id),
            cell(card.site.name),
            cell(card.site.area),
            _decimal(standing.score),
            _decimal(rounded(card.low)),
            _decimal(rounded(card.high)),
            cell(card.band or ""),
            exact(card.coverage),
            _decimal(rounded(card.required_score) if card.required_score is not None else None),
            *(_decimal(category_score(card, name)) for name in round_.categories),
            news.latest.isoformat() if news.latest else "",
            str(news.last_30_days) if news.last_30_days is not None else "",
            card.status.state.value if card.listed else _UNLISTED,
            str(card.pages_opened),
            str(standing.change) if standing.change is not None else "",
            str(standing.corrected),
        )


def finding_rows(round_: Round) -> Iterable[tuple[str, ...]]:
    """The rows of ``temuan.csv`` without the heading; personal data is left out."""
    for card in (*round_.cards, *round_.unlisted):
        for f in shown_findings(card, round_.pack):
            first = f.evidence[0] if f.evidence else None
            yield (
                round_.round_id,
                cell(f.site_id),
                f.rule_id,
                cell(f.title),
                cell(f.category),
                "ya" if f.required else "tidak",
                exact(f.weight),
                f.outcome.value,
                exact(f.points) if f.outcome.counted else "",
                exact(f.earned) if f.outcome.counted else "",
                cell(first.url, 2000) if first else "",
                cell(first.quote) if first else "",
                first.fetched_at.isoformat(timespec="seconds") if first and first.fetched_at else "",
                cell(f.nearest.url, 2000) if f.nearest else "",
                cell(f.note),
                f.confidence.value,
                cell(f.decided_by),
            )


def write_csv(folder: Path, round_: Round) -> list[Path]:
    """The written ``rekap.csv`` and ``temuan.csv``: UTF-8 with BOM, comma, CRLF."""
    heading = (*_BEFORE, *round_.categories, *_AFTER)
    return [
        _write(folder / "rekap.csv", heading, recap_rows(round_)),
        _write(folder / "temuan.csv", FINDING_COLUMNS, finding_rows(round_)),
    ]


def _write(path: Path, heading: Sequence[str], rows: Iterable[Sequence[str]]) -> Path:
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heading)
    writer.writerows(rows)
    return write_bytes(path, b"\xef\xbb\xbf" + text.getvalue().encode("utf-8", "replace"))


def _decimal(value: Decimal | None) -> str:
    return "" if value is None else str(value)


def exact(value: float) -> str:
    """A weight, share or points without binary dust: at most four decimals."""
    return f"{value:.4f}".rstrip("0").rstrip(".") or "0"
