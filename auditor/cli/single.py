"""Commands on one site or one finding: check, explain, evidence."""

from __future__ import annotations

import asyncio
import tempfile
import webbrowser
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli import options as o
from auditor.cli.screen import console, say, show_card, tell_answer
from auditor.crawl.connection import assert_connected, without_answer
from auditor.crawl.crawler import crawl_site
from auditor.crawl.guard import resolve
from auditor.crawl.knock import knock
from auditor.crawl.tls import Trust
from auditor.data import table
from auditor.inputs.config import load_config
from auditor.inputs.sites import site_from_url
from auditor.job import Job
from auditor.limited import copy_of, read_document
from auditor.model import Consideration, CrawlSettings, Evidence, Finding, Scorecard, Site
from auditor.pictured import judge
from auditor.problems import InputError, Problem
from auditor.proof import round_folder, snapshot_of, warc_path
from auditor.read.observe import observe
from auditor.readers import readers
from auditor.report import write_evidence_pages
from auditor.report.evidence import digest_of, page_name
from auditor.report.wording import moment, outcome_word
from auditor.rules.loader import load
from auditor.rules.pack import Pack
from auditor.snapshot import SnapshotError, SnapshotWriter, read_record, read_snapshot
from auditor.store import Store, StoreError

_OUT = Path("hasil")
SiteId = Annotated[str, typer.Argument(metavar="KANTOR", help="id kantor pada daftar situs, misalnya kab-purbalingga.")]
IndicatorId = Annotated[str, typer.Argument(metavar="INDIKATOR", help="id indikator, misalnya setiapsaat.dip.")]


def check(
    url: Annotated[str, typer.Argument(metavar="URL", help="Alamat situs.")],
    name: Annotated[
        str, typer.Option("--name", metavar="NAMA", help="Nama kantor, agar pemilik dokumen dapat dikenali.")
    ] = "",
    profile: o.Profile = "default",
    rules: o.Rules = None,
    max_pages: o.MaxPages = 40,
    max_documents: o.MaxDocuments = 15,
    delay: o.Delay = 1.0,
    allow_private: o.AllowPrivate = False,
    browser: o.BrowserMode = "auto",
    contact: o.Contact = "",
    config: o.ConfigFile = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="Hanya coba apakah alamatnya dapat dibuka; tidak ada yang dinilai.")
    ] = False,
    site_id: Annotated[str, typer.Option("--id", hidden=True)] = "",  # what a program that follows calls it
    lines: o.Lines = False,
) -> None:
    site = site_from_url(url)
    site = replace(site, name=name or site.name, id=site_id or site.id)
    settings = o.settings(
        load_config(config),
        max_pages=max_pages,
        max_documents=max_documents,
        delay=delay,
        allow_private=allow_private,
        browser=browser,
        contact=contact,
    )
    if quick:
        status, home = asyncio.run(knock(site, settings))
        tell_answer(site, status, home, lines=lines)
        return
    pack = load(rules, profile)
    settings = replace(settings, phrases=pack.phrases)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"{site.id}.warc.gz"
        writer = SnapshotWriter(path, site, settings, __version__)
        with console.status("Menelusuri situs ..."):
            card = asyncio.run(_look_at(site, settings, writer, pack))
    show_card(card)


async def _look_at(site: Site, settings: CrawlSettings, writer: SnapshotWriter, pack: Pack) -> Scorecard:
    trust = Trust(allow_private=settings.allow_private)
    started = datetime.now(UTC)
    with closing(readers("proses", pack, 1)) as read:
        status = await crawl_site(site, settings, writer, trust=trust, reader=read.of(site))
        silent = [site] if without_answer(site, status) else []
        await assert_connected(silent, (), (), trust, resolve, settings.allow_private)
        path = writer.finish(status, started, datetime.now(UTC))
        return (await read.assess(Job(path, pack, "periksa", site))).card


