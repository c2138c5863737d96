# ruff: noqa: E501 (markup is easier to read unbroken)
"""The news of a site, read from whole snapshots: APIs, feeds, sitemaps, lists, articles, and what must not count."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    Snapshot,
)
from auditor.observations import DateSource, News
from auditor.read.news.belief import trusted
from auditor.read.news.news import read_news
from auditor.read.news.sources import more_news_addresses, news_addresses
from auditor.read.page.html import parse
from tests.small_sites import seen

HOST = "https://purbalingga.kemenag.go.id"

SITE = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, HOST, province="Jawa Tengah")
AT = datetime(2026, 11, 22, 3, tzinfo=UTC)
TODAY = date(2026, 11, 22)
TITLES = (
    "Kepala Kantor Lantik Penghulu Muda",
    "Penyuluh Bina Majelis Taklim Bobotsari",
    "Madrasah Juara Olimpiade Sains Karesidenan",
    "Rakor Diniyah Bahas Pendataan Santri",
    "Jemaat Gereja Terima Kunjungan Penyelenggara",
)


def fetch(path: str, body: object, role: FetchRole = FetchRole.PAGE, **more: Any) -> Fetch:
    text = body if isinstance(body, str) else json.dumps(body)
    url = path if path.startswith("http") else HOST + path
    media = "text/html" if isinstance(body, str) else "application/json"
    fields: dict[str, Any] = {"final_url": url, "body": text.encode(), "media_type": media, **more}
    return Fetch(url, role, FetchStatus.OK, AT, **fields)


def snapshot(*fetches: Fetch, skipped: Sequence[Skipped] = (), site: Site = SITE) -> Snapshot:
    status = SiteStatus(SiteState.ALIVE)
    return Snapshot(site, status, AT, AT, CrawlSettings("uji"), tuple(fetches), tuple(skipped))


def news_of(*fetches: Fetch, skipped: Sequence[Skipped] = ()) -> News:
    return read_news(snapshot(*fetches, skipped=skipped), (), SITE, {}, ())


def post(number: int, title: str, when: date | str, **more: Any) -> dict[str, Any]:
    link = f"{HOST}/{title.lower().replace(' ', '-')}/"
    return {"id": number, "date": f"{when}T09:00:00", "link": link, "title": {"rendered": title}, **more}


def card(title: str, when: str, path: str = "/berita/{}") -> str:
    url = path.format(title.lower().replace(" ", "-"))
    return f'<div class="card"><h3><a href="{url}">{title}</a></h3><span class="date">{when}</span></div>'


def listing(*cards: str, heading: str = "Berita", more: str = "") -> str:
    return f"<html><body><main><h1>{heading}</h1>{''.join(cards)}{more}</main></body></html>"


def article(title: str, byline: str, body: str = "", head: str = "") -> str:
    text = (
        body
        or f"Purbalingga (Humas) - {title} pada kegiatan di aula kantor yang dihadiri tamu dari delapan belas kecamatan."
    )
    return f"<html><head><title>{title}</title>{head}</head><body><h1>{title}</h1><p>{byline}</p><p>{text}</p></body></html>"


def days(news: News) -> list[date | None]:
    return [item.date.value if item.date else None for item in news.items]


# -- where to look --------------------------------------------------------------------------------------------------


def test_wordpress_is_asked_for_its_posts_first() -> None:
    home = b'<link rel="https://api.w.org/" href="https://purbalingga.kemenag.go.id/wp-json/"><link rel="alternate" type="application/rss+xml" href="/feed/">'
    found = news_addresses(parse(home, HOST), HOST + "/")
    assert found[0] == (
        f"{HOST}/wp-json/wp/v2/posts?per_page=100&_fields=id,date,date_gmt,link,title,excerpt,categories",
        FetchRole.API,
    )
    assert (f"{HOST}/feed/", FetchRole.FEED) in found
    assert len(found) <= 6


def test_a_kanwil_may_be_asked_for_more_hundreds() -> None:
    home = b'<link rel="https://api.w.org/" href="/wp-json/">'
    posts = [url for url, _ in news_addresses(parse(home, HOST), HOST, posts_pages=12) if "/posts?" in url]
    assert len(posts) == 12 and posts[-1].endswith("&page=12")
    assert len([url for url, _ in news_addresses(parse(home, HOST), HOST) if "/posts?" in url]) == 1


def test_wordpress_without_pretty_permalinks_is_asked_by_query() -> None:
    home = f'<link rel="https://api.w.org/" href="{HOST}/index.php?rest_route=/">'.encode()
    assert news_addresses(parse(home, HOST), HOST)[0][0].startswith(
        f"{HOST}/index.php?rest_route=/wp/v2/posts&per_page=100"
    )


def test_feeds_of_comments_and_of_other_hosts_are_not_asked_for() -> None:
    home = (
        b'<link rel="alternate" type="application/rss+xml" href="/comments/feed/">'
        b'<link rel="alternate" type="application/rss+xml" href="https://kemenag.go.id/rss">'
        b'<link rel="alternate" type="application/atom+xml" href="/feeds/posts/default">'
    )
    urls = [url for url, _ in news_addresses(parse(home, HOST), HOST)]
    assert urls == [f"{HOST}/feeds/posts/default", f"{HOST}/sitemap.xml"]


def test_a_list_names_its_following_pages_once() -> None:
    page = listing(
        card(TITLES[0], "3 November 2026"), more='<a href="/berita?page=2">2</a><a href="/berita?page=3">3</a>'
    ).encode()
    assert more_news_addresses(parse(page, f"{HOST}/berita"), f"{HOST}/berita", SITE) == (
        f"{HOST}/berita?page=2",
        f"{HOST}/berita?page=3",
    )
    assert more_news_addresses(parse(page, f"{HOST}/berita"), f"{HOST}/berita?page=2", SITE) == ()


# -- sources ------------------------------------------------------------------------------------------------------------


def test_posts_of_the_api_are_read_with_their_categories() -> None:
    posts = [
        post(9, TITLES[0], "2026-11-20", categories=[4]),
        post(8, "Jadwal Layanan Selama Libur", "2026-11-10", categories=[5]),
    ]
    names = [{"id": 4, "name": "Bimas Islam"}, {"id": 5, "name": "Pengumuman"}]
    news = news_of(
        fetch("/wp-json/wp/v2/posts?per_page=100", posts, FetchRole.API),
        fetch("/wp-json/wp/v2/categories?per_page=100", names, FetchRole.API),
    )
    assert [item.title for item in news.items] == [TITLES[0]]
    assert [item.title for item in news.announcements] == ["Jadwal Layanan Selama Libur"]
    assert news.sources == (DateSource.API,)
    assert news.since == date.min  # fewer posts than were asked for: all of them


def test_a_full_page_of_the_api_reaches_back_to_its_oldest_post() -> None:
    posts = [post(200 - i, f"Kegiatan Nomor Urut {i} di Kecamatan", TODAY - timedelta(days=i // 3)) for i in range(100)]
    news = news_of(fetch("/wp-json/wp/v2/posts?per_page=100", posts, FetchRole.API))
    assert len(news.items) == 100
    assert news.since == TODAY - timedelta(days=33)


def test_a_feed_is_read_in_western_indonesian_time() -> None:
    rss = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kemenag</title>
    <item><title>{TITLES[0]}</title><link>{HOST}/a-b-c-d/</link><pubDate>Thu, 19 Nov 2026 17:30:00 +0000</pubDate></item>
    <item><title>{TITLES[1]}</title><link>{HOST}/e-f-g-h/</link><pubDate>Thu, 19 Nov 2026 23:30:00 +0900</pubDate></item>
    </channel></rss>"""
    news = news_of(fetch("/feed/", rss, FetchRole.FEED, media_type="application/rss+xml"))
    assert days(news) == [date(2026, 11, 20), date(2026, 11, 19)]
    assert news.established


