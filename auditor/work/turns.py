"""Which of several machines may ask a host now: one at a time, and none while the host is to be left alone."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

#: a machine and its number for the request
Asker = tuple[str, int]


@dataclass(slots=True)
class _Host:
    holder: Asker | None = None
    waiting: deque[tuple[Asker, float]] = field(default_factory=deque)  # and the seconds they keep between requests
    free_at: float = 0.0
    rest: float = 0.0  # seconds between two requests, as whoever has the turn told
    called: bool = False  # whether somebody is to look again
    recalled: bool = False  # whether the holder knows that others wait


class Turns:
    """Gives turns, in the order they are asked for; ``grant`` tells who has one, ``recall`` whom others wait for.

    A machine keeps its turn until it gives it back (``auditor.work.leases``). One that is gone loses its turns; the
    hosts it was asking rest as it would have let them, and for the ``lease`` seconds in which it may still ask them.
    """

    def __init__(
        self,
        clock: Callable[[], float],
        later: Callable[[float, Callable[[], None]], object],
        grant: Callable[[str, int], None],
        recall: Callable[[str, int], None],
        lease: float = 0.0,
    ) -> None:
        self._clock, self._later, self._grant, self._recall = clock, later, grant, recall
        self._lease = lease
        self._hosts: dict[str, _Host] = {}

    def enter(self, host: str, asker: Asker, rest: float) -> None:
        """Takes a place in line; ``rest``: the seconds this asker keeps between two requests."""
        self._hosts.setdefault(host, _Host()).waiting.append((asker, rest))
        self._next(host)

    def leave(self, host: str, asker: Asker, rest: float) -> None:
        """Gives a turn back, or the place in line up; after a turn nobody has the next one for ``rest`` seconds."""
        state = self._hosts.setdefault(host, _Host())
        if state.holder == asker:
            state.holder, state.free_at = None, max(state.free_at, self._clock() + rest)
        else:
            state.waiting = deque(one for one in state.waiting if one[0] != asker)
        self._next(host)

    def hold(self, host: str, seconds: float) -> None:
        """Leaves a host alone for some seconds."""
        state = self._hosts.setdefault(host, _Host())
        state.free_at = max(state.free_at, self._clock() + seconds)
        self._next(host)

    def gone(self, machine: str) -> None:
        """Takes what a machine had."""
        for host, state in list(self._hosts.items()):
            state.waiting = deque(one for one in state.waiting if one[0][0] != machine)
            if state.holder is not None and state.holder[0] == machine:
                self.leave(host, state.holder, max(state.rest, self._lease))

    def _next(self, host: str) -> None:
        state = self._hosts.get(host)
        if state is None or state.called:
            return
        if state.holder is not None:
            if state.waiting and not state.recalled:
                state.recalled = True
                self._recall(*state.holder)
            return
        wait = state.free_at - self._clock()
        if wait > 0:
            state.called = True
            self._later(wait, lambda: self._look_again(host))
        elif state.waiting:
            state.holder, state.rest = state.waiting.popleft()
            state.recalled = False
            self._grant(*state.holder)
            self._next(host)
        else:
            del self._hosts[host]

    def _look_again(self, host: str) -> None:
        self._hosts[host].called = False
        self._next(host)
