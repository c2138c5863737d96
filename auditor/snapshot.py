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
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import Path
from typing import IO, Any, Final, TypeVar
from urllib.parse import quote, urlsplit

from pydantic import TypeAdapter, ValidationError

from auditor.model import CrawlSettings, Fetch, FetchStatus, Site, SiteStatus, Skipped, Snapshot
from auditor.warc import Broken, all_unpacked, content, packed, unpacked

FORMAT: Final = 1
PARTIAL: Final = ".partial"

_REMARK: Final = "bodies are stored decoded; request records are rebuilt from the crawl's settings"
_JSON: Final = "application/json"
_TAIL: Final = 2048  # the pointer record is some 400 bytes
_UNLISTED: Final = {"body", "original", "screenshot"}  # of a fetch: they stand in records of their own
_PICTURE: Final = "image/webp"
#: Before the address of what stands beside a page: replay tools index by address and would show it in the page's place.
_ABOUT: Final = "urn:pageinfo:"
_VIEW: Final = "urn:view:"
_PRINTABLE: Final = "".join(map(chr, range(0x21, 0x7F)))
_BLANKS: Final = " \t"
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
        self._at = 0  # where in the file the next record begins
        info = f"software: auditor-kip/{tool_version}\r\nformat: WARC File Format 1.1\r\ndescription: {_REMARK}\r\n"
        headers = {"WARC-Type": "warcinfo", "WARC-Record-ID": self._new_id(self._date, path.name)}
        headers |= {"WARC-Filename": path.name, "WARC-Date": self._date}
        self._put(packed("warcinfo", headers, info.encode()))
        self._metadata(_ANY.dump_json({"site": site, "settings": settings, "tool_version": tool_version}))

    def add(self, fetch: Fetch) -> Fetch:
        """The fetch with the id of its record in this file. OSError when the disk is full."""
        date = _warc_date(fetch.fetched_at)
        try:
            fetch, told = self._named(fetch, date)
        except ValueError:  # half a surrogate pair in an address or a label
            fetch, told = self._named(_without_surrogates(fetch), date)
        start, record_id = self._at, fetch.record_id
        target = _ascii(fetch.address) or "urn:auditor-kip:tanpa-alamat"
        kind = _record_type(fetch)
        if kind:
            headers = {"WARC-Record-ID": record_id, "WARC-Date": date}
            if fetch.status in _TRUNCATED and fetch.body:
                headers["WARC-Truncated"] = _TRUNCATED[fetch.status]
            if kind == "response":
                self._record(kind, target, headers, fetch.body, head=_response_head(fetch, fetch.body))
            else:
                self._record(kind, target, headers, fetch.body, content_type=fetch.media_type or "text/html")
            self._beside(fetch, target, date)
            for hop in dict.fromkeys(map(_ascii, (fetch.url, *fetch.redirects, fetch.final_url))):
                if hop.startswith(("http://", "https://")):
                    self._request(hop, date, record_id)
        meta = self._at
        headers = {"WARC-Date": date}
        if kind:
            headers |= {"WARC-Concurrent-To": record_id}
        else:
            headers |= {"WARC-Record-ID": record_id}
        self._metadata(told, _ABOUT + target, headers)
        self._index.append((record_id, start, meta, self._at))
        return fetch

    def _named(self, fetch: Fetch, date: str) -> tuple[Fetch, bytes]:
        """The fetch with its record's id, and all but its bodies as JSON. ValueError for what UTF-8 cannot hold."""
        fetch = replace(fetch, record_id=self._new_id(date, fetch.url))
        return fetch, _FETCH.dump_json(fetch, exclude=_UNLISTED)

    def skip(self, skipped: Skipped) -> None:
        """Notes an address that was seen and not opened."""
        self._skipped.append(skipped)

    def finish(self, status: SiteStatus, started_at: datetime, finished_at: datetime) -> Path:
        """The path of the complete file; from here on it has its own name."""
        snapshot = Snapshot(self._site, status, started_at, finished_at, self._settings, (), (), self._tool_version)
        offset = self._at
        try:
            self._metadata(self._closing(snapshot, self._skipped))
        except ValueError:  # half a surrogate pair in an address or a label
            self._metadata(self._closing(snapshot, map(_without_surrogates, self._skipped)))
        self._metadata(json.dumps({"closing_record": offset}).encode())
        self._file.flush()
        os.fsync(self._file.fileno())
        self._file.close()
        self.partial.replace(self.path)
        return self.path

    def _closing(self, snapshot: Snapshot, skipped: Iterable[Skipped]) -> bytes:
        return _CLOSING.dump_json(_Closing(FORMAT, replace(snapshot, skipped=tuple(skipped)), tuple(self._index)))

    def abort(self) -> None:
        """Throws the unfinished file away."""
        self._file.close()
        self.partial.unlink(missing_ok=True)

    def _beside(self, fetch: Fetch, target: str, date: str) -> None:
        """Writes what stands beside a page that the browser was asked for: the answer as it came, the picture."""
        if fetch.original:
            head = _response_head(fetch, fetch.original)
            self._record("response", target, self._of(fetch.record_id, date, "response"), fetch.original, head=head)
        if fetch.screenshot:
            ids = self._of(fetch.record_id, date, "picture")
            self._record("resource", _VIEW + target, ids, fetch.screenshot, content_type=_PICTURE)

    def _request(self, url: str, date: str, response_id: str) -> None:
        parts = urlsplit(url)
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        host, agent = parts.netloc.rpartition("@")[2], _ascii(self._settings.user_agent, " ")
        head = f"GET {path} HTTP/1.1\r\nHost: {host}\r\nUser-Agent: {agent}\r\n\r\n"
        self._record("request", url, self._of(response_id, date, url), b"", head=head)

    def _of(self, record_id: str, date: str, name: str) -> dict[str, str]:
        """The headers of a record that belongs to another one."""
        return {"WARC-Record-ID": self._new_id(date, name), "WARC-Date": date, "WARC-Concurrent-To": record_id}

    def _metadata(self, body: bytes, target: str = "", headers: dict[str, str] | None = None) -> None:
        headers = {"WARC-Date": self._date} | (headers or {})
        headers.setdefault("WARC-Record-ID", self._new_id(headers["WARC-Date"], "metadata"))
        self._record("metadata", target, headers, body, content_type=_JSON)

    def _record(
        self, kind: str, target: str, headers: dict[str, str], body: bytes, *, head: str = "", content_type: str = ""
    ) -> None:
        headers |= {"WARC-Type": kind} | ({"WARC-Target-URI": target} if target else {})
        self._put(packed(kind, headers, body, head=head, content_type=content_type))

    def _put(self, record: bytes) -> None:
        self._file.write(record)
        self._at += len(record)

    def _new_id(self, date: str, name: str) -> str:
        self._count += 1
        key = f"{self._site.id}\n{date}\n{self._count}\n{name}"
        return f"<urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, key)}>"


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
            pointer = json.loads(content(unpacked(tail[at:])))
            offset = pointer["closing_record"]
            break
        except (ValueError, KeyError, TypeError, Broken):
            continue  # these three bytes can also stand inside a member
    else:
        raise SnapshotError(path, "berkas terpotong atau bukan rekaman auditor")
    try:
        closing = json.loads(_member(file, offset, base + at))
        if closing.get("format") != FORMAT:
            raise SnapshotError(path, f"format {closing.get('format')!r} tidak dikenal oleh versi ini")
        return _CLOSING.validate_python(closing)
    except (ValueError, TypeError, Broken, ValidationError) as error:
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
    except (ValueError, Broken, ValidationError) as error:
        raise SnapshotError(path, f"catatan {record_id} rusak") from error
    if fetch.record_id != record_id:
        raise SnapshotError(path, f"catatan {record_id} tidak berada di tempatnya")
    return fetch


