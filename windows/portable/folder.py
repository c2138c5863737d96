"""The folder and its ZIP: what lies where, the list of all files, and the checks before either is written."""

from __future__ import annotations

import csv
import hashlib
import io
import shutil
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from windows.portable.binaries import ENDINGS, asked, lacking
from windows.portable.embedded import Embedded
from windows.portable.faults import fault, words
from windows.portable.imports import missing
from windows.portable.wheels import Wheel

NAME = "KIP Auditor"  # without a version: replaced by the next, it stays where tasks and shortcuts look for it
PROGRAM, PYTHON, LIBRARIES = "program", "program/python", "program/pustaka"
CONTENTS, COMPONENTS = "program/isi.csv", "program/komponen.csv"
LONGEST = 130  # of a path: Windows gives 260, of which people's folders take some 120
_LEFT_OUT = frozenset({"tests"})  # the libraries' own tests: a quarter of the files, and nobody imports them
_TEXTS = Path(__file__).parent / "isi"
_TIME = (1980, 1, 1, 0, 0, 0)  # of every member: the same content makes the same ZIP


@dataclass(frozen=True, slots=True)
class Portable:
    """All files of the folder, by path below it, and the wheels they come from."""

    files: Mapping[str, bytes]
    wheels: tuple[Wheel, ...]
    version: str  # of the auditor
    lacks: Mapping[str, Sequence[str]]  # DLL -> what asks for it, where neither the folder nor Windows has it

    def write(self, out: Path) -> tuple[Path, Path]:
        """The folder and the ZIP, written anew. PackageError where a folder of that name holds something else."""
        folder, archive = out / NAME, out / f"kip-auditor-{self.version}-windows.zip"
        if folder.exists():
            if not (folder / CONTENTS).is_file():
                raise fault("folder_lain", folder=folder)
            shutil.rmtree(folder)
        for path, body in self.files.items():
            place = folder / path
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(body)
        partial = archive.with_suffix(".zip.sebagian")
        with zipfile.ZipFile(partial, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
            for path, body in sorted(self.files.items()):
                entry = zipfile.ZipInfo(f"{NAME}/{path}", _TIME)
                entry.external_attr = 0o644 << 16
                entry.create_system = 0
                made.writestr(entry, body, zipfile.ZIP_DEFLATED)
        partial.replace(archive)
        return folder, archive


def portable(python: Embedded, auditor: Wheel, wheels: Sequence[Wheel], dlls: Sequence[Path] = ()) -> Portable:
    """The folder's files, complete. PackageError for two that claim one path, or for a module that nobody brings."""
    files: dict[str, bytes] = {}
    claimed: dict[str, str] = {}

    def put(path: str, body: bytes, source: str) -> None:
        other = claimed.setdefault(path.lower(), source)
        if other != source and files.get(path) != body:
            raise fault("rebutan", jalur=path, satu=other, dua=source)
        if len(f"{NAME}/{path}") > LONGEST:
            raise fault("jalur_panjang", jalur=path, batas=LONGEST)
        files[path] = body

    for path, body in python.files():
        put(f"{PYTHON}/{path}", body, python.path.name)
    for dll in dlls:
        put(f"{PYTHON}/{dll.name}", dll.read_bytes(), dll.name)
    for wheel in (auditor, *wheels):
        for path, body in wheel.files(_LEFT_OUT):
            put(f"{LIBRARIES}/{path}", body, wheel.path.name)
    for path, body in _texts(auditor):
        put(path, body, "isi")
    _complete(files)
    put(COMPONENTS, _components(auditor, wheels), COMPONENTS)
    put(CONTENTS, _contents(files), CONTENTS)
    programs = {path: asked(body) for path, body in files.items() if path.lower().endswith(ENDINGS)}
    return Portable(dict(sorted(files.items())), (auditor, *wheels), str(auditor.version), lacking(programs))


def changed(folder: Path) -> tuple[str, ...]:
    """The files of a written folder that are no longer as its list says: gone, cut short, altered."""
    with (folder / CONTENTS).open(encoding="utf-8-sig", newline="") as file:
        listed = {row["berkas"]: row["sha256"] for row in csv.DictReader(file)}
    return tuple(
        path
        for path, digest in listed.items()
        if not (folder / path).is_file() or hashlib.sha256((folder / path).read_bytes()).hexdigest() != digest
    )


def _texts(auditor: Wheel) -> Iterator[tuple[str, bytes]]:
    """What is double-clicked and read, with the line ends that Windows wants."""
    for path in sorted(_TEXTS.rglob("*")):
        if path.is_file():
            text = path.read_text(encoding="utf-8").replace("{versi}", str(auditor.version))
            mark = "utf-8-sig" if path.suffix == ".txt" else "ascii"  # cmd reads no mark, Notepad wants one
            yield path.relative_to(_TEXTS).as_posix(), "\r\n".join([*text.splitlines(), ""]).encode(mark)


def _complete(files: Mapping[str, bytes]) -> None:
    below = {
        root: {path.removeprefix(f"{root}/"): body for path, body in files.items() if path.startswith(f"{root}/")}
        for root in (PYTHON, LIBRARIES)
    }
    inner = [name for name in below[PYTHON] if name.endswith(".zip")]
    own = list(below[PYTHON])
    for name in inner:
        with zipfile.ZipFile(io.BytesIO(below[PYTHON][name])) as archive:
            own += archive.namelist()
    if absent := missing(below[LIBRARIES], own, words()["windows"]["tanpa_modul"]):
        told = ", ".join(f"{module} ({importer})" for module, importer in list(absent.items())[:8])
        raise fault("modul_kurang", daftar=told)


def _components(auditor: Wheel, wheels: Sequence[Wheel]) -> bytes:
    rows = [["nama", "versi", "roda", "sha256", "lisensi"]]
    rows += [
        [wheel.name, str(wheel.version), wheel.path.name, _digest(wheel.path.read_bytes()), wheel.license]
        for wheel in (auditor, *wheels)
    ]
    return _csv(rows)


def _contents(files: Mapping[str, bytes]) -> bytes:
    rows = [["berkas", "ukuran", "sha256"]]
    return _csv([*rows, *([path, str(len(body)), _digest(body)] for path, body in sorted(files.items()))])


def _csv(rows: Sequence[Sequence[str]]) -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    return text.getvalue().encode("utf-8-sig")


def _digest(body: bytes) -> str:
    return hashlib.sha256(body).hexdigest()


def unpacked_size(files: Mapping[str, bytes]) -> int:
    """The bytes of all files together."""
    return sum(len(body) for body in files.values())


def optional_lacks(lacks: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    """The lacking DLLs by the package that asks for them, of packages the auditor works without."""
    spare = words()["windows"]["tanpa"]
    by_package: dict[str, list[str]] = {}
    for dll, paths in lacks.items():
        for package in {PurePosixPath(path).relative_to(LIBRARIES).parts[0] for path in paths}:
            if package not in spare:
                raise fault("dll_kurang", dll=dll, paket=package)
            by_package.setdefault(package, []).append(dll)
    return by_package
