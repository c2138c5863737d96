"""Lines through the guarded network, kept for the next request, and the cookies that servers set on them."""

from __future__ import annotations

import asyncio
import ssl
import time
from collections.abc import AsyncIterator, Iterable
from contextlib import asynccontextmanager, suppress
from email.message import Message
from http.cookiejar import CookieJar
from urllib.request import Request

import httpcore
import httpx

from auditor.crawl.guard import ForbiddenAddress, UnknownHost
from auditor.crawl.line import Head, Line
from auditor.crawl.pace import Turn
from auditor.crawl.tls import Trust

_MOST_LINES = 4  # at a time
_MOST_RESTING = 2
_RESTS = 15.0  # seconds a line is kept for the next request
_FAREWELL = 2.0  # seconds that hanging up may take
Server = tuple[str, str, int | None]  # scheme, host and port


class Transport:
    """Brings requests to servers, all by one TLS context. ``patience``: seconds for a connection, for each answer."""

    def __init__(
        self, context: ssl.SSLContext, backend: httpcore.AsyncNetworkBackend, patience: tuple[float, float]
    ) -> None:
        self._context, self._backend = context, backend
        self._to_connect, self._to_answer = patience
        self._resting: dict[Server, tuple[Line, float]] = {}  # with the moment until which each is kept
        self._room = asyncio.Semaphore(_MOST_LINES)
        self._cookies = _Cookies()

    @asynccontextmanager
    async def ask(
        self, method: str, url: httpx.URL, headers: Iterable[tuple[str, str]], turn: Turn
    ) -> AsyncIterator[tuple[Head, Line]]:
        """The head of the answer, and the line from which its body is read."""
        server = (url.scheme, url.raw_host.decode("ascii"), url.port)
        said = [(name.encode("ascii"), value.encode("ascii")) for name, value in headers]
        sent = [(b"Host", url.netloc), *said, *self._cookies.header(url)]
        async with self._a_line(server) as line:
            head = await line.ask(method, url.raw_path, sent, turn)
            self._cookies.take(url, head.headers)
            yield head, line

    async def aclose(self) -> None:
        for server in list(self._resting):
            await self._hang_up(self._resting.pop(server)[0])

    @asynccontextmanager
    async def _a_line(self, server: Server) -> AsyncIterator[Line]:
        await self._enter()
        try:
            line = await self._rested(server) or await self._connected(server)
            try:
                yield line
            finally:
                await self._put_back(server, line)
        finally:
            self._room.release()

    async def _enter(self) -> None:
        if not self._room.locked():
            await self._room.acquire()
            return
        try:
            await asyncio.wait_for(self._room.acquire(), self._to_answer)
        except TimeoutError as error:
            raise httpcore.PoolTimeout from error

    async def _rested(self, server: Server) -> Line | None:
        """A line to a server that is still good; those that are not are let go, whomever they lead to."""
        now = time.monotonic()
        for other, (line, until) in list(self._resting.items()):
            if now > until or line.gone:
                del self._resting[other]
                await self._hang_up(line)
        found = self._resting.pop(server, None)
        return found[0] if found is not None else None

    async def _connected(self, server: Server) -> Line:
        scheme, host, port = server
        stream = await self._backend.connect_tcp(host, port or (443 if scheme == "https" else 80), self._to_connect)
        if scheme == "https":
            self._context.set_alpn_protocols(["http/1.1"])
            stream = await stream.start_tls(self._context, host, self._to_connect)
        return Line(stream, self._to_answer)

    async def _put_back(self, server: Server, line: Line) -> None:
        if line.rests() and server not in self._resting:
            self._resting[server] = (line, time.monotonic() + _RESTS)
            if len(self._resting) <= _MOST_RESTING:
                return
            line, _ = self._resting.pop(next(iter(self._resting)))
        await self._hang_up(line)

    @staticmethod
    async def _hang_up(line: Line) -> None:
        with suppress(TimeoutError):  # of the farewell: what was asked has been answered
            async with asyncio.timeout(_FAREWELL):
                await line.hang_up()


class _Cookies:
    """What servers asked to be shown again."""

    def __init__(self) -> None:
        self._jar = CookieJar()
        self._any = False

    def header(self, url: httpx.URL) -> list[tuple[bytes, bytes]]:
        if not self._any:
            return []
        request = Request(str(url))
        self._jar.add_cookie_header(request)
        cookies = str(request.get_header("Cookie", ""))
        return [(b"Cookie", cookies.encode())] if cookies else []

    def take(self, url: httpx.URL, headers: Iterable[tuple[str, str]]) -> None:
        told = [value for name, value in headers if name == "set-cookie"]
        if told:
            self._jar.extract_cookies(_Told(told), Request(str(url)))  # type: ignore[arg-type]
            self._any = True


class _Told:
    """An answer as the cookie jar reads it."""

    def __init__(self, cookies: Iterable[str]) -> None:
        self._message = Message()
        for cookie in cookies:
            self._message["Set-Cookie"] = cookie

    def info(self) -> Message:
        return self._message


async def leaf_certificate(
    backend: httpcore.AsyncNetworkBackend, url: httpx.URL, trust: Trust, timeout: float
) -> bytes:
    """The server's own certificate (DER), whatever it is worth; b"" when there is none."""
    try:
        stream = await backend.connect_tcp(url.host, url.port or 443, timeout)
        stream = await stream.start_tls(trust.unverified, url.host, timeout)
        try:
            certificate = stream.get_extra_info("ssl_object").getpeercert(binary_form=True)
        finally:
            await stream.aclose()
    except (httpcore.NetworkError, httpcore.TimeoutException, ForbiddenAddress, UnknownHost, OSError):
        return b""
    return certificate or b""
