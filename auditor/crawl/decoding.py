"""Undoing Content-Encoding in small steps, so that a few kilobytes cannot turn into gigabytes of memory."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Protocol

import brotli  # type: ignore[import-untyped]

_STEP = 65_536  # bytes one step may grow to
_MOST_LAYERS = 2


class DecodingError(Exception):
    """Raised when a body is not in the encoding its header names."""


class _Layer(Protocol):
    def feed(self, data: bytes) -> Iterator[bytes]: ...

    @property
    def complete(self) -> bool: ...


class _Zlib:
    """gzip (RFC 1952), and deflate with or without zlib's header, which servers mix up (RFC 9110 section 8.4.1.2)."""

    def __init__(self, gzip: bool) -> None:
        self._gzip = gzip
        self._decoder = zlib.decompressobj(31 if gzip else 15)
        self._begun = False
        self._members = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        while data:
            if self._decoder.eof:
                if not self._gzip or data[:2] != b"\x1f\x8b":
                    return  # padding behind the end
                self._decoder = zlib.decompressobj(31)
            try:
                out = self._decoder.decompress(data, _STEP)
            except zlib.error as error:
                if self._begun or self._gzip:
                    raise DecodingError(str(error)) from error
                self._decoder = zlib.decompressobj(-15)
                self._begun = True
                continue
            self._begun = True
            data = self._decoder.unused_data if self._decoder.eof else self._decoder.unconsumed_tail
            if out:
                yield out
            elif not data:
                return

    @property
    def complete(self) -> bool:
        return self._decoder.eof


class _Brotli:
    def __init__(self) -> None:
        self._decoder = brotli.Decompressor()

    def feed(self, data: bytes) -> Iterator[bytes]:
        try:
            out = self._decoder.process(data, output_buffer_limit=_STEP)
            while out or not self._decoder.can_accept_more_data():
                if out:
                    yield out
                if self._decoder.is_finished():
                    return
                out = self._decoder.process(b"", output_buffer_limit=_STEP)
        except brotli.error as error:
            raise DecodingError(str(error)) from error

    @property
    def complete(self) -> bool:
        return bool(self._decoder.is_finished())


class Decoder:
    """Undoes the encodings a Content-Encoding header names; raises DecodingError for unknown ones."""

    #: brotli before 1.2 has no limit on what one call may produce: then it is not asked for
    ACCEPTED = "gzip, deflate, br" if hasattr(brotli.Decompressor, "can_accept_more_data") else "gzip, deflate"

    def __init__(self, header: str) -> None:
        names = [name.strip().lower() for name in header.split(",")]
        names = [name for name in names if name not in ("", "identity", "none", "utf-8")]
        if len(names) > _MOST_LAYERS:
            raise DecodingError(f"{len(names)} lapis Content-Encoding")
        self._layers = [_layer(name) for name in reversed(names)]
        self._fed = False

    def feed(self, data: bytes) -> Iterator[bytes]:
        """The plain bytes behind a chunk, in steps of at most 64 KiB for each layer."""
        self._fed = self._fed or bool(data)
        yield from self._through(data, 0)

    def _through(self, data: bytes, at: int) -> Iterator[bytes]:
        if at == len(self._layers):
            if data:
                yield data
            return
        for out in self._layers[at].feed(data):
            yield from self._through(out, at + 1)

    @property
    def complete(self) -> bool:
        """Whether every layer has seen its end (an empty body counts as complete)."""
        return not self._fed or all(layer.complete for layer in self._layers)


def _layer(name: str) -> _Layer:
    if name in ("gzip", "x-gzip"):
        return _Zlib(gzip=True)
    if name == "deflate":
        return _Zlib(gzip=False)
    if name == "br":
        return _Brotli()
    raise DecodingError(f"Content-Encoding {name[:40]}")
