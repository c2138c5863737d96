"""auditor.toml: what is read, and that every fault is told with its line and a good example."""

from __future__ import annotations

import base64
from datetime import date
from pathlib import Path

import pytest

from auditor.inputs.config import Config, load_config
from auditor.problems import InputError

GOOD = """\
[kop]
instansi = "Kanwil Kementerian Agama Provinsi Jawa Contoh"
kota = "Kota Contoh"

[penandatangan]
nama = "Nama Contoh, S.Ag."
nip = "19800101 200501 1 001"
jabatan = "Kepala Bagian Tata Usaha"

[kontak]
humas = "humas@example.go.id"
crawler = "humas@example.go.id"

[tindak_lanjut]
tenggat = 2026-12-18

[laporan]
format = ["html", "csv"]
"""


PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg=="
)


def write(folder: Path, text: str, encoding: str = "utf-8") -> Path:
    path = folder / "auditor.toml"
    path.write_text(text, encoding=encoding)
    return path


def faults(folder: Path, text: str) -> list[str]:
    with pytest.raises(InputError) as caught:
        load_config(write(folder, text))
    return [str(problem) for problem in caught.value.problems]


def test_a_good_file_is_read_into_the_config(tmp_path: Path) -> None:
    config = load_config(write(tmp_path, GOOD))
    assert config.institution == "Kanwil Kementerian Agama Provinsi Jawa Contoh"
    assert config.signer_nip == "198001012005011001"
    assert config.deadline == date(2026, 12, 18)
    assert config.formats == ("html", "csv")


def test_all_findings_are_printed_only_where_asked_for(tmp_path: Path) -> None:
    assert not load_config(write(tmp_path, GOOD)).findings
    assert load_config(write(tmp_path, "[laporan]\ntemuan = true\n")).findings
    assert not load_config(write(tmp_path, "[laporan]\ntemuan = false\n")).findings
    assert "true atau false" in faults(tmp_path, '[laporan]\ntemuan = "ya"\n')[0]


def test_a_file_saved_by_notepad_with_a_bom_is_read(tmp_path: Path) -> None:
    assert load_config(write(tmp_path, GOOD, "utf-8-sig")).city == "Kota Contoh"


def test_without_a_file_the_defaults_hold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert load_config() == Config()


def test_the_file_in_the_working_folder_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, GOOD)
    monkeypatch.chdir(tmp_path)
    assert load_config().contact == "humas@example.go.id"


def test_a_mistyped_key_is_told_with_its_line_and_the_likely_word(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, '[kop]\ninstansi = "Kanwil"\nkotta = "Semarang"\n')
    assert "baris 3" in message and "'kota'" in message and "instansi, alamat, kota, logo" in message


def test_all_faults_are_told_at_once(tmp_path: Path) -> None:
    text = '[kop]\nkota = 5\n[penandatangan]\nnip = "123"\n[laporan]\nformat = ["docx"]\n[lain]\nx = 1\n'
    messages = faults(tmp_path, text)
    assert [m.split(", kunci ")[1].split(":")[0] for m in messages] == ["kota", "nip", "format", "lain"]
    assert [m.split("baris ")[1].split(",")[0] for m in messages] == ["2", "4", "6", "7"]


def test_a_date_in_quotes_is_refused_with_a_good_example(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, '[tindak_lanjut]\ntenggat = "18 Desember"\n')
    assert "tenggat = 2026-12-18" in message


def test_text_that_is_no_toml_names_the_line(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, "[kop]\nkota = Semarang\n")
    assert "baris 2" in message


def test_a_binary_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "auditor.toml"
    path.write_bytes(b"PK\x03\x04\xff\xfe\xfa")
    with pytest.raises(InputError, match="bukan teks"):
        load_config(path)


def test_a_missing_file_that_was_asked_for_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="tidak dapat dibuka"):
        load_config(tmp_path / "tidak-ada.toml")


def test_a_logo_must_be_a_picture_that_is_there(tmp_path: Path) -> None:
    (message,) = faults(tmp_path, '[kop]\nlogo = "logo.png"\n')
    assert "PNG, JPG, atau SVG" in message
    for name, data in (
        ("logo.png", b"bukan gambar"),
        ("logo.png", PNG[:-20]),
        ("logo.png", b"<svg/>"),
        ("logo.jpg", PNG),
        ("logo.jpeg", b"\xff\xd8\xff\xe0 terpotong"),
        ("logo.svg", b"<html/>"),
        ("logo.svg", b"<svg"),
    ):
        (tmp_path / name).write_bytes(data)
        (message,) = faults(tmp_path, f'[kop]\nlogo = "{name}"\n')
        assert "PNG, JPG, atau SVG" in message
    (tmp_path / "logo.png").write_bytes(PNG)
    assert load_config(write(tmp_path, '[kop]\nlogo = "logo.png"\n')).logo == tmp_path / "logo.png"
    (tmp_path / "logo.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg'/>", encoding="utf-8")
    assert load_config(write(tmp_path, '[kop]\nlogo = "logo.svg"\n')).logo == tmp_path / "logo.svg"


def test_the_deadline_is_the_set_day_or_some_days_after_the_crawl() -> None:
    assert Config(deadline=date(2026, 12, 18)).deadline_after(date(2026, 11, 22)) == date(2026, 12, 18)
    assert Config(deadline_days=10).deadline_after(date(2026, 11, 22)) == date(2026, 12, 2)
    assert Config().deadline_after(None) is None


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tindak_lanjut]\nhari = " + "9" * 5000, "bilangan"),
        ("[tindak_lanjut]\nhari = 0x" + "f" * 5000, "bilangan"),
        ("[laporan]\nformat = " + "[" * 5000 + "]" * 5000, "terlalu dalam"),
        ("[laporan]\nformat = " + "[" * 200 + "]" * 200, "terlalu dalam"),
        ("[kop]\ninstansi." + "b." * 1500 + "c = 1", "terlalu dalam"),
        ('[kop]\ninstansi = "Kanwil\\u0007"', "instansi"),
        ('[kop]\nlogo = "lo\\u0000go.png"', "logo"),
    ],
    ids=["digits", "hexadecimal", "lists", "fewer lists", "keys", "control character", "nul in a path"],
)
def test_what_nobody_can_have_meant_is_refused_in_plain_words(tmp_path: Path, text: str, told: str) -> None:
    (message,) = faults(tmp_path, text + "\n")
    assert told in message and len(message) < 600
