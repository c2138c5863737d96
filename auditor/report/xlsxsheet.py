"""One worksheet being filled row by row: headings, widths, shades, frozen panes and print set-up in one place."""

from __future__ import annotations

from collections.abc import Container, Sequence
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from auditor.model import Outcome
from auditor.report.wording import outcome_words

GREEN = "#0B5D45"
_OUTCOME_FILL: dict[str, tuple[str, str]] = {
    Outcome.COMPLETE: ("#0B5D45", "#FFFFFF"),
    Outcome.NIL: ("#0B5D45", "#FFFFFF"),
    Outcome.STALE: ("#33795F", "#FFFFFF"),
    Outcome.PARTIAL: ("#B4D8C7", "#12241C"),
    Outcome.LINK_ONLY: ("#EFE3BD", "#3A2F0D"),
    "kedaluwarsa": ("#EFE3BD", "#3A2F0D"),
    Outcome.MISSING: ("#FFFFFF", "#98350F"),
    Outcome.UNCHECKED: ("#E4E6E1", "#55625B"),
    Outcome.NOT_APPLICABLE: ("#F2F4EF", "#55625B"),
    Outcome.DETECTED: ("#FFFFFF", "#98350F"),
    Outcome.UNDETECTED: ("#F2F4EF", "#55625B"),
}


def cell_formats(book: Any) -> dict[str, Any]:
    """The cell formats of the workbook by name, and one per outcome."""
    base = {"font_name": "Calibri", "font_size": 11, "valign": "top"}
    made = {
        "text": {**base, "indent": 1},
        "wrap": {**base, "text_wrap": True, "indent": 1},
        "centre": {**base, "align": "center"},
        "date": {**base, "indent": 1, "num_format": "dd/mm/yyyy", "align": "left"},
        "number": {**base, "num_format": "0.0"},
        "points": {**base, "num_format": "0.00"},
        "integer": {**base, "num_format": "0"},
        "edit": {
            **base,
            "bg_color": "#FFFDF0",
            "border": 1,
            "border_color": "#D3D8D1",
            "text_wrap": True,
            "locked": False,
        },
        "head": {
            **base,
            "bold": True,
            "bg_color": GREEN,
            "font_color": "#FFFFFF",
            "text_wrap": True,
            "valign": "vcenter",
        },
        "slant": {
            **base,
            "bold": True,
            "bg_color": GREEN,
            "font_color": "#FFFFFF",
            "rotation": 90,
            "valign": "bottom",
            "font_size": 9,
        },
        "title": {**base, "bold": True, "font_size": 16, "font_color": GREEN},
        "note": {**base, "font_color": "#55625B", "text_wrap": True},
    }
    made["edit_date"] = {**made["edit"], "num_format": "dd/mm/yyyy"}
    formats = {name: book.add_format(values) for name, values in made.items()}
    for outcome, (fill, ink) in _OUTCOME_FILL.items():
        formats[str(outcome)] = book.add_format({"bg_color": fill, "font_color": ink, "bold": True})
    return formats


class Points(float):
    """A number shown with two decimals instead of one."""


def points(value: float) -> Points:
    """A weight or gain rounded half up to two decimals, as the other reports print it."""
    return Points(Decimal(repr(float(value))).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP))


def _at(day: date) -> datetime:
    return day if isinstance(day, datetime) else datetime(day.year, day.month, day.day)  # noqa: DTZ001 - as in Excel


