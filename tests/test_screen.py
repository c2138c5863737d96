"""The terminal: every column at the usual widths, and what is being done while reports are set."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from rich.console import Console, RenderableType

from auditor.cli import screen
from auditor.cli.screen import setting
from auditor.crawl.visit import Progress
from auditor.evaluate import Evaluation, agreement
from auditor.model import FetchStatus, Outcome
from auditor.report import write_reports
from auditor.report.wording import number
from tests.report_cards import blocked_card, office, ordinary_card, province, small_pack

WIDTHS = (80, 100, 120)
PACK = small_pack()


def drawn(shown: RenderableType, width: int) -> list[str]:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    console.print(shown)
    return console.file.getvalue().splitlines()  # type: ignore[attr-defined]


@pytest.mark.parametrize("width", WIDTHS)
def test_the_board_of_a_round_shows_every_column(width: int) -> None:
    sites = [office(n, name=f"Kankemenag Kabupaten Karangsari Wetan {n}") for n in range(3)]
    board = screen._Board(sites)
    cards = (ordinary_card(0, PACK, luck=0.5), blocked_card(1, PACK, FetchStatus.SUSPENDED))
    for card in cards:
        board.card(card)
    board.progress(Progress(sites[2].id, 60, 25, ""))
    head, *rows = drawn(board.table(), width)
    assert head.split() == ["Kantor", "Halaman", "Dokumen", "Keadaan", "Skor"]
    score = number(cards[0].score)
    assert rows[0].split()[-4:] == ["48", "17", "selesai", score]
    assert "Karangsari" in rows[0] and "tidak dapat diperiksa" in rows[1] and rows[1].rstrip().endswith("–")
    assert rows[2].split()[-3:] == ["60", "25", "ditelusuri"]
    assert all(len(row) <= width for row in rows)


@pytest.mark.parametrize("width", WIDTHS)
def test_the_agreement_with_assessors_shows_every_column(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(width=width, file=io.StringIO(), highlight=False)
    monkeypatch.setattr(screen, "console", console)
    pairs = [(Outcome.COMPLETE, Outcome.COMPLETE)] * 90 + [(Outcome.MISSING, Outcome.COMPLETE)] * 10
    whole = agreement("semua", pairs)
    rule = agreement("berkala.ringkasan-laporan-akses", pairs)
    screen.show_evaluation(Evaluation(whole, (), (), (rule,), (), (), ()))
    text = console.file.getvalue()  # type: ignore[attr-defined]
    for title in ("Bagian", "Sel", "Presisi", "Perolehan", "F1", "Kappa", "diperiksa"):
        assert title in text
    for value in ("0,900", "1,000", "100", "0,947"):
        assert value in text
    assert "…" not in text


@pytest.mark.parametrize("width", WIDTHS)
def test_it_is_told_what_is_being_set(width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(width=width, file=io.StringIO(), highlight=False, force_terminal=True)
    monkeypatch.setattr(screen, "console", console)
    with setting() as progress:
        progress("html", 0, 0)
        progress("pdf", 14, 38)
    text = console.file.getvalue()  # type: ignore[attr-defined]
    assert "Menyusun laporan: kartu skor dan buku (PDF), 14 dari 38" in text


def test_nothing_is_drawn_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    console = Console(file=io.StringIO(), highlight=False, force_terminal=False)
    monkeypatch.setattr(screen, "console", console)
    with setting() as progress:
        progress("pdf", 14, 38)
    assert console.file.getvalue() == ""  # type: ignore[attr-defined]


def test_every_format_and_every_batch_of_printed_cards_is_told(tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    write_reports(
        *(tmp_path, "2026-T4", province(PACK)[:9], PACK),
        formats=("html", "pdf", "csv"),
        progress=lambda *step: told.append(step),
    )
    assert [name for name, *_ in told] == ["pdf", "pdf", "pdf", "csv", "html"]
    assert [step[1:] for step in told if step[0] == "pdf"] == [(0, 9), (7, 9), (9, 9)]
