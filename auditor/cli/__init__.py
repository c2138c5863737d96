"""The command line: names and options in English, everything said in Indonesian, no logic of its own."""

from __future__ import annotations

import logging
import sys
from typing import Annotated

import typer

from auditor import __version__
from auditor.cli import machine, packs, rounds, single
from auditor.cli.screen import say, say_problems, say_stopped, say_trouble
from auditor.cli.usage import Group, complaint, unusable
from auditor.crawl.connection import ConnectionDown
from auditor.problems import InputError, ReportError
from auditor.report.writing import is_full
from auditor.snapshot import SnapshotError
from auditor.store import StoreError

_OFFLINE = 5
_INTERRUPTED = 130

app = typer.Typer(
    name="auditor",
    cls=Group,
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help="Memeriksa situs kantor Kementerian Agama menurut UU 14/2008 (KIP): telusuri, nilai, simpan bukti, laporkan. "
    "Mulai dengan: auditor demo",
)


def _version(wanted: bool) -> None:
    if wanted:
        say(f"KIP Auditor {__version__}")
        raise typer.Exit


@app.callback()
def _tool(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Tampilkan versi, lalu selesai.")
    ] = False,
) -> None:
    """Options of the tool itself."""


rounds.register(app)
single.register(app)
machine.register(app)
app.add_typer(packs.app, name="rules")


def main() -> None:
    """Runs the command line.

    Exit codes: 0 done, 2 bad input or something could not be written, 3 and 4 with --strict, 5 this computer has no
    connection, 130 interrupted.
    """
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # cp1252 consoles on Windows
            stream.reconfigure(encoding="utf-8", errors="replace")
    logging.basicConfig(level=logging.ERROR, format="%(asctime)s %(name)s: %(message)s")
    try:
        code = app(standalone_mode=False)
    except typer.TyperException as error:
        code = _mistaken(error)
    except InputError as error:
        say_problems(error)
        code = 2
    except (StoreError, SnapshotError, ReportError) as error:
        say_trouble(str(error))
        code = 2
    except ConnectionDown as error:
        say_trouble(str(error))
        code = _OFFLINE
    except OSError as error:
        if error.filename is None and not is_full(error):
            raise  # no file that somebody could close or free
        logging.getLogger(__name__).info("file", exc_info=True)
        say_trouble(unusable(error))
        code = 2
    except KeyboardInterrupt:
        code = _INTERRUPTED
    if code == _INTERRUPTED:
        say_stopped()
    sys.exit(code or 0)


def _mistaken(error: typer.TyperException) -> int:
    """Tells a mistake in the command itself; a group without a command is told its help."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if context is not None and message == context.get_help():
        say_trouble(message)
    else:
        say_trouble(complaint(message, context.command_path if context is not None else "auditor"))
    return 2
