"""A page's bytes -> its text, whatever it declares."""

from __future__ import annotations

import codecs
import re

_META_CHARSET = re.compile(rb"<meta[^>]{0,200}charset\s*=\s*[\"']?\s*([a-zA-Z0-9_-]{2,40})", re.I)


def decode(body: bytes, charset: str = "") -> str:
    """The text of a page: BOM, then UTF-8, then what the page or the server says, then cp1252; never raises.

    UTF-8 comes before the declared charset because pages that declare the wrong one are common and text that
    decodes as UTF-8 by chance is not.
    """
    if body.startswith(codecs.BOM_UTF8):
        return body[3:].decode("utf-8", "replace")
    if body.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return body.decode("utf-16", "replace")
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        if error.start > len(body) - 4:  # cut within the last character
            return body.decode("utf-8", "replace")
    declared = _META_CHARSET.search(body[:4096])
    for name in (charset, declared.group(1).decode("ascii") if declared else ""):
        try:
            if name and codecs.lookup(name).name != "utf-8":
                return body.decode(name, "replace")
        except (LookupError, ValueError):
            continue
    return body.decode("cp1252", "replace")


def closed_up(text: str) -> str:
    """A heading set with blanks between its letters as one word: "V I S I" -> "VISI"; any other text as it is."""
    if text[1:2] != " " or len(text) > 60:
        return text
    letters = text.rstrip(" :.").split(" ")
    return "".join(letters) if len(letters) >= 3 and all(len(x) == 1 and x.isalpha() for x in letters) else text
