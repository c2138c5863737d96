"""The measure of trust: figures checked by hand, what could not be judged counted apart."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.evaluate import Label, agreement, evaluate, evaluate_round, read_labels, weighted_kappa, wilson
from auditor.model import Consideration, Evidence, Outcome, Scorecard
from auditor.problems import InputError
from tests.test_score import card, finding

C, S, P, L, M, N, U = (
    Outcome.COMPLETE, Outcome.STALE, Outcome.PARTIAL, Outcome.LINK_ONLY, Outcome.MISSING, Outcome.NIL, Outcome.UNCHECKED
)  # fmt: skip


def round_of(**sites: dict[str, Outcome]) -> list[Scorecard]:
    return [
        replace(card(site, 50), findings=tuple(replace(finding(r, o), site_id=site) for r, o in found.items()))
        for site, found in sites.items()
    ]


def test_presence_is_lengkap_nihil_basi_or_sebagian() -> None:
    found = agreement("x", [(C, S), (N, P), (P, L), (L, C), (M, L), (M, M)])
    assert (found.both_present, found.only_first, found.only_second, found.both_absent) == (2, 1, 1, 2)
    assert found.precision.value == pytest.approx(2 / 3) and found.recall.value == pytest.approx(2 / 3)
    assert found.f1 == pytest.approx(2 / 3) and found.accuracy.value == pytest.approx(4 / 6)


def test_what_could_not_be_judged_is_counted_apart() -> None:
    found = agreement("x", [(U, C), (U, M), (C, U), (C, C), (Outcome.NOT_APPLICABLE, C)])
    assert (found.cells, found.unchecked, found.unlabelled) == (1, 3, 1)
    assert found.precision.value == 1.0


def test_wilsons_interval_is_that_of_the_textbook() -> None:
    rate = wilson(81, 263)  # Newcombe 1998, table I, example 1
    assert rate.value == pytest.approx(0.3080, abs=5e-4)
    assert rate.low == pytest.approx(0.2553, abs=5e-4) and rate.high == pytest.approx(0.3662, abs=5e-4)
    none = wilson(0, 20)
    assert none.low == 0.0 and none.high == pytest.approx(0.1611, abs=5e-4)
    assert (wilson(0, 0).value, wilson(0, 0).low, wilson(0, 0).high) == (None, 0.0, 1.0)


def test_weighted_kappa_by_hand() -> None:
    # Observed disagreement: 0, 0.5, 1 and 1 over four cells. By chance: every value of one rater against every value
    # of the other, from the margins {1: 2, 0.5: 1, 0: 1} and {1: 3, 0: 1}.
    pairs = [(1.0, 1.0), (0.5, 1.0), (1.0, 0.0), (0.0, 1.0)]
    observed, chance = (0 + 0.5 + 1 + 1) / 4, (2 * 1 * 1 + 1 * 3 * 0.5 + 1 * 1 * 0.5 + 1 * 3 * 1) / 16
    assert weighted_kappa(pairs) == pytest.approx(1 - observed / chance)
    assert weighted_kappa([(1.0, 1.0), (0.0, 0.0)]) == 1.0
    assert weighted_kappa([]) is None and weighted_kappa([(1.0, 1.0)]) is None


POINTS = st.sampled_from([0.0, 0.25, 0.5, 0.75, 1.0])


@given(st.lists(st.tuples(POINTS, POINTS), min_size=1))
def test_kappa_does_not_care_who_is_called_first(pairs: list[tuple[float, float]]) -> None:
    there, back = weighted_kappa(pairs), weighted_kappa([(b, a) for a, b in pairs])
    assert (there is None and back is None) or there == pytest.approx(back)
    assert there is None or there <= 1


@given(st.integers(0, 50), st.integers(0, 50))
def test_an_interval_holds_its_share(hits: int, others: int) -> None:
    rate = wilson(hits, hits + others)
    assert 0 <= rate.low <= rate.high <= 1
    assert rate.value is None or rate.low <= rate.value <= rate.high


def test_findings_are_measured_overall_by_indicator_and_by_site() -> None:
    cards = round_of(a={"dip": C, "visi": M}, b={"dip": L, "visi": U})
    labels = [Label("a", "dip", S), Label("a", "visi", P), Label("b", "dip", M), Label("b", "visi", C)]
    found = evaluate(labels, cards)
    assert (found.overall.cells, found.overall.unchecked) == (3, 1)
    assert [(r.name, r.cells) for r in found.rules] == [("dip", 2), ("visi", 1)]
    assert [(s.name, s.both_present, s.only_second) for s in found.sites] == [("a", 1, 1), ("b", 0, 0)]
    assert ("basi", "lengkap", 1) in found.confusion and ("lengkap", "tidak_dapat_diperiksa", 1) in found.confusion


def test_every_disagreement_comes_with_the_auditors_reasons() -> None:
    seen = Consideration("https://x/berita", "Rapat DIP", M, "berita, bukan dokumen")
    why = replace(
        finding("dip", M), site_id="a", note="Tidak ditemukan.", evidence=(Evidence("https://x/n"),), considered=(seen,)
    )
    cards = [replace(card("a", 50), findings=(why,))]
    (item,) = evaluate([Label("a", "dip", C, "Budi", "di menu PPID")], cards).disagreements
    assert item.presence and (item.truth, item.found) == (C, M)
    assert item.note == "Tidak ditemukan." and "berita, bukan dokumen" in item.considered[0]
    assert (item.assessor, item.assessor_note, item.evidence) == ("Budi", "di menu PPID", ("https://x/n",))


def test_a_coarse_word_is_met_by_every_outcome_it_covers() -> None:
    cards = round_of(a={"r1": S, "r2": N, "r3": L, "r4": P, "r5": C})
    labels = [
        Label("a", "r1", C, coarse=True),
        Label("a", "r2", C, coarse=True),
        Label("a", "r3", M, coarse=True),
        Label("a", "r4", C, coarse=True),
        Label("a", "r5", M, coarse=True),
    ]
    found = evaluate(labels, cards)
    assert [(d.rule_id, d.presence) for d in found.disagreements] == [("r4", False), ("r5", True)]


def test_a_persons_correction_is_not_counted_as_the_auditors_merit() -> None:
    cards = [replace(card("a", 50), findings=(replace(finding("dip", C), site_id="a", decided_by="Siti"),))]
    found = evaluate([Label("a", "dip", C)], cards)
    assert found.overall.cells == 0 and found.not_found == ()


def test_labels_without_a_counterpart_are_named() -> None:
    assert evaluate([Label("z", "dip", C)], round_of(a={"dip": C})).not_found == ("z / dip",)


def test_two_assessors_are_compared_with_each_other_beside_the_auditor() -> None:
    cards = round_of(a={"r1": C, "r2": M, "r3": P})
    labels = [
        *(Label("a", r, o, "Budi") for r, o in (("r1", C), ("r2", M), ("r3", P))),
        *(Label("a", r, o, "Siti") for r, o in (("r1", C), ("r2", C))),
    ]
    found = evaluate(labels, cards)
    (pair,) = found.assessors
    assert (pair.name, pair.cells, pair.only_second) == ("Budi – Siti", 2, 1)
    assert found.overall.cells == 5


def test_the_result_can_be_read_by_machines_and_by_people() -> None:
    found = evaluate([Label("a", "dip", C), Label("a", "visi", M)], round_of(a={"dip": M, "visi": M}))
    data = json.loads(found.to_json())
    assert data["overall"]["recall"]["value"] == 0.0 and data["disagreements"][0]["truth"] == "lengkap"
    text = found.to_text()
    assert "a / dip: penilai lengkap, auditor tidak_ada" in text and "0 dari 1" in text


def save(tmp_path: Path, content: str) -> Path:
    path = tmp_path / "benar.csv"
    path.write_text(content, encoding="utf-8")
    return path


def test_labels_are_read_in_either_vocabulary(tmp_path: Path) -> None:
    header = "situs_id,indikator_id,hasil,penilai,catatan\n"
    content = header + "Kab-A,DIP.x,Ada,Budi,\nkab-a,b.c,tautan saja,Budi,x\na,c.d,tidak,,\n"
    labels = read_labels(save(tmp_path, content))
    assert labels == (
        Label("kab-a", "dip.x", C, "Budi", "", True),
        Label("kab-a", "b.c", L, "Budi", "x"),
        Label("a", "c.d", M, "", "", True),
    )
    assert evaluate_round(save(tmp_path, content), []).overall.cells == 0


def test_faulty_labels_are_told_all_at_once(tmp_path: Path) -> None:
    with pytest.raises(InputError) as caught:
        read_labels(save(tmp_path, "situs_id,indikator_id,hasil\na,,lengkap\na,b.c,mungkin\n"))
    assert [(p.line, p.column) for p in caught.value.problems] == [(2, "indikator_id"), (3, "hasil")]
    with pytest.raises(InputError, match="satu penilaian pun"):
        read_labels(save(tmp_path, "situs_id,indikator_id,hasil\n"))


@pytest.mark.parametrize(("points", "present"), [(0.33, False), (0.49, False), (0.5, True), (0.75, True)])
def test_a_measured_indicator_is_present_from_half_the_points_on(points: float, present: bool) -> None:
    found = replace(finding("teknis.pencarian", P), site_id="a", points=points)
    result = evaluate([Label("a", "teknis.pencarian", C)], [replace(card("a", 50), findings=(found,))])
    assert (result.overall.recall.value == 1.0) is present


def test_two_who_say_sebagian_of_a_measured_indicator_agree() -> None:
    found = replace(finding("berita.frekuensi", P), site_id="a", points=0.25)
    result = evaluate([Label("a", "berita.frekuensi", P)], [replace(card("a", 50), findings=(found,))])
    assert result.overall.recall.value == 1.0


def test_a_cell_that_one_assessor_labelled_twice_is_told(tmp_path: Path) -> None:
    path = tmp_path / "truth.csv"
    rows = ("a,x,lengkap,Ani", "a,x,lengkap,Ani", "a,y,lengkap,Ani", "a,y,tidak_ada,Ani", "a,y,tidak_ada,Budi")
    path.write_text("\n".join(["situs_id,indikator_id,hasil,penilai", *rows]), encoding="utf-8")
    found = tuple(replace(finding(rule_id, C), site_id="a") for rule_id in ("x", "y"))
    result = evaluate(read_labels(path), [replace(card("a", 50), findings=found)])
    assert result.doubles == ("a / x (Ani, baris 2 dan 3, lengkap)",)
    assert result.contradictions == ("a / y (Ani, baris 4 dan 5, lengkap dan tidak_ada)",)
    assert result.overall.cells == 2, "the double once, the contradiction not at all, another assessor's as ever"
    assert "ditulis dua kali" in result.to_text() and "Tetapkan salah satunya" in result.to_text()


def test_a_cell_left_open_is_told_and_the_others_count(tmp_path: Path) -> None:
    content = "situs_id,indikator_id,hasil,penilai\na,x,,Ani\na,y,lengkap,Ani\n"
    found = tuple(replace(finding(rule_id, C), site_id="a") for rule_id in ("x", "y"))
    result = evaluate(read_labels(save(tmp_path, content)), [replace(card("a", 50), findings=found)])
    assert result.overall.cells == 1 and result.overall.unlabelled == 0
    assert result.open == ("a / x (Ani, baris 2)",)
    assert "1 sel belum diisi penilai, jadi tidak dihitung: a / x" in result.to_text()
    with pytest.raises(InputError, match="satu penilaian pun"):
        read_labels(save(tmp_path, "situs_id,indikator_id,hasil\na,x,\n"))


@pytest.mark.parametrize(
    ("word", "meant"),
    [
        ("Perlu diperbarui", Outcome.STALE),
        ("Tidak ditemukan", Outcome.MISSING),
        ("tautan saja", Outcome.LINK_ONLY),
        ("Kedaluwarsa (3 periode atau lebih)", Outcome.LINK_ONLY),
        ("Tidak dapat diperiksa", Outcome.UNCHECKED),
        ("Terdeteksi", Outcome.DETECTED),
    ],
)
def test_an_assessor_may_use_the_words_that_cards_print(tmp_path: Path, word: str, meant: Outcome) -> None:
    labels = read_labels(save(tmp_path, f"situs_id,indikator_id,hasil\na,x,{word}\n"))
    assert [label.outcome for label in labels] == [meant] and not labels[0].coarse


def test_an_assessor_may_name_sites_and_indicators_as_cards_do(tmp_path: Path) -> None:
    one = replace(finding("b.c", C), site_id="a", title="Daftar Informasi Publik (DIP)")
    office = replace(card("a", 50), findings=(one,))
    content = f"situs_id,indikator_id,hasil\n{office.site.name},Daftar Informasi Publik (DIP),lengkap\n"
    result = evaluate(read_labels(save(tmp_path, content)), [office])
    assert result.overall.cells == 1 and not result.not_found
