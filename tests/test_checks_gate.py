"""The gate: whether a candidate may be judged by its content is decided once, and alike for every check kind."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from auditor.checks.candidates import candidates
from auditor.checks.gate import settled
from auditor.data import table
from auditor.model import FetchStatus, Outcome, Verdict
from auditor.observations import Document, DocumentProblem, Observations, Owner
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, PACK, rule, seen, verdict

QUALITIES: dict[str, dict[str, Any]] = {
    "page": {},
    "listing": {"full_items": 3},
    "document": {},
    "table": {},
    "form": {"fields": [{"name": "nama", "any": ["nama"]}], "min_fields": 1},
    "channel": {},
}
KINDS = sorted(QUALITIES)


def asked(kind: str) -> Rule:
    return rule(kind, ["Daftar Kewajiban"], quality=QUALITIES[kind])


def offering(target: str = "/berkas.pdf", **more: Any) -> Observations:
    """A site whose menu names the rule's thing and leads to a file."""
    return seen(f'<main><p>{OFFICE}</p><a href="{target}">Daftar Kewajiban</a></main>', **more)


def with_file(observations: Observations, **changes: Any) -> Observations:
    """The site with its one document changed: what a reader would have said of it."""

    def changed(document: Document) -> Document:
        return replace(document, **changes)

    targets = {
        url: replace(target, document=changed(target.document)) if target.document is not None else target
        for url, target in observations.targets.items()
    }
    return replace(observations, documents=tuple(map(changed, observations.documents)), targets=targets)


def judged(kind: str, observations: Observations) -> Verdict:
    return verdict(asked(kind), observations)


FILE = {"/berkas.pdf": f"Daftar Kewajiban {OFFICE} Tahun 2026"}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize(
    "problem",
    [
        DocumentProblem.ENCRYPTED,
        DocumentProblem.TOO_LARGE,
        DocumentProblem.TOO_HEAVY,
        DocumentProblem.UNSUPPORTED,
        DocumentProblem.UNKNOWN,
    ],
)
def test_a_file_our_reader_cannot_read_is_unchecked_in_every_kind(kind: str, problem: DocumentProblem) -> None:
    found = judged(kind, with_file(offering(files=FILE), problem=problem, text="", title=""))
    assert found.outcome is Outcome.UNCHECKED
    assert str(table("notes")["reason"][problem.value]) in found.note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("problem", [DocumentProblem.BROKEN, DocumentProblem.EMPTY, DocumentProblem.GONE])
def test_a_file_no_visitor_can_open_is_a_dead_link_in_every_kind(kind: str, problem: DocumentProblem) -> None:
    found = judged(kind, with_file(offering(files=FILE), problem=problem, text="", title=""))
    assert found.outcome is Outcome.LINK_ONLY
    assert "rusak" in found.note


@pytest.mark.parametrize("kind", KINDS)
def test_a_file_behind_a_login_is_only_a_link_in_every_kind(kind: str) -> None:
    found = judged(kind, with_file(offering(files=FILE), problem=DocumentProblem.LOGIN))
    assert found.outcome is Outcome.LINK_ONLY
    assert "izin masuk" in found.note


@pytest.mark.parametrize("kind", KINDS)
def test_another_offices_file_is_absent_in_every_kind(kind: str) -> None:
    other = with_file(offering(files=FILE), owner=Owner.OTHER_OFFICE, owner_text="Kankemenag Kabupaten Kebumen")
    found = judged(kind, other)
    assert found.outcome is Outcome.MISSING
    assert "Kebumen" in found.note


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("owner", [Owner.KANWIL, Owner.MINISTRY, Owner.NATIONAL])
def test_a_parents_file_earns_what_the_rule_gives_a_parent(kind: str, owner: Owner) -> None:
    found = judged(kind, with_file(offering(files=FILE), owner=owner))
    assert found.outcome is Outcome.LINK_ONLY
    assert owner.value not in ("nasional",) or "instansi nasional" in found.note


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_nobody_could_open_is_unchecked_in_every_kind(kind: str) -> None:
    found = judged(kind, offering("/daftar", page=[{"path": "/daftar", "html": "", "status": 503}]))
    assert found.outcome is Outcome.UNCHECKED


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_that_says_there_is_nothing_yet_is_absent_in_every_kind(kind: str) -> None:
    pages = {"/daftar": "<main><h1>Daftar Kewajiban</h1><p>Belum ada data.</p></main>"}
    found = verdict(asked(kind), seen(pages))
    assert found.outcome is Outcome.MISSING
    assert "masih kosong" in found.note


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "form"])
def test_a_page_about_something_else_is_absent_in_every_kind(kind: str) -> None:
    pages = {"/daftar": "<main><h1>Daftar Kewajiban Pegawai</h1><p>Isi yang cukup panjang dari kantor.</p></main>"}
    about = rule(kind, ["Daftar Kewajiban"], quality={**QUALITIES[kind], "not_about": ["pegawai"]})
    found = verdict(about, seen(pages))
    assert found.outcome is Outcome.MISSING
    assert "membahas hal lain" in found.note


