"""What was typed at the rakor, in a workbook or elsewhere, taken into tindak-lanjut.csv: merged, or refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from filelock import FileLock, Timeout

from auditor.data import table
from auditor.inputs.followup import FollowUpFile, Merged, Typed, rule_named
from auditor.inputs.register import Register
from auditor.problems import ReportError
from auditor.report.followup import Note, Unmergeable, typed_rows
from auditor.report.writing import in_use, write_bytes

_TRIES = 3
T = TypeVar("T")


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
    return _settled(target, lambda: _merged(workbook, notes, target, register, round_id))


def put_in(target: Path, rows: Sequence[Typed], register: Register, source: str) -> tuple[Merged | None, ...]:
    """Merges rows that were typed elsewhere into the file ``target``; for each what came of it, None for nothing new.

    ``source``: how the place is called where both had written. Raises as ``take_in`` does.
    """

    def merge() -> tuple[tuple[Merged | None, ...], str | None]:
        file = FollowUpFile(target, register)
        taken = tuple(file.take_in(row, source) for row in rows)
        return taken, file.text() if any(taken) else None

    return _settled(target, merge)


def _settled(target: Path, merge: Callable[[], tuple[T, str | None]]) -> T:
    """What ``merge`` did once its text (None: nothing new) is in the file, which nobody else wrote meanwhile."""
    lock = FileLock(target.with_name(f"{target.name}.lock"))
    try:
        with lock.acquire(timeout=5):
            for _ in range(_TRIES):
                seen = _stamp(target)
                if in_use(target):
                    break
                taken, text = merge()
                if _stamp(target) != seen:
                    continue  # saved by a person while we were reading
                if text is not None:
                    write_bytes(target, b"\xef\xbb\xbf" + text.encode("utf-8", "replace"))
                return taken
    except Timeout:
        pass
    words = table("masukan")["tindak_lanjut"]
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
