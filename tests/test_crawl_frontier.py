"""What is opened next, and what is left alone: focus, budgets, traps, duplicates. Pure, without a network."""

from __future__ import annotations

import pytest

from auditor.crawl.address import address_of, identity
from auditor.crawl.expectation import Claims, Expectation
from auditor.crawl.frontier import Frontier, Lead
from auditor.crawl.media import is_document, retry_after, status_of_code, viewed_file
from auditor.crawl.sitemaps import read_sitemap
from auditor.crawl.traps import Traps
from auditor.model import FetchRole, FetchStatus, Skipped, Wanted
from auditor.observations import Link, Zone
from tests.faults.crawling import PHRASES, site
from tests.small_sites import PACK

HOME = "https://purbalingga.kemenag.go.id/"


def frontier(*links: Link, about: Claims = (), **office: object) -> Frontier:
    made = Frontier(site(HOME, **office), PHRASES)
    made.mark_opened(HOME)
    for link in links:
        made.offer(link, HOME, 1, about)
    return made


def link(path: str, label: str = "", zone: Zone = Zone.MAIN, **more: str) -> Link:
    return Link(path if "://" in path else HOME + path.lstrip("/"), label, zone, **more)  # type: ignore[arg-type]


def order(made: Frontier, pages: int = 99, documents: int = 99) -> list[str]:
    found = []
    while (lead := made.next(pages, documents)) is not None:
        found.append(lead.url.removeprefix(HOME))
        made.answer(lead, FetchStatus.OK, lead.url)
    return found


def skips(made: Frontier) -> dict[str, Skipped]:
    return {skipped.url.removeprefix(HOME): skipped for skipped in made.left()}


def test_what_the_rules_ask_for_comes_before_news_and_galleries() -> None:
    made = frontier(
        link("/galeri", "Galeri", Zone.NAV),
        link("/berita/kepala-kantor-membuka-rapat-kerja", "Kepala Kantor Membuka Rapat Kerja", Zone.MAIN),
        link("/ppid/dip", "Daftar Informasi Publik", Zone.NAV),
        link("/kontak-kami", "Kontak", Zone.FOOTER),
    )
    assert order(made)[0] == "ppid/dip"
    assert order(frontier(link("/galeri", "Galeri", Zone.NAV), link("/x", "LKjIP", Zone.FOOTER)))[0] == "x"


def test_heavier_phrases_come_first() -> None:
    made = frontier(link("/a", "Visi Misi", Zone.NAV), link("/b", "Daftar Informasi Publik", Zone.NAV))
    assert order(made) == ["b", "a"]


def test_the_menu_comes_before_the_body() -> None:
    assert order(frontier(link("/a", "LKjIP", Zone.MAIN), link("/b", "LKjIP", Zone.NAV))) == ["b", "a"]


def test_a_word_inside_another_word_is_no_match() -> None:
    made = frontier(link("/a", "Berkas DIPA 2026"), link("/b", "DIP 2026"))
    assert order(made) == ["b", "a"]


def test_an_answered_phrase_promises_less_than_an_open_one() -> None:
    made = frontier(
        *(link(f"/dip-{word}", f"DIP {word}") for word in ("satu", "dua", "tiga", "empat")),
        link("/maklumat", "Maklumat Pelayanan"),
    )
    assert order(made).index("maklumat") <= 2


def test_pages_and_documents_have_budgets_of_their_own() -> None:
    made = frontier(link("/lkjip.pdf", "LKjIP 2025"), link("/ppid", "PPID"))
    lead = made.next(0, 5)
    assert lead is not None and lead.role is FetchRole.DOCUMENT
    assert made.next(0, 5) is None
    lead = made.next(5, 0)
    assert lead is not None and lead.role is FetchRole.PAGE


def test_the_newest_of_many_reports_is_opened_first() -> None:
    made = frontier(*(link(f"/lkjip-{year}.pdf", f"LKjIP {year}") for year in (2019, 2025, 2022)))
    assert order(made)[0] == "lkjip-2025.pdf"


