"""The desk on a real port: who is let in, what is refused, and that what a person types lands in the files."""

from __future__ import annotations

import socket
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import httpx
import pytest

from auditor.desk import open_desk
from auditor.desk.door import MAX_BODY
from auditor.desk.errand import Errand
from auditor.desk.place import Place, Standing, next_step
from auditor.desk.server import LOCK
from auditor.desk.sitelist import DRAFT, provinces, starting_rows, table_of
from auditor.desk.tablefile import KEPT
from auditor.inputs.corrections import read_corrections
from auditor.model import CrawlSettings, Evidence, Fetch, FetchRole, FetchStatus
from auditor.problems import InputError
from auditor.quarters import this_quarter
from auditor.snapshot import SnapshotWriter
from auditor.store import Store
from tests.desk_visit import LIST, Visitor, desk, folder, stored, until

__all__ = ["desk", "folder"]


def test_the_link_lets_in_once_and_nobody_after(desk: Visitor) -> None:
    assert desk.get("/").status_code == 200
    with httpx.Client() as other:
        assert other.get(desk.entry).status_code == 403
        assert other.get(desk.base + "/").status_code == 403
        assert other.get(desk.base + "/masuk?kunci=").status_code == 403
        assert other.get(desk.base + "/gaya.css").status_code == 403


def test_the_cookie_is_for_this_desk_alone(desk: Visitor) -> None:
    with httpx.Client() as other:
        given = other.get(desk.base + "/masuk?kunci=salah")
        assert "set-cookie" not in given.headers
    assert set(desk.client.cookies) == {"meja"}


@pytest.mark.parametrize(
    "host", ["contoh.example.id", "127.0.0.1", "127.0.0.1:1", "localhost.example.id", "[::1]:80", ""]
)
def test_another_host_name_is_refused_so_that_rebinding_gains_nothing(desk: Visitor, host: str) -> None:
    assert desk.get("/", Host=host).status_code in (400, 421)


FOREIGN: list[dict[str, str]] = [
    {"Origin": "https://jahat.example"},
    {"Origin": "null"},
    {"Origin": "http://127.0.0.1"},
    {"Origin": "http://127.0.0.1:1"},
    {"Origin": "http://localhost.jahat.example"},
    {"Sec-Fetch-Site": "cross-site"},
    {"Sec-Fetch-Site": "same-site"},
    {"Sec-Fetch-Site": "none"},
]


@pytest.mark.parametrize("headers", FOREIGN, ids=lambda h: "-".join(h.values()))
def test_a_change_from_anywhere_else_is_refused(desk: Visitor, headers: dict[str, str]) -> None:
    refused = desk.post("/daftar/awal", {"provinsi": "Bali"}, headers=headers)
    assert refused.status_code == 403
    assert not (desk.folder / DRAFT).exists()


def test_a_change_without_an_origin_is_refused(desk: Visitor) -> None:
    refused = desk.client.post(desk.base + "/daftar/awal", data={"tanda": desk.token, "provinsi": "Bali"})
    assert refused.status_code == 403


@pytest.mark.parametrize("token", ["", "x", "é" * 40])
def test_a_change_without_our_forms_token_is_refused(desk: Visitor, token: str) -> None:
    refused = desk.post("/daftar/awal", {"provinsi": "Bali", "tanda": token})
    assert refused.status_code == 403
    assert not (desk.folder / DRAFT).exists()


def test_what_changes_something_cannot_be_asked_for_with_a_link(desk: Visitor) -> None:
    for path in ("/tutup", "/jalankan/mulai", "/daftar/pakai", "/daftar/2/hapus", "/bagikan/susun"):
        assert desk.get(path).status_code == 405


PATHS = [
    "/berkas/{round}/../../sites.csv",
    "/berkas/{round}/..%2f..%2fsites.csv",
    "/berkas/{round}/%2e%2e/%2e%2e/sites.csv",
    "/berkas/..%2f/sites.csv",
    "/berkas/{round}/bukti/kab-contoh-01.warc.gz",
    "/berkas/{round}//etc/passwd",
    "/berkas/{round}/C:%5CWindows%5Cwin.ini",
    "/kantor/..%2f..%2fsites.csv",
    "/gaya.css/../../sites.csv",
]


