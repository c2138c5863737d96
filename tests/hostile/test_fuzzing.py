"""No change of a sound file makes its reader raise; ``python bench/hostile.py`` goes on for ten minutes."""

from __future__ import annotations

from random import Random

import pytest

from tests.hostile.fuzzing import Fuzzer


@pytest.mark.parametrize("seed", range(4))
def test_no_changed_file_is_raised(seed: int) -> None:
    fuzzer = Fuzzer(Random(seed))
    try:
        for _ in range(60):
            fuzzer.once()
    finally:
        fuzzer.close()
    assert not fuzzer.raised, fuzzer.faults
