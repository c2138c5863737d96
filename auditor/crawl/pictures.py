"""Which pictures of a site are worth bringing home: those that may say what the text of their page does not. Pure."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Protocol

from auditor.data import table
from auditor.language.phrases import Phrases
from auditor.model import Fetch, FetchRole
from auditor.observations import Image, Zone

if TYPE_CHECKING:
    from auditor.read.page.anatomy import Anatomy

_DATA = table("crawl")["pictures"]
_OFTEN = Phrases(table("crawl")["labels"]["pictures"])  # what is put up as a picture more often than not


@dataclass(frozen=True, slots=True)
class Shown:
    """The pictures of one page: the addresses of all, and those that may have to speak for it, the largest first."""

    every: tuple[str, ...] = ()
    telling: tuple[tuple[str, str], ...] = ()  # (address, what it is called)


NONE_SHOWN: Final = Shown()


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture with the page that shows it."""

    url: str
    page: str
    label: str
    rank: int  # among the pictures of its page, the largest first


class Page(Protocol):
    """A page that was read."""

    @property
    def pictures(self) -> Shown: ...


class Pictures:
    """The pictures of the pages opened so far that may have to speak for them."""

    def __init__(self) -> None:
        self._found: list[Picture] = []
        self._shown: Counter[str] = Counter()  # address -> pages that show it: the template's are on many

    def take(self, page: Page, url: str, home: bool = False) -> None:
        """Notes the pictures of a page that is about something asked for, or of the home page."""
        self._shown.update(page.pictures.every)
        self._found += [
            Picture(picture, url, label, rank + home) for rank, (picture, label) in enumerate(page.pictures.telling)
        ]

    def chosen(self) -> list[Picture]:
        """The pictures to bring home, the largest of each page first."""
        own = [one for one in self._found if self._shown[one.url] <= _DATA["shown"]]
        once = {one.url: one for one in sorted(own, key=lambda one: -one.rank)}
        return sorted(once.values(), key=lambda one: one.rank)


def pictures_of(fetch: Fetch, page: Anatomy) -> Shown:
    """The pictures of a page; none has to speak for one that says enough itself."""
    home, name = fetch.role is FetchRole.HOME, fetch.label or page.h1 or page.title
    every = tuple(dict.fromkeys(image.url for image in page.images if image.url))
    words = sum(len(block.text.split()) for block in page.blocks if block.zone is Zone.MAIN)
    if not home and words > _DATA["words"] and not _OFTEN.any(name):
        return Shown(every)
    large = [image for image in page.images if _may_say(image) and (home or not image.leads)]
    large.sort(key=lambda image: -(image.width or _DATA["side"]) * (image.height or _DATA["side"]))
    telling = {image.url: image.alt or name for image in reversed(large)}
    return Shown(every, tuple(reversed(telling.items()))[: _DATA["per_page"]])


def _may_say(image: Image) -> bool:
    sides = [side for side in (image.width, image.height) if side is not None]
    small = any(side < _DATA["least"] for side in sides)
    return (
        bool(image.url) and image.zone is Zone.MAIN and not small and not image.url.lower().endswith((".svg", ".ico"))
    )