@pytest.mark.parametrize("path", PATHS)
def test_no_path_leads_out_of_the_reports(desk: Visitor, path: str) -> None:
    stored(desk.folder / "hasil")
    answer = desk.get(path.format(round=this_quarter()))
    assert answer.status_code == 404 and "kab-contoh," not in answer.text


def test_an_upload_beyond_all_measure_is_refused_and_nothing_kept(desk: Visitor) -> None:
    files = {"berkas": ("sites.csv", b"x" * (MAX_BODY + 1), "text/csv")}
    with suppress(httpx.TransportError):  # the door may be shut while the rest is still being sent
        assert desk.post("/daftar/unggah", files=files).status_code == 413
    assert not (desk.folder / DRAFT).exists()
    assert desk.get("/daftar").status_code == 200


def test_a_body_longer_than_its_head_said_is_cut_off(desk: Visitor) -> None:
    host, port = desk.base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port))) as raw:
        head = (
            f"POST /daftar/unggah HTTP/1.1\r\nHost: {host}:{port}\r\nOrigin: {desk.base}\r\n"
            f"Cookie: meja={desk.client.cookies['meja']}\r\nTransfer-Encoding: chunked\r\n"
            "Content-Type: multipart/form-data; boundary=b\r\n\r\n"
        )
        raw.sendall(head.encode())
        with suppress(OSError):
            for _ in range(10):
                raw.sendall(b"100000\r\n" + b"x" * 0x100000 + b"\r\n")
        raw.settimeout(10)
        try:
            answer = raw.recv(200)
        except OSError:
            answer = b""
    assert b" 200 " not in answer and b" 303 " not in answer
    assert desk.get("/").status_code == 200


def test_every_answer_forbids_what_the_desk_does_not_need(desk: Visitor) -> None:
    for path in ("/", "/daftar", "/tidak-ada", "/meja.js"):
        headers = desk.get(path).headers
        policy = headers["content-security-policy"]
        assert "default-src 'none'" in policy and "unsafe" not in policy and "frame-ancestors 'none'" in policy
        assert headers["x-content-type-options"] == "nosniff" and headers["x-frame-options"] == "DENY"


def test_a_file_full_of_faults_is_told_and_the_list_stays(desk: Visitor) -> None:
    answer = desk.post("/daftar/unggah", files={"berkas": ("foto.png", b"\x89PNG\r\n" + b"\0" * 500, "image/png")})
    assert answer.status_code == 400 and "belum dapat dipakai" in answer.text
    assert (desk.folder / "sites.csv").read_bytes() == LIST.encode()
    assert {path.name for path in desk.folder.iterdir()} <= {"sites.csv", "hasil", LOCK}


def test_a_list_is_uploaded_mended_in_its_cell_and_put_to_use(desk: Visitor) -> None:
    new = LIST + "kab-dua,Kankemenag Kabupaten Dua,kabupaten,Jawa Contoh,,3302,ftp://dua.example.id\r\n"
    shown = desk.post("/daftar/unggah", files={"berkas": ("baru.csv", new.encode(), "text/csv")})
    assert "belum dipakai" in shown.text and "bukan alamat situs" in shown.text
    assert "Pakai daftar ini</button>" not in shown.text  # not before it is sound
    assert (desk.folder / "sites.csv").read_bytes() == LIST.encode()
    cells = {"nama": "Kankemenag Kabupaten Dua", "url": "gopher:dua", "id": "kab-dua"}
    again = desk.post("/daftar/3", cells)
    assert 'value="gopher:dua"' in again.text and "keliru" in again.text  # what was typed stays in its place
    assert "Pakai daftar ini" in desk.post("/daftar/3", {**cells, "url": "https://dua.example.id"}).text
    desk.post("/daftar/pakai")
    names = [line.cells["nama"] for line in table_of(desk.folder / "sites.csv", ()).lines]
    assert names == ["Kankemenag Kabupaten Contoh", "Kankemenag Kabupaten Dua"]
    kept = [path.read_bytes() for path in (desk.folder / KEPT).glob("sites-*.csv")]
    assert LIST.encode() in kept
    assert not (desk.folder / DRAFT).exists()


