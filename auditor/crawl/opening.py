"""Opening a page up: hovering over and clicking on whatever answers, step by step, as a curious visitor would.

The order is that of the page, what the rules ask for first and what a step brings to light next; the number of steps is
bounded, so that the same page gives the same result. A step that leads elsewhere is noted as a route and undone by
loading the page afresh.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Protocol
from urllib.parse import urlsplit

from auditor.crawl.rendering import Route
from auditor.crawl.tab import faults
from auditor.data import table
from auditor.language.phrases import Phrases, normalise
from auditor.observations import Zone
from auditor.web.hosts import canonical

_DATA = table("crawl")["browser"]
_IDLE = frozenset(normalise(label) for label in _DATA["idle_labels"])
_GENERIC = [str(label).lower() for label in table("crawl")["labels"]["download"]]
_MOST_PIECES = 60
_MOST_LOST = 3  # steps that take the page itself away


@dataclass(frozen=True, slots=True)
class Trigger:
    """Something on a page that answers to a mouse."""

    key: str  # element, label and number among its like: finds it again after the page was loaded afresh
    label: str
    template: bool  # stands in the site's menu, head or foot
    click: bool
    hover: bool  # it, or what stands around it
    own: bool  # it answers to the mouse over it by itself, and is no mere link
    hidden: bool

    def acts(self, nested: bool) -> tuple[str, ...]:
        """What to do with it, in order; the mouse is over what a step brought to light already."""
        return ("hover",) * (self.own if nested else self.hover) + ("click",) * self.click


@dataclass(frozen=True, slots=True)
class Piece:
    """What a step brought to light."""

    key: str  # of the trigger that brought it
    label: str
    html: str
    signs: tuple[str, ...]  # of its elements, by which they are known again
    words: int
    where: str  # the place in the page
    template: bool


Path = tuple[tuple[str, str], ...]  # the steps (key, act) after which a trigger is there


class Tried:
    """What was tried on the pages of a site: its menus are opened once, and what led nowhere is left alone."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = Phrases(phrases)
        self._menus: set[str] = set()
        self._vain: set[str] = set()

    def worth(self, triggers: Sequence[Trigger]) -> list[Trigger]:
        """The triggers to act on, in order: those in sight first, among them what the rules ask for."""
        fresh = []
        for trigger in triggers:
            words = normalise(trigger.label)
            if not words or words in _IDLE or words.isdigit() or words in self._vain:
                continue
            if trigger.template and words in self._menus:
                continue
            fresh.append(trigger)
        return sorted(fresh, key=lambda one: (one.hidden, not self._phrases.any(one.label), not one.template))

    def note(self, trigger: Trigger, brought: bool) -> None:
        """Notes what came of a trigger."""
        words = normalise(trigger.label)
        if trigger.template:
            self._menus.add(words)
        elif not brought:
            self._vain.add(words)


class Shown(Protocol):
    """A page on show; ``auditor.crawl.view.View`` is one."""

    async def run(self, script: str, argument: object = None) -> Any: ...

    async def rest(self) -> None: ...

    async def know(self) -> None: ...

    async def undo(self) -> None: ...

    def went(self) -> tuple[list[str], str]: ...

    @property
    def asked(self) -> int: ...


