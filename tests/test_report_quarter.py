"""A second quarter in the reports: re-checks, objections, promises and obstacles are told alike in every format."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from auditor.inputs.config import Config
from auditor.inputs.followup import TYPED, Entry
from auditor.model import Correction, CorrectionStatus, Finding, Look, Outcome, Scorecard, Seen, SiteState
from auditor.report import write_reports
from auditor.report.figures import Round, round_of
from auditor.report.looks import looked_again
from auditor.report.obstacles import kind_of, kinds
from auditor.report.packet import write_area_packet
from auditor.report.promises import Kept
from auditor.report.summary import deadline
from auditor.score import uncorrected, with_findings
from tests.report_cards import AREAS, STARTED, blocked_card, ordinary_card, province, small_pack

PACK = small_pack()
FILED = date(2026, 11, 25)


def objection(card: Scorecard, rule_id: str, status: CorrectionStatus = CorrectionStatus.FILED) -> Correction:
    decided = status is not CorrectionStatus.FILED
    return Correction(
        *(card.site.id, rule_id, Outcome.COMPLETE, "Ada pada menu PPID, dibuka bersama petugas", ""),
        "Siti Aminah" if decided else "",
        FILED + timedelta(days=1) if decided else None,
        date(2026, 12, 10) if status is CorrectionStatus.ACCEPTED else None,
        status=status,
        filed_by="Budi Santoso",
        filed_on=FILED,
    )


def lacking(card: Scorecard) -> list[str]:
    return [f.rule_id for f in card.findings if f.outcome is Outcome.MISSING and f.weight > 0]


def _complete(finding: Finding) -> Finding:
    return replace(finding, outcome=Outcome.COMPLETE, points=1.0)


def objected_card(n: int) -> Scorecard:
    """An office with one objection of each kind; the accepted one decides its finding."""
    card = ordinary_card(n, PACK, luck=0.6)
    first, second, third = lacking(card)[:3]
    rows = (
        objection(card, first),
        objection(card, second, CorrectionStatus.ACCEPTED),
        objection(card, third, CorrectionStatus.REJECTED),
    )
    findings = [
        replace(
            f,
            outcome=Outcome.COMPLETE,
            points=1.0,
            decided_by="Siti Aminah",
            machine=f.outcome,
            machine_points=f.points,
        )
        if f.rule_id == second
        else f
        for f in card.findings
    ]
    made = with_findings(card, findings, PACK)
    return replace(made, corrections=rows, uncorrected=uncorrected(findings, PACK))


def rechecked_card(n: int) -> Scorecard:
    """An office that mended two findings before it was looked at again, and a later look that failed."""
    now = replace(ordinary_card(n, PACK, luck=0.7), finished_at=STARTED + timedelta(days=20))
    mended = [f.rule_id for f in now.findings if f.outcome is Outcome.COMPLETE and f.weight > 0][:2]
    seen = tuple(
        Seen(f.rule_id, Outcome.MISSING if f.rule_id in mended else f.outcome, 0.0 if f.rule_id in mended else f.points)
        for f in now.findings
    )
    first = Look(STARTED, SiteState.ALIVE, 17.2, "Tidak Informatif", seen)
    failed = Look(STARTED + timedelta(days=25), SiteState.UNREACHABLE)
    return replace(now, looks=(first, failed))


def entry(card: Scorecard, rule_id: str, round_id: str, **cells: str) -> Entry:
    return Entry(round_id, card.site.id, rule_id, dict.fromkeys(TYPED, "") | cells)


def quarter() -> Round:
    cards = province(PACK)
    cards[1], cards[2], cards[3] = objected_card(1), rechecked_card(2), blocked_card(3, PACK)
    before = province(PACK, "2026-T3")
    done = next(f.rule_id for f in cards[0].findings if f.outcome is Outcome.COMPLETE and f.weight > 0)
    same = next(rule_id for rule_id in lacking(cards[0]) if rule_id in lacking(before[0]))
    entries = [
        entry(cards[0], done, "2026-T3", tindakan="Unggah dokumen", penanggung_jawab="Budi", tenggat="2026-11-15"),
        entry(cards[0], same, "2026-T3", tindakan="Susun dokumen", tenggat="15 Oktober 2026"),
        entry(cards[3], "situs", "2026-T3", kendala="server: hosting mati", tindakan="Hubungi pengelola"),
        entry(cards[0], same, "2026-T4", kendala="petugas rangkap tugas"),
        entry(cards[5], same, "2026-T4", kendala="SDM: petugas kurang"),
        entry(cards[5], done, "2026-T4", kendala="seksi belum mengirim bahan"),
        entry(cards[1], same, "2026-T4", kendala="menunggu tanda tangan kepala kantor"),
    ]
    return round_of("2026-T4", cards, PACK, before, entries=entries)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, round_ = tmp_path_factory.mktemp("putaran"), quarter()
    write_reports(
        *(folder, "2026-T4", round_.cards, PACK, round_.previous),
        formats=("html", "xlsx", "wa"),
        entries=round_.entries,
    )
    return folder


def text_of(path: Path) -> str:
    html = re.sub(r"<(style|script)\b.*?</\1>", " ", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    return " ".join(re.sub(r"<[^>]+>", " ", html).replace("&#39;", "'").split())


def test_a_re_check_tells_both_scores_and_what_was_mended(made: Path) -> None:
    card = rechecked_card(2)
    assert card.score is not None
    told = f"iperiksa ulang 12 Desember 2026: 17,2 menjadi {card.score:.1f}".replace(".", ",", 1)
    page = text_of(made / "kartu-skor" / f"{card.site.id}.html")
    assert told in page and "Yang membaik:" in page and "17 Desember 2026 tidak berhasil membuka situs" in page
    assert told in text_of(made / "rekap.html")
    assert told in (made / "wa" / f"{card.site.id}.txt").read_text(encoding="utf-8")
    ranking = CalamineWorkbook.from_path(str(made / "rekap.xlsx")).get_sheet_by_name("Peringkat").to_python()
    assert any(told in str(cell) for row in ranking for cell in row)


def test_a_site_that_was_never_opened_is_said_to_have_been_tried(tmp_path: Path) -> None:
    shut = replace(blocked_card(0, PACK), finished_at=STARTED + timedelta(days=2))
    tried = replace(shut, looks=(Look(STARTED, SiteState.UNREACHABLE),))
    told = looked_again(tried)
    assert told is not None and not told.short
    assert told.sentence.startswith("Situs dicoba dibuka 2 kali, terakhir 24 November 2026")
    back = replace(ordinary_card(0, PACK), finished_at=STARTED + timedelta(days=2), looks=tried.looks)
    came = looked_again(back)
    assert came is not None and "belum dapat dinilai menjadi" in came.sentence and "membaik" not in came.sentence
    assert looked_again(shut) is None


def test_a_re_check_of_one_office_moves_no_deadline() -> None:
    cards = [ordinary_card(0, PACK), rechecked_card(2)]
    assert deadline(round_of("2026-T4", cards, PACK), Config()) == date(2026, 12, 13)


def test_objections_are_marked_and_the_score_without_corrections_stays_visible(made: Path) -> None:
    card = objected_card(1)
    assert card.uncorrected is not None and card.score is not None and card.uncorrected < card.score
    page, recap = text_of(made / "kartu-skor" / f"{card.site.id}.html"), text_of(made / "rekap.html")
    for told in ("menunggu keputusan Kanwil; skor tidak berubah", "ditolak Siti Aminah, 26 November 2026"):
        assert told in page and told in recap
    assert "diterima Siti Aminah, berlaku sampai 10 Desember 2026 (segera berakhir)" in page
    assert f"Skor tanpa koreksi {card.uncorrected:.1f}".replace(".", ",") in page
    assert "1 keberatan menunggu" in recap and "keberatan diajukan" in page
    rows = CalamineWorkbook.from_path(str(made / "rekap.xlsx")).get_sheet_by_name("Koreksi").to_python()
    assert [row[5] for row in rows if row[0] == card.site.name] == ["diajukan", "diterima", "ditolak"]
    assert "1 keberatan menunggu" in (made / "wa" / f"{card.site.id}.txt").read_text(encoding="utf-8")


def test_promises_are_told_with_what_became_of_them(made: Path) -> None:
    promises = quarter().promises
    assert [(p.kept, p.overdue) for p in promises] == [(Kept.SAME, True), (Kept.SAME, False), (Kept.DONE, False)]
    assert promises[2].sentence == "dijanjikan 15 November 2026, kini lengkap"
    assert promises[0].sentence.startswith("dijanjikan 15 Oktober 2026 dan sudah lewat, kini ")
    assert promises[1].sentence == "dijanjikan tanpa tanggal, kini belum dapat dinilai"
    page, recap = text_of(made / "kartu-skor" / "kab-contoh-01.html"), text_of(made / "rekap.html")
    assert promises[2].sentence in page and promises[2].sentence in recap
    book = CalamineWorkbook.from_path(str(made / "rekap.xlsx"))
    assert (
        len([row for row in book.get_sheet_by_name("Janji").to_python() if row[6] in ("ditepati", "belum berubah")])
        == 3
    )
    follow_up = book.get_sheet_by_name("Tindak Lanjut").to_python()
    assert any("Susun dokumen: dijanjikan 15 Oktober 2026" in str(row[5]) for row in follow_up)


def test_obstacles_are_counted_by_kind_and_wilayah(made: Path) -> None:
    rows = quarter().obstacles
    by_area = {row.area: dict(zip(kinds(), row.counts, strict=True)) for row in rows}
    assert set(by_area) == {AREAS[0], AREAS[1], ""}
    assert (by_area[AREAS[0]]["SDM"].offices, by_area[AREAS[0]]["seksi"].offices) == (2, 1)
    assert by_area[AREAS[1]]["pimpinan"].offices == 1 and rows[-1].total.offices == 3
    assert "Kendala menurut jenis" in text_of(made / "rekap.html")
    sheet = CalamineWorkbook.from_path(str(made / "rekap.xlsx")).get_sheet_by_name("Kendala").to_python()
    assert [row[-2] for row in sheet if row[0] == "Semua kantor"] == [3.0]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Petugas hanya satu", "SDM"), ("rangkap tugas", "SDM"), ("SDM", "SDM"), ("SDM: akses hosting", "SDM"),
        ("Hosting mati sejak Juli", "server"), ("server/hosting", "server"), ("domain belum diperpanjang", "server"),
        ("menunggu tanda tangan kepala kantor", "pimpinan"), ("pimpinan: menunggu persetujuan", "pimpinan"),
        ("Seksi belum mengirim bahan", "seksi"), ("bahan dari Bimas Islam terlambat", "seksi"),
        ("tidak ada anggaran", "anggaran"), ("dana terbatas untuk sewa server", "anggaran"),
        ("jaringan internet lambat", "teknis"), ("lupa kata sandi", "teknis"), ("lainnya", "lainnya"),
        ("libur", "lainnya"),
    ],
)  # fmt: skip
def test_an_obstacle_is_known_by_its_words(text: str, kind: str) -> None:
    assert kind_of(text) == kind


def test_the_packet_marks_objections_and_brings_a_workbook(tmp_path: Path) -> None:
    round_ = quarter()
    pdf, book = write_area_packet(
        *(tmp_path, AREAS[1], "2026-T4", round_.cards, PACK, round_.previous), entries=round_.entries
    )
    document = pypdfium2.PdfDocument(pdf)
    text = " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    document.close()
    assert "keberatan diajukan" in text and "1 keberatan menunggu keputusan Kanwil" in text
    assert "Kendala yang ditulis kantor" in text and "(1) SDM" in text
    sheet = CalamineWorkbook.from_path(str(book)).get_sheet_by_name("Tindak Lanjut").to_python()
    assert book.name == "lembar-kendala-eks-karesidenan-kedu.xlsx"
    assert {row[1] for row in sheet if row[1] and row[1] != "Wilayah"} == {AREAS[1]}


def test_a_first_round_without_any_of_it_says_nothing_of_it(tmp_path: Path) -> None:
    write_reports(tmp_path, "2026-T4", [ordinary_card(0, PACK)], PACK, formats=("html", "xlsx"))
    for page in (tmp_path / "rekap.html", tmp_path / "kartu-skor" / "kab-contoh-01.html"):
        assert not re.search(r"eberatan dan koreksi|Janji pada|iperiksa ulang \d", text_of(page))
    names = CalamineWorkbook.from_path(str(tmp_path / "rekap.xlsx")).sheet_names
    assert not {"Koreksi", "Janji", "Kendala"} & set(names)
