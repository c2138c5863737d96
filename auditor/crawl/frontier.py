"""Which address to open next: the one that promises most for the indicators still open. Pure.

A link is judged by its label (matched against the phrases the rules look for, heaviest first), its place (menu before
body), the words in its address and its depth; a phrase that several opened pages already answer promises less. Pages
and documents have budgets of their own. What was never opened leaves with a reason.
"""

from __future__ import annotations

import heapq
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from auditor.crawl.media import is_file_address, is_picture_address, is_useless_address, viewed_file
from auditor.crawl.traps import Traps, identity, is_pagination
from auditor.data import table
from auditor.labels import is_headline
from auditor.model import FetchRole, FetchStatus, Site, Skipped
from auditor.observations import Link, Owner, Zone
from auditor.phrases import Phrases, normalise
from auditor.read.articles import looks_like_article
from auditor.read.hosts import owner_of

_DATA = table("crawl")
_PATHS: dict[str, float] = _DATA["paths"]
_FOCUS = _DATA["focus"]
_DOWNLOAD = frozenset(normalise(label) for label in _DATA["labels"]["download"])
_NEWS = Phrases(_DATA["labels"]["news"])
_PLACE = {Zone.NAV: 0.35, Zone.HEADER: 0.25, Zone.MAIN: 0.15, Zone.FOOTER: 0.1, Zone.ASIDE: 0.05}
_FILMS = ("youtube.com", "youtu.be", "youtube-nocookie.com")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_SLUG = re.compile(r"[-_/.+\s]+")
_SECOND_THOUGHTS = (FetchStatus.FOREIGN_HOST, FetchStatus.TRAP)  # a better label may change the judgement
_AGAIN = 0.55  # what is left of a phrase's promise with each page that already answered it


@dataclass(frozen=True, slots=True)
class Lead:
    """An address worth a request, and why."""

    url: str
    role: FetchRole
    label: str = ""
    parent: str = ""
    depth: int = 1
    base: float = 0.0  # gain by place, address and depth
    match: float = 0.0  # gain by the phrase, before it is answered elsewhere
    phrase: str = ""
    article: bool = False

    @property
    def document(self) -> bool:
        return self.role in (FetchRole.DOCUMENT, FetchRole.EXTERNAL)


