"""What could not be seen, and might hold what is looked for: with it open, nothing is called absent."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote

from auditor.checks.index import Carriers, once_a_site
from auditor.checks.judgement import note, status_label, unseen
from auditor.checks.naming import matcher_of
from auditor.checks.targets import link_target, own_elsewhere
from auditor.data import table
from auditor.language.labels import core
from auditor.language.names import LabelMatcher
from auditor.language.phrases import normalised
from auditor.language.streams import address
from auditor.model import Confidence, FetchStatus, Verdict
from auditor.observations import Observations, Owner, PageKind, Target, first_links
from auditor.rules.schema import Rule
from auditor.web.articles import looks_like_article
from auditor.web.hosts import host_of, owner_of

#: From this share of failed own pages, an absence is no longer certain.
BLIND_SHARE = 0.34
_SHELF_WORDS = 5
_FEW_PAGES = 4  # fewer were opened: hardly a site
_CLEAR = 0.5  # strength with which an unopened address must carry the name
_OUR_CHOICE = (FetchStatus.OUT_OF_BUDGET, FetchStatus.TRAP)
_NO_PPID_MATTER = ("Profil", "Saluran & kontak")
_MENUS = frozenset(normalised(name) for kind in ("labels", "menus") for name in table("anatomy")["hubs"][kind])
_HUBS = frozenset(normalised(name) for name in table("anatomy")["hubs"]["labels"])
_PEOPLE = frozenset(normalised(name) for name in table("anatomy")["hubs"]["people"])
_SHELVES = _HUBS | _PEOPLE
_Left = tuple[str, str, FetchStatus]  # label, address, why it was not opened


def unread(observations: Observations) -> Verdict | None:
    """UNCHECKED with its cause where nothing of the site's own content was read, else None."""
    cause = observations.unread
    if cause is None:
        return None
    key = "javascript" if cause is FetchStatus.NEEDS_JAVASCRIPT else "nothing_read"
    return unseen(cause, note("unchecked", key, reason=status_label(cause)))


def blind_spot(observations: Observations, rule: Rule) -> Verdict | None:
    """UNCHECKED where so much could not be seen that an absence proves nothing, else None."""
    return unread(observations) or _other_host(observations, rule) or _mostly_failed(observations)


def lead_left(observations: Observations, rule: Rule) -> Verdict | None:
    """UNCHECKED where an address or a menu of the rule's name, or a shelf of all kinds, was never opened; else None."""
    shut = _leads(observations).shut
    if shut:
        return unseen(FetchStatus.NEEDS_JAVASCRIPT, note("unchecked", "shut_menu", label=shut))
    for label, status in _named(observations, rule):
        return unseen(status, note("unchecked", "link", label=label, reason=status_label(status)))
    return None


def certainty(observations: Observations) -> Confidence:
    """How sure an absence is: what was left unopened by budget or as a trap takes the last of certainty."""
    if observations.pages_opened < _FEW_PAGES:
        return Confidence.LOW
    awaited = any(page.awaits for page in observations.pages)
    left = awaited or any(not _is_menu(observations, url) for _, url, _ in _leads(observations).left)
    return Confidence.MEDIUM if left else Confidence.HIGH


def _is_menu(observations: Observations, url: str) -> bool:
    """Whether what was not seen is part of a page that was: a menu of the home page."""
    page = next((page for page in observations.pages if page.url == url), None)
    if page is None or page.status is not FetchStatus.OK:
        return False
    return page.kind is PageKind.HOME or not page.awaits


class _Leads:
    """The own addresses of a site that nobody saw, news left aside, by the names they carry."""

    def __init__(self, observations: Observations) -> None:
        self.left = tuple(_left(observations))
        self.shut = ""  # the first menu that nobody opened
        self._named = Carriers[int]()
        self._hubs: list[int] = []  # shelves of all kinds, of use to every rule
        for number, (label, url, status) in enumerate(self.left):
            names = [name for name in (label, _slug(url)) if name]
            self._named.add(number, *names)
            if any(normalised(core(name)) in _SHELVES for name in names):
                self._hubs.append(number)
            if status is FetchStatus.NEEDS_JAVASCRIPT and not self.shut and normalised(core(label)) in _MENUS:
                self.shut = label if _is_menu(observations, url) else ""

    def of(self, names: LabelMatcher) -> Iterator[_Left]:
        """What might carry a rule's name, in the order of the site."""
        return (self.left[number] for number in sorted({*self._named.of(names), *self._hubs}))


