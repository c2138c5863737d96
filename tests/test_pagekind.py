"""What an answer really is: the words of refusals, errors and empty pages, and the pages that merely speak of them."""

from __future__ import annotations

import pytest

from auditor.language.placeholders import is_placeholder, nil_in, placeholder_in
from auditor.model import FetchStatus
from auditor.read.page.answers import is_shell, likeness, response_status
from auditor.read.page.html import parse
from auditor.read.site.kinds import news_path

MENU = "<nav><ul>" + "".join(f'<li><a href="/{n}">Menu {n}</a></li>' for n in range(15)) + "</ul></nav>"
TEXT = "Kantor Kementerian Agama Kabupaten Purbalingga melayani masyarakat setiap hari kerja dengan sepenuh hati. " * 14


def status(
    html: str, http: int = 200, *, probe: str | None = None, headers: dict[str, str] | None = None
) -> FetchStatus:
    url = "https://tegal.kemenag.go.id/x"
    missing = parse(probe, url) if probe is not None else None
    return response_status(http, headers or {}, "text/html", html.encode(), missing, url=url)


def page(body: str, title: str = "Kemenag Tegal") -> str:
    head = f"<html><head><title>{title}</title></head>"
    return f"{head}<body>{MENU}<main>{body}</main><footer>Kemenag Tegal</footer></body></html>"


def test_an_ordinary_page_is_ordinary() -> None:
    assert status(page(f"<h1>Visi dan Misi</h1><p>{TEXT}</p>")) is FetchStatus.OK


# --- not found


@pytest.mark.parametrize("code", [404, 410])
def test_a_missing_page_says_so_by_its_code(code: int) -> None:
    assert status(page(TEXT), code) is FetchStatus.NOT_FOUND


@pytest.mark.parametrize(
    "html",
    [
        page("<h1>404</h1><p>Halaman tidak ditemukan</p>"),
        page("<h1>Oops! That page can’t be found.</h1><p>It looks like nothing was found at this location.</p>"),
        page("<p>Maaf, halaman yang Anda cari tidak ditemukan.</p>"),
        page("<p>x</p>", title="Page not found – Kemenag Tegal"),
        page("<p>Silakan kembali.</p>", title="Halaman Tidak Ditemukan | Kemenag Tegal"),
        page("<h2>Laman Tidak Ditemukan</h2>", title="404 - Kemenag Tegal"),
        page("<h1>Artikel tidak ditemukan</h1>"),
        "<title>Index of /files</title><h1>Index of /files</h1><ul><li><a href='/a.pdf'>a.pdf</a></li></ul>",
    ],
)
def test_an_error_page_with_status_200_is_not_found(html: str) -> None:
    assert status(html) is FetchStatus.SOFT_404


@pytest.mark.parametrize(
    "html",
    [
        page(f"<h1>Berita</h1><p>Penghulu kini melayani 404 peristiwa nikah. {TEXT}</p>"),
        page("<h1>Layanan Pengaduan</h1><p>Hubungi nomor 0283 404404 pada jam kerja untuk pengaduan masyarakat.</p>"),
        page(f"<h1>Panduan</h1><p>Bila muncul pesan halaman tidak ditemukan, periksa alamatnya. {TEXT}</p>"),
        page("<h1>Madrasah</h1><table><tr><th>No</th><th>Madrasah</th></tr><tr><td>404</td><td>MI</td></tr></table>"),
    ],
)
def test_a_page_that_mentions_such_words_is_there(html: str) -> None:
    assert status(html) is FetchStatus.OK


def test_a_page_like_the_answer_to_a_random_address_is_not_there() -> None:
    home = page("<h1>Selamat datang</h1><p>Portal resmi kantor kami untuk seluruh masyarakat kabupaten.</p>")
    assert status(home, probe=home) is FetchStatus.SOFT_404
    own = page(f"<h1>Maklumat Pelayanan</h1><p>{TEXT}</p>")
    assert status(own, probe=home) is FetchStatus.OK


