"""The schema of audit.db: histories of every earlier auditor are read and brought up to date without loss."""

from __future__ import annotations

import sqlite3
from datetime import date
from pathlib import Path

import pytest

from auditor.model import Correction, CorrectionStatus, Outcome
from auditor.store import DATABASE, Store
from auditor.store.schema import MIGRATIONS, VIEWS
from tests.test_store import WARC, card

DAY = date(2026, 11, 25)
DECISION = Correction("kab-a", "setiapsaat.dip", Outcome.COMPLETE, "ada", "https://a.example", "Siti", DAY, DAY)


def made_by_version(version: int, folder: Path) -> Path:
    """A history as the auditor of a schema version left it: two rounds, each with a card and a decision."""
    folder.mkdir()
    with Store.open(folder, write=True) as store:
        for round_id in ("2026-T3", "2026-T4"):
            store.save(card(round_id=round_id), 0, WARC, "f" * 64)
            store.enlist(round_id, [card().site])
            store.remember(round_id, [DECISION])
    now = sqlite3.connect(folder / DATABASE)
    now.row_factory = sqlite3.Row
    path = folder / "lama.db"
    old = sqlite3.connect(path, isolation_level=None)
    for number, script in enumerate(MIGRATIONS[:version], 1):
        old.executescript(f"BEGIN;{script};PRAGMA user_version = {number};COMMIT;")
    for table in ("rounds", "sites", "snapshots", "scores", "findings", "evidence", "corrections"):
        columns = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
        for row in now.execute(f"SELECT * FROM {table}").fetchall():
            known = [name for name in columns if name in row.keys()]  # noqa: SIM118 - a Row holds values
            marks = ",".join("?" * len(known))
            old.execute(f"INSERT INTO {table} ({','.join(known)}) VALUES ({marks})", [row[name] for name in known])
    if version < 2:
        old.execute("UPDATE findings SET outcome = 'tidak_ada' WHERE outcome = 'terdeteksi'")
    if version < len(MIGRATIONS):
        columns = [row[1] for row in old.execute("PRAGMA table_info(scores)")]
        if "digest" in columns:
            old.execute("UPDATE scores SET digest = ''")
    now.close(), old.close()
    target = folder / DATABASE
    for part in folder.glob(f"{DATABASE}*"):
        part.unlink()
    path.rename(target)
    return target


@pytest.mark.parametrize("version", range(1, len(MIGRATIONS) + 1))
def test_a_history_of_each_earlier_version_keeps_all_it_holds(version: int, tmp_path: Path) -> None:
    path = made_by_version(version, tmp_path / "hasil")
    before = path.read_bytes()
    for write in (False, True):
        with Store.open(path.parent, write=write) as store:
            assert store.set_aside is None and store.rounds() == ("2026-T3", "2026-T4")
            for round_id in store.rounds():
                assert store.cards(round_id) == (card(round_id=round_id),)
                assert store.sites(round_id) == (card().site,)
                assert store.corrections(round_id) == (DECISION,)
                assert store.snapshots(round_id) == {"kab-a": (WARC, "f" * 64)}
            store.check()
        assert write or path.read_bytes() == before, "reading changes nothing"
    db = sqlite3.connect(path)
    assert db.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    assert {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='view'")} == set(VIEWS)
    for view in VIEWS:
        db.execute(f"SELECT * FROM {view} LIMIT 1").fetchall()
    db.close()


def test_views_are_renewed_where_they_are_not_what_this_auditor_says(tmp_path: Path) -> None:
    path = made_by_version(len(MIGRATIONS), tmp_path / "hasil")
    db = sqlite3.connect(path)
    db.executescript("CREATE VIEW v_lama AS SELECT 1 AS satu; CREATE VIEW punya_saya AS SELECT id FROM rounds;")
    db.close()
    with Store.open(path.parent, write=True):
        pass
    db = sqlite3.connect(path)
    names = {row[0] for row in db.execute("SELECT name FROM sqlite_master WHERE type='view'")}
    db.close()
    assert names == {"punya_saya", *VIEWS}, "a view of one's own stays"


def test_several_objections_on_one_finding_are_remembered_as_they_came(tmp_path: Path) -> None:
    filed = Correction(
        *("kab-a", "setiapsaat.dip", Outcome.COMPLETE, "Ada di menu PPID", "", "", None, None),
        status=CorrectionStatus.FILED,
        filed_by="Budi",
        filed_on=DAY,
    )
    with Store.open(tmp_path, write=True) as store:
        store.remember("2026-T4", [DECISION, filed, filed])
        assert store.corrections("2026-T4") == (DECISION, filed, filed)
        store.remember("2026-T4", [filed])
        assert store.corrections("2026-T4") == (filed,)
