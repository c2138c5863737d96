"""The written files: hostile words, one-page cards, personal data, defused cells, self-contained HTML."""

from __future__ import annotations

import base64
import csv
import hashlib
import io
import re
import tempfile
import zipfile
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.inputs.config import Config
from auditor.limited import copy_of
from auditor.model import Evidence, Fetch, FetchRole, FetchStatus, Finding, Outcome, Scorecard
from auditor.problems import InputError
from auditor.report import ALL, write_evidence_pages, write_reports
from auditor.report.allfindings import all_findings
from auditor.report.carddata import card_data
from auditor.report.evidence import page_name
from auditor.report.figures import Round
from auditor.report.findings import show
from auditor.report.packet import write_area_packet
from auditor.report.pdf import typesetter
from auditor.report.privacy import mask
from auditor.report.writing import card_file
from tests.report_cards import (
    NIK,
    STARTED,
    blocked_card,
    card_of,
    finding,
    flagged_card,
    hostile_card,
    office,
    ordinary_card,
    province,
    small_pack,
    thin_card,
    unregistered_card,
)
from tests.report_sample import CARD, TARGET, write_sample

PACK = small_pack()
FINDING_COLUMNS = (
    "putaran,situs_id,indikator_id,judul,kategori,wajib,bobot,hasil,poin,nilai,bukti_url,kutipan,tanggal_bukti,"
    "terdekat_url,catatan,keyakinan,ditetapkan_oleh"
)
SIGNED = Config(
    institution="Kanwil Contoh",
    city="Kota Contoh",
    signer_name="Nama",
    signer_nip="1" * 18,
    signer_title="Kepala Bagian Tata Usaha",
)


def cards_of_every_kind() -> dict[str, Scorecard]:
    long_name = "Kankemenag Kabupaten " + "Panjang Sekali Namanya " * 3
    site = office(7)
    weighed = [r for r in PACK.rules if r.weight > 0]
    return {
        "biasa": ordinary_card(0, PACK, luck=0.4),
        "nama 80 huruf": replace(ordinary_card(1, PACK), site=office(1, name=long_name[:80])),
        "nama satu kata panjang": replace(ordinary_card(2, PACK), site=office(2, name="K" * 200)),
        "tanpa temuan": card_of(office(3), [], PACK),
        "79 temuan terbuka": card_of(office(4), [finding(r, office(4), Outcome.MISSING) for r in PACK.rules], PACK),
        "semua lengkap": card_of(site, [finding(r, site, Outcome.COMPLETE) for r in weighed], PACK),
        "tanpa cakupan": blocked_card(8, PACK),
        "sebagian terlihat": thin_card(9, PACK),
        "belum terdaftar": unregistered_card(10, PACK),
        "bendera": flagged_card(11, PACK),
        "jahat": hostile_card(12, PACK),
        "aksara lain": replace(ordinary_card(13, PACK), site=office(13, name="Kemenag بسم الله 漢字 😀 \x07\x00 Ωé")),
    }


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("aneka")
    write_reports(folder, "2026-T4", list(cards_of_every_kind().values()), PACK, (), SIGNED)
    return folder


@pytest.mark.parametrize("kind", cards_of_every_kind())
def test_every_card_is_exactly_one_a4_page(written: Path, kind: str) -> None:
    card = cards_of_every_kind()[kind]
    document = pypdfium2.PdfDocument(written / "kartu-skor" / f"{card.site.id}.pdf")
    assert len(document) == 1
    assert [round(v) for v in document[0].get_size()] == [595, 842]
    text = " ".join(document[0].get_textpage().get_text_range().split())
    document.close()
    assert "Skor = 100 × jumlah" in text  # the small print at the very bottom is still there
    assert "Kepala Bagian Tata Usaha" in text


