"""What was read of the pages of one site, so that no page is read twice between its crawl and its scoring."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import Final, TypeVar, cast

from auditor import limited
from auditor.read.page import html
from auditor.read.page.anatomy import Anatomy
from auditor.work.worker import WorkerCrash

_Item = TypeVar("_Item")
_HEAVY: Final = 1_000_000  # bytes of a page that is read again rather than kept
_MOST: Final = 400_000  # blocks and links held at once; each some 300 bytes where no other page has it


class Readings:
    """The pages of one site, each read once; one that the parser might make too much of is read behind limits."""

    def __init__(self) -> None:
        self._read: dict[tuple[str, bytes], Anatomy | None] = {}
        self._light: set[bytes] = set()  # digests of pages that need no limits
        self._known: dict[object, object] = {}
        self._held = 0

    def parse(self, body: bytes, url: str) -> Anatomy | None:
        """The anatomy of a page; None for one that is too heavy."""
        digest = _digest(body)
        key = (url, digest)
        if key in self._read:
            return self._read[key]
        anatomy = html.parse(body, url) if self._is_light(body, digest) else limited.parse(body, url)
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
        digest = _digest(body)
        if (url, digest) in self._read:
            return self._read[url, digest] is not None
        return self._is_light(body, digest) or self.parse(body, url) is not None

    def _is_light(self, body: bytes, digest: bytes) -> bool:
        if digest not in self._light:
            if limited.may_be_heavy(body):
                return False
            self._light.add(digest)
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
            link_paths=once(anatomy.link_paths),
            image_paths=once(anatomy.image_paths),
        )


def _digest(body: bytes) -> bytes:
    return hashlib.blake2b(body, digest_size=16).digest()
