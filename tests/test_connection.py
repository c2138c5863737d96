"""The officer's own connection: when it is down no office is blamed, nothing is stored of it, no report is made."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.crawl import connection
from auditor.crawl.connection import ConnectionDown, without_answer
from auditor.crawl.guard import loopback_only
from auditor.model import CrawlSettings, FetchStatus, OfficeKind, Site, SiteState, SiteStatus
from auditor.proof import warc_path
from auditor.round import crawl_round, run_round
from auditor.rules.pack import Pack
from auditor.store import Store
from tests.loopback import Province
from tests.small_sites import PACK
from tests.test_cli import auditor

ROUND = "2026-T4"
SETTINGS = CrawlSettings(
    "KIPAuditor/uji", delay=0.0, max_pages=4, browser="never", allow_private=True, retries=0, retry_wait=0.0
)
DEAD = [
    Site(f"kab-{name}", f"Kankemenag Kabupaten {name}", OfficeKind.KABUPATEN, f"https://{name}.example", "Jawa Tengah")
    for name in ("satu", "dua", "tiga")
]


@pytest.fixture
def province() -> Iterator[Province]:
    with Province(2) as running:
        yield running


@pytest.fixture
def pack() -> Pack:
    return PACK


def run(sites: list[Site], out: Path, pack: Pack) -> dict[str, SiteStatus]:
    cards = run_round(sites, ROUND, out, pack, SETTINGS, engine_name="lokal", resolver=loopback_only)
    return {card.site.id: card.status for card in cards}


def test_when_nothing_at_all_can_be_reached_it_is_our_own_connection(tmp_path: Path, pack: Pack) -> None:
    with pytest.raises(ConnectionDown, match="tidak tersambung ke internet"):
        run(DEAD, tmp_path, pack)
    with pytest.raises(ConnectionDown):
        crawl_round(DEAD, ROUND, tmp_path, pack, SETTINGS, resolver=loopback_only)
    assert not list(tmp_path.rglob("*.warc.gz*")), "no look, no record"
    with Store.open(tmp_path) as store:
        assert store.cards(ROUND) == ()


def test_a_dead_site_beside_living_ones_is_the_sites_own_fault(tmp_path: Path, province: Province, pack: Pack) -> None:
    states = run([*province.sites, DEAD[0]], tmp_path, pack)
    assert states["kab-satu"] == replace(states["kab-satu"], state=SiteState.UNREACHABLE, cause=FetchStatus.DNS)
    assert all(states[site.id].readable for site in province.sites)


def test_a_connection_lost_on_the_way_keeps_what_was_seen_and_nothing_else(
    tmp_path: Path, province: Province, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def nobody(*_: object) -> bool:
        return False

    monkeypatch.setattr(connection, "_answers", nobody)
    with pytest.raises(ConnectionDown, match="terputus"):
        run([*province.sites, *DEAD], tmp_path, pack)
    assert all(warc_path(tmp_path, ROUND, site.id).is_file() for site in province.sites)
    assert not any(warc_path(tmp_path, ROUND, site.id).exists() for site in DEAD)
    assert not list(tmp_path.rglob("*.partial"))
    monkeypatch.undo()
    assert len(run([*province.sites, *DEAD], tmp_path, pack)) == 5, "run again, it goes on"


def test_offices_looked_at_once_more_may_all_be_dead(
    tmp_path: Path, pack: Pack, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A second day asks only those that failed: well-known hosts tell whether it is they."""

    async def only_known(url: str, *_: object) -> bool:
        return url == "https://kemenag.go.id"

    monkeypatch.setattr(connection, "_answers", only_known)
    assert {status.cause for status in run(DEAD, tmp_path, pack).values()} == {FetchStatus.DNS}


def test_local_addresses_and_sites_that_answer_say_nothing_of_the_connection() -> None:
    down = SiteStatus(SiteState.UNREACHABLE, FetchStatus.REFUSED)
    assert without_answer(DEAD[0], down)
    assert not without_answer(replace(DEAD[0], url="http://127.0.0.1:9"), down)
    assert not without_answer(replace(DEAD[0], url="http://localhost:9"), down)
    assert not without_answer(DEAD[0], replace(down, cause=FetchStatus.WAF))
    assert not without_answer(replace(DEAD[0], url=""), SiteStatus(SiteState.NOT_REGISTERED))


def test_the_commands_end_with_5_and_leave_the_reports_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("auditor.toml").write_text('[laporan]\nformat = ["html", "csv", "wa"]\n', encoding="utf-8")
    options = ("--round", ROUND, "--delay", "0", "--browser", "never", "--allow-private", "--max-pages", "4")
    with Province(2) as province:
        living = "".join(f"{site.id},{site.name},{site.url}\n" for site in province.sites)
        Path("sites.csv").write_text(f"id,nama,url\n{living}", encoding="utf-8")
        assert auditor("run", "sites.csv", *options, "--engine", "lokal").code == 0
    before = {path: path.read_bytes() for path in Path("hasil", ROUND).rglob("*") if path.is_file()}

    def no_names(host: object, *_: object, **__: object) -> None:
        raise socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")

    monkeypatch.setattr(socket, "getaddrinfo", no_names)
    dead = "".join(f"{site.id},{site.name},{site.url}\n" for site in DEAD)
    Path("sites.csv").write_text(f"id,nama,url\n{living}{dead}", encoding="utf-8")
    for words in (("run", "sites.csv", "--engine", "lokal", *options), ("crawl", "sites.csv", *options)):
        ended = auditor(*words)
        assert ended.code == 5 and "tampaknya tidak tersambung ke internet" in ended.err
        assert "Laporan tersimpan" not in ended.out
    assert {path: path.read_bytes() for path in Path("hasil", ROUND).rglob("*") if path.is_file()} == before
    alone = auditor("check", "https://satu.example", "--delay", "0", "--browser", "never")
    assert alone.code == 5 and "hubungi" not in alone.out + alone.err


def test_an_address_is_tried_by_its_home_page_alone(province: Province) -> None:
    site = province.sites[0]
    ended = auditor("check", site.url, "--quick", "--delay", "0", "--allow-private")
    assert ended.code == 0 and "Situs menjawab." in ended.out
    asked = province.requests()[site.id]
    assert len(asked) <= 6, asked  # robots.txt, the home page, a missing page, maps and feeds: no other page
    ended = auditor("check", site.url, "--quick", "--delay", "0", "--lines", "--id", "kab-satu")
    assert '"situs": "kab-satu"' in ended.out and "Belum dapat dibuka" in ended.out  # behind the guard
