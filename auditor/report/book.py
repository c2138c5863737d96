"""The Buku Indikator: the rule pack as a book for people, in HTML and PDF, made from the rules alone."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditor.data import table
from auditor.model import OfficeKind
from auditor.quantities import duration, plain
from auditor.report.pdf import Typesetter
from auditor.report.writing import write_bytes
from auditor.resources import reports_folder, shipped
from auditor.rules.explain import Explanation, explain, explanation
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule

__all__ = ["book_html", "book_pdf", "explain_rule", "write_book"]

explain_rule = explain  # the same words in the terminal

_EPOCH = datetime(2000, 1, 1, tzinfo=UTC)  # the book of one pack is the same file every day


@dataclass(frozen=True, slots=True)
class _Told:
    """An explanation with the offices it is meant for, "" = all."""

    told: Explanation
    offices: str

    def __getattr__(self, name: str) -> Any:
        return getattr(self.told, name)


@dataclass(frozen=True, slots=True)
class _Chapter:
    category: str
    anchor: str
    weight: str
    rules: tuple[_Told, ...]


def write_book(folder: Path, pack: Pack) -> list[Path]:
    """The written ``buku-indikator.html`` and ``buku-indikator.pdf``."""
    return [
        write_bytes(folder / "buku-indikator.html", book_html(pack).encode()),
        write_bytes(folder / "buku-indikator.pdf", book_pdf(pack)),
    ]


def book_html(pack: Pack) -> str:
    """The book as one HTML page without outside requests; it pastes into Word with its headings."""
    folder = _folder()
    environment = Environment(
        loader=FileSystemLoader(folder), autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.filters["number"] = plain
    environment.filters["duration"] = duration
    style = (folder / "buku.css").read_text(encoding="utf-8")
    return environment.get_template("buku.html.j2").render(
        pack=pack,
        chapters=_chapters(pack),
        head=table("penjelasan")["judul"],
        rules=len(pack.rules),
        weight=plain(sum(rule.weight for rule in pack.rules)),
        style=Markup(style),  # our own file
        style_hash=_csp(style),
    )


def book_pdf(pack: Pack) -> bytes:
    """The book as PDF/UA, A4, with an outline."""
    return Typesetter(_folder(), _EPOCH).pdf("buku.typ", _data(pack))


def _folder() -> Path:
    own = reports_folder() / "buku"
    return own if own.is_dir() else shipped("reports") / "buku"


def _csp(style: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()


def _chapters(pack: Pack) -> list[_Chapter]:
    chapters = []
    for place, category in enumerate(pack.categories, 1):
        rules = [rule for rule in pack.rules if rule.category == category]
        if rules:
            told = tuple(_Told(explanation(rule, pack), _offices(rule)) for rule in rules)
            chapters.append(_Chapter(category, f"bab-{place}", plain(sum(r.weight for r in rules)), told))
    return chapters


def _offices(rule: Rule) -> str:
    return "" if set(rule.applies_to) == set(OfficeKind) else ", ".join(kind.value for kind in rule.applies_to)


def _data(pack: Pack) -> dict[str, Any]:
    heads = table("penjelasan")["judul"]
    info = pack.info
    return {
        "judul": f"Buku Indikator {info.name} {info.version}",
        "kop": "Audit keterbukaan informasi situs Kementerian Agama",
        "kaki": f"Buku Indikator · {info.name} {info.version} · profil {info.profile} · {info.sha256[:16]}",
        "pengantar": [
            f"Paket {info.name} versi {info.version}, profil bobot “{info.profile}”: {len(pack.rules)} indikator "
            f"dengan jumlah bobot {plain(sum(rule.weight for rule in pack.rules))}.",
            "Setiap indikator menerangkan apa yang diperiksa, mengapa, dasar hukumnya beserta status verifikasi "
            "kutipannya, contoh yang terpenuhi dan yang tidak, serta cara memperbaikinya.",
        ],
        "bab": [
            {
                "kategori": chapter.category,
                "keterangan": f"{len(chapter.rules)} indikator, bobot {chapter.weight}.",
                "indikator": [_indicator(told.told, told.offices, heads) for told in chapter.rules],
            }
            for chapter in _chapters(pack)
        ],
        "sumber": list(pack.sources),
    }


def _indicator(told: Explanation, offices: str, heads: dict[str, str]) -> dict[str, Any]:
    rule = told.rule
    facts = [
        rule.id,
        "wajib" if rule.required else "anjuran",
        f"bobot {plain(rule.weight)}",
        f"jenis pemeriksaan: {told.kind}",
        f"perkiraan perbaikan {duration(rule.effort)}",
        *((f"berlaku untuk: {offices}",) if offices else ()),
        f"sejak versi {rule.since}",
    ]

    def part(head: str, lines: Sequence[str], numbered: bool = False) -> dict[str, Any]:
        return {"judul": heads[head], "isi": list(lines), "bernomor": numbered}

    return {
        "judul": rule.title,
        "keterangan": " · ".join(facts),
        "bagian": [
            part("periksa", told.checks),
            part("mengapa", [told.why]),
            part("hukum", [f"{citation} ({status})" for citation, status in told.basis]),
            part("terpenuhi", told.met),
            part("belum", told.unmet),
            part("jebakan", told.traps),
            part("perbaiki", told.steps, numbered=True),
        ],
    }
