"""Archives open in other people's tools: warcio checks every digest, indexes every record and finds the pages."""

from __future__ import annotations

import gzip
import io
import json
from argparse import Namespace
from dataclasses import replace
from pathlib import Path

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker
from warcio.indexer import Indexer

from tests.test_snapshot import LOST, PAGE, RENDERED, write

SCRIPTED = b"<script>x()</script>"
EMPTY = replace(PAGE, url="https://x.example/kosong", final_url="", redirects=(), body=b"")


@pytest.fixture
def warc(tmp_path: Path) -> Path:
    shown = replace(
        RENDERED, original=b"<script>x()</script>", screenshot=b"RIFF....WEBP", body="<p>Maklumat é".encode()
    )
    path = tmp_path / "kab-a.warc.gz"
    write(path, PAGE, LOST, shown, EMPTY)
    return path


def test_the_checker_finds_every_digest_right(warc: Path, capsys: pytest.CaptureFixture[str]) -> None:
    checker = Checker(Namespace(inputs=[str(warc)], verbose=True))
    checker.process_all()
    told = capsys.readouterr().out
    assert checker.exit_value == 0 and "digest failed" not in told
    assert "digest pass" in told


def test_the_checker_would_find_a_changed_byte(warc: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plain = gzip.decompress(warc.read_bytes())
    at = plain.index(b"<p>Maklumat")
    changed = tmp_path / "diubah.warc"
    changed.write_bytes(plain[:at] + b"<b>" + plain[at + 3 :])
    checker = Checker(Namespace(inputs=[str(changed)], verbose=False))
    checker.process_all()
    assert checker.exit_value == 1 and capsys.readouterr().out


def test_the_indexer_finds_every_page_at_its_place(warc: Path) -> None:
    out = io.StringIO()
    indexer = Indexer(["offset", "warc-type", "warc-target-uri", "http:status"], [str(warc)], "-")
    indexer.process_one(warc.open("rb"), out, str(warc))
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    pages = {row["warc-target-uri"]: row for row in rows if row["warc-type"] == "response"}
    assert set(pages) == {PAGE.final_url, RENDERED.url, EMPTY.url}
    for url, row in pages.items():
        with warc.open("rb") as file:
            file.seek(int(row["offset"]))
            record = next(iter(ArchiveIterator(file)))
            assert record.rec_headers.get_header("WARC-Target-URI") == url
            assert record.http_headers.get_statuscode() == row["http:status"]
            expected = {PAGE.final_url: PAGE.body, RENDERED.url: SCRIPTED, EMPTY.url: b""}
            assert record.content_stream().read() == expected[url], "as the server sent it, whatever the headers claim"


def test_under_the_address_of_a_page_stands_only_the_page(warc: Path) -> None:
    """A replay tool that finds our notes, or a picture, under the address shows them in the page's place."""
    out = io.StringIO()
    indexer = Indexer(["warc-type", "warc-target-uri"], [str(warc)], "-")
    indexer.process_one(warc.open("rb"), out, str(warc))
    rows = [json.loads(line) for line in out.getvalue().splitlines()]
    web = {row["warc-type"] for row in rows if row.get("warc-target-uri", "").startswith("http")}
    assert web == {"response", "conversion", "request"}
    beside = [row["warc-target-uri"] for row in rows if row.get("warc-target-uri", "").startswith("urn:")]
    assert f"urn:pageinfo:{PAGE.final_url}" in beside and f"urn:view:{RENDERED.url}" in beside
