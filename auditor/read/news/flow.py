"""The text of a page in its order, as the readers of news see it: lines, what they are called, what stands around."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import islice

from auditor.language.dates import follows_change
from auditor.observations import Zone
from auditor.read.page.anatomy import Anatomy, Area
from auditor.read.page.marks import CHANGED, Mark
from auditor.read.page.zones import FOOTER, NAV

_DIGIT = re.compile(r"\d")
_BEFORE = 60  # characters in front of an element
_LOWEST = 6  # rank of a heading; tabs and bold lines have a lower one
_ABOVE = 2  # areas around an element that may hold the words
_MOST_BACK = 500  # areas that are looked at for those around a stretch: what stands there begins nearby
Span = tuple[int, int]  # of runs of text


class Flow:
    """One page's runs of text, and what it says of them."""

    def __init__(self, page: Anatomy) -> None:
        self.page = page
        self._runs = page.runs

    @cached_property
    def spans(self) -> list[Span]:
        """For each link of the page, the runs of text in it."""
        flat = self.page.link_spans
        return list(zip(flat[::2], flat[1::2], strict=True))

    @cached_property
    def areas(self) -> list[Area]:
        """The areas of the page's content, each before those in it."""
        flat = iter(self.page.areas)
        return [Area(*fields) for fields in zip(*[flat] * len(Area._fields), strict=True)]

    def text(self, begin: int, end: int) -> str:
        """A stretch as it is read."""
        return " ".join("".join(self._runs[begin:end]).split())

    def lines(self, begin: int, end: int) -> list[str]:
        """The pieces of a stretch, each a line; menus and footers that stand in it beside others are left out."""
        told = [line for run in self._runs[begin:end] if (line := run.strip())]
        if len(told) < 2 or not any(self._shell[begin:end]):
            return told
        return [line for at in range(begin, end) if not self._shell[at] and (line := self._runs[at].strip())] or told

    def spelled(self, begin: int, end: int) -> str:
        """A stretch with its pieces kept apart: "25" "Nov" "2026"."""
        return " ".join(self.lines(begin, end))

    def block(self, number: int) -> Span:
        """The runs of a block, without the blanks that follow it."""
        starts, runs = self.page.starts, self._runs
        begin = starts[number]
        end = starts[number + 1] if number + 1 < len(starts) else len(runs)
        while end > begin and not runs[end - 1].strip():
            end -= 1
        return begin, end

    def block_at(self, run: int) -> int:
        """The number of the block in which a run stands, that before it where it stands in none."""
        return max(0, bisect_right(self.page.starts, run) - 1)

    def blocks_in(self, begin: int, end: int) -> range:
        """The blocks that begin in a stretch."""
        starts = self.page.starts
        return range(bisect_left(starts, begin), bisect_left(starts, end))

    def covered(self, spans: Iterable[Span]) -> bytearray:
        """For each run, 1 where it stands in one of some stretches, else 0."""
        found = bytearray(len(self._runs) + 1)
        for begin, end in spans:
            found[begin:end] = b"\1" * (end - begin)
        return found

    @cached_property
    def _shell(self) -> bytearray:
        """For each run, whether it stands in a menu or a footer."""
        blocks = enumerate(self.page.blocks)
        return self.covered(self.block(number) for number, block in blocks if block.zone is NAV or block.zone is FOOTER)

    def zone(self, run: int) -> Zone:
        """The part of the page in which a run stands."""
        return self.page.blocks[self.block_at(run)].zone

    @cached_property
    def linked(self) -> bytearray:
        """For each run, whether it stands in a link."""
        return self.covered(span for link, span in zip(self.page.links, self.spans, strict=True) if link.tag == "a")

    def marked(self, sorts: int, within: Span) -> list[Mark]:
        """The elements of some sorts in a stretch."""
        begin, end = within
        marks = self.page.marks
        at = bisect_left(marks, begin, key=_begin)
        found = []
        while at < len(marks) and marks[at].begin <= end:
            if marks[at].sorts & sorts and marks[at].end <= end:
                found.append(marks[at])
            at += 1
        return found

    def headings(self, within: Span) -> Iterator[Span]:
        """The headings that stand in a stretch as a whole."""
        for number in self.blocks_in(*within):
            if 0 < self.page.blocks[number].level <= _LOWEST:
                begin, end = self.block(number)
                if end <= within[1]:
                    yield begin, end

    def around(self, span: Span) -> Iterator[Area]:
        """The areas that hold a stretch, the innermost first."""
        begin, end = span
        areas = self.areas
        last = bisect_right(areas, begin, key=_begin) - 1
        for number in range(last, max(-1, last - _MOST_BACK), -1):
            if areas[number].end >= end:
                yield areas[number]

    def published(self, marks: Iterable[Mark]) -> list[Mark]:
        """The elements that may tell a day of publication: those called after a change come last.

        Where words in front say that something was changed then, the element tells no such day. Its class alone says
        less: themes call a page's only date "updated" because a format of old asked for the name.
        """
        stamps = [mark for mark in marks if not self.behind_change(mark)]
        return sorted(stamps, key=lambda mark: mark.sorts & CHANGED > 0)

    def behind_change(self, mark: Mark) -> bool:
        """Whether the words in front of an element, or its own, say that something was changed on the day it tells."""
        before = ""
        for area in islice(self.around((mark.begin, mark.end)), _ABOVE):
            before = self.spelled(max(area.begin, mark.begin - _BEFORE), mark.begin)[-_BEFORE:]
            if before:
                break
        own = _DIGIT.split(self.spelled(mark.begin, mark.end), maxsplit=1)[0]
        return follows_change(" ".join(f"{before} {own}".split()) + " ")


def _begin(part: Mark | Area) -> int:
    return part.begin
