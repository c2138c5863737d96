"""The bytes of the files and pictures a sample office offers."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from datetime import datetime
from functools import cache
from importlib.resources import files
from typing import Any

from auditor.demo.files import chart_png, scanned_pdf, text_pdf, workbook
from auditor.demo.office import Office
from auditor.demo.pages import FileText, line_template, plain_templates, year_in

PICTURES = ("struktur", "kepala", "maklumat", "evakuasi", "sampul", "kop")
_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def media_type(text: FileText) -> str:
    """The Content-Type a file is served with."""
    return _XLSX if text.kind == "xlsx" else "application/pdf"


def file(text: FileText, label: str, office: Office, facts: Mapping[str, Any], now: datetime) -> bytes:
    """A file's bytes; ``facts`` is what the templates may ask for."""
    if text.kind == "pindaian":
        return scanned_pdf()
    if text.kind == "xlsx":
        return workbook(f"{label} {office.title}", dip()["headers"], _dip_rows(office, year_in(label)), now)
    fields = {name: line_template(getattr(text, name)).render(facts) for name in ("owner", "subject", "number", "file")}
    signer = office.head if fields["owner"] == office.title else ""
    details = {**fields, "label": label, "year": year_in(label), "signer": signer}
    body = plain_templates().get_template(f"dokumen/{text.body}.txt").render(facts, d=details)
    return text_pdf(f"{label} {fields['owner']}", [page.strip("\n") for page in body.split("====\n")])


@cache
def dip() -> dict[str, list[str]]:
    """The list of public information: ``headers`` and ``titles``."""
    return tomllib.loads(files("auditor.demo").joinpath("data", "dip.toml").read_text(encoding="utf-8"))


@cache
def picture(name: str) -> bytes:
    """A picture of its own for every name; "kop" is a letterhead, low and wide."""
    return chart_png(640, 90 if name == "kop" else 420, boxes=3 + len(name) % 4, shade=60 + 9 * len(name))


def _dip_rows(office: Office, year: str) -> list[list[str]]:
    units = ("Subbagian Tata Usaha", *(position for position, _ in office.officials))
    keeper, form = "Kepala Subbagian Tata Usaha", "Softcopy dan hardcopy"
    return [
        [str(number), title, keeper, units[number % len(units)], f"{office.seat}, {year}", form, "5 tahun"]
        for number, title in enumerate(dip()["titles"], start=1)
    ]
