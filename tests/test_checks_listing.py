"""Check kind ``listing``: entries that lead to something of the office's own."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, rule, seen, verdict


def berkala(**quality: Any) -> Rule:
    return rule("listing", ["Informasi Berkala"], quality={"full_items": 4, "partial_items": 2, **quality})


def entries(*hrefs: str) -> str:
    return "<ul>" + "".join(f'<li><a href="{href}">Dokumen ke {n}</a></li>' for n, href in enumerate(hrefs)) + "</ul>"


def files(count: int) -> dict[str, str]:
    return {f"/{n}.pdf": f"Isi dokumen ke {n} {OFFICE}" for n in range(count)}


def listed(body: str, held: dict[str, Any] | None = None, **more: Any) -> Verdict:
    quality = more.pop("quality", {})
    pages = more.pop("pages", {})
    html = f"<main><h1>Informasi Berkala</h1>{body}</main>"
    return verdict(berkala(**quality), seen({"/berkala": html, **pages}, held, **more))


@pytest.mark.parametrize(
    ("working", "outcome"),
    [(6, Outcome.COMPLETE), (4, Outcome.COMPLETE), (3, Outcome.PARTIAL), (2, Outcome.PARTIAL), (0, Outcome.LINK_ONLY)],
)
def test_entries_that_work_are_counted(working: int, outcome: Outcome) -> None:
    assert listed(entries(*(f"/{n}.pdf" for n in range(max(working, 3)))), files(working)).outcome is outcome


def test_pages_are_entries_too() -> None:
    pages = {f"/p{n}": f"<main><h1>Bagian {n}</h1><p>Isi bagian {n} dari {OFFICE}.</p></main>" for n in range(4)}
    assert listed(entries(*pages), pages=pages).outcome is Outcome.COMPLETE


@pytest.mark.parametrize("href", ["#", "javascript:;", "/mati.pdf", "/hilang", "http://kemenag.test/a.pdf"])
def test_entries_that_lead_nowhere_are_labels(href: str) -> None:
    assert listed(entries(*[href + ("" if href.startswith(("#", "j")) else f"?{n}") for n in range(5)])).outcome is (
        Outcome.LINK_ONLY
    )


def test_one_file_offered_many_times_is_one_entry() -> None:
    found = listed(entries(*["/0.pdf"] * 6), files(1))
    assert found.outcome.points < Outcome.COMPLETE.points


def test_entries_that_lead_to_placeholders_do_not_count() -> None:
    pages = {f"/p{n}": f"<main><h1>Bagian {n}</h1><p>Belum ada data</p></main>" for n in range(5)}
    assert listed(entries(*pages), pages=pages).outcome is Outcome.LINK_ONLY


def test_news_is_no_entry() -> None:
    pages = {
        f"/berita/kepala-kantor-buka-acara-{n}": f"""<article><h1>Kepala Kantor Buka Acara Ke {n}</h1><p>Purbalingga
        (Humas) – Acara dibuka di {OFFICE}. “Selamat,” ujarnya.</p></article>"""
        for n in range(5)
    }
    links = "".join(f'<p><a href="{path}">Kepala Kantor Buka Acara Ke {n}</a></p>' for n, path in enumerate(pages))
    assert not listed(links, pages=pages).outcome.present


@pytest.mark.parametrize("host", ["https://jateng.kemenag.go.id", "https://kemenag.go.id"])
def test_a_parents_entries_are_a_parents_page(host: str) -> None:
    assert listed(entries(*(f"{host}/{n}" for n in range(6)))).outcome is Outcome.LINK_ONLY


def test_another_offices_entries_do_not_count() -> None:
    assert not listed(entries(*(f"https://tegal.kemenag.go.id/{n}" for n in range(6)))).outcome.present


def test_names_without_links_count_as_the_rule_says() -> None:
    body = "<ul>" + "".join(f"<li>Laporan tahunan bagian {n}</li>" for n in range(5)) + "</ul>"
    assert listed(body).outcome is Outcome.PARTIAL
    assert listed(body, quality={"text_items": "tautan_saja"}).outcome is Outcome.LINK_ONLY


def test_a_definition_of_the_class_is_no_list() -> None:
    body = "<p>Informasi berkala adalah informasi yang wajib diumumkan secara berkala oleh badan publik.</p>"
    assert listed(body).outcome is Outcome.MISSING


@pytest.mark.parametrize("body", ["<p>Belum ada data</p>", "<p>Data tidak ditemukan.</p>", ""])
def test_an_empty_list_is_absent(body: str) -> None:
    assert listed(body).outcome is Outcome.MISSING


def test_named_groups_are_counted_instead_of_links() -> None:
    quality = {"full_items": 2, "named": [{"name": "LKjIP", "any": ["lkjip"]}, {"name": "DIPA", "any": ["dipa"]}]}
    body = '<ul><li><a href="/0.pdf">LKjIP 2025</a></li><li><a href="/1.pdf">LKjIP 2024</a></li></ul>'
    more = body + '<p><a href="/2.pdf">DIPA 2026</a></p>'
    assert listed(body, files(2), quality=quality | {"partial_items": 1}).outcome is Outcome.PARTIAL
    assert listed(more, files(3), quality=quality | {"partial_items": 1}).outcome is Outcome.COMPLETE


def test_an_entry_that_must_be_there_is_named_when_it_is_not() -> None:
    found = listed(entries(*files(5)), files(5), quality={"must": [{"name": "Laporan Keuangan", "any": ["neraca"]}]})
    assert found.outcome is Outcome.PARTIAL and "Laporan Keuangan" in found.note


def test_entries_of_years_ago_are_stale() -> None:
    body = "<ul>" + "".join(f'<li><a href="/{n}.pdf">SOP Layanan {n} Tahun 2019</a></li>' for n in range(5)) + "</ul>"
    held = {f"/{n}.pdf": f"SOP Layanan {n} Tahun 2019 {OFFICE}" for n in range(5)}
    assert listed(body, held, quality={"max_age_years": 5}).outcome is Outcome.STALE
    assert listed(body, held, quality={"max_age_years": 3}).outcome is Outcome.PARTIAL
    assert listed(body, held, quality={"max_age_years": 2}).outcome is Outcome.LINK_ONLY
    assert listed(body, held).outcome is Outcome.COMPLETE


def test_one_file_in_place_of_the_list_counts_as_the_rule_says() -> None:
    html = '<main><p><a href="/0.pdf">Informasi Berkala</a></p></main>'
    assert verdict(berkala(), seen(html, files(1))).outcome is Outcome.PARTIAL
    assert verdict(berkala(document="lengkap"), seen(html, files(1))).outcome is Outcome.COMPLETE


def menu_site(hrefs: int, working: int) -> Verdict:
    inner = "".join(f'<li><a href="/{n}.pdf">Dokumen ke {n}</a></li>' for n in range(hrefs))
    menu = f'<nav><ul><li><a href="#">Informasi Berkala</a><ul>{inner}</ul></li></ul></nav>'
    return verdict(berkala(), seen(f"{menu}<main><p>{OFFICE}</p></main>", files(working)))


def test_a_menu_of_that_name_is_a_list_without_a_page() -> None:
    found = menu_site(4, 4)
    assert found.outcome is Outcome.PARTIAL and "menu" in found.note


def test_a_menu_of_that_name_that_leads_nowhere_is_none() -> None:
    assert not menu_site(4, 0).outcome.present


def test_a_menu_does_not_stand_in_for_a_page_of_that_name_without_content() -> None:
    links = "".join(f'<li><a href="/{n}.pdf">Dokumen ke {n}</a></li>' for n in range(5))
    menu = f'<nav><ul><li><a href="/berkala">Informasi Berkala</a><ul>{links}</ul></li></ul></nav>'
    body = "<p>Informasi berkala adalah informasi yang wajib disediakan dan diumumkan oleh badan publik.</p>"
    pages = {
        "/": f"{menu}<main><p>{OFFICE}</p></main>",
        "/berkala": f"{menu}<main><h1>Informasi Berkala</h1>{body}</main>",
    }
    assert verdict(berkala(), seen(pages, files(5))).outcome is Outcome.MISSING


def test_entries_may_stand_anywhere_where_the_rule_says_so() -> None:
    sop = rule("listing", ["SOP"], quality={"full_items": 3, "anywhere": True})
    links = "".join(
        f'<p><a href="/{n}.pdf">SOP Layanan {name}</a></p>' for n, name in enumerate(("Nikah", "Haji", "Wakaf"))
    )
    assert (
        verdict(sop, seen({"/unduhan": f"<main><h1>Unduhan</h1>{links}</main>"}, files(3))).outcome is Outcome.COMPLETE
    )


# --- what could not be seen


def test_entries_nobody_opened_leave_the_verdict_open() -> None:
    hrefs = [f"/{n}.pdf" for n in range(6)]
    assert listed(entries(*hrefs), unopened=hrefs).outcome is Outcome.UNCHECKED
    assert listed(entries(*hrefs), blocked=hrefs).outcome is Outcome.UNCHECKED


def test_entries_nobody_opened_are_taken_to_be_like_those_that_were() -> None:
    hrefs = [f"/{n}.pdf" for n in range(8)]
    found = listed(entries(*hrefs), files(3), unopened=hrefs[3:])
    assert found.outcome is Outcome.COMPLETE


def test_a_list_that_was_blocked_is_not_called_empty() -> None:
    html = '<main><p><a href="/berkala">Informasi Berkala</a></p></main>'
    assert verdict(berkala(), seen(html, blocked=["/berkala"])).outcome is Outcome.UNCHECKED


# --- laws


@given(st.integers(0, 6), st.integers(0, 6))
@settings(max_examples=40, deadline=None)
def test_an_entry_more_that_works_never_lowers_the_outcome(working: int, broken: int) -> None:
    hrefs = [f"/{n}.pdf" for n in range(working)] + [f"/x{n}.pdf" for n in range(broken)]
    before = listed(entries(*hrefs), files(working))
    after = listed(entries(*hrefs, f"/{working}.pdf"), files(working + 1))
    assert after.outcome.points >= before.outcome.points
    assert before == listed(entries(*hrefs), files(working))


@pytest.mark.parametrize("opened", [0, 1])
def test_a_list_whose_entries_nobody_could_open_is_not_lowered(opened: int) -> None:
    """Nobody can tell: the machine was asked to stay out, or the kind of file is unknown."""
    hrefs = [f"/{n}.pdf" for n in range(3)]
    quality = {"full_items": 8, "partial_items": 6}
    found = listed(entries(*hrefs), files(opened), quality=quality, blocked=hrefs[opened:])
    assert found.outcome is Outcome.UNCHECKED and "belum dapat dibuka" in found.note


def test_a_card_that_leads_to_the_list_of_its_name_is_no_entry_of_it() -> None:
    home = (
        '<main><h1>Beranda</h1><h2>Informasi Berkala</h2><a href="/berkala">Profil, program, laporan kinerja</a></main>'
    )
    empty = "<main><h1>Informasi Berkala</h1><p>Belum ada data informasi berkala.</p></main>"
    found = verdict(berkala(partial_items=1, full_items=1), seen({"/": home, "/berkala": empty}))
    assert found.outcome is Outcome.MISSING


def test_tabs_between_lists_are_no_entries() -> None:
    tabs = '<a href="/berkala">Informasi Berkala</a> <a href="/saat">Setiap Saat</a> <a href="/merta">Serta Merta</a>'
    pages = {
        path: f"<main><h1>Informasi {path[1:]}</h1>{tabs}<p>Belum diisi.</p></main>" for path in ("/saat", "/merta")
    }
    pages["/berkala"] = (
        f"<main><h1>Informasi Berkala</h1>{tabs}<p>Daftar ini masih disusun oleh petugas kantor.</p></main>"
    )
    assert not verdict(berkala(partial_items=1, full_items=2), seen(pages)).outcome.present


def test_names_beside_dead_buttons_count_as_names_without_links() -> None:
    card = (
        "<div class='kartu'><h3>Peraturan Menteri Nomor {0} Tahun 2014</h3><p>Pedoman</p><button>Unduh</button></div>"
    )
    body = "<div>" + "".join(card.format(n) for n in range(5)) + "</div>"
    assert listed(body).outcome is Outcome.PARTIAL
    assert listed(body, quality={"text_items": "tautan_saja"}).outcome is Outcome.LINK_ONLY


def folders(count: int) -> Verdict:
    card = (
        '<a class="kartu" href="/f{0}"><h3>Laporan bagian {0}</h3><p>Kumpulan laporan</p><span>{1} dokumen</span></a>'
    )
    pages = {
        f"/f{n}": f"<main><h1>Laporan bagian {n}</h1><p>Isi laporan kantor bagian {n}.</p></main>" for n in range(4)
    }
    return listed("<div>" + "".join(card.format(n, count) for n in range(4)) + "</div>", pages=pages)


def test_folders_that_say_they_are_empty_are_nothing() -> None:
    assert folders(3).outcome is Outcome.COMPLETE
    found = folders(0)
    assert found.outcome is Outcome.MISSING and "0 dokumen" in found.note


def test_two_links_of_one_entry_are_one_and_the_living_one_counts() -> None:
    row = "<tr><td>{0}</td><td>Laporan {0}</td><td><a href='/{0}.pdf'>Unduh</a> <a href='#'>Lihat</a></td></tr>"
    body = (
        "<table><tr><th>No</th><th>Judul</th><th>File</th></tr>" + "".join(row.format(n) for n in range(3)) + "</table>"
    )
    found = listed(body, files(3))
    assert found.outcome is Outcome.PARTIAL and "3 butir" in found.note
