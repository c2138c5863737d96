"""What other programs read: rekap.json and temuan.json hold the CSVs' rows, each value as docs/data.md says it is."""

from __future__ import annotations

import csv
import json
import re
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest

from auditor.report import write_reports
from tests.report_cards import (
    NIK,
    flagged_card,
    hostile_card,
    kanwil_card,
    province,
    small_pack,
    unregistered_card,
)

PACK = small_pack()
PAPER = (Path(__file__).parent.parent / "docs" / "data.md").read_text(encoding="utf-8")


def told(heading: str) -> dict[str, str]:
    """Column -> kind, as a table of docs/data.md tells it."""
    part = PAPER.split(f"## {heading}\n")[1].split("\n## ")[0]
    return dict(re.findall(r"^\| `(\w+)` \| ([^|]+?) \|", part, re.MULTILINE))


def fits(value: Any, kind: str) -> bool:
    """Whether a JSON value is of a kind in the paper's words."""
    kind, _, nothing = kind.partition(" atau ")
    if value is None:
        return nothing == "null"
    match kind:
        case "teks":
            return isinstance(value, str)
        case "bilangan bulat":
            return type(value) is int
        case "angka":
            return type(value) in (int, float)
        case "ya/tidak":
            return isinstance(value, bool)
        case "tanggal":
            return isinstance(date.fromisoformat(value), date)
        case "waktu":
            return datetime.fromisoformat(value).tzinfo is not None
        case "objek":
            return isinstance(value, dict)
    return False


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("data")
    cards = [*province(PACK), kanwil_card(PACK)]
    cards[12] = hostile_card(12, PACK)
    write_reports(made, "2026-T4", cards, PACK, province(PACK, "2026-T3"), formats=["csv", "json"])
    return made


def data(folder: Path, name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((folder / f"{name}.json").read_text(encoding="utf-8"))
    return found


@pytest.mark.parametrize("name", ["rekap", "temuan"])
def test_every_value_is_what_the_paper_says_it_is(folder: Path, name: str) -> None:
    found = data(folder, name)
    head, columns = told("Kepala berkas"), told(f"Baris `{name}.json`")
    assert set(found) == {*head, "baris"} and len(columns) > 15
    assert [key for key, kind in head.items() if not fits(found[key], kind)] == []
    scores = set(PACK.categories) - {"Informasi & bendera"} if name == "rekap" else set()
    for row in found["baris"]:
        assert set(row) == set(columns) | scores
        kinds = {**columns, **dict.fromkeys(scores, "angka atau null")}
        assert [(key, row[key]) for key, kind in kinds.items() if not fits(row[key], kind)] == []


@pytest.mark.parametrize("name", ["rekap", "temuan"])
def test_json_and_csv_carry_the_same_rows(folder: Path, name: str) -> None:
    with (folder / f"{name}.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    found = data(folder, name)["baris"]
    assert len(rows) == len(found) > 30
    for row, other in zip(rows, found, strict=True):
        assert list(row) == list(other)
        for key, text in row.items():
            value = other[key]
            if isinstance(value, bool):
                assert text == ("ya" if value else "tidak")
            elif isinstance(value, int | float):
                assert float(text) == value, key
            else:
                assert text.removeprefix("'") == (value or "").removeprefix("'"), key


def test_a_row_stands_on_one_line(folder: Path) -> None:
    lines = (folder / "temuan.json").read_text(encoding="utf-8").splitlines()
    rows = [json.loads(line.rstrip(",")) for line in lines if line.startswith('{"putaran"')]
    assert rows == data(folder, "temuan")["baris"]


def test_a_program_gets_words_as_they_are_and_no_personal_data(tmp_path: Path) -> None:
    write_reports(tmp_path, "2026-T4", [flagged_card(0, PACK), hostile_card(1, PACK)], PACK, formats=["json"])
    text = (tmp_path / "temuan.json").read_text(encoding="utf-8")
    assert NIK not in text and "\u202e" not in text
    assert {row["ditetapkan_oleh"] for row in data(tmp_path, "temuan")["baris"]} == {"mesin", "=cmd|calc"}


def test_a_round_without_a_finding_still_has_its_columns(tmp_path: Path) -> None:
    write_reports(tmp_path, "2026-T4", [unregistered_card(0, PACK)], PACK, formats=["csv", "json"])
    assert data(tmp_path, "temuan")["baris"] == []
    assert (tmp_path / "temuan.csv").read_text(encoding="utf-8-sig").startswith("putaran,situs_id,indikator_id,")
