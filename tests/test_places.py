import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.places import names_of_office, other_places, place_of
from auditor.model import OfficeKind, Site

PURBALINGGA = Site("p", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "", "Jawa Tengah")
MAGELANG = Site("m", "Kankemenag Kota Magelang", OfficeKind.KOTA, "", "Jawa Tengah")
BANDUNG = Site("b", "Kankemenag Kabupaten Bandung", OfficeKind.KABUPATEN, "", "Jawa Barat")
KANWIL = Site("k", "Kanwil Kemenag Provinsi Jawa Tengah", OfficeKind.KANWIL, "", "Jawa Tengah")


@pytest.mark.parametrize(
    ("text", "site", "names"),
    [
        ("Kankemenag Kabupaten Purbalingga", PURBALINGGA, ()),
        ("Kantor Kementerian Agama Kabupaten Banyumas", PURBALINGGA, ("Kabupaten Banyumas",)),
        ("Visi Kemenag Klaten", PURBALINGGA, ("Klaten",)),
        ("Alamat: Jl. Mayjen Sungkono 1, Banjarnegara 53415", PURBALINGGA, ("Banjarnegara",)),
        ("Jl. Magelang No. 5, Purbalingga", PURBALINGGA, ()),
        ("Jalan Raya Banyumas KM 3 Purbalingga", PURBALINGGA, ()),
        ("Lahir di Cilacap, 1 Januari 1970", PURBALINGGA, ()),
        ("hari yang kudus, batu dan pati", PURBALINGGA, ()),
        ("Roh Kudus", PURBALINGGA, ()),
        ("Kabupaten Kudus", PURBALINGGA, ("Kabupaten Kudus",)),
        ("Kabupaten Magelang", MAGELANG, ("Kabupaten Magelang",)),
        ("Magelang", MAGELANG, ()),
        ("Kabupaten Bandung Barat", BANDUNG, ("Kabupaten Bandung Barat",)),
        ("KANTOR KEMENTERIAN AGAMA KOTA TEGAL", PURBALINGGA, ("Kota Tegal",)),
        ("Kabupaten Banyumas dan Kabupaten Banyumas", PURBALINGGA, ("Kabupaten Banyumas",)),
        ("Kabupaten Banyumas, Kota Tegal", KANWIL, ()),
        ("", PURBALINGGA, ()),
    ],
)
def test_other_places_in_a_text(text: str, site: Site, names: tuple[str, ...]) -> None:
    assert other_places(text, site) == names


@given(st.text(max_size=200))
def test_no_text_raises(text: str) -> None:
    other_places(text, PURBALINGGA)


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("PPID Kabupaten Ngawi", "Ngawi"),
        ("KUA Kecamatan Gerih Kabupaten Ngawi", "Ngawi"),
        ("Politeknik Keselamatan Tegal", "Tegal"),
        ("Pemerintah Kota Surakarta", "Surakarta"),
        ("PPID Kementerian Agama", ""),
        ("Balai Diklat Keagamaan", ""),
        ("Kankemenag Kabupaten Baru Sekali", "Baru Sekali"),
    ],
)
def test_an_office_of_any_kind_is_named_after_the_place_in_its_name(name: str, place: str) -> None:
    assert place_of(Site("x", name, OfficeKind.KABUPATEN, "https://x.go.id")) == place


def test_nothing_is_another_offices_where_the_own_place_is_unknown() -> None:
    site = Site("x", "PPID Kementerian Agama", OfficeKind.KABUPATEN, "https://x.go.id")
    assert other_places("Jl. Merdeka No. 1, Kabupaten Tegal", site) == ()


@pytest.mark.parametrize(
    ("name", "called"),
    [
        (
            "Dinas Kelautan dan Perikanan Kabupaten Ngawi",
            ("Dinas Kelautan dan Perikanan Kabupaten Ngawi", "Dinas Kelautan dan Perikanan", "Ngawi"),
        ),
        ("PPID Kabupaten Ngawi", ("Kabupaten Ngawi", "Ngawi")),
        ("Desa Sumberejo Kecamatan Ngrambe Kabupaten Ngawi",
         ("Desa Sumberejo Kecamatan Ngrambe Kabupaten Ngawi", "Desa Sumberejo", "Ngawi")),
        ("Pemerintah Kota Surakarta", ("Pemerintah Kota Surakarta", "Surakarta")),
    ],
)  # fmt: skip
def test_an_office_is_called_with_and_without_the_place_in_its_name(name: str, called: tuple[str, ...]) -> None:
    assert names_of_office(Site("x", name, OfficeKind.KABUPATEN, "https://x.go.id")) == called
