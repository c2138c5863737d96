"""Check kind ``document``: a document of the office's own, real, of the right year."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from auditor.model import Confidence, Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, SITE, rule, seen, verdict

# Calendar of the pack: the LKjIP of year N is due on 1 April of year N + 1.


def lkjip(**quality: Any) -> Rule:
    return rule(
        "document",
        ["LKjIP", "Laporan Kinerja", "LAKIP"],
        weak=["Laporan"],
        under=["Informasi Berkala"],
        exclude=["rapat"],
        quality={"cycle": "lkjip", "undated": "sebagian", **quality},
    )


def report(year: int | str, owner: str = OFFICE) -> str:
    return f"LAPORAN KINERJA TAHUN {year}\n{owner}\nBAB I PENDAHULUAN. Laporan ini memuat capaian kinerja kantor."


def offered(label: str, file: Any, *, href: str = "/d/a.pdf", **more: Any) -> Verdict:
    quality = more.pop("quality", {})
    html = f'<main><h2>Dokumen</h2><ul><li><a href="{href}">{label}</a></li></ul></main>'
    return verdict(lkjip(**quality), seen(html, {href: file} if file is not None else {}, **more))


# --- the calendar


@pytest.mark.parametrize(
    ("year", "outcome"),
    [
        (2026, Outcome.COMPLETE),
        (2025, Outcome.COMPLETE),
        (2024, Outcome.STALE),
        (2023, Outcome.PARTIAL),
        (2022, Outcome.LINK_ONLY),
        (2015, Outcome.LINK_ONLY),
    ],
)
def test_each_cycle_late_earns_less(year: int, outcome: Outcome) -> None:
    found = offered(f"LKjIP {year}", report(year))
    assert found.outcome is outcome and str(year) in found.note
    assert found.expired is (outcome is Outcome.LINK_ONLY), "real, but too old: more than a mere link"


@pytest.mark.parametrize(
    ("today", "outcome"), [(date(2027, 3, 31), Outcome.COMPLETE), (date(2027, 4, 1), Outcome.STALE)]
)
def test_a_document_turns_late_on_the_day_the_next_one_is_due(today: date, outcome: Outcome) -> None:
    assert offered("LKjIP 2025", report(2025), today=today).outcome is outcome


def test_the_newest_of_several_years_counts() -> None:
    html = "<main>" + "".join(f'<a href="/{y}.pdf">LKjIP {y}</a> ' for y in (2021, 2025, 2023)) + "</main>"
    found = verdict(lkjip(), seen(html, {f"/{y}.pdf": report(y) for y in (2021, 2025, 2023)}))
    assert found.outcome is Outcome.COMPLETE and found.evidence[0].url == SITE + "/2025.pdf"
    assert [c.taken for c in found.considered].count(True) == 1


@pytest.mark.parametrize("outcome", [Outcome.PARTIAL, Outcome.COMPLETE])
def test_a_document_of_no_known_year_is_worth_what_the_rule_says(outcome: Outcome) -> None:
    found = offered("LKjIP", "Laporan Kinerja " + OFFICE, quality={"undated": outcome})
    assert found.outcome is outcome and found.confidence is Confidence.LOW


@pytest.mark.parametrize(
    ("label", "file", "href"),
    [
        ("LKjIP", report(2025), "/d/a.pdf"),
        ("LKjIP 2025", "Laporan Kinerja " + OFFICE, "/d/a.pdf"),
        ("LKjIP", "Laporan Kinerja " + OFFICE, "/d/lkjip-2025.pdf"),
        ("LKjIP", "Laporan Kinerja " + OFFICE + " Tahun Anggaran 2025", "/2019/03/a.pdf"),
    ],
)
def test_the_year_is_taken_from_title_label_file_name_or_text(label: str, file: str, href: str) -> None:
    assert offered(label, file, href=href).outcome is Outcome.COMPLETE


@pytest.mark.parametrize("label", ["LaporanKinerja2025.pdf", "DLHLaporanKinerja_2025.pdf", "LKjIP-2025.pdf"])
def test_a_label_that_is_a_files_name_is_read_word_by_word(label: str) -> None:
    assert offered(label, "Isi laporan " + OFFICE).outcome is Outcome.COMPLETE


def test_the_upload_folders_year_is_not_the_documents() -> None:
    found = offered("LKjIP", report(2022), href="/wp-content/uploads/2026/03/lkjip.pdf")
    assert found.outcome is Outcome.LINK_ONLY


def test_the_year_may_stand_in_the_heading_above() -> None:
    html = '<main><h1>Laporan Kinerja</h1><h3>Tahun 2025</h3><p><a href="/a.pdf">Unduh</a></p></main>'
    found = verdict(lkjip(), seen({"/lakip": html}, {"/a.pdf": "Laporan Kinerja " + OFFICE}))
    assert found.outcome is Outcome.COMPLETE


# --- periods


@pytest.mark.parametrize(
    ("label", "today", "outcome"),
    [
        ("Renstra 2025-2029", date(2026, 11, 22), Outcome.COMPLETE),
        ("Renstra 2020-2024", date(2026, 11, 22), Outcome.STALE),
        ("Renstra 2020-2024", date(2026, 6, 30), Outcome.COMPLETE),
        ("Renstra 2020-2024", date(2026, 7, 1), Outcome.STALE),
        ("Renstra", date(2026, 11, 22), Outcome.PARTIAL),
    ],
)
def test_a_plan_must_cover_the_day_of_the_audit(label: str, today: date, outcome: Outcome) -> None:
    renstra = rule("document", ["Renstra"], quality={"period": True, "grace_until": date(2026, 6, 30)})
    html = f'<main><ul><li><a href="/r.pdf">{label}</a></li></ul></main>'
    assert verdict(renstra, seen(html, {"/r.pdf": f"{label} {OFFICE}"}, today=today)).outcome is outcome


def test_a_decision_too_old_is_stale() -> None:
    decision = rule("document", ["SK PPID"], quality={"max_age_years": 5, "undated": "lengkap"})
    for year, outcome in ((2021, Outcome.COMPLETE), (2020, Outcome.STALE)):
        files = {"/sk.pdf": f"Keputusan Kepala {OFFICE} Nomor 3 Tahun {year} tentang PPID"}
        assert verdict(decision, seen(f'<main><a href="/sk.pdf">SK PPID {year}</a></main>', files)).outcome is outcome


# --- whose it is


@pytest.mark.parametrize(
    ("owner", "outcome"),
    [
        (OFFICE, Outcome.COMPLETE),
        ("", Outcome.COMPLETE),
        ("Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah", Outcome.LINK_ONLY),
        ("Sekretariat Jenderal Kementerian Agama Republik Indonesia", Outcome.LINK_ONLY),
        ("Kantor Kementerian Agama Kabupaten Banjarnegara", Outcome.MISSING),
    ],
)
def test_the_names_in_the_document_tell_whose_it_is(owner: str, outcome: Outcome) -> None:
    found = offered("LKjIP 2025", f"LAPORAN KINERJA TAHUN 2025\n{owner}\nBAB I PENDAHULUAN")
    assert found.outcome is outcome
    if not owner:
        assert found.confidence is not Confidence.HIGH, "nobody says whose it is"


def test_a_parents_document_may_be_worth_more_by_the_rule() -> None:
    text = report(2025, "Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah")
    assert offered("LKjIP 2025", text, quality={"parent": "sebagian"}).outcome is Outcome.PARTIAL


# --- what kind of file it is


def test_a_scan_counts_by_its_name_and_year() -> None:
    found = offered("LKjIP 2025", {"scanned": True})
    assert found.outcome is Outcome.COMPLETE and found.confidence is not Confidence.HIGH
    assert "pindaian" in offered("LKjIP 2025", {"scanned": True}, quality={"scanned": "sebagian"}).note


@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        ({"broken": True}, Outcome.LINK_ONLY),
        ({"login": True}, Outcome.LINK_ONLY),
        (None, Outcome.LINK_ONLY),
        ({"kind": "gambar"}, Outcome.PARTIAL),
        ({"kind": "xlsx", "text": "Laporan Kinerja 2025 " + OFFICE}, Outcome.COMPLETE),
        ({"kind": "docx", "text": "Laporan Kinerja 2025 " + OFFICE}, Outcome.COMPLETE),
    ],
)
def test_what_opens_and_what_does_not(file: dict[str, Any] | None, outcome: Outcome) -> None:
    assert offered("LKjIP 2025", file).outcome is outcome


def test_a_thin_file_is_partial_with_a_question_mark() -> None:
    found = offered("LKjIP 2025", {"text": report(2025), "pages": 1, "size": 20_000}, quality={"min_pages": 5})
    assert found.outcome is Outcome.PARTIAL and found.confidence is Confidence.LOW


@pytest.mark.parametrize(("login", "outcome"), [(False, Outcome.COMPLETE), (True, Outcome.LINK_ONLY)])
def test_a_drive_file_counts_when_the_public_may_open_it(login: bool, outcome: Outcome) -> None:
    href = "https://drive.google.com/file/d/1a2b3c4d5e6f7g8h9i/view"
    text = f"LKjIP 2025 Kemenag Purbalingga.pdf {OFFICE}"
    assert offered("LKjIP 2025", {"kind": "awan", "text": text, "login": login}, href=href).outcome is outcome


def test_facts_are_looked_for_in_the_text() -> None:
    quality = {"facts": [{"name": "capaian", "any": ["capaian kinerja"]}, {"name": "anggaran", "any": ["pagu"]}]}
    quality |= {"full_facts": 2, "partial_facts": 1}  # type: ignore[dict-item]
    found = offered("LKjIP 2025", report(2025), quality=quality)
    assert found.outcome is Outcome.PARTIAL and "anggaran" in found.note
    assert offered("LKjIP 2025", report(2025) + " Pagu DIPA", quality=quality).outcome is Outcome.COMPLETE


def test_several_parts_are_asked_for() -> None:
    parts = {"parts": [{"name": "neraca", "any": ["neraca"]}, {"name": "CaLK", "any": ["calk"]}]}
    html = '<main><a href="/n.pdf">LKjIP Neraca 2025</a> <a href="/c.pdf">LKjIP CaLK 2025</a></main>'
    one = verdict(lkjip(**parts), seen(html, {"/n.pdf": report(2025)}))
    both = verdict(lkjip(**parts), seen(html, {"/n.pdf": report(2025) + " neraca", "/c.pdf": report(2025) + " calk"}))
    assert one.outcome is Outcome.PARTIAL and "CaLK" in one.note
    assert both.outcome is Outcome.COMPLETE


def test_a_quarterly_report_ages_by_quarters() -> None:
    for label, outcome in (("Triwulan III 2026", Outcome.COMPLETE), ("Triwulan I 2025", Outcome.PARTIAL)):
        files = {"/t.pdf": f"Laporan Kinerja {label} {OFFICE}"}
        found = verdict(
            lkjip(quarter=True, cycle="", max_age_years=5),
            seen(f'<main><a href="/t.pdf">Laporan Kinerja {label}</a></main>', files),
        )
        assert found.outcome is outcome, label


# --- content on the page itself


ROWS = "".join(f"<tr><td>{n}</td><td>Sasaran {n}</td><td>100</td><td>9{n}</td></tr>" for n in range(1, 5))


def test_a_table_on_the_page_counts_as_the_rule_says() -> None:
    head = "<tr><th>No</th><th>Sasaran</th><th>Target</th><th>Capaian</th></tr>"
    html = f"<main><h1>Laporan Kinerja Tahun 2025</h1><table>{head}{ROWS}</table></main>"
    assert verdict(lkjip(), seen({"/lkjip": html})).outcome is Outcome.COMPLETE
    assert verdict(lkjip(table="sebagian"), seen({"/lkjip": html})).outcome is Outcome.PARTIAL


def test_a_table_with_a_header_and_no_rows_is_empty() -> None:
    html = "<main><h1>Laporan Kinerja 2025</h1><table><tr><th>No</th><th>Judul</th><th>Unduh</th></tr></table></main>"
    assert verdict(lkjip(), seen({"/lkjip": html})).outcome is Outcome.MISSING


def test_a_row_without_a_link_is_only_a_label() -> None:
    html = """<main><h1>Informasi</h1><table><tr><th>No</th><th>Dokumen</th><th>Unduh</th></tr><tr><td>1</td>
    <td>LKjIP 2025</td><td><button>Unduh</button></td></tr><tr><td>2</td><td>DIPA</td><td>-</td></tr></table></main>"""
    assert verdict(lkjip(), seen({"/info": html})).outcome is Outcome.LINK_ONLY


def test_the_files_of_a_named_page_need_no_names_of_their_own() -> None:
    html = '<main><h1>Laporan Kinerja</h1><p>Tahun 2025 <a href="/a.pdf">Unduh</a></p></main>'
    assert verdict(lkjip(), seen({"/lkjip": html}, {"/a.pdf": report(2025)})).outcome is Outcome.COMPLETE


def test_files_of_other_names_on_a_named_page_are_other_documents() -> None:
    html = """<main><h1>Laporan Kinerja</h1><p><a href="/a.pdf">Formulir Haji 2025</a></p>
    <p><a href="/b.pdf">Brosur Wakaf 2025</a></p></main>"""
    files = {"/a.pdf": "Formulir Haji 2025 " + OFFICE, "/b.pdf": "Brosur Wakaf 2025 " + OFFICE}
    assert not verdict(lkjip(), seen({"/lkjip": html}, files)).outcome.present


def test_a_file_embedded_in_the_page_is_read() -> None:
    html = '<main><h1>Laporan Kinerja 2025</h1><iframe src="/pdfjs/viewer.html?file=/a.pdf"></iframe></main>'
    assert verdict(lkjip(), seen({"/lkjip": html}, {"/a.pdf": report(2025)})).outcome is Outcome.COMPLETE


def test_an_undated_promise_is_absent_even_under_its_own_name() -> None:
    for words in ("Belum ada data", "Dokumen sedang disusun", "Showing 0 to 0 of 0 entries"):
        html = f"<main><h1>Laporan Kinerja</h1><p>{words}</p></main>"
        assert verdict(lkjip(), seen({"/lkjip": html})).outcome is Outcome.MISSING


# --- traps


@pytest.mark.parametrize(
    "label",
    ["Berkala", "Laporan Harian Cuaca", "Kinerja Guru Madrasah Meningkat", "Rapat Penyusunan LKjIP"],
)
def test_names_that_only_resemble_the_rules_are_passed_over(label: str) -> None:
    assert offered(label, f"Isi berkas lain {OFFICE}").outcome is Outcome.MISSING


def test_a_weak_name_counts_only_where_it_is_expected() -> None:
    files = {"/a.pdf": f"Isi tahun 2025 {OFFICE}"}
    inside = '<main><h1>Informasi Berkala</h1><ul><li><a href="/a.pdf">Laporan</a></li></ul></main>'
    outside = '<main><h1>Majelis Taklim</h1><ul><li><a href="/a.pdf">Laporan</a></li></ul></main>'
    assert verdict(lkjip(), seen({"/i": inside}, files)).outcome.present
    assert verdict(lkjip(), seen({"/i": outside}, files)).outcome is Outcome.MISSING


def test_news_of_a_meeting_is_not_the_document() -> None:
    article = f"""<article><h1>Kemenag Purbalingga Susun LKjIP 2025</h1><p>Purbalingga (Humas) – Rapat dipimpin Kasubbag
    TU di {OFFICE}. “Selesaikan tepat waktu,” ujarnya.</p><a href="/undangan.pdf">LKjIP 2025</a></article>"""
    observations = seen({"/berita/kemenag-susun-lkjip-2025": article}, {"/undangan.pdf": "Undangan rapat " + OFFICE})
    assert verdict(lkjip(), observations).outcome is Outcome.MISSING


def test_one_document_under_many_labels_is_the_document_of_one_of_them() -> None:
    html = (
        "<main><ul>"
        + "".join(
            f'<li><a href="/renja.pdf">{label}</a></li>' for label in ("Renja 2026", "LKjIP 2025", "DIPA 2026", "LHKPN")
        )
        + "</ul></main>"
    )
    text = f"RENCANA KERJA TAHUN 2026\n{OFFICE}\nBAB I PENDAHULUAN. Program dan kegiatan tahun berjalan kantor."
    found = verdict(lkjip(), seen(html, {"/renja.pdf": text}))
    assert not found.outcome.present


# --- nil


def test_a_dated_nil_return_is_an_answer_where_the_rule_says_so() -> None:
    html = "<main><h1>Laporan Kinerja</h1><p>Per 30 September 2026 tidak ada laporan yang diterbitkan.</p></main>"
    assert verdict(lkjip(nil=True), seen({"/l": html})).outcome is Outcome.NIL
    assert verdict(lkjip(nil=False), seen({"/l": html})).outcome is not Outcome.NIL


# --- what could not be seen


@pytest.mark.parametrize("more", [{"blocked": ["/d/a.pdf"]}, {"unopened": ["/d/a.pdf"]}])
def test_a_file_nobody_could_open_leaves_the_verdict_open(more: dict[str, list[str]]) -> None:
    assert offered("LKjIP 2025", None, **more).outcome is Outcome.UNCHECKED


def test_an_unseen_file_beats_an_old_dead_link_but_not_a_present_one() -> None:
    html = """<main><a href="/mati.pdf">LKjIP 2024</a> <a href="/a.pdf">LKjIP 2025</a>
    <a href="/b.pdf">LKjIP 2023</a></main>"""
    dead = verdict(lkjip(), seen(html, {}, blocked=["/a.pdf"]))
    old = verdict(lkjip(), seen(html, {"/b.pdf": report(2023)}, blocked=["/a.pdf"]))
    assert dead.outcome is Outcome.UNCHECKED
    assert old.outcome is Outcome.PARTIAL


# --- laws


_FILES = st.lists(
    st.tuples(
        st.sampled_from(["LKjIP", "Laporan Kinerja", "LAKIP Kemenag", "Laporan", "Dokumen"]),
        st.integers(2019, 2026),
        st.sampled_from([OFFICE, "Kantor Kementerian Agama Kabupaten Banjarnegara", ""]),
        st.booleans(),
    ),
    max_size=4,
)


def judged(files: list[tuple[str, int, str, bool]]) -> Verdict:
    items = "".join(f'<li><a href="/{n}.pdf">{label} {year}</a></li>' for n, (label, year, _, _) in enumerate(files))
    bodies = {
        f"/{n}.pdf": {"text": report(year, owner), "broken": broken} for n, (_, year, owner, broken) in enumerate(files)
    }
    return verdict(lkjip(), seen(f"<main><h2>Dokumen</h2><ul>{items}</ul></main>", bodies))


@given(_FILES, st.integers(2019, 2026))
@settings(max_examples=60, deadline=None)
def test_a_working_document_more_never_lowers_the_outcome(files: list[tuple[str, int, str, bool]], year: int) -> None:
    before = judged(files)
    after = judged([*files, ("LKjIP", year, OFFICE, False)])
    assert after.outcome.points >= before.outcome.points
    assert after.outcome.counted


@given(_FILES)
@settings(max_examples=30, deadline=None)
def test_the_same_site_gets_the_same_verdict(files: list[tuple[str, int, str, bool]]) -> None:
    assert judged(files) == judged(files)


@given(_FILES)
@settings(max_examples=30, deadline=None)
def test_every_verdict_explains_itself(files: list[tuple[str, int, str, bool]]) -> None:
    found = judged(files)
    assert found.note
    assert bool(found.evidence) == (found.outcome is not Outcome.MISSING)
    assert sum(item.taken for item in found.considered) <= 1
    assert all(item.url for item in found.considered)


def test_a_text_without_year_or_figure_is_not_the_document() -> None:
    page = f"""<main><h1>Rencana Strategis</h1><p>Perencanaan strategis adalah langkah awal bagi {OFFICE} agar mampu
    menjawab tuntutan lingkungan, baik setempat maupun nasional, dengan tetap menyelaraskan tujuan dan
    sasaran.</p></main>"""
    asked = rule("document", ["Rencana Strategis"], quality={"period": True})
    assert verdict(asked, seen({"/renstra": page})).outcome is Outcome.MISSING


def test_cards_whose_only_buttons_are_dead_are_labels() -> None:
    cards = "".join(
        f"<article><h3>Keputusan Kepala Kantor {n} Tahun 2026</h3><p>Ditetapkan 2 Januari 2026.</p>"
        "<button>Unduh Dokumen</button></article>"
        for n in range(3)
    )
    page = f"<main><h1>SK PPID</h1>{cards}</main>"
    assert verdict(rule("document", ["SK PPID"], quality={}), seen({"/sk": page})).outcome is Outcome.LINK_ONLY


def test_counters_at_nought_are_no_figures() -> None:
    asked = rule("document", ["Data Madrasah"], quality={"table": "lengkap"})
    page = "<main><h1>Data Madrasah</h1><div>{0}</div><p>Negeri</p><div>{0}</div><p>Swasta</p><div>{0}</div></main>"
    assert verdict(asked, seen({"/data": page.format(0)})).outcome.present is False
    assert verdict(asked, seen({"/data": page.format(41)})).outcome.present is True


def test_a_table_whose_one_row_says_that_there_is_none_is_empty() -> None:
    head = "<tr><th>No</th><th>Tanggal Permohonan</th><th>Jumlah</th></tr>"
    body = f"<table>{head}<tr><td colspan='3'>No data available in table</td></tr></table>"
    page = f"<main><h1>LKjIP 2025</h1><h2>Daftar LKjIP</h2>{body}</main>"
    found = verdict(lkjip(page="sebagian"), seen({"/lkjip": page}))
    assert not found.outcome.present


def rows(*cells: str, title: str = "Capaian kantor selama setahun") -> str:
    row = "".join(f"<td>{cell}</td>" for cell in (title, *cells, '<a href="/d/a.pdf">Unduh</a>'))
    head = "".join(f"<th>{name}</th>" for name in ("Judul", *(f"Kolom {n}" for n, _ in enumerate(cells)), "Berkas"))
    other = "<tr><td>Daftar kendaraan dinas</td>" + "<td>-</td>" * (len(cells) + 1) + "</tr>"
    return f"<main><h1>Dokumen</h1><table><tr>{head}</tr><tr>{row}</tr>{other}</table></main>"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        (rows("Laporan Kinerja", "2025"), Outcome.COMPLETE),
        (rows("Laporan Kinerja dan bahan rapat bulanan", "2025"), Outcome.MISSING),
        (rows("Laporan Kinerja", "2025", title="Undangan rapat laporan"), Outcome.MISSING),
    ],
    ids=["a field says it", "a field says more", "the title says that it is something else"],
)
def test_a_file_is_what_a_field_of_its_row_calls_it(html: str, outcome: Outcome) -> None:
    assert (
        verdict(lkjip(), seen({"/dokumen": html}, {"/d/a.pdf": "Capaian kantor tahun 2025\n" + OFFICE})).outcome
        is outcome
    )
