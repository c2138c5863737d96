"""A line to a server: one request at a time in HTTP/1.1, its answer read as forgivingly as browsers read.

What goes wrong is raised as httpcore names it of the network and h11 of the grammar; ``faults`` tells them apart.
"""

from __future__ import annotations

import asyncio
import contextlib
from dataclasses import dataclass, field

import h11
import httpcore

from auditor.crawl.leniency import TidyHead
from auditor.crawl.pace import Turn

_LONGEST_HEAD = 102_400  # bytes of a head, and of anything else that must be there as a whole to be understood
_STEP = 65_536
_SWITCHING = 101
_ENCODINGS = ("ascii", "utf-8")  # of a head's bytes; what is neither is taken for Latin 1


@dataclass(frozen=True, slots=True)
class Head:
    """The head of an answer; names in lower case."""

    code: int
    headers: tuple[tuple[str, str], ...]
    by_name: dict[str, str] = field(init=False)  # what a name says several times, in one line

    def __post_init__(self) -> None:
        by_name: dict[str, str] = {}
        for name, value in self.headers:
            by_name[name] = f"{by_name[name]}, {value}" if name in by_name else value
        object.__setattr__(self, "by_name", by_name)

    @property
    def leads_on(self) -> bool:
        return 300 <= self.code <= 399


class Line:
    """A connection to one server."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, patience: float) -> None:
        self._stream, self._patience = stream, patience
        self._talk = h11.Connection(h11.CLIENT, max_incomplete_event_size=_LONGEST_HEAD)
        self._head: TidyHead | None = None  # of the answer that is awaited

    async def ask(self, method: str, target: bytes, headers: list[tuple[bytes, bytes]], turn: Turn) -> Head:
        """The head of the answer to a request; its body comes piece by piece."""
        asked = h11.Request(method=method, target=target, headers=headers)
        sent = (self._talk.send(asked) or b"") + (self._talk.send(h11.EndOfMessage()) or b"")
        self._head = TidyHead()
        with contextlib.suppress(httpcore.WriteError):  # who refuses early may have said so: that is read all the same
            await self._stream.write(sent, self._patience)
            turn.mark_sent()
        while True:
            event = await self._event()
            interim = isinstance(event, h11.InformationalResponse) and event.status_code != _SWITCHING
            if isinstance(event, h11.Response | h11.InformationalResponse) and not interim:
                turn.mark_answered()
                return Head(event.status_code, _read(list(event.headers)))

    async def piece(self, patience: float | None = None) -> bytes | None:
        """The next bytes of the answer's body, as they were sent; None at its end.

        TimeoutError where ``patience`` is given and they must be waited for longer than so many seconds.
        """
        event: object = self._talk.next_event()
        if event is h11.NEED_DATA:
            async with asyncio.timeout(patience):
                await self._take()
                event = await self._event()
        return bytes(event.data) if isinstance(event, h11.Data) else None

    def rests(self) -> bool:
        """Whether the answer is at its end and the line can take another request; what else came is passed over."""
        with contextlib.suppress(h11.RemoteProtocolError):
            while isinstance(self._talk.next_event(), h11.Data):
                pass
        over = self._talk.our_state is h11.DONE and self._talk.their_state is h11.DONE
        if not over or self._talk.trailing_data[0]:
            return False
        self._talk.start_next_cycle()
        return True

    @property
    def gone(self) -> bool:
        """Whether a resting line has been hung up at the other end: that alone can be read from it."""
        return bool(self._stream.get_extra_info("is_readable"))

    async def hang_up(self) -> None:
        await self._stream.aclose()

    async def _event(self) -> object:
        while (event := self._talk.next_event()) is h11.NEED_DATA:
            await self._take()
        return event

    async def _take(self) -> None:
        data = await self._data()
        if not data and self._talk.their_state is h11.SEND_RESPONSE:
            raise httpcore.RemoteProtocolError("Server disconnected without sending a response.")
        self._talk.receive_data(data)

    async def _data(self) -> bytes:
        data = await self._stream.read(_STEP, self._patience)
        while self._head is not None:
            tidy = self._head.feed(data)
            if tidy is not None:
                self._head = None
                return tidy
            data = await self._stream.read(_STEP, self._patience)
        return data


def _read(raw: list[tuple[bytes, bytes]]) -> tuple[tuple[str, str], ...]:
    for encoding in _ENCODINGS:
        with contextlib.suppress(UnicodeDecodeError):
            return tuple([(name.decode(encoding), value.decode(encoding)) for name, value in raw])
    return tuple([(name.decode("latin-1"), value.decode("latin-1")) for name, value in raw])
