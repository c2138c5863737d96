"""Imports point one way, along the data: crawl -> score -> report. Nothing below knows what stands above it."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "auditor"

#: Each layer may import itself and the layers before it. A package stands for all its modules.
LAYERS = (
    ("data", "model", "observations", "problems", "phrases", "labels", "resources", "sheet", "status", "worker"),
    ("read",),
    ("rules",),
    ("checks",),
    ("audit", "score", "compare", "fixes", "examples"),
    ("snapshot",),
    ("crawl",),
    ("sites", "config", "corrections", "store", "engine", "evaluate"),
    ("round", "rescore"),
    ("report",),
    ("demo",),
    ("cli", "__main__"),
)
#: (who, whom): imports that the order of layers would allow and the design does not.
FORBIDDEN = (("crawl", "rules"), ("crawl", "checks"), ("crawl", "audit"), ("crawl", "score"), ("report", "crawl"))
RANK = {name: rank for rank, names in enumerate(LAYERS) for name in names}
MODULES = sorted(ROOT.rglob("*.py"))


def layer_of(path: Path) -> str:
    first = path.relative_to(ROOT).parts[0]
    return first.removesuffix(".py")


def imported(path: Path, source: str) -> set[tuple[int, str]]:
    """(line, layer) of every import of the auditor in a module, those inside functions included."""
    found: set[tuple[int, str]] = set()
    for node in ast.walk(ast.parse(source, str(path))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: write the whole name, not a relative import"
            base = node.module or ""
            names = [f"auditor.{alias.name}" for alias in node.names] if base == "auditor" else [base]
        for name in names:
            package, _, rest = name.partition(".")
            if package == "auditor" and rest and not rest.startswith("__version__"):
                found.add((node.lineno, rest.split(".")[0]))
    return found


def faults(path: Path, source: str) -> list[str]:
    own = layer_of(path)
    where = path.relative_to(ROOT.parent)
    told = []
    for line, other in sorted(imported(path, source)):
        if other not in RANK:
            told.append(f"{where}:{line}: {other} has no place in LAYERS")
        elif RANK[other] > RANK[own] or (own, other) in FORBIDDEN:
            told.append(f"{where}:{line}: {own} must not import {other}")
    return told


def test_every_module_has_a_layer() -> None:
    homeless = {layer_of(path) for path in MODULES} - set(RANK) - {"__init__"}
    assert not homeless, f"give these a place in LAYERS: {sorted(homeless)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_point_one_way(path: Path) -> None:
    if path == ROOT / "__init__.py":
        return
    assert not faults(path, path.read_text(encoding="utf-8"))


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("read/html.py", "from auditor.crawl.client import Client"),
        ("checks/page.py", "from auditor import store"),
        ("crawl/visit.py", "def f():\n    from auditor.rules.pack import Pack"),
        ("report/html.py", "import auditor.cli"),
        ("model.py", "import auditor.read.page.html"),
        ("score.py", "from auditor.helpers import x"),
    ],
)
def test_an_import_the_wrong_way_is_found(module: str, source: str) -> None:
    assert faults(ROOT / module, source)


def test_nothing_but_the_crawl_and_the_demo_touches_the_network() -> None:
    allowed = {"crawl", "demo", "cli"}
    network = {"httpx", "socket", "ssl", "urllib.request", "http.client", "requests", "aiohttp", "playwright"}
    for path in MODULES:
        if layer_of(path) in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not network & set(names), f"{path.relative_to(ROOT)}: {names}"
