"""The history: what goes in comes out, one writer at a time, and damage is survived and told in plain words."""

from __future__ import annotations

import errno
import sqlite3
import subprocess
import sys
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest

from auditor.model import (
    CategoryScore,
    Confidence,
    Consideration,
    Correction,
    Evidence,
    FetchStatus,
    Finding,
    NewsSummary,
    OfficeKind,
    Outcome,
    PackInfo,
    Scorecard,
    Site,
    SiteState,
    SiteStatus,
)
from auditor.store import DATABASE, Store, StoreError, telling_why, without_proofs

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
WARC = Path("2026-T4/bukti/kab-a.warc.gz")


def card(site_id: str = "kab-a", round_id: str = "2026-T4", when: datetime = NOON) -> Scorecard:
    seen = Evidence("https://a.example/dip", "DIP 2026 – “resmi”", NOON, "<urn:uuid:1>", "DIP")
    considered = Consideration("https://a.example/berita", "Rapat DIP", Outcome.MISSING, "berita, bukan dokumen")
    findings = (
        Finding(
            site_id, "setiapsaat.dip", "DIP", "Setiap saat", True, 4.0, 120, Outcome.STALE, 0.75, Confidence.MEDIUM,
            (seen, replace(seen, url="https://a.example/2", fetched_at=None)), None, "Tahun 2025.", (considered,),
        ),
        Finding(
            site_id, "bendera.privasi", "Data pribadi", "Informasi", False, 0.0, 10, Outcome.DETECTED, 0.0,
            Confidence.LOW, (), seen, decided_by="Siti", red_flag=True,
        ),
    )  # fmt: skip
    return Scorecard(
        Site(
            site_id, "Kankemenag A", OfficeKind.KOTA, "https://a.example", "Jawa Tengah", "Kedu", extra_hosts=("b.id",)
        ),
        round_id,
        PackInfo("kip", "1.0.0", "ab" * 32, "default"),
        SiteStatus(SiteState.SLOW, FetchStatus.OK, "12 detik"),
        findings,
        75.0,
        70.5,
        80.123456789,
        0.92,
        "Cukup Informatif",
        75.0,
        (CategoryScore("Setiap saat", 75.0, 3.0, 4.0, 4.0), CategoryScore("Profil", None, 0.0, 0.0, 8.0)),
        NewsSummary(date(2026, 11, 20), 2, 9, (1,) * 26, (("PAI", 3),), ("api",), (("kab-b", "2026-10", 4),)),
        58,
        7,
        ((FetchStatus.OUT_OF_BUDGET, 12),),
        when - timedelta(minutes=3),
        when,
        "0.1.0",
    )


