"""What was read of the pages of one site, so that no page is read twice between its crawl and its scoring."""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar, cast

from auditor import limited
from auditor.read.page import html
from auditor.read.page.anatomy import Anatomy
from auditor.read.page.parts import Parts
from auditor.work.worker import WorkerCrash

_Item = TypeVar("_Item")
_HEAVY: Final = 1_000_000  # bytes of a page that is read again rather than kept
_MOST: Final = 400_000  # blocks and links held at once; each some 300 bytes where no other page has it


class Readings:
    """The pages of one site, each read once; one that the parser might make too much of is read behind limits."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, int, int], Anatomy | None] = {}  # by address and ``_trace`` of the bytes
        self._light: set[tuple[int, int]] = set()  # traces of pages that need no limits
        self._parts = Parts()
        self._known: dict[object, object] = {}
        self._held = 0

    def parse(self, body: bytes, url: str) -> Anatomy | None:
        """The anatomy of a page; None for one that is too heavy."""
        key = (url, *_trace(body))
        if key in self._read:
            return self._read[key]
        anatomy = html.parse(body, url, self._parts) if self._is_light(body) else limited.parse(body, url)
        if anatomy is None:
            self._read[key] = None
        elif self._held < _MOST and len(body) < _HEAVY:
            self._held += len(anatomy.blocks) + len(anatomy.links)
            anatomy = self._read[key] = self._lean(anatomy)
        return anatomy

    def read(self, body: bytes, url: str) -> Anatomy:
        """The anatomy of a page that ``bears`` to be read. WorkerCrash for another."""
        anatomy = self.parse(body, url)
        if anatomy is None:
            raise WorkerCrash(f"{url} is too heavy")
        return anatomy

    def bears(self, body: bytes, url: str) -> bool:
        """Whether a page is not too heavy to be read; told at little cost of all but those that may be."""
        key = (url, *_trace(body))
        if key in self._read:
            return self._read[key] is not None
        return self._is_light(body) or self.parse(body, url) is not None

    def _is_light(self, body: bytes) -> bool:
        trace = _trace(body)
        if trace not in self._light:
            if limited.may_be_heavy(body):
                return False
            self._light.add(trace)
        return True

    def _lean(self, anatomy: Anatomy) -> Anatomy:
        """The anatomy with what other pages of the site have, too, held once for all: menus, headers, footers."""
        known = self._known

        def once(items: tuple[_Item, ...]) -> tuple[_Item, ...]:
            return tuple([cast(_Item, known.setdefault(item, item)) for item in items])

        return replace(
            anatomy,
            blocks=once(anatomy.blocks),
            links=once(anatomy.links),
            images=once(anatomy.images),
        )


def _trace(body: bytes) -> tuple[int, int]:
    """What tells bodies apart within this process: their hash has a secret key, and is worked out once for each."""
    return len(body), hash(body)
