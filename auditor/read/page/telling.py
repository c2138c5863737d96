"""What a text tells beside its row number, the size of a file and labels like "Unduh", which tell nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from auditor.data import table
from auditor.language.phrases import normalised

_ANATOMY = table("anatomy")
_GENERIC = frozenset(normalised(word) for word in _ANATOMY["generic"]["labels"])
MONTH = "|".join(sorted({name for names in table("date_words")["months"].values() for name in names}))
_ROW_NUMBER = re.compile(rf"^\d{{1,3}}[.)]?\s+(?=\D)(?!(?:{MONTH})\b)", re.I)  # "12 Mei 2025" has none
_DIGIT = re.compile(r"\d")
_FILE_SIZE = re.compile(r"\(?\b\d+(?:[.,]\d+)?\s*(?:kb|mb|kib|mib|bytes)\b\)?", re.I)
_ADDRESS = re.compile(r"(?:https?://|www\.)\S+|\S*/\S*\.\w{2,5}")
_SIZE = re.compile(r"^[\d.,]*\s*(?:kb|mb|bytes?|x|kali|views?|diunduh)?$", re.I)


@lru_cache(maxsize=8192)
def generic(label: str) -> bool:
    """Whether a label says nothing about its target ("Unduh", "Selengkapnya", "3,4 MB", its own address)."""
    words = normalised(label)
    bare = label.strip()
    return words in _GENERIC or _SIZE.match(bare) is not None or _ADDRESS.fullmatch(bare) is not None


def tells(text: str) -> bool:
    return text[:3].isalpha() or sum(map(str.isalpha, text)) >= 3


def telling(text: str) -> str:
    """What a text says beside links like "Unduh", "" for nothing."""
    words = " ".join(text.replace("|", " ").split())
    words = tidied(" ".join(word for word in words.split() if normalised(word) not in _GENERIC))
    return words if tells(words) else ""


def tidied(text: str) -> str:
    """A text without its row number and the size of a file."""
    if _DIGIT.search(text) is None:
        return text.strip(" |")
    return " ".join(_FILE_SIZE.sub(" ", _ROW_NUMBER.sub("", text)).split()).strip(" |")