def test_every_problem_a_reader_can_report_has_words() -> None:
    settled_otherwise = {
        DocumentProblem.NONE,
        DocumentProblem.SCANNED,
        DocumentProblem.LOGIN,
        DocumentProblem.BROKEN,
        DocumentProblem.EMPTY,
        DocumentProblem.GONE,
    }
    words = table("notes")["reason"]
    assert not [
        problem for problem in DocumentProblem if problem not in settled_otherwise and problem.value not in words
    ]


def test_the_gate_lets_real_content_through() -> None:
    observations = seen(
        {"/daftar": "<main><h1>Daftar Kewajiban</h1><p>" + "Isi sendiri yang panjang. " * 20 + "</p></main>"}
    )
    found = [c for c in candidates(observations, asked("page")) if c.page is not None]
    assert found
    assert all(settled(observations, candidate, asked("page").quality) is None for candidate in found)


def test_a_title_that_ends_with_the_ministry_is_own_where_the_page_names_the_place() -> None:
    text = "<h2>Kabupaten Purbalingga</h2><p>" + "Berdiri tahun 1950. " * 20 + "</p>"
    page = f"<main><h1>Sejarah Kementerian Agama</h1>{text}</main>"
    assert verdict(rule("page", ["Sejarah"]), seen({"/sejarah": page})).outcome is Outcome.COMPLETE


def test_a_shelf_on_a_host_nobody_registered_may_hold_what_is_looked_for() -> None:
    home = '<nav><a href="https://ppid.lain.example.org/">PPID</a></nav><main><p>Situs resmi kantor.</p></main>'
    found = verdict(rule("page", ["Maklumat Pelayanan"]), seen(home))
    assert found.outcome is Outcome.UNCHECKED


@pytest.mark.parametrize("kind", KINDS)
def test_what_stands_on_a_host_that_bears_the_offices_name_is_unchecked_in_every_kind(kind: str) -> None:
    found = judged(kind, offering("https://www.purbalingga-kita.id/daftar"))
    assert (found.outcome, found.cause) == (Outcome.UNCHECKED, FetchStatus.FOREIGN_HOST)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("host", ["kabar.example.org", "satudata.purbalinggakab.go.id"])
def test_what_stands_on_anothers_host_is_only_a_link_in_every_kind(kind: str, host: str) -> None:
    assert judged(kind, offering(f"https://{host}/daftar")).outcome is Outcome.LINK_ONLY


def test_news_on_a_host_that_bears_the_offices_name_is_not_absent() -> None:
    home = f'<main><p>{OFFICE}</p><a href="https://kabarpurbalingga.id/">Portal Berita</a></main>'
    for measure in ("usia", "pengumuman"):
        asked_for = rule("freshness", ["Pengumuman"], quality={"measure": measure, "steps": [{"max": 9, "points": 1}]})
        assert verdict(asked_for, seen(home)).outcome is Outcome.UNCHECKED


def test_a_tile_of_the_home_page_proves_no_absence_while_what_it_leads_to_is_unseen() -> None:
    tile = '<a href="https://layananpurbalingga.id/"><h3>Maklumat</h3><p>Maklumat adalah janji.</p></a>'
    found = verdict(rule("page", ["Maklumat"]), seen(f"<main><h2>Tautan</h2><p>{OFFICE}</p>{tile}</main>"))
    assert found.outcome is Outcome.UNCHECKED


VISION = rule("page", ["Visi dan Misi"], quality={"min_words": 8, "not_about": ["PPID"], "own_text": True})
PPID_SITE = {"office": "PPID Kabupaten Purbalingga"}


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        ("<p>Visi: terwujudnya pelayanan informasi publik yang cepat, tepat, dan sederhana bagi warga.</p>", False),
        ('<img src="/visi.png" alt="" width="900" height="600">', False),
        (
            f"<p>{'Terwujudnya Kabupaten Purbalingga yang mandiri, maju, dan sejahtera bagi warganya. ' * 5}</p>",
            True,
        ),
    ],
)
def test_what_a_ppids_own_site_says_of_information_service_is_the_ppids(text: str, outcome: bool) -> None:
    page = {"/profil/visi-misi": f"<main><h1>Visi dan Misi</h1>{text}</main>"}
    assert verdict(VISION, seen(page, {"/visi.png": {"kind": "gambar"}}, **PPID_SITE)).outcome.present is outcome