def _with_beside(file: IO[bytes], entry: Sequence[Any], fetch: Fetch) -> Fetch:
    """The fetch with the answer as it came and the picture, where the archive has them."""
    _, start, meta, _ = entry
    file.seek(start)
    for number, record in enumerate(all_unpacked(file.read(meta - start))):
        head = record.partition(b"\r\n\r\n")[0]
        if b"WARC-Type: response" in head and number:
            fetch = replace(fetch, original=content(record).partition(b"\r\n\r\n")[2])
        elif b"WARC-Type: resource" in head and number:
            fetch = replace(fetch, screenshot=content(record))
    return fetch


def _member(file: IO[bytes], start: int, end: int) -> bytes:
    """The content block of the record whose gzip member begins at ``start``."""
    file.seek(start)
    return content(unpacked(file.read(end - start)))


def _record_type(fetch: Fetch, has_body: bool | None = None) -> str:
    """The WARC record type that holds a fetch's body, "" when nothing came back."""
    if fetch.rendered:
        return "conversion"
    if fetch.http_status is not None:
        return "response"
    return "resource" if (bool(fetch.body) if has_body is None else has_body) else ""


def _response_head(fetch: Fetch, body: bytes) -> str:
    code = fetch.http_status or 0
    try:
        phrase = HTTPStatus(code).phrase
    except ValueError:
        phrase = "Unknown"
    lines = [f"HTTP/1.1 {code} {phrase}"]
    lines += [
        f"{_ascii(name) or 'x'}: {_ascii(value, _BLANKS)}" for name, value in fetch.headers if name not in _DECODED
    ]
    return "\r\n".join([*lines, f"content-length: {len(body)}", "", ""])


def _ascii(text: str, also: str = "") -> str:
    """The text with everything a header line cannot hold percent-encoded."""
    if text.isascii() and text.isprintable() and (" " in also or " " not in text):
        return text
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
