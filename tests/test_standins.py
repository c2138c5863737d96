"""A page that many names lead to and that speaks of none of them stands in for what is not there yet."""

from __future__ import annotations

from auditor.model import Outcome
from auditor.observations import PageKind
from tests.small_sites import OFFICE, PACK, page_at, seen, verdict

NAMES = ("Daftar Informasi Publik", "Maklumat Pelayanan", "Tata Cara Keberatan", "Laporan Keuangan", "Agenda")
TEXT = (
    "Menu ini dibuat untuk warga. Tim kami sedang bekerja dan berharap dapat menyajikan yang terbaik bagi seluruh "
    "masyarakat. Terima kasih atas kunjungan dan kesabaran Bapak dan Ibu sekalian. Silakan kembali pada hari lain."
)


def site(text: str, names: tuple[str, ...] = NAMES, target: str = "/menu/{}") -> dict[str, str]:
    """A site whose menu entries all lead to pages with one text."""
    entries = "".join(f'<li><a href="{target.format(n)}">{name}</a></li>' for n, name in enumerate(names))
    home = f"<nav><ul>{entries}</ul></nav><main><h1>Beranda</h1><p>Situs resmi {OFFICE}.</p></main>"
    return {"/": home, "/satu": f"<main><h1>Mohon Bersabar</h1><p>{text}</p></main>"}


def test_what_a_menu_calls_by_many_names_is_none_of_them() -> None:
    found = seen(site(TEXT, target="/satu"))
    assert page_at(found, "/satu").kind is PageKind.PLACEHOLDER
    judged = verdict(PACK.rule("ppid.maklumat"), found)
    assert judged.outcome is Outcome.MISSING
    assert "Mohon Bersabar" in judged.note


def test_a_page_that_speaks_of_one_of_its_names_is_a_page_of_its_own() -> None:
    found = seen(site(f"{TEXT} Maklumat pelayanan kami pasang di loket.", target="/satu"))
    assert page_at(found, "/satu").kind is not PageKind.PLACEHOLDER


def test_other_words_for_one_thing_are_not_many_names() -> None:
    names = ("Galeri", "Galeri Foto", "Semua Galeri", "Arsip Galeri", "Galeri Terbaru")
    found = seen(site(TEXT, names, target="/satu"))
    assert page_at(found, "/satu").kind is not PageKind.PLACEHOLDER


def test_anchors_on_one_page_are_parts_of_it() -> None:
    found = seen(site(TEXT, target="/satu#bagian-{}"))
    assert page_at(found, "/satu").kind is not PageKind.PLACEHOLDER
