"""A loopback server whose every answer is written by hand, byte by byte where a fault needs it."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import struct
import threading
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Self

HOST = "127.0.0.1"


@dataclass(frozen=True)
class Request:
    method: str
    path: str
    headers: Mapping[str, str]
    at: float  # seconds, monotonic, when the request line had come


@dataclass(frozen=True)
class Exchange:
    """What a handler works with: the request, and the raw connection."""

    request: Request
    writer: asyncio.StreamWriter
    earlier: int  # how often this path was asked for before

    async def send(self, data: bytes) -> None:
        self.writer.write(data)
        await self.writer.drain()

    def reset(self) -> None:
        """Ends the connection with RST instead of FIN."""
        raw = self.writer.get_extra_info("socket")
        raw.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
        self.writer.transport.abort()


Handler = Callable[[Exchange], Awaitable[None]]


def head(status: int, headers: Mapping[str, str]) -> bytes:
    phrase = HTTPStatus(status).phrase if status in set(HTTPStatus) else "Other"
    lines = [f"HTTP/1.1 {status} {phrase}", *(f"{name}: {value}" for name, value in headers.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def reply(
    body: str | bytes = b"", status: int = 200, type: str = "text/html; charset=utf-8", **headers: str
) -> Handler:
    """An ordinary answer; header names with "_" for "-"."""
    data = body.encode("utf-8") if isinstance(body, str) else body

    async def handler(exchange: Exchange) -> None:
        more = {name.replace("_", "-"): value for name, value in headers.items()}
        content = b"" if exchange.request.method == "HEAD" else data
        length = {"Content-Length": str(len(data))}
        await exchange.send(head(status, {"Content-Type": type, **length, **more}) + content)

    return handler


def redirect(location: str, status: int = 302) -> Handler:
    return reply(b"", status, Location=location)


def first(count: int, before: Handler, after: Handler) -> Handler:
    """One behaviour for the first requests of a path, another from then on."""

    async def handler(exchange: Exchange) -> None:
        await (before if exchange.earlier < count else after)(exchange)

    return handler


def page(title: str, main: str, menu: str = "") -> str:
    return (
        f"<!doctype html><html lang=id><head><title>{title}</title></head><body>"
        f"<nav><a href='/'>Beranda</a>{menu}</nav><main><h1>{title}</h1>{main}</main>"
        "<footer>Kantor Kementerian Agama Kabupaten Purbalingga</footer></body></html>"
    )


PROSE = (
    "<p>Kantor ini melayani masyarakat pada hari kerja. Loket pelayanan berada di lantai satu, dekat ruang tunggu. "
    "Petugas membantu pengisian formulir, memeriksa kelengkapan berkas, lalu memberi tanda terima kepada pemohon. "
    "Hasil layanan dapat diambil sesuai jadwal yang tertulis pada tanda terima, atau dikirim melalui surat.</p>"
)


@dataclass
class Log:
    requests: list[Request] = field(default_factory=list)
    in_flight: int = 0
    most_in_flight: int = 0

    @property
    def paths(self) -> list[str]:
        return [request.path for request in self.requests]


class FaultServer:
    """Serves routes on one loopback port, in its own thread. An unknown path answers 404, or ``missing``."""

    def __init__(
        self, routes: Mapping[str, Handler], missing: Handler | None = None, context: ssl.SSLContext | None = None
    ) -> None:
        self.routes = dict(routes)
        self.missing = missing or reply(page("404", "<p>Tidak ada.</p>"), 404)
        self.context = context
        self.log = Log()
        self.port = 0
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._ready = threading.Event()

    @property
    def url(self) -> str:
        return f"{'https' if self.context else 'http'}://{HOST}:{self.port}"

    def __enter__(self) -> Self:
        self._thread.start()
        assert self._ready.wait(5)
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    def _run(self) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda *_: None)  # faults are this server's trade
        server = self._loop.run_until_complete(asyncio.start_server(self._serve, HOST, 0, ssl=self.context))
        self.port = server.sockets[0].getsockname()[1]
        self._ready.set()
        self._loop.run_forever()
        server.close()
        tasks = asyncio.all_tasks(self._loop)
        for task in tasks:
            task.cancel()
        self._loop.run_until_complete(asyncio.gather(*tasks, return_exceptions=True))
        self._loop.close()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError, TimeoutError, ssl.SSLError):
            while True:
                begin = await reader.readexactly(1)
                if begin == b"\x16":  # a TLS handshake where none is spoken
                    await Exchange(Request("", "", {}, 0.0), writer, 0).send(b"HTTP/1.1 400 Bad Request\r\n\r\n")
                    break
                raw = begin + await reader.readuntil(b"\r\n\r\n")
                lines = raw.decode("latin-1").split("\r\n")
                method, path, _ = lines[0].split(" ", 2)
                headers = {n.lower(): v.strip() for n, _, v in (line.partition(":") for line in lines[1:] if line)}
                request = Request(method, path, headers, time.monotonic())
                earlier = self.log.paths.count(path)
                self.log.requests.append(request)
                self.log.in_flight += 1
                self.log.most_in_flight = max(self.log.most_in_flight, self.log.in_flight)
                try:
                    handler = self.routes.get(path) or self.routes.get(path.partition("?")[0]) or self.missing
                    await handler(Exchange(request, writer, earlier))
                finally:
                    self.log.in_flight -= 1
                if writer.is_closing():
                    return
        with contextlib.suppress(Exception):
            writer.close()
