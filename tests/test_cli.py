"""The command line as its users meet it: help in Indonesian, faults named, files in place, exit codes kept."""

from __future__ import annotations

import csv
import io
import json
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from unittest import mock

import pytest

from auditor.cli import main
from auditor.cli.options import this_quarter
from auditor.cli.single import each_once
from auditor.model import Consideration, Outcome
from tests.loopback import page

ROUND = "2026-T4"
FINDINGS = (
    "putaran,situs_id,indikator_id,judul,kategori,wajib,bobot,hasil,poin,nilai,bukti_url,kutipan,tanggal_bukti,"
    "terdekat_url,catatan,keyakinan,ditetapkan_oleh"
)
RECAP_START = "putaran,peringkat,situs_id,nama,wilayah,skor,skor_min,skor_maks,simulasi_kategori,cakupan,skor_wajib"
RECAP_END = "berita_terakhir,berita_30_hari,status_situs,halaman_dibuka,selisih,koreksi"
OUTCOMES = {
    "lengkap", "basi", "sebagian", "tautan_saja", "tidak_ada", "nihil", "tidak_dapat_diperiksa", "tidak_berlaku"
}  # fmt: skip
COMMANDS = [
    "run", "crawl", "score", "report", "check", "compare", "evidence", "explain", "evaluate", "demo", "doctor",
    "followup", "corrections template", "corrections list", "rules list", "rules explain", "rules test",
    "rules schema", "rules book",
]  # fmt: skip


@dataclass(frozen=True)
class Ended:
    """How a command ended. White space is one blank: lines are wrapped to the width of the terminal."""

    code: object
    out: str
    err: str
    raw: str


def auditor(*words: str | Path) -> Ended:
    """Runs one command line in this process."""
    out, err = io.StringIO(), io.StringIO()
    with (
        redirect_stdout(out),
        redirect_stderr(err),
        mock.patch.object(sys, "argv", ["auditor", *(str(word) for word in words)]),
        pytest.raises(SystemExit) as ended,
    ):
        main()
        sys.exit(0)
    code = ended.value.code or 0
    return Ended(code, " ".join(out.getvalue().split()), " ".join(err.getvalue().split()), out.getvalue())


class _Site(ThreadingHTTPServer):
    daemon_threads = True

    def __init__(self, place: str, injected: str) -> None:
        self.place, self.injected = place, injected
        super().__init__(("127.0.0.1", 0), _Handler)


