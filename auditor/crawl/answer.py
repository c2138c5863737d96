"""The answer to one request, read as far as it is of use: what it is by its head, at most so many bytes of its body."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from auditor.crawl.decoding import Decoder
from auditor.crawl.line import Head, Line
from auditor.crawl.media import (
    begins_a_document,
    is_document,
    is_markup,
    is_readable,
    looks_whole,
    may_be_document,
    retry_after,
    status_of_code,
)
from auditor.model import CrawlSettings, FetchRole, FetchStatus, TlsState

_PEEK_BYTES = 65_536  # kept of a document that is too large: enough to see what it is
_TELLING = 16  # first bytes that tell what kind a file is
_GRACE = 1.5  # seconds a server may still send after what looks like the end
_LARGE = (FetchRole.DOCUMENT, FetchRole.PICTURE, FetchRole.EXTERNAL, FetchRole.API)


@dataclass(slots=True)
class Answer:
    """What one exchange brought; the pieces of a Fetch."""

    status: FetchStatus
    http_status: int | None = None
    headers: tuple[tuple[str, str], ...] = ()
    media_type: str = ""
    body: bytes = b""
    error: str = ""
    location: str = ""
    tls: TlsState = TlsState.NONE
    retry_after: float | None = None
    cut: bool = False  # the connection ended within the handshake
    elapsed: float = 0.0  # seconds, without the wait for the request's turn
    received: int = 0  # bytes, after decompression

    async def read(
        self, head: Head, line: Line, role: FetchRole, path: str, settings: CrawlSettings, bodiless: bool
    ) -> FetchRole:
        """Reads an answer; what it turned out to be. ``path``: of the address that was asked for."""
        told = head.by_name
        self.http_status = head.code
        self.headers = tuple([header for header in head.headers if header[0] != "location"])
        self.media_type = told.get("content-type", "").partition(";")[0].strip().lower()
        if "retry-after" in told:
            self.retry_after = retry_after(told["retry-after"], datetime.now(UTC))
        if location := told.get("location", ""):
            self.headers += (("location", location),)
            if head.leads_on:
                self.location = location
                return role
        self.status = status_of_code(head.code)
        sniffed = False  # nothing but its first bytes can tell what it is
        if bodiless:
            return role
        if self.status is FetchStatus.OK and role in (FetchRole.PAGE, FetchRole.HOME, FetchRole.DOCUMENT):
            if is_document(self.media_type, told, path):
                role = FetchRole.DOCUMENT
            elif is_markup(self.media_type):
                role = FetchRole.PAGE if role is FetchRole.DOCUMENT else role
            elif not is_readable(self.media_type):
                if not may_be_document(self.media_type):
                    self.status = FetchStatus.WRONG_TYPE
                    return role
                role, sniffed = FetchRole.DOCUMENT, True
        large = role in _LARGE
        cap = settings.max_document_bytes if large else settings.max_page_bytes
        length = told.get("content-length", "")
        if length.isdecimal() and int(length) > cap:
            self.status = FetchStatus.TOO_LARGE
            self.error = f"{length} byte"
            cap = min(cap, _PEEK_BYTES if large else cap)
        await self._read_body(line, Decoder(told.get("content-encoding", "")), cap, sniffed)
        return role

    async def _read_body(self, line: Line, decoder: Decoder, cap: int, sniffed: bool) -> None:
        """Reads at most ``cap`` bytes as counted after decompression; what came before a fault is kept."""
        body = bytearray()
        try:
            while (chunk := await _next(line, looks_whole(body, self.media_type))) is not None:
                for piece in decoder.feed(chunk):
                    self.received += len(piece)
                    body += piece
                    if sniffed and len(body) >= _TELLING and not begins_a_document(bytes(body[:_TELLING])):
                        self.status = FetchStatus.WRONG_TYPE
                        body.clear()
                        return
                    if len(body) > cap:
                        self.status = FetchStatus.TOO_LARGE
                        self.error = self.error or f"lebih dari {cap} byte"
                        return
            if self.status is FetchStatus.OK and not decoder.complete:
                self.status, self.error = FetchStatus.TRUNCATED, "isi terkompresi tidak lengkap"
        finally:
            self.body = bytes(body[:cap])


async def _next(line: Line, whole: bool) -> bytes | None:
    """The next piece of a body, None at its end; a body that looks whole is not waited for longer than a moment."""
    if not whole:
        return await line.piece()
    try:
        return await line.piece(_GRACE)
    except TimeoutError:
        return None
