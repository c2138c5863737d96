"""A real WordPress, filled, served on loopback, crawled and read: does the audit find what was put in?

``make test-cms`` (or ``python tests/cms/run.py`` after ``setup.sh``). Private database and server in a temporary
folder, both stopped at the end. Prints one line per variant of permalinks, REST and feeds; exit code 1 where the
audit and the truth differ.
"""

from __future__ import annotations

import asyncio
import json
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.request import urlopen

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1]), str(HERE.parent), str(HERE)]

from content import CATEGORIES, NAME, Truth, made, pages  # noqa: E402

from auditor.crawl.crawler import crawl_site  # noqa: E402
from auditor.days import WIB  # noqa: E402
from auditor.language.streams import Stream, stream_of_address  # noqa: E402
from auditor.model import CrawlSettings, Fetch, FetchRole, FetchStatus, OfficeKind, Site, Snapshot  # noqa: E402
from auditor.newsfigures import summarise  # noqa: E402
from auditor.observations import Observations  # noqa: E402
from auditor.read.observe import observe  # noqa: E402
from auditor.snapshot import SnapshotWriter, read_snapshot  # noqa: E402
from auditor.web.articles import looks_like_article  # noqa: E402
from tests.made_files import pdf  # noqa: E402

WORDPRESS = Path("/usr/share/wordpress")
MARK = "Capaian kinerja Kankemenag Purbalingga"


@dataclass(frozen=True, slots=True)
class Variant:
    name: str
    permalink: str
    rest: bool
    feeds: bool


VARIANTS = (
    Variant("tanggal, REST, umpan", "/%year%/%monthnum%/%day%/%postname%/", True, True),
    Variant("/berita/, tanpa REST", "/berita/%postname%/", False, True),
    Variant("?p=, REST, umpan", "", True, True),
    Variant("slug, tanpa REST dan umpan", "/%postname%/", False, False),
    Variant("?p=, tanpa REST dan umpan", "", False, False),
    Variant("bersarang, REST, tanpa umpan", "/informasi-penting/berita/%postname%/", True, False),
)


def run(*command: str | Path) -> None:
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, timeout=180, check=False)
    if done.returncode:
        raise SystemExit(f"{command[0]} gagal:\n{done.stdout}\n{done.stderr}")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@contextmanager
