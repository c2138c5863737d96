"""Faults in what people hand in (sites.csv, rule files, koreksi.csv, auditor.toml), told so that they can mend them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from errno import errorcode
from typing import Any, Final

from auditor.data import table

_TOO_DEEP: Final = "maximum recursion depth exceeded"
_DEEPEST, _LONGEST = 50, 256


@dataclass(frozen=True, slots=True)
class Problem:
    """One fault: where it is, what was found, what is allowed, one good example (all Indonesian)."""

    file: str
    message: str  # what is wrong, one sentence
    line: int | None = None  # 1-based; the row in a spreadsheet
    column: str = ""  # column or key
    found: str = ""
    allowed: str = ""
    example: str = ""

    def __str__(self) -> str:
        place = self.file
        if self.line is not None:
            place += f", baris {self.line}"
        if self.column:
            place += f", {'kunci' if self.file.endswith('.toml') else 'kolom'} {self.column}"
        text = f"{place}: {self.message}"
        if self.found:
            text += f" Ditemukan: {self.found}."
        if self.allowed:
            text += f" Yang diperbolehkan: {self.allowed}."
        if self.example:
            text += f" Contoh yang benar: {self.example}"
        return text


def reason(error: OSError) -> str:
    """Why a file cannot be opened, as people say it; the system's own words for what is not in the list."""
    words: dict[str, str] = table("masukan")["sebab"]
    return words.get(errorcode.get(error.errno or 0, ""), error.strerror or "sebab tidak diketahui")


def parsed_toml(text: str) -> dict[str, Any]:
    """The data of a TOML text. ValueError, with tomllib's words, also for what no person can have meant.

    A number of thousands of digits cannot be printed, and what is nested without end cannot be walked through.
    """
    try:
        data = tomllib.loads(text)
    except RecursionError:
        raise ValueError(_TOO_DEEP) from None
    inside: list[tuple[object, int]] = [(data, 0)]
    while inside:
        value, depth = inside.pop()
        if depth > _DEEPEST:
            raise ValueError(_TOO_DEEP)
        if isinstance(value, int) and value.bit_length() > _LONGEST:
            raise ValueError("Exceeds the limit for numbers")
        if isinstance(value, dict | list):
            inside += [(item, depth + 1) for item in (value.values() if isinstance(value, dict) else value)]
    return data


def toml_fault(message: str) -> tuple[str, str]:
    """What tomllib said in plain words, with a good example; ("", "") where no wording for it is known."""
    for fault in table("toml_faults")["fault"]:
        if re.search(fault["pattern"], message):
            return str(fault["message"]), str(fault["example"])
    return "", ""


class InputError(Exception):
    """Raised with every problem of an input at once; the command line prints them and exits with 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ReportError(Exception):
    """Raised when a report cannot be made; the message (Indonesian) says why and what to do."""
