"""Where the pages of a round are read and its sites judged: limited processes, each site in one of them.

The crawling process sends each answer's bytes to its site's reader, which parses them once, tells what the crawl goes
by, and keeps what it read until the site is there as a whole: then it judges the site right away. So the crawling
process parses nothing a stranger wrote and stays small, and the sites are judged beside it, on other cores. A reader
that exceeds its limits, or dies, costs the page it had in hand, which is tried once more alone; the other pages it
held are read again from their snapshots.
"""

from __future__ import annotations

import asyncio
import secrets
import threading
from array import array
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, fields, replace
from itertools import islice
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Final, ParamSpec, Protocol, TypeVar

from auditor.crawl.recognition import Forgotten, Question, Reader, Recognised, digest_of
from auditor.job import Assessed, Job, unknown_site
from auditor.judging import assess, ready
from auditor.model import FetchStatus, OfficeKind, Site
from auditor.observations import Link
from auditor.rules.pack import Pack
from auditor.work.collector import settle
from auditor.work.engine import cores
from auditor.work.limits import Limits
from auditor.work.worker import Worker, WorkerCrash

if TYPE_CHECKING:
    from auditor.readings import Readings

_MOST_PROCESSES: Final = 4
_MEGABYTES: Final = 490
#: what one page may cost, and what a site as a whole: 60 sound pages take 2 s and 200 MB
_PAGE = Limits(cpu=4.0, wall=60.0, megabytes=_MEGABYTES)
_SITE = Limits(cpu=30.0, wall=600.0, megabytes=_MEGABYTES)
_FULL: Final = 0.8 * _MEGABYTES  # a reader that held so much is renewed

Given = ParamSpec("Given")
Result = TypeVar("Result")


class Readers(Protocol):
    """The readers of a round's sites, which judge them, too."""

    def of(self, site: Site) -> Reader:
        """The reader of a site; the same until the site is judged or let go."""

    async def assess(self, job: Job) -> Assessed:
        """The result of a site that was just crawled; raises as ``auditor.assessment.assess`` does, or WorkerCrash."""

    async def forget(self, site: Site) -> None:
        """Lets go of what was read of a site."""

    def close(self) -> None:
        """Lets all processes go."""


def readers(name: str, pack: Pack, processes: int = 0) -> Readers:
    """The readers that go with the engine called ``name``: "lokal" reads in this process, all others in others."""
    if name == "lokal":
        return _Inside()
    return _Beside(pack, processes or min(cores(), _MOST_PROCESSES))


class _Inside:
    """Readers within this process."""

    def __init__(self) -> None:
        self._readings: dict[str, Readings] = {}

    def of(self, site: Site) -> Reader:
        from auditor.crawl.recogniser import Here
        from auditor.readings import Readings

        return Here(site, self._readings.setdefault(site.id, Readings()).parse)

    async def assess(self, job: Job) -> Assessed:
        return await asyncio.to_thread(assess, job, self._readings.pop(_id_of(job), None))

    async def forget(self, site: Site) -> None:
        self._readings.pop(site.id, None)

    def close(self) -> None:
        self._readings.clear()


class _Beside:
    """Readers in limited processes."""

    def __init__(self, pack: Pack, processes: int) -> None:
        self._processes = [_Process(pack) for _ in range(processes)]
        self._of: dict[str, _There] = {}

    def of(self, site: Site) -> _There:
        if site.id not in self._of:
            process = min(self._processes, key=lambda process: process.sites)
            process.sites += 1
            self._of[site.id] = _There(process, site)
        return self._of[site.id]

    async def assess(self, job: Job) -> Assessed:
        site = job.site or unknown_site(_id_of(job))
        offices = job.offices if site.kind is OfficeKind.KANWIL or job.site is None else ()
        lean = replace(job, pack=replace(job.pack, rules=()), offices=offices)  # the process has the rules
        try:
            return await self.of(site).process.do(_SITE, _assess, site.id, lean)
        finally:
            self._let_go(site.id)

    async def forget(self, site: Site) -> None:
        reader = self._let_go(site.id)
        if reader is not None:
            await reader.process.do(_PAGE, _forget, site.id)

    def _let_go(self, site_id: str) -> _There | None:
        reader = self._of.pop(site_id, None)
        if reader is not None:
            reader.process.sites -= 1
        return reader

    def close(self) -> None:
        for process in self._processes:
            process.close()


