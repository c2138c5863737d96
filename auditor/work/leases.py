"""A machine's turns at the hosts it asks: one that nobody else wants stays its own for a while.

Most hosts are asked by one machine alone. A turn is therefore lent: the machine asks the host again without a word to
the scheduler until somebody else wants it, or the time is over. A machine cut off from its scheduler so stops asking
after ``LEASE`` seconds at the latest, and as long the scheduler waits before it gives the host to another.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Final

LEASE: Final = 5.0  # seconds
ENTER, LEAVE, HOLD = "auditor_enter", "auditor_leave", "auditor_hold"


@dataclass(slots=True)
class _Lease:
    number: int
    given: asyncio.Event = field(default_factory=asyncio.Event)
    until: float = 0.0
    free_at: float = 0.0  # when the host may be asked next
    busy: bool = False
    wanted: bool = False  # by another machine


class Leases:
    """The hosts that one event loop of this machine asks, each by one request at a time.

    ``send`` takes what the scheduler is to know: what, host, number, seconds. All else is called in the loop's thread.
    Whoever enters leaves before the same loop enters the host again: ``auditor.crawl.pace`` sees to that.
    """

    def __init__(
        self, clock: Callable[[], float], numbers: Iterator[int], send: Callable[[str, str, int, float], None]
    ) -> None:
        self._clock, self._numbers, self._send = clock, numbers, send
        self._leases: dict[str, _Lease] = {}

    async def enter(self, host: str, rest: float) -> None:
        """Returns when it is this machine's turn; a turn told of too late is no turn any more."""
        while True:
            lease = self._leases.get(host)
            if lease is not None and lease.until > self._clock():
                lease.busy = True
                return
            if lease is not None:
                self._give_back(host)
            lease = self._leases[host] = _Lease(next(self._numbers))
            self._send(ENTER, host, lease.number, rest)
            try:
                await lease.given.wait()
            except BaseException:
                self._give_back(host)
                raise

    def leave(self, host: str, rest: float) -> None:
        """Ends a turn; nobody has the next one for ``rest`` seconds."""
        lease = self._leases.get(host)
        if lease is None:  # all was given back meanwhile
            return
        lease.busy, lease.free_at = False, self._clock() + rest
        if lease.wanted or lease.until <= self._clock():
            self._give_back(host)

    def hold(self, host: str, seconds: float) -> None:
        """Gives nobody a turn for some seconds."""
        self._send(HOLD, host, 0, seconds)

    def given(self, number: int, since: float) -> None:
        """Takes note that a host is this machine's, ``since`` the moment on the clock when it learned so."""
        if (found := self._by(number)) is not None:
            lease = found[1]
            lease.until, lease.busy = since + LEASE, True
            lease.given.set()

    def recalled(self, number: int) -> None:
        """Takes note that another machine wants a host: it is given back as soon as no request is under way."""
        if (found := self._by(number)) is not None:
            host, lease = found
            lease.wanted = True
            if lease.given.is_set() and not lease.busy:
                self._give_back(host)

    def close(self) -> None:
        """Gives everything back."""
        for host in list(self._leases):
            self._give_back(host)

    def _by(self, number: int) -> tuple[str, _Lease] | None:
        return next(((host, lease) for host, lease in self._leases.items() if lease.number == number), None)

    def _give_back(self, host: str) -> None:
        lease = self._leases.pop(host, None)
        if lease is not None:  # else all was given back meanwhile
            self._send(LEAVE, host, lease.number, max(0.0, lease.free_at - self._clock()))
