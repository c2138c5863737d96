"""Pages are read beside the crawl, in limited processes: what a reader dies of costs one page, no site its score."""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditor.crawl.recognition import Question, Recognised
from auditor.crawl.sitemaps import read_sitemap
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, OfficeKind, Site
from auditor.readers import Readers, readers
from auditor.round import run_round, score_round
from auditor.rules.loader import load
from auditor.work.limits import Limits
from tests.loopback import Province, page

PACK = load(Path(__file__).parent.parent / "rules" / "kip")
HOME = "https://purbalingga.kemenag.go.id/"
SITE = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOME, "Jawa Tengah")
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.0, max_pages=12, browser="never", allow_private=True, retry_wait=0.0)
MANY = "".join(f'<a href="/berkas/{n}">Berkas kegiatan nomor {n}</a>' for n in range(15_000))


@pytest.fixture
def beside() -> Iterator[Readers]:
    with closing(readers("proses", PACK, 1)) as read:
        yield read


def question(path: str, html: str | None = None, *missing: str) -> Question:
    url, body = HOME + path, (html or page("Purbalingga", f"/{path}") or "").encode()
    role = FetchRole.PAGE if path else FetchRole.HOME
    fetch = Fetch(url, role, FetchStatus.OK, NOW, url, 200, media_type="text/html", body=body)
    return Question(fetch, missing, office=True, posts_pages=0 if path else 1)


def die(body: bytes) -> None:
    os._exit(7)


def same(body: bytes) -> bytes:
    return body


async def _told(read: Readers) -> list[Recognised]:
    reader = read.of(SITE)
    return [await reader.recognise(question(path)) for path in ("", "visi-misi", "kontak", "ppid")]


def test_what_is_told_of_a_page_is_the_same_wherever_it_is_read(beside: Readers) -> None:
    told = asyncio.run(_told(beside))
    assert told == asyncio.run(_told(readers("lokal", PACK)))
    assert told[0].office and [link.label for link in told[0].links][:1] == ["Visi dan Misi"]
    assert told[0].links == told[2].links, "each link travels once, and is told of every page"


def test_a_reader_that_died_is_replaced_and_knows_again_what_it_must(beside: Readers) -> None:
    gone = "<title>Portal</title><main><h1>Portal</h1><p>Halaman ini menampilkan portal layanan kami.</p></main>"

    async def tell() -> None:
        reader = beside.of(SITE)
        name = await reader.remember(gone.encode())
        before = [await reader.recognise(question("profil", gone, name)), await reader.recognise(question("kontak"))]
        assert before[0].status is FetchStatus.SOFT_404
        assert await reader.do(die, b"") is None
        after = [await reader.recognise(question("profil", gone, name)), await reader.recognise(question("kontak"))]
        assert after == before

    asyncio.run(tell())


def test_a_page_beyond_the_limits_is_too_heavy_and_the_next_is_read(
    beside: Readers, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def tell() -> tuple[Recognised, Recognised]:
        reader = beside.of(SITE)
        await reader.recognise(question(""))
        # The least there is between two looks: however fast a machine, such a page takes longer than two of them.
        monkeypatch.setattr("auditor.readers._PAGE", Limits(cpu=0.0, wall=60.0, megabytes=490))
        heavy = await reader.recognise(question("berkas", MANY * 3))
        monkeypatch.undo()
        return heavy, await reader.recognise(question("kontak"))

    heavy, next_one = asyncio.run(tell())
    assert heavy == Recognised(FetchStatus.TOO_HEAVY)
    assert next_one.status is FetchStatus.OK and next_one.links


def test_lists_are_read_beside_the_crawl_too(beside: Readers) -> None:
    body = b"<urlset><url><loc>https://a.id/ppid</loc></url></urlset>"

    async def tell() -> None:
        reader = beside.of(SITE)
        assert await reader.do(read_sitemap, body) == (("https://a.id/ppid",), ())
        assert await reader.do(same, b"isi") == b"isi"

    asyncio.run(tell())


def test_a_round_read_beside_the_crawl_has_the_cards_its_snapshots_give(tmp_path: Path) -> None:
    with Province(3) as province:
        cards = run_round(province.sites, "2026-T4", tmp_path, PACK, SETTINGS, engine_name="proses")
    assert all(card.score is not None for card in cards)
    assert score_round("2026-T4", tmp_path, PACK, engine_name="lokal") == cards