def test_a_feed_with_indonesian_dates_is_read() -> None:
    rss = f"""<?xml version="1.0"?><rss version="2.0"><channel><title>Kemenag</title>
    <item><title>{TITLES[0]}</title><link>{HOST}/a-b-c-d/</link><pubDate>Rab, 18 Nopember 2026 08:30:00 +0700</pubDate></item>
    <item><title>{TITLES[1]}</title><link>{HOST}/e-f-g-h/</link><pubDate>Selasa, 17 Nop 2026</pubDate></item>
    </channel></rss>"""
    news = news_of(fetch("/feed/", rss, FetchRole.FEED, media_type="application/rss+xml"))
    assert days(news) == [date(2026, 11, 18), date(2026, 11, 17)]


def test_a_feed_with_an_entity_bomb_gives_nothing_and_does_no_harm() -> None:
    bomb = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><rss><channel><item><title>&b;</title></item></channel></rss>'
    assert not news_of(fetch("/feed/", bomb, FetchRole.FEED)).established
    loop = '<?xml version="1.0"?><!DOCTYPE r [<!ENTITY x SYSTEM "file:///etc/passwd">]><urlset><url><loc>&x;</loc></url></urlset>'
    assert news_of(fetch("/sitemap.xml", loop, FetchRole.SITEMAP)).items == ()


