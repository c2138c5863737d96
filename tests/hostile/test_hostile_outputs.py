"""What foreign texts may do to those who read them: nothing to a terminal, nothing to the direction of reading."""

from __future__ import annotations

import io
from datetime import UTC, datetime
from pathlib import Path

import pytest
from rich.console import Console

from auditor.cli import screen
from auditor.inputs.sites import read_sites
from auditor.language.characters import visible
from auditor.limited import copy_of
from auditor.model import Fetch, FetchRole, FetchStatus, Outcome
from auditor.problems import InputError
from auditor.report.evidence import evidence_page
from tests.hostile.offices import OFFICES
from tests.report_cards import card_of, finding, office
from tests.small_sites import PACK

STEERING = "\x1b[2J\x1b]0;x\x07\x9b31m\r\b\x00\u202e\u2066\u200f\U000e0041"


def test_characters_that_steer_are_dropped_and_all_others_stay() -> None:
    assert (
        visible(f"Kantor{STEERING} Agama\n\tPurbalingga \u201cyã\u201d 東")
        == "Kantor[2J]0;x31m Agama\n\tPurbalingga “yã” 東"
    )


def test_a_list_of_offices_carries_no_escape_sequence_however_far_down(tmp_path: Path) -> None:
    rows = [f"Kankemenag {n},https://kab{n}.kemenag.go.id" for n in range(2_000)]
    in_a_list = STEERING.replace("\0", "").replace("\r", "")  # these two end a list's reading, or its row
    rows[-1] = rows[-1].replace("Kankemenag", f"Kankemenag{in_a_list}")
    path = tmp_path / "sites.csv"
    path.write_text("nama,url\n" + "\n".join(rows) + "\n", encoding="utf-8", newline="")
    names = [site.name for site in read_sites(path)]
    assert len(names) == 2_000
    assert all(visible(name) == name for name in names)


def test_nothing_printed_steers_the_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    out = io.StringIO()
    monkeypatch.setattr(screen, "console", Console(file=out, highlight=False, force_terminal=False))
    monkeypatch.setattr(screen, "_errors", Console(file=out, highlight=False, force_terminal=False))
    screen.say(f"Profil{STEERING}")
    screen.say_trouble(f"Profil{STEERING}")
    assert visible(out.getvalue()) == out.getvalue()


@pytest.mark.parametrize(
    "name", ["a sheet of two cells, first and last", "a string of 4 MB in four thousand cells", "slides of entities"]
)
def test_a_bomb_as_list_of_offices_is_told_in_one_sentence(tmp_path: Path, name: str) -> None:
    path = tmp_path / "sites.xlsx"
    path.write_bytes(OFFICES[name]())
    with pytest.raises(InputError) as caught:
        read_sites(path)
    assert len(caught.value.problems) == 1
    assert "sites.xlsx" in str(caught.value)


def kept(body: bytes) -> str:
    """The readable copy of a page."""
    url = "https://purbalingga.kemenag.go.id/profil"
    at = datetime(2026, 11, 22, tzinfo=UTC)
    fetch = Fetch(url, FetchRole.PAGE, FetchStatus.OK, at, url, 200, media_type="text/html", body=body)
    site = office(0)
    card = card_of(site, [finding(PACK.rules[0], site, Outcome.COMPLETE)], PACK)
    return evidence_page(card, fetch, [("Profil", "Profil kantor")], copy_of)


def test_a_kept_page_turns_no_direction_of_reading() -> None:
    page = kept("<p>Profil kantor&#x202e;&#x1b;&#8294; kami\u202e \x1b[2J</p>".encode())
    assert visible(page) == page
    assert "<mark>Profil kantor</mark>" in page


@pytest.mark.parametrize("unit", [b"<ul><li>", b"<div></x>", b"<b><div></b>", b"<table><tr><td>"])
def test_a_page_nested_without_end_is_kept_in_part(unit: bytes) -> None:
    assert "<mark>Profil kantor</mark>" in kept(b"<p>Profil kantor</p>" + unit * 40_000)
