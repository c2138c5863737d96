"""Pictures read within a site's budget, each in the limited process that the engine has to itself.

A picture that kills the process, or takes it beyond its limits, costs that picture: the next finds a fresh process.
"""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import cache
from typing import Final

from auditor.pictures.memory import Memory
from auditor.pictures.sight import Outcome, Sight, engine_version
from auditor.work.limits import Limits
from auditor.work.reading import Reading, WorkerCrash

#: what one picture may cost; the worst legal one takes 17 s
PICTURE: Final = Limits(cpu=20.0, wall=180.0, megabytes=1600)
#: and one of the last for which a site has seconds left
LAST: Final = replace(PICTURE, cpu=5.0)
MOST: Final = 24  # pictures and pages of a site
_AGAIN: Final = 4  # of them read once more by the larger model
_SECONDS: Final = 40.0  # of the processor, for all of a site
_FRESH_AFTER: Final = 200

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Unit:
    """A picture, or a page of a scanned file, that might say what a rule asks for."""

    digest: str  # sha256 of the file
    record_id: str  # where the archive has it
    page: int | None = None  # from 0; None: the file is a picture

    @property
    def key(self) -> str:
        """Its name in the memory."""
        return self.digest if self.page is None else f"{self.digest}/{self.page + 1}"


reading = Reading(PICTURE, _FRESH_AFTER)
reading_last = Reading(LAST, _FRESH_AFTER)


def can_read() -> bool:
    """Whether this process may read pictures: the extra is installed and starts."""
    return bool(engine_version()) and _starts()


@cache
def _starts() -> bool:
    """Whether the engine can be loaded at all: where Windows lacks Visual C++'s libraries it is installed in vain."""
    try:
        reading.do(_load)
    except (ImportError, OSError, WorkerCrash) as error:
        _log.warning("the engine for pictures cannot be started: %s", error)
        return False
    finally:
        reading.close()
    return True


def _load() -> None:
    import faster_paddle  # noqa: F401 - the extra: only the worker needs it


def read_units(units: Iterable[Unit], memory: Memory, body_of: Callable[[Unit], bytes], *, look: bool) -> int:
    """Reads what the memory does not have, within the budget, and puts it there; how many units were left out for it.

    ``look``: whether pictures are read at all; without it only what is known counts.
    """
    chosen = list(dict.fromkeys(units))
    if not look:
        return 0
    known = [unit.key for unit in chosen[:MOST] if memory.get(unit.key) is not None]
    seconds = sum(memory.cost(key) for key in known)
    again = sum(sight.again for key in known if (sight := memory.get(key)) is not None)
    left = 0
    for number, unit in enumerate(chosen):
        if memory.get(unit.key) is not None:
            continue
        limits = next((limits for limits in (PICTURE, LAST) if seconds + limits.cpu <= _SECONDS), None)
        body = body_of(unit) if number < MOST and limits is not None else b""
        if not body or limits is None:
            left += 1
            continue
        sight, took = _read(unit, body, again < _AGAIN, limits)
        memory.put(unit.key, sight, took, engine_version())
        seconds, again = seconds + took, again + sight.again
    for one in (reading, reading_last):  # some 400 MB, until the next site needs them
        one.close()
    memory.save()
    return left


def _read(unit: Unit, body: bytes, again: bool, limits: Limits) -> tuple[Sight, float]:
    try:
        return (reading if limits is PICTURE else reading_last).do(_timed, body, unit.page, again)
    except WorkerCrash as error:
        _log.info("picture %s costs too much: %s", unit.key[:12], error)
        return Sight(Outcome.HEAVY), limits.cpu


def _timed(body: bytes, page: int | None, again: bool) -> tuple[Sight, float]:
    from auditor.pictures.engine import see_page, see_picture  # the extra: only the worker needs it

    started = time.process_time()
    sight = see_picture(body, again) if page is None else see_page(body, page, again)
    return sight, time.process_time() - started
