"""A small loopback web server: many offices, each on a port of its own, in one quiet thread.

It speaks just enough HTTP/1.1 for browsers and crawlers: GET and HEAD, keep-alive, fixed answers made beforehand.
"""

from __future__ import annotations

import asyncio
import contextlib
import socket
import ssl
import threading
import time
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from types import TracebackType
from typing import Self

HOST = "127.0.0.1"
_MAX_HEAD = 64 * 1024
_IDLE_SECONDS = 30.0
_REFUSED = HTTPStatus.METHOD_NOT_ALLOWED


@dataclass(frozen=True, slots=True)
class Reply:
    """One fixed answer. ``delay`` in seconds passes before its first byte."""

    body: bytes = b""
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    delay: float = 0.0


@dataclass(frozen=True, slots=True)
class Host:
    """What one port serves: ``routes`` by path (with or without its query), ``missing`` for the rest."""

    name: str
    routes: Mapping[str, Reply]
    missing: Reply
    tls: ssl.SSLContext | None = None

    def reply(self, target: str) -> Reply:
        """The answer to a request target ("/a?b=c"): the exact target, then its path alone, then ``missing``."""
        path = target.partition("?")[0]
        return self.routes.get(target) or self.routes.get(path) or self.missing


@dataclass(frozen=True, slots=True)
class Request:
    """One request as it came in. ``started`` and ``ended`` in seconds of ``time.monotonic``."""

    host: str
    method: str
    path: str  # with its query
    user_agent: str
    started: float
    ended: float
    status: int


class Server:
    """Serves hosts on loopback from a thread of its own; a context manager.

    Ports are taken in the constructor, before the pages are made, because pages carry absolute addresses.
    """

    def __init__(self, names: tuple[str, ...]) -> None:
        self._sockets = {name: _listening_socket() for name in names}
        self.ports: dict[str, int] = {name: sock.getsockname()[1] for name, sock in self._sockets.items()}
        self.log: list[Request] = []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, name="demo-server", daemon=True)
        self._servers: list[asyncio.Server] = []

    def start(self, hosts: tuple[Host, ...]) -> None:
        """Begins to answer on every host's port."""
        self._thread.start()
        asyncio.run_coroutine_threadsafe(self._listen(hosts), self._loop).result()

    def close(self) -> None:
        """Stops, and gives every port back."""
        if self._thread.is_alive():
            asyncio.run_coroutine_threadsafe(self._shut(), self._loop).result()
            self._loop.call_soon_threadsafe(self._loop.stop)
            self._thread.join()
        for sock in self._sockets.values():
            sock.close()
        self._loop.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self.close()

    async def _listen(self, hosts: tuple[Host, ...]) -> None:
        self._loop.set_exception_handler(lambda _loop, _context: None)  # failed handshakes are part of the show
        for host in hosts:
            self._servers.append(
                await asyncio.start_server(
                    partial(self._converse, host),
                    sock=self._sockets[host.name],
                    ssl=host.tls,
                    limit=_MAX_HEAD,
                )
            )

    async def _shut(self) -> None:
        for server in self._servers:
            server.close()
        conversations = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
        for task in conversations:
            task.cancel()
        await asyncio.gather(*conversations, return_exceptions=True)

    async def _converse(self, host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            while await self._answer(host, reader, writer):
                pass
        except (OSError, TimeoutError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            pass  # the visitor hung up or spoke no HTTP
        except asyncio.CancelledError:
            pass  # the province closes; asyncio would log a cancelled conversation as a fault
        finally:
            with contextlib.suppress(OSError):
                writer.close()

    async def _answer(self, host: Host, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answers one request; returns whether the connection stays open."""
        head = await asyncio.wait_for(reader.readuntil(b"\r\n\r\n"), _IDLE_SECONDS)
        started = time.monotonic()
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _version = first.split(" ", 2)
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        reply = host.reply(target) if method in ("GET", "HEAD") else Reply(status=_REFUSED)
        if reply.delay:
            await asyncio.sleep(reply.delay)
        keep = fields.get("connection", "").lower() != "close" and method in ("GET", "HEAD")
        # Logged before the answer is written: whoever has the answer must find it in the log.
        self.log.append(
            Request(host.name, method, target, fields.get("user-agent", ""), started, time.monotonic(), reply.status)
        )
        writer.write(_head(reply, keep))
        if method != "HEAD":
            writer.write(reply.body)
        await writer.drain()
        return keep


def _head(reply: Reply, keep: bool) -> bytes:
    fields = {
        "Content-Type": reply.content_type,
        "Content-Length": str(len(reply.body)),
        "Connection": "keep-alive" if keep else "close",
        **dict(reply.headers),
    }
    phrase = HTTPStatus(reply.status).phrase
    lines = [f"HTTP/1.1 {reply.status} {phrase}", *(f"{name}: {value}" for name, value in fields.items())]
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _listening_socket() -> socket.socket:
    sock = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    sock.bind((HOST, 0))
    sock.setblocking(False)
    return sock
