"""The one seam to the engine that reads pictures: bytes -> lines of text with a confidence.

Run it in a limited worker only (``auditor.pictures.reader``): the bytes are hostile, and no engine bounds what a legal
picture costs. Pillow opens every picture first, under limits of its own, and hands a plain PNG over. The engine is an
extra (``ocr``); its two small models come with it, nothing is fetched.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from functools import lru_cache
from io import BytesIO
from itertools import pairwise
from typing import Any, Final

from PIL import Image, ImageOps, UnidentifiedImageError

from auditor.pictures.lines import Box, folded, lines_of, moved
from auditor.pictures.sight import Outcome, Sight

_FORMATS: Final = ("JPEG", "PNG", "WEBP", "GIF", "BMP")
_MOST_BYTES: Final = 15_000_000
_MOST_PIXELS: Final = 40_000_000
_LEAST_SIDE, _LEAST_AREA, _LONGEST = 200, 120_000, 8  # px, px, times as long as wide
_SIDE: Final = 2400  # px of the long side, at most
_TALL, _TILE, _SHARED = 2.5, 1600, 200  # times as high as wide; px of a tile, and of what two tiles share
_DOTS: Final = 150  # per inch, of a scanned page: more reads no better
_GLANCE, _LOOK = 640, 1280  # px at which text is looked for: at a glance, and to read it
_BOXES, _SURE = 3, 0.8  # boxes of text a glance must find, and how sure it must be of each
_WRITING: Final = 6  # boxes that look like writing
_DIGITS: Final = 0.9  # how sure the engine must be of a line with figures: a wrong year is worse than none
_POOR, _FAIR, _WORTH = 0.5, 0.75, 0.85  # mean confidence: no text; perhaps not upright; better read once more
_LATIN: Final = 0.6  # share of the letters: less is not ours, or no writing at all
_TURN_BACK: Final = Image.Transpose.ROTATE_270
_SKEWS: Final = tuple(step / 2 for step in range(-8, 9))  # degrees
_STRAIGHTER: Final = 1.15  # times as clear as it lies, or it lies well


def see_picture(body: bytes, again: bool) -> Sight:
    """What a picture says; ``again``: the larger model may be used where the small one is unsure."""
    picture = _opened(body)
    if picture is None or not _may_hold_text(picture):
        return Sight(Outcome.REFUSED)
    return _seen(picture, again) if _speaks(picture) else Sight(Outcome.NOTHING)


def see_page(body: bytes, page: int, again: bool) -> Sight:
    """What a page (from 0) of a scanned PDF says."""
    import pypdfium2 as pdfium

    try:
        document = pdfium.PdfDocument(body)
        try:
            if page >= len(document):
                return Sight(Outcome.REFUSED)
            sheet = document[page]
            scale = min(_DOTS / 72, _SIDE / max(1.0, *sheet.get_size()))
            picture = sheet.render(scale=scale).to_pil().convert("RGB")
            sheet.close()
        finally:
            document.close()
    except (pdfium.PdfiumError, ValueError, OSError):
        return Sight(Outcome.REFUSED)
    return _seen(picture, again)


def _opened(body: bytes) -> Image.Image | None:
    """A picture in RGB of a size the engine is trusted with; None for what is refused."""
    if len(body) > _MOST_BYTES:
        return None
    Image.MAX_IMAGE_PIXELS = _MOST_PIXELS
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(body), formats=_FORMATS) as opened:
                opened.draft("RGB", (_SIDE, _SIDE))
                picture = ImageOps.exif_transpose(opened)
                if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
                    layer = picture.convert("RGBA")
                    picture = Image.new("RGBA", layer.size, "white")
                    picture.alpha_composite(layer)
                picture = picture.convert("RGB")
    except (Image.DecompressionBombWarning, Image.DecompressionBombError, UnidentifiedImageError):
        return None
    except (OSError, ValueError, SyntaxError, EOFError, IndexError, KeyError, TypeError, ZeroDivisionError):
        return None  # what Pillow's readers raise over damaged files
    if picture.height <= _TALL * picture.width:
        picture.thumbnail((_SIDE, _SIDE))
    elif picture.width > _TILE:
        picture.thumbnail((_TILE, picture.height))
    return picture


def _may_hold_text(picture: Image.Image) -> bool:
    short, long = sorted(picture.size)
    return short >= _LEAST_SIDE and short * long >= _LEAST_AREA and long <= _LONGEST * short


def _speaks(picture: Image.Image) -> bool:
    """Whether a glance finds text; what looks like writing and reads as none may stand on its head."""
    boxes = _boxes("tiny", _GLANCE, picture)
    if len(boxes) >= _WRITING and not _sure(boxes):
        boxes = _boxes("tiny", _GLANCE, picture.transpose(Image.Transpose.ROTATE_180))
    return _sure(boxes) >= _BOXES


def _sure(boxes: Sequence[Box]) -> int:
    return sum(box.confidence >= _SURE for box in boxes)


def _seen(picture: Image.Image, again: bool) -> Sight:
    picture, boxes = _upright(_straight(picture))
    used = False
    if again and boxes and _POOR <= _mean(boxes) < _WORTH:
        boxes, used = _boxes("small", _LOOK, picture), True
    if not boxes or _mean(boxes) < _POOR or _latin(boxes) < _LATIN:
        return Sight(Outcome.NOTHING, again=used)
    lines = lines_of(box for box in boxes if box.confidence >= (_DIGITS if _figures(box.text) else _SURE))
    return Sight(Outcome.READ if lines else Outcome.NOTHING, lines, used)


def _straight(picture: Image.Image) -> Image.Image:
    """A picture turned by the few degrees that a scanner's sheet lay askew."""
    small = ImageOps.autocontrast(ImageOps.grayscale(picture))
    small.thumbnail((700, 700))
    clear = {angle: _clearness(small.rotate(angle, Image.Resampling.BILINEAR, fillcolor=255)) for angle in _SKEWS}
    best = max(clear, key=lambda angle: clear[angle])
    if not best or abs(best) == _SKEWS[-1] or clear[best] < _STRAIGHTER * clear[0.0]:
        return picture
    return picture.rotate(best, Image.Resampling.BICUBIC, expand=True, fillcolor="white")