@pytest.mark.parametrize("kind", cards_of_every_kind())
def test_all_findings_follow_the_card_where_they_are_asked_for(tmp_path: Path, kind: str) -> None:
    card = cards_of_every_kind()[kind]
    with typesetter(Round("2026-T4", (card,), PACK), SIGNED) as setter:
        plain = setter.card(card_data(card, Round("2026-T4", (card,), PACK), SIGNED))[1]
        data = card_data(card, Round("2026-T4", (card,), PACK), replace(SIGNED, findings=True))
        made, sizes = setter.card(data)
    assert sizes == plain  # the card itself stays as it is
    document = pypdfium2.PdfDocument(made)
    pages = ["".join(page.get_textpage().get_text_range().replace("\u200b", "").split()) for page in document]
    document.close()
    told = card.findings if card.status.readable else ()  # of a site that is down the card says all there is
    assert (len(pages) > 1) == bool(told)
    assert "Skor=100×jumlah" in pages[0] and NIK not in "".join(pages)
    behind = "".join(pages[1:])
    assert [f.rule_id for f in told if f.rule_id not in behind] == []
    rows = [row for group in data["semua"] for row in group["baris"]]
    assert len(rows) == len(told) <= 79 and all(row["label"] for row in rows)
    for row in rows:
        assert "".join(row["label"].split()) in behind


def test_a_raised_flag_is_called_detected_and_not_missing() -> None:
    first = all_findings(flagged_card(0, PACK), PACK)[0]
    assert first["judul"].startswith("Bendera merah") and {row["label"] for row in first["baris"]} == {"Terdeteksi"}


def test_one_reason_for_a_whole_site_is_told_once() -> None:
    groups = {g["judul"]: g["sebab"] for g in all_findings(thin_card(0, PACK), PACK)}
    assert groups["Tidak dapat diperiksa (35)"] == "Halaman yang memuatnya tidak dapat dibuka."
    assert {g["sebab"] for g in all_findings(ordinary_card(0, PACK, luck=0.4), PACK)} == {""}


def test_open_findings_carry_their_address_and_their_remedy() -> None:
    card = ordinary_card(0, PACK, luck=0.4)
    rows = {row["kode"]: row for group in all_findings(card, PACK) for row in group["baris"]}
    for f in card.findings:
        row = rows[f.rule_id]
        if f.weight > 0 and f.outcome in (Outcome.MISSING, Outcome.LINK_ONLY, Outcome.PARTIAL):
            assert row["alamat"] == ("paling dekat: /berita/rapat" if f.nearest else f"/ppid/{f.rule_id}")
            assert row["cara"].startswith("Buat satu halaman khusus")
        elif f.outcome in (Outcome.COMPLETE, Outcome.NIL):
            assert row["cara"] == ""


def test_a_card_without_coverage_says_why_and_gives_no_zero(written: Path) -> None:
    page = (
        LexborHTMLParser((written / "kartu-skor" / "kab-contoh-09.html").read_text(encoding="utf-8"))
        .css_first("#skor")
        .text()
    )
    assert "Belum dapat dinilai" in page and "Dihalangi pengaman situs" in page and "tidak diberi nilai nol" in page
    assert "dari 100" not in page


def test_the_unseen_stand_apart_from_the_ranking_with_their_reason(written: Path) -> None:
    page = LexborHTMLParser((written / "rekap.html").read_text(encoding="utf-8"))
    apart = page.css_first("#belum").text()
    assert "Dihalangi pengaman situs" in apart and "Situs belum didaftarkan" in apart
    assert "kab-contoh-09" not in page.css_first("#peringkat").html  # type: ignore[operator]


def html_files(folder: Path) -> list[Path]:
    return sorted([*folder.glob("*.html"), *folder.glob("kartu-skor/*.html")])


def test_no_html_file_asks_anything_from_outside(written: Path) -> None:
    for path in html_files(written):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        assert (
            page.css("link[href], img[src], iframe, object, embed, video, audio, form, base, style[src], script[src]")
            == []
        )
        assert "url(" not in page.css_first("style").text() and "@import" not in page.css_first("style").text()


def test_the_policy_admits_only_the_inlined_style_and_script(written: Path) -> None:
    for path in html_files(written):
        page = LexborHTMLParser(path.read_text(encoding="utf-8"))
        policy = page.css_first("meta[http-equiv=Content-Security-Policy]").attributes["content"] or ""
        assert policy.startswith("default-src 'none'")
        (style,), (script,) = page.css("style"), page.css("script")
        for node in (style, script):
            inside = re.sub(r"^<[^>]+>|</[^>]+>$", "", node.html or "")
            digest = base64.b64encode(hashlib.sha256(inside.encode()).digest()).decode()
            assert f"'sha256-{digest}'" in policy
        assert page.css("[style], [onclick], [onload], [onerror]") == []


