"""The sample province: what its server answers, and that its pages, files and expectations are what they claim."""

from __future__ import annotations

import io
import json
import re
import ssl
import urllib.error
import urllib.request
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from html import unescape
from pathlib import Path
from urllib.parse import urljoin

import pypdfium2
import pytest
from python_calamine import CalamineWorkbook

from auditor.demo import DemoProvince
from auditor.demo.office import Calendar, offices, province_name
from auditor.demo.personas import named_indicators, persona
from auditor.demo.server import Host, Reply, Server
from auditor.inputs.sites import read_sites
from auditor.language.gazetteer import by_key
from auditor.model import Outcome, Site
from auditor.rules.loader import load

TODAY = datetime(2026, 11, 22, 3, 0, tzinfo=UTC)
_CARELESS = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
_CARELESS.check_hostname = False
_CARELESS.verify_mode = ssl.CERT_NONE
_HREF = re.compile(r'(?:href|src|action)="([^"]*)"')


@pytest.fixture(scope="module")
def province() -> Iterator[DemoProvince]:
    with DemoProvince(TODAY, slow_seconds=0.0) as demo:
        yield demo


def get(url: str) -> tuple[int, dict[str, str], bytes]:
    """Status, headers in lower case, body; certificates are not checked."""
    try:
        with urllib.request.urlopen(url, context=_CARELESS, timeout=600) as answer:
            return answer.status, {k.lower(): v for k, v in answer.headers.items()}, answer.read()
    except urllib.error.HTTPError as error:
        return error.code, {k.lower(): v for k, v in error.headers.items()}, error.read()


def site_of(province: DemoProvince, character: str) -> Site:
    office = next(office for office in offices() if office.persona == character)
    return next(site for site in province.sites if site.id == office.id)


def walk(site: Site) -> dict[str, tuple[int, str, bytes]]:
    """Every own address that links lead to from the home pages: status, media type, body."""
    starts = [url for url in (site.url, site.ppid_url) if url]
    waiting, seen = [f"{start}/" for start in starts], {}
    while waiting:
        url = waiting.pop()
        if url in seen:
            continue
        status, headers, body = get(url)
        kind = headers["content-type"].partition(";")[0]
        seen[url] = (status, kind, body)
        if kind == "text/html" and status == 200:
            for raw in _HREF.findall(body.decode()):
                target = urljoin(url, unescape(raw)).partition("#")[0]
                if target.startswith(tuple(f"{start}/" for start in starts)):
                    waiting.append(target)
    return seen


def test_a_path_answers_with_its_query_or_without() -> None:
    routes = {"/daftar": Reply(b"satu"), "/daftar?page=2": Reply(b"dua")}
    host = Host("x", routes, Reply(b"tidak ada", status=404))

    assert host.reply("/daftar").body == b"satu"
    assert host.reply("/daftar?utm_source=x").body == b"satu"
    assert host.reply("/daftar?page=2").body == b"dua"
    assert host.reply("/lain").status == 404


def test_the_server_logs_every_request_with_host_path_and_times() -> None:
    with Server(("a", "b")) as server:
        server.start(tuple(Host(name, {"/": Reply(name.encode())}, Reply(status=404)) for name in ("a", "b")))
        assert get(f"http://127.0.0.1:{server.ports['a']}/")[2] == b"a"
        assert get(f"http://127.0.0.1:{server.ports['b']}/tidak?x=1")[0] == 404

    assert [(entry.host, entry.method, entry.path, entry.status) for entry in server.log] == [
        ("a", "GET", "/", 200),
        ("b", "GET", "/tidak?x=1", 404),
    ]
    assert all(entry.started <= entry.ended for entry in server.log)


def test_the_server_refuses_a_submitted_form() -> None:
    with Server(("a",)) as server:
        server.start((Host("a", {"/": Reply(b"a")}, Reply(status=404)),))
        request = urllib.request.Request(f"http://127.0.0.1:{server.ports['a']}/", data=b"nama=x")
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(request, timeout=600)

    assert refused.value.code == 405
    assert server.log[0].method == "POST"


def test_ports_are_free_again_after_the_province_closes() -> None:
    with DemoProvince(TODAY) as demo:
        url = site_of(demo, "lengkap").url
    with pytest.raises(urllib.error.URLError):
        get(url)


def test_the_province_has_two_areas_one_kanwil_and_at_least_thirteen_offices(province: DemoProvince) -> None:
    areas = {site.area for site in province.sites if site.area}
    kanwil = [site for site in province.sites if site.kind == "kanwil"]

    assert len(areas) == 2
    assert len(kanwil) == 1
    assert len(province.sites) - 1 >= 13


def test_no_sample_office_bears_the_name_of_a_real_kabupaten_or_kota() -> None:
    real = {place.name.lower() for places in by_key().values() for place in places}

    assert not real & {office.place.lower() for office in offices()}
    assert province_name().lower() not in {place.province.lower() for places in by_key().values() for place in places}


def test_the_written_list_of_sites_reads_back_as_the_same_sites(province: DemoProvince, tmp_path: Path) -> None:
    path = province.write_sites_csv(tmp_path / "sites.csv")

    assert read_sites(path) == province.sites
    assert [entry.name for entry in tmp_path.iterdir()] == ["sites.csv"]


@pytest.mark.parametrize("character", ["lengkap", "basi", "ppid-host-lain", "kanwil", "tls-rusak", "tersusupi"])
def test_every_own_link_of_an_honest_site_leads_somewhere(province: DemoProvince, character: str) -> None:
    seen = walk(site_of(province, character))

    broken = [url for url, (status, _, _) in seen.items() if status != 200 and "#" not in url]
    forms = ("/permohonan", "/permohonan/simpan")
    assert [url for url in broken if not url.endswith(forms)] == []


