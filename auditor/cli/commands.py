"""The commands by name, each in a module that is loaded only when the command runs. Names and words: perintah.toml."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import typer

from auditor.cli.usage import Command, Group
from auditor.data import table

_COMMANDS = table("perintah")["perintah"]


class Commands(Group):
    """The group of all commands: the help names them, running one loads it."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings)
        self.commands = {name: Command(name=name, help=entry["kata"]) for name, entry in _COMMANDS.items()}

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """The command asked for, loaded."""
        name, _, rest = super().resolve_command(ctx, args)
        return name, loaded(str(name)), rest


def loaded(name: str) -> Any:
    """A command, ready to run, from its module: its function, or a group of its own."""
    module = import_module(f"auditor.cli.{_COMMANDS[name]['modul']}")
    if hasattr(module, "app"):
        return typer.main.get_command(module.app)
    alone = typer.Typer(add_completion=False, rich_markup_mode=None, pretty_exceptions_enable=False)
    alone.command(name, cls=Command, help=_COMMANDS[name]["kata"])(getattr(module, name))
    return typer.main.get_command(alone)
