"""Which address to open next: the one that promises most for the indicators still open. Pure.

A link promises what its name claims of the indicators still open (``auditor.crawl.expectation``), and a little for its
place (menu before body), the words in its address and its depth. Pages and documents have budgets of their own. What
was never opened leaves with a reason.
"""

from __future__ import annotations

import heapq
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from auditor.crawl.address import Address, address_of, identity, of_theme
from auditor.crawl.expectation import Claims, Expectation, weaker
from auditor.crawl.media import viewed_file
from auditor.crawl.traps import Traps, turns_pages
from auditor.crawl.variants import Variants
from auditor.data import table
from auditor.language.labels import is_headline
from auditor.language.phrases import Phrases, normalise
from auditor.model import FetchRole, FetchStatus, Site, Skipped, Wanted
from auditor.observations import Link, Owner, Zone
from auditor.web.articles import looks_like_article
from auditor.web.hosts import own_folder, owner_of

_DATA = table("crawl")
_FOCUS = _DATA["focus"]
_CHANCE = _DATA["chance"]
_DOWNLOAD = frozenset(normalise(label) for label in _DATA["labels"]["download"])
_NEWS = Phrases(_DATA["labels"]["news"])
_NEWS_PAGE: str = _DATA["labels"]["news"][0]
_PLACE = {Zone.NAV: 0.35, Zone.HEADER: 0.25, Zone.MAIN: 0.15, Zone.FOOTER: 0.1, Zone.ASIDE: 0.05}
_FILMS = ("youtube.com", "youtu.be", "youtube-nocookie.com")
_YEAR = re.compile(r"\b20[0-4]\d\b")
_FAILS = "server gagal pada alamat-alamat yang serupa"
_NOTHING_SAID, _KEEPS_FILES = -1, -2  # of the page a link stands on, in place of what was claimed for it
_SECOND_THOUGHTS = (FetchStatus.FOREIGN_HOST, FetchStatus.TRAP)  # a better label may change the judgement


@dataclass(frozen=True, slots=True)
class Lead:
    """An address worth a request, and why."""

    url: str
    role: FetchRole
    label: str = ""
    parent: str = ""
    depth: int = 1
    base: float = 0.0  # promise by place, address and depth
    claims: Claims = ()
    article: bool = False
    hint: bool = False  # only a sitemap names it

    @property
    def document(self) -> bool:
        return self.role in (FetchRole.DOCUMENT, FetchRole.EXTERNAL)


