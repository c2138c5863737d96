"""A site as its visitors see it: what scripts add is compared, menus are opened, and nothing gets past the guard."""

from __future__ import annotations

import asyncio
import os
import signal
import socket
import sys
import threading
from dataclasses import replace

import pytest

from auditor.crawl.browser import Browser, can_render, find_browser
from auditor.crawl.client import Client
from auditor.crawl.opening import Tried
from auditor.crawl.pace import Pace
from auditor.crawl.renderer import SiteRenderer
from auditor.crawl.rendering import Rendering
from auditor.crawl.tls import Trust
from auditor.crawl.view import View
from auditor.data import table
from auditor.model import Fetch, FetchRole, FetchStatus, SiteState, SiteStatus
from auditor.observations import Zone
from auditor.read.page.html import parse
from tests.faults import scripted
from tests.faults.crawling import SETTINGS, Memory, crawl
from tests.faults.server import FaultServer, reply

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not can_render(), reason="TIDAK ADA PERAMBAN: pengujian JavaScript dilewati"),
]
AUTO = replace(
    SETTINGS,
    browser="auto",
    max_pages=20,
    max_seconds=300.0,
    request_deadline=20.0,
    read_timeout=20.0,
    connect_timeout=20.0,
)


def crawl_office(home: str, **more: str) -> tuple[SiteStatus, Memory, FaultServer]:
    with FaultServer(scripted.office(home, **more), missing=reply("<h1>404</h1>", 404)) as server:
        status, archive = crawl(server.url, AUTO)
    return status, archive, server


def seen(archive: Memory, path: str) -> str:
    return parse(archive.of(path).body, "http://situs.invalid/").text


@pytest.fixture(scope="module")
def acting() -> tuple[SiteStatus, Memory, FaultServer]:
    return crawl_office(scripted.HOME)


def test_a_menu_that_opens_under_the_mouse_is_opened_down_to_its_last_step(
    acting: tuple[SiteStatus, Memory, FaultServer],
) -> None:
    _, archive, _ = acting
    assert "taat beragama dan rukun" in seen(archive, "/"), "a modal behind an entry behind a menu"
    assert archive.of("/tugas").status is FetchStatus.OK, "a link behind a sub-menu"
    assert archive.of("/berkala").status is FetchStatus.OK, "a link behind a button without a target"


def test_every_card_that_navigates_is_followed_not_the_first_alone(
    acting: tuple[SiteStatus, Memory, FaultServer],
) -> None:
    _, archive, server = acting
    for path in (*(f"/layanan/{n}" for n in range(1, 5)), "/maklumat", "/sejarah", "/berkas/dip.pdf"):
        assert server.log.paths.count(path) == 1, path
    links = {link.url: link.label for link in parse(archive.of("/").body, archive.of("/").url).links}
    assert next(label for url, label in links.items() if url.endswith("/maklumat")) == "Maklumat Pelayanan"


def test_a_click_that_leads_away_leaves_the_page_as_it_was(acting: tuple[SiteStatus, Memory, FaultServer]) -> None:
    _, archive, _ = acting
    home = archive.of("/")
    text = seen(archive, "/")
    assert home.rendered and home.final_url.endswith("/") and "sepenuh hati" in text
    assert "chrome-error" not in home.body.decode() and "ERR_" not in text and "Halaman sejarah" not in text
    assert text.count("Layanan 1") == 1, "nothing is told twice"
    assert text.count("sekarang") == 1, "a clock brings nothing to light"


def test_the_answer_as_it_came_and_a_picture_are_kept(acting: tuple[SiteStatus, Memory, FaultServer]) -> None:
    _, archive, _ = acting
    home = archive.of("/")
    assert home.original.decode() == scripted.HOME
    assert home.screenshot[:4] == b"RIFF" and home.screenshot[8:12] == b"WEBP" and len(home.screenshot) < 150_000


def test_a_site_whose_cards_answer_to_clicks_is_rendered_page_by_page(
    acting: tuple[SiteStatus, Memory, FaultServer],
) -> None:
    _, _, server = acting
    assert server.log.paths.count("/") == 1, "the browser is handed the answer in hand"


def test_opening_a_page_gives_the_same_result_every_time() -> None:
    one, other = render(scripted.HOME, times=2)
    assert one.body and one == other


@pytest.mark.parametrize(
    ("name", "html"), [("a table", scripted.LATER), ("words", scripted.WAITING), ("all", scripted.HOLLOW)]
)
def test_a_part_that_comes_later_is_waited_for_where_the_rest_of_the_site_is_plain(name: str, html: str) -> None:
    _, archive, _ = crawl_office(scripted.DECORATED, **{"/dip": html})
    assert not archive.of("/").rendered, "the home page's script adds nothing"
    assert not archive.of("/kontak").rendered
    assert archive.of("/dip").rendered and "nformasi publik nomor 1" in seen(archive, "/dip")


