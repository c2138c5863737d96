"""The desk as an officer uses it: a quarter done in a real browser by a test that only clicks and types."""

from __future__ import annotations

import csv
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from filelock import FileLock

from auditor.desk import home, open_desk, place, running
from auditor.desk.place import Place
from auditor.desk.server import LOCK
from auditor.desk.sitelist import ROWS
from auditor.inputs.followup import read_followup
from auditor.quarters import this_quarter
from tests.loopback import Province
from tests.test_desk_scale import PROVINCES, country, listing
from tests.test_report_browser import ARGS, CHECKS, CHROMIUM, SCREENS, violations

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(CHROMIUM is None, reason="Chromium tidak ada di komputer ini: meja TIDAK diuji di peramban"),
]
OPTIONS = ("--delay", "0", "--browser", "never", "--allow-private", "--max-pages", "15", "--max-documents", "4")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as p:
        made = p.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield made
        made.close()


@pytest.fixture(scope="module")
def offices() -> Iterator[Province]:
    with Province(3) as province:
        yield province


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("meja kerja é")


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The link into a desk on the folder; the last click of a test closes it."""
    told: list[str] = []
    opened = threading.Event()

    def tell(address: str) -> None:
        told.append(address)
        opened.set()

    with FileLock(folder / LOCK).acquire(timeout=120):
        pass  # the desk of the test before is gone
    where = Place(folder / "sites.csv", folder / "hasil", OPTIONS)
    serving = threading.Thread(target=open_desk, args=(where, tell), daemon=True)
    serving.start()
    assert opened.wait(30)
    yield told[0]
    serving.join(30)


@pytest.fixture(scope="module")
def entry(folder: Path) -> Iterator[str]:
    with served(folder) as link:
        yield link


@pytest.fixture(scope="module")
def page(browser: Any, entry: str) -> Iterator[Any]:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    made = context.new_page()
    made.set_default_timeout(60_000)
    made.goto(entry)
    yield made
    context.close()


def follow(link: Any) -> None:
    """The page a link leads to stands there whole: a click alone comes back while the old page is still shown."""
    with link.page.expect_navigation():
        link.click()


def look(page: Any) -> None:
    """The screen that stands open is sound in light and dark, wide and on a phone, and says nothing to the console."""
    for scheme, screen in (("light", "layar"), ("dark", "ponsel")):
        width, height = SCREENS[screen]
        page.emulate_media(color_scheme=scheme)
        page.set_viewport_size({"width": width, "height": height})
        assert violations(page) == [], (page.url, scheme, screen)
        assert page.evaluate("document.documentElement.scrollWidth") <= width, (page.url, screen)
        checks = f"(() => {{ const checks = {CHECKS.strip().rstrip(';')}; return checks.contrast(); }})()"
        assert page.evaluate(checks) == [], (page.url, scheme)
    page.emulate_media(color_scheme="light")
    page.set_viewport_size({"width": 1366, "height": 768})


def written_list(path: Path, province: Province) -> None:
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        sheet = csv.writer(file, delimiter=";")
        sheet.writerow(("Nama", "URL", "Provinsi", "Wilayah"))
        for n, site in enumerate(province.sites):
            address = site.url if n else "bukan alamat"
            sheet.writerow((site.name, address, site.province, site.area))


def the_first_quarter(page: Any, folder: Path, offices: Province, tmp_path: Path) -> None:
    heard: list[str] = []
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.get_by_role("heading", name="Isi daftar situs").wait_for()
    look(page)

    follow(page.get_by_role("link", name="Buka daftar situs"))
    written_list(tmp_path / "daftar kantor.csv", offices)
    page.set_input_files("input[type=file]", tmp_path / "daftar kantor.csv")
    page.get_by_role("button", name="Unggah dan periksa").click()
    page.get_by_text("Perbaiki dahulu baris yang ditandai").wait_for()
    look(page)
    follow(page.get_by_role("link", name=offices.sites[0].name))
    look(page)
    page.get_by_label("Alamat situs").fill(offices.sites[0].url)
    page.get_by_role("button", name="Simpan").click()
    page.get_by_role("button", name="Pakai daftar ini").click()
    page.get_by_role("heading", name="3 kantor").wait_for()
    assert (folder / "sites.csv").is_file()
    look(page)

    follow(page.get_by_role("link", name="Jalankan"))
    look(page)
    page.get_by_role("button", name="Mulai").click()
    page.get_by_text("Selesai.", exact=True).wait_for()
    assert page.locator("#baris tbody tr").count() == 3
    look(page)

    follow(page.get_by_role("link", name="Kantor", exact=True))
    look(page)
    follow(page.get_by_role("link", name=offices.sites[0].name))
    look(page)
    follow(page.locator("#h-baik ~ ul a").first)
    frame = page.frame_locator("iframe")
    frame.get_by_text("Salinan tersimpan").first.wait_for()
    look(page)

    follow(page.get_by_role("link", name=offices.sites[0].name))
    follow(page.locator("#h-lengkapi ~ ul a").first)
    page.get_by_text("Catat sanggahan kantor").click()
    look(page)
    form = page.locator("form[action*='/sanggah']")
    form.get_by_label("Alasan").fill("Sudah ada di menu PPID")
    form.get_by_role("button").click()
    page.locator("[aria-invalid=true]").wait_for()  # who files it is missing
    form.get_by_label("Diajukan oleh").fill("Humas Cilacap")
    form.get_by_role("button").click()
    page.get_by_text("Tercatat di koreksi.csv").wait_for()
    look(page)
    form = page.locator("form[action*='/putus']")
    form.get_by_label("Alasan").fill("Dilihat bersama, benar ada")
    form.get_by_label("Diputuskan oleh").fill("Siti Aminah")
    form.get_by_role("button").click()
    page.get_by_role("button", name="Nilai ulang dan susun laporan").click()
    page.get_by_text("Selesai.", exact=True).wait_for()
    follow(page.get_by_role("link", name="Kantor", exact=True))
    follow(page.get_by_role("link", name=offices.sites[0].name))
    page.get_by_text("koreksi", exact=False).first.wait_for()
    asked = len(offices.requests()[offices.sites[0].id])
    page.get_by_role("button", name="Periksa ulang kantor ini").click()
    page.get_by_text("Selesai.", exact=True).wait_for()
    assert len(offices.requests()[offices.sites[0].id]) > asked

    follow(page.get_by_role("link", name="Tinjau"))
    look(page)
    page.get_by_role("button", name="Ada", exact=True).click()  # the browser asks for the name first
    assert not (folder / "tinjauan.csv").exists()
    page.get_by_label("Ditinjau oleh").fill("Siti Aminah")
    page.get_by_role("button", name="Ada", exact=True).click()
    page.get_by_text("1 temuan sudah ditinjau").wait_for()
    page.locator("h1").click()
    page.keyboard.press("3")
    page.get_by_text("2 temuan sudah ditinjau").wait_for()
    look(page)
    page.get_by_role("button", name="Urungkan jawaban terakhir").click()
    page.get_by_text("1 temuan sudah ditinjau").wait_for()

    follow(page.get_by_role("link", name="Rakor"))
    look(page)
    follow(page.get_by_role("link", name=offices.sites[0].area))
    look(page)
    follow(page.get_by_role("link", name="Tampilan proyektor"))
    look(page)
    page.keyboard.press("ArrowRight")
    page.get_by_role("heading", name="Kendala dan tindak lanjut").wait_for()
    look(page)
    notes = page.locator("form#r-situs")
    notes.get_by_label("Kendala").fill("SDM: admin situs pindah tugas")
    notes.get_by_label("Rencana tindak lanjut").fill("tunjuk admin baru")
    notes.get_by_text("Tersimpan pukul").wait_for()
    page.locator("form[data-belum]").wait_for(state="detached")
    kept = read_followup(folder / "tindak-lanjut.csv")
    assert [(e.cells["kendala"], e.cells["tindakan"]) for e in kept] == [
        ("SDM: admin situs pindah tugas", "tunjuk admin baru")
    ]
    follow(page.get_by_role("link", name="Tampilan biasa"))
    follow(page.locator(".remah a"))
    page.get_by_role("button", name="Buat paket rakor").click()
    page.get_by_text("Selesai.", exact=True).wait_for()

    follow(page.get_by_role("link", name="Bagikan"))
    page.get_by_role("heading", name="Laporan sudah disusun").wait_for()
    look(page)
    page.get_by_role("link", name=re.compile(r"^paket-rakor-")).wait_for()
    page.get_by_label("Untuk", exact=True).select_option(label=offices.sites[0].name)
    page.get_by_role("button", name="Tampilkan teks").click()
    assert offices.sites[0].name in page.get_by_label("Isi pesan").input_value()
    assert str(page.get_by_role("link", name="Buka WhatsApp").get_attribute("href")).startswith("https://wa.me/?text=")
    with page.expect_download() as download:
        page.get_by_role("link", name=re.compile(r"^rekap\.xlsx$")).click()
    assert Path(download.value.path()).read_bytes()[:2] == b"PK"

    follow(page.get_by_role("link", name="Beranda"))
    page.get_by_role("heading", name="Lihat hasilnya").wait_for()
    look(page)
    page.get_by_role("button", name="Tutup meja").click()
    page.get_by_role("heading", name="Meja sudah ditutup").wait_for()
    assert heard == []
    assert (folder / "hasil" / this_quarter() / "rekap.html").is_file()


def the_next_quarter(browser: Any, folder: Path, offices: Province, monkeypatch: pytest.MonkeyPatch) -> None:
    for module in (home, place, running):
        monkeypatch.setattr(module, "this_quarter", lambda: "2999-T1")
    with served(folder) as entry:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(entry)
        page.get_by_role("heading", name="Mulai pemeriksaan triwulan ini").wait_for()
        page.get_by_role("link", name=this_quarter()).wait_for()
        follow(page.get_by_role("link", name="Jalankan", exact=True))
        page.get_by_role("button", name="Mulai").click()
        page.locator("#kerja").wait_for()
        page.close()  # the audit goes on without its tab
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.goto(entry.split("/masuk")[0] + "/jalankan")
        page.get_by_text("Selesai.", exact=True).wait_for()
        follow(page.get_by_role("link", name="Beranda", exact=True))
        page.get_by_role("img", name="Skor dari putaran ke putaran").wait_for()
        look(page)
        follow(page.get_by_role("link", name="Rakor", exact=True))
        follow(page.get_by_role("link", name=offices.sites[0].area))
        page.get_by_text("tunjuk admin baru").first.wait_for()
        follow(page.get_by_role("link", name="Beranda", exact=True))
        page.get_by_role("button", name="Tutup meja").click()
        page.get_by_role("heading", name="Meja sudah ditutup").wait_for()
        context.close()


def test_a_quarter_is_done_by_clicking_and_the_next_begins_where_it_ended(
    browser: Any, page: Any, folder: Path, offices: Province, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    the_first_quarter(page, folder, offices, tmp_path)
    the_next_quarter(browser, folder, offices, monkeypatch)


def test_the_screens_of_a_large_round_and_of_a_long_list_are_sound(
    browser: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("auditor.report.figures.ONE_PAGE", 6)
    monkeypatch.setattr("auditor.store.history.FEW", 6)
    cards = country(tmp_path / "hasil")
    listing(tmp_path, 2 * ROWS + 5, faulty=3)
    with served(tmp_path) as entry:
        context = browser.new_context(viewport={"width": 1366, "height": 768})
        page = context.new_page()
        page.goto(entry)
        base = entry.split("/masuk")[0]
        for path in ("/kantor", "/tinjau", "/rakor", "/bagikan"):
            page.goto(base + path)
            look(page)
        page.goto(base + "/kantor")
        follow(page.get_by_role("link", name=PROVINCES[1]))
        look(page)
        follow(page.get_by_role("link", name=cards[1].site.name))
        follow(page.get_by_role("link", name="Daftar situs"))
        look(page)
        follow(page.get_by_role("link", name="Halaman berikutnya"))
        page.get_by_text("Halaman 2 dari 3").wait_for()
        page.get_by_label("Cari kantor").fill("Ke-17")
        page.get_by_role("button", name="Cari").click()
        page.get_by_text("11 kantor cocok").wait_for()
        look(page)
        follow(page.get_by_role("link", name="Beranda", exact=True))
        page.get_by_role("button", name="Tutup meja").click()
        page.get_by_role("heading", name="Meja sudah ditutup").wait_for()
        context.close()
