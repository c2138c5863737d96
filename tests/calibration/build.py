"""The calibration set: every synthetic site as the snapshot a crawl would have brought home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from auditor.model import Snapshot
from tests.calibration import sites_one, sites_three, sites_two
from tests.calibration.made import snapshot

TRUTH = Path(__file__).with_name("truth.csv")
SITES = (*sites_one.SITES, *sites_two.SITES, *sites_three.SITES)


def snapshots() -> Iterator[Snapshot]:
    """The snapshots, one site after the other."""
    for site in SITES:
        yield snapshot(site())
