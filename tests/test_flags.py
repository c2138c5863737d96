import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.observations import Flag, Link, Owner, Page, PageKind, Zone
from auditor.read.site.flags import privacy_flags, spam_flags

URL = "https://purbalingga.kemenag.go.id/"
MAN = "3303010101700001"  # made up: region 3303, 1 January 1970
WOMAN = "3303014101700002"


def spam(
    body: str,
    *,
    title: str = "",
    text: str = "",
    kind: PageKind = PageKind.HOME,
    links: tuple[tuple[str, str], ...] = (),
) -> tuple[Flag, ...]:
    made = tuple(Link(url, label, Zone.MAIN) for url, label in links)
    page = Page(URL, (), kind, title, "", text, len(text.split()), links=made, owner=Owner.OWN, record_id="r")
    return spam_flags(body.encode(), page)


@pytest.mark.parametrize(
    ("text", "kind", "strength"),
    [
        (f"NIK: {MAN}", "nik", 1.0),
        (f"Nama | NIK | Alamat\nFulan | {WOMAN} | Desa", "nik", 1.0),
        (f"No. KK {MAN}", "kk", 1.0),
        ("NIK 3303 0101 0170 0001", "nik", 1.0),
        (f"daftar {MAN}", "nik", 0.7),
        ("Nomor Rekening\nA 7123456781\nB 7123456782\nC 7123456783", "rekening", 0.8),
        ("No. Rekening 7123456781 a.n. Fulan bin Fulan", "rekening", 0.6),
    ],
)
def test_exposed_numbers(text: str, kind: str, strength: float) -> None:
    (flag,) = privacy_flags(text, URL, "r")
    assert (flag.kind, flag.strength, flag.url, flag.record_id) == (kind, strength, URL, "r")


def test_a_quote_is_masked_and_names_nobody() -> None:
    (flag,) = privacy_flags(f"Fulan NIK {MAN}\nFulanah NIK {WOMAN}", URL, "")
    assert flag.quote == "NIK 3303*** dan 1 nomor lain"


@pytest.mark.parametrize(
    "text",
    [
        "NIP 197001011990031001",
        "NIP 19700101 199003 1 001",
        "NUPTK 3303010101700001",
        "NIK 9999010101700001",
        "NIK 3303014501700000",
        "NIK 3303013213700001",
        "NIK: 3303************",
        "ISBN 978-602-1234-56-7",
        "Nomor B-3303/Kk.11.03/2026",
        "HP 081226067780",
        "No. Rekening 7123456781 a.n. BAZNAS Kabupaten",
        "Nomor Rekening Bendahara Penerimaan 7123456781",
        "Kode satker 330301010170000123",
        "",
    ],
)
def test_these_numbers_expose_nobody(text: str) -> None:
    assert privacy_flags(text, URL, "") == ()


@pytest.mark.parametrize(
    ("body", "hidden"),
    [
        ("<title>SLOT GACOR Maxwin Hari Ini</title>", False),
        ("<title>TOGEL LOGIN</title>", False),
        ('<meta name="description" content="Situs slot terpercaya bonus new member"><title>Kemenag</title>', False),
        ('<div style="display:none"><a href="https://x.example/">slot gacor</a></div>', True),
        ('<div style="position:absolute; left:-9999px"><a href="https://x.example/">bandar togel</a></div>', True),
        ('<p style="font-size: 0px"><a href="https://x.example/">judi online</a><a href="#">togel</a></p>', True),
        ('<div style="height:0;overflow:hidden"><a href="https://x.example/slot-gacor/">klik</a></div>', True),
    ],
)
def test_gambling_spam(body: str, hidden: bool) -> None:
    (flag,) = spam(body)
    assert (flag.kind, flag.hidden) == ("judi", hidden)
    assert len(flag.quote) <= 160


def test_visible_links_to_gambling_sites() -> None:
    (flag,) = spam("<p>slot</p>", links=(("https://x.example/", "Slot Gacor Maxwin"),))
    assert flag.kind == "judi"


def test_spam_pages_on_the_own_host() -> None:
    links = tuple((f"{URL}slot-gacor-{n}/", f"Slot Gacor {n}") for n in range(3))
    assert spam("<p>slot</p>", links=links)
    assert not spam("<p>slot</p>", links=links[:1])


@pytest.mark.parametrize(
    ("body", "title", "text", "kind"),
    [
        ("<title>Kemenag Ajak ASN Lawan Judi Online</title>", "", "judi online merusak", PageKind.NEWS_ARTICLE),
        ("<title>Bahaya Judi Online dan Slot Gacor bagi Remaja</title>", "", "", PageKind.NEWS_ARTICLE),
        ("<title>Marak Situs Slot di Kalangan Siswa</title>", "", "ingatkan bahaya judi", PageKind.NEWS_ARTICLE),
        ("<title>Khutbah Jumat: Judi</title>", "", "judi itu haram " * 30, PageKind.STATIC),
        ("<title>Kemenag</title><p>Jadwal slot waktu layanan, slot antrean</p>", "", "slot antrean", PageKind.HOME),
        ('<div style="display:none"><a href="/profil">Profil</a> slot antrean</div>', "", "", PageKind.HOME),
        ('<p style="opacity:0.8"><a href="https://x.example/">slot gacor</a></p>', "", "", PageKind.HOME),
        ("<title>Artikel</title>", "", "Situs lain diretas, bertuliskan hacked by X. " * 40, PageKind.NEWS_ARTICLE),
        ("<title>Kemenag</title>", "", "", PageKind.HOME),
    ],
)  # fmt: skip
def test_these_are_no_spam(body: str, title: str, text: str, kind: PageKind) -> None:
    assert spam(body, title=title, text=text, kind=kind) == ()


def test_links_to_own_news_against_gambling_are_no_spam() -> None:
    links = tuple((f"{URL}berita/{n}", f"Penyuluh Ingatkan Bahaya Slot Gacor {n}") for n in range(5))
    assert spam("<p>slot</p>", links=links) == ()


@pytest.mark.parametrize("body", ["<title>Hacked By Team X</title>", "<title>oops</title><h1>Defaced by Y</h1>"])
def test_defacement(body: str) -> None:
    (flag,) = spam(body, text="Defaced by Y")
    assert flag.kind == "retas"


def test_a_flooded_page() -> None:
    text = "slot gacor maxwin bandar togel situs slot live casino " * 10
    assert spam(f"<p>{text}</p>", text=text)[0].kind == "judi"


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    privacy_flags(text + "NIK rekening", URL, "")
    spam("slot" + text, text=text)
