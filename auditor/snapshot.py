"""Snapshot <-> WARC: one gzip WARC per site, and the one place that knows its layout.

The layout (WARC/1.1, every record its own gzip member, readable by any WARC tool):

    warcinfo    the tool that wrote the file
    metadata    the site and the crawl's settings
    for each fetch: response, request for each hop, metadata with the rest as JSON
    for a page seen through the browser, before its requests: conversion (the page after its scripts ran, in place of
                the response, which follows it) and resource (a picture of the page, WebP)
    metadata    closing: status, times, skipped addresses, and where each fetch stands in the file
    metadata    pointer to the closing record, so that one record can be read by seeking

Bodies stand as the client decoded them, so Content-Encoding and Transfer-Encoding are left out of the stored
HTTP headers; the headers as received are in the fetch's metadata. A fetch without a response is its metadata alone.
Files are written under ``<name>.partial`` and renamed when complete: a file with its own name is a whole one.
"""

from __future__ import annotations

import json
import os
import uuid
from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import IO, Any, Final, TypeVar, cast
from urllib.parse import quote, urlsplit

from isal import isal_zlib
from pydantic import TypeAdapter, ValidationError
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from auditor.model import CrawlSettings, Fetch, FetchStatus, Site, SiteStatus, Skipped, Snapshot

FORMAT: Final = 1
PARTIAL: Final = ".partial"

_REMARK: Final = "bodies are stored decoded; request records are rebuilt from the crawl's settings"
_JSON: Final = "application/json"
_LEVEL: Final = 2  # of isal: a tenth of the time of zlib's level 6
_Broken = cast(type[Exception], isal_zlib.error)  # its stubs call it an instance
_TAIL: Final = 2048  # the pointer record is some 400 bytes
_UNLISTED: Final = {"body", "original", "screenshot"}  # of a fetch: they stand in records of their own
_PICTURE: Final = "image/webp"
#: Before the address of what stands beside a page: replay tools index by address and would show it in the page's place.
_ABOUT: Final = "urn:pageinfo:"
_VIEW: Final = "urn:view:"
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))
_DECODED: Final = frozenset({"content-encoding", "transfer-encoding", "content-length"})
_TRUNCATED: Final = {
    FetchStatus.TOO_LARGE: "length",
    FetchStatus.DEADLINE: "time",
    FetchStatus.READ_TIMEOUT: "time",
    FetchStatus.TRUNCATED: "disconnect",
    FetchStatus.RESET: "disconnect",
}


class SnapshotError(Exception):
    """Raised for a stored snapshot that is cut, damaged or of another format; the message names the file."""

    def __init__(self, path: Path, reason: str) -> None:
        self.path, self.reason = path, reason
        super().__init__(f"{path}: rekaman situs tidak dapat dibaca: {reason}.")

    def __reduce__(self) -> tuple[type[SnapshotError], tuple[Path, str]]:
        return SnapshotError, (self.path, self.reason)  # it travels from workers


@dataclass(frozen=True, slots=True)
class _Closing:
    format: int
    snapshot: Snapshot  # without its fetches
    index: tuple[tuple[str, int, int, int], ...]  # record id, offset of the body's record, of the metadata, end


_Item = TypeVar("_Item", Fetch, Skipped)
_FETCH: Final = TypeAdapter(Fetch)
_CLOSING: Final = TypeAdapter(_Closing)
_ANY: Final = TypeAdapter(dict[str, Any])