def test_hostile_words_stay_words_in_html(written: Path) -> None:
    for name in ("rekap.html", "kartu-skor/kab-contoh-13.html"):
        text = (written / name).read_text(encoding="utf-8")
        page = LexborHTMLParser(text)
        assert len(page.css("script")) == 1
        assert "&lt;script&gt;" in text
        ours = r"https?://|#|(?:kartu-skor|wa|kirim)/|ringkasan|rekap|faktor|indikator|buku|temuan"
        assert [a for a in page.css("a") if not re.match(ours, a.attributes.get("href") or "")] == []
        assert not re.search("[\u202a-\u202e\u2066-\u2069]", text)
        assert len(text) < 400_000


def test_hostile_words_are_no_formulas_in_csv(written: Path) -> None:
    for name in ("rekap.csv", "temuan.csv"):
        text = (written / name).read_bytes()
        assert text.startswith(b"\xef\xbb\xbf")
        for row in csv.reader(io.StringIO(text.decode("utf-8-sig"))):
            for value in row:
                assert not value.startswith(("=", "+", "@", "\t", "\r")) and "\n" not in value
                assert not value.startswith("-") or re.fullmatch(r"-\d+\.\d", value), value


def test_the_columns_are_those_of_the_contract(written: Path) -> None:
    assert (written / "temuan.csv").read_text(encoding="utf-8-sig").splitlines()[0] == FINDING_COLUMNS
    head = (written / "rekap.csv").read_text(encoding="utf-8-sig").splitlines()[0]
    assert head.startswith(
        "putaran,peringkat,situs_id,nama,wilayah,skor,skor_min,skor_maks,simulasi_kategori,cakupan,skor_wajib,Profil,"
    )
    assert head.endswith(",berita_terakhir,berita_30_hari,status_situs,halaman_dibuka,selisih,koreksi")


def test_the_workbook_opens_with_all_sheets_and_no_formula(written: Path) -> None:
    book = CalamineWorkbook.from_path(written / "rekap.xlsx")
    assert book.sheet_names == [
        "Ringkasan",
        "Peringkat",
        "Matriks",
        "Temuan",
        "Prioritas",
        "Berita",
        "Tindak Lanjut",
        "Metode",
    ]
    for name in book.sheet_names:
        for row in book.get_sheet_by_name(name).to_python():
            assert not [v for v in row if isinstance(v, str) and v.startswith(("=", "@", "\t")) and len(v) > 1]


def test_messages_hold_a_thousand_characters_whatever_the_names(written: Path) -> None:
    for path in (written / "wa").glob("*.txt"):
        text = path.read_text(encoding="utf-8")
        assert len(text) <= 1000 and ("Terima kasih." in text or "Kami siap membantu." in text), path.name
        asked = re.search(r"bendera merah|Tiga teratas|^\d\. (?!Supaya situs dapat dinilai: Tidak ada)", text, re.M)
        assert ("Mohon ditindaklanjuti paling lambat 13 Desember 2026." in text) is bool(asked), path.name


def everything(folder: Path, but: str = "") -> str:
    parts = []
    for path in sorted(folder.rglob("*")):
        if path.is_dir() or path.name == but:
            continue
        if path.suffix == ".pdf":
            document = pypdfium2.PdfDocument(path)
            parts += [page.get_textpage().get_text_range() for page in document]
            document.close()
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive, tempfile.TemporaryDirectory() as inside:
                archive.extractall(inside)
                parts.append(everything(Path(inside), but))
        elif path.suffix == ".xlsx":
            book = CalamineWorkbook.from_path(path)
            parts += [str(book.get_sheet_by_name(name).to_python()) for name in book.sheet_names]
        elif path.suffix == ".pptx":
            deck = pytest.importorskip("pptx").Presentation(path)
            parts += [s.text_frame.text for slide in deck.slides for s in slide.shapes if s.has_text_frame]
        else:
            parts.append(path.read_text(encoding="utf-8-sig"))
    return "\n".join(parts)


