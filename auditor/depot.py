"""Where the snapshots of many machines are kept when they share no folder: any address that fsspec knows.

Below it lies what lies below a folder of results: ``<round>/bukti``, with all that stands beside a snapshot.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from auditor.problems import InputError, Problem
from auditor.snapshot import PARTIAL
from auditor.store.history import EARLIER

_OPTION: Final = "--store"
_PROBE: Final = ".auditor"

#: name below the folder -> what tells that a file has not changed
Seen = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Depot:
    """The snapshots of one round below an address; it travels to the machines that use it."""

    address: str

    @classmethod
    def below(cls, address: str, round_id: str, folder: str) -> Depot:
        """The depot of a round. InputError for an address that cannot be used, with the reason."""
        depot = cls(f"{address.rstrip('/')}/{round_id}/{folder}")
        example = "s3://kip-auditor/hasil"
        try:
            system, root = depot._opened()
            system.makedirs(root, exist_ok=True)
            system.pipe_file(f"{root}/{_PROBE}", b"")  # a place of objects has no folders that could be looked for
            system.rm_file(f"{root}/{_PROBE}")
        except ImportError as error:
            message = "Alamat penyimpanan ini memerlukan paket lain."
            raise InputError([Problem(_OPTION, message, found=f"{address} ({error})", example=example)]) from None
        except (OSError, ValueError) as error:
            message = "Alamat penyimpanan ini tidak dapat dipakai."
            raise InputError([Problem(_OPTION, message, found=f"{address} ({error})", example=example)]) from None
        return depot

    def take(self, folder: Path, site_id: str) -> Seen:
        """Brings what is kept of a site into a folder, whole; tells what is there now."""
        system, root = self._opened()
        for inner in ("", f"{EARLIER}/"):
            for remote in system.glob(f"{root}/{inner}{site_id}.*"):
                local = folder / inner / remote.rpartition("/")[2]
                local.parent.mkdir(parents=True, exist_ok=True)
                partial = local.with_name(local.name + PARTIAL)
                system.get_file(remote, str(partial))
                partial.replace(local)
        return dict(_seen(folder, site_id))

    def keep(self, folder: Path, site_id: str, before: Seen) -> None:
        """Stores what is new of a site since ``before``. OSError where there is no room, or no permission."""
        system, root = self._opened()
        for name, state in _seen(folder, site_id):
            if before.get(name) != state:
                system.makedirs(f"{root}/{name}".rpartition("/")[0], exist_ok=True)
                system.put_file(str(folder / name), f"{root}/{name}")

    def _opened(self) -> tuple[Any, str]:
        from fsspec.core import url_to_fs

        system, root = url_to_fs(self.address)
        system.invalidate_cache()  # others write there, too
        return system, str(root)


def _seen(folder: Path, site_id: str) -> Iterator[tuple[str, tuple[int, int]]]:
    for path in sorted((*folder.glob(f"{site_id}.*"), *(folder / EARLIER).glob(f"{site_id}.*"))):
        if not path.name.endswith(PARTIAL):
            state = path.stat()
            yield path.relative_to(folder).as_posix(), (state.st_size, state.st_mtime_ns)
