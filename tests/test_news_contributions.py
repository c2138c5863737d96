"""Sections, contributions to the Kanwil's site, and the figures of a scorecard."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest

from auditor.model import OfficeKind, Site
from auditor.newsfigures import contributions, months_of, quarter_of, summarise
from auditor.observations import DateFound, DateSource, News, NewsItem
from auditor.read.news.sections import Sections, office_of

TODAY = date(2026, 11, 22)
VOCABULARY = tomllib.loads((Path(__file__).parents[1] / "rules" / "kip" / "_seksi.toml").read_text(encoding="utf-8"))[
    "seksi"
]
SECTIONS = Sections(VOCABULARY)


def office(kind: OfficeKind, name: str, code: str) -> Site:
    return Site(
        f"{kind.value}-{name.lower()}",
        f"Kankemenag {kind.value.title()} {name}",
        kind,
        "",
        "Jawa Tengah",
        region_code=code,
    )


OFFICES = (
    office(OfficeKind.KABUPATEN, "Purbalingga", "3303"),
    office(OfficeKind.KABUPATEN, "Banyumas", "3302"),
    office(OfficeKind.KABUPATEN, "Magelang", "3308"),
    office(OfficeKind.KOTA, "Magelang", "3371"),
    office(OfficeKind.KABUPATEN, "Semarang", "3322"),
    office(OfficeKind.KOTA, "Semarang", "3374"),
)


@pytest.mark.parametrize(
    ("title", "section"),
    [
        ("Kepala MTsN 1 Terima Piala Olimpiade Madrasah", "Pendidikan Madrasah"),
        ("Ribuan Santri Ikuti Kirab Hari Santri", "PD Pontren"),
        ("KKG PAI Gelar Lokakarya bagi Guru PAI", "PAI"),
        ("Penyuluh Agama Islam Bina Majelis Taklim", "Bimas Islam"),
        ("KUA Kalimanah Layani Akad Nikah di Hari Libur", "KUA"),
        ("Penyerahan Sertifikat Wakaf kepada Nazir", "Zakat dan Wakaf"),
        ("Manasik bagi Calon Haji Lansia", "Haji dan Umrah (masa peralihan)"),
        ("Penyelenggara Kristen Kunjungi Gereja Menjelang Natal", "Bimas Kristen"),
        ("Umat Katolik Paroki Santo Agustinus Rayakan Syukur", "Bimas Katolik"),
        ("Umat Hindu Siapkan Hari Raya Nyepi di Pura", "Bimas Hindu"),
        ("Bimas Buddha Hadiri Kathina di Vihara", "Bimas Buddha"),
        ("MATAKIN Sambut Imlek di Kelenteng", "Khonghucu"),
        ("Kasubbag TU Pimpin Apel Pagi", "Sekretariat/TU"),
        ("Kunjungan Tamu Istimewa", ""),
    ],
)
def test_items_are_assigned_to_the_section_they_report_on(title: str, section: str) -> None:
    assert SECTIONS.of(title) == section


def test_the_sites_own_category_goes_before_the_headline() -> None:
    assert SECTIONS.of("Santri Ikuti Sosialisasi Zakat", categories=("Bimas Islam",)) == "Bimas Islam"


@pytest.mark.parametrize(
    ("excerpt", "expected"),
    [
        ("Purbalingga - Kepala kantor membuka acara.", "kabupaten-purbalingga"),
        ("Purbalingga (Humas) – Kepala kantor membuka acara.", "kabupaten-purbalingga"),
        ("PURBALINGGA, Humas - Kepala kantor membuka acara.", "kabupaten-purbalingga"),
        ("Kemenag Purbalingga – Kepala kantor membuka acara.", "kabupaten-purbalingga"),
        ("Purwokerto — Kepala kantor membuka acara.", "kabupaten-banyumas"),
        ("Kota Magelang (Humas) - Kepala kantor membuka acara.", "kota-magelang"),
        ("Kab. Magelang - Kepala kantor membuka acara.", "kabupaten-magelang"),
        ("Mungkid - Kepala kantor membuka acara.", "kabupaten-magelang"),
        ("Magelang - dua kantor bernama sama, jadi tidak pasti.", ""),
        ("Semarang (Humas) - kegiatan Kanwil sendiri.", ""),
        ("Ungaran - Kepala kantor membuka acara.", "kabupaten-semarang"),
        ("Kepala kantor membuka acara di aula. (pbg/hms)", "kabupaten-purbalingga"),
        ("Solok - bukan kantor di provinsi ini.", ""),
        ("Acara di Purbalingga berlangsung meriah.", ""),
    ],
)
def test_items_of_the_kanwil_are_attributed_by_dateline_or_code(excerpt: str, expected: str) -> None:
    assert office_of("Kegiatan Hari Ini", excerpt, (), OFFICES) == expected


def test_categories_and_headlines_attribute_what_has_no_dateline() -> None:
    assert office_of("Kegiatan", "", ("Kankemenag Purbalingga",), OFFICES) == "kabupaten-purbalingga"
    assert office_of("Kankemenag Banyumas Gelar Rakor", "", (), OFFICES) == "kabupaten-banyumas"
    assert office_of("Kankemenag Banyumas dan Kankemenag Purbalingga Gelar Rakor", "", (), OFFICES) == ""


def item(day: date, sender: str = "", section: str = "", confidence: float = 1.0) -> NewsItem:
    return NewsItem(
        f"Berita {day} {sender}",
        "https://x",
        DateFound(day, DateSource.API, confidence=confidence),
        section,
        sender,
    )


def news(*items: NewsItem, since: date | None = date.min) -> News:
    return News(items, established=bool(items), looked=True, sources=(DateSource.API,), since=since)


def test_quarters_are_named_as_rounds_are() -> None:
    assert quarter_of(TODAY) == "2026-T4" and quarter_of(date(2026, 3, 31)) == "2026-T1"
    assert months_of("2026-T4") == ("2026-10", "2026-11", "2026-12")
    with pytest.raises(ValueError):
        months_of("2026-4")


def test_the_table_shows_months_shares_ranks_and_the_unattributed_rest() -> None:
    found = news(
        *(item(date(2026, 10, i + 1), "kabupaten-purbalingga") for i in range(4)),
        *(item(date(2026, 11, i + 1), "kabupaten-banyumas") for i in range(4)),
        item(date(2026, 11, 3), "kota-magelang"),
        item(date(2026, 11, 4)),
        item(date(2026, 9, 30), "kota-magelang"),  # the quarter before
    )
    table = contributions(found, OFFICES, "2026-T4")
    assert table.total == 10
    rows = {row.office: row for row in table.rows}
    assert rows["kabupaten-purbalingga"].months == (4, 0, 0) and rows["kabupaten-purbalingga"].share == 0.4
    assert rows["kabupaten-purbalingga"].rank == rows["kabupaten-banyumas"].rank == 1
    assert rows["kota-magelang"].rank == 3 and rows["kota-magelang"].total == 1
    assert rows["kota-semarang"].total == 0  # silence is shown
    assert table.rows[-1].office == "" and table.rows[-1].total == 1
    assert sum(row.total for row in table.rows) == table.total


def test_a_quarter_without_items_divides_by_nothing() -> None:
    assert all(row.share == 0.0 for row in contributions(news(), OFFICES, "2026-T4").rows)


def test_the_summary_counts_weeks_oldest_first() -> None:
    found = news(
        *(item(TODAY - timedelta(days=7 * i), section="KUA") for i in range(4)), item(TODAY - timedelta(days=300))
    )
    summary = summarise(found, TODAY)
    assert summary.latest == TODAY and summary.age_days == 0 and summary.last_30_days == 4
    assert summary.weekly == (0,) * 22 + (1,) * 4
    assert summary.sections == (("KUA", 4),)
    assert summary.sources == ("api",) and summary.contributions == ()


def test_the_summary_of_a_kanwil_carries_its_contributions() -> None:
    summary = summarise(news(item(TODAY, "kota-magelang"), item(TODAY)), TODAY, OFFICES)
    assert ("kota-magelang", "2026-11", 1) in summary.contributions
    assert ("", "2026-11", 1) in summary.contributions


def test_news_that_was_not_established_has_no_figures() -> None:
    summary = summarise(replace(news(item(TODAY)), established=False), TODAY)
    assert (summary.latest, summary.age_days, summary.last_30_days, summary.weekly) == (None, None, None, ())


def test_a_guessed_date_does_not_enter_the_figures() -> None:
    found = news(item(TODAY, confidence=0.3), item(TODAY - timedelta(days=50)))
    assert summarise(found, TODAY).age_days == 50


def test_where_nobody_can_tell_what_is_missing_the_weeks_before_the_oldest_item_are_unknown() -> None:
    first, last = date(2026, 11, 2), date(2026, 11, 20)
    items = (item(first), item(last))
    assert summarise(news(*items, since=None), date(2026, 11, 22)).since == first
    assert summarise(news(*items, since=date.min), date(2026, 11, 22)).since is None