def test_personal_data_is_nowhere_but_masked_in_the_restricted_annex(tmp_path: Path) -> None:
    leak = Evidence(f"https://x.example/{NIK}", f"NIK {NIK}", STARTED, "<urn:uuid:9>")
    site = office(1)
    spilled = finding(PACK.rules[0], site, Outcome.COMPLETE, evidence=(leak,), note=f"Tertulis {NIK}.", nearest=leak)
    cards = [flagged_card(0, PACK), card_of(site, [spilled], PACK)]
    write_reports(tmp_path, "2026-T4", cards, PACK)
    write_area_packet(tmp_path, cards[0].site.area, "2026-T4", cards, PACK)
    annex = "TERBATAS-hanya-kanwil.html"
    handed_out = everything(tmp_path, but=annex)
    assert NIK not in handed_out.replace(" ", "") and "daftar-peserta" not in handed_out
    assert "lampiran terbatas Kanwil" in handed_out
    restricted = (tmp_path / annex).read_text(encoding="utf-8")
    assert "daftar-peserta" in restricted and "3303************" in restricted and NIK not in restricted


def test_without_personal_data_there_is_no_annex_and_an_old_one_goes(tmp_path: Path) -> None:
    old = tmp_path / "TERBATAS-hanya-kanwil.html"
    old.write_text("lama", encoding="utf-8")
    write_reports(tmp_path, "2026-T4", [ordinary_card(0, PACK)], PACK, formats=["html"])
    assert not old.exists()


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("NIK 3303011508850001", "NIK 3303************"),
        ("NIK: 3303 0115 0885 0001.", "NIK: 3303************."),
        ("NIP 198001012005011001", "NIP 1980************"),
        ("Rekening BRI 0123-01-000456-50-7 a.n. Contoh", "Rekening BRI 012******** a.n. Contoh"),
        ("Telepon (0281) 891234 dan 081234567890", "Telepon (0281) 891234 dan 081234567890"),
        ("Tahun 2024 2025 2026 anggaran", "Tahun 2024 2025 2026 anggaran"),
        ("Rp1.234.567.890,00", "Rp1.234.567.890,00"),
        ("https://x.example/unggah/3303011508850001.pdf", "https://x.example/unggah/3303************.pdf"),
        ("https://x.example/berkas/1700000000000000.pdf", "https://x.example/berkas/1700000000000000.pdf"),
    ],
)
def test_identity_and_account_numbers_are_masked_and_other_numbers_are_not(text: str, masked: str) -> None:
    assert mask(text) == masked


def test_an_unknown_format_is_refused_before_anything_is_written(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="docx"):
        write_reports(tmp_path, "2026-T4", [ordinary_card(0, PACK)], PACK, formats=["html", "docx"])
    assert list(tmp_path.iterdir()) == []


def test_a_round_without_any_office_still_renders(tmp_path: Path) -> None:
    assert {p.suffix for p in write_reports(tmp_path, "2026-T4", [], PACK)} == {
        ".html",
        ".csv",
        ".json",
        ".xlsx",
        ".pdf",
        ".txt",
        ".pptx",
    }
    assert set(ALL) == {"html", "pdf", "csv", "json", "xlsx", "wa", "kirim", "pptx"}


def test_a_site_id_cannot_lead_out_of_the_folder() -> None:
    assert card_file("../../etc/passwd") == "etc-passwd"
    assert card_file("..") == "kantor"


def test_the_book_has_bookmarks_for_every_chapter_and_card(tmp_path: Path) -> None:
    cards = province(PACK)
    write_reports(tmp_path, "2026-T4", cards, PACK, formats=["pdf"])
    document = pypdfium2.PdfDocument(tmp_path / "buku-kartu-skor.pdf")
    marks = [mark.get_title() for mark in document.get_toc()]
    assert document.get_metadata_value("Title") == "Buku kartu skor Triwulan IV 2026"
    document.close()
    assert [m for m in marks if m in ("Cara membaca", "Peringkat", "Daftar indikator")] == [
        "Cara membaca",
        "Peringkat",
        "Daftar indikator",
    ]
    assert {c.site.name for c in cards} <= set(marks)
    assert b"pdfuaid:part" in (tmp_path / "buku-kartu-skor.pdf").read_bytes()


