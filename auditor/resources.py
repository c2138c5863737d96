"""Where the files that ship beside the code stand: the rule pack and the look of the reports.

In a wheel they lie under ``auditor/_bawaan``; in a checkout beside the package. A folder of the same name in the
working folder wins, so that an office can change its rules without touching the installation.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
PACK = "kip"


def shipped(name: str) -> Path:
    """The folder as it was shipped ("rules", "reports"); FileNotFoundError when the installation is damaged."""
    for folder in (_PACKAGE / "_bawaan" / name, _PACKAGE.parent / name):
        if folder.is_dir():
            return folder
    raise FileNotFoundError(f"folder bawaan '{name}' tidak ditemukan; pasang ulang KIP Auditor")


def rules_folder(working: Path | None = None) -> Path:
    """The rule pack in use: ``rules/kip`` of the working folder, else the shipped one."""
    own = (working or Path.cwd()) / "rules" / PACK
    return own if own.is_dir() else shipped("rules") / PACK


def reports_folder(working: Path | None = None) -> Path:
    """The report templates in use: ``reports`` of the working folder where it holds them, else the shipped ones."""
    own = (working or Path.cwd()) / "reports"
    return own if (own / "html").is_dir() else shipped("reports")
