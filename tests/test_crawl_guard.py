"""The address guard: nothing reaches a private, local or metadata address, however it is spelt or resolved."""

from __future__ import annotations

import asyncio
import ipaddress
import socket

import httpcore
import httpx
import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.crawl.client import Client
from auditor.crawl.guard import (
    ForbiddenAddress,
    GuardedBackend,
    UnknownHost,
    allowed_addresses,
    forbidden_ip,
    forbidden_url,
)
from auditor.crawl.pace import Pace
from auditor.crawl.tls import Trust
from auditor.model import FetchRole, FetchStatus
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import HOST, PROSE, FaultServer, page, redirect, reply

REFUSED = [
    "http://127.0.0.1/",
    "http://127.8.9.10:8080/",
    "http://localhost.:80/",
    "http://10.0.0.1/",
    "http://172.16.5.4/",
    "http://172.31.255.255/",
    "http://192.168.1.1/",
    "http://169.254.169.254/latest",
    "http://100.64.0.1/",
    "http://100.100.100.200/",
    "http://0.0.0.0/",
    "http://0.1.2.3/",
    "http://255.255.255.255/",
    "http://224.0.0.1/",
    "http://240.0.0.1/",
    "http://192.0.0.192/",
    "http://198.18.0.1/",
    "http://2130706433/",
    "http://0x7f000001/",
    "http://0x7f.1/",
    "http://0177.0.0.1/",
    "http://127.1/",
    "http://0/",
    "http://017700000001/",
    "http://3232235777/",
    "http://0xa9.0xfe.0xa9.0xfe/",
    "http://[::1]/",
    "http://[::]/",
    "http://[fe80::1]/",
    "http://[fe80::1%25eth0]/",
    "http://[fc00::1]/",
    "http://[fd00:ec2::254]/",
    "http://[fec0::1]/",
    "http://[ff02::1]/",
    "http://[::ffff:127.0.0.1]/",
    "http://[::ffff:a9fe:a9fe]/",
    "http://[::127.0.0.1]/",
    "http://[64:ff9b::7f00:1]/",
    "http://[64:ff9b:1::a00:1]/",
    "http://[2002:7f00:1::]/",
    "http://[2002:c0a8:101::1]/",
    "http://[2001:0:4136:e378:8000:63bf:f5ff:fffe]/",
    "http://[2404:6800::5efe:c0a8:101]/",
    "http://[fe80::5efe:808:808]/",
    "http://[fe80::200:5efe:808:808]/",
    "http://[fec0::5efe:808:808]/",
    "http://[ff02::5efe:808:808]/",
    "http://[fd00::5efe:808:808]/",
    "http://[fd00:ec2::5efe:808:808]/",
    "http://[2001:db8::5efe:808:808]/",
    "http://[3fff::1]/",
    "http://aman.contoh.id@127.0.0.1/",
    "http://127.0.0.1:80@[::1]/",
    "http://127.0.0.1%2f@10.0.0.1/",
    "http://127。0。0。1/",
    "file:///etc/passwd",
    "ftp://contoh.id/",
    "gopher://127.0.0.1/",
    "data:text/html,halo",
    "javascript:alert(1)",
    "http:///ppid",
    "http://[::g]/",
    "http://contoh.id:99999/",
    "ws://contoh.id/",
    "about:blank",
    "//contoh.id/",
    "chrome://settings",
]


