"""The calibration set: every synthetic site as the snapshot a crawl would have brought home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from auditor.model import Snapshot
from tests.calibration import (
    blind_five,
    blind_four,
    blind_one,
    blind_seven,
    blind_six,
    blind_three,
    blind_two,
    sites_one,
    sites_three,
    sites_two,
)
from tests.calibration.made import snapshot

TRUTH = Path(__file__).with_name("truth.csv")
#: Labelled by another person than the set above, before the auditor had seen the sites.
BLIND_TRUTH = TRUTH.with_name("truth_blind.csv")
BLIND_SITES = (
    *blind_one.SITES,
    *blind_two.SITES,
    *blind_three.SITES,
    *blind_four.SITES,
    *blind_five.SITES,
    *blind_six.SITES,
    *blind_seven.SITES,
)
SITES = (*sites_one.SITES, *sites_two.SITES, *sites_three.SITES)


def snapshots() -> Iterator[Snapshot]:
    """The snapshots, one site after the other."""
    for site in SITES:
        yield snapshot(site())


def blind_snapshots() -> Iterator[Snapshot]:
    """The snapshots of the second set."""
    for site in BLIND_SITES:
        yield snapshot(site())