def test_a_site_without_scripts_needs_no_browser() -> None:
    _, archive, _ = crawl_office(scripted.page(f"<h1>Selamat datang</h1><p>{scripted.WORDS}</p>"))
    assert not any(fetch.rendered or fetch.screenshot for fetch in archive.fetches)


def test_what_a_style_sheet_hides_for_good_is_not_read_and_what_it_opens_is() -> None:
    style = (
        "<style>.rahasia { display: none } .sub { display: none } li:hover .sub { display: block }"
        " .masuk { animation: none }</style>"
    )
    main = (
        f"<p>{scripted.WORDS}</p><div class=rahasia>Kalimat yang tidak pernah tampil</div>"
        "<ul><li>Layanan<div class=sub>Kalimat di bawah tetikus</div></li></ul>"
        "<p class=masuk style='opacity:0;transform:translateY(20px);transition:opacity 1s'>Kalimat masuk perlahan</p>"
    )
    script = (
        "document.querySelector('main').append('Tambahan dari skrip yang cukup panjang untuk dihitung sebagai isi.')"
    )
    rendering = render(scripted.page(main, script, style))[0]
    text = parse(rendering.body, "http://situs.invalid/").text
    assert "tidak pernah tampil" not in text
    assert "di bawah tetikus" in text and "Kalimat masuk perlahan" in text


def render(html: str, times: int = 1, browser: Browser | None = None) -> list[Rendering]:
    """What the browser makes of a page, several times over, each time by a renderer of its own."""

    async def allowed(_: str) -> bool:
        return True

    async def run() -> list[Rendering]:
        program = find_browser()
        assert program is not None
        shared = browser or Browser(program, AUTO)
        found = []
        with FaultServer(scripted.office(html), missing=reply("", 404)) as server:
            for _ in range(times):
                client = Client(AUTO, Trust(allow_private=True), Pace(0.0, asyncio.get_running_loop().time))
                answer = await client.fetch(server.url, FetchRole.HOME)
                found.append(_plain(await SiteRenderer(shared, client, AUTO).render(answer, allowed, 60), server))
                await client.aclose()
        await shared.aclose()
        return found

    return asyncio.run(run())


def _plain(rendering: Rendering, server: FaultServer) -> Rendering:
    """A rendering without what differs by the server's port, and without its clock."""
    body = rendering.body.replace(server.url.encode(), b"http://situs.invalid")
    start, end = body.find(b">Pukul "), body.find(b" sekarang<")
    body = body[:start] + body[end:] if 0 <= start < end else body
    routes = tuple(replace(one, url=one.url.replace(server.url, "")) for one in rendering.routes)
    return replace(rendering, body=body, routes=routes, final_url="", screenshot=b"", api=())


class Listener:
    """Counts what arrives at one port of this machine, by UDP and by TCP."""

    def __init__(self) -> None:
        self._tcp = socket.create_server(("127.0.0.1", 0))
        self.port = self._tcp.getsockname()[1]
        self._udp = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._udp.bind(("127.0.0.1", self.port))
        self.heard: list[bytes] = []
        for watch in (self._calls, self._datagrams):
            threading.Thread(target=watch, daemon=True).start()

    def _calls(self) -> None:
        while True:
            try:
                line, _ = self._tcp.accept()
            except OSError:
                return
            self.heard.append(line.recv(2000))
            line.close()

    def _datagrams(self) -> None:
        while True:
            try:
                self.heard.append(self._udp.recv(2000))
            except OSError:
                return

    def close(self) -> None:
        self._tcp.close()
        self._udp.close()


def test_nothing_of_the_browser_reaches_the_network_by_itself() -> None:
    listener = Listener()
    try:
        found = render(scripted.page("<h1>Halo</h1>", scripted.ESCAPING.replace("PORT", str(listener.port))))[0]
        assert b"Selesai mencoba keluar" in found.body
        agents = {
            line.lower()
            for said in listener.heard
            for line in said.splitlines()
            if line.lower().startswith(b"user-agent")
        }
        assert agents <= {b"user-agent: " + AUTO.user_agent.lower().encode()}, "all that comes, comes from the client"
        assert not [said for said in listener.heard if not said.startswith(b"GET ")], listener.heard
    finally:
        listener.close()


def test_a_page_that_eats_memory_ends_and_the_browser_starts_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = {"memory_mb": 300, "memory_most_mb": 900, "memory_every": 0.1}
    monkeypatch.setattr("auditor.crawl.browser._DATA", table("crawl")["browser"] | limits)

    async def allowed(_: str) -> bool:
        return True

    async def run() -> tuple[Rendering, Rendering, int]:
        program = find_browser()
        assert program is not None
        browser = Browser(program, AUTO)
        client = Client(AUTO, Trust(allow_private=True), Pace(0.0, asyncio.get_running_loop().time))
        pages = {"/": reply(scripted.page("<h1>x</h1>", scripted.HUNGRY)), "/dua": reply(scripted.HOLLOW)}
        with FaultServer(scripted.office("") | pages, missing=reply("", 404)) as server:
            renderer = SiteRenderer(browser, client, AUTO)
            answers = [await client.fetch(server.url + path, FetchRole.PAGE) for path in ("/", "/dua")]
            hungry = await renderer.render(answers[0], allowed, 0)
            frugal = await renderer.render(answers[1], allowed, 0)
        await client.aclose()
        await browser.aclose()
        return hungry, frugal, browser.starts

    hungry, frugal, starts = asyncio.run(run())
    assert not hungry.body and "peramban" in hungry.error
    assert b"Informasi publik nomor 1" in frugal.body and starts == 2


