"""The tables of audit.db as they came to be, and its views: the one place where the schema is changed.

A change of a table is one more script at the end of ``MIGRATIONS``; none that was ever shipped is edited. A view is an
entry of ``VIEWS``: views are taken down before a migration and made again by whoever may write, so that they can be
changed without one.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

#: the script that leads from each version (``PRAGMA user_version``) to the next, the first from nothing to 1
MIGRATIONS: Final = (
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
    # Objections: a row of koreksi.csv has a state, who filed it and when; a finding may have several. What the machine
    # found stays beside what a person decided; not known of what was scored before.
    """
    CREATE TABLE objections (
        round TEXT NOT NULL REFERENCES rounds(id) ON DELETE CASCADE, site_id TEXT NOT NULL, rule_id TEXT NOT NULL,
        number INTEGER NOT NULL, outcome TEXT NOT NULL, reason TEXT NOT NULL, url TEXT NOT NULL,
        filed_by TEXT NOT NULL, filed_on TEXT NOT NULL, status TEXT NOT NULL,
        decided_by TEXT NOT NULL, decided_on TEXT NOT NULL, valid_until TEXT NOT NULL,
        PRIMARY KEY (round, site_id, rule_id, number)) WITHOUT ROWID;
    INSERT INTO objections SELECT round, site_id, rule_id, 0, outcome, reason, url, '', '', 'diterima',
        decided_by, decided_on, valid_until FROM corrections;
    DROP TABLE corrections;
    ALTER TABLE objections RENAME TO corrections;
    ALTER TABLE findings ADD COLUMN machine TEXT NOT NULL DEFAULT '';
    ALTER TABLE findings ADD COLUMN machine_points REAL NOT NULL DEFAULT 0;
    UPDATE scores SET digest = '';
    """,
)

#: name (it begins with ``v_``) -> the query behind it
VIEWS: Final[Mapping[str, str]] = {}
