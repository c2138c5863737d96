"""What a round's commands leave behind: the stored cards as reports, and the last lines on the terminal."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import typer

from auditor.cli import options as o
from auditor.cli.screen import say, setting
from auditor.data import table
from auditor.due import DAYS, Due
from auditor.inputs.config import Config
from auditor.inputs.followup import FILE_NAME as FOLLOW_UP
from auditor.inputs.followup import Entry, read_followup
from auditor.limited import copy_of
from auditor.model import Correction, PastScore, Scorecard, Site
from auditor.problems import InputError, Problem, ReportError, reason
from auditor.proof import PROOF, round_folder, snapshot_of, stored_sites, unscored
from auditor.report import ALL, write_evidence_pages, write_reports
from auditor.report.figures import as_it_is, round_of
from auditor.report.manifest import Manifest, basis_of, read_manifest, report_run
from auditor.report.wording import number
from auditor.report.writing import Progress, card_file, packet_name, together
from auditor.report.years import ROUNDS
from auditor.rescore import scored_again
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.snapshot import SnapshotError, read_record
from auditor.store import FEW, CorruptStore, Store, StoreError
from auditor.store.summaries import past_scores

Whole = Callable[[Scorecard], Scorecard]  # a card -> the same with all that proves it


def words(key: str, **values: Any) -> str:
    """A sentence about reports, filled."""
    return str(table("laporan")["susun"][key]).format(**values)


def note(text: str) -> None:
    """Tells something the user should know."""
    say(f"Catatan: {text}")


def stored(out: Path, name: str, *, proofs: bool = True) -> tuple[Scorecard, ...]:
    """All cards of a round, as ``Store.cards``. InputError, with the rounds there are, when it has none."""
    with Store.open(out) as store:
        cards = store.cards(name, proofs=proofs)
        known = store.rounds()
    if not cards:
        allowed = ", ".join(known) or "(belum ada putaran)"
        raise InputError(
            [Problem("--round", "Putaran ini belum memiliki nilai.", None, "", name, allowed, "--round 2026-T4")]
        )
    return cards


def last_round(out: Path) -> str:
    """The round that began last; "" where there is none."""
    with Store.open(out) as store:
        return (store.rounds() or ("",))[-1]


def stored_corrections(out: Path, name: str) -> tuple[Correction, ...]:
    """The objections and decisions that a round remembers."""
    with Store.open(out) as store:
        return store.corrections(name)


def offices_of(out: Path, name: str) -> tuple[Site, ...]:
    """The offices a round remembers; those its snapshots tell where it remembers none."""
    try:
        with Store.open(out) as store:
            there = (*store.sites(name), *store.unlisted(name))
    except StoreError:
        there = ()
    return there or tuple(stored_sites(round_folder(out, name) / PROOF).values())


def pack_for(rules: Path | None, profile: str, out: Path, name: str) -> Pack:
    """The pack under the profile asked for, else the one the round was scored with, else the default."""
    kept: tuple[str, ...] = ()
    if not profile:
        try:
            with Store.open(out) as store:
                kept = store.profiles(name)
        except StoreError as error:
            if isinstance(error, CorruptStore):
                kept = ()  # told when it is set aside
    return load(rules, profile or (kept[0] if kept else "default"))


def pack_of(rules: Path | None, profile: str, cards: Sequence[Scorecard]) -> Pack:
    """The pack that cards were scored with. InputError where another profile is asked for, or they have two."""
    name = cards[0].round
    made = sorted({card.pack.profile for card in cards})
    if len(made) > 1:
        raise InputError([Problem("--round", words("belum_selesai", profil=", ".join(made), putaran=name), found=name)])
    if profile and profile != made[0]:
        message = words("profil_laporan", ada=made[0], diminta=profile, putaran=name)
        raise InputError([Problem("--profile", message)])
    pack = load(rules, made[0])
    if any(card.pack.sha256 != pack.info.sha256 for card in cards):
        note(words("indikator_berubah", putaran=name))
    return pack


def write(
    out: Path,
    name: str,
    cards: Sequence[Scorecard],
    pack: Pack,
    config: Config,
    area: str = "",
    followup: Path | None = None,
) -> None:
    """Replaces the reports of a round: those of ``config``, and the packets that were asked for once.

    ``cards`` may be without proofs: of few each is read anew, of many each when it is printed. With ``area`` only that
    packet, as long as the other reports still say what is stored. ReportError when some report could not be made; the
    others are.
    """
    with _proofs(out, name) as whole_card:
        if len(cards) <= FEW:
            cards, whole_card = tuple(whole_card(card) for card in cards), as_it_is
        _write(out, name, cards, pack, config, area, followup, whole_card)


@contextmanager
def _proofs(out: Path, name: str) -> Iterator[Whole]:
    """How a card of a round is had with all that proves it, as it is stored at the moment."""
    with Store.open(out) as store, store.one_moment():
        yield lambda card: store.card(name, card.site.id) or card


def _write(
    out: Path,
    name: str,
    cards: Sequence[Scorecard],
    pack: Pack,
    config: Config,
    area: str,
    followup: Path | None,
    whole_card: Whole,
) -> None:
    folder = round_folder(out, name)
    previous, past, entries = _previous(out, name), _past(out, name), agreed(followup, pack, cards)
    behind = unscored(out, name, cards)
    if behind:
        note(words("lebih_baru", jumlah=len(behind), kantor=", ".join(behind), putaran=name))
    failures: list[str] = []
    with report_run(folder) as manifest, setting() as progress:
        basis = basis_of(cards, pack, previous, entries, past, whole_card)
        everything = not area or manifest.basis != basis
        if area and everything and manifest.files:
            note(words("semua"))
        kept = [folder / PROOF / card_file(card.site.id) for card in cards if snapshot_of(out, card) is None]
        staying = [] if everything else [folder / known for known in manifest.files]
        with together(kept, staying) as writing:
            packets = _packets(manifest, cards, area) if everything else [area]
            for n, each in enumerate(packets):  # before the recap, which leads to them
                progress("paket", n, len(packets))
                own = [whole_card(card) if card.site.area == each else card for card in cards]
                _write_packet(folder, each, name, own, pack, previous, config, failures, entries)
            formats = [name for name in ALL if name in config.formats and (everything or name == "html")]
            if everything:
                _write_proofs(out, folder, cards, pack, failures, progress, whole_card)
            _write_all(
                out, folder, cards, pack, previous, config, formats, failures, progress, entries, past, whole_card
            )
            written = list(writing.parts)
            for path in manifest.set_aside(writing):
                note(words("disalin", berkas=path))
            manifest.announce(writing)
            for path, error in writing.take_places().items():
                failures.append(words("terbuka", berkas=path, sebab=reason(error)))
        written += staying
        for path in manifest.settle(basis, written, kept):
            note(words("diubah", berkas=path))
    if area and not failures:
        say(f"Paket rakor {area} ada di {folder.resolve()}")
    elif written:
        say(f"\nLaporan tersimpan di {folder.resolve()}")
        say(f"Mulai dari: {(folder / 'rekap.html').resolve()}")
    if failures:
        raise ReportError("\n".join(failures))


def _write_proofs(
    out: Path,
    folder: Path,
    cards: Sequence[Scorecard],
    pack: Pack,
    failures: list[str],
    progress: Progress,
    whole_card: Whole,
) -> None:
    for n, card in enumerate(cards):
        progress("bukti", n, len(cards))
        warc = snapshot_of(out, card)
        if warc is not None:
            try:
                whole = whole_card(card)
                write_evidence_pages(folder, whole, pack, lambda record, warc=warc: read_record(warc, record), copy_of)  # type: ignore[misc]
            except SnapshotError as error:
                failures.append(str(error))


def _write_all(
    out: Path,
    folder: Path,
    cards: Sequence[Scorecard],
    pack: Pack,
    previous: Sequence[Scorecard],
    config: Config,
    formats: Sequence[str],
    failures: list[str],
    progress: Progress,
    entries: Sequence[Entry],
    past: Sequence[PastScore],
    whole_card: Whole,
) -> None:
    if previous:
        progress("lama", 0, 0)
        say(f"Putaran {previous[0].round} dinilai ulang dengan indikator sekarang untuk membedakan sebab perubahan.")
    again = scored_again(previous[0].round, out, pack, only={card.site.id for card in cards}) if previous else ()
    name = cards[0].round
    write_reports(
        *(folder, name, cards, pack, previous, config, formats, again),
        tell=note,
        failed=lambda error: failures.append(str(error)),
        progress=progress,
        entries=entries,
        past=past,
        whole_card=whole_card,
    )


def _packets(manifest: Manifest, cards: Sequence[Scorecard], area: str) -> list[str]:
    """The areas whose packets an earlier run made, and the one asked for."""
    areas = areas_of(cards)
    return [each for each in areas if each == area or manifest.made(packet_name(each, areas))]


def areas_of(cards: Sequence[Scorecard]) -> tuple[str, ...]:
    """The rakor groups of the offices on a round's list."""
    return tuple(sorted({card.site.area for card in cards if card.listed and card.site.area}))


