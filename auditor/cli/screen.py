"""What is shown on the terminal: progress, cards, problems."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import urlsplit

from rich.console import Console
from rich.live import Live
from rich.markup import escape
from rich.table import Table

from auditor.cli.loglines import log
from auditor.crawl.visit import Progress
from auditor.data import table as data
from auditor.evaluate import Evaluation, Rate
from auditor.language.characters import visible
from auditor.model import Outcome, Scorecard, Site, SiteState, SiteStatus
from auditor.problems import InputError
from auditor.report.newsplots import short_name
from auditor.report.wording import number, outcome_word, percent, state_sentence, words
from auditor.run import Watch
from auditor.status import status_text

console = Console(highlight=False)
_errors = Console(stderr=True, highlight=False)
_ROWS = 14  # offices shown at once while a round runs


def plain(text: str) -> str:
    """A text that means to the terminal what it says: no markup of ours, no characters that steer it."""
    return escape(visible(text))


def say(text: str) -> None:
    console.print(plain(log.stamped(text, console.is_terminal)), soft_wrap=not console.is_terminal)


def say_problems(error: InputError) -> None:
    """Prints every problem of an input, one a paragraph."""
    count = len(error.problems)
    _errors.print(
        f"[bold]Ada {count} hal yang perlu diperbaiki:[/bold]" if count > 1 else "[bold]Perlu diperbaiki:[/bold]"
    )
    for problem in error.problems:
        _errors.print(f"  - {plain(str(problem))}", soft_wrap=True)
    _errors.print("Tidak ada berkas yang ditulis.")


def say_trouble(text: str) -> None:
    _errors.print(plain(log.stamped(text, console.is_terminal)), soft_wrap=True)


def say_stopped() -> None:
    _errors.print("\nDihentikan. Yang sudah selesai tetap tersimpan; jalankan perintah yang sama untuk melanjutkan.")


class _Board:
    """The live table of a round: one line per office."""

    def __init__(self, sites: Sequence[Site]) -> None:
        self._names = {site.id: short_name(site) for site in sites}
        self._state: dict[str, tuple[int, int, str, str]] = {}
        self._done = 0
        self.live: Live | None = None

    def table(self) -> Table:
        """As wide as the terminal: the figures whole, names and states sharing what is left."""
        table = Table(box=None, pad_edge=False, expand=True)
        table.add_column("Kantor", ratio=3, no_wrap=True, overflow="ellipsis")
        table.add_column("Halaman", justify="right", no_wrap=True, min_width=7)
        table.add_column("Dokumen", justify="right", no_wrap=True, min_width=7)
        table.add_column("Keadaan", ratio=4, no_wrap=True, overflow="ellipsis")
        table.add_column("Skor", justify="right", no_wrap=True, min_width=5)
        for site_id, (pages, documents, state, score) in list(self._state.items())[-_ROWS:]:
            table.add_row(plain(self._names.get(site_id, site_id)), str(pages), str(documents), plain(state), score)
        table.caption = f"{self._done} dari {len(self._names)} kantor selesai"
        return table

    def progress(self, progress: Progress) -> None:
        self._state[progress.site_id] = (progress.pages, progress.documents, "ditelusuri", "")
        self._show()

    def crawled(self, site: Site, status: SiteStatus) -> None:
        """A site is stored; nothing is scored."""
        self._done += 1
        pages, documents, *_ = self._state.pop(site.id, (0, 0, "", ""))
        self._state[site.id] = (pages, documents, site_words(status) or "tersimpan", "")
        if self.live is None or not console.is_terminal:
            say(f"{site.name}: {site_words(status) or 'tersimpan'}")
        self._show()

    def card(self, card: Scorecard) -> None:
        self._done += card.site.id in self._names  # others are scored again with them
        self._state.pop(card.site.id, None)
        score = _score(card)
        self._state[card.site.id] = (card.pages_opened, card.documents_opened, status_words(card), score)
        if self.live is None or not console.is_terminal:
            say(f"{card.site.name}: {status_words(card)}, {card.pages_opened} halaman, skor {score}")
        self._show()

    def _show(self) -> None:
        if self.live is not None:
            self.live.update(self.table())


def _score(card: Scorecard) -> str:
    return number(card.score) if card.score is not None and card.rankable else "–"


def status_words(card: Scorecard) -> str:
    """A few words on how a site was."""
    return site_words(card.status) or ("selesai" if card.rankable else "belum dapat dinilai")


def site_words(status: SiteStatus) -> str:
    """A few words on why a site could not be read; "" where it could."""
    if status.state in (SiteState.UNREACHABLE, SiteState.NOT_REGISTERED, SiteState.INACTIVE):
        why = status_text(status.cause).inline if status.state is SiteState.UNREACHABLE else ""
        return status.state.value.replace("_", " ") + (f" ({why})" if why else "")
    return ""


def _say_progress(progress: Progress) -> None:
    _say_event(progress.site_id, progress.pages, progress.documents, "ditelusuri")


def _say_card(card: Scorecard) -> None:
    _say_event(card.site.id, card.pages_opened, card.documents_opened, status_words(card), _score(card), done=True)


def tell_answer(site: Site, status: SiteStatus, home: str, *, lines: bool = False) -> None:
    """Says whether an address could be opened, at which address, and what to do where it could not."""
    told = data("putaran")["jawaban"]
    if status.readable:
        moved = home and _host(home) != _host(site.url)
        text = str(told["pindah" if moved else "baik"]).format(alamat=home)
    else:
        why = status_text(status.cause)
        text = str(told["buruk"]).format(sebab=why.label, saran=why.advice).strip()
    if lines:
        _say_event(site.id, 0, 0, text, done=True)
    else:
        say(text)


def _host(url: str) -> str:
    return (urlsplit(url).hostname or "").removeprefix("www.")


def _say_event(site_id: str, pages: int, documents: int, state: str, score: str = "", *, done: bool = False) -> None:
    told = {"situs": site_id, "halaman": pages, "dokumen": documents, "keadaan": state, "skor": score, "selesai": done}
    print(json.dumps(told, ensure_ascii=False), flush=True)


@contextmanager
def watching(sites: Sequence[Site], *, lines: bool = False) -> Iterator[Watch]:
    """A watch that shows a round as it goes: a live table on a terminal, plain lines elsewhere.

    With ``lines`` a JSON object an event, for a program that follows: situs, halaman, dokumen, keadaan, skor, selesai.
    """
    if lines:
        yield Watch(_say_progress, _say_card)
        return
    board = _Board(sites)
    if not console.is_terminal:
        yield Watch(None, board.card, board.crawled)
        return
    with Live(board.table(), console=console, refresh_per_second=4) as live:
        board.live = live
        yield Watch(board.progress, board.card, board.crawled)


@contextmanager
def setting() -> Iterator[Callable[[str, int, int], None]]:
    """A function that is told which report is being set, and how far it is; seen on a terminal only."""
    told = words("susun")
    with console.status(str(told["mulai"])) as status:

        def show(step: str, done: int, total: int) -> None:
            count = str(told["hitungan"]).format(jumlah=done, dari=total) if total else ""
            status.update(escape(str(told["langkah"]).format(laporan=told["tahap"][step], hitungan=count)))

        yield show


def show_card(card: Scorecard, titles: Iterable[str] = ()) -> None:
    """Prints a scorecard: total, categories, then every finding with its note."""
    console.print(f"[bold]{plain(card.site.name)}[/bold]  {plain(card.site.url)}")
    sentence, advice = state_sentence(card)
    if sentence:
        console.print(plain(f"{sentence.rstrip('.')}. {advice}".rstrip()), soft_wrap=True)
    if not card.pages_opened:  # every indicator would say the same
        say("Tidak ada indikator yang dapat diperiksa; situs ini tidak diberi nilai.")
        return
    band = card.band or "belum dapat dinilai"
    console.print(
        f"Skor [bold]{number(card.score)}[/bold] (rentang {number(card.low)}–{number(card.high)}), "
        f"simulasi kategori: [bold]{plain(band)}[/bold], cakupan {percent(card.coverage)}, "
        f"{card.pages_opened} halaman dan {card.documents_opened} dokumen dibuka",
        soft_wrap=True,
    )
    console.print(f"Paket {plain(card.pack.name)} {card.pack.version}, profil {plain(card.pack.profile)}\n")
    for category in card.categories:
        findings = [f for f in card.findings if f.category == category.category]
        console.print(f"[bold]{plain(category.category)}[/bold]  {number(category.score)}")
        for finding in findings:
            word = outcome_word(finding.word)
            mark = {
                Outcome.COMPLETE: "green",
                Outcome.NIL: "green",
                Outcome.MISSING: "red",
                Outcome.DETECTED: "red",
            }.get(finding.outcome, "yellow")
            console.print(f"  [{mark}]{plain(word.label):<24}[/{mark}] {plain(finding.title)}")
            if finding.note:
                console.print(f"      {plain(finding.note)}", style="dim", soft_wrap=True)


def show_evaluation(result: Evaluation) -> None:
    """Prints the agreement with human assessors: overall, per indicator and site, then every disagreement."""
    table = Table(box=None, pad_edge=False)
    table.add_column("Bagian", overflow="fold")
    for title, width in (("Sel", 4), ("Presisi", 13), ("Perolehan", 13), ("F1", 5), ("Kappa", 5)):
        table.add_column(title, justify="right", min_width=width)
    table.add_column("Tidak dapat diperiksa", justify="right", min_width=9)
    rows = [result.overall, *result.assessors, *result.sites, *result.rules]
    for row in rows:
        kappa = "–" if row.kappa is None else decimal(row.kappa)
        table.add_row(
            plain(row.name),
            str(row.cells),
            rate(row.precision),
            rate(row.recall),
            "–" if row.f1 is None else decimal(row.f1),
            kappa,
            str(row.unchecked),
        )
    console.print(table)
    for truth, found, cells in result.confusion:
        say(f"penilai {truth}, auditor {found}: {cells} sel")
    for item in result.disagreements:
        say(f"\n{item.site_id} {item.rule_id}: penilai {item.truth.value}, auditor {item.found.value}. {item.note}")
    for key in ("open", "doubles", "contradictions"):
        if told := getattr(result, key):
            say("\n" + str(data("evaluasi")[key]).format(jumlah=len(told), daftar=", ".join(told[:20])))
    for line in result.not_found:
        say(f"Tidak ada pada putaran ini: {line}")


def decimal(value: float) -> str:
    return f"{value:.3f}".replace(".", ",")


def rate(value: Rate) -> str:
    """A share with its 95 % interval."""
    if value.value is None:
        return "–"
    return f"{decimal(value.value)} ({decimal(value.low)}–{decimal(value.high)})"
