"""Imports point one way, along the data: crawl -> score -> report. Each arrow between rooms is listed here."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "auditor"

#: Room -> the rooms it may import. A room is a module or package of ``auditor``; the packages of ``read`` are rooms
#: of their own. A room not named on a line is not imported there; a new arrow is a decision, made here.
ARROWS = {
    "model": "",
    "data": "",
    "resources": "",
    "days": "data",
    "quantities": "",
    "problems": "data",
    "observations": "model",
    "status": "data model",
    "language": "data days model observations",
    "web": "data language model observations",
    "inputs": "data days language model problems work",
    "work": "problems",
    "warc": "",
    "snapshot": "model warc",
    "newsfigures": "model observations",
    "read.page": "data language model observations web",
    "read.contact": "data language model observations web",
    "read.files": "data language model observations read.page web",
    "read.news": "data days language model observations read.page web",
    "read.site": "data language model observations read.contact read.page web",
    "read": "data days language model observations read.contact read.files read.news read.page read.site web",
    "rules": "data days model problems quantities resources",
    "checks": "data days language model observations rules status web",
    "audit": "checks data days language model observations rules status",
    "score": "model observations rules",
    "compare": "model",
    "objections": "model",
    "fixes": "model rules score",
    "examples": "checks days model observations read read.page rules web",
    "crawl": "data language model observations read.news read.page readings web",
    "store": "data model problems",
    "evaluate": "data inputs model problems",
    "review": "data evaluate model rules",
    "limited": "model observations read read.files read.page work",
    "readings": "limited read.page work",
    "heavy": "model read readings snapshot web work",
    "pictures": "work",
    "pictured": "audit checks model observations pictures read rules",
    "job": "heavy model rules",
    "assessment": "audit heavy job limited model newsfigures observations pictured read readings score snapshot",
    "judging": "assessment job readings",
    "readers": "crawl job judging model observations readings rules work",
    "proof": "inputs job model problems snapshot store",
    "run": "crawl data job judging model proof rules snapshot store",
    "fieldwork": "crawl job judging model pictures proof readers snapshot store work",
    "shards": "language model web",
    "depot": "problems snapshot store",
    "cluster": "crawl depot fieldwork job model proof readers rules run shards web work",
    "round": "cluster crawl depot fieldwork job judging model problems proof readers rules run snapshot store work",
    "due": "data model proof snapshot store",
    "schedule": "data",
    "rescore": "job judging model proof rules store work",
    "report": (
        "compare data days fixes inputs language model objections problems quantities resources rules score status"
        " web work"
    ),
    "demo": "days model resources rules",
    "quarters": "days",
    "machine": "crawl pictures problems rules",
    "desk": (
        "data days evaluate fixes inputs language limited machine model objections problems proof quarters report"
        " resources review rules snapshot store"
    ),
    "cli": (
        "compare crawl data days demo desk due evaluate examples inputs job language limited machine model"
        " objections pictured problems proof quarters read readers report rescore round rules run schedule score"
        " snapshot status store work"
    ),
    "__main__": "cli",
}
MODULES = sorted(path for path in ROOT.rglob("*.py") if path != ROOT / "__init__.py")


def room_of(parts: tuple[str, ...]) -> str:
    """The room of a dotted name below ``auditor``: its first part, within ``read`` its package."""
    if parts[0] == "read" and len(parts) > 1 and (ROOT / "read" / parts[1]).is_dir():
        return f"read.{parts[1]}"
    return parts[0]


def imported(path: Path, source: str) -> Iterator[tuple[int, str]]:
    """(line, room) of every import of the auditor in a module, those inside functions included."""
    for node in ast.walk(ast.parse(source, str(path))):
        names: list[str] = []
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            assert not node.level, f"{path}:{node.lineno}: write the whole name, not a relative import"
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        for name in names:
            first, *rest = name.split(".")
            if first == "auditor" and rest and rest[0] != "__version__":
                yield node.lineno, room_of(tuple(rest))


def faults(path: Path, source: str) -> list[str]:
    own = room_of(path.relative_to(ROOT).with_suffix("").parts)
    allowed = {own, *ARROWS.get(own, "").split()}
    return [
        f"{path.relative_to(ROOT.parent)}:{line}: {own} must not import {other}"
        for line, other in sorted(imported(path, source))
        if other not in allowed
    ]


def test_every_module_has_a_room() -> None:
    homeless = {room_of(path.relative_to(ROOT).with_suffix("").parts) for path in MODULES} - set(ARROWS)
    assert not homeless, f"give these their arrows: {sorted(homeless)}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_imports_follow_the_arrows(path: Path) -> None:
    assert not faults(path, path.read_text(encoding="utf-8"))


def test_the_arrows_make_no_circle() -> None:
    left = {room: set(arrows.split()) for room, arrows in ARROWS.items()}
    while left:
        free = [room for room, others in left.items() if not others & set(left)]
        assert free, f"a circle among {sorted(left)}"
        for room in free:
            del left[room]


def test_no_arrow_is_listed_that_nothing_uses() -> None:
    used: dict[str, set[str]] = {}
    for path in MODULES:
        own = room_of(path.relative_to(ROOT).with_suffix("").parts)
        used.setdefault(own, set()).update(other for _, other in imported(path, path.read_text(encoding="utf-8")))
    idle = {room: sorted(set(arrows.split()) - used.get(room, set())) for room, arrows in ARROWS.items()}
    assert not {room: arrows for room, arrows in idle.items() if arrows}


@pytest.mark.parametrize(
    ("module", "source"),
    [
        ("read/page/html.py", "from auditor.crawl.client import Client"),
        ("read/page/html.py", "from auditor.read.site.pages import build_page"),
        ("checks/page.py", "from auditor import store"),
        ("checks/page.py", "from auditor.read.page.html import parse"),
        ("crawl/visit.py", "def f():\n    from auditor.rules.pack import Pack"),
        ("report/html.py", "import auditor.cli"),
        ("report/html.py", "from auditor.store.history import History"),
        ("store/history.py", "from auditor.crawl.client import Client"),
        ("model.py", "import auditor.read.page.html"),
        ("score.py", "from auditor.helpers import x"),
    ],
)
def test_an_import_against_the_arrows_is_found(module: str, source: str) -> None:
    assert faults(ROOT / module, source)


def test_nothing_but_the_crawl_and_what_serves_this_machine_touches_the_network() -> None:
    allowed = {"crawl", "demo", "desk", "machine", "cli"}
    network = {"httpx", "socket", "ssl", "urllib.request", "http.client", "requests", "aiohttp", "playwright"}
    for path in MODULES:
        if room_of(path.relative_to(ROOT).with_suffix("").parts) in allowed:
            continue
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [a.name for a in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            assert not network & set(names), f"{path.relative_to(ROOT)}: {names}"


def test_no_cache_holds_more_than_the_sites_in_hand_say() -> None:
    """A reader has 24 sites at a time, of some hundred labels and addresses each: what holds more only grows."""
    sizes = {
        f"{path.relative_to(ROOT)}: {ast.unparse(call)}": keyword.value.value
        for path in MODULES
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("lru_cache")
        for keyword in call.keywords
        if keyword.arg == "maxsize" and isinstance(keyword.value, ast.Constant)
    }
    assert len(sizes) > 40 and all(size is not None and size <= 16_384 for size in sizes.values()), sizes


def test_the_trees_of_a_sites_pages_stay_where_its_pages_are_read() -> None:
    """All else goes by the anatomy; what has a tree besides reads other bytes, or markup that no visitor sees."""
    others = {"read/files/cloud.py", "read/files/documents.py", "read/site/flags.py", "read/copies.py"}
    holding = {
        path.relative_to(ROOT).as_posix()
        for path in ROOT.rglob("*.py")
        if "selectolax" in path.read_text(encoding="utf-8")
    }
    assert {path for path in holding if not path.startswith("read/page/")} == others


def test_a_process_that_only_crawls_and_hands_jobs_over_loads_nothing_that_reads_or_judges() -> None:
    others = ("auditor.audit", "auditor.crawl.recogniser", "auditor.limited", "auditor.read.page.html", "selectolax")
    code = f"import sys, auditor.round, auditor.cluster; print([name for name in {others} if name in sys.modules])"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT.parent, capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
