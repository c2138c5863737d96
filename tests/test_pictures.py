"""Pictures and scans are read in a limited worker, kept beside the snapshot, and judged as what they are."""

from __future__ import annotations

import json
import os
import struct
import zlib
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest

from auditor import machine
from auditor.language.phrases import normalise
from auditor.model import Confidence, FetchRole, FetchStatus, Finding, Outcome, Snapshot
from auditor.pictured import judge
from auditor.pictures import reader
from auditor.pictures.lines import Box, Line, folded, lines_of
from auditor.pictures.memory import Memory, keep_beside, memory_of
from auditor.pictures.reader import Unit, read_units
from auditor.pictures.sight import Outcome as Came
from auditor.pictures.sight import Sight, engine_version
from auditor.read.observe import observe
from auditor.work.limits import Limits
from auditor.work.reading import Reading
from tests.faults.crawling import SETTINGS, crawl
from tests.faults.server import FaultServer, Handler, reply
from tests.made_files import pdf
from tests.small_sites import OFFICE, PACK
from tests.test_observe import fetch, snapshot

needs_engine = pytest.mark.skipif(not engine_version(), reason="the extra 'ocr' is not installed")
MAKLUMAT = (
    "MAKLUMAT PELAYANAN",
    f"{OFFICE}",
    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar,",
    "dan apabila tidak menepati janji ini kami siap menerima sanksi.",
)


