"""Damage, full disks, two commands at once, Ctrl-C, odd options: one clear message, the exit code, nothing torn."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from auditor import __version__
from auditor.quarters import quarter_of
from auditor.report import writing as place
from auditor.report.manifest import report_run
from auditor.rules.loader import load
from auditor.store import DATABASE, Store, StoreError
from tests.report_cards import ordinary_card
from tests.test_cli import auditor

ROUND = "2026-T4"
ROOT = Path(__file__).parent.parent
LIGHT = '[laporan]\nformat = ["html", "csv", "wa"]\n'
FAST = ("--delay", "0", "--browser", "never", "--allow-private")


@pytest.fixture(scope="module")
def scored(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A working folder whose history has one round of two offices, scored elsewhere: no snapshots."""
    folder = tmp_path_factory.mktemp("riwayat")
    pack = load(ROOT / "rules" / "kip")
    with Store.open(folder / "hasil", write=True) as store:
        for n in range(2):
            card = ordinary_card(n, pack, ROUND)
            store.save(card, n, Path(f"{ROUND}/bukti/{card.site.id}.warc.gz"), "")
    (folder / "auditor.toml").write_text(LIGHT, encoding="utf-8")
    (folder / "sites.csv").write_text("nama,url\nKankemenag Kota Uji,http://127.0.0.1:9\n", encoding="utf-8")
    return folder


