"""One TOML file of the pack as text with line numbers, and its faults in words for a person who edits it by hand."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from auditor.problems import Problem, parsed_toml, reason, toml_fault

Loc = tuple[str | int, ...]

_HEADER = re.compile(r"^\s*(\[\[?)\s*([^\[\]]+?)\s*\]\]?\s*(#.*)?$")
_KEY = re.compile(r"""^\s*((?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+)(?:\s*\.\s*(?:"[^"]*"|'[^']*'|[A-Za-z0-9_-]+))*)\s*=""")
_PART = re.compile(r""""([^"]*)"|'([^']*)'|([A-Za-z0-9_-]+)""")
_AT = re.compile(r"\s*\(at (?:line (\d+), column (\d+)|end of document)\)$")


@dataclass(frozen=True, slots=True)
class Source:
    """A file read: its data ({} when it could not be read) and what is wrong with it so far."""

    path: Path
    name: str  # as messages call it: relative to the pack's folder
    raw: bytes = b""
    text: str = ""
    data: dict[str, Any] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def line(self, loc: Loc, found: object = None) -> int | None:
        """The 1-based line on which a value is written; that of the nearest enclosing table when it is missing."""
        places = _places(self.text)
        for depth in range(len(loc), 0, -1):
            line = places.get(loc[:depth])
            if line is not None:
                return line if depth == len(loc) else _inside(self.text, line, loc[depth:], found)
        return 1 if self.text else None


def read_source(path: Path, name: str) -> Source:
    """A TOML file with its faults; a byte-order mark is accepted, other encodings and syntax errors are told."""
    try:
        raw = path.read_bytes()
    except OSError as error:
        return Source(path, name, problems=(Problem(name, f"Berkas tidak dapat dibaca: {reason(error)}."),))
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Source(path, name, raw, problems=(_not_utf8(name, raw, error),))
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    try:
        return Source(path, name, raw, text, parsed_toml(text))
    except ValueError as error:
        return Source(path, name, raw, text, problems=(_syntax(name, text, str(error)),))


def _not_utf8(name: str, raw: bytes, error: UnicodeDecodeError) -> Problem:
    line = raw.count(b"\n", 0, error.start) + 1
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        kind = "UTF-16"
    elif b"\0" in raw:
        kind = "bukan teks"
    else:
        kind = "ANSI (Windows-1252)"
    return Problem(
        name,
        "Berkas ini tidak disimpan sebagai teks UTF-8.",
        line=line,
        found=kind,
        allowed="UTF-8, dengan atau tanpa BOM",
        example='di Notepad: Simpan Sebagai, Pengodean "UTF-8"; di VS Code: klik nama pengodean di kanan bawah',
    )


def _syntax(name: str, text: str, message: str) -> Problem:
    """tomllib's message in plain words, with the line and what stands there."""
    place = _AT.search(message)
    what = message[: place.start()] if place else message
    lines = text.split("\n")
    line = int(place[1]) if place and place[1] else len(lines)
    column = f" (kolom {place[2]})" if place and place[2] else ""
    # A string or list that is never closed is noticed on a later line than the one where it begins.
    words, example = toml_fault(what)
    if not words:
        words, example = f"Susunan TOML keliru: {what}.", 'title = "Maklumat pelayanan"'
    shown = lines[line - 1].strip() if 0 < line <= len(lines) else ""
    return Problem(name, f"{words}{column}" if column else words, line=line, found=shown[:100], example=example)


_CACHE: dict[int, tuple[str, dict[Loc, int]]] = {}


def _places(text: str) -> dict[Loc, int]:
    """The line of every table header and key, by its path in the data."""
    kept = _CACHE.get(hash(text))
    if kept is not None and kept[0] is text:
        return kept[1]
    places: dict[Loc, int] = {}
    counts: dict[Loc, int] = {}
    table_at: Loc = ()
    closing = ""  # the quotes that end the multi-line string we are in
    for number, line in enumerate(text.split("\n"), 1):
        if closing:
            closing = "" if closing in line else closing
            continue
        if header := _HEADER.match(line):
            parts = [a or b or c for a, b, c in _PART.findall(header[2])]
            table_at = _table(parts, header[1] == "[[", counts)
            places.setdefault(table_at, number)
            continue
        if key := _KEY.match(line):
            path = table_at + tuple(a or b or c for a, b, c in _PART.findall(key[1]))
            places.setdefault(path, number)
            line = line[key.end() :]
        for quotes in re.findall(r'"""|\'\'\'', line.split("#", 1)[0] if line.lstrip().startswith("#") else line):
            closing = quotes if not closing else "" if quotes == closing else closing
    _CACHE.clear()
    _CACHE[hash(text)] = (text, places)
    return places


def _table(parts: Iterable[str], array: bool, counts: dict[Loc, int]) -> Loc:
    """The path of a table header, with the index of each array of tables on the way."""
    path: Loc = ()
    parts = list(parts)
    for depth, part in enumerate(parts):
        path += (part,)
        last = depth == len(parts) - 1
        if last and array:
            counts[path] = counts.get(path, -1) + 1
            for deeper in [p for p in counts if len(p) > len(path) and p[: len(path)] == path]:
                del counts[deeper]
            path += (counts[path],)
        elif not last and path in counts:
            path += (counts[path],)
    return path


def _inside(text: str, line: int, rest: Loc, found: object) -> int:
    """The line inside a list or inline table where a value stands, as near as can be told from the text."""
    lines = text.split("\n")
    wanted = [str(found)] if isinstance(found, str | int | float) and str(found) else []
    wanted += [str(part) for part in reversed(rest) if isinstance(part, str)]
    entry = next((part for part in rest if isinstance(part, int)), None)
    begin, end = line, min(len(lines), line + 60)
    for number in range(line, end):
        if (
            number > line
            and (_HEADER.match(lines[number]) or _KEY.match(lines[number]))
            and not lines[number].startswith(" ")
        ):
            end = number
            break
    if entry is not None:
        openings = [n for n in range(begin - 1, end) if "{" in lines[n]]
        if entry < len(openings):
            return openings[entry] + 1
    for word in wanted:
        for number in range(begin - 1, end):
            if word in lines[number]:
                return number + 1
    return line
