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
from auditor.checks.judgement import Judgement, note
from auditor.checks.naming import matcher_of
from auditor.checks.page import judge as judge_page
from auditor.checks.targets import link_target
from auditor.language.names import LabelMatcher
from auditor.language.phrases import Phrases
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import Link, Observations, Owner, PageKind, Section, Table, TargetState
from auditor.rules.pack import Pack
from auditor.rules.schema import ChannelQuality, ListingQuality, Rule
from auditor.web.hosts import host_of

_MESSENGERS = ("wa.me/", "api.whatsapp.com/", "t.me/")
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|(?:\+62|\b0)[\d ()-]{8,16}\d")  # written out, not linked
_CLEAR = 0.6  # strength of a link that is named as the channel, not beside other things
_COUNTING = ListingQuality(full_items=1)


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``channel`` rule."""
    quality = rule.quality
    assert isinstance(quality, ChannelQuality)
    judgements = list(_national(observations, quality, phrases_of(tuple(rule.match.labels))))
    for candidate in candidates(observations, rule):
        if candidate.link is not None and _is_channel(candidate.link.url, (*quality.hosts, *quality.named_hosts)):
            continue  # judged above
        judgements += _own(observations, candidate, quality, pack, rule)
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
                reason = note("found", "banner", label=image.alt)
                yield Judgement(quality.banner, reason, candidate, image.alt, Confidence.LOW)
                return


def _is_channel(url: str, hosts: tuple[str, ...]) -> bool:
    return _one_of(host_of(url), hosts)


@lru_cache(maxsize=8_192)
def _one_of(host: str, hosts: tuple[str, ...]) -> bool:
    host = host.split(":")[0]
    return bool(host) and any(
        host == h
        or host.endswith("." + h)
        or (("*" in h) and re.fullmatch(h.replace(".", r"\.").replace("*", ".*"), host) is not None)
        for h in hosts
    )


def _national(observations: Observations, quality: ChannelQuality, names: Phrases) -> Iterator[Judgement]:
    """Links to the national channels, wherever on the site they stand."""
    always = tuple(quality.hosts)
    every = (*always, *quality.named_hosts)
    for named in index_of(observations).leading_to(lambda host: _one_of(host, every)):
        link = named.link
        if not _is_channel(link.url, always) and not names.any(named.name):
            continue
        host = host_of(link.url)
        target = link_target(observations, link)
        candidate = Candidate(named.name, 1.0, named.page, link, target)
        if target.state is TargetState.DEAD:
            yield Judgement(Outcome.LINK_ONLY, note("weak", "dead_link", label=named.name), candidate)
            continue
        parts = urlsplit(link.url)
        home = (
            parts.path.strip("/") in ("", "index.php", "home", "beranda", "ro", "sirup", "sirup/ro") and not parts.query
        )
        if quality.deep and home:
            yield Judgement(Outcome.PARTIAL, note("found", "channel_home", host=host), candidate, link.url)
        else:
            confidence = Confidence.HIGH if target.state.works else Confidence.MEDIUM
            yield Judgement(quality.host_outcome, note("found", "channel", host=host), candidate, link.url, confidence)


def _own(
    observations: Observations, candidate: Candidate, quality: ChannelQuality, pack: Pack, rule: Rule
) -> Iterator[Judgement]:
    page, target = candidate.page, candidate.target
    if page is not None and page.kind is PageKind.LOGIN:
        yield Judgement(quality.app, note("found", "app", label=candidate.label), candidate)
        return
    if target is not None and target.state is TargetState.LOGIN and target.owner in (Owner.OWN, Owner.UNKNOWN):
        yield Judgement(quality.app, note("found", "app", label=candidate.label), candidate)
        return
    for judged in judge_page(observations, candidate, quality, pack, matcher_of(rule.match)):
        if getattr(judged.reason, "key", "") == "outside" and candidate.strength >= _CLEAR:
            judged = replace(judged, outcome=quality.outside, confidence=Confidence.LOW)
        short = quality.items and judged.outcome is Outcome.COMPLETE and judged.candidate.document is None
        yield replace(judged, outcome=Outcome.PARTIAL) if short else judged
    content = content_of(candidate)
    if content.put_off and content.words < REST:
        return  # all of it is yet to come: a telephone number beside it is no service
    full = page is not None and page.kind.readable and page.kind is not PageKind.PLACEHOLDER
    if page is not None and full and candidate.section is None:
        reach = next((link.name or link.raw for link in page.own_links if _reaches(link)), "")
        if reach or (said := _CONTACT.search(page.text[:2000])):
            reason = note("found", "reach", label=candidate.label)
            yield Judgement(Outcome.PARTIAL, reason, candidate, reach or (said[0] if said else ""), Confidence.MEDIUM)
    if page is None or not quality.items or not page.kind.readable or page.kind is PageKind.PLACEHOLDER:
        return
    services = max(
        content.items,
        count_entries(observations, content.links, page, _COUNTING, content.records).expected,
        _rows(page.tables),
        _services(live_sections(page)),
    )
    if services >= quality.items:
        reason = note("found", "items", label=candidate.label, items=services)
        yield Judgement(
            Outcome.COMPLETE, reason, candidate, "; ".join(link.name for link in content.links[:5]), Confidence.MEDIUM
        )
    elif services >= 2:
        reason = note("found", "items_few", label=candidate.label, items=services, wanted=quality.items)
        yield Judgement(Outcome.PARTIAL, reason, candidate, confidence=Confidence.MEDIUM)


def _reaches(link: Link) -> bool:
    """Whether a link of a page's own content starts a message or a call."""
    return link.raw.lower().startswith(("mailto:", "tel:", "whatsapp:")) or any(
        host in link.raw for host in _MESSENGERS
    )


def _rows(tables: Sequence[Table]) -> int:
    return max((len(table.rows) for table in tables), default=0)


def _services(sections: Sequence[Section]) -> int:
    """Headings, accordion titles and bold names that each lead some text of their own: one service each."""
    ranks = Counter(s.level for s in sections if s.level >= 2 and len(s.text.split()) >= 3 and len(s.heading) <= 120)
    return max(ranks.values(), default=0)
