"""Small sites written in a test, seen as a crawl would bring them home, and rules of the test's own."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from auditor.checks import CHECKS
from auditor.examples import see
from auditor.model import Verdict
from auditor.observations import Observations, Page
from auditor.resources import shipped
from auditor.rules.loader import load
from auditor.rules.schema import Example, Rule

PACK = load(shipped("rules") / "kip")
SITE = "https://purbalingga.kemenag.go.id"
TODAY = date(2026, 11, 22)
OFFICE = "Kantor Kementerian Agama Kabupaten Purbalingga"
_FILLER = f"<p>Selamat datang di situs resmi {OFFICE}.</p>"


def seen(pages: Mapping[str, str] | str, files: Mapping[str, Any] | None = None, **more: Any) -> Observations:
    """What the auditor sees of a site. ``pages``: path -> HTML (a string alone is the home page); ``files``: path ->
    text, or the fields of an ``ExampleFile``; what is neither answers 404."""
    written = {"/": pages} if isinstance(pages, str) else dict(pages)
    written.setdefault("/", f"<main><h1>Beranda</h1>{_FILLER}{_index(written)}</main>")
    described = {
        "name": "situs kecil",
        "kind": "met",
        "expect": "lengkap",
        "page": [{"path": path, "html": html} for path, html in written.items()],
        "file": [
            {"path": path, "text": file} if isinstance(file, str) else {"path": path, **file}
            for path, file in (files or {}).items()
        ],
        **more,
    }
    return see(Example.model_validate(described), PACK)


def _index(pages: Mapping[str, str]) -> str:
    """Links to every page without saying what it is: the page must speak for itself."""
    return "".join(f'<a href="{path}">{number}</a> ' for number, path in enumerate(pages, 1) if path != "/")


def page_at(observations: Observations, path: str) -> Page:
    """The page at a path of the small site."""
    return next(page for page in observations.pages if page.url == SITE + path)


def rule(check: str, labels: list[str] | None = None, *, quality: dict[str, Any] | None = None, **match: Any) -> Rule:
    """A rule of a check kind with these names and parameters; everything else is filler."""
    return Rule.model_validate(
        {
            "id": "uji.aturan",
            "title": "Aturan uji",
            "category": "Berkala",
            "required": True,
            "weight": 1.0,
            "effort": 10,
            "legal_basis": [{"source": "UU 14/2008", "verified": "terbaca"}],
            "why": "uji",
            "how_to_fix": "uji",
            "check": check,
            "match": {"labels": labels or [], **match},
            "quality": quality or {},
            "example": [
                {"name": str(n), "kind": k, "expect": "lengkap"} for n, k in enumerate(("met", "unmet", "trap"))
            ],
        }
    )


def verdict(judged_by: Rule, observations: Observations) -> Verdict:
    """The verdict of a rule's own check on a site."""
    return CHECKS[judged_by.check](observations, judged_by, PACK)
