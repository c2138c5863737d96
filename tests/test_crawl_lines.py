"""What passes over a line: one request at a time, one line for many, and nothing of one answer in the next."""

from __future__ import annotations

import asyncio
from dataclasses import replace

from auditor.crawl.client import Client
from auditor.crawl.pace import Pace
from auditor.crawl.tls import Trust
from auditor.model import Fetch, FetchRole, FetchStatus
from tests.faults.crawling import SETTINGS
from tests.faults.server import Exchange, FaultServer, Handler, redirect, reply


def ask(server: FaultServer, *paths: str, method: str = "GET") -> list[Fetch]:
    """What one client brings home, path by path."""

    async def all_of_them() -> list[Fetch]:
        client = Client(replace(SETTINGS, retries=0), Trust(), Pace(0, asyncio.get_running_loop().time))
        try:
            return [await client.fetch(server.url + path, FetchRole.PAGE, method=method) for path in paths]
        finally:
            await client.aclose()

    return asyncio.run(all_of_them())


def noting(lines: list[object], handler: Handler) -> Handler:
    """A handler that notes from which end each request came."""

    async def noted(exchange: Exchange) -> None:
        lines.append(exchange.writer.get_extra_info("peername"))
        await handler(exchange)

    return noted


def test_many_requests_pass_over_one_line_redirects_and_bare_heads_among_them() -> None:
    lines: list[object] = []
    routes = {"/a": redirect("/b"), "/b": reply("b"), "/c": reply("c", 404), "/d": reply("d" * 200_000)}
    with FaultServer({path: noting(lines, handler) for path, handler in routes.items()}) as server:
        found = ask(server, "/a", "/c", "/d", "/b")
        assert [fetch.body[:1] for fetch in found] == [b"b", b"c", b"d", b"b"]
        assert len(lines) == 5 and len(set(lines)) == 1
        lines.clear()
        assert {fetch.status for fetch in ask(server, "/b", "/b", method="HEAD")} == {FetchStatus.OK}
        assert len(lines) == 2 and len(set(lines)) == 1


def test_a_line_that_the_server_says_it_closes_is_not_used_again() -> None:
    lines: list[object] = []
    with FaultServer({"/a": noting(lines, reply("a", Connection="close"))}) as server:
        assert [fetch.body for fetch in ask(server, "/a", "/a")] == [b"a", b"a"]
    assert len(set(lines)) == 2


def test_a_line_that_was_hung_up_at_the_other_end_is_not_used_again() -> None:
    async def once(exchange: Exchange) -> None:
        await reply("a")(exchange)
        exchange.writer.close()

    with FaultServer({"/a": once}) as server:
        assert [fetch.status for fetch in ask(server, "/a", "/a", "/a")] == [FetchStatus.OK] * 3


def test_what_a_server_sends_beyond_an_answer_is_no_answer_to_the_next_request() -> None:
    async def talkative(exchange: Exchange) -> None:
        await exchange.send(
            b"HTTP/1.1 200 OK\r\nContent-Length: 1\r\n\r\naHTTP/1.1 200 OK\r\nContent-Length: 4\r\n\r\npalsu"
        )

    with FaultServer({"/a": talkative, "/b": reply("asli")}) as server:
        assert [fetch.body for fetch in ask(server, "/a", "/b")] == [b"a", b"asli"]


def test_a_cookie_is_shown_again_whatever_letters_it_is_written_in() -> None:
    async def greet(exchange: Exchange) -> None:
        await exchange.send("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nSet-Cookie: nama=wédang; Path=/\r\n\r\n".encode())

    with FaultServer({"/a": greet, "/b": reply("b")}) as server:
        assert [fetch.status for fetch in ask(server, "/a", "/b")] == [FetchStatus.OK] * 2
        assert server.log.requests[1].headers["cookie"].encode("latin-1") == "nama=wédang".encode()
