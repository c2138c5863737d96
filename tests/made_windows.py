"""Windows' files by our own hand: programs (PE) that ask for DLLs, an embeddable Python, wheels."""

from __future__ import annotations

import base64
import hashlib
import struct
import sysconfig
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from pathlib import Path

AMD64, ARM64, I386 = 0x8664, 0xAA64, 0x14C
_BASE, _FILE, _HEADERS = 0x1000, 0x200, 0xF0
#: of the standard library, not in the embeddable Python
_NOT_EMBEDDED = {"ensurepip", "idlelib", "lib2to3", "test", "tkinter", "turtle", "turtledemo", "venv", "site-packages"}


def program(dlls: Sequence[str] = (), machine: int = AMD64) -> bytes:
    """A PE file of one section that asks for these DLLs. It does nothing else; nobody can start it."""
    table = bytearray(20 * (len(dlls) + 1))
    names = bytearray()
    for number, dll in enumerate(dlls):
        struct.pack_into("<I", table, 20 * number + 12, _BASE + len(table) + len(names))
        names += dll.encode("ascii") + b"\0"
    section = bytes(table + names)
    start = 0x40
    optional = bytearray(_HEADERS)
    struct.pack_into("<H", optional, 0, 0x20B)
    if dlls:
        struct.pack_into("<II", optional, 112 + 8, _BASE, len(table))
    coff = b"PE\0\0" + struct.pack("<HHIIIHH", machine, 1, 0, 0, 0, _HEADERS, 0x22)
    row = struct.pack("<8sIIIIIIHHI", b".idata", len(section), _BASE, len(section), _FILE, 0, 0, 0, 0, 0x40000040)
    head = b"MZ".ljust(0x3C, b"\0") + struct.pack("<I", start) + coff + optional + row
    return head.ljust(_FILE, b"\0") + section


def embeddable(folder: Path, version: str = "3.12", machine: int = AMD64, without: Sequence[str] = ()) -> Path:
    """A ZIP laid out as Windows' embeddable Python: its standard library by name only."""
    stem = "python" + version.replace(".", "")
    library = Path(sysconfig.get_path("stdlib"))
    inner = BytesIO()
    with zipfile.ZipFile(inner, "w") as archive:
        for path in sorted(library.rglob("*.py")):
            place = path.relative_to(library)
            if not _NOT_EMBEDDED & {place.parts[0], place.stem if len(place.parts) == 1 else ""}:
                archive.writestr(place.with_suffix(".pyc").as_posix(), b"")
    files = {
        "python.exe": program([f"{stem}.dll", "VCRUNTIME140.dll", "KERNEL32.dll"], machine),
        f"{stem}.dll": program(["KERNEL32.dll", "api-ms-win-crt-runtime-l1-1-0.dll"], machine),
        "python3.dll": program([], machine),
        "vcruntime140.dll": program(["KERNEL32.dll"], machine),
        "vcruntime140_1.dll": program(["KERNEL32.dll"], machine),
        "_sqlite3.pyd": program([f"{stem}.dll", "sqlite3.dll"], machine),
        "sqlite3.dll": program(["KERNEL32.dll"], machine),
        f"{stem}.zip": inner.getvalue(),
        f"{stem}._pth": f"{stem}.zip\r\n.\r\n\r\n#import site\r\n".encode(),
    }
    path = folder / f"python-{version}.9-embed-amd64.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, body in files.items():
            if name not in without:
                archive.writestr(name, body)
    return path


def wheel(
    folder: Path,
    name: str,
    version: str = "1.0",
    files: Mapping[str, bytes] | None = None,
    requires: Sequence[str] = (),
    tag: str = "py3-none-any",
    python: str = ">=3.9",
    says: str = "",
) -> Path:
    """A wheel with its list of digests. ``says``: another name than its own, in the metadata."""
    stem = f"{name.replace('-', '_')}-{version}"
    head = [f"Name: {says or name}", f"Version: {version}", f"Requires-Python: {python}", "License-Expression: MIT"]
    metadata = "\n".join(["Metadata-Version: 2.4", *head, *(f"Requires-Dist: {text}" for text in requires), "", ""])
    body = {f"{name.replace('-', '_')}/__init__.py": b""} if files is None else dict(files)
    body |= {
        f"{stem}.dist-info/METADATA": metadata.encode(),
        f"{stem}.dist-info/WHEEL": f"Wheel-Version: 1.0\nTag: {tag}\n".encode(),
    }
    record = "".join(f"{path},sha256={_digest(data)},{len(data)}\n" for path, data in body.items())
    path = folder / f"{stem}-{tag}.whl"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for member, data in body.items():
            archive.writestr(member, data)
        archive.writestr(f"{stem}.dist-info/RECORD", f"{record}{stem}.dist-info/RECORD,,\n")
    return path


def _digest(data: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(data).digest()).rstrip(b"=").decode()
