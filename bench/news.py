"""News readers: accuracy on the labelled sets, CPU per article, and requests per site. ``python bench/news.py``

Prints one line per figure with what it must hold, and ends with exit code 1 where one does not hold.
"""

from __future__ import annotations

import csv
import sys
import time
from datetime import UTC, date, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


from auditor.data import table  # noqa: E402
from auditor.language.dates import parse_date  # noqa: E402
from auditor.model import Fetch, FetchRole, FetchStatus, OfficeKind, Site  # noqa: E402
from auditor.read.news.articles import read_article  # noqa: E402
from auditor.read.news.lists import read_list  # noqa: E402
from auditor.read.news.sources import MAX_ADDRESSES, news_addresses  # noqa: E402
from auditor.read.page.html import parse  # noqa: E402
from tests.news_pages import HOST, PAGES, TODAY, Labelled  # noqa: E402

SITE = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOST)
AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
FAILED: list[str] = []


def show(what: str, figure: str, limit: str, holds: bool) -> None:
    print(f"{'ok ' if holds else 'NO '} {what:<58} {figure:>12}   (hold {limit})")
    if not holds:
        FAILED.append(what)


def strings() -> None:
    rows = list(csv.DictReader((ROOT / "tests/data/dates.csv").read_text(encoding="utf-8").splitlines(keepends=True)))
    right = false = undated = 0
    for row in rows:
        found = parse_date(row["teks"], date.fromisoformat(row["hari_audit"]), future=bool(row["boleh_masa_depan"]))
        truth = date.fromisoformat(row["tanggal"]) if row["tanggal"] else None
        right += (found.value if found else None) == truth
        undated += truth is None
        false += truth is None and found is not None
    show(f"date strings read right, of {len(rows)}", f"{right / len(rows):.3f}", ">= 0.97", right / len(rows) >= 0.97)
    show(f"dates in the {undated} strings without one", str(false), "0", false == 0)


def read(page: Labelled) -> dict[str, date | None]:
    if page.kind == "article":
        found = read_article(parse(page.html, page.url), page.url, TODAY).date
        return {"": found.value if found else None}
    fetch = Fetch(
        page.url, FetchRole.PAGE, FetchStatus.OK, AT, page.url, body=page.html.encode(), media_type="text/html"
    )
    reading = read_list(fetch, parse(page.html, page.url), None, SITE, TODAY)
    return {s.title: s.date.value if s.date else None for s in reading.sightings if s.url.startswith(HOST)}


def pages() -> None:
    right = total = false = of_today = 0
    for page in PAGES:
        got = read(page)
        of_today += TODAY in got.values()
        for title, truth in page.dates.items():
            total += 1
            right += got.get(title, date.max) == truth
            false += truth is None and got.get(title) is not None
    structures, traps = len({p.structure for p in PAGES}), sum(p.trap for p in PAGES)
    name = f"dates on {len(PAGES)} pages ({structures} structures, {traps} traps) right"
    show(name, f"{right / total:.3f}", ">= 0.97", right / total >= 0.97)
    show("dates on pages without one", str(false), "0", false == 0)
    show('pages dated "today" by a widget', str(of_today), "0", of_today == 0)


def cost() -> None:
    # Pages as heavy as a real theme's: head, menus and sidebar make 60 to 80 kB around the article.
    ballast = "".join(
        f'<li class="menu-item menu-item-{i}"><a href="/menu-{i}">Menu nomor {i}</a></li>' for i in range(700)
    )
    bodies = [
        (p.html.replace("<body", f"<body><nav><ul>{ballast}</ul></nav><div ", 1).encode(), p.url)
        for p in PAGES
        if p.kind == "article"
    ]
    read = [(parse(body, url), url) for body, url in bodies]
    rounds = []
    for _ in range(7):  # the best of several: other programs on the machine only ever add
        begin = time.process_time()
        for page, url in read:
            read_article(page, url, TODAY)
        rounds.append(time.process_time() - begin)
    each = min(rounds) / len(bodies) * 1000
    size = sum(len(body) for body, _ in bodies) // len(bodies) // 1000
    show(f"CPU per article on a page of {size} kB that was read, milliseconds", f"{each:.2f}", "<= 2", each <= 2)


def requests() -> None:
    sample, following = int(table("crawl")["focus"]["article_sample"]), 2
    wordpress = len(news_addresses(parse('<link rel="https://api.w.org/" href="/wp-json/">', HOST), HOST)) + 1
    other = len(news_addresses(parse("<p>", HOST), HOST)) + 1 + following
    most = max(wordpress, other) + sample
    show("requests for the news of a site, at most", str(most), "<= 15", most <= 15 and MAX_ADDRESSES <= 6)


if __name__ == "__main__":
    for part in (strings, pages, cost, requests):
        part()
    sys.exit(1 if FAILED else 0)
