"""Two parsers, one page: lexbor, which reads every page, and BeautifulSoup see the same links and the same text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from bs4 import BeautifulSoup, NavigableString, Tag

from auditor.demo.office import offices
from auditor.demo.personas import persona
from auditor.demo.site import SiteBuilder
from auditor.model import OfficeKind
from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.charset import decode
from auditor.read.page.html import parse
from auditor.read.page.links import MAX_LABEL, onclick
from auditor.read.page.zones import concealed, zone_of
from auditor.resources import shipped
from auditor.rules.loader import load

TODAY = datetime(2026, 11, 22, 5, tzinfo=UTC)
URL = "https://purbalingga.kemenag.go.id/a/"
_UNSEEN = ["head", "title", "script", "style", "template", "noscript", "select", "datalist", "svg", "math", "canvas"]
_UNSEEN += ["audio", "iframe"]
_SPACE = re.compile(r"\s+")


def soup_of(html: str, parser: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, parser)
    for tag in soup.find_all(_UNSEEN):
        tag.decompose()
    for tag in soup.find_all(True):
        if not tag.decomposed and concealed(tag.name, attributes_of(tag), zone_around(tag), tag_before(tag)):
            tag.decompose()
    return soup


def zone_around(tag: Tag) -> Zone:
    zone = Zone.MAIN
    for outer in reversed([parent for parent in tag.parents if parent.name != "[document]"]):
        zone = zone_of(outer.name, attributes_of(outer), zone)
    return zone


def tag_before(tag: Tag) -> str | None:
    before = tag.find_previous_sibling()
    return before.name if isinstance(before, Tag) else None


def attributes_of(tag: Tag) -> dict[str, str | None]:
    return {key: " ".join(value) if isinstance(value, list) else value for key, value in tag.attrs.items()}


def text_of(tag: Tag) -> str:
    """The visible characters, white space left out: where it falls is a matter of style sheets."""
    return _SPACE.sub("", "".join(str(s) for s in tag.descendants if type(s) is NavigableString))


def links_by_soup(root: Tag) -> list[tuple[str, str]]:
    found = []
    for tag in root.find_all(["a", "area"]):
        attributes = attributes_of(tag)
        raw = (attributes.get("href") or "").strip()
        if (not raw or raw.startswith(("#", "javascript:"))) and onclick(attributes):
            continue
        text = " ".join(tag.get_text(" ").split())
        heading = tag.find(["h1", "h2", "h3", "h4", "h5", "h6"])
        picture = tag.find("img", alt=True)
        label = text_of(heading) if heading and len(text) > 80 else text_of(tag)
        label = label or attributes.get("title") or attributes.get("aria-label") or (picture and picture["alt"]) or ""
        if "href" not in attributes and (not label or attributes.get("name") or attributes.get("id")):
            continue
        found.append((raw, _SPACE.sub("", str(label))[:200]))
    return found


def links_by_lexbor(page: Anatomy) -> list[tuple[str, str]]:
    return [(link.raw, _SPACE.sub("", link.label)[:200]) for link in page.links if link.tag in ("a", "area")]


def disagreement(html: str, parser: str = "lxml") -> str:
    """What the two parsers see differently, "" when they agree."""
    page, root = parse(html, URL), soup_of(html, parser)
    ours, theirs = links_by_lexbor(page), links_by_soup(root)
    scripted = {raw for raw, _ in ours} - {raw for raw, _ in theirs} if "onclick" in html else set()
    ours = [pair for pair in ours if pair[0] not in scripted]
    if ours != theirs:
        return f"links: only lexbor {set(ours) - set(theirs)}, only soup {set(theirs) - set(ours)}"
    if re.search(r"aria-controls|data-(?:bs-)?target", html) or 'href="#' in html:
        own, other = set(words(page.text)), set(words(root.get_text(" ")))
        return f"words: {own ^ other}" if own ^ other else ""
    own_text, other_text = _SPACE.sub("", page.text), text_of(root)
    if own_text == other_text:
        return ""
    at = next(
        (i for i, (a, b) in enumerate(zip(own_text, other_text, strict=False)) if a != b),
        min(len(own_text), len(other_text)),
    )
    return f"text at {at}: lexbor {own_text[at : at + 60]!r}, soup {other_text[at : at + 60]!r}"


def words(text: str) -> list[str]:
    return re.findall(r"\w{3,}", text)


# --- the sample province: four content management systems, one of them a single-page application


def demo_pages() -> Iterator[tuple[str, str]]:
    others = tuple(office for office in offices() if office.kind != OfficeKind.KANWIL)
    seen: set[str] = set()
    for office in offices():
        character = persona(office.persona)
        if office.persona in seen or character.special:
            continue
        seen.add(office.persona)
        base = f"https://{office.id}.contoh.test"
        ppid = "https://ppid.contoh.test" if character.ppid_host else ""
        builder = SiteBuilder(office, character, TODAY, base, ppid, others)
        for side, routes in zip(("", "ppid"), builder.build(), strict=True):
            for path, reply in sorted(routes.items())[::3]:  # every third: articles are alike
                if reply.content_type.startswith("text/html") and reply.body:
                    yield f"{office.persona} {side}{path}", decode(reply.body)


def test_the_parsers_agree_on_every_page_of_the_sample_province() -> None:
    different = {}
    count = 0
    for name, html in demo_pages():
        count += 1
        if found := disagreement(html):
            different[name] = found
    assert count >= 150, "the province is really there"
    assert not different, "\n".join(f"{name}: {what}" for name, what in list(different.items())[:10])


# --- the rules' own examples, fragments of all sorts of systems


def example_pages() -> Iterator[tuple[str, str]]:
    for rule in load(shipped("rules") / "kip").rules:
        for example in rule.example:
            for page in (*([example.html] if example.html else []), *(page.html for page in example.page)):
                yield f"{rule.id}: {example.name}", page


def test_the_parsers_agree_on_every_example_of_every_rule() -> None:
    pages = list(example_pages())
    different = [f"{name}: {found}" for name, html in pages if (found := disagreement(html, "html.parser"))]
    assert len(pages) >= 400
    assert not different, f"{len(different)} of {len(pages)}\n" + "\n".join(different[:10])


# --- written by hand, as careless as the web


HOSTILE = {
    "paragraphs never closed": "<p>Satu<p>Dua <a href=/a>Maklumat</a><p>Tiga",
    "list items never closed": "<ul><li>Satu <a href='/a'>Unduh</a><li>Dua<ul><li>Tiga</ul><li>Empat</ul>",
    "table cells never closed": "<table><tr><td>Satu<td><a href=/x>Dua</a><tr><td>Tiga<td>Empat</table>",
    "capital tags and attributes": "<P>Visi <A HREF='/VISI' TITLE=x>Misi</A></P><H1>PPID</H1>",
    "attributes without quotes": "<a href=/ppid/dip?id=1&x=2 class=btn>DIP</a>",
    "twice the same attribute": "<a href='/satu' href='/dua'>Satu</a>",
    "entities": "<p>Jum&rsquo;at &amp; Sabtu &lt;b&gt; &#8220;Nihil&#8221; &nbsp;&eacute; A&AMP;B</p>"
    "<a href='/a?b=1&amp;c=2'>x y</a>",
    "entities without a semicolon": "<p>Seksi A &amp B &copy 2026</p>",
    "a comment around a menu": "<nav><a href='/'>Beranda</a><!-- <a href='/dip'>DIP</a> --></nav><p>x</p>",
    "a comment with dashes inside": "<p>a</p><!-- - - -- <a href='/x'>x</a> --><p>b</p>",
    "a conditional comment": "<!--[if lt IE 9]><p>Perbarui peramban</p><![endif]--><p>Isi</p>",
    "script with markup inside": "<script>var a = '<a href=\"/x\">x</a>';</script><p>Isi</p>",
    "style with markup inside": "<style>a::after{content:'<b>x</b>'}</style><p>Isi</p>",
    "nested inline elements": "<p><b><i><a href='/a'><span>Peraturan</span> <em>Menteri</em></a></i></b></p>",
    "line breaks of every kind": "<p>Satu<br>Dua<br/>Tiga<br />Empat</p>",
    "zero-width and hard spaces": "<p>Info\u200brmasi\u00a0Publik\u2003Berkala</p>",
    "an unknown element": "<ppid-menu><x-item>Isi <a href='/a'>DIP</a></x-item></ppid-menu>",
    "a picture as a link": "<a href='/s'><img src='s.png' alt='Struktur'></a><a href='/t' title='Tugas'></a>",
    "links without a target": "<a href=''>Kosong</a><a href='#'>Pagar</a><a href='javascript:;'>x</a><a>Tanpa</a>",
    "an image map": "<map><area href='/peta' alt='x' title='Peta'></map><p>Isi</p>",
    "hidden boxes": "<div style='display:none'>judi <a href='/slot'>slot</a></div><p>Isi</p><p hidden>x</p>",
    "a collapsed box": "<div class='collapse' style='display:none'><a href='/a'>Berkala</a></div>",
    "a select and a data list": "<select><option>Pilih</select><datalist><option>A</datalist><p>Isi</p>",
    "stray closing tags": "</div></p><p>Isi</span></p></body></html>",
    "text after the end": "<html><body><p>Isi</p></body></html> sisa <a href='/a'>DIP</a>",
    "preformatted text": "<pre>\nbaris 1\n  baris 2</pre>",
    "definition lists": "<dl><dt>Visi<dd>Umat rukun<dt>Misi<dd>Melayani</dl>",
    "a button and a label": "<label>Nama <input></label><button type=button>Kirim</button>",
    "a text area": "<textarea>Isi <b>bukan</b> tebal</textarea>",
    "an iframe with words for old browsers": "<iframe src='/a.pdf'>Peramban Anda terlalu tua</iframe><p>Isi</p>",
    "a template element": "<template><a href='/x'>x</a></template><p>Isi</p>",
    "half a tag at the end": "<p>Isi</p><a href='/x",
    "a lonely less-than sign": "<p>nilai < 5 dan > 3</p>",
    "windows line ends": "<p>Satu\r\nDua</p>\r\n<a\r\nhref='/a'\r\n>DIP</a>",
    "very many nested boxes": "<div>" * 300 + "<a href='/a'>DIP</a>" + "</div>" * 300,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_parsers_agree_on_careless_markup(name: str) -> None:
    assert disagreement(HOSTILE[name], "html.parser") == "" or disagreement(HOSTILE[name], "lxml") == ""


@pytest.mark.parametrize(
    ("html", "word"),
    [
        ("<p>Visi</p><p>Misi</p>", "text"),
        ("<p>Visi <a href='/a'>Misi</a></p>", "links"),
    ],
)
def test_the_comparison_would_notice(html: str, word: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A comparison that compares nothing would also pass."""
    shown = html.replace("<p>Misi</p>", "").replace("'/a'", "'/b'")
    monkeypatch.setitem(globals(), "parse", lambda text, url, read=parse: read(shown, url))
    assert disagreement(html, "html.parser").startswith(word)


def test_labels_are_cut_where_the_reader_says() -> None:
    assert MAX_LABEL >= 200, "the comparison looks at the first 200 characters"
