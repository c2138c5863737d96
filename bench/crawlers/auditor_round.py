"""The auditor's whole round without browser, files and reports: crawl, archive, read, all rules. Stdin: addresses.

``auditor_round.py [DELAY [ENGINE [PAGES]]]``: seconds between two requests of a host, 0 without.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

if __name__ == "__main__":  # the processes it starts import no command, as those of the command line do not
    from auditor.model import CrawlSettings, OfficeKind, Site
    from auditor.resources import shipped
    from auditor.round import run_round
    from auditor.rules.loader import load

    delay, engine, pages = [*sys.argv[1:], *("0", "proses", "60")[len(sys.argv) - 1 :]]
    starts = sys.stdin.read().split()
    sites = [
        Site(f"kantor-{n:03d}", f"Kankemenag Kabupaten {n}", OfficeKind.KABUPATEN, start, "Jawa Tengah")
        for n, start in enumerate(starts)
    ]
    settings = CrawlSettings(
        "auditor",
        delay=float(delay),
        max_pages=int(pages),
        browser="never",
        allow_private=True,
        max_documents=0,
    )
    with tempfile.TemporaryDirectory() as folder:
        cards = run_round(sites, "2026-T4", Path(folder), load(shipped("rules") / "kip"), settings, engine_name=engine)
        print(len(cards))