class Frontier:
    """The addresses of one site that were seen, and the order in which they are opened."""

    def __init__(self, site: Site, phrases: Iterable[str], max_pages: int = 60) -> None:
        self._site = site
        self._sample = min(int(_FOCUS["article_sample"]), max(2, max_pages // int(_FOCUS["pages_per_article"])))
        ordered = tuple(phrases)
        self._phrases = Phrases(ordered)
        self._rank = {phrase: at / max(1, len(ordered)) for at, phrase in reversed(tuple(enumerate(ordered)))}
        self._traps = Traps()
        self._leads: dict[str, Lead] = {}  # by identity; the best offer counts
        self._done: dict[str, str] = {}  # identity -> the address that was opened
        self._skipped: dict[str, Skipped] = {}  # by address
        self._heaps: dict[bool, list[tuple[float, int, str]]] = {False: [], True: []}
        self._answered: Counter[str] = Counter()
        self._articles: dict[str, None] = {}  # the sample, by identity
        self._channels = 0
        self._order = 0
        self._seen: set[tuple[str, str, str, str]] = set()  # the template repeats its links on every page
        self._judged = lru_cache(maxsize=20_000)(self._judge)

    # -- what was seen ---------------------------------------------------------------------------------------------

    def offer(self, link: Link, parent: str, depth: int, about: str = "") -> None:
        """Takes a link of an opened page; ``about`` is the phrase that led to that page."""
        seen = (link.url, link.name, link.section, about)
        if seen in self._seen:
            return
        self._seen.add(seen)
        shown = viewed_file(link.url)
        for url in (link.url, shown):
            if url:
                self._offer(replace(link, url=url), parent, depth, about)

    def _offer(self, link: Link, parent: str, depth: int, about: str) -> None:
        url = link.url
        key = identity(url)
        if key in self._done:
            if self._done[key] != url:
                self._leave(url, FetchStatus.DUPLICATE, parent, link.label, self._done[key])
            return
        before = self._skipped.get(url)
        if before is not None and before.reason not in _SECOND_THOUGHTS:
            return
        lead = self._lead(link, parent, depth, about)
        if isinstance(lead, Skipped):
            self._leave(url, lead.reason, parent, lead.label, lead.detail)
            return
        if before is not None and not lead.phrase:
            return
        known = self._leads.get(key)
        if known is not None:
            if known.url != url:
                self._leave(url, FetchStatus.DUPLICATE, parent, link.label, known.url)
            if self._promise(lead) <= self._promise(known):
                return
            lead = replace(lead, url=known.url)
        else:
            trap = self._traps.met(url, bool(lead.phrase))
            if trap:
                self._leave(url, FetchStatus.TRAP, parent, lead.label, trap)
                return
        self._skipped.pop(url, None)
        self._leads[key] = lead
        self._push(key, lead)

    def _lead(self, link: Link, parent: str, depth: int, about: str) -> Lead | Skipped:
        url, name = link.url, link.name.strip()
        owner = owner_of(url, self._site)
        slug = _slug(url)
        phrase, match = self._judged(name)
        if not phrase and (not name or normalise(name) in _DOWNLOAD):
            phrase, match = self._judged(slug)
            match *= 0.7
        if not phrase and link.section:
            phrase, match = self._judged(link.section)
            match *= 0.4
        if not phrase and about and link.zone is Zone.MAIN:
            phrase, match = about, 0.2
        label = name or slug
        own = owner is Owner.OWN
        role = FetchRole.PAGE
        if owner is Owner.STORAGE:
            if not phrase or urlsplit(url).netloc.lower().removeprefix("www.") in _FILMS:
                return Skipped(url, FetchStatus.FOREIGN_HOST, parent, label)
            role = FetchRole.EXTERNAL
        elif not own:
            return self._outside(url, parent, label, phrase, owner)
        elif is_useless_address(url):
            return Skipped(url, FetchStatus.WRONG_TYPE, parent, label)
        elif is_file_address(url) or is_picture_address(url) or (phrase and _is_download(link, url)):
            role = FetchRole.DOCUMENT
        article = role is FetchRole.PAGE and link.zone is not Zone.NAV and looks_like_article(url, name)
        base = _PLACE[link.zone] + _path_gain(url) - 0.08 * (depth - 1)
        if role is FetchRole.PAGE and not phrase and _NEWS.any(name) and len(name) < 30:
            base += 0.4
        if article:
            base, match = -0.4, match * 0.3
            if len(self._articles) < self._sample and link.zone is Zone.MAIN:
                self._articles[identity(url)] = None
                base = 0.1
            elif not phrase or is_headline(name):
                return Skipped(url, FetchStatus.OUT_OF_BUDGET, parent, label, "berita di luar contoh")
        if is_pagination(url):
            base -= 0.3
        if role is not FetchRole.PAGE:
            base += _freshness(label) - (0.3 if is_picture_address(url) else 0.0)
        return Lead(url, role, label, parent, depth, base, match, phrase, article)

    def _outside(self, url: str, parent: str, label: str, phrase: str, owner: Owner) -> Lead | Skipped:
        channel = owner in (Owner.NATIONAL, Owner.KANWIL, Owner.MINISTRY)
        if not (phrase and channel) or self._channels >= _FOCUS["channel_checks"]:
            return Skipped(url, FetchStatus.FOREIGN_HOST, parent, label)
        self._channels += 1
        return Lead(url, FetchRole.EXTERNAL, label, parent, 1, -0.2, 0.3, phrase)

    def _judge(self, text: str) -> tuple[str, float]:
        """The heaviest phrase in a text and what it promises, 0 to 1.3: more when the text says nothing else."""
        hits = self._phrases.hits(text)
        if not hits:
            return "", 0.0
        best = min(hits, key=lambda hit: (self._rank.get(hit.phrase, 1.0), -(hit.end - hit.start)))
        words = len(normalise(text).split())
        share = min(1.0, len(normalise(best.phrase).split()) / max(1, words))
        value = (1.0 - 0.5 * self._rank.get(best.phrase, 1.0)) * (0.35 + 0.65 * share)
        return best.phrase, value + (0.3 if share > 0.7 else 0.0)

    # -- what comes next -------------------------------------------------------------------------------------------

    def next(self, pages_left: int, documents_left: int) -> Lead | None:
        """The most promising address within the budgets that are left; None when there is none."""
        if pages_left > 0:
            due = [key for key in self._articles if key in self._leads]
            if due and pages_left <= len(due):
                return self._take(due[0])
        tops = [(self._top(kind), kind) for kind, left in ((False, pages_left), (True, documents_left)) if left > 0]
        best = max((top for top, _ in tops if top is not None), default=None)
        return self._take(best[1]) if best is not None else None

    def _top(self, kind: bool) -> tuple[float, str] | None:
        """The best lead of a kind with its promise as it stands now (promises only ever fall)."""
        heap = self._heaps[kind]
        while heap:
            negative, order, key = heap[0]
            lead = self._leads.get(key)
            if lead is None or lead.document is not kind:
                heapq.heappop(heap)
                continue
            closed = self._traps.closed(lead.url) if not lead.phrase else ""
            if closed:
                heapq.heappop(heap)
                del self._leads[key]
                self._leave(lead.url, FetchStatus.TRAP, lead.parent, lead.label, closed)
                continue
            now = self._promise(lead)
            if -negative > now + 1e-9:
                heapq.heapreplace(heap, (-now, order, key))
                continue
            return now, key
        return None

    def _take(self, key: str) -> Lead:
        lead = self._leads.pop(key)
        self._done[key] = lead.url
        return lead

    def _promise(self, lead: Lead) -> float:
        return lead.base + lead.match * _AGAIN ** self._answered[lead.phrase]

    def _push(self, key: str, lead: Lead) -> None:
        self._order += 1
        heapq.heappush(self._heaps[lead.document], (-self._promise(lead), self._order, key))

    # -- what came of it -------------------------------------------------------------------------------------------

    def mark_opened(self, *urls: str) -> None:
        """Notes addresses that need no request of their own (the home page, hops of a redirect)."""
        for url in urls:
            key = identity(url)
            self._done.setdefault(key, url)
            self._leads.pop(key, None)

    def answer(self, lead: Lead, status: FetchStatus, *urls: str) -> None:
        """Notes how a lead ended; ``urls`` are the addresses it passed through."""
        self.mark_opened(*urls)
        if status is FetchStatus.OK:
            self._traps.lived(lead.url)
            if lead.phrase:
                self._answered[lead.phrase] += 1
        elif status.absent:
            self._traps.died(lead.url)

    def leave(self, lead: Lead, reason: FetchStatus, detail: str = "") -> None:
        """Notes that a lead was not opened after all."""
        self._leave(lead.url, reason, lead.parent, lead.label, detail)

    def _leave(self, url: str, reason: FetchStatus, parent: str, label: str, detail: str) -> None:
        self._skipped.setdefault(url, Skipped(url, reason, parent, label[:300], detail))

    def left(self, reason: FetchStatus = FetchStatus.OUT_OF_BUDGET) -> Iterator[Skipped]:
        """Everything that was seen and not opened, leads still waiting with the given reason."""
        yield from self._skipped.values()
        for lead in sorted(self._leads.values(), key=self._promise, reverse=True):
            yield Skipped(lead.url, reason, lead.parent, lead.label[:300])


@lru_cache(maxsize=20_000)
def _slug(url: str) -> str:
    """The words of an address's last part, which stand in for a missing label: "laporan kinerja 2025"."""
    path = unquote(urlsplit(url).path).rstrip("/").rsplit("/", 1)[-1]
    return _SLUG.sub(" ", path.rsplit(".", 1)[0] if is_file_address(url) else path).strip()


@lru_cache(maxsize=20_000)
def _path_gain(url: str) -> float:
    parts = urlsplit(url.lower())
    words = set(
        re.split(r"[/?&=._]", f"{parts.netloc.split('.')[0]}/{unquote(parts.path)}/{parts.query}{parts.fragment}")
    )
    words |= {piece for word in words for piece in word.split("-")}
    gains = [_PATHS[word] for word in words if word in _PATHS]
    return max((g for g in gains if g > 0), default=0.0) + min((g for g in gains if g < 0), default=0.0)


def _is_download(link: Link, url: str) -> bool:
    own = normalise(link.label).split(" ")[0]
    return own in ("unduh", "download") or any(word in url.lower() for word in ("/download", "/unduh", "wpdmdl="))


def _freshness(label: str) -> float:
    """A little more for what names a late year: of ten reports the newest decides."""
    years = [int(year) for year in _YEAR.findall(label)]
    return min(0.2, max(0, max(years) - 2018) * 0.02) if years else 0.0