class SnapshotWriter:
    """Writes one site's snapshot as it is crawled, holding no body longer than ``add`` takes."""

    def __init__(
        self, path: Path, site: Site, settings: CrawlSettings, tool_version: str, started_at: datetime | None = None
    ) -> None:
        """Opens ``<path>.partial``, replacing an unfinished one. OSError when the folder cannot be written."""
        self.path = path
        self.partial = path.with_name(path.name + PARTIAL)
        self._site, self._settings, self._tool_version = site, settings, tool_version
        self._date = _warc_date(started_at or datetime.now(UTC))
        self._skipped: list[Skipped] = []
        self._index: list[tuple[str, int, int, int]] = []
        self._count = 0
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file: IO[bytes] = self.partial.open("wb")
        self._warc = WARCWriter(None, gzip=False, warc_version="1.1")
        info = {"software": f"auditor-kip/{tool_version}", "format": "WARC File Format 1.1", "description": _REMARK}
        record = self._warc.create_warcinfo_record(path.name, info)
        record.rec_headers.replace_header("WARC-Date", self._date)
        record.rec_headers.replace_header("WARC-Record-ID", self._new_id(self._date, path.name))
        self._put(record)
        self._metadata(_ANY.dump_json({"site": site, "settings": settings, "tool_version": tool_version}))

    def add(self, fetch: Fetch) -> Fetch:
        """The fetch with the id of its record in this file. OSError when the disk is full."""
        try:
            _FETCH.dump_json(fetch, exclude=_UNLISTED)
        except ValueError:  # half a surrogate pair in an address or a label
            fetch = _without_surrogates(fetch)
        date = _warc_date(fetch.fetched_at)
        record_id = self._new_id(date, fetch.url)
        fetch = replace(fetch, record_id=record_id)
        start = self._file.tell()
        target = _ascii(fetch.final_url or fetch.url) or "urn:auditor-kip:tanpa-alamat"
        kind = _record_type(fetch)
        if kind:
            headers = {"WARC-Record-ID": record_id, "WARC-Date": date}
            if fetch.status in _TRUNCATED and fetch.body:
                headers["WARC-Truncated"] = _TRUNCATED[fetch.status]
            self._record(
                kind,
                target,
                headers,
                fetch.body,
                content_type="" if kind == "response" else fetch.media_type or "text/html",
                http=_response_head(fetch, fetch.body) if kind == "response" else None,
            )
            self._beside(fetch, target, date, record_id)
            for hop in dict.fromkeys(map(_ascii, (fetch.url, *fetch.redirects, fetch.final_url))):
                if hop.startswith(("http://", "https://")):
                    self._request(hop, date, record_id)
        meta = self._file.tell()
        headers = {"WARC-Date": date}
        if kind:
            headers |= {"WARC-Concurrent-To": record_id}
        else:
            headers |= {"WARC-Record-ID": record_id}
        self._metadata(_FETCH.dump_json(fetch, exclude=_UNLISTED), _ABOUT + target, headers)
        self._index.append((record_id, start, meta, self._file.tell()))
        return fetch

    def skip(self, skipped: Skipped) -> None:
        """Notes an address that was seen and not opened."""
        self._skipped.append(_without_surrogates(skipped))

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> Path:
        """The path of the complete file; from here on it has its own name."""
        skipped = tuple(self._skipped)
        snapshot = Snapshot(
            self._site, status, started_at, finished_at, self._settings, (), skipped, self._tool_version
        )
        closing = _Closing(FORMAT, snapshot, tuple(self._index))
        offset = self._file.tell()
        self._metadata(_CLOSING.dump_json(closing))
        self._metadata(json.dumps({"closing_record": offset}).encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self.partial.replace(self.path)
        return self.path

    def abort(self) -> None:
        """Throws the unfinished file away."""
        self._file.close()
        self.partial.unlink(missing_ok=True)

    def _beside(self, fetch: Fetch, target: str, date: str, record_id: str) -> None:
        """Writes what stands beside a page that the browser was asked for: the answer as it came, the picture."""
        if fetch.original:
            ids = {"WARC-Record-ID": self._new_id(date, "response"), "WARC-Date": date, "WARC-Concurrent-To": record_id}
            head = _response_head(fetch, fetch.original)
            self._record("response", target, ids, fetch.original, http=head)
        if fetch.screenshot:
            ids = {"WARC-Record-ID": self._new_id(date, "picture"), "WARC-Date": date, "WARC-Concurrent-To": record_id}
            self._record("resource", _VIEW + target, ids, fetch.screenshot, content_type=_PICTURE)

    def _request(self, url: str, date: str, response_id: str) -> None:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        agent = _ascii(self._settings.user_agent, " ")
        lines = [("Host", parts.netloc.rpartition("@")[2]), ("User-Agent", agent)]
        http = StatusAndHeaders(f"GET {path} HTTP/1.1", lines, is_http_request=True)
        ids = {"WARC-Record-ID": self._new_id(date, url), "WARC-Date": date, "WARC-Concurrent-To": response_id}
        self._record("request", url, ids, b"", http=http)

    def _metadata(self, body: bytes, target: str = "", headers: dict[str, str] | None = None) -> None:
        headers = {"WARC-Date": self._date} | (headers or {})
        headers.setdefault("WARC-Record-ID", self._new_id(headers["WARC-Date"], "metadata"))
        self._record("metadata", target, headers, body, content_type=_JSON)

    def _record(
        self,
        kind: str,
        target: str,
        headers: dict[str, str],
        body: bytes,
        content_type: str = "",
        http: StatusAndHeaders | None = None,
    ) -> None:
        self._put(
            self._warc.create_warc_record(
                target,
                kind,
                payload=BytesIO(body),
                length=len(body),
                warc_content_type=content_type,
                warc_headers_dict=headers,
                http_headers=http,
            )
        )

    def _put(self, record: Any) -> None:
        member = _Member(self._file)
        self._warc.out = member
        self._warc.write_record(record)
        member.close()
        self._warc.out = None  # a packer holds some 100 kB, and sites by the dozen are being written

    def _new_id(self, date: str, name: str) -> str:
        self._count += 1
        key = f"{self._site.id}\n{date}\n{self._count}\n{name}"
        return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, key)}>"