def test_a_bare_download_label_is_judged_by_its_row() -> None:
    made = frontier(link("/a.pdf", "Unduh", context="Rapat bulanan"), link("/b.pdf", "Unduh", context="LKjIP 2025"))
    assert order(made)[0] == "b.pdf"


def test_a_few_news_articles_are_opened_for_their_dates_even_when_the_budget_is_tight() -> None:
    news = [
        link(f"/berita/kepala-kantor-membuka-rapat-ke-{n}", f"Kepala Kantor Membuka Rapat {n}") for n in "abcdefghijkl"
    ]
    menu = [link(f"/ppid/{n}", f"PPID {n}", Zone.NAV) for n in "abcdefghijklmnopqrst"]
    made = frontier(*menu, *news)
    opened = []
    for left in range(12, 0, -1):
        lead = made.next(left, 0)
        assert lead is not None
        opened.append(lead)
        made.answer(lead, FetchStatus.OK, lead.url)
    assert sum(lead.article for lead in opened) == 6
    assert [lead.url[-1] for lead in opened if lead.article] == list("abcdef"), (
        "the newest first, as the page lists them"
    )


def test_two_spellings_of_one_address_are_opened_once() -> None:
    made = frontier(
        link("/ppid/", "PPID"), link("/ppid", "PPID"), link("http://www.purbalingga.kemenag.go.id/ppid", "PPID")
    )
    assert len(order(made)) == 1
    assert {s.reason for s in made.left()} == {FetchStatus.DUPLICATE}


def test_session_ids_do_not_make_new_pages() -> None:
    made = frontier(
        *(link(f"/ppid?PHPSESSID={n}", "PPID") for n in range(20)),
        link("/dip;jsessionid=1", "DIP"),
        link("/dip;jsessionid=2", "DIP"),
    )
    assert len(order(made)) == 2


@pytest.mark.parametrize(
    "url",
    [
        "/ppid?print=1",
        "/ppid/print",
        "/ppid?tmpl=component&print=1",
        "/ppid?share=facebook",
        "/wp-login.php",
        "/ppid/amp",
        "/ppid?replytocom=12",
        "/a/b/a/b/a/b",
        "/ppid?orderby=date",
        "/" + "x" * 700,
    ],
)
def test_variants_and_programs_are_traps(url: str) -> None:
    made = frontier(link(url, "PPID"))
    assert order(made) == []
    assert next(iter(made.left())).reason is FetchStatus.TRAP


def test_a_calendar_ends_after_a_few_days() -> None:
    days = [link(f"/agenda/2026/{month:02d}/{day:02d}", str(day)) for month in range(1, 13) for day in range(1, 29)]
    assert len(order(frontier(*days))) <= 3


def test_an_endless_list_ends_after_a_few_pages() -> None:
    assert len(order(frontier(*(link(f"/berita?page={n}", str(n)) for n in range(2, 60))))) == 3
    assert len(order(frontier(*(link(f"/berita/page/{n}", str(n)) for n in range(2, 60))))) == 3


def test_two_lists_are_paged_through_apart() -> None:
    links = [link(f"/{name}?page={n}", str(n)) for name in ("berita", "pengumuman") for n in range(2, 20)]
    assert len(order(frontier(*links))) == 6


def test_filters_in_all_combinations_end() -> None:
    links = [link(f"/data?jenis={a}&tahun={b}", "Data") for a in range(20) for b in range(20)]
    assert len(order(frontier(*links))) <= 15


def test_a_farm_of_missing_pages_is_closed() -> None:
    made = frontier(*(link(f"/halo/{n}-kata-{n}", "Selengkapnya") for n in range(24)))
    opened = 0
    while (lead := made.next(99, 0)) is not None:
        opened += 1
        made.answer(lead, FetchStatus.SOFT_404, lead.url)
    assert opened == 8


