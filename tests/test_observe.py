"""From a snapshot to observations: what stands behind each address, whose it is, and what nobody saw."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from auditor.checks.targets import link_target
from auditor.model import (
    CrawlSettings,
    Fetch,
    FetchRole,
    FetchStatus,
    OfficeKind,
    Site,
    SiteState,
    SiteStatus,
    Skipped,
    Snapshot,
    TlsState,
)
from auditor.observations import Link, Observations, Owner, PageKind, TargetState, Zone
from auditor.read.observe import observe
from tests.made_files import pdf
from tests.small_sites import OFFICE, SITE, seen

OWN = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, SITE, province="Jawa Tengah")
NIGHT = datetime(2026, 12, 31, 18, 0, tzinfo=UTC)  # already New Year in Purbalingga


def fetch(path: str, html: str | bytes = b"", *, at: datetime = NIGHT, **more: object) -> Fetch:
    url = path if path.startswith("http") else SITE + path
    body = html.encode() if isinstance(html, str) else html
    made = Fetch(
        url, FetchRole.HOME if path == "/" else FetchRole.PAGE, FetchStatus.OK, at, url, 200, (), "text/html", body
    )
    return replace(made, record_id=f"<{path}>", tls=TlsState.VALID, **more)  # type: ignore[arg-type]


def snapshot(*fetches: Fetch, skipped: tuple[Skipped, ...] = (), state: SiteState = SiteState.ALIVE) -> Snapshot:
    return Snapshot(
        OWN,
        SiteStatus(state),
        NIGHT - timedelta(minutes=5),
        NIGHT,
        CrawlSettings("uji", phrases=("Maklumat",)),
        fetches,
        skipped,
    )


def link(observations: Observations, label: str) -> Link:
    return next(link for page in observations.pages for link in page.links if link.label == label)


def state(observations: Observations, label: str) -> TargetState:
    return link_target(observations, link(observations, label)).state


def test_today_is_the_offices_day_not_greenwichs() -> None:
    assert observe(snapshot(fetch("/", "<p>a</p>"))).today == date(2027, 1, 1)


def test_the_same_snapshot_gives_the_same_observations() -> None:
    taken = snapshot(fetch("/", '<main><a href="/a">Maklumat</a></main>'), fetch("/a", f"<main><p>{OFFICE}</p></main>"))
    assert observe(taken) == observe(taken)


def test_a_dead_site_has_no_pages_and_keeps_what_was_looked_for() -> None:
    observations = observe(snapshot(state=SiteState.UNREACHABLE))
    assert observations.pages == () and observations.phrases == ("Maklumat",)


# --- what stands behind a link


@pytest.mark.parametrize(
    ("href", "expected"),
    [
        ("/ada", TargetState.PAGE),
        ("/berkas.pdf", TargetState.DOCUMENT),
        ("/foto.jpg", TargetState.IMAGE),
        ("/rusak.pdf", TargetState.DEAD),
        ("/tidak-ada", TargetState.DEAD),
        ("/lembut", TargetState.DEAD),
        ("/masuk", TargetState.LOGIN),
        ("/dihalangi", TargetState.UNCHECKED),
        ("/belum", TargetState.UNOPENED),
        ("https://contoh-luar.or.id/x", TargetState.UNOPENED),
        ("#", TargetState.EMPTY),
        ("", TargetState.EMPTY),
        ("javascript:void(0)", TargetState.EMPTY),
        ("#di-sini", TargetState.ANCHOR),
        ("#di-sana", TargetState.EMPTY),
        ("tel:0281891234", TargetState.CONTACT),
        ("mailto:purbalingga@kemenag.go.id", TargetState.CONTACT),
        ("http://kemenag.test/dip", TargetState.DEAD),
        ("http://localhost/dip", TargetState.DEAD),
        ("http://192.168.1.5/dip", TargetState.DEAD),
    ],
)
def test_every_link_has_a_state(href: str, expected: TargetState) -> None:
    observations = seen(
        {
            "/": f'<main><h2 id="di-sini">Menu</h2><p><a href="{href}">Daftar Informasi</a></p></main>',
            "/ada": f"<main><p>{OFFICE} melayani masyarakat.</p></main>",
            "/lembut": "<h1>404</h1><p>Halaman tidak ditemukan</p>",
            "/masuk": "<h1>Masuk</h1><form><input name=u><input type=password></form>",
        },
        {"/berkas.pdf": "isi", "/rusak.pdf": {"broken": True}, "/foto.jpg": {"kind": "gambar"}},
        blocked=["/dihalangi"],
        unopened=["/belum"],
    )
    assert state(observations, "Daftar Informasi") is expected


def test_a_redirect_leads_the_link_to_where_it_ends() -> None:
    observations = observe(
        snapshot(
            fetch("/", '<main><a href="/lama">Maklumat</a></main>'),
            fetch("/lama", f"<main><p>{OFFICE}</p></main>", final_url=SITE + "/baru", redirects=(SITE + "/tengah",)),
        )
    )
    target = link_target(observations, link(observations, "Maklumat"))
    assert target.state is TargetState.PAGE and target.page is not None
    assert target.page.url == SITE + "/baru"
    assert set(target.page.requested) == {SITE + "/lama", SITE + "/tengah"}
    assert observations.target(SITE + "/tengah") is target


def test_one_article_under_two_addresses_is_one_page() -> None:
    body = f"<main><h1>Maklumat</h1><p>{OFFICE}</p></main>"
    observations = observe(
        snapshot(fetch("/", "<p>a</p>"), fetch("/?p=9", body, final_url=SITE + "/maklumat"), fetch("/maklumat", body))
    )
    assert [page.url for page in observations.pages] == [SITE + "/", SITE + "/maklumat"]


def test_a_rendered_page_replaces_the_shell() -> None:
    shell = '<body><div id="root"></div><script src="/a.js"></script></body>'
    observations = observe(
        snapshot(
            fetch("/", shell, status=FetchStatus.NEEDS_JAVASCRIPT),
            fetch("/", f'<body><div id="root"><main><p>{OFFICE} melayani</p></main></div></body>', rendered=True),
        )
    )
    (page,) = observations.pages
    assert page.rendered and "melayani" in page.text and observations.unread is None


def test_a_site_of_shells_is_seen_to_be_one() -> None:
    shell = '<body><div id="root"></div><script src="/a.js"></script></body>'
    observations = observe(snapshot(fetch("/", shell, status=FetchStatus.NEEDS_JAVASCRIPT)))
    assert observations.unread is FetchStatus.NEEDS_JAVASCRIPT and observations.pages[0].kind is PageKind.JS_SHELL
    assert observations.pages_opened == 0


# --- what nobody saw


def test_what_was_left_out_or_failed_is_unseen_and_what_is_gone_is_not() -> None:
    observations = observe(
        snapshot(
            fetch("/", "<p>a</p>"),
            fetch("/hilang", status=FetchStatus.NOT_FOUND, label="Hilang"),
            fetch("/lambat", status=FetchStatus.READ_TIMEOUT, label="Lambat"),
            fetch("/umpan", status=FetchStatus.WAF, role=FetchRole.FEED),
            skipped=(
                Skipped(SITE + "/sisa", FetchStatus.OUT_OF_BUDGET, label="Sisa"),
                Skipped(SITE + "/robot", FetchStatus.ROBOTS, label="Robot"),
                Skipped(SITE + "/ganda", FetchStatus.DUPLICATE, label="Ganda"),
                Skipped("https://lain.id/", FetchStatus.FOREIGN_HOST, label="Lain"),
            ),
        )
    )
    assert {(label, reason) for label, _, reason in observations.unseen} == {
        ("Sisa", FetchStatus.OUT_OF_BUDGET),
        ("Robot", FetchStatus.ROBOTS),
        ("Lambat", FetchStatus.READ_TIMEOUT),
    }
    assert observations.target(SITE + "/sisa").state is TargetState.UNOPENED
    assert observations.target(SITE + "/robot").state is TargetState.UNCHECKED
    assert observations.target(SITE + "/lambat").state is TargetState.UNCHECKED


def test_a_look_that_failed_does_not_hide_one_that_worked() -> None:
    body = f"<main><p>{OFFICE}</p></main>"
    observations = observe(
        snapshot(fetch("/", "<p>a</p>"), fetch("/a", status=FetchStatus.READ_TIMEOUT), fetch("/a", body))
    )
    assert observations.target(SITE + "/a").state is TargetState.PAGE


# --- documents


def test_a_document_is_known_by_content_and_by_every_name_it_is_given() -> None:
    body = pdf("LAPORAN KINERJA TAHUN 2025\nKantor Kementerian Agama Kabupaten Purbalingga")
    html = '<main><h2>2025</h2><a href="/f?id=7">LKjIP 2025</a><a href="/f?id=7">Laporan Kinerja</a></main>'
    observations = observe(snapshot(fetch("/", html), fetch("/f?id=7", body)))
    (document,) = observations.documents
    assert document.kind.value == "pdf" and document.record_id == "</f?id=7>"
    assert [mention.name for mention in document.mentions] == ["LKjIP 2025", "Laporan Kinerja"]
    assert document.years[:1] == (2025,) and document.owner is Owner.OWN
    assert len(observations.pages) == 1, "a file sent as text/html is no page"


def test_the_year_of_the_upload_folder_is_not_the_documents() -> None:
    body = pdf("Perjanjian Kinerja Tahun 2023\nKantor Kementerian Agama Kabupaten Purbalingga")
    html = '<main><a href="/wp-content/uploads/2026/03/perkin.pdf">Perjanjian Kinerja</a></main>'
    made = fetch("/wp-content/uploads/2026/03/perkin.pdf", body, media_type="application/pdf", role=FetchRole.DOCUMENT)
    (document,) = observe(snapshot(fetch("/", html), made)).documents
    assert document.years == (2023,)


def test_the_year_may_stand_in_the_heading_above_the_link() -> None:
    html = '<main><h3>Tahun 2024</h3><a href="/a.pdf">Laporan Kinerja</a></main>'
    made = fetch("/a.pdf", pdf("Laporan Kinerja"), media_type="application/pdf", role=FetchRole.DOCUMENT)
    (document,) = observe(snapshot(fetch("/", html), made)).documents
    assert document.years == (2024,)


def test_feeds_and_interfaces_are_neither_pages_nor_documents() -> None:
    observations = observe(
        snapshot(
            fetch("/", "<p>a</p>"),
            fetch("/feed", "<rss></rss>", role=FetchRole.FEED, media_type="application/rss+xml"),
            fetch("/wp-json/", b"{}", role=FetchRole.API, media_type="application/json"),
            fetch("/acak", "<p>tidak ada</p>", role=FetchRole.PROBE),
        )
    )
    assert len(observations.pages) == 1 and observations.documents == ()


def test_a_picture_that_does_not_load_is_marked_where_it_stands() -> None:
    html = '<main><h2>Struktur</h2><img src="/s.jpg" width="900" alt="Bagan"></main>'
    gone = fetch("/s.jpg", status=FetchStatus.NOT_FOUND, http_status=404)
    (page, *_) = observe(snapshot(fetch("/", html), gone)).pages
    assert page.images[0].broken and page.sections[0].images[0].broken


def test_whose_an_address_is_goes_by_its_host() -> None:
    observations = seen(
        {
            "/": """<main><a href="https://jateng.kemenag.go.id/a">Kanwil</a><a href="https://kemenag.go.id/a">Pusat</a>
            <a href="https://tegal.kemenag.go.id/a">Tetangga</a><a href="https://www.lapor.go.id/">Lapor</a></main>""",
        }
    )
    owners = {
        label: link_target(observations, link(observations, label)).owner
        for label in ("Kanwil", "Pusat", "Tetangga", "Lapor")
    }
    assert owners == {
        "Kanwil": Owner.KANWIL,
        "Pusat": Owner.MINISTRY,
        "Tetangga": Owner.OTHER_OFFICE,
        "Lapor": Owner.NATIONAL,
    }


def test_the_navigation_of_a_page_is_marked_as_template() -> None:
    menu = '<div class="atas"><a href="/maklumat">Maklumat</a></div>'
    pages = {f"/h{n}": f"{menu}<main><p>Halaman nomor {n} dari {OFFICE}</p></main>" for n in range(5)}
    observations = seen({"/": f"{menu}<main><p>Beranda</p></main>", **pages})
    marked = [link.template for page in observations.pages for link in page.links if link.label == "Maklumat"]
    assert len(marked) == 6 and all(marked)
    assert all(link.zone is Zone.MAIN for page in observations.pages for link in page.links if link.label == "Maklumat")
