"""The options that several commands share, and what they become."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Sequence
from datetime import UTC, date, datetime, time
from difflib import get_close_matches
from importlib.util import find_spec
from pathlib import Path
from typing import Annotated

import typer

from auditor import __version__
from auditor.days import WIB
from auditor.inputs.config import FILE_NAME, Config, load_config
from auditor.inputs.register import Register
from auditor.model import CrawlSettings, Scorecard, Site
from auditor.problems import InputError, Problem
from auditor.proof import round_folder
from auditor.quarters import this_quarter
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule

_HEADER = re.compile(r"[\x20-\x7e]{1,200}")
_UNRATED, _OBJECTED = "belum-dinilai", "keberatan"
_BROWSER = ("auto", "never", "always")

SitesFile = Annotated[Path, typer.Argument(metavar="DAFTAR", help="Daftar situs: CSV atau XLSX.")]
Round = Annotated[
    str, typer.Option("--round", metavar="PUTARAN", help="Nama putaran, misalnya 2026-T4. Bawaan: triwulan ini.")
]
Out = Annotated[Path, typer.Option("--out", metavar="FOLDER", help="Folder hasil.")]
Province = Annotated[
    str, typer.Option("--province", metavar="NAMA", help='Hanya kantor di provinsi ini, misalnya "Jawa Tengah".')
]
Area = Annotated[
    str, typer.Option("--area", metavar="NAMA", help='Hanya kantor di wilayah ini, misalnya "eks-Karesidenan Kedu".')
]
Only = Annotated[str, typer.Option("--only", metavar="ID,ID", help="Hanya kantor dengan id ini, dipisahkan koma.")]
Recheck = Annotated[
    str,
    typer.Option(
        "--recheck",
        metavar="ID,ID",
        help="Periksa ulang kantor yang sudah selesai: id, belum-dinilai (yang belum dapat dinilai), atau keberatan"
        " (yang keberatannya menunggu). Hasil pemeriksaan sebelumnya disimpan.",
    ),
]
Profile = Annotated[
    str,
    typer.Option(
        "--profile",
        metavar="PROFIL",
        help="Profil bobot: default, pinmas2016, kemenag_monev. Bawaan: profil yang dipakai putaran itu.",
    ),
]
Rules = Annotated[
    Path | None,
    typer.Option(
        "--rules",
        metavar="FOLDER",
        help="Folder paket indikator. Bawaan: ./rules/kip bila ada, atau paket yang disertakan.",
    ),
]
MaxPages = Annotated[
    int, typer.Option("--max-pages", metavar="ANGKA", min=1, max=10_000, help="Halaman paling banyak per situs.")
]
MaxDocuments = Annotated[
    int, typer.Option("--max-documents", metavar="ANGKA", min=0, max=10_000, help="Dokumen paling banyak per situs.")
]


def finite(value: float) -> float:
    """The number itself. BadParameter for what is none, or has no end."""
    if not math.isfinite(value):
        raise typer.BadParameter("is not a valid number")
    return value


Delay = Annotated[
    float,
    typer.Option(
        "--delay",
        metavar="DETIK",
        min=0.0,
        max=600.0,
        callback=finite,
        help="Jeda antarpermintaan ke satu situs, dalam detik.",
    ),
]
AllowPrivate = Annotated[
    bool, typer.Option("--allow-private", help="Izinkan alamat jaringan lokal (untuk uji coba saja).")
]
BrowserMode = Annotated[
    str,
    typer.Option(
        "--browser",
        metavar="CARA",
        help="Peramban untuk situs JavaScript: auto (bila perlu), never (tidak pernah), always (selalu).",
    ),
]
Contact = Annotated[
    str,
    typer.Option(
        "--contact", metavar="SUREL", help="Surel atau alamat web yang diperkenalkan kepada situs yang dibuka."
    ),
]
EngineName = Annotated[
    str,
    typer.Option(
        "--engine",
        metavar="MESIN",
        help="Cara bekerja: lokal (satu per satu), proses (serentak), dask:lokal atau dask:ALAMAT (kluster Dask).",
    ),
]
Depot = Annotated[
    str,
    typer.Option(
        "--store",
        metavar="ALAMAT",
        help="Tempat pekerja kluster Dask menyimpan rekaman situs bila foldernya tidak dipakai bersama, misalnya"
        " s3://wadah/hasil.",
    ),
]
Lines = Annotated[bool, typer.Option("--lines", hidden=True)]  # progress as a JSON object a line, for programs
Strict = Annotated[
    bool,
    typer.Option("--strict", help="Kode keluar 3 bila ada situs yang belum dapat dinilai, 4 bila ada bendera merah."),
]
Due = Annotated[
    bool,
    typer.Option(
        "--due",
        help="Untuk penjadwal: hanya yang belum selesai; situs yang belum dapat dibuka dicoba pada tiga hari berbeda.",
    ),
]
ConfigFile = Annotated[
    Path | None, typer.Option("--config", metavar="BERKAS", help="Berkas pengaturan. Bawaan: ./auditor.toml")
]
Corrections = Annotated[
    Path | None,
    typer.Option(
        "--corrections",
        metavar="BERKAS",
        help="Keberatan dan koreksi. Bawaan: ./koreksi.csv atau ./koreksi.xlsx bila ada, atau yang tersimpan.",
    ),
]

FollowUp = Annotated[
    Path | None,
    typer.Option(
        "--followup",
        metavar="BERKAS",
        help="Tindak lanjut rakor (tindak-lanjut.csv). Bawaan: ./tindak-lanjut.csv bila ada.",
    ),
]


def today(now: datetime | None = None) -> date:
    """The day in Western Indonesian Time."""
    return (now or datetime.now(UTC)).astimezone(WIB).date()


def register(pack: Pack, sites: Collection[Site]) -> Register:
    """What rows of people's files may name: these offices, and the indicators of a pack."""
    flags = frozenset(rule.id for rule in pack.rules if rule.check == "flag")
    return Register(tuple(sites), {rule.id: rule.title for rule in pack.rules}, flags)


