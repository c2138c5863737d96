"""The HTML in a real browser: accessibility, filter and sort without a server, phone width, dark mode, no requests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from report_cards import province, small_pack

from auditor.config import Config
from auditor.report import write_reports

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
    pack = small_pack()
    write_reports(
        made,
        "2026-T4",
        province(pack),
        pack,
        province(pack, "2026-T3"),
        Config(institution="Kanwil Contoh"),
        formats=["html"],
    )
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
    "kartu-skor/kab-contoh-06.html",
    "kartu-skor/kab-contoh-13.html",
    "TERBATAS-hanya-kanwil.html",
    "indikator.html",
)


#: Contrast of every text on its ground, WCAG 2.1 AA: 4.5, or 3 for large text.
CONTRAST = """() => {
  const parse = c => { const m = c.match(/[\\d.]+/g).map(Number); return m.length < 4 ? [...m, 1] : m; };
  const lum = ([r, g, b]) => { const f = v => { v /= 255; return v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4; }; return .2126 * f(r) + .7152 * f(g) + .0722 * f(b); };
  const ground = e => { for (; e; e = e.parentElement) { const c = parse(getComputedStyle(e).backgroundColor); if (c[3] > .99) return c; } return [255, 255, 255, 1]; };
  const poor = new Set();
  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walk.nextNode()) {
    const e = walk.currentNode.parentElement;
    if (!walk.currentNode.data.trim() || !e.getClientRects().length || e.closest('svg,script,style,.lewati')) continue;
    const s = getComputedStyle(e), a = lum(parse(s.color)), b = lum(ground(e)), big = parseFloat(s.fontSize) >= 24 || (parseFloat(s.fontSize) >= 18.6 && s.fontWeight >= 700);
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < (big ? 3 : 4.5)) poor.add(ratio.toFixed(2) + ' ' + e.tagName + '.' + e.className + ' ' + walk.currentNode.data.trim().slice(0, 30));
  }
  return [...poor];
}"""

#: The rules of axe that apply to such pages: names, headings, landmarks, tables, ids, labels, focusable scroll areas.
STRUCTURE = """() => {
  const bad = [], all = s => [...document.querySelectorAll(s)], shown = e => e.getClientRects().length > 0;
  const name = e => (e.getAttribute('aria-label') || (e.getAttribute('aria-labelledby') || '').split(' ').map(i => i && document.getElementById(i) ? document.getElementById(i).textContent : '').join(' ') || e.textContent || '').trim();
  if (document.documentElement.lang !== 'id') bad.push('lang');
  if (!document.title.trim()) bad.push('title');
  if (all('main').length !== 1 || all('h1').length !== 1) bad.push('main/h1');
  let last = 0; all('h1,h2,h3,h4').filter(shown).forEach(h => { const n = +h.tagName[1]; if (n > last + 1) bad.push('heading jump: ' + h.textContent); last = n; });
  const ids = all('[id]').map(e => e.id); ids.filter((v, i) => ids.indexOf(v) !== i).forEach(v => bad.push('duplicate id ' + v));
  all('a[href],button').filter(shown).forEach(e => { if (!name(e)) bad.push('nameless ' + e.outerHTML.slice(0, 60)); });
  all('a[href^="#"]').forEach(e => { if (!document.getElementById(decodeURIComponent(e.getAttribute('href').slice(1)))) bad.push('dead anchor ' + e.getAttribute('href')); });
  all('input,select').forEach(e => { if (!e.labels.length) bad.push('label ' + e.id); });
  all('section,[role=region],nav').forEach(e => { if (!e.hasAttribute('aria-label') && !e.hasAttribute('aria-labelledby')) bad.push('region ' + e.className); });
  all('[aria-labelledby]').forEach(e => e.getAttribute('aria-labelledby').split(' ').forEach(i => { if (!document.getElementById(i)) bad.push('labelledby ' + i); }));
  all('table').forEach(t => { if (!t.querySelector('th[scope]')) bad.push('table without th'); });
  all('th').forEach(e => { if (!e.getAttribute('scope')) bad.push('th scope'); if (!e.textContent.trim()) bad.push('empty th'); });
  all('svg').forEach(e => { if (e.getAttribute('aria-hidden') !== 'true' && !e.getAttribute('aria-label')) bad.push('svg ' + e.getAttribute('class')); });
  all('dl').forEach(e => [...e.children].forEach(c => { if (!['DT', 'DD', 'DIV'].includes(c.tagName)) bad.push('dl child'); }));
  all('ul,ol').forEach(e => [...e.children].forEach(c => { if (c.tagName !== 'LI') bad.push('list child'); }));
  all('*').filter(e => shown(e) && e.scrollWidth > e.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(e).overflowX)).forEach(e => { if (e.tabIndex < 0 && !e.querySelector('a,button')) bad.push('scroll area without focus'); });
  all('[aria-hidden=true]').forEach(e => { if (e.querySelector('a,button,input')) bad.push('hidden focusable'); });
  return bad;
}"""


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize(("scheme", "screen"), [("light", "layar"), ("dark", "ponsel")])
def test_a_page_is_readable_well_built_and_alone(
    browser: Any, folder: Path, name: str, scheme: str, screen: str
) -> None:
    page, heard = opened(browser, folder / name, screen, scheme)
    assert heard == []  # neither a request nor a complaint
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert page.evaluate("document.documentElement.scrollWidth") <= SCREENS[screen][0]
    assert page.evaluate(CONTRAST) == []
    assert page.evaluate(STRUCTURE) == []


def axe() -> Path | None:
    """axe-core where npm has put it on this machine; it is no dependency of ours."""
    places = (
        Path.home() / "node_modules",
        Path("/usr/share/nodejs"),
        Path("/usr/lib/node_modules"),
        Path("/tmp/axe/node_modules"),
    )
    return next((p / "axe-core" / "axe.min.js" for p in places if (p / "axe-core" / "axe.min.js").exists()), None)


@pytest.mark.skipif(
    axe() is None, reason="axe-core tidak terpasang (npm install axe-core); aturan sendiri di atas tetap diuji"
)
@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_no_violation(browser: Any, folder: Path, name: str, scheme: str) -> None:
    page, _ = opened(browser, folder / name, scheme=scheme)
    page.evaluate("document.querySelectorAll('details').forEach(d => d.open = true)")
    found = axe()
    assert found is not None
    page.evaluate(found.read_text(encoding="utf-8"))  # evaluated by the debugger, which the page's policy does not bind
    result = page.evaluate("axe.run()")
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in result["violations"]] == []


def visible_offices(page: Any) -> list[str]:
    return [r.text_content() for r in page.query_selector_all("#peringkat tbody tr:not([hidden]) th a")]


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
