"""What the parser of the command line says by itself (headings of the help, mistakes in a command), in Indonesian."""

from __future__ import annotations

import re
from typing import Any

from typer.core import TyperCommand, TyperGroup

from auditor.data import table
from auditor.problems import reason

_WORDS = table("perintah")
_MISTAKES = tuple((re.compile(entry["pola"]), entry) for entry in _WORDS["pesan"])


def mistake(message: str) -> str:
    """The parser's complaint in Indonesian; as it is where no wording for it is known."""
    for pattern, words in _MISTAKES:
        found = pattern.search(message)
        if found:
            parts = found.groupdict("")
            hint = words.get("usul", "")
            return str(words["kata"].format(**parts)) + (
                f" {hint.format(**parts)}" if hint and _full(hint, parts) else ""
            )
    return message


def complaint(message: str, command: str) -> str:
    """Two lines for a command that cannot be run: what is wrong, and where its help is."""
    words = _WORDS["salah"]
    return f"{words['pembuka'].format(pesan=mistake(message))}\n{words['bantuan'].format(perintah=command)}"


def unusable(error: OSError) -> str:
    """One sentence for a file that cannot be opened or written, a report open in Excel above all."""
    return str(
        _WORDS["salah"]["berkas"].format(
            berkas=error.filename2 or error.filename or "berkas sementara", sebab=reason(error)
        )
    )


def _full(hint: str, parts: dict[str, str]) -> bool:
    return all(parts.get(name) for name in re.findall(r"\{(\w)\}", hint))


def _translated(text: str) -> str:
    for english, indonesian in _WORDS["bantuan"].items():
        text = text.replace(english, indonesian)
    return text


class Command(TyperCommand):
    """A command whose help is Indonesian throughout."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


class Group(TyperGroup):
    """A group of commands whose help is Indonesian throughout."""

    def get_help(self, ctx: Any) -> str:
        return _translated(super().get_help(ctx))

    def get_help_option(self, ctx: Any) -> Any:
        return _told(super().get_help_option(ctx))


def _told(option: Any) -> Any:
    if option is not None:
        option.help = _WORDS["salah"]["pilihan_bantuan"]
    return option