def round_name(name: str) -> str:
    """The round's name, checked: it becomes a folder's name. InputError otherwise."""
    return round_folder(Path(), name or this_quarter()).name


def clock(text: str) -> time:
    """A time of day as people write it: 19:00, 19.00, 7:30. InputError otherwise."""
    try:
        hour, minute = re.split(r"[:.]", text.strip())
        return time(int(hour), int(minute))
    except ValueError:
        message = "Jam ini tidak dikenal."
        raise InputError([Problem("--time", message, None, "", text[:40], "00:00 sampai 23:59", "19:00")]) from None


def report_config(path: Path | None) -> Config:
    """auditor.toml for a command that makes reports. InputError also where a format needs what is not installed."""
    config = load_config(path)
    if "pptx" in config.formats and find_spec("pptx") is None:
        how = "pip install 'auditor-kip[rakor]', atau hapus \"pptx\" dari daftar format"
        message = "Salindia (pptx) diminta, tetapi paket 'python-pptx' belum terpasang."
        raise InputError([Problem(path.name if path else FILE_NAME, message, column="format", example=how)])
    return config


def indicator(pack: Pack, rule_id: str) -> Rule:
    """The indicator of an id. InputError, with the ids that look like it, when there is none."""
    try:
        return pack.rule(rule_id)
    except KeyError:
        known = [rule.id for rule in pack.rules]
        alike = [i for i in known if rule_id and rule_id in i] + get_close_matches(rule_id, known, 4)
        allowed = ", ".join(dict.fromkeys(alike)) or "id pada daftar yang dicetak 'auditor rules list'"
        raise InputError([Problem("indikator", "Indikator ini tidak ada.", found=rule_id, allowed=allowed)]) from None


