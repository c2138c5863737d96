"""The Jinja environment of the HTML reports: autoescape, strict names, style and script inlined under their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditor.report import charts, wording
from auditor.report.figures import category_score
from auditor.resources import reports_folder

_WORDING = (
    "number", "signed", "plain", "percent", "day", "moment", "age", "duration", "clip", "rounded", "cause", "advice",
    "state_sentence",
)  # fmt: skip


@lru_cache(maxsize=1)
def environment() -> Environment:
    """The environment over ``reports/html``, with the wording and the drawings as globals."""
    made = Environment(
        loader=FileSystemLoader(reports_folder() / "html", encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update({name: getattr(wording, name) for name in _WORDING})
    made.globals.update(interval=charts.interval, bar=charts.bar, category_score=category_score)
    for prefix, name in (("style", "gaya.css"), ("script", "halaman.js"), ("kept", "tersimpan.css")):
        text, digest = _asset(name)
        made.globals.update({"kept_style" if prefix == "kept" else prefix: text, f"{prefix}_hash": digest})
    return made


def render(template: str, **values: Any) -> str:
    """A template filled, without indentation."""
    return _dense(environment().get_template(template).render(**values))


def _asset(name: str) -> tuple[Markup, str]:
    """(text, its hash for the Content-Security-Policy); ours, so it is not escaped."""
    text = _dense((reports_folder() / "html" / name).read_text(encoding="utf-8").strip())
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Markup(text), f"sha256-{digest}"


def _dense(text: str) -> str:
    """The text without indentation and blank lines, of no use to a reader and a third of the size."""
    return re.sub(r"\n\s+", "\n", text)