def png(width: int, height: int, seed: int = 0) -> bytes:
    """A white picture that is a few hundred bytes however large."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress((b"\x00" + b"\xff" * ((width + 7) // 8)) * height, 9)
    text = chunk(b"tEXt", b"nomor\x00" + str(seed).encode() + b" " * 400)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + text + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


# --- lines


def box(text: str, left: float, top: float, width: float = 200, height: float = 30, sure: float = 0.99) -> Box:
    return Box(text, sure, left, top, left + width, top + height)


def test_words_a_space_apart_are_one_line_however_the_engine_cut_them() -> None:
    boxes = [box("PELAYANAN", 310, 102), box("MAKLUMAT", 100, 100, 195), box("Kabupaten Sukamaju", 100, 160)]
    assert [line.text for line in lines_of(boxes)] == ["MAKLUMAT PELAYANAN", "Kabupaten Sukamaju"]


def test_the_cells_of_a_table_stay_in_their_row() -> None:
    boxes = [box("Senin", 100, 100), box("08.00 - 16.00", 500, 101), box("Jumat", 100, 190), box("08.00", 500, 191)]
    assert [line.text for line in lines_of(boxes)] == ["Senin  08.00 - 16.00", "Jumat  08.00"]


def test_what_runs_on_within_a_box_of_a_flow_chart_stands_together() -> None:
    boxes = [
        *(box("dijawab paling lambat 10", 100, 100), box("Pemohon mengisi", 600, 100)),
        *(box("hari kerja", 100, 138), box("formulir", 600, 138)),
    ]
    text = " / ".join(normalise(line.text) for line in lines_of(boxes))
    assert "paling lambat 10 hari kerja" in text and "pemohon mengisi formulir" in text


def test_a_line_is_as_sure_as_its_weakest_part_and_bears_no_accents() -> None:
    boxes = [box("TAHUN", 100, 100, sure=0.99), box("2024", 310, 100, sure=0.91)]
    assert lines_of(boxes) == (Line("TAHUN 2024", 0.91),)
    assert folded("Kepalà  Kantôr") == "Kepala Kantor"


# --- the engine itself


@needs_engine
def test_what_posters_charts_tables_and_scans_say_is_found_and_no_figure_is_made_up() -> None:
    from auditor.pictures.engine import see_picture
    from tests.made_pictures import pictures, terms_in, years_in

    found = asked = 0
    for made in pictures(most=1):
        text = see_picture(made.body, again=True).text
        words = f" {normalise(text)} "
        asked += len(made.keys)
        found += sum(f" {normalise(key)} " in words for key in made.keys)
        assert years_in(text) <= made.years and terms_in(text) <= made.terms, made.name
    assert found / asked >= 0.9


@needs_engine
def test_a_photo_without_words_says_nothing() -> None:
    from auditor.pictures.engine import see_picture
    from tests.made_pictures import wordless

    assert {see_picture(wordless(number), again=True).outcome for number in range(3)} == {Came.NOTHING}


@needs_engine
@pytest.mark.parametrize(
    "body",
    [png(9_000, 9_000), png(30_000, 100), png(150, 3_000), png(900, 900)[:500], b"GIF89a" + b"\xff" * 90, b"<svg/>"],
    ids=["too many pixels", "a ribbon", "too narrow", "cut", "damaged", "no picture"],
)
def test_what_no_engine_should_be_given_is_refused(body: bytes) -> None:
    from auditor.pictures.engine import see_picture

    assert see_picture(body, again=True).outcome is Came.REFUSED


@needs_engine
def test_a_page_of_a_scanned_file_is_read_and_a_missing_one_refused(tmp_path: Path) -> None:
    from PIL import Image

    from auditor.pictures.engine import see_page
    from tests.made_pictures import pictures

    scan = next(made for made in pictures(most=1) if made.name.startswith("pindaian"))
    file = BytesIO()
    Image.open(BytesIO(scan.body)).save(file, "PDF", resolution=150)
    words = normalise(see_page(file.getvalue(), 0, again=False).text)
    assert "pejabat pengelola informasi dan dokumentasi" in words
    assert see_page(file.getvalue(), 1, again=False).outcome is Came.REFUSED
    assert see_page(b"%PDF-1.4 rusak", 0, again=False).outcome is Came.REFUSED


@needs_engine
def test_a_picture_is_read_in_a_process_of_its_own(tmp_path: Path) -> None:
    from tests.made_pictures import pictures

    body = pictures(most=1)[0].body
    unit = Unit(sha256(body).hexdigest(), "<1>")
    memory = Memory(tmp_path / "a.warc.gz")
    assert read_units([unit], memory, lambda _: body, look=True) == 0
    seen = Memory(tmp_path / "a.warc.gz").get(unit.key)
    assert seen is not None and "MAKLUMAT" in seen.text


# --- the budget and the worker


def deadly(body: bytes, page: int | None, again: bool) -> tuple[Sight, float]:
    """Stands in for the engine: some bytes kill it, the rest cost what they say."""
    if body == b"mati":
        os._exit(3)
    seconds, unsure, _ = body.decode().partition("!")
    return Sight(Came.READ, (Line(f"isi {seconds}", 1.0),), again and bool(unsure)), float(seconds.split("#")[0])


def read_all(bodies: list[bytes], folder: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[list[Sight | None], int]:
    monkeypatch.setattr(reader, "_timed", deadly)
    for name in ("reading", "reading_last"):
        monkeypatch.setattr(reader, name, Reading(Limits(cpu=20, wall=60, megabytes=1600)))
    units = {Unit(f"{number:064}", str(number)): body for number, body in enumerate(bodies)}
    memory = Memory(folder / "a.warc.gz")
    left = read_units(units, memory, units.__getitem__, look=True)
    return [memory.get(unit.key) for unit in units], left


def test_a_picture_that_kills_the_worker_costs_itself_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    seen, left = read_all([b"1", b"mati", b"2"], tmp_path, monkeypatch)
    assert [sight and sight.outcome for sight in seen] == [Came.READ, Came.HEAVY, Came.READ] and left == 0


def test_a_site_gets_its_seconds_its_pictures_and_its_second_looks_and_no_more(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen, left = read_all([b"12"] * 5, tmp_path, monkeypatch)
    assert sum(sight is not None for sight in seen) == 3 and left == 2  # 36 seconds of 40
    (tmp_path / "b").mkdir()
    seen, left = read_all([b"0.1!"] * 30, tmp_path / "b", monkeypatch)
    assert sum(sight is not None for sight in seen) == reader.MOST and left == 30 - reader.MOST
    assert sum(sight.again for sight in seen if sight is not None) == 4


def broken() -> None:
    raise ImportError("DLL load failed while importing faster_paddle")


@pytest.mark.parametrize(("load", "ready"), [(broken, False), (bool, True)])
def test_an_engine_that_is_installed_and_cannot_be_started_reads_nothing(
    load: Callable[[], object], ready: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for where in (reader, machine):
        monkeypatch.setattr(where, "engine_version", lambda: "mesin 1")
    monkeypatch.setattr(reader, "_load", load)
    reader._starts.cache_clear()
    try:
        assert reader.can_read() is ready
        light = machine.lights(tmp_path, thorough=True)[-1]
        assert light.good is ready and ("tidak dapat dimulai" in light.what) is not ready
        assert machine.lights(tmp_path)[-1].good  # nothing is started for a screen
    finally:
        reader._starts.cache_clear()


def test_without_being_asked_to_look_nothing_is_read(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "a.warc.gz")
    assert read_units([Unit("a", "<1>")], memory, lambda _: b"x", look=False) == 0
    assert memory.get("a") is None and not memory.path.exists()


# --- the memory beside the snapshot


def test_what_was_read_is_kept_and_read_back(tmp_path: Path) -> None:
    warc = tmp_path / "kab-a.warc.gz"
    memory = Memory(warc)
    sight = Sight(Came.READ, (Line("Tahun 2025", 0.98),), True)
    memory.put("abc/2", sight, 1.234, "mesin 1")
    memory.save()
    again = Memory(warc)
    assert again.path == tmp_path / "kab-a.gambar.json"
    assert (again.get("abc/2"), again.cost("abc/2"), again.engine) == (sight, 1.23, "mesin 1")


@pytest.mark.parametrize("text", ["", "{", '{"format": 99, "mesin": "", "gambar": {}}', '{"format": 1}', "[]"])
def test_a_damaged_memory_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    warc = tmp_path / "kab-a.warc.gz"
    memory_of(warc).write_text(text, encoding="utf-8")
    assert Memory(warc).get("abc") is None


def test_an_earlier_look_at_a_site_keeps_what_was_read_in_its_pictures(tmp_path: Path) -> None:
    now, then = tmp_path / "a.warc.gz", tmp_path / "a.20260101T000000Z.warc.gz"
    keep_beside(now, then)  # nothing was read
    assert not memory_of(then).exists()
    memory = Memory(now)
    memory.put("abc", Sight(Came.NOTHING), 0.2, "mesin 1")
    memory.save()
    keep_beside(now, then)
    assert Memory(then).get("abc") == Memory(now).get("abc") == Sight(Came.NOTHING)


# --- judging


def site(path: str, title: str, body: bytes, html: str = "") -> Snapshot:
    """A site with a page that shows a picture and next to nothing else."""
    nav = f'<nav><a href="/">Beranda</a><a href="{path}">{title}</a></nav>'
    picture = html or '<img src="/gambar/a.png" width="900" height="1200">'
    home = f"<title>Beranda</title>{nav}<main><p>Selamat datang di situs resmi {OFFICE}.</p></main>"
    page = f"<title>{title}</title>{nav}<main><h1>{title}</h1>{picture}</main>"
    file = replace(fetch("/gambar/a.png", body), role=FetchRole.PICTURE, media_type="image/png")
    return snapshot(fetch("/", home), fetch(path, page), file)


def judged(taken: Snapshot, warc: Path, rule_id: str, *said: str, body: bytes = b"") -> Finding:
    """A rule's finding; what the picture says stands in the memory, as if it had been read."""
    if said:
        memory = Memory(warc)
        lines = tuple(Line(line, 0.97) for line in said if line)
        memory.put(sha256(body).hexdigest(), Sight(Came.READ if lines else Came.NOTHING, lines), 0.5, "mesin 1")
        memory.save()
    findings = judge(taken, observe(taken), PACK, warc).findings
    return next(finding for finding in findings if finding.rule_id == rule_id)


