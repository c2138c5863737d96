import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.model import OfficeKind, Site
from auditor.observations import Address, Facts, Frame, Link, Page, PageKind, Zone
from auditor.read.contact.contacts import read_facts

SITE = Site(
    "p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "https://purbalingga.kemenag.go.id", "Jawa Tengah"
)
KOTA = Site("m", "Kankemenag Kota Magelang", OfficeKind.KOTA, "", "Jawa Tengah")
HOME = "https://purbalingga.kemenag.go.id/"


def facts(
    footer: str = "",
    *,
    text: str = "",
    links: tuple[str, ...] = (),
    frames: tuple[str, ...] = (),
    kind: PageKind = PageKind.HOME,
    site: Site = SITE,
) -> Facts:
    made = tuple(Link(url if "://" in url else "", "tautan", Zone.FOOTER, raw=url, template=True) for url in links)
    page = Page(
        HOME, (), kind, "", "", text, 0, links=made, frames=tuple(Frame(url) for url in frames), template_text=footer
    )
    return read_facts((page,), site)


def address(footer: str, site: Site = SITE) -> Address:
    (found,) = facts(footer, site=site).addresses
    return found


def test_an_own_address_has_street_place_and_postcode() -> None:
    found = address("Jl. Letnan Sudani No. 1 Purbalingga 53312 Telp. (0281) 893111")
    assert (found.street, found.own_place, found.other_place, found.postcode, found.sample) == (
        True,
        True,
        "",
        "53312",
        False,
    )
    assert "Telp" not in found.quote


def test_an_address_over_several_lines() -> None:
    found = address("Alamat Kantor\nJalan Letnan Sudani 1\nKabupaten Purbalingga 53312\nEmail: a@b.id")
    assert (found.own_place, found.postcode) == (True, "53312")


def test_an_address_below_the_own_offices_name_is_own() -> None:
    assert address("Kantor Kementerian Agama Kabupaten Purbalingga\nJl. Letnan Sudani No. 1").own_place


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("Jl. Gerilya Barat 2 Banyumas 53111", "Banyumas"),
        ("Jl. Lapangan Banteng Barat No. 3-4 Jakarta Pusat 10710", "Kementerian Agama pusat"),
        ("Jl. Sisingamangaraja No. 5 Semarang", "Semarang"),
    ],
)
def test_an_address_of_others_is_told_apart(text: str, other: str) -> None:
    found = address(text)
    assert (found.own_place, found.other_place) == (False, other)


def test_a_street_named_after_the_own_place_is_not_the_place() -> None:
    found = address("Jl. Magelang No. 5, Kabupaten Sleman 55511", KOTA)
    assert (found.own_place, found.other_place) == (False, "Kabupaten Sleman")


def test_an_office_in_the_kota_of_its_name_is_at_home() -> None:
    site = Site("x", "Kankemenag Kabupaten Magelang", OfficeKind.KABUPATEN, "", "Jawa Tengah")
    assert address("Jl. Soekarno Hatta 1 Kota Magelang 56123", site).own_place


@pytest.mark.parametrize(
    "text",
    ["Jl. Contoh No. 123", "[Alamat Lengkap]", "Alamat: [Alamat Lengkap], Indonesia", "A108 Adam Street, New York"],
)
def test_a_sample_address_is_marked(text: str) -> None:
    assert address(text).sample


@pytest.mark.parametrize(
    "text", ["Jalan Sehat Kerukunan diikuti ribuan peserta", "cari jalan keluar", "Jalan kaki bersama"]
)
def test_walking_is_no_street(text: str) -> None:
    assert not facts(text).addresses


@pytest.mark.parametrize(
    ("text", "value", "sample"),
    [
        ("Telp. (0281) 891445", "0281891445", False),
        ("Telepon 0281-891 445", "0281891445", False),
        ("+62 281 891445", "0281891445", False),
        ("Hubungi 0811-2606-778", "08112606778", False),
        ("+62 (0)811 2606 778", "08112606778", False),
        ("Telp (0351) 1234567", "03511234567", True),
        ("0812-3456-7890", "081234567890", True),
        ("0800 000 0000", "08000000000", True),
    ],
)
def test_phone_numbers(text: str, value: str, sample: bool) -> None:
    (found,) = facts(text).phones
    assert (found.value, found.sample) == (value, sample)


@pytest.mark.parametrize(
    "text",
    ["08.00 - 16.00", "08.00-16.00 WIB", "NIP 197001011990031001", "09-11-2026", "Nomor 0123/Kk.11.03/2026",
     "Fax. (0281) 891447", "0012-01-000123-30-1", "Rp 0", "kode 53312"],
)  # fmt: skip
def test_these_are_no_phone_numbers(text: str) -> None:
    assert not facts(text).phones


