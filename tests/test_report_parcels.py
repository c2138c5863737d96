"""kirim/<id>.zip: all an office is handed, with no link that leads nowhere and nothing of another office's."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

import pytest
from python_calamine import CalamineWorkbook
from selectolax.lexbor import LexborHTMLParser

from auditor.inputs.config import Config
from auditor.limited import copy_of
from auditor.model import Fetch, FetchRole, FetchStatus, Scorecard
from auditor.report import write_evidence_pages, write_reports
from auditor.report.writing import together
from tests.report_cards import (
    NIK,
    STARTED,
    blocked_card,
    flagged_card,
    hostile_card,
    ordinary_card,
    small_pack,
    unregistered_card,
)

PACK = small_pack()
CONFIG = Config(institution="Kanwil Contoh", contact="humas@example.go.id")
CARDS = [
    ordinary_card(0, PACK, luck=0.3),
    flagged_card(1, PACK),
    blocked_card(2, PACK),
    unregistered_card(3, PACK),
    hostile_card(4, PACK),
]
WHOLE = {
    "mulai.html",
    "kartu-skor.pdf",
    "kartu-skor.html",
    "bukti/daftar.html",
    "tindak-lanjut.xlsx",
    "pesan-whatsapp.txt",
}
BODY = "<main><h1>PPID</h1><p>Halaman Visi dan misi (profil 1) memuat isi tahun 2026.</p><a href='/dip'>DIP</a></main>"


def seen(record: str) -> Fetch:
    return Fetch(
        *("https://contoh1.example.go.id/ppid", FetchRole.PAGE, FetchStatus.OK, STARTED),
        media_type="text/html",
        body=BODY.encode(),
        screenshot=b"RIFF....WEBP",
        record_id=record,
    )


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("kirim")
    write(made)
    return made


def write(folder: Path) -> None:
    with together() as writing:
        for card in CARDS:
            write_evidence_pages(folder, card, PACK, seen, copy_of)
        write_reports(folder, "2026-T4", CARDS, PACK, (), CONFIG)
        assert writing.take_places() == {}


def parcel(folder: Path, card: Scorecard) -> dict[str, bytes]:
    with zipfile.ZipFile(folder / "kirim" / f"{card.site.id}.zip") as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def links(page: bytes) -> list[str]:
    tree = LexborHTMLParser(page.decode("utf-8"))
    found = [node.attributes.get(name) for node in tree.css("[href], [src]") for name in ("href", "src")]
    return [link for link in found if link]


@pytest.mark.parametrize("card", CARDS, ids=lambda card: card.site.id)
def test_every_link_in_a_parcel_leads_to_a_file_in_it_a_place_on_the_page_or_the_web(
    folder: Path, card: Scorecard
) -> None:
    parts = parcel(folder, card)
    walked = 0
    for name, data in parts.items():
        if not name.endswith(".html"):
            continue
        anchors = {node.attributes.get("id") for node in LexborHTMLParser(data.decode("utf-8")).css("[id]")}
        for link in links(data):
            where = urlsplit(link)
            if where.scheme:
                assert where.scheme in ("http", "https") or link.startswith("data:image/"), link
            elif where.path:
                target = (PurePosixPath(name).parent / unquote(where.path)).as_posix()
                assert resolved(target) in parts, f"{name}: {link}"
                walked += 1
            else:
                assert unquote(where.fragment) in anchors, f"{name}: {link}"
    assert walked >= len(parts) - 1


def resolved(path: str) -> str:
    steps: list[str] = []
    for step in path.split("/"):
        steps = steps[:-1] if step == ".." else [*steps, step]
    return "/".join(steps)


def test_a_parcel_holds_everything_an_office_is_handed(folder: Path) -> None:
    parts = parcel(folder, CARDS[0])
    assert set(parts) >= WHOLE and len(parts) > len(WHOLE)
    card = CARDS[0].site.id
    for name, source in (("kartu-skor.pdf", f"{card}.pdf"), ("kartu-skor.html", f"{card}.html")):
        assert parts[name] == (folder / "kartu-skor" / source).read_bytes()
    kept = [data.decode() for name, data in parts.items() if name.startswith("bukti/") and "daftar" not in name]
    assert kept and all("data:image/webp;base64," in page for page in kept)
    assert any("<mark>" in page for page in kept)


def test_the_follow_up_sheet_is_the_offices_own(folder: Path) -> None:
    for card in CARDS[:2]:
        book = CalamineWorkbook.from_filelike(io.BytesIO(parcel(folder, card)["tindak-lanjut.xlsx"]))
        assert book.sheet_names == ["Tindak Lanjut"]
        told = str(book.get_sheet_by_name("Tindak Lanjut").to_python())
        assert card.site.name in told
        assert not [other for other in CARDS if other is not card and other.site.name in told]


def test_a_parcel_tells_nothing_of_other_offices_and_no_personal_data(folder: Path) -> None:
    for card in CARDS:
        text = b"".join(
            data for name, data in parcel(folder, card).items() if name.endswith((".html", ".txt"))
        ).decode()
        assert NIK not in text
        assert not [other.site.id for other in CARDS if other is not card and f"{other.site.id}" in text]


def test_an_office_whose_site_was_not_opened_gets_what_there_is(folder: Path) -> None:
    parts = parcel(folder, CARDS[3])
    assert set(parts) == WHOLE - {"bukti/daftar.html"}
    assert "Tidak ada halaman bukti" in parts["mulai.html"].decode()


def test_the_same_round_makes_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    write(tmp_path)
    for path in sorted((folder / "kirim").iterdir()):
        mine, other = (zipfile.ZipFile(where / "kirim" / path.name) for where in (folder, tmp_path))
        with mine, other:
            assert [i.CRC for i in mine.infolist() if "xlsx" not in i.filename] == [
                i.CRC for i in other.infolist() if "xlsx" not in i.filename
            ]


def test_a_parcel_holds_no_report_of_an_earlier_run(tmp_path: Path) -> None:
    old = tmp_path / "wa" / f"{CARDS[0].site.id}.txt"
    old.parent.mkdir()
    old.write_text("lama", encoding="utf-8")
    with together() as writing:
        write_reports(tmp_path, "2026-T4", CARDS[:1], PACK, (), CONFIG, formats=["html", "kirim"])
        writing.take_places()
    assert set(parcel(tmp_path, CARDS[0])) == {"mulai.html", "kartu-skor.html", "tindak-lanjut.xlsx"}


def test_the_recap_leads_to_the_parcels(folder: Path) -> None:
    found = links((folder / "rekap.html").read_bytes())
    assert [card.site.id for card in CARDS if f"kirim/{card.site.id}.zip" not in found] == []


def test_the_kept_page_leads_to_the_live_one_and_tells_when_and_what_was_seen(folder: Path) -> None:
    card = replace(CARDS[0])
    page = next(path for path in sorted((folder / "bukti" / card.site.id).glob("*.html")) if path.name != "daftar.html")
    text = page.read_text(encoding="utf-8")
    assert "22 November 2026 pukul 08.00 WIB" in text and "SHA-256" in text
    assert links(page.read_bytes())[0] == "https://contoh1.example.go.id/ppid"