def test_a_wanted_label_survives_the_farm() -> None:
    made = frontier(
        *(link(f"/halo/{n}-kata-{n}", "Selengkapnya") for n in range(24)), link("/halo/99-dip", "DIP", Zone.FOOTER)
    )
    assert "halo/99-dip" in order(made)


def test_an_outside_address_is_noted_and_not_opened() -> None:
    made = frontier(link("https://toko.contoh.com/", "Toko"))
    assert order(made) == []
    assert next(iter(made.left())).reason is FetchStatus.FOREIGN_HOST


def test_a_cloud_document_with_a_wanted_name_gets_one_look() -> None:
    made = frontier(
        link("https://drive.google.com/file/d/abc/view", "Daftar Informasi Publik"),
        link("https://drive.google.com/file/d/xyz/view", "Foto kegiatan"),
        link("https://www.youtube.com/watch?v=1", "Daftar Informasi Publik"),
    )
    lead = made.next(9, 9)
    assert lead is not None and lead.role is FetchRole.EXTERNAL and lead.url.endswith("abc/view")
    assert made.next(9, 9) is None


def test_a_link_that_first_came_without_a_name_is_reconsidered_under_its_name() -> None:
    cloud = "https://drive.google.com/file/d/abc/view"
    assert order(frontier(link(cloud, "klik"), link(cloud, "Daftar Informasi Publik"))) == [cloud]


def test_national_channels_are_looked_at_a_few_times_only() -> None:
    links = [link(f"https://lapor.go.id/{n}", "PPID") for n in range(30)]
    assert 1 <= len(order(frontier(*links))) <= 10


def test_the_registered_ppid_host_belongs_to_the_office() -> None:
    made = frontier(link("https://ppid.contoh.id/dip", "DIP"), ppid_url="https://ppid.contoh.id/")
    lead = made.next(9, 9)
    assert lead is not None and lead.role is FetchRole.PAGE


def test_the_ministry_s_own_host_does_not() -> None:
    made = frontier(link("https://ppid.kemenag.go.id/dip", "Foto"))
    assert made.next(9, 9) is None


def test_a_pdf_inside_a_viewer_is_found() -> None:
    assert viewed_file(HOME + "viewer.html?file=/berkas/dip.pdf") == HOME + "berkas/dip.pdf"
    assert (
        viewed_file("https://docs.google.com/gview?url=https://contoh.id/a.pdf&embedded=true")
        == "https://contoh.id/a.pdf"
    )
    assert viewed_file(HOME + "cari?url=beranda") == ""
    made = frontier(link("/viewer.html?file=/berkas/dip.pdf", "DIP", tag="iframe"))
    assert "berkas/dip.pdf" in order(made)


def test_routes_of_an_application_are_pages_of_their_own() -> None:
    made = frontier(link("/#/ppid", "PPID"), link("/#/maklumat", "Maklumat Pelayanan"))
    assert sorted(order(made)) == ["#/maklumat", "#/ppid"]


def test_everything_seen_leaves_with_a_reason() -> None:
    made = frontier(
        *(link(f"/ppid/{n}", f"PPID {n}") for n in "abcdef"),
        link("/x.mp4", "Film"),
        link("https://contoh.com/", "Luar"),
    )
    made.next(1, 0)
    left = skips(made)
    assert len(left) == 7
    assert left["x.mp4"].reason is FetchStatus.WRONG_TYPE
    assert left["https://contoh.com/"].reason is FetchStatus.FOREIGN_HOST
    assert [s.reason for s in made.left()].count(FetchStatus.OUT_OF_BUDGET) == 5


def test_a_document_that_is_a_page_after_all_keeps_its_address_in_the_books() -> None:
    lead = Lead(HOME + "unduh/12", FetchRole.DOCUMENT)
    made = frontier()
    made.answer(lead, FetchStatus.OK, lead.url, HOME + "ppid/berkas")
    made.offer(link("/ppid/berkas", "PPID"), HOME, 1)
    assert made.next(9, 9) is None


