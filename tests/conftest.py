"""No test is timed. Modules with long tests are spread over the run, each whole: no worker waits for another."""

from __future__ import annotations

import pytest
from hypothesis import settings

#: A test that fails because the machine is busy is no test: what is too slow is told by bench/.
settings.register_profile("unhurried", deadline=None)
settings.load_profile("unhurried")

LONG = ("test_wheel", "test_interruption", "test_calibration", "test_demo_audit", "test_crawl_browser", "test_rescore")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Puts the long modules at even distances; within a module, and among the others, the order stays."""
    long = [[item for item in items if item.path.stem == name] for name in LONG]
    others = [item for item in items if item.path.stem not in LONG]
    step = len(others) // len(LONG) + 1
    items[:] = [item for n, module in enumerate(long) for item in (*module, *others[n * step : (n + 1) * step])]
