"""Makes the guide's pictures of the desk again: audits the sample province and photographs the desk's screens.

python docs/gambar/meja.py [FOLDER]      needs the extra ``js`` and an Edge, Chrome or Chromium on the machine

Without FOLDER the pictures in docs/gambar are replaced, as large as the guide shows them. With it every screen is
photographed there wide and on a phone, in light and dark, to be looked at.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from PIL import Image
from playwright.sync_api import sync_playwright

from auditor.crawl.browser import find_browser
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


def audited(folder: Path) -> None:
    """The sample province audited, and its list of offices."""
    out = folder / "hasil"
    command = [sys.executable, "-m", "auditor", "demo", "--no-open", "--round", this_quarter(), "--out", str(out)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def listed(folder: Path) -> dict[str, str]:
    """An office of the sample, its wilayah and one of its findings with a stored page; writes the list of offices."""
    with Store.open(folder / "hasil") as store:
        cards = store.cards(this_quarter())
    rows = [
        {
            "id": c.site.id,
            "nama": c.site.name,
            "jenis": c.site.kind.value,
            "provinsi": c.site.province,
            "wilayah": c.site.area,
            "url": c.site.url,
        }
        for c in cards
    ]
    written(folder / "sites.csv", COLUMNS, [{**dict.fromkeys(COLUMNS, ""), **row} for row in rows])
    shown = next(c for c in cards if c.rankable and c.site.area)
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

    place = Place(folder / "sites.csv", folder / "hasil")
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


def main() -> int:
    browser = find_browser()
    if browser is None:
        print("no Edge, Chrome or Chromium on this machine")
        return 1
    look = Path(sys.argv[1]) if len(sys.argv) > 1 else None
    kept = Path(sys.argv[2]) if len(sys.argv) > 2 else None  # a folder that was audited before
    with tempfile.TemporaryDirectory() as temporary:
        folder = kept or Path(temporary)
        if kept is None:
            audited(folder)
        about = listed(folder)
        total = 0
        with serving(folder) as entry, sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=str(browser), args=["--no-sandbox"])
            page = chromium.new_page(locale="id-ID")
            page.goto(entry)
            base = entry.split("/masuk")[0]
            for name, path in SCREENS.items():
                if look is None and name not in GUIDE:
                    continue
                where = path.format(**about)
                if look is None:
                    picture = small(photographed(page, base, where, "light", WIDE))
                    (HERE / f"meja-{name}.webp").write_bytes(picture)
                    total += len(picture)
                    continue
                for size, kind in ((WIDE, "layar"), (PHONE, "ponsel")):
                    for scheme in ("light", "dark"):
                        picture = photographed(page, base, where, scheme, size)
                        (look / f"{name}-{kind}-{scheme}.png").write_bytes(picture)
            chromium.close()
    print(f"{total} bytes")
    return int(total > MOST_BYTES)


if __name__ == "__main__":
    sys.exit(main())
