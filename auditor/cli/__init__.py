"""The command line: names and options in English, everything said in Indonesian, no logic of its own.

A command's module is loaded when the command is asked for: the help costs none of them.
"""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli.commands import Commands
from auditor.cli.loglines import log

_INTERRUPTED = 130

app = typer.Typer(
    name="auditor",
    cls=Commands,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Memeriksa situs kantor Kementerian Agama menurut UU 14/2008 (KIP): telusuri, nilai, simpan bukti, laporkan. "
    "Mulai dengan: auditor demo",
)


def _version(wanted: bool) -> None:
    if wanted:
        from auditor.cli.screen import say

        say(f"KIP Auditor {__version__}")
        raise typer.Exit


@app.callback()
def _tool(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tampilkan versi, lalu selesai.")
    ] = False,
) -> None:
    """Options of the tool itself."""


def main() -> None:
    """Runs the command line.

    Exit codes: 0 done, 2 bad input or something could not be written, 3 and 4 with --strict, 5 this computer has no
    connection, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # cp1252 consoles on Windows
            stream.reconfigure(encoding="utf-8", errors="replace")
    log.kept = False
    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(name)s: %(message)s")
    try:
        code = app(standalone_mode=False)
    except KeyboardInterrupt:
        code = _INTERRUPTED
    except Exception as error:
        from auditor.cli.trouble import told

        code = told(error)
        if code is None:
            raise
    if code == _INTERRUPTED:
        from auditor.cli.screen import say_stopped

        say_stopped()
    sys.exit(code or 0)
