"""The turns that machines are lent, on a clock of its own: scheduler and machines together."""

from __future__ import annotations

import asyncio
import itertools
from collections.abc import Coroutine

from hypothesis import example, given, settings
from hypothesis import strategies as st

from auditor.work.leases import ENTER, HOLD, LEASE, LEAVE, Leases
from tests.test_turns import World

REST = 0.5


class Machine:
    """One machine. What it sends arrives at once, until it is ``cut`` off."""

    def __init__(self, name: str, all_of_them: Together) -> None:
        self.name, self._all = name, all_of_them
        self.leases = Leases(lambda: all_of_them.world.now, all_of_them.numbers, self._send)
        self.cut = False
        self.sent: list[str] = []
        self.task: asyncio.Task[None] | None = None

    @property
    def inside(self) -> bool:
        return self.task is not None and self.task.done()

    def _send(self, what: str, host: str, number: int, seconds: float) -> None:
        self.sent.append(what)
        if self.cut:
            return
        turns = self._all.world.turns
        if what == ENTER:
            self._all.asked[number] = self
            turns.enter(host, (self.name, number), seconds)
        elif what == LEAVE:
            turns.leave(host, (self.name, number), seconds)
        elif what == HOLD:
            turns.hold(host, seconds)


class Together:
    """A scheduler and some machines, all of which ask one host."""

    def __init__(self, names: str) -> None:
        self.world, self.numbers = World(LEASE), itertools.count(1)
        self.asked: dict[int, Machine] = {}
        self.machines = {name: Machine(name, self) for name in names}
        self._told = [0, 0]

    async def settle(self) -> None:
        """Delivers all that is under way, and lets the machines go on."""
        for _ in range(20):
            for kind, told in enumerate((self.world.given, self.world.recalled)):
                for _, number in told[self._told[kind] :]:
                    machine = self.asked[number]
                    if not machine.cut and kind == 0:
                        machine.leases.given(number, self.world.now)
                    elif not machine.cut:
                        machine.leases.recalled(number)
                self._told[kind] = len(told)
            await asyncio.sleep(0)
        assert sum(machine.inside for machine in self.machines.values()) <= 1

    async def ask(self, name: str) -> None:
        machine = self.machines[name]
        if machine.task is None:
            machine.task = asyncio.ensure_future(machine.leases.enter("host", REST))
        await self.settle()

    async def answer(self, name: str) -> None:
        machine = self.machines[name]
        if machine.inside:
            machine.task = None
            machine.leases.leave("host", REST)
        await self.settle()

    async def wait(self, seconds: float) -> None:
        for _ in range(int(seconds * 4)):
            self.world.wait(0.25)
            await self.settle()

    async def end(self) -> None:
        for machine in self.machines.values():
            if machine.task is not None and not machine.task.done():
                machine.task.cancel()
                await asyncio.gather(machine.task, return_exceptions=True)


def run(play: Coroutine[None, None, None]) -> None:
    asyncio.run(play)


def test_a_machine_that_asks_a_host_alone_says_so_once() -> None:
    async def play() -> None:
        together = Together("a")
        for _ in range(8):
            await together.ask("a")
            await together.answer("a")
        assert together.machines["a"].sent == [ENTER]
        together.machines["a"].leases.close()
        assert together.machines["a"].sent == [ENTER, LEAVE]

    run(play())


def test_a_host_is_given_back_when_another_machine_wants_it_and_the_rest_is_kept() -> None:
    async def play() -> None:
        together = Together("ab")
        await together.ask("a")
        await together.ask("b")
        assert together.machines["a"].inside and not together.machines["b"].inside
        await together.answer("a")
        assert not together.machines["b"].inside
        await together.wait(REST)
        assert together.machines["b"].inside
        await together.answer("b")
        await together.end()

    run(play())


def test_an_idle_machine_gives_back_what_another_wants() -> None:
    async def play() -> None:
        together = Together("ab")
        await together.ask("a")
        await together.answer("a")
        await together.wait(1.0)
        await together.ask("b")
        assert together.machines["b"].inside

    run(play())


def test_a_lease_ends_by_itself() -> None:
    async def play() -> None:
        together = Together("a")
        await together.ask("a")
        await together.answer("a")
        await together.wait(LEASE + 0.5)
        await together.ask("a")
        assert together.machines["a"].sent == [ENTER, LEAVE, ENTER]

    run(play())


def test_a_turn_that_is_told_of_too_late_is_no_turn() -> None:
    async def play() -> None:
        sent: list[tuple[str, int]] = []
        now = [0.0]
        leases = Leases(lambda: now[0], itertools.count(1), lambda what, _, number, __: sent.append((what, number)))
        task = asyncio.ensure_future(leases.enter("host", REST))
        await asyncio.sleep(0)
        now[0] = LEASE + 1.0
        leases.given(1, 0.5)
        for _ in range(3):
            await asyncio.sleep(0)
        assert not task.done() and sent == [(ENTER, 1), (LEAVE, 1), (ENTER, 2)]
        leases.given(2, now[0])
        await task

    run(play())


def test_whoever_waits_no_longer_gives_up_the_place_in_line() -> None:
    async def play() -> None:
        together = Together("ab")
        await together.ask("a")
        await together.ask("b")
        await together.end()
        assert together.machines["b"].sent == [ENTER, LEAVE]
        await together.answer("a")
        together.machines["b"].task = None
        await together.wait(1.0)
        await together.ask("b")
        assert together.machines["b"].inside

    run(play())


def test_whoever_still_waits_when_all_was_given_back_can_be_called_off() -> None:
    async def play() -> None:
        together = Together("ab")
        await together.ask("a")
        await together.ask("b")
        waiting = together.machines["b"]
        waiting.leases.close()
        assert waiting.task is not None
        waiting.task.cancel()
        assert isinstance((await asyncio.gather(waiting.task, return_exceptions=True))[0], asyncio.CancelledError)
        assert waiting.sent == [ENTER, LEAVE]

    run(play())


steps = st.tuples(st.sampled_from(["ask", "answer", "wait", "cut", "gone"]), st.sampled_from("abc"))


@settings(max_examples=200)
@given(st.lists(steps, max_size=60))
@example([("ask", "a"), ("answer", "a"), ("cut", "a"), ("gone", "a"), ("ask", "b"), ("wait", "b"), ("ask", "a")])
def test_whatever_happens_no_two_machines_ask_at_once(told: list[tuple[str, str]]) -> None:
    """A machine that is cut off may go on for as long as its lease lasts; nobody else asks before that is over."""

    async def play() -> None:
        together = Together("abc")
        for what, name in told:
            machine = together.machines[name]
            if what == "ask":
                await together.ask(name)
            elif what == "answer" or (machine.cut and machine.inside):  # its requests are short
                await together.answer(name)
            elif what == "wait":
                await together.wait(1.0)
            elif what == "cut" and not machine.inside:
                machine.cut = True
            elif what == "gone" and machine.cut:
                together.world.turns.gone(name)
            for other in together.machines.values():
                if other.cut and other.inside:
                    await together.answer(other.name)
        await together.end()

    run(play())