def test_a_poster_is_quoted_as_read_in_a_picture_and_trusted_less(tmp_path: Path) -> None:
    body = png(900, 1200)
    taken = site("/maklumat", "Maklumat Pelayanan", body)
    found = judged(taken, tmp_path / "a.warc.gz", "ppid.maklumat", *MAKLUMAT, body=body)
    assert found.outcome is Outcome.COMPLETE and found.confidence is not Confidence.HIGH
    assert found.evidence[0].quote.startswith("(dibaca dari gambar)") and "sanggup" in found.evidence[0].quote
    assert "dibaca dari gambar" in found.note


def test_hours_that_only_a_poster_tells_are_found(tmp_path: Path) -> None:
    body = png(900, 1200, 1)
    taken = site("/jam-layanan", "Jam Layanan", body)
    said = ("JAM LAYANAN", "Senin - Kamis  07.30 - 16.00 WIB", "Jumat  07.30 - 16.30 WIB")
    unread = judged(taken, tmp_path / "a.warc.gz", "kontak.jam-layanan")
    read = judged(taken, tmp_path / "b.warc.gz", "kontak.jam-layanan", *said, body=body)
    assert unread.outcome is Outcome.MISSING and unread.confidence is Confidence.LOW
    assert "tidak dibaca" in unread.note
    assert read.outcome is Outcome.COMPLETE and read.confidence is Confidence.MEDIUM


