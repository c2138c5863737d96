"""Commands on a round: run, crawl, score, report, compare, evaluate."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as o
from auditor.cli.screen import difference, outcome_name, say, show_evaluation, watching
from auditor.cli.usage import Command
from auditor.compare import compare_rounds
from auditor.evaluate import evaluate as agreement
from auditor.evaluate import read_labels
from auditor.inputs.config import Config, load_config
from auditor.inputs.corrections import notices, read_corrections
from auditor.inputs.sites import read_site_list
from auditor.model import Correction, Scorecard
from auditor.problems import InputError, Problem
from auditor.report import ALL, write_evidence_pages, write_reports
from auditor.report.wording import number, signed
from auditor.rescore import scored_again
from auditor.round import round_folder, run_round, score_round, warc_path
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.score import rounded
from auditor.snapshot import read_record
from auditor.store import Store

_SITES = Path("sites.csv")
_OUT = Path("hasil")
_CORRECTIONS = Path("koreksi.csv")


def register(app: typer.Typer) -> None:
    """Adds these commands to the application."""
    for command, told in (
        (run, "Telusuri, nilai, dan laporkan. Contoh: auditor run sites.csv --round 2026-T4"),
        (crawl, "Telusuri dan simpan rekaman situs. Contoh: auditor crawl sites.csv --round 2026-T4"),
        (score, "Nilai ulang rekaman situs tanpa jaringan. Contoh: auditor score --round 2026-T4"),
        (report, "Susun laporan dari nilai tersimpan. Contoh: auditor report --round 2026-T4"),
        (compare, "Bandingkan dua putaran. Contoh: auditor compare 2026-T3 2026-T4"),
        (evaluate, "Bandingkan dengan penilai manusia. Contoh: auditor evaluate penilaian.csv --round 2026-T4"),
    ):
        app.command(cls=Command, help=told)(command)


def run(
    sites: o.SitesFile = _SITES,
    round_id: o.Round = "",
    out: o.Out = _OUT,
    province: o.Province = "",
    area: o.Area = "",
    only: o.Only = "",
    profile: o.Profile = "default",
    rules: o.Rules = None,
    max_pages: o.MaxPages = 60,
    max_documents: o.MaxDocuments = 25,
    delay: o.Delay = 1.0,
    allow_private: o.AllowPrivate = False,
    browser: o.BrowserMode = "auto",
    contact: o.Contact = "",
    engine: o.EngineName = "proses",
    config: o.ConfigFile = None,
    corrections: o.Corrections = None,
    strict: o.Strict = False,
) -> None:
    name, pack, settings_file = o.round_name(round_id), load(rules, profile), load_config(config)
    listed = read_site_list(sites, [rule.id for rule in pack.rules])
    for warning in listed.warnings:
        say(f"Catatan: {warning}")
    ids = o.chosen(listed.sites, province, area, only)
    settings = o.settings(
        settings_file,
        max_pages=max_pages,
        max_documents=max_documents,
        delay=delay,
        allow_private=allow_private,
        browser=browser,
        contact=contact,
    )
    decided = _corrections(corrections, pack, [site.id for site in listed.sites])
    with watching([site for site in listed.sites if site.id in ids]) as watch:
        cards = run_round(
            listed.sites, name, out, pack, settings, only=ids, corrections=decided, engine_name=engine, watch=watch
        )
    _write(out, name, [card for card in cards if card.site.id in ids], pack, settings_file)
    _finish(cards, strict)


def crawl(
    sites: o.SitesFile = _SITES,
    round_id: o.Round = "",
    out: o.Out = _OUT,
    province: o.Province = "",
    area: o.Area = "",
    only: o.Only = "",
    max_pages: o.MaxPages = 60,
    max_documents: o.MaxDocuments = 25,
    delay: o.Delay = 1.0,
    allow_private: o.AllowPrivate = False,
    browser: o.BrowserMode = "auto",
    contact: o.Contact = "",
    config: o.ConfigFile = None,
) -> None:
    name, pack, settings_file = o.round_name(round_id), load(), load_config(config)
    listed = read_site_list(sites)
    ids = o.chosen(listed.sites, province, area, only)
    settings = o.settings(
        settings_file,
        max_pages=max_pages,
        max_documents=max_documents,
        delay=delay,
        allow_private=allow_private,
        browser=browser,
        contact=contact,
    )
    with watching([site for site in listed.sites if site.id in ids]) as watch:
        run_round(listed.sites, name, out, pack, settings, only=ids, watch=watch)
    say(f"Rekaman situs tersimpan di {round_folder(out, name) / 'bukti'}")


def score(
    round_id: o.Round = "",
    out: o.Out = _OUT,
    profile: o.Profile = "default",
    rules: o.Rules = None,
    engine: o.EngineName = "proses",
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DAFTAR", help="Pakai data kantor dari daftar ini.")
    ] = None,
    corrections: o.Corrections = None,
    strict: o.Strict = False,
) -> None:
    name, pack = o.round_name(round_id), load(rules, profile)
    listed = read_site_list(sites, [rule.id for rule in pack.rules]).sites if sites is not None else ()
    decided = _corrections(corrections, pack, [site.id for site in listed] or [c.site.id for c in _stored(out, name)])
    cards = score_round(name, out, pack, sites=listed, corrections=decided, engine_name=engine)
    used = f"paket {pack.info.name} {pack.info.version}, profil {pack.info.profile}"
    say(f"{len(cards)} kantor dinilai ulang dengan {used}.")
    _finish(cards, strict)


def report(
    round_id: o.Round = "",
    out: o.Out = _OUT,
    area: Annotated[
        str, typer.Option("--area", metavar="NAMA", help="Susun hanya paket rakor (PDF) untuk wilayah ini.")
    ] = "",
    profile: o.Profile = "default",
    rules: o.Rules = None,
    findings: Annotated[
        bool, typer.Option("--findings", help="Cetak semua temuan pada halaman sesudah kartu skor PDF.")
    ] = False,
    config: o.ConfigFile = None,
) -> None:
    name, pack, settings_file = o.round_name(round_id), load(rules, profile), load_config(config)
    settings_file = replace(settings_file, findings=settings_file.findings or findings)
    cards = _stored(out, name)
    if area:
        from auditor.report.packet import write_area_packet

        paths = write_area_packet(round_folder(out, name), area, name, cards, pack, _previous(out, name), settings_file)
        say(f"Paket rakor {area} ({len(paths)} berkas) ada di {paths[0].parent}")
        return
    _write(out, name, cards, pack, settings_file)


def compare(
    before: Annotated[str, typer.Argument(metavar="LAMA", help="Putaran lama, misalnya 2026-T3.")],
    after: Annotated[str, typer.Argument(metavar="BARU", help="Putaran baru, misalnya 2026-T4.")],
    out: o.Out = _OUT,
    profile: o.Profile = "default",
    rules: o.Rules = None,
) -> None:
    older, newer, pack = _stored(out, before), _stored(out, after), load(rules, profile)
    names = {card.site.id: card.site.name for card in newer}
    again = scored_again(before, out, pack, only=names)
    for item in compare_rounds(older, newer, again):
        by_rules = rounded(item.by_rules) if item.by_rules is not None else None
        part = f", {signed(by_rules)} di antaranya karena indikator berubah" if by_rules else ""
        told = "belum dinilai" if item.score is None else f"{difference(item.score)} poin{part}"
        say(f"{names.get(item.site_id, item.site_id)}: {told}")
        for change in item.changes:
            was, now = outcome_name(change.before), outcome_name(change.after)
            say(f"   {change.title}: {was} -> {now} ({difference(change.points)}), karena {change.cause.value}")
    blind = len({card.site.id for card in older} & set(names)) - len(again)
    if blind:
        say(f"Rekaman putaran {before} dari {blind} kantor tidak dapat dinilai ulang; sebabnya diperkirakan.")


def evaluate(
    truth: Annotated[
        Path,
        typer.Argument(metavar="BERKAS", help="Penilaian manusia, kolom: situs_id,indikator_id,hasil,penilai,catatan."),
    ],
    round_id: o.Round = "",
    out: o.Out = _OUT,
    as_json: Annotated[bool, typer.Option("--json", help="Cetak sebagai JSON.")] = False,
) -> None:
    name = o.round_name(round_id)
    labels = read_labels(truth)
    result = agreement(labels, _stored(out, name))
    if as_json:
        print(result.to_json())
    else:
        show_evaluation(result)


def _stored(out: Path, name: str) -> tuple[Scorecard, ...]:
    with Store.open(out) as store:
        cards = store.cards(name)
        known = store.rounds()
    if not cards:
        allowed = ", ".join(known) or "(belum ada putaran)"
        raise InputError(
            [Problem("--round", "Putaran ini belum memiliki nilai.", None, "", name, allowed, "--round 2026-T4")]
        )
    return cards


def _corrections(path: Path | None, pack: Pack, known: Collection[str]) -> tuple[Correction, ...]:
    if path is None:
        if not _CORRECTIONS.is_file():
            return ()
        path = _CORRECTIONS
    flags = [rule.id for rule in pack.rules if rule.check == "flag"]
    found = tuple(read_corrections(path, [rule.id for rule in pack.rules], flags))
    for notice in notices(found, datetime.now(UTC).date(), known):
        say(f"Catatan: {notice}")
    return found


def _write(out: Path, name: str, cards: Sequence[Scorecard], pack: Pack, config: Config) -> None:
    """The reports of a round, with the stored pages they link to."""
    folder = round_folder(out, name)
    for card in cards:
        warc = warc_path(out, name, card.site.id)
        if warc.is_file():
            write_evidence_pages(folder, card, pack, lambda record, warc=warc: read_record(warc, record))  # type: ignore[misc]
    previous = _previous(out, name)
    if previous:
        say(f"Putaran {previous[0].round} dinilai ulang dengan indikator sekarang untuk membedakan sebab perubahan.")
    again = scored_again(previous[0].round, out, pack, only={card.site.id for card in cards}) if previous else ()
    formats = [name for name in config.formats if name in ALL]
    write_reports(folder, name, cards, pack, previous, config, formats, again, say)
    say(f"\nLaporan tersimpan di {folder.resolve()}")
    say(f"Mulai dari: {(folder / 'rekap.html').resolve()}")


def _previous(out: Path, name: str) -> tuple[Scorecard, ...]:
    with Store.open(out) as store:
        earlier = store.previous(name)
        return store.cards(earlier) if earlier else ()


def _finish(cards: Sequence[Scorecard], strict: bool) -> None:
    open_cards = [card for card in cards if not card.rankable]
    flagged = [card for card in cards if card.red_flags]
    scored = [card for card in cards if card.rankable and card.score is not None]
    if scored:
        mean = sum(card.score or 0.0 for card in scored) / len(scored)
        say(f"{len(scored)} kantor dinilai, rata-rata {number(mean)}.")
    if open_cards:
        say(f"{len(open_cards)} kantor belum dapat dinilai; sebabnya ada di rekap.")
    if flagged:
        say(f"Bendera merah pada {len(flagged)} situs: {', '.join(card.site.name for card in flagged)}.")
    if strict and flagged:
        raise typer.Exit(4)
    if strict and open_cards:
        raise typer.Exit(3)
