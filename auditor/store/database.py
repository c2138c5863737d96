"""audit.db as a file: its tables and their versions, its errors in plain words, and what to do when it is damaged."""

from __future__ import annotations

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import count
from pathlib import Path
from typing import Final

from auditor.data import table
from auditor.problems import reason
from auditor.store.schema import MIGRATIONS, VIEWS

DATABASE: Final = "audit.db"

#: SQLITE_ERROR: a table or column that every audit.db has is not there
_CORRUPT: Final = frozenset({sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR})
_CAUSES: Final = {
    sqlite3.SQLITE_FULL: "penuh",
    sqlite3.SQLITE_READONLY: "tidak_dapat_ditulis",
    sqlite3.SQLITE_CANTOPEN: "tidak_dapat_ditulis",
    sqlite3.SQLITE_PERM: "tidak_dapat_ditulis",
    sqlite3.SQLITE_BUSY: "terkunci",
    sqlite3.SQLITE_LOCKED: "terkunci",
}
_SYSTEM: Final = {
    errno.ENOSPC: "penuh",
    errno.EDQUOT: "penuh",
    errno.EACCES: "tidak_dapat_ditulis",
    errno.EPERM: "tidak_dapat_ditulis",
    errno.EROFS: "tidak_dapat_ditulis",
}


class StoreError(Exception):
    """Raised when the history cannot be read or written; the message (Indonesian) says why and what to do."""


class CorruptStore(StoreError):
    """Raised for a damaged audit.db; ``Store.open`` sets it aside when it may write."""


@contextmanager
def telling_why(path: Path) -> Iterator[None]:
    """Turns a full disk, a read-only folder and a damaged database into StoreError."""
    words = table("simpanan")
    try:
        yield
    except sqlite3.DatabaseError as error:
        code = getattr(error, "sqlite_errorcode", None) or 0
        undecodable = isinstance(error, sqlite3.OperationalError) and not code  # text that is no UTF-8 any more
        if code & 0xFF in _CORRUPT or undecodable:
            raise CorruptStore(words["rusak"].format(path=path)) from error
        raise StoreError(words[_CAUSES.get(code & 0xFF, "lain")].format(path=path, sebab=error)) from error
    except OSError as error:
        key = _SYSTEM.get(error.errno or 0, "lain")
        raise StoreError(words[key].format(path=error.filename or path, sebab=reason(error))) from error


def connected(path: Path, *, write: bool) -> sqlite3.Connection:
    """A connection to the database, its tables brought up to date when it may write."""
    connection = _opened(path, "rwc" if write else "ro")
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        version = connection.execute("PRAGMA user_version").fetchone()[0]
        if version > len(MIGRATIONS):
            raise StoreError(table("simpanan")["lebih_baru"].format(path=path))
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, version)
            _renew_views(connection)
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise CorruptStore(table("simpanan")["rusak"].format(path=path))
        elif version < len(MIGRATIONS):
            connection = _migrated_copy(connection, version)
        return connection
    except BaseException:
        connection.close()
        raise


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    if version < len(MIGRATIONS):
        for name in _views(connection):  # SQLite changes no table that a view would then miss
            connection.execute(f"DROP VIEW {name}")
    for number, script in enumerate(MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE;{script};PRAGMA user_version = {number};COMMIT;")


def _renew_views(connection: sqlite3.Connection) -> None:
    """Makes the views what this auditor says they are; they hold nothing of their own."""
    wanted = {name: f"CREATE VIEW {name} AS {' '.join(query.split())}" for name, query in VIEWS.items()}
    there = _views(connection)
    for name in there.keys() | wanted.keys():
        if there.get(name) != wanted.get(name):
            connection.execute(f"DROP VIEW IF EXISTS {name}")
            if name in wanted:
                connection.execute(wanted[name])


def _views(connection: sqlite3.Connection) -> dict[str, str]:
    """Name -> definition of our views; those that somebody else made are left alone."""
    query = "SELECT name, sql FROM sqlite_master WHERE type='view' AND name LIKE 'v\\_%' ESCAPE '\\'"
    return dict(connection.execute(query).fetchall())


def _migrated_copy(connection: sqlite3.Connection, version: int) -> sqlite3.Connection:
    """An older auditor's history as this one reads it, in memory: reading changes no file."""
    copy = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    connection.backup(copy)
    connection.close()
    _migrate(copy, version)
    return copy


def moved_aside(path: Path) -> Path:
    """The new name of a damaged database; nothing of it is deleted."""
    aside = aside_name(path)
    for suffix in ("-wal", "-shm", ""):
        part = path.with_name(path.name + suffix)
        if part.exists():
            part.replace(aside.with_name(aside.name + suffix))
    return aside


def aside_name(path: Path) -> Path:
    """A free name beside a database for what it was before it was mended."""
    return next(p for n in count(1) if not (p := path.with_name(f"{path.name}.rusak-{n}")).exists())


def _opened(path: Path, mode: str) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={mode}"
    connection = sqlite3.connect(address, uri=True, isolation_level=None, timeout=10, check_same_thread=False)
    if mode == "ro":
        try:
            connection.execute("SELECT 1 FROM sqlite_master").fetchone()
        except sqlite3.OperationalError as error:
            connection.close()
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_CANTOPEN:
                raise
            # A history on a write-protected stick: no run can be writing there, so it can be read as it lies.
            return sqlite3.connect(f"{address}&immutable=1", uri=True, isolation_level=None, check_same_thread=False)
    return connection