class _Handler(BaseHTTPRequestHandler):
    server: _Site

    def do_GET(self) -> None:
        html = page(self.server.place, self.path)
        body = (html or "<h1>Tidak ditemukan</h1>").replace("</main>", f"{self.server.injected}</main>").encode()
        if not self.server.place:
            html, body = None, b"<title>Attention Required! | Cloudflare</title>Sorry, you have been blocked"
        self.send_response(200 if html else 404 if self.server.place else 403)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Silence."""


@contextmanager
def serving(place: str, injected: str = "") -> Iterator[str]:
    server = _Site(place, injected)
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}"
    finally:
        server.shutdown()
        server.server_close()


INJECTED = '<div style="display:none">' + "".join(
    f'<a href="https://s{n}.example.com/">slot gacor maxwin judi online</a>' for n in range(8)
) + "</div>"  # fmt: skip
FAST = ("--allow-private", "--delay", "0", "--browser", "never", "--max-pages", "12")


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Path, Ended]]:
    """A folder with a finished round of three sites, one of them injected, one of them blocked; how the run ended."""
    folder = tmp_path_factory.mktemp("putaran")
    with (
        serving("Cilacap") as clean,
        serving("Kebumen", INJECTED) as injected,
        serving("") as blocked,
        pytest.MonkeyPatch.context() as patch,
    ):
        patch.chdir(folder)
        (folder / "sites.csv").write_text(
            "id;nama;jenis;wilayah;url\n"
            f"kab-cilacap;Kankemenag Kabupaten Cilacap;kabupaten;Banyumas;{clean}\n"
            f"kab-kebumen;Kankemenag Kabupaten Kebumen;kabupaten;Kedu;{injected}\n"
            f"kab-terhalang;Kankemenag Kabupaten Terhalang;kabupaten;Kedu;{blocked}\n",
            encoding="utf-8-sig",
        )
        yield folder, auditor("run", "sites.csv", "--round", ROUND, "--engine", "lokal", *FAST)


@pytest.fixture
def folder(done: tuple[Path, Ended], monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(done[0])
    return done[0]


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


# --- help


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_an_example(command: str) -> None:
    ended = auditor(*command.split(), "--help")
    assert ended.code == 0
    assert f"Contoh: auditor {command}" in ended.out


def test_without_a_command_the_help_lists_them_all() -> None:
    ended = auditor()
    shown = ended.out + ended.err
    assert all(command.split()[0] in shown for command in COMMANDS)
    assert "Mulai dengan: auditor demo" in shown


# --- bad input


@pytest.mark.parametrize(
    ("rows_of_file", "named"),
    [
        ("nama,url\nKankemenag A,https://a.kemenag.go.id\nKankemenag B,bukan alamat\n", ("baris 3", "kolom url")),
        ("nama,alamat\nKankemenag A,https://a.kemenag.go.id\n", ("url",)),
        ("id,nama,url\na,Kankemenag A,https://a.id\na,Kankemenag B,https://b.id\n", ("baris 3", "id")),
        ("", ("sites.csv",)),
    ],
)
def test_a_faulty_list_ends_with_2_and_nothing_written(
    rows_of_file: str, named: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("sites.csv").write_text(rows_of_file, encoding="utf-8")
    ended = auditor("run", "sites.csv", "--out", "hasil")
    assert ended.code == 2 and all(word in ended.err for word in named)
    assert "Tidak ada berkas yang ditulis" in ended.err
    assert [path.name for path in tmp_path.iterdir()] == ["sites.csv"]


@pytest.mark.parametrize(
    "words",
    [
        ("run", "tidak-ada.csv"),
        ("run", "sites.csv", "--round", "../../luar"),
        ("run", "sites.csv", "--only", "kab-tidak-ada"),
        ("run", "sites.csv", "--area", "Tidak Ada"),
        ("run", "sites.csv", "--browser", "kadang"),
        ("run", "sites.csv", "--profile", "tidak-ada"),
        ("score", "--round", "1999-T1"),
        ("report", "--round", "1999-T1"),
        ("compare", "1999-T1", ROUND),
        ("explain", "kab-cilacap", "tidak.ada", "--round", ROUND),
        ("explain", "kab-tidak-ada", "setiapsaat.dip", "--round", ROUND),
        ("evidence", "kab-cilacap", "tidak.ada", "--round", ROUND),
        ("evaluate", "tidak-ada.csv", "--round", ROUND),
        ("rules", "explain", "tidak.ada"),
        ("rules", "list", "--rules", "tidak-ada"),
        ("check", "ftp://a.id"),
    ],
    ids=" ".join,
)
def test_what_does_not_exist_is_told_with_what_does(words: tuple[str, ...], folder: Path) -> None:
    before = sorted(path for path in folder.rglob("*") if path.is_file())
    ended = auditor(*words)
    assert ended.code == 2 and len(ended.err) > 30
    assert "Traceback" not in ended.err
    assert sorted(path for path in folder.rglob("*") if path.is_file()) == before


# --- a round


def test_a_run_leaves_the_files_of_the_contract(done: tuple[Path, Ended]) -> None:
    folder, ended = done
    assert ended.code == 0 and "Mulai dari:" in ended.out
    here = folder / "hasil" / ROUND
    for name in ("rekap.html", "rekap.csv", "temuan.csv", "rekap.xlsx", "buku-kartu-skor.pdf"):
        assert (here / name).stat().st_size > 100, name
    for site in ("kab-cilacap", "kab-kebumen", "kab-terhalang"):
        assert (here / "kartu-skor" / f"{site}.html").is_file()
        assert (here / "kartu-skor" / f"{site}.pdf").read_bytes().startswith(b"%PDF")
        assert (here / "wa" / f"{site}.txt").read_text(encoding="utf-8")
        assert (here / "bukti" / f"{site}.warc.gz").read_bytes().startswith(b"\x1f\x8b")
    assert (folder / "hasil" / "audit.db").is_file()
    assert not [path for path in here.rglob("*") if path.suffix in (".tmp", ".part")]


def test_the_tables_have_the_columns_other_programs_rely_on(folder: Path) -> None:
    here = folder / "hasil" / ROUND
    raw = (here / "temuan.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf") and raw.decode("utf-8-sig").splitlines()[0] == FINDINGS
    head = (here / "rekap.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith(RECAP_START + ",") and head.endswith("," + RECAP_END)
    findings = rows(here / "temuan.csv")
    flags = [row for row in findings if row["indikator_id"].startswith("bendera.")]
    assert {row["hasil"] for row in flags} <= {"terdeteksi", "tidak_terdeteksi", "tidak_dapat_diperiksa"}
    assert {row["hasil"] for row in findings if row not in flags} <= OUTCOMES
    assert {row["situs_id"] for row in findings} == {"kab-cilacap", "kab-kebumen", "kab-terhalang"}
    assert {row["putaran"] for row in findings} == {ROUND}
    visi = next(r for r in findings if (r["situs_id"], r["indikator_id"]) == ("kab-cilacap", "profil.visi-misi"))
    assert visi["hasil"] == "lengkap" and visi["bukti_url"].endswith("/visi-misi")


def test_a_site_behind_a_firewall_has_no_score_rather_than_zero(folder: Path) -> None:
    recap = {row["situs_id"]: row for row in rows(folder / "hasil" / ROUND / "rekap.csv")}
    assert recap["kab-terhalang"]["skor"] == "" and recap["kab-terhalang"]["peringkat"] == ""
    assert recap["kab-cilacap"]["skor"]


def test_scoring_again_gives_the_same_bytes(folder: Path) -> None:
    here = folder / "hasil" / ROUND
    reports: list[dict[str, bytes]] = []
    for _ in range(2):
        assert auditor("score", "--round", ROUND, "--engine", "lokal").code == 0
        assert auditor("report", "--round", ROUND).code == 0
        files = [*here.glob("*.csv"), here / "rekap.html", *here.glob("kartu-skor/*.html"), *here.glob("wa/*.txt")]
        reports.append({str(path.relative_to(here)): path.read_bytes() for path in files})
    assert reports[0] == reports[1] and len(reports[0]) >= 9


def test_strict_tells_flags_and_unassessed_sites_by_exit_code(folder: Path, tmp_path: Path) -> None:
    score = ("score", "--round", ROUND, "--engine", "lokal")
    assert auditor(*score).code == 0
    flagged = auditor(*score, "--strict")
    assert flagged.code == 4 and "Kankemenag Kabupaten Kebumen" in flagged.out
    with serving("Cilacap") as url:
        sites = tmp_path / "dua.csv"
        sites.write_text(
            f"nama,url\nKankemenag Kabupaten Cilacap,{url}\nKankemenag Kabupaten Kosong,\n", encoding="utf-8"
        )
        run = ("run", sites, "--round", ROUND, "--out", tmp_path / "hasil", "--engine", "lokal", *FAST)
        assert auditor(*run, "--strict").code == 3
        assert auditor(*run).code == 0


def test_only_the_chosen_offices_are_crawled(tmp_path: Path, folder: Path) -> None:
    ended = auditor(
        "crawl",
        "sites.csv",
        "--round",
        "2027-T1",
        "--out",
        tmp_path,
        "--only",
        "kab-terhalang",
        *FAST,
        "--max-documents",
        "0",
    )
    assert ended.code == 0 and "bukti" in ended.out
    assert not (tmp_path / "2027-T1" / "bukti" / "kab-cilacap.warc.gz").exists()


# --- one finding


def test_explain_shows_the_chain_of_candidates(folder: Path) -> None:
    ended = auditor("explain", "kab-cilacap", "setiapsaat.dip", "--round", ROUND)
    assert ended.code == 0 and "setiapsaat.dip" in ended.out
    assert "Daftar Informasi Publik" in ended.out and "[dipakai]" in ended.out and "Dibuka" in ended.out
    addresses = re.findall(r"^ {6}(http\S+)$", ended.raw, re.MULTILINE)
    assert addresses and len(set(addresses)) == len(addresses)


def test_one_file_under_two_names_or_addresses_is_one_candidate() -> None:
    here, copy, other = (f"https://a.go.id/{name}.pdf" for name in ("dip", "dip-1", "lain"))
    seen = [
        Consideration(other, "DIP lama", Outcome.STALE, ""),
        Consideration(here, "DIP", Outcome.PARTIAL, ""),
        Consideration(copy, "DIP 2026", Outcome.COMPLETE, "", taken=True),
        Consideration(here, "DIP", Outcome.MISSING, ""),
    ]
    told = each_once(seen, {here: "sama", copy: "sama"})
    assert told == [(seen[0], ()), (seen[2], ("DIP",))]


def test_evidence_gives_address_quote_record_and_a_saved_page(folder: Path) -> None:
    ended = auditor("evidence", "kab-cilacap", "profil.visi-misi", "--round", ROUND, "--no-open")
    assert ended.code == 0
    words = ("Alamat sekarang: http://127.0.0.1", "/visi-misi", "Dibuka auditor:", "Kutipan:", "urn:uuid:")
    for word in (*words, "kab-cilacap.warc.gz", "Salinan tersimpan:"):
        assert word in ended.out
    digest = re.search(r"SHA-256\): ([0-9a-f]{64})", ended.out)
    page = re.search(r"Salinan tersimpan: (\S+\.html)", ended.out)
    assert digest and page and digest[1] in Path(page[1]).read_text(encoding="utf-8")


def test_a_round_compared_with_itself_has_not_changed(folder: Path) -> None:
    ended = auditor("compare", ROUND, ROUND)
    assert ended.code == 0 and "->" not in ended.out
    assert "belum dinilai" in ended.out and "– poin" not in ended.out


def test_evaluate_against_its_own_findings_is_perfect_agreement(folder: Path, tmp_path: Path) -> None:
    truth = tmp_path / "benar.csv"
    findings = [row for row in rows(folder / "hasil" / ROUND / "temuan.csv") if row["situs_id"] == "kab-cilacap"]
    # A measured "sebagian" is labelled by the word nearest to its points, as an assessor would.
    words = {"0.0": "tidak_ada", "0.25": "tautan_saja", "0.5": "sebagian", "0.75": "basi", "1.0": "lengkap"}
    for row in findings:
        if row["hasil"] == "sebagian":
            row["hasil"] = words[min(words, key=lambda points: abs(float(points) - float(row["poin"])))]
    lines = [f"{row['situs_id']},{row['indikator_id']},{row['hasil']},uji," for row in findings]
    truth.write_text("situs_id,indikator_id,hasil,penilai,catatan\n" + "\n".join(lines) + "\n", encoding="utf-8")
    told = auditor("evaluate", truth, "--round", ROUND)
    assert told.code == 0 and "Kappa" in told.out
    result = json.loads(auditor("evaluate", truth, "--round", ROUND, "--json").raw)
    assert result["disagreements"] == [] and result["overall"]["kappa"] == 1.0


def test_check_prints_the_card_of_one_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with serving("Cilacap") as url:
        ended = auditor("check", url, "--name", "Kankemenag Kabupaten Cilacap", *FAST)
    assert ended.code == 0
    assert "Kankemenag Kabupaten Cilacap" in ended.out and "simulasi kategori" in ended.out
    assert list(tmp_path.iterdir()) == [], "a check leaves nothing behind"


# --- rules and machine


def test_the_rules_can_be_listed_explained_and_tested() -> None:
    assert "setiapsaat.dip" in auditor("rules", "list").out
    explained = auditor("rules", "explain", "setiapsaat.dip")
    assert explained.code == 0 and "Daftar Informasi Publik" in explained.out
    tested = auditor("rules", "test", "ppid.maklumat")
    assert tested.code == 0 and "0 tidak sesuai" in tested.out
    assert auditor("rules", "test", "tidak.ada").code == 2


def test_the_schema_is_json_schema() -> None:
    schema = json.loads(auditor("rules", "schema").raw)
    assert schema["type"] == "object" and "quality" in schema["properties"]


def test_the_book_of_indicators_is_written(tmp_path: Path) -> None:
    ended = auditor("rules", "book", "--out", tmp_path)
    assert ended.code == 0
    assert {path.suffix for path in tmp_path.rglob("*") if path.is_file()} >= {".html", ".pdf"}


def test_doctor_tells_what_is_well_and_what_to_do_about_the_rest(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)

    def no_names(*_: object) -> None:
        raise OSError("tanpa jaringan")

    monkeypatch.setattr(socket, "getaddrinfo", no_names)
    ended = auditor("doctor")
    assert ended.code == 0
    assert "paket indikator" in ended.out and "PERLU jaringan" in ended.out


def test_the_quarter_is_the_offices_own() -> None:
    from datetime import UTC, datetime

    assert this_quarter(datetime(2026, 12, 31, 18, tzinfo=UTC)) == "2027-T1"
    assert this_quarter(datetime(2026, 9, 30, 10, tzinfo=UTC)) == "2026-T3"


def test_the_help_loads_no_command() -> None:
    program = "import sys\nfrom auditor.cli import main\ntry:\n    main()\nfinally:\n    print(*sys.modules)"
    root = Path(__file__).parent.parent
    command = [sys.executable, "-c", program, "--help"]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", cwd=root)
    assert "Perintah:" in ended.stdout
    assert not {"auditor.round", "auditor.crawl", "pandas", "httpx"} & set(ended.stdout.split())


# --- schedulers


def test_a_line_of_a_log_begins_with_the_time(done: tuple[Path, Ended]) -> None:
    lines = [line for line in done[1].raw.splitlines() if line]
    assert lines and [line for line in lines if not re.match(r"20\d\d-\d\d-\d\d \d\d:\d\d:\d\d \S", line)] == []


def test_what_a_person_asks_for_carries_no_time(folder: Path) -> None:
    ended = auditor("explain", "kab-cilacap", "setiapsaat.dip", "--round", ROUND)
    assert ended.raw.startswith("setiapsaat.dip")


def test_a_scheduled_run_tries_again_what_could_not_be_opened_and_then_does_nothing(folder: Path) -> None:
    command = ("run", "sites.csv", "--due", "--round", ROUND, *FAST)
    before = (folder / "hasil" / ROUND / "rekap.html").stat().st_mtime_ns
    ended = auditor(*command)
    told = "sudah diperiksa hari ini; 1 kantor yang belum dapat dibuka dicoba lagi pada hari lain."
    assert (ended.code, ended.err) == (0, "") and ended.out.endswith(told)
    ended = auditor(*command, "--area", "Banyumas")
    assert ended.code == 0 and ended.out.endswith("sudah lengkap (1 kantor); tidak ada yang dikerjakan.")
    assert (folder / "hasil" / ROUND / "rekap.html").stat().st_mtime_ns == before


def test_the_schedule_is_printed_and_written_for_this_machine(folder: Path, tmp_path: Path) -> None:
    ended = auditor("schedule", "sites.csv", "--area", "Kedu", "--time", "20.15", "--save", tmp_path / "jadwal")
    assert ended.code == 0
    assert (
        f"15 20 10-13 2,5,8,11 * cd {folder} && {sys.executable} -m auditor run sites.csv --due --area Kedu"
        in ended.out
    )
    assert "schtasks /Create" in ended.out and "systemctl --user enable --now audit-kip.timer" in ended.out
    assert sorted(path.suffix for path in (tmp_path / "jadwal").iterdir()) == [".cron", ".service", ".timer", ".xml"]
    assert auditor("schedule", "sites.csv", "--area", "Kadu").code == 2
    assert "19:00" in auditor("schedule", "sites.csv", "--time", "malam").err


def test_all_rounds_are_listed_with_what_made_them(folder: Path) -> None:
    ended = auditor("rounds")
    assert ended.code == 0 and ended.raw.splitlines()[0].split() == [
        *("Putaran", "Situs", "dibuka", "Diperiksa", "Dinilai", "Profil", "Paket", "Koreksi")
    ]
    assert f"{ROUND} " in ended.out and " 3/3 2 default kip-kankemenag " in ended.out
    (line,) = json.loads(auditor("rounds", "--json").raw)
    assert (line["id"], line["offices"], line["ranked"], line["profiles"]) == (ROUND, 3, 2, ["default"])
    assert line["begun"] <= line["done"] and line["objections"] == 0