def explain(
    site_id: SiteId, indicator: IndicatorId, round_id: o.Round = "", out: o.Out = _OUT, rules: o.Rules = None
) -> None:
    pack = load(rules)
    rule = o.indicator(pack, indicator)
    warc = warc_path(out, o.round_name(round_id), site_id)
    if not warc.is_file():
        found = f"{site_id} pada putaran {o.round_name(round_id)}"
        allowed = ", ".join(sorted(path.name.removesuffix(".warc.gz") for path in warc.parent.glob("*.warc.gz"))[:8])
        message = "Rekaman situs ini tidak ada. Pilih putaran dengan --round dan folder hasil dengan --out."
        raise InputError([Problem("explain", message, found=found, allowed=allowed)])
    snapshot = read_snapshot(warc)
    observations = observe(snapshot, sections=pack.sections, read_document=read_document)
    judged = judge(snapshot, observations, pack, warc)
    verdict = judged.verdicts[rule.id]
    finding = next(found for found in judged.findings if found.rule_id == rule.id)
    console.print(f"[bold]{rule.id}[/bold] {rule.title}", highlight=False)
    say(f"Hasil auditor: {outcome_word(finding.word).label}, keyakinan {finding.confidence.value}. {finding.note}")
    decided = _decided(out, o.round_name(round_id), site_id, rule.id)
    if decided is not None:
        say(f"Berlaku pada putaran ini: {outcome_word(decided.word).label} (koreksi). {decided.note}")
    if not observations.status.readable:
        return
    say(f"Dibuka {observations.pages_opened} halaman dan {observations.documents_opened} dokumen.")
    if not verdict.considered:
        say("Tidak ada tautan, halaman, atau berkas dengan nama yang dicari.")
    same = {document.url: document.digest for document in observations.documents if document.digest}
    for number, (item, names) in enumerate(each_once(verdict.considered, same), 1):
        mark = "dipakai" if item.taken else "tidak dipakai"
        say(f"{number:>2}. [{mark}] {outcome_word(item.word).label}: {item.label}")
        say(f"      {item.url}")
        if names:
            say(f"      Juga disebut: {'; '.join(names)}")
        if item.reason:
            say(f"      {item.reason}")
    if verdict.nearest is not None:
        say(f"Paling dekat: {verdict.nearest.quote} ({verdict.nearest.url})")


def _decided(out: Path, name: str, site_id: str, rule_id: str) -> Finding | None:
    """The finding that a person decided in a round; None where nobody did, and before the round was scored."""
    try:
        with Store.open(out) as store:
            cards = store.cards(name)
    except StoreError:
        return None
    findings = (f for card in cards if card.site.id == site_id for f in card.findings)
    return next((f for f in findings if f.rule_id == rule_id and f.corrected), None)


def each_once(
    considered: Sequence[Consideration], same: Mapping[str, str]
) -> list[tuple[Consideration, tuple[str, ...]]]:
    """Every page or file once, as it was taken or else judged best, with the other names it goes by.

    ``same``: address -> digest of the files, so that one file under two addresses is one candidate.
    """
    groups: dict[str, list[Consideration]] = {}
    for item in considered:
        groups.setdefault(same.get(item.url, item.url), []).append(item)
    shown = []
    for items in groups.values():
        best = next((item for item in items if item.taken), items[0])
        shown.append((best, tuple(dict.fromkeys(item.label for item in items if item.label != best.label))))
    return shown


def evidence(
    site_id: SiteId,
    indicator: IndicatorId,
    round_id: o.Round = "",
    out: o.Out = _OUT,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Buka halaman tersimpan di peramban.")] = True,
) -> None:
    name = o.round_name(round_id)
    with Store.open(out) as store:
        card: Scorecard | None = next((c for c in store.cards(name) if c.site.id == site_id), None)
    finding = next((f for f in card.findings if f.rule_id == indicator), None) if card is not None else None
    if card is None or finding is None:
        raise InputError(
            [
                Problem(
                    "evidence",
                    "Temuan ini tidak ada. Periksa id kantor, id indikator, dan putarannya (--round).",
                    found=f"{site_id} {indicator} pada putaran {name}",
                )
            ]
        )
    say(f"{finding.title}: {outcome_word(finding.word).label}. {finding.note}")
    shown = [*finding.evidence, *([finding.nearest] if finding.nearest is not None else [])]
    if not shown:
        say("Tidak ada halaman yang menjadi bukti; indikator ini tidak ditemukan atau tidak dapat diperiksa.")
        return
    warc = snapshot_of(out, card) or warc_path(out, name, site_id)
    pages = write_evidence_pages(
        round_folder(out, name), card, load(), lambda record: read_record(warc, record), copy_of
    )
    written = {path.name: path for path in pages}
    for item in shown:
        _show_proof(item, warc, written.get(page_name(item.record_id)))
    wanted = {item.record_id for item in shown}
    page = next((p for p in pages if p.name in {page_name(record) for record in wanted}), None)
    if page is not None and open_page:
        webbrowser.open(page.resolve().as_uri())


def _show_proof(item: Evidence, warc: Path, page: Path | None) -> None:
    """Tells where a proof is today, what was seen then, and how anyone can check that nobody changed it since."""
    told = table("laporan")["tersimpan"]["layar"]
    try:
        digest = digest_of(read_record(warc, item.record_id))
    except (KeyError, OSError, ValueError, SnapshotError):
        digest = ""
    say(told["halaman"].format(alamat=item.url))
    say(told["dibuka"].format(waktu=moment(item.fetched_at)))
    say(told["isi"].format(sidik=digest) if digest else told["hilang"])
    say(told["rekaman"].format(rekaman=item.record_id, berkas=warc))
    if item.quote:
        say(told["kutipan"].format(kutipan=item.quote))
    if page is not None:
        say(told["salinan"].format(berkas=page.resolve()))
