"""The history of rounds in one SQLite file (``audit.db``): snapshots, findings, evidence, scores.

The snapshots themselves are WARC files under ``<round>/bukti``; all that stands here can be made again from them
(``auditor.round.rebuild``). One transaction per site: a killed process loses at most the site in hand.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from filelock import FileLock, Timeout
from pydantic import TypeAdapter

from auditor.data import table
from auditor.model import Consideration, Correction, Evidence, Finding, Outcome, Scorecard
from auditor.store.database import DATABASE, CorruptStore, StoreError, connected, moved_aside, telling_why

EARLIER: Final = "sebelumnya"  # folder of the looks at a site that a later one replaced

_CARD: Final = TypeAdapter(Scorecard)
_FINDING: Final = TypeAdapter(Finding)
_EVIDENCE: Final = TypeAdapter(Evidence | None)
_CONSIDERED: Final = TypeAdapter(tuple[Consideration, ...])


class Store:
    """The history in one folder. Open it with ``Store.open``; a context manager closes it."""

    def __init__(self, path: Path, connection: sqlite3.Connection, lock: FileLock | None) -> None:
        self.path = path
        self.set_aside: Path | None = None  # the damaged file, when there was one
        self._db = connection
        self._lock = lock

    @classmethod
    def open(cls, folder: Path, *, write: bool = False) -> Store:
        """The history under ``folder``. With ``write`` only one process at a time gets it, and it is made if absent.

        StoreError: another run has it, the folder is read-only, the disk is full, a newer auditor made it.
        """
        path = folder / DATABASE
        if not write:
            if not path.is_file():
                raise StoreError(table("simpanan")["tidak_ada"].format(path=path))
            with telling_why(path):
                return cls(path, connected(path, write=False), None)
        with telling_why(folder):
            folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(folder / f"{DATABASE}.lock")
            try:
                lock.acquire(timeout=0)
            except Timeout:
                raise StoreError(table("simpanan")["dipakai"].format(path=folder)) from None
        try:
            damaged = None
            with telling_why(path):
                try:
                    with telling_why(path):
                        connection = connected(path, write=True)
                except CorruptStore:
                    damaged = moved_aside(path)
                    connection = connected(path, write=True)
            store = cls(path, connection, lock)
            store.set_aside = damaged
            return store
        except BaseException:
            lock.release()
            raise

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the file and of the lock."""
        self._db.close()
        if self._lock is not None:
            self._lock.release()

    def save(
        self, card: Scorecard, position: int, warc: Path, sha256: str, corrections: Iterable[Correction] = ()
    ) -> None:
        """Stores one site's result of a round in place of an earlier one; all of it or nothing."""
        site, key = card.site, (card.round, card.site.id)
        with telling_why(self.path), self._transaction():
            run = self._db.execute
            run("INSERT INTO rounds VALUES (?) ON CONFLICT DO NOTHING", (card.round,))
            run(
                "INSERT INTO sites VALUES (?,?,?,?,?,?,?) ON CONFLICT (round, id) DO UPDATE SET"
                " position=excluded.position, name=excluded.name, province=excluded.province,"
                " area=excluded.area, url=excluded.url",
                (*key, position, site.name, site.province, site.area, site.url),
            )
            finished, started = _moment(card.finished_at), _moment(card.started_at)
            run(
                "INSERT OR REPLACE INTO snapshots VALUES (?,?,?,?,?,?,?,?)",
                (*key, finished, started, warc.as_posix(), sha256, card.status.state.value, card.status.cause.value),
            )
            for (moment,) in run("SELECT finished_at FROM snapshots WHERE round=? AND site_id=?", key).fetchall():
                if moment < finished:
                    kept = (warc.parent / EARLIER / earlier_name(warc.name, datetime.fromisoformat(moment))).as_posix()
                    run(
                        "UPDATE snapshots SET path=? WHERE round=? AND site_id=? AND finished_at=?",
                        (kept, *key, moment),
                    )
            run("DELETE FROM scores WHERE round=? AND site_id=?", key)
            pack = card.pack
            figures = (card.score, card.low, card.high, card.coverage, card.band, card.required_score)
            whole = _CARD.dump_json(replace(card, findings=())).decode()
            run(
                "INSERT INTO scores VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (*key, *figures, pack.name, pack.version, pack.sha256, pack.profile, finished, whole),
            )
            self._db.executemany(
                "INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                ((*key, f.rule_id, n, *_finding_row(f)) for n, f in enumerate(card.findings)),
            )
            self._db.executemany(
                "INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?)",
                ((*key, f.rule_id, n, *_evidence_row(e)) for f in card.findings for n, e in enumerate(f.evidence)),
            )
            self._db.executemany(
                "INSERT INTO corrections VALUES (?,?,?,?,?,?,?,?,?)",
                ((*key, c.rule_id, *_correction_row(c)) for c in corrections if c.site_id == site.id),
            )

    def keep_only(self, round_id: str, site_ids: Iterable[str]) -> None:
        """Takes offices out of a round that its list of sites no longer has; their snapshots stay on disk."""
        gone = set(self.site_ids(round_id)) - set(site_ids)
        with telling_why(self.path), self._transaction():
            self._db.executemany("DELETE FROM sites WHERE round=? AND id=?", ((round_id, site_id) for site_id in gone))

    def site_ids(self, round_id: str) -> tuple[str, ...]:
        """The ids of a round's offices in the order of its list."""
        return tuple(row[0] for row in self._rows("SELECT id FROM sites WHERE round=? ORDER BY position, id", round_id))

    def rounds(self) -> tuple[str, ...]:
        """The ids of all rounds that hold a score, oldest first."""
        query = "SELECT round FROM scores GROUP BY round ORDER BY max(finished_at), round"
        return tuple(row[0] for row in self._rows(query))

    def previous(self, round_id: str) -> str | None:
        """The round before one; None for the first."""
        rounds = self.rounds()
        at = rounds.index(round_id) if round_id in rounds else 0
        return rounds[at - 1] if at else None

    def cards(self, round_id: str) -> tuple[Scorecard, ...]:
        """The scorecards of a round in the order of its list of sites; empty for an unknown round."""
        evidence: dict[tuple[str, str], list[Evidence]] = {}
        for site_id, rule_id, url, quote, fetched_at, record_id, label in self._rows(
            "SELECT site_id, rule_id, url, quote, fetched_at, record_id, label FROM evidence WHERE round=?"
            " ORDER BY site_id, rule_id, position",
            round_id,
        ):
            found = Evidence(url, quote, _when(fetched_at), record_id, label)
            evidence.setdefault((site_id, rule_id), []).append(found)
        findings: dict[str, list[Finding]] = {}
        for site_id, rule_id, *cells in self._rows(
            f"SELECT site_id, rule_id, {', '.join(_FINDING_COLUMNS)} FROM findings WHERE round=?"
            " ORDER BY site_id, position",
            round_id,
        ):
            values = dict(zip(_FINDING_COLUMNS, cells, strict=True))
            values["nearest"] = _EVIDENCE.validate_json(values["nearest"])
            values["considered"] = _CONSIDERED.validate_json(values["considered"])
            values |= {"site_id": site_id, "rule_id": rule_id, "evidence": tuple(evidence.get((site_id, rule_id), ()))}
            findings.setdefault(site_id, []).append(_FINDING.validate_python(values))
        query = (
            "SELECT site_id, card FROM scores JOIN sites ON sites.round = scores.round AND sites.id = site_id"
            " WHERE scores.round=? ORDER BY position, site_id"
        )
        return tuple(
            replace(_CARD.validate_json(card), findings=tuple(findings.get(site_id, ())))
            for site_id, card in self._rows(query, round_id)
        )

    def snapshots(self, round_id: str) -> dict[str, tuple[Path, str]]:
        """Site id -> (WARC relative to the store's folder, sha256) of the newest snapshot in a round."""
        query = "SELECT site_id, path, sha256 FROM snapshots WHERE round=? ORDER BY finished_at"
        return {site_id: (Path(path), digest) for site_id, path, digest in self._rows(query, round_id)}

    def attempts(self, round_id: str, site_id: str) -> tuple[tuple[datetime, str], ...]:
        """(when, state) of every examination of a site in a round, oldest first."""
        query = "SELECT finished_at, state FROM snapshots WHERE round=? AND site_id=? ORDER BY finished_at"
        return tuple((datetime.fromisoformat(when), state) for when, state in self._rows(query, round_id, site_id))

    def corrections(self, round_id: str) -> tuple[Correction, ...]:
        """The human decisions that stood when a round was scored."""
        query = (
            "SELECT site_id, rule_id, outcome, reason, url, decided_by, decided_on, valid_until"
            " FROM corrections WHERE round=? ORDER BY site_id, rule_id"
        )
        return tuple(
            Correction(site, rule, Outcome(outcome), reason, url, by, date.fromisoformat(on), date.fromisoformat(until))
            for site, rule, outcome, reason, url, by, on, until in self._rows(query, round_id)
        )

    def _rows(self, query: str, *values: str) -> list[Any]:
        with telling_why(self.path):
            return self._db.execute(query, values).fetchall()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.execute("BEGIN IMMEDIATE")
        try:
            yield
            self._db.execute("COMMIT")
        except BaseException:
            if self._db.in_transaction:  # a full disk has already rolled back
                self._db.execute("ROLLBACK")
            raise