def _write_packet(
    folder: Path,
    area: str,
    name: str,
    cards: Sequence[Scorecard],
    pack: Pack,
    previous: Sequence[Scorecard],
    config: Config,
    failures: list[str],
    entries: Sequence[Entry],
) -> None:
    from auditor.report.packet import write_area_packet

    try:
        write_area_packet(folder, area, name, cards, pack, previous, config, entries, note)
    except ReportError as error:
        failures.append(str(error))


def agreed(path: Path | None, pack: Pack, cards: Sequence[Scorecard]) -> tuple[Entry, ...]:
    """What was agreed at rakors: the rows of a file, of tindak-lanjut.csv where none is named. InputError."""
    return read_followup(path or Path(FOLLOW_UP), o.register(pack, [card.site for card in cards]))


def _previous(out: Path, name: str) -> tuple[Scorecard, ...]:
    with Store.open(out) as store:
        earlier = store.previous(name)
        return store.cards(earlier, proofs=False) if earlier else ()


def _past(out: Path, name: str) -> tuple[PastScore, ...]:
    """The scores of the rounds before one, as many as its reports show beside its own."""
    with Store.open(out) as store:
        rounds = store.rounds()
        at = rounds.index(name) if name in rounds else 0
        return past_scores(store, rounds[max(at - ROUNDS + 1, 0) : at])


