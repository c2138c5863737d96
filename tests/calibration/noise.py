"""What real sites add to every page and written ones leave out: numbers in classes, counters, clocks, share links.

Each kind of noise changes the pages of a snapshot as a content management system or a widget would; an assessor would
not change a single label for it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from urllib.parse import quote

from auditor.model import Fetch, FetchRole, Snapshot
from auditor.web.articles import looks_like_article

Noise = Callable[[str, str, int], str]  # (HTML, address, number of the page) -> HTML

_BODY = re.compile(r"<body\b([^>]*)>", re.I)
_CLASS = re.compile(r"""\bclass=(["'])""", re.I)
_HEADLINES = (
    "Kepala Kantor Buka Pembinaan Guru Madrasah Tahun 2026",
    "Penyuluh Agama Dampingi Warga Binaan di Lapas",
    "Jamaah Majelis Taklim Ikuti Bimbingan Keluarga Sakinah",
    "KUA Serahkan Akta Ikrar Wakaf kepada Nazhir Masjid",
    "MTs Negeri Raih Medali Olimpiade Madrasah Indonesia",
    "Rapat Koordinasi Bahas Layanan Satu Pintu",
    "Santri Pondok Pesantren Ikuti Lomba Baca Kitab",
)


def numbered(html: str, url: str, number: int) -> str:
    """Classes of the page's own on its <body>, as WordPress and Joomla write them."""
    own = f"page-id-{1000 + number} postid-{number} itemid-{number}"

    def mark(found: re.Match[str]) -> str:
        attributes = found[1]
        if _CLASS.search(attributes):
            return f"<body{_CLASS.sub(lambda c: f'class={c[1]}{own} ', attributes, count=1)}>"
        return f'<body class="{own}"{attributes}>'

    return _BODY.sub(mark, html, count=1)


def counted(html: str, url: str, number: int) -> str:
    """A box with a counter of visitors and a clock, different on every page."""
    clock = f"Minggu, 22 November 2026 10:{number // 60 % 60:02d}:{number % 60:02d} WIB"
    rows = f"<tr><td>Online</td><td>{number % 9}</td></tr><tr><td>Bulan ini</td><td>{6000 + 7 * number}</td></tr>"
    box = f"Pengunjung hari ini : {80 + number}<br>Total : {41_200 + number}<table>{rows}</table>{clock}"
    return _at_end(html, f'<div class="stat"><b>Statistik Pengunjung</b><br>{box}</div>')


def shared(html: str, url: str, number: int) -> str:
    """Links to share and to print the page, with its own address in them."""
    address = quote(url, safe="")
    names = (
        f'<a href="https://www.facebook.com/sharer/sharer.php?u={address}">Facebook</a>',
        f'<a href="https://wa.me/?text={address}">WhatsApp</a>',
        f'<a href="https://twitter.com/intent/tweet?url={address}" title="Bagikan ke X"></a>',
        '<a href="javascript:window.print()">Cetak</a>',
    )
    return _at_end(html, f'<div class="bagikan"><span>Bagikan:</span> {" ".join(names)}</div>')


def recommended(html: str, url: str, number: int) -> str:
    """A box of other headlines, another choice on every page."""
    chosen = [_HEADLINES[(number * 3 + k) % len(_HEADLINES)] for k in range(4)]
    items = "".join(
        f'<li><a href="/berita/{title.lower().replace(" ", "-")}-{number * 3 + k}">{title}</a></li>'
        for k, title in enumerate(chosen)
    )
    return _at_end(html, f'<div class="widget widget_posts"><h4>Berita Lainnya</h4><ul>{items}</ul></div>')


def stamped(html: str, url: str, number: int) -> str:
    """The line of author, day and readers that many systems print below the heading of any page, not of news alone."""
    if looks_like_article(url, "") or "<time" in html or html.count("(Humas)") == 1:
        return html  # an article has its own day
    day = f"{1 + number % 28} Maret 2021"
    line = f'<p class="meta">Ditulis oleh Admin &bull; {day} &bull; Dibaca {300 + number} kali</p>'
    return re.sub(r"</h1>", f"</h1>{line}", html, count=1, flags=re.I)


def commented(html: str, url: str, number: int) -> str:
    """WordPress' own form for comments below a page."""
    fields = "".join(f'<p><label>{n} <input name="{n.lower()}"></label></p>' for n in ("Nama", "Email", "Situs Web"))
    form = f'<form id="commentform"><textarea name="comment"></textarea>{fields}<button>Kirim Komentar</button></form>'
    words = "Alamat email Anda tidak akan dipublikasikan. Ruas yang wajib ditandai *"
    return _in_content(html, f'<div id="respond"><h3>Tinggalkan Balasan</h3><p>{words}</p>{form}</div>')


def led(html: str, url: str, number: int) -> str:
    """Crumbs of bread above the content."""
    crumbs = '<div class="lokasi"><a href="/">Beranda</a> &raquo; <a href="/ppid">PPID</a> &raquo; Halaman ini</div>'
    return _BODY.sub(lambda found: f"{found[0]}{crumbs}", html, count=1)


NOISES: tuple[Noise, ...] = (numbered, counted, shared, recommended, stamped, commented, led)


def with_noise(snapshot: Snapshot, *noises: Noise) -> Snapshot:
    """The snapshot with the noises on every HTML page of the office's own."""
    return replace(snapshot, fetches=tuple(_noisy(f, n, noises) for n, f in enumerate(snapshot.fetches, 1)))


def _noisy(fetch: Fetch, number: int, noises: tuple[Noise, ...]) -> Fetch:
    if fetch.media_type != "text/html" or fetch.role is FetchRole.EXTERNAL or fetch.http_status != 200:
        return fetch
    html = fetch.body.decode()
    for noise in noises:
        html = noise(html, fetch.url, number)
    return replace(fetch, body=html.encode())


def _in_content(html: str, more: str) -> str:
    """At the end of the main part where the page marks one, else of the page."""
    at = max(html.lower().rfind("</main>"), html.lower().rfind("</article>"))
    return html[:at] + more + html[at:] if at >= 0 else _at_end(html, more)


def _at_end(html: str, more: str) -> str:
    at = html.lower().rfind("</body>")
    return html + more if at < 0 else html[:at] + more + html[at:]
