"""A round from end to end on loopback sites: resumed, repaired, scored again offline, never unfair to the unseen."""

from __future__ import annotations

import errno
import logging
import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from auditor.model import Correction, CrawlSettings, Fetch, FetchStatus, OfficeKind, Outcome, Scorecard, Site, SiteState
from auditor.problems import InputError
from auditor.proof import warc_path
from auditor.read.observe import observe as real_observe
from auditor.round import crawl_round, rebuild, run_round, score_round
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.run import Watch
from auditor.snapshot import SnapshotError, SnapshotWriter, read_head, read_snapshot
from auditor.store import DATABASE, Store, StoreError
from tests.loopback import Province

ROUND = "2026-T4"
SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.0, max_pages=12, browser="never", allow_private=True, retry_wait=0.0)


@pytest.fixture(scope="session")
def pack() -> Pack:
    return load(Path(__file__).parent.parent / "rules" / "kip")


@pytest.fixture
def province() -> Iterator[Province]:
    with Province(3) as running:
        yield running


def offices(province: Province) -> list[Site]:
    dead = Site("kab-mati", "Kankemenag Kabupaten Mati", OfficeKind.KABUPATEN, "http://127.0.0.1:9", "Jawa Tengah")
    return [
        *province.sites,
        dead,
        replace(dead, id="kab-tanpa", url=""),
        replace(dead, id="kab-tutup", url=province.sites[0].url, active=False),
    ]


def run(sites: list[Site], out: Path, pack: Pack, **more: object) -> dict[str, Scorecard]:
    cards = run_round(sites, ROUND, out, pack, SETTINGS, engine_name="lokal", **more)  # type: ignore[arg-type]
    return {card.site.id: card for card in cards}


def test_every_office_of_the_list_gets_a_card(tmp_path: Path, province: Province, pack: Pack) -> None:
    seen: list[str] = []
    cards = run(offices(province), tmp_path, pack, watch=Watch(card=lambda card: seen.append(card.site.id)))
    assert list(cards) == [site.id for site in offices(province)], "in the order of the list"
    assert sorted(seen) == sorted(cards), "each card was announced once"
    for site in province.sites:
        card = cards[site.id]
        assert card.status.state is SiteState.ALIVE and card.score is not None and card.pages_opened >= 3
        assert card.pack == pack.info and len(card.findings) == len(pack.rules)
        visi = next(f for f in card.findings if f.rule_id == "profil.visi-misi")
        assert visi.outcome is Outcome.COMPLETE and visi.evidence[0].record_id
        assert read_snapshot(warc_path(tmp_path, ROUND, site.id)).fetches


def test_nobody_scores_zero_for_a_site_that_was_not_seen(tmp_path: Path, province: Province, pack: Pack) -> None:
    cards = run(offices(province), tmp_path, pack)
    states = {site_id: cards[site_id].status.state for site_id in ("kab-mati", "kab-tanpa", "kab-tutup")}
    assert states == {
        "kab-mati": SiteState.UNREACHABLE,
        "kab-tanpa": SiteState.NOT_REGISTERED,
        "kab-tutup": SiteState.INACTIVE,
    }
    assert cards["kab-mati"].status.cause is not FetchStatus.OK
    for site_id in states:
        card = cards[site_id]
        assert card.score is None and card.band is None and (card.low, card.high) == (0.0, 100.0)
        assert {f.outcome for f in card.findings if f.weight} <= {Outcome.UNCHECKED, Outcome.NOT_APPLICABLE}


