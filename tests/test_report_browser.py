"""The HTML in a real browser: accessibility, filter and sort without a server, phone width, dark mode, no requests."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from selectolax.lexbor import LexborHTMLParser

from auditor.inputs.config import Config
from auditor.model import Outcome, PastScore
from auditor.report import write_reports
from auditor.report.packet import write_area_packet
from auditor.report.wording import steps
from auditor.report.writing import card_file
from auditor.rules.loader import load
from tests.report_cards import (
    AREAS,
    blocked_card,
    card_of,
    finding,
    kanwil_card,
    office,
    ordinary_card,
    province,
    small_pack,
)
from tests.test_report_quarter import objected_card, quarter, rechecked_card

CHROMIUM = next(
    (p for p in map(Path, ("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome")) if p.exists()),
    None,
)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None, reason="Chromium tidak ada di komputer ini: halaman HTML TIDAK diuji di peramban"
    ),
]
ARGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--no-first-run",
]
SCREENS = {"layar": (1366, 768), "ponsel": (390, 844)}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("peramban")
    pack = replace(small_pack(), sections={"Bimas Islam": ("masjid",), "Pendidikan Agama Islam": ("PAI",)})
    cards = [*province(pack), kanwil_card(pack)]
    cards[1], cards[2] = objected_card(1), rechecked_card(2)
    before, config = province(pack, "2026-T3"), Config(institution="Kanwil Contoh")
    rounds = ("2025-T2", "2025-T3", "2025-T4", "2026-T1", "2026-T2", "2026-T3")
    past = [
        PastScore(name, c.site.id, c.site.province, c.site.area, c.site.kind, c.score if c.rankable else None)
        for name in rounds
        for c in before
    ]
    told: dict[str, Any] = {"formats": ["html", "kirim"], "entries": quarter().entries, "past": past}
    write_reports(made, "2026-T4", cards, pack, before, config, **told)
    with zipfile.ZipFile(made / "kirim" / "kab-contoh-06.zip") as archive:
        archive.extractall(made / "kirim" / "kab-contoh-06")
    return made


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six offices and the Kanwil's site in every format, with the packet of one wilayah."""
    made, pack = tmp_path_factory.mktemp("lengkap"), small_pack()
    cards = [*province(pack)[:6], kanwil_card(pack)]
    write_area_packet(made, AREAS[1], "2026-T4", cards, pack)
    write_reports(made, "2026-T4", cards, pack, formats=["html", "pdf", "xlsx", "csv", "wa"])
    return made


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as p:
        made = p.chromium.launch(executable_path=str(CHROMIUM), args=ARGS)
        yield made
        made.close()


def opened(
    browser: Any, path: Path, screen: str = "layar", scheme: str = "light", script: bool = True
) -> tuple[Any, list[str]]:
    width, height = SCREENS[screen]
    context = browser.new_context(
        viewport={"width": width, "height": height}, color_scheme=scheme, java_script_enabled=script
    )
    page = context.new_page()
    heard: list[str] = []
    page.on("console", lambda message: heard.append(message.text))
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("request", lambda request: heard.append(request.url) if not request.url.startswith("file:") else None)
    page.goto(path.as_uri())
    return page, heard


PAGES = (
    "rekap.html",
    "faktor.html",
    "kartu-skor/kab-contoh-01.html",  # with promises
    "kartu-skor/kab-contoh-02.html",  # with objections
    "kartu-skor/kab-contoh-03.html",  # looked at again
    "kartu-skor/kab-contoh-06.html",
    "kartu-skor/kab-contoh-13.html",
    "TERBATAS-hanya-kanwil.html",
    "indikator.html",
    "kirim/kab-contoh-06/mulai.html",
)


#: What axe leaves open or asks a person for: dead anchors, contrast on mixed grounds, fields without a label of text.
CHECKS = (Path(__file__).parent / "report_checks.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "screen"), [("light", "layar"), ("dark", "ponsel")])
def test_a_page_is_readable_well_built_and_alone(
    browser: Any, folder: Path, name: str, scheme: str, screen: str
) -> None:
    page, heard = opened(browser, folder / name, screen, scheme)
    assert heard == []  # neither a request nor a complaint
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen][0]
    faults = page.evaluate(
        f"(() => {{ const checks = {CHECKS.strip().rstrip(';')}; "
        "return [...checks.contrast(), ...checks.structure()]; })()"
    )
    assert faults == []


def axe() -> str:
    """axe-core as a development package carries it; of that package's Python nothing is used."""
    return (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "screen"), [("light", "ponsel"), ("dark", "layar")])