def tell_stale(out: Path, name: str, cards: Sequence[Scorecard], pack: Pack) -> None:
    """Says that the reports in the round's folder still say what was stored before."""
    folder = round_folder(out, name)
    manifest = read_manifest(folder)
    told = (cards, pack, _previous(out, name), agreed(None, pack, cards), _past(out, name))
    with _proofs(out, name) as whole_card:
        stale = manifest.files and manifest.basis != basis_of(*told, whole_card)
    if stale:
        note(words("basi", folder=folder, putaran=name))


def reported(out: Path, name: str) -> bool:
    """Whether a round has reports."""
    return bool(read_manifest(round_folder(out, name)).files)


def nothing_due(name: str, left: Due, offices: int) -> str:
    """Why a scheduled run has nothing to do, in one sentence."""
    told = table("putaran")
    if left.waiting:
        return str(told["menunggu"]).format(putaran=name, jumlah=len(left.waiting))
    shut = str(told["tetap"]).format(jumlah=len(left.shut), hari=DAYS) if left.shut else ""
    return str(told["lengkap"]).format(putaran=name, jumlah=offices, tetap=shut)


def tell_list(cards: Sequence[Scorecard], sites: Collection[Site]) -> None:
    """Says which offices of the list have no card yet, and which cards' offices the list no longer has."""
    gone = [card.site.name for card in cards if not card.listed]
    if gone:
        note(words("tak_terdaftar", jumlah=len(gone), kantor="; ".join(gone)))
    there = {card.site.id for card in cards}
    provinces = {card.site.province for card in cards if card.listed}
    waiting = [site for site in sites if site.id not in there and site.province in provinces]
    if waiting:
        note(words("belum", jumlah=len(waiting), ada=len(cards) - len(gone)))


def finish(cards: Sequence[Scorecard], pack: Pack, strict: bool) -> None:
    """The last lines of a command with the recap's own figures, and with ``strict`` its exit code."""
    round_ = round_of("", cards, pack)
    open_cards = [card for card in round_.cards if not card.rankable]
    flagged = [card for card in round_.cards if card.red_flags]
    if round_.ranked:
        counted = f"{len(round_.ranked)} dari {len(round_.offices)} kantor dapat dinilai"
        say(f"{counted}, skor tengah (median) {number(round_.whole.score)}.")
    if round_.unranked:
        say(f"{len(round_.unranked)} kantor belum dapat dinilai; sebabnya ada di rekap.")
    decided = [(c, n) for c in round_.cards if (n := round_.standing(c).corrected)]
    if decided:
        say(f"{sum(n for _, n in decided)} hasil pada {len(decided)} kantor ditetapkan orang melalui koreksi.")
    if flagged:
        say(f"Bendera merah pada {len(flagged)} situs: {', '.join(card.site.name for card in flagged)}.")
    if strict and flagged:
        raise typer.Exit(4)
    if strict and open_cards:
        raise typer.Exit(3)
