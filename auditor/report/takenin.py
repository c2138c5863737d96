"""What was typed into a workbook at the rakor, taken into tindak-lanjut.csv: merged, or refused with the reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock, Timeout

from auditor.data import table
from auditor.inputs.followup import FollowUpFile, Typed, rule_named
from auditor.inputs.register import Register
from auditor.problems import ReportError
from auditor.report.followup import Note, Unmergeable, typed_rows
from auditor.report.writing import in_use, write_bytes

_TRIES = 3


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What an import did: rows taken in, rows on which both sides had written, rows whose office nobody knows."""

    rows: int
    both: tuple[str, ...]  # "office, finding: column, column"
    unknown: tuple[str, ...]  # "office, finding"


def take_in(workbook: Path, target: Path, register: Register, round_id: str) -> TakenIn:
    """Merges a workbook's rows into the file ``target``; ``round_id`` is that of rows that do not tell theirs.

    ReportError, nothing written: the workbook has no such sheet, cannot be read or is open, or the file is open or was
    saved by somebody meanwhile. InputError where the file is no such table.
    """
    words = table("masukan")["tindak_lanjut"]
    try:
        notes = typed_rows(workbook)
    except Unmergeable as stop:
        raise ReportError(str(words["ditolak"][stop.reason]).format(berkas=workbook)) from None
    lock = FileLock(target.with_name(f"{target.name}.lock"))
    try:
        with lock.acquire(timeout=5):
            for _ in range(_TRIES):
                seen = _stamp(target)
                if in_use(target):
                    break
                taken, text = _merged(workbook, notes, target, register, round_id)
                if _stamp(target) != seen:
                    continue  # saved by a person while we were reading
                if text is not None:
                    write_bytes(target, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
                return taken
    except Timeout:
        pass
    raise ReportError(str(words["ditolak"]["sasaran"]).format(berkas=target))


def _merged(
    workbook: Path, notes: Sequence[Note], target: Path, register: Register, round_id: str
) -> tuple[TakenIn, str | None]:
    words, file = table("masukan")["tindak_lanjut"], FollowUpFile(target, register)
    rows, both, unknown = 0, [], []
    for note in notes:
        if not note.touched:
            continue
        office, finding = note.about
        site_id = note.site_id or _one(register.offices_named(office))
        if not site_id:
            unknown.append(", ".join(part for part in (office, finding) if part) or str(words["tanpa_nama"]))
            continue
        key = (note.round_id or round_id, site_id, note.rule_id or rule_named(finding, register))
        result = file.take_in(Typed(key, note.base, note.cells, note.extra), workbook.name)
        if result is not None:
            rows += 1
            if result.both:
                columns = ", ".join(name.replace("_", " ") for name in result.both)
                both.append(f"{office}, {finding}: {columns}")
    return TakenIn(rows, tuple(both), tuple(unknown)), file.text() if rows else None


def _one(found: tuple[str, ...]) -> str:
    return found[0] if len(found) == 1 else ""


def _stamp(path: Path) -> tuple[int, int] | None:
    return (path.stat().st_mtime_ns, path.stat().st_size) if path.is_file() else None