class _Member:
    """One gzip member of the file."""

    def __init__(self, out: IO[bytes]) -> None:
        self._out = out
        self._zip = isal_zlib.compressobj(_LEVEL, isal_zlib.DEFLATED, isal_zlib.MAX_WBITS + 16)

    def write(self, data: bytes) -> None:
        self._out.write(self._zip.compress(data))

    def flush(self) -> None:
        """warcio flushes at the end of a record; the member ends with ``close``."""

    def close(self) -> None:
        self._out.write(self._zip.flush())


def read_snapshot(path: Path) -> Snapshot:
    """The snapshot stored in a WARC. SnapshotError when the file is cut or damaged, OSError when it is not there."""
    with path.open("rb") as file:
        closing = _closing(file, path)
        return replace(closing.snapshot, fetches=tuple(_fetch(file, path, entry) for entry in closing.index))


def check_snapshot(path: Path) -> None:
    """SnapshotError when any part of a stored snapshot is cut or damaged; holds one record at a time."""
    with path.open("rb") as file:
        for entry in _closing(file, path).index:
            _fetch(file, path, entry)


def read_record(path: Path, record_id: str) -> Fetch:
    """One fetch of a stored snapshot, by seeking, with all that stands beside it. KeyError for an unknown id."""
    with path.open("rb") as file:
        for entry in _closing(file, path).index:
            if entry[0] == record_id:
                return _with_beside(file, entry, _fetch(file, path, entry))
    raise KeyError(record_id)


def read_head(path: Path) -> Snapshot:
    """The snapshot without its fetches: site, status, times, settings and skipped addresses."""
    with path.open("rb") as file:
        return _closing(file, path).snapshot


def _closing(file: IO[bytes], path: Path) -> _Closing:
    size = file.seek(0, os.SEEK_END)
    base = max(0, size - _TAIL)
    file.seek(base)
    tail = file.read()
    at = len(tail)
    while (at := tail.rfind(b"\x1f\x8b\x08", 0, at)) >= 0:
        try:
            pointer = json.loads(_block(tail[at:]))
            offset = pointer["closing_record"]
            break
        except (ValueError, KeyError, TypeError, _Broken):
            continue  # these three bytes can also stand inside a member
    else:
        raise SnapshotError(path, "berkas terpotong atau bukan rekaman auditor")
    try:
        closing = json.loads(_member(file, offset, base + at))
        if closing.get("format") != FORMAT:
            raise SnapshotError(path, f"format {closing.get('format')!r} tidak dikenal oleh versi ini")
        return _CLOSING.validate_python(closing)
    except (ValueError, TypeError, _Broken, ValidationError) as error:
        raise SnapshotError(path, "catatan penutupnya rusak") from error


