"""Windows' embeddable Python: the ZIP that is given, what it is, and how it finds the libraries beside it."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from packaging.specifiers import SpecifierSet

from windows.portable.binaries import AMD64, machine
from windows.portable.closure import Target
from windows.portable.faults import fault
from windows.portable.wheels import safe

LIBRARIES = "..\\pustaka"  # from the folder of python.exe


@dataclass(frozen=True, slots=True)
class Embedded:
    """An embeddable Python that fits: CPython, 64-bit, of a version that the auditor runs on."""

    path: Path
    target: Target

    @classmethod
    def read(cls, path: Path, requires_python: str) -> Embedded:
        """The embeddable Python of a ZIP. PackageError, with the good example, for anything else."""
        if not path.is_file():
            raise fault("tanpa_python", berkas=path)
        try:
            with zipfile.ZipFile(path) as archive:
                names = set(archive.namelist())
                program = archive.read("python.exe") if "python.exe" in names else b""
        except (zipfile.BadZipFile, OSError) as error:
            raise fault("bukan_zip", berkas=path.name) from error
        versions = [match for name in names if (match := re.fullmatch(r"python(\d)(\d+)\._pth", name))]
        if len(versions) != 1 or not program:
            raise fault("bukan_tanam", berkas=path.name)
        version = ".".join(versions[0].groups())
        stem = f"python{versions[0][1]}{versions[0][2]}"
        if not {f"{stem}.dll", f"{stem}.zip"} <= names:
            raise fault("bukan_tanam", berkas=path.name)
        if machine(program) != AMD64:
            raise fault("bukan_amd64", berkas=path.name)
        if not SpecifierSet(requires_python).contains(f"{version}.0"):
            raise fault("python_lama", berkas=path.name, versi=version, diminta=requires_python)
        return cls(path, Target(version))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """(path, bytes) of each file, the list of places where it looks for libraries made ours.

        Such a list also makes it deaf to PYTHONPATH, to the registry and to the user's own site-packages.
        """
        stem = "python" + self.target.version.replace(".", "")
        with zipfile.ZipFile(self.path) as archive:
            for entry in archive.infolist():
                place = PurePosixPath(entry.filename)
                if entry.is_dir():
                    continue
                if "\\" in entry.filename or not safe(place):
                    raise fault("jalur_berbahaya", berkas=self.path.name, jalur=entry.filename)
                if place.as_posix() == f"{stem}._pth":
                    yield place.as_posix(), "\r\n".join((f"{stem}.zip", ".", LIBRARIES, "")).encode("ascii")
                else:
                    yield place.as_posix(), archive.read(entry)
