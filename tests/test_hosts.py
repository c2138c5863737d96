import pytest
from hypothesis import given
from hypothesis import strategies as st
from w3lib.url import canonicalize_url

from auditor.language.gazetteer import all_places, by_slug
from auditor.language.places import place_of
from auditor.model import OfficeKind, Site
from auditor.observations import Owner
from auditor.web.hosts import bears_name, canonical, host_of, own_folder, own_hosts, owner_of

PURBALINGGA = Site(
    "kab-purbalingga",
    "Kankemenag Kabupaten Purbalingga",
    OfficeKind.KABUPATEN,
    "https://purbalingga.kemenag.go.id",
    "Jawa Tengah",
)
TUBAN = Site(
    "kab-tuban",
    "Kankemenag Kabupaten Tuban",
    OfficeKind.KABUPATEN,
    "https://www.kemenagtuban.id/",
    "Jawa Timur",
    extra_hosts=("portal.kemenagtuban.com",),
)
KOTA_MAGELANG = Site(
    "kota-magelang", "Kankemenag Kota Magelang", OfficeKind.KOTA, "https://kotamagelang.kemenag.go.id", "Jawa Tengah"
)
KANWIL = Site(
    "kanwil", "Kanwil Kemenag Provinsi Jawa Tengah", OfficeKind.KANWIL, "https://jateng.kemenag.go.id", "Jawa Tengah"
)
LOOPBACK = Site("a", "Kankemenag Kabupaten Blora", OfficeKind.KABUPATEN, "http://127.0.0.1:8001/", "Jawa Tengah")
MALANG = Site(
    "kota-malang", "Kankemenag Kota Malang", OfficeKind.KOTA, "https://kemenag.malangkota.go.id", "Jawa Timur"
)


def test_the_gazetteer_holds_416_kabupaten_and_98_kota() -> None:
    kinds = [place.kind for place in all_places()]
    assert (kinds.count(OfficeKind.KABUPATEN), kinds.count(OfficeKind.KOTA)) == (416, 98)
    assert len({place.code for place in all_places()}) == 514


@pytest.mark.parametrize(
    ("province", "count"),
    [("Aceh", 23), ("Sumatera Utara", 33), ("Jawa Barat", 27), ("Jawa Tengah", 35), ("Jawa Timur", 38),
     ("Sulawesi Selatan", 24),
     ("Nusa Tenggara Timur", 22), ("Papua", 9), ("DKI Jakarta", 6), ("Daerah Istimewa Yogyakarta", 5)],
)  # fmt: skip
def test_a_province_has_its_number_of_offices(province: str, count: int) -> None:
    assert sum(place.province == province for place in all_places()) == count


def test_a_slug_tells_kabupaten_and_kota_apart() -> None:
    assert [place.kind for place in by_slug()["kotamagelang"]] == [OfficeKind.KOTA]
    assert {place.kind for place in by_slug()["magelang"]} == {OfficeKind.KABUPATEN, OfficeKind.KOTA}


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://WWW.Kemenag.go.id:443/x", "kemenag.go.id"),
        ("http://127.0.0.1:8001/a", "127.0.0.1:8001"),
        ("kemenagtuban.id", "kemenagtuban.id"),
        ("mailto:a@b.id", ""),
        ("javascript:void(0)", ""),
        ("", ""),
        ("/profil", ""),
        ("http://[::1", ""),
    ],
)
def test_a_host_is_spelled_one_way(url: str, host: str) -> None:
    assert host_of(url) == host


def test_own_hosts_are_the_registered_ones() -> None:
    assert own_hosts(TUBAN) == {"kemenagtuban.id", "portal.kemenagtuban.com"}


