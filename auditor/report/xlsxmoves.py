"""The sheet "Pergerakan": every weighted indicator that moved since the round before, with the cause."""

from __future__ import annotations

from auditor.inputs.config import Config
from auditor.report.csv import cell
from auditor.report.figures import Round
from auditor.report.wording import round_name, words
from auditor.report.xlsxsheet import Sheet, points


def fill_movement(sheet: Sheet, round_: Round, config: Config) -> None:
    """Writes the sheet; an office that is in one round only has no rows."""
    sheet.widths(36, 26, 24, 40, 20, 20, 9, 28)
    told = words("pergerakan")
    since = f"Dibanding {round_name(round_.previous[0].round)}. {told['pengantar']} {round_.movement.by_rules}"
    sheet.paragraph(since.strip(), 7)
    first = sheet.heading("Kantor", "Wilayah", "Kode", "Indikator", "Dari", "Menjadi", "Poin", "Sebab")
    for s in (*round_.standings, *(round_.standing(c) for c in round_.kanwil)):
        office = round_.movement.offices.get(s.card.site.id)
        for m in office.moved if office is not None else ():
            sheet.row(
                cell(s.card.site.name),
                cell(s.card.site.area),
                m.rule_id,
                cell(m.title, 160),
                m.before,
                m.after,
                points(m.value),
                m.cause,
            )
    sheet.finish(freeze=first, columns=1, filtered=True)
