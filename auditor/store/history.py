"""The history of rounds in one SQLite file (``audit.db``): snapshots, findings, evidence, scores.

The snapshots themselves are WARC files under ``<round>/bukti``; all that stands here can be made again from them
(``auditor.round.rebuild``). One transaction per site: a killed process loses at most the site in hand.
"""

from __future__ import annotations

import gc
import shutil
import sqlite3
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Final, Self

from filelock import FileLock, Timeout
from pydantic import TypeAdapter, ValidationError

from auditor.data import table
from auditor.model import Correction, Scorecard, Site
from auditor.store.database import (
    DATABASE,
    CorruptStore,
    StoreError,
    aside_name,
    connected,
    moved_aside,
    telling_why,
)
from auditor.store.rows import (
    CORRECTION_COLUMNS,
    Shared,
    correction_of,
    correction_rows,
    digest_of,
    evidence_row,
    finding_row,
    findings_of,
    moment,
)

FEW: Final = 150  # cards that are held at once with all that proves them; of more, each is asked for when it is needed
EARLIER: Final = "sebelumnya"  # folder of the looks at a site that a later one replaced

_CARDS: Final = (
    "SELECT site_id, card, digest, listed FROM scores"
    " LEFT JOIN sites ON sites.round = scores.round AND sites.id = site_id WHERE scores.round=?"
)
_CARD: Final = TypeAdapter(Scorecard)
_SITE: Final = TypeAdapter(Site)


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

    def start_anew(self) -> None:
        """Sets the file aside as damaged (``set_aside``) and begins an empty one."""
        self._db.close()
        with telling_why(self.path):
            self.set_aside = moved_aside(self.path)
            self._db = connected(self.path, write=True)

    def check(self) -> None:
        """CorruptStore where anything stored cannot be read as it was written."""
        for round_id in self.rounds():
            with _no_waste():
                deque(self._each_card(round_id, proofs=None), maxlen=0)
            self.corrections(round_id), self.sites(round_id), self.unlisted(round_id)

    def mend(self) -> dict[str, tuple[str, ...]]:
        """Takes out each result that cannot be read as it was written: round -> ids of the offices. All others stay.

        The file as it was is kept beside (``set_aside`` stays None). CorruptStore where the file itself is broken.
        """
        lost: dict[str, tuple[str, ...]] = {}
        for round_id in self.rounds():
            query = "SELECT site_id FROM scores WHERE round=? UNION SELECT site_id FROM snapshots WHERE round=?"
            ids = [row[0] for row in self._rows(query, round_id, round_id)]
            lost[round_id] = tuple(site_id for site_id in ids if not self._is_whole(round_id, site_id))
        with telling_why(self.path):
            shutil.copy2(self.path, aside_name(self.path))
        with telling_why(self.path), self._transaction():
            for key in ((round_id, site_id) for round_id, ids in lost.items() for site_id in ids):
                self._db.execute("DELETE FROM scores WHERE round=? AND site_id=?", key)
                self._db.execute("DELETE FROM snapshots WHERE round=? AND site_id=?", key)
            for round_id in lost:
                self._mend_list(round_id)
        return {round_id: ids for round_id, ids in lost.items() if ids}

    def _is_whole(self, round_id: str, site_id: str) -> bool:
        try:
            rows = self._of_site(round_id, site_id)
            query = (
                "SELECT card, digest, listed FROM scores LEFT JOIN sites ON sites.round = scores.round"
                " AND sites.id = site_id JOIN snapshots USING (round, site_id) WHERE scores.round=? AND site_id=?"
            )
            ((card, digest, listed), *_) = self._rows(query, round_id, site_id)
            return bool(self._card(card, digest, listed, Shared(), *rows).site.id)
        except (CorruptStore, ValueError):
            return False

    def _mend_list(self, round_id: str) -> None:
        """Forgets what cannot be read of a round's list and decisions; the cards tell the offices again."""
        try:
            self.corrections(round_id)
        except CorruptStore:
            self._db.execute("DELETE FROM corrections WHERE round=?", (round_id,))
        try:
            self.sites(round_id), self.unlisted(round_id)
        except CorruptStore:
            self._db.execute("UPDATE sites SET site='' WHERE round=?", (round_id,))

    def enlist(self, round_id: str, sites: Sequence[Site]) -> None:
        """Makes ``sites`` the round's list of offices. What is stored of others stays, set apart (``card.listed``)."""
        with telling_why(self.path), self._transaction():
            self._db.execute("INSERT INTO rounds VALUES (?) ON CONFLICT DO NOTHING", (round_id,))
            self._db.execute("UPDATE sites SET listed=0 WHERE round=?", (round_id,))
            for position, site in enumerate(sites):
                self._put_site(round_id, position, site)
                self._db.execute("UPDATE sites SET listed=1 WHERE round=? AND id=?", (round_id, site.id))

    def remember(self, round_id: str, corrections: Iterable[Correction]) -> None:
        """Makes these the objections and decisions of a round, in place of those it had."""
        with telling_why(self.path), self._transaction():
            self._db.execute("INSERT INTO rounds VALUES (?) ON CONFLICT DO NOTHING", (round_id,))
            self._db.execute("DELETE FROM corrections WHERE round=?", (round_id,))
            names = f"round, {CORRECTION_COLUMNS}"
            self._db.executemany(
                f"INSERT INTO corrections ({names}) VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?)",
                correction_rows(round_id, corrections),
            )

    def save(self, card: Scorecard, position: int, warc: Path, sha256: str, basis: str = "") -> None:
        """Stores one site's result of a round in place of an earlier one; all of it or nothing.

        An office that the round does not know yet is listed if the card says so.
        ``basis`` stands for all that the card was made from, see ``auditor.round``.
        """
        key = (card.round, card.site.id)
        with telling_why(self.path), self._transaction():
            run = self._db.execute
            run("INSERT INTO rounds VALUES (?) ON CONFLICT DO NOTHING", (card.round,))
            self._put_site(card.round, position, card.site, listed=card.listed)
            finished, started = moment(card.finished_at), moment(card.started_at)
            run(
                "INSERT OR REPLACE INTO snapshots VALUES (?,?,?,?,?,?,?,?)",
                (*key, finished, started, warc.as_posix(), sha256, card.status.state.value, card.status.cause.value),
            )
            for (at,) in run("SELECT finished_at FROM snapshots WHERE round=? AND site_id=?", key).fetchall():
                if at < finished:
                    kept = (warc.parent / EARLIER / earlier_name(warc.name, datetime.fromisoformat(at))).as_posix()
                    run(
                        "UPDATE snapshots SET path=? WHERE round=? AND site_id=? AND finished_at=?",
                        (kept, *key, at),
                    )
            run("DELETE FROM scores WHERE round=? AND site_id=?", key)
            pack = card.pack
            figures = (card.score, card.low, card.high, card.coverage, card.band, card.required_score)
            whole = _CARD.dump_json(replace(card, findings=(), listed=True)).decode()
            findings = [(*key, f.rule_id, n, *finding_row(f)) for n, f in enumerate(card.findings)]
            evidence = [(*key, f.rule_id, n, *evidence_row(e)) for f in card.findings for n, e in enumerate(f.evidence)]
            run(
                "INSERT INTO scores VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)",
                (
                    *(*key, *figures, pack.name, pack.version, pack.sha256, pack.profile, finished, whole),
                    *(basis, digest_of(whole, findings, evidence)),
                ),
            )
            self._db.executemany("INSERT INTO findings VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)", findings)
            self._db.executemany("INSERT INTO evidence VALUES (?,?,?,?,?,?,?,?,?)", evidence)

    def _put_site(self, round_id: str, position: int, site: Site, *, listed: bool = True) -> None:
        self._db.execute(
            "INSERT INTO sites (round, id, position, name, province, area, url, site, listed)"
            " VALUES (?,?,?,?,?,?,?,?,?)"
            " ON CONFLICT (round, id) DO UPDATE SET position=excluded.position, name=excluded.name,"
            " province=excluded.province, area=excluded.area, url=excluded.url, site=excluded.site",
            (
                round_id,
                site.id,
                position,
                site.name,
                site.province,
                site.area,
                site.url,
                _SITE.dump_json(site).decode(),
                listed,
            ),
        )

    def site_ids(self, round_id: str) -> tuple[str, ...]:
        """The ids of a round's offices in the order of its list, those no longer listed at the end."""
        query = "SELECT id FROM sites WHERE round=? ORDER BY listed DESC, position, id"
        return tuple(row[0] for row in self._rows(query, round_id))

    def sites(self, round_id: str) -> tuple[Site, ...]:
        """The offices of a round as its list last had them, in its order; without those no longer listed."""
        query = "SELECT site FROM sites WHERE round=? AND listed AND site != '' ORDER BY position, id"
        return tuple(self._read(_SITE, row[0]) for row in self._rows(query, round_id))

    def unlisted(self, round_id: str) -> tuple[Site, ...]:
        """The offices that a round's list no longer has, as it last had them."""
        query = "SELECT site FROM sites WHERE round=? AND NOT listed AND site != '' ORDER BY position, id"
        return tuple(self._read(_SITE, row[0]) for row in self._rows(query, round_id))

    def profiles(self, round_id: str) -> tuple[str, ...]:
        """The weight profiles a round's cards were scored with, the most used first; () before it was scored."""
        query = "SELECT profile FROM scores WHERE round=? GROUP BY profile ORDER BY count(*) DESC, profile"
        return tuple(row[0] for row in self._rows(query, round_id))

    def bases(self, round_id: str) -> dict[str, str]:
        """Site id -> what its stored card was made from, as ``save`` was told."""
        return dict(self._rows("SELECT site_id, basis FROM scores WHERE round=?", round_id))

    def rounds(self) -> tuple[str, ...]:
        """The ids of all rounds that hold a score, by their first look at a site, oldest first."""
        query = "SELECT round FROM scores GROUP BY round ORDER BY min(nullif(finished_at, '')), round"
        return tuple(row[0] for row in self._rows(query))

    def previous(self, round_id: str) -> str | None:
        """The round before one; None for the first."""
        rounds = self.rounds()
        at = rounds.index(round_id) if round_id in rounds else 0
        return rounds[at - 1] if at else None

    def many(self, round_id: str) -> bool:
        """Whether a round has more cards than are held at once with all that proves them."""
        return bool(self._rows(f"SELECT count(*) > {FEW} FROM scores WHERE round=?", round_id)[0][0])

    def card(self, round_id: str, site_id: str) -> Scorecard | None:
        """One scorecard with all that proves it; None where there is none. CorruptStore as for ``cards``."""
        with self.one_moment():
            for _, card, digest, listed in self._rows(f"{_CARDS} AND site_id=?", round_id, site_id):
                return self._card(card, digest, listed, Shared(), *self._of_site(round_id, site_id))
        return None

    def cards(self, round_id: str, *, proofs: bool = True) -> tuple[Scorecard, ...]:
        """The scorecards of a round in the order of its list of sites, those no longer listed at the end.

        Without ``proofs`` they hold what ranks and counts need, half of it: no evidence but that of raised red flags,
        no notes; ``card`` gives each whole. Empty for an unknown round. CorruptStore where one is not what was stored.
        """
        with _no_waste():
            return tuple(self._each_card(round_id, proofs))

    def _each_card(self, round_id: str, proofs: bool | None) -> Iterator[Scorecard]:
        """The cards one after the other, so that no more of them need be held than somebody wants.

        ``proofs`` None: they are looked at, not wanted.
        """
        scored, shared = set(), Shared()
        with self.one_moment():
            query = f"{_CARDS} ORDER BY listed DESC, position, site_id"
            for site_id, card, digest, listed in self._rows(query, round_id):
                yield self._card(card, digest, listed, shared, *self._of_site(round_id, site_id), proofs=proofs)
                scored.add(site_id)
            looked_at = {row[0] for row in self._rows("SELECT site_id FROM snapshots WHERE round=?", round_id)}
        if looked_at != scored:
            raise self._corrupt()  # they are stored together

    def _card(
        self,
        card: str,
        digest: str,
        listed: int | None,
        shared: Shared,
        findings: Sequence[Any],
        evidence: Sequence[Any],
        *,
        proofs: bool | None = True,
    ) -> Scorecard:
        if listed is None or (digest and digest != digest_of(card, findings, evidence)):
            raise self._corrupt()
        whole: Scorecard = self._read(_CARD, card)
        if digest and proofs is None:
            return whole  # the digest vouches for the rows
        proofs = proofs is not False
        try:
            return replace(whole, findings=findings_of(findings, evidence, shared, proofs), listed=bool(listed))
        except (ValueError, TypeError, KeyError) as error:  # ValidationError is a ValueError
            raise self._corrupt() from error

    def _of_site(self, round_id: str, site_id: str) -> tuple[list[Any], list[Any]]:
        """The rows of a site's findings and of their evidence."""
        query = "SELECT * FROM {} WHERE round=? AND site_id=? ORDER BY position"
        return self._rows(query.format("findings"), round_id, site_id), self._rows(
            query.format("evidence"), round_id, site_id
        )

    def _read(self, kind: TypeAdapter[Any], text: str) -> Any:
        try:
            return kind.validate_json(text)
        except ValidationError as error:
            raise self._corrupt() from error

    def _corrupt(self) -> CorruptStore:
        return CorruptStore(table("simpanan")["rusak"].format(path=self.path))

    def snapshots(self, round_id: str) -> dict[str, tuple[Path, str]]:
        """Site id -> (WARC relative to the store's folder, sha256) of the newest snapshot in a round."""
        query = "SELECT site_id, path, sha256 FROM snapshots WHERE round=? ORDER BY finished_at"
        return {site_id: (Path(path), digest) for site_id, path, digest in self._rows(query, round_id)}

    def attempts(self, round_id: str, site_id: str) -> tuple[tuple[datetime, str], ...]:
        """(when, state) of every examination of a site in a round, oldest first."""
        query = "SELECT finished_at, state FROM snapshots WHERE round=? AND site_id=? ORDER BY finished_at"
        return tuple((datetime.fromisoformat(when), state) for when, state in self._rows(query, round_id, site_id))

    def corrections(self, round_id: str) -> tuple[Correction, ...]:
        """The rows of koreksi.csv that a round remembers, whatever their status."""
        query = f"SELECT {CORRECTION_COLUMNS} FROM corrections WHERE round=? ORDER BY site_id, rule_id, number"
        try:
            return tuple(correction_of(row) for row in self._rows(query, round_id))
        except (ValueError, TypeError) as error:
            raise self._corrupt() from error

    def query(self, query: str, *values: str) -> list[Any]:
        """The rows of a question put to the tables or views; StoreError where they cannot be read."""
        return self._rows(query, *values)

    def _rows(self, query: str, *values: str) -> list[Any]:
        with telling_why(self.path):
            return self._db.execute(query, values).fetchall()

    @contextmanager
    def one_moment(self) -> Iterator[None]:
        """All that is read within is read as of one moment, whatever another process stores meanwhile."""
        if self._db.in_transaction:
            yield
            return
        self._db.execute("BEGIN")
        try:
            yield
        finally:
            self._db.execute("ROLLBACK")  # nothing was written

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


@contextmanager
def _no_waste() -> Iterator[None]:
    """Nothing that is made within is waste yet: looking for it takes a third of the time of a national round."""
    collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collecting:
            gc.enable()


def earlier_name(name: str, finished_at: datetime) -> str:
    """The name of a snapshot that a later look at the site replaced."""
    stem, _, suffix = name.partition(".warc")
    return f"{stem}.{finished_at.astimezone(UTC):%Y%m%dT%H%M%S}Z.warc{suffix}"