def test_json_of_a_sites_own_script_is_a_source() -> None:
    rows = [
        {"judul": t, "slug": t.lower().replace(" ", "-"), "created_at": f"2026-11-{20 - i} 08:15:00"}
        for i, t in enumerate(TITLES)
    ]
    news = news_of(fetch("/api/berita?limit=10", {"status": "ok", "data": {"rows": rows}}, FetchRole.API))
    assert days(news)[0] == date(2026, 11, 20) and len(news.items) == 5 and news.established


def test_json_of_documents_is_no_news() -> None:
    rows = [{"judul": "DIPA Tahun Anggaran Berjalan", "tanggal": "2026-11-20", "file": "a.pdf"}]
    assert news_of(fetch("/api/dokumen", {"data": rows}, FetchRole.API)).items == ()


def test_the_state_of_a_nextjs_page_is_a_source() -> None:
    rows = [
        {"title": t, "slug": "x", "publishedAt": f"2026-11-{20 - i:02d}T02:00:00Z"} for i, t in enumerate(TITLES[:3])
    ]
    page = f'<div id="__next"></div><script id="__NEXT_DATA__" type="application/json">{json.dumps({"props": {"posts": rows}})}</script>'
    news = news_of(fetch("/berita", page))
    assert days(news) == [date(2026, 11, 20), date(2026, 11, 19), date(2026, 11, 18)]


def test_a_list_page_is_enough_where_there_is_no_feed() -> None:
    news = news_of(fetch("/berita", listing(*(card(t, f"{20 - i} November 2026") for i, t in enumerate(TITLES)))))
    assert days(news)[0] == date(2026, 11, 20) and news.established and news.since == date.min


def test_a_list_with_further_pages_reaches_back_to_its_last_item_only() -> None:
    page = listing(
        *(card(t, f"{20 - i} November 2026") for i, t in enumerate(TITLES)), more='<a href="/berita?page=2">2</a>'
    )
    assert news_of(fetch("/berita", page)).since == date(2026, 11, 16)


def test_a_sticky_post_does_not_stretch_what_was_seen() -> None:
    cards = [
        card("Peresmian Gedung Layanan Terpadu", "3 Januari 2023"),
        *(card(t, f"{20 - i} November 2026") for i, t in enumerate(TITLES)),
    ]
    assert news_of(fetch("/berita", listing(*cards, more='<a href="/berita?page=2">2</a>'))).since == date(2026, 11, 16)


