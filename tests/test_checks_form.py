"""Check kind ``form``: an online form of the office's own, with the fields the law asks for."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model import Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, PACK, rule, seen, verdict

FIELDS = {
    "nama": ["nama"],
    "alamat": ["alamat"],
    "kontak": ["telepon", "surel", "email"],
    "rincian": ["rincian informasi"],
}
FULL = ("Nama Lengkap", "Alamat", "Nomor Telepon", "Rincian Informasi")


def request_form(**quality: Any) -> Rule:
    fields = [{"name": name, "any": words} for name, words in FIELDS.items()]
    labels = ["Permohonan Informasi", "Formulir Permohonan Informasi"]
    return rule("form", labels, quality={"fields": fields, "min_fields": 4, **quality})


def inputs(labels: tuple[str, ...]) -> str:
    return "".join(f'<label for="f{n}">{label}</label><input id="f{n}" name="f{n}">' for n, label in enumerate(labels))


def on_page(body: str, files: dict[str, Any] | None = None, h1: str = "Permohonan Informasi", **more: Any) -> Verdict:
    quality = more.pop("quality", {})
    html = f"<main><h1>{h1}</h1>{body}</main>"
    return verdict(request_form(**quality), seen({"/permohonan": html}, files, **more))


@pytest.mark.parametrize(
    ("labels", "outcome"),
    [
        (FULL, Outcome.COMPLETE),
        (FULL[:2], Outcome.PARTIAL),
        (FULL[:1], Outcome.LINK_ONLY),
        (("Pesan",), Outcome.LINK_ONLY),
    ],
)
def test_the_fields_decide(labels: tuple[str, ...], outcome: Outcome) -> None:
    assert (
        on_page(f'<form action="/kirim" method="post">{inputs(labels)}<button>Kirim</button></form>').outcome is outcome
    )


def test_placeholders_and_names_tell_fields_too() -> None:
    body = '<form><input placeholder="Nama Anda"><input name="alamat"><input aria-label="Email"><textarea placeholder='
    assert on_page(body + '"Rincian informasi yang diminta"></textarea></form>').outcome is Outcome.COMPLETE


def test_loose_fields_of_an_application_are_a_form() -> None:
    body = "<div>" + "".join(f'<input placeholder="{label}">' for label in FULL) + "<button>Ajukan</button></div>"
    assert on_page(body).outcome is Outcome.COMPLETE


@pytest.mark.parametrize(
    "body",
    [
        '<form><input name="u" placeholder="Nama"><input type="password" name="p" placeholder="Alamat"></form>',
        '<form><input name="s" placeholder="Cari"></form>',
    ],
)
def test_log_in_and_search_boxes_are_no_request_form(body: str) -> None:
    words = "<p>Silakan ajukan permohonan informasi kepada petugas kami pada jam kerja setiap hari.</p>"
    assert not on_page(words + body).outcome.present


CLOUD = "https://docs.google.com/forms/d/e/1FAIpQLSabc/viewform"


@pytest.mark.parametrize("body", [f'<iframe src="{CLOUD}"></iframe>', f'<a href="{CLOUD}">Isi Formulir</a>'])
@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        ({"kind": "awan", "text": "Permohonan Informasi"}, Outcome.COMPLETE),
        ({"kind": "awan", "login": True}, Outcome.LINK_ONLY),
        ({"kind": "awan", "broken": True}, Outcome.LINK_ONLY),
        (None, Outcome.UNCHECKED),
    ],
)
def test_a_form_service_counts_when_the_public_may_fill_it_in(body: str, file: Any, outcome: Outcome) -> None:
    assert on_page(body, {CLOUD: file} if file else {}).outcome is outcome


def test_a_form_to_download_is_partial() -> None:
    files = {"/f.pdf": f"Formulir Permohonan Informasi {OFFICE}"}
    assert on_page('<a href="/f.pdf">Formulir Permohonan Informasi</a>', files).outcome is Outcome.PARTIAL
    assert on_page('<a href="/f.pdf">Formulir Permohonan Informasi</a>').outcome is Outcome.LINK_ONLY


def test_a_parents_form_is_worth_what_the_rule_says() -> None:
    html = '<main><a href="https://ppid.kemenag.go.id/permohonan">Permohonan Informasi</a></main>'
    for value, outcome in (("tautan_saja", Outcome.LINK_ONLY), ("sebagian", Outcome.PARTIAL)):
        assert verdict(request_form(parent=value), seen(html)).outcome is outcome


def test_a_procedure_without_a_form_is_only_a_label() -> None:
    body = "<p>Pemohon datang ke kantor, menunjukkan identitas, lalu menyampaikan informasi yang dibutuhkan.</p>"
    assert on_page(body).outcome is Outcome.LINK_ONLY


@pytest.mark.parametrize("body", ["<p>Formulir belum tersedia</p>", ""])
def test_an_empty_page_is_absent(body: str) -> None:
    assert on_page(body).outcome is Outcome.MISSING


def test_a_form_is_known_by_its_button_on_a_page_of_another_name() -> None:
    body = f"<form>{inputs(FULL)}<button>Permohonan Informasi</button></form>"
    assert on_page(body, h1="Layanan Daring").outcome is Outcome.COMPLETE


def test_a_complaint_form_is_no_request_form() -> None:
    body = f"<form>{inputs(('Nama', 'Alamat', 'Telepon', 'Isi Pengaduan'))}<button>Kirim Aduan</button></form>"
    assert on_page(body, h1="Pengaduan Masyarakat").outcome is Outcome.MISSING


def test_a_form_that_was_blocked_is_not_called_absent() -> None:
    html = '<main><a href="/permohonan">Permohonan Informasi</a></main>'
    assert verdict(request_form(), seen(html, blocked=["/permohonan"])).outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(("title", "outcome"), [
    ("Surat Pengantar Pindah", Outcome.MISSING), ("Formulir Permohonan Informasi", Outcome.COMPLETE),
])  # fmt: skip
def test_a_button_below_a_form_for_another_service_is_no_request_for_information(title: str, outcome: Outcome) -> None:
    asked = ("NIK", "Nama Lengkap", "Alamat Lengkap", "Nomor Telepon", "Keperluan")
    form = f"<form>{inputs(asked)}<button>Kirim Permohonan</button></form>"
    pages = {"/a": f"<main><h1>{title}</h1>{form}</main>"}
    assert verdict(PACK.rule("ppid.permohonan-formulir"), seen(pages)).outcome is outcome


def test_a_form_behind_a_picture_without_words_is_called_by_its_file() -> None:
    body = '<p>Formulir keberatan:</p><a href="/form-keberatan.pdf"><img src="/a.png" alt="Image"></a>'
    pages = {"/keberatan": f"<main><h1>Formulir Keberatan</h1>{body}</main>"}
    judged = verdict(PACK.rule("ppid.keberatan"), seen(pages, {"/form-keberatan.pdf": "No: ... Formulir keberatan"}))
    assert "Image" not in judged.note
