"""A site is seen as its visitors see it: where nothing was read, nothing is proved; who is sent on, goes on."""

from __future__ import annotations

import pytest

from auditor.model import FetchStatus, SiteState
from auditor.read.page.answers import is_shell, response_status
from auditor.read.page.html import parse
from tests.faults.crawling import crawl
from tests.faults.server import PROSE, Exchange, FaultServer, Handler, page, reply

HERE = "https://purbalingga.kemenag.go.id/"
NOBODYS = {
    "a server's first page": "<title>Selamat datang di server</title><h1>Server ini bekerja!</h1><p>Berhasil.</p>",
    "a hosting panel's page": "<title>Default</title><h1>Akun hosting Anda siap</h1><p>Unggah berkas Anda, lalu "
    "hapus index.html ini. Butuh bantuan? Baca <a href='https://panel.example/bantuan'>petunjuknya</a>.</p>",
    "a program's installer": "<title>Instalasi</title><h1>Selamat datang</h1><form method=post action=pasang.php>"
    "<label>Nama pengguna <input name=nama></label><label>Sandi <input type=password name=sandi></label></form>",
    "a framework's example": "<title>Kerangka</title><a href='/login'>Log in</a><a href='/register'>Register</a>"
    "<h2>Documentation</h2><p>This framework has wonderful documentation covering every aspect of it.</p>",
    "a parked domain": "<title>contoh.example</title><h1>Domain Anda sudah aktif</h1><p>Arahkan nameserver.</p>",
    "a trial": "<body>tes</body>",
    "a picture with a link elsewhere": "<a href='https://vendor.example/'><img src=awal.png alt=Awal></a>",
}


@pytest.mark.parametrize("name", NOBODYS)
def test_a_page_that_no_office_wrote_is_no_site_of_an_office(name: str) -> None:
    with FaultServer({"/": reply(f"<html><head></head>{NOBODYS[name]}</html>")}) as server:
        status, _ = crawl(server.url)
    assert status.state is SiteState.UNREACHABLE
    assert status.cause in (FetchStatus.NO_SITE, FetchStatus.EMPTY, FetchStatus.UNAUTHORIZED)


@pytest.mark.parametrize(
    "body", ["", " \n", "<html><head><title>Kankemenag Purbalingga</title></head><body></body></html>"]
)
def test_a_blank_home_page_proves_nothing(body: str) -> None:
    with FaultServer({"/": reply(body)}) as server:
        status, _ = crawl(server.url)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.EMPTY)


def test_a_short_home_page_of_an_office_is_its_site() -> None:
    home = "<h1>Kankemenag Kabupaten Purbalingga</h1><p>Jl. Contoh No. 7.</p>"
    with FaultServer({"/": reply(home)}) as server:
        assert crawl(server.url)[0].state is SiteState.ALIVE


def test_a_splash_picture_with_a_way_in_leads_to_the_site() -> None:
    splash = "<title>Selamat datang</title><a href='/beranda'><img src=/sampul.jpg alt=''></a>"
    with FaultServer({"/": reply(splash), "/beranda": reply(page("Beranda", PROSE))}) as server:
        assert crawl(server.url)[0].state is SiteState.ALIVE


SHELLS = {
    "a module in the head": "<head><script type=module src=/a.js></script></head><body><div id=root></div></body>",
    "an element of an application": "<head><script src=/a.js defer></script></head><body><app-root></app-root></body>",
    "a word of patience": "<body><div id=app>Memuat ...</div><script src=/a.js></script></body>",
    "a picture that turns": "<body><div id=app><img src=/p.gif>Mohon tunggu</div><script src=/a.js></script></body>",
    "any empty element": "<head><script src=/a.js></script></head><body><div id=situs></div></body>",
}


@pytest.mark.parametrize("name", SHELLS)
def test_an_empty_page_with_a_program_waits_for_its_browser(name: str) -> None:
    assert is_shell(parse(f"<html>{SHELLS[name]}</html>", HERE))


def test_data_in_a_script_element_is_no_program() -> None:
    data = '<head><script type="application/ld+json">{"@type": "Organization"}</script></head><body></body>'
    assert not is_shell(parse(data, HERE))