def test_a_row_is_added_and_taken_out_and_the_last_one_stays(desk: Visitor) -> None:
    desk.post("/daftar/baru", {"nama": "Kankemenag Kota Baru", "url": ""})
    assert "2 kantor" in desk.get("/daftar").text
    desk.post("/daftar/2/hapus")
    assert "1 kantor" in desk.get("/daftar").text
    desk.post("/daftar/2/hapus")
    assert "1 kantor" in desk.get("/daftar").text


def test_columns_of_peoples_own_stay_and_a_row_that_cannot_be_read_keeps_the_list_from_being_written(
    desk: Visitor,
) -> None:
    sites = desk.folder / "sites.csv"
    sites.write_text("nama,url,telepon humas\nKankemenag Kabupaten Contoh,https://contoh.example.id,0812\n", "utf-8")
    desk.post("/daftar/baru", {"nama": "Kankemenag Kota Baru", "url": ""})
    assert "telepon_humas" in sites.read_text("utf-8-sig") and "0812" in sites.read_text("utf-8-sig")
    faulty = "nama,url\nKankemenag Kabupaten Contoh,https://contoh.example.id\nKantor B,https://b.example.id,satu,dua\n"
    sites.write_text(faulty, "utf-8")
    desk.post("/daftar/baru", {"nama": "Kankemenag Kota Baru", "url": ""})
    desk.post("/daftar/2/hapus")
    assert sites.read_text("utf-8") == faulty


def test_what_is_typed_is_shown_as_text(desk: Visitor) -> None:
    shown = desk.post("/daftar/baru", {"nama": "<script>alert(1)</script>", "url": "javascript:alert(1)"})
    assert "<script>alert" not in shown.text and "&lt;script&gt;alert" in shown.text


def test_a_province_without_a_list_begins_with_its_names() -> None:
    assert len(provinces()) >= 34
    rows = starting_rows("Jawa Tengah")
    assert len(rows) == 35 and {"nama", "kode_wilayah", "provinsi"} <= set(rows[0])
    assert starting_rows("Negeri Dongeng") == []