def test_running_again_asks_only_the_sites_that_could_not_be_read(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    first = run(offices(province), tmp_path, pack)
    asked = province.requests()
    second = run(offices(province), tmp_path, pack)
    assert province.requests() == asked, "what was read is not asked again"
    for site in province.sites:
        assert second[site.id] == first[site.id]
    before, after = first["kab-mati"].finished_at, second["kab-mati"].finished_at
    assert before and after and after > before, "each look has its own time"
    with Store.open(tmp_path) as store:
        assert len(store.attempts(ROUND, "kab-mati")) == 2
    earlier = list((tmp_path / ROUND / "bukti" / "sebelumnya").iterdir())
    assert [read_snapshot(path).finished_at for path in earlier] == [before]


def test_a_site_that_came_back_is_scored_on_its_second_look(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    with province.silent(site):
        assert run([site], tmp_path, pack)[site.id].score is None
    card = run([site], tmp_path, pack)[site.id]
    assert card.score is not None and card.status.state is SiteState.ALIVE


def test_scoring_again_offline_gives_the_same_cards(tmp_path: Path, pack: Pack) -> None:
    with Province(2) as province:
        sites = offices(province)
        sites[1] = replace(sites[1], kind=OfficeKind.KANWIL)  # its news is laid to the offices
        first = run_round(sites, ROUND, tmp_path, pack, SETTINGS, engine_name="lokal")
    for name in ("lokal", "proses"):
        assert score_round(ROUND, tmp_path, pack, engine_name=name) == first
    assert score_round(ROUND, tmp_path, pack, sites=sites, engine_name="lokal") == first


def test_a_correction_counts_when_the_round_is_scored_again(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    before = run([site], tmp_path, pack)[site.id]
    wrong = next(f for f in before.findings if f.outcome is Outcome.MISSING and f.weight >= 1)
    day = date.max
    decision = Correction(site.id, wrong.rule_id, Outcome.COMPLETE, "Ada.", "", "Siti Aminah", date(2026, 1, 1), day)
    (after,) = score_round(ROUND, tmp_path, pack, corrections=[decision], engine_name="lokal")
    changed = next(f for f in after.findings if f.rule_id == wrong.rule_id)
    assert changed.decided_by == "Siti Aminah" and after.score is not None and before.score is not None
    assert after.score > before.score
    with Store.open(tmp_path) as store:
        assert [c.rule_id for c in store.corrections(ROUND)] == [wrong.rule_id]


def test_a_damaged_snapshot_is_set_aside_and_its_site_crawled_again(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    first = run(province.sites, tmp_path, pack)
    hurt = province.sites[1]
    path = warc_path(tmp_path, ROUND, hurt.id)
    path.write_bytes(path.read_bytes()[:-500])
    again = run(province.sites, tmp_path, pack)
    assert again[hurt.id].score == first[hurt.id].score
    assert read_snapshot(path).site == hurt and path.with_name(f"{path.name}.rusak").exists()


def test_a_snapshot_with_one_changed_byte_is_crawled_again(tmp_path: Path, province: Province, pack: Pack) -> None:
    """Also where its beginning and its end are as they were."""
    first = run(province.sites, tmp_path, pack)
    path = warc_path(tmp_path, ROUND, province.sites[1].id)
    whole = path.read_bytes()
    places = range(len(whole) // 3, len(whole))
    at = next(n for n in places if not _survives(path, whole[:n] + b"U" + whole[n + 1 :], read_head))
    path.write_bytes(whole[:at] + b"U" + whole[at + 1 :])
    asked = province.requests()
    again = run(province.sites, tmp_path, pack)
    assert again[province.sites[1].id].score == first[province.sites[1].id].score
    assert [site for site, paths in province.requests().items() if paths != asked[site]] == [province.sites[1].id]
    assert path.with_name(f"{path.name}.rusak").read_bytes()[at : at + 1] == b"U"


def _survives(path: Path, data: bytes, head: Callable[[Path], object]) -> bool:
    """Whether a damage goes unnoticed by a full reading, or is one that the head alone shows."""
    path.write_bytes(data)
    try:
        read_snapshot(path)
        return True
    except SnapshotError:
        try:
            head(path)
            return False
        except SnapshotError:
            return True


def test_a_damaged_snapshot_scored_offline_is_not_held_against_the_office(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    run(province.sites, tmp_path, pack)
    hurt = province.sites[1].id
    path = warc_path(tmp_path, ROUND, hurt)
    path.write_bytes(path.read_bytes()[:-500])
    cards = {card.site.id: card for card in score_round(ROUND, tmp_path, pack, engine_name="proses")}
    assert "SnapshotError" in cards[hurt].status.detail, "told as it is, also by a worker"
    assert cards[hurt].score is None and cards[hurt].status.cause is FetchStatus.INTERNAL_ERROR
    assert all(card.score is not None for site_id, card in cards.items() if site_id != hurt)


def test_an_office_with_a_new_address_is_crawled_again(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    run([site], tmp_path, pack)
    moved = replace(site, url=province.sites[1].url)
    assert run([moved], tmp_path, pack)[site.id].site == moved
    assert read_snapshot(warc_path(tmp_path, ROUND, site.id)).site == moved


def test_a_chosen_few_can_be_run_without_forgetting_the_rest(tmp_path: Path, province: Province, pack: Pack) -> None:
    run(province.sites, tmp_path, pack)
    cards = run(province.sites, tmp_path, pack, only={province.sites[2].id})
    assert list(cards) == [site.id for site in province.sites]
    shorter = run(province.sites[:2], tmp_path, pack)
    assert list(shorter) == [site.id for site in province.sites], "what is stored of others is not dropped"
    assert [site_id for site_id, card in shorter.items() if not card.listed] == [province.sites[2].id]
    assert all(card.listed for card in run(province.sites, tmp_path, pack).values())


def stored_cards(out: Path) -> tuple[Scorecard, ...]:
    with Store.open(out) as store:
        return store.cards(ROUND)


def missing_of(card: Scorecard) -> str:
    """An indicator that was not found and weighs something in every profile."""
    return next(f.rule_id for f in card.findings if f.outcome is Outcome.MISSING and f.required and f.weight >= 1)


def decision(site_id: str, rule_id: str) -> Correction:
    return Correction(site_id, rule_id, Outcome.COMPLETE, "Ada.", "", "Siti Aminah", date(2026, 1, 1), date.max)


def test_a_crawl_only_crawls(tmp_path: Path, province: Province, pack: Pack) -> None:
    first, second, third = province.sites
    seen: list[str] = []
    watch = Watch(crawled=lambda site, status: seen.append(f"{site.id} {status.state}"))
    crawl_round(province.sites, ROUND, tmp_path, pack, SETTINGS, only={first.id}, watch=watch)
    assert stored_cards(tmp_path) == () and seen == [f"{first.id} {SiteState.ALIVE}"]
    other = load(Path(__file__).parent.parent / "rules" / "kip", "pinmas2016")
    given = [decision(first.id, "setiapsaat.dip"), decision(third.id, "setiapsaat.dip")]
    scored = score_round(ROUND, tmp_path, other, corrections=given, engine_name="lokal")
    crawl_round(province.sites, ROUND, tmp_path, pack, SETTINGS, only={second.id})
    assert stored_cards(tmp_path) == scored, "weights, decisions and cards stay as they were"
    with Store.open(tmp_path) as store:
        assert [c.site_id for c in store.corrections(ROUND)] == [first.id, third.id]
    cards = score_round(ROUND, tmp_path, other, engine_name="lokal")
    assert [card.site.id for card in cards] == [first.id, second.id], "what was crawled since is scored as well"
    assert cards[0] == scored[0]


def test_decisions_hold_until_others_are_given(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    wrong = missing_of(run([site], tmp_path, pack)[site.id])
    told: list[str] = []
    watch = Watch(note=told.append)
    (decided,) = score_round(ROUND, tmp_path, pack, corrections=[decision(site.id, wrong)], engine_name="lokal")
    assert score_round(ROUND, tmp_path, pack, engine_name="lokal", watch=watch) == (decided,)
    assert run([site], tmp_path, pack, watch=watch)[site.id] == decided
    assert len(told) == 2 and all("menyimpan 1 koreksi" in note for note in told)
    (undone,) = score_round(ROUND, tmp_path, pack, corrections=(), engine_name="lokal", watch=watch)
    assert undone.score is not None and decided.score is not None and undone.score < decided.score
    assert "1 dicabut" in told[-1]


def test_a_round_has_one_set_of_weights_and_decisions_whoever_is_chosen(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    first, second, _ = province.sites
    wrong = missing_of(run(province.sites, tmp_path, pack)[second.id])
    other = load(Path(__file__).parent.parent / "rules" / "kip", "pinmas2016")
    told: list[str] = []
    cards = run(
        province.sites,
        tmp_path,
        other,
        only={first.id},
        corrections=[decision(second.id, wrong)],
        watch=Watch(note=told.append),
    )
    assert {card.pack.profile for card in cards.values()} == {"pinmas2016"}
    assert next(f for f in cards[second.id].findings if f.rule_id == wrong).decided_by == "Siti Aminah"
    assert any("profil default" in note and "profil pinmas2016" in note for note in told)


def test_scoring_keeps_what_the_list_said_last(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    run([site], tmp_path, pack)
    renamed = replace(site, area="Wilayah Baru", not_applicable=("profil.visi-misi",))
    card = run([renamed], tmp_path, pack)[site.id]
    assert card.site == renamed
    assert score_round(ROUND, tmp_path, pack, engine_name="lokal") == (card,)


def test_a_lost_history_is_made_again_from_the_snapshots(tmp_path: Path, province: Province, pack: Pack) -> None:
    first = run(offices(province), tmp_path, pack)
    (tmp_path / DATABASE).unlink()
    assert rebuild(tmp_path, pack, engine_name="lokal") == (ROUND,)
    with Store.open(tmp_path) as store:
        assert {card.site.id: card for card in store.cards(ROUND)} == first


def test_a_damaged_history_comes_back_with_all_its_rounds(tmp_path: Path, province: Province, pack: Pack) -> None:
    sites = province.sites[:2]
    first = run_round(sites, "2026-T3", tmp_path, pack, SETTINGS, engine_name="lokal")
    second = run_round(sites, ROUND, tmp_path, pack, SETTINGS, engine_name="lokal")
    (tmp_path / DATABASE).write_bytes(b"rusak" * 1000)
    assert set(score_round(ROUND, tmp_path, pack, engine_name="lokal")) == set(second)
    with Store.open(tmp_path) as store:
        assert set(store.cards("2026-T3")) == set(first) and store.rounds() == ("2026-T3", ROUND)
    assert (tmp_path / f"{DATABASE}.rusak-1").exists()


def test_a_damaged_result_is_made_again_and_nothing_else_is_touched(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    """One changed byte of one card: other rounds, weights, decisions and lists stay as they are."""
    first, second, third = province.sites
    other = load(Path(__file__).parent.parent / "rules" / "kip", "pinmas2016")
    earlier = run_round(province.sites, "2026-T3", tmp_path, pack, SETTINGS, engine_name="lokal")
    run(province.sites, tmp_path, pack)
    cards = run(
        [first, second], tmp_path, other, corrections=[decision(first.id, "setiapsaat.dip")]
    )  # the third is no longer listed
    db = sqlite3.connect(tmp_path / DATABASE)
    db.execute("UPDATE findings SET note = 'lain' WHERE round = ? AND site_id = ?", (ROUND, second.id))
    db.commit()
    db.close()
    told: list[str] = []
    again = score_round(ROUND, tmp_path, other, engine_name="lokal", watch=Watch(note=told.append))
    assert {card.site.id: card for card in again} == cards and not cards[third.id].listed
    assert second.id in told[0] and "rusak" in told[0]
    with Store.open(tmp_path) as store:
        assert store.cards("2026-T3") == earlier
        assert [c.rule_id for c in store.corrections(ROUND)] == ["setiapsaat.dip"]
    assert (tmp_path / f"{DATABASE}.rusak-1").exists()


def test_a_full_disk_stops_the_run_in_plain_words_and_the_next_run_goes_on(
    tmp_path: Path, province: Province, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    add = SnapshotWriter.add

    def full(writer: SnapshotWriter, fetch: Fetch) -> Fetch:
        if province.sites[2].id in writer.path.name:
            raise OSError(errno.ENOSPC, "No space left on device", str(writer.partial))
        return add(writer, fetch)

    monkeypatch.setattr(SnapshotWriter, "add", full)
    with pytest.raises(StoreError, match="penuh"):
        run(province.sites, tmp_path, pack)
    assert not list(tmp_path.rglob("*.partial"))
    monkeypatch.undo()
    assert all(card.score is not None for card in run(province.sites, tmp_path, pack).values())


def test_a_folder_that_cannot_be_written_is_told_before_anything_is_asked(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    (tmp_path / "hasil").write_text("sebuah berkas", encoding="utf-8")
    with pytest.raises(StoreError):
        run(province.sites, tmp_path / "hasil", pack)
    assert not any(province.requests().values())


def test_two_runs_on_one_folder_do_not_mix(tmp_path: Path, province: Province, pack: Pack) -> None:
    with Store.open(tmp_path, write=True), pytest.raises(StoreError, match="sedang dipakai"):
        run(province.sites, tmp_path, pack)
    assert not any(province.requests().values())


def test_our_own_fault_on_one_site_costs_no_office_its_score(
    tmp_path: Path,
    province: Province,
    pack: Pack,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def observe(snapshot: object, **more: object) -> object:
        if snapshot.site.id == province.sites[1].id:  # type: ignore[attr-defined]
            raise RuntimeError("pecah di tengah jalan")
        return real_observe(snapshot, **more)  # type: ignore[arg-type]

    monkeypatch.setattr("auditor.assessment.observe", observe)
    with caplog.at_level(logging.ERROR):
        cards = run(province.sites, tmp_path, pack)
    broken = cards[province.sites[1].id]
    assert broken.score is None and broken.status.cause is FetchStatus.INTERNAL_ERROR
    assert "RuntimeError" in broken.status.detail and "pecah di tengah jalan" in caplog.text
    assert all(card.score is not None for card in cards.values() if card is not broken)


def test_a_round_that_does_not_exist_is_told_with_those_that_do(tmp_path: Path, province: Province, pack: Pack) -> None:
    run(province.sites[:1], tmp_path, pack)
    with pytest.raises(InputError, match=ROUND):
        score_round("2026-T3", tmp_path, pack, engine_name="lokal")


@pytest.mark.parametrize(
    "name", ["../luar", "", "a/b", "T4 ", "x" * 41, "a.", "...", "CON", "nul", "Com1", "aux.2026", "audit.db"]
)
def test_a_rounds_name_must_be_a_folders_name(tmp_path: Path, pack: Pack, name: str) -> None:
    with pytest.raises(InputError, match="--round"):
        run_round([], name, tmp_path, pack, SETTINGS)
    assert list(tmp_path.iterdir()) == []