def _fetch(file: IO[bytes], path: Path, entry: Sequence[Any]) -> Fetch:
    record_id, start, meta, end = entry
    try:
        fetch = _FETCH.validate_json(_member(file, meta, end))
        if _record_type(fetch, has_body=meta > start) and meta > start:
            body = _member(file, start, meta)
            if fetch.http_status is not None and not fetch.rendered:
                body = body.partition(b"\r\n\r\n")[2]
            fetch = replace(fetch, body=body)
    except (ValueError, _Broken, ValidationError) as error:
        raise SnapshotError(path, f"catatan {record_id} rusak") from error
    if fetch.record_id != record_id:
        raise SnapshotError(path, f"catatan {record_id} tidak berada di tempatnya")
    return fetch


def _with_beside(file: IO[bytes], entry: Sequence[Any], fetch: Fetch) -> Fetch:
    """The fetch with the answer as it came and the picture, where the archive has them."""
    _, start, meta, _ = entry
    file.seek(start)
    rest, first = file.read(meta - start), True
    while rest:
        unzip = isal_zlib.decompressobj(isal_zlib.MAX_WBITS + 16)
        record = unzip.decompress(rest)
        head, _, _ = record.partition(b"\r\n\r\n")
        if b"WARC-Type: response" in head and not first:
            fetch = replace(fetch, original=_content(record).partition(b"\r\n\r\n")[2])
        elif b"WARC-Type: resource" in head and not first:
            fetch = replace(fetch, screenshot=_content(record))
        rest, first = unzip.unused_data, False
    return fetch


def _member(file: IO[bytes], start: int, end: int) -> bytes:
    """The content block of the record whose gzip member begins at ``start``."""
    file.seek(start)
    return _block(file.read(end - start))


def _block(data: bytes) -> bytes:
    unzip = isal_zlib.decompressobj(isal_zlib.MAX_WBITS + 16)
    record = unzip.decompress(data)
    if not unzip.eof:
        raise ValueError("member is cut")
    return _content(record)


def _content(record: bytes) -> bytes:
    """The content block of an unpacked record."""
    head, _, rest = record.partition(b"\r\n\r\n")
    for line in head.split(b"\r\n"):
        if line.lower().startswith(b"content-length:"):
            length = int(line.partition(b":")[2])
            if len(rest) < length:
                raise ValueError("record is cut")
            return rest[:length]
    raise ValueError("not a WARC record")


def _record_type(fetch: Fetch, has_body: bool | None = None) -> str:
    """The WARC record type that holds a fetch's body, "" when nothing came back."""
    if fetch.rendered:
        return "conversion"
    if fetch.http_status is not None:
        return "response"
    return "resource" if (bool(fetch.body) if has_body is None else has_body) else ""


def _response_head(fetch: Fetch, body: bytes) -> StatusAndHeaders:
    code = fetch.http_status or 0
    try:
        phrase = HTTPStatus(code).phrase
    except ValueError:
        phrase = "Unknown"
    lines = [(_ascii(name) or "x", _ascii(value, " \t")) for name, value in fetch.headers if name not in _DECODED]
    lines.append(("content-length", str(len(body))))
    return StatusAndHeaders(f"{code} {phrase}", lines, protocol="HTTP/1.1")


def _ascii(text: str, also: str = "") -> str:
    """The text with everything a header line cannot hold percent-encoded."""
    return quote(text, safe=_PRINTABLE + also, errors="replace")


def _warc_date(moment: datetime) -> str:
    return moment.astimezone(UTC).replace(tzinfo=None).isoformat(timespec="microseconds") + "Z"


def _encodable(value: Any) -> Any:
    """The value without halves of surrogate pairs, which a site's JSON can carry and UTF-8 cannot."""
    if type(value) is str:
        return value.encode("utf-8", "replace").decode("utf-8")
    if isinstance(value, tuple):
        return tuple(_encodable(item) for item in value)
    return value


def _without_surrogates(item: _Item) -> _Item:
    return replace(item, **{f.name: _encodable(getattr(item, f.name)) for f in fields(item)})
