"""What other programs ask audit.db: the views agree with the cards, and open in ordinary SQLite tools."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from auditor.model import Correction, CorrectionStatus, Outcome
from auditor.score import ranking, rounded
from auditor.store import DATABASE, Store
from auditor.store.summaries import past_scores, round_summaries
from tests.report_cards import NIK, STARTED, card_of, finding, kanwil_card, office, province, small_pack

PACK = small_pack()
CARDS = [*province(PACK), kanwil_card(PACK), replace(card_of(office(40), [], PACK), listed=False)]
DAY = STARTED.date()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("riwayat")
    with Store.open(made, write=True) as store:
        for n, card in enumerate(CARDS):
            store.save(card, n, Path(f"2026-T4/bukti/{card.site.id}.warc.gz"), "f" * 64)
        for n, card in enumerate(province(PACK, "2026-T3")[:5]):
            began, done = STARTED - timedelta(days=92), STARTED - timedelta(days=91)
            store.save(replace(card, started_at=began, finished_at=done), n, Path("lama.warc.gz"), "")
        decided = Correction("kab-contoh-01", "ppid.butir-1", Outcome.COMPLETE, "ada", "", "Siti", DAY, DAY)
        filed = replace(decided, status=CorrectionStatus.FILED, rule_id="ppid.butir-2", decided_by="", decided_on=None)
        store.remember("2026-T4", [decided, filed])
    return made


@pytest.fixture
def db(folder: Path) -> Iterator[sqlite3.Connection]:
    connection = sqlite3.connect(f"{(folder / DATABASE).as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    yield connection
    connection.close()


def test_scores_and_ranks_are_those_of_the_reports(db: sqlite3.Connection) -> None:
    ranks = ranking(CARDS)
    rows = {row["situs_id"]: row for row in db.execute("SELECT * FROM v_skor WHERE putaran='2026-T4'")}
    assert set(rows) == {card.site.id for card in CARDS}
    for card in CARDS:
        row = rows[card.site.id]
        assert row["peringkat"] == ranks[card.site.id].province, card.site.id
        for key, value in (("skor", card.score), ("skor_min", card.low), ("skor_maks", card.high)):
            assert row[key] == (None if value is None else float(rounded(value)))
        assert (row["simulasi_kategori"], row["cakupan"]) == (card.band, card.coverage)
        assert bool(row["terdaftar"]) is card.listed


@pytest.mark.parametrize("n", range(200))
def test_a_score_is_rounded_as_the_reports_round_it(n: int) -> None:
    """SQLite rounds binary numbers; 78.25, 78.35 and sums such as 0.1 + 0.2 must come out as on paper."""
    value = round(40 + n * 0.05, 2) + (0.1 + 0.2 - 0.3)
    (shown,) = sqlite3.connect(":memory:").execute("SELECT round(round(?, 9) + 1e-11, 1)", (value,)).fetchone()
    assert shown == float(rounded(value))


def test_findings_carry_their_proof_and_no_flag_tells_what_it_saw(db: sqlite3.Connection) -> None:
    rows = db.execute("SELECT * FROM v_temuan WHERE putaran='2026-T4'").fetchall()
    found = {(f.site_id, f.rule_id): f for card in CARDS for f in card.findings}
    assert len(rows) == len(found)
    for row in rows:
        f = found[row["situs_id"], row["indikator_id"]]
        assert (row["hasil"], row["poin"], row["bobot"]) == (f.outcome.value, f.points, f.weight)
        assert row["nilai"] == pytest.approx(f.weight * f.points, abs=1e-4)
        if f.evidence and not f.outcome.flag:
            assert (row["bukti_url"], row["kutipan"]) == (f.evidence[0].url, f.evidence[0].quote)
    assert NIK not in str([tuple(row) for row in rows])


def test_news_figures_are_there_by_office(db: sqlite3.Connection) -> None:
    rows = {row["situs_id"]: row for row in db.execute("SELECT * FROM v_berita WHERE putaran='2026-T4'")}
    for card in CARDS:
        row, news = rows[card.site.id], card.news
        assert row["berita_terakhir"] == (news.latest.isoformat() if news.latest else None)
        assert (row["umur_hari"], row["berita_30_hari"]) == (news.age_days, news.last_30_days)


def test_every_column_of_a_view_has_a_kind_that_other_databases_can_map(db: sqlite3.Connection) -> None:
    for view in ("v_skor", "v_temuan", "v_berita"):
        kinds = {row["name"]: row["type"] for row in db.execute(f"PRAGMA table_info({view})")}
        assert len(kinds) > 7
        if sqlite3.sqlite_version_info >= (3, 41):  # before, an expression told none
            assert set(kinds.values()) <= {"TEXT", "REAL", "INTEGER", "INT", "NUM"}, kinds


def test_no_question_reads_through_all_findings(db: sqlite3.Connection) -> None:
    """The plans, not the time: every question that names a round, an office or an indicator goes by an index."""
    questions = (
        "SELECT nama FROM v_temuan WHERE putaran='a' AND indikator_id='b' AND hasil='tidak_ada'",
        "SELECT * FROM v_temuan WHERE situs_id='a'",
        "SELECT * FROM v_temuan WHERE putaran='a' AND situs_id='b'",
        "SELECT putaran, hasil, count(*) FROM v_temuan WHERE indikator_id='a' GROUP BY 1, 2",
        "SELECT hasil, count(*) FROM v_temuan WHERE putaran='a' GROUP BY 1",
    )
    for question in questions:
        plan = [row["detail"] for row in db.execute(f"EXPLAIN QUERY PLAN {question}")]
        assert [step for step in plan if step.startswith("SCAN f")] == [], question


def test_a_round_in_a_line(folder: Path) -> None:
    with Store.open(folder) as store:
        older, newer = round_summaries(store)
    assert (older.id, newer.id) == ("2026-T3", "2026-T4")
    assert (newer.offices, newer.scored, newer.ranked) == (39, 39, 34)
    assert newer.begun == STARTED and newer.done == STARTED + timedelta(minutes=14)
    assert (newer.packs, newer.profiles) == (("kip-kankemenag 1.0.0",), ("default",))
    assert (newer.corrections, newer.objections) == (1, 1) and (older.corrections, older.objections) == (0, 0)


def test_lines_are_drawn_from_what_could_be_rated(folder: Path) -> None:
    with Store.open(folder) as store:
        found = past_scores(store, ["2026-T3", "2026-T4"])
    by_key = {(past.round, past.site_id): past for past in found}
    assert len(found) == 5 + 39
    for card in CARDS:
        if card.listed:
            past = by_key[card.round, card.site.id]
            assert past.score == (card.score if card.rankable else None)
            assert (past.area, past.kind) == (card.site.area, card.site.kind)


def test_a_finding_stored_with_whole_numbers_is_the_same_when_it_is_read(tmp_path: Path) -> None:
    site = office(0)
    card = card_of(site, [finding(PACK.rules[0], site, Outcome.COMPLETE, points=1, weight=4)], PACK)
    with Store.open(tmp_path, write=True) as store:
        store.save(card, 0, Path("a.warc.gz"), "")
        assert store.cards(card.round) == (card,)
