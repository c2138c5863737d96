"""Whether everything the auditor imports is in the folder: followed through the sources, nothing is run."""

from __future__ import annotations

import ast
import importlib.util
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath

OURS = "auditor"
_ENDINGS = (".py", ".pyd", ".pyc")
_MADE = "six.moves"  # modules that six makes when it is loaded
_ABSENT = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


@dataclass(frozen=True, slots=True)
class _Import:
    module: str
    names: tuple[str, ...] = ()  # "from module import names": modules or what a module holds


def modules(files: Collection[str]) -> dict[str, str]:
    """Path by module name, of files as they lie below a folder that Python looks in."""
    found: dict[str, str] = {}
    for path in sorted(files):
        place = PurePosixPath(path)
        stem = place.name.split(".")[0]
        if place.suffix not in _ENDINGS or not all(part.isidentifier() for part in (*place.parts[:-1], stem)):
            continue
        parts = place.parts[:-1] if stem == "__init__" else (*place.parts[:-1], stem)
        found[".".join(parts)] = path
        for depth in range(1, len(parts)):  # a folder without __init__.py is a package, too
            found.setdefault(".".join(parts[:depth]), "")
    return found


def missing(libraries: Mapping[str, bytes], python: Collection[str], spare: Collection[str] = ()) -> dict[str, str]:
    """Module that must be importable and is not -> the module that imports it.

    ``libraries``: bytes by path below the folder of libraries; ``python``: the paths of Python's own files. What
    stands at the top of a module and nothing guards counts; of the auditor, also what a function imports, but for the
    modules it expects to be absent (``spare``), its own that need those among them.
    """
    own, standard = modules(libraries.keys()), modules(python)
    lacking: dict[str, str] = {}
    todo = [name for name in own if _below(name, [OURS]) and not _below(name, spare)]
    seen = set(todo)
    while todo:
        importer = todo.pop()
        path = own[importer]
        if not path.endswith(".py"):
            continue
        package = importer if path.endswith("__init__.py") else importer.rpartition(".")[0]
        ours = importer.split(".")[0] == OURS
        found_here = list(_imports(libraries[path], package, within=False))
        if ours:
            inner = _imports(libraries[path], package, within=True)
            found_here += [each for each in inner if not _below(each.module, spare)]
        for found in found_here:
            for name in _modules_of(found, own):
                if name in own:
                    if name not in seen:
                        seen.add(name)
                        todo.append(name)
                elif not _is_standard(name, standard) and not name.startswith(_MADE):
                    lacking.setdefault(name, importer)
    return dict(sorted(lacking.items()))


_WINDOWS = frozenset({"_msi", "_overlapped", "_winapi", "_wmi", "msvcrt", "nt", "winreg", "winsound"})


def _below(name: str, modules: Collection[str]) -> bool:
    """Whether a module is one of these or lies in one of them."""
    return any(name == module or name.startswith(f"{module}.") for module in modules)


def _modules_of(found: _Import, own: Mapping[str, str]) -> Iterator[str]:
    """The modules that an import statement loads: each package on the way, and names that are modules."""
    parts = found.module.split(".")
    yield from (".".join(parts[: depth + 1]) for depth in range(len(parts)))
    yield from (name for each in found.names if (name := f"{found.module}.{each}") in own)


def _is_standard(name: str, standard: Mapping[str, str]) -> bool:
    """Whether Python itself has a module: among its files, or built into it, as far as can be known elsewhere."""
    top = name.split(".")[0]
    if name in standard:
        return True
    if top not in sys.stdlib_module_names:
        return False
    try:
        spec = importlib.util.find_spec(top)  # never loads it: a top-level name
    except (ImportError, ValueError):
        spec = None
    if spec is None:  # left out here (Debian's Python has no tkinter), or Windows' own
        return top in _WINDOWS
    # One that has a source file here has one there; the others are built in.
    return spec.origin is None or not spec.origin.endswith((".py", ".pyc"))


def _imports(source: bytes, package: str, within: bool) -> Iterator[_Import]:
    """The imports that run when a module is loaded; ``within``: also those of its functions and conditions."""
    try:
        tree = ast.parse(source)
    except (SyntaxError, ValueError):
        return
    for node in _statements(tree, within):
        if isinstance(node, ast.Import):
            yield from (_Import(alias.name) for alias in node.names)
        else:
            module = node.module or ""
            if node.level:
                base = package.split(".")
                base = base[: len(base) - node.level + 1]
                module = ".".join([*base, *([module] if module else [])])
            yield _Import(module, tuple(alias.name for alias in node.names))


def _statements(node: ast.AST, within: bool) -> Iterator[ast.Import | ast.ImportFrom]:
    """The import statements that must succeed: what is tried, for types or for one system only is left out."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Import | ast.ImportFrom):
            yield child
        elif not _spared(child, within):
            yield from _statements(child, within)


def _spared(node: ast.AST, within: bool) -> bool:
    """Whether what stands in a part of a module need not succeed where the module is loaded."""
    if isinstance(node, ast.Try):
        return any(_catches(handler) for handler in node.handlers)
    if isinstance(node, ast.ExceptHandler):
        return True
    if isinstance(node, ast.If):
        return not within or _for_types(node.test) or _for_systems(node.test)
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) and not within


def _catches(handler: ast.ExceptHandler) -> bool:
    names = {n.id for n in ast.walk(handler.type) if isinstance(n, ast.Name)} if handler.type else _ABSENT
    return bool(names & _ABSENT)


def _for_types(test: ast.expr) -> bool:
    return any(isinstance(n, ast.Name | ast.Attribute) and _last(n) == "TYPE_CHECKING" for n in ast.walk(test))


def _for_systems(test: ast.expr) -> bool:
    return any(isinstance(n, ast.Attribute) and n.attr in ("platform", "name") for n in ast.walk(test))


def _last(node: ast.Name | ast.Attribute) -> str:
    return node.id if isinstance(node, ast.Name) else node.attr
