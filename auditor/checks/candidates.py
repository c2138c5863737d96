"""The places on a site that speak of a rule: links, pages, sections, files and pictures that carry one of its names."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from auditor.checks.index import Index, file_name, index_of, once_a_site
from auditor.checks.naming import BOTH, MIN_STRENGTH, elsewhere_of, matcher_of, strength_of
from auditor.checks.targets import link_target
from auditor.data import table
from auditor.language.labels import core, is_headline
from auditor.language.names import LabelMatcher
from auditor.language.phrases import Phrases
from auditor.observations import Document, Link, Observations, Owner, Page, PageKind, Section, Target
from auditor.rules.schema import Rule

_CONTAINERS = Phrases(table("anatomy")["containers"]["labels"])
_ANNOUNCED = 0.6  # strength of an announcement
_WHOLE_KIND, _OF_KIND = 0.95, 0.9  # a field that says nothing else, and what of its strength is the file's


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that carries a rule's name, and what there is to judge behind it."""

    label: str
    strength: float
    on: Page  # where it was seen
    link: Link | None = None
    target: Target | None = None
    page: Page | None = None
    section: Section | None = None
    document: Document | None = None
    #: the content itself carries the name, not only a link to it
    named: bool = False
    #: recognised by a name of another page that sometimes holds the content
    elsewhere: bool = False
    #: an announcement, for the rules that ask for announcements
    announced: bool = False

    @property
    def url(self) -> str:
        if self.document is not None:
            return self.document.url
        if self.page is not None:
            return self.page.url
        return (self.link.url if self.link is not None else "") or self.on.url


@once_a_site
def _asked_for(observations: Observations) -> dict[int, tuple[Rule, list[Candidate]]]:
    """The candidates that were asked for, by the rule's identity."""
    return {}


def candidates(observations: Observations, rule: Rule) -> list[Candidate]:
    """Everything that carries one of a rule's names, best first, each place once."""
    asked_for = _asked_for(observations)
    known = asked_for.get(id(rule))
    if known is None or known[0] is not rule:
        known = asked_for[id(rule)] = (rule, _candidates(index_of(observations), rule))
    return list(known[1])


def _candidates(index: Index, rule: Rule) -> list[Candidate]:
    names = matcher_of(rule.match)
    found = _found(index, names, bool(rule.match.under))
    if rule.match.elsewhere:
        for other in _found(index, elsewhere_of(rule.match), False):
            if _own_content(other) and (other.link is None or core(other.link.name)):  # its name, not a heading's
                found.append(replace(other, elsewhere=True, strength=other.strength * 0.9))
    if rule.check == "document":
        found += _kinds(index, names)
    if rule.match.announcements:
        found += _announced(index.observations, names)
    best: dict[tuple[str, str, str], Candidate] = {}
    for candidate in found:
        dead_end = candidate.page is None and candidate.document is None and candidate.section is None
        heading = candidate.section.heading if candidate.section is not None else ""
        key = (candidate.url, heading, candidate.label if dead_end else "")
        known = best.get(key)
        if known is None or (candidate.strength, candidate.named) > (known.strength, known.named):
            best[key] = candidate
    return sorted(best.values(), key=lambda c: (-c.strength, not c.named, c.url, c.label))


def _announced(observations: Observations, names: LabelMatcher) -> Iterator[Candidate]:
    """The pages of announcements whose title carries a name, however much else it says; what they hold decides."""
    pages = {page.url: page for page in observations.pages}
    for item in observations.news.announcements:
        page = pages.get(item.url)
        if page is not None and page.kind.readable and names.match(item.title) is not None:
            yield Candidate(
                item.title, _ANNOUNCED, page, None, observations.target(page.url), page, named=True, announced=True
            )


def _own_content(candidate: Candidate) -> bool:
    target = candidate.target
    return target is None or (target.owner in (Owner.OWN, Owner.UNKNOWN, Owner.STORAGE) and target.state.works)


def _found(index: Index, names: LabelMatcher, under: bool) -> list[Candidate]:
    pages, links = _pages(index, names), _links(index, names)
    return [*pages, *links, *_sections(index, names, under), *_documents(index, names)]


def news_about(observations: Observations, rule: Rule) -> Iterator[tuple[str, Page]]:
    """News articles that mention the rule's thing in their title: never evidence, but worth saying so."""
    names, labels = matcher_of(rule.match), Phrases(rule.match.labels)
    for page in observations.pages:
        if page.kind is PageKind.NEWS_ARTICLE:
            title = page.h1 or page.title
            if names.match(title) or labels.any(title):
                yield title, page


def _match(names: LabelMatcher, index: Index, name: str, context: tuple[str, ...]) -> float:
    strength, _ = strength_of(names, name, context)
    if strength < 1.0:
        bare = index.without_office(name)
        if bare != name:
            strength = max(strength, strength_of(names, bare, context)[0])
    return strength


def _pages(index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for page, context in index.named_pages.of(names):
        own = max((_match(names, index, name, context) for name in {page.h1, page.title} if name), default=0.0)
        led = _match(names, index, page.trail[-1], context) if page.trail else 0.0
        strength = max(own, led)
        if strength >= MIN_STRENGTH:
            label = page.trail[-1] if led > own else page.h1 or page.title
            target = index.observations.target(page.url)
            yield Candidate(label, strength, page, None, target, page, named=own >= MIN_STRENGTH)


def _links(index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for named in index.named_links.of(names):
        strength = _match(names, index, named.name, named.context)
        if strength < MIN_STRENGTH:
            continue
        link, target = named.link, link_target(index.observations, named.link)
        if not link.url and not link.leaf:
            continue  # opens a sub-menu
        page = target.page
        if page is not None and page.kind is PageKind.NEWS_ARTICLE and is_headline(named.name):
            continue
        yield Candidate(named.name, strength, named.page, link, target, page, None, target.document)


def _sections(index: Index, names: LabelMatcher, under: bool) -> Iterator[Candidate]:
    for page, section, context in index.named_sections.of(names):
        strength, weak = strength_of(names, section.heading, context)
        if (
            weak
            and not under
            and page.kind is not PageKind.HOME
            and not _CONTAINERS.any(" / ".join((page.h1, page.title, *page.trail[-1:])))
            and not any(names.match(part, context) for part in BOTH.split(page.h1 or page.title)[:6] if part)
        ):
            continue  # "Prosedur" inside a page on something else
        if strength >= MIN_STRENGTH and not is_headline(section.heading):
            target = index.observations.target(page.url)
            yield Candidate(section.heading, strength, page, None, target, page, section, named=True)


def _kinds(index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    """The files of entries called otherwise, of which a field says a name and nothing else: "Surat Keputusan"."""
    for page, record, kind in index.named_kinds.of(names):
        strength = strength_of(names, kind, page.trail)[0]
        if strength < _WHOLE_KIND or names.excludes(record.title):
            continue
        for link in record.links:
            target = link_target(index.observations, link)
            if target.document is not None:
                label = f"{kind}: {record.title}"
                yield Candidate(label, strength * _OF_KIND, page, link, target, document=target.document)


def _documents(index: Index, names: LabelMatcher) -> Iterator[Candidate]:
    for document, seen_on, given, context in index.named_documents.of(names):
        if given and all(names.excludes(name) for name in given):
            continue  # its links say that it is something else
        for name in (document.title, file_name(document.url)):
            strength = _match(names, index, name, context) * 0.9 if name else 0.0
            if strength >= MIN_STRENGTH:
                yield Candidate(name, strength, seen_on, document=document, named=True)
                break