def database(folder: Path) -> Iterator[Path]:
    """A private MariaDB on a socket, without network; yields the socket's path."""
    data, sock = folder / "db", folder / "db.sock"
    run(
        "mariadb-install-db",
        "--no-defaults",
        f"--datadir={data}",
        "--auth-root-authentication-method=normal",
        "--user=root",
    )
    server = subprocess.Popen(
        ["mariadbd", "--no-defaults", f"--datadir={data}", f"--socket={sock}", "--skip-networking", "--user=root",
         f"--pid-file={folder / 'db.pid'}", "--innodb-buffer-pool-size=64M"],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(120):
            if sock.exists():
                break
            time.sleep(0.25)
        run("mariadb", "--no-defaults", f"--socket={sock}", "-uroot", "-e", "CREATE DATABASE wp CHARACTER SET utf8mb4")
        yield sock
    finally:
        server.terminate()
        server.wait(30)


@contextmanager
def served(docroot: Path, port: int) -> Iterator[None]:
    """WordPress behind PHP's own server on loopback."""
    server = subprocess.Popen(
        ["php", "-d", "memory_limit=256M", "-S", f"127.0.0.1:{port}", "-t", str(docroot), str(HERE / "router.php")],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    try:
        for _ in range(80):
            try:
                with urlopen(f"http://127.0.0.1:{port}/readme.html", timeout=5):
                    break
            except OSError:
                time.sleep(0.25)
        yield
    finally:
        server.terminate()
        server.wait(10)


def install(folder: Path, sock: Path, host: str, today: date) -> tuple[Path, Truth]:
    """A copy of Debian's WordPress, installed in Indonesian and filled; its folder, and the truth."""
    docroot = folder / "situs"
    shutil.copytree(WORDPRESS, docroot, ignore=shutil.ignore_patterns("wp-config.php"), ignore_dangling_symlinks=True)
    shutil.rmtree(docroot / "wp-content" / "uploads", ignore_errors=True)
    (docroot / "wp-content" / "uploads").mkdir(parents=True)
    plugins = docroot / "wp-content" / "mu-plugins"
    plugins.mkdir(exist_ok=True)
    shutil.copy(HERE / "switches.php", plugins)
    settings = {"DB_NAME": "wp", "DB_USER": "root", "DB_PASSWORD": "", "DB_HOST": f"localhost:{sock}"}
    settings |= {
        "WP_HOME": f"http://{host}",
        "WP_SITEURL": f"http://{host}",
        "WP_CONTENT_DIR": str(docroot / "wp-content"),
    }
    lines = [f"define({name!r}, {value!r});" for name, value in settings.items()]
    lines += [
        "define('DISABLE_WP_CRON', true);",
        "define('WP_HTTP_BLOCK_EXTERNAL', true);",
        "define('WP_DEBUG', false);",
    ]
    lines += ["$table_prefix = 'wp_';", "require ABSPATH . 'wp-settings.php';"]
    head = "<?php\nif (!defined('ABSPATH')) define('ABSPATH', __DIR__ . '/');\n"
    (docroot / "wp-config.php").write_text(head + "\n".join(lines) + "\n", encoding="utf-8")
    report = folder / "laporan.pdf"
    report.write_bytes(pdf(f"LAPORAN KINERJA INSTANSI PEMERINTAH {today.year - 1}. {MARK}.", title="Laporan Kinerja"))
    posts, truth = made(today)
    manifest = {"host": host, "name": NAME, "categories": CATEGORIES, "posts": posts, "pages": pages(str(report))}
    (folder / "isi.json").write_text(json.dumps(manifest), encoding="utf-8")
    run("php", HERE / "fill.php", docroot, folder / "isi.json")
    return docroot, truth


def crawl(folder: Path, site: Site, number: int) -> Snapshot:
    settings = CrawlSettings(
        "KIPAuditor/uji",
        delay=0.0,
        max_pages=40,
        allow_private=True,
        browser="never",
        phrases=("Visi dan Misi", "PPID", "Laporan Kinerja"),
    )
    path = folder / f"{number}.warc.gz"
    writer = SnapshotWriter(path, site, settings, "uji")
    begin = datetime.now(UTC)
    status = asyncio.run(crawl_site(site, settings, writer))
    writer.finish(status, begin, datetime.now(UTC))
    return read_snapshot(path)


def requests_for_news(snapshot: Snapshot, seen: Observations) -> int:
    """Requests that the news cost: feeds, APIs and sitemaps, lists of news, and articles."""
    items = {item.url for item in (*seen.news.items, *seen.news.announcements)}

    def counts(fetch: Fetch) -> bool:
        if fetch.role is FetchRole.SITEMAP:  # that of the pages serves the rest of the audit
            return "posts-post" in fetch.url
        if fetch.role in (FetchRole.API, FetchRole.FEED):
            return True
        article = fetch.final_url in items or looks_like_article(fetch.url, fetch.label)
        return fetch.role is FetchRole.PAGE and (article or stream_of_address(fetch.url) is Stream.NEWS)

    return sum(counts(fetch) for fetch in snapshot.fetches)


def faults(seen: Observations, truth: Truth, snapshot: Snapshot) -> list[str]:
    """What the audit got wrong, in words; [] when it agrees with the truth."""
    news, today, found = seen.news, seen.today, []
    summary = summarise(news, today)
    if not news.established:
        return ["tanggal berita tidak dapat dipastikan"]
    if summary.latest != max(truth.news.values()):
        found.append(f"berita terbaru {summary.latest}, seharusnya {max(truth.news.values())}")
    days = {item.title: item.date.value for item in news.items if item.date is not None}
    everything = truth.news | truth.announcements
    wrong = [title for title, day in days.items() if everything.get(title) != day]
    if len(wrong) > 0.03 * len(days):
        found.append(f"{len(wrong)} dari {len(days)} tanggal keliru, misalnya {wrong[0]}: {days[wrong[0]]}")
    shown = {item.title for item in (*news.items, *news.announcements)}
    if shown & truth.hidden:
        found.append("berita yang belum terbit ikut terbaca")
    if len(news.items) != len({item.title for item in news.items}):
        found.append("salinan dihitung ganda")
    if news.since is not None and (today - news.since).days >= 30:
        if summary.last_30_days != truth.within(today, 30):
            found.append(f"{summary.last_30_days} berita dalam 30 hari, seharusnya {truth.within(today, 30)}")
    elif (summary.last_30_days or 0) > truth.within(today, 30):
        found.append("lebih banyak berita daripada yang ada")
    if not any("visi" in page.url or "Visi" in page.h1 for page in seen.pages):
        found.append("halaman Visi dan Misi tidak terbaca")
    if not any(MARK in document.text for document in seen.documents):
        found.append("laporan kinerja (PDF) tidak terbaca")
    requests = requests_for_news(snapshot, seen)
    if requests > 15:
        found.append(f"{requests} permintaan untuk berita")
    return found


def main() -> int:
    if not WORDPRESS.is_dir() or shutil.which("mariadbd") is None:
        raise SystemExit("WordPress atau MariaDB belum terpasang; jalankan tests/cms/setup.sh")
    port, bad = free_port(), 0
    host = f"127.0.0.1:{port}"
    site = Site("uji", NAME, OfficeKind.KABUPATEN, f"http://{host}/", "Jawa Tengah")
    with tempfile.TemporaryDirectory(prefix="uji-cms-") as name:
        folder = Path(name)
        with database(folder) as sock:
            docroot, truth = install(folder, sock, host, datetime.now(WIB).date())
            with served(docroot, port):
                for number, variant in enumerate(VARIANTS):
                    switch = ("on" if variant.rest else "off", "on" if variant.feeds else "off")
                    run("php", HERE / "variant.php", docroot, host, variant.permalink, *switch)
                    snapshot = crawl(folder, site, number)
                    seen = observe(snapshot)
                    wrong = faults(seen, truth, snapshot)
                    bad += bool(wrong)
                    opened = sum(fetch.status is FetchStatus.OK for fetch in snapshot.fetches)
                    requests = requests_for_news(snapshot, seen)
                    sources = "+".join(source.value for source in seen.news.sources)
                    print(
                        f"{'NO ' if wrong else 'ok '} {variant.name:<30} {len(seen.news.items):>3} berita dari "
                        f"{len(truth.news)}, "
                        f"{opened:>3} alamat, {requests:>2} untuk berita, sumber {sources}"
                    )
                    for line in wrong:
                        print(f"      {line}")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
