"""What repeats on a site's pages is its template; what remains is a page's own content."""

from __future__ import annotations

from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.html import parse
from auditor.read.site.template import template_of

HOST = "https://purbalingga.kemenag.go.id"


def pages(*bodies: str, wrap: str = "{}") -> list[Anatomy]:
    return [parse(wrap.format(body), f"{HOST}/{number}") for number, body in enumerate(bodies)]


def own_text(page: Anatomy, site: list[Anatomy]) -> list[str]:
    template = template_of(site)
    return [page.blocks[index].text for index in template.own(page)]


def bodies(count: int) -> list[str]:
    return [f"<h1>Halaman {n}</h1><p>Isi yang hanya ada di halaman nomor {n} ini.</p>" for n in range(count)]


def test_a_menu_made_of_bare_divs_is_known_by_its_repetition() -> None:
    site = pages(*bodies(6), wrap='<div><div><a href="/maklumat">Maklumat Pelayanan</a></div></div><div>{}</div>')
    assert own_text(site[0], site) == ["Halaman 0", "Isi yang hanya ada di halaman nomor 0 ini."]
    template = template_of(site)
    link = site[0].links[0]
    assert template.repeated(link, site[0].link_paths[0])


def test_the_same_words_in_another_place_of_the_page_are_own_content() -> None:
    wrap = '<div class="kolom"><div>Maklumat Pelayanan</div></div><article>{}</article>'
    site = pages(*bodies(5), f"<h1>Maklumat Pelayanan</h1><p>{'Kami sanggup melayani. ' * 3}</p>", wrap=wrap)
    assert own_text(site[5], site)[0] == "Maklumat Pelayanan"
    assert "Maklumat Pelayanan" not in own_text(site[0], site)


def test_a_link_named_by_its_own_page_and_by_the_menu_is_template_only_in_the_menu() -> None:
    wrap = '<div class="m"><a href="/dip">DIP</a></div><article>{}</article>'
    site = pages(*bodies(5), '<p>Lihat juga <a href="/dip">DIP</a></p>', wrap=wrap)
    template = template_of(site)
    repeated = [template.repeated(k, p) for k, p in zip(site[5].links, site[5].link_paths, strict=True)]
    assert repeated == [True, False]


def test_what_stands_on_two_pages_of_many_is_no_template() -> None:
    site = pages(
        *[body + ("<p>Jam layanan 08.00 sampai 16.00</p>" if n < 2 else "") for n, body in enumerate(bodies(20))]
    )
    assert "Jam layanan 08.00 sampai 16.00" in own_text(site[0], site)


def test_a_side_menu_of_one_part_of_the_site_is_template_too() -> None:
    menu = '<div class="kotak"><p>Daftar Informasi Berkala PPID</p></div>'
    site = pages(*[(menu if n < 6 else "") + body for n, body in enumerate(bodies(20))])
    assert "Daftar Informasi Berkala PPID" not in own_text(site[0], site)


def test_a_site_of_two_pages_has_no_template() -> None:
    site = pages("<p>Situs resmi kantor</p><p>Satu hal</p>", "<p>Situs resmi kantor</p><p>Hal lain</p>")
    assert not template_of(site).blocks


def test_an_old_layout_whose_content_stands_in_the_header_is_still_read() -> None:
    text = "Visi: Terwujudnya masyarakat Purbalingga yang taat beragama, rukun, cerdas, dan sejahtera lahir batin. " * 2
    page = parse(f'<div id="header"><div id="isi"><p>{text}</p></div></div>', HOST)
    assert {block.zone for block in page.blocks} == {Zone.HEADER}
    assert own_text(page, [page]) == [" ".join(text.split())]


def test_menus_and_footers_are_never_own_content() -> None:
    page = parse("<nav><p>Menu</p></nav><footer><p>" + "Alamat kantor di Purbalingga. " * 10 + "</p></footer>", HOST)
    assert own_text(page, [page]) == []


def test_the_sites_name_is_taken_off_the_titles() -> None:
    site = [parse(f"<title>Halaman {n} - Kemenag Purbalingga</title>", f"{HOST}/{n}") for n in range(5)]
    assert template_of(site).bare_title("Maklumat Pelayanan - Kemenag Purbalingga") == "Maklumat Pelayanan"


def test_a_title_that_is_only_the_sites_name_says_nothing() -> None:
    site = [parse("<title>Kemenag Purbalingga</title>", f"{HOST}/{n}") for n in range(5)]
    assert template_of(site).bare_title("Kemenag Purbalingga") == ""


def test_a_lone_page_keeps_the_part_of_its_title_that_does_not_name_the_ministry() -> None:
    template = template_of([parse("<title>Visi Misi | Kementerian Agama Kabupaten Tegal</title>", HOST)])
    assert template.bare_title("Visi Misi | Kementerian Agama Kabupaten Tegal") == "Visi Misi"


def test_a_hyphenated_word_is_no_separator() -> None:
    assert template_of([]).bare_title("Undang-Undang") == "Undang-Undang"


def test_a_banner_in_the_layout_of_every_page_is_no_picture_of_the_page() -> None:
    """A head made of a table stands in the main zone like the content does."""
    head = '<table><tr><td><img src="/images/header.jpg" width="980"></td></tr></table>'
    body = '{head}<div class="isi"><h1>Halaman {n}</h1><p>Isi halaman {n}.</p>{picture}</div>'
    picture = '<img src="/images/maklumat.jpg" width="900">'
    site = pages(*(body.format(head=head, n=n, picture=picture if n == 3 else "") for n in range(9)))
    repeated = template_of(site).images
    own = [i.url for i, p in zip(site[3].images, site[3].image_paths, strict=True) if (p, i.url) not in repeated]
    assert [url.rsplit("/", 1)[-1] for url in own] == ["maklumat.jpg"]


def test_a_number_on_every_page_does_not_hide_the_template() -> None:
    """WordPress writes "page-id-31" on the <body>, a menu marks its current entry."""
    frame = (
        '<body class="page page-id-{n}"><div class="top {state}">Kantor Kementerian Agama</div><p>Isi {n}</p></body>'
    )
    site = [parse(frame.format(n=n, state="active" if n < 3 else "").encode(), f"https://a.id/{n}") for n in range(9)]
    template = template_of(site)
    assert all([template.repeats(block) for block in page.blocks] == [True, False] for page in site)


def test_what_a_counter_or_a_clock_says_is_template_whatever_its_figures() -> None:
    """Each page of a crawl is another visit, at another second."""
    box = '<div class="stat">Pengunjung hari ini : {v}<br><table><tr><td>Online</td><td>{n}</td></tr></table></div>'
    site = [
        parse(f"<main><h1>Halaman {n}</h1></main>{box}".format(v=80 + n, n=n % 5).encode(), f"https://a.id/{n}")
        for n in range(9)
    ]
    template = template_of(site)
    assert [[b.text for b in page.blocks if not template.repeats(b)] for page in site] == [
        [f"Halaman {n}"] for n in range(9)
    ]
