"""Sixty ways to damage what a round has stored: cut, zeroed, flipped, overwritten, of an older or unknown make."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from random import Random

Damage = Callable[[Path, Random], None]


def _cut(path: Path, random: Random) -> None:
    data = path.read_bytes()
    path.write_bytes(data[: random.randrange(len(data))])


def _zeroed(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    at, size = random.randrange(len(data)), random.choice((16, 512, 4096, 40_000))
    data[at : at + size] = bytes(len(data[at : at + size]))
    path.write_bytes(bytes(data))


def _flipped(path: Path, random: Random) -> None:
    data = bytearray(path.read_bytes())
    for _ in range(random.choice((1, 3, 40))):
        data[random.randrange(len(data))] ^= 1 << random.randrange(8)
    path.write_bytes(bytes(data))


def _overwritten(path: Path, random: Random) -> None:
    path.write_bytes(random.choice((b"", b"\0", b"<html>tidak ditemukan</html>", random.randbytes(5_000))))


def _longer(path: Path, random: Random) -> None:
    path.write_bytes(path.read_bytes() + random.choice((b"\0" * 5_000, random.randbytes(3_000), path.read_bytes())))


def _other_make(path: Path, random: Random) -> None:
    """Another version's file: for a database its number and a table, for a snapshot the first bytes."""
    if path.suffix != ".db":
        data = path.read_bytes()
        path.write_bytes(b"WARC/0.9\r\n" + data[random.randrange(200) :])
        return
    with closing(sqlite3.connect(path)) as database, database:
        version = database.execute("PRAGMA user_version").fetchone()[0]
        database.execute(f"PRAGMA user_version = {random.choice((0, version - 1, version - 2, version + 7))}")
        if random.random() < 0.5:
            database.execute(f"DROP TABLE {random.choice(('findings', 'corrections', 'scores'))}")


DAMAGES: tuple[Damage, ...] = (_cut, _zeroed, _flipped, _overwritten, _longer, _other_make)


def damages(count: int, seed: int = 20261122) -> Iterator[tuple[str, Callable[[Path], None]]]:
    """(name, what does it to a results folder) for this many damages, snapshots and history in turn."""
    for number in range(count):
        random = Random(seed + number)
        damage = DAMAGES[number // 2 % len(DAMAGES)]
        pattern = "audit.db" if number % 2 else "*/bukti/*.warc.gz"

        def do(out: Path, damage: Damage = damage, pattern: str = pattern, random: Random = random) -> None:
            damage(random.choice(sorted(out.glob(pattern))), random)

        yield f"{number}: {damage.__name__.strip('_')} {pattern}", do