def test_likeness_goes_by_the_text_two_pages_share() -> None:
    one, other = parse(f"<p>{TEXT}</p><p>a b c</p>", "https://a.id"), parse(f"<p>{TEXT}</p><p>x y</p>", "https://a.id")
    assert likeness(one, one) == 1.0
    assert 0.9 < likeness(one, other) < 1.0
    assert likeness(one, parse("<p>lain</p>", "https://a.id")) == 0.0
    assert likeness(parse("", "https://a.id"), parse("", "https://a.id")) == 1.0


# --- refusals


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("<title>Attention Required! | Cloudflare</title><h1>Sorry, you have been blocked</h1>", 403),
        ("<title>Attention Required! | Cloudflare</title><p>You are unable to access this site</p>", 200),
        ("<title>Just a moment...</title><p>Enable JavaScript and cookies to continue</p>", 403),
        ("<title>Request Rejected</title>The requested URL was rejected. Please consult with your administrator.", 200),
        ("<title>Access Denied</title><p>Your access to this site has been limited by the site owner</p>", 503),
        ("<h1>Verify you are human</h1><p>imunify360</p>", 200),
        (
            "<title>406</title><h1>Not Acceptable!</h1><p>A representation was not found. Mod_Security</p>",
            406,
        ),
    ],
)
def test_a_firewalls_refusal_is_neither_content_nor_absence(html: str, code: int) -> None:
    assert status(html, code) is FetchStatus.WAF


def test_a_firewall_may_show_itself_by_a_header_only() -> None:
    assert status("<p>Forbidden</p>", 403, headers={"cf-mitigated": "challenge"}) is FetchStatus.WAF


@pytest.mark.parametrize(
    ("html", "code", "expected"),
    [
        ("<title>403 Forbidden</title><h1>Forbidden</h1>", 403, FetchStatus.FORBIDDEN),
        ("<p>x</p>", 401, FetchStatus.UNAUTHORIZED),
        ("<form><input name=u><input type=password></form>", 403, FetchStatus.UNAUTHORIZED),
        ("<p>x</p>", 429, FetchStatus.RATE_LIMITED),
        ("<p>x</p>", 500, FetchStatus.SERVER_ERROR),
        ("<p>x</p>", 418, FetchStatus.CLIENT_ERROR),
        ("<title>Under Maintenance</title><p>Mohon maaf</p>", 503, FetchStatus.MAINTENANCE),
        ("<p>This account has been suspended. Contact your hosting provider.</p>", 503, FetchStatus.SUSPENDED),
    ],
)
def test_error_codes_keep_their_own_reasons(html: str, code: int, expected: FetchStatus) -> None:
    assert status(html, code) is expected


@pytest.mark.parametrize(
    "html",
    [
        page(f"<h1>Berita</h1><p>Cloudflare dan captcha dijelaskan pada pelatihan keamanan situs kantor. {TEXT}</p>"),
        page(f"<h1>Access denied</h1><p>{TEXT}{TEXT}</p>", title="Pelatihan Access Denied"),
    ],
)
def test_an_article_on_security_is_no_refusal(html: str) -> None:
    assert status(html) is FetchStatus.OK


# --- maintenance and suspension


@pytest.mark.parametrize(
    "html",
    [
        "<title>Maintenance</title><h1>Situs sedang dalam pemeliharaan</h1><p>Silakan kembali lagi nanti.</p>",
        "<h1>Mohon maaf, website sedang diperbaiki</h1><p>Kami sedang dalam perbaikan.</p>",
        "<title>Under Construction</title><p>Segera kembali</p>",
        "<p>Briefly unavailable for scheduled maintenance. Check back in a minute.</p>",
    ],
)
def test_a_site_under_repair_is_not_an_empty_site(html: str) -> None:
    assert status(html) is FetchStatus.MAINTENANCE


@pytest.mark.parametrize(
    "html",
    [
        page(
            "<h1>Berita</h1><p>Aplikasi sedang dalam pemeliharaan pada hari Sabtu, layanan tatap muka tetap buka.</p>"
        ),
        page(f"<h1>Pemeliharaan Gedung KUA</h1><p>{TEXT}</p>", title="Pemeliharaan Gedung KUA"),
        page("<h1>Realisasi Anggaran</h1><p>Sedang dalam pengembangan</p>"),
    ],
)
def test_a_page_about_maintenance_within_a_living_site_is_there(html: str) -> None:
    assert status(html) is FetchStatus.OK


