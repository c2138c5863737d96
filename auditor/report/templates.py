"""The Jinja environment of the HTML reports: autoescape, strict names, style and script inlined under their hashes."""

from __future__ import annotations

import base64
import hashlib
import re
from functools import lru_cache
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from auditor.quantities import duration, plain
from auditor.report import charts, wording
from auditor.report.figures import category_score
from auditor.resources import reports_folder

_WORDING = (
    "number", "signed", "percent", "day", "moment", "age", "clip", "rounded", "cause", "advice",
    "steps", "state_sentence", "corrections",
)  # fmt: skip
_PLAIN = (("gaya.css",), ("halaman.js",))
#: template -> its style sheets and scripts; a page carries only what it uses
_LOOKS = {
    "rekap.html.j2": (("gaya.css", "rekap.css"), ("halaman.js", "rekap.js")),
    "nasional.html.j2": (("gaya.css", "rekap.css"), ("halaman.js", "rekap.js")),
    "kartu.html.j2": (("gaya.css",), ("halaman.js", "kartu.js")),
    "tersimpan.html.j2": (("tersimpan.css",), ()),
    "bukti.html.j2": (("tersimpan.css",), ()),
    "kirim.html.j2": (("tersimpan.css",), ()),
}

#: End tags HTML leaves optional inside their parents (HTML 13.1.2.4); a card has hundreds.
_OPTIONAL_END = re.compile(
    r"</(?:dd|dt|li|td|th|tr)>|</p>(?=\n?<(?:p|ol|ul|dl|details|div|table|/div|/section|/article)[ >])"
)
#: Quotes round plain values are optional too; a quotation mark in a text is always escaped, so only markup matches.
_PLAIN_VALUE = re.compile(r'="([A-Za-z0-9_.#-]+)"(?=[ >])')
#: Stand in for style and script until the markup is made dense: their hashes must hold.
_STYLE, _SCRIPT = Markup("\x01gaya\x01"), Markup("\x01naskah\x01")


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
    made.globals.update(plain=plain, duration=duration)
    made.globals.update(interval=charts.interval, bar=charts.bar, spark=charts.spark, category_score=category_score)
    return made


def render(template: str, **values: Any) -> str:
    """A template filled, without indentation, with the style and script that belong to it."""
    style, script = _LOOKS.get(template, _PLAIN)
    style_text, style_hash = _inlined(style)
    script_text, script_hash = _inlined(script)
    filled = environment().get_template(template).render
    text = filled(style=_STYLE, style_hash=style_hash, script=_SCRIPT, script_hash=script_hash, **values)
    text = _PLAIN_VALUE.sub(r"=\1", _OPTIONAL_END.sub("", _dense(text)))
    return text.replace(_STYLE, style_text).replace(_SCRIPT, script_text)


@lru_cache(maxsize=16)
def _inlined(names: tuple[str, ...]) -> tuple[Markup, str]:
    """(text of the files, its hash for the Content-Security-Policy); ours, so it is not escaped."""
    folder = reports_folder() / "html"
    text = _dense("\n".join((folder / name).read_text(encoding="utf-8").strip() for name in names))
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return Markup(text), f"sha256-{digest}"


def _dense(text: str) -> str:
    """The text without indentation and blank lines, of no use to a reader and a third of the size."""
    return re.sub(r"\n\s+", "\n", text)
