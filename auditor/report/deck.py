"""A slide deck being filled: titles, text, large numbers, tables and bar charts in one look."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pptx import Presentation
from pptx.chart.data import CategoryChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.util import Emu, Inches, Pt

_COLOUR: Any = RGBColor  # the library is typed in part only
GREEN, INK, SOFT, _PALE, _WHITE, _BAND = (
    _COLOUR.from_string(c) for c in ("0B5D45", "1C2521", "55625B", "E6F0EA", "FFFFFF", "F4F6F2")
)
_FONT = "Calibri"


def _chart_data() -> Any:
    make: Any = CategoryChartData
    return make()


class Deck:
    """A presentation being filled: one method per kind of slide."""

    def __init__(self, footer: str) -> None:
        self.deck = Presentation()
        self.deck.slide_width, self.deck.slide_height = Inches(13.333), Inches(7.5)
        self._footer = footer

    def slide(self, title: str) -> Any:
        """A slide with its title and footer; the title is a real placeholder, for outline view and screen readers."""
        slide = self.deck.slides.add_slide(self.deck.slide_layouts[5])
        head = slide.shapes.title
        head.left, head.top, head.width, head.height = Inches(0.7), Inches(0.45), Inches(11.9), Inches(0.9)
        head.text_frame.text = title
        head.text_frame.vertical_anchor = MSO_ANCHOR.MIDDLE
        self.style(head.text_frame, 30 if len(title) < 40 else 26, INK, bold=True)
        rule = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(0.7), Inches(1.35), Inches(1.4), Emu(38100))
        rule.fill.solid()
        rule.fill.fore_color.rgb = GREEN
        rule.line.fill.background()
        count = len(self.deck.slides)
        self.text(slide, f"{self._footer}   ·   {count}", 0.7, 6.95, 11.9, 0.35, 11, SOFT)
        return slide

    def text(
        self,
        slide: Any,
        text: str,
        x: float,
        y: float,
        w: float,
        h: float,
        size: float,
        colour: Any = INK,
        bold: bool = False,
    ) -> None:
        """A text box; one paragraph per line."""
        frame = slide.shapes.add_textbox(Inches(x), Inches(y), Inches(w), Inches(h)).text_frame
        frame.word_wrap = True
        frame.text = text
        self.style(frame, size, colour, bold)

    def figure(self, slide: Any, x: float, value: str, label: str, note: str) -> None:
        """One large number in a pale box."""
        box = slide.shapes.add_shape(MSO_SHAPE.RECTANGLE, Inches(x), Inches(3.4), Inches(2.8), Inches(2.6))
        box.fill.solid()
        box.fill.fore_color.rgb = _PALE
        box.line.fill.background()
        box.shadow.inherit = False
        self.text(slide, label, x + 0.15, 3.55, 2.5, 0.5, 16, SOFT)
        self.text(slide, value, x + 0.15, 3.95, 2.5, 1.1, 54, GREEN, bold=True)
        self.text(slide, note, x + 0.15, 5.2, 2.5, 0.7, 14, SOFT)

    def table(
        self,
        slide: Any,
        head: Sequence[str],
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        right: Sequence[int] = (),
    ) -> None:
        """A plain table with a green heading row."""
        shape = slide.shapes.add_table(
            len(rows) + 1, len(head), Inches(0.7), Inches(1.65), Inches(sum(widths)), Inches(0.42 * (len(rows) + 1))
        )
        table = shape.table
        table.horz_banding = False
        for i, width in enumerate(widths):
            table.columns[i].width = Inches(width)
        for y, row in enumerate((head, *rows)):
            for x, value in enumerate(row):
                cell = table.cell(y, x)
                cell.text_frame.text = value
                cell.margin_top = cell.margin_bottom = Inches(0.04)
                cell.fill.solid()
                cell.fill.fore_color.rgb = GREEN if y == 0 else _WHITE if y % 2 else _BAND
                self.style(cell.text_frame, 13, _WHITE if y == 0 else INK, bold=y == 0)
                if x in right:
                    cell.text_frame.paragraphs[0].alignment = PP_ALIGN.RIGHT

    def chart(
        self, slide: Any, name: str, labels: Sequence[str], values: Sequence[float], form: str, top: float | None = None
    ) -> None:
        """Horizontal bars with their values, the first on top."""
        data: Any = _chart_data()
        data.categories = list(labels)
        data.add_series(name, list(values))
        frame = slide.shapes.add_chart(
            XL_CHART_TYPE.BAR_CLUSTERED, Inches(0.7), Inches(1.6), Inches(11.9), Inches(5.2), data
        )
        chart = frame.chart
        chart.has_legend = chart.has_title = False
        chart.font.size, chart.font.name = Pt(15), _FONT
        chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
        chart.value_axis.minimum_scale = 0
        if top is not None:
            chart.value_axis.maximum_scale = top
        chart.category_axis.reverse_order = True
        chart.category_axis.format.line.color.rgb = SOFT
        plot = chart.plots[0]
        plot.gap_width, plot.has_data_labels = 45, True
        plot.data_labels.number_format, plot.data_labels.number_format_is_linked = form, False
        plot.data_labels.position = XL_LABEL_POSITION.OUTSIDE_END
        plot.series[0].format.fill.solid()
        plot.series[0].format.fill.fore_color.rgb = GREEN

    @staticmethod
    def style(frame: Any, size: float, colour: Any, bold: bool = False) -> None:
        for paragraph in frame.paragraphs:
            paragraph.alignment = PP_ALIGN.LEFT
            paragraph.space_after = Pt(6)
            for run in paragraph.runs:
                run.font.size, run.font.name, run.font.bold = Pt(size), _FONT, bold
                run.font.color.rgb = colour
