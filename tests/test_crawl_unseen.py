"""The rule above all others: what could not be seen is never called absent. From the server to the finding."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from functools import cache

import pytest

from auditor.audit import audit
from auditor.model import Confidence, CrawlSettings, FetchRole, FetchStatus, Finding, Outcome, SiteStatus, Snapshot
from auditor.read.observe import observe
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from tests.faults.catalogue import PAGE_FAULTS, Fault
from tests.faults.crawling import SETTINGS, Memory, crawl, patience, site
from tests.faults.server import PROSE, FaultServer, Handler, first, page, reply

#: check kinds that speak of content behind a link; the others measure news, HTTPS and red flags
CONTENT = ("page", "listing", "document", "table", "form", "channel")
FAILS_TO_SHOW = [
    fault
    for fault in PAGE_FAULTS
    if fault.status is not FetchStatus.OK and not fault.status.absent and not fault.missing
]
#: seen to lead to a log-in (of an application, perhaps) or to somebody else: a link, but never "absent"
SEEN_TO_LEAD_ELSEWHERE = (FetchStatus.UNAUTHORIZED, FetchStatus.REDIRECTED_AWAY, FetchStatus.FORBIDDEN_ADDRESS)
QUICK = replace(SETTINGS, retries=0, max_pages=200, max_documents=0, max_seconds=60.0)


@cache
def pack() -> Pack:
    return load(shipped("rules") / "kip")


@cache
def labels() -> dict[str, str]:
    """Rule -> the first label it looks for, for every weighted content rule."""
    rules = [rule for rule in pack().rules if rule.weight > 0 and rule.check in CONTENT and rule.match.labels]
    return {rule.id: rule.match.labels[0] for rule in rules}


def findings(url: str, status: SiteStatus, archive: Memory, settings: CrawlSettings) -> tuple[Finding, ...]:
    now = datetime.now(UTC)
    office = site(url)
    snapshot = Snapshot(office, status, now, now, settings, tuple(archive.fetches), tuple(archive.skipped), "uji")
    return audit(observe(snapshot, sections=pack().sections), pack())


def menu_to(paths: dict[str, str]) -> str:
    return "".join(f"<a href='{path}'>{label}</a>" for label, path in paths.items())


@pytest.mark.parametrize("fault", FAILS_TO_SHOW, ids=str)
def test_no_content_is_called_absent_because_a_page_failed(fault: Fault) -> None:
    """Every label the rules know leads to one page, and that page fails."""
    menu = menu_to(dict.fromkeys(labels().values(), "/ppid"))
    robots = reply("User-agent: *\nDisallow: /rahasia/\n", type="text/plain")
    routes: dict[str, Handler] = {
        "/": reply(page("Kankemenag", PROSE, menu)),
        "/ppid": fault.handler,
        "/robots.txt": robots,
    }
    patient = patience(fault.status)
    settings = replace(
        QUICK,
        phrases=pack().phrases,
        connect_timeout=patient.connect_timeout,
        read_timeout=patient.read_timeout,
        request_deadline=patient.request_deadline,
    )
    with FaultServer(routes) as server:
        status, archive = crawl(server.url, settings)
        found = findings(server.url, status, archive, settings)
    fair = {Outcome.LINK_ONLY, Outcome.PARTIAL} if fault.status in SEEN_TO_LEAD_ELSEWHERE else set()
    called_absent = [
        f"{f.rule_id}: {f.outcome} ({f.note})"
        for f in found
        if f.rule_id in labels() and f.outcome.counted and f.outcome not in fair
    ]
    assert called_absent == []


def test_a_dead_link_on_the_other_hand_is_told_as_one() -> None:
    menu = menu_to(dict.fromkeys(labels().values(), "/ppid"))
    settings = replace(QUICK, phrases=pack().phrases)
    with FaultServer({"/": reply(page("Kankemenag", PROSE, menu))}) as server:
        status, archive = crawl(server.url, settings)
        found = {f.rule_id: f for f in findings(server.url, status, archive, settings)}
    assert found["berkala.lkjip"].outcome in (Outcome.LINK_ONLY, Outcome.MISSING)


@pytest.mark.parametrize("status", [s for s in FetchStatus if s not in (FetchStatus.OK,)])
def test_a_site_that_could_not_be_read_has_no_finding_that_counts(status: FetchStatus) -> None:
    from auditor.model import SiteState

    found = findings("https://purbalingga.contoh.id", SiteStatus(SiteState.UNREACHABLE, status), Memory(), SETTINGS)
    assert found
    assert not [f.rule_id for f in found if f.outcome is Outcome.MISSING]


def test_a_home_page_with_a_programs_warning_still_leads_to_the_pages_that_work() -> None:
    """What they show counts; what they do not show may be what the home page lost, and is no absence."""
    warning = "<p><b>Warning</b>: fopen(a): No such file or directory in <b>/srv/a.php</b> on line <b>7</b></p>"
    vision = "<h2>Visi</h2><p>Menjadi kantor yang melayani dengan jujur, cepat dan ramah bagi semua warga.</p>"
    mission = "<h2>Misi</h2><ol><li>Melayani umat dengan tulus.</li><li>Menata berkas dengan tertib.</li></ol>"
    routes: dict[str, Handler] = {
        "/": reply(page("Kankemenag Purbalingga", warning, menu_to({"Visi dan Misi": "/visi", "Layanan": "/layanan"}))),
        "/visi": reply(page("Visi dan Misi", vision + mission)),
        "/layanan": reply(page("Layanan", PROSE)),
    }
    with FaultServer(routes) as server:
        status, archive = crawl(server.url, replace(QUICK, phrases=pack().phrases))
        found = {f.rule_id: f for f in findings(server.url, status, archive, QUICK)}
    assert status.readable
    assert found["profil.visi-misi"].outcome.present
    assert not [f.rule_id for f in found.values() if f.rule_id in labels() and f.outcome is Outcome.MISSING]


def test_what_the_budget_left_out_is_not_called_absent() -> None:
    paths = {label: f"/isi/{number}" for number, label in enumerate(labels().values())}
    routes: dict[str, Handler] = {"/": reply(page("Kankemenag", PROSE, menu_to(paths)))}
    settings = replace(QUICK, phrases=pack().phrases, max_pages=2)
    with FaultServer(routes, missing=first(1, reply(page("Isi", PROSE)), reply(page("Isi", PROSE)))) as server:
        status, archive = crawl(server.url, settings)
        found = findings(server.url, status, archive, settings)
    opened = {f.label for f in archive.fetches if f.role is FetchRole.PAGE}
    wrong = [
        f"{f.rule_id}: {f.note}"
        for f in found
        if f.rule_id in labels() and labels()[f.rule_id] not in opened and f.outcome is Outcome.MISSING
    ]
    assert wrong == []


# -- what nobody opened may hold the thing --------------------------------------------------------------------------

LABEL = "Daftar Informasi Publik"
SCRIPT = "<script src=/menu.js></script>"


def dip(routes: dict[str, Handler], settings: CrawlSettings = QUICK, **more: object) -> Finding:
    """The finding on the list of public information of a small site with these pages."""
    with FaultServer(routes) as server:
        status, archive = crawl(server.url, settings, **more)  # type: ignore[arg-type]
        found = findings(server.url, status, archive, settings)
    return next(f for f in found if f.rule_id == "setiapsaat.dip")


def site_with(menu: str, more: str = "") -> dict[str, Handler]:
    others = [f"menu-{n}" for n in range(5)]
    links = "".join(f"<a href='/{name}'>Bagian {name}</a>" for name in others)
    routes: dict[str, Handler] = {f"/{name}": reply(page(f"Bagian {name}", PROSE)) for name in others}
    return {**routes, "/": reply(page("Kankemenag Purbalingga", PROSE + more, links + menu))}


def test_on_a_site_that_was_seen_whole_an_absence_is_certain() -> None:
    found = dip(site_with(""))
    assert (found.outcome, found.confidence) == (Outcome.MISSING, Confidence.HIGH)


def test_a_shut_menu_may_hold_it() -> None:
    found = dip(site_with("<div>Profil</div><div>PPID</div>" + SCRIPT))
    assert found.outcome is Outcome.UNCHECKED and "Menu" in found.note
    assert found.cause is FetchStatus.NEEDS_JAVASCRIPT


def test_a_shelf_that_was_never_opened_may_hold_it() -> None:
    robots = reply("User-agent: *\nDisallow: /berkala\n", type="text/plain")
    routes = {**site_with("<a href='/berkala'>Informasi Berkala</a>"), "/robots.txt": robots}
    assert dip(routes).outcome is Outcome.UNCHECKED


def test_what_the_budget_left_out_takes_the_last_of_certainty() -> None:
    found = dip(site_with(""), replace(QUICK, max_pages=5))
    assert (found.outcome, found.confidence) == (Outcome.MISSING, Confidence.MEDIUM)


@pytest.mark.parametrize(
    "content",
    [
        "<table id=dip class=datatable><thead><tr><th>No</th><th>Judul</th></tr></thead></table>" + SCRIPT,
        "<p>Memuat data...</p>" + SCRIPT,
        "<div class=_df_book></div>" + SCRIPT,
    ],
)
def test_a_page_whose_content_is_yet_to_come_is_not_empty(content: str) -> None:
    routes = site_with(f"<a href='/dip'>{LABEL}</a>")
    routes["/dip"] = reply(page(LABEL, content))
    found = dip(routes)
    assert found.outcome is Outcome.UNCHECKED and "JavaScript" in found.note


def test_a_page_of_people_that_failed_to_load_them_may_hold_the_officials() -> None:
    routes = site_with("<a href='/pegawai'>Data Pegawai</a>")
    routes["/pegawai"] = reply(page("Data Pegawai", f"<p>Gagal memuat data</p>{SCRIPT}"))
    with FaultServer(routes) as server:
        status, archive = crawl(server.url, QUICK)
        found = {f.rule_id: f for f in findings(server.url, status, archive, QUICK)}
    assert found["profil.struktur-organisasi"].outcome is Outcome.UNCHECKED
    others = found["setiapsaat.dip"]
    assert (others.outcome, others.confidence) == (Outcome.MISSING, Confidence.MEDIUM)
