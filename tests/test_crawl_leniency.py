"""What browsers read in spite of a fault is read: stray header lines, wrong lengths, odd types, odd addresses."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.crawl.leniency import tidied
from auditor.model import Fetch, FetchRole, FetchStatus
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import PROSE, Exchange, FaultServer, Handler, page, redirect, reply
from tests.made_files import pdf, picture

FILE = pdf("LAPORAN KINERJA TAHUN 2025")
BODY = page("PPID", PROSE).encode()


def raw(head: str, body: bytes = BODY) -> Handler:
    async def handler(exchange: Exchange) -> None:
        await exchange.send(head.replace("\n", "\r\n").encode() + b"\r\n\r\n" + body)
        exchange.writer.close()

    return handler


def answer(handler: Handler, path: str = "/ppid", more: dict[str, Handler] | None = None) -> Fetch:
    """What becomes of a page or file whose link a home page names."""
    home = reply(page("Kankemenag", PROSE, f"<a href='{path}'>PPID</a>"))
    with FaultServer({"/": home, path: handler, **(more or {})}) as server:
        return crawl(server.url, replace(SETTINGS, retries=0))[1].of(path)


START = f"HTTP/1.1 200 OK\nContent-Type: text/html\nContent-Length: {len(BODY)}\nConnection: close"


@pytest.mark.parametrize(
    "line",
    [
        "X Content Type Options: nosniff",
        "Warning: session_start(): headers already sent",
        "<b>Notice</b>",
        "X-Frame-Options : SAMEORIGIN",
        ": kosong",
        "X-Nol: a\x00b",
        "Header set X-Isi satu",
    ],
)
def test_a_stray_line_among_the_headers_does_not_cost_the_page(line: str) -> None:
    for head in (f"{START}\n{line}", START.replace("\n", f"\n{line}\n", 1)):
        fetch = answer(raw(head))
        assert (fetch.status, fetch.body) == (FetchStatus.OK, BODY)


def test_a_head_is_put_right_and_nothing_else_changed() -> None:
    good = b"HTTP/1.1 200 OK\r\nSet-Cookie: a=b; Path=/\r\nX-Lipat: satu\r\n dua\r\nServer:x\r\n\r\n"
    assert tidied(good) == good.replace(b"Server:x", b"Server: x")
    assert tidied(b"HTTP/1.1 200 OK\nContent-Length: banyak\nA: 1\n\n") == b"HTTP/1.1 200 OK\r\nA: 1\r\n\r\n"


def test_an_interim_answer_comes_before_the_real_one() -> None:
    fetch = answer(raw(f"HTTP/1.1 103 Early Hints\nsalah satu\n\n{START}\nsalah dua"))
    assert (fetch.status, fetch.http_status, fetch.body) == (FetchStatus.OK, 200, BODY)


def test_a_page_that_says_it_is_longer_is_read_where_it_ends() -> None:
    longer = START.replace(str(len(BODY)), str(len(BODY) + 9))
    fetch = answer(raw(longer))
    assert (fetch.status, fetch.body) == (FetchStatus.OK, BODY)
    document = START.replace("text/html", "application/pdf").replace(str(len(BODY)), str(len(FILE) + 9))
    assert answer(raw(document, FILE), "/unduh/a.pdf").status is FetchStatus.OK


def test_a_page_that_says_it_is_longer_and_stays_open_is_not_waited_for() -> None:
    async def held(exchange: Exchange) -> None:
        await exchange.send(START.replace(str(len(BODY)), str(len(BODY) + 9)).replace("\n", "\r\n").encode())
        await exchange.send(b"\r\n\r\n" + BODY)
        await exchange.writer.wait_closed()

    home = reply(page("Kankemenag", PROSE, "<a href='/ppid'>PPID</a>"))
    with FaultServer({"/": home, "/ppid": held}) as server:
        patient = replace(SETTINGS, retries=0, read_timeout=60.0, request_deadline=60.0, max_seconds=90.0)
        fetch = crawl(server.url, patient)[1].of("/ppid")
    assert (fetch.status, fetch.body) == (FetchStatus.OK, BODY)
    assert fetch.elapsed < 30


def test_a_page_that_breaks_off_is_still_cut() -> None:
    assert answer(raw(START, BODY[:200])).status is FetchStatus.TRUNCATED


@pytest.mark.parametrize(
    "type", ["application/x-force-download", "application/save", "pdf", "application/binary", "x/y"]
)
def test_a_file_is_told_by_its_name_or_its_first_bytes_whatever_its_type(type: str) -> None:
    for path in ("/unduh/lkjip.pdf", "/unduh?id=7"):
        fetch = answer(reply(FILE, type=type), path)
        assert (fetch.status, fetch.role, fetch.body) == (FetchStatus.OK, FetchRole.DOCUMENT, FILE)


@pytest.mark.parametrize("type", ["application/x-force-download", "application/octet-stream", "video/mp4"])
def test_what_is_no_document_by_its_first_bytes_is_not_fetched_whole(type: str) -> None:
    fetch = answer(reply(b"MZ\x90\x00" + bytes(300_000), type=type), "/unduh?id=7")
    assert fetch.status is FetchStatus.WRONG_TYPE and fetch.body == b""


def test_a_picture_without_a_proper_type_is_one() -> None:
    assert answer(reply(picture(800, 600), type="application/x-unduh"), "/unduh?id=7").role is FetchRole.DOCUMENT


@pytest.mark.parametrize("location", ["\\profil\\ppid", "/profil\\ppid", "\\profil/ppid?a=b\\c"])
def test_backslashes_of_a_redirect_are_turned(location: str) -> None:
    fetch = answer(redirect(location), more={"/profil/ppid": reply(BODY), "/profil/ppid?a=b\\c": reply(BODY)})
    assert fetch.status is FetchStatus.OK and "/profil/ppid" in fetch.final_url
