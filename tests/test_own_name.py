"""What labels say beside the office's own name: the name itself says nothing of what is named."""

from __future__ import annotations

from dataclasses import replace

from auditor.checks.candidates import candidates
from auditor.model import Site
from auditor.observations import Observations
from tests.small_sites import PACK, seen

MENU = '<nav><a href="/p1">{}</a></nav><main><p>Selamat datang di situs resmi kami.</p></main>'


def named(label: str, office: Site | None) -> bool:
    """Whether a label in the menu of an office's site is taken for the service standard."""
    found: Observations = seen(MENU.format(label))
    if office is not None:
        found = replace(found, site=replace(found.site, name=office.name))
    return any(c.label == label for c in candidates(found, PACK.rule("saluran.standar-pelayanan")))


LABEL = "Standar Pelayanan Dinas Kelautan dan Perikanan Kota Contoh"


def test_the_offices_own_long_name_does_not_hide_what_a_label_names() -> None:
    own = Site("x", "Dinas Kelautan dan Perikanan Kota Contoh", seen("<main></main>").site.kind, "https://x.go.id")
    assert named(LABEL, own)


def test_another_offices_long_name_does() -> None:
    assert not named(LABEL, None)
