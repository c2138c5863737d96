"""Check kind ``page``: a page of text that answers what the rule asks, and everything that only looks like one."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.checks.content import without_empty_counters
from auditor.model import Confidence, Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, PACK, SITE, rule, seen, verdict

WORDS = (
    "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan informasi publik sesuai standar yang ditetapkan. "
)
OATH = {"name": "pernyataan kesanggupan", "any": ["menyatakan sanggup"]}
SIGNED = {"name": "penanda tangan", "any": ["kepala kantor"]}


def maklumat(**quality: Any) -> Rule:
    return rule(
        "page",
        ["Maklumat", "Maklumat Pelayanan"],
        exclude=["pengertian maklumat"],
        quality={"min_words": 10, **quality},
    )


def with_page(body: str, *, path: str = "/maklumat", h1: str = "Maklumat Pelayanan", **more: Any) -> Verdict:
    judged_by = maklumat(**more.pop("quality", {}))
    files = more.pop("files", None)
    home = f'<nav><a href="{path}">Maklumat Pelayanan</a></nav><main><p>Situs {OFFICE}.</p></main>'
    return verdict(judged_by, seen({"/": home, path: f"<main><h1>{h1}</h1>{body}</main>"}, files, **more))


def linked(href: str, **more: Any) -> Verdict:
    quality = more.pop("quality", {})
    return verdict(maklumat(**quality), seen(f'<main><p><a href="{href}">Maklumat Pelayanan</a></p></main>', **more))


# --- present


def test_a_page_with_its_text_is_complete_and_quotes_it() -> None:
    found = with_page(f"<p>{WORDS}</p>")
    assert found.outcome is Outcome.COMPLETE and found.confidence is Confidence.HIGH
    (evidence,) = found.evidence
    assert evidence.url == SITE + "/maklumat" and evidence.quote.startswith("Dengan ini kami")
    assert evidence.record_id and evidence.fetched_at is not None
    assert sum(item.taken for item in found.considered) == 1


def test_what_two_pages_of_the_name_say_together_is_the_whole_answer() -> None:
    judged_by = maklumat(facts=[OATH, SIGNED], full_facts=2, partial_facts=1)
    menu = '<nav><a href="/satu">Maklumat Pelayanan</a> <a href="/dua">Maklumat</a></nav>'
    home = f"{menu}<main><p>Situs {OFFICE}.</p></main>"
    oath = f"<main><h1>Maklumat Pelayanan</h1><p>{WORDS}</p></main>"
    signed = "<main><h1>Maklumat</h1><p>Ditetapkan dan ditandatangani Kepala Kantor pada Januari 2026 ini.</p></main>"
    both = verdict(judged_by, seen({"/": home, "/satu": oath, "/dua": signed}))
    assert both.outcome is Outcome.COMPLETE and "bersama-sama" in both.note
    assert verdict(judged_by, seen({"/": home, "/satu": oath, "/dua": oath})).outcome is Outcome.PARTIAL


def test_a_section_of_another_page_counts() -> None:
    html = f"<main><h1>PPID</h1><h2>Maklumat Pelayanan</h2><p>{WORDS}</p><h2>Alur</h2><p>Pemohon datang</p></main>"
    assert verdict(maklumat(), seen({"/ppid": html})).outcome is Outcome.COMPLETE


def test_parts_under_headings_of_their_own_are_judged_together() -> None:
    html = """<main><h1>Profil</h1><h2>Visi</h2><p>Terwujudnya masyarakat yang rukun, cerdas, dan sejahtera.</p>
    <h2>Misi</h2><p>Meningkatkan kualitas kerukunan umat dan layanan madrasah di kabupaten.</p></main>"""
    facts = [{"name": "visi", "any": ["terwujudnya"]}, {"name": "misi", "any": ["meningkatkan"]}]
    asked = rule("page", ["Visi", "Misi"], quality={"facts": facts, "full_facts": 2, "partial_facts": 1})
    assert verdict(asked, seen({"/profil": html})).outcome is Outcome.COMPLETE


def test_the_kanwils_own_text_on_the_offices_page_is_not_the_offices() -> None:
    kanwil = "Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah"
    assert with_page(f"<p>{kanwil}. {WORDS} Semarang, Kepala {kanwil}.</p>").outcome is Outcome.MISSING
    assert with_page(f"<p>{WORDS} Pengaduan dapat diteruskan kepada {kanwil}.</p>").outcome is Outcome.COMPLETE


def test_a_law_on_a_service_is_not_the_service() -> None:
    names = ("UU 25/2009 tentang Maklumat Pelayanan", "Peraturan Menteri PANRB Nomor 15 Tahun 2014 Maklumat Pelayanan")
    for name in names:
        html = f'<main><h1>Regulasi</h1><ul><li><a href="/m.pdf">{name}</a></li></ul></main>'
        assert verdict(maklumat(), seen(html, {"/m.pdf": {"text": name}})).outcome is Outcome.MISSING


def test_a_collapsed_section_counts() -> None:
    html = f"""<main><h1>PPID</h1><button class="accordion-button" data-bs-target="#m">Maklumat Pelayanan</button>
    <div id="m" class="collapse" style="display:none"><p>{WORDS}</p></div></main>"""
    assert verdict(maklumat(), seen({"/ppid": html})).outcome is Outcome.COMPLETE


def test_facts_left_out_make_it_partial_and_are_named() -> None:
    quality = {"facts": [OATH, SIGNED], "full_facts": 2, "partial_facts": 1}
    found = with_page(f"<p>{WORDS}</p>", quality=quality)
    assert found.outcome is Outcome.PARTIAL and "penanda tangan" in found.note
    assert with_page(f"<p>{WORDS} Kepala Kantor</p>", quality=quality).outcome is Outcome.COMPLETE


def test_a_page_that_states_none_of_the_facts_does_not_answer() -> None:
    found = with_page(
        "<p>Halaman ini memuat janji layanan yang akan kami sampaikan kepada seluruh masyarakat luas.</p>",
        quality={"facts": [OATH], "full_facts": 1, "partial_facts": 1},
    )
    assert found.outcome is Outcome.MISSING and "belum menjawab" in found.note


def test_a_page_too_short_is_thin() -> None:
    found = with_page("<p>Kami akan selalu melayani masyarakat dengan sepenuh hati.</p>", quality={"min_words": 40})
    assert found.outcome is Outcome.LINK_ONLY


@pytest.mark.parametrize("outcome", [Outcome.COMPLETE, Outcome.PARTIAL])
def test_a_picture_counts_as_the_rule_says(outcome: Outcome) -> None:
    picture = '<img src="/m.jpg" width="900" alt="Maklumat bertanda tangan">'
    files = {"/m.jpg": {"kind": "gambar"}}
    found = with_page(picture, files=files, quality={"image": outcome})
    assert found.outcome is outcome and found.confidence is not Confidence.HIGH


def test_a_picture_that_does_not_load_is_a_dead_target() -> None:
    assert with_page('<img src="/hilang.jpg" width="900">').outcome is Outcome.LINK_ONLY


@pytest.mark.parametrize(
    "image", ['<img src="/logo.png" width="900">', '<img src="/i.jpg" width="64">', '<img src="data:,">']
)
def test_logos_and_icons_are_no_content(image: str) -> None:
    files = {"/logo.png": {"kind": "gambar"}}
    assert not with_page(image, files=files, unopened=["/i.jpg"]).outcome.present


def test_a_file_on_the_page_counts_as_the_rule_says() -> None:
    files = {"/m.pdf": f"MAKLUMAT PELAYANAN {OFFICE}. {WORDS}"}
    assert with_page('<a href="/m.pdf">Maklumat Pelayanan</a>', files=files).outcome is Outcome.COMPLETE
    low = with_page('<a href="/m.pdf">Maklumat Pelayanan</a>', files=files, quality={"document": "sebagian"})
    assert low.outcome is Outcome.PARTIAL


# --- named, and nothing behind it


@pytest.mark.parametrize(
    ("href", "more"),
    [
        ("#", {}),
        ("", {}),
        ("javascript:void(0)", {}),
        ("/tidak-ada", {}),
        ("/m.pdf", {"files": {"/m.pdf": {"broken": True}}}),
        ("http://kemenag.test/maklumat", {}),
        ("https://drive.google.com/file/d/a1b2c3d4e5f6g7h8/view", {"login": True}),
        ("https://jateng.kemenag.go.id/maklumat", {}),
        ("https://kemenag.go.id/maklumat", {}),
    ],
)
def test_a_label_without_its_own_content_is_a_link_only(href: str, more: dict[str, Any]) -> None:
    files = {href: {"kind": "awan", "login": True}} if more.pop("login", False) else more.pop("files", None)
    found = linked(href, files=files)
    assert found.outcome is Outcome.LINK_ONLY and found.note
    assert found.evidence[0].label == "Maklumat Pelayanan"


def test_a_button_without_a_target_is_a_link_only() -> None:
    html = '<main><ul><li>Maklumat Pelayanan <small>3,4 MB</small> <button class="btn">Unduh</button></li></ul></main>'
    assert verdict(maklumat(), seen(html)).outcome is Outcome.LINK_ONLY


def test_a_parents_page_is_worth_what_the_rule_says() -> None:
    assert linked("https://jateng.kemenag.go.id/maklumat", quality={"parent": "sebagian"}).outcome is Outcome.PARTIAL


# --- absent


@pytest.mark.parametrize(
    "body",
    [
        "<p>Belum ada data</p>",
        "<p>Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod.</p>",
        "<p>Halaman sedang dalam proses penyusunan</p>",
        "<p>Coming soon</p>",
        "",
    ],
)
def test_a_placeholder_is_absent(body: str) -> None:
    found = with_page(body)
    assert found.outcome is Outcome.MISSING
    assert found.nearest is not None and found.nearest.url == SITE + "/maklumat"
    assert found.evidence == ()


def test_nothing_found_says_where_we_looked() -> None:
    found = verdict(maklumat(), seen({f"/h{n}": f"<main><p>Halaman {n} tentang {OFFICE}</p></main>" for n in range(5)}))
    assert found.outcome is Outcome.MISSING and "6 halaman" in found.note
    assert found.considered == () and found.evidence == ()


def test_few_pages_make_an_absence_uncertain() -> None:
    assert verdict(maklumat(), seen("<main><p>Selamat datang</p></main>")).confidence is Confidence.LOW


def test_another_offices_page_is_absent() -> None:
    found = linked("https://tegal.kemenag.go.id/maklumat")
    assert found.outcome is Outcome.MISSING


def test_what_is_fatal_to_the_rule_is_absent() -> None:
    fatal = {"fatal": [{"name": "contoh bawaan", "any": ["nama kantor anda"]}]}
    found = with_page(f"<p>{WORDS} [Nama Kantor Anda]</p>", quality=fatal)
    assert found.outcome is Outcome.MISSING and "contoh bawaan" in found.note


def test_a_page_about_something_else_is_absent() -> None:
    found = with_page(f"<p>{WORDS}</p>", h1="Maklumat Pelayanan Haji", quality={"not_about": ["haji"]})
    assert found.outcome is Outcome.MISSING


# --- traps


def test_a_definition_is_not_the_thing() -> None:
    body = "<p>Maklumat adalah pernyataan kesanggupan badan publik untuk melaksanakan standar layanan informasi.</p>"
    assert with_page(body, quality={"min_words": 40}).outcome is Outcome.MISSING


def test_a_label_the_rule_excludes_is_not_the_thing() -> None:
    assert (
        verdict(maklumat(), seen(f"<main><h2>Pengertian Maklumat</h2><p>{WORDS}</p></main>")).outcome is Outcome.MISSING
    )


def test_news_about_it_is_not_the_thing_but_is_told() -> None:
    article = f"""<article><h1>Kankemenag Purbalingga Tandatangani Maklumat Pelayanan</h1><p>Purbalingga (Humas) –
    {WORDS} “Ini janji kita,” ujarnya.</p></article>"""
    observations = seen({"/berita/kankemenag-tandatangani-maklumat-pelayanan": article})
    found = verdict(maklumat(), observations)
    assert found.outcome is Outcome.MISSING and "Tandatangani Maklumat" in found.note
    assert found.nearest is not None


def test_words_in_a_comment_are_not_the_thing() -> None:
    assert (
        verdict(
            maklumat(), seen(f"<main><p>Selamat datang.</p><!-- <h2>Maklumat</h2><p>{WORDS}</p> --></main>")
        ).outcome
        is Outcome.MISSING
    )


def test_a_menu_that_names_it_on_every_page_is_no_content() -> None:
    menu = '<nav><a href="#">Maklumat Pelayanan</a></nav>'
    pages = {f"/h{n}": f"{menu}<main><h1>Halaman {n}</h1><p>{WORDS} {n}</p></main>" for n in range(6)}
    assert verdict(maklumat(), seen({"/": menu, **pages})).outcome is Outcome.LINK_ONLY


def test_a_longer_word_that_holds_the_name_is_not_the_name() -> None:
    lapor = rule("page", ["LAPOR"], quality={"min_words": 5})
    html = f'<main><h1>Laporan</h1><p><a href="/x">Laporan Kinerja</a> pelaporan {WORDS}</p></main>'
    assert verdict(lapor, seen({"/": html, "/x": f"<main><h1>Laporan Kinerja</h1><p>{WORDS}</p></main>"})).outcome is (
        Outcome.MISSING
    )


def test_a_link_back_to_the_home_page_is_only_a_label() -> None:
    pages = {"/": '<main><p>Selamat datang</p><a href="/">Maklumat Pelayanan</a></main>'}
    assert verdict(maklumat(), seen(pages)).outcome is Outcome.LINK_ONLY


def test_people_are_counted_with_their_positions() -> None:
    leaders = rule("page", ["Struktur Organisasi"], quality={"min_words": 5, "people": 3, "partial_people": 1})

    def page(*lines: str) -> Verdict:
        html = "<main><h1>Struktur Organisasi</h1>" + "".join(f"<p>{line}</p>" for line in lines) + "</main>"
        return verdict(leaders, seen({"/struktur": html}))

    three = (
        "Kepala Kantor: Drs. H. Ahmad Fauzi, M.Ag",
        "Kasubbag TU: Siti Aminah, S.Ag",
        "Kasi Penma: Budi Santoso, M.Pd",
    )
    assert page(*three).outcome is Outcome.COMPLETE
    assert page(three[0], "Seksi lain menyusul sesuai keputusan berikutnya").outcome is Outcome.PARTIAL
    assert page("Kepala kantor memimpin beberapa seksi yang membantu beliau").outcome is Outcome.MISSING


def test_a_copy_that_names_no_place_is_partial_where_the_rule_asks_for_it() -> None:
    quality = {"own_place": True}
    assert with_page(f"<p>{WORDS}</p>", quality=quality).outcome is Outcome.PARTIAL
    assert with_page(f"<p>{WORDS} {OFFICE}</p>", quality=quality).outcome is Outcome.COMPLETE


# --- nil


def test_a_nil_return_counts_only_where_the_rule_allows_it() -> None:
    body = "<p>Per 1 Oktober 2026 tidak ada sengketa informasi publik di kantor kami.</p>"
    assert with_page(body, quality={"nil": True}).outcome is Outcome.NIL
    assert with_page(body, quality={"nil": False}).outcome is not Outcome.NIL


def test_a_nil_return_of_years_ago_is_stale() -> None:
    body = "<p>Per 1 Oktober 2023 tidak ada sengketa informasi publik di kantor kami.</p>"
    assert with_page(body, quality={"nil": True}).outcome is Outcome.STALE


def test_an_undated_nil_return_says_nothing() -> None:
    found = with_page("<p>Nihil</p>", quality={"nil": True})
    assert found.outcome is Outcome.MISSING and "tidak bertanggal" in found.note


# --- what could not be seen


@pytest.mark.parametrize("more", [{"blocked": ["/maklumat"]}, {"unopened": ["/maklumat"]}])
def test_a_link_nobody_could_follow_leaves_the_verdict_open(more: dict[str, list[str]]) -> None:
    found = linked("/maklumat", **more)
    assert found.outcome is Outcome.UNCHECKED and found.note


def test_an_unseen_link_does_not_take_away_what_was_seen() -> None:
    html = f'<main><h2>Maklumat Pelayanan</h2><p>{WORDS}</p><a href="/m">Maklumat Pelayanan</a></main>'
    assert verdict(maklumat(), seen(html, blocked=["/m"])).outcome is Outcome.COMPLETE


def test_a_javascript_site_is_not_called_empty() -> None:
    shell = '<body><div id="root"></div><script src="/a.js"></script></body>'
    assert verdict(maklumat(), seen(shell)).outcome is Outcome.UNCHECKED


def test_a_site_mostly_blocked_is_not_called_empty() -> None:
    html = "<main>" + "".join(f'<a href="/h{n}">Bagian {n}</a>' for n in range(3)) + "</main>"
    found = verdict(maklumat(), seen({"/": html}, blocked=["/h0", "/h1", "/h2"]))
    assert found.outcome is Outcome.UNCHECKED and "3 dari 4" in found.note


def test_headings_with_nothing_under_them_are_no_content() -> None:
    page = "<main><h1>Visi &amp; Misi</h1><h2>Visi</h2><h2>Misi</h2></main>"
    facts = [{"name": "visi", "any": ["visi"]}, {"name": "misi", "any": ["misi"]}]
    asked = rule("page", ["Visi Misi"], quality={"facts": facts, "full_facts": 2, "partial_facts": 1, "min_words": 5})
    assert not verdict(asked, seen({"/visi-misi": page})).outcome.present


def test_rows_whose_links_lead_nowhere_say_nothing() -> None:
    rows = "".join(
        f'<tr><td>{n}</td><td>Laporan survei tahun 202{n}</td><td><a href="#">Unduh</a></td></tr>' for n in range(4)
    )
    page = f"<main><h1>Hasil Survei</h1><table><tr><th>No</th><th>Nama</th><th>Berkas</th></tr>{rows}</table></main>"
    asked = rule("page", ["Hasil Survei"], quality={"min_words": 5})
    assert not verdict(asked, seen({"/survei": page})).outcome.present


def test_a_tile_that_leads_elsewhere_is_no_picture_of_the_thing() -> None:
    picture = '<img src="/emis.png" alt="Statistik" width="600">'
    tile = f'<main><h1>Statistik</h1><a href="https://emis.example.id/">{picture}</a></main>'
    assert not verdict(rule("page", ["Statistik"]), seen({"/statistik": tile})).outcome.present


# --- said on a page about something else


def test_what_is_asked_said_in_passing_on_another_page_is_half_of_it() -> None:
    asked = rule(
        "page",
        ["Waktu dan Biaya Layanan"],
        quality={
            "facts": [
                {"name": "jawaban", "any": ["10 hari kerja"]},
                {"name": "perpanjangan", "any": ["7 hari kerja"]},
                {"name": "gratis", "any": ["gratis"]},
            ],
            "full_facts": 3,
            "partial_facts": 2,
            "passing": ["permohonan informasi"],
        },
    )
    faq = "<main><h1>Tanya jawab</h1><p>{}</p></main>"
    said = "Permohonan informasi dijawab dalam 10 hari kerja dan dapat diperpanjang 7 hari kerja, gratis."
    found = verdict(asked, seen({"/": "<main><a href='/faq'>Tanya jawab</a></main>", "/faq": faq.format(said)}))
    assert found.outcome is Outcome.PARTIAL and found.confidence is Confidence.LOW
    assert "10 hari kerja" in found.evidence[0].quote
    other = "Legalisir selesai dalam 10 hari kerja, paling lama ditambah 7 hari kerja, gratis."
    found = verdict(asked, seen({"/": "<main><a href='/faq'>Tanya jawab</a></main>", "/faq": faq.format(other)}))
    assert found.outcome is Outcome.MISSING


def leaders(**match: Any) -> Rule:
    quality = {"min_words": 5, "people": 3, "partial_people": 1, "full_facts": 1, "partial_facts": 1}
    head = {"name": "kepala", "any": ["kepala kantor"]}
    return rule("page", ["Profil Pejabat"], quality={**quality, "facts": [head]}, **match)


def structure(cards: str) -> Verdict:
    home = '<nav><a href="/struktur">Struktur Organisasi</a></nav><main><p>Situs kantor.</p></main>'
    page = f"<main><h1>Struktur Organisasi</h1><div>{cards}</div></main>"
    return verdict(leaders(elsewhere=["Struktur Organisasi"]), seen({"/": home, "/struktur": page}))


def test_officials_on_cards_of_a_page_of_another_name_are_some_of_it() -> None:
    card = "<div><img src='/{0}.jpg' width=400><h3>{0}, S.Ag.</h3><p>{1}</p></div>"
    head = card.format("Ahmad Fauzi", "Kepala Kantor")
    others = card.format("Siti Rahma", "Kepala Seksi Bimas") + card.format("Budi Santoso", "Bendahara")
    assert structure(head + others).outcome is Outcome.PARTIAL
    assert not structure(others).outcome.present


def test_offices_without_names_on_a_page_of_another_name_are_none_of_it() -> None:
    assert not structure("<p>Kepala Kantor</p><p>Kepala Seksi Bimas</p><p>Bendahara</p>").outcome.present


def test_a_definition_and_that_nothing_is_there_yet_is_nothing() -> None:
    body = "<p>Maklumat adalah pernyataan tertulis berisi janji informasi.</p><p>Belum ada data maklumat.</p>"
    assert with_page(body).outcome is Outcome.MISSING


def shelf(count: int, title: str = "Keputusan Rapat") -> dict[str, Any]:
    """A page of files behind pictures that say nothing."""
    links = "".join(f'<a href="/b{n}.pdf"><img src="/g{n}.png" alt="Image"></a>' for n in range(count))
    files = {
        f"/b{n}.pdf": f"{title} {n}. Isi berkas ini panjang dan lengkap, tentang hal yang lain." for n in range(count)
    }
    return {"body": links, "files": files}


def test_one_file_in_place_of_the_text_counts_and_a_shelf_of_files_without_names_does_not() -> None:
    assert with_page(**shelf(1), quality={"document": "lengkap"}).outcome is Outcome.COMPLETE
    assert not with_page(**shelf(6), quality={"document": "lengkap"}).outcome.present


def test_a_law_hung_up_under_a_name_is_not_what_the_name_promises() -> None:
    law = "WALIKOTA CONTOH\nPERATURAN WALIKOTA CONTOH NOMOR 7 TAHUN 2024\nTENTANG RETRIBUSI PASAR\nMenimbang dst."
    found = with_page('<a href="/x.pdf">Unduh</a>', files={"/x.pdf": law}, quality={"document": "lengkap"})
    assert not found.outcome.present


@pytest.mark.parametrize(("menu", "outcome"), [("Profil", Outcome.COMPLETE), ("PPID", Outcome.PARTIAL)])
def test_the_offices_vision_among_the_ppids_pages_only_is_half_of_it(menu: str, outcome: Outcome) -> None:
    nav = f'<nav><ul><li><a href="#">{menu}</a><ul><li><a href="/v">Visi dan Misi</a></li></ul></li></ul></nav>'
    text = f"<p>Visi {OFFICE}: terwujudnya masyarakat Purbalingga yang taat, rukun, dan cerdas.</p>"
    text += (
        "<p>Misi: meningkatkan pelayanan keagamaan, kerukunan umat, dan mutu pendidikan madrasah di Purbalingga.</p>"
    )
    pages = {"/": f"{nav}<main><p>Situs {OFFICE}.</p></main>", "/v": f"{nav}<main><h1>Visi dan Misi</h1>{text}</main>"}
    judged = verdict(PACK.rule("profil.visi-misi"), seen(pages))
    assert judged.outcome is outcome


def test_counters_that_have_counted_nothing_are_no_content() -> None:
    boxes = "".join(
        f"<div><h5>Jumlah {name}</h5><p>0</p></div>" for name in ("permohonan informasi", "keberatan", "ditolak")
    )
    rows = "".join(f"<div><span>{name}</span> <span>0</span></div>" for name in ("Dikabulkan", "Ditolak", "Diproses"))
    page = f"<main><h1>Laporan Layanan Informasi Publik</h1>{boxes}{rows}</main>"
    home = '<nav><a href="/laporan">Laporan Layanan Informasi Publik</a></nav>'
    judged = verdict(PACK.rule("berkala.laporan-akses"), seen({"/": home, "/laporan": page}))
    assert not judged.outcome.present


def test_counters_of_which_one_has_counted_stay_content() -> None:
    assert without_empty_counters("Permohonan 0\nDitolak 0\nDiterima 12") == "Permohonan 0\nDitolak 0\nDiterima 12"
    assert without_empty_counters("Rekap\nPermohonan 0\nDitolak\n0\nDiterima 0") == "Rekap"
