"""The rule pack as files: what loads, and what a person who edits it by hand is told."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from auditor.model import OfficeKind, Outcome
from auditor.problems import InputError, Problem
from auditor.resources import rules_folder, shipped
from auditor.rules.loader import digest, load, profile_names
from auditor.rules.pack import Cycle
from auditor.rules.schema import ListingQuality

PACK = """
name = "uji"
version = "0.1.0"
total_weight = 3
coverage_floor = 0.8
categories = ["Profil", "Berkala"]
sources = ["UU 14/2008"]

[[band]]
min = 0
name = "Rendah"

[[band]]
min = 80
name = "Tinggi"

[calendar.lkjip]
month = 4
day = 1
offset = 1
"""

EXAMPLES = """
[[example]]
name = "ada"
kind = "met"
expect = "lengkap"
html = '<p>ada</p>'

[[example]]
name = "tidak ada"
kind = "unmet"
expect = "tidak_ada"
html = '<p>lain</p>'

[[example]]
name = "jebakan"
kind = "trap"
expect = "tidak_ada"
html = '<p>jebakan</p>'
"""

MAKLUMAT = f"""id = "profil.maklumat"
title = "Maklumat"
category = "Profil"
required = true
weight = 1
effort = 10
legal_basis = [
  {{ source = "UU 14/2008", article = "Pasal 9", verified = "terbaca" }},
]
why = "Janji."
how_to_fix = "Terbitkan."
check = "page"

[match]
labels = ["Maklumat"]

