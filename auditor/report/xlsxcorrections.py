"""The sheet "Koreksi" of the workbook, and the empty table of ``auditor corrections template``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from typing import Any

import xlsxwriter

from auditor.inputs.config import Config
from auditor.inputs.corrections import COLUMNS
from auditor.model import CorrectionStatus, Outcome, Site
from auditor.report.csv import cell
from auditor.report.figures import Round
from auditor.report.objected import all_objected
from auditor.report.wording import outcome_word, words
from auditor.report.xlsxsheet import Sheet, cell_formats
from auditor.rules.pack import Pack
from auditor.score import rounded

_ROWS = 300  # of the template that have drop-downs
_CHOICES = "Pilihan"


def fill_corrections(sheet: Sheet, round_: Round, config: Config) -> None:
    """Writes the sheet: every objection and decision with what came of it, those that wait first."""
    told = words("keberatan")
    sheet.widths(36, 24, 36, 20, 20, 12, 44, 26, 26, 18, 44, 12, 12, 40)
    sheet.paragraph(told["lembar"], 13)
    first = sheet.heading(*told["kolom"])
    for row in all_objected((*round_.cards, *round_.unlisted)):
        without = row.card.uncorrected
        sheet.row(
            cell(row.card.site.name),
            cell(row.card.site.area),
            cell(row.title, 160),
            row.asked,
            row.machine,
            row.status,
            cell(row.reason, 400),
            cell(row.filed),
            cell(row.decided),
            row.until,
            row.outcome,
            float(rounded(row.card.score)) if row.card.score is not None else None,
            float(rounded(without)) if without is not None else None,
            cell(row.url, 500),
        )
    sheet.finish(freeze=first, columns=1, filtered=True)


def corrections_template(sites: Sequence[Site], pack: Pack) -> bytes:
    """An empty koreksi.xlsx whose columns offer the offices, indicators, outcomes and states there are."""
    buffer, told = io.BytesIO(), words("keberatan")["templat"]
    book = xlsxwriter.Workbook(buffer, {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True})
    formats = cell_formats(book)
    table: Any = book.add_worksheet(told["lembar"])
    lists: Any = book.add_worksheet(_CHOICES)
    lists.hide()
    table.merge_range(0, 0, 0, len(COLUMNS) - 1, told["petunjuk"], formats["note"])
    table.set_row(0, 62)
    choices = {
        "situs_id": [site.name for site in sites],
        "indikator_id": [rule.title for rule in pack.rules],
        "hasil": list(dict.fromkeys(outcome_word(outcome).label for outcome in Outcome)),
        "status": [status.value for status in CorrectionStatus],
    }
    for column, name in enumerate(COLUMNS):
        table.write_string(1, column, name, formats["head"])
        table.set_column(column, column, int(told["lebar"][column]))
        day = name.startswith("tanggal") or name == "berlaku_sampai"
        for row in range(2, 2 + _ROWS):
            table.write_blank(row, column, None, formats["edit_date" if day else "edit"])
        options = choices.get(name)
        if not options:
            continue
        for row, option in enumerate(options):
            lists.write_string(row, column, cell(option))
        letter = chr(ord("A") + column)
        source = f"={_CHOICES}!${letter}$1:${letter}${len(options)}"
        # Ids and other spellings are understood, too: a list that refuses them would only be in the way.
        rule = {"validate": "list", "source": source, "error_type": "information", "show_error": False}
        table.data_validation(2, column, 1 + _ROWS, column, rule)
    table.freeze_panes(2, 2)
    book.close()
    return buffer.getvalue()
