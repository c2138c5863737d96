"""One sighting of a news item: in a feed, an API, a sitemap, a list or on its own page."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from auditor.language.streams import Stream
from auditor.model import Fetch
from auditor.observations import DateFound, DateSource


@dataclass(frozen=True, slots=True)
class Sighting:
    """An item as one source shows it. ``date`` may lie in the future; whoever merges decides what that means."""

    title: str
    url: str  # canonical, "" when the source gives none
    date: DateFound | None
    source: DateSource
    fetch: Fetch  # the answer that shows it
    stream: Stream = Stream.NEWS
    excerpt: str = ""
    categories: tuple[str, ...] = ()
    number: int | None = None  # the system's own number of the item, where it rises with time
    filed: Stream | None = None  # where its badge files it, in a list of several kinds


@dataclass(frozen=True, slots=True)
class Reading:
    """What one source gave: its sightings and how far back it reaches.

    ``since`` is the day from which on it shows every item: ``date.min`` for a source that was read to its end,
    None for one of which nobody can tell.
    """

    sightings: tuple[Sighting, ...] = ()
    since: date | None = None
    stream: Stream | None = None  # the stream a list is of, None for mixed pages
    empty: bool = False  # a list that was read and holds nothing
