"""Copies are known by what they tell: pages, whole sites read twice, and the addresses that are passed over then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from auditor.crawl.variants import Variants
from auditor.model import FetchStatus, Skipped
from auditor.observations import Observations, TargetState
from auditor.read.observe import observe
from auditor.read.page.digests import imprint_of
from auditor.read.page.html import parse
from auditor.read.page.imprint import Copies
from tests.faults.crawling import SETTINGS, Memory, crawl
from tests.faults.server import FaultServer, page, reply
from tests.small_sites import SITE, page_at, seen
from tests.test_observe import fetch, snapshot

TOLD = {
    "profil": "Kantor ini berdiri sejak tahun 1946 dan melayani delapan belas kecamatan di wilayah kabupaten.",
    "layanan": "Pemohon mengambil nomor antrean, menyerahkan berkas di loket, lalu menunggu tanda terima dari petugas.",
    "kontak": "Loket dibuka Senin sampai Jumat pukul delapan pagi hingga empat sore, kecuali hari libur nasional.",
    "maklumat": "Dengan ini kami sanggup menyelenggarakan pelayanan sesuai standar dan siap menerima sanksi.",
    "sejarah": "Gedung pertama terletak di dekat alun-alun, kemudian dipindahkan ke jalan raya pada tahun 1987.",
    "struktur": "Kepala kantor dibantu oleh kepala subbagian tata usaha, kepala seksi, dan para penyelenggara.",
    "regulasi": "Pelayanan informasi berpedoman pada undang-undang, peraturan pemerintah, dan peraturan menteri.",
}


def html(name: str, prefix: str = "", query: str = "", told: str = "", main: str = "") -> str:
    """A page of a small site; ``prefix`` and ``query`` are on all its links, as on copies of a whole site."""
    menu = "".join(f"<a href='{prefix}/{other}{query}'>{other.title()}</a>" for other in TOLD)
    return page(name.title(), f"<p>{told or TOLD[name]}</p>{main}", menu)


def original(*pages: tuple[str, str]) -> list[str]:
    """Of what each page (address, HTML) is a copy, read one after the other; "" for a new one."""
    known = Copies()
    return [known.original(url, imprint_of(parse(body.encode(), url))) for url, body in pages]


def test_a_page_that_tells_the_same_is_a_copy_whatever_its_address_and_its_links() -> None:
    first, again = f"{SITE}/profil", f"{SITE}/en/profil?sid=8f3a9c0d1e2b4a57"
    inside = "<a href='{}/berkas?id=4{}'>Unduh</a>"
    one = html("profil", main=inside.format("", ""))
    other = html("profil", "/en", "?sid=8f3a9c0d1e2b4a57", main=inside.format("/en", "&sid=8f3a9c0d1e2b4a57"))
    assert original((first, one), (again, other)) == ["", first]


@pytest.mark.parametrize(
    "other",
    [
        html("profil", told=TOLD["layanan"]),
        html("profil", main="<p>Kepala kantor dijabat oleh pejabat baru.</p>"),
        html("profil", main="<a href='/berkas?id=5'>Unduh</a>"),
        html("profil", main="<img src='/gambar/bagan-2026.png' width=900 height=600>"),
        html("profil", main="<iframe src='/berkas/bagan.pdf'></iframe>"),
        html("profil").replace("<h1>Profil</h1>", "<h1>Profil PPID</h1>"),
    ],
    ids=["text", "more", "file", "picture", "frame", "heading"],
)
def test_a_page_that_tells_or_offers_anything_else_is_a_page(other: str) -> None:
    one = html("profil", main="<a href='/berkas?id=4'>Unduh</a>") if "Unduh" in other else html("profil")
    assert original((f"{SITE}/a", one), (f"{SITE}/b", other)) == ["", ""]


def test_what_moves_from_load_to_load_does_not_make_another_page() -> None:
    clock = "<p>Sabtu, 28 November 2026 21:45:{}</p><p>Pengunjung hari ini: {}</p>"
    pages = [(f"{SITE}/{n}", html("profil", main=clock.format(10 + n, 100 + n))) for n in (1, 2)]
    assert original(*pages) == ["", f"{SITE}/1"]


@pytest.mark.parametrize(
    "empty",
    [
        page("PPID", ""),
        page("PPID", "<p>Belum ada data.</p>"),
        "<html><head><title>PPID</title></head><body><div id=root></div><script src=/a.js></script></body></html>",
        page("PPID", f"<p>{TOLD['profil']}</p><div>Memuat data ...</div><script>load()</script>"),
        page("PPID", f"<p>{TOLD['profil']}</p><form><input type=password name=p></form>"),
    ],
    ids=["empty", "nothing", "shell", "loading", "log-in"],
)
def test_pages_that_show_nothing_of_their_own_are_no_copies_of_each_other(empty: str) -> None:
    assert original((f"{SITE}/dip", empty), (f"{SITE}/dik", empty)) == ["", ""]


def test_what_the_site_shows_everywhere_makes_no_two_pages_alike() -> None:
    side = (
        "<div><p>Ikuti kami di media sosial dan sampaikan saran Anda melalui kotak saran di loket pelayanan.</p></div>"
    )
    known = [(f"{SITE}/{name}", html(name, main=side)) for name in ("profil", "layanan", "kontak")]
    empty = [(f"{SITE}/{n}", page("PPID", side)) for n in (1, 2)]
    assert original(*known, *empty) == [""] * 5


def test_the_home_page_under_another_address_is_the_home_page() -> None:
    known = Copies()
    home = imprint_of(parse(html("profil").encode(), f"{SITE}/"))
    assert known.original(f"{SITE}/", home, home=True) == ""
    assert known.original(f"{SITE}/beranda-baru", home) == f"{SITE}/"


# -- what it means for the checks -------------------------------------------------------------------------------------


def test_copies_count_as_one_page_for_the_checks() -> None:
    pages = {f"/{name}": html(name) for name in TOLD} | {f"/lama/{name}": html(name, "/lama") for name in TOLD}
    found: Observations = seen({"/": page("Beranda", "<p>Selamat datang di situs kami.</p>"), **pages})
    assert [one.url.removeprefix(SITE) for one in found.pages] == ["/", *(f"/{name}" for name in TOLD)]
    assert found.target(f"{SITE}/lama/kontak").page is page_at(found, "/kontak")
    assert f"{SITE}/lama/kontak" in page_at(found, "/kontak").requested
    assert TOLD["kontak"] in page_at(found, "/kontak").text, "read five times, it is still no template"


def test_a_copy_with_a_name_of_its_own_in_the_menu_stays_a_page_of_its_own() -> None:
    home = page("Beranda", "", "<a href='/info?jenis=a'>Berkala</a><a href='/info?jenis=b'>Serta Merta</a>")
    found = seen({"/": home, "/info?jenis=a": html("layanan"), "/info?jenis=b": html("layanan")})
    assert page_at(found, "/info?jenis=b").trail == ("Serta Merta",)


def test_what_was_passed_over_as_a_copy_stands_for_the_page_that_was_read() -> None:
    skipped = Skipped(f"{SITE}/lama/kontak", FetchStatus.COPY, label="Kontak", detail=f"{SITE}/kontak")
    found = observe(snapshot(fetch("/", html("profil")), fetch("/kontak", html("kontak")), skipped=(skipped,)))
    target = found.target(f"{SITE}/lama/kontak")
    assert target.state is TargetState.PAGE and target.page is page_at(found, "/kontak")
    assert not found.unseen, "nothing was missed"


# -- what it means for the crawl --------------------------------------------------------------------------------------


def visit(routes: dict[str, str], max_pages: int = 30) -> tuple[Memory, list[str]]:
    handlers = {path: reply(body) for path, body in routes.items()}
    with FaultServer(handlers, missing=reply("<h1>404</h1>", 404)) as server:
        _, archive = crawl(server.url, replace(SETTINGS, max_pages=max_pages))
    return archive, server.log.paths


def everything(copy: str, home: str = "") -> dict[str, str]:
    """A site that stands there twice; ``copy`` makes of a path the address of its copy."""
    front = home or "".join(f"<a href='{copy.format(name)}'>{name} lain</a>" for name in TOLD)
    pages = {f"/{name}": html(name) for name in TOLD} | {copy.format(name): html(name) for name in TOLD}
    return {"/": page("Beranda", front, "".join(f"<a href='/{n}'>{n.title()}</a>" for n in TOLD)), **pages}


@pytest.mark.parametrize("copy", ["/index.php/{}", "/{}?sid=12", "/{}?tampilan=polos", "/{}/versi-teks", "/mobile/{}"])
def test_a_part_of_addresses_that_never_makes_another_page_is_passed_over(copy: str) -> None:
    archive, asked = visit(everything(copy))
    copies = [path for path in asked if path in {copy.format(name) for name in TOLD}]
    assert len(copies) == 3 and {f"/{name}" for name in TOLD} < set(asked)
    left = [one for one in archive.skipped if one.reason is FetchStatus.COPY]
    assert len(left) == len(TOLD) - 3
    assert all(archive.of(one.detail).status is FetchStatus.OK for one in left), "it tells of what it is a copy"


def test_copies_cost_nothing_of_the_pages_that_may_be_opened() -> None:
    _, asked = visit(everything("/mobile/{}"), max_pages=9)
    assert {f"/{name}" for name in TOLD} < set(asked)


def test_a_part_that_makes_another_page_even_once_is_followed() -> None:
    routes = everything("/{}?tahun=2024")
    routes["/struktur?tahun=2024"] = html(
        "struktur", told="Susunan lama: seorang kepala kantor dan dua orang juru tulis."
    )
    _, asked = visit(routes)
    assert {path for path in routes if path != "/"} <= set(asked)


def test_what_the_menu_names_for_something_else_is_opened_although_it_may_be_a_copy() -> None:
    copy = "/{}?m=1"
    names = "".join(f"<a href='{copy.format(name)}'>{name} lain</a>" for name in list(TOLD)[:5])
    menu = f"{names}<nav><a href='{copy.format('regulasi')}'>Daftar Informasi Publik</a></nav>"
    routes = everything(copy, menu)
    routes[copy.format("regulasi")] = page(
        "Daftar Informasi Publik", "<p>Berikut daftar informasi yang dikuasai kantor.</p>"
    )
    _, asked = visit(routes)
    assert copy.format("regulasi") in asked


def test_a_part_is_judged_by_all_pages_that_differ_in_it_alone() -> None:
    known = Variants()
    for name in ("a", "b", "c"):
        known.opened(f"{SITE}/{name}", f"{SITE}/{name}")
        known.opened(f"{SITE}/{name}?v=1", f"{SITE}/{name}?v=1", f"{SITE}/{name}")
    known.opened(f"{SITE}/d?v=7", f"{SITE}/d?v=7")
    assert known.same_as(f"{SITE}/d") == known.same_as(f"{SITE}/d?v=8") == f"{SITE}/d?v=7"
    assert known.same_as(f"{SITE}/e?v=8") == "", "nothing like it was opened"
    known.opened(f"{SITE}/d?v=8", f"{SITE}/d?v=8")
    assert known.same_as(f"{SITE}/d?v=9") == "", "one page of its own is enough"
