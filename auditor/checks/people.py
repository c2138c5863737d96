"""Officials named in a text or a table: a name together with the position it holds.

A name may stand beside its position, on the line above or below it (cards), or under a heading that gives the
position of all names below. The words are in ``auditor/data/people.toml``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from auditor.data import table
from auditor.language.phrases import normalise
from auditor.observations import Page, Record, Section

_WORDS = table("people")
_POSITION = re.compile(rf"\b(?:{'|'.join(_WORDS['position']['words'])})\b", re.I)
_LONGEST_HEADING = _WORDS["position"]["longest_heading"]
_NEVER = frozenset(_WORDS["name"]["never"])
_TITLED = re.compile(
    r"(?:\b(?:Drs|Dra|Dr|Prof|Ir|KH|Hj|H)\.?\s+)+[A-Z][\w'’.]+(?:\s+[A-Z][\w'’.]*){0,5}"
    r"|[A-Z][\w'’.]+(?:\s+[A-Z][\w'’.]*){0,5}[.,]*\s+(?:S|M|Lc|A|SH|SE|MM|MA|MH|ST)(?:\.[\w.]*|\b(?=[,.\s]*$))"
    r"|[A-Z][\w'’.]+(?:\s+[A-Z][\w'’.]*){0,5},\s*(?:S|M|Lc|A|SH|SE|MM|MA|MH|ST)[\w.]*"
)
_PLAIN_NAME = re.compile(r"^[A-Z][a-z'’]+(?:\s+(?:bin\s+|binti\s+)?[A-Z][\w'’.]+){1,4}$")
_CAPITALS = re.compile(r"^[A-Z][A-Z'’.]+(?:\s+[A-Z][A-Z'’.]*){1,5}$")
_BORN = re.compile(
    r"([A-Z][\w'’.]+(?:\s+[A-Z][\w'’.]+){1,5})\b[^()\n]{0,40}\(\s*(?:lahir|kelahiran)\b"
)  # begins a life
_LONGEST_NAME = 80  # characters
_LONGEST_LINE = 200
_SPLIT = re.compile(r"\s*[:\u2013\u2014-]\s+|\s{2,}|\t")


def people(text: str) -> dict[str, str]:
    """The officials a text names together with their position: normalised name -> the line of the position."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found: dict[str, str] = {}
    under = ""  # the position that heads the lines that follow
    for at, line in enumerate(lines):
        life = _BORN.match(line)
        if life is not None and (held := _POSITION.search(line)):
            found.setdefault(normalise(life[1]), line[held.start() :][:_LONGEST_LINE])
        elif len(line) > _LONGEST_LINE:
            under = ""
        elif _POSITION.search(line):
            beside = _beside(line)
            near = (*lines[max(0, at - 1) : at], *lines[at + 1 : at + 2])
            names = [beside] if beside else [name for other in near if (name := _name(other))]
            new = next((name for name in names if name not in found), "")
            if new:
                found[new] = line
            under = line if len(line.split()) <= _LONGEST_HEADING else ""
        elif under and (name := _certain(line)):
            found.setdefault(name, under)
        elif len(line.split()) > _LONGEST_HEADING:
            under = ""
    return found


def officials_in(part: Page | Section) -> dict[str, str]:
    """The officials a page or section names, each with the position; what the link on a name leads to is all one."""
    return max(people(part.text), officials(part.records), key=len)


def officials(records: Sequence[Record]) -> dict[str, str]:
    """The officials whom entries (rows, cards) name in one field and their position in the same or another one."""
    found: dict[str, str] = {}
    for record in records:
        told = [cell.text for cell in record.cells if len(cell.text) <= _LONGEST_LINE]
        position = next((text for text in told if _POSITION.search(text)), "")
        name = next((name for text in told if (name := _name(text))), "") if position else ""
        if name:
            found.setdefault(name, position)
    return found


def _beside(line: str) -> str:
    """The name on the line of the position itself: "Kepala Seksi Bimas Islam: H. Ahmad Fauzi, S.Ag"."""
    titled = _TITLED.search(line)
    if titled:
        return normalise(titled[0])
    parts = (part.strip() for part in _SPLIT.split(line))
    return next((normalise(p) for p in parts if _PLAIN_NAME.match(p) and not _POSITION.search(p)), "")


def _name(line: str) -> str:
    """The name a line consists of, normalised; "" for none. Beside a position even a plain one is a name."""
    if len(line) > _LONGEST_LINE or (_POSITION.search(line) and not _TITLED.search(line)):
        return ""
    titled = _TITLED.search(line)
    if titled:
        return normalise(titled[0])
    plain = len(line) <= _LONGEST_NAME and (_PLAIN_NAME.match(line) or _CAPITALS.match(line))
    return normalise(line) if plain and _NEVER.isdisjoint(normalise(line).split()) else ""


def _certain(line: str) -> str:
    """The name of a line that cannot be anything else: with a degree or title, or in capitals."""
    titled = _TITLED.match(line)
    if titled and len(line) <= _LONGEST_NAME:
        return normalise(titled[0])
    capitals = len(line) <= _LONGEST_NAME and _CAPITALS.match(line)
    return normalise(line) if capitals and _NEVER.isdisjoint(normalise(line).split()) else ""