@pytest.fixture
def folder(scored: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The round's folder within a copy of the working folder."""
    here = tmp_path / "kerja"
    shutil.copytree(scored, here)
    monkeypatch.chdir(here)
    return here / "hasil" / ROUND


def everything() -> dict[str, bytes]:
    """All files below the working folder but locks, with their content."""
    return {str(p): p.read_bytes() for p in files() if p.is_file() and p.suffix != ".lock"}


def files() -> list[Path]:
    """What lies in the working folder, but for what SQLite puts beside a database that is read."""
    return sorted(path for path in Path().rglob("*") if not path.name.startswith(f"{DATABASE}-"))


# --- reports


def test_a_full_disk_while_reporting_leaves_the_earlier_reports_whole(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert auditor("report", "--round", ROUND).code == 0
    before = everything()
    write = Path.write_bytes
    for room in (0, 3, 6):
        written = 0

        def full(path: Path, data: bytes) -> int:
            nonlocal written
            if path.suffix == place.PART:
                written += 1
                if written > room:  # noqa: B023 - used within the round of the loop
                    write(path, data[: len(data) // 2])
                    raise OSError(errno.ENOSPC, "No space left on device")
            return write(path, data)

        monkeypatch.setattr(Path, "write_bytes", full)
        Path("auditor.toml").write_text(LIGHT + '[kop]\ninstansi = "Kanwil Contoh"\n', encoding="utf-8")
        ended = auditor("report", "--round", ROUND)
        monkeypatch.undo()
        monkeypatch.chdir(folder.parent.parent)
        assert ended.code == 2 and "penuh" in ended.err and "Traceback" not in ended.err
        Path("auditor.toml").write_text(LIGHT, encoding="utf-8")
        assert everything() == before, "neither torn nor mixed"


def test_a_report_that_another_program_holds_open_is_named_and_the_others_are_new(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert auditor("report", "--round", ROUND).code == 0
    replace = Path.replace

    def held(path: Path, target: Path) -> Path:
        if Path(target).name == "rekap.csv":
            raise PermissionError(errno.EACCES, "Permission denied", str(target))
        return replace(path, target)

    monkeypatch.setattr(Path, "replace", held)
    recap, table = folder / "rekap.html", folder / "rekap.csv"
    recap.write_text("lama", encoding="utf-8")
    old = table.read_bytes()
    ended = auditor("report", "--round", ROUND)
    assert ended.code == 2 and "rekap.csv" in ended.err and "laporan lama" in ended.err
    assert "Tidak ada berkas yang ditulis" not in ended.err
    assert table.read_bytes() == old and recap.read_text("utf-8") != "lama"
    assert not list(folder.rglob(f"*{place.PART}"))


def test_a_format_that_cannot_be_made_costs_no_other(folder: Path) -> None:
    """A logo that looks like a picture from outside and is none inside."""
    Path("logo.png").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + b"x" * 40 + b"IEND\xaeB`\x82")
    Path("auditor.toml").write_text(
        '[laporan]\nformat = ["pdf", "csv", "wa"]\n[kop]\nlogo = "logo.png"\n', encoding="utf-8"
    )
    ended = auditor("report", "--round", ROUND)
    assert ended.code == 2 and "logo.png" in ended.err and "gambar" in ended.err and "Traceback" not in ended.err
    assert "Tidak ada berkas yang ditulis" not in ended.err
    assert (folder / "rekap.csv").is_file() and list((folder / "wa").glob("*.txt"))
    assert not list(folder.rglob("*.pdf")) and not list(folder.rglob(f"*{place.PART}"))


def test_two_report_runs_on_one_round_do_not_mix(folder: Path) -> None:
    with report_run(folder):
        ended = auditor("report", "--round", ROUND)
    assert ended.code == 2 and "sedang disusun oleh auditor lain" in ended.err
    assert not (folder / "rekap.csv").exists()
    assert auditor("report", "--round", ROUND).code == 0


def test_what_a_killed_report_run_left_is_cleared_away(folder: Path) -> None:
    left = folder / "kartu-skor" / f"kab-x.html.4711{place.PART}"
    left.parent.mkdir(parents=True)
    left.write_text("separuh", encoding="utf-8")
    assert auditor("report", "--round", ROUND).code == 0
    assert not left.exists()


def test_slides_without_their_package_are_refused_before_anything_is_made(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Path("auditor.toml").write_text('[laporan]\nformat = ["csv", "pptx"]\n', encoding="utf-8")
    monkeypatch.setattr("auditor.cli.options.find_spec", lambda name: None)
    before = everything()
    for words in (("report", "--round", ROUND), ("run", "sites.csv", *FAST)):
        ended = auditor(*words)
        assert ended.code == 2 and "python-pptx" in ended.err and "auditor-kip[rakor]" in ended.err
    assert everything() == before


# --- the history


def test_no_changed_byte_of_the_history_ends_in_a_traceback(folder: Path) -> None:
    path = folder.parent / DATABASE
    whole = path.read_bytes()
    with Store.open(folder.parent) as store:
        same = {card.site.id: card for card in store.cards(ROUND)}
    noticed = 0
    for at in range(0, len(whole), len(whole) // 150 + 1):
        path.write_bytes(whole[:at] + bytes([whole[at] ^ 0x15]) + whole[at + 1 :])
        try:
            with Store.open(folder.parent) as store:
                found = store.cards(ROUND)
            assert not found or {c.site.id: replace(c, listed=True) for c in found} == same, at
        except StoreError as error:
            noticed += 1
            assert "audit.db" in str(error)
    assert noticed > 50


def test_a_damaged_history_is_told_by_the_commands(folder: Path) -> None:
    path = folder.parent / DATABASE
    data = path.read_bytes()
    path.write_bytes(data.replace(b"Kankemenag", b"Kankamenag"))
    for words in (("report", "--round", ROUND), ("compare", ROUND, ROUND)):
        ended = auditor(*words)
        assert ended.code == 2 and "rusak" in ended.err and "Traceback" not in ended.err


# --- options


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("--delay", "inf"), "--delay"),
        (("--delay", "nan"), "--delay"),
        (("--delay", "-1"), "--delay"),
        (("--delay", "1e9"), "--delay"),
        (("--delay", "1,5"), "--delay"),
        (("--max-pages", "0"), "--max-pages"),
        (("--max-pages", "9" * 30), "--max-pages"),
        (("--max-pages", "inf"), "--max-pages"),
        (("--max-documents", "-1"), "--max-documents"),
        (("--max-documents", "9" * 5000), "--max-documents"),
        (("--contact", "humas@contoh.id\r\nX-Jahat: 1"), "--contact"),
        (("--contact", "humás 📧"), "--contact"),
        (("--contact", "h" * 300), "--contact"),
        (("--round", "NUL"), "--round"),
        (("--round", "2026-T4."), "--round"),
        (("--round", "com7.arsip"), "--round"),
        (("--round", "audit.db"), "--round"),
        (("--engine", "mesin"), "--engine"),
        (("--engine", "dask:"), "--engine"),
    ],
    ids=lambda value: " ".join(value)[:30] if isinstance(value, tuple) else "",
)
def test_an_option_that_cannot_be_meant_is_refused_at_the_start(
    folder: Path, words: tuple[str, ...], told: str
) -> None:
    before = files()
    ended = auditor("run", "sites.csv", "--round", "2027-T1", *words)
    assert ended.code == 2 and told in ended.err and "Traceback" not in ended.err
    assert "is not" not in ended.err and "Invalid" not in ended.err, "in Indonesian"
    assert files() == before, "nothing was written"


def test_a_contact_in_the_settings_file_is_checked_as_well(folder: Path) -> None:
    Path("auditor.toml").write_text('[kontak]\ncrawler = "Humás"\n', encoding="utf-8")
    ended = auditor("run", "sites.csv", *FAST)
    assert ended.code == 2 and "auditor.toml" in ended.err and "crawler" in ended.err


def test_a_round_spelled_almost_like_another_is_told(folder: Path) -> None:
    (folder / "bukti").mkdir(parents=True)
    told = auditor("crawl", "sites.csv", "--round", "2026-Q4", *FAST)
    assert told.code == 0 and "--round 2026-T4" in told.out
    assert "Catatan" not in auditor("crawl", "sites.csv", "--round", ROUND, *FAST).out
    refused = auditor("crawl", "sites.csv", "--round", "2026-t4", *FAST)
    assert refused.code == 2 and "2026-T4" in refused.err


def test_one_quarter_has_many_names() -> None:
    same = ("2026-T4", "2026-Q4", "2026_q4", "2026T4", "2026-TW4", "2026-TW-IV", "2026.triwulan.4", "2026-K4")
    assert {quarter_of(name) for name in same} == {("2026", "4")}
    assert quarter_of("2026-T3") == ("2026", "3")
    assert {quarter_of(name) for name in ("uji", "2026", "2026-T5", "T4-2026x")} == {None}


def test_the_tool_tells_its_version() -> None:
    ended = auditor("--version")
    assert ended.code == 0 and __version__ in ended.out


# --- Ctrl-C

STARTING = """
import os, signal, sys

signal.signal(signal.SIGINT, signal.default_int_handler)  # a job in the background inherits it as ignored
wanted, sys.argv = sys.argv[1], ["auditor", "--version"]


class Stop:
    def find_spec(self, name, path=None, target=None):
        if name == wanted:
            os.kill(os.getpid(), signal.SIGINT)


sys.meta_path.insert(0, Stop())
from auditor.__main__ import main

main()
"""


@pytest.mark.skipif(os.name == "nt", reason="a process cannot send itself Ctrl-C there")
@pytest.mark.parametrize("module", ["typer", "auditor.cli.commands", "auditor.language.phrases"])
def test_ctrl_c_while_the_tool_is_still_loading_ends_it_quietly(module: str) -> None:
    ended = subprocess.run(
        [sys.executable, "-c", STARTING, module], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert ended.returncode == 130 and "Traceback" not in ended.stderr and "Dihentikan" in ended.stderr


def test_writing_together_is_all_or_nothing(tmp_path: Path) -> None:
    old = tmp_path / "a.txt"
    old.write_text("lama", encoding="utf-8")
    write: Callable[[Path, bytes], Path] = place.write_bytes
    with pytest.raises(RuntimeError), place.together():
        write(old, b"baru")
        assert old.read_bytes() == b"lama" and place.names_in(tmp_path) == {"a.txt"}
        raise RuntimeError
    assert [path.name for path in tmp_path.iterdir()] == ["a.txt"] and old.read_bytes() == b"lama"
    with place.together() as writing:
        write(old, b"baru")
        old.write_text("diisi orang sementara itu", encoding="utf-8")
        write(tmp_path / "b.txt", b"baru")
        assert list(writing.take_places()) == [old], "what somebody saved meanwhile is not written over"
    assert old.read_text("utf-8") == "diisi orang sementara itu" and (tmp_path / "b.txt").read_bytes() == b"baru"
