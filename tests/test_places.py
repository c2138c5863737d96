import pytest
from hypothesis import given
from hypothesis import strategies as st

from auditor.language.places import other_places
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
