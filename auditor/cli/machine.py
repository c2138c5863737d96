"""Commands on the tool itself: demo, doctor, schedule."""

from __future__ import annotations

import platform
import shlex
import sys
import webbrowser
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli import options as o
from auditor.cli.results import finish, note, write
from auditor.cli.screen import say, watching
from auditor.crawl.guard import loopback_only
from auditor.data import table
from auditor.demo import DemoProvince
from auditor.inputs.config import Config
from auditor.inputs.sites import read_site_list
from auditor.machine import lights, network
from auditor.round import run_round
from auditor.rules.loader import load
from auditor.schedule import LAST_DAY, Plan, cron_line, service_unit, timer_unit, windows_task

_OUT = Path("hasil-demo")
_SITES = Path("sites.csv")


def demo(
    out: o.Out = _OUT,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Buka rekap di peramban setelah selesai.")] = True,
    browser: o.BrowserMode = "auto",
    delay: o.Delay = 0.0,
    round_id: o.Round = "",
) -> None:
    pack = load()
    name = o.round_name(round_id)
    settings = o.settings(
        Config(), max_pages=60, max_documents=30, delay=delay, allow_private=True, browser=browser, contact="demo"
    )
    with DemoProvince(datetime.now(UTC)) as province:
        say(f"Provinsi contoh: {len(province.sites)} kantor di komputer ini.")
        with watching(province.sites) as watch:
            cards = run_round(
                province.sites,
                name,
                out,
                pack,
                settings,
                watch=replace(watch, note=note),
                resolver=loopback_only,
                pictures=False,
            )
    write(out, name, cards, pack, Config(institution="Kanwil Kementerian Agama (contoh)"))
    finish(cards, pack, strict=False)
    if open_page and sys.stdout.isatty():
        webbrowser.open((out / name / "rekap.html").resolve().as_uri())


def doctor(out: o.Out = Path("hasil")) -> None:
    say(f"KIP Auditor {__version__}, Python {platform.python_version()}, {platform.system()} {platform.release()}")
    found = (*lights(out, thorough=True), network())
    for light in found:
        advice = f": {light.advice}" if light.advice and not light.good else ""
        say(f"  {'baik ' if light.good else 'PERLU'}  {light.what}{advice}")
    if any(light.needed and not light.good for light in found):
        raise typer.Exit(2)


def schedule(
    sites: o.SitesFile = _SITES,
    out: o.Out = Path("hasil"),
    province: o.Province = "",
    area: o.Area = "",
    day: Annotated[
        int, typer.Option("--day", metavar="TANGGAL", min=1, max=LAST_DAY, help="Tanggal malam pertama.")
    ] = 10,
    at: Annotated[str, typer.Option("--time", metavar="JAM", help="Pukul berapa, misalnya 19:00.")] = "19:00",
    save: Annotated[
        Path | None, typer.Option("--save", metavar="FOLDER", help="Tulis juga sebagai berkas ke folder ini.")
    ] = None,
) -> None:
    o.chosen(read_site_list(sites).sites, province, area, "")  # a mistake would be met at night, by nobody
    options = ["run", str(sites), "--due"]
    options += ["--out", str(out)] if out != Path("hasil") else []
    options += ["--province", province] if province else []
    options += ["--area", area] if area else []
    plan = Plan((sys.executable, "-m", "auditor"), options, Path.cwd(), day, o.clock(at))
    told, names = table("jadwal")["kata"], table("jadwal")["berkas"]
    made = {
        "cron": cron_line(plan) + "\n",
        "service": service_unit(plan),
        "timer": timer_unit(plan),
        "windows": windows_task(plan, datetime.now().astimezone().date()),
    }
    shown = shlex.join(options)
    say(told["pengantar"].format(awal=day, akhir=plan.days[-1], pukul=at, perintah=shown, log=plan.log))
    folder = save or Path("jadwal")
    for kind in sorted(made, key=lambda kind: (kind == "windows") is (sys.platform != "win32")):
        say("\n" + told[kind].format(nama=names[kind]))
        windows = told["perintah_windows"].format(berkas=(folder / names["windows"]).absolute())
        say("\n" + (windows if kind == "windows" else made[kind].rstrip()))
    if save is not None:
        save.mkdir(parents=True, exist_ok=True)
        for kind, text in made.items():
            (save / names[kind]).write_text(text, encoding="utf-16" if kind == "windows" else "utf-8")
            say(told["disimpan"].format(berkas=save / names[kind]))


def desk(
    sites: o.SitesFile = _SITES,
    out: o.Out = Path("hasil"),
    port: Annotated[
        int, typer.Option("--port", metavar="ANGKA", min=0, max=65535, help="Nomor pintu. Bawaan: dipilihkan.")
    ] = 0,
    open_page: Annotated[bool, typer.Option("--open/--no-open", help="Buka meja di peramban.")] = True,
    delay: o.Delay = 1.0,
    allow_private: o.AllowPrivate = False,
    browser: o.BrowserMode = "auto",
) -> None:
    from auditor.desk import open_desk
    from auditor.desk.place import Place

    def tell(address: str) -> None:
        say(f"Meja terbuka di {address}")
        say("Tautan itu hanya untuk satu peramban. Tutup dengan tombol Tutup meja, atau Ctrl-C di jendela ini.")
        if open_page:
            webbrowser.open(address)

    options = ("--delay", str(delay), "--browser", browser, *(("--allow-private",) if allow_private else ()))
    open_desk(Place(sites, out, options), tell, port)
