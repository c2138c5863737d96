"""Makes docs/gambar/rekap.png again: audits the sample province and photographs its recap.

python docs/gambar/buat.py            needs the extra ``js`` and an Edge, Chrome or Chromium on the machine
"""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from auditor.crawl.browser import find_browser

PICTURE = Path(__file__).with_name("rekap.png")
WIDTH, HEIGHT = 1366, 900
MOST_BYTES = 200_000


def audit(folder: Path) -> Path:
    """The recap of a fresh audit of the sample province."""
    command = [sys.executable, "-m", "auditor", "demo", "--no-open", "--out", str(folder)]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
    return next(folder.glob("*/rekap.html"))


def photograph(page_file: Path, browser: Path) -> bytes:
    """The top of a page as a PNG."""
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=str(browser), args=["--no-sandbox"])
        page = chromium.new_page(viewport={"width": WIDTH, "height": HEIGHT}, color_scheme="light", locale="id-ID")
        page.goto(page_file.resolve().as_uri())
        picture = page.screenshot(type="png")
        chromium.close()
    return picture


def main() -> int:
    browser = find_browser()
    if browser is None:
        print("no Edge, Chrome or Chromium on this machine")
        return 1
    with tempfile.TemporaryDirectory() as folder:
        picture = photograph(audit(Path(folder)), browser)
    if len(picture) > MOST_BYTES:
        print(f"{len(picture)} bytes are too many for a picture in the README (at most {MOST_BYTES})")
        return 1
    PICTURE.write_bytes(picture)
    print(f"{PICTURE}: {len(picture)} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