@pytest.mark.parametrize(
    "html",
    [
        "<h1>Situs tidak tersedia</h1><p>Situs ini tidak tersedia karena pembayaran sewa domain belum dilakukan.</p>",
        "<title>Account Suspended</title><p>This Account has been suspended.</p>",
        "<title>kemenagtegal.com</title><p>This domain is parked. Buy this domain today!</p>",
        "<title>Welcome to nginx!</title><p>If you see this page, the nginx web server is successfully installed.</p>",
        "<title>Domain Default page</title><p>Plesk</p>",
    ],
)
def test_a_suspended_domain_is_dead_and_did_not_score_zero(html: str) -> None:
    assert status(html) is FetchStatus.SUSPENDED


def test_an_article_on_domains_is_no_suspension() -> None:
    assert status(page(f"<h1>Masa aktif domain</h1><p>Humas mengurus masa aktif domain kantor. {TEXT}{TEXT}</p>")) is (
        FetchStatus.OK
    )


# --- program errors


@pytest.mark.parametrize(
    "html",
    [
        "<b>Fatal error</b>: Uncaught Error: Call to undefined function x() in /home/a/index.php:3 Stack trace:",
        "<h1>Error establishing a database connection</h1>",
        page("<p>Fatal error: Allowed memory size of 1 bytes in /www/wp-includes/a.php on line 9</p>"),
        page("<h4>A PHP Error was encountered</h4><p>Message: Undefined variable Filename: views/profil.php</p>"),
        "<p>SQLSTATE[HY000] [1045] Access denied for user</p>",
        "<h1>Whoops, looks like something went wrong.</h1>",
        "<p>Telah terjadi galat serius di situs web ini.</p>",
    ],
)
def test_a_programs_error_with_status_200_is_no_content(html: str) -> None:
    assert status(html) is FetchStatus.APPLICATION_ERROR


def test_a_notice_above_a_page_that_works_does_not_hide_the_page() -> None:
    html = page(
        f"<p>Notice: Undefined variable: x in /www/a.php on line 2</p><h1>Visi dan Misi</h1><p>{TEXT}{TEXT}</p>"
    )
    assert status(html) is FetchStatus.OK


def test_an_article_on_such_errors_is_an_article() -> None:
    html = page("<h1>Tips</h1><p>Internal server error sering muncul ketika server sekolah kelebihan pengunjung.</p>")
    assert status(html) is FetchStatus.OK


# --- log-in pages and shells


def test_a_log_in_page_in_place_of_content_asks_for_a_log_in() -> None:
    html = "<h1>Masuk</h1><form><input name='u'><input type='password' name='p'><button>Masuk</button></form>"
    assert status(html) is FetchStatus.UNAUTHORIZED


def test_a_log_in_box_beside_content_hides_nothing() -> None:
    html = page(f"<h1>PTSP</h1><p>{TEXT}</p><form><input name='u'><input type='password'></form>")
    assert status(html) is FetchStatus.OK


@pytest.mark.parametrize(
    "html",
    [
        "<title>Kemenag Tegal</title><body><noscript>You need to enable JavaScript to run this app.</noscript>"
        '<div id="root"></div><script src="/a.js"></script></body>',
        '<body><div id="__next"><p>Memuat ...</p></div><script src="/a.js"></script></body>',
        "<body><app-root></app-root><script src='/main.js'></script></body>",
        "<body><script src='/main.js'></script></body>",
        '<body><div id="app"><img src="/muat.gif"></div><script>x()</script></body>',
    ],
)
def test_an_empty_shell_needs_javascript(html: str) -> None:
    assert status(html) is FetchStatus.NEEDS_JAVASCRIPT