AWAITED = {
    "a table of headings for a grid": "<table id=dip class=datatable><thead><tr><th>No</th><th>Judul</th></tr></thead>"
    "<tbody></tbody></table><script src=/grid.js></script>",
    "a table whose rows are fetched": "<table><thead><tr><th>No</th></tr></thead><tbody></tbody></table>"
    "<script>fetch('/api/dip').then(isi)</script>",
    "words instead of a list": "<h1>Regulasi</h1><div>Memuat data...</div><script src=/a.js></script>",
    "words after a failure": f"<h1>Regulasi</h1>{PROSE}<p>Gagal memuat data</p><script src=/a.js></script>",
    "a viewer that names no file": "<h1>DIP</h1><div class='_df_book' id=buku></div><script src=/dflip.js></script>",
}


@pytest.mark.parametrize("name", AWAITED)
def test_a_page_that_waits_for_its_content_is_known(name: str) -> None:
    found = parse(f"<main>{AWAITED[name]}</main>", HERE)
    assert found.awaits or found.bare_table


@pytest.mark.parametrize(
    "html",
    [
        "<table class=datatable><tr><th>No</th></tr><tr><td>Belum ada data</td></tr></table><script></script>",
        f"<div id=preloader>Loading...</div><h1>Sejarah</h1>{PROSE}<script src=/a.js></script>",
        "<h1>Regulasi</h1><p>Memuat data pokok madrasah se-Kabupaten Purbalingga tahun 2026.</p><script></script>",
        "<table><tr><th>Nama</th></tr></table>",
    ],
)
def test_a_page_that_is_all_there_waits_for_nothing(html: str) -> None:
    found = parse(f"<main>{html}</main>", HERE)
    assert not (found.awaits or found.bare_table)


def test_what_react_streams_later_is_read() -> None:
    html = '<main><div id="B:0">Memuat</div></main><div hidden id="S:0"><p>Kami sanggup melayani.</p></div>'
    assert "sanggup melayani" in parse(html, HERE).text


def test_an_entry_of_a_menu_that_opens_by_script_is_known_as_shut() -> None:
    nav = (
        "<nav><div><button>Profil</button><div><a href=/visi>Visi Misi</a></div></div>"
        "<div><button>Informasi Publik</button></div>"
        "<div class=pointer>Layanan</div><a href='#'>PPID</a></nav><main>Isi</main>"
    )
    assert parse(nav, HERE).shut == ("Informasi Publik", "Layanan")


# -- followed as browsers do ----------------------------------------------------------------------------------------

OFFICE = reply(page("Beranda", PROSE, "<a href='/ppid'>PPID</a>"))
SENT_ON = {
    "a header": reply(b"", Refresh="0;url=/baru/"),
    "a header beside a few words": reply("<p>Sebentar ...</p>", Refresh="3; URL='/baru/'"),
    "a refresh without its key": reply("<head><meta http-equiv=refresh content='0; /baru/'></head>"),
    "a refresh in the body": reply("<body><p><meta http-equiv='Refresh' content='0;url=/baru/'></p></body>"),
    "a comma": reply("<head><meta http-equiv=refresh content='0,url=/baru/'></head>"),
    "a script": reply("<head><script>window.location.href = '/baru/';</script></head><body></body>"),
    "a script with patience": reply(
        "<h1>Memuat</h1><script>setTimeout(() => location.replace('/baru/'), 3000)</script>"
    ),
    "a script of the whole window": reply("<script>top.location='/baru/'</script>"),
    "an attribute of the body": reply("<body onload=\"location.href='/baru/'\"></body>"),
    "a frame": reply("<html><frameset rows='100%,*'><frame src='/baru/'><frame noresize></frameset></html>"),
    "a frame in the page": reply("<body><iframe src='/baru/' width='100%'></iframe></body>"),
}


@pytest.mark.parametrize("name", SENT_ON)
def test_a_home_page_that_sends_on_is_followed(name: str) -> None:
    routes: dict[str, Handler] = {"/": SENT_ON[name], "/baru/": OFFICE, "/ppid": reply(page("PPID", PROSE))}
    with FaultServer(routes) as server:
        status, archive = crawl(server.url)
    assert status.state is SiteState.ALIVE
    home = archive.fetches[1]
    assert home.final_url == f"{server.url}/baru/" and home.redirects == (f"{server.url}/baru/",)
    assert archive.of("/ppid").status is FetchStatus.OK


def test_a_home_page_whose_way_on_is_dead_is_read_itself() -> None:
    home = page(
        "Beranda", "<p>Kantor Kementerian Agama</p><a href='/ppid'>PPID</a><script>location.href='/tamat'</script>"
    )
    with FaultServer({"/": reply(home), "/ppid": reply(page("PPID", PROSE))}, missing=reply("", 404)) as server:
        status, archive = crawl(server.url)
    assert status.state is SiteState.ALIVE and archive.of("/ppid").status is FetchStatus.OK
    assert [one.reason for one in archive.skipped if one.url.endswith("/tamat")] == [FetchStatus.NOT_FOUND]