@pytest.mark.parametrize("url", REFUSED)
def test_a_forbidden_address_is_never_asked_for(url: str) -> None:
    dialled: list[str] = []

    class Recorder(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
            dialled.append(host)
            raise httpcore.ConnectError("uji")

    async def system(host: str, port: int) -> list[str]:
        return [str(info[4][0]) for info in socket.getaddrinfo(host, port)]  # numbers and localhost need no network

    async def ask() -> FetchStatus:
        settings = SETTINGS.__class__(user_agent="uji", delay=0, retries=0)
        client = Client(settings, Trust(), Pace(0, asyncio.get_running_loop().time), system)
        client._backend._inner = Recorder()
        fetch = await client.fetch(url, FetchRole.PAGE)
        await client.aclose()
        return fetch.status

    status = asyncio.run(ask())
    assert dialled == []
    assert status in (FetchStatus.FORBIDDEN_ADDRESS, FetchStatus.DNS)


def test_there_are_enough_cases() -> None:
    assert len(set(REFUSED)) >= 30


@pytest.mark.parametrize(
    "url", ["http://103.7.13.20/", "https://[2404:6800:4003::1]/", "http://contoh.id:8080/", "http://[::ffff:8.8.8.8]/"]
)
def test_public_addresses_are_allowed(url: str) -> None:
    assert forbidden_url(url) == ""


def answers(*addresses: str) -> object:
    async def resolver(host: str, port: int) -> list[str]:
        return list(addresses)

    return resolver


def allowed(*addresses: str, allow_private: bool = False) -> list[str]:
    return asyncio.run(allowed_addresses("contoh.id", 80, answers(*addresses), allow_private))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "address", ["127.0.0.1", "10.1.2.3", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fe80::1%eth0"]
)
def test_a_name_that_resolves_to_a_forbidden_address_is_refused(address: str) -> None:
    with pytest.raises(ForbiddenAddress):
        allowed(address)


def test_of_several_answers_only_the_public_ones_are_dialled_ipv4_first() -> None:
    assert allowed("10.0.0.1", "2404:6800:4003::1", "103.7.13.20", "::1") == ["103.7.13.20", "2404:6800:4003::1"]


def test_a_name_without_an_address_is_unknown() -> None:
    with pytest.raises(UnknownHost):
        allowed()


def test_a_name_that_changes_its_answer_is_dialled_at_the_checked_address() -> None:
    """DNS rebinding: the first answer is public, every later one private."""
    turns = iter([["103.7.13.20"], ["127.0.0.1"], ["127.0.0.1"]])
    dialled: list[str] = []

    async def rebinding(host: str, port: int) -> list[str]:
        return next(turns)

    class Recorder(httpcore.AsyncNetworkBackend):
        async def connect_tcp(self, host: str, *_: object, **__: object) -> httpcore.AsyncNetworkStream:
            dialled.append(host)
            raise httpcore.ConnectError("uji")

    async def ask() -> list[FetchStatus]:
        settings = SETTINGS.__class__(user_agent="uji", delay=0, retries=0)
        client = Client(settings, Trust(), Pace(0, asyncio.get_running_loop().time), rebinding)
        client._backend._inner = Recorder()
        return [(await client.fetch("http://situs.contoh.id/", FetchRole.PAGE)).status for _ in range(2)]

    assert asyncio.run(ask()) == [FetchStatus.REFUSED, FetchStatus.FORBIDDEN_ADDRESS]
    assert dialled == ["103.7.13.20"]


def test_allow_private_opens_the_own_network_but_never_the_metadata_service() -> None:
    assert forbidden_url("http://127.0.0.1:8000/", allow_private=True) == ""
    assert forbidden_url("http://192.168.1.10/", allow_private=True) == ""
    for url in (
        "http://169.254.169.254/",
        "http://[fd00:ec2::254]/",
        "http://0.0.0.0/",
        "http://[::ffff:169.254.169.254]/",
    ):
        assert forbidden_url(url, allow_private=True)


def test_a_link_into_the_private_network_is_data_and_is_not_followed() -> None:
    menu = "<a href='http://169.254.169.254/ppid'>PPID</a><a href='/keluar'>Informasi berkala</a>"
    routes = {"/": reply(page("Kankemenag", PROSE, menu)), "/keluar": redirect("http://[fd00:ec2::254]/x")}
    with FaultServer(routes) as server:
        _, archive = crawl(server.url)
    assert archive.of("/keluar").status is FetchStatus.FORBIDDEN_ADDRESS
    assert archive.of("/keluar").error


def test_credentials_in_an_address_are_not_sent() -> None:
    with FaultServer({"/": reply("ok")}) as server:

        async def ask() -> None:
            client = Client(SETTINGS, Trust(), Pace(0, asyncio.get_running_loop().time))
            await client.fetch(f"http://admin:rahasia@{HOST}:{server.port}/", FetchRole.PAGE)
            await client.aclose()

        asyncio.run(ask())
        assert "authorization" not in server.log.requests[0].headers


def test_unix_sockets_are_out_of_reach() -> None:
    with pytest.raises(ForbiddenAddress):
        asyncio.run(GuardedBackend().connect_unix_socket("/var/run/docker.sock"))


@given(st.integers(0, 2**32 - 1))
def test_an_ipv4_address_is_judged_alike_in_every_ipv6_dress(number: int) -> None:
    plain = ipaddress.IPv4Address(number)
    dresses = [
        ipaddress.IPv6Address(0xFFFF_0000_0000 | number),
        ipaddress.IPv6Address((0x2002 << 112) | (number << 80)),
        ipaddress.IPv6Address((0x64FF9B << 96) | number),
    ]
    if forbidden_ip(plain):
        assert all(forbidden_ip(dress) for dress in dresses)


def test_the_client_hides_nothing_behind_a_proxy_of_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HTTP_PROXY", "http://10.0.0.1:3128")
    with FaultServer({"/": reply(page("Kankemenag", PROSE))}) as server:
        status, _ = crawl(server.url)
    assert status.readable
    assert httpx.URL(server.url).host == HOST
