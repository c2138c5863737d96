"""Snapshots kept at an address: what is there is brought whole, what is new is stored, nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import fsspec
import pytest
from fsspec.implementations.memory import MemoryFileSystem

from auditor.depot import Depot
from auditor.problems import InputError


class Objects(MemoryFileSystem):  # type: ignore[misc]
    """A place of objects: folders do not exist until something lies in them."""

    protocol = "objek"

    def makedirs(self, path: str, exist_ok: bool = False) -> None:
        """Nothing to make."""


@pytest.fixture(params=["memory", "objek", "file"])
def address(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    fsspec.register_implementation("objek", Objects, clobber=True)
    yield f"file://{tmp_path}/gudang" if request.param == "file" else f"{request.param}://wadah/hasil"
    MemoryFileSystem.store.clear()


def files(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_one_machine_keeps_another_takes(address: str, tmp_path: Path) -> None:
    depot = Depot.below(address, "2026-T4", "bukti")
    one, other = tmp_path / "satu", tmp_path / "dua"
    (one / "sebelumnya").mkdir(parents=True)
    held = {"kab-a.warc.gz": b"kini", "kab-a.gambar.json": b"{}", "sebelumnya/kab-a.20261001T000000Z.warc.gz": b"dulu"}
    for name, data in (held | {"kab-ab.warc.gz": b"kantor lain", "kab-a.warc.gz.partial": b"setengah"}).items():
        (one / name).write_bytes(data)
    assert depot.take(other, "kab-a") == {}
    depot.keep(one, "kab-a", {})
    assert set(depot.take(other, "kab-a")) == set(held) and files(other) == held


def test_only_what_changed_is_stored_again(address: str, tmp_path: Path) -> None:
    depot = Depot.below(address, "2026-T4", "bukti")
    (tmp_path / "k.warc.gz").write_bytes(b"satu")
    depot.keep(tmp_path, "k", {})
    before = depot.take(tmp_path, "k")
    stored: list[str] = []
    system, _ = depot._opened()
    put = type(system).put_file

    def noting(self: Any, local: str, remote: str, **more: Any) -> None:
        stored.append(Path(local).name)
        put(self, local, remote, **more)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(type(system), "put_file", noting)
        depot.keep(tmp_path, "k", before)
        (tmp_path / "k.berat.json").write_bytes(b"{}")
        depot.keep(tmp_path, "k", before)
    assert stored == ["k.berat.json"]


def test_looking_whether_something_can_be_kept_leaves_nothing(address: str) -> None:
    Depot.below(address, "2026-T4", "bukti")
    system, root = Depot(f"{address}/2026-T4/bukti")._opened()
    assert not system.find(root)


@pytest.mark.parametrize("wrong", ["tiadasistem://wadah", "file:///dev/null/wadah"])
def test_an_address_that_cannot_be_used_is_told_with_the_reason(wrong: str) -> None:
    with pytest.raises(InputError, match="--store"):
        Depot.below(wrong, "2026-T4", "bukti")
