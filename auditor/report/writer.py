"""Writes the reports of a round: one function for all formats, each format in its own module."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from importlib.util import find_spec
from pathlib import Path

from auditor.inputs.config import FORMATS, Config
from auditor.inputs.followup import Entry
from auditor.model import PastScore, Scorecard
from auditor.problems import ReportError
from auditor.report.csv import write_csv
from auditor.report.figures import Round, as_it_is, round_of
from auditor.report.html import write_cards, write_pages
from auditor.report.json import write_json
from auditor.report.whatsapp import write_group, write_whatsapp
from auditor.report.writing import Progress, untold, whole_or_nothing
from auditor.rules.pack import Pack

ALL = FORMATS


def write_reports(
    folder: Path,
    round_id: str,
    cards: Sequence[Scorecard],
    pack: Pack,
    previous: Sequence[Scorecard] = (),
    config: Config | None = None,
    formats: Collection[str] = ALL,
    previous_again: Sequence[Scorecard] = (),
    tell: Callable[[str], None] = lambda _: None,
    failed: Callable[[ReportError], None] | None = None,
    progress: Progress = untold,
    entries: Sequence[Entry] = (),
    past: Sequence[PastScore] = (),
    whole_card: Callable[[Scorecard], Scorecard] = as_it_is,
) -> list[Path]:
    """The files written into ``folder``, the round's folder, from its scorecards and nothing else.

    ``previous_again`` is the previous round judged by today's rules: with it a move that the rules made is told from
    one that a site made.
    ``entries``: what was agreed at rakors (tindak-lanjut.csv). ``past``: the scores of the rounds before, oldest first.
    ``whole_card``: how a card is had with all that proves it, where ``cards`` hold only what ranks and counts need.
    ``tell`` is given what the user should know of a file that was not written as usual.
    Formats are names from ``ALL``; "pptx" is left out quietly where the extra ``rakor`` is not installed.
    A format that cannot be made is told to ``failed`` and leaves nothing; the others are made. Without ``failed`` the
    ReportError is raised. ValueError for an unknown format. ``progress`` is given each format as it is begun.
    """
    unknown = [name for name in formats if name not in ALL]
    if unknown:
        raise ValueError(f"Jenis laporan tidak dikenal: {', '.join(unknown)}; yang ada: {', '.join(ALL)}")
    config = config or Config()
    round_ = round_of(round_id, cards, pack, previous, previous_again, entries, past, whole_card)
    writers: dict[str, Callable[[], list[Path]]] = {
        "pdf": lambda: _pages(folder, round_, config, progress),
        "csv": lambda: write_csv(folder, round_),
        "json": lambda: write_json(folder, round_),
        "xlsx": lambda: _sheets(folder, round_, config, tell),
        "wa": lambda: _messages(folder, round_, config),
        "pptx": lambda: _slides(folder, round_, config),
        "html": lambda: [path for part in round_.parts() for path in write_cards(folder, part, config)],
        # of what is there by now
        "kirim": lambda: [path for part in round_.parts() for path in _parcels(folder, part, config)],
        "": lambda: write_pages(folder, round_, config),  # lead to all the others
    }
    written: list[Path] = []
    chosen = {*formats, ""} if "html" in formats else set(formats)
    for name in (name for name in writers if name in chosen):
        if name:
            progress(name, 0, len(round_.cards) if name == "pdf" else 0)
        try:
            with whole_or_nothing():
                written += writers[name]()
        except ReportError as error:
            if failed is None:
                raise
            failed(error)
    return written


def _messages(folder: Path, round_: Round, config: Config) -> list[Path]:
    parts = [path for part in round_.parts() for path in write_whatsapp(folder, part, config)]
    return [*parts, *(write_group(folder, round_, config) if round_.whole_country else [])]


# What sets pages and sheets takes 10 MB, which a crawl can do without until its reports are due.
def _sheets(folder: Path, round_: Round, config: Config, tell: Callable[[str], None]) -> list[Path]:
    from auditor.report.xlsx import write_xlsx

    parts = [path for part in round_.parts() for path in write_xlsx(folder, part, config, tell)]
    return [*parts, *(write_xlsx(folder, round_, config, tell) if round_.whole_country else [])]


def _pages(folder: Path, round_: Round, config: Config, progress: Progress) -> list[Path]:
    from auditor.report.leader import write_leader
    from auditor.report.pdf import write_pdf

    whole = len(round_.cards)
    done, written = 0, list[Path]()
    for part in round_.parts():
        before = done
        written += write_pdf(folder, part, config, lambda name, n, _, at=before: progress(name, at + n, whole))  # type: ignore[misc]
        written += write_leader(folder, part, config)
        done += len(part.cards)
    return [*written, *(write_leader(folder, round_, config) if round_.whole_country else [])]


def _slides(folder: Path, round_: Round, config: Config) -> list[Path]:
    if find_spec("pptx") is None:
        return []
    from auditor.report.pptx import write_slides

    return write_slides(folder, round_, config)


def _parcels(folder: Path, round_: Round, config: Config) -> list[Path]:
    from auditor.report.parcels import write_parcels

    return write_parcels(folder, round_, config)
