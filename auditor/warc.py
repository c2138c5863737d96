"""A record of a WARC file (WARC/1.1): its lines, its digests, and the gzip member it is packed in. Pure."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from collections.abc import Iterator, Mapping
from typing import Final, cast

from isal import isal_zlib

_LEVEL: Final = 2  # of isal: a tenth of the time of zlib's level 6
_GZIP: Final = isal_zlib.MAX_WBITS + 16
_TYPES: Final = {
    "warcinfo": "application/warc-fields",
    "request": "application/http; msgtype=request",
    "response": "application/http; msgtype=response",
}
#: what a member that is no gzip raises; its stubs call it an instance
Broken = cast(type[Exception], isal_zlib.error)


def packed(kind: str, headers: Mapping[str, str], body: bytes, *, head: str = "", content_type: str = "") -> bytes:
    """A record as it stands in a file. ``head``: of the HTTP message whose body it holds, ASCII only."""
    lines = dict(headers)
    lines.setdefault("WARC-Type", kind)
    before = head.encode("ascii")
    digest = _digest(body)
    if kind != "warcinfo":
        lines["WARC-Payload-Digest"] = digest
    lines["WARC-Block-Digest"] = _digest(before, body) if before else digest
    lines["Content-Type"] = content_type or _TYPES[kind]
    lines["Content-Length"] = str(len(before) + len(body))
    named = "".join([f"{name}: {value}\r\n" for name, value in lines.items()])
    record = b"".join((f"WARC/1.1\r\n{named}\r\n".encode(), before, body, b"\r\n\r\n"))
    return isal_zlib.compress(record, _LEVEL, _GZIP)


def _digest(*parts: bytes) -> str:
    found = hashlib.sha1(usedforsecurity=False)
    for part in parts:
        found.update(part)
    return f"sha1:{b32encode(found.digest()).decode('ascii')}"


def unpacked(data: bytes) -> bytes:
    """The record in the member that begins there. ValueError when it is cut, Broken when it is damaged."""
    unzip = isal_zlib.decompressobj(_GZIP)
    record = unzip.decompress(data)
    if not unzip.eof:
        raise ValueError("member is cut")
    return record


def all_unpacked(data: bytes) -> Iterator[bytes]:
    """The records in members that follow each other."""
    while data:
        unzip = isal_zlib.decompressobj(_GZIP)
        yield unzip.decompress(data)
        data = unzip.unused_data


def content(record: bytes) -> bytes:
    """The content block of a record. ValueError when it is cut, or no record."""
    head, _, rest = record.partition(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
            if len(rest) < length:
                raise ValueError("record is cut")
            return rest[:length]
    raise ValueError("not a WARC record")