def test_an_address_that_a_script_puts_together_is_not_read_off_it() -> None:
    script = "<script>location.assign(`${dasar}halaman/beranda.html`)</script>"
    assert parse(f"<head></head><body>{script}</body>", HERE).sent_to == ""


def test_pages_that_send_each_other_on_come_to_an_end() -> None:
    to = "<head><meta http-equiv=refresh content='0;url={}'></head>"
    with FaultServer({"/": reply(to.format("/a")), "/a": reply(to.format("/"))}) as server:
        status, _ = crawl(server.url)
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.REDIRECT_LOOP)


@pytest.mark.parametrize("tag", ["<frameset><frame src='{}'></frameset>", "<body><iframe src='{}'></iframe></body>"])
def test_a_domain_that_masks_another_address_is_told_and_not_judged(tag: str) -> None:
    with FaultServer({"/": OFFICE}) as elsewhere:
        masked = tag.format(elsewhere.url)
        with FaultServer(
            {"/": reply(f"<html><head><title>Kankemenag Purbalingga</title></head>{masked}</html>")}
        ) as server:
            status, _ = crawl(server.url)
        assert elsewhere.log.requests == []
    assert (status.state, status.cause) == (SiteState.UNREACHABLE, FetchStatus.REDIRECTED_AWAY)
    assert elsewhere.url in status.detail


def test_a_full_page_that_loads_itself_again_is_read_where_it_is() -> None:
    home = page("Beranda", PROSE).replace("<title>", "<meta http-equiv=refresh content='300'><title>")
    with FaultServer({"/": reply(home, Refresh="600")}) as server:
        status, archive = crawl(server.url)
    assert status.state is SiteState.ALIVE and archive.of("/").redirects == ()


def test_a_script_that_leads_away_at_a_click_is_not_followed_from_a_full_page() -> None:
    home = page("Beranda", f"{PROSE}<script>function buka() {{ location.href = '/lain'; }}</script>")
    with FaultServer({"/": reply(home)}) as server:
        _, archive = crawl(server.url)
    assert archive.of("/").redirects == ()


# -- addresses as browsers read them --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "file"),
    [
        ("<iframe src='about:blank' data-src='/unduh/dip.pdf'></iframe>", "unduh/dip.pdf"),
        ("<iframe data-lazy-src='/unduh/dip.pdf' src='data:text/html,'></iframe>", "unduh/dip.pdf"),
        ("<a href=\"javascript:window.open('/unduh/dip.pdf','_blank');\">DIP</a>", "unduh/dip.pdf"),
        ("<a href='https://www.google.com/url?q=https://purbalingga.kemenag.go.id/dip&sa=D'>DIP</a>", "dip"),
        (
            "<a href='https://apc01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fpurbalingga.kemenag.go.id%2Fdip&data=x'>DIP</a>",
            "dip",
        ),
        (
            '<h2>DIP</h2><div class="_df_book" id="df_7"></div>'
            '<script>window.opsi_7 = {"source":"\\/unduh\\/dip.pdf"};</script>',
            "unduh/dip.pdf",
        ),
        ("<div class='flipbook' data-options='{\"pdfUrl\": \"/unduh/dip.pdf\"}'></div>", "unduh/dip.pdf"),
        ("<div class='pdf-viewer' data-source='/unduh/dip.pdf'></div>", "unduh/dip.pdf"),
        ("<div id=lihat></div><script>PDFObject.embed('/unduh/dip.pdf', '#lihat');</script>", "unduh/dip.pdf"),
    ],
)
def test_the_address_behind_a_way_of_writing_is_found(html: str, file: str) -> None:
    found = parse(f"<main><h1>Daftar Informasi Publik</h1>{html}</main>", HERE)
    assert HERE + file in {link.url for link in found.links}
    assert not found.awaits


def test_a_hidden_mail_address_is_read_as_every_browser_shows_it() -> None:
    code = bytes([0x2A, *(byte ^ 0x2A for byte in b"humas@contoh.go.id")]).hex()
    html = f'<p>Surel: <a href="/cdn-cgi/l/email-protection" data-cfemail="{code}">[surel dilindungi]</a></p>'
    assert "humas@contoh.go.id" in parse(html, HERE).text
    linked = parse(f'<a href="/cdn-cgi/l/email-protection#{code}">Surel</a>', HERE).links[0]
    assert linked.raw == "mailto:humas@contoh.go.id"