def test_a_third_page_proves_nothing_without_the_second() -> None:
    def page(first: int, month: str) -> str:
        cards = (card(f"Kegiatan {month} Nomor {i} di Aula", f"{first - i} {month} 2026") for i in range(4))
        return listing(*cards, more='<a href="/berita?page=9">Selanjutnya</a>')

    newest, second, third = page(20, "November"), page(16, "November"), page(10, "Juni")
    assert news_of(fetch("/berita", newest), fetch("/berita?page=3", third)).since == date(2026, 11, 17)
    assert news_of(fetch("/berita", newest), fetch("/berita?page=2", second)).since == date(2026, 11, 13)


def test_the_following_pages_of_a_blog_on_the_home_page_are_joined_to_it() -> None:
    def page(first: int) -> str:
        return listing(
            *(card(f"Kegiatan Kantor Nomor {first - i} di Aula", f"{first - i} November 2026") for i in range(4)),
            heading="Kemenag",
        )

    home = fetch("/", page(20).replace("<h1>Kemenag</h1>", "<h2>Berita Terkini</h2>"), FetchRole.HOME)
    assert news_of(home, fetch("/page/2/", page(16)), fetch("/page/3/", page(12))).since == date(2026, 11, 9)
    assert news_of(home).since == date(2026, 11, 17)


@pytest.mark.parametrize("address", ["https://[kab.example.id/berita/a", "http://x:y/berita/b", "berita", "//", ""])
def test_what_is_no_address_in_a_sitemap_is_passed_over(address: str) -> None:
    rows = f"<url><loc>{address}</loc><lastmod>2026-11-20</lastmod></url>"
    assert news_of(fetch("/sitemap.xml", f"<urlset>{rows}</urlset>", FetchRole.SITEMAP)).items == ()


def test_a_sitemap_alone_establishes_nothing() -> None:
    rows = "".join(
        f"<url><loc>{HOST}/berita/judul-berita-{i}</loc><lastmod>2026-11-{10 + i}</lastmod></url>" for i in range(9)
    )
    news = news_of(fetch("/sitemap.xml", f"<urlset>{rows}</urlset>", FetchRole.SITEMAP))
    assert not news.established and not any(trusted(item.date) for item in news.items)


def test_a_sitemap_is_believed_where_better_sources_agree_with_it() -> None:
    cards = [card(t, f"{20 - i} November 2026") for i, t in enumerate(TITLES[:4])]
    listed = "".join(
        f"<url><loc>{HOST}/berita/{t.lower().replace(' ', '-')}</loc><lastmod>2026-11-{20 - i}</lastmod></url>"
        for i, t in enumerate(TITLES[:4])
    )
    further = f"<url><loc>{HOST}/berita/kegiatan-yang-tidak-terdaftar-lagi</loc><lastmod>2026-10-01</lastmod></url>"
    news = news_of(
        fetch("/berita", listing(*cards)),
        fetch("/sitemap.xml", f"<urlset>{listed}{further}</urlset>", FetchRole.SITEMAP),
    )
    assert date(2026, 10, 1) in days(news)


# -- what must not count ----------------------------------------------------------------------------------------------


def reasons(news: News) -> dict[str, int]:
    return dict(news.left_out)


def test_one_article_under_two_addresses_counts_once() -> None:
    title = TITLES[0]
    news = news_of(
        fetch("/berita", listing(card(title, "20 November 2026"), card(TITLES[1], "19 November 2026"))),
        fetch("/category/berita", listing(card(title, "20 November 2026", "/informasi-penting/berita/{}"))),
        fetch("/berita/kepala-kantor-lantik-penghulu-muda", article(title, "20 November 2026")),
    )
    assert [item.title for item in news.items] == [TITLES[0], TITLES[1]]
    assert reasons(news)["ganda"] >= 1


