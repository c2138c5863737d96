"""Notes that people type into the sheet "Tindak Lanjut" outlive every later report; nothing of theirs is replaced."""

from __future__ import annotations

import re
import zipfile
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from auditor.inputs.config import Config
from auditor.model import Outcome, Scorecard
from auditor.report import write_reports
from auditor.report.followup import SHEET
from auditor.score import with_findings
from tests.report_cards import blocked_card, flagged_card, ordinary_card, small_pack

PACK = small_pack()
COLUMNS = ("Kendala", "Rencana tindak lanjut", "Penanggung jawab")
OFFICES = tuple(ordinary_card(n, PACK, luck=0.8) for n in range(2))
Typing = dict[tuple[str, str, str], str]  # (office, finding, column) -> what a person typed


def report(
    folder: Path, cards: tuple[Scorecard, ...] = OFFICES, config: Config | None = None
) -> tuple[Path, list[str]]:
    told: list[str] = []
    (path,) = write_reports(folder, "2026-T4", cards, PACK, config=config, formats=("xlsx",), tell=told.append)
    return path, told


def follow_up(path: Path) -> list[dict[str, object]]:
    """The rows below the heading, by column name."""
    rows = CalamineWorkbook.from_path(str(path)).get_sheet_by_name(SHEET).to_python(skip_empty_area=False)
    at = next(n for n, row in enumerate(rows) if row[0] == "Kantor")
    return [
        dict(zip(map(str, rows[at]), row, strict=False)) | {"_baris": at + 2 + n}
        for n, row in enumerate(rows[at + 1 :])
    ]


def typed(path: Path, what: Typing) -> None:
    """The workbook as a spreadsheet program saves it after somebody typed into it."""
    rows, heads = follow_up(path), ("Kendala", "Rencana tindak lanjut", "Penanggung jawab", "Tenggat", "Status")
    cells = {}
    for (office, finding, column), text in what.items():
        row = next(r for r in rows if (r["Kantor"], r["Temuan"]) == (office, finding))
        cells[f"{'GHIJK'[heads.index(column)]}{row['_baris']}"] = text
    edit(path, cells)


def edit(path: Path, cells: dict[str, str], sheet: str = SHEET) -> None:
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    number = CalamineWorkbook.from_path(str(path)).sheet_names.index(sheet) + 1
    name = f"xl/worksheets/sheet{number}.xml"
    xml = parts[name].decode()
    for place, text in cells.items():
        cell = f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
        xml, found = re.subn(rf'<c r="{place}"[^>]*?(/>|>.*?</c>)', lambda _, cell=cell: cell, xml, count=1)
        if not found:
            row = re.sub(r"\D", "", place)
            xml = re.sub(rf'(<row r="{row}"[^>]*>.*?)(</row>)', lambda m, cell=cell: m[1] + cell + m[2], xml, count=1)
    parts[name] = xml.encode()
    with zipfile.ZipFile(path, "w") as archive:
        for part, data in parts.items():
            archive.writestr(part, data)


def found(path: Path) -> Typing:
    return {
        (str(row["Kantor"]), str(row["Temuan"]), column): str(row[column])
        for row in follow_up(path)
        for column in COLUMNS
        if row.get(column)
    }


def mended(card: Scorecard, titles: set[str]) -> Scorecard:
    findings = [
        replace(f, outcome=Outcome.COMPLETE, points=1.0) if f.title in titles and f.weight > 0 else f
        for f in card.findings
    ]
    return with_findings(card, findings, PACK)


def some_rows(path: Path) -> list[tuple[str, str]]:
    return [(str(r["Kantor"]), str(r["Temuan"])) for r in follow_up(path) if r["Status"]]


def test_a_note_stands_where_it_was_typed_after_the_next_report(tmp_path: Path) -> None:
    path, _ = report(tmp_path)
    office, finding = some_rows(path)[4]
    note = {(office, finding, "Kendala"): "+62 812: menunggu bahan seksi", (office, finding, "Status"): "dikerjakan"}
    typed(path, note)
    again, told = report(tmp_path)
    assert again == path and not told
    row = next(r for r in follow_up(path) if (r["Kantor"], r["Temuan"]) == (office, finding))
    assert row["Kendala"] == "+62 812: menunggu bahan seksi" and row["Status"] == "dikerjakan"


def test_a_note_on_a_finding_that_is_gone_is_set_apart_and_comes_back_with_it(tmp_path: Path) -> None:
    path, _ = report(tmp_path)
    office, finding = some_rows(path)[0]
    typed(path, {(office, finding, "Kendala"): "dokumen belum ada"})
    report(tmp_path, tuple(mended(card, {finding}) for card in OFFICES))
    rows = follow_up(path)
    apart = next(n for n, row in enumerate(rows) if str(row["Kantor"]).startswith("Catatan dari laporan sebelumnya"))
    assert [r["Kendala"] for r in rows[apart + 1 :]] == ["dokumen belum ada"]
    assert not any(r["Temuan"] == finding and r["Kantor"] == office for r in rows[:apart])
    report(tmp_path)
    rows = follow_up(path)
    assert [r["Kendala"] for r in rows if (r["Kantor"], r["Temuan"]) == (office, finding)] == ["dokumen belum ada"]
    assert not any(str(row["Kantor"]).startswith("Catatan dari") for row in rows)


