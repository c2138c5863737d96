"""Whether this machine is ready to audit: what is there, and what to do about what is not."""

from __future__ import annotations

import os
import socket
import sys
from dataclasses import dataclass
from pathlib import Path

from auditor.crawl.browser import can_render, find_browser
from auditor.pictures.reader import can_read
from auditor.pictures.sight import engine_version
from auditor.problems import InputError
from auditor.rules.loader import load

_PROBE_HOST = "ppid.kemenag.go.id"


@dataclass(frozen=True, slots=True)
class Light:
    """One thing an audit needs or is better with. ``needed``: without it nothing works."""

    good: bool
    what: str
    advice: str = ""
    needed: bool = False


def lights(out: Path, thorough: bool = False) -> tuple[Light, ...]:
    """What stands ready without asking the network. ``thorough``: what is installed is also started, for a second."""
    found = [Light(sys.version_info >= (3, 11), "Python 3.11 atau lebih baru", "pasang Python dari python.org", True)]
    folder = out if out.exists() else out.absolute().parent
    advice = "jalankan dari folder lain, misalnya Dokumen"
    found.append(Light(os.access(folder, os.W_OK), f"izin menulis di {folder.resolve()}", advice, True))
    try:
        pack = load()
        what = f"paket indikator {pack.info.name} {pack.info.version}: {len(pack.rules)} indikator"
        found.append(Light(True, what, needed=True))
    except InputError as error:
        found.append(Light(False, "paket indikator", str(error), True))
    browser = find_browser()
    if browser is None:
        advice = "pasang Microsoft Edge, Google Chrome, atau Chromium"
        found.append(Light(False, "peramban untuk situs JavaScript", advice))
    elif not can_render():
        found.append(Light(False, f"peramban {browser}", "pasang tambahan: pip install 'auditor-kip[js]'"))
    else:
        found.append(Light(True, f"peramban untuk situs JavaScript: {browser}"))
    engine = engine_version()
    advice = "bila ingin gambar dan pindaian dibaca, pasang tambahan: pip install 'auditor-kip[ocr]'"
    what = f"pembaca gambar dan pindaian: {engine}" if engine else "pembaca gambar dan pindaian"
    starts = bool(engine) and (not thorough or can_read())
    if engine and not starts:
        what += " (terpasang, tetapi tidak dapat dimulai)"
        advice = "di Windows pasang Microsoft Visual C++ 2015-2022 (x64); di tempat lain pasang ulang tambahan itu"
    found.append(Light(starts, what, advice))
    return tuple(found)


def network() -> Light:
    """Whether the names of sites can be looked up; it may take some seconds to find out."""
    try:
        socket.getaddrinfo(_PROBE_HOST, 443)
    except OSError:
        advice = "periksa sambungan internet; penilaian ulang dan laporan tetap dapat dijalankan"
        return Light(False, "jaringan (nama situs tidak dapat dicari)", advice)
    return Light(True, "jaringan (nama situs dapat dicari)")
