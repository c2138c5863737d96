"""What offices send to the Kanwil's site and which sections are silent, shown as information and honestly."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.model import NewsSummary, OfficeKind, Scorecard
from auditor.report import write_reports
from auditor.report.figures import Round
from auditor.report.senders import senders, silence_by_section, silent_sections
from tests.report_cards import blocked_card, office, ordinary_card, small_pack

PACK = replace(small_pack(), sections={"Bimas Islam": ("masjid",), "PAI": ("guru PAI",), "KUA": ("KUA",)})
SENT = (
    ("kab-contoh-01", "2026-10", 4), ("kab-contoh-01", "2026-11", 2), ("kab-contoh-02", "2026-10", 3),
    ("kab-contoh-03", "2026-12", 0), ("", "2026-11", 2), ("kab-lain", "2026-11", 1),
)  # fmt: skip


def cards(sent: tuple[tuple[str, str, int], ...] = SENT) -> list[Scorecard]:
    kanwil = ordinary_card(30, PACK, luck=0.5, news=NewsSummary(contributions=sent))
    kanwil = replace(kanwil, site=office(30, kind=OfficeKind.KANWIL, name="Kanwil Jawa Contoh"))
    return [*(ordinary_card(n, PACK, luck=0.5) for n in range(3)), kanwil]


def test_the_table_counts_months_and_shares_with_the_silent_and_the_unknown() -> None:
    (table,) = senders(Round("2026-T4", tuple(cards()), PACK))
    assert (table.kanwil, table.months, table.total) == ("Kanwil Jawa Contoh", ("Okt", "Nov", "Des"), 12)
    assert [(row.months, row.total, row.share, row.place) for row in table.rows] == [
        ((4, 2, 0), 6, "50,0 %", 1),
        ((3, 0, 0), 3, "25,0 %", 2),
        ((0, 0, 0), 0, "0,0 %", None),
        ((0, 3, 0), 3, "25,0 %", None),  # nobody's, and an office that is not on the list
    ]
    assert [row.name for row in table.rows][-1] == "Pengirim tidak dikenali"
    assert sum(row.total for row in table.rows) == table.total


def test_without_a_kanwils_site_there_is_no_table() -> None:
    assert senders(Round("2026-T4", tuple(cards()[:3]), PACK)) == ()
    assert senders(Round("2026-T4", tuple(cards(())), PACK)) == ()


def test_a_section_is_silent_only_where_the_news_was_read() -> None:
    read = ordinary_card(0, PACK)  # has items of Bimas Islam and Pendidikan Madrasah
    found = silent_sections(read, PACK)
    assert found is not None and (found.sections, found.since) == (("PAI", "KUA"), None)
    assert silent_sections(blocked_card(1, PACK), PACK) is None
    assert silent_sections(read, small_pack()) is None
    assert silence_by_section(Round("2026-T4", (read, blocked_card(1, PACK)), PACK)) == (
        ("PAI", 1, 1), ("KUA", 1, 1), ("Bimas Islam", 0, 1),
    )  # fmt: skip


@pytest.mark.parametrize(("since", "told"), [(date(2026, 11, 2), date(2026, 11, 2)), (date(2026, 9, 1), None)])
def test_silence_is_told_from_the_day_on_which_the_news_is_known(since: date, told: date | None) -> None:
    card = ordinary_card(0, PACK)
    found = silent_sections(replace(card, news=replace(card.news, since=since)), PACK)
    assert found is not None and found.since == told


def test_recap_card_and_workbook_show_the_same_numbers(tmp_path: Path) -> None:
    write_reports(tmp_path, "2026-T4", cards(), PACK, formats=["html", "xlsx"])
    page = LexborHTMLParser((tmp_path / "rekap.html").read_text(encoding="utf-8")).css_first("#berita")
    lines = [[cell.text(strip=True) for cell in tr.css("th,td")] for tr in page.css("tbody tr")]
    assert lines[0][0] == "Kabupaten Sukamaju" and lines[0][3:] == ["4", "2", "0", "6", "50,0 %"]
    assert lines[3] == ["Pengirim tidak dikenali", "", "", "0", "3", "0", "3", "25,0 %"]
    assert ["PAI", "3 dari 3", ""] in lines
    card = (tmp_path / "kartu-skor" / "kab-contoh-01.html").read_text(encoding="utf-8")
    assert (
        "Berita kantor ini di situs Kanwil pada triwulan ini: 6 (50,0 % dari semua berita di sana, urutan ke-1)" in card
    )
    assert "Seksi tanpa berita pada triwulan ini: PAI, KUA." in card
    rows = CalamineWorkbook.from_path(tmp_path / "rekap.xlsx").get_sheet_by_name("Berita").to_python()
    assert rows[1][-1] == "Di situs Kanwil, triwulan ini"
    assert {row[0]: row[-1] for row in rows[2:5]} == {
        "Kankemenag Kabupaten Sukamaju": 6, "Kankemenag Kabupaten Tirtajaya": 3, "Kankemenag Kabupaten Wanasari": 0,
    }  # fmt: skip