def test_axe_finds_no_violation(browser: Any, folder: Path, name: str, scheme: str, screen: str) -> None:
    page, _ = opened(browser, folder / name, screen, scheme)
    assert violations(page) == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation_in_the_view_of_one_wilayah(browser: Any, folder: Path, scheme: str) -> None:
    page, _ = opened(browser, folder / "rekap.html", scheme=scheme)
    page.select_option("#wilayah", "eks-Karesidenan Kedu")
    assert violations(page) == []


def violations(page: Any) -> list[tuple[str, str]]:
    """What axe finds on a page with everything opened: (rule, first place)."""
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    page.evaluate(axe())  # evaluated by the debugger, which the page's policy does not bind
    result = page.evaluate("axe.run()")
    assert len(result["passes"]) >= 15  # axe has really looked
    return [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]]


def test_weeks_without_news_are_marked_on_a_phone_too(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "kartu-skor" / "kab-contoh-02.html", "ponsel")
    rings = page.locator(".irama circle")
    assert rings.count() > 0 and all(ring.is_visible() for ring in rings.all())


def visible_offices(page: Any) -> list[str]:
    return [r.text_content() for r in page.query_selector_all("#peringkat tbody tr:not([hidden]) th > a:first-child")]


def test_the_ranking_is_filtered_by_words_and_by_wilayah(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "rekap.html")
    assert page.text_content("#jumlah") == "33 kantor"
    page.fill("#cari", "wanasari")
    names = visible_offices(page)
    assert names and all("Wanasari" in n for n in names)
    page.fill("#cari", "")
    page.select_option("#wilayah", "eks-Karesidenan Kedu")
    assert page.text_content("#jumlah") == f"{len(visible_offices(page))} dari 33 kantor"
    assert 0 < len(visible_offices(page)) < 33


def test_the_ranking_is_sorted_by_the_keyboard(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "rekap.html")
    button = page.locator("#peringkat th button", has_text="Kantor")
    button.focus()
    page.keyboard.press("Enter")
    names = visible_offices(page)
    assert page.locator("#peringkat th[aria-sort]").text_content().strip() == "Kantor"
    assert names == sorted(names)
    scores = page.locator("#peringkat th button", has_text="Skor")
    scores.click()
    values = [float(c.get_attribute("data-v")) for c in page.query_selector_all("#peringkat td.skor")]
    assert values == sorted(values, reverse=True)


def test_findings_are_filtered_by_outcome(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "kartu-skor" / "kab-contoh-06.html")
    chip = page.locator(".cip button[data-hasil=tidak_ada]")
    chip.click()
    want = int(re.findall(r"\d+", chip.text_content())[0])
    assert len([a for a in page.query_selector_all("article.t") if a.is_visible()]) == want
    assert page.text_content("#terlihat") == f"{want} temuan ditampilkan"


def test_a_link_to_a_finding_opens_its_proof(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "kartu-skor" / "kab-contoh-06.html")
    first = page.locator("article.t").first.get_attribute("id")
    page.goto(page.url + f"#{first}")
    assert page.evaluate("document.querySelector('article.t details').open")


def test_without_script_everything_can_be_read(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "rekap.html", script=False)
    assert len(visible_offices(page)) == 33
    assert page.locator("#tema").is_hidden()


def test_a_card_prints_with_all_its_proofs(browser: Any, folder: Path, tmp_path: Path) -> None:
    page, _ = opened(browser, folder / "kartu-skor" / "kab-contoh-06.html")
    pypdfium2 = pytest.importorskip("pypdfium2")
    target = tmp_path / "cetak.pdf"
    page.pdf(path=str(target), prefer_css_page_size=True)
    document = pypdfium2.PdfDocument(target)
    text = "".join(p.get_textpage().get_text_range() for p in document)
    document.close()
    assert "Dasar hukum" in text and "Saring" not in text and "Terang / gelap" not in text
    printed = "".join(text.split())
    titles = [one.text_content() for one in page.locator("#temuan article.t h4").all()]
    assert titles and [title for title in titles if "".join(title.split()) not in printed] == []


def card_page(browser: Any, folder: Path, number: int, screen: str = "layar") -> Any:
    return opened(browser, folder / "kartu-skor" / f"kab-contoh-{number:02d}.html", screen)[0]


def test_one_click_opens_every_proof_and_the_next_closes_them(browser: Any, folder: Path) -> None:
    page = card_page(browser, folder, 6)
    findings = page.locator("#temuan article.t")
    page.click("#buka")
    assert page.locator("#temuan details").count() > 0
    assert page.locator("#temuan details:not([open])").count() == 0
    assert all(one.is_visible() for one in findings.all())
    assert all(one.is_visible() for one in page.locator("#temuan article.t dl.b").all())
    page.click("#buka")
    assert page.locator("#temuan details[open]").count() == 0
    assert all(one.is_visible() for one in findings.all())