def test_whatsapp_by_word_and_by_link() -> None:
    found = facts(
        "WA Layanan 0811-2606-778",
        links=("https://wa.me/6281227778888?text=Halo", "https://api.whatsapp.com/send?text=bagikan"),
    )
    assert [item.value for item in found.whatsapp] == ["081227778888", "08112606778"]


@pytest.mark.parametrize(
    ("text", "value", "sample"),
    [
        ("Email: purbalingga@kemenag.go.id", "purbalingga@kemenag.go.id", False),
        ("kabpurbalingga [at] kemenag.go.id", "kabpurbalingga@kemenag.go.id", False),
        ("kemenag.pbg (at) gmail [dot] com", "kemenag.pbg@gmail.com", False),
        ("info@example.com", "info@example.com", True),
        ("example@gmail.com", "example@gmail.com", True),
        ("nama@domain.com", "nama@domain.com", True),
    ],
)
def test_email_addresses(text: str, value: str, sample: bool) -> None:
    (found,) = facts(text).emails
    assert (found.value, found.sample) == (value, sample)


@pytest.mark.parametrize("text", ["humas@kemenag.go.id", "kabbanyumas@kemenag.go.id"])
def test_mailboxes_of_others_are_left_out(text: str) -> None:
    assert not facts(text).emails


def test_email_in_links() -> None:
    found = facts(links=("mailto:tu.pbg@kemenag.go.id?subject=x", "mailto:"))
    assert [item.value for item in found.emails] == ["tu.pbg@kemenag.go.id"]


@pytest.mark.parametrize(
    "text",
    [
        "Senin - Jumat 08.00 - 16.00 WIB",
        "Senin s.d. Kamis: 07.30 - 16.00",
        "08.00 - 16.00\nSenin - Jum'at",
        "Jam layanan: hari kerja pukul 08.00 s.d. 15.30",
        "Senin : 07.30 - 16.00\nSelasa : 07.30 - 16.00\nRabu : 07.30 - 16.00",
    ],
)
def test_office_hours(text: str) -> None:
    assert [item for item in facts(text).hours if not item.sample]


@pytest.mark.parametrize(
    "text",
    [
        "Subuh 04.05 - 05.20\nSenin - Minggu",
        "Senin-Rabu, 23-25 November 2026 pukul 08.00 - 15.00",
        "Senin, 23 November 2026, 08.00 - 10.00 Rapat dinas",
        "Jadwal Sholat Senin - Minggu\n12.00 - 13.00",
        "Senin - Jumat",
    ],
)
def test_these_are_no_office_hours(text: str) -> None:
    assert not facts(text).hours


@pytest.mark.parametrize(
    ("url", "own"),
    [
        ("https://www.instagram.com/kemenagpurbalingga/", True),
        ("https://web.facebook.com/humaskemenagpbg", True),
        ("https://www.youtube.com/channel/UCabc123", True),
        ("https://www.youtube.com/@kemenagpurbalingga", True),
        ("https://www.facebook.com/profile.php?id=100064", True),
        ("https://www.instagram.com/kemenag_ri", False),
        ("https://www.facebook.com/KementerianAgamaRI", False),
        ("https://www.instagram.com/kemenag_banyumas", False),
        ("https://www.instagram.com/kanwilkemenagjateng", False),
        ("https://facebook.com/#", False),
        ("https://twitter.com/", False),
        ("https://www.facebook.com/profile.php", False),
    ],
)
def test_whose_an_account_is(url: str, own: bool) -> None:
    (found,) = facts(links=(url,)).social
    assert found.own is own


@pytest.mark.parametrize(
    "url",
    [
        "https://www.facebook.com/sharer/sharer.php?u=x",
        "https://twitter.com/intent/tweet?url=x",
        "https://www.youtube.com/watch?v=abc",
        "https://www.instagram.com/p/abc/",
        "https://x.com/kemenagpbg/status/123",
        "https://purbalingga.kemenag.go.id/",
    ],
)
def test_share_buttons_films_and_posts_are_no_accounts(url: str) -> None:
    assert not facts(links=(url,)).social


def test_a_map_in_a_frame_counts_and_a_templates_sample_does_not() -> None:
    assert facts(frames=("https://www.google.com/maps/embed?pb=!1m18",)).map_url
    assert not facts(frames=("https://www.google.com/maps/embed?pb=!1m14!New%20York",)).map_url


def test_a_news_article_gives_no_contact_facts() -> None:
    found = facts(text="Panitia: 0811-2606-778, Jl. Letnan Sudani 1 Purbalingga", kind=PageKind.NEWS_ARTICLE)
    assert not found.phones and not found.addresses


def test_the_ministrys_phone_beside_its_address_is_left_out() -> None:
    found = facts("Jl. Lapangan Banteng Barat 3-4 Jakarta\nTelp (021) 3811642\nHubungi kami")
    assert not found.phones


@given(st.text(alphabet="Jl. 0123456789-()@abc\n[]:Senin", max_size=400))
def test_no_text_raises(text: str) -> None:
    facts(text)