@pytest.mark.parametrize(
    "html",
    [
        f'<body><div id="__next"><main><h1>PPID</h1><p>{TEXT}</p></main></div><script src="/a.js"></script></body>',
        f'<body><div id="app">{MENU}<main><p>Belum ada data</p></main></div><script src="/a.js"></script></body>',
        '<body><div id="root"><h1>Permohonan</h1><form><input name="nama"></form></div><script></script></body>',
        "<body><noscript>Aktifkan JavaScript untuk tampilan terbaik</noscript>" + page(f"<p>{TEXT}</p>") + "</body>",
        '<body><iframe src="/berkas.pdf"></iframe><script></script></body>',
        '<meta http-equiv="refresh" content="0;url=/beranda"><script></script>',
        "<p>Maklumat</p>",
    ],
)
def test_a_page_that_shows_something_is_no_shell(html: str) -> None:
    assert not is_shell(parse(html, "https://tegal.kemenag.go.id/"))


# --- other types


def test_files_are_not_read_as_pages() -> None:
    assert response_status(200, {}, "application/pdf", b"%PDF-1.4 404 not found") is FetchStatus.OK
    assert response_status(200, {}, "text/html", b"%PDF-1.4 404 not found") is FetchStatus.OK
    assert response_status(404, {}, "application/pdf", b"") is FetchStatus.NOT_FOUND


# --- placeholders and nil


@pytest.mark.parametrize(
    "text",
    [
        "Belum ada data",
        "Data belum tersedia.",
        "Mohon maaf, halaman sedang dalam proses",
        "Masih kosong!",
        "No data found",
        "Coming Soon",
        "Showing 0 to 0 of 0 entries",
        "There are no articles in this category.",
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit",
        "Numquam eligendi sapiente voluptas et harum. Quisquam impedit nostrum ducimus aut.",
        "Dokumen akan segera diunggah",
    ],
)
def test_an_empty_promise_is_a_placeholder(text: str) -> None:
    assert placeholder_in(text, len(text.split())) and is_placeholder(text)


@pytest.mark.parametrize(
    "text",
    [
        "Nihil",
        "Tidak ada.",
        "Sampai dengan 30 Juni 2026 tidak ada permohonan informasi yang ditolak",
        "Tidak terdapat perjanjian dengan pihak ketiga pada tahun 2026",
        "Belum pernah ada sengketa informasi",
    ],
)
def test_nothing_to_report_is_an_answer(text: str) -> None:
    assert nil_in(text) and not placeholder_in(text, len(text.split())) and not is_placeholder(text)


@pytest.mark.parametrize(
    "text", ["Visi dan misi kantor", "Kami melayani dengan hati", "Belum ada data", "nihilisme", ""]
)
def test_other_passages_are_no_nil_return(text: str) -> None:
    assert nil_in(text) == ""


def test_a_long_page_that_mentions_something_unfinished_is_no_placeholder() -> None:
    text = f"{TEXT} Untuk triwulan keempat data belum tersedia."
    assert placeholder_in(text, len(text.split())) == "" and not is_placeholder(text)


def test_template_text_left_over_is_a_placeholder_at_any_usual_length() -> None:
    text = "Lorem ipsum dolor sit amet " + "sed do eiusmod tempor " * 60
    assert placeholder_in(text, len(text.split())) != ""


# --- addresses of news


@pytest.mark.parametrize(
    "url",
    [
        "https://a.id/2022/03/02/kemenag-gelar-rapat/",
        "https://a.id/berita/kemenag-gelar-rapat",
        "https://a.id/berita/detail/512",
        "https://a.id/informasi-penting/berita/kepala-kantor-buka-manasik",
        "https://a.id/artikel/1234",
    ],
)
def test_addresses_of_articles_are_known(url: str) -> None:
    assert news_path(url)


@pytest.mark.parametrize(
    "url",
    [
        "https://a.id/berita",
        "https://a.id/berita/",
        "https://a.id/profil/visi-dan-misi",
        "https://a.id/wp-content/uploads/2026/03/lkjip-2025.pdf"[:40],
        "https://a.id/2026",
        "https://a.id/ppid/informasi-berkala",
    ],
)
def test_addresses_of_pages_are_not_taken_for_articles(url: str) -> None:
    assert not news_path(url)


def test_a_short_passage_of_filler_is_a_placeholder() -> None:
    assert is_placeholder(
        "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore."
    )
