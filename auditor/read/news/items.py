"""Sightings -> distinct items: one date each, copies counted once, what is not the office's own left out.

Not gameable by volume: the same text twice, items dated in the future and old items dated anew do not help, and the
reasons for leaving something out are counted so that a report can show them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from auditor.data import table
from auditor.language import streams as words
from auditor.language.phrases import normalise, normalised
from auditor.language.placeholders import filler_in
from auditor.language.streams import Stream
from auditor.model import OfficeKind, Site
from auditor.observations import TRUSTED, DateFound, DateSource, NewsItem, Owner, trusted
from auditor.read.news.articles import Article
from auditor.read.news.belief import (
    SAME_DAY,
    Group,
    choose,
    redated_by_number,
    stuck_dates,
    trust_witnessed,
)
from auditor.read.news.sightings import Sighting
from auditor.web.articles import date_in_address
from auditor.web.hosts import owner_of

_LEFT_OUT: dict[str, str] = table("freshness")["left_out"]  # what is said of items that do not count
_SEVERAL = 2  # opened articles that tell what those beside them are

_SAME_TEXT = 320  # characters, normalised
_PARENTS = (Owner.KANWIL, Owner.MINISTRY, Owner.OTHER_OFFICE)


@dataclass(frozen=True, slots=True)
class Distinct:
    """What is left after copies and strangers are gone. ``items`` by stream, newest first, undated last."""

    items: Mapping[Stream, tuple[NewsItem, ...]]
    categories: Mapping[str, tuple[str, ...]]  # item address -> the site's own categories
    left_out: tuple[tuple[str, int], ...]
    disagreements: tuple[str, ...]


def distinct(sightings: Iterable[Sighting], articles: Mapping[str, Article], site: Site, today: date) -> Distinct:
    """The distinct items among all sightings; ``articles`` are the opened pages by canonical address."""
    left_out: Counter[str] = Counter()
    stuck = stuck_dates(articles.values())
    groups = _grouped(_own(sightings, articles, site, left_out), articles, stuck, today)
    trust_witnessed(groups)
    redated = redated_by_number(groups)
    disagreements: list[str] = []
    kept: list[tuple[Group, NewsItem]] = []
    for group in groups:
        chosen, moved, disagreement = choose(group)
        if disagreement:
            disagreements.append(disagreement)
        if chosen is None and group.future:
            left_out[_LEFT_OUT["future"]] += 1
            continue
        if id(group) in redated:
            left_out[_LEFT_OUT["redated"]] += 1
            continue
        told = group.opened or (chosen is not None and chosen.confidence >= TRUSTED)
        if group.sources == {DateSource.SITEMAP} and not told:
            continue
        left_out[_LEFT_OUT["redated"]] += int(moved)
        kept.append((group, _item(group, chosen)))
    unique = _without_copies(kept, left_out)
    by_stream = {
        stream: tuple(sorted((item for group, item in unique if stream in group.streams), key=newest_first))
        for stream in Stream
    }
    categories = {item.url: group.categories for group, item in unique if group.categories}
    return Distinct(
        by_stream,
        categories,
        tuple((reason, n) for reason, n in left_out.most_common() if n),
        tuple(sorted(set(disagreements))),
    )


def newest_first(item: NewsItem) -> tuple[bool, int, str, str]:
    """How items are sorted: undated ones come last."""
    return (item.date is None, -(item.date.value.toordinal() if item.date else 0), item.title, item.url)


def _own(
    sightings: Iterable[Sighting], articles: Mapping[str, Article], site: Site, left_out: Counter[str]
) -> list[Sighting]:
    kept = []
    strangers: dict[str, str] = {}
    unwritten = {url for url, article in articles.items() if filler_in(article.text)}
    sample = len(unwritten) >= _SEVERAL and len(unwritten) == len(articles)  # then what was not opened is no other
    for one in sightings:
        article = articles.get(one.url)
        reason = ""
        if one.url and owner_of(one.url, site) is not Owner.OWN:
            reason = _LEFT_OUT["other_site"] if one.stream is Stream.NEWS else ""
            if not reason:
                continue
        elif words.is_spam(one.title):
            reason = _LEFT_OUT["spam"]
        elif _is_mirrored(one, article, site):
            reason = _LEFT_OUT["mirrored"]
        elif one.url in unwritten or sample:
            reason = _LEFT_OUT["filler"]
        if reason:
            strangers[one.url or normalise(one.title)] = reason
        else:
            kept.append(one)
    left_out.update(strangers.values())
    return [one for one in kept if (one.url or normalise(one.title)) not in strangers]


def _is_mirrored(one: Sighting, article: Article | None, site: Site) -> bool:
    if article is not None and article.canonical and owner_of(article.canonical, site) in _PARENTS:
        return True
    if site.kind is OfficeKind.KANWIL:
        return False
    return words.is_mirrored(one.excerpt) or (article is not None and words.is_mirrored(article.text))


def _grouped(
    sightings: Iterable[Sighting],
    articles: Mapping[str, Article],
    stuck: frozenset[tuple[DateSource, date]],
    today: date,
) -> list[Group]:
    by_url: dict[str, Group] = {}
    by_title: dict[str, Group] = {}
    groups: list[Group] = []
    for one in sightings:
        key = normalise(one.title)
        group = by_url.get(one.url) if one.url else by_title.get(key)
        if group is None:
            group = Group(one, {one.stream})
            groups.append(group)
            if one.url and (in_address := date_in_address(one.url, today)) is not None:
                group.dates.append(in_address)
            article = articles.get(one.url) if one.url else None
            if article is not None:
                group.opened = True
                group.dates += [d for d in article.dates if (d.source, d.value) not in stuck]
                group.excerpt = article.text
        if one.url:
            by_url.setdefault(one.url, group)
        by_title.setdefault(key, group)
        group.streams.add(one.stream)
        group.sources.add(one.source)
        if one.stream is Stream.ANNOUNCEMENT and one.source in (DateSource.API, DateSource.FEED):
            group.filed = one.stream
        group.filed = group.filed or one.filed
        group.excerpt = group.excerpt or one.excerpt
        group.categories = group.categories or one.categories
        group.number = group.number if group.number is not None else one.number
        if group.first.source is DateSource.SITEMAP or (
            len(one.title) > len(group.first.title) and one.source is not DateSource.SITEMAP
        ):
            group.first = one
        if one.date is not None:
            if one.date.value > today and Stream.AGENDA not in group.streams:
                group.future = True
            else:
                group.dates.append(one.date)
    for group in groups:
        group.streams = _streams(group)
    return groups


def _streams(group: Group) -> set[Stream]:
    """Where an item belongs: what its address, its title or its category says goes before the box it stood in."""
    named = words.stream_of_address(group.first.url)
    if named is Stream.AGENDA or group.streams == {Stream.AGENDA}:
        return {Stream.AGENDA}
    if named is Stream.ANNOUNCEMENT or words.stream_of_title(group.first.title) is Stream.ANNOUNCEMENT:
        return {Stream.ANNOUNCEMENT}
    if group.filed is not None:
        return {group.filed}
    return group.streams - {Stream.AGENDA} or {Stream.NEWS}


def _item(group: Group, chosen: DateFound | None) -> NewsItem:
    first = group.first
    return NewsItem(
        first.title,
        first.url or first.fetch.address,
        chosen,
        record_id=first.fetch.record_id,
        fetched_at=first.fetch.fetched_at,
        excerpt=group.excerpt[:300],
    )


def _without_copies(kept: list[tuple[Group, NewsItem]], left_out: Counter[str]) -> list[tuple[Group, NewsItem]]:
    """Each text once, under its earliest date: by its headline, and by its text where enough of it is known.

    "Purbalingga (Humas) - Kepala Kantor Kementerian Agama Kabupaten Purbalingga, H. ..., menghadiri" begins every other
    item of an office: texts under different headlines are the same only where they agree far beyond such a beginning.
    """
    groups: list[list[tuple[Group, NewsItem]]] = []
    by_key: dict[str, list[list[tuple[Group, NewsItem]]]] = {}
    for pair in kept:
        title, text = normalised(pair[1].title), normalise(pair[0].excerpt)[:_SAME_TEXT]
        keys = [f"t:{title}"] + ([f"x:{text}"] if len(text) == _SAME_TEXT else [])
        home = next((g for g in by_key.get(keys[0], ()) if _is_copy(g[0][1], pair[1])), None)
        home = home or next((g for key in keys[1:] for g in by_key.get(key, ())), None)
        if home is None:
            home = []
            groups.append(home)
        home.append(pair)
        for key in keys:
            by_key.setdefault(key, []).append(home)
    unique = []
    for group in groups:
        dated = [pair for pair in group if trusted(pair[1].date)]
        pick = min(dated, key=lambda pair: pair[1].date.value) if dated else group[0]  # type: ignore[union-attr]
        for other, _ in group:
            pick[0].streams |= other.streams
        left_out[_LEFT_OUT["copy"]] += len(group) - 1
        unique.append(pick)
    return unique


def _is_copy(one: NewsItem, other: NewsItem) -> bool:
    """Two items under one headline are two when their texts differ, or when a short routine headline recurs."""
    first, second = normalise(one.excerpt)[:120], normalise(other.excerpt)[:120]
    if first and second:
        return first == second or first.startswith(second) or second.startswith(first)
    if len(normalised(one.title).split()) >= 5 or one.date is None or other.date is None:
        return True
    return abs(one.date.value - other.date.value) <= SAME_DAY
