"""What pydantic found wrong with a rule, told to the person who wrote the file: line, what stands there, what may."""

from __future__ import annotations

import difflib
import types
from collections.abc import Sequence
from datetime import date
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from auditor.data import table
from auditor.model import OfficeKind, Outcome
from auditor.problems import Problem
from auditor.rules.source import Loc, Source

_TYPES = {
    "string_type": ("teks di antara tanda kutip", "string"),
    "float_type": ("angka, titik untuk pecahan", "number"),
    "int_type": ("angka bulat", "number"),
    "int_from_float": ("angka bulat", "number"),
    "bool_type": ("true atau false, tanpa tanda kutip", "boolean"),
    "list_type": ("daftar di antara kurung siku", "list"),
    "dict_type": ("bagian dengan kunci-kunci sendiri", "table"),
    "model_type": ("bagian dengan kunci-kunci sendiri", "table"),
    "model_attributes_type": ("bagian dengan kunci-kunci sendiri", "table"),
    "date_type": ("tanggal tahun-bulan-hari tanpa tanda kutip", "date"),
}
_ENUMS: dict[str, tuple[str, ...]] = {
    "expect": tuple(o.value for o in Outcome),
    "applies_to": tuple(k.value for k in OfficeKind),
}
_BOUNDS = {
    "greater_than": ("lebih dari {gt}"),
    "greater_than_equal": ("paling kecil {ge}"),
    "less_than_equal": ("paling besar {le}"),
}


def problems_of(error: ValidationError, source: Source, model: type[BaseModel], prefix: Loc = ()) -> list[Problem]:
    """Every fault of one model as a Problem; ``prefix`` is where the model stands in the file."""
    return [_problem(detail, source, model, prefix) for detail in error.errors(include_url=False)]


def nearest(word: str, known: Sequence[str]) -> str:
    """The known word somebody probably meant, "" when none is near."""
    near = difflib.get_close_matches(word, known, n=1, cutoff=0.6)
    return near[0] if near else ""


def shown(value: object) -> str:
    """A value as it stands in a TOML file, shortened."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value[:60]}"'
    if isinstance(value, dict):
        return "sebuah bagian (tabel)"
    if isinstance(value, list):
        return "sebuah daftar"
    return value.isoformat() if isinstance(value, date) else str(value)


def good_example(key: str, kind: str = "string") -> str:
    """One line that would be right for a key."""
    known = table("rule_keys")
    return str(known["example"].get(key) or known["type"][kind].format(key=key))


def _problem(detail: ErrorDetails, source: Source, model: type[BaseModel], prefix: Loc) -> Problem:
    kind, inner, value = detail["type"], detail["loc"], detail["input"]
    loc: Loc = (*prefix, *inner)
    keys = [part for part in loc if isinstance(part, str)]
    key = keys[-1] if keys else ""
    column = ".".join(keys)
    line = source.line(loc, value)
    context = detail.get("ctx", {})
    if kind == "extra_forbidden":
        known = sorted(_at(model, inner[:-1]).model_fields)
        guess = nearest(key, known)
        message = f"Kunci '{key}' tidak dikenal." + (f" Mungkin maksudnya '{guess}'." if guess else "")
        wanted = guess or known[0]
        example = good_example(wanted, _shape(_at(model, inner[:-1]), wanted))
        return Problem(source.name, message, line, column, allowed=", ".join(known), example=example)
    if kind == "missing":
        return Problem(
            source.name, f"Kunci '{key}' belum ada.", source.line(loc[:-1]), column, example=good_example(key)
        )
    if kind in _TYPES:
        words, shape = _TYPES[kind]
        message = f"Nilai '{key}' harus berupa {words}."
        if kind == "string_type" and isinstance(value, int | float):
            message += " Angka seperti 9.10 tanpa kutip dibaca 9,1."
        return Problem(source.name, message, line, column, shown(value), example=good_example(key, shape))
    if kind in ("literal_error", "enum"):
        allowed = _ENUMS.get(key) or tuple(
            str(context.get("expected", "")).replace("'", "").replace(" or ", ", ").split(", ")
        )
        guess = nearest(str(value), allowed)
        return Problem(
            source.name, f"Nilai '{key}' tidak dikenal.", line, column, shown(value), ", ".join(allowed),
            f'{key} = "{guess or allowed[0]}"',
        )  # fmt: skip
    if kind in _BOUNDS:
        words = _BOUNDS[kind].format(**context)
        return Problem(
            source.name, f"Nilai '{key}' di luar batas.", line, column, shown(value), words, good_example(key, "number")
        )
    if kind == "string_pattern_mismatch":
        return Problem(
            source.name, f"Nilai '{key}' tidak sesuai bentuknya.", line, column, shown(value),
            "huruf kecil, angka, tanda hubung, dan satu titik", good_example(key),
        )  # fmt: skip
    if kind in ("string_too_short", "too_short"):
        least = f"paling sedikit {context.get('min_length', 1)}"
        return Problem(
            source.name, f"Isi '{key}' kosong atau kurang.", line, column, allowed=least, example=good_example(key)
        )
    message = str(context.get("error", detail["msg"]))
    return Problem(source.name, message[:1].upper() + message[1:] + ".", line, column, example=good_example(key))


def _at(model: type[BaseModel], loc: Loc) -> type[BaseModel]:
    """The model at a place inside a model."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = next(iter(_models(model.model_fields[part].annotation)), model)
    return model


def _shape(model: type[BaseModel], key: str) -> str:
    """How a key's value is written: string, number, boolean, list, table or date."""
    annotation: Any = model.model_fields[key].annotation
    if get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in (Union, types.UnionType):
        annotation = get_args(annotation)[0]
    if get_origin(annotation) is list:
        return "table" if _models(annotation) else "list"
    if get_origin(annotation) is dict or _models(annotation):
        return "table"
    return {bool: "boolean", int: "number", float: "number", date: "date"}.get(annotation, "string")


def _models(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    if get_origin(annotation) in (list, tuple, dict, Annotated, Union, types.UnionType):
        return [model for argument in get_args(annotation) for model in _models(argument)]
    return []
