"""What ends a command early, told in words, and the exit code it ends with."""

from __future__ import annotations

import logging

import typer

from auditor.cli.screen import say_problems, say_trouble
from auditor.cli.usage import complaint, unusable
from auditor.crawl.connection import ConnectionDown
from auditor.problems import InputError, ReportError
from auditor.report.writing import is_full
from auditor.snapshot import SnapshotError
from auditor.store import StoreError
from auditor.work.engine import ClusterLost

_BAD = 2
_OFFLINE = 5


def told(error: Exception) -> int | None:
    """The exit code after an error was told to the user; None for one that is a fault of our own."""
    if isinstance(error, typer.TyperException):
        return _mistaken(error)
    if isinstance(error, InputError):
        say_problems(error)
        return _BAD
    if isinstance(error, StoreError | SnapshotError | ReportError):
        say_trouble(str(error))
        return _BAD
    if isinstance(error, ConnectionDown | ClusterLost):
        say_trouble(str(error))
        return _OFFLINE
    if isinstance(error, OSError) and (error.filename is not None or is_full(error)):
        logging.getLogger(__name__).info("file", exc_info=True)
        say_trouble(unusable(error))
        return _BAD
    return None  # no file that somebody could close or free


def _mistaken(error: typer.TyperException) -> int:
    """Tells a mistake in the command itself; a group without a command is told its help."""
    context = getattr(error, "ctx", None)
    message = error.format_message()
    if context is not None and message == context.get_help():
        say_trouble(message)
    else:
        say_trouble(complaint(message, context.command_path if context is not None else "auditor"))
    return 2
