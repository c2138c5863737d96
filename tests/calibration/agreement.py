"""The auditor measured against the labels of the calibration set."""

from __future__ import annotations

from functools import cache

from auditor.audit import audit
from auditor.evaluate import Evaluation, evaluate, read_labels
from auditor.read.observe import observe
from auditor.rules.loader import load
from auditor.score import score
from tests.calibration.build import TRUTH, snapshots


@cache
def measure() -> Evaluation:
    """The agreement of the whole pipeline behind the crawl with the labels."""
    pack = load()
    cards = []
    for snapshot in snapshots():
        seen = observe(snapshot, sections=pack.sections)
        cards.append(score(snapshot, seen, audit(seen, pack), pack, "kalibrasi"))
    return evaluate(read_labels(TRUTH), cards)
