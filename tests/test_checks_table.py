"""Check kind ``table``: a table with known columns, on a page or inside a file."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model import Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, rule, seen, verdict

COLUMNS = ("Ringkasan Isi Informasi", "Pejabat yang Menguasai", "Bentuk Informasi", "Jangka Waktu")


def dip(**quality: Any) -> Rule:
    columns = [{"name": column, "any": [column.lower()]} for column in COLUMNS]
    return rule(
        "table",
        ["Daftar Informasi Publik", "DIP"],
        exclude=["SOP"],
        quality={"columns": columns, "min_columns": 3, "min_rows": 5, "partial_rows": 3, "cycle": "dip", **quality},
    )


def table(rows: int, columns: tuple[str, ...] = COLUMNS, cell: str = "isi") -> str:
    head = "".join(f"<th>{column}</th>" for column in ("No", *columns))
    body = "".join(f"<tr><td>{n}</td>" + f"<td>{cell} {n}</td>" * len(columns) + "</tr>" for n in range(1, rows + 1))
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"


def on_page(body: str, h1: str = "Daftar Informasi Publik Tahun 2026", **quality: Any) -> Verdict:
    return verdict(dip(**quality), seen({"/dip": f"<main><h1>{h1}</h1><p>{OFFICE}</p>{body}</main>"}))


@pytest.mark.parametrize(
    ("rows", "columns", "outcome"),
    [
        (8, COLUMNS, Outcome.COMPLETE),
        (5, COLUMNS[:3], Outcome.COMPLETE),
        (4, COLUMNS, Outcome.PARTIAL),
        (8, COLUMNS[:2], Outcome.PARTIAL),
        (2, COLUMNS, Outcome.LINK_ONLY),
    ],
)
def test_rows_and_columns_decide(rows: int, columns: tuple[str, ...], outcome: Outcome) -> None:
    assert on_page(table(rows, columns)).outcome is outcome


@pytest.mark.parametrize(
    ("year", "outcome"),
    [(2026, Outcome.COMPLETE), (2025, Outcome.STALE), (2024, Outcome.PARTIAL), (2022, Outcome.LINK_ONLY)],
)
def test_the_year_in_the_heading_is_the_tables(year: int, outcome: Outcome) -> None:
    assert on_page(table(8), f"Daftar Informasi Publik Tahun {year}").outcome is outcome


def test_the_years_of_laws_it_cites_are_not_the_tables() -> None:
    body = f"<p>Disusun menurut Undang-Undang Nomor 14 Tahun 2008 untuk tahun 2026.</p>{table(8)}"
    assert on_page(body, "Daftar Informasi Publik").outcome is Outcome.COMPLETE


def test_a_header_without_rows_is_absent() -> None:
    assert on_page(table(0)).outcome is Outcome.MISSING


def test_a_row_that_says_there_is_nothing_is_absent() -> None:
    head = "".join(f"<th>{column}</th>" for column in COLUMNS)
    body = f'<table><tr>{head}</tr><tr><td colspan="4">Belum ada data</td></tr></table>'
    assert on_page(body).outcome is Outcome.MISSING


def test_rows_left_over_from_the_template_are_absent() -> None:
    fatal = [{"name": "baris contoh", "any": ["contoh dokumen"]}]
    assert on_page(table(8, cell="contoh dokumen"), fatal=fatal).outcome is Outcome.MISSING


@pytest.mark.parametrize(("rows", "outcome"), [(8, Outcome.COMPLETE), (4, Outcome.PARTIAL)])
def test_a_sheet_is_counted_like_a_table(rows: int, outcome: Outcome) -> None:
    html = '<main><h2>PPID</h2><ul><li><a href="/dip.xlsx">DIP 2026</a></li></ul></main>'
    cells = [["No", *COLUMNS], *([str(n), *["isi"] * 4] for n in range(rows))]
    file = {"kind": "xlsx", "text": f"Daftar Informasi Publik 2026 {OFFICE}", "rows": cells}
    assert verdict(dip(), seen(html, {"/dip.xlsx": file})).outcome is outcome


def test_a_long_pdf_with_the_columns_is_taken_to_have_the_rows() -> None:
    html = '<main><h2>PPID</h2><ul><li><a href="/dip.pdf">DIP 2026</a></li></ul></main>'
    text = f"Daftar Informasi Publik Tahun 2026 {OFFICE} " + " | ".join(COLUMNS)
    assert verdict(dip(), seen(html, {"/dip.pdf": {"text": text, "pages": 12}})).outcome is Outcome.COMPLETE


def test_a_scan_of_it_cannot_be_counted_and_is_not_held_against_it() -> None:
    html = '<main><h2>PPID</h2><ul><li><a href="/dip.pdf">DIP 2026</a></li></ul></main>'
    assert verdict(dip(), seen(html, {"/dip.pdf": {"scanned": True}})).outcome is Outcome.COMPLETE


def test_a_layout_table_is_no_table() -> None:
    layout = f"<table><tr><td><h2>Daftar Informasi Publik</h2><p>{OFFICE}</p></td><td><p>samping</p></td></tr></table>"
    assert not verdict(dip(), seen({"/dip": f"<main>{layout}</main>"})).outcome.present


@pytest.mark.parametrize("label", ["DIPA 2026", "Pengaduan diproses", "SOP Daftar Informasi Publik"])
def test_names_that_hold_the_letters_are_not_the_name(label: str) -> None:
    html = f'<main><ul><li><a href="/x.pdf">{label}</a></li></ul></main>'
    assert verdict(dip(), seen(html, {"/x.pdf": f"Isi lain {OFFICE}"})).outcome is Outcome.MISSING


def test_a_table_that_was_blocked_is_not_called_absent() -> None:
    html = '<nav><a href="/dip">Daftar Informasi Publik</a></nav><main><p>Selamat datang</p></main>'
    assert verdict(dip(), seen(html, blocked=["/dip"])).outcome is Outcome.UNCHECKED


def test_short_tables_with_the_same_columns_are_one() -> None:
    parts = "".join(f"<h2>Kelompok {n}</h2>{table(2)}" for n in range(3))
    assert on_page(parts).outcome is Outcome.COMPLETE


def test_three_rows_under_one_known_column_are_some_of_it() -> None:
    assert on_page(table(3, COLUMNS[:1]), min_columns=4).outcome is Outcome.PARTIAL
    assert not on_page(table(2, COLUMNS[:1]), min_columns=4).outcome.present


def test_cards_with_labelled_fields_are_a_table() -> None:
    field = "<div><small>{0}:</small><p>{1}</p></div>"
    fields = field.format("Pejabat yang Menguasai", "Subbag TU") + field.format("Bentuk Informasi", "PDF")
    fields += field.format("Jangka Waktu", "lima tahun")
    cards = "".join(f"<div class='kartu'><h3>Ringkasan kegiatan {n}</h3>{fields}</div>" for n in range(6))
    assert on_page(f"<div>{cards}</div>").outcome is Outcome.COMPLETE


def test_the_year_of_a_law_in_a_column_is_not_the_tables() -> None:
    row = "<tr><td>1</td><td>Data pegawai</td><td>UU 14/2008 Pasal 17 huruf h</td><td>PDF</td><td>lima tahun</td></tr>"
    head = "".join(f"<th>{column}</th>" for column in ("No", *COLUMNS))
    found = on_page(f"<table><tr>{head}</tr>{row * 6}</table>", "Daftar Informasi Publik")
    assert "2008" not in found.note
