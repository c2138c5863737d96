"""What is too heavy costs its file: a document its own verdict, a page of a stored site that page alone."""

from __future__ import annotations

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest

from auditor import heavy, limited
from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Snapshot,
)
from auditor.observations import DocumentKind, DocumentProblem, TargetState
from auditor.read.observe import observe
from auditor.readings import Readings
from auditor.snapshot import SnapshotWriter, read_snapshot
from auditor.work.reading import TooHeavy, WorkerCrash, reading
from tests.made_files import pdf

HOME = "https://purbalingga.kemenag.go.id/"
NOW = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
SITE = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOME, "Jawa Tengah")


def answer(path: str, body: bytes, role: FetchRole = FetchRole.PAGE, media_type: str = "text/html") -> Fetch:
    url = HOME + path
    return Fetch(url, role, FetchStatus.OK, NOW, final_url=url, http_status=200, media_type=media_type, body=body)


def stored(folder: Path) -> tuple[Path, str]:
    """A WARC of a home page, a page and a file, and its digest."""
    path = folder / "p.warc.gz"
    writer = SnapshotWriter(path, SITE, CrawlSettings("uji"), "uji", NOW)
    writer.add(answer("", b"<main><a href=/berat>Profil</a> <a href=/a.pdf>Laporan</a></main>", FetchRole.HOME))
    writer.add(answer("berat", b"<main><h1>Profil</h1><p>Profil kantor kami.</p></main>"))
    writer.add(answer("a.pdf", pdf("Laporan Kinerja 2025"), FetchRole.DOCUMENT, "application/pdf"))
    writer.finish(SiteStatus(SiteState.ALIVE), NOW, NOW)
    return path, hashlib.sha256(path.read_bytes()).hexdigest()


def too_heavy(*names: str) -> object:
    def is_heavy(snapshot: Snapshot, fetch: Fetch) -> bool:
        return fetch.url.removeprefix(HOME) in names

    return is_heavy


def test_a_file_is_read_behind_the_limits_as_it_is_without() -> None:
    document = limited.read_document(pdf("Laporan Kinerja Tahun 2025 Kabupaten"), "application/pdf", HOME + "a.pdf")
    assert (document.kind, document.problem) == (DocumentKind.PDF, DocumentProblem.NONE)
    assert "Laporan Kinerja" in document.text


@pytest.mark.parametrize("fault", [TooHeavy("more than 450 MB"), WorkerCrash("the process ended with -11")])
def test_a_file_that_ends_its_reader_is_too_heavy_and_no_dead_link(
    monkeypatch: pytest.MonkeyPatch, fault: Exception
) -> None:
    def do(*_: object) -> None:
        raise fault

    monkeypatch.setattr(reading, "do", do)
    document = limited.read_document(b"%PDF-1.4 x", "", HOME + "a.pdf")
    assert (document.kind, document.problem) == (DocumentKind.PDF, DocumentProblem.TOO_HEAVY)


def test_what_was_found_too_heavy_is_left_out_from_then_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    warc, digest = stored(tmp_path)
    snapshot = read_snapshot(warc)
    assert heavy.without_heavy(snapshot, warc, digest, Readings()) is snapshot
    monkeypatch.setattr(heavy, "_is_heavy", too_heavy("berat"))
    heavy.find_heavy(warc, digest)
    lighter = heavy.without_heavy(snapshot, warc, digest, Readings())
    observations = observe(lighter)
    assert [page.url for page in observations.pages] == [HOME]
    assert observations.targets[HOME + "berat"].state is TargetState.UNCHECKED
    assert observations.targets[HOME + "berat"].status is FetchStatus.TOO_HEAVY
    assert [document.problem for document in observations.documents] != [DocumentProblem.TOO_HEAVY]


def test_a_home_page_that_is_too_heavy_leaves_a_site_that_cannot_be_checked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    warc, digest = stored(tmp_path)
    monkeypatch.setattr(heavy, "_is_heavy", too_heavy(""))
    heavy.find_heavy(warc, digest)
    lighter = heavy.without_heavy(read_snapshot(warc), warc, digest, Readings())
    assert lighter.status == SiteStatus(SiteState.UNREACHABLE, FetchStatus.TOO_HEAVY)


@pytest.mark.parametrize("text", ["", "{", "[]", '{"sha256": 1}', '{"catatan": ["x"], "sha256": "anders"}'])
def test_a_memory_that_is_damaged_or_of_another_crawl_is_none(tmp_path: Path, text: str) -> None:
    warc, digest = stored(tmp_path)
    heavy.memory_of(warc).write_text(text, encoding="utf-8")
    snapshot = read_snapshot(warc)
    assert heavy.without_heavy(snapshot, warc, digest, Readings()) is snapshot


def test_sound_records_are_not_heavy(tmp_path: Path) -> None:
    warc, digest = stored(tmp_path)
    assert heavy.find_heavy(warc, digest) == ()