def test_downloads_that_turn_out_to_be_pages_are_counted_as_pages_from_then_on() -> None:
    made = frontier(*(link(f"/download/{n}-dip", "Unduh DIP") for n in range(4)))
    first = made.next(9, 9)
    assert first is not None and first.document
    made.answer(made.page_after_all(first), FetchStatus.OK, first.url)
    assert made.next(0, 9) is None, "a budget of documents opens no pages"
    following = made.next(9, 9)
    assert following is not None and following.role is FetchRole.PAGE


def test_of_a_file_and_a_page_with_one_name_the_file_comes_first_and_spares_the_page() -> None:
    links = (link("/keuangan/dipa", "DIPA"), link("/berkas/dipa.pdf", "DIPA"), link("/riwayat", "Sejarah"))
    assert order(seeking(DIPA, HISTORY, links=links)) == ["berkas/dipa.pdf", "riwayat", "keuangan/dipa"]


# -- what is still open -------------------------------------------------------------------------------------------

DIP = Wanted("table", 4.0, ("Daftar Informasi Publik",), ("DIP",))
DIPA = Wanted("document", 2.0, ("DIPA",), ("Anggaran",), under=("Keuangan",))
LRA = Wanted("document", 2.0, ("Laporan Realisasi Anggaran",), ("Realisasi",), under=("Keuangan",))
SOP = Wanted("listing", 2.0, ("SOP",))
SOP_PPID = Wanted("listing", 1.5, ("SOP PPID",))
FORM = Wanted("form", 2.0, ("Formulir Permohonan",))
HISTORY = Wanted("page", 0.5, ("Sejarah",))
NEWS = Wanted("freshness", 5.0, (), ("Berita",))


def seeking(*wanted: Wanted, links: tuple[Link, ...]) -> Frontier:
    made = Frontier(site(HOME), (), wanted=wanted)
    made.mark_opened(HOME)
    for one in links:
        made.offer(one, HOME, 1)
    return made


def test_indicators_come_in_the_order_of_their_weight() -> None:
    links = (link("/sejarah", "Sejarah", Zone.NAV), link("/a", "Formulir Permohonan", Zone.NAV), link("/b", "DIP"))
    assert order(seeking(HISTORY, FORM, DIP, links=links)) == ["b", "a", "sejarah"]


def test_a_second_page_for_one_indicator_waits_for_the_first_pages_of_others() -> None:
    links = (
        *(link(f"/daftar-{n}", "Daftar Informasi Publik", Zone.NAV) for n in "abc"),
        link("/riwayat", "Sejarah", Zone.NAV),
    )
    assert order(seeking(DIP, HISTORY, links=links)).index("riwayat") == 1


def test_a_name_within_a_longer_name_claims_nothing() -> None:
    wants = Expectation((SOP, SOP_PPID))
    assert [number for number, _ in wants.claims("SOP PPID")] == [1]
    assert [number for number, _ in wants.claims("SOP Nikah")] == [0]


def test_a_general_name_counts_only_as_a_whole_label_and_more_in_its_place() -> None:
    wants = Expectation((DIPA,))
    assert wants.claims("Rapat Anggaran Tahunan") == ()
    astray, placed = wants.claims("Anggaran 2026"), wants.claims("Anggaran 2026", "Keuangan")
    assert 0 < wants.gain(astray, False) < wants.gain(placed, False)


def test_years_and_the_offices_own_name_do_not_weaken_a_name() -> None:
    wants = Expectation((DIPA,))
    assert wants.claims("DIPA Tahun 2026 Kantor Kementerian Agama Kabupaten Purbalingga") == wants.claims("DIPA")


