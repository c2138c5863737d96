"""Reading answers as forgivingly as browsers do: heads with stray lines are put right before they are parsed.

The parser below the client refuses a whole answer for one line that is no header ("X Content Type Options: nosniff", a
plug-in's warning); every browser leaves the line out and shows the page.
"""

from __future__ import annotations

import re
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore

_LONGEST = 65_536  # bytes of a head that is put right; a longer one is left to the parser's own limit
_STEP = 65_536
_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"([-!#$%&'*+.^_`|~0-9a-zA-Z]+)[ \t]*:[ \t]*(.*)$", re.DOTALL)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")


def tidied(head: bytes) -> bytes:
    """A head of an answer, its end included, without the lines that are no headers."""
    first, *lines = re.split(rb"\r?\n", head.rstrip(b"\r\n"))
    kept = [first]
    for line in lines:
        if line[:1] in (b" ", b"\t"):
            if len(kept) > 1:
                kept.append(line)  # goes on with the line above
            continue
        found = _HEADER.match(line)
        if found is None or (found[1].lower() == b"content-length" and not found[2].strip().isdigit()):
            continue
        kept.append(found[1] + b": " + _CONTROLS.sub(b"", found[2]).strip())
    return b"\r\n".join(kept) + b"\r\n\r\n"


class TidyStream(httpcore.AsyncNetworkStream):
    """A network stream whose answers have their heads put right; what follows a head is passed on as it is."""

    def __init__(self, inner: httpcore.AsyncNetworkStream) -> None:
        self._inner = inner
        self._awaits_head = True
        self._ready = b""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """The next bytes; b"" at the end of the connection."""
        if not self._ready and self._awaits_head:
            self._ready = await self._head(timeout)
        if not self._ready:
            return await self._inner.read(max_bytes, timeout)
        found, self._ready = self._ready[:max_bytes], self._ready[max_bytes:]
        return found

    async def _head(self, timeout: float | None) -> bytes:
        """Everything up to the end of a head that is not an interim answer's, and what came with it."""
        done, raw = b"", b""
        while True:
            piece = await self._inner.read(_STEP, timeout)
            raw += piece
            while (end := _END.search(raw)) is not None and raw.startswith(b"HTTP/"):
                head, raw = raw[: end.end()], raw[end.end() :]
                done += tidied(head)
                if not head[8:12].strip().startswith(b"1"):
                    self._awaits_head = False
                    return done + raw
            if not piece or len(raw) > _LONGEST or not raw[:5].startswith(b"HTTP/"[: len(raw)]):
                self._awaits_head = False
                return done + raw

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        self._awaits_head = True
        await self._inner.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._inner.aclose()

    async def start_tls(
        self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None
    ) -> httpcore.AsyncNetworkStream:
        return TidyStream(await self._inner.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._inner.get_extra_info(info)


class TidyBackend(httpcore.AsyncNetworkBackend):
    """A network backend whose streams are tidy."""

    def __init__(self, inner: httpcore.AsyncNetworkBackend) -> None:
        self._inner = inner

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return TidyStream(await self._inner.connect_tcp(host, port, timeout, local_address, socket_options))

    async def connect_unix_socket(
        self, path: str, timeout: float | None = None, socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None
    ) -> httpcore.AsyncNetworkStream:
        return await self._inner.connect_unix_socket(path, timeout, socket_options)

    async def sleep(self, seconds: float) -> None:
        await self._inner.sleep(seconds)
