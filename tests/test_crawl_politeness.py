"""Politeness: gaps, one request at a time, Crawl-delay, Retry-After, slowing down.

What was asked is read from the server's own log; when, is noted where the request leaves: a busy machine may let the
server note one late, and that is no impoliteness.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace

import pytest

from auditor.crawl.crawler import crawl_many
from auditor.crawl.pace import Pace, Turn
from auditor.model import CrawlSettings, FetchStatus
from tests.faults.crawling import SETTINGS, Memory, crawl, departures, site, watching_departures
from tests.faults.server import PROSE, Exchange, FaultServer, Handler, page, reply

DELAY = 0.12
POLITE = replace(SETTINGS, delay=DELAY, max_pages=20)


def many_pages(count: int = 15, seconds: float = 0.0) -> dict[str, Handler]:
    links = "".join(f"<a href='/ppid/{n}'>PPID bagian {n}</a>" for n in range(count))

    def slow(body: str) -> Handler:
        async def handler(exchange: Exchange) -> None:
            await asyncio.sleep(seconds)
            await reply(body)(exchange)

        return handler

    pages = {f"/ppid/{n}": slow(page(f"PPID bagian {n}", PROSE)) for n in range(count)}
    return {"/": slow(page("Kankemenag", PROSE, links)), **pages}


@pytest.fixture
def watched() -> Iterator[None]:
    with watching_departures():
        yield


@pytest.mark.parametrize("seconds", [0.0, 0.05])
def test_gaps_are_never_below_the_delay(seconds: float, watched: None) -> None:
    with FaultServer(many_pages(seconds=seconds)) as server:
        crawl(server.url, POLITE)
    assert min(departures(server)) >= DELAY and len(server.log.requests) > 10
    assert server.log.most_in_flight == 1


def test_every_request_says_who_asks_and_asks_only() -> None:
    with FaultServer(many_pages(3)) as server:
        crawl(server.url)
    for request in server.log.requests:
        assert request.method in ("GET", "HEAD")
        assert request.headers["user-agent"] == SETTINGS.user_agent
        assert "cookie" not in request.headers and "authorization" not in request.headers
    assert server.log.paths[0] == "/robots.txt"


def test_a_longer_crawl_delay_is_kept(watched: None) -> None:
    robots = reply("User-agent: *\nCrawl-delay: 0.3\n", type="text/plain")
    with FaultServer({**many_pages(4), "/robots.txt": robots}) as server:
        crawl(server.url, POLITE)
    assert min(departures(server)[1:]) >= 0.3


def test_a_shorter_crawl_delay_does_not_shorten_ours(watched: None) -> None:
    robots = reply("User-agent: *\nCrawl-delay: 0.01\n", type="text/plain")
    with FaultServer({**many_pages(4), "/robots.txt": robots}) as server:
        crawl(server.url, POLITE)
    assert min(departures(server)) >= DELAY


def test_retry_after_is_waited_for() -> None:
    async def busy(exchange: Exchange) -> None:
        await (reply("", 503, Retry_After="1") if not exchange.earlier else reply(page("PPID", PROSE)))(exchange)

    with FaultServer({**many_pages(2), "/ppid/0": busy}) as server:
        _, archive = crawl(server.url, replace(POLITE, retries=1))
    first, second = (request.at for request in server.log.requests if request.path == "/ppid/0")
    assert second - first >= 1.0
    assert archive.of("/ppid/0").status is FetchStatus.OK


def test_two_sites_on_one_host_share_its_pace(watched: None) -> None:
    """Two offices whose documents lie on one server must not knock there twice as often."""
    with FaultServer(many_pages(4)) as server:
        sites = [replace(site(server.url), id=name) for name in ("satu", "dua")]
        memories: dict[str, Memory] = {}
        asyncio.run(crawl_many(sites, POLITE, lambda one: memories.setdefault(one.id, Memory())))
    assert min(departures(server)) >= DELAY
    assert server.log.most_in_flight == 1


def test_different_hosts_are_visited_side_by_side() -> None:
    with FaultServer(many_pages(6)) as one, FaultServer(many_pages(6)) as two:
        sites = [replace(site(server.url), id=str(server.port)) for server in (one, two)]
        memories: dict[str, Memory] = {}
        asyncio.run(crawl_many(sites, POLITE, lambda each: memories.setdefault(each.id, Memory())))
    first, last = one.log.requests[0].at, one.log.requests[-1].at
    assert any(first < request.at < last for request in two.log.requests)


# -- the pace itself, on a clock of its own -------------------------------------------------------------------------


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


def turn(clock: Clock, first_byte: float | None) -> Turn:
    made = Turn(clock)
    made.mark_sent()
    if first_byte is not None:
        clock.now += first_byte
        made.mark_answered()
    return made


def test_an_unusually_late_answer_may_have_arrived_late() -> None:
    assert turn(Clock(), 0.09).arrival(0.2, usual=0.05) == pytest.approx(100.04)
    assert turn(Clock(), 0.05).arrival(0.2, usual=0.05) == pytest.approx(100.01), "5 % of the delay for jitter"
    assert turn(Clock(), 9.0).arrival(0.2, usual=0.05) == pytest.approx(100.25), "no request travels that long"
    assert turn(Clock(), None).arrival(0.2, usual=None) == 100.0


def test_a_host_that_complains_is_asked_less_often_until_it_has_recovered() -> None:
    pace = Pace(1.0, Clock())
    pace.learn("a", FetchStatus.RATE_LIMITED, 429, 0.1)
    assert pace.delay("a") == 2.0
    pace.learn("a", FetchStatus.SERVER_ERROR, 503, 0.1)
    assert pace.delay("a") == 4.0 and pace.delay("b") == 1.0
    for _ in range(10):
        pace.learn("a", FetchStatus.OK, 200, 0.1)
    assert pace.delay("a") == 1.0


def test_a_host_that_grows_slow_is_asked_less_often() -> None:
    pace = Pace(1.0, Clock())
    pace.learn("a", FetchStatus.OK, 200, 6.0)
    assert pace.delay("a") == 2.0


def test_the_breaker_opens_after_faults_in_a_row_and_closes_for_a_second_chance() -> None:
    pace = Pace(0.0, Clock())
    for _ in range(4):
        pace.learn("a", FetchStatus.RESET, None, 0.1)
    pace.learn("a", FetchStatus.NOT_FOUND, 404, 0.1)
    assert not pace.rests("a"), "an answer, even 404, is a sign of life"
    for _ in range(5):
        pace.learn("a", FetchStatus.READ_TIMEOUT, None, 0.1)
    assert pace.rests("a") and not pace.rests("b")
    pace.second_chance("a")
    assert not pace.rests("a")


def test_settings_without_politeness_cannot_be_made_by_accident() -> None:
    assert CrawlSettings("x").delay >= 1.0