def test_a_card_is_had_without_its_proofs_and_with_them(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for n, site in enumerate(("kab-a", "kab-b")):
            store.save(card(site), n, WARC, "0" * 64)
        assert store.cards("2026-T4", proofs=False) == tuple(without_proofs(c) for c in store.cards("2026-T4"))
        assert store.card("2026-T4", "kab-b") == card("kab-b")
        assert store.card("2026-T4", "kab-c") is None
        bare = store.cards("2026-T4", proofs=False)[0]
    dip, flag = bare.findings
    assert not dip.evidence and not dip.note and not dip.considered
    assert flag == card("kab-a").findings[1], "a raised red flag stays as it is"


def test_a_scorecard_comes_back_as_it_was_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.save(card(), 0, WARC, "f" * 64)
    with Store.open(tmp_path) as store:
        assert store.cards("2026-T4") == (card(),)
        assert store.snapshots("2026-T4") == {"kab-a": (WARC, "f" * 64)}
        assert store.cards("2026-T1") == ()


def test_cards_stand_in_the_order_of_the_list_of_sites(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for site_id, position in (("kab-c", 0), ("kab-a", 2), ("kab-b", 1)):
            store.save(card(site_id), position, WARC, "")
        assert (
            [c.site.id for c in store.cards("2026-T4")]
            == ["kab-c", "kab-b", "kab-a"]
            == list(store.site_ids("2026-T4"))
        )


def test_storing_a_site_again_replaces_it_and_counts_nothing_twice(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        for _ in range(3):
            store.save(card(), 0, WARC, "")
        better = replace(card(), score=90.0, findings=card().findings[:1])
        store.save(better, 0, WARC, "")
        assert store.cards("2026-T4") == (better,)
    counts = sqlite3.connect(tmp_path / DATABASE)
    for table, expected in (("scores", 1), ("findings", 1), ("evidence", 2), ("snapshots", 1), ("sites", 1)):
        assert counts.execute(f"SELECT count(*) FROM {table}").fetchone() == (expected,), table
    counts.close()


def test_every_look_at_a_site_is_remembered_with_its_own_time(tmp_path: Path) -> None:
    first = replace(card(), status=SiteStatus(SiteState.UNREACHABLE, FetchStatus.DNS))
    with Store.open(tmp_path, write=True) as store:
        store.save(first, 0, WARC, "1")
        store.save(card(when=NOON + timedelta(days=1)), 0, WARC, "2")
        assert [state for _, state in store.attempts("2026-T4", "kab-a")] == ["tidak_dapat_diperiksa", "lambat"]
        assert store.snapshots("2026-T4")["kab-a"] == (WARC, "2")


def test_rounds_are_ordered_by_time_not_by_name(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.save(card(round_id="uji"), 0, WARC, "")
        store.save(card(round_id="2026-T3", when=NOON - timedelta(days=90)), 0, WARC, "")
        store.save(card(round_id="2027-T1", when=NOON + timedelta(days=90)), 0, WARC, "")
        assert store.rounds() == ("2026-T3", "uji", "2027-T1")
        assert [store.previous(r) for r in store.rounds()] == [None, "2026-T3", "uji"]
        assert store.previous("tidak-ada") is None


def test_offices_no_longer_in_the_list_keep_their_results_and_are_told_apart(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.save(card("kab-a"), 0, WARC, "")
        store.save(card("kab-b"), 1, WARC, "")
        store.enlist("2026-T4", [card("kab-b").site, card("kab-c").site])
        assert store.site_ids("2026-T4") == ("kab-b", "kab-c", "kab-a")
        assert [(c.site.id, c.listed) for c in store.cards("2026-T4")] == [("kab-b", True), ("kab-a", False)]
        assert store.cards("2026-T4")[1] == replace(card("kab-a"), listed=False), "with all its findings"
        assert [site.id for site in store.unlisted("2026-T4")] == ["kab-a"]
        store.enlist("2026-T4", [card("kab-a").site])
        assert [(c.site.id, c.listed) for c in store.cards("2026-T4")] == [("kab-a", True), ("kab-b", False)]


def test_the_decisions_of_a_round_outlive_the_scores_they_made(tmp_path: Path) -> None:
    day = date(2026, 11, 25)
    own = Correction("kab-a", "setiapsaat.dip", Outcome.COMPLETE, "ada", "https://a.example", "Siti", day, day)
    unseen = replace(own, site_id="kab-z")
    with Store.open(tmp_path, write=True) as store:
        store.remember("2026-T4", [own, unseen])
        store.save(card(), 0, WARC, "")
        store.save(card(), 0, WARC, "")
        assert store.corrections("2026-T4") == (own, unseen)
        store.remember("2026-T4", [own])
        assert store.corrections("2026-T4") == (own,)


def test_a_changed_byte_of_a_stored_result_is_noticed(tmp_path: Path) -> None:
    """Whichever cell it hits: a score, an outcome, a note, an address, or text that is none any more."""
    with Store.open(tmp_path, write=True) as store:
        store.save(card(), 0, WARC, "")
    whole = (tmp_path / DATABASE).read_bytes()
    for change in (
        """UPDATE scores SET card = replace(card, '"score":75.0', '"score":95.0')""",
        "UPDATE scores SET card = substr(card, 1, 400)",
        "UPDATE findings SET outcome = 'lengkap' WHERE rule_id = 'setiapsaat.dip'",
        "UPDATE findings SET points = 0.5 WHERE rule_id = 'setiapsaat.dip'",
        "UPDATE findings SET nearest = '{'",
        "UPDATE evidence SET quote = CAST(X'C328' AS TEXT)",
    ):
        (tmp_path / DATABASE).write_bytes(whole)
        db = sqlite3.connect(tmp_path / DATABASE)
        db.execute(change)
        db.commit()
        db.close()
        with Store.open(tmp_path) as store, pytest.raises(StoreError, match="rusak"):
            store.cards("2026-T4")


def test_a_round_belongs_where_it_began(tmp_path: Path) -> None:
    """One office looked at again does not move an old round behind a newer one."""
    with Store.open(tmp_path, write=True) as store:
        for day, site_id, round_id in ((0, "kab-a", "2026-T3"), (30, "kab-a", "2026-T4"), (60, "kab-b", "2026-T3")):
            store.save(card(site_id, round_id, NOON + timedelta(days=day)), 0, WARC, "")
        assert store.rounds() == ("2026-T3", "2026-T4")


def test_a_second_run_on_the_same_folder_says_so(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True), pytest.raises(StoreError, match="sedang dipakai"):
        Store.open(tmp_path, write=True)
    Store.open(tmp_path, write=True).close()


def test_a_second_process_on_the_same_folder_says_so(tmp_path: Path) -> None:
    other = "import sys, pathlib; from auditor.store import Store; Store.open(pathlib.Path(sys.argv[1]), write=True)"
    with Store.open(tmp_path, write=True):
        done = subprocess.run([sys.executable, "-c", other, str(tmp_path)], capture_output=True, text=True, check=False)
    assert done.returncode != 0 and "sedang dipakai oleh auditor lain" in done.stderr


def test_reading_is_possible_while_a_run_writes(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as writer:
        writer.save(card(), 0, WARC, "")
        with Store.open(tmp_path) as reader:
            assert len(reader.cards("2026-T4")) == 1


def test_what_is_read_is_of_one_moment_though_a_run_stores_meanwhile(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with Store.open(tmp_path, write=True) as writing:
        sites = [card(site_id).site for site_id in ("kab-a", "kab-b")]
        writing.enlist("2026-T4", sites)
        writing.save(card("kab-a"), 0, WARC, "ab" * 32)
        with Store.open(tmp_path) as reading:
            rows = reading._rows

            def meanwhile(query: str, *values: str) -> list[object]:
                found = rows(query, *values)
                writing.save(card("kab-b"), 1, WARC, "cd" * 32)
                writing.save(replace(card("kab-a"), score=10.0, findings=()), 0, WARC, "ef" * 32)
                return found

            monkeypatch.setattr(reading, "_rows", meanwhile)
            assert [(each.site.id, each.score) for each in reading.cards("2026-T4")] == [("kab-a", 75.0)]
            monkeypatch.undo()
            assert [each.score for each in reading.cards("2026-T4")] == [10.0, 75.0]


def test_the_cards_of_a_round_hold_each_repeated_text_once(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.enlist("2026-T4", [card(site_id).site for site_id in ("kab-a", "kab-b")])
        for number, site_id in enumerate(("kab-a", "kab-b")):
            store.save(card(site_id), number, WARC, "ab" * 32)
        one, other = (each.findings[0] for each in store.cards("2026-T4"))
    assert one.title is other.title and one.rule_id is other.rule_id and one.note is other.note


def test_reading_without_a_history_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="auditor run"):
        Store.open(tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("damage", ["zeros", "text", "torn"])
def test_a_damaged_history_is_set_aside_not_deleted(tmp_path: Path, damage: str) -> None:
    path = tmp_path / DATABASE
    with Store.open(tmp_path, write=True) as store:
        for n in range(20):
            store.save(card(f"kab-{n}"), n, WARC, "")
    whole = path.read_bytes()
    bad = {
        "zeros": b"\0" * len(whole),
        "text": b"bukan basis data" * 100,
        "torn": whole[:4096] + b"\xff" * 8192 + whole[12288:],
    }
    path.write_bytes(bad[damage])
    with Store.open(tmp_path, write=True) as store:
        assert store.set_aside is not None and store.set_aside.read_bytes() == bad[damage]
        store.save(card(), 0, WARC, "")
        assert len(store.cards("2026-T4")) == 1


def test_reading_a_damaged_history_tells_how_to_mend_it(tmp_path: Path) -> None:
    (tmp_path / DATABASE).write_bytes(b"bukan basis data" * 100)
    with pytest.raises(StoreError, match="auditor score"):
        Store.open(tmp_path)


def test_a_history_of_a_newer_auditor_is_left_alone(tmp_path: Path) -> None:
    Store.open(tmp_path, write=True).close()
    newer = sqlite3.connect(tmp_path / DATABASE)
    newer.execute("PRAGMA user_version = 99")
    newer.close()
    for write in (True, False):
        with pytest.raises(StoreError, match="versi yang lebih baru"):
            Store.open(tmp_path, write=write)
    assert not list(tmp_path.glob("*.rusak*"))


def test_a_full_disk_is_told_as_such(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="penuh") as caught, telling_why(tmp_path):
        raise OSError(errno.ENOSPC, "No space left on device", str(tmp_path / "a.warc.gz"))
    assert "a.warc.gz" in str(caught.value)


def test_a_database_that_cannot_grow_loses_nothing_already_stored(tmp_path: Path) -> None:
    with Store.open(tmp_path, write=True) as store:
        store.save(card(), 0, WARC, "")
        pages = store._db.execute("PRAGMA page_count").fetchone()[0]
        store._db.execute(f"PRAGMA max_page_count = {pages}")
        long = replace(card("kab-b"), tool_version="x" * 500_000)
        with pytest.raises(StoreError, match="penuh"):
            store.save(long, 1, WARC, "")
        assert store.cards("2026-T4") == (card(),)


def test_a_folder_that_cannot_be_written_is_told_as_such(tmp_path: Path) -> None:
    (tmp_path / "berkas").write_text("", encoding="utf-8")
    with pytest.raises(StoreError):
        Store.open(tmp_path / "berkas" / "hasil", write=True)
    with pytest.raises(StoreError, match="izin"), telling_why(tmp_path):
        raise PermissionError(errno.EACCES, "Permission denied")
