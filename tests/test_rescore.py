"""An earlier round judged again: other rules move it, the same rules do not, and the history stays as it is."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pypdfium2
import pytest

from auditor.compare import Cause, compare_rounds
from auditor.model import CrawlSettings, Outcome, PackInfo
from auditor.proof import warc_path
from auditor.rescore import scored_again
from auditor.round import run_round
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.store import DATABASE, Store
from tests.loopback import Province
from tests.test_cli import auditor

SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.0, max_pages=12, browser="never", allow_private=True, retry_wait=0.0)
BEFORE, NOW = "2026-T3", "2026-T4"
CHANGED = "profil.visi-misi"


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(Path(__file__).parent.parent / "rules" / "kip")


@pytest.fixture
def out(tmp_path: Path, pack: Pack) -> Path:
    with Province(2) as running:
        for round_id in (BEFORE, NOW):
            run_round(running.sites, round_id, tmp_path, pack, SETTINGS, engine_name="lokal")
    return tmp_path


def stricter(pack: Pack) -> Pack:
    """The pack with one rule that no site meets any more."""
    rules = []
    for rule in pack.rules:
        if rule.id == CHANGED:
            other = {"labels": ["Kata yang tidak ada di situs mana pun"], "weak": []}
            rule = rule.model_copy(update={"match": rule.match.model_copy(update=other)})
        rules.append(rule)
    return replace(pack, info=PackInfo(pack.info.name, "9.9.9", "0" * 64, "default"), rules=tuple(rules))


def test_the_same_rules_give_the_same_round(out: Path, pack: Pack) -> None:
    with Store.open(out) as store:
        before = store.cards(BEFORE)
    assert scored_again(BEFORE, out, pack, engine_name="lokal") == before


def test_other_rules_are_told_from_other_sites(out: Path, pack: Pack) -> None:
    other = stricter(pack)
    with Store.open(out) as store:
        before = store.cards(BEFORE)
    kept = (out / DATABASE).read_bytes()
    after = scored_again(NOW, out, other, engine_name="lokal")
    again = scored_again(BEFORE, out, other, engine_name="lokal")
    blamed = [c for found in compare_rounds(before, after) for c in found.changes if c.rule_id == "profil.visi-misi"]
    told = [
        c for found in compare_rounds(before, after, again) for c in found.changes if c.rule_id == "profil.visi-misi"
    ]
    assert blamed and {c.cause for c in blamed} == {Cause.SITE}  # nobody could tell
    assert {c.cause for c in told} == {Cause.RULE} and {c.before for c in told} == {Outcome.COMPLETE}
    assert all(found.by_rules is not None and found.by_rules < 0 for found in compare_rounds(before, after, again))
    assert (out / DATABASE).read_bytes() == kept


def test_an_office_without_its_snapshot_is_left_out(out: Path, pack: Pack) -> None:
    with Store.open(out) as store:
        first, second = store.site_ids(BEFORE)
    warc_path(out, BEFORE, first).unlink()
    assert [card.site.id for card in scored_again(BEFORE, out, pack, engine_name="lokal")] == [second]
    warc_path(out, BEFORE, second).write_bytes(b"rusak")
    assert scored_again(BEFORE, out, pack, engine_name="lokal") == ()
    assert scored_again(NOW, out, pack, only=[second], engine_name="lokal")[0].site.id == second


def test_the_commands_tell_what_the_rules_moved(out: Path, tmp_path: Path) -> None:
    rules = tmp_path / "kip"
    shutil.copytree(Path(__file__).parent.parent / "rules" / "kip", rules)
    changed = rules / f"{CHANGED}.toml"
    text = re.sub(
        r"(?ms)^(labels|weak)(\s*)=(\s*)\[.*?\]$", r'\1\2=\3["Kata yang tidak ada"]', changed.read_text("utf-8")
    )
    changed.write_text(text, encoding="utf-8")
    options = ("--out", out, "--rules", rules)
    assert auditor("score", "--round", NOW, "--engine", "lokal", *options).code == 0
    told = auditor("compare", BEFORE, NOW, *options)
    assert told.code == 0 and "di antaranya karena indikator berubah" in told.out
    assert "karena situs berubah" not in told.out
    made = auditor("report", "--round", NOW, "--findings", *options)
    assert made.code == 0 and f"Putaran {BEFORE} dinilai ulang" in made.out
    recap = (out / NOW / "rekap.html").read_text(encoding="utf-8")
    assert "dinilai ulang dengan indikator sekarang" in recap and "indikator berubah" in recap
    for path in (out / NOW / "kartu-skor").glob("*.pdf"):
        document = pypdfium2.PdfDocument(path)
        assert len(document) > 1
        document.close()
