"""Finished offices looked at again within the round: what they mended is told, and nothing that was seen is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from auditor.compare import failed_looks, recheck_of
from auditor.model import Correction, CorrectionStatus, CrawlSettings, Outcome, Scorecard, SiteState
from auditor.objections import State, standings, waiting
from auditor.proof import warc_path
from auditor.report.looks import looked_again
from auditor.round import rebuild, run_round, score_round
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.snapshot import read_snapshot
from auditor.store import DATABASE, Store
from tests.loopback import Province
from tests.test_cli import auditor

ROUND, VISI = "2026-T4", "profil.visi-misi"
SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.0, max_pages=12, browser="never", allow_private=True, retry_wait=0.0)


@pytest.fixture(scope="module")
def pack() -> Pack:
    return load(Path(__file__).parent.parent / "rules" / "kip")


@pytest.fixture
def province() -> Iterator[Province]:
    with Province(2) as running:
        yield running


def run(province: Province, out: Path, pack: Pack, **more: object) -> dict[str, Scorecard]:
    cards = run_round(province.sites, ROUND, out, pack, SETTINGS, engine_name="lokal", **more)  # type: ignore[arg-type]
    return {card.site.id: card for card in cards}


def again(province: Province, out: Path, pack: Pack, **more: object) -> Scorecard:
    """The first office looked at once more."""
    site_id = province.sites[0].id
    return run(province, out, pack, only={site_id}, recheck={site_id}, **more)[site_id]


def visi(card: Scorecard) -> Outcome:
    return next(f.outcome for f in card.findings if f.rule_id == VISI)


def test_what_an_office_mended_since_is_told_with_both_scores(tmp_path: Path, province: Province, pack: Pack) -> None:
    site, other = province.sites
    with province.without(site, "/visi-misi"):
        first = run(province, tmp_path, pack)
    asked = province.requests()
    card = again(province, tmp_path, pack)
    assert (visi(first[site.id]), visi(card)) == (Outcome.LINK_ONLY, Outcome.COMPLETE)
    assert province.requests()[other.id] == asked[other.id], "nobody else is asked"
    told = recheck_of(card)
    assert told is not None and told.before.score == first[site.id].score
    assert told.before.finished_at == first[site.id].finished_at
    first_gain = told.changes[0]
    assert (first_gain.rule_id, first_gain.before, first_gain.after) == (VISI, Outcome.LINK_ONLY, Outcome.COMPLETE)
    shown = looked_again(card)
    assert shown is not None and "diperiksa ulang" in shown.short and "Visi" in shown.sentence
    kept = [read_snapshot(path) for path in (tmp_path / ROUND / "bukti" / "sebelumnya").iterdir()]
    assert [snapshot.finished_at for snapshot in kept] == [first[site.id].finished_at], "the earlier look is evidence"


def test_a_bad_moment_costs_nothing_of_what_was_seen(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    first = run(province, tmp_path, pack)[site.id]
    with province.silent(site):
        card = again(province, tmp_path, pack)
    assert replace(card, looks=()) == first and recheck_of(card) is None
    (failed,) = failed_looks(card)
    assert failed.state is SiteState.UNREACHABLE and failed.score is None
    shown = looked_again(card)
    assert shown is not None and not shown.short and "tetap berlaku" in shown.sentence
    assert read_snapshot(warc_path(tmp_path, ROUND, site.id)).finished_at == first.finished_at
    assert run(province, tmp_path, pack)[site.id] == card, "running again asks nothing and changes nothing"


def test_the_looks_are_made_again_from_the_snapshots(tmp_path: Path, province: Province, pack: Pack) -> None:
    site = province.sites[0]
    with province.without(site, "/visi-misi"):
        run(province, tmp_path, pack)
    card = again(province, tmp_path, pack)
    (tmp_path / DATABASE).unlink()
    rebuild(tmp_path, pack, engine_name="lokal")
    with Store.open(tmp_path) as store:
        assert next(c for c in store.cards(ROUND) if c.site.id == site.id) == card
    assert card in score_round(ROUND, tmp_path, pack, engine_name="lokal")


def objection(site_id: str) -> Correction:
    return Correction(
        *(site_id, VISI, Outcome.COMPLETE, "Halamannya sudah ada.", "", "", None, None),
        status=CorrectionStatus.FILED,
        filed_by="Budi",
        filed_on=date(2026, 11, 25),
    )


def test_an_objection_changes_no_score_and_is_closed_by_the_finding_it_asked_for(
    tmp_path: Path, province: Province, pack: Pack
) -> None:
    site, other = province.sites
    with province.without(site, "/visi-misi"):
        first = run(province, tmp_path, pack)
        filed = run(province, tmp_path, pack, corrections=[objection(site.id)])
    assert filed[site.id].score == first[site.id].score and filed[site.id].uncorrected is None
    assert waiting(filed.values()) == (site.id,)
    card = again(province, tmp_path, pack)
    assert [s.state for s in standings(card)] == [State.MET] and not waiting([card])
    assert filed[other.id].corrections == ()


def test_the_command_looks_again_at_whom_it_is_told_to(tmp_path: Path, province: Province) -> None:
    site, other = province.sites
    sites, out, koreksi = tmp_path / "sites.csv", tmp_path / "hasil", tmp_path / "koreksi.csv"
    rows = [f"{s.id},{s.name},{s.province},{s.area},{s.url}" for s in province.sites]
    sites.write_text("\n".join(["id,nama,provinsi,wilayah,url", *rows]), encoding="utf-8")
    options = (sites, "--round", ROUND, "--out", out, "--delay", "0", "--allow-private", "--browser", "never")
    early = auditor("run", *options, "--recheck", site.id)
    assert early.code == 2, "there is no round yet"
    with province.without(site, "/visi-misi"):
        assert auditor("run", *options).code == 0
    koreksi.write_text(
        "situs_id,indikator_id,hasil,alasan,diajukan_oleh,tanggal_diajukan,status\n"
        f"{site.name},Visi dan misi,Lengkap,Sudah ada,Budi,2026-11-25,diajukan\n",
        encoding="utf-8",
    )
    asked = province.requests()
    told = auditor("run", *options, "--corrections", koreksi, "--recheck", "keberatan")
    assert told.code == 0, told.err
    assert f"{site.name}: Diperiksa ulang" in told.out and "menjadi" in told.out
    assert province.requests()[other.id] == asked[other.id]
    assert province.requests()[site.id] != asked[site.id]
    nobody = auditor("run", *options, "--recheck", "keberatan")
    assert nobody.code == 0 and "Tidak ada kantor yang perlu diperiksa ulang" in nobody.out
    wrong = auditor("run", *options, "--recheck", "kab-tanpa")
    assert wrong.code == 2 and "keberatan" in wrong.err