def test_the_same_text_posted_again_keeps_its_first_day() -> None:
    posts = [post(30, TITLES[0], "2026-11-21"), post(10, TITLES[0], "2025-01-10") | {"link": f"{HOST}/lama/"}]
    posts += [post(20 - i, t, f"2026-0{9 - i}-01") for i, t in enumerate(TITLES[1:])]
    news = news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))
    dates = {item.title: item.date.value for item in news.items if item.date}
    assert dates[TITLES[0]] == date(2025, 1, 10)


def test_texts_that_only_begin_alike_are_items_of_their_own() -> None:
    """Every other text of an office begins with its dateline and the full name of its head."""
    begin = (
        "<p>Purbalingga (Humas) - Kepala Kantor Kementerian Agama Kabupaten Purbalingga, H. Fulan bin Fulan, S.Ag., "
    )
    begin += "M.Pd.I., menghadiri "
    texts = {
        "Bimbingan Manasik Haji": "manasik di masjid agung.</p>",
        "Wisuda Tahfiz MAN": "wisuda tahfiz di aula.</p>",
    }
    pages = [
        fetch(f"/berita/{n}-acara-kantor", article(title, f"{n + 16} November 2026", begin + text))
        for n, (title, text) in enumerate(texts.items())
    ]
    assert len(news_of(*pages).items) == 2


def test_a_title_that_is_no_heading_is_known_by_what_the_list_calls_it() -> None:
    title = "Tim Monev Kunjungi RA dan MI di Wilayah Selatan"
    body = f"""<table><tr><td><font size="4"><b>{title}</b></font><hr><font size="1">Diposting : 14-11-2026 oleh admin
    </font><p>Purbalingga (Humas) - Suasana hangat mewarnai kunjungan yang diikuti puluhan peserta itu.</p></td><td><b>HARI
    INI</b><br>Minggu, 22 November 2026</td></tr></table>"""
    page = fetch("/index.php?page=baca&id=899", f"<html><body>{body}</body></html>", label=title)
    (item,) = news_of(page).items
    assert item.date is not None and item.date.value == date(2026, 11, 14)


SHUFFLED = (
    "<p>Numquam eligendi sapiente voluptas et harum. Quisquam impedit nostrum ducimus aut. Maxime totam velit.</p>"
)


def test_an_article_of_filler_is_no_news_and_where_all_that_was_opened_is_filler_no_other_counts() -> None:
    cards = [card(title, f"{20 - n} November 2026") for n, title in enumerate(TITLES)]
    addresses = ["/berita/kepala-kantor-lantik-penghulu-muda", "/berita/penyuluh-bina-majelis-taklim-bobotsari"]
    written = "<p>Purbalingga (Humas) - Kepala Kantor melantik tiga penghulu muda di aula kantor pada Jumat pagi.</p>"
    lists = fetch("/berita", listing(*cards))
    one, other = (
        fetch(address, article(TITLES[n], f"{20 - n} November 2026", SHUFFLED)) for n, address in enumerate(addresses)
    )
    sound = fetch(addresses[1], article(TITLES[1], "19 November 2026", written))
    all_filler, some_filler = news_of(lists, one, other), news_of(lists, one, sound)
    assert not all_filler.items and reasons(all_filler)["berisi teks contoh"] == len(TITLES)
    assert reasons(some_filler)["berisi teks contoh"] == 1 and len(some_filler.items) == len(TITLES) - 1


def test_a_recurring_headline_with_another_text_is_another_item() -> None:
    one = post(
        30, "Apel Pagi", "2026-11-16", excerpt={"rendered": "Kasubbag TU berpesan soal disiplin pegawai di bulan ini."}
    )
    two = post(
        29,
        "Apel Pagi",
        "2026-11-09",
        excerpt={"rendered": "Kepala Seksi mengingatkan tenggat laporan kinerja bulanan."},
    )
    two["link"] = f"{HOST}/apel-pagi-2/"
    news = news_of(fetch("/wp-json/wp/v2/posts", [one, two], FetchRole.API))
    assert len(news.items) == 2