def test_what_only_a_picture_says_counts_as_the_rule_gives_for_pictures(tmp_path: Path) -> None:
    body = png(900, 1200, 2)
    taken = site("/permohonan", "Tata Cara Permohonan Informasi", body)
    said = (
        "ALUR PERMOHONAN INFORMASI PUBLIK",
        "1. Pemohon mengisi formulir permohonan dan melampirkan fotokopi KTP",
        "2. Petugas PPID mencatat permohonan dan memberi nomor pendaftaran",
        "3. PPID menjawab permohonan paling lambat 10 hari kerja",
        "4. Pemohon menerima informasi yang diminta secara langsung atau melalui surel",
        "5. Pemohon dapat mengajukan keberatan kepada atasan PPID",
    )
    found = judged(taken, tmp_path / "a.warc.gz", "ppid.permohonan-tatacara", *said, body=body)
    assert found.outcome is Outcome.PARTIAL and "gambar" in found.note


def slides(body: bytes) -> Snapshot:
    """A site whose home page shows a large picture beside its greeting, and nothing of channels anywhere."""
    picture = '<img src="/gambar/a.png" width="1366" height="520" alt="Pelayanan 2">'
    home = f"<title>Beranda</title><main><div>{picture}</div><p>Selamat datang di situs resmi {OFFICE}.</p></main>"
    file = replace(fetch("/gambar/a.png", body), role=FetchRole.PICTURE, media_type="image/png")
    return snapshot(fetch("/", home), file)


def test_what_a_slide_of_the_home_page_says_below_the_offices_name_is_found(tmp_path: Path) -> None:
    body = png(1366, 520, 8)
    said = (
        "KANKEMENAG KABUPATEN PURBALINGGA",
        "WHISTLEBLOWING SYSTEM",
        "Laporkan dugaan pelanggaran oleh pejabat atau pegawai kantor kami kepada Tim Kepatuhan",
        "Kerahasiaan pelapor dijamin. WhatsApp 0812 0000 1111 atau kotak aduan di loket pelayanan",
    )
    found = judged(slides(body), tmp_path / "a.warc.gz", "saluran.wbs-gratifikasi", *said, body=body)
    assert found.outcome is Outcome.COMPLETE and found.confidence is not Confidence.HIGH
    assert found.evidence[0].quote.startswith("(dibaca dari gambar)")


