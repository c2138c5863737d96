# ruff: noqa: E501 (markup is easier to read unbroken)
"""Labelled pages for the news readers: 18 structures of sites, nine pages each, two thirds of them with traps.

Every page is written for this purpose from the field notes; none is copied. ``PAGES`` holds what a careful person would
say of each: the day an article was published, or the day of every item of a list.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

TODAY = date(2026, 11, 22)  # a Sunday
HOST = "https://purbalingga.kemenag.go.id"
MONTHS = [
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
]
SHORT = ["Jan", "Peb", "Mrt", "Apr", "Mei", "Jun", "Jul", "Ags", "Sep", "Okt", "Nop", "Des"]
ENGLISH = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
DAYS = ["Senin", "Selasa", "Rabu", "Kamis", "Jum'at", "Sabtu", "Ahad"]

TITLES = (
    "Kepala Kankemenag Lantik Penghulu Muda di Aula Kantor",
    "Penyuluh Agama Dampingi Majelis Taklim Kecamatan Bobotsari",
    "MTsN 2 Juara Umum Olimpiade Sains Tingkat Karesidenan",
    "Rakor Pendidikan Diniyah Bahas Pendataan Santri Baru",
    "KUA Kalimanah Gelar Bimbingan Perkawinan bagi Remaja",
    "Kankemenag Serahkan Sertifikat Wakaf kepada Nazir Masjid",
)
DATED_TITLES = (
    "Upacara 17 Agustus 2025 di Halaman Kantor Berlangsung Khidmat",
    "Peserta Ikuti Seleksi Tahun 2026 dengan Tertib dan Lancar",
    "Peringatan Hari Santri 22 Oktober 2026 Diikuti Ribuan Santri",
    "Rapat Evaluasi 2024 Hasilkan Lima Rekomendasi Penting",
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """One page and its truth: ``dates`` by title for a list, by "" for an article; None = the page tells no date."""

    name: str
    structure: str
    kind: str  # article | list
    url: str
    html: str
    dates: dict[str, date | None]
    trap: bool


def slug(title: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in title.lower()).split())


# -- ways of writing a day ----------------------------------------------------------------------------------------


def long(d: date) -> str:
    return f"{d.day} {MONTHS[d.month - 1]} {d.year}"


def with_day(d: date) -> str:
    return f"{DAYS[d.weekday()]}, {d.day:02d} {MONTHS[d.month - 1]} {d.year}"


def ci_stamp(d: date) -> str:
    return f"{DAYS[d.weekday()]}, {d.day:02d} {SHORT[d.month - 1]} {d.year}, 12:31:25 WIB, 1610 View"


def blogger_stamp(d: date) -> str:
    return f"{DAYS[d.weekday()]}, {d.day:02d} {MONTHS[d.month - 1]} {d.year} | 15.34 WIB Last Updated {d}T08:34:17Z"


def slashes(d: date) -> str:
    return f"{d.day}/{d.month}/{d.year}"


def brackets(d: date) -> str:
    return f"{DAYS[d.weekday()]} ({d.day:02d}/{d.month:02d}/{d.year})"


def split(d: date) -> str:
    return f"<span>{d.day:02d}</span><span>{SHORT[d.month - 1]}</span><span>{d.year}</span>"


def database(d: date) -> str:
    return f"{d} 14:58:11"


def american(d: date) -> str:
    return f"{ENGLISH[d.month - 1]} {d.day:02d}, {d.year}"


def ago(d: date) -> str:
    return f"{(TODAY - d).days} hari yang lalu"


FORMS = (long, with_day, ci_stamp, slashes, brackets, database, american)

# -- traps ------------------------------------------------------------------------------------------------------------

CLOCK = f'<div class="top-info">Hari ini: {with_day(TODAY)} | <span id="jam">10:15:22</span> WIB</div>'
BARE_CLOCK = f"<header><div>{with_day(TODAY)}</div><h1>Kementerian Agama Kabupaten Purbalingga</h1></header>"
PLAIN_CLOCK = f'<div class="row"><div class="col">{with_day(TODAY)}</div></div>'  # nothing about it says "clock"
LEFT_COLUMN = (
    f'<table><tr><td><b>Berita Lain</b><br><a href="/berita/guru-ra-ikuti-lokakarya-kurikulum">Guru RA Ikuti Lokakarya Kurikulum</a>'
    f"<br>{long(TODAY - timedelta(days=1))}</td></tr></table>"
)
PRAYER = f'<div class="jadwal-sholat"><h4>Jadwal Sholat</h4><p>{long(TODAY)}</p><p>Subuh 03:55 Zuhur 11:31 Asar 14:55</p></div>'
FOOTER = "<footer><p>© 2026 Kementerian Agama. Last updated 3 mins ago. Pengunjung hari ini: 214</p></footer>"
ARCHIVE = '<aside class="sidebar"><h3>Arsip</h3><ul><li><a href="/2026/11/">November 2026</a></li><li><a href="/2026/10/">Oktober 2026</a></li></ul></aside>'
RELATED = (
    f'<div class="related-posts"><h3>Berita Terkait</h3><a href="/berita/kepala-kantor-tinjau-asesmen-madrasah">Kepala Kantor Tinjau Asesmen Madrasah</a>'
    f"<span>{long(TODAY - timedelta(days=1))}</span></div>"
)
COMMENTS = (
    f'<div id="comments"><h3>2 Komentar</h3><p>Budi, {long(TODAY - timedelta(days=2))}: Semoga bermanfaat</p></div>'
)
RSS_BOX = (
    "<aside><h3>Kabar Kementerian</h3>"
    + "".join(
        f'<div><a href="https://kemenag.go.id/nasional/{slug(t)}">{t} Nasional</a><small>{long(TODAY)}</small></div>'
        for t in TITLES[:3]
    )
    + "</aside>"
)
BODY = (
    "<p>Purbalingga (Humas) - Kegiatan yang diikuti seratus peserta dari delapan belas kecamatan itu berlangsung tertib dan penuh keakraban "
    "sampai selesai menjelang sore.</p><p>Kepala kantor berpesan agar seluruh jajaran menjaga semangat melayani masyarakat dengan ramah, cepat, "
    "dan tanpa pungutan apa pun.</p>"
)
LYING = BODY.replace("Kegiatan yang", "Kegiatan pada Sabtu (25/6) yang")


def document(title: str, head: str, body: str) -> str:
    return (
        f'<!DOCTYPE html><html lang="id"><head><meta charset="utf-8"><title>{title} - Kemenag Purbalingga</title>{head}</head>'
        f'<body class="right-sidebar">{body}</body></html>'
    )


MENU = '<nav><ul><li><a href="/">Beranda</a></li><li><a href="/berita">Berita</a></li><li><a href="/ppid">PPID</a></li></ul></nav>'

# -- articles: (title, date in the structure's own words or "", body, traps around) -> (head, body) --------------------

Article = Callable[[str, date | None, str, str, str], tuple[str, str]]


def wp_classic(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = (
        f'<time class="entry-date published" datetime="{d}T09:10:00+07:00">{long(d)}</time>'
        if d
        else '<span class="author">admin</span>'
    )
    return "", (
        f'<div id="page">{before}{MENU}<main id="main"><article class="post hentry"><header class="entry-header"><h1 class="entry-title">{title}</h1>'
        f'<div class="entry-meta">{when} <span class="cat">Tanpa Kategori</span></div></header><div class="entry-content">{body}</div></article></main>{after}</div>'
    )


def wp_elementor(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = (
        f'<li class="elementor-icon-list-item"><span class="elementor-post-info__item--type-date">{american(d)}</span></li>'
        if d
        else ""
    )
    return "", (
        f'<div class="elementor">{before}<div class="elementor-widget elementor-widget-theme-post-title"><h2 class="elementor-heading-title">{title}</h2></div>'
        f'<div class="elementor-widget"><ul class="elementor-icon-list-items"><li>Humas</li>{when}</ul></div>'
        f'<div class="elementor-widget elementor-widget-theme-post-content">{body}</div>{after}</div>'
    )


def wp_yoast(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    head = ""
    if d:
        graph = {
            "@context": "https://schema.org",
            "@graph": [
                {"@type": "WebSite", "name": "Kemenag"},
                {
                    "@type": ["Article"],
                    "headline": title,
                    "datePublished": f"{d}T02:00:00+00:00",
                    "dateModified": f"{TODAY}T01:00:00+00:00",
                },
            ],
        }
        head = f'<script type="application/ld+json">{json.dumps(graph)}</script><meta property="article:modified_time" content="{TODAY}T01:00:00+00:00">'
    return (
        head,
        f'{before}{MENU}<div class="wp-site-blocks"><h1 class="wp-block-post-title">{title}</h1><div class="wp-block-post-content">{body}</div></div>{after}',
    )


def joomla(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = (
        f'<dd class="published"><span class="icon-calendar"></span> Diterbitkan: {d.day:02d} {MONTHS[d.month - 1]} {d.year}</dd>'
        if d
        else ""
    )
    return "", (
        f'{before}{MENU}<div class="item-page"><div class="page-header"><h2 itemprop="headline">{title}</h2></div><dl class="article-info muted">'
        f'<dt>Rincian</dt><dd class="createdby">Ditulis oleh Super User</dd>{when}<dd class="hits">Dilihat: 1077</dd></dl>{body}</div>{after}'
    )


def codeigniter(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = ci_stamp(d) if d else "oleh -1077 Dilihat"
    return (
        "",
        f'{before}<div class="container"><div class="row"><div class="col-md-8"><h3>{title}</h3><small><i class="fa fa-clock-o"></i> {when}</small><img src="/asset/foto_berita/1.jpg">{body}</div>{after}</div></div>',
    )


def laravel(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = f'<span class="text-muted">{brackets(d)}</span>' if d else '<span class="text-muted">Humas</span>'
    return (
        "",
        f'<div id="app">{before}{MENU}<section class="py-5"><h1 class="fw-bold">{title}</h1><div class="d-flex gap-2">{when}<span>214 kali dibaca</span></div><div class="isi">{body}</div></section>{after}</div>',
    )


def blogger(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = f'<div class="post-timestamp">{blogger_stamp(d)}</div>' if d else '<div class="post-timestamp">Humas</div>'
    return (
        "",
        f'{before}<div class="blog-posts"><h1 class="post-title">{title}</h1>{when}<div class="post-body">{body}</div></div>{after}',
    )


def nextjs(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = f'<time dateTime="{d}T00:30:00.000+07:00">{with_day(d)}</time>' if d else ""
    state = json.dumps({"props": {"pageProps": {"post": {"judul": title, "views": 12}}}})
    return (
        "",
        f'<div id="__next">{before}<div class="css-1"><h1>{title}</h1><p class="css-2">Oleh Humas {when}</p><div class="prose">{body}</div></div>{after}</div><script id="__NEXT_DATA__" type="application/json">{state}</script>',
    )


def old_cms(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = f"Diposting: {database(d)}" if d else "Diposting oleh: administrator"
    return (
        "",
        f'{before}<table width="960"><tr><td width="700"><font size="5"><b><h2>{title}</h2></b></font><br><i>{when}</i><br>{body}</td><td>{after}</td></tr></table>',
    )


def split_date(title: str, d: date | None, body: str, before: str, after: str) -> tuple[str, str]:
    when = f'<div class="box">{split(d)}</div>' if d else '<div class="box"><i class="icon"></i></div>'
    return "", f'{before}<main><div class="post">{when}<h1>{title}</h1>{body}</div></main>{after}'


ARTICLES: tuple[tuple[str, str, Article], ...] = (
    ("wordpress-klasik", "/{slug}/", wp_classic),
    ("wordpress-elementor", "/berita/{slug}/", wp_elementor),
    ("wordpress-yoast", "/informasi-penting/berita/{slug}/", wp_yoast),
    ("joomla-artikel", "/index.php/component/content/article/12-berita/341-{slug}?catid=12&Itemid=101", joomla),
    ("codeigniter-detail", "/berita/detail/{slug}", codeigniter),
    ("laravel-detail", "/kabar/{slug}", laravel),
    ("blogger-detail", "/berita/{slug}.html", blogger),
    ("nextjs-detail", "/news/{slug}", nextjs),
    ("cms-lama-detail", "/showNews?head={slug}", old_cms),
    ("bootstrap-tanggal-terpisah", "/artikel/baca/{slug}", split_date),
)

# -- lists: (rows of (title, date or None), traps) -> body ---------------------------------------------------------------

Row = tuple[str, date | None]


def _rows(rows: Sequence[Row], one: Callable[[str, str, date | None], str], path: str = "/berita/{}") -> str:
    return "".join(one(title, path.format(slug(title)), d) for title, d in rows)


def wp_archive(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = f'<time class="entry-date" datetime="{d}T08:00:00+07:00">{long(d)}</time>' if d else ""
        return f'<article class="post"><h2 class="entry-title"><a href="{u}" rel="bookmark">{t}</a></h2><div class="entry-meta">{when}<a href="/author/admin">admin</a></div><p>Ringkasan singkat.</p><a class="more-link" href="{u}">Baca Selengkapnya</a></article>'

    return f'{before}{MENU}<main><h1 class="page-title">Berita</h1>{_rows(rows, one, "/{}/")}</main>{after}'


def elementor_grid(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = (
            f'<div class="elementor-post__meta-data"><span class="elementor-post-date">{long(d)}</span></div>'
            if d
            else ""
        )
        return f'<article class="elementor-post elementor-grid-item"><a class="elementor-post__thumbnail__link" href="{u}"><img src="x.jpg" alt=""></a><div class="elementor-post__text"><h3 class="elementor-post__title"><a href="{u}">{t}</a></h3>{when}</div></article>'

    return f'{before}<div class="elementor-widget"><h2 class="elementor-heading-title">BERITA TERKINI</h2></div><div class="elementor-posts-container">{_rows(rows, one)}</div>{after}'


def joomla_table(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = with_day(d) if d else ""
        return f'<tr class="cat-list-row"><td class="list-title"><a href="{u}">{t}</a></td><td class="list-date small">{when}</td><td class="list-hits"><span class="badge">Dilihat: 88</span></td></tr>'

    return f'{before}<div class="category-list"><h1>Berita</h1><table class="category table">{_rows(rows, one, "/index.php/berita/12-{}")}</table></div>{after}'


def ci_media(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = ci_stamp(d) if d else "oleh -1077 Dilihat"
        return f'<div class="media"><a class="pull-left" href="{u}"><img src="/asset/foto_berita/a.jpg"></a><div class="media-body"><h4><a href="{u}">{t}</a></h4><span>{when}</span><p>Purbalingga - kegiatan berlangsung tertib.</p></div></div>'

    return f'{before}<div class="container"><h3>Berita</h3>{_rows(rows, one, "/berita/detail/{}")}</div>{after}'


def laravel_cards(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = ago(d) if d else ""
        return f'<div class="col"><div class="card h-100"><img src="/storage/a.jpg"><div class="card-body"><h5 class="card-title">{t}</h5><p class="card-text"><small>{when}</small></p><a href="{u}" class="btn btn-primary">Selengkapnya</a></div></div></div>'

    return f'{before}<div id="app"><h2>Kabar Terkini</h2><div class="row">{_rows(rows, one, "/kabar/{}")}</div></div>{after}'


def blogger_index(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = f'<h2 class="date-header"><span>{with_day(d)}</span></h2>' if d else ""
        return f'<div class="date-outer">{when}<div class="post"><h3 class="post-title"><a href="{u}">{t}</a></h3><div class="snippet">Ringkasan singkat</div></div></div>'

    return f'{before}<div id="Blog1"><h2>Berita</h2>{_rows(rows, one, "/2026/11/{}.html") if False else _rows(rows, one, "/artikel/{}.html")}</div>{after}'


def react_cards(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = f"<span>{brackets(d)}</span>" if d else ""
        return f'<a class="css-card" href="{u}"><div><img src="/a.webp"></div><div><h3>{t}</h3>{when}<p>Ringkasan</p></div></a>'

    return f'<div id="root">{before}<section><h2>Berita</h2>{_rows(rows, one)}</section>{after}</div>'


def flat(rows: Sequence[Row], before: str, after: str) -> str:
    def one(t: str, u: str, d: date | None) -> str:
        when = f"<i>{slashes(d)}</i>" if d else ""
        return f'<h4><a href="{u}">{t}</a></h4>{when}<p>Ringkas.</p><hr>'

    return f"{before}<table><tr><td><h2>Warta</h2>{_rows(rows, one, '/warta/{}')}</td></tr></table>{after}"


LISTS: tuple[tuple[str, str, Callable[[Sequence[Row], str, str], str]], ...] = (
    ("wordpress-arsip", "/category/berita/", wp_archive),
    ("elementor-kisi", "/berita/", elementor_grid),
    ("joomla-tabel", "/index.php/berita", joomla_table),
    ("codeigniter-daftar", "/berita", ci_media),
    ("laravel-kartu", "/kabar", laravel_cards),
    ("blogger-indeks", "/artikel", blogger_index),
    ("react-kartu", "/berita", react_cards),
    ("cms-lama-datar", "/warta", flat),
)


def _article_pages(name: str, address: str, make: Article) -> list[Labelled]:
    pages = []

    def add(
        variant: str, title: str, d: date | None, body: str, before: str, after: str, trap: bool, extra: str = ""
    ) -> None:
        head, inner = make(title, d, body, before, after)
        url = HOST + address.format(slug=slug(title))
        pages.append(
            Labelled(f"{name}: {variant}", name, "article", url, document(title, head + extra, inner), {"": d}, trap)
        )

    add("baru", TITLES[0], TODAY - timedelta(days=3), BODY, "", FOOTER, False)
    add("tahun lalu", TITLES[1], date(2025, 8, 9), BODY, "", FOOTER, False)
    add("lama", TITLES[2], date(2019, 10, 14), BODY, "", "", False)
    add("jam, jadwal salat, kaki", TITLES[3], date(2022, 3, 29), BODY, CLOCK + PRAYER, FOOTER, True)
    add(
        "kotak terkait dan komentar",
        TITLES[4],
        date(2024, 2, 29),
        BODY,
        BARE_CLOCK,
        RELATED + COMMENTS + ARCHIVE + RSS_BOX,
        True,
    )
    add("tanpa tanggal", TITLES[5], None, BODY, CLOCK + BARE_CLOCK + PRAYER, ARCHIVE + RELATED + RSS_BOX + FOOTER, True)
    add(
        "tanpa tanggal, jam polos, kolom kiri",
        TITLES[0],
        None,
        BODY.replace("; ", ", "),
        PLAIN_CLOCK + LEFT_COLUMN,
        FOOTER,
        True,
    )
    add(
        "isi pendek, tanpa tanggal",
        TITLES[1],
        None,
        "<p>Kegiatan berjalan lancar.</p>",
        PLAIN_CLOCK,
        f"<div><h4>Berita Terbaru</h4><p>{TITLES[2]}</p><p>{long(TODAY - timedelta(days=2))}</p></div>",
        True,
    )
    add(
        "tanggal pada judul, isi keliru",
        DATED_TITLES[len(name) % len(DATED_TITLES)],
        date(2022, 4, 13),
        LYING,
        CLOCK,
        FOOTER,
        True,
    )
    return pages


def _list_pages(name: str, address: str, make: Callable[[Sequence[Row], str, str], str]) -> list[Labelled]:
    pages = []

    def add(variant: str, rows: Sequence[Row], before: str, after: str, trap: bool) -> None:
        html = document("Berita", "", make(rows, before, after))
        pages.append(Labelled(f"{name}: {variant}", name, "list", HOST + address, html, dict(rows), trap))

    def row(titles: Sequence[str], first: int, step: int) -> list[Row]:
        return [(t, TODAY - timedelta(days=first + i * step)) for i, t in enumerate(titles)]

    add("baru", row(TITLES, 1, 4), "", FOOTER, False)
    add("jarang", row(TITLES[:4], 12, 30), "", "", False)
    add("lama", row(TITLES[2:], 420, 45), "", FOOTER, False)
    add("jam, jadwal salat, arsip", row(TITLES[:5], 35, 20), CLOCK + BARE_CLOCK + PRAYER, ARCHIVE + FOOTER, True)
    add("tanpa tanggal", [(t, None) for t in TITLES[:5]], CLOCK + PRAYER, ARCHIVE + RSS_BOX + FOOTER, True)
    add(
        "satu berita tanpa tanggal, jam polos",
        [(TITLES[5], None)],
        PLAIN_CLOCK,
        f"<div><p>Diperbarui {long(TODAY)}</p></div>" + FOOTER,
        True,
    )
    add("berita masa depan", [*row(TITLES[:3], 50, 30)], PLAIN_CLOCK, "", True)
    add("tanggal pada judul", row(DATED_TITLES, 60, 33), BARE_CLOCK, FOOTER, True)
    add("kotak situs lain", row(TITLES[1:5], 200, 50), CLOCK, RSS_BOX + FOOTER, True)
    return pages


PAGES: tuple[Labelled, ...] = tuple(
    page
    for pages in (
        *(_article_pages(*structure) for structure in ARTICLES),
        *(_list_pages(*structure) for structure in LISTS),
    )
    for page in pages
)