def test_opening_the_proofs_leaves_the_chosen_outcome_chosen(browser: Any, folder: Path) -> None:
    page = card_page(browser, folder, 6)
    page.click("[data-hasil=tidak_ada]")
    page.click("#buka")
    assert page.get_attribute("[data-hasil=tidak_ada]", "aria-pressed") == "true"
    shown = [one for one in page.query_selector_all("#temuan article.t") if one.is_visible()]
    assert shown and all("tidak_ada" in (one.get_attribute("class") or "") for one in shown)


def tops(page: Any, *selectors: str) -> list[float]:
    """Where these parts of a page begin, each of them there."""
    return [float(page.locator(selector).first.bounding_box()["y"]) for selector in selectors]


@pytest.mark.parametrize("screen", SCREENS)
def test_a_card_tells_flags_and_deadline_then_rank_and_score_then_the_steps(
    browser: Any, folder: Path, screen: str
) -> None:
    page = card_page(browser, folder, 6, screen)
    order = tops(page, "#bendera", ".tenggat", "#skor", "#langkah", "#temuan")
    assert order == sorted(order)
    assert "paling lambat 13 Desember 2026" in page.inner_text(".tenggat")
    told = page.inner_text("#skor")
    assert told.index("Peringkat") < told.index("dari 100")


def test_a_finding_that_is_fine_takes_one_line(browser: Any, folder: Path) -> None:
    page = card_page(browser, folder, 6)
    heights = [float(one.bounding_box()["height"]) for one in page.locator("#k-baik article.t").all()]
    assert heights and max(heights) < 40


