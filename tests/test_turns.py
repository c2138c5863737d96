"""The turns of several machines at one host, on a clock of its own."""

from __future__ import annotations

import heapq
from collections.abc import Callable
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from auditor.work.turns import Turns


class World:
    """Turns with a clock that only moves when it is told to."""

    def __init__(self, lease: float = 0.0) -> None:
        self.now = 0.0
        self.given: list[tuple[str, int]] = []
        self._due: list[tuple[float, int, Callable[[], None]]] = []
        self.recalled: list[tuple[str, int]] = []
        self.turns = Turns(
            lambda: self.now,
            self._later,
            lambda *asker: self.given.append(asker),
            lambda *asker: self.recalled.append(asker),
            lease,
        )

    def _later(self, seconds: float, call: Callable[[], None]) -> None:
        heapq.heappush(self._due, (self.now + seconds, len(self._due), call))

    def wait(self, seconds: float) -> None:
        until = self.now + seconds
        while self._due and self._due[0][0] <= until:
            self.now, _, call = heapq.heappop(self._due)
            call()
        self.now = until


def test_turns_are_given_one_at_a_time_in_the_order_asked_and_after_the_rest() -> None:
    world = World()
    for number, machine in enumerate("abc"):
        world.turns.enter("host", (machine, number), 1.0)
    assert world.given == [("a", 0)]
    world.turns.leave("host", ("a", 0), 1.0)
    world.wait(0.9)
    assert world.given == [("a", 0)]
    world.wait(0.2)
    assert world.given == [("a", 0), ("b", 1)]
    world.turns.leave("host", ("b", 1), 0.0)
    assert world.given[-1] == ("c", 2)


def test_hosts_do_not_wait_for_each_other() -> None:
    world = World()
    world.turns.enter("satu", ("a", 1), 0.0)
    world.turns.enter("dua", ("b", 1), 0.0)
    assert world.given == [("a", 1), ("b", 1)]


def test_a_host_that_asked_to_be_left_alone_is_left_alone_by_all() -> None:
    world = World()
    world.turns.enter("host", ("a", 1), 2.0)
    world.turns.hold("host", 60.0)
    world.turns.leave("host", ("a", 1), 1.0)
    world.turns.enter("host", ("b", 1), 2.0)
    world.wait(59.0)
    assert world.given == [("a", 1)]
    world.wait(1.5)
    assert world.given == [("a", 1), ("b", 1)]


def test_whoever_no_longer_waits_is_passed_over() -> None:
    world = World()
    for number, machine in enumerate("abc"):
        world.turns.enter("host", (machine, number), 0.5)
    world.turns.leave("host", ("b", 1), 0.0)
    world.turns.leave("host", ("a", 0), 0.0)
    assert world.given == [("a", 0), ("c", 2)]


def test_a_machine_that_is_gone_holds_nobody_up_and_the_host_still_rests() -> None:
    world = World()
    world.turns.enter("host", ("a", 1), 2.0)
    world.turns.leave("host", ("a", 1), 2.0)
    world.wait(2.0)
    for asker in (("a", 2), ("b", 1), ("a", 3), ("c", 1)):
        world.turns.enter("host", asker, 2.0)
    world.turns.gone("a")
    world.wait(1.9)
    assert world.given == [("a", 1), ("a", 2)]
    world.wait(0.2)
    world.turns.leave("host", ("b", 1), 0.0)
    assert world.given == [("a", 1), ("a", 2), ("b", 1), ("c", 1)]


steps = st.tuples(st.sampled_from(["enter", "leave", "gone"]), st.sampled_from("abcd"), st.floats(0, 3))


@given(st.lists(steps, max_size=80))
def test_whatever_happens_nobody_asks_beside_another_and_all_who_wait_get_their_turn(
    told: list[tuple[str, str, float]],
) -> None:
    world, spans = World(), []
    holder: tuple[str, int] | None = None
    began, waiting = 0.0, set[tuple[str, int]]()

    def look() -> None:
        nonlocal holder, began
        if len(world.given) > len(spans) + (holder is not None):
            assert holder is None
            holder, began = world.given[-1], world.now
            waiting.discard(holder)

    def end() -> None:
        nonlocal holder
        assert holder is not None
        spans.append((began, world.now))
        holder = None

    for number, (what, machine, seconds) in enumerate(told):
        if what == "enter":
            waiting.add((machine, number))
            world.turns.enter("host", (machine, number), 0.5)
        elif what == "leave" and holder is not None:
            asker, holder_now = holder, holder
            end()
            world.turns.leave("host", asker, 0.5)
            assert holder_now not in waiting
        elif what == "gone":
            waiting = {asker for asker in waiting if asker[0] != machine}
            if holder is not None and holder[0] == machine:
                end()
            world.turns.gone(machine)
        look()
        world.wait(seconds)
        look()
    while waiting:
        if holder is not None:
            asker = holder
            end()
            world.turns.leave("host", asker, 0.5)
        world.wait(1.0)
        look()
    assert all(after[0] >= before[1] for before, after in pairwise(spans))


def test_a_turn_stays_with_its_machine_until_another_wants_it() -> None:
    world = World()
    world.turns.enter("host", ("a", 1), 0.0)
    assert world.recalled == []
    world.turns.enter("host", ("b", 2), 0.0)
    world.turns.enter("host", ("c", 3), 0.0)
    assert world.recalled == [("a", 1)]
    world.turns.leave("host", ("a", 1), 0.0)
    assert (world.given, world.recalled) == ([("a", 1), ("b", 2)], [("a", 1), ("b", 2)])


def test_a_host_waits_until_a_machine_that_is_gone_can_no_longer_ask_it() -> None:
    world = World(lease=5.0)
    world.turns.enter("host", ("a", 1), 0.5)
    world.turns.enter("host", ("b", 2), 0.5)
    world.turns.gone("a")
    world.wait(4.9)
    assert world.given == [("a", 1)]
    world.wait(0.2)
    assert world.given == [("a", 1), ("b", 2)]
