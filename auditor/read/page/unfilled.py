"""A page that is there, and of which a part is still to be filled by a script. Pure.

A table with a head and no rows, an empty list that a script writes to, "Memuat data ...", a main part without words
between a full head and foot: what would stand there is not known, and is not absent.
"""

from __future__ import annotations

import re

from auditor.data import table
from auditor.language.phrases import Stems
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.zones import MAIN

_WORDS = table("pagekinds")["unfilled"]
_DECORATIONS = tuple(_WORDS["decorations"])
_EMPTY = re.compile(
    rb"<(div|ul|ol|tbody|section|main|table)\b[^>]{0,400}?\bid\s*=\s*[\"']?([\w-]{2,60})[\"']?[^>]{0,400}>"
    rb"\s*(?:<!--[^>]{0,200}-->\s*)?</\1\s*>",
    re.IGNORECASE,
)
_SCRIPT = re.compile(rb"<script\b[^>]*>(.*?)</script", re.IGNORECASE | re.DOTALL)
_WRITING = (
    "innerHTML", "append", "insertAdjacent", ".html(", "replaceChildren", "DataTable", "createElement", "textContent"
)  # fmt: skip
_WRITES = re.compile("|".join(map(re.escape, _WRITING)).encode())
_PUTS = Stems(("<template", *(word.lower() for word in _WRITING)))  # what no page lacks in which a script puts a part
_SUSPENDED = re.compile(rb"<template\s+id=[\"'](?:B|P):[0-9a-f]+[\"']\s*>", re.IGNORECASE)
_READ = 1_000_000  # bytes of a page that are looked through


def unfilled(page: Anatomy, body: bytes) -> bool:
    """Whether a script may have yet to put a part of a page, as it came, into its place: reason enough to look."""
    if page.awaits or promised(page, body):
        return True
    bare = any(table.headers and not table.rows and table.zone is MAIN for table in page.tables)
    return _scripted(page, body) and (bare or _hollow(page))


def promised(page: Anatomy, body: bytes) -> bool:
    """Whether a page, as it came, shows that a script is to put a part of it into its place."""
    if page.bare_table:
        return True
    if not _scripted(page, body):
        return False
    if not any(block.zone is MAIN for block in page.blocks) and _hollow(page):
        return True
    body = body[:_READ]
    return _PUTS.occur(body.lower()) and (_SUSPENDED.search(body) is not None or _awaited(body))


def _scripted(page: Anatomy, body: bytes) -> bool:
    return page.scripts > 0 or _SCRIPT.search(body[:_READ]) is not None


def _hollow(page: Anatomy) -> bool:
    """Whether nothing stands between a full head and foot."""
    main = [block for block in page.blocks if block.zone is MAIN]
    words = sum(len(block.text.split()) for block in main)
    around = sum(len(block.text.split()) for block in page.blocks) - words
    held = any(image.zone is MAIN for image in page.images) or page.frames or page.forms or page.tables
    links = sum(link.zone is MAIN for link in page.links)
    return words < int(_WORDS["least_words"]) and links < 2 and not held and around >= int(_WORDS["template_words"])


def _awaited(body: bytes) -> bool:
    """Whether an empty list or box is one that the page's own scripts write to."""
    empty = {match.group(2) for match in _EMPTY.finditer(body)}
    named = {name for name in empty if not any(word in name.decode().lower() for word in _DECORATIONS)}
    if not named:
        return False
    scripts = b"\n".join(match.group(1) for match in _SCRIPT.finditer(body))
    if not _WRITES.search(scripts):
        return False
    return any(re.search(rb"[\"'`#]" + re.escape(name) + rb"[\"'`\s]", scripts) for name in named)
