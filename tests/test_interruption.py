"""A run that is killed at any moment goes on where it was: nothing stored is lost, nothing is counted twice."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from multiprocessing.process import BaseProcess
from multiprocessing.synchronize import Event
from pathlib import Path

import pytest

from auditor.model import CrawlSettings, Scorecard, Site, SiteState
from auditor.proof import PROOF, WARC, warc_path
from auditor.round import run_round
from auditor.rules.loader import load
from auditor.snapshot import PARTIAL, read_snapshot
from auditor.store import DATABASE, Store
from tests.loopback import Province

ROUND = "2026-T4"
RULES = Path(__file__).parent.parent / "rules" / "kip"
SETTINGS = CrawlSettings("KIPAuditor/uji", delay=0.01, max_pages=5, browser="never", allow_private=True, retry_wait=0.0)
KILLS = 30

if "forkserver" in multiprocessing.get_all_start_methods():  # a fresh process without two seconds of imports
    CONTEXT = multiprocessing.get_context("forkserver")
    CONTEXT.set_forkserver_preload(["auditor.round", "auditor.rules.loader"])
else:
    CONTEXT = multiprocessing.get_context("spawn")  # type: ignore[assignment]


def audit(out: Path, round_id: str, sites: list[Site], started: Event) -> None:
    pack = load(RULES)
    started.set()
    run_round(sites, round_id, out, pack, SETTINGS, engine_name="lokal")


def wait_for(started: Event, child: BaseProcess) -> None:
    """Waits until a run has begun, however long the machine takes to start it."""
    while not started.wait(1):
        assert child.is_alive()


def undisturbed(out: Path, sites: list[Site]) -> tuple[tuple[Scorecard, ...], float]:
    """The cards of a run nobody kills, and the seconds it takes."""
    started = CONTEXT.Event()
    child = CONTEXT.Process(target=audit, args=(out, "kendali", sites, started))
    child.start()
    wait_for(started, child)
    began = time.monotonic()
    child.join()
    with Store.open(out) as store:
        return store.cards("kendali"), time.monotonic() - began


def digests(out: Path, round_id: str) -> dict[str, str]:
    """The finished snapshots of a round; each must be whole."""
    found = {}
    for path in (out / round_id / PROOF).glob(f"*{WARC}"):
        assert read_snapshot(path).status.state is SiteState.ALIVE
        found[path.name.removesuffix(WARC)] = hashlib.sha256(path.read_bytes()).hexdigest()
    return found


def verdicts(cards: tuple[Scorecard, ...]) -> list[tuple[str, float | None, list[tuple[str, str]]]]:
    return [(card.site.id, card.score, [(f.rule_id, f.outcome.value) for f in card.findings]) for card in cards]


def check_history(out: Path, known: set[tuple[str, str]]) -> set[tuple[str, str]]:
    """The (round, site) pairs stored; none of those known before may be missing or be there twice."""
    if not (out / DATABASE).exists():
        assert not known
        return set()
    db = sqlite3.connect(out / DATABASE)
    assert db.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    if not db.execute("SELECT 1 FROM sqlite_master WHERE name = 'scores'").fetchone():
        assert not known
        return set()
    rows = db.execute("SELECT round, site_id, count(*) FROM findings GROUP BY round, site_id").fetchall()
    scores = {tuple(row) for row in db.execute("SELECT round, site_id FROM scores")}
    db.close()
    assert len({count for *_, count in rows}) <= 1, "a site is stored with all its findings or not at all"
    assert {(r, s) for r, s, _ in rows} == scores and known <= scores
    return scores


def test_a_run_killed_at_thirty_random_moments_loses_nothing(tmp_path: Path) -> None:
    moments = random.Random(20261122)
    with Province(3, slower=0.03) as province:
        sites = province.sites
        cards, whole = undisturbed(tmp_path, sites)
        control = verdicts(cards)
        stored: set[tuple[str, str]] = check_history(tmp_path, set())
        rounds, killed = 1, 0
        finished: dict[str, str] = {}
        asked: dict[tuple[str, str], int] = {}
        while killed < KILLS:
            round_id = f"{ROUND}.{rounds}"
            started = CONTEXT.Event()
            child = CONTEXT.Process(target=audit, args=(tmp_path, round_id, sites, started))
            child.start()
            wait_for(started, child)
            child.join(moments.uniform(0, 1.2 * whole))
            if child.is_alive():
                child.kill()
                killed += 1
            child.join()
            now = digests(tmp_path, round_id)
            assert finished.items() <= now.items(), "a finished site is neither lost nor crawled again"
            finished = now
            stored = check_history(tmp_path, stored)
            requests = province.requests()
            for site_id in now:
                assert asked.setdefault((round_id, site_id), len(requests[site_id])) == len(requests[site_id])
            if child.exitcode == 0:
                rounds, finished = rounds + 1, {}
        last = run_round(sites, round_id, tmp_path, load(RULES), SETTINGS, engine_name="lokal")
    assert verdicts(last) == control
    with Store.open(tmp_path) as store:
        for number in range(1, rounds):
            assert verdicts(store.cards(f"{ROUND}.{number}")) == control
    assert not list(tmp_path.rglob(f"*{PARTIAL}"))
    assert warc_path(tmp_path, round_id, sites[0].id).exists()


@pytest.mark.skipif(not hasattr(os, "killpg"), reason="a terminal's Ctrl-C is sent to a process group")
def test_ctrl_c_ends_a_run_at_once_and_leaves_nothing_half_written(tmp_path: Path) -> None:
    script = (
        "import signal, sys\nfrom pathlib import Path\nsys.path.insert(0, sys.argv[2])\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"  # a job in the background inherits it as ignored
        "from tests import test_interruption as t\n"
        "from tests.loopback import sites_from\n"
        "if __name__ == '__main__':\n"
        "    pack = t.load(t.RULES)\n    print('mulai', flush=True)\n"
        "    try:\n        t.run_round(sites_from(sys.argv[3]), t.ROUND, Path(sys.argv[1]), pack, t.SETTINGS)\n"
        "    except KeyboardInterrupt:\n        sys.exit(130)\n"
    )
    main = tmp_path / "jalan.py"
    main.write_text(script, encoding="utf-8")
    out = tmp_path / "hasil"
    with Province(3, slower=0.15) as province:
        arguments = [sys.executable, str(main), str(out), str(Path(__file__).parent.parent), province.addresses]
        child = subprocess.Popen(
            arguments, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
        )
        assert child.stdout is not None and child.stdout.readline() == "mulai\n"
        while not list(out.rglob(f"*{WARC}")):
            time.sleep(0.02)
        os.killpg(child.pid, signal.SIGINT)
        _, errors = child.communicate()
        assert (child.returncode, errors) == (130, "")
        assert not list(out.rglob(f"*{PARTIAL}"))
        done = digests(out, ROUND)
        cards = run_round(province.sites, ROUND, out, load(RULES), SETTINGS, engine_name="lokal")
    assert len(cards) == 3 and all(card.score is not None for card in cards)
    assert 0 < len(done) < 3 and done.items() <= digests(out, ROUND).items()