def test_an_item_dated_in_the_future_is_left_out() -> None:
    posts = [post(9, TITLES[0], "2027-01-01"), post(8, TITLES[1], "2025-03-01")]
    news = news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))
    assert days(news) == [date(2025, 3, 1)] and reasons(news) == {"bertanggal di masa depan": 1}


def test_an_old_post_dated_anew_is_seen_by_its_number() -> None:
    posts = [
        post(100 + i, f"Kegiatan Rutin Nomor {i} di Kantor", TODAY - timedelta(days=400 - 10 * i)) for i in range(20)
    ]
    posts.append(post(50, TITLES[0], "2026-11-21"))
    news = news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))
    assert TITLES[0] not in [item.title for item in news.items]
    assert reasons(news) == {"berita lama diberi tanggal baru": 1}


def test_an_old_post_dated_anew_is_seen_by_its_address() -> None:
    posts = [post(9, TITLES[0], "2026-11-21") | {"link": f"{HOST}/2022/03/02/kepala-kantor-lantik/"}]
    assert days(news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))) == [date(2022, 3, 2)]


def test_posts_of_a_site_that_was_moved_are_not_accused() -> None:
    posts = [post(100 + i, f"Kegiatan Rutin Nomor {i} di Kantor", TODAY - timedelta(days=30 * i)) for i in range(20)]
    assert len(news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API)).items) == 20


@pytest.mark.parametrize(
    "excerpt",
    ["Jakarta (Kemenag) --- Menteri Agama membuka rakernas.", "Menteri membuka acara. Sumber: kemenag.go.id"],
)
def test_a_text_taken_over_from_the_ministry_is_not_the_offices_own(excerpt: str) -> None:
    posts = [post(9, TITLES[0], "2026-11-21", excerpt={"rendered": excerpt}), post(8, TITLES[1], "2025-03-01")]
    news = news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))
    assert [item.title for item in news.items] == [TITLES[1]]


def test_a_page_whose_canonical_address_is_the_kanwils_is_a_copy() -> None:
    head = '<link rel="canonical" href="https://jateng.kemenag.go.id/berita/lantik">'
    news = news_of(
        fetch("/berita", listing(card(TITLES[0], "20 November 2026"))),
        fetch("/berita/kepala-kantor-lantik-penghulu-muda", article(TITLES[0], "20 November 2026", head=head)),
    )
    assert news.items == () and not news.established


def test_a_box_of_another_site_is_not_the_offices_news() -> None:
    box = "".join(
        f'<div><a href="https://www.antaranews.com/{i}">{t} Hari Ini</a> <small>22 November 2026</small></div>'
        for i, t in enumerate(TITLES)
    )
    news = news_of(fetch("/berita", listing(box)))
    assert news.items == () and not news.established


def test_injected_gambling_posts_do_not_freshen_a_site() -> None:
    posts = [post(90 + i, f"Situs Slot Gacor Maxwin Nomor {i}", "2026-11-21") for i in range(5)] + [
        post(8, TITLES[1], "2024-03-01")
    ]
    posts.append(post(9, "Penyuluh Sosialisasikan Bahaya Slot Gacor bagi Remaja", "2024-04-01"))
    news = news_of(fetch("/wp-json/wp/v2/posts", posts, FetchRole.API))
    assert days(news) == [date(2024, 4, 1), date(2024, 3, 1)]


def test_a_template_that_stamps_every_article_with_today_is_not_believed() -> None:
    head = '<meta property="article:published_time" content="2026-11-22T03:00:00+07:00">'
    pages = [
        fetch(
            f"/berita/kegiatan-lama-nomor-{i}",
            article(f"Kegiatan Lama Nomor {i} di Aula", f"{i + 1} Maret 2021", head=head),
        )
        for i in range(4)
    ]
    news = news_of(*pages)
    assert days(news) == [date(2021, 3, i) for i in (4, 3, 2, 1)]