def test_a_deadline_follows_the_settings_until_a_person_sets_another(tmp_path: Path) -> None:
    path, _ = report(tmp_path, config=Config(deadline=date(2026, 12, 20)))
    office, finding = some_rows(path)[0]
    typed(path, {(office, finding, "Tenggat"): "sebelum Natal"})
    report(tmp_path, config=Config(deadline=date(2026, 12, 31)))
    due = {str(r["Tenggat"]) for r in follow_up(path) if r["Status"]}
    assert due == {"sebelum Natal", "2026-12-31"}


def test_columns_and_rows_of_ones_own_are_kept(tmp_path: Path) -> None:
    path, _ = report(tmp_path)
    head = follow_up(path)[0]["_baris"] - 1  # type: ignore[operator]
    last = follow_up(path)[-1]["_baris"]
    edit(path, {f"Q{head}": "Kata Kepala", f"Q{head + 1}": "setuju"})
    edit(path, {f"G{last}": "contoh"})
    assert report(tmp_path)[1] == []
    rows = follow_up(path)
    assert rows[0]["Kata Kepala"] == "setuju" and [r["Kendala"] for r in rows if r["Kendala"]] == ["contoh"]


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=("C",)), min_size=1, max_size=40)
ODD = ["=1+1", "@x", "-", "0", "<b>", "'", "12", "Nihil & lunas"]
TEXT = LETTERS.map(str.strip).filter(bool) | st.sampled_from(ODD)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_whatever_was_typed_is_there_after_any_order_of_reports(tmp_path: Path, data: st.DataObject) -> None:
    (tmp_path / "rekap.xlsx").unlink(missing_ok=True)
    path, _ = report(tmp_path)
    everything: Typing = {}
    for _ in range(2):
        rows = [r for r in some_rows(path) if r[0]]
        keys = st.tuples(st.sampled_from(rows), st.sampled_from(COLUMNS))
        new = {
            (*row, column): text for (row, column), text in data.draw(st.dictionaries(keys, TEXT, max_size=4)).items()
        }
        typed(path, new)
        everything |= new
        titles = {f.title for f in OFFICES[0].findings}
        gone = data.draw(st.sets(st.sampled_from(sorted(titles)), max_size=30))
        cards = data.draw(st.permutations(OFFICES))[: data.draw(st.integers(1, 2))]
        assert report(tmp_path, tuple(mended(card, gone) for card in cards)) == (path, [])
        assert found(path) == everything


# --- what cannot be carried over is not replaced


@pytest.mark.parametrize("kind", ["rusak", "lembar", "komentar", "sel", "kunci-excel", "kunci-libre"])
def test_what_is_not_ours_to_replace_is_left_and_the_new_workbook_lies_beside_it(tmp_path: Path, kind: str) -> None:
    path, _ = report(tmp_path)
    if kind == "rusak":
        path.write_bytes(path.read_bytes()[:3000])
    elif kind == "lembar":
        with xlsxwriter.Workbook(str(path)) as book:
            book.add_worksheet("Notulen").write(0, 0, "hasil rapat")
    elif kind == "komentar":
        with zipfile.ZipFile(path, "a") as archive:
            archive.writestr("xl/comments1.xml", "<comments/>")
    elif kind == "sel":
        edit(path, {"Z2": "mohon dicek lagi"}, "Peringkat")
    else:
        (tmp_path / ("~$rekap.xlsx" if kind == "kunci-excel" else ".~lock.rekap.xlsx#")).write_text("Siti", "utf-8")
    before = path.read_bytes()
    beside, told = report(tmp_path)
    assert beside.name == "rekap-2.xlsx" and path.read_bytes() == before and follow_up(beside)
    assert len(told) == 1 and "rekap.xlsx" in told[0] and "rekap-2.xlsx" in told[0]
    assert report(tmp_path)[0].name == "rekap-3.xlsx"


def test_a_workbook_that_windows_keeps_locked_is_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path, _ = report(tmp_path)
    real = Path.replace

    def locked(self: Path, target: Path) -> Path:
        if target.name == "rekap.xlsx":
            raise PermissionError(13, "Permission denied")
        return real(self, target)

    monkeypatch.setattr(Path, "replace", locked)
    beside, told = report(tmp_path)
    assert beside.name == "rekap-2.xlsx" and "sedang dibuka" in told[0]
    assert sorted(p.name for p in tmp_path.iterdir()) == ["rekap-2.xlsx", "rekap.xlsx"] and path.exists()


def test_the_obstacle_and_red_flags_stand_first(tmp_path: Path) -> None:
    path, _ = report(tmp_path, (blocked_card(0, PACK), flagged_card(1, PACK)))
    rows = follow_up(path)
    first = {}
    for row in rows:
        first.setdefault(row["Kantor"], row)
    blocked, flagged = first["Kankemenag Kabupaten Sukamaju"], first["Kankemenag Kabupaten Tirtajaya"]
    assert blocked["Hasil"] == "Belum dapat dinilai" and "Minta pengelola hosting" in str(blocked["Temuan"])
    assert flagged["Hasil"] == "Terdeteksi"
