"""A static server in a process of its own, so that serving is nobody's CPU: ``bench/static.py FOLDER PORT HOST...``

Serves ``FOLDER/<host>/<path>/index.html`` on each host; prints "ready". At the end of its input it prints, as JSON, how
many pages (HTML with status 200) and how many requests each host had.
"""

from __future__ import annotations

import asyncio
import json
import sys
from collections import defaultdict
from functools import lru_cache
from pathlib import Path


@lru_cache(maxsize=64)
def _body(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


class Answering(asyncio.Protocol):
    """One connection, kept alive."""

    def __init__(self, root: Path, tally: dict[str, list[int]]) -> None:
        self._root, self._tally, self._buffer = root, tally, b""

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while b"\r\n\r\n" in self._buffer:
            head, _, self._buffer = self._buffer.partition(b"\r\n\r\n")
            self._answer(head.decode("latin-1").split("\r\n"))

    def _answer(self, lines: list[str]) -> None:
        path = lines[0].split(" ")[1].partition("?")[0]
        headers = {name.lower(): value for name, _, value in (line.partition(": ") for line in lines[1:])}
        body = _body(self._root / path.strip("/") / "index.html") if path.endswith("/") and ".." not in path else b""
        counted = self._tally[headers.get("host", "")]
        counted[0] += bool(body)
        counted[1] += 1
        status = "200 OK" if body else "404 Not Found"
        body = body or b"<!DOCTYPE html><title>404</title><h1>Halaman tidak ditemukan</h1>"
        start = f"HTTP/1.1 {status}\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: {len(body)}\r\n\r\n"
        self._transport.write(start.encode() + (b"" if lines[0].startswith("HEAD") else body))


async def serve(folder: Path, port: int, hosts: list[str]) -> None:
    loop, tally = asyncio.get_running_loop(), defaultdict[str, list[int]](lambda: [0, 0])
    for host in hosts:
        await loop.create_server(lambda root=folder / host: Answering(root, tally), host, port)
    print("ready", flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    print(json.dumps(tally), flush=True)


if __name__ == "__main__":
    asyncio.run(serve(Path(sys.argv[1]), int(sys.argv[2]), sys.argv[3:]))
