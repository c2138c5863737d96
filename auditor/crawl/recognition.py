"""What is asked of a page and what is told of it: its status, where it leads, whether a browser should look.

A page's bytes are a stranger's, so they are read where they may do no harm (``auditor.crawl.recogniser``): the crawl
asks through a ``Reader``, which may stand in another process, and goes by the answer, which is small.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol, TypeVar

from auditor.crawl.pictures import NONE_SHOWN, Shown
from auditor.crawl.rendering import Difference, Marks
from auditor.model import Fetch, FetchRole, FetchStatus
from auditor.observations import Link
from auditor.read.page.imprint import Imprint

#: pages that were seen at least in part, so that their links are worth following
SEEN = frozenset(
    {
        FetchStatus.OK,
        FetchStatus.TOO_LARGE,
        FetchStatus.TRUNCATED,
        FetchStatus.NEEDS_JAVASCRIPT,
        FetchStatus.APPLICATION_ERROR,  # a warning above a page whose menu leads on all the same
    }
)

_UNMARKED, _NOTHING = Marks(), Difference()

Result = TypeVar("Result")


@dataclass(frozen=True, slots=True)
class Question:
    """An answer to a request, and what must be known to tell what it is."""

    fetch: Fetch
    missing: tuple[str, ...] = ()  # what the host answers to addresses that nobody has, as ``digest_of`` calls it
    before: Fetch | None = None  # of a rendered page: the answer as it came
    marks: bool = False  # whether a browser could look at it
    office: bool = False  # whether it is still to be learnt if this is an office's site
    posts_pages: int = 0  # of a home page: hundreds of posts to ask its system for


@dataclass(frozen=True, slots=True)
class Recognised:
    """What an answer is, and where it leads; the leads stand in the order in which they are offered."""

    status: FetchStatus
    page: bool = False  # it has been read as a page
    name: str = ""  # its heading, else its title
    imprint: Imprint | None = None  # what it tells; of a page that was read as it is
    links: tuple[Link, ...] = ()  # and frames; of a page that was seen
    refresh: str = ""
    further: tuple[Link, ...] = ()  # the next pages of a list of news
    pictures: Shown = NONE_SHOWN
    onward: str = ""  # where it sends its visitor on to
    passing: bool = False  # it shows nothing of its own
    marks: Marks = _UNMARKED
    added: Difference = _NOTHING  # of a rendered page: what it has beyond the answer as it came
    office: bool = False  # shows the words by which offices present themselves
    nothing: bool = False  # nothing to read and nothing to follow
    elsewhere: str = ""  # the first frame that shows another's site
    feeds: tuple[tuple[str, FetchRole], ...] = ()  # of a home page

    @property
    def seen(self) -> bool:
        """Whether its links are worth following."""
        return self.page and self.status in SEEN


class Reader(Protocol):
    """Where the pages of one site are read."""

    async def recognise(self, question: Question) -> Recognised: ...

    async def remember(self, missing: bytes) -> str:
        """The name for a page that a host answers with where there is none; it is known from here on."""

    async def do(self, function: Callable[[bytes], Result], body: bytes) -> Result | None:
        """What a pure module-level function makes of a body; None where it is too heavy for it."""


class Forgotten(Exception):
    """Raised when a missing page is asked about that this recogniser never saw."""


def digest_of(body: bytes) -> str:
    """A short name for a body."""
    return hashlib.blake2b(body, digest_size=16).hexdigest()