@pytest.mark.parametrize("character", ["lengkap", "basi", "ppid-host-lain"])
def test_a_full_site_fits_the_default_budget(province: DemoProvince, character: str) -> None:
    seen = walk(site_of(province, character))
    documents = [url for url, (_, kind, _) in seen.items() if "pdf" in kind or "sheet" in kind]
    pages = [url for url, (_, kind, body) in seen.items() if kind == "text/html" and b"hms)" not in body]

    assert 20 <= len(documents) <= 25
    assert 45 <= len(pages) <= 60


def test_the_hollow_site_answers_200_to_addresses_that_do_not_exist(province: DemoProvince) -> None:
    status, _, body = get(site_of(province, "hampa").url + "/x8s7df6")

    assert status == 200
    assert "tidak ditemukan" in body.decode()


def test_the_javascript_site_shows_nothing_without_a_script(province: DemoProvince) -> None:
    body = get(site_of(province, "javascript").url + "/profil/visi-misi")[2].decode()
    without_scripts = re.sub(r"<script>.*?</script>", "", body, flags=re.DOTALL)

    assert '<div id="root"></div>' in without_scripts
    assert "kerukunan" not in without_scripts
    assert "kerukunan" in body


def test_the_waf_refuses_the_home_page_and_the_suspended_domain_does_not(province: DemoProvince) -> None:
    assert get(site_of(province, "dihalangi").url + "/")[0] == 403
    assert get(site_of(province, "ditangguhkan").url + "/apa-saja")[0] == 200


def test_the_broken_certificate_is_refused_by_a_careful_client(province: DemoProvince) -> None:
    with pytest.raises(urllib.error.URLError, match="self-signed"):
        urllib.request.urlopen(site_of(province, "tls-rusak").url, context=ssl.create_default_context(), timeout=600)


def test_only_the_injected_site_hides_gambling_links(province: DemoProvince) -> None:
    injected = get(site_of(province, "tersusupi").url + "/")[2].decode()
    honest = b"".join(body for _, kind, body in walk(site_of(province, "melawan-judi")).values() if "html" in kind)

    assert "left:-9999px" in injected and "slot" in injected.lower()
    assert "judi online" in honest.decode().lower()
    assert ".invalid" not in honest.decode()


def test_every_site_has_a_robots_file_and_one_forbids_its_documents(province: DemoProvince) -> None:
    for site in province.sites:
        if site.url and not persona(site.note.removeprefix("contoh: ")).special:
            assert b"User-agent: *" in get(site.url + "/robots.txt")[2]
    assert b"Disallow: /storage/dokumen/" in get(site_of(province, "melawan-judi").url + "/robots.txt")[2]


def test_documents_are_real_files_with_text_pages_and_one_scan(province: DemoProvince) -> None:
    seen = walk(site_of(province, "lengkap"))
    report = next(body for url, (_, _, body) in seen.items() if "LKjIP-2025" in url)
    scan = next(body for url, (_, _, body) in seen.items() if "LHKPN" in url)
    sheet = next(body for url, (_, _, body) in seen.items() if url.endswith(".xlsx"))

    pdf = pypdfium2.PdfDocument(report)
    assert len(pdf) >= 5
    assert "Kantor Kementerian Agama Kabupaten Tirtanegara" in pdf[0].get_textpage().get_text_range()
    assert pypdfium2.PdfDocument(scan)[0].get_textpage().get_text_range() == ""
    rows = CalamineWorkbook.from_filelike(io.BytesIO(sheet)).get_sheet_by_index(0).to_python()
    assert len(rows) >= 13 and "Pejabat yang menguasai informasi" in rows[2]


def test_the_wordpress_site_offers_its_posts_to_machines(province: DemoProvince) -> None:
    url = site_of(province, "lengkap").url
    posts = json.loads(get(url + "/wp-json/wp/v2/posts?per_page=100")[2])

    assert len(posts) == len({post["title"]["rendered"] for post in posts}) == len(persona("lengkap").news)
    assert b"<pubDate>" in get(url + "/feed/")[2]
    newest = datetime.fromisoformat(posts[0]["date_gmt"]).replace(tzinfo=UTC)
    assert timedelta(0) < TODAY - newest < timedelta(hours=16)


@pytest.mark.parametrize(
    ("today", "lkjip", "dipa"),
    [(date(2027, 1, 15), 2025, 2026), (date(2027, 3, 31), 2025, 2027), (date(2027, 4, 1), 2026, 2027)],
)
def test_documents_carry_the_year_that_is_due_on_the_day(today: date, lkjip: int, dipa: int) -> None:
    years = Calendar(today).years({})

    assert (years["lkjip"], years["dipa"]) == (lkjip, dipa)
    assert Calendar(today, late=1).years({"lkjip": 2})["lkjip"] == lkjip - 2


def test_the_expectations_name_only_indicators_of_the_pack() -> None:
    known = {rule.id for rule in load().rules}
    for office in offices():
        named = named_indicators(office.persona)
        assert set(named) - known == set()
        assert sorted(named) == sorted(set(named)), f"{office.persona} names an indicator twice"


def test_every_office_has_an_expectation_for_every_weighted_indicator(province: DemoProvince) -> None:
    weighted = {rule.id for rule in load().rules if rule.weight > 0}

    assert set(province.expected) == {site.id for site in province.sites}
    assert all(set(row) == weighted for row in province.expected.values())
    complete = province.expected[site_of(province, "lengkap").id]
    assert sum(outcome in (Outcome.COMPLETE, Outcome.NIL) for outcome in complete.values()) >= len(weighted) - 2
