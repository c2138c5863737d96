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
    # One office over all rounds; all rounds by what was found. The digest is taken of a whole result at once.
    """
    CREATE INDEX findings_by_site ON findings(site_id, round);
    CREATE INDEX findings_by_outcome ON findings(round, outcome);
    UPDATE scores SET digest = '';
    """,
)

#: name (it begins with ``v_``) -> the query behind it
VIEWS: Final[Mapping[str, str]] = {
    # The rank is that of auditor/score.py: equal shown scores share a place; the Kanwil and offices that the list no
    # longer has are not counted. Sums of weights carry binary dust: a score is first rounded to nine decimals.
    "v_skor": """
        WITH shown AS (
            SELECT scores.*, name, province, area, url, listed,
                CAST(round(round(score, 9) + 1e-11, 1) AS REAL) AS point,
                band IS NOT NULL AND listed AND coalesce(json_extract(site, '$.kind'), '') != 'kanwil' AS ranked
            FROM scores JOIN sites ON sites.round = scores.round AND sites.id = scores.site_id)
        SELECT round AS putaran, site_id AS situs_id, name AS nama, province AS provinsi, area AS wilayah,
            CASE WHEN ranked THEN
                CAST(rank() OVER (PARTITION BY round, province, ranked ORDER BY point DESC) AS INTEGER)
                END AS peringkat,
            point AS skor, CAST(round(round(low, 9) + 1e-11, 1) AS REAL) AS skor_min,
            CAST(round(round(high, 9) + 1e-11, 1) AS REAL) AS skor_maks, band AS simulasi_kategori,
            coverage AS cakupan,
            CAST(round(round(required_score, 9) + 1e-11, 1) AS REAL) AS skor_wajib, url, pack_name AS paket,
            pack_version AS versi_paket, profile AS profil, finished_at AS diperiksa, listed AS terdaftar
        FROM shown
    """,
    # What a red flag quotes may be personal data: its address and its words stay in the tables.
    # Sub-queries, not joins: a question that asks for none of them, as most that count do, then pays for none.
    "v_temuan": """
        SELECT f.round AS putaran, f.site_id AS situs_id,
            (SELECT name FROM sites s WHERE s.round = f.round AND s.id = f.site_id) AS nama,
            (SELECT province FROM sites s WHERE s.round = f.round AND s.id = f.site_id) AS provinsi,
            (SELECT area FROM sites s WHERE s.round = f.round AND s.id = f.site_id) AS wilayah,
            f.rule_id AS indikator_id, f.title AS judul, f.category AS kategori, f.required AS wajib, f.weight AS bobot,
            f.outcome AS hasil, f.points AS poin, CAST(round(f.weight * f.points, 4) AS REAL) AS nilai,
            f.confidence AS keyakinan, f.decided_by AS ditetapkan_oleh,
            CASE WHEN f.outcome NOT IN ('terdeteksi', 'tidak_terdeteksi') THEN f.note END AS catatan,
            CASE WHEN f.outcome NOT IN ('terdeteksi', 'tidak_terdeteksi') THEN (SELECT url FROM evidence e
                WHERE e.round = f.round AND e.site_id = f.site_id AND e.rule_id = f.rule_id AND e.position = 0)
                END AS bukti_url,
            CASE WHEN f.outcome NOT IN ('terdeteksi', 'tidak_terdeteksi') THEN (SELECT quote FROM evidence e
                WHERE e.round = f.round AND e.site_id = f.site_id AND e.rule_id = f.rule_id AND e.position = 0)
                END AS kutipan,
            (SELECT fetched_at FROM evidence e
                WHERE e.round = f.round AND e.site_id = f.site_id AND e.rule_id = f.rule_id AND e.position = 0)
                AS tanggal_bukti
        FROM findings f
    """,
    "v_berita": """
        SELECT scores.round AS putaran, site_id AS situs_id, name AS nama, province AS provinsi, area AS wilayah,
            CAST(json_extract(card, '$.news.latest') AS TEXT) AS berita_terakhir,
            CAST(json_extract(card, '$.news.age_days') AS INTEGER) AS umur_hari,
            CAST(json_extract(card, '$.news.last_30_days') AS INTEGER) AS berita_30_hari,
            CAST(json_extract(card, '$.news.weekly') AS TEXT) AS per_pekan
        FROM scores JOIN sites ON sites.round = scores.round AND sites.id = site_id
    """,
}
