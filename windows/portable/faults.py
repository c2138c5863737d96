"""What keeps a portable folder from being made, in words for whoever makes it."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any


class PackageError(Exception):
    """A fault with the good example beside it, in Indonesian."""


@cache
def words() -> dict[str, Any]:
    """The wordings, names and lists of ``kata.toml``."""
    return tomllib.loads((Path(__file__).parent / "kata.toml").read_text(encoding="utf-8"))


def fault(name: str, **told: object) -> PackageError:
    """The fault of that name in ``kata.toml``, with what it tells filled in."""
    return PackageError(words()["galat"][name].format(**told))