class Opening:
    """The opening-up of one page."""

    def __init__(self, view: Shown, tried: Tried) -> None:
        self._view, self._tried = view, tried
        self._pieces: list[Piece] = []
        self._known: set[str] = set()
        self._links: dict[str, str] = {}  # key of a trigger -> where it leads
        self._answers: dict[str, str] = {}  # key of a trigger -> "opened" or "nothing"
        self._left = self._lost = 0
        self.routes: dict[str, Route] = {}
        self.unopened: tuple[str, ...] = ()  # menus for which no step was left
        self.words = 0

    async def open_up(self, steps: int) -> None:
        """Acts on the page's triggers, and on those that appear, until none or no step is left."""
        self._left = steps
        stop_at = asyncio.get_running_loop().time() + float(_DATA["open_seconds"])
        waiting: list[tuple[Trigger, Path]] = []
        if self._push(waiting, await self._triggers(), ()):
            await self._view.know()
        while waiting and self._left > 0 and asyncio.get_running_loop().time() < stop_at:
            trigger, path = waiting.pop()
            try:
                brought = await self._act(trigger, path, waiting)
            except faults():  # the page went away under the step
                if self._lost >= _MOST_LOST:
                    raise
                self._lost, brought = self._lost + 1, False
                await self._afresh()
            self._tried.note(trigger, brought)
        left = (trigger.label for trigger, _ in waiting if trigger.template and not trigger.hidden)
        self.unopened = tuple(dict.fromkeys(left))[:_MOST_PIECES]

    def to_unite(self) -> list[object]:
        """What ``unite`` in the page takes: the pieces, and where the triggers lead."""
        parts = [
            {"key": p.key, "label": p.label, "html": p.html, "signs": p.signs, "where": p.where, "template": p.template}
            for p in self._pieces
        ]
        return [parts, self._links, self._answers]

    def _push(self, waiting: list[tuple[Trigger, Path]], found: Sequence[Trigger], path: Path) -> bool:
        """Puts what is new among the triggers in line; whether anything is."""
        fresh = [one for one in found if one.key not in self._known]
        self._known.update(one.key for one in fresh)
        worth = self._tried.worth(fresh)
        waiting.extend((one, path) for one in reversed(worth))
        return bool(worth)

    async def _act(self, trigger: Trigger, path: Path, waiting: list[tuple[Trigger, Path]]) -> bool:
        """Hovers and clicks; whether anything came of it."""
        brought, asked = False, self._view.asked
        done = ""
        for act in trigger.acts(nested=bool(path)):
            if self._left <= 0 or not await self._reach(trigger.key, act, path):
                break
            await self._view.rest()
            if await self._went(trigger):
                return True
            outcome = await self._view.run("(generic) => window.__sight.outcome(generic)", _GENERIC)
            more = self._push(waiting, _triggers(outcome["triggers"]), (*path, (trigger.key, act)))
            brought |= self._collect(trigger, outcome["pieces"]) or more
            done = act
        if brought:
            self._answers[trigger.key] = "opened"
        elif done == "click" and self._view.asked == asked:
            self._answers[trigger.key] = "nothing"
        return brought

    async def _reach(self, key: str, act: str, path: Path) -> bool:
        """One step; where its trigger is gone, what brought it is done again. False when it stays away."""
        self._left -= 1
        if await self._do(key, act):
            return True
        await self._view.run("() => window.__sight && window.__sight.leave()")
        for before, how in (*path[-1:], *path[:-1], *path[-1:]):
            await self._do(before, how)
            await self._view.rest()
            await self._triggers()
            if await self._do(key, act):
                return True
        return False

    async def _do(self, key: str, act: str) -> bool:
        return bool(
            await self._view.run("([key, how]) => Boolean(window.__sight) && window.__sight.act(key, how)", [key, act])
        )

    async def _went(self, trigger: Trigger) -> bool:
        """Whether a step led elsewhere: noted, and undone where the page itself has changed."""
        asked, inside = self._view.went()
        wanted = [*asked, *await self._view.run("() => window.__sight.opened()")]
        for url in (*wanted, inside):
            address = canonical(str(url)) if url else ""
            if address and urlsplit(address).scheme in ("http", "https"):
                zone = Zone.NAV if trigger.template else Zone.MAIN
                self.routes.setdefault(address, Route(address, trigger.label, zone))
                self._links.setdefault(trigger.key, address)
        if inside:
            await self._afresh()
        return bool(wanted or inside)

    async def _afresh(self) -> None:
        """Loads the page again; what was found before stays known."""
        await self._view.undo()
        await self._view.know()
        await self._view.run("(signs) => window.__sight.know(signs)", [s for p in self._pieces for s in p.signs])
        await self._triggers()

    async def _triggers(self) -> list[Trigger]:
        return _triggers(await self._view.run("(generic) => window.__sight.triggers(generic)", _GENERIC))

    def _collect(self, trigger: Trigger, found: Sequence[dict[str, Any]]) -> bool:
        """Takes in what a step brought to light; whether that was anything."""
        for one in found[: _MOST_PIECES - len(self._pieces)]:
            signs = tuple(one["signs"])
            self._pieces.append(
                Piece(trigger.key, trigger.label, one["html"], signs, one["words"], one["where"], one["template"])
            )
            self.words += 0 if one["template"] else int(one["words"])
        return bool(found)


def _triggers(found: Sequence[dict[str, Any]]) -> list[Trigger]:
    names = ("key", "label", "template", "click", "hover", "own", "hidden")
    return [Trigger(*(one[name] for name in names)) for one in found]
