"""Check kinds ``facts``, ``flag`` and ``manual``: contact facts, red flags, and what only a person can judge."""

from __future__ import annotations

import pytest

from auditor.model import Confidence, Outcome, Verdict
from tests.small_sites import OFFICE, rule, seen, verdict

SHELL = '<body><div id="root"></div><script src="/a.js"></script></body>'
STREET = f"{OFFICE}, Jalan Jenderal Sudirman Nomor 7, Purbalingga"


def fact(kind: str, html: str, minimum: int = 1) -> Verdict:
    pages = {"/": f"<main><p>Selamat datang</p></main><footer>{html}</footer>"}
    return verdict(rule("facts", quality={"fact": kind, "minimum": minimum}), seen(pages))


@pytest.mark.parametrize(
    ("kind", "html", "outcome"),
    [
        ("alamat", f"<p>{STREET} 53311</p>", Outcome.COMPLETE),
        ("alamat", f"<p>{STREET}</p>", Outcome.PARTIAL),
        ("alamat", "<p>Jalan Gajah Mada Nomor 3, Banjarnegara 53411</p>", Outcome.MISSING),
        ("alamat", "<p>[Alamat Lengkap]</p>", Outcome.MISSING),
        ("alamat", "<p>Purbalingga</p>", Outcome.MISSING),
        ("telepon_surel", "<p>Telepon (0281) 891234, purbalingga@kemenag.go.id</p>", Outcome.COMPLETE),
        ("telepon_surel", "<p>Telepon (0281) 891234</p>", Outcome.PARTIAL),
        ("telepon_surel", "<p>purbalingga@kemenag.go.id</p>", Outcome.PARTIAL),
        ("telepon_surel", "<p>Telepon (0351) 1234567, example@example.com</p>", Outcome.MISSING),
        ("jam", "<p>Jam layanan: Senin - Kamis 07.30 - 16.00 WIB</p>", Outcome.COMPLETE),
        ("jam", "<p>Kami melayani dengan hati</p>", Outcome.MISSING),
    ],
)
def test_printed_facts_count_and_sample_values_do_not(kind: str, html: str, outcome: Outcome) -> None:
    found = fact(kind, html)
    assert found.outcome is outcome
    assert bool(found.evidence) == outcome.present


def test_own_accounts_are_counted_and_share_buttons_are_not() -> None:
    own = '<a href="https://www.instagram.com/kemenag_purbalingga">IG</a>'
    second = '<a href="https://www.facebook.com/kemenagpurbalingga">FB</a>'
    share = '<a href="https://www.facebook.com/sharer/sharer.php?u=x">Bagikan</a>'
    ministry = '<a href="https://www.instagram.com/kemenag_ri">IG Kemenag</a>'
    assert fact("medsos", own + second, 2).outcome is Outcome.COMPLETE
    assert fact("medsos", own + share + ministry, 2).outcome is Outcome.PARTIAL
    assert fact("medsos", share + ministry, 2).outcome is Outcome.MISSING


@pytest.mark.parametrize("kind", ["alamat", "telepon_surel", "jam", "medsos"])
def test_a_site_that_did_not_show_itself_is_not_called_without_contact(kind: str) -> None:
    contact = rule("facts", quality={"fact": kind})
    assert verdict(contact, seen(SHELL)).outcome is Outcome.UNCHECKED
    blocked = {"/": "<title>Attention Required! | Cloudflare</title><p>You are unable to access this site</p>"}
    assert verdict(contact, seen(blocked)).outcome is Outcome.UNCHECKED


# --- red flags


def flags(html: str, *kinds: str) -> Verdict:
    return verdict(rule("flag", quality={"kinds": list(kinds)}), seen({"/": html}))


def test_hidden_gambling_links_raise_a_flag() -> None:
    links = "".join(f'<a href="https://s{n}.example.com">slot gacor maxwin</a>' for n in range(6))
    found = flags(f'<main><p>{OFFICE}</p></main><div style="display:none">{links}</div>', "judi", "retas")
    assert found.outcome is Outcome.DETECTED and found.evidence


def test_news_against_gambling_raises_none() -> None:
    article = f"""<main><h1>Kemenag Purbalingga Ajak Santri Jauhi Judi Online</h1><p>Purbalingga (Humas) – Penyuluh
    {OFFICE} menerangkan bahaya judi online dan togel kepada santri. “Jauhi judi,” ujarnya.</p></main>"""
    assert flags(article, "judi", "retas").outcome is Outcome.UNDETECTED


def test_a_number_of_a_person_is_flagged_and_masked() -> None:
    found = flags(f"<main><p>{OFFICE}</p><p>Nama: Contoh, NIK 3303014507890003</p></main>", "nik")
    assert found.outcome is Outcome.DETECTED
    assert "3303014507890003" not in found.evidence[0].quote


def test_a_site_that_did_not_show_itself_is_not_cleared() -> None:
    assert flags(SHELL, "judi").outcome is Outcome.UNCHECKED


# --- a person's own judgement


def test_what_only_a_person_can_judge_is_asked_of_a_person() -> None:
    found = verdict(rule("manual", quality={"question": "Apakah ramah pengguna?"}), seen("<main><p>Isi</p></main>"))
    assert found.outcome is Outcome.UNCHECKED and found.confidence is Confidence.LOW
    assert "Apakah ramah pengguna?" in found.note
