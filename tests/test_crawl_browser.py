"""Pages that need JavaScript: rendered by the machine's browser, through the crawler's own polite client."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from auditor.crawl.browser import can_render, find_browser
from auditor.model import CrawlSettings, FetchRole, FetchStatus, SiteState, SiteStatus
from tests.faults import applications
from tests.faults.catalogue import HOME
from tests.faults.crawling import SETTINGS, Memory, crawl, departures, watching_departures
from tests.faults.server import FaultServer, Handler, reply

needs_browser = pytest.mark.skipif(not can_render(), reason="TIDAK ADA PERAMBAN: pengujian JavaScript dilewati")
AUTO = replace(SETTINGS, browser="auto", max_seconds=60.0, request_deadline=5.0, read_timeout=4.0, render_seconds=4.0)
SHORT = replace(AUTO, max_pages=4)


def crawl_app(
    script: str, settings: CrawlSettings = AUTO, shell_status: int = 200, **extra: Handler
) -> tuple[SiteStatus, Memory, FaultServer]:
    routes, shell = applications.routes(script, shell_status)
    with FaultServer({**routes, **extra}, missing=shell) as server:
        status, archive = crawl(server.url, settings)
    return status, archive, server


@pytest.fixture(scope="module")
def history() -> tuple[SiteStatus, Memory, FaultServer]:
    return crawl_app(applications.HISTORY, replace(AUTO, delay=0.05))


def text(archive: Memory, path: str) -> str:
    return archive.of(path).body.decode()


@pytest.mark.browser
@needs_browser
def test_an_application_is_read_through_the_browser(history: tuple[SiteStatus, Memory, FaultServer]) -> None:
    status, archive, _ = history
    assert (status.state, status.cause) == (SiteState.ALIVE, FetchStatus.OK)
    page = archive.of("/ppid/dip")
    assert page.status is FetchStatus.OK and page.rendered
    assert "Unduh DIP 2026" in text(archive, "/ppid/dip")
    assert archive.of("/berkas/dip.pdf").role is FetchRole.DOCUMENT


@pytest.mark.browser
@needs_browser
def test_what_tabs_load_by_a_click_is_part_of_the_page(history: tuple[SiteStatus, Memory, FaultServer]) -> None:
    _, archive, _ = history
    body = text(archive, "/ppid")
    assert "LKjIP 2025" in body and "pihak ketiga" in body
    assert archive.of("/berkas/lkjip.pdf").status is FetchStatus.OK


@pytest.mark.browser
@needs_browser
def test_a_button_that_leads_to_a_route_is_followed(history: tuple[SiteStatus, Memory, FaultServer]) -> None:
    _, archive, _ = history
    page = archive.of("/maklumat")
    assert page.label == "Maklumat Pelayanan" and "kami berjanji" in page.body.decode()


@pytest.mark.browser
@needs_browser
def test_data_of_the_own_host_is_archived_as_such(history: tuple[SiteStatus, Memory, FaultServer]) -> None:
    _, archive, _ = history
    data = [f for f in archive.fetches if f.role is FetchRole.API and f.url.endswith("/api/berita")]
    assert len(data) == 1 and b"Berita satu" in data[0].body


@pytest.mark.browser
@needs_browser
def test_the_browser_keeps_the_delay_and_one_request_at_a_time() -> None:
    with watching_departures():
        _, _, server = crawl_app(applications.HISTORY, replace(AUTO, delay=0.05))
        left = departures(server)
    assert server.log.most_in_flight == 1
    assert min(left) >= 0.05
    assert server.log.paths.count("/app.js") == 1, "scripts are fetched once per site"
    assert server.log.paths.count("/gaya.css") == 1, "and so are style sheets, which tell what can be clicked"


@pytest.mark.browser
@needs_browser
def test_hash_routes_are_pages_of_their_own() -> None:
    _, archive, _ = crawl_app(applications.HASH)
    assert "Unduh DIP 2026" in text(archive, "/#/ppid/dip")
    assert "pejabat pengelola" in text(archive, "/#/ppid")
    assert archive.of("/berkas/dip.pdf").status is FetchStatus.OK


@pytest.mark.browser
@needs_browser
def test_an_application_served_with_404_is_read_all_the_same() -> None:
    _, archive, _ = crawl_app(applications.HISTORY, SHORT, shell_status=404)
    assert archive.of("/ppid/dip").status is FetchStatus.OK
    assert "Unduh DIP 2026" in text(archive, "/ppid/dip")


@pytest.mark.browser
@needs_browser
def test_a_route_the_application_does_not_know_is_missing() -> None:
    home = applications.HISTORY.replace("[['/', 'Beranda'],", "[['/', 'Beranda'], ['/tidak-ada', 'Visi Misi'],")
    _, archive, _ = crawl_app(home, AUTO)
    assert archive.of("/tidak-ada").status is FetchStatus.SOFT_404


@pytest.mark.browser
@needs_browser
def test_the_browser_sends_nothing_but_get_and_reaches_nobody_else() -> None:
    status, archive, server = crawl_app(applications.HOSTILE, SHORT)
    assert status.state is SiteState.ALIVE and archive.of("/ppid/dip").rendered
    assert {request.method for request in server.log.requests} == {"GET"}
    unwanted = ("/kirim", "/suar", "/soket", "/gambar.png", "/pekerja.js")
    assert not [path for path in server.log.paths if path.startswith(unwanted)]
    assert all(request.headers["user-agent"] == SETTINGS.user_agent for request in server.log.requests)


@pytest.mark.browser
@needs_browser
def test_robots_bind_the_browser_too() -> None:
    robots = reply("User-agent: *\nDisallow: /api/\n", type="text/plain")
    _, _, server = crawl_app(applications.HISTORY, SHORT, **{"/robots.txt": robots})
    assert "/api/berita" not in server.log.paths


@pytest.mark.browser
@needs_browser
def test_a_script_without_end_does_not_hold_the_crawl(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.crawl.tab.STUCK", 2.0)
    status, archive, _ = crawl_app(applications.STUCK)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.NEEDS_JAVASCRIPT)
    assert archive.of("/").status is FetchStatus.NEEDS_JAVASCRIPT


@pytest.mark.browser
@needs_browser
def test_a_browser_that_cannot_start_leaves_pages_unexamined(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("auditor.crawl.crawler.find_browser", lambda: Path("/bin/false"))
    status, archive, _ = crawl_app(applications.HISTORY, SHORT)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.NEEDS_JAVASCRIPT)
    assert "peramban" in archive.of("/").error


def test_without_a_browser_an_application_could_not_be_examined() -> None:
    status, archive, _ = crawl_app(applications.HISTORY, replace(AUTO, browser="never"))
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.NEEDS_JAVASCRIPT)
    assert not [f for f in archive.fetches if f.status.absent and f.role is FetchRole.PAGE]


@pytest.mark.browser
@needs_browser
def test_always_renders_ordinary_pages_as_well() -> None:
    with FaultServer({"/": reply(HOME)}) as server:
        _, archive = crawl(server.url, replace(AUTO, browser="always"))
    assert archive.of("/").rendered


def test_a_browser_is_found_by_its_usual_places_or_not_at_all() -> None:
    program = find_browser()
    assert program is None or program.exists()
