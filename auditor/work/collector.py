"""Python's collector of cycles, as a round needs it: it looks at what is new, and seldom."""

from __future__ import annotations

import gc

_COLLECT = (20_000, 20, 20)  # a round makes next to no cycles: looking as often as Python does by itself finds none


def settle() -> None:
    """Lets all that is there stay to the end, unlooked at: what was loaded, what was read of a site.

    What nothing refers to goes by itself all the same; only a cycle among what is there would stay.
    """
    gc.freeze()
    gc.set_threshold(*_COLLECT)