def earlier_name(name: str, finished_at: datetime) -> str:
    """The name of a snapshot that a later look at the site replaced."""
    stem, _, suffix = name.partition(".warc")
    return f"{stem}.{finished_at.astimezone(UTC):%Y%m%dT%H%M%S}Z.warc{suffix}"


_FINDING_COLUMNS: Final = tuple(f.name for f in fields(Finding) if f.name not in ("site_id", "rule_id", "evidence"))


def _finding_row(f: Finding) -> Sequence[Any]:
    head = (f.title, f.category, f.required, f.weight, f.effort, f.outcome.value, f.points, f.confidence.value)
    considered = _CONSIDERED.dump_json(f.considered).decode()
    return (*head, f.note, f.decided_by, f.red_flag, _EVIDENCE.dump_json(f.nearest).decode(), considered, f.cause.value)


def _evidence_row(e: Evidence) -> Sequence[Any]:
    return (e.url, e.quote, _moment(e.fetched_at) or None, e.record_id, e.label)


def _correction_row(c: Correction) -> Sequence[str]:
    days = (c.decided_on.isoformat(), c.valid_until.isoformat())
    return (c.outcome.value, c.reason, c.url, c.decided_by, *days)


def _moment(value: datetime | None) -> str:
    """A time as sortable text in UTC, always with microseconds."""
    return value.astimezone(UTC).isoformat(timespec="microseconds") if value else ""


def _when(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
