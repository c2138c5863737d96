"""The archive: what goes into a snapshot's WARC comes out again, and a damaged file is noticed."""

from __future__ import annotations

import contextlib
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from warcio.archiveiterator import ArchiveIterator

from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    TlsState,
)
from auditor.snapshot import SnapshotError, SnapshotWriter, read_head, read_record, read_snapshot

NOON = datetime(2026, 11, 22, 12, 0, tzinfo=UTC)
SITE = Site(
    "kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "https://purbalingga.example.id"
)
SETTINGS = CrawlSettings("KIPAuditor/0.1 (+humas)", phrases=("DIP", "Maklumat"))
ALIVE = SiteStatus(SiteState.ALIVE)

PAGE = Fetch(
    url="https://purbalingga.example.id/ppid",
    role=FetchRole.PAGE,
    status=FetchStatus.OK,
    fetched_at=NOON,
    final_url="https://purbalingga.example.id/ppid/",
    http_status=200,
    headers=(("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip"), ("content-length", "17")),
    media_type="text/html",
    body="<h1>PPID – Purbalingga</h1>\r\n\r\nisi".encode(),
    redirects=("https://purbalingga.example.id/ppid",),
    label="PPID",
    tls=TlsState.VALID,
)
LOST = Fetch(
    "https://purbalingga.example.id/dip.pdf", FetchRole.DOCUMENT, FetchStatus.READ_TIMEOUT, NOON, error="habis waktu"
)
RENDERED = Fetch(
    "https://purbalingga.example.id/app",
    FetchRole.PAGE,
    FetchStatus.OK,
    NOON,
    http_status=200,
    body=b"<p>x",
    rendered=True,
)


def write(path: Path, *fetches: Fetch, skipped: tuple[Skipped, ...] = ()) -> list[Fetch]:
    writer = SnapshotWriter(path, SITE, SETTINGS, "0.1.0", NOON)
    stored = [writer.add(fetch) for fetch in fetches]
    for item in skipped:
        writer.skip(item)
    writer.finish(ALIVE, NOON, NOON + timedelta(minutes=2))
    return stored


def test_a_snapshot_comes_back_as_it_was_written(tmp_path: Path) -> None:
    skipped = (Skipped("https://x.example/kalender?m=99", FetchStatus.TRAP, label="Kalender"),)
    stored = write(tmp_path / "a.warc.gz", PAGE, LOST, RENDERED, skipped=skipped)
    snapshot = read_snapshot(tmp_path / "a.warc.gz")
    assert snapshot.fetches == tuple(stored)
    assert [fetch.body for fetch in snapshot.fetches] == [PAGE.body, b"", RENDERED.body]
    assert (snapshot.site, snapshot.settings, snapshot.status) == (SITE, SETTINGS, ALIVE)
    assert (snapshot.skipped, snapshot.tool_version) == (skipped, "0.1.0")
    assert (snapshot.started_at, snapshot.finished_at) == (NOON, NOON + timedelta(minutes=2))
    assert read_head(tmp_path / "a.warc.gz").skipped == skipped


def test_a_rendered_page_stands_beside_the_answer_as_it_came_and_its_picture(tmp_path: Path) -> None:
    seen = replace(RENDERED, original=PAGE.body, screenshot=b"RIFF____WEBPdata", headers=PAGE.headers)
    plain = replace(PAGE, screenshot=b"RIFF____WEBPmore")
    path = tmp_path / "a.warc.gz"
    stored = write(path, seen, plain, RENDERED)
    assert [(f.body, f.original, f.screenshot) for f in read_snapshot(path).fetches] == [
        (RENDERED.body, b"", b""),
        (PAGE.body, b"", b""),
        (RENDERED.body, b"", b""),
    ], "a whole snapshot is read without them"
    assert [read_record(path, fetch.record_id) for fetch in stored] == stored
    with path.open("rb") as file:
        kinds = [(r.rec_type, r.rec_headers.get_header("Content-Type")) for r in ArchiveIterator(file)]
    assert kinds.count(("resource", "image/webp")) == 2
    assert [kind for kind, _ in kinds if kind in ("conversion", "response")] == [
        "conversion",
        "response",
        "response",
        "conversion",
    ]


def test_one_record_can_be_read_alone_by_its_id(tmp_path: Path) -> None:
    stored = write(tmp_path / "a.warc.gz", PAGE, LOST, RENDERED)
    assert len({fetch.record_id for fetch in stored}) == 3
    for fetch in stored:
        assert read_record(tmp_path / "a.warc.gz", fetch.record_id) == fetch
    with pytest.raises(KeyError):
        read_record(tmp_path / "a.warc.gz", "<urn:uuid:0>")


def test_writing_the_same_crawl_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    write(tmp_path / "satu" / "a.warc.gz", PAGE, LOST)
    write(tmp_path / "dua" / "a.warc.gz", PAGE, LOST)
    assert (tmp_path / "satu" / "a.warc.gz").read_bytes() == (tmp_path / "dua" / "a.warc.gz").read_bytes()


def test_a_snapshot_in_hand_holds_no_packer_between_two_fetches(tmp_path: Path) -> None:
    """Each is some 100 kB that only the system sees, and dozens of sites are being written at once."""
    writer = SnapshotWriter(tmp_path / "a.warc.gz", SITE, SETTINGS, "0.1")
    writer.add(PAGE)
    assert not [name for name, held in vars(writer).items() if "zlib" in type(held).__module__]
    writer.abort()


