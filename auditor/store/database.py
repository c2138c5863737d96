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

DATABASE: Final = "audit.db"

_MIGRATIONS: Final = (
    """
    CREATE TABLE rounds (id TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TABLE sites (
        round TEXT NOT NULL REFERENCES rounds(id) ON DELETE CASCADE, id TEXT NOT NULL, position INTEGER NOT NULL,
        name TEXT NOT NULL, province TEXT NOT NULL, area TEXT NOT NULL, url TEXT NOT NULL,
        PRIMARY KEY (round, id)) WITHOUT ROWID;
    CREATE TABLE snapshots (
        round TEXT NOT NULL, site_id TEXT NOT NULL, finished_at TEXT NOT NULL, started_at TEXT NOT NULL,
        path TEXT NOT NULL, sha256 TEXT NOT NULL, state TEXT NOT NULL, cause TEXT NOT NULL,
        PRIMARY KEY (round, site_id, finished_at),
        FOREIGN KEY (round, site_id) REFERENCES sites(round, id) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE TABLE scores (
        round TEXT NOT NULL, site_id TEXT NOT NULL, score REAL, low REAL NOT NULL, high REAL NOT NULL,
        coverage REAL NOT NULL, band TEXT, required_score REAL,
        pack_name TEXT NOT NULL, pack_version TEXT NOT NULL, pack_sha256 TEXT NOT NULL, profile TEXT NOT NULL,
        finished_at TEXT, card TEXT NOT NULL,
        PRIMARY KEY (round, site_id),
        FOREIGN KEY (round, site_id) REFERENCES sites(round, id) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE TABLE findings (
        round TEXT NOT NULL, site_id TEXT NOT NULL, rule_id TEXT NOT NULL, position INTEGER NOT NULL,
        title TEXT NOT NULL, category TEXT NOT NULL, required INTEGER NOT NULL, weight REAL NOT NULL,
        effort INTEGER NOT NULL, outcome TEXT NOT NULL, points REAL NOT NULL, confidence TEXT NOT NULL,
        note TEXT NOT NULL, decided_by TEXT NOT NULL, red_flag INTEGER NOT NULL, nearest TEXT NOT NULL,
        considered TEXT NOT NULL,
        PRIMARY KEY (round, site_id, rule_id),
        FOREIGN KEY (round, site_id) REFERENCES scores(round, site_id) ON DELETE CASCADE) WITHOUT ROWID;
    CREATE INDEX findings_by_rule ON findings(rule_id, round, outcome);
    CREATE TABLE evidence (
        round TEXT NOT NULL, site_id TEXT NOT NULL, rule_id TEXT NOT NULL, position INTEGER NOT NULL,
        url TEXT NOT NULL, quote TEXT NOT NULL, fetched_at TEXT, record_id TEXT NOT NULL, label TEXT NOT NULL,
        PRIMARY KEY (round, site_id, rule_id, position),
        FOREIGN KEY (round, site_id, rule_id) REFERENCES findings(round, site_id, rule_id) ON DELETE CASCADE)
        WITHOUT ROWID;
    CREATE TABLE corrections (
        round TEXT NOT NULL, site_id TEXT NOT NULL, rule_id TEXT NOT NULL, outcome TEXT NOT NULL,
        reason TEXT NOT NULL, url TEXT NOT NULL, decided_by TEXT NOT NULL, decided_on TEXT NOT NULL,
        valid_until TEXT NOT NULL,
        PRIMARY KEY (round, site_id, rule_id),
        FOREIGN KEY (round, site_id) REFERENCES scores(round, site_id) ON DELETE CASCADE) WITHOUT ROWID;
    """,
    # Red flags got words of their own; until then a raised one was "tidak_ada" and none "lengkap".
    """
    UPDATE findings SET outcome = 'terdeteksi' WHERE red_flag AND outcome = 'tidak_ada';
    UPDATE findings SET outcome = 'tidak_terdeteksi', points = 0
        WHERE rule_id LIKE 'bendera.%' AND weight = 0 AND outcome = 'lengkap';
    UPDATE corrections SET outcome = CASE outcome WHEN 'tidak_ada' THEN 'terdeteksi' ELSE 'tidak_terdeteksi' END
        WHERE rule_id LIKE 'bendera.%' AND outcome IN ('tidak_ada', 'lengkap');
    """,
    # What kept the auditor from looking; not known of what was scored before.
    "ALTER TABLE findings ADD COLUMN cause TEXT NOT NULL DEFAULT 'ok'",
    # A round keeps its list of offices and all its decisions, those on offices without a score included.
    """
    ALTER TABLE sites ADD COLUMN listed INTEGER NOT NULL DEFAULT 1;
    ALTER TABLE sites ADD COLUMN site TEXT NOT NULL DEFAULT '';
    ALTER TABLE scores ADD COLUMN basis TEXT NOT NULL DEFAULT '';
    ALTER TABLE scores ADD COLUMN digest TEXT NOT NULL DEFAULT '';
    CREATE TABLE decisions (
        round TEXT NOT NULL REFERENCES rounds(id) ON DELETE CASCADE, site_id TEXT NOT NULL, rule_id TEXT NOT NULL,
        outcome TEXT NOT NULL, reason TEXT NOT NULL, url TEXT NOT NULL, decided_by TEXT NOT NULL,
        decided_on TEXT NOT NULL, valid_until TEXT NOT NULL,
        PRIMARY KEY (round, site_id, rule_id)) WITHOUT ROWID;
    INSERT INTO decisions SELECT round, site_id, rule_id, outcome, reason, url, decided_by, decided_on, valid_until
        FROM corrections;
    UPDATE sites SET site = COALESCE((SELECT json_extract(card, '$.site') FROM scores
        WHERE scores.round = sites.round AND scores.site_id = sites.id), '');
    DROP TABLE corrections;
    ALTER TABLE decisions RENAME TO corrections;
    """,
    # Documents that are real but three cycles late or more; not known of what was scored before.
    "ALTER TABLE findings ADD COLUMN expired INTEGER NOT NULL DEFAULT 0; UPDATE scores SET digest = ''",
)

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
        if version > len(_MIGRATIONS):
            raise StoreError(table("simpanan")["lebih_baru"].format(path=path))
        if write:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            _migrate(connection, version)
            if connection.execute("PRAGMA quick_check(1)").fetchone()[0] != "ok":
                raise CorruptStore(table("simpanan")["rusak"].format(path=path))
        elif version < len(_MIGRATIONS):
            connection = _migrated_copy(connection, version)
        return connection
    except BaseException:
        connection.close()
        raise


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    for number, script in enumerate(_MIGRATIONS[version:], version + 1):
        connection.executescript(f"BEGIN IMMEDIATE;{script};PRAGMA user_version = {number};COMMIT;")


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