def _clearness(picture: Image.Image) -> float:
    """How much neighbouring rows differ: most where lines of text lie level."""
    margin_x, margin_y = picture.width // 12, picture.height // 12
    inner = picture.crop((margin_x, margin_y, picture.width - margin_x, picture.height - margin_y))
    rows = inner.resize((1, inner.height), Image.Resampling.BOX).tobytes()
    return float(sum((a - b) ** 2 for a, b in pairwise(rows)))


def _upright(picture: Image.Image) -> tuple[Image.Image, list[Box]]:
    """A picture and its boxes, turned where it reads better upside down or sideways."""
    best = picture, _boxes("tiny", _LOOK, picture)
    lies = _lies(best[1])
    if not best[1] or (_mean(best[1]) >= _FAIR and not lies):
        return best
    for turn in (*((Image.Transpose.ROTATE_180,) if not lies else ()), Image.Transpose.ROTATE_90, _TURN_BACK):
        turned = picture.transpose(turn)
        boxes = _boxes("tiny", _LOOK, turned)
        if boxes and not _lies(boxes) and (_mean(boxes) > _mean(best[1]) or _lies(best[1])):
            best = turned, boxes
        if _mean(best[1]) >= _WORTH and not _lies(best[1]):
            break
    return best


def _lies(boxes: Sequence[Box]) -> bool:
    """Whether lines of text stand upright in a picture: it lies on its side, and the engine read them all the same."""
    lines = [box for box in boxes if len(box.text) >= _BOXES]
    return sum(box.height > box.right - box.left for box in lines) * 2 > len(lines)


def _boxes(model: str, side: int, picture: Image.Image) -> list[Box]:
    found: list[Box] = []
    for tile, top, first, last in _tiles(picture):
        png = BytesIO()
        tile.save(png, "PNG", compress_level=1)
        result = _engine(model, side).ocr(png.getvalue())
        for bound in result["bounds"].values():
            (left, upper), (right, lower) = bound["topLeftCoord"], bound["bottomRightCoord"]
            text = folded(str(bound["text"]))
            box = moved(Box(text, float(bound["confidence"]), left, upper, right, lower), top)
            if text and first <= box.middle < last:
                found.append(box)
    return found


def _tiles(picture: Image.Image) -> Iterator[tuple[Image.Image, int, float, float]]:
    """The picture in parts that are not too tall: each with its top, and the rows of the whole that it answers for."""
    width, height = picture.size
    if height <= _TALL * width:
        yield picture, 0, 0, height
        return
    for top in range(0, max(1, height - _SHARED), _TILE - _SHARED):
        bottom = min(height, top + _TILE)
        first = top + _SHARED / 2 if top else 0
        last = bottom - _SHARED / 2 if bottom < height else height
        yield picture.crop((0, top, width, bottom)), top, first, last


@lru_cache(maxsize=3)
def _engine(model: str, side: int) -> Any:
    from faster_paddle import OcrEngine

    if side == _GLANCE:
        return OcrEngine(model_size=model, threads=1, det_max_side=side, det_min_side=0)
    return OcrEngine(model_size=model, threads=1, det_max_side=side)


def _mean(boxes: Sequence[Box]) -> float:
    """The mean confidence of boxes, weighted with the length of their text."""
    letters = sum(len(box.text) for box in boxes)
    return sum(box.confidence * len(box.text) for box in boxes) / letters if letters else 0.0


def _latin(boxes: Sequence[Box]) -> float:
    text = "".join(box.text for box in boxes)
    letters = [character for character in text if character.isalpha()]
    return sum(character.isascii() for character in letters) / len(letters) if letters else 0.0


def _figures(text: str) -> bool:
    return any(character.isdigit() for character in text)
