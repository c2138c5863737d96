"""Not written yet."""

from __future__ import annotations

from pathlib import Path

from auditor.config import Config
from auditor.report.figures import Round


def write_pdf(folder: Path, round_: Round, config: Config) -> list[Path]:
    return []
