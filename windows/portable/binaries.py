"""Windows programs and libraries (PE): the machine they are made for and the DLLs they ask for."""

from __future__ import annotations

import struct
from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from windows.portable.faults import words

AMD64 = 0x8664
ENDINGS = (".pyd", ".dll", ".exe")
_IMPORTS, _DELAYED = (1, 20, 12), (13, 32, 4)  # directory, size of an entry, where in it the name stands
_MOST = 4_000  # entries of a directory
#: python.exe loads from its own folder; a wheel's copies lie in a folder NAME.libs that the package names itself
PYTHON, COPIES = "python", ".libs"


def machine(program: bytes) -> int:
    """The machine a program is made for; 0 when it is no Windows program."""
    try:
        if program[:2] != b"MZ":
            return 0
        start = struct.unpack_from("<I", program, 0x3C)[0]
        return int(struct.unpack_from("<H", program, start + 4)[0]) if program[start : start + 4] == b"PE\0\0" else 0
    except struct.error:
        return 0


def asked(program: bytes) -> frozenset[str]:
    """The names of the DLLs that a program or library asks for, small letters; none where it cannot be read."""
    try:
        return frozenset(_asked(program)) if machine(program) else frozenset()
    except (struct.error, ValueError, IndexError):
        return frozenset()


def _asked(program: bytes) -> Iterable[str]:
    start = struct.unpack_from("<I", program, 0x3C)[0]
    sections, size = struct.unpack_from("<H12xH", program, start + 6)
    optional = start + 24
    wide = struct.unpack_from("<H", program, optional)[0] == 0x20B
    directories = optional + (112 if wide else 96)
    places = [struct.unpack_from("<8xIIII", program, optional + size + 40 * n) for n in range(sections)]

    def offset(address: int) -> int:
        for virtual, base, raw, file in places:
            if base <= address < base + max(virtual, raw):
                return int(address - base + file)
        raise ValueError("an address outside all sections")

    for number, length, where in (_IMPORTS, _DELAYED):
        table = struct.unpack_from("<I", program, directories + 8 * number)[0]
        if not table:
            continue
        entry = offset(table)
        for _ in range(_MOST):
            name = struct.unpack_from("<I", program, entry + where)[0]
            if not name:
                break
            begin = offset(name)
            yield program[begin : program.index(b"\0", begin)].decode("ascii", "replace").lower()
            entry += length


def lacking(files: Mapping[str, frozenset[str]]) -> dict[str, list[str]]:
    """DLL -> the files that ask for it, where neither the folder nor every Windows has it.

    ``files``: each program and library of the folder by its path, with the DLLs it asks for.
    """
    known = {name.lower() for name in words()["windows"]["dll"]}
    families = tuple(words()["windows"]["keluarga"])
    beside: dict[str, set[str]] = {}
    everywhere: set[str] = set()
    for path in files:
        place = PurePosixPath(path.lower())
        beside.setdefault(place.parent.as_posix(), set()).add(place.name)
        if place.parent.name == PYTHON or place.parent.name.endswith(COPIES):
            everywhere.add(place.name)
    missing: dict[str, list[str]] = {}
    for path, names in sorted(files.items()):
        there = beside[PurePosixPath(path.lower()).parent.as_posix()] | everywhere | known
        for name in sorted(names - there):
            if not name.startswith(families):
                missing.setdefault(name, []).append(path)
    return missing