def settings(
    config: Config,
    *,
    max_pages: int,
    max_documents: int,
    delay: float,
    allow_private: bool,
    browser: str,
    contact: str,
) -> CrawlSettings:
    """The crawl settings the options and auditor.toml give. InputError for an unknown browser mode."""
    if browser not in _BROWSER:
        allowed = ", ".join(_BROWSER)
        raise InputError([Problem("--browser", "Pilihan tidak dikenal.", None, "", browser, allowed, "--browser auto")])
    who = contact or config.crawler_contact
    if who and not _HEADER.fullmatch(who):
        place = ("--contact", "") if contact else (FILE_NAME, "crawler")
        message = "Kontak ini tidak dapat dikirim kepada situs yang dibuka."
        allowed = "surel atau alamat web, tanpa huruf beraksen, emoji, atau baris baru, paling panjang 200 tanda"
        raise InputError([Problem(place[0], message, None, place[1], who[:80], allowed, "humas@example.go.id")])
    agent = f"KIPAuditor/{__version__}" + (f" (+{who})" if who else "")
    return CrawlSettings(
        user_agent=agent,
        delay=delay,
        max_pages=max_pages,
        max_documents=max_documents,
        browser=browser,
        allow_private=allow_private,
        contact=who,
    )


def depot(address: str, engine: str) -> str:
    """The address where a cluster keeps snapshots. InputError where there is no cluster."""
    if address and not engine.startswith("dask:"):
        message = "Tempat penyimpanan hanya berlaku untuk kluster Dask."
        raise InputError([Problem("--store", message, found=engine, example="--engine dask:tcp://10.0.0.5:8786")])
    return address


def chosen(sites: Sequence[Site], province: str, area: str, only: str) -> list[str]:
    """The ids of the offices that the options choose. InputError, with what there is, when they choose none."""
    ids = {part.strip().lower() for part in only.split(",") if part.strip()}
    known = [site.id for site in sites]
    problems = [
        _unlisted("--only", "Kantor ini tidak ada pada daftar situs.", i, get_close_matches(i, known, 5) or known)
        for i in sorted(ids - set(known))
    ]
    here = [site for site in sites if _same(province, site.province)]
    if not here:
        there = sorted({site.province for site in sites if site.province})
        problems.append(_unlisted("--province", "Provinsi ini tidak ada pada daftar situs.", province, there))
    elif not any(_same(area, site.area) for site in here):
        there = sorted({site.area for site in here if site.area})
        problems.append(_unlisted("--area", "Wilayah ini tidak ada pada daftar situs.", area, there))
    found = [site.id for site in here if _same(area, site.area) and (not ids or site.id in ids)]
    if not found and not problems:
        problems.append(_unlisted("--only", "Kantor ini tidak termasuk provinsi atau wilayah yang dipilih.", only, []))
    if problems:
        raise InputError(problems)
    return found


def rechecked(
    asked: str, chosen_ids: Sequence[str], cards: Sequence[Scorecard], objected: Collection[str]
) -> list[str]:
    """The ids of the offices to be looked at again, of those chosen. InputError for what is no office of the round.

    ``objected``: those with an objection that nobody has decided.
    """
    groups = {
        _UNRATED: {c.site.id for c in cards if c.listed and not c.rankable and c.site.url and c.site.active},
        _OBJECTED: set(objected),
    }
    wanted: set[str] = set()
    problems = []
    for part in dict.fromkeys(p.strip().lower() for p in asked.split(",") if p.strip()):
        if part in groups:
            wanted |= groups[part]
        elif part in chosen_ids:
            wanted.add(part)
        else:
            near = [*get_close_matches(part, chosen_ids, 5), *groups]
            problems.append(_unlisted("--recheck", "Kantor ini tidak termasuk daftar yang dipilih.", part, near))
    if not cards:
        problems.append(_unlisted("--recheck", "Putaran ini belum memiliki hasil untuk diperiksa ulang.", asked, []))
    if problems:
        raise InputError(problems)
    return [site_id for site_id in chosen_ids if site_id in wanted]


def _same(wanted: str, value: str) -> bool:
    return not wanted or wanted.strip().casefold() == value.casefold()


def _unlisted(option: str, message: str, found: str, there: Sequence[str]) -> Problem:
    allowed = "; ".join(there[:8]) + ("; dan seterusnya" if len(there) > 8 else "")
    return Problem(option, message, found=found, allowed=allowed)