@pytest.fixture(scope="module")
def poor(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with 53 open findings of the shipped indicators; its card was 21,139 px tall on 28 November 2026."""
    made, pack, site = tmp_path_factory.mktemp("miskin"), load(), office(0)
    fine = sorted(rule.id for rule in pack.rules if rule.weight > 0)[:16]
    found = [
        finding(rule, site, Outcome.COMPLETE if rule.id in fine else Outcome.MISSING, nearest=None)
        for rule in pack.rules
        if rule.check != "flag"
    ]
    write_reports(made, "2026-T4", [card_of(site, found, pack)], pack, formats=["html"])
    return made


def test_on_a_phone_a_finding_begins_with_its_title(browser: Any, poor: Path) -> None:
    page = card_page(browser, poor, 1, "ponsel")
    for one in page.locator("#temuan article.t").all()[:20]:
        line, title = (one.locator(part).bounding_box() for part in ("summary", "h4"))
        assert title["y"] - line["y"] < 12


def test_the_card_of_a_poor_site_is_a_third_as_tall_as_it_was(browser: Any, poor: Path) -> None:
    page = card_page(browser, poor, 1)
    assert page.evaluate("document.documentElement.scrollHeight") < 21_139 / 3


def test_steps_stand_whole(browser: Any, poor: Path) -> None:
    page = card_page(browser, poor, 1)
    ways = {rule.id: rule.how_to_fix for rule in load().rules}
    told = page.locator("#langkah ol.langkah > li").all()
    assert len(told) == 5
    for one in told:
        rule_id = one.locator("a").get_attribute("href").removeprefix("#")
        for step in steps(ways[rule_id]):
            assert step in " ".join(one.text_content().split())


def test_a_site_that_nobody_could_open_is_told_once_and_lists_no_question_marks(browser: Any, tmp_path: Path) -> None:
    pack = small_pack()
    blocked = blocked_card(12, pack)
    aside = next(f for f in blocked.findings if not f.weight)
    off = replace(aside, outcome=Outcome.NOT_APPLICABLE, note="")
    write_reports(
        *(tmp_path, "2026-T4", [replace(blocked, findings=tuple(off if f is aside else f for f in blocked.findings))]),
        pack,
        formats=["html"],
    )
    page = card_page(browser, tmp_path, 13)
    assert [one for one in page.locator("#temuan .t").all() if one.is_visible()] == []
    assert page.locator("#temuan .tg").count() == 0
    assert "Dihalangi pengaman situs" in page.inner_text("#skor")
    assert page.inner_text("#temuan").count("indikator)") == 1
    page.click("#temuan summary")
    assert page.locator("#temuan li").first.is_visible()


def test_a_card_sent_alone_has_no_dead_link_and_asks_for_no_command(browser: Any, folder: Path, tmp_path: Path) -> None:
    for card in sorted((folder / "kartu-skor").glob("*.html")):
        alone = tmp_path / card.name
        alone.write_bytes(card.read_bytes())
        page = LexborHTMLParser(alone.read_text(encoding="utf-8"))
        ids = {node.attributes["id"] for node in page.css("[id]")}
        for link in page.css("a"):
            href = link.attributes.get("href") or ""
            assert href.startswith(("http://", "https://")) or (href[:1] == "#" and href[1:] in ids), (card, href)
        text = page.body.text() if page.body is not None else ""
        assert not re.search(r"\bauditor (?:evidence|report|run|score|check|explain)\b", text), card
        assert not re.search(r"\.(?:xlsx|csv|warc\.gz|html)\b", text), card


def test_the_recap_leads_to_every_file_of_the_round(browser: Any, whole: Path) -> None:
    page, _ = opened(browser, whole / "rekap.html")
    links = {a.get_attribute("href") for a in page.query_selector_all("a")}
    local = {link.split("#")[0] for link in links if link and not link.startswith(("#", "http"))}
    assert [link for link in local if not (whole / link).is_file()] == []
    made = {path.relative_to(whole).as_posix() for path in whole.rglob("*") if path.is_file()}
    assert made - local == {"rekap.html", "TERBATAS-hanya-kanwil.html"}
    assert f"paket-rakor-{card_file(AREAS[1])}.pdf" in local


@pytest.mark.parametrize("screen", SCREENS)
def test_the_recap_tells_flags_and_deadline_then_ranks_then_what_to_do(browser: Any, folder: Path, screen: str) -> None:
    page, _ = opened(browser, folder / "rekap.html", screen)
    order = tops(page, "#bendera", ".tenggat", "#ringkasan", "#peringkat", "#perwilayah", "#indikator", "#kategori")
    assert order == sorted(order)
    assert "13 Desember 2026" in page.inner_text(".tenggat")


def test_each_wilayah_has_its_row(browser: Any, whole: Path) -> None:
    page, _ = opened(browser, whole / "rekap.html")
    rows = {row.locator("th").inner_text(): row for row in page.locator("#perwilayah tbody tr").all()}
    assert list(rows) == list(AREAS)
    ranked = [row for row in page.locator("#peringkat tbody tr").all() if AREAS[1] in row.inner_text()]
    assert rows[AREAS[1]].locator("td").nth(1).inner_text() == str(len(ranked))
    assert [area for area, row in rows.items() if row.locator("a").count()] == [AREAS[1]]


def test_an_indicator_opens_to_the_offices_that_lack_it(browser: Any, folder: Path) -> None:
    page, _ = opened(browser, folder / "rekap.html")
    row = page.locator("#indikator tbody tr").first
    offices = row.locator("details a")
    assert not offices.first.is_visible()
    row.locator("summary").click()
    assert offices.first.is_visible()
    assert row.locator("td").first.inner_text().startswith(f"{offices.count()} dari ")
    offices.first.click()
    rule_id = page.url.partition("#")[2]
    assert page.locator(f"[id='{rule_id}'].tidak_ada, [id='{rule_id}'].tautan_saja").count() == 1


def test_corrections_are_marked_where_ranks_and_findings_are_read(browser: Any, tmp_path: Path) -> None:
    pack = small_pack()
    card = ordinary_card(0, pack, luck=0.5)
    decided = replace(card.findings[0], decided_by="Ketua PPID", note="Ditetapkan Ketua PPID: ada di loket.")
    cards = [replace(card, findings=(decided, *card.findings[1:])), ordinary_card(1, pack)]
    write_reports(tmp_path, "2026-T4", cards, pack, formats=["html"])
    page, _ = opened(browser, tmp_path / "rekap.html")
    rows = {row.locator("a").first.inner_text(): row for row in page.locator("#peringkat tbody tr").all()}
    assert [name for name, row in rows.items() if "1 koreksi" in row.inner_text()] == [card.site.name]
    page = card_page(browser, tmp_path, 1)
    assert "1 koreksi" in page.inner_text("#skor")
    page.click("[data-hasil=koreksi]")
    shown = [one for one in page.locator("#temuan article.t").all() if one.is_visible()]
    assert [one.get_attribute("id") for one in shown] == [decided.rule_id]
    assert "koreksi" in shown[0].inner_text() and "Ketua PPID: ada di loket" in shown[0].inner_text()


def test_an_office_without_a_rank_is_told_first_what_stands_in_the_way(browser: Any, folder: Path) -> None:
    page = card_page(browser, folder, 10)
    assert page.inner_text("#h-skor") == "Belum dapat dinilai"
    first = page.locator("#langkah ol.langkah > li").first.inner_text()
    assert first.startswith("Supaya situs dapat dinilai")
