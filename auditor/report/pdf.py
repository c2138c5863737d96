"""The PDF reports, set by Typst with the shipped fonts: no browser, no network, the same bytes everywhere.

Everything printed reaches Typst as JSON in ``sys.inputs``; a site's words are data there, never source.
Typst keeps what it has laid out until its process ends (some 10 MB a card), so a round is set by short-lived
processes of a few cards each.
"""

from __future__ import annotations

import json
import logging
import re
import shutil
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import typst

from auditor.inputs.config import Config
from auditor.problems import ReportError
from auditor.report.bookdata import book_data, volumes
from auditor.report.carddata import card_data
from auditor.report.figures import Round, period
from auditor.report.glyphs import printable
from auditor.report.wording import words
from auditor.report.writing import Progress, card_file, part_name, untold, write_bytes
from auditor.resources import reports_folder
from auditor.work.worker import Worker, WorkerCrash

_CARDS_A_PROCESS = 7
_CARDS_A_VOLUME = 150  # what setting a book takes grows by 2.5 MB a card
_PROCESSES = 2
_log = logging.getLogger(__name__)
_ABOUT_PICTURES = re.compile(r"image|svg", re.IGNORECASE)
Given = ParamSpec("Given")
Made = TypeVar("Made")


class Typesetter:
    """Sets the templates of reports/typst; the fonts are loaded once for all files of a round."""

    def __init__(self, root: Path, when: datetime | None) -> None:
        self._root = root
        self._when = when or datetime(2000, 1, 1, tzinfo=UTC)
        fonts = reports_folder() / "huruf"
        self._font = fonts / "Inter-Regular.otf"
        self._fonts = typst.Fonts(font_paths=[str(fonts)], include_system_fonts=False)

    def pdf(self, template: str, data: dict[str, Any]) -> bytes:
        """The PDF/UA-1 file of a template filled with data."""
        return self._export(self._compiler(template, data))

    def card(self, data: dict[str, Any]) -> tuple[bytes, dict[str, float]]:
        """The one-page PDF of a card, and the sizes (points) at which it just fits: ``isi``, ``nama``, ``tinggi``."""
        compiler = self._compiler("kartu-satu.typ", data)
        made = self._export(compiler)
        found = json.loads(compiler.query("<ukuran>", field="value", one=True))
        return made, {name: float(value) for name, value in found.items()}

    def _compiler(self, template: str, data: dict[str, Any]) -> typst.Compiler:
        filled = json.dumps(self._clean(data), ensure_ascii=False)
        return typst.Compiler(
            str(self._root / template), root=str(self._root), font_paths=self._fonts, sys_inputs={"data": filled}
        )

    def _export(self, compiler: typst.Compiler) -> bytes:
        made = compiler.compile(format="pdf", pdf_standards="ua-1", timestamp=int(self._when.timestamp()))
        assert isinstance(made, bytes)
        return made

    def _clean(self, value: Any) -> Any:
        if isinstance(value, str):
            return printable(value, self._font)
        if isinstance(value, dict):
            return {key: self._clean(item) for key, item in value.items()}
        if isinstance(value, list | tuple):
            return [self._clean(item) for item in value]
        return value


@contextmanager
def typesetter(round_: Round, config: Config) -> Iterator[Typesetter]:
    """A typesetter over a copy of the templates with the letterhead's logo beside them; dated by the round itself."""
    with _printable(config), _templates(config) as root:
        yield Typesetter(root, period(round_.cards)[1])


def write_pdf(folder: Path, round_: Round, config: Config, progress: Progress = untold) -> list[Path]:
    """The written ``kartu-skor/<id>.pdf`` (one A4 page each) and ``buku-kartu-skor.pdf``, of many cards in volumes."""
    _, when = period(round_.cards)
    cards = {card.site.id: card_data(card, round_, config) for card in round_.cards}
    ids = list(cards)
    batches = [ids[start : start + _CARDS_A_PROCESS] for start in range(0, len(ids), _CARDS_A_PROCESS)]
    written = []
    with _printable(config), _templates(config) as root:

        def set_batch(batch: list[str]) -> list[tuple[bytes, dict[str, float]]]:
            return _elsewhere(_set_cards, root, when, [cards[site_id] for site_id in batch])

        with ThreadPoolExecutor(_PROCESSES) as threads:
            for batch, pages in zip(batches, threads.map(set_batch, batches), strict=True):
                for site_id, (made, sizes) in zip(batch, pages, strict=True):
                    cards[site_id]["ukuran"] = sizes
                    written.append(write_bytes(folder / "kartu-skor" / f"{card_file(site_id)}.pdf", made))
                progress("pdf", len(written), len(ids))
        for book in volumes(book_data(round_, config, cards), _CARDS_A_VOLUME):
            name = "buku-kartu-skor.pdf" if book["jilid"] == 1 else f"buku-kartu-skor-{book['jilid']}.pdf"
            made = _elsewhere(_set_book, root, when, book)
            written.append(write_bytes(folder / part_name(name, round_.part), made))
    return written


@contextmanager
def _printable(config: Config) -> Iterator[None]:
    """Tells what Typst refused as a ReportError; the letterhead's logo is all that comes from outside."""
    try:
        yield
    except typst.TypstError as error:
        _log.info("typst", exc_info=True)
        about_logo = config.logo is not None and _ABOUT_PICTURES.search(str(error))
        told = words("susun")["logo" if about_logo else "pdf"]
        raise ReportError(str(told).format(logo=config.logo, sebab=str(error).splitlines()[0][:200])) from error


@contextmanager
def _templates(config: Config) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="auditor-") as folder:
        root = Path(folder)
        for template in (reports_folder() / "typst").glob("*.typ"):
            shutil.copy(template, root / template.name)
        if config.logo is not None:
            shutil.copy(config.logo, root / f"logo{config.logo.suffix.lower()}")
        yield root


def set_elsewhere(round_: Round, config: Config, function: Callable[[Typesetter, Any], bytes], data: Any) -> bytes:
    """The PDF that the function makes with a typesetter in a process of its own, which takes the memory with it."""
    with _printable(config), _templates(config) as root:
        return _elsewhere(_set_with, root, period(round_.cards)[1], function, data)


def _set_with(root: Path, when: datetime | None, function: Callable[[Typesetter, Any], bytes], data: Any) -> bytes:
    return function(Typesetter(root, when), data)


def _set_cards(root: Path, when: datetime | None, cards: list[dict[str, Any]]) -> list[tuple[bytes, dict[str, float]]]:
    setter = Typesetter(root, when)
    return [setter.card(data) for data in cards]


def _set_book(root: Path, when: datetime | None, data: dict[str, Any]) -> bytes:
    return Typesetter(root, when).pdf("buku.typ", data)


def _elsewhere(function: Callable[Given, Made], *args: Given.args, **kwargs: Given.kwargs) -> Made:
    """What the function returns in a process of its own; in this one where no other can be started."""
    try:
        with Worker() as worker:
            return worker.do(function, *args, **kwargs)
    except (WorkerCrash, OSError):
        _log.warning("no process for the PDFs; they are set in this one", exc_info=True)
        return function(*args, **kwargs)