def test_offices_cards_and_findings_are_shown_with_their_round(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    assert cards[0].site.name in desk.get("/kantor").text
    card = desk.get(f"/kantor/{cards[0].site.id}").text
    finding = next(f for f in cards[0].findings if f.weight > 0)
    assert finding.title in card
    shown = desk.get(f"/kantor/{cards[0].site.id}/{finding.rule_id}")
    assert shown.status_code == 200 and "Dasar hukum" in shown.text
    for path in ("/kantor/tidak-ada", f"/kantor/{cards[0].site.id}/tidak.ada", "/kantor?putaran=1999-T1"):
        assert desk.get(path).status_code in (200, 404)


def test_an_objection_is_filed_decided_and_told_with_what_was_there_before(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    finding = next(f for f in cards[0].findings if f.weight > 0 and f.outcome.value == "tidak_ada")
    before = "situs_id,indikator_id,hasil,alasan,diputuskan_oleh,tanggal,berlaku_sampai\r\n"
    before += f"{cards[1].site.id},{finding.rule_id},lengkap,Dilihat bersama,Siti Aminah,2026-11-20,2027-03-31\r\n"
    (desk.folder / "koreksi.csv").write_bytes(before.encode())
    screen = f"/kantor/{cards[0].site.id}/{finding.rule_id}"
    typed = {
        "hasil": "lengkap",
        "alasan": "DIP ada di menu PPID",
        "diajukan_oleh": "",
        "tanggal_diajukan": "2026-11-23",
    }
    shown = desk.post(f"{screen}/sanggah", typed)
    assert shown.status_code == 400 and 'value="DIP ada di menu PPID"' in shown.text and "keliru" in shown.text
    assert (desk.folder / "koreksi.csv").read_bytes() == before.encode()
    shown = desk.post(f"{screen}/sanggah", {**typed, "diajukan_oleh": "Budi"})
    assert "Tercatat di koreksi.csv" in shown.text
    decision = {"status": "diterima", "hasil": "lengkap", "alasan": "Benar ada", "diputuskan_oleh": "Siti Aminah"}
    desk.post(f"{screen}/putus", {**decision, "tanggal": "2026-11-24", "berlaku_sampai": "2027-06-30"})
    rows = read_corrections(desk.folder / "koreksi.csv")
    assert [(c.site_id, c.status.value) for c in rows] == [
        (cards[1].site.id, "diterima"),
        (cards[0].site.id, "diterima"),
    ]
    assert rows[1].filed_by == "Budi" and rows[1].decided_by == "Siti Aminah" and rows[1].reason == "Benar ada"
    assert before.encode() in [path.read_bytes() for path in (desk.folder / KEPT).glob("koreksi-*.csv")]
    desk.post("/nilai-ulang", {"putaran": this_quarter()})
    until(lambda: not desk.get("/jalankan/keadaan").json()["berjalan"])


def test_a_koreksi_csv_with_faults_is_told_and_never_written_over(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    (desk.folder / "koreksi.csv").write_text("catatan saya sendiri\nbaris kedua\n", encoding="utf-8")
    fields = {"hasil": "lengkap", "alasan": "a", "diajukan_oleh": "b", "tanggal_diajukan": "2026-11-23"}
    answer = desk.post(f"/kantor/{cards[0].site.id}/{cards[0].findings[0].rule_id}/sanggah", fields)
    assert answer.status_code == 400
    assert (desk.folder / "koreksi.csv").read_text(encoding="utf-8") == "catatan saya sendiri\nbaris kedua\n"


def test_what_is_typed_never_becomes_a_formula_in_excel(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    finding = next(f for f in cards[0].findings if f.weight > 0)
    fields = {"hasil": "sebagian", "alasan": "=1+1", "diajukan_oleh": "@Budi", "tanggal_diajukan": "2026-11-23"}
    desk.post(f"/kantor/{cards[0].site.id}/{finding.rule_id}/sanggah", fields)
    written = (desk.folder / "koreksi.csv").read_text("utf-8-sig")
    assert "'=1+1" in written and "'@Budi" in written


def test_the_shelf_answers_only_who_knows_its_name(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    policy = desk.get("/").headers["content-security-policy"]
    shelf = policy.split("frame-src ")[1].split(";")[0]
    with httpx.Client() as other:
        for path in ("/", "/x/2026-T4/kab-contoh-01/profil.sejarah/0", "/../sites.csv"):
            answer = other.get(shelf + path)
            assert answer.status_code == 404
            assert answer.headers["content-security-policy"].startswith("sandbox ")


def test_reports_are_handed_out_as_files_to_keep(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    assert "belum disusun" in desk.get("/bagikan").text
    desk.post("/bagikan/susun", {"putaran": this_quarter()})
    until(lambda: not desk.get("/jalankan/keadaan").json()["berjalan"])
    shown = desk.get("/bagikan").text
    assert "Laporan sudah disusun" in shown and "rekap.csv" in shown
    answer = desk.get(f"/berkas/{this_quarter()}/rekap.html")
    assert answer.headers["content-disposition"].startswith("attachment")
    assert answer.status_code == 200


def test_an_audit_beside_another_is_told_that_the_folder_is_in_use(desk: Visitor) -> None:
    with Store.open(desk.folder / "hasil", write=True):
        desk.post("/jalankan/mulai")
        until(lambda: not desk.get("/jalankan/keadaan").json()["berjalan"])
    told = desk.get("/jalankan").text
    assert "Berhenti sebelum selesai" in told and "dipakai" in told


def test_only_one_command_is_at_work_and_it_can_be_stopped(tmp_path: Path) -> None:
    errand = Errand()
    assert errand.progress is None
    assert errand.start("demo", [["demo", "--no-open", "--out", str(tmp_path / "hasil")]], {"a": "Kantor A"})
    assert not errand.start("lain", [["--version"]], {})
    errand.close()
    progress = errand.progress
    assert (progress is not None and not progress.running) or progress.stopped
    until(lambda: not errand.running)
    assert errand.start("versi", [["--version"], ["--version"]], {})
    until(lambda: not errand.running)
    last = errand.progress
    assert last is not None and last.code == 0 and any("KIP Auditor" in note for note in last.notes)


def test_commands_work_in_the_desks_folder_wherever_it_was_started(tmp_path: Path) -> None:
    errand = Errand(tmp_path)
    assert errand.start("kesiapan", [["rounds", "--out", "hasil"]], {})
    until(lambda: not errand.running)
    (tmp_path / "auditor.toml").write_text('[laporan]\nformat = ["salah"]\n', "utf-8")
    assert errand.start("laporan", [["report", "--round", "2026-T4"]], {})
    until(lambda: not errand.running)
    last = errand.progress
    assert last is not None and any("auditor.toml" in note for note in last.notes), last


NOTHING = Standing("2026-T4", 0, 0, 0, 0, 0, False)


@pytest.mark.parametrize(
    ("now", "running", "step"),
    [
        (NOTHING, False, "isi_daftar"),
        (replace(NOTHING, problems=2), False, "perbaiki_daftar"),
        (replace(NOTHING, listed=35), False, "mulai"),
        (replace(NOTHING, listed=35), True, "sedang_jalan"),
        (replace(NOTHING, listed=35, cards=20, open=15), False, "lanjutkan"),
        (replace(NOTHING, listed=35, cards=35), False, "susun"),
        (replace(NOTHING, listed=35, cards=35, reports=True), False, "tinjau"),
    ],
)
def test_there_is_always_one_next_step(now: Standing, running: bool, step: str) -> None:
    assert next_step(now, running) == step


def test_an_address_is_tried_and_what_was_typed_stays(desk: Visitor) -> None:
    cells = {"nama": "Kankemenag Kota Baru", "url": "http://127.0.0.1:9/"}
    shown = desk.post("/daftar/baru/uji", cells).text
    assert 'value="Kankemenag Kota Baru"' in shown and "Belum dapat dibuka" in shown  # a private address is refused
    assert "Isi dahulu" in desk.post("/daftar/2/uji", {"nama": "A", "url": ""}).text
    assert "alamat" in desk.post("/daftar/2/uji", {"nama": "A", "url": "--help"}).text
    assert (desk.folder / "sites.csv").read_bytes() == LIST.encode()


def test_all_addresses_are_tried_one_after_the_other(desk: Visitor) -> None:
    (desk.folder / "sites.csv").write_text("nama,url\nKantor A,http://127.0.0.1:9\nKantor B,\n", "utf-8")
    desk.post("/daftar/uji")
    until(lambda: not desk.get("/jalankan/keadaan").json()["berjalan"])
    rows = desk.get("/jalankan/keadaan").json()["baris"]
    assert [row["name"] for row in rows] == ["Kantor A"] and "Belum dapat dibuka" in rows[0]["state"]


CHANGES = [
    "/tinjau/jawab",
    "/tinjau/urungkan",
    "/rakor/kantor/kab-contoh-01",
    "/daftar/uji",
    "/daftar/2/uji",
    "/bagikan/susun",
    "/nilai-ulang",
    "/kantor/kab-contoh-01/periksa-ulang",
    "/kantor/kab-contoh-01/profil.sejarah/putus",
]


def test_every_screen_that_changes_something_is_shut_to_strangers(desk: Visitor) -> None:
    cards = stored(desk.folder / "hasil")
    before = {path for path in desk.folder.rglob("*") if path.suffix == ".csv"}
    about = {"putaran": this_quarter(), "situs": cards[0].site.id, "indikator": "situs", "jawaban": "ada"}
    typed = {**about, "penilai": "Orang Lain", "kendala": "tidak ada", "status": "diterima", "hasil": "lengkap"}
    for path in CHANGES:
        desk.get(path, Origin="https://jahat.example")  # a link writes nothing, whatever it shows
        for headers in (
            {"Origin": "https://jahat.example"},
            {"Sec-Fetch-Site": "cross-site"},
            {"Host": "jahat.example"},
        ):
            assert desk.post(path, typed, headers=headers).status_code in (403, 421), (path, headers)
        assert desk.post(path, {**typed, "tanda": "x"}).status_code == 403, path
        with httpx.Client() as other:
            fields = {**typed, "tanda": desk.token}
            assert other.post(desk.base + path, data=fields, headers={"Origin": desk.base}).status_code == 403, path
    assert {path for path in desk.folder.rglob("*") if path.suffix == ".csv"} == before
    assert desk.get("/jalankan/keadaan").json()["baris"] == []


def test_a_field_beyond_all_measure_is_refused_on_the_new_screens(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    for path in ("/tinjau/jawab", "/rakor/kantor/kab-contoh-01"):
        with suppress(httpx.TransportError):
            assert desk.post(path, {"catatan": "x" * (MAX_BODY + 1)}).status_code == 413
        many = {f"n{n}": "x" for n in range(5_000)}
        assert desk.post(path, many).status_code == 400
    assert not (desk.folder / "tinjauan.csv").exists() and not (desk.folder / "tindak-lanjut.csv").exists()


def test_a_hostile_stored_page_runs_nothing_loads_nothing_and_sends_nothing(desk: Visitor) -> None:
    out = desk.folder / "hasil"
    card = stored(out)[0]
    body = (
        b"<html><head><base href='https://jahat.example/'><meta http-equiv=refresh content='0;url=//jahat.example'>"
        b"<script>top.location='//jahat.example'</script><link rel=stylesheet href=//jahat.example/x.css></head>"
        b"<body onload=alert(1)><mark id=kutipan>palsu</mark><p>Halaman Profil kami</p><img src=x onerror=alert(1)>"
        b"<form action=//jahat.example><input name=tanda><button>Kirim</button></form><svg onload=alert(1)></svg>"
        b"<iframe src=//jahat.example></iframe><a href='javascript:alert(1)'>a</a></body></html>"
    )
    warc = out / this_quarter() / "bukti" / f"{card.site.id}.warc.gz"
    writer = SnapshotWriter(warc, card.site, CrawlSettings("KIPAuditor/uji"), "0")
    at = datetime(2026, 11, 22, tzinfo=UTC)
    page = Fetch(
        card.site.url, FetchRole.HOME, FetchStatus.OK, at, card.site.url, 200, media_type="text/html", body=body
    )
    kept = writer.add(page)
    writer.finish(card.status, at, at)
    first = replace(
        next(f for f in card.findings if f.weight > 0),
        evidence=(Evidence(card.site.url, "Halaman Profil kami", at, kept.record_id),),
    )
    card = replace(card, findings=tuple(first if f.rule_id == first.rule_id else f for f in card.findings))
    with Store.open(out, write=True) as store:
        store.save(card, 0, warc.relative_to(out), "")
    screen = desk.get(f"/kantor/{card.site.id}/{first.rule_id}").text
    frame = screen.split("<iframe ")[1].split(">")[0]
    assert 'sandbox="allow-popups"' in frame
    answer = httpx.get(frame.split('src="')[1].split('"')[0].split("#")[0])
    assert answer.status_code == 200 and '<mark id="kutipan">Halaman Profil kami</mark>' in answer.text
    assert answer.headers["content-security-policy"].startswith("sandbox allow-popups; default-src 'none'")
    held = answer.text.split("<main>")[1].lower()
    assert not any(
        word in held for word in ("<script", "onload", "onerror", "<form", "<input", "<iframe", "jahat", "<svg")
    )
    assert held.count("<mark") == 1 and "set-cookie" not in answer.headers


def test_a_second_desk_in_the_folder_is_told_that_one_is_open(desk: Visitor) -> None:
    with pytest.raises(InputError, match="sudah terbuka di folder ini"):
        open_desk(Place(desk.folder / "sites.csv", desk.folder / "hasil"), lambda address: None)
    assert desk.get("/").status_code == 200


def test_a_history_that_cannot_be_read_is_told_and_the_desk_goes_on(desk: Visitor) -> None:
    out = desk.folder / "hasil"
    out.mkdir(exist_ok=True)
    (out / "audit.db").write_bytes(b"SQLite format 3\0" + b"x" * 5_000)
    assert desk.get("/kantor").status_code in (200, 503)
    assert desk.get("/daftar").status_code == 200