def test_any_warc_tool_reads_the_file(tmp_path: Path) -> None:
    stored = write(tmp_path / "a.warc.gz", PAGE, LOST, RENDERED)
    with (tmp_path / "a.warc.gz").open("rb") as file:
        records = [
            (r.rec_type, r.rec_headers, r.http_headers, r.content_stream().read())
            for r in ArchiveIterator(file, check_digests="raise")
        ]
    kinds = [kind for kind, *_ in records]
    assert kinds[:2] == ["warcinfo", "metadata"]
    assert kinds.count("response") == 1 and kinds.count("conversion") == 1
    _, warc, http, body = records[kinds.index("response")]
    assert body == PAGE.body
    assert http.get_statuscode() == "200" and http.get_header("content-type") == "text/html; charset=utf-8"
    assert http.get_header("content-encoding") is None, "the body is stored decoded"
    assert http.get_header("content-length") == str(len(PAGE.body))
    assert warc.get_header("WARC-Record-ID") == stored[0].record_id
    assert warc.get_header("WARC-Target-URI") == PAGE.final_url
    assert warc.get_header("WARC-Date") == "2026-11-22T12:00:00.000000Z"
    requests = [w.get_header("WARC-Target-URI") for kind, w, *_ in records if kind == "request"]
    assert requests[:2] == ["https://purbalingga.example.id/ppid", "https://purbalingga.example.id/ppid/"]


def test_a_failed_fetch_is_a_metadata_record_without_a_response(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", LOST)
    with (tmp_path / "a.warc.gz").open("rb") as file:
        kinds = [record.rec_type for record in ArchiveIterator(file)]
    assert "response" not in kinds and "request" not in kinds
    assert read_snapshot(tmp_path / "a.warc.gz").fetches[0].status is FetchStatus.READ_TIMEOUT


def test_a_body_cut_by_the_size_cap_says_so_in_the_archive(tmp_path: Path) -> None:
    write(tmp_path / "a.warc.gz", replace(PAGE, status=FetchStatus.TOO_LARGE))
    with (tmp_path / "a.warc.gz").open("rb") as file:
        cut = [r.rec_headers.get_header("WARC-Truncated") for r in ArchiveIterator(file) if r.rec_type == "response"]
    assert cut == ["length"]


def test_an_unfinished_snapshot_has_no_name_of_its_own(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    writer = SnapshotWriter(path, SITE, SETTINGS, "0.1.0", NOON)
    writer.add(PAGE)
    assert not path.exists() and writer.partial.exists()
    writer.abort()
    assert list(tmp_path.iterdir()) == []


def test_a_file_cut_anywhere_is_noticed_and_named(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write(path, PAGE, LOST)
    whole = path.read_bytes()
    for length in {0, 1, 10, *range(20, len(whole), 37), len(whole) - 1}:
        path.write_bytes(whole[:length])
        with pytest.raises(SnapshotError, match=r"a\.warc\.gz"):
            read_snapshot(path)


def test_a_flipped_byte_never_passes_as_other_content(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    write(path, PAGE, LOST)
    whole, good = path.read_bytes(), read_snapshot(path)
    for at in range(0, len(whole), 13):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x55]) + whole[at + 1 :])
        with contextlib.suppress(SnapshotError):
            assert read_snapshot(path) == good, at  # a byte nobody reads (gzip header, request record)


def test_something_else_under_the_name_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "a.warc.gz"
    path.write_bytes(b"PK\x03\x04 bukan WARC")
    with pytest.raises(SnapshotError):
        read_snapshot(path)


TEXT = st.text(st.characters(), max_size=30)  # lone surrogates included
MOMENTS = st.timedeltas(timedelta(days=-9000), timedelta(days=9000)).map(lambda delta: NOON + delta)
FETCHES = st.builds(
    Fetch,
    url=TEXT,
    role=st.sampled_from(FetchRole),
    status=st.sampled_from(FetchStatus),
    fetched_at=MOMENTS,
    final_url=TEXT,
    http_status=st.none() | st.integers(100, 599),
    headers=st.lists(st.tuples(TEXT, TEXT), max_size=3).map(tuple),
    media_type=TEXT,
    body=st.binary(max_size=200),
    elapsed=st.floats(0, 1000),
    redirects=st.lists(TEXT, max_size=2).map(tuple),
    parent_url=TEXT,
    label=TEXT,
    error=TEXT,
    rendered=st.booleans(),
    tls=st.sampled_from(TlsState),
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(fetches=st.lists(FETCHES, max_size=4))
def test_every_fetch_survives_the_archive(tmp_path: Path, fetches: list[Fetch]) -> None:
    path = tmp_path / "a.warc.gz"
    stored = write(path, *fetches)
    assert list(read_snapshot(path).fetches) == stored
    assert [fetch.body for fetch in stored] == [fetch.body for fetch in fetches]
    with path.open("rb") as file:
        assert sum(1 for _ in ArchiveIterator(file)) >= 4
    for before, after in zip(fetches, stored, strict=True):
        assert after.url == before.url.encode("utf-8", "replace").decode("utf-8")
        assert after.label == before.label.encode("utf-8", "replace").decode("utf-8")
