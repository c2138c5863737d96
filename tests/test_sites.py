"""The list of offices: every habit of Excel is understood, every fault is told with its place."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from auditor.inputs.sites import read_site_list, read_sites, site_from_url
from auditor.model import OfficeKind, Site
from auditor.problems import InputError, Problem

ROOT = Path(__file__).parent.parent
GOOD = "id,nama,jenis,provinsi,wilayah,kode_wilayah,url,ppid_url,host_tambahan,aktif,catatan\n"
ROW = "kab-tuban,Kankemenag Kabupaten Tuban,kabupaten,Jawa Timur,,3523,https://kemenagtuban.com,,,ya,\n"


def save(tmp_path: Path, content: str | bytes, name: str = "sites.csv") -> Path:
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode("utf-8"))
    return path


def read(tmp_path: Path, content: str | bytes) -> tuple[Site, ...]:
    return read_sites(save(tmp_path, content))


def problems(tmp_path: Path, content: str | bytes, name: str = "sites.csv") -> tuple[Problem, ...]:
    with pytest.raises(InputError) as caught:
        read_sites(save(tmp_path, content, name))
    return caught.value.problems


def test_the_shipped_list_is_read_without_a_warning() -> None:
    found = read_site_list(ROOT / "sites.csv")
    assert len(found.sites) == 75 and found.warnings == ()
    assert found.sites[0].kind is OfficeKind.KANWIL and found.sites[0].region_code == "33"
    assert sum(site.url == "" for site in found.sites) > 20, "offices without an address stay in the list"


def test_name_and_address_are_enough(tmp_path: Path) -> None:
    (site,) = read(tmp_path, "nama,url\nKankemenag Kota Tegal,https://kotategal.kemenag.go.id\n")
    assert (site.id, site.kind, site.url) == ("kota-tegal", OfficeKind.KOTA, "https://kotategal.kemenag.go.id")
    assert site.active and site.province == ""


@pytest.mark.parametrize(
    "content",
    [
        (GOOD + ROW).encode("utf-8-sig"),
        (GOOD + ROW).replace(",", ";"),
        (GOOD + ROW).replace(",", "\t"),
        (GOOD + ROW).replace("\n", "\r\n"),
        (GOOD + ROW).encode("utf-16"),
        "sep=;\n" + (GOOD + ROW).replace(",", ";"),
        "\n\n" + GOOD + "\n" + ROW + ",,,,,,,,,,\n" * 40 + "\n",
        GOOD.upper() + ROW,
        "DAFTAR SITUS KANKEMENAG,,,,,,,,,,\nPer November 2026\n\n" + GOOD + ROW,
        GOOD.replace("kode_wilayah", " Kode Wilayah ").replace("\n", ",,,\n") + ROW.replace("\n", ",,,\n"),
        GOOD + ROW.replace("3523", "3523.0").replace("https://", "").replace("kabupaten,", " Kabupaten\u00a0,"),
        GOOD + ROW.replace("kab-tuban,", "\u00a0 KAB-tuban  ,").replace("ya", "YA"),
    ],
    ids=[
        "bom",
        "semicolon",
        "tab",
        "crlf",
        "utf16",
        "hint",
        "blank rows",
        "capitals",
        "title",
        "columns",
        "numbers",
        "spaces",
    ],
)
def test_what_excel_makes_of_a_list_changes_nothing(tmp_path: Path, content: str | bytes) -> None:
    found = read(tmp_path, content)
    assert found == read(tmp_path, GOOD + ROW)


def test_a_windows_1252_file_keeps_its_letters(tmp_path: Path) -> None:
    (site,) = read(tmp_path, (GOOD + ROW.replace("Tuban", "Tuban – Résidence")).encode("cp1252"))
    assert site.name == "Kankemenag Kabupaten Tuban – Résidence"


def test_an_office_without_an_address_is_kept(tmp_path: Path) -> None:
    sites = read(tmp_path, "nama,url\nKankemenag Kabupaten A,\nKankemenag Kabupaten B,-\n")
    assert [site.url for site in sites] == ["", ""]


def test_an_excel_workbook_with_the_same_columns_is_accepted(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    book = xlsxwriter.Workbook(str(path))
    book.add_worksheet("Petunjuk").write(0, 0, "Isi lembar kedua.")
    sheet = book.add_worksheet("Daftar")
    for n, name in enumerate(["Nama", "Kode Wilayah", "URL", "Aktif"]):
        sheet.write(1, n, name)
    sheet.write_row(3, 0, ["Kankemenag Kabupaten Tuban", 3523, "kemenagtuban.com", True])
    sheet.write_row(4, 0, ["Kankemenag Kabupaten Gresik", 3525, "", False])
    book.close()
    tuban, gresik = read_sites(path)
    assert (tuban.region_code, tuban.url, tuban.active) == ("3523", "https://kemenagtuban.com", True)
    assert (gresik.url, gresik.active) == ("", False)


def test_a_fault_in_a_workbook_is_told_with_the_workbooks_row(tmp_path: Path) -> None:
    path = tmp_path / "daftar.xlsx"
    book = xlsxwriter.Workbook(str(path))
    sheet = book.add_worksheet()
    sheet.write_row(2, 0, ["nama", "url", "jenis"])
    sheet.write_row(5, 0, ["Kankemenag A", "https://a.id", "kecamatan"])
    book.close()
    with pytest.raises(InputError) as caught:
        read_sites(path)
    (problem,) = caught.value.problems
    assert (problem.line, problem.column, problem.found) == (6, "jenis", "kecamatan")


def test_hosts_may_be_separated_by_spaces_commas_or_semicolons(tmp_path: Path) -> None:
    (site,) = read(
        tmp_path, 'nama,url,host_tambahan\nA,https://a.id,"ppid.A.id, https://dip.a.id/x; lama.a.id:8080 ppid.a.id"\n'
    )
    assert site.extra_hosts == ("ppid.a.id", "dip.a.id", "lama.a.id:8080")


def test_a_ppid_path_is_read_from_the_sites_own_address(tmp_path: Path) -> None:
    (site,) = read(tmp_path, "nama,url,ppid_url\nA,a.go.id,/ppid\n")
    assert site.ppid_url == "https://a.go.id/ppid"


def test_indicators_can_be_switched_off_per_office(tmp_path: Path) -> None:
    (site,) = read(tmp_path, "nama,url,tidak_berlaku\nA,a.id,berkala.agenda; info.kua-nikah\n")
    assert site.not_applicable == ("berkala.agenda", "info.kua-nikah")
    path = save(tmp_path, "nama,url,tidak_berlaku\nA,a.id,berkala.agendaa\n")
    with pytest.raises(InputError, match=r"tidak_berlaku.*berkala\.agendaa"):
        read_sites(path, indicators={"berkala.agenda"})


def test_ids_are_made_from_names_and_never_collide(tmp_path: Path) -> None:
    sites = read(
        tmp_path, "id,nama,url\n,Kankemenag Kabupaten A,\nkab-a,Lain,\n,Kankemenag Kabupaten A,\n,Nul,\n,!!,\n"
    )
    assert [site.id for site in sites] == ["kab-a-2", "kab-a", "kab-a-3", "situs-nul", "kantor"]


def test_one_wilayah_written_in_two_ways_is_one_group(tmp_path: Path) -> None:
    sites = read(tmp_path, "nama,url,wilayah\nA,,eks-Karesidenan Kedu\nB,,EKS-KARESIDENAN  KEDU\n")
    assert {site.area for site in sites} == {"eks-Karesidenan Kedu"}


def test_unknown_columns_are_ignored_with_a_warning(tmp_path: Path) -> None:
    found = read_site_list(save(tmp_path, "nama,url,Nomor HP\nA,a.id,08\n"))
    assert len(found.sites) == 1 and "nomor_hp" in found.warnings[0]


def test_two_offices_with_one_address_are_a_warning(tmp_path: Path) -> None:
    found = read_site_list(save(tmp_path, "nama,url\nA,a.id\nB,http://www.a.id/\n"))
    assert "baris 3" in found.warnings[0] and "baris 2" in found.warnings[0]


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ("kab-tuban,,kabupaten,,,,a.id,,,ya,", "nama"),
        ("x,B,kecamatan,,,,a.id,,,ya,", "jenis"),
        ("x,B,,,,,a,,,ya,", "url"),
        ("x,B,,,,,ftp://a.id,,,ya,", "url"),
        ("x,B,,,,,humas@kemenag.go.id,,,ya,", "url"),
        ("x,B,,,,,a.id b.id,,,ya,", "url"),
        ("x,B,,,,,http://,,,ya,", "url"),
        ("x,B,,,,,https://a..id,,,ya,", "url"),
        ("x,B,,,,,https://a.id:99999,,,ya,", "url"),
        ("x,B,,,,,javascript:alert(1),,,ya,", "url"),
        ("x,B,,,,,a.id,mailto:x,,ya,", "ppid_url"),
        ("x,B,,,,,a.id,,*.a.id,ya,", "host_tambahan"),
        ("x,B,,,,,a.id,,,mungkin,", "aktif"),
        ("../x,B,,,,,a.id,,,ya,", "id"),
        ("con,B,,,,,a.id,,,ya,", "id"),
    ],
)
def test_each_fault_names_row_column_what_was_found_and_a_good_example(tmp_path: Path, cells: str, column: str) -> None:
    (problem,) = problems(tmp_path, GOOD + "a,A,,,,,a.id,,,ya,\n" + cells + "\n")
    assert (problem.file, problem.line, problem.column) == ("sites.csv", 3, column)
    assert problem.example and (problem.found or column == "nama")
    assert "kolom " + column in str(problem)


def test_all_faults_are_told_at_once_in_the_order_of_rows(tmp_path: Path) -> None:
    found = problems(tmp_path, GOOD + "a,A,desa,,,,a,,,ya,\na,,,,,,b.id,,,hmm,\n")
    assert [(p.line, p.column) for p in found] == [(2, "jenis"), (2, "url"), (3, "nama"), (3, "aktif"), (3, "id")]


def test_an_id_used_twice_names_both_rows(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "id,nama,url\na,A,a.id\nA,B,b.id\n")
    assert problem.line == 3 and "baris 2" in problem.message


def test_a_missing_column_is_named_with_those_that_were_found(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "nama,alamat\nA,a.id\n")
    assert "'url'" in problem.message and "alamat" in problem.found and "url" in problem.allowed


def test_a_comma_too_many_is_told_with_its_row(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, "nama,url\nKankemenag A, Purbalingga,a.id\n")
    assert problem.line == 2 and problem.found == "a.id"


def test_an_open_quote_is_told_with_its_row(tmp_path: Path) -> None:
    (problem,) = problems(tmp_path, 'nama,url\nA,a.id\n"B,b.id\nC,c.id\n')
    assert problem.line == 3


@pytest.mark.parametrize(
    ("content", "name", "word"),
    [
        (b"", "sites.csv", "kosong"),
        (b"\n \n,,,\n", "sites.csv", "kosong"),
        (b"nama,url\n", "sites.csv", "satu kantor pun"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 100, "sites.xls", "lama"),
        (b"%PDF-1.7\n", "sites.csv", "PDF"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", "sites.csv", "bukan berkas teks"),
        (b"PK\x03\x04potong", "sites.xlsx", "rusak"),
        (b"<!DOCTYPE html><html>", "sites.csv", "halaman web"),
    ],
)
def test_a_file_that_is_no_list_is_told_in_one_sentence(tmp_path: Path, content: bytes, name: str, word: str) -> None:
    (problem,) = problems(tmp_path, content, name)
    assert word in problem.message and problem.example


def test_a_word_document_is_not_taken_for_a_workbook(tmp_path: Path) -> None:
    from docx import Document

    path = tmp_path / "sites.xlsx"
    Document().save(str(path))
    with pytest.raises(InputError, match="dokumen Word"):
        read_sites(path)


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"lupa\.csv: Berkas tidak ditemukan"):
        read_sites(tmp_path / "lupa.csv")
    with pytest.raises(InputError, match="tidak dapat dibuka"):
        read_sites(tmp_path)


def test_one_address_on_the_command_line_is_a_site() -> None:
    site = site_from_url("purbalingga.kemenag.go.id/")
    assert (site.id, site.url) == ("purbalingga-kemenag-go-id", "https://purbalingga.kemenag.go.id")
    assert site_from_url("http://127.0.0.1:8001").url == "http://127.0.0.1:8001"
    with pytest.raises(InputError):
        site_from_url("bukan alamat")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.one_of(st.text(max_size=200).map(lambda t: t.encode("utf-8", "replace")), st.binary(max_size=200)))
def test_nothing_in_a_file_can_crash_the_reader(tmp_path: Path, content: bytes) -> None:
    for data in (content, b"nama,url,jenis,host_tambahan\n" + content):
        try:
            for site in read_sites(save(tmp_path, data)):
                assert site.id and (site.url == "" or site.url.startswith(("http://", "https://")))
        except InputError as error:
            assert error.problems
