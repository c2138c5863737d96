"""One wheel: what it is, what it needs, and its files, each checked before it is written."""

from __future__ import annotations

import base64
import csv
import hashlib
import stat
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes
from pathlib import Path, PurePosixPath

from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.tags import Tag
from packaging.utils import InvalidWheelFilename, canonicalize_name, parse_wheel_filename
from packaging.version import Version

from windows.portable.faults import fault

_RESERVED = {"con", "prn", "aux", "nul", *(f"{port}{n}" for port in ("com", "lpt") for n in range(1, 10))}
_FORBIDDEN = set('<>:"\\|?*') | {chr(n) for n in range(32)}
_HERE = ("purelib", "platlib")  # of a wheel's .data folder; its scripts, headers and data need an installer


@dataclass(frozen=True, slots=True)
class Wheel:
    """A wheel file by what its metadata says."""

    path: Path
    name: str  # canonical
    version: Version
    tags: frozenset[Tag]
    requires: tuple[Requirement, ...]
    requires_python: SpecifierSet
    license: str

    @classmethod
    def read(cls, path: Path) -> Wheel:
        """The wheel at a path. PackageError where it is none."""
        try:
            name, version, _, tags = parse_wheel_filename(path.name)
            with zipfile.ZipFile(path) as archive:
                told = message_from_bytes(archive.read(_member(archive, "METADATA")))
            requires = tuple(Requirement(text) for text in told.get_all("Requires-Dist") or ())
            python = SpecifierSet(told["Requires-Python"] or "")
            same = canonicalize_name(told["Name"]) == name and Version(told["Version"]) == version
        except (InvalidWheelFilename, zipfile.BadZipFile, OSError, KeyError, ValueError, TypeError) as error:
            raise fault("bukan_roda", berkas=path.name, sebab=error) from error
        if not same:
            raise fault("roda_lain", berkas=path.name, nama=told["Name"], versi=told["Version"])
        return cls(path, name, version, tags, requires, python, _license(told["License-Expression"] or told["License"]))

    def files(self, without: frozenset[str] = frozenset()) -> Iterator[tuple[str, bytes]]:
        """(path, bytes) of each file that belongs beside the others, checked against the wheel's own list.

        ``without``: folders inside a package that are left out. PackageError for what Windows could not hold.
        """
        with zipfile.ZipFile(self.path) as archive:
            listed = _record(archive)
            for entry in archive.infolist():
                place = _place(entry.filename)
                if entry.is_dir() or place is None or without & set(place.parts[1:-1]):
                    continue
                if stat.S_ISLNK(entry.external_attr >> 16) or not safe(place):
                    raise fault("jalur_berbahaya", berkas=self.path.name, jalur=entry.filename)
                body = archive.read(entry)
                wanted = listed.get(entry.filename)
                if wanted is not None and wanted != hashlib.sha256(body).digest():
                    raise fault("roda_rusak", berkas=self.path.name, jalur=entry.filename)
                if wanted is None and place.name not in ("RECORD", "RECORD.jws", "RECORD.p7s"):
                    raise fault("roda_rusak", berkas=self.path.name, jalur=entry.filename)
                yield place.as_posix(), body


def safe(place: PurePosixPath) -> bool:
    """Whether a path stays below its folder and Windows can hold each of its names."""
    return not place.is_absolute() and all(
        part not in ("", ".", "..")
        and not _FORBIDDEN & set(part)
        and part[-1] not in ". "
        and part.split(".")[0].lower() not in _RESERVED
        for part in place.parts
    )


def _member(archive: zipfile.ZipFile, name: str) -> str:
    return next(
        (n for n in archive.namelist() if n.endswith(f".dist-info/{name}") and n.count("/") == 1),
        f"*.dist-info/{name}",
    )


def _record(archive: zipfile.ZipFile) -> dict[str, bytes]:
    listed = {}
    for row in csv.reader(archive.read(_member(archive, "RECORD")).decode("utf-8").splitlines()):
        if len(row) >= 2 and row[1].startswith("sha256="):
            text = row[1].removeprefix("sha256=")
            listed[row[0]] = base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
    return listed


def _place(name: str) -> PurePosixPath | None:
    """Where a member belongs; None for what only an installer could use."""
    if "\\" in name or name.startswith("/"):
        return PurePosixPath("..") / name  # refused by ``safe``
    place = PurePosixPath(name)
    first, *rest = place.parts or ("",)
    if not first.endswith(".data"):
        return place
    return PurePosixPath(*rest[1:]) if len(rest) > 1 and rest[0] in _HERE else None


def _license(told: str | None) -> str:
    line = (told or "").strip().splitlines()
    return line[0][:80] if line else ""
