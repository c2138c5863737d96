"""The data tables of a page; tables used for layout are left out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from selectolax.lexbor import LexborNode

from auditor.observations import Table, Zone
from auditor.read.page.boxes import Box

MAX_ROWS = 600
MAX_CELLS = 30
MAX_CELL = 300
_MAX_RUNS = 200  # runs of text in a cell


@dataclass(slots=True)
class _Row:
    box: Box
    head: bool = True  # holds nothing but <th>
    cells: list[tuple[Box, int]] = field(default_factory=list)  # each with its width
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class _Builder:
    section: str
    zone: Zone
    single: bool
    rows: list[_Row] = field(default_factory=list)
    row: _Row | None = None  # the open one
    cell: bool = False  # one is open
    span: int = 1  # of that cell
    nested: bool = False  # another table or a part of the page stands in it


class TableReader:
    """Collects tables while a page is walked; ``runs`` are its runs of text so far."""

    def __init__(self, runs: Sequence[str]) -> None:
        self._runs = runs
        self._stack: list[_Builder] = []
        self._done: list[Table] = []
        self.inside = False  # a table is open

    @property
    def single(self) -> bool:
        """Whether the innermost table has a single column: it lays out a page, as old sites do, and holds no data."""
        return bool(self._stack) and self._stack[-1].single

    @property
    def spanning(self) -> bool:
        """Whether the open cell is the first of its row and as wide as the rows above: it heads the rows below."""
        builder = self._stack[-1]
        if not builder.cell or builder.row is None or builder.row.texts or not builder.rows:
            return False
        return builder.span >= max(2, len(builder.rows[-1].texts) - 1) and builder.span >= 2

    def enter(
        self,
        tag: str,
        attributes: Mapping[str, str | None],
        zone: Zone,
        section: str,
        box: Box | None,
        single: bool = False,
    ) -> None:
        if tag == "table":
            self.layout()
            self._stack.append(_Builder(section, zone, single))
            self.inside = True
        elif not self._stack or box is None:
            return
        elif tag == "tr":
            self._stack[-1].row = _Row(box)
        elif (row := self._stack[-1].row) is not None:
            builder = self._stack[-1]
            builder.cell = True
            row.head &= tag == "th"
            span = attributes.get("colspan") or "1"
            builder.span = min(int(span), MAX_CELLS) if span.isdigit() else 1

    def take(self, other: TableReader, under: str) -> None:
        """Takes in the tables of a part; ``under``: the heading over those that stand under none of it."""
        self._done += [table if table.section or not under else replace(table, section=under) for table in other._done]

    def layout(self) -> None:
        """Marks the tables around as layout: they hold headings or whole parts of the page."""
        for builder in self._stack:
            builder.nested = True

    def leave(self, tag: str, box: Box | None) -> None:
        """Ends a table, a row or a cell; ``box``: the row or cell as read."""
        if not self._stack:
            return
        builder = self._stack[-1]
        if tag == "table":
            self._stack.pop()
            self.inside = bool(self._stack)
            table = _table(builder)
            if table is not None:
                self._done.append(table)
        elif tag == "tr":
            row = builder.row
            if row is not None and len(builder.rows) < MAX_ROWS and any(row.texts):
                builder.rows.append(row)
            builder.row = None
        elif builder.cell and builder.row is not None and box is not None:
            begin = box.begin[3]
            text = " ".join("".join(self._runs[begin : min(box.end[3], begin + _MAX_RUNS)]).split())[:MAX_CELL]
            if len(builder.row.texts) < MAX_CELLS:
                builder.row.texts.extend([text] + [""] * (builder.span - 1))
                builder.row.cells.append((box, builder.span))
            builder.cell = False

    def done(self) -> tuple[Table, ...]:
        return tuple(self._done)


def _table(builder: _Builder) -> Table | None:
    rows = builder.rows
    if builder.nested or not rows or max(len(row.texts) for row in rows) < 2:
        return None
    header: tuple[str, ...] = ()
    heads = next((at for at, row in enumerate(rows[:3]) if not row.head), min(len(rows), 3))
    if heads:
        width = max(len(row.texts) for row in rows[:heads])
        header = tuple(
            " ".join(row.texts[i] for row in rows[:heads] if i < len(row.texts) and row.texts[i]) for i in range(width)
        )
    elif len(rows) > 1 and not rows[0].box.anchors and all(_may_head(cell) for cell in rows[0].texts):
        header, heads = tuple(rows[0].texts), 1
    for at, row in enumerate(rows):
        row.box.header, row.box.head, row.box.cells = header, at < heads, row.cells
    return Table(header, tuple(tuple(row.texts) for row in rows[heads:]), builder.section, builder.zone)


def _may_head(cell: str) -> bool:
    return bool(cell) and len(cell) <= 60 and not cell[:1].isdigit()


def single_column(table: LexborNode) -> bool:
    """Whether no row of a table itself has a second cell; what its cells hold may be tables again."""
    parts = [part for part in table.iter() if part.tag in ("tr", "tbody", "thead", "tfoot")]
    rows = [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]
    return len(rows) <= 40 and all(sum(cell.tag in ("td", "th") for cell in row.iter()) <= 1 for row in rows)
