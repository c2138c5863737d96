"""The check kinds as documentation (docs/cek/), made from the models of ``auditor.rules.schema``."""

from __future__ import annotations

import types
from collections.abc import Iterator, Mapping
from datetime import date
from enum import Enum
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from auditor.data import table
from auditor.rules.schema import QUALITIES


def kind_pages() -> Mapping[str, str]:
    """docs/cek/<kind>.md for every check kind, and README.md that lists them."""
    words = table("penjelasan")["jenis"]
    pages = {f"{kind}.md": _page(kind, model) for kind, model in QUALITIES.items()}
    lines = [
        "# Jenis pemeriksaan",
        "",
        "Halaman-halaman ini dibuat dari kode dengan `python -m auditor.rules.kinds`; jangan disunting langsung.",
        "",
        "| `check` | Nama | Yang dicari |",
        "|---|---|---|",
    ]
    for kind in QUALITIES:
        lines.append(f"| [`{kind}`]({kind}.md) | {words[kind]['name']} | {words[kind]['summary']} |")
    pages["README.md"] = "\n".join(lines) + "\n"
    return pages


def _page(kind: str, model: type[BaseModel]) -> str:
    words = table("penjelasan")["jenis"][kind]
    lines = [
        f"# `{kind}` — {words['name']}",
        "",
        words["summary"],
        "",
        " ".join(words["detail"].split()),
        "",
        "## Parameter `[quality]`",
        "",
        "| Kunci | Isi | Bawaan | Arti |",
        "|---|---|---|---|",
        *_rows(model),
    ]
    if any("Fact" in _words_for(info.annotation) for info in model.model_fields.values()):
        lines += [
            "",
            "Sebuah *unsur* ditulis sebagai tabel sendiri, misalnya `[[quality.facts]]`, dengan `name`, `any` (frasa;",
            "salah satu cukup), dan/atau `regex` (pola pada teks asli).",
        ]
        lines = [line.replace("daftar Fact", "daftar unsur") for line in lines]
    return "\n".join(lines) + "\n"


def _rows(model: type[BaseModel]) -> Iterator[str]:
    for key, info in model.model_fields.items():
        meaning = (info.description or table("penjelasan")["kalimat"].get(key, "")).replace("{value}", "…")
        yield f"| `{key}` | {_words_for(info.annotation)} | {_default(info)} | {meaning.replace('|', '/')} |"


def _words_for(annotation: Any) -> str:
    """The type of a parameter in words."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _words_for(arguments[0])
    if origin is Literal:
        return "salah satu: " + ", ".join(f"`{choice}`" for choice in arguments)
    if origin in (Union, types.UnionType):
        return _words_for(next(a for a in arguments if a is not type(None)))
    if origin is list:
        return f"daftar {_words_for(arguments[0])}"
    if origin is dict:
        return "tabel nama = nilai"
    if isinstance(annotation, type) and issubclass(annotation, Enum):
        return "hasil"
    names = {str: "teks", int: "bilangan bulat", float: "angka", bool: "true/false", date: "tanggal"}
    return names.get(annotation, getattr(annotation, "__name__", "nilai"))


def _default(info: FieldInfo) -> str:
    if info.is_required():
        return "wajib diisi"
    value = info.get_default(call_default_factory=True, validated_data={})
    if isinstance(value, Enum):
        return f"`{value.value}`"
    if isinstance(value, bool):
        return "`true`" if value else "`false`"
    return f"`{value}`" if value not in ("", None, [], {}) else "kosong"


if __name__ == "__main__":
    from pathlib import Path

    target = Path("docs") / "cek"
    target.mkdir(parents=True, exist_ok=True)
    for name, text in kind_pages().items():
        (target / name).write_text(text, encoding="utf-8", newline="\n")