@pytest.mark.parametrize(
    ("url", "site", "owner"),
    [
        ("http://www.purbalingga.kemenag.go.id/x", PURBALINGGA, Owner.OWN),
        ("https://ppid.purbalingga.kemenag.go.id/", PURBALINGGA, Owner.OWN),
        ("https://ppid-purbalingga.kemenag.go.id/", PURBALINGGA, Owner.OWN),
        ("https://jateng.kemenag.go.id/berita", PURBALINGGA, Owner.KANWIL),
        ("https://jatim.kemenag.go.id/berita", PURBALINGGA, Owner.OTHER_OFFICE),
        ("https://jateng.kemenag.go.id/berita", KANWIL, Owner.OWN),
        ("https://ppidjateng.kemenag.go.id/", KANWIL, Owner.OWN),
        ("https://purbalingga.kemenag.go.id/", KANWIL, Owner.OTHER_OFFICE),
        ("https://kemenag.go.id/", PURBALINGGA, Owner.MINISTRY),
        ("https://www.kemenag.go.id/", PURBALINGGA, Owner.MINISTRY),
        ("https://ppid.kemenag.go.id/v3/", PURBALINGGA, Owner.MINISTRY),
        ("https://simpenmas.kemenag.go.id/", PURBALINGGA, Owner.MINISTRY),
        ("https://unit-baru.kemenag.go.id/", PURBALINGGA, Owner.MINISTRY),
        ("https://banyumas.kemenag.go.id/", PURBALINGGA, Owner.OTHER_OFFICE),
        ("https://kemenaggresik.id/", PURBALINGGA, Owner.OTHER_OFFICE),
        ("https://kemenag.malangkota.go.id/", PURBALINGGA, Owner.OTHER_OFFICE),
        ("https://magelang.kemenag.go.id/", KOTA_MAGELANG, Owner.OTHER_OFFICE),
        ("https://kotamagelang.kemenag.go.id/ppid", KOTA_MAGELANG, Owner.OWN),
        ("https://malangkota.go.id/", MALANG, Owner.EXTERNAL),
        ("https://bappeda.malangkota.go.id/", MALANG, Owner.EXTERNAL),
        ("https://kemenag.malangkota.go.id/ppid", MALANG, Owner.OWN),
        ("https://ppid.kemenagtuban.id/", TUBAN, Owner.OWN),
        ("http://ptsp.kemenagtuban.id/", TUBAN, Owner.OWN),
        ("https://kemenagtuban.com/", TUBAN, Owner.OWN),
        ("https://ppid.kemenagjatim.id/", TUBAN, Owner.KANWIL),
        ("http://127.0.0.1:8001/ppid", LOOPBACK, Owner.OWN),
        ("http://127.0.0.1:8002/ppid", LOOPBACK, Owner.EXTERNAL),
        ("https://sirup.lkpp.go.id/sirup/ro/x", PURBALINGGA, Owner.NATIONAL),
        ("https://spse.inaproc.id/kemenag", PURBALINGGA, Owner.NATIONAL),
        ("http://lpse.kemenag.go.id/eproc4", PURBALINGGA, Owner.NATIONAL),
        ("https://www.lapor.go.id/", PURBALINGGA, Owner.NATIONAL),
        ("https://simdumas.kemenag.go.id", PURBALINGGA, Owner.NATIONAL),
        ("https://jdih.kemenag.go.id", PURBALINGGA, Owner.NATIONAL),
        ("https://elhkpn.kpk.go.id/portal", PURBALINGGA, Owner.NATIONAL),
        ("https://sscasn.bkn.go.id", PURBALINGGA, Owner.NATIONAL),
        ("https://drive.google.com/file/d/abc/view", PURBALINGGA, Owner.STORAGE),
        ("https://kemenag-my.sharepoint.com/x", PURBALINGGA, Owner.STORAGE),
        ("https://online.anyflip.com/x/y", PURBALINGGA, Owner.STORAGE),
        ("https://s.id/renstra", PURBALINGGA, Owner.STORAGE),
        ("https://www.youtube.com/@x", PURBALINGGA, Owner.STORAGE),
        ("https://news.example.com/", PURBALINGGA, Owner.EXTERNAL),
        ("https://notpurbalingga.kemenag.go.id.evil.example/", PURBALINGGA, Owner.EXTERNAL),
        ("mailto:x@y.id", PURBALINGGA, Owner.UNKNOWN),
    ],
)
def test_whose_a_host_is(url: str, site: Site, owner: Owner) -> None:
    assert owner_of(url, site) is owner


