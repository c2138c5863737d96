"""The sheets "Janji" and "Kendala": what was promised at the last rakor, and what keeps offices from mending."""

from __future__ import annotations

from auditor.inputs.config import Config
from auditor.report.csv import cell
from auditor.report.figures import Round
from auditor.report.obstacles import kinds
from auditor.report.wording import words
from auditor.report.xlsxsheet import Sheet


def fill_promises(sheet: Sheet, round_: Round, config: Config) -> None:
    """Writes the promises of the last rakor with what this round found."""
    told = words("janji")
    sheet.widths(36, 26, 40, 36, 24, 20, 20, 44)
    sheet.paragraph(told["pengantar"], 7)
    first = sheet.heading(*told["kolom"])
    for p in round_.promises:
        site = p.card.site
        sheet.row(
            *(cell(site.name), cell(site.area), cell(p.title, 160), cell(p.action), cell(p.responsible), cell(p.due)),
            *(told["hasil"][p.kept.value], cell(p.sentence)),
        )
    sheet.finish(freeze=first, columns=1, filtered=True)


def fill_obstacles(sheet: Sheet, round_: Round, config: Config) -> None:
    """Writes how many offices of each wilayah named each kind of obstacle."""
    told, names = words("kendala"), kinds()
    sheet.widths(36, *[12] * len(names), 12, 12)
    sheet.paragraph(told["pengantar_lembar"], len(names) + 2)
    first = sheet.heading(told["wilayah"], *names, *told["jumlah"])
    rows = round_.obstacles
    for n, row in enumerate(rows):
        last = n + 1 == len(rows) > 1
        area = cell(row.area) or str(told["semua" if last else "tanpa_wilayah"])
        sheet.row(area, *(count.offices or None for count in row.counts), row.total.offices, row.total.findings)
    sheet.finish(freeze=first, columns=1)
