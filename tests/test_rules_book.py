"""How rules explain themselves: in the terminal, in the Buku Indikator, in docs/cek and as JSON Schema."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from auditor.days import long_day as day
from auditor.quantities import duration, plain
from auditor.report.book import book_html, book_pdf, explain_rule, write_book
from auditor.resources import shipped
from auditor.rules.explain import overview, paragraphs
from auditor.rules.jsonschema import json_schema
from auditor.rules.kinds import kind_pages
from auditor.rules.loader import load
from auditor.rules.schema import CHECK_KINDS, QUALITIES, Rule

PACK = load(shipped("rules") / "kip")
HEADINGS = [
    "Apa yang diperiksa",
    "Mengapa",
    "Dasar hukum",
    "Contoh terpenuhi",
    "Contoh belum terpenuhi",
    "Contoh jebakan (mudah keliru dinilai)",
    "Cara memperbaiki",
    "Sejak versi",
]


@pytest.mark.parametrize("rule", PACK.rules, ids=lambda rule: rule.id)
def test_every_rule_explains_itself_under_the_fixed_headings(rule: Rule) -> None:
    text = explain_rule(rule, PACK)
    places = [text.index(f"\n{heading}\n") for heading in HEADINGS]
    assert places == sorted(places)
    assert rule.id in text
    assert rule.legal_basis[0].source in " ".join(text.split())
    assert "{" not in text
    assert "None" not in text


def test_an_explanation_names_the_status_of_each_citation() -> None:
    text = " ".join(explain_rule(PACK.rule("setiapsaat.dip"), PACK).split())
    assert "Pasal 11 ayat (1) huruf a — kutipan sudah dibaca pada naskahnya" in text
    assert "jatuh tempo 1 Februari tahun N" in text


def test_a_threshold_of_our_own_is_told_as_policy() -> None:
    told = [explain_rule(PACK.rule(name), PACK) for name in ("berita.frekuensi", "profil.sejarah")]
    assert all("— kebijakan, bukan ketentuan" in " ".join(text.split()) for text in told)
    assert "(kebijakan, bukan ketentuan)" in book_html(PACK)


def test_the_overview_lists_every_rule_under_its_category() -> None:
    text = overview(PACK)
    assert all(f"  {rule.id} " in text for rule in PACK.rules)
    assert "79 indikator, bobot 100" in text
    assert PACK.info.sha256 in text


def test_steps_of_a_repair_are_told_apart() -> None:
    assert paragraphs("1. Unggah\n   berkas.\n2. Tautkan.\n") == ("Unggah berkas.", "Tautkan.")
    assert paragraphs("Unggah berkas.\nTautkan.\n") == ("Unggah berkas. Tautkan.",)


def test_numbers_and_days_are_written_the_indonesian_way() -> None:
    assert (plain(1.5), plain(2.0), duration(45), duration(240)) == ("1,5", "2", "45 menit", "4 jam")
    from datetime import date

    assert day(date(2026, 6, 30)) == "30 Juni 2026"


def test_the_book_holds_every_rule_and_asks_nothing_of_the_network() -> None:
    page = book_html(PACK)
    assert all(f'id="{rule.id}"' in page for rule in PACK.rules)
    assert "Content-Security-Policy" in page
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", page)
    assert "&amp; kemutakhiran" in page


def test_a_rules_words_cannot_become_markup_in_the_book() -> None:
    spoilt = PACK.rules[0].model_copy(update={"title": "<script>alert(1)</script>"})
    page = book_html(type(PACK)(**{**{f: getattr(PACK, f) for f in PACK.__slots__}, "rules": (spoilt,)}))
    assert "<script>" not in page
    assert "&lt;script&gt;" in page


def test_the_book_is_written_in_both_forms_and_always_the_same(tmp_path: Path) -> None:
    written = write_book(tmp_path, PACK)
    assert [path.name for path in written] == ["buku-indikator.html", "buku-indikator.pdf"]
    assert written[1].read_bytes().startswith(b"%PDF-")
    assert book_pdf(PACK) == written[1].read_bytes()


def test_the_schema_knows_the_parameters_of_each_check_kind() -> None:
    schema = json_schema()
    json.dumps(schema)
    assert schema["additionalProperties"] is False
    kinds = {choice["if"]["properties"]["check"]["const"]: choice["then"] for choice in schema["allOf"]}
    assert set(kinds) == set(CHECK_KINDS)
    for kind, model in QUALITIES.items():
        reference = kinds[kind]["properties"]["quality"]["$ref"].rsplit("/", 1)[-1]
        properties = schema["$defs"][reference]["properties"]
        assert set(properties) == set(model.model_fields)
    assert "expect" in schema["$defs"]["Example"]["properties"]


def test_every_reference_in_the_schema_leads_somewhere() -> None:
    schema = json_schema()
    references = set(re.findall(r'"#/\$defs/([^"]+)"', json.dumps(schema)))
    assert references <= set(schema["$defs"])


@pytest.mark.parametrize("name", sorted(kind_pages()))
def test_the_pages_on_check_kinds_are_current(name: str) -> None:
    page = Path(__file__).parent.parent / "docs" / "cek" / name
    assert page.read_text(encoding="utf-8") == kind_pages()[name], "jalankan: python -m auditor.rules.kinds"


def test_every_parameter_of_every_check_kind_is_explained() -> None:
    for name, page in kind_pages().items():
        for line in page.splitlines():
            if line.startswith("| `") and name != "README.md":
                assert not line.rstrip(" |").endswith("kosong |"), f"{name}: {line}"
                assert line.split("|")[4].strip(), f"{name}: {line}"