[quality]
min_words = 10
{EXAMPLES}"""

LAPORAN = (
    MAKLUMAT.replace("profil.maklumat", "berkala.laporan")
    .replace('category = "Profil"', 'category = "Berkala"')
    .replace("weight = 1", "weight = 2")
    .replace('check = "page"', 'check = "document"')
    .replace("min_words = 10", 'cycle = "lkjip"')
)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "_paket.toml").write_text(PACK, encoding="utf-8")
    (tmp_path / "profil.maklumat.toml").write_text(MAKLUMAT, encoding="utf-8")
    (tmp_path / "berkala.laporan.toml").write_text(LAPORAN, encoding="utf-8")
    return tmp_path


def spoil(folder: Path, old: str, new: str, name: str = "profil.maklumat.toml") -> None:
    text = (folder / name).read_text(encoding="utf-8")
    assert old in text
    (folder / name).write_text(text.replace(old, new, 1), encoding="utf-8")


def problems(folder: Path, profile: str = "default") -> tuple[Problem, ...]:
    with pytest.raises(InputError) as told:
        load(folder, profile)
    return told.value.problems


def only(folder: Path) -> Problem:
    found = problems(folder)
    assert len(found) == 1, found
    return found[0]


def line_of(folder: Path, words: str, name: str = "profil.maklumat.toml") -> int:
    lines = (folder / name).read_text(encoding="utf-8-sig").splitlines()
    return next(number for number, line in enumerate(lines, 1) if words in line)


def test_a_pack_loads_in_the_order_of_its_categories(folder: Path) -> None:
    pack = load(folder)
    assert [rule.id for rule in pack.rules] == ["profil.maklumat", "berkala.laporan"]
    assert pack.info.name == "uji"
    assert [band.name for band in pack.bands] == ["Tinggi", "Rendah"]
    assert pack.calendar == {"lkjip": Cycle(4, 1, 1)}
    assert pack.phrases == ("Maklumat",)
    with pytest.raises(KeyError):
        pack.rule("tidak.ada")


def test_the_shipped_pack_holds_every_indicator_and_exactly_one_hundred_points() -> None:
    pack = load(shipped("rules") / "kip")
    assert len(pack.rules) == 79
    assert sum(rule.weight > 0 for rule in pack.rules) == 70
    assert round(sum(rule.weight for rule in pack.rules), 6) == 100
    assert round(sum(rule.weight for rule in pack.rules if rule.required), 6) == 86


def test_what_rests_on_no_law_says_so_and_is_never_required() -> None:
    pack = load(shipped("rules") / "kip")
    chosen = [rule for rule in pack.rules if all(basis.verified == "kebijakan" for basis in rule.legal_basis)]
    assert {"profil.sejarah", "kontak.jam-layanan"} <= {rule.id for rule in chosen}
    assert not any(rule.required for rule in chosen)


def test_every_citation_of_the_act_on_public_information_was_read_in_its_text() -> None:
    pack = load(shipped("rules") / "kip")
    cited = [basis for rule in pack.rules for basis in rule.legal_basis if basis.source == "UU 14/2008"]
    assert len(cited) >= 40 and {basis.verified for basis in cited} == {"terbaca"}


@pytest.mark.parametrize("profile", ["default", "pinmas2016", "kemenag_monev"])
def test_every_profile_sums_to_one_hundred(profile: str) -> None:
    pack = load(shipped("rules") / "kip", profile)
    assert pack.info.profile == profile
    assert round(sum(rule.weight for rule in pack.rules), 6) == 100


def test_a_profile_keeps_the_proportions_inside_its_shares() -> None:
    plain, other = (load(shipped("rules") / "kip", name) for name in ("default", "pinmas2016"))
    news = [rule.id for rule in plain.rules if rule.category == "Berita & kemutakhiran"]
    ratios = {other.rule(name).weight / plain.rule(name).weight for name in news}
    assert len({round(ratio, 9) for ratio in ratios}) == 1
    assert round(sum(other.rule(name).weight for name in news), 6) == 30


def test_a_year_is_due_on_its_day_and_not_before() -> None:
    assert Cycle(4, 1, 1).expected(date(2026, 3, 31)) == 2024
    assert Cycle(4, 1, 1).expected(date(2026, 4, 1)) == 2025
    assert Cycle(2, 1, 0).expected(date(2026, 1, 31)) == 2025


def test_the_word_for_an_outcome_becomes_the_outcome(folder: Path) -> None:
    spoil(folder, "min_words = 10", 'image = "lengkap"')
    spoil(folder, "effort = 10", 'effort = 10\napplies_to = ["kanwil"]')
    rule = load(folder).rule("profil.maklumat")
    assert rule.quality.image is Outcome.COMPLETE  # type: ignore[attr-defined]
    assert rule.applies_to == [OfficeKind.KANWIL]
    assert rule.example[0].expect is Outcome.COMPLETE


def test_the_working_folders_pack_wins_over_the_shipped_one(tmp_path: Path) -> None:
    assert rules_folder(tmp_path) == shipped("rules") / "kip"
    (tmp_path / "rules" / "kip").mkdir(parents=True)
    assert rules_folder(tmp_path) == tmp_path / "rules" / "kip"


def test_line_endings_and_byte_order_marks_do_not_change_the_pack(
    folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    other = tmp_path_factory.mktemp("windows")
    for path in folder.glob("*.toml"):
        body = b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n")
        (other / path.name).write_bytes(body)
    assert digest(other) == digest(folder)
    assert load(other).rules == load(folder).rules
    spoil(other, "Janji.", "Janji kantor.")
    assert digest(other) != digest(folder)


def test_tabs_are_harmless(folder: Path) -> None:
    spoil(folder, "weight = 1", "\tweight\t=\t1")
    assert load(folder).rule("profil.maklumat").weight == 1


def test_an_unknown_key_is_told_with_the_known_ones_and_the_nearest(folder: Path) -> None:
    spoil(folder, "labels = ", "label = ")
    problem = only(folder)
    assert problem.line == line_of(folder, "label = ")
    assert "'labels'" in problem.message
    assert "exclude" in problem.allowed
    assert problem.example


def test_an_unknown_parameter_is_told_with_those_of_its_check_kind(folder: Path) -> None:
    spoil(folder, "min_words = 10", "min_word = 10")
    problem = only(folder)
    assert problem.line == line_of(folder, "min_word")
    assert "min_words" in problem.message
    assert set(problem.allowed.split(", ")) >= {"min_words", "people", "image"}
    assert "full_items" not in problem.allowed
    assert set(ListingQuality.model_fields) - set(problem.allowed.split(", "))


@pytest.mark.parametrize(
    ("old", "new", "line", "message", "found"),
    [
        ("weight = 1", 'weight = "1"', 'weight = "1"', "angka", '"1"'),
        ("required = true", 'required = "ya"', "required", "true atau false", '"ya"'),
        ('article = "Pasal 9"', "article = 9.10", "article = 9.10", "teks", "9.1"),
        ("effort = 10", "effort = 1.5", "effort", "bilangan bulat|angka bulat", "1.5"),
        ('labels = ["Maklumat"]', 'labels = "Maklumat"', "labels", "daftar", '"Maklumat"'),
        ("weight = 1", "weight = -1", "weight = -1", "batas", "-1"),
        ('verified = "terbaca"', 'verified = "sudah"', "verified", "tidak dikenal", '"sudah"'),
        ('check = "page"', 'check = "pages"', "check", "tidak dikenal", '"pages"'),
        ('expect = "lengkap"', 'expect = "penuh"', "penuh", "tidak dikenal", '"penuh"'),
        ('category = "Profil"', 'category = "Profl"', "Profl", "_paket.toml", '"Profl"'),
        ('id = "profil.maklumat"', 'id = "Profil Maklumat"', "id =", "bentuk", '"Profil Maklumat"'),
    ],
)
def test_a_wrong_value_is_told_with_its_line_and_an_example(
    folder: Path, old: str, new: str, line: str, message: str, found: str
) -> None:
    spoil(folder, old, new)
    told = [p for p in problems(folder) if any(part in p.message for part in message.split("|"))]
    assert told, problems(folder)
    assert told[0].line == line_of(folder, line)
    assert told[0].found == found
    assert told[0].example


def test_an_unknown_cycle_names_those_of_the_calendar(folder: Path) -> None:
    spoil(folder, 'cycle = "lkjip"', 'cycle = "lkijp"', "berkala.laporan.toml")
    problem = only(folder)
    assert problem.allowed == "lkjip"
    assert problem.line == line_of(folder, "lkijp", "berkala.laporan.toml")


def test_a_missing_key_is_named(folder: Path) -> None:
    spoil(folder, 'why = "Janji."\n', "")
    assert "'why' belum ada" in only(folder).message


def test_a_broken_pattern_is_told_where_it_stands(folder: Path) -> None:
    spoil(folder, "min_words = 10", "min_words = 10\n\n[[quality.facts]]\nname = \"waktu\"\nregex = ['(30 hari']")
    problem = only(folder)
    assert "(30 hari" in problem.message
    assert problem.line == line_of(folder, "(30 hari")


def test_a_rule_without_one_kind_of_example_is_not_accepted(folder: Path) -> None:
    spoil(folder, 'kind = "trap"', 'kind = "unmet"')
    assert "jebakan" in only(folder).message


def test_weights_that_do_not_sum_up_are_told_with_the_sums(folder: Path) -> None:
    spoil(folder, "weight = 1", "weight = 1.5")
    problem = only(folder)
    assert problem.file == "_paket.toml"
    assert problem.line == line_of(folder, "total_weight", "_paket.toml")
    assert "3.5" in problem.found
    assert "Profil 1.5" in problem.found


def test_two_files_with_one_id_are_told(folder: Path) -> None:
    shutil.copy(folder / "profil.maklumat.toml", folder / "profil.salinan.toml")
    messages = [problem.message for problem in problems(folder)]
    assert any("sudah dipakai oleh profil.maklumat.toml" in message for message in messages)
    assert any("Nama berkas tidak sama dengan id" in message for message in messages)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ('title = "Maklumat"', 'title = "Maklumat', "kutip"),
        ('title = "Maklumat"', "title = Maklumat", "kutip"),
        ('title = "Maklumat"', 'title "Maklumat"', "sama dengan"),
        ("weight = 1", "weight = 1\nweight = 2", "sudah ditulis"),
        ("weight = 1", "weight = 1,5", "berlebih"),
        ("required = true", "required = True", "true/false"),
        ('labels = ["Maklumat"]', 'labels = ["Maklumat" "Janji"]', "koma"),
        ("[quality]", "[match]", "sekali"),
        ("[quality]", "[quality", "bagian"),
        ('why = "Janji."', 'why = "Janji \\d."', "kutip tunggal"),
        ('title = "Maklumat"', "title = “Maklumat”", "kutip|Word"),
    ],
)
def test_a_slip_in_the_toml_is_told_in_plain_words_with_its_line(folder: Path, old: str, new: str, words: str) -> None:
    spoil(folder, old, new)
    problem = only(folder)
    assert any(word in problem.message for word in words.split("|")), problem
    wrong = new.splitlines()[-1]
    lines = (folder / "profil.maklumat.toml").read_text(encoding="utf-8").splitlines()
    assert problem.line is not None
    assert any(wrong in line for line in lines[max(0, problem.line - 2) : problem.line + 1])
    assert problem.example


@pytest.mark.parametrize(("encoding", "kind"), [("cp1252", "ANSI"), ("utf-16", "UTF-16")])
def test_a_file_in_another_encoding_is_told_how_to_save_it(folder: Path, encoding: str, kind: str) -> None:
    (folder / "profil.maklumat.toml").write_bytes(MAKLUMAT.replace("Janji.", "Janji – kami.").encode(encoding))
    problem = only(folder)
    assert kind in problem.found
    assert "Notepad" in problem.example


def test_a_binary_file_is_no_rule(folder: Path) -> None:
    (folder / "profil.maklumat.toml").write_bytes(b"PK\x03\x04\x00\xff\xfe")
    assert only(folder).line is not None


def test_all_faults_of_all_files_are_told_at_once(folder: Path) -> None:
    spoil(folder, "weight = 1", 'weight = "1"')
    spoil(folder, "labels = ", "lables = ")
    spoil(folder, "min_words = 10", "min_kata = 10")
    spoil(folder, 'title = "Maklumat"', "title = Maklumat", "berkala.laporan.toml")
    told = problems(folder)
    assert len(told) == 4
    assert {problem.file for problem in told} == {"profil.maklumat.toml", "berkala.laporan.toml"}
    lines = [problem.line for problem in told if problem.file == "profil.maklumat.toml"]
    assert lines == sorted(line for line in lines if line is not None)


def test_a_folder_without_a_pack_is_told(tmp_path: Path) -> None:
    assert "_paket.toml" in problems(tmp_path)[0].message


def test_an_unknown_profile_names_those_there_are(folder: Path) -> None:
    (folder / "profil").mkdir()
    (folder / "profil" / "lain.toml").write_text('name = "lain"\ntitle = "Lain"\n', encoding="utf-8")
    assert profile_names(folder) == ("lain",)
    assert problems(folder, "pinmas")[0].allowed == "lain"
    assert load(folder, "lain").info.profile == "lain"


def test_a_profile_that_leaves_an_indicator_out_is_told(folder: Path) -> None:
    (folder / "profil").mkdir()
    text = 'name = "lain"\ntitle = "Lain"\n[[share]]\nname = "Isi"\nshare = 90\ncategories = ["Profil", "Berita"]\n'
    (folder / "profil" / "lain.toml").write_text(text, encoding="utf-8")
    messages = " ".join(str(problem) for problem in problems(folder, "lain"))
    assert "harus 100" in messages
    assert "'Berita' tidak ada pada paket" in messages
    assert "berkala.laporan" in messages


def test_the_vocabulary_of_the_sections_is_part_of_the_pack(folder: Path) -> None:
    (folder / "_seksi.toml").write_text('"Bimas Islam" = ["KUA", "nikah"]\n', encoding="utf-8")
    assert load(folder).sections == {"Bimas Islam": ("KUA", "nikah")}
    (folder / "_seksi.toml").write_text('"Bimas Islam" = "KUA"\n', encoding="utf-8")
    assert only(folder).file == "_seksi.toml"


@pytest.mark.parametrize(
    ("wrong", "example"),
    [("min_word", "min_words = 5"), ("own_plac", "own_place = true"), ("not_abut", 'not_about = ["satu", "dua"]')],
)
def test_the_example_for_a_misspelt_parameter_is_of_its_own_type(folder: Path, wrong: str, example: str) -> None:
    spoil(folder, "min_words = 10", f"{wrong} = 10")
    assert only(folder).example == example
