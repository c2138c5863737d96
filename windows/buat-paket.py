"""Makes the portable folder for Windows and its ZIP. ``python windows/buat-paket.py python-3.12.10-embed-amd64.zip``

The target needs no Python, no compiler, no administrator and no internet. The embeddable Python is given as a file;
wheels come from the index that pip knows, or with ``--luring`` from a folder. Nothing is compiled, nothing is run.
"""

from __future__ import annotations

import argparse
import hashlib
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from windows.portable.closure import EXTRAS, Shelf, closure, pins, wanted  # noqa: E402
from windows.portable.embedded import Embedded  # noqa: E402
from windows.portable.faults import PackageError, fault, words  # noqa: E402
from windows.portable.folder import Portable, optional_lacks, portable, unpacked_size  # noqa: E402
from windows.portable.wheels import Wheel  # noqa: E402

_MEGABYTE = 1_000_000


def make(given: argparse.Namespace) -> Portable:
    """The folder's files. PackageError for everything that stands in the way."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    python = Embedded.read(given.python, project["requires-python"])
    print(words()["kata"]["python"].format(versi=python.target.version, berkas=python.path.name), flush=True)
    extras = tuple(extra for extra in EXTRAS if not (given.tanpa_ocr and extra == "ocr"))
    shelf = Shelf(given.roda, offline=given.luring)
    wheels = closure(wanted(ROOT / "pyproject.toml", extras), pins(ROOT / "constraints.txt"), python.target, shelf)
    print(words()["kata"]["roda"].format(banyak=len(wheels)), flush=True)
    with tempfile.TemporaryDirectory() as folder:
        auditor = Wheel.read(given.auditor or _built(Path(folder)))
        return portable(python, auditor, wheels, given.dll)


def _built(folder: Path) -> Path:
    """The auditor's own wheel. PackageError with what the builder said."""
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    ended = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    built = sorted(folder.glob("*.whl"))
    if ended.returncode or len(built) != 1:
        raise fault("auditor", kata=(ended.stderr or ended.stdout).strip()[-600:])
    return built[0]


def main() -> int:
    """Exit codes: 0 made, 2 not made and nothing of it written; the message says what is in the way."""
    told = words()["bantuan"]
    parser = argparse.ArgumentParser(description=told["tentang"])
    parser.add_argument("python", type=Path, metavar="PYTHON.zip", help=told["python"])
    parser.add_argument("--roda", type=Path, default=ROOT / "build" / "roda", metavar="FOLDER", help=told["roda"])
    parser.add_argument("--luring", action="store_true", help=told["luring"])
    parser.add_argument("--auditor", type=Path, metavar="RODA.whl", help=told["auditor"])
    parser.add_argument("--tanpa-ocr", action="store_true", help=told["tanpa_ocr"])
    parser.add_argument("--dll", type=Path, action="append", default=[], metavar="BERKAS", help=told["dll"])
    parser.add_argument("--keluar", type=Path, default=ROOT / "dist", metavar="FOLDER", help=told["keluar"])
    given = parser.parse_args()
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # cp1252 consoles on Windows
            stream.reconfigure(encoding="utf-8", errors="replace")
    try:
        made = make(given)
        spared = optional_lacks(made.lacks)
        folder, archive = made.write(given.keluar)
    except PackageError as error:
        print(error, file=sys.stderr)
        return 2
    except OSError as error:
        where = error.filename or given.keluar
        print(fault("tulis", berkas=where, sebab=error.strerror or error), file=sys.stderr)
        return 2
    for package, dlls in spared.items():
        print(words()["kata"]["dll_kurang"].format(paket=package, dll=", ".join(dlls)))
    print(
        words()["kata"]["jadi"].format(
            folder=folder,
            berkas=len(made.files),
            mb=unpacked_size(made.files) / _MEGABYTE,
            zip=archive,
            zip_mb=archive.stat().st_size / _MEGABYTE,
            sidik=hashlib.sha256(archive.read_bytes()).hexdigest(),
        )
    )
    print(words()["kata"]["berikutnya"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
