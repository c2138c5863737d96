"""The rows of ``rekap`` and ``temuan``, each value of its own kind; the CSV and the JSON files print the same ones."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Final

from auditor.report.figures import Round, category_score, shown_findings
from auditor.report.wording import clip
from auditor.score import rounded

#: None = not known, or not to be told
Value = str | int | float | Decimal | bool | date | datetime | None

FINDING_COLUMNS: Final = (
    "putaran", "situs_id", "indikator_id", "judul", "kategori", "wajib", "bobot", "hasil", "poin", "nilai", "bukti_url",
    "kutipan", "tanggal_bukti", "terdekat_url", "catatan", "keyakinan", "ditetapkan_oleh",
)  # fmt: skip
_BEFORE: Final = (
    "putaran", "peringkat", "situs_id", "nama", "wilayah", "skor", "skor_min", "skor_maks", "simulasi_kategori",
    "cakupan", "skor_wajib",
)  # fmt: skip
_AFTER: Final = ("berita_terakhir", "berita_30_hari", "status_situs", "halaman_dibuka", "selisih", "koreksi")
UNLISTED: Final = "tidak_lagi_terdaftar"
_TEXT, _ADDRESS = 1000, 2000  # characters of a site's own words, and of an address


def recap_columns(round_: Round) -> tuple[str, ...]:
    """The columns of the recap; one for each category that carries weight."""
    return (*_BEFORE, *round_.categories, *_AFTER)


def recap_rows(round_: Round) -> Iterable[Mapping[str, Value]]:
    """One row an office: ranked offices, the others, the Kanwil's site, those that the list no longer has."""
    for standing in (*round_.standings, *(round_.standing(c) for c in (*round_.kanwil, *round_.unlisted))):
        card, news = standing.card, standing.card.news
        yield {
            "putaran": round_.round_id,
            "peringkat": standing.place,
            "situs_id": clip(card.site.id, _TEXT),
            "nama": clip(card.site.name, _TEXT),
            "wilayah": clip(card.site.area, _TEXT),
            "skor": standing.score,
            "skor_min": rounded(card.low),
            "skor_maks": rounded(card.high),
            "simulasi_kategori": card.band,
            "cakupan": card.coverage,
            "skor_wajib": rounded(card.required_score) if card.required_score is not None else None,
            **{name: category_score(card, name) for name in round_.categories},
            "berita_terakhir": news.latest,
            "berita_30_hari": news.last_30_days,
            "status_situs": card.status.state.value if card.listed else UNLISTED,
            "halaman_dibuka": card.pages_opened,
            "selisih": standing.change,
            "koreksi": standing.corrected,
        }


def finding_rows(round_: Round) -> Iterable[Mapping[str, Value]]:
    """One row a finding; personal data is left out."""
    for card in round_.whole_cards():
        for f in shown_findings(card, round_.pack):
            first = f.evidence[0] if f.evidence else None
            yield {
                "putaran": round_.round_id,
                "situs_id": clip(f.site_id, _TEXT),
                "indikator_id": f.rule_id,
                "judul": clip(f.title, _TEXT),
                "kategori": clip(f.category, _TEXT),
                "wajib": f.required,
                "bobot": f.weight,
                "hasil": f.outcome.value,
                "poin": f.points if f.outcome.counted else None,
                "nilai": f.earned if f.outcome.counted else None,
                "bukti_url": clip(first.url, _ADDRESS) if first else None,
                "kutipan": clip(first.quote, _TEXT) if first else None,
                "tanggal_bukti": first.fetched_at if first else None,
                "terdekat_url": clip(f.nearest.url, _ADDRESS) if f.nearest else None,
                "catatan": clip(f.note, _TEXT),
                "keyakinan": f.confidence.value,
                "ditetapkan_oleh": clip(f.decided_by, _TEXT),
            }