@pytest.mark.parametrize(
    ("url", "name", "bears"),
    [
        ("https://kuakejayan.com/data", "KUA Kecamatan Kejayan Kabupaten Pasuruan", True),
        ("https://kabarpasuruan.com/", "KUA Kecamatan Kejayan Kabupaten Pasuruan", True),
        ("https://data.pasuruankab.go.id/", "KUA Kecamatan Kejayan Kabupaten Pasuruan", False),
        ("https://humas.sinjaikab.go.id/", "Pemerintah Kabupaten Sinjai", True),
        ("https://data.ntbprov.go.id/", "PPID Provinsi Nusa Tenggara Barat", True),
        ("https://ppid-baritoutara.id/", "Kankemenag Kabupaten Barito Utara", True),
        ("https://jakartautara.id/", "Kankemenag Kabupaten Barito Utara", False),
        ("https://www.instagram.com/kuakejayan", "KUA Kecamatan Kejayan Kabupaten Pasuruan", False),
        ("https://drive.google.com/kejayan", "KUA Kecamatan Kejayan Kabupaten Pasuruan", False),
    ],
)
def test_a_host_nobody_registered_may_bear_the_offices_name(url: str, name: str, bears: bool) -> None:
    assert bears_name(url, Site("x", name, OfficeKind.KABUPATEN, "https://situs.example.id/")) is bears


def test_hosting_companies_do_not_make_sister_hosts() -> None:
    site = Site("x", "Kankemenag Kabupaten Blora", OfficeKind.KABUPATEN, "https://kemenagblora.blogspot.com")
    assert owner_of("https://resep-masakan.blogspot.com/", site) is Owner.EXTERNAL


@pytest.mark.parametrize(
    ("name", "place"),
    [
        ("Kankemenag Kabupaten Purbalingga", "Purbalingga"),
        ("Kankemenag Kota Magelang", "Magelang"),
        ("Kantor Kementerian Agama Kabupaten Kulon Progo", "Kulon Progo"),
        ("Kanwil Kemenag Provinsi Jawa Tengah", "Jawa Tengah"),
        ("Kantor Wilayah Kementerian Agama Provinsi Jawa Tengah", "Jawa Tengah"),
        ("KANKEMENAG KAB. LIMA PULUH KOTA", "Lima Puluh Kota"),
        ("Kemenag Agam", "Agam"),
        ("Kankemenag Kabupaten Kotawaringin Barat", "Kotawaringin Barat"),
        ("Kankemenag Kota Administrasi Jakarta Selatan", "Jakarta Selatan"),
    ],
)
def test_the_place_of_an_office(name: str, place: str) -> None:
    assert place_of(Site("x", name, OfficeKind.KABUPATEN, "")) == place


@pytest.mark.parametrize(
    ("url", "base", "expected"),
    [
        ("HTTPS://Purbalingga.Kemenag.go.id", "", "https://purbalingga.kemenag.go.id/"),
        ("http://a.id:80/x", "", "http://a.id/x"),
        ("https://a.id:443/x", "", "https://a.id/x"),
        ("http://127.0.0.1:8001/x", "", "http://127.0.0.1:8001/x"),
        ("profil.html#visi", "https://a.id/ppid/", "https://a.id/ppid/profil.html"),
        ("../x/./y", "https://a.id/b/c/", "https://a.id/b/x/y"),
        ("//b.id/x", "https://a.id/", "https://b.id/x"),
        ("#visi", "https://a.id/x", "https://a.id/x"),
        ("https://a.id/#/berita/1", "", "https://a.id/#/berita/1"),
        ("https://a.id/#!/berita", "", "https://a.id/#!/berita"),
        ("https://a.id/file/LKJ 2025.pdf", "", "https://a.id/file/LKJ%202025.pdf"),
        ("https://a.id/file/LKJ%202025.pdf", "", "https://a.id/file/LKJ%202025.pdf"),
        ("https://a.id/?p=9256&utm_source=fb&fbclid=1", "", "https://a.id/?p=9256"),
        ("https://a.id/?b=2&a=1&utm_campaign=x#isi", "", "https://a.id/?a=1&b=2"),
        ("https://a.id/?fbclid=x", "", "https://a.id/"),
        ("https://a.id/index.php?/berita/1", "", "https://a.id/index.php?/berita/1"),
        ("https://a.id/showNews?head=Rapat%20kerja", "", "https://a.id/showNews?head=Rapat+kerja"),
        ("  https://a.id/x\n", "", "https://a.id/x"),
        ("https:\\\\a.id\\x", "", "https://a.id/x"),
        ("mailto:a@b.id", "https://a.id/", ""),
        ("tel:021", "https://a.id/", ""),
        ("javascript:void(0)", "https://a.id/", ""),
        ("", "", ""),
        ("/profil", "", ""),
        ("http://[::1/x", "", ""),
        ("http://a.id:port/x", "", ""),
        ("http:///x", "", ""),
    ],
)
def test_an_address_has_one_spelling(url: str, base: str, expected: str) -> None:
    assert canonical(url, base) == expected


