"""Reading answers as forgivingly as browsers do: heads with stray lines are put right before they are parsed.

The parser below the client refuses a whole answer for one line that is no header ("X Content Type Options: nosniff", a
plug-in's warning); every browser leaves the line out and shows the page.
"""

from __future__ import annotations

import re

_LONGEST = 65_536  # bytes of a head that is put right; a longer one is left to the parser's own limit
_END = re.compile(rb"\r?\n\r?\n")
_HEADER = re.compile(rb"([-!#$%&'*+.^_`|~0-9a-zA-Z]+)[ \t]*:[ \t]*(.*)$", re.DOTALL)
_CONTROLS = re.compile(rb"[\x00-\x08\x0b-\x1f\x7f]")


def tidied(head: bytes) -> bytes:
    """A head of an answer, its end included, without the lines that are no headers."""
    first, *lines = re.split(rb"\r?\n", head.rstrip(b"\r\n"))
    kept = [first]
    for line in lines:
        if line[:1] in (b" ", b"\t"):
            if len(kept) > 1:
                kept.append(line)  # goes on with the line above
            continue
        found = _HEADER.match(line)
        if found is None or (found[1].lower() == b"content-length" and not found[2].strip().isdigit()):
            continue
        kept.append(found[1] + b": " + _CONTROLS.sub(b"", found[2]).strip())
    return b"\r\n".join(kept) + b"\r\n\r\n"


class TidyHead:
    """The head of one answer, put right as soon as it is there; what follows it is passed on as it is."""

    def __init__(self) -> None:
        self._done, self._raw = b"", b""

    def feed(self, data: bytes) -> bytes | None:
        """All that has come, once it holds the end of a head that is no interim answer's; None until then.

        So does what can be no head, and what is cut short: it is the parser's to refuse. No ``data``: it has ended.
        """
        self._raw += data
        while (end := _END.search(self._raw)) is not None and self._raw.startswith(b"HTTP/"):
            head, self._raw = self._raw[: end.end()], self._raw[end.end() :]
            self._done += tidied(head)
            if not head[8:12].strip().startswith(b"1"):
                return self._done + self._raw
        raw = self._raw
        if not data or len(raw) > _LONGEST or not raw[:5].startswith(b"HTTP/"[: len(raw)]):
            return self._done + raw
        return None