_leads = once_a_site(_Leads)


def _left(observations: Observations) -> Iterator[_Left]:
    for label, url, status in observations.unseen:
        own = owner_of(url, observations.site) in (Owner.OWN, Owner.STORAGE)
        if own and not status.absent and not looks_like_article(url, label):
            yield label, url, status
    yield from elsewhere(observations)


@lru_cache(maxsize=4096)
def _shelf(label: str) -> str:
    """The shelf a short label names or begins with ("PPID Informasi Publik" -> "ppid"), "" for none."""
    words = normalised(core(label)).split()
    begins = (" ".join(words[:end]) for end in range(len(words), 0, -1))
    return next((name for name in begins if name in _HUBS), "") if len(words) <= _SHELF_WORDS else ""


@once_a_site
def elsewhere(observations: Observations) -> tuple[_Left, ...]:
    """What may stand on the office's own other host, which nobody registered and nobody opened.

    That is whatever leads to a host named after the office, a shelf whose entries mostly do, and a shelf of the home
    page on any other host.
    """
    every = {link.url: link for _, links in first_links(observations.pages) for link in links}
    away = {url for url, link in every.items() if own_elsewhere(observations, link)}
    found: list[_Left] = []
    for page in observations.pages:
        left = [link.url in away for link in page.own_links if link.url] if away else []
        shelf = _shelf(page.h1 or (page.trail[-1] if page.trail else "")) if sum(left) * 2 > len(left) else ""
        if shelf:
            found.append((shelf.upper(), page.url, FetchStatus.FOREIGN_HOST))
        at_home = page.kind is PageKind.HOME
        for link in page.links if away or at_home else ():
            if not link.url or not link.name:
                continue
            shelf = _shelf(link.label) if at_home and _is_strange(link_target(observations, link)) else ""
            if shelf:
                found.append((shelf.upper(), link.url, FetchStatus.FOREIGN_HOST))
            elif link.url in away:
                found.append((link.name, link.url, FetchStatus.FOREIGN_HOST))
    return tuple(found)


def _is_strange(target: Target) -> bool:
    return target.owner is Owner.EXTERNAL and not target.state.works and not target.state.broken


def _named(observations: Observations, rule: Rule) -> Iterator[tuple[str, FetchStatus]]:
    names = matcher_of(rule.match)
    shelves = _SHELVES if getattr(rule.quality, "people", 0) else _HUBS
    for label, url, status in _leads(observations).of(names):
        for name in (label, _slug(url)):
            found = names.match(name) if name and not names.excludes(name) else None
            if (found is not None and found.strength >= _CLEAR) or normalised(core(name)) in shelves:
                yield label or name, status
                break


@lru_cache(maxsize=8192)
def _slug(url: str) -> str:
    """The words of an address's last part."""
    last = unquote(address(url).path).rstrip("/").rsplit("/", 1)[-1]
    return " ".join(last.rsplit(".", 1)[0].replace("-", " ").replace("_", " ").split())


def _other_host(observations: Observations, rule: Rule) -> Verdict | None:
    """UNCHECKED for what belongs on a PPID host of its own that did not open."""
    ppid = host_of(observations.site.ppid_url)
    if not ppid or ppid == host_of(observations.site.url) or rule.category in _NO_PPID_MATTER:
        return None
    failed = [status for _, url, status in observations.unseen if host_of(url) == ppid and status not in _OUR_CHOICE]
    if not failed or any(host_of(page.url) == ppid for page in observations.pages):
        return None
    return unseen(failed[0], note("unchecked", "link", label="situs PPID", reason=status_label(failed[0])))


@once_a_site
def _mostly_failed(observations: Observations) -> Verdict | None:
    """UNCHECKED where a third of what was asked for did not open."""
    hosts = {host_of(observations.site.url), host_of(observations.site.ppid_url)} - {""}
    opened = {page.url for page in observations.pages}
    failed = {
        url: status
        for _, url, status in observations.unseen
        if status not in _OUR_CHOICE and host_of(url) in hosts and url not in opened
    }
    asked = observations.pages_opened + len(failed)
    if not failed or len(failed) / max(asked, 1) < BLIND_SHARE:
        return None
    cause = Counter(failed.values()).most_common(1)[0][0]
    return unseen(cause, note("unchecked", "blind", failed=len(failed), asked=asked))