def test_a_slide_that_nobody_read_leaves_the_absence_of_a_channel_open(tmp_path: Path) -> None:
    body = png(1366, 520, 9)
    unread = judged(slides(body), tmp_path / "a.warc.gz", "saluran.wbs-gratifikasi")
    assert unread.outcome is Outcome.MISSING and unread.confidence is Confidence.LOW and "tidak dibaca" in unread.note
    wordless = judged(slides(body), tmp_path / "b.warc.gz", "saluran.wbs-gratifikasi", "", body=body)
    assert wordless.outcome is Outcome.MISSING and "tidak dibaca" not in wordless.note


def test_a_picture_that_was_looked_at_and_says_nothing_is_no_content(tmp_path: Path) -> None:
    body = png(900, 1200, 3)
    taken = site("/visi-misi", "Visi dan Misi", body)
    unread = judged(taken, tmp_path / "a.warc.gz", "profil.visi-misi")
    wordless = judged(taken, tmp_path / "b.warc.gz", "profil.visi-misi", "", body=body)
    assert unread.outcome is Outcome.PARTIAL
    assert wordless.outcome is Outcome.MISSING and wordless.confidence is not Confidence.HIGH


def test_a_picture_called_what_it_should_be_counts_as_before_where_nothing_could_be_read(tmp_path: Path) -> None:
    body = png(900, 1200, 7)
    shown = '<img src="/gambar/a.png" width="900" height="1200" alt="Maklumat Pelayanan">'
    taken = site("/maklumat", "Maklumat Pelayanan", body, shown)
    plain = judged(taken, tmp_path / "a.warc.gz", "ppid.maklumat")
    wordless = judged(taken, tmp_path / "b.warc.gz", "ppid.maklumat", "", body=body)
    assert wordless == plain and plain.outcome is Outcome.COMPLETE


def test_a_poster_of_another_office_is_nobodys_content_here(tmp_path: Path) -> None:
    body = png(900, 1200, 4)
    taken = site("/maklumat", "Maklumat Pelayanan", body)
    said = ("MAKLUMAT PELAYANAN", "Kantor Kementerian Agama Kabupaten Banyumas", *MAKLUMAT[2:])
    found = judged(taken, tmp_path / "a.warc.gz", "ppid.maklumat", *said, body=body)
    assert found.outcome is Outcome.MISSING and "kantor lain" in found.note


def test_a_poster_that_is_not_the_offices_counts_nowhere_not_even_where_most_of_the_site_did_not_open(
    tmp_path: Path,
) -> None:
    body = png(900, 1200, 8)
    whole = site("/maklumat", "Maklumat Pelayanan", body)
    failed = [replace(fetch(f"/{n}", ""), status=FetchStatus.SERVER_ERROR, http_status=500) for n in range(6)]
    taken = replace(whole, fetches=(*whole.fetches, *failed))
    said = ("KEMENTERIAN PERTANIAN REPUBLIK INDONESIA", *MAKLUMAT[2:])
    found = judged(taken, tmp_path / "a.warc.gz", "ppid.maklumat", *said, body=body)
    assert found.outcome is Outcome.UNCHECKED


def test_what_is_written_needs_no_picture(tmp_path: Path) -> None:
    body = png(900, 1200, 5)
    text = "".join(f"<p>{line}</p>" for line in MAKLUMAT[1:])
    taken = site("/maklumat", "Maklumat Pelayanan", body, f'{text}<img src="/gambar/a.png" width="900">')
    plain = judged(taken, tmp_path / "a.warc.gz", "ppid.maklumat")
    other = judged(taken, tmp_path / "b.warc.gz", "ppid.maklumat", "Kabupaten Banyumas", "Tahun 2011", body=body)
    assert plain == other and plain.outcome is Outcome.COMPLETE and "gambar" not in plain.note


