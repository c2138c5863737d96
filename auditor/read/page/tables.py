"""The data tables of a page; tables used for layout are left out."""

from __future__ import annotations

from collections.abc import Mapping

from selectolax.lexbor import LexborNode

from auditor.observations import Table, Zone

MAX_ROWS = 600
MAX_CELLS = 30
MAX_CELL = 300


class _Builder:
    __slots__ = ("cell", "head", "nested", "row", "rows", "section", "single", "span", "zone")

    def __init__(self, section: str, zone: Zone, single: bool) -> None:
        self.section, self.zone, self.single = section, zone, single
        self.rows: list[tuple[bool, list[str]]] = []  # (header row, cells)
        self.row: list[str] | None = None
        self.head = True
        self.cell: list[str] | None = None
        self.span = 1
        self.nested = False


class TableReader:
    """Collects tables while a page is walked."""

    def __init__(self) -> None:
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
        if not self.inside:
            return False
        builder = self._stack[-1]
        if builder.cell is None or builder.row or not builder.rows:
            return False
        return builder.span >= max(2, len(builder.rows[-1][1]) - 1) and builder.span >= 2

    def enter(
        self, tag: str, attributes: Mapping[str, str | None], zone: Zone, section: str, single: bool = False
    ) -> None:
        if tag == "table":
            for builder in self._stack:
                builder.nested = True
            self._stack.append(_Builder(section, zone, single))
            self.inside = True
        elif not self._stack:
            return
        elif tag == "tr":
            self._stack[-1].row, self._stack[-1].head = [], True
        elif self._stack[-1].row is not None:
            builder = self._stack[-1]
            builder.cell = []
            builder.head &= tag == "th"
            span = attributes.get("colspan") or "1"
            builder.span = min(int(span), MAX_CELLS) if span.isdigit() else 1

    def layout(self) -> None:
        """Marks the tables around as layout: they hold headings or whole parts of the page."""
        for builder in self._stack:
            builder.nested = True

    def text(self, text: str) -> None:
        if self._stack and (cell := self._stack[-1].cell) is not None and len(cell) < 200:
            cell.append(text)

    def leave(self, tag: str) -> None:
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
            if builder.row and len(builder.rows) < MAX_ROWS and any(builder.row):
                builder.rows.append((builder.head, builder.row))
            builder.row = None
        elif builder.cell is not None and builder.row is not None:
            text = " ".join("".join(builder.cell).split())[:MAX_CELL]
            if len(builder.row) < MAX_CELLS:
                builder.row.extend([text] + [""] * (builder.span - 1))
            builder.cell = None

    def done(self) -> tuple[Table, ...]:
        return tuple(self._done)


def _table(builder: _Builder) -> Table | None:
    rows = builder.rows
    if builder.nested or not rows or max(len(cells) for _, cells in rows) < 2:
        return None
    header: list[str] = []
    body = [cells for _, cells in rows]
    heads = 0
    while heads < len(rows) and rows[heads][0] and heads < 3:
        heads += 1
    if heads:
        width = max(len(cells) for _, cells in rows[:heads])
        header = [" ".join(cells[i] for _, cells in rows[:heads] if i < len(cells) and cells[i]) for i in range(width)]
        body = body[heads:]
    elif len(body) > 1 and all(cell and len(cell) <= 60 and not cell[:1].isdigit() for cell in body[0]):
        header, body = body[0], body[1:]
    return Table(tuple(header), tuple(tuple(cells) for cells in body), builder.section, builder.zone)


def single_column(table: LexborNode) -> bool:
    """Whether no row of a table itself has a second cell; what its cells hold may be tables again."""
    parts = [part for part in table.iter() if part.tag in ("tr", "tbody", "thead", "tfoot")]
    rows = [row for part in parts for row in ([part] if part.tag == "tr" else part.iter()) if row.tag == "tr"]
    return len(rows) <= 40 and all(sum(cell.tag in ("td", "th") for cell in row.iter()) <= 1 for row in rows)