@given(st.text(max_size=80))
def test_the_canonical_spelling_is_stable_and_never_raises(text: str) -> None:
    once = canonical(text, "https://a.id/b/")
    assert canonical(once) == once


@given(
    st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from(("", "1", "x.y", "utm", "2~"))), min_size=1, max_size=5)
)
def test_plain_queries_are_spelled_as_the_library_spells_them(pairs: list[tuple[str, str]]) -> None:
    url = "https://a.id/x?" + "&".join(f"{name}={value}" for name, value in pairs)
    assert canonical(url) == canonicalize_url(url)


@given(st.text(alphabet="ab/?#%=&.:;+ 20é", max_size=40))
def test_the_canonical_spelling_is_stable_for_odd_paths(text: str) -> None:
    once = canonical("https://a.id/" + text)
    assert canonical(once) == once


# -- an office that is a folder of another host -----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("https://satu.contoh.go.id/satker/purbalingga/", "/satker/purbalingga/"),
        ("https://satu.contoh.go.id/kab-purbalingga/beranda", "/kab-purbalingga/"),
        ("https://jateng.kemenag.go.id/satker/3303/", "/satker/3303/"),
        ("https://jateng.kemenag.go.id/satker/index.php", "/satker/"),
        ("https://purbalingga.kemenag.go.id/portal/", ""),
        ("https://kemenagpurbalingga.id/purbalingga/", ""),
        ("https://kemenag.contoh.id/portal/index.php", ""),
        ("https://satu.contoh.go.id/", ""),
    ],
)
def test_the_folder_that_is_all_an_office_has_is_known(url: str, folder: str) -> None:
    office = Site("x", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, url, "Jawa Tengah")
    assert own_folder(office) == folder
    assert owner_of(url, office) is Owner.OWN


def test_what_lies_outside_the_folder_is_the_hosts() -> None:
    office = Site(
        "x", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "https://jateng.kemenag.go.id/kab/purbalingga",
        "Jawa Tengah",
    )  # fmt: skip
    inside = "https://jateng.kemenag.go.id/kab/purbalingga/dip"
    assert owner_of(inside, office) is Owner.OWN
    for path in ("", "dip", "kab/banyumas/dip", "kab/purbalingga-lama/dip"):
        assert owner_of(f"https://jateng.kemenag.go.id/{path}", office) is Owner.KANWIL


@pytest.mark.parametrize(
    ("name", "own"),
    [
        ("PPID Kementerian Agama", True),
        ("Kementerian Agama Republik Indonesia", True),
        ("Kementerian Agama Kabupaten Purbalingga", False),
        ("Kankemenag Kota Tegal", False),
        ("PPID Kabupaten Tegal", False),
    ],
)
def test_the_ministrys_other_hosts_are_its_own_elsewhere_and_nobody_elses(name: str, own: bool) -> None:
    site = Site("x", name, OfficeKind.KABUPATEN, "https://ppid.contoh.go.id/")
    assert bears_name("https://rb.kemenag.go.id/laporan", site) is own