def crawl_killing(monkeypatch: pytest.MonkeyPatch, times: int) -> tuple[SiteStatus, Memory, list[int]]:
    """A crawl of a site made by scripts, with its browser killed from outside so often, a page in it each time."""
    killed: list[int] = []
    show = View.show

    async def killing(view: View, tried: Tried, steps: int) -> Rendering:
        if len(killed) < times:
            system = await view._page.context.browser.new_browser_cdp_session()
            running = (await system.send("SystemInfo.getProcessInfo"))["processInfo"]
            killed.append(next(int(one["id"]) for one in running if one["type"] == "browser"))
            os.kill(killed[-1], signal.SIGKILL)
        return await show(view, tried, steps)

    monkeypatch.setattr(View, "show", killing)
    shell = "<!doctype html><head><script type=module src=/app.js></script></head><body><div id=root></div></body>"
    script = (
        f"document.getElementById('root').innerHTML = '<h1>{scripted.OFFICE}</h1><a href=/dip>Daftar Informasi Publik"
        "</a><p>' + location.pathname + ' kata'.repeat(80) + '</p>';"
    )
    routes = {"/app.js": reply(script, type="application/javascript"), "/robots.txt": reply("", 404)}
    with FaultServer(routes, missing=reply(shell)) as server:
        status, archive = crawl(server.url, AUTO)
    return status, archive, killed


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_browser_that_is_killed_is_started_anew_and_the_page_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    status, archive, killed = crawl_killing(monkeypatch, 1)
    assert len(killed) == 1 and status.state is SiteState.ALIVE
    assert archive.of("/").rendered and scripted.OFFICE in seen(archive, "/")


@pytest.mark.skipif(sys.platform == "win32", reason="no signals there")
def test_a_browser_that_is_killed_again_and_again_is_our_own_fault_and_no_trait_of_the_site(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    status, archive, killed = crawl_killing(monkeypatch, 99)
    assert killed and (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.INTERNAL_ERROR)
    assert not [one for one in archive.fetches if one.status is FetchStatus.NEEDS_JAVASCRIPT]


def test_a_page_that_a_script_makes_and_no_browser_showed_is_not_missing() -> None:
    """On a site made by scripts every address answers with the same shell: unrendered, none is a missing page."""
    shell = "<!doctype html><head><script type=module src=/app.js></script></head><body><div id=root></div></body>"
    script = (
        "const root = document.getElementById('root');"
        "if (location.pathname === '/dip') { for (;;) {} }"
        "root.innerHTML = '<h1>Beranda</h1><a href=/dip>Daftar Informasi Publik</a><p>' + 'kata '.repeat(80) + '</p>';"
    )
    routes = {"/app.js": reply(script, type="application/javascript"), "/robots.txt": reply("", 404)}
    with pytest.MonkeyPatch.context() as patch, FaultServer(routes, missing=reply(shell)) as server:
        patch.setattr("auditor.crawl.tab.STUCK", 3.0)
        status, archive = crawl(server.url, AUTO)
    assert status.state is SiteState.ALIVE
    found: Fetch = archive.of("/dip")
    assert found.status is FetchStatus.NEEDS_JAVASCRIPT and not found.status.absent


def test_a_route_found_in_the_content_is_no_menu_entry() -> None:
    found = render(scripted.HOME)[0]
    zones = {route.url: route.zone for route in found.routes}
    assert zones["/layanan/1"] is Zone.MAIN


def test_a_home_page_whose_script_works_out_where_to_go_is_followed_there() -> None:
    sent = (
        "<h1>Selamat datang</h1><p>Memuat halaman...</p><script>document.addEventListener('DOMContentLoaded', () => {"
        "const dasar = '/'; window.location.assign(`${dasar}halaman/beranda.html`); });</script>"
    )
    beranda = scripted.page(f"<h1>Beranda</h1><p>{scripted.WORDS}</p>")
    routes = {"/": reply(sent), "/halaman/beranda.html": reply(beranda), "/kontak": reply(scripted.page("Kontak"))}
    with FaultServer(routes, missing=reply("<h1>404</h1>", 404)) as server:
        status, archive = crawl(server.url, AUTO)
    assert status.state is SiteState.ALIVE
    home = next(one for one in archive.fetches if one.role is FetchRole.HOME)
    assert home.final_url.endswith("/halaman/beranda.html") and b"sepenuh hati" in home.body