class _Process:
    """One limited process, started when it is first needed, and how many sites are read there."""

    def __init__(self, pack: Pack) -> None:
        self._pack = pack
        self.sites = 0
        self._thread = ThreadPoolExecutor(1)
        self._worker: Worker | None = None
        self._closed = False
        self._lock = threading.Lock()

    async def do(
        self, limits: Limits, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        """The function's result; raises what it raises, or WorkerCrash where it was too much for a fresh process."""
        return await asyncio.get_running_loop().run_in_executor(
            self._thread, lambda: self._do(limits, function, *args, **kwargs)
        )

    def _do(
        self, limits: Limits, function: Callable[Given, Result], *args: Given.args, **kwargs: Given.kwargs
    ) -> Result:
        worker = self._ready()
        fresh = worker.done == 1
        try:
            return worker.do_within(limits, function, *args, **kwargs)
        except WorkerCrash:
            worker.end()
            if fresh or self._closed:
                raise
            return self._ready().do_within(limits, function, *args, **kwargs)  # it may have been what was held there
        finally:
            if worker.peak > _FULL:
                worker.end()

    def _ready(self) -> Worker:
        with self._lock:
            if self._closed:
                raise WorkerCrash("the readers are closed")
            if self._worker is None or not self._worker.alive:
                self._worker = Worker(_SITE)
            worker = self._worker
        if not worker.done:
            worker.do(_prepare, self._pack)
        return worker

    def close(self) -> None:
        with self._lock:
            self._closed = True
            if self._worker is not None:
                self._worker.end()
        self._thread.shutdown(cancel_futures=True)


class _There:
    """A site's reader in one of the processes. Links travel once: they are the same on all pages of a site."""

    def __init__(self, process: _Process, site: Site) -> None:
        self.process, self._site = process, site
        self._missing: dict[str, bytes] = {}
        self._links: list[Link] = []
        self._shelf = 0

    async def recognise(self, question: Question) -> Recognised:
        fetch = question.fetch
        if fetch.original or fetch.screenshot:
            question = replace(question, fetch=replace(fetch, original=b"", screenshot=b""))
        while True:
            try:
                answer = await self.process.do(_PAGE, _recognise, self._site, question)
            except Forgotten as error:
                await self.process.do(_PAGE, _remember, self._site, self._missing[str(error)])
            except WorkerCrash:
                return Recognised(FetchStatus.TOO_HEAVY)
            else:
                return self._unpacked(answer)

    async def remember(self, missing: bytes) -> str:
        name = digest_of(missing)
        self._missing[name] = missing
        return name

    async def do(self, function: Callable[[bytes], Result], body: bytes) -> Result | None:
        try:
            return await self.process.do(_PAGE, function, body)
        except WorkerCrash:
            return None

    def _unpacked(self, answer: _Answer) -> Recognised:
        if answer.shelf != self._shelf:
            self._shelf, self._links = answer.shelf, []
        self._links += [Link(*fields) for fields in answer.new]
        numbers = array("I")
        numbers.frombytes(answer.numbers)
        return replace(answer.recognised, links=tuple([self._links[number] for number in numbers]))


# -- in the process that reads ---------------------------------------------------------------------------------------


_FIELDS = attrgetter(*(field.name for field in fields(Link)))


@dataclass(frozen=True, slots=True)
class _Answer:
    """What was recognised, its links as numbers; ``new`` are the links not told before, each as its fields."""

    recognised: Recognised
    shelf: int  # which numbers its links
    numbers: bytes
    new: tuple[tuple[Any, ...], ...]  # a tenth of the time that whole objects take to travel


class _Shelf:
    """What is held of one site."""

    def __init__(self, site: Site) -> None:
        from auditor.crawl.recogniser import Recogniser  # loaded here, where pages are read
        from auditor.readings import Readings

        self.readings = Readings()
        self.recogniser = Recogniser(site, self.readings.parse)
        self._number = secrets.randbits(63)
        self._told: dict[Link, int] = {}

    def answer(self, question: Question) -> _Answer:
        recognised = self.recogniser.recognise(question)
        before, told = len(self._told), self._told
        numbers = array("I", [told.setdefault(link, len(told)) for link in recognised.links])
        new = tuple([_FIELDS(link) for link in islice(told, before, None)])
        return _Answer(replace(recognised, links=()), self._number, numbers.tobytes(), new)


_SHELVES: dict[str, _Shelf] = {}
_PACKS: list[Pack] = []  # the one all sites of this process are judged by


def _prepare(pack: Pack) -> None:
    ready()
    _PACKS[:] = [pack]


def _shelf(site: Site) -> _Shelf:
    if site.id not in _SHELVES:
        _SHELVES[site.id] = _Shelf(site)
    return _SHELVES[site.id]


def _recognise(site: Site, question: Question) -> _Answer:
    answer = _shelf(site).answer(question)
    settle()  # what was read is kept to the end of its site, and makes no cycles
    return answer


def _remember(site: Site, missing: bytes) -> None:
    _shelf(site).recogniser.remember(missing)


def _forget(site_id: str) -> None:
    _SHELVES.pop(site_id, None)


def _assess(site_id: str, job: Job) -> Assessed:
    shelf = _SHELVES.pop(site_id, None)
    return assess(replace(job, pack=_PACKS[0]), shelf.readings if shelf is not None else None)


def _id_of(job: Job) -> str:
    return job.warc.name.removesuffix(".warc.gz")