# -- words about trouble --------------------------------------------------------------------------------------------

MENU = "".join(f"<a href='/{n}'>Menu {n}</a>" for n in range(6))


def judged(html: str) -> FetchStatus:
    return response_status(200, {}, "text/html", f"<html>{html}</html>".encode(), url=HERE)


@pytest.mark.parametrize(
    "words",
    [
        "Layanan antrean daring sedang dalam pengembangan.",
        "Jalan di depan kantor sedang dalam tahap perbaikan, harap berhati-hati.",
        "Aplikasi pendaftaran nikah sedang dalam pemeliharaan sampai Jumat",
    ],
)
def test_trouble_with_one_thing_is_no_trouble_of_the_site(words: str) -> None:
    assert (
        judged(f"<title>Kankemenag</title><nav>{MENU}</nav><main><h1>Beranda</h1><p>{words}</p></main>")
        is FetchStatus.OK
    )


@pytest.mark.parametrize(
    "html",
    [
        "<title>Pemeliharaan</title><p>Kami segera kembali.</p>",
        "<title>Kankemenag</title><h1>Situs dalam perbaikan</h1>",
        f"<title>Kankemenag</title><nav>{MENU}</nav><p>Mohon maaf, situs ini sedang dalam perbaikan.</p>",
        "<title>Kankemenag</title><p>Sedang dalam pemeliharaan.</p>",
    ],
)
def test_trouble_of_the_site_is_said_of_the_site(html: str) -> None:
    assert judged(html) is FetchStatus.MAINTENANCE


def test_a_folder_that_lists_files_is_a_page_and_an_empty_one_is_not() -> None:
    listing = "<title>Index of /dok</title><h1>Index of /dok</h1><a href='/'>Parent Directory</a>"
    url = HERE + "dok/"
    full = f"{listing}<a href='dip.pdf'>dip.pdf</a>".encode()
    assert response_status(200, {}, "text/html", full, url=url) is FetchStatus.OK
    assert response_status(200, {}, "text/html", listing.encode(), url=url) is FetchStatus.SOFT_404


# -- what is missing is known ---------------------------------------------------------------------------------------


def moving(number: int) -> str:
    """A home page whose verse and news are others at every load."""
    words = ("amanah", "tekun", "sabar", "jujur", "adil", "tertib", "santun", "syukur")
    verse = " ".join(words[(number * 3 + k) % 8] for k in range(12))
    cards = "".join(
        f"<li><a href='/berita/{number + k}'>Kabar nomor {number * 7 + k} hari ini</a></li>" for k in range(3)
    )
    return page("Beranda", f"<blockquote>{verse}</blockquote>{PROSE}<ul>{cards}</ul>", "<a href='/dip'>DIP</a>")


def test_a_home_page_that_moves_and_stands_for_every_missing_page_is_known() -> None:
    count = 0

    async def home(exchange: Exchange) -> None:
        nonlocal count
        count += 1
        await reply(moving(count))(exchange)

    real = reply(page("PPID", "<blockquote>Melayani dengan hati</blockquote>" + PROSE + "<ul><li>Satu</li></ul>"))
    routes: dict[str, Handler] = {
        "/": home,
        "/ppid": real,
        "/robots.txt": reply("", 404),
        "/sitemap.xml": reply("", 404),
    }
    start = moving(0).replace("<a href='/dip'>", "<a href='/ppid'>PPID</a><a href='/dip'>")
    with FaultServer({**routes, "/": reply(start)}, missing=home) as server:
        _, archive = crawl(server.url)
    assert archive.of("/dip").status is FetchStatus.SOFT_404
    assert archive.of("/ppid").status is FetchStatus.OK


def test_a_host_that_knows_its_missing_pages_is_asked_for_one() -> None:
    with FaultServer({"/": OFFICE}) as server:
        crawl(server.url)
    assert sum("auditor-kip" in path for path in server.log.paths) == 1


def test_a_menu_that_a_card_of_text_leads_from_is_open() -> None:
    nav = (
        "<nav><a href=/profil><div>Profil PPID</div><div>Gambaran umum</div></a><a href=/visi><div>Visi</div></a></nav>"
        "<main>Isi</main>"
    )
    assert parse(nav, HERE).shut == ()
