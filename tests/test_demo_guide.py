"""docs/panduan.md tells the truth: its commands, columns, outcomes and samples are the program's own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import typer.main

from auditor.cli import app
from auditor.config import load_config
from auditor.corrections import read_corrections
from auditor.model import Outcome
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.sites import COLUMNS

_DOCS = Path(__file__).parents[1] / "docs"
GUIDE = (_DOCS / "panduan.md").read_text(encoding="utf-8")
_COMMANDS = sorted(set(re.findall(r"(?:^|`|[\\/])auditor ((?:[a-z]+)[^`\n]*)", GUIDE, re.MULTILINE)))


def blocks(language: str) -> list[str]:
    return re.findall(rf"^```{language}\n(.*?)^```", GUIDE, re.MULTILINE | re.DOTALL)


def table_after(heading: str) -> list[list[str]]:
    """The cells of the first table below a line, header and ruler left out."""
    rows = re.findall(r"^\|.*\|$", GUIDE[GUIDE.index(heading) :].split("\n\n", 2)[1] + "\n", re.MULTILINE)
    return [[cell.strip().strip("`") for cell in row.strip("|").split("|")] for row in rows[2:]]


def test_the_guide_names_enough_commands_to_be_worth_checking() -> None:
    assert len(_COMMANDS) >= 8


@pytest.mark.parametrize("line", _COMMANDS)
def test_every_command_of_the_guide_exists_with_its_options(line: str) -> None:
    words = line.split()
    command: Any = typer.main.get_command(app)
    while words and hasattr(command, "commands"):
        assert words[0] in command.commands, f"auditor {line}"
        command = command.commands[words.pop(0)]
    known = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word for word in words if word.startswith("--")} <= known, f"auditor {line}"


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

    known = [rule.id for rule in load(shipped("rules") / "kip").rules]
    assert [c.rule_id for c in read_corrections(tmp_path / "koreksi.csv", known)] == ["setiapsaat.dip"]


def test_the_sample_settings_read(tmp_path: Path) -> None:
    text = blocks("toml")[0]
    (tmp_path / "logo.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    (tmp_path / "auditor.toml").write_text(text, encoding="utf-8")

    config = load_config(tmp_path / "auditor.toml")
    assert config.deadline_days == 21
    assert config.crawler_contact == "humas@example.go.id"


def test_links_inside_the_guide_lead_somewhere() -> None:
    for target in re.findall(r"\]\(([^)]+)\)", GUIDE):
        if target.startswith("#"):
            anchors = {re.sub(r"[^\w\- ]", "", line).strip().lower().replace(" ", "-") for line in _headings()}
            assert target[1:] in anchors, target
        else:
            assert (_DOCS / target).is_file(), target


def _headings() -> list[str]:
    return re.findall(r"^#+ (.*)$", GUIDE, re.MULTILINE)
