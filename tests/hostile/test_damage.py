"""What a damaged snapshot or history does to the commands: it is told in Indonesian, healed or refused."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from auditor.model import CrawlSettings
from auditor.resources import shipped
from auditor.round import run_round
from auditor.rules.loader import load
from tests.hostile.damage import damages
from tests.loopback import Province
from tests.test_cli import auditor

ROUND = "2026-T4"


@pytest.fixture(scope="module")
def stored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The results of a round of two offices."""
    out = tmp_path_factory.mktemp("utuh") / "hasil"
    settings = CrawlSettings("KIPAuditor/uji", delay=0.0, max_pages=4, browser="never", allow_private=True)
    with Province(2) as province:
        run_round(province.sites, ROUND, out, load(shipped("rules") / "kip"), settings, engine_name="lokal")
    return out


@pytest.mark.parametrize(
    ("name", "damage"), list(damages(12)), ids=lambda value: value if isinstance(value, str) else ""
)
def test_damage_ends_no_command_in_a_traceback(
    stored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, damage: Callable[[Path], None]
) -> None:
    out = tmp_path / "hasil"
    shutil.copytree(stored, out)
    damage(out)
    monkeypatch.chdir(tmp_path)
    Path("auditor.toml").write_text('[laporan]\nformat = ["csv"]\n', encoding="utf-8")
    for words in (
        ("report", "--round", ROUND),
        ("score", "--round", ROUND, "--engine", "lokal"),
        ("report", "--round", ROUND),
    ):
        ended = auditor(*words)
        assert ended.code in (0, 2), (words, ended)
        assert "Traceback" not in ended.out + ended.err
        assert ended.code == 0 or len(ended.err) > 20