def test_the_packet_has_a_card_and_an_obstacle_sheet_for_each_office_of_the_wilayah(tmp_path: Path) -> None:
    cards = province(PACK)
    area = cards[0].site.area
    path, _ = write_area_packet(tmp_path, area, "2026-T4", cards, PACK, config=SIGNED)
    text = " ".join(everything(tmp_path).split())
    for card in cards:
        assert (f"Lembar kendala: {card.site.name} Triwulan" in text) == (card.site.area == area)
    assert path.name == "paket-rakor-eks-karesidenan-banyumas.pdf" and "Agenda" in text


def test_an_unknown_wilayah_is_refused_with_the_known_ones(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="eks-Karesidenan Kedu"):
        write_area_packet(tmp_path, "eks-Karesidenan Lain", "2026-T4", province(PACK), PACK)


def fetched(body: str, record: str, media_type: str = "text/html") -> Fetch:
    return Fetch(
        "https://contoh.example/ppid",
        FetchRole.PAGE,
        FetchStatus.OK,
        STARTED,
        http_status=200,
        media_type=media_type,
        body=body.encode(),
        record_id=record,
    )


def card_with_proof(record: str, quote: str) -> tuple[Scorecard, Finding]:
    site = office(0)
    proof = finding(
        PACK.rules[0],
        site,
        Outcome.COMPLETE,
        evidence=(Evidence("https://contoh.example/ppid", quote, STARTED, record),),
    )
    return card_of(site, [proof], PACK), proof


PAGE = """<html><head><title>DIP</title><script>alert(1)</script><link rel=stylesheet href=//x.example/a.css></head>
<body onload="alert(2)" style="background:url(//x.example/b)"><h1 onclick=alert(3)>Daftar Informasi Publik</h1>
<p>Daftar ini memuat <b>semua</b> informasi tahun 2026.</p><a href="javascript:alert(4)">klik</a>
<a href="https://contoh.example/dip.pdf" onmouseover=alert(5)>DIP 2026</a>
<img src="//x.example/p.png" alt="bagan" onerror=alert(6)>
<iframe src="//x.example"></iframe><form action="//x.example"><input name=q><button>kirim</button></form>
<svg><script>alert(7)</script></svg><meta http-equiv=refresh content="0;url=//x.example"><base href="//x.example/">
<p>NIK 3303011508850001</p></body></html>"""


def test_a_kept_page_shows_the_words_and_none_of_the_code(tmp_path: Path) -> None:
    card, _ = card_with_proof("<urn:uuid:7>", "semua informasi tahun 2026")
    path, _ = write_evidence_pages(tmp_path, card, PACK, lambda record: fetched(PAGE, record), copy_of)
    assert path == tmp_path / "bukti" / card.site.id / page_name("<urn:uuid:7>")
    text = path.read_text(encoding="utf-8")
    page = LexborHTMLParser(text)
    assert page.css("script, iframe, form, input, button, img, svg, link, base, object") == []
    assert page.css("[onclick], [onload], [style], [onerror], [onmouseover]") == []
    assert page.css("meta[http-equiv=refresh]") == []
    live = "https://contoh.example/ppid"
    assert [a.attributes["href"] for a in page.css("a")] == [live, "https://contoh.example/dip.pdf"]
    assert "Daftar Informasi Publik" in text and "[gambar: bagan]" in text
    assert "alert(" not in text and NIK not in text


def test_the_kept_page_shows_how_the_browser_showed_it_unless_that_would_show_identity_numbers(tmp_path: Path) -> None:
    card, _ = card_with_proof("<urn:uuid:7>", "x")
    plain = PAGE.replace("3303011508850001", "")
    for page, shown in ((plain, True), (PAGE, False)):
        seen = replace(fetched(page, "<urn:uuid:7>"), rendered=True, screenshot=b"RIFF____WEBP")
        path, _ = write_evidence_pages(tmp_path, card, PACK, lambda record, seen=seen: seen, copy_of)  # type: ignore[misc]
        pictures = LexborHTMLParser(path.read_text(encoding="utf-8")).css("img")
        assert [(p.attributes["src"] or "")[:23] for p in pictures] == (["data:image/webp;base64,"] if shown else [])


