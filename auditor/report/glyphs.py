"""Keeps text printable: characters the shipped font lacks are replaced before the PDF engine meets them.

PDF/UA forbids text without a glyph, so one emoji in a site's title would otherwise stop the whole book.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from pathlib import Path

_BREAK = "\u200b"  # zero-width space: lets a long address break anywhere
_LONG_WORD = 22


@lru_cache(maxsize=4)
def covered(font: Path) -> frozenset[int]:
    """The code points an OpenType font has a glyph for (its cmap, formats 4 and 12)."""
    data = font.read_bytes()
    tables = {
        data[o : o + 4]: struct.unpack(">II", data[o + 8 : o + 16])
        for o in range(12, 12 + 16 * struct.unpack(">H", data[4:6])[0], 16)
    }
    start = tables[b"cmap"][0]
    found: set[int] = set()
    for i in range(struct.unpack(">H", data[start + 2 : start + 4])[0]):
        at = start + struct.unpack(">I", data[start + 8 + 8 * i : start + 12 + 8 * i])[0]
        kind = struct.unpack(">H", data[at : at + 2])[0]
        if kind == 12:
            for j in range(struct.unpack(">I", data[at + 12 : at + 16])[0]):
                first, last = struct.unpack(">II", data[at + 16 + 12 * j : at + 24 + 12 * j])
                found.update(range(first, last + 1))
        elif kind == 4:
            count = struct.unpack(">H", data[at + 6 : at + 8])[0] // 2
            ends = struct.unpack(f">{count}H", data[at + 14 : at + 14 + 2 * count])
            firsts = struct.unpack(f">{count}H", data[at + 16 + 2 * count : at + 16 + 4 * count])
            for first, last in zip(firsts, ends, strict=True):
                if first != 0xFFFF:
                    found.update(range(first, last + 1))
    return frozenset(found)


def printable(text: str, font: Path) -> str:
    """The text in characters the font has; other scripts become "?", long words may break."""
    known = covered(font)
    text = unicodedata.normalize("NFC", text)
    if any(ord(c) not in known and c != "\n" for c in text):
        text = unicodedata.normalize("NFKC", text)
        out: list[str] = []
        for c in text:
            if ord(c) in known or c == "\n":
                out.append(c)
            elif (
                not unicodedata.combining(c)
                and unicodedata.category(c) not in ("Cf", "Cc", "Mn")
                and (not out or out[-1] != "?")
            ):
                out.append("?")
        text = "".join(out)
    return " ".join(_breakable(word) for word in text.split(" "))


def _breakable(word: str) -> str:
    if len(word) <= _LONG_WORD:
        return word
    return _BREAK.join(word[i : i + 8] for i in range(0, len(word), 8))
