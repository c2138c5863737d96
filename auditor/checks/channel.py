"""Check kind ``channel``: a way to reach the office: its own page, or the national system that is the legal channel."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from urllib.parse import urlsplit

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import REST, content_of, live_sections, phrases_of
from auditor.checks.entries import count_entries
from auditor.checks.index import index_of
from auditor.checks.judgement import Judgement, judged, note
from auditor.checks.naming import matcher_of
from auditor.checks.page import judge as judge_page
from auditor.checks.targets import link_target
from auditor.data import table
from auditor.language.names import LabelMatcher
from auditor.language.phrases import Phrases
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Link, Observations, Owner, PageKind, Section, TargetState
from auditor.rules.pack import Pack
from auditor.rules.schema import ChannelQuality, ListingQuality, Rule
from auditor.web.hosts import host_of, listed

_MESSENGERS = ("wa.me/", "api.whatsapp.com/", "t.me/")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+62|\b0)[\d ()-]{8,16}\d")  # written out, not linked
_HOME_PATHS = table("hosts")["channel_homes"]
_CLEAR = 0.6  # strength of a link that is named as the channel, not beside other things
_COUNTING = ListingQuality(full_items=1)


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``channel`` rule."""
    quality = rule.quality
    assert isinstance(quality, ChannelQuality)
    judgements = list(_national(observations, quality, phrases_of(tuple(rule.match.labels))))
    for candidate in candidates(observations, rule):
        link = candidate.link
        if link is not None and _one_of(host_of(link.url), (*quality.hosts, *quality.named_hosts)):
            continue  # judged above
        judgements += _own(observations, candidate, quality, pack, matcher_of(rule.match))
    if quality.banner is not Outcome.MISSING:
        judgements += _banners(observations, matcher_of(rule.match), quality)
    return conclude(observations, rule, judgements)


def _banners(observations: Observations, names: LabelMatcher, quality: ChannelQuality) -> Iterator[Judgement]:
    """Pictures anywhere on the site that carry the name ("Stop Gratifikasi") and lead nowhere."""
    for page in observations.pages:
        if page.kind is PageKind.NEWS_ARTICLE:
            continue
        for image in page.images:
            if image.alt and not image.broken and names.match(image.alt):
                candidate = Candidate(image.alt, 0.9, page)
                yield judged(candidate, quality.banner, "found", "banner", image.alt, Confidence.LOW)
                return


@lru_cache(maxsize=8_192)
def _one_of(host: str, hosts: tuple[str, ...]) -> bool:
    return listed(host.split(":")[0], hosts)


def _national(observations: Observations, quality: ChannelQuality, names: Phrases) -> Iterator[Judgement]:
    """Links to the national channels, wherever on the site they stand."""
    always = tuple(quality.hosts)
    every = (*always, *quality.named_hosts)
    for named in index_of(observations).leading_to(lambda host: _one_of(host, every)):
        link = named.link
        host = host_of(link.url)
        if not _one_of(host, always) and not names.any(named.name):
            continue
        target = link_target(observations, link)
        candidate = Candidate(named.name, 1.0, named.page, link, target)
        parts = urlsplit(link.url)
        if target.state is TargetState.DEAD:
            yield judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
        elif quality.deep and parts.path.strip("/") in _HOME_PATHS and not parts.query:
            yield judged(candidate, Outcome.PARTIAL, "found", "channel_home", link.url, host=host)
        else:
            confidence = Confidence.HIGH if target.state.works else Confidence.MEDIUM
            yield judged(candidate, quality.host_outcome, "found", "channel", link.url, confidence, host=host)


def _own(
    observations: Observations, candidate: Candidate, quality: ChannelQuality, pack: Pack, names: LabelMatcher
) -> Iterator[Judgement]:
    page, target = candidate.page, candidate.target
    app = target is not None and target.state is TargetState.LOGIN and target.owner in (Owner.OWN, Owner.UNKNOWN)
    if app or (page is not None and page.kind is PageKind.LOGIN):
        yield judged(candidate, quality.app, "found", "app")
        return
    for found in judge_page(observations, candidate, quality, pack, names):
        if found.key == "outside" and candidate.strength >= _CLEAR:
            found = replace(found, outcome=quality.outside, confidence=Confidence.LOW)
        short = quality.items and found.outcome is Outcome.COMPLETE and found.candidate.document is None
        yield replace(found, outcome=Outcome.PARTIAL) if short else found
    content = content_of(candidate)
    if content.put_off and content.words < REST:
        return  # all of it is yet to come: a telephone number beside it is no service
    if page is None or not page.kind.readable or page.kind is PageKind.PLACEHOLDER:
        return
    written = _CONTACT.search(page.text[:2000])
    reach = next((link.name or link.raw for link in page.own_links if _reaches(link)), written[0] if written else "")
    if reach and candidate.section is None:
        yield judged(candidate, Outcome.PARTIAL, "found", "reach", reach, Confidence.MEDIUM)
    services = max(
        content.items,
        count_entries(observations, content.links, page, _COUNTING, content.records).expected,
        max((len(table.rows) for table in page.tables), default=0),
        _services(live_sections(page)),
    )
    if quality.items and services >= min(quality.items, 2):
        full = services >= quality.items
        outcome, key = (Outcome.COMPLETE, "items") if full else (Outcome.PARTIAL, "items_few")
        quote = "; ".join(link.name for link in content.links[:5]) if full else ""
        reason = note("found", key, label=candidate.label, items=services, wanted=quality.items)
        yield Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM)


def _reaches(link: Link) -> bool:
    """Whether a link of a page's own content starts a message or a call."""
    return link.raw.lower().startswith(("mailto:", "tel:", "whatsapp:")) or any(
        host in link.raw for host in _MESSENGERS
    )


def _services(sections: Sequence[Section]) -> int:
    """Headings, accordion titles and bold names that each lead some text of their own: one service each."""
    ranks = Counter(s.level for s in sections if s.level >= 2 and len(s.text.split()) >= 3 and len(s.heading) <= 120)
    return max(ranks.values(), default=0)
