"""The sample sites' pages and files as data, and the templates that dress them."""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined, Template


@dataclass(frozen=True, slots=True)
class PageText:
    """One [[page]]: ``slug`` may carry a variant ("sejarah@kementerian"); ``menu`` "" keeps it out of the menu."""

    slug: str
    group: str  # utama | profil | informasi | layanan | ppid
    title: str
    body: str
    menu: str
    extra: bool = False  # shown only where a persona names it

    @property
    def path(self) -> str:
        return self.slug.partition("@")[0]


@dataclass(frozen=True, slots=True)
class FileText:
    """One [[document]]; texts are templates."""

    key: str
    label: str
    file: str
    kind: str = "pdf"  # pdf | pindaian | xlsx
    body: str = ""
    owner: str = "{{ o.title }}"
    subject: str = ""
    number: str = ""


@cache
def page_texts() -> dict[str, PageText]:
    """Every page by slug, in menu order."""
    pages: dict[str, PageText] = {}
    for name in ("profil", "informasi", "ppid", "induk"):
        text = files("auditor.demo").joinpath("data", f"halaman-{name}.toml").read_text(encoding="utf-8")
        for row in tomllib.loads(text)["page"]:
            pages[row["slug"]] = PageText(**{"menu": row["title"], **row})
    return pages


@cache
def file_texts() -> dict[str, FileText]:
    """Every file by key."""
    text = files("auditor.demo").joinpath("data", "dokumen.toml").read_text(encoding="utf-8")
    return {row["key"]: FileText(**row) for row in tomllib.loads(text)["document"]}


@cache
def html_templates() -> Environment:
    """The environment of everything that becomes HTML; it escapes."""
    return Environment(
        loader=PackageLoader("auditor.demo"), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )


@cache
def plain_templates() -> Environment:
    """The environment of texts that become PDF, labels and file names."""
    return Environment(loader=PackageLoader("auditor.demo"), undefined=StrictUndefined, trim_blocks=True)


@cache
def body_template(theme: str, slug: str) -> Template:
    """A page's body, dressed with a theme's elements."""
    elements = "laravel" if theme == "spa" else theme
    source = f"{{% import '{elements}/unsur.html.j2' as m with context %}}{page_texts()[slug].body}"
    return html_templates().from_string(source)


@cache
def line_template(text: str) -> Template:
    """A short text that becomes a label or a file name."""
    return plain_templates().from_string(text)


def year_in(text: str) -> str:
    """The last year a label names, "" for none."""
    years = re.findall(r"\b(20\d\d)\b", text)
    return years[-1] if years else ""