# -- what cannot be known ---------------------------------------------------------------------------------------------


def test_undated_news_is_never_established() -> None:
    news = news_of(fetch("/berita", listing(*(card(t, "oleh -1077 Dilihat") for t in TITLES))))
    assert len(news.items) == 5 and not news.established and news.looked


def test_body_dates_without_a_year_establish_nothing() -> None:
    pages = [
        fetch(
            f"/berita/kegiatan-nomor-{i}",
            article(
                f"Kegiatan Nomor {i} di Aula",
                "Humas",
                f"Purbalingga - Rabu (18/11), kepala kantor membuka kegiatan nomor {i} di aula kantor bersama para tamu undangan.",
            ),
        )
        for i in range(4)
    ]
    news = news_of(*pages)
    assert days(news) == [date(2026, 11, 18)] * 4 and not news.established


def test_one_dated_item_among_many_undated_ones_establishes_nothing() -> None:
    cards = [card(TITLES[0], "20 November 2026"), *(card(t, "") for t in TITLES[1:])]
    assert not news_of(fetch("/berita", listing(*cards))).established


def test_a_news_page_that_was_refused_is_remembered() -> None:
    refused = Fetch(f"{HOST}/berita", FetchRole.PAGE, FetchStatus.FORBIDDEN, AT)
    assert news_of(refused).unread == ("berita",)
    assert news_of(skipped=[Skipped(f"{HOST}/pengumuman", FetchStatus.OUT_OF_BUDGET, label="Pengumuman")]).unread == (
        "pengumuman",
    )
    gone = Fetch(f"{HOST}/berita", FetchRole.PAGE, FetchStatus.NOT_FOUND, AT)
    assert news_of(gone).unread == ()


def test_a_rest_api_that_is_switched_off_hides_no_news() -> None:
    off = Fetch(f"{HOST}/wp-json/wp/v2/posts?per_page=100", FetchRole.API, FetchStatus.UNAUTHORIZED, AT)
    by_query = Fetch(f"{HOST}/?rest_route=/wp/v2/posts", FetchRole.API, FetchStatus.FORBIDDEN, AT)
    assert news_of(off, by_query).unread == ()


def test_an_empty_news_page_was_looked_at() -> None:
    news = news_of(fetch("/berita", listing("<p>Belum ada berita.</p>")))
    assert news.looked and news.items == () and not news.established


def test_sources_that_disagree_are_recorded() -> None:
    news = news_of(
        fetch("/wp-json/wp/v2/posts", [post(9, TITLES[0], "2026-11-20")], FetchRole.API),
        fetch("/berita", listing(card(TITLES[0], "3 Oktober 2026", "/{}/"))),
    )
    assert news.disagreements == (f"{TITLES[0]}: api 2026-11-20, daftar 2026-10-03",)


def test_the_share_of_readable_dates_is_that_of_the_opened_articles() -> None:
    titles = [f"Kegiatan Nomor {i} di Aula Kantor" for i in range(4)]
    bylines = ["18 November 2026", "2 hari yang lalu", "Humas", "Senin (16/11/2026)"]
    news = news_of(
        *(
            fetch(f"/berita/kegiatan-nomor-{i}", article(t, b))
            for i, (t, b) in enumerate(zip(titles, bylines, strict=True))
        )
    )
    assert news.sampled == 4 and news.machine_readable == pytest.approx(2.5 / 4)


def test_two_readings_of_one_snapshot_are_equal() -> None:
    posts = [post(100 - i, t, f"2026-11-{20 - i}") for i, t in enumerate(TITLES)]
    pages = [
        fetch("/wp-json/wp/v2/posts", posts, FetchRole.API),
        fetch("/berita", listing(*(card(t, "1 November 2026") for t in TITLES))),
    ]
    assert news_of(*pages) == news_of(*pages)