def test_a_scanned_file_tells_its_year_by_its_first_page(tmp_path: Path) -> None:
    scan = pdf("")
    nav = '<nav><a href="/">Beranda</a><a href="/lkjip">LKjIP</a></nav>'
    page = f'<title>LKjIP</title>{nav}<main><h1>LKjIP</h1><a href="/berkas/a.pdf">Unduh LKjIP</a></main>'
    file = replace(fetch("/berkas/a.pdf", scan), role=FetchRole.DOCUMENT, media_type="application/pdf")
    taken = snapshot(fetch("/", f"{nav}<main><p>{OFFICE}</p></main>"), fetch("/lkjip", page), file)
    observations = observe(taken)
    if not any(document.problem.value == "pindaian_tanpa_teks" for document in observations.documents):
        observations = replace(
            observations,
            documents=tuple(replace(d, problem=type(d.problem)("pindaian_tanpa_teks")) for d in observations.documents),
            targets={
                url: replace(t, document=replace(t.document, problem=type(t.document.problem)("pindaian_tanpa_teks")))
                if t.document is not None
                else t
                for url, t in observations.targets.items()
            },
        )
    memory = Memory(tmp_path / "a.warc.gz")
    said = ("LAPORAN KINERJA INSTANSI PEMERINTAH", "TAHUN 2019", OFFICE.upper())
    key = f"{sha256(scan).hexdigest()}/1"
    memory.put(key, Sight(Came.READ, tuple(Line(line, 0.97) for line in said)), 0.6, "mesin 1")
    memory.save()
    seen = judge(taken, observations, PACK, tmp_path / "a.warc.gz").observations
    assert seen.documents[0].years == (2019,) and seen.documents[0].pictured == 1


def test_with_the_engine_and_without_a_stored_round_is_judged_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    body = png(900, 1200, 6)
    taken = site("/maklumat", "Maklumat Pelayanan", body)
    warc = tmp_path / "a.warc.gz"
    judged(taken, warc, "ppid.maklumat", *MAKLUMAT, body=body)
    kept = memory_of(warc).read_bytes()

    def findings(look: bool) -> tuple[Finding, ...]:
        return judge(taken, observe(taken), PACK, warc, look=look).findings

    without = findings(look=False)
    monkeypatch.setattr("auditor.pictured.can_read", lambda: True)
    assert findings(look=True) == without
    assert memory_of(warc).read_bytes() == kept and json.loads(kept)["mesin"] == "mesin 1"


# --- the crawl brings them home


def test_pictures_that_must_speak_for_their_page_are_brought_home_and_the_templates_are_not() -> None:
    nav = "".join(f'<a href="/{name}">{label}</a>' for name, label in PAGES.items())

    def page(title: str, inner: str) -> Handler:
        logo = '<img src="/logo.png" width="400" height="400">'
        text = f"<html><title>{title}</title><nav>{nav}</nav><main>{logo}<h1>{title}</h1>{inner}</main></html>"
        return reply(text.encode(), type="text/html")

    words = "<p>" + "Kantor Kementerian Agama melayani masyarakat dengan sepenuh hati. " * 40 + "</p>"
    routes: dict[str, Handler] = {
        "/": page("Kantor Kementerian Agama", '<img src="/slide.png"><p>Kantor Kementerian Agama Kabupaten Uji.</p>'),
        "/maklumat": page("Maklumat Pelayanan", '<img src="/maklumat.png"><img src="/ikon.png" width="40">'),
        "/visi-misi": page("Visi dan Misi", words + '<img src="/hiasan.png" width="900">'),
        "/sejarah": page("Sejarah", '<img src="/hilang.png" width="900">'),
        **{f"/{name}.png": reply(png(900, 900), type="image/png") for name in ("slide", "maklumat", "hiasan", "logo")},
    }
    with FaultServer(routes) as server:
        _, archive = crawl(server.url, replace(SETTINGS, phrases=tuple(PAGES.values())))
    brought = {f.url.rpartition("/")[2]: f.status for f in archive.fetches if f.role is FetchRole.PICTURE}
    assert brought == {
        "slide.png": FetchStatus.OK,
        "maklumat.png": FetchStatus.OK,
        "hilang.png": FetchStatus.NOT_FOUND,
    }


PAGES = {"maklumat": "Maklumat Pelayanan", "visi-misi": "Visi dan Misi", "sejarah": "Sejarah"}
