"""Faults in what people hand in (sites.csv, rule files, koreksi.csv, auditor.toml), told so that they can mend them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from errno import errorcode

from auditor.data import table


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


class InputError(Exception):
    """Raised with every problem of an input at once; the command line prints them and exits with 2."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class ReportError(Exception):
    """Raised when a report cannot be made; the message (Indonesian) says why and what to do."""