def test_a_page_that_stands_above_several_indicators_promises_some_of_each() -> None:
    links = (link("/x", "Kegiatan", Zone.NAV), link("/keuangan", "Keuangan", Zone.NAV))
    made = seeking(DIPA, LRA, links=links)
    assert order(made)[0] == "keuangan"
    assert {number for number, _ in Expectation((DIPA, LRA)).claims("Keuangan")} == {0, 1}


def test_a_file_answers_for_a_document_but_not_for_a_form() -> None:
    wants = Expectation((DIPA, FORM))
    both = (*wants.claims("DIPA"), *wants.claims("Formulir Permohonan"))
    wants.opened(both, document=True)
    dipa, form = wants.claims("DIPA"), wants.claims("Formulir Permohonan")
    assert wants.gain(dipa, False) < wants.gain(form, False), "both weigh the same"
    assert wants.gain(dipa, True) == wants.gain(form, True)


def test_a_page_leaves_the_files_it_lists_worth_opening() -> None:
    wants = Expectation((DIPA,))
    before = wants.gain(wants.claims("DIPA"), True)
    wants.opened(wants.claims("DIPA"), document=False)
    assert wants.gain(wants.claims("DIPA"), True) == before
    assert wants.gain(wants.claims("DIPA"), False) < before


def test_news_that_a_feed_has_told_can_wait() -> None:
    links = (link("/berita", "Berita", Zone.NAV), link("/riwayat", "Sejarah", Zone.NAV))
    assert order(seeking(NEWS, Wanted("page", 0.2, ("Sejarah",)), links=links))[0] == "berita"
    told = seeking(NEWS, Wanted("page", 0.2, ("Sejarah",)), links=links)
    told.news_known()
    assert order(told)[0] == "riwayat"


def test_the_promise_of_an_address_never_grows() -> None:
    wants = Expectation((DIP, DIPA, LRA, SOP, FORM))
    names = ("DIP", "DIPA", "Keuangan", "SOP", "Formulir Permohonan", "Laporan Realisasi Anggaran", "DIP dan DIPA")
    before = {(name, kind): wants.gain(wants.claims(name), kind) for name in names for kind in (False, True)}
    for opened in names:
        for document in (False, True):
            wants.opened(wants.claims(opened), document)
            now = {(name, kind): wants.gain(wants.claims(name), kind) for name, kind in before}
            assert all(now[key] <= before[key] for key in before)
            before = now


def test_every_weighted_indicator_with_a_name_is_wanted_under_its_own_weight() -> None:
    named = [rule for rule in PACK.rules if rule.match.labels or rule.match.weak]
    assert len(PACK.wanted) == len(named)
    assert sum(wish.weight for wish in PACK.wanted) == sum(rule.weight for rule in named)
    weights = [wish.weight for wish in PACK.wanted]
    assert weights == sorted(weights, reverse=True)


def test_an_order_is_the_same_every_time() -> None:
    links = tuple(link(f"/h/{n}", name, Zone.NAV) for n, name in enumerate(PACK.phrases[::7]))
    assert order(seeking(*PACK.wanted, links=links)) == order(seeking(*PACK.wanted, links=links))


# -- the small judges -----------------------------------------------------------------------------------------------


def test_identity_forgets_scheme_www_session_slash_and_order() -> None:
    one = identity("https://www.contoh.id/ppid/?b=2&a=1&PHPSESSID=x")
    assert one == identity("http://contoh.id/ppid?a=1&b=2")
    assert identity("https://contoh.id/index.php") == identity("https://contoh.id/")
    assert identity("https://contoh.id/?p=1") != identity("https://contoh.id/?p=2")
    assert identity("https://contoh.id/?/berita/1") != identity("https://contoh.id/?/berita/2")


def test_a_query_without_a_value_is_a_route_that_is_kept_as_it_is_written() -> None:
    assert identity("https://contoh.id/?/berita/1") == "contoh.id?/berita/1"
    assert identity("https://contoh.id/?a&b") != identity("https://contoh.id/?b&a")


