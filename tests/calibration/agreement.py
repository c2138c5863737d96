"""The auditor measured against the labels of the calibration set and of the second, blind one."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

from auditor.audit import audit
from auditor.evaluate import Evaluation, evaluate, read_labels
from auditor.model import Snapshot
from auditor.read.observe import observe
from auditor.rules.loader import load
from auditor.score import score
from tests.calibration.noise import NOISES, with_noise
from tests.calibration.sites import BLIND_TRUTH, TRUTH, snapshots


@cache
def measure() -> Evaluation:
    """The agreement of the whole pipeline behind the crawl with the labels of the calibration set."""
    return _against(TRUTH, snapshots(TRUTH))


@cache
def measure_blind() -> Evaluation:
    """The same for the set that was labelled by another person, before the auditor had seen its sites."""
    return _against(BLIND_TRUTH, snapshots(BLIND_TRUTH))


def measure_noisy() -> Evaluation:
    """The same with all the noise on every page that real systems add and no assessor looks at."""
    return _against(BLIND_TRUTH, (with_noise(snapshot, *NOISES) for snapshot in snapshots(BLIND_TRUTH)))


def _against(truth: Path, taken: Iterable[Snapshot]) -> Evaluation:
    pack = load()
    cards = []
    for snapshot in taken:
        seen = observe(snapshot, sections=pack.sections)
        cards.append(score(snapshot, seen, audit(seen, pack), pack, "kalibrasi"))
    return evaluate(read_labels(truth), cards)
