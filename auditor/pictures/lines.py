"""Boxes of text found in a picture -> lines of text. Pure.

Two boxes side by side are one line where the gap between them is no wider than a word space; else they are cells of one
row, set apart by two spaces. A cell whose text runs on below it (a step of a flow chart) is also given as a line of its
own, so that what it says stands together.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

_WORD_GAP = 1.2  # of a line's height
_SAME_ROW = 0.5  # of the lower of two boxes, how much of it must stand beside the other
_RUNS_ON = 0.75  # of a line's height, the widest gap to the line below that goes on with it
_LIKE = 1.7  # times as high: another size of letters, another thing
_CELLS = "  "


@dataclass(frozen=True, slots=True)
class Box:
    """A piece of text with its place in the picture, in pixels, and how sure the engine is of it (0 to 1)."""

    text: str
    confidence: float
    left: float
    top: float
    right: float
    bottom: float

    @property
    def height(self) -> float:
        return max(1.0, self.bottom - self.top)

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text read in a picture; ``confidence`` is that of its weakest part."""

    text: str
    confidence: float


def lines_of(boxes: Iterable[Box]) -> tuple[Line, ...]:
    """The lines that boxes make, from top to bottom."""
    rows = [_joined(row) for row in _rows(boxes)]
    found = [Line(_CELLS.join(cell.text for cell in row), min(cell.confidence for cell in row)) for row in rows]
    for cells in _run_on(rows):
        found.append(Line(" ".join(cell.text for cell in cells), min(cell.confidence for cell in cells)))
    return tuple(found)


def folded(text: str) -> str:
    """A text without the accents that Indonesian does not write and engines like to see."""
    plain = unicodedata.normalize("NFKD", text)
    return " ".join("".join(c for c in plain if not unicodedata.combining(c)).split())


def _rows(boxes: Iterable[Box]) -> list[list[Box]]:
    rows: list[list[Box]] = []
    for box in sorted(boxes, key=lambda b: (b.middle, b.left)):
        row = next((row for row in reversed(rows[-3:]) if _beside(row, box)), None)
        if row is None:
            rows.append([box])
        else:
            row.append(box)
    return [sorted(row, key=lambda b: b.left) for row in rows]


def _beside(row: Sequence[Box], box: Box) -> bool:
    near = min(row, key=lambda other: max(other.left - box.right, box.left - other.right))
    shared = min(near.bottom, box.bottom) - max(near.top, box.top)
    overlap = min(near.right, box.right) - max(near.left, box.left)
    return shared >= _SAME_ROW * min(near.height, box.height) and overlap < min(near.height, box.height)


def _joined(row: Sequence[Box]) -> list[Box]:
    """The cells of a row: its boxes, those a word space apart put together."""
    cells: list[Box] = []
    for box in row:
        before = cells[-1] if cells else None
        if before is None or box.left - before.right > _WORD_GAP * min(before.height, box.height):
            cells.append(box)
            continue
        cells[-1] = Box(
            f"{before.text} {box.text}",
            min(before.confidence, box.confidence),
            before.left,
            min(before.top, box.top),
            max(before.right, box.right),
            max(before.bottom, box.bottom),
        )
    return cells


def _run_on(rows: Sequence[Sequence[Box]]) -> list[list[Box]]:
    """The cells of rows with several that run on below each other, chain by chain."""
    chains: list[tuple[bool, list[Box]]] = []
    for row in rows:
        for cell in row:
            beside = len(row) > 1
            at = next((n for n in range(len(chains) - 1, -1, -1) if _goes_on(chains[n][1][-1], cell)), None)
            if at is None:
                chains.append((beside, [cell]))
            else:
                chains[at] = (chains[at][0] or beside, [*chains[at][1], cell])
    return [cells for beside, cells in chains if beside and len(cells) > 1]


def _goes_on(above: Box, below: Box) -> bool:
    height = min(above.height, below.height)
    overlap = min(above.right, below.right) - max(above.left, below.left)
    narrow = min(above.right - above.left, below.right - below.left)
    return (
        -height < below.top - above.bottom <= _RUNS_ON * height
        and below.middle > above.middle
        and max(above.height, below.height) <= _LIKE * height
        and overlap >= 0.5 * narrow
    )


def moved(box: Box, down: float) -> Box:
    """A box of a part of a picture, in its place in the whole."""
    return replace(box, top=box.top + down, bottom=box.bottom + down)