def test_pattern_and_pagination() -> None:
    one, other = address_of("https://a.id/berita/12-judul"), address_of("https://a.id/berita/99-lain-lagi")
    assert one.pattern == other.pattern
    assert all(address_of(f"https://a.id/{further}").pagination for further in ("berita?hal=3", "news/page/2/"))
    assert not any(address_of(f"https://a.id/{first}").pagination for first in ("page/visi-misi", "?page=profil"))


def test_a_trap_that_closed_opens_again_when_pages_live() -> None:
    traps = Traps()
    for _ in range(7):
        traps.died("https://a.id/x/1-a")
    traps.lived("https://a.id/x/1-a")
    traps.died("https://a.id/x/1-a")
    assert traps.closed("https://a.id/x/2-b") == ""


def test_media_types_and_names_tell_documents() -> None:
    assert is_document("application/pdf", {}, "/x")
    assert is_document(
        "application/octet-stream", {"content-disposition": 'attachment; filename="DIP.xlsx"'}, "/unduh/1"
    )
    assert is_document("image/jpeg", {}, "/struktur.jpg")
    assert not is_document("text/html", {}, "/dip.pdf")
    assert not is_document("image/svg+xml", {}, "/logo.svg")


def test_codes_and_retry_after() -> None:
    from datetime import UTC, datetime

    now = datetime(2026, 11, 22, 8, 0, tzinfo=UTC)
    assert status_of_code(302) is FetchStatus.BAD_RESPONSE
    assert status_of_code(206) is FetchStatus.OK
    assert retry_after("120", now) == 120
    assert retry_after("Sun, 22 Nov 2026 08:01:00 GMT", now) == 60
    assert retry_after("Sun, 22 Nov 2026 07:00:00 GMT", now) == 0
    assert retry_after("sebentar", now) is None and retry_after("", now) is None


def test_sitemaps_are_hints_packed_or_not_and_junk_is_not() -> None:
    import gzip

    pages = (
        b"<?xml version='1.0'?><urlset><url><loc>https://a.id/ppid</loc></url>"
        b"<url><loc> https://a.id/b?x=1&amp;y=2 </loc></url></urlset>"
    )
    assert read_sitemap(pages) == (("https://a.id/ppid", "https://a.id/b?x=1&y=2"), ())
    assert read_sitemap(gzip.compress(pages))[0][0] == "https://a.id/ppid"
    files = ("post", "page")
    entries = "".join(f"<sitemap><loc>https://a.id/{name}-sitemap.xml</loc></sitemap>" for name in files)
    index = f"<sitemapindex>{entries}</sitemapindex>".encode()
    assert read_sitemap(index) == ((), ("https://a.id/page-sitemap.xml", "https://a.id/post-sitemap.xml"))
    assert read_sitemap(b"<html>404</html>") == ((), ())
    assert read_sitemap(b"\x1f\x8brusak") == ((), ())


# -- the menu beats the address ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "form",
    [
        "/halaman/{}",
        "/index.php?page={}",
        "/modul.php?nama=isi&sid={}",
        "/index.php?v=isi{}",
        "/index.php?option=com_content&view=category&layout=blog&id={}",
        "/agenda/{}",
    ],
)
def test_what_a_menu_names_is_opened_whatever_its_address_looks_like(form: str) -> None:
    names = ("Visi Misi", "Daftar Informasi Publik", "Maklumat Pelayanan", "PPID", "LKjIP", "Informasi Berkala")
    made = frontier(*(link(form.format(n), name, Zone.NAV) for n, name in enumerate(names, 3)))
    assert len(order(made)) == len(names)


@pytest.mark.parametrize("label", ["7", "Berikutnya »", "Halaman 7", "»", "next", "Selanjutnya"])
def test_a_label_that_only_turns_pages_names_none(label: str) -> None:
    made = frontier(*(link(f"/berita?page={n}", label, Zone.NAV) for n in range(2, 30)))
    assert len(order(made)) == 3


