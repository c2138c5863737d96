"""docs/panduan.md tells the truth: its columns, outcomes and samples are the program's own (see also test_docs)."""

from __future__ import annotations

import re
from pathlib import Path

from auditor.inputs.config import load_config
from auditor.inputs.corrections import read_corrections
from auditor.inputs.register import Register
from auditor.inputs.sites import COLUMNS
from auditor.model import Outcome
from auditor.resources import shipped
from auditor.rules.loader import load
from tests.test_config import PNG

_DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (_DOCS / "panduan.md").read_text(encoding="utf-8")


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def table_after(heading: str) -> list[list[str]]:
    """The cells of the first table below a line, header and ruler left out."""
    rows = re.findall(r"^\|.*\|$", GUIDE[GUIDE.index(heading) :].split("\n\n", 2)[1] + "\n", re.MULTILINE)
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows[2:]]


def test_the_columns_of_the_list_of_sites_are_explained_in_their_order() -> None:
    assert [row[0] for row in table_after("Satu baris satu kantor.")] == list(COLUMNS)


def test_every_outcome_is_explained_with_its_points() -> None:
    told = {row[0]: row[1] for row in table_after("**Arti hasil pada setiap indikator**")}

    assert set(told) == {outcome.value for outcome in Outcome}
    for outcome in Outcome:
        assert told[outcome] == (f"{outcome.points * 100:.0f} %" if outcome.counted else "tidak dihitung")


def test_the_sample_correction_reads(tmp_path: Path) -> None:
    sample = next(block for block in blocks("") if block.startswith("situs_id,"))
    (tmp_path / "koreksi.csv").write_text(sample, encoding="utf-8")

    known = Register(indicators={rule.id: rule.title for rule in load(shipped("rules") / "kip").rules})
    assert [c.rule_id for c in read_corrections(tmp_path / "koreksi.csv", known)] == ["setiapsaat.dip"]


def test_the_sample_settings_read(tmp_path: Path) -> None:
    text = blocks("toml")[0]
    (tmp_path / "logo.png").write_bytes(PNG)
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")

    config = load_config(tmp_path / "auditor.toml")
    assert config.deadline_days == 21
    assert config.crawler_contact == "humas@example.go.id"
