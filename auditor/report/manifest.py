"""What the last report run wrote into a round's folder, so that the next one replaces all of it.

A report that is no longer made would contradict the others: it is removed, unless a person has changed it since. What
a run did not write is never touched.
"""

from __future__ import annotations

import hashlib
import json
import shutil
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import count
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from auditor.data import table
from auditor.inputs.followup import Entry
from auditor.model import PastScore, Scorecard
from auditor.problems import ReportError
from auditor.report.figures import as_it_is
from auditor.report.writing import PART, Together, in_use, write_text
from auditor.rules.pack import Pack

NAME: Final = "daftar-laporan.json"


def basis_of(
    cards: Sequence[Scorecard],
    pack: Pack,
    previous: Sequence[Scorecard],
    entries: Sequence[Entry] = (),
    past: Sequence[PastScore] = (),
    whole_card: Callable[[Scorecard], Scorecard] = as_it_is,
) -> str:
    """All that a round's reports say, in one word: the same basis, the same ranks and numbers.

    ``previous``: without proofs, which no report tells of them. ``whole_card`` as for ``write_reports``.
    """
    digest = hashlib.sha256()
    digest.update(f"{len(cards)}".encode())
    for card in cards:  # one after the other: a national round is 600 MB of words
        digest.update(repr(whole_card(card)).encode("utf-8", "replace"))
    for part in ((pack.info,), previous, entries, past):
        for one in (f"{len(part)}", *part):
            digest.update(repr(one).encode("utf-8", "replace"))
    return digest.hexdigest()


@dataclass
class Manifest:
    """The reports that lie in a folder: by which basis, and path -> digests they may have when nobody changed them."""

    folder: Path
    basis: str = ""
    files: dict[str, list[str]] = field(default_factory=dict)

    def set_aside(self, writing: Together) -> list[Path]:
        """Copies of the reports that somebody changed and a run replaces; a workbook carries its own over."""
        copies = []
        for path in writing.parts:
            digests = self.files.get(self._name(path), [])
            if digests and path.suffix != ".xlsx" and path.is_file() and _digest(path) not in digests:
                copy = next(p for n in count(1) if not (p := path.with_stem(f"{path.stem}.diubah-{n}")).exists())
                shutil.copy2(path, copy)
                copies.append(copy)
        return copies

    def announce(self, writing: Together) -> None:
        """Notes what is about to take its place, so that a run that is killed meanwhile leaves nothing unknown."""
        for path, part in writing.parts.items():
            self.files.setdefault(self._name(path), []).append(_digest(part))
        self._save()

    def settle(self, basis: str, written: Collection[Path], kept: Collection[Path] = ()) -> list[Path]:
        """Removes what a run no longer made; the files left alone because somebody changed them.

        ``written``: what is there by ``basis``; ``kept``: folders whose files stay though no run can make them again.
        """
        here = {self._name(path) for path in written}
        alone, files = [], {}
        for name, digests in self.files.items():
            path = self.folder / name
            if name in here or (path.parent in kept and path.is_file()):
                files[name] = digests[-1:]
            elif path.is_file() and (_digest(path) not in digests or not _removed(path)):
                alone.append(path)
        self.basis, self.files = basis, files
        self._save()
        return alone

    def made(self, name: str) -> bool:
        """Whether a file of this name is there and from a report run."""
        return name in self.files and (self.folder / name).is_file()

    def _name(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()

    def _save(self) -> None:
        told = {"dasar": self.basis, "berkas": dict(sorted(self.files.items()))}
        write_text(self.folder / NAME, json.dumps(told, ensure_ascii=False, indent=0))


def read_manifest(folder: Path) -> Manifest:
    """What the last report run left in a folder; an empty manifest where there was none or its list is damaged."""
    try:
        told = json.loads((folder / NAME).read_text(encoding="utf-8"))
        files = {str(name): [str(digest) for digest in digests] for name, digests in told["berkas"].items()}
        home, places = folder.resolve(), {Path(name).parent for name in files}
        within = {place for place in places if (folder / place).resolve().is_relative_to(home)}
        inside = {
            name: digests
            for name, digests in files.items()
            if (path := Path(name)).parent in within
            and path.name not in ("", "..")
            and not (folder / path).is_symlink()
        }
        return Manifest(folder, str(told["dasar"]), inside)
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return Manifest(folder)


@contextmanager
def report_run(folder: Path) -> Iterator[Manifest]:
    """The manifest of a folder, for one report run at a time. ReportError while another is at work."""
    folder.mkdir(parents=True, exist_ok=True)
    lock = FileLock(folder / f"{NAME}.lock")
    try:
        lock.acquire(timeout=0)
    except Timeout:
        raise ReportError(str(table("laporan")["susun"]["dipakai"]).format(folder=folder)) from None
    try:
        for left in (*folder.glob(f"*{PART}"), *folder.glob(f"*/*{PART}"), *folder.glob(f"bukti/*/*{PART}")):
            left.unlink(missing_ok=True)  # of a run that was killed
        yield read_manifest(folder)
    finally:
        lock.release()


def _removed(path: Path) -> bool:
    """Whether a report could be taken away: one that is open may hold what nobody has saved yet."""
    if in_use(path):
        return False
    try:
        path.unlink()
    except PermissionError:
        return False
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