class Sheet:
    """A worksheet and the next row to be written."""

    def __init__(self, sheet: Any, formats: dict[str, Any], header: str) -> None:
        self._sheet, self._formats, self._header = sheet, formats, header
        self._next = 0
        self._columns = 1
        self._head_row = 0
        self._said: dict[int, list[object]] = {}

    @property
    def said(self) -> list[list[object]]:
        """The contents of all cells that are not for typing, row by row."""
        return list(self._said.values())

    def _put(self, row: int, column: int, value: str | float | datetime, style: str) -> None:
        write: Any = self._sheet.write_string
        if isinstance(value, datetime):
            write = self._sheet.write_datetime
        elif not isinstance(value, str):
            write = self._sheet.write_number
        write(row, column, value, self._formats[style])
        if not style.startswith("edit"):
            self._said.setdefault(row, []).append(value)

    def hide(self, first: int, last: int) -> None:
        """Keeps columns from sight; they stay in the file."""
        self._sheet.set_column(first, last, None, None, {"hidden": True})

    def widths(self, *widths: float) -> None:
        for i, width in enumerate(widths):
            self._sheet.set_column(i, i, width)
        self._columns = len(widths)

    def title(self, text: str, below: str) -> None:
        self._put(self._next, 0, text, "title")
        self._put(self._next + 1, 0, below, "text")
        self._next += 3

    def note(self, text: str) -> None:
        self._put(self._next, 0, text, "text")
        self._next += 1

    def paragraph(self, text: str, last_column: int) -> None:
        self._sheet.merge_range(self._next, 0, self._next, last_column, "", self._formats["note"])
        self._put(self._next, 0, text, "note")
        self._sheet.set_row(self._next, 48 if len(text) > 110 else 20)
        self._next += 2

    def heading(self, *names: str, slanted: bool = False) -> int:
        """Writes a heading row; the number of the row below it."""
        for i, name in enumerate(names):
            self._put(self._next, i, name, "slant" if slanted and i else "head")
        self._sheet.set_row(self._next, 170 if slanted else 32)
        self._columns = max(self._columns, len(names))
        self._head_row = self._next
        self._next += 1
        return self._next

    def row(self, *values: object, wrapped: bool = False, centred: bool = False, editable: Container[int] = ()) -> None:
        """Writes a row; the columns ``editable`` are for people to fill in and are written as they typed them."""
        for i, value in enumerate(values):
            if i in editable:
                self._write_typed(i, value)
            elif value is None or value == "":
                continue
            elif isinstance(value, Points):
                self._put(self._next, i, float(value), "points")
            elif isinstance(value, date):
                self._put(self._next, i, _at(value), "date")
            elif isinstance(value, float):
                self._put(self._next, i, value, "number")
            elif isinstance(value, int):
                self._put(self._next, i, value, "integer")
            else:
                self._put(self._next, i, str(value), "wrap" if wrapped else "centre" if centred and i else "text")
        self._next += 1

    def _write_typed(self, column: int, value: object) -> None:
        if isinstance(value, date):
            self._put(self._next, column, _at(value), "edit_date")
        elif isinstance(value, int | float) and not isinstance(value, bool):
            self._put(self._next, column, value, "edit")
        elif value is None or value == "":
            self._sheet.write_blank(self._next, column, None, self._formats["edit"])
        else:
            self._put(self._next, column, str(value), "edit")

    @property
    def here(self) -> int:
        """The number of the row that is written next."""
        return self._next

    def gap(self) -> None:
        self._next += 1

    def bars(self, first: int, column: int) -> None:
        """Data bars from 0 to 100 in a column."""
        if self._next > first:
            rule = {
                "type": "data_bar",
                "min_type": "num",
                "min_value": 0,
                "max_type": "num",
                "max_value": 100,
                "bar_color": "#B4D8C7",
                "bar_solid": True,
            }
            self._sheet.conditional_format(first, column, self._next - 1, column, rule)

    def shades(self, first: int, left: int, right: int, top: float | None = 100) -> None:
        """Darker for more, in a block of numbers; legible in black and white."""
        if self._next > first and right >= left:
            rule = {
                "type": "2_color_scale",
                "min_color": "#FFFFFF",
                "max_color": "#7FBFA3",
                "min_type": "num",
                "min_value": 0,
            }
            if top is not None:
                rule |= {"max_type": "num", "max_value": top}
            self._sheet.conditional_format(first, left, self._next - 1, right, rule)

    def outcomes(self, first: int, left: int, right: int) -> None:
        """Colours by the outcomes' signs."""
        for word in outcome_words():
            rule = {
                "type": "cell",
                "criteria": "==",
                "value": f'"{word.sign}"',
                "format": self._formats[word.value],
            }
            if self._next > first:
                self._sheet.conditional_format(first, left, self._next - 1, right, rule)

    def choices(self, first: int, column: int, values: Sequence[str], strict: bool) -> None:
        """A drop-down list; not strict: other words may be typed too."""
        if self._next > first:
            rule = {
                "validate": "list",
                "source": list(values),
                "error_type": "stop" if strict else "information",
                "show_error": strict,
                "error_title": "Pilih dari daftar",
                "error_message": "Pilih salah satu: " + ", ".join(values),
            }
            self._sheet.data_validation(first, column, self._next - 1, column, rule)

    def finish(self, freeze: int, columns: int = 0, filtered: bool | int = False) -> None:
        """Frozen panes, filter, print area and page set-up: landscape A4, one page wide, headings on each page.

        ``filtered``: whether there is a filter, or up to which row.
        """
        sheet = self._sheet
        last = max(self._next - 1, 0)
        if freeze:
            sheet.freeze_panes(freeze, columns)
            sheet.repeat_rows(self._head_row)
        if filtered and last >= self._head_row:
            below = last if filtered is True else max(filtered - 1, self._head_row)
            sheet.autofilter(self._head_row, 0, below, self._columns - 1)
        sheet.print_area(0, 0, last, self._columns - 1)
        sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        sheet.set_margins(0.4, 0.4, 0.6, 0.6)
        sheet.set_header(f"&L{self._header.replace('&', '&&')}&R&P/&N")
