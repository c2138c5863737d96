"""The kind and size of a picture, from its first bytes; nothing is decoded."""

from __future__ import annotations

import re
import struct

_FRAMES = frozenset({*range(0xC0, 0xC4), *range(0xC5, 0xC8), *range(0xC9, 0xCC), *range(0xCD, 0xD0)})  # JPEG SOFn
_SVG = re.compile(rb"<svg\b[^>]{0,2000}>", re.I)
_SVG_SIZE = re.compile(rb"\b(width|height)\s*=\s*[\"']\s*(\d{1,6})(?:\.\d+)?(?:px)?\s*[\"']", re.I)
_SVG_BOX = re.compile(rb"viewBox\s*=\s*[\"'][\s,]*[\d.-]+[\s,]+[\d.-]+[\s,]+(\d{1,6})[\d.]*[\s,]+(\d{1,6})", re.I)


def picture_size(body: bytes) -> tuple[int, int] | None:
    """Width and height in pixels; (0, 0) for a picture whose size cannot be told, None for what is no picture."""
    try:
        return _size(body)
    except (struct.error, IndexError, ValueError):
        return 0, 0


def _size(body: bytes) -> tuple[int, int] | None:
    if body.startswith(b"\x89PNG\r\n\x1a\n"):
        return _pair(">II", body[16:24])
    if body.startswith((b"GIF87a", b"GIF89a")):
        return _pair("<HH", body[6:10])
    if body.startswith(b"\xff\xd8\xff"):
        return _jpeg(body)
    if body.startswith(b"RIFF") and body[8:12] == b"WEBP":
        return _webp(body)
    if body.startswith(b"BM") and len(body) > 26 and body[14] in (12, 40, 108, 124):
        width, height = _pair("<ii", body[18:26])
        return abs(width), abs(height)
    if body[4:12] in (b"ftypavif", b"ftypheic", b"ftypmif1"):
        return 0, 0
    head = body[:4000]
    svg = _SVG.search(head)
    if svg and b"<html" not in head.lower():
        sizes = {name.lower(): int(value) for name, value in _SVG_SIZE.findall(svg[0])}
        box = _SVG_BOX.search(svg[0])
        if box:
            sizes = {b"width": int(box[1]), b"height": int(box[2]), **sizes}
        return sizes.get(b"width", 0), sizes.get(b"height", 0)
    return None


def _pair(form: str, packed: bytes) -> tuple[int, int]:
    one, other = struct.unpack(form, packed)
    return one, other


def _jpeg(body: bytes) -> tuple[int, int]:
    at = 2
    for _ in range(200):  # segments; a picture has a few dozen at most
        while body[at] == 0xFF:
            at += 1
        marker = body[at]
        if marker in _FRAMES:
            height, width = _pair(">HH", body[at + 4 : at + 8])
            return width, height
        if marker in (0xD8, 0x01) or 0xD0 <= marker <= 0xD7:
            at += 1
            continue
        (length,) = struct.unpack(">H", body[at + 1 : at + 3])
        at += 1 + max(length, 2)
        if body[at] != 0xFF:
            break
    return 0, 0


def _webp(body: bytes) -> tuple[int, int]:
    kind = body[12:16]
    if kind == b"VP8X":
        return 1 + int.from_bytes(body[24:27], "little"), 1 + int.from_bytes(body[27:30], "little")
    if kind == b"VP8L":
        bits = int.from_bytes(body[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    if kind == b"VP8 ":
        width, height = _pair("<HH", body[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return 0, 0