def test_a_list_of_documents_is_read_further_than_a_list_of_news() -> None:
    wanted = (Wanted("document", 2.0, ("LKjIP",), under=("Unduhan",)), Wanted("freshness", 2.0, ("Berita",)))
    made = Frontier(site(HOME), (), wanted=wanted)
    for name, about in (("unduhan", ((0, 0.1),)), ("berita", ((1, 1.0),))):
        for n in range(2, 30):
            made.offer(link(f"/{name}?page={n}", str(n), Zone.NAV), HOME, 1, about)
    opened = order(made)
    assert sum("unduhan" in url for url in opened) == 12 and sum("berita" in url for url in opened) == 3


def test_a_page_in_our_language_is_the_page_and_a_translation_is_left() -> None:
    links = [link(f"/profil{query}", "PPID", Zone.NAV) for query in ("?lang=id", "", "?lang=en", "?bahasa=ar")]
    made = frontier(*links)
    assert order(made) == ["profil?lang=id"]
    assert skips(made)["profil?lang=en"].reason is FetchStatus.TRAP


def test_of_two_spellings_the_other_is_tried_where_the_first_is_missing() -> None:
    host = HOME.replace("//", "//www.")
    made = frontier(link("/profil", "PPID", Zone.NAV), link(host + "profil", "PPID", Zone.NAV))
    opened = []
    while (lead := made.next(9, 9)) is not None:
        opened.append(lead.url)
        made.answer(lead, FetchStatus.NOT_FOUND, lead.url)
    assert opened == [HOME + "profil", host + "profil"]


def test_a_folder_is_not_opened_again_in_another_order() -> None:
    made = frontier(link("/dok/", "Dokumen"), link("/dok/?C=N;O=D", "Name"), link("/dok/?C=M;O=A", "Last modified"))
    assert order(made) == ["dok/"]


# -- the budget is spent on what may hold something -------------------------------------------------------------------


def test_a_pattern_on_which_the_server_fails_is_tried_no_more() -> None:
    made = frontier(*(link(f"/unit?category=bagian-{n}", f"PPID {n}", Zone.NAV) for n in range(20)))
    opened = 0
    while (lead := made.next(99, 9)) is not None:
        assert made.failing(lead) is (opened > 0)
        opened += 1
        made.answer(lead, FetchStatus.SERVER_ERROR, lead.url)
    assert opened == 3
    assert {skipped.reason for skipped in made.left()} == {FetchStatus.SERVER_ERROR}


def test_one_page_that_answers_clears_its_pattern() -> None:
    made = frontier(*(link(f"/unit?category=bagian-{n}", f"PPID {n}", Zone.NAV) for n in range(8)))
    opened = 0
    while (lead := made.next(99, 9)) is not None:
        opened += 1
        made.answer(lead, FetchStatus.OK if opened == 3 else FetchStatus.SERVER_ERROR, lead.url)
    assert opened == 6


def hinted(*paths: str) -> Frontier:
    made = frontier()
    for path in paths:
        made.offer(link(path, "", Zone.ASIDE), HOME + "sitemap.xml", 2, hint=True)
    return made


def test_a_sitemap_that_names_what_is_gone_is_believed_no_more() -> None:
    made = hinted(*(f"/lama-{n}/isi" for n in range(30)))
    opened = 0
    while (lead := made.next(99, 9)) is not None:
        opened += 1
        made.answer(lead, FetchStatus.NOT_FOUND, lead.url)
    assert opened == 4


def test_pages_a_theme_brings_along_are_left_unless_something_names_them() -> None:
    assert order(hinted("/demo/home-2", "/typography", "/shortcodes/buttons", "/sejarah")) == ["sejarah"]
    assert order(frontier(link("/typography", "Tata huruf", Zone.NAV))) == ["typography"]
