"""The pace of requests: one at a time per host, never closer than the delay, slower when the host suffers."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Protocol

from auditor.crawl.faults import OF_CONNECTION
from auditor.model import FetchStatus

_BREAK_AFTER = 5  # connection faults in a row: the host is left alone
_MOST_SLOWDOWN = 8.0
_RECOVER_AFTER = 5  # good answers in a row
_SLOW_SECONDS = 5.0  # an answer this late means the server suffers
_ARRIVAL_SHARE = 0.05  # of the delay, added for the jitter of any machine
_LATEST_ARRIVAL = 0.25  # seconds; no request is under way longer than that


class Turnstile(Protocol):
    """Who may ask a host, of several machines that crawl at the same time."""

    async def enter(self, host: str, rest: float) -> None:
        """Returns when it is this machine's turn; ``rest``: the seconds it keeps between two requests."""

    def leave(self, host: str, rest: float) -> None:
        """Gives the turn back; nobody has the next one for ``rest`` seconds."""

    def hold(self, host: str, seconds: float) -> None:
        """Gives nobody a turn for some seconds."""


@dataclass(slots=True)
class _Host:
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    delay: float = 0.0
    slowdown: float = 1.0
    next_at: float = 0.0
    faults: int = 0
    fault: FetchStatus = FetchStatus.OK  # the last one of the connection
    good: int = 0
    requests: int = 0
    usual: float | None = None  # seconds to the first byte, the shortest seen


class Turn:
    """One request's place in line; the client tells it when the request left and when the answer began."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self.sent = clock()
        self.answered: float | None = None

    def mark_sent(self) -> None:
        self.sent = self._clock()
        self.answered = None

    def mark_answered(self) -> None:
        self.answered = self._clock()

    def first_byte(self) -> float | None:
        """Seconds from the request to the answer's headers, None without an answer."""
        return None if self.answered is None else self.answered - self.sent

    def arrival(self, delay: float, usual: float | None) -> float:
        """The latest moment the server can have noted the request: gaps are kept in the server's own log too.

        ``usual`` is the shortest time the host has taken to answer. What an answer took longer than that may have been
        spent on the way there; what every answer takes is the server's work and cancels out between two requests.
        """
        took = self.first_byte()
        if took is None or delay <= 0:
            return self.sent
        late = took if usual is None else max(took - usual, min(took, _ARRIVAL_SHARE * delay))
        return self.sent + min(late, _LATEST_ARRIVAL)


class Pace:
    """Holds back requests, per host ("example.go.id", "127.0.0.1:8001"); shared by all sites of a run.

    Times are seconds on ``clock``, which is the event loop's. ``turnstile``: where other machines crawl the same round.
    """

    def __init__(self, delay: float, clock: Callable[[], float], turnstile: Turnstile | None = None) -> None:
        self._delay = delay
        self._clock = clock
        self._turnstile = turnstile
        self._hosts: dict[str, _Host] = {}

    def _host(self, name: str) -> _Host:
        return self._hosts.setdefault(name, _Host(delay=self._delay))

    def at_least(self, host: str, delay: float) -> None:
        """Sets a longer delay for a host (Crawl-delay)."""
        state = self._host(host)
        state.delay = max(state.delay, delay)

    def delay(self, host: str) -> float:
        """The seconds now kept between two requests to a host."""
        state = self._host(host)
        return state.delay * state.slowdown

    def requests(self, host: str) -> int:
        return self._host(host).requests

    def rests(self, host: str) -> bool:
        """Whether the circuit breaker is open: the host failed too often in a row."""
        return self._host(host).faults >= _BREAK_AFTER

    def fault(self, host: str) -> FetchStatus:
        """The connection fault a host was last met with, OK for none."""
        return self._host(host).fault

    def second_chance(self, host: str) -> None:
        """Closes the breaker far enough for one more fault."""
        self._host(host).faults = min(self._host(host).faults, _BREAK_AFTER - 1)

    def hold(self, host: str, seconds: float) -> None:
        """Keeps a host free of requests for some seconds (Retry-After, back-off)."""
        state = self._host(host)
        state.next_at = max(state.next_at, self._clock() + seconds)
        if self._turnstile is not None:
            self._turnstile.hold(host, seconds)

    @asynccontextmanager
    async def turn(self, host: str) -> AsyncIterator[Turn]:
        """Waits for the host's turn and holds it until the request has ended."""
        state = self._host(host)
        async with state.lock:
            while (wait := state.next_at - self._clock()) > 0:
                await asyncio.sleep(wait)
            if self._turnstile is not None:
                await self._turnstile.enter(host, self.delay(host))
            turn = Turn(self._clock)
            state.requests += 1
            try:
                yield turn
            finally:
                delay = self.delay(host)
                state.next_at = max(state.next_at, turn.arrival(delay, state.usual) + delay)
                took = turn.first_byte()
                if took is not None:
                    state.usual = took if state.usual is None else min(took, state.usual)
                if self._turnstile is not None:
                    self._turnstile.leave(host, max(0.0, state.next_at - self._clock()))

    def learn(self, host: str, status: FetchStatus, http_status: int | None, elapsed: float) -> None:
        """Adapts to how a request ended: slower after 429, 503 and late answers, back to normal after good ones."""
        state = self._host(host)
        state.faults = state.faults + 1 if status in OF_CONNECTION else 0
        state.fault = status if status in OF_CONNECTION else FetchStatus.OK
        if http_status in (429, 503) or elapsed > _SLOW_SECONDS:
            state.slowdown = min(state.slowdown * 2, _MOST_SLOWDOWN)
            state.good = 0
        elif status is FetchStatus.OK:
            state.good += 1
            if state.good >= _RECOVER_AFTER and state.slowdown > 1:
                state.slowdown, state.good = max(1.0, state.slowdown / 2), 0