def test_the_ministrys_text_as_the_offices_own_is_half() -> None:
    words = (
        "Visi Kementerian Agama yang profesional dan andal dalam membangun masyarakat yang saleh, moderat, dan cerdas."
    )
    page = "<main><h1>Visi dan Misi</h1><p>{}</p></main>"
    assert verdict(VISION, seen({"/visi": page.format(words)})).outcome is Outcome.PARTIAL
    own = f"{words} Demikian pula visi Kantor Kementerian Agama Kabupaten Purbalingga."
    assert verdict(VISION, seen({"/visi": page.format(own)})).outcome is Outcome.COMPLETE


def test_a_heading_that_stands_on_most_pages_heads_none_of_them() -> None:
    asked_of = rule("document", ["Satu Data"], quality={"page": "sebagian"})
    body = "<main><h1>Halaman {0}</h1><h2>Satu Data</h2><p>{1}</p></main>"
    text = (
        "Rekaman kegiatan kantor tahun 2025 berisi 12 acara, 30 kunjungan, dan 14 rapat di semua seksi selama setahun. "
        * 2
    )
    pages = {f"/h{n}": body.format(n, f"{text} Bagian {n}.") for n in range(6)}
    assert not verdict(asked_of, seen(pages)).outcome.present
    assert verdict(asked_of, seen({"/h0": pages["/h0"]})).outcome.present


def on_the_other_host(count: int) -> str:
    entries = (f'<li><a href="https://ppidpurbalingga.id/{n}">Urusan nomor {n}</a></li>' for n in range(count))
    return f"<main><h1>Informasi Berkala</h1><ul>{''.join(entries)}</ul></main>"


def test_a_list_whose_entries_stand_on_the_offices_other_host_is_unchecked() -> None:
    asked_for = rule("listing", ["Informasi Berkala"], quality={"full_items": 3})
    found = verdict(asked_for, seen({"/berkala": on_the_other_host(5)}))
    assert (found.outcome, found.cause) == (Outcome.UNCHECKED, FetchStatus.FOREIGN_HOST)


def test_a_shelf_whose_entries_stand_on_the_offices_other_host_may_hold_what_is_looked_for() -> None:
    asked_for = rule("document", ["Rencana Strategis"])
    assert verdict(asked_for, seen({"/berkala": on_the_other_host(5)})).outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(
    ("letterhead", "outcome"),
    [("KEMENTERIAN PERTANIAN REPUBLIK INDONESIA", Outcome.MISSING), ("KEMENTERIAN AGAMA KABUPATEN PURBALINGGA", None)],
)
def test_what_stands_under_another_ministrys_letterhead_is_not_the_offices(
    letterhead: str, outcome: Outcome | None
) -> None:
    oath = "Dengan ini kami menyatakan sanggup menyelenggarakan pelayanan sesuai standar dan siap menerima sanksi."
    page = f"<main><h1>Maklumat Pelayanan</h1><p>{letterhead}</p><p>{oath}</p></main>"
    judged = verdict(PACK.rule("ppid.maklumat"), seen({"/m": page}))
    assert judged.outcome is (outcome or Outcome.COMPLETE)


def test_a_page_whose_links_lead_to_another_provinces_hosts_was_pasted_from_there() -> None:
    links = "".join(f'<li><a href="https://arsip.jabarprov.go.id/{n}.pdf">Dokumen {n}</a></li>' for n in range(4))
    home = f'<main><p>{OFFICE}</p><a href="/daftar">Daftar Kewajiban</a></main>'
    told = "Daftar kewajiban kantor tahun 2026 disusun menurut bidang dan diperbarui setiap semester oleh petugas. " * 3
    page = f"<main><h1>Daftar Kewajiban</h1><p>{told}</p><ul>{links}</ul></main>"
    found = judged("page", seen({"/": home, "/daftar": page}))
    assert found.outcome is Outcome.MISSING and "Jawa Barat" in found.note
    own = page.replace("jabarprov", "jatengprov")
    assert judged("page", seen({"/": home, "/daftar": own})).outcome.present
