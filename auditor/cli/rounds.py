"""Commands on a round: run, crawl, score, report, compare, evaluate."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor.cli import options as o
from auditor.cli.loglines import log
from auditor.cli.results import (
    agreed,
    areas_of,
    finish,
    note,
    nothing_due,
    offices_of,
    pack_for,
    pack_of,
    reported,
    stored,
    stored_corrections,
    tell_list,
    tell_stale,
    words,
    write,
)
from auditor.cli.screen import say, show_evaluation, watching
from auditor.compare import compare_rounds
from auditor.data import table
from auditor.due import due
from auditor.evaluate import evaluate as agreement
from auditor.evaluate import read_labels
from auditor.inputs.config import load_config
from auditor.inputs.corrections import notices, read_correction_list
from auditor.inputs.sites import read_site_list
from auditor.model import Correction, Scorecard, Site
from auditor.objections import waiting
from auditor.problems import InputError, Problem
from auditor.proof import PROOF, round_folder
from auditor.quarters import quarter_of
from auditor.report.looks import look_sentence
from auditor.report.wording import gain, outcome_word, signed
from auditor.rescore import scored_again
from auditor.round import crawl_round, run_round, score_round
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.run import Watch
from auditor.score import change as change_of
from auditor.score import rounded

_SITES = Path("sites.csv")
_OUT = Path("hasil")
_CORRECTIONS = (Path("koreksi.csv"), Path("koreksi.xlsx"))


def run(
    sites: o.SitesFile = _SITES,
    round_id: o.Round = "",
    out: o.Out = _OUT,
    province: o.Province = "",
    area: o.Area = "",
    only: o.Only = "",
    recheck: o.Recheck = "",
    profile: o.Profile = "",
    rules: o.Rules = None,
    max_pages: o.MaxPages = 60,
    max_documents: o.MaxDocuments = 25,
    delay: o.Delay = 1.0,
    allow_private: o.AllowPrivate = False,
    browser: o.BrowserMode = "auto",
    contact: o.Contact = "",
    engine: o.EngineName = "proses",
    depot: o.Depot = "",
    config: o.ConfigFile = None,
    corrections: o.Corrections = None,
    followup: o.FollowUp = None,
    strict: o.Strict = False,
    only_due: o.Due = False,
    lines: o.Lines = False,
) -> None:
    log.kept = True
    name, settings_file = o.round_name(round_id), o.report_config(config)
    pack = pack_for(rules, profile, out, name)
    listed = read_site_list(sites, [rule.id for rule in pack.rules])
    for warning in listed.warnings:
        note(warning)
    ids = o.chosen(listed.sites, province, area, only)
    if only_due:
        left = due(out, name, [site for site in listed.sites if site.id in ids], datetime.now().astimezone())
        if not left.open and reported(out, name):
            say(nothing_due(name, left, len(ids)))
            return
        ids = list(left.open)
    settings = o.settings(
        settings_file,
        max_pages=max_pages,
        max_documents=max_documents,
        delay=delay,
        allow_private=allow_private,
        browser=browser,
        contact=contact,
    )
    decided = _corrections(corrections, pack, listed.sites)
    agreed(followup, pack, ())  # a fault in it is told before anything is crawled
    again: list[str] = []
    if recheck:
        there = stored(out, name)
        ids = again = o.rechecked(recheck, ids, there, waiting(there, decided))
        if not again:
            note(words("tak_ada_ulang", pilihan=recheck))
    _likely_name(out, name)
    with watching([site for site in listed.sites if site.id in ids], lines=lines) as watch:
        cards = run_round(
            listed.sites,
            name,
            out,
            pack,
            settings,
            only=ids,
            recheck=again,
            corrections=decided,
            engine_name=engine,
            depot=o.depot(depot, engine),
            watch=replace(watch, note=note),
        )
    for card in cards:
        if card.site.id in again:
            say(f"{card.site.name}: {look_sentence(card)}")
    tell_list(cards, listed.sites)
    write(out, name, cards, pack, settings_file, followup=followup)
    finish(cards, pack, strict)


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
    log.kept = True
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
    _likely_name(out, name)
    with watching([site for site in listed.sites if site.id in ids]) as watch:
        crawl_round(listed.sites, name, out, pack, settings, only=ids, watch=replace(watch, note=note))
    say(f"Rekaman situs tersimpan di {round_folder(out, name) / PROOF}")
    say(f"Berikutnya: auditor score --round {name}")


def score(
    round_id: o.Round = "",
    out: o.Out = _OUT,
    profile: o.Profile = "",
    rules: o.Rules = None,
    engine: o.EngineName = "proses",
    sites: Annotated[
        Path | None, typer.Option("--sites", metavar="DAFTAR", help="Pakai data kantor dari daftar ini.")
    ] = None,
    corrections: o.Corrections = None,
    strict: o.Strict = False,
) -> None:
    log.kept = True
    name = o.round_name(round_id)
    pack = pack_for(rules, profile, out, name)
    listed = read_site_list(sites, [rule.id for rule in pack.rules]).sites if sites is not None else ()
    decided = _corrections(corrections, pack, listed or offices_of(out, name))
    cards = score_round(name, out, pack, sites=listed, corrections=decided, engine_name=engine, watch=Watch(note=note))
    used = f"paket {pack.info.name} {pack.info.version}, profil {pack.info.profile}"
    say(f"{len(cards)} kantor dinilai ulang dengan {used}.")
    tell_list(cards, listed)
    tell_stale(out, name, cards, pack)
    finish(cards, pack, strict)


def report(
    round_id: o.Round = "",
    out: o.Out = _OUT,
    area: Annotated[
        str, typer.Option("--area", metavar="NAMA", help="Susun hanya paket rakor (PDF) untuk wilayah ini.")
    ] = "",
    profile: o.Profile = "",
    rules: o.Rules = None,
    findings: Annotated[
        bool, typer.Option("--findings", help="Cetak semua temuan pada halaman sesudah kartu skor PDF.")
    ] = False,
    followup: o.FollowUp = None,
    config: o.ConfigFile = None,
    slides: Annotated[bool, typer.Option("--slides", help="Susun juga salindia rakor (PPTX).")] = False,
) -> None:
    name, settings_file = o.round_name(round_id), o.report_config(config)
    formats = (*settings_file.formats, *(["pptx"] if slides and "pptx" not in settings_file.formats else []))
    settings_file = replace(settings_file, findings=settings_file.findings or findings, formats=formats)
    cards = stored(out, name, proofs=False)
    if area and area not in areas_of(cards):
        there = "; ".join(areas_of(cards)) or "belum ada"
        raise InputError(
            [Problem("--area", "Wilayah ini tidak ada pada daftar situs.", found=area[:80], allowed=there)]
        )
    pack = pack_of(rules, profile, cards)
    _tell_unscored_rows(name, pack, cards, stored_corrections(out, name))
    tell_list(cards, ())
    write(out, name, cards, pack, settings_file, area, followup)


def compare(
    before: Annotated[str, typer.Argument(metavar="LAMA", help="Putaran lama, misalnya 2026-T3.")],
    after: Annotated[str, typer.Argument(metavar="BARU", help="Putaran baru, misalnya 2026-T4.")],
    out: o.Out = _OUT,
    profile: o.Profile = "",
    rules: o.Rules = None,
) -> None:
    older, newer = stored(out, before), stored(out, after)
    pack = pack_of(rules, profile, newer)
    names = {card.site.id: card.site.name for card in newer if card.listed}
    again = scored_again(before, out, pack, only=names)
    earlier, later = ({card.site.id: card for card in cards} for cards in (older, newer))
    for item in compare_rounds(older, [card for card in newer if card.listed], again):
        moved = change_of(earlier[item.site_id], later[item.site_id])
        by_rules = rounded(item.by_rules) if item.by_rules is not None else None
        part = f", {signed(by_rules)} di antaranya karena indikator berubah" if by_rules else ""
        told = "belum dinilai" if moved is None else f"{signed(moved)} poin{part}"
        say(f"{names.get(item.site_id, item.site_id)}: {told}")
        if looked := look_sentence(later[item.site_id]):
            say(f"   {looked}")
        for change in item.changes:
            was, now = (outcome_word(w).label if w else "(belum ada)" for w in (change.word_before, change.word_after))
            say(f"   {change.title}: {was} -> {now} ({gain(change.points)} poin bobot), karena {change.cause.value}")
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
    labels = read_labels(truth, name)
    result = agreement(labels, stored(out, name))
    if as_json:
        print(result.to_json())
    else:
        show_evaluation(result)


def _corrections(path: Path | None, pack: Pack, sites: Collection[Site]) -> tuple[Correction, ...] | None:
    """The rows of a file; None where there is none, so that those the round remembers hold."""
    if path is None:
        there = [each for each in _CORRECTIONS if each.is_file()]
        if len(there) > 1:
            told = table("masukan")["koreksi"]["salah"]["dua_berkas"]
            raise InputError([Problem("--corrections", told, found=", ".join(map(str, there)))])
        if not there:
            return None
        path = there[0]
    register, today = o.register(pack, sites), o.today()
    found = read_correction_list(path, register, today)
    for notice in (*found.warnings, *notices(found.corrections, today, register)):
        note(notice)
    return found.corrections


def _tell_unscored_rows(name: str, pack: Pack, cards: Collection[Scorecard], kept: Collection[Correction]) -> None:
    """Says that koreksi.csv holds what the round was not scored with: its reports would not show it."""
    try:
        given = _corrections(None, pack, [card.site for card in cards])
    except InputError as error:
        note(words("koreksi_salah", jumlah=len(error.problems), putaran=name))
        return
    if given is not None and {replace(c, file="", line=None) for c in given} != {
        replace(c, file="", line=None) for c in kept
    }:
        note(words("koreksi_belum", putaran=name))


def _likely_name(out: Path, name: str) -> None:
    """Warns of a new round that is spelled almost like one there is; InputError where only capitals differ."""
    there = [folder.parent.name for folder in sorted(out.glob(f"*/{PROOF}"))]
    if name in there:
        return
    for other in there:
        if other.casefold() == name.casefold():
            message = "Putaran ini sudah ada dengan huruf besar-kecil yang lain."
            raise InputError([Problem("--round", message, found=name, allowed=other, example=f"--round {other}")])
        if quarter_of(name) is not None and quarter_of(other) == quarter_of(name):
            note(words("mirip", baru=name, ada=other))