def test_the_quote_is_marked_on_the_kept_page(tmp_path: Path) -> None:
    card, _ = card_with_proof("<urn:uuid:7>", "informasi tahun 2026.")
    path, _ = write_evidence_pages(tmp_path, card, PACK, lambda record: fetched(PAGE, record), copy_of)
    assert LexborHTMLParser(path.read_text(encoding="utf-8")).css_first("mark").text() == "informasi tahun 2026."


def test_the_recap_leads_to_the_kept_pages_only_where_they_were_written(tmp_path: Path) -> None:
    card, _ = card_with_proof("<urn:uuid:7>", "x")
    write_reports(tmp_path, "2026-T4", [card], PACK, formats=["html"])
    recap = tmp_path / "rekap.html"
    assert "daftar.html" not in recap.read_text(encoding="utf-8")
    page, found = write_evidence_pages(tmp_path, card, PACK, lambda record: fetched(PAGE, record), copy_of)
    write_reports(tmp_path, "2026-T4", [card], PACK, formats=["html"])
    links = [a.attributes["href"] or "" for a in LexborHTMLParser(recap.read_text(encoding="utf-8")).css("a")]
    assert found.relative_to(tmp_path).as_posix() in links
    kept = LexborHTMLParser(found.read_text(encoding="utf-8"))
    back, copy = (a.attributes["href"] or "" for a in kept.css("a"))
    assert (found.parent / back).resolve() == recap.resolve() and found.parent / copy == page


def test_proofs_tell_the_day_where_it_is_not_the_cards(tmp_path: Path) -> None:
    site = office(0)
    today, later = (Evidence("https://x.example", "x", STARTED + timedelta(hours=h)) for h in (1, 30))
    found = [finding(PACK.rules[n], site, Outcome.COMPLETE, evidence=(e,)) for n, e in enumerate((today, later))]
    shown = {s.id: s.proofs[0].seen for s in show(card_of(site, found, PACK), PACK)}
    assert shown == {PACK.rules[0].id: "09.00 WIB", PACK.rules[1].id: "23 Nov 2026 14.00 WIB"}
    write_reports(tmp_path, "2026-T4", [card_of(site, found, PACK)], PACK, formats=["html"])
    text = (tmp_path / "kartu-skor" / f"{site.id}.html").read_text(encoding="utf-8")
    assert "bila hanya jam, tanggalnya 22 November 2026" in text


def test_pages_behind_a_privacy_flag_are_not_kept_even_when_another_finding_needs_them(tmp_path: Path) -> None:
    card = flagged_card(0, PACK)
    shared = finding(
        PACK.rules[0],
        card.site,
        Outcome.COMPLETE,
        evidence=(Evidence("https://x.example", "x", STARTED, "<urn:uuid:9>"),),
    )
    only = replace(
        card, findings=(shared, *(f for f in card.findings if f.red_flag and f.title == "Data pribadi terbuka"))
    )
    assert write_evidence_pages(tmp_path, only, PACK, lambda record: fetched(PAGE, record), copy_of) == []


def test_a_record_that_is_gone_leaves_no_page_and_no_link(tmp_path: Path) -> None:
    card, _ = card_with_proof("<urn:uuid:7>", "x")

    def gone(record: str) -> Fetch:
        raise KeyError(record)

    assert write_evidence_pages(tmp_path, card, PACK, gone, copy_of) == []


def test_the_golden_sample_is_complete_and_made_by_the_present_templates(tmp_path: Path) -> None:
    refresh = "python -m tests.report_sample"
    for path in write_sample(tmp_path):
        assert (TARGET / path.relative_to(tmp_path)).is_file(), refresh
    name = Path("kartu-skor") / f"{CARD}.html"
    fresh, kept = (LexborHTMLParser((place / name).read_text(encoding="utf-8")) for place in (tmp_path, TARGET))
    for selector in ("style", "script"):  # the words follow the rules; the look must be that of the templates
        assert [n.text() for n in fresh.css(selector)] == [n.text() for n in kept.css(selector)], refresh
