"""Makes the guide's pictures of the desk again: audits the sample province and photographs the desk's screens.

python docs/gambar/meja.py [FOLDER]      needs the extra ``js`` and an Edge, Chrome or Chromium on the machine

Without FOLDER the pictures in docs/gambar are replaced, as large as the guide shows them. With it every screen is
photographed there wide and on a phone, in light and dark, to be looked at.
"""

from __future__ import annotations

import io
import re
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import sync_playwright

from auditor.crawl.browser import find_browser
from auditor.demo import DemoProvince
from auditor.desk import open_desk
from auditor.desk.place import Place
from auditor.desk.tablefile import written
from auditor.inputs.sites import COLUMNS
from auditor.quarters import this_quarter
from auditor.store import Store

HERE = Path(__file__).parent
WIDE, PHONE = (1366, 768), (390, 844)
MOST_BYTES = 800_000  # all pictures of the guide together
QUALITY = 60

#: name -> the address of a screen; {kantor} and {wilayah} are filled in
SCREENS = {
    "beranda": "/",
    "daftar": "/daftar",
    "baris": "/daftar/2",
    "jalankan": "/jalankan",
    "kantor": "/kantor",
    "kartu": "/kantor/{kantor}",
    "temuan": "/kantor/{kantor}/{indikator}",
    "tinjau": "/tinjau",
    "rakor": "/rakor",
    "rakor-wilayah": "/rakor/wilayah?wilayah={wilayah}",
    "rakor-kantor": "/rakor/kantor/{kantor}",
    "rakor-proyektor": "/rakor/kantor/{kantor}?layar=besar",
    "bagikan": "/bagikan",
}
GUIDE = ("beranda", "daftar", "jalankan", "kantor", "temuan", "tinjau", "rakor-kantor", "bagikan")


def listed(folder: Path, province: DemoProvince) -> None:
    """Writes the list of the sample's offices."""
    rows = [
        {
            "id": site.id,
            "nama": site.name,
            "jenis": site.kind.value,
            "provinsi": site.province,
            "wilayah": site.area,
            "url": site.url,
        }
        for site in province.sites
    ]
    written(folder / "sites.csv", COLUMNS, [{**dict.fromkeys(COLUMNS, ""), **row} for row in rows])


def about(folder: Path) -> dict[str, str]:
    """An office of the sample that could be rated, its wilayah, and a finding of it with a stored page."""
    with Store.open(folder / "hasil") as store:
        cards = store.cards(this_quarter())
    plain = (c for c in cards if c.rankable and c.site.area and not c.red_flags)
    middle = sorted(plain, key=lambda c: c.score or 0)
    shown = middle[len(middle) // 2]
    proven = next(f for f in shown.findings if f.weight > 0 and f.evidence and f.evidence[0].record_id)
    return {"kantor": shown.site.id, "indikator": proven.rule_id, "wilayah": quote(shown.site.area)}


@contextmanager
def serving(folder: Path) -> Iterator[str]:
    """The link that lets into a desk on the folder."""
    told: list[str] = []
    opened = threading.Event()

    def tell(address: str) -> None:
        told.append(address)
        opened.set()

    options = ("--delay", "0", "--browser", "never", "--allow-private")
    place = Place(folder / "sites.csv", folder / "hasil", options)
    threading.Thread(target=open_desk, args=(place, tell), daemon=True).start()
    opened.wait(60)
    yield told[0]


def photographed(page: Any, base: str, path: str, scheme: str, size: tuple[int, int]) -> bytes:
    """A screen as a PNG, as it stands open: what fits on the screen."""
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": size[0], "height": size[1]})
    page.goto(base + path)
    page.wait_for_load_state("networkidle")
    picture: bytes = page.screenshot(type="png")
    return picture


def small(picture: bytes) -> bytes:
    """The picture as WebP, half as wide as the screen was."""
    out = io.BytesIO()
    with Image.open(io.BytesIO(picture)) as image:
        image.convert("RGB").save(out, "WEBP", quality=QUALITY, method=6)
    return out.getvalue()


def audited(page: Any, base: str) -> bytes:
    """Audits the sample by clicking; a picture of the rows in the middle of it."""
    page.set_viewport_size({"width": WIDE[0], "height": WIDE[1]})
    page.goto(base + "/jalankan")
    page.get_by_role("button", name="Mulai").click()
    page.locator("#kemajuan", has_text=re.compile(r"^[4-9] dari")).wait_for(timeout=300_000)
    picture: bytes = page.screenshot(type="png")
    page.get_by_text("Selesai.", exact=True).wait_for(timeout=600_000)
    return picture


def typed(page: Any, address: str) -> None:
    """Types what is said of an office at a rakor."""
    page.goto(address)
    row = page.locator("form#r-situs")
    row.get_by_label("Kendala").fill("SDM: admin situs pindah tugas")
    row.get_by_label("Rencana tindak lanjut").fill("Tunjuk dua admin dan latih")
    row.get_by_label("Penanggung jawab").fill("Kasubbag TU")
    row.get_by_label("Tenggat").press("Tab")
    row.get_by_text("Tersimpan pukul").wait_for()


def main() -> int:
    browser = find_browser()
    if browser is None:
        print("no Edge, Chrome or Chromium on this machine")
        return 1
    look = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    pictures: dict[str, bytes] = {}
    with (
        tempfile.TemporaryDirectory() as temporary,
        DemoProvince(datetime.now(UTC)) as province,
        sync_playwright() as playwright,
    ):
        folder = Path(temporary)
        listed(folder, province)
        with serving(folder) as entry:
            chromium = playwright.chromium.launch(executable_path=str(browser), args=["--no-sandbox"])
            page = chromium.new_page(locale="id-ID")
            page.goto(entry)
            base = entry.split("/masuk")[0]
            pictures["jalankan"] = audited(page, base)
            filled = about(folder)
            typed(page, base + SCREENS["rakor-kantor"].format(**filled))
            for name, path in SCREENS.items():
                for size, kind in ((WIDE, "layar"), (PHONE, "ponsel")):
                    for scheme in ("light", "dark") if look is not None else ("light",):
                        picture = photographed(page, base, path.format(**filled), scheme, size)
                        if look is not None:
                            (look / f"{name}-{kind}-{scheme}.png").write_bytes(picture)
                        elif kind == "layar":
                            pictures.setdefault(name, picture)
            page.goto(base)
            page.get_by_role("button", name="Tutup meja").click()
            chromium.close()
    if look is not None:
        (look / "jalankan-kerja.png").write_bytes(pictures["jalankan"])
        return 0
    total = 0
    for name in GUIDE:
        data = small(pictures[name])
        (HERE / f"meja-{name}.webp").write_bytes(data)
        total += len(data)
    print(f"{total} bytes")
    return int(total > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
