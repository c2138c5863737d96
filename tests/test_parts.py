"""The parts of a template, read once for all pages of a site: each page reads as it would alone."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.observations import Zone
from auditor.read.page.html import parse
from auditor.read.page.parts import Parts
from auditor.readings import Readings

HOST = "https://contoh.kemenag.go.id"
MENU = (
    '<nav><ul><li><a href="#">Profil</a><ul><li><a href="/sejarah">Sejarah</a></li><li><a href="visi">Visi</a></li>'
    '</ul></li><li id="m-2"><a href="/berita">Berita</a></li></ul></nav>'
)

NAMES = ["div", "p", "ul", "li", "b", "h2", "article", "section", "table", "tr", "td", "form", "label", "span", "main"]
NAMES += ["nav", "header", "footer", "aside", "button"]

texts = st.sampled_from(["Profil", "Berita", "Unduh", "Jalan Merdeka 7", "V I S I", " ", "2025", "Tab"])
hrefs = st.sampled_from(["/a", "b.html", "?c=1", "#", "#isi", "", "https://lain.go.id/d", "javascript:void(0)", "../e"])
classes = st.sampled_from(["", "menu-item", "active", "sub-menu", "tab-pane", "dropdown", "tile", "x-7", "card"])
identities = st.sampled_from(["", "isi", "satu", "dua", "root"])


def element(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Elements around others, as templates and contents are built of."""
    names = st.sampled_from(NAMES)
    return st.builds(
        lambda name, of, identity, parts: f'<{name} class="{of}" id="{identity}">{"".join(parts)}</{name}>',
        names, classes, identities, st.lists(inner, max_size=4),
    )  # fmt: skip


leaves = st.one_of(
    texts,
    st.builds(lambda href, text, of: f'<a href="{href}" class="{of}">{text}</a>', hrefs, texts, classes),
    st.builds(lambda target, text: f'<button data-bs-target="#{target}">{text}</button>', identities, texts),
    st.builds(lambda text: f"<h3>{text}</h3>", texts),
    st.sampled_from(
        [
            "<br>",
            '<img src="logo.png" alt="Logo">',
            '<input type="text" name="q">',
            '<label for="isi">Nama</label><input id="isi">',
            '<iframe src="/peta"></iframe>',
            '<form action="/cari"><input placeholder="Cari"><button>Cari</button></form>',
            "<table><tr><th>No</th><th>Nama</th></tr><tr><td>1</td><td>Ani</td></tr></table>",
            "<noscript>Aktifkan JavaScript</noscript>",
            '<a href="#"><img src="/x.jpg" alt="Pejabat"></a>',
        ]
    ),
)
fragments = st.recursive(leaves, element, max_leaves=12)


@st.composite
def sites(draw: st.DrawFn) -> list[tuple[str, str]]:
    """Pages of one site: a few headers, contents and footers, put together in several ways."""
    tops, contents, ends = (draw(st.lists(fragments, min_size=1, max_size=2)) for _ in range(3))
    wrapper = draw(
        st.sampled_from([("", ""), ("<div>", "</div>"), ("<div>a<br>", "</div>"), ("<ul><li>", "</li></ul>")])
    )
    pages = []
    for _ in range(draw(st.integers(2, 4))):
        top, content, end = (draw(st.sampled_from(some)) for some in (tops, contents, ends))
        path = draw(st.sampled_from(["/", "/a/b", "/a/c?x=1", "/d/"]))
        body = f"<header>{top}</header><main>{content}</main><nav>{top}</nav><footer>{end}</footer>"
        pages.append((f"<body>{wrapper[0]}{body}{wrapper[1]}</body>", HOST + path))
    return pages


FRAMED = (
    '<body><div><header><div><div><a href="/a">Profil</a></div><iframe src="/peta"></iframe></div></header>'
    '<main><nav><a href="#">Profil</a></nav></main><nav><div><a href="/a">Profil</a></div></nav></div></body>'
)


@settings(max_examples=300, deadline=None)
@given(sites())
@example([(FRAMED, HOST)])
def test_a_page_reads_as_it_would_alone_whatever_was_read_of_its_site_before(pages: list[tuple[str, str]]) -> None:
    parts = Parts()
    for body, url in pages:
        assert parse(body, url, parts) == parse(body, url)


def page(content: str, top: str = MENU, end: str = "<p>Jalan Merdeka</p>") -> str:
    return f"<body><header>{top}</header><main>{content}</main><footer>{end}</footer></body>"


def test_a_menu_is_read_once_for_all_pages_that_have_it() -> None:
    parts = Parts()
    one = parse(page("<h1>Satu</h1>"), f"{HOST}/satu", parts)
    other = parse(page("<h1>Dua</h1><p>Kata</p>"), f"{HOST}/dua", parts)
    shared = [link for link in other.links if link.zone is not Zone.MAIN]
    assert len(shared) == 4 and all(link is known for link, known in zip(shared, one.links, strict=True))


def test_a_relative_address_of_a_menu_leads_where_it_does_on_each_page() -> None:
    parts = Parts()
    found = [parse(page("Kata"), HOST + path, parts).links[2].url for path in ("/a/satu", "/b/dua", "/a/tiga")]
    assert found == [f"{HOST}/a/visi", f"{HOST}/b/visi", f"{HOST}/a/visi"]


def test_what_a_fragment_of_a_menu_points_at_is_asked_of_each_page() -> None:
    parts = Parts()
    top = '<a href="#isi">Lompat ke isi</a>'
    found = [parse(page(content, top), HOST, parts).links[0].anchor for content in ("Kata", '<p id="isi">Kata</p>')]
    assert found == [False, True]


def test_a_picture_of_the_footer_stands_under_the_last_heading_of_each_page() -> None:
    parts = Parts()
    end = '<img src="/logo.png" alt="Logo"><h4>Kontak</h4><img src="/peta.png" alt="Peta">'
    found = [parse(page(f"<h2>{name}</h2>", end=end), HOST, parts).images for name in ("Satu", "Dua")]
    assert [[image.context for image in images] for images in found] == [["Satu", "Kontak"], ["Dua", "Kontak"]]


def test_a_header_around_a_whole_page_is_no_part() -> None:
    parts = Parts()
    body = f'<div class="header">{MENU}<main><h1>Judul</h1><p>Isi</p></main></div>'
    assert [parse(body, HOST, parts) for _ in range(2)] == [parse(body, HOST)] * 2


def test_a_site_that_changes_its_parts_on_every_page_takes_no_more_room() -> None:
    parts = Parts()
    for number in range(200):
        parse(page("Isi", end="".join(f"<p>{number}-{n}</p>" for n in range(100))), HOST, parts)
    assert sum(part.size for _, part in parts._kept) <= 4_000


def test_nested_headers_are_not_tried_one_by_one() -> None:
    """Each would be written out and read up to what it holds of the content: the square of their number."""
    parts = Parts()
    body = '<header class="a"><main>' * 600 + "Isi" + "</main></header>" * 600
    assert parse(body, HOST, parts) == parse(body, HOST)


def test_pages_of_a_site_share_their_parts() -> None:
    readings = Readings()
    one, other = (readings.read(page(name).encode(), f"{HOST}/{name}") for name in ("satu", "dua"))
    assert one.links[0] is other.links[0] and one.blocks[0] is other.blocks[0]