@pytest.mark.parametrize(
    "body", [b"", b"\x00\xff\xfe", b"{", b"[]", b"<rss>", b"<urlset><url><loc>", b"[[[[[[[[" * 5000, b"<div>" * 600_000]
)
@pytest.mark.parametrize("role", [FetchRole.API, FetchRole.FEED, FetchRole.SITEMAP, FetchRole.PAGE, FetchRole.HOME])
def test_broken_answers_are_data_not_errors(body: bytes, role: FetchRole) -> None:
    broken = Fetch(f"{HOST}/berita", role, FetchStatus.OK, AT, f"{HOST}/berita", body=body, media_type="text/html")
    assert not news_of(broken).established


# -- agenda ------------------------------------------------------------------------------------------------------------


def test_agenda_entries_are_read_with_their_names_and_days_to_come() -> None:
    page = "<main><h1>Agenda</h1><ul><li><b>25</b><b>Nov</b><b>2026</b><p>Rapat kepala KUA di aula</p></li><li>30 November 2026 - Pembinaan guru madrasah</li></ul></main>"
    news = news_of(fetch("/agenda", page))
    assert [(i.title, i.date.value) for i in news.agenda if i.date] == [
        ("Pembinaan guru madrasah", date(2026, 11, 30)),
        ("Rapat kepala KUA di aula", date(2026, 11, 25)),
    ]
    assert news.items == ()


def test_events_of_a_calendar_script_are_agenda() -> None:
    page = '<main><h1>Agenda</h1><div id=c></div></main><script>new Calendar(c,{events:[{title:\'Rapat koordinasi\',start:\'2026-12-01\'},{"title":"Apel","start":"2026-11-23T07:00"}]})</script>'
    assert [i.title for i in news_of(fetch("/agenda", page)).agenda] == ["Rapat koordinasi", "Apel"]


def test_news_beside_the_announcements_is_no_announcement() -> None:
    titles = [f"Penyuluh Agama Gelar Pengajian Rutin Kelompok {n}" for n in range(3)]
    beside = "".join(f'<li><a href="/berita/{n}-pengajian-rutin">{title}</a></li>' for n, title in enumerate(titles))
    frame = '<html><body>{}<aside class="widget"><h3>Terbaru</h3><ul>' + beside + "</ul></aside></body></html>"
    own = "<main><h1>Pengumuman</h1>" + card(
        "Libur Layanan Idul Fitri Tahun 2026", "16 Maret 2026", "/pengumuman/libur"
    )
    pages = {"/pengumuman": frame.format(own + "</main>")}
    pages |= {f"/hal-{n}": frame.format(f"<main><h1>Halaman {n}</h1><p>Isi.</p></main>") for n in range(9)}
    announced = seen(pages).news.announcements
    assert [item.title for item in announced] == ["Libur Layanan Idul Fitri Tahun 2026"]


@pytest.mark.parametrize(
    "beside",
    ["Subuh 03.58 Dzuhur 11.30 Ashar 14.50", "There are no upcoming events.", "Beranda » PPID » Agenda kantor"],
)
def test_todays_date_beside_a_clock_or_an_empty_calendar_is_no_entry(beside: str) -> None:
    box = f"<main><h1>Agenda</h1><div>Minggu, 22 November 2026</div><div>{beside}</div></main>"
    assert news_of(fetch("/agenda", box)).agenda == ()


def test_a_prayer_table_on_the_agenda_page_is_no_entry() -> None:
    page = "<main><h1>Agenda</h1><p>Tidak ada agenda hari ini.</p><div class='jadwal-sholat'><p>Jadwal Sholat Minggu, 22 November 2026</p><p>Subuh 03.55</p></div></main>"
    assert news_of(fetch("/agenda", page)).agenda == ()