class Frontier:
    """The addresses of one site that were seen, and the order in which they are opened."""

    def __init__(self, site: Site, phrases: Iterable[str], max_pages: int = 60, wanted: Sequence[Wanted] = ()) -> None:
        self._site = site
        self._sample = min(int(_FOCUS["article_sample"]), max(1, max_pages // int(_FOCUS["pages_per_article"])))
        self._expectation = Expectation(wanted, phrases)
        self._traps = Traps()
        self._variants = Variants()
        self._opened_for: dict[str, set[int]] = {}  # by identity of a page: the indicators its addresses claimed
        self._owners: dict[str, Owner] = {}  # by host
        self._leads: dict[str, Lead] = {}  # by identity; the best offer counts
        self._done: dict[str, str] = {}  # identity -> the address that was opened
        self._skipped: dict[str, Skipped] = {}  # by address
        self._heaps: dict[bool, list[tuple[float, int, str]]] = {False: [], True: []}
        self._articles: dict[str, None] = {}  # the sample, by identity
        self._posing: set[str] = set()  # patterns of downloads that turned out to be pages
        self._channels = 0
        self._dead_hints = 0  # in a row
        self._order = 0
        self._seen: set[tuple[str, str, str, int]] = set()  # the template repeats its links on every page
        self._abouts: dict[Claims, int] = {}  # what was claimed for pages, numbered

    # -- what was seen ---------------------------------------------------------------------------------------------

    def offer(self, link: Link, parent: str, depth: int, about: Claims = (), *, hint: bool = False) -> None:
        """Takes a link of an opened page, or a ``hint`` of a sitemap; ``about`` is what was claimed for that page."""
        self.offer_all((link,), parent, depth, about, hint=hint)

    def offer_all(
        self, links: Iterable[Link], parent: str, depth: int, about: Claims = (), *, hint: bool = False
    ) -> None:
        """Takes the links of an opened page, in its order.

        Of a page whose menu, header or footer a link stands in, it matters only whether documents are listed there.
        """
        main = self._abouts.setdefault(about, len(self._abouts)) if about else _NOTHING_SAID
        elsewhere = _KEEPS_FILES if self._expectation.keeps_files(about) else _NOTHING_SAID
        for link in links:
            seen = (link.url, link.context or link.label, link.section, main if link.zone is Zone.MAIN else elsewhere)
            if seen in self._seen:
                continue
            self._seen.add(seen)
            self._offer(link, parent, depth, about, hint)
            if "?" in link.url and (shown := viewed_file(link.url)):
                self._offer(replace(link, url=shown), parent, depth, about, hint)

    def _offer(self, link: Link, parent: str, depth: int, about: Claims, hint: bool) -> None:
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
        if hint and isinstance(lead, Lead):
            lead = replace(lead, hint=True) if lead.claims or not of_theme(url) else _of_theme(lead)
        if isinstance(lead, Skipped):
            self._leave(url, lead.reason, parent, lead.label, lead.detail)
            return
        if before is not None and not lead.claims:
            return
        known = self._leads.get(key)
        if known is not None:
            if known.url != url:
                self._leave(url, FetchStatus.DUPLICATE, parent, link.label, known.url)
            if self._promise(lead) <= self._promise(known):
                return
            lead = replace(lead, url=known.url, hint=lead.hint and known.hint)
        else:
            named = link.zone is Zone.NAV or bool(self._expectation.claims(link.name, link.section))
            shelf = self._expectation.keeps_files(about)
            trap = self._traps.met(url, bool(lead.claims), named=named and not turns_pages(link.name), shelf=shelf)
            if trap:
                self._leave(url, FetchStatus.TRAP, parent, lead.label, trap)
                return
        self._skipped.pop(url, None)
        self._leads[key] = lead
        self._push(key, lead)

    def _lead(self, link: Link, parent: str, depth: int, about: Claims) -> Lead | Skipped:
        url, name = link.url, link.name.strip()
        address = address_of(url)
        owner = self._owner(address)
        claims = self._claims(link, name, address.slug, about)
        label = name or address.slug
        own = owner is Owner.OWN
        role = FetchRole.PAGE
        if owner is Owner.STORAGE:
            if not claims or urlsplit(url).netloc.lower().removeprefix("www.") in _FILMS:
                return Skipped(url, FetchStatus.FOREIGN_HOST, parent, label)
            role = FetchRole.EXTERNAL
        elif not own:
            return self._outside(url, parent, label, claims, owner)
        elif address.useless:
            return Skipped(url, FetchStatus.WRONG_TYPE, parent, label)
        elif address.file or address.picture or (claims and self._is_download(link, address)):
            role = FetchRole.DOCUMENT
        article = role is FetchRole.PAGE and link.zone is not Zone.NAV and looks_like_article(url, name)
        base = _CHANCE["surroundings"] * (_PLACE[link.zone] + address.gain) - 0.08 * (depth - 1)
        if role is FetchRole.PAGE and not claims and _NEWS.any(name) and len(name) < 30:
            base += 0.4
        if article:
            base, claims = -0.4, weaker(claims, _CHANCE["article"])
            if len(self._articles) < self._sample and link.zone is Zone.MAIN:
                self._articles[address.identity] = None
                base = 0.1
            elif not claims or is_headline(name):
                return Skipped(url, FetchStatus.OUT_OF_BUDGET, parent, label, "berita di luar contoh")
        if address.pagination and turns_pages(name):
            base -= 0.3
        if role is not FetchRole.PAGE:
            base += _freshness(label) - (0.3 if address.picture else 0.0)
        return Lead(url, role, label, parent, depth, base, claims, article)

    def _owner(self, address: Address) -> Owner:
        """Whose an address is: its host's, but where the office has only a folder."""
        if own_folder(self._site):
            return owner_of(address.url, self._site)
        if address.host not in self._owners:
            self._owners[address.host] = owner_of(address.url, self._site)
        return self._owners[address.host]

    def _outside(self, url: str, parent: str, label: str, claims: Claims, owner: Owner) -> Lead | Skipped:
        channel = owner in (Owner.NATIONAL, Owner.KANWIL, Owner.MINISTRY)
        if not (claims and channel) or self._channels >= _FOCUS["channel_checks"]:
            return Skipped(url, FetchStatus.FOREIGN_HOST, parent, label)
        self._channels += 1
        return Lead(url, FetchRole.EXTERNAL, label, parent, 1, -0.2, weaker(claims, _CHANCE["outside"]))

    def _is_download(self, link: Link, address: Address) -> bool:
        own, url = normalise(link.label).split(" ")[0], address.url.lower()
        named = own in ("unduh", "download") or any(word in url for word in ("/download", "/unduh", "wpdmdl="))
        return named and address.pattern not in self._posing

    def _claims(self, link: Link, name: str, slug: str, about: Claims) -> Claims:
        """What a link claims by the first of its name, its address, the heading above and the page it stands on."""
        claims = self._expectation.claims
        if found := claims(name, link.section):
            return found
        if (not name or normalise(name) in _DOWNLOAD) and (found := claims(slug)):
            return weaker(found, _CHANCE["slug"])
        if link.section and (found := claims(link.section)):
            return weaker(found, _CHANCE["section"])
        return weaker(about, _CHANCE["about"]) if link.zone is Zone.MAIN else ()

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
            closed = self._closed(lead)
            if closed is not None:
                heapq.heappop(heap)
                del self._leads[key]
                self._skipped.setdefault(lead.url, closed)
                continue
            now = self._promise(lead)
            if -negative > now + 1e-9:
                heapq.heapreplace(heap, (-now, order, key))
                continue
            return now, key
        return None

    def _closed(self, lead: Lead) -> Skipped | None:
        """Why a lead is not worth its request any more, by what became of others like it; None while it is.

        What can only be a copy is opened all the same where it is named for something that its original was not.
        """
        same = self._variants.same_as(lead.url)
        if same and {number for number, _ in lead.claims} <= self._opened_for.get(identity(same), set()):
            return Skipped(lead.url, FetchStatus.COPY, lead.parent, lead.label[:300], same)
        if self._traps.hopeless(lead.url):
            return Skipped(lead.url, FetchStatus.SERVER_ERROR, lead.parent, lead.label[:300], _FAILS)
        closed = self._traps.closed(lead.url) if not lead.claims else ""
        if lead.hint and self._dead_hints >= int(_DATA["traps"]["dead_hints"]):
            closed = closed or "peta situs berisi alamat yang sudah tidak ada"
        return Skipped(lead.url, FetchStatus.TRAP, lead.parent, lead.label[:300], closed) if closed else None

    def _take(self, key: str) -> Lead:
        lead = self._leads.pop(key)
        self._done[key] = lead.url
        return lead

    def _promise(self, lead: Lead) -> float:
        gain = self._expectation.gain(lead.claims, lead.document)
        return lead.base + (gain * _CHANCE["file"] if lead.document else gain)

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

    def was_opened(self, url: str) -> bool:
        """Whether an address needs no request any more."""
        return identity(url) in self._done

    def news_known(self) -> None:
        """Notes that a feed or the site's API has told the news: their page has less left to tell."""
        self._expectation.opened(self._expectation.claims(_NEWS_PAGE), False)

    def page_after_all(self, lead: Lead) -> Lead:
        """The lead as the page it turned out to be; from here on its like are not taken for documents."""
        shape = address_of(lead.url).pattern
        if shape not in self._posing:
            self._posing.add(shape)
            for key, other in self._leads.items():
                address = address_of(other.url)
                if other.role is FetchRole.DOCUMENT and not address.file and address.pattern == shape:
                    self._leads[key] = replace(other, role=FetchRole.PAGE)
                    self._push(key, self._leads[key])
        return replace(lead, role=FetchRole.PAGE)

    def answer(self, lead: Lead, status: FetchStatus, *urls: str, original: str = "") -> None:
        """Notes how a lead ended; ``urls`` are the addresses it passed through, the page's own the last.

        ``original``: the page of which it turned out to be a copy. A copy settles nothing that was not settled.
        """
        self.mark_opened(*urls)
        if status is FetchStatus.OK:
            self._traps.lived(lead.url)
            page = next((url for url in reversed(urls) if url), lead.url)
            if not lead.document:
                self._variants.opened(lead.url, page, original)
                named = self._opened_for.setdefault(identity(original or page), set())
                named.update(number for number, _ in lead.claims)
            if not original:
                self._expectation.opened(lead.claims, lead.document)
        elif status.absent:
            self._traps.died(lead.url)
            self._try_twin(lead)
        elif status in (FetchStatus.SERVER_ERROR, FetchStatus.APPLICATION_ERROR):
            self._traps.failed(lead.url)
        if lead.hint:
            self._dead_hints = self._dead_hints + 1 if status.absent else 0

    def failing(self, lead: Lead) -> bool:
        """Whether the server has failed on an address like this one before: then it is asked but once."""
        return self._traps.failing(lead.url) > 0

    def _try_twin(self, lead: Lead) -> None:
        """Of two spellings of one address the other may live where the first is missing: "/index.php/a" and "/a"."""
        twin = next(
            (s for s in self._skipped.values() if s.reason is FetchStatus.DUPLICATE and s.detail == lead.url), None
        )
        if twin is not None:
            del self._skipped[twin.url]
            self._leads[twin.url] = replace(lead, url=twin.url)
            self._push(twin.url, self._leads[twin.url])

    def leave(self, lead: Lead, reason: FetchStatus, detail: str = "") -> None:
        """Notes that a lead was not opened after all."""
        self._leave(lead.url, reason, lead.parent, lead.label, detail)

    def _leave(self, url: str, reason: FetchStatus, parent: str, label: str, detail: str) -> None:
        self._skipped.setdefault(url, Skipped(url, reason, parent, label[:300], detail))

    def left(self, reason: FetchStatus = FetchStatus.OUT_OF_BUDGET) -> Iterator[Skipped]:
        """Everything that was seen and not opened, leads still waiting with the given reason."""
        yield from self._skipped.values()
        for lead in sorted(self._leads.values(), key=self._promise, reverse=True):
            yield self._closed(lead) or Skipped(lead.url, reason, lead.parent, lead.label[:300])


def _of_theme(lead: Lead) -> Skipped:
    return Skipped(lead.url, FetchStatus.OUT_OF_BUDGET, lead.parent, lead.label, "halaman contoh bawaan tema")


def _freshness(label: str) -> float:
    """A little more for what names a late year: of ten reports the newest decides."""
    years = [int(year) for year in _YEAR.findall(label)] if "20" in label else []
    return min(0.2, max(0, max(years) - 2018) * 0.02) if years else 0.0
