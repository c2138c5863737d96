"""Faults of a whole site: it is alive, or it could not be examined for a named reason; never "nothing there"."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import socket
import ssl
from collections.abc import Iterator
from dataclasses import replace

import pytest

from auditor.crawl.client import Client
from auditor.crawl.crawler import crawl_many, crawl_site
from auditor.crawl.frontier import Frontier
from auditor.crawl.judge import Judge
from auditor.crawl.tls import Trust
from auditor.crawl.visit import Visit
from auditor.model import FetchRole, FetchStatus, Site, SiteState, SiteStatus, TlsState
from tests.faults import catalogue, certificates
from tests.faults.catalogue import HOME, PAGE_FAULTS
from tests.faults.crawling import IMPATIENT, SETTINGS, Memory, crawl, patience, site
from tests.faults.server import HOST, PROSE, Exchange, FaultServer, Handler, first, page, redirect, reply

OK = reply(HOME)
ROUTES: dict[str, Handler] = {
    "/": OK,
    "/ppid": reply(page("PPID", PROSE)),
    "/visi-misi": reply(page("Visi Misi", PROSE)),
}


def trust(*pems: str) -> Trust:
    return Trust(extra_ca=(certificates.root_pem(), *pems), allow_private=True)


SECURE = {
    "sound": (certificates.sound, FetchStatus.OK, TlsState.VALID),
    "expired": (certificates.expired, FetchStatus.TLS_EXPIRED, TlsState.UNVERIFIED),
    "not yet valid": (certificates.not_yet_valid, FetchStatus.TLS_EXPIRED, TlsState.UNVERIFIED),
    "for another host": (certificates.wrong_host, FetchStatus.TLS_WRONG_HOST, TlsState.UNVERIFIED),
    "self-signed": (certificates.self_signed, FetchStatus.TLS_SELF_SIGNED, TlsState.UNVERIFIED),
    "by an unknown authority": (certificates.unknown_authority, FetchStatus.TLS_INCOMPLETE_CHAIN, TlsState.UNVERIFIED),
    "with an old protocol": (certificates.old_protocol, FetchStatus.TLS_LEGACY, TlsState.LEGACY),
}


@pytest.mark.parametrize("name", SECURE)
def test_a_site_with_broken_https_is_read_and_its_fault_is_named(name: str) -> None:
    make, cause, rung = SECURE[name]
    with FaultServer(ROUTES, context=make()) as server:
        status, archive = crawl(server.url, trust=trust())
    assert (status.state, status.cause) == (SiteState.ALIVE, cause)
    assert archive.of("/ppid").status is FetchStatus.OK
    assert archive.of("/ppid").tls is rung
    assert {request.method for request in server.log.requests} <= {"GET", "HEAD"}


def test_a_chain_without_its_intermediate_is_completed_from_the_certificate() -> None:
    parts: dict[str, Handler] = {}
    with FaultServer(parts) as authority:
        context, root, intermediate = certificates.incomplete_chain(f"{authority.url}/perantara.cer")
        authority.routes["/perantara.cer"] = reply(intermediate, type="application/pkix-cert")
        with FaultServer(ROUTES, context=context) as server:
            status, archive = crawl(server.url, trust=trust(root))
    assert (status.state, status.cause) == (SiteState.ALIVE, FetchStatus.TLS_INCOMPLETE_CHAIN)
    assert archive.of("/ppid").tls is TlsState.COMPLETED_CHAIN


def test_a_chain_that_cannot_be_completed_is_read_unverified() -> None:
    context, root, _ = certificates.incomplete_chain()
    with FaultServer(ROUTES, context=context) as server:
        status, archive = crawl(server.url, trust=trust(root))
    assert (status.state, status.cause) == (SiteState.ALIVE, FetchStatus.TLS_INCOMPLETE_CHAIN)
    assert archive.of("/ppid").tls is TlsState.UNVERIFIED


def test_the_certificates_own_address_is_not_followed_into_the_private_network() -> None:
    asked: dict[str, Handler] = {}
    with FaultServer(asked) as inside:
        context, root, intermediate = certificates.incomplete_chain(f"{inside.url}/perantara.cer")
        inside.routes["/perantara.cer"] = reply(intermediate, type="application/pkix-cert")
        with FaultServer(ROUTES, context=context) as server:
            careful = Trust(extra_ca=(root,), allow_private=False)
            _, archive = crawl(server.url, trust=careful)
        assert inside.log.requests == []
    assert archive.of("/ppid").tls is TlsState.UNVERIFIED


def test_plain_http_behind_an_https_address_is_a_tls_fault() -> None:
    with FaultServer(ROUTES) as server:
        status, _ = crawl(server.url.replace("http:", "https:"))
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.TLS_OTHER)


@contextlib.contextmanager
def full_backlog() -> Iterator[int]:
    """A port whose queue is full: connections are neither taken nor refused."""
    listener = socket.socket()
    listener.bind((HOST, 0))
    listener.listen(0)
    waiting = []
    for _ in range(4):
        one = socket.socket()
        one.setblocking(False)
        with contextlib.suppress(BlockingIOError):
            one.connect(listener.getsockname())
        waiting.append(one)
    try:
        yield listener.getsockname()[1]
    finally:
        for one in (*waiting, listener):
            one.close()


def test_a_server_that_takes_no_connection_timed_out() -> None:
    with full_backlog() as port:
        status, _ = crawl(f"http://{HOST}:{port}", IMPATIENT)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.CONNECT_TIMEOUT)


def test_a_closed_port_is_a_refused_connection() -> None:
    with socket.socket() as free:
        free.bind((HOST, 0))
        port = free.getsockname()[1]
    status, archive = crawl(f"http://{HOST}:{port}")
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.REFUSED)
    assert all(fetch.http_status is None for fetch in archive.fetches)


def test_an_unknown_name_is_a_dns_fault_whatever_the_message_says() -> None:
    async def nobody(host: str, port: int) -> list[str]:
        raise socket.gaierror(11001, "getaddrinfo failed")  # as Windows words it

    status, _ = crawl("https://purbalingga.contoh.id", resolver=nobody)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.DNS)


def test_a_tls_handshake_without_an_answer_timed_out() -> None:
    with socket.socket() as mute:
        mute.bind((HOST, 0))
        mute.listen(8)
        status, _ = crawl(f"https://{HOST}:{mute.getsockname()[1]}", IMPATIENT)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.CONNECT_TIMEOUT)


HOME_FAULTS = [
    fault
    for fault in PAGE_FAULTS
    if fault.status not in (FetchStatus.OK, FetchStatus.SOFT_404, FetchStatus.TOO_LARGE, FetchStatus.TRUNCATED)
    and fault.name not in ("a redirect to itself", "a redirect without end")
]


@pytest.mark.parametrize("fault", HOME_FAULTS, ids=str)
def test_a_faulty_home_page_leaves_the_site_unexamined_for_that_reason(fault: catalogue.Fault) -> None:
    routes = {"/": fault.handler, "/robots.txt": reply("User-agent: *\nDisallow: /rahasia/\n", type="text/plain")}
    with FaultServer(routes, fault.missing) as server:
        status, _ = crawl(server.url, patience(fault.status))
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, fault.status)


def test_a_home_page_that_circles_is_a_redirect_loop() -> None:
    with FaultServer({"/": redirect("/"), "/robots.txt": reply("", 404)}) as server:
        status, _ = crawl(server.url)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.REDIRECT_LOOP)


def test_a_site_that_moved_to_somebody_elses_address_is_not_read_there() -> None:
    with (
        FaultServer({"/": reply(page("Toko", PROSE))}) as elsewhere,
        FaultServer({"/": redirect(elsewhere.url)}) as server,
    ):
        status, _ = crawl(server.url)
        assert elsewhere.log.requests == []
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.REDIRECTED_AWAY)


def test_an_office_without_an_address_and_an_inactive_one_are_not_asked_for() -> None:
    assert crawl("")[0] == SiteStatus(SiteState.NOT_REGISTERED)
    with FaultServer(ROUTES) as server:
        assert crawl(server.url, active=False)[0] == SiteStatus(SiteState.INACTIVE)
        assert server.log.requests == []


def test_robots_that_forbid_everything_leave_the_site_unexamined() -> None:
    robots = reply("User-agent: *\nDisallow: /\n", type="text/plain")
    with FaultServer({**ROUTES, "/robots.txt": robots}) as server:
        status, archive = crawl(server.url)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.ROBOTS)
    assert server.log.paths == ["/robots.txt"]
    assert archive.skipped[0].reason is FetchStatus.ROBOTS


def test_robots_that_forbid_the_ppid_section_keep_us_out_of_it_alone() -> None:
    robots = reply("User-agent: *\nDisallow: /ppid\n", type="text/plain")
    with FaultServer({**ROUTES, "/robots.txt": robots}) as server:
        status, archive = crawl(server.url)
    assert status.state is SiteState.ALIVE
    assert "/ppid" not in server.log.paths
    assert archive.skip_of("/ppid").reason is FetchStatus.ROBOTS
    assert archive.skip_of("/ppid").label == "PPID"
    assert archive.of("/visi-misi").status is FetchStatus.OK


def test_robots_for_other_robots_do_not_concern_us() -> None:
    robots = reply("User-agent: Googlebot\nDisallow: /\n\nUser-agent: *\nAllow: /\n", type="text/plain")
    with FaultServer({**ROUTES, "/robots.txt": robots}) as server:
        assert crawl(server.url)[1].of("/ppid").status is FetchStatus.OK


@pytest.mark.parametrize(
    "robots", [reply("", 500), reply("", 403), reply(HOME), reply(b"\xff\xfe\x00kacau"), reply("", 404)]
)
def test_robots_that_cannot_be_read_forbid_nothing(robots: Handler) -> None:
    with FaultServer({**ROUTES, "/robots.txt": robots}) as server:
        assert crawl(server.url)[1].of("/ppid").status is FetchStatus.OK


def test_a_host_that_keeps_failing_is_left_alone() -> None:
    links = "".join(f"<a href='/ppid/{n}'>Informasi berkala {n}</a>" for n in range(30))

    async def cut(exchange: Exchange) -> None:
        exchange.reset()

    with FaultServer({"/": reply(page("Kankemenag", PROSE, links))}, missing=cut) as server:
        status, archive = crawl(server.url, replace(SETTINGS, retries=0))
    reset = [f for f in archive.fetches if f.status is FetchStatus.RESET]
    assert 5 <= len(reset) <= 8
    assert FetchStatus.CIRCUIT_OPEN in {f.status for f in archive.fetches} | {s.reason for s in archive.skipped}
    assert len(server.log.requests) < 12
    left = {s.url for s in archive.skipped} | {f.url for f in archive.fetches}
    assert all(f"{server.url}/ppid/{n}" in left for n in range(30)), "every address leaves with a reason"
    assert status.state is SiteState.ALIVE


def test_what_the_budget_left_out_is_in_the_snapshot_with_its_label() -> None:
    links = "".join(f"<a href='/ppid/bagian/{n}'>PPID bagian {n}</a>" for n in range(30))
    parts: dict[str, Handler] = {f"/ppid/bagian/{n}": reply(page(f"PPID bagian {n}", PROSE)) for n in range(30)}
    with FaultServer({"/": reply(page("Kankemenag", PROSE, links)), **parts}) as server:
        _, archive = crawl(server.url, replace(SETTINGS, max_pages=8))
    opened = [f for f in archive.fetches if f.role in (FetchRole.HOME, FetchRole.PAGE)]
    left = [s for s in archive.skipped if s.reason is FetchStatus.OUT_OF_BUDGET]
    assert len(opened) == 8
    assert len(opened) - 1 + len(left) == 30
    assert all(s.label.startswith("PPID bagian") for s in left)


def test_time_that_runs_out_is_a_budget_too() -> None:
    links = "".join(f"<a href='/ppid/bagian/{n}'>PPID bagian {n}</a>" for n in range(30))
    with FaultServer({"/": reply(page("Kankemenag", PROSE, links))}, missing=reply(page("PPID", PROSE))) as server:
        _, archive = crawl(server.url, replace(SETTINGS, max_seconds=0.5, delay=0.1))
    assert FetchStatus.OUT_OF_BUDGET in {s.reason for s in archive.skipped}


def test_a_refreshing_home_page_leads_to_the_real_one() -> None:
    start = "<html><head><meta http-equiv=refresh content='0; url=/beranda'></head><body></body></html>"
    with FaultServer({**ROUTES, "/": reply(start), "/beranda": OK}) as server:
        status, archive = crawl(server.url)
    assert status.state is SiteState.ALIVE
    assert archive.of("/ppid").status is FetchStatus.OK


# -- many sites -----------------------------------------------------------------------------------------------------


def many(sites: list[Site], memories: dict[str, Memory]) -> dict[str, SiteStatus]:
    def open_archive(one: Site) -> Memory:
        return memories.setdefault(one.id, Memory())

    return asyncio.run(crawl_many(sites, SETTINGS, open_archive))


def test_a_bug_met_on_one_site_is_that_sites_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    from auditor.crawl import recogniser

    real = recogniser.response_status

    def broken(*args: object, url: str = "", **more: object) -> FetchStatus:
        if url.endswith("/rusak"):
            raise ZeroDivisionError("uji")
        return real(*args, url=url, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(recogniser, "response_status", broken)
    routes = {**ROUTES, "/rusak": OK}
    with FaultServer(routes) as sound, FaultServer(routes) as other:
        sites = [replace(site(sound.url), id="baik"), replace(site(f"{other.url}/rusak"), id="buruk")]
        memories: dict[str, Memory] = {}
        statuses = many(sites, memories)
    assert statuses["baik"].state is SiteState.ALIVE
    assert statuses["buruk"].cause is FetchStatus.INTERNAL_ERROR
    assert memories["buruk"].finished == statuses["buruk"]


def test_a_site_that_was_down_gets_a_second_look_at_the_end() -> None:
    down = first(2, reply("", 503), OK)
    with FaultServer({**ROUTES, "/": down}) as server:
        memories: dict[str, Memory] = {}
        statuses = many([site(server.url)], memories)
    assert statuses["kab-purbalingga"].state is SiteState.ALIVE
    statuses_of_home = [f.status for f in memories["kab-purbalingga"].fetches if f.role is FetchRole.HOME]
    assert statuses_of_home == [FetchStatus.SERVER_ERROR, FetchStatus.OK]


def test_an_interrupted_run_aborts_what_is_unfinished_and_keeps_what_is_done() -> None:
    async def slow(exchange: Exchange) -> None:
        await asyncio.sleep(0.2)
        await OK(exchange)

    memories = {"cepat": Memory(), "lambat": Memory()}

    async def run(sites: list[Site]) -> None:
        task = asyncio.create_task(crawl_many(sites, SETTINGS, lambda one: memories[one.id]))
        while memories["cepat"].finished is None or len(memories["lambat"].fetches) < 4:
            await asyncio.sleep(0.02)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    links = "".join(f"<a href='/ppid/bagian/{n}'>PPID bagian {n}</a>" for n in range(30))
    slow_routes = {"/": reply(page("Kankemenag", PROSE, links))}
    with FaultServer(ROUTES) as fast, FaultServer(slow_routes, missing=slow) as late:
        asyncio.run(run([replace(site(fast.url), id="cepat"), replace(site(late.url), id="lambat")]))
    assert memories["cepat"].finished is not None and not memories["cepat"].aborted
    assert memories["lambat"].finished is None and memories["lambat"].aborted
    assert FetchStatus.INTERRUPTED in {s.reason for s in memories["lambat"].skipped}


def test_a_full_disk_ends_the_run_with_its_own_error() -> None:
    class Full(Memory):
        def add(self, fetch: object) -> object:  # type: ignore[override]
            raise OSError(28, "No space left on device")

    with FaultServer(ROUTES) as server, pytest.raises(OSError, match="No space"):
        asyncio.run(crawl_many([site(server.url)], SETTINGS, lambda one: Full()))


def test_a_failed_handshake_sends_no_request() -> None:
    refusing = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    certificates.authority().issue_cert(HOST).configure_cert(refusing)
    refusing.verify_mode = ssl.CERT_REQUIRED  # wants a certificate of the visitor
    with FaultServer(ROUTES, context=refusing) as server:
        status, _ = crawl(server.url, trust=trust())
    assert status.state is SiteState.UNREACHABLE
    assert server.log.requests == []


def test_one_site_can_be_crawled_alone() -> None:
    with FaultServer(ROUTES) as server:
        memory = Memory()
        seen: list[int] = []
        asyncio.run(crawl_site(site(server.url), SETTINGS, memory, lambda progress: seen.append(progress.pages)))
    assert seen == sorted(seen) and len(seen) >= 2


def test_a_visit_that_is_over_leaves_nothing_for_the_collector_to_find() -> None:
    """A cluster's worker makes thousands of visits: what refers to itself stays in memory until it is looked for."""
    gc.collect()
    gc.disable()
    try:
        with FaultServer(ROUTES) as server:
            status, archive = crawl(server.url)
        assert (status.state, archive.of("/ppid").status) == (SiteState.ALIVE, FetchStatus.OK)
        assert [one for one in gc.get_objects() if isinstance(one, (Visit, Frontier, Judge, Client))] == []
    finally:
        gc.enable()
