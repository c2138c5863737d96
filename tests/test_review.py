"""What people are asked to look at, and what becomes of their answers."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from auditor.evaluate import Label, evaluate, read_labels
from auditor.inputs.corrections import read_corrections
from auditor.model import Confidence, Evidence, FetchStatus, Finding, Outcome, SiteState, SiteStatus
from auditor.quarters import this_quarter
from auditor.review import Answer, Doubt, correcting, questions
from tests.desk_visit import Visitor, desk, folder, stored
from tests.report_cards import card_of, finding, office, small_pack

__all__ = ["desk", "folder"]
PACK = small_pack()
SITE = office(0)


def asked(*findings: Finding, known: bool = True, **card: object) -> list[tuple[str, tuple[Doubt, ...]]]:
    cards = [card_of(SITE, findings, PACK, **card)]
    return [(q.finding.rule_id, q.doubts) for q in questions(cards, PACK, {SITE.id} if known else ())]


def test_what_is_sure_is_not_asked_about_and_the_heavier_doubt_comes_first() -> None:
    light, heavy, sure = (
        rule for rule in PACK.rules if rule.id in ("profil.butir-1", "berkala.butir-1", "ppid.butir-1")
    )
    low = [finding(rule, SITE, Outcome.PARTIAL, confidence=Confidence.LOW) for rule in (light, heavy)]
    assert asked(*low, finding(sure, SITE, Outcome.COMPLETE)) == [
        (heavy.id, (Doubt.UNSURE,)),
        (light.id, (Doubt.UNSURE,)),
    ]


def test_a_new_site_a_picture_and_a_lead_that_could_not_be_opened_are_doubts() -> None:
    rule = PACK.rules[0]
    seen = finding(rule, SITE, Outcome.COMPLETE)
    assert asked(seen, known=False) == [(rule.id, (Doubt.NEW,))]
    read = replace(seen, evidence=(Evidence(SITE.url, "(dibaca dari gambar) Visi kami"),))
    assert asked(read) == [(rule.id, (Doubt.PICTURE,))]
    near = Evidence(f"{SITE.url}/visi", label="Visi")
    assert asked(finding(rule, SITE, Outcome.UNCHECKED, nearest=near)) == [(rule.id, (Doubt.LEAD,))]


def test_nobody_is_asked_what_was_decided_measured_weightless_or_on_a_site_that_does_not_open() -> None:
    by_check = {rule.check: rule for rule in PACK.rules}
    doubtful = {"confidence": Confidence.LOW}
    page = finding(by_check["page"], SITE, Outcome.PARTIAL, **doubtful)
    assert asked(replace(page, decided_by="Siti"), replace(page, outcome=Outcome.NOT_APPLICABLE)) == []
    assert asked(finding(by_check["freshness"], SITE, Outcome.PARTIAL, **doubtful), replace(page, weight=0.0)) == []
    assert asked(page, status=SiteStatus(SiteState.UNREACHABLE, FetchStatus.WAF)) == []


@pytest.mark.parametrize(
    ("answer", "found", "correction"),
    [
        (Answer.THERE, Outcome.COMPLETE, None),
        (Answer.THERE, Outcome.STALE, None),
        (Answer.THERE, Outcome.NIL, None),
        (Answer.THERE, Outcome.PARTIAL, Outcome.COMPLETE),
        (Answer.THERE, Outcome.UNCHECKED, Outcome.COMPLETE),
        (Answer.PARTLY, Outcome.PARTIAL, None),
        (Answer.PARTLY, Outcome.COMPLETE, Outcome.PARTIAL),
        (Answer.ABSENT, Outcome.LINK_ONLY, None),
        (Answer.ABSENT, Outcome.STALE, Outcome.MISSING),
        (Answer.UNSEEN, Outcome.UNCHECKED, None),
        (Answer.UNSEEN, Outcome.MISSING, Outcome.UNCHECKED),
    ],
)
def test_only_an_answer_that_differs_from_the_machine_is_a_correction(
    answer: Answer, found: Outcome, correction: Outcome | None
) -> None:
    assert correcting(answer, finding(PACK.rules[0], SITE, found)) is correction


def test_the_machines_own_finding_is_measured_behind_a_persons_decision() -> None:
    decided = finding(
        PACK.rules[0], SITE, Outcome.COMPLETE, decided_by="Siti", machine=Outcome.MISSING, machine_points=0.0
    )
    found = evaluate([Label(SITE.id, decided.rule_id, Outcome.COMPLETE)], [card_of(SITE, [decided], PACK)])
    assert (found.overall.cells, found.overall.only_second) == (1, 1)


def test_rows_of_another_round_or_marked_as_no_key_are_not_held_against_the_auditor(tmp_path: Path) -> None:
    path = tmp_path / "tinjauan.csv"
    path.write_text(
        "situs_id,indikator_id,hasil,penilai,catatan,putaran,kunci\n"
        "a,b.c,ada,Siti,,2026-T3,ya\na,b.d,ada,Siti,,2026-T4,tidak\na,b.e,ada,Siti,,2026-T4,ya\na,b.f,ada,Siti,,,\n",
        encoding="utf-8",
    )
    assert [label.rule_id for label in read_labels(path, "2026-T4")] == ["b.e", "b.f"]
    assert [label.rule_id for label in read_labels(path)] == ["b.c", "b.e", "b.f"]


def fields(html: str) -> dict[str, str]:
    """What the form of the question that stands open would send."""
    form = html.split('id="jawab">')[1].split("</form>")[0]
    names = ("putaran", "situs", "indikator")
    return {name: form.split(f'name="{name}" value="')[1].split('"')[0] for name in names}


def test_answers_land_in_both_files_and_can_be_taken_back(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    shown = desk.get("/tinjau").text
    first = fields(shown)
    nameless = desk.post("/tinjau/jawab", {**first, "jawaban": "ada", "catatan": "ada di menu"})
    assert nameless.status_code == 400 and 'value="ada di menu"' in nameless.text
    assert not (desk.folder / "tinjauan.csv").exists()
    answered = {"penilai": "Siti Aminah", "kunci": "ya"}
    for said in ("ada", "tidak", "lewati", "sebagian", "tidak_dapat_diperiksa"):
        shown = desk.post("/tinjau/jawab", {**fields(shown), **answered, "jawaban": said}).text
    rows = list(csv.DictReader((desk.folder / "tinjauan.csv").read_text("utf-8-sig").splitlines()))
    assert [row["hasil"] for row in rows] == ["ada", "tidak", "sebagian", "tidak_dapat_diperiksa"]
    assert {row["putaran"] for row in rows} == {this_quarter()} and rows[0]["situs_id"] == first["situs"]
    differing = read_corrections(desk.folder / "koreksi.csv")
    lasting = {c.outcome: (c.valid_until - c.decided_on).days for c in differing if c.valid_until and c.decided_on}
    assert all(days == (365 if outcome is Outcome.COMPLETE else 91) for outcome, days in lasting.items())
    assert 1 <= len(differing) <= 4 and all(c.decided_by == "Siti Aminah" for c in differing)
    assert "4 temuan sudah ditinjau" in shown and "Sama dengan penilaian orang" in shown
    back = desk.post("/tinjau/urungkan", {"putaran": this_quarter()}).text
    assert fields(back)["indikator"] == rows[-1]["indikator_id"] and "3 temuan sudah ditinjau" in back
    left = {(c.site_id, c.rule_id) for c in read_corrections(desk.folder / "koreksi.csv")}
    assert (rows[-1]["situs_id"], rows[-1]["indikator_id"]) not in left


def test_a_faulty_tinjauan_csv_is_told_and_never_written_over(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    asked_for = fields(desk.get("/tinjau").text)
    (desk.folder / "tinjauan.csv").write_text("catatan saya\nbaris kedua\n", encoding="utf-8")
    answer = desk.post("/tinjau/jawab", {**asked_for, "penilai": "Siti", "jawaban": "ada"})
    assert answer.status_code == 400
    assert (desk.folder / "tinjauan.csv").read_text(encoding="utf-8") == "catatan saya\nbaris kedua\n"


def test_an_answer_about_what_is_not_there_writes_nothing(desk: Visitor) -> None:
    stored(desk.folder / "hasil")
    about = {"putaran": this_quarter(), "situs": "../etc", "indikator": "profil.sejarah", "penilai": "S"}
    assert desk.post("/tinjau/jawab", {**about, "jawaban": "ada"}).status_code == 404
    good = fields(desk.get("/tinjau").text)
    assert desk.post("/tinjau/jawab", {**good, "penilai": "S", "jawaban": "lengkap"}).status_code == 400
    assert not (desk.folder / "tinjauan.csv").exists() and not (desk.folder / "koreksi.csv").exists()
