"""The notes and the evidence of the news indicators, and the one answer to "nothing was found": was it looked for?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from urllib.parse import unquote, urlsplit

from auditor.checks.blindness import elsewhere, unread
from auditor.checks.judgement import MAX_QUOTE, shortened, unseen, worded
from auditor.data import table
from auditor.language import streams as words
from auditor.language.streams import Stream
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import NewsItem, Observations, Owner
from auditor.web.articles import looks_like_article
from auditor.web.hosts import host_of, owner_of
from auditor.web.services import is_cloud

_SHOWN = 3  # items


def note(kind: str, key: str, /, **values: object) -> str:
    """The Indonesian note of a measure with its values filled in (``auditor/data/freshness.toml``)."""
    return worded("freshness", kind, key, **values)


def age(days: int) -> str:
    """An age as a clause: "19 hari sebelum pemeriksaan"."""
    ago = table("freshness")["ago"]
    text: str = ago["today"] if days == 0 else ago["one"] if days == 1 else ago["many"].format(days=days)
    return text


def left_out(reasons: Sequence[tuple[str, int]]) -> str:
    """What was not counted and why: "tidak dihitung: 2 ganda, 1 bertanggal di masa depan"; "" for nothing."""
    told = ", ".join(f"{count} {reason}" for reason, count in reasons if count)
    text: str = table("freshness")["left_out"]["told"]
    return text.format(told=told) if told else ""


def evidence_of(items: Sequence[NewsItem]) -> tuple[Evidence, ...]:
    """The first items as evidence: address, headline with the date as the site writes it, record."""
    return tuple(
        Evidence(item.url, shortened(_dated(item), MAX_QUOTE), item.fetched_at, item.record_id, item.title)
        for item in items[:_SHOWN]
    )


def _dated(item: NewsItem) -> str:
    return f"{item.title} \u2014 {item.date.text}" if item.date is not None and item.date.text else item.title


def nothing(observations: Observations, stream: Stream, kind: str, key: str, /, **values: object) -> Verdict:
    """MISSING with a note, unless the stream could not be looked at: then UNCHECKED with the reason."""
    blind = _blind(observations, stream)
    if blind is not None:
        return unseen(*blind, Confidence.LOW)
    told = note(kind, key, pages=observations.pages_opened or len(observations.pages), **values)
    points = None if stream is Stream.AGENDA else 0.0  # the agenda is not measured
    return Verdict(Outcome.MISSING, Confidence.MEDIUM, points, note=told)


def _blind(observations: Observations, stream: Stream) -> tuple[FetchStatus, str] | None:
    """What kept us from looking for the stream and a sentence that says so; None where it was looked for."""
    blind = unread(observations)
    if blind is not None:
        return blind.cause, blind.note
    if not any(page.kind.readable for page in observations.pages):
        return observations.technical.home_status, note("unchecked", "no_pages")
    label, url, status = next(_unseen(observations, stream), ("", "", FetchStatus.OK))
    if stream.value in observations.news.unread:
        return status, note("unchecked", "unread", stream=stream.value)
    if label or url:
        return status, note("unchecked", "unseen", label=label or url)
    host = _framed(observations, stream)
    return (FetchStatus.FOREIGN_HOST, note("unchecked", "framed", stream=stream.value, host=host)) if host else None


def _framed(observations: Observations, stream: Stream) -> str:
    """The other site whose page shows the stream within a frame, "" for none: it is not ours to judge unseen."""
    for page in observations.pages:
        own_page = words.stream_of_address(page.url) in _told_in(stream)
        for frame in page.frames:
            if not frame.url or owner_of(frame.url, observations.site) in (Owner.OWN, Owner.STORAGE):
                continue
            if is_cloud(frame.url) or observations.target(frame.url).state.works:
                continue
            told = " / ".join((frame.title, frame.section, unquote(urlsplit(frame.url).path).replace("-", " ")))
            if own_page or any(words.mentions(told, one) for one in _told_in(stream)):
                return host_of(frame.url)
    return ""


def _unseen(observations: Observations, stream: Stream) -> Iterator[tuple[str, str, FetchStatus]]:
    """(label, address, status) of what looks like a page of the stream and could not be opened."""
    for label, url, status in observations.unseen:
        if status.absent or status is FetchStatus.TRAP or looks_like_article(url, label):  # TRAP: a list's later pages
            continue
        if words.stream_of_label(label) is stream or words.stream_of_address(url) is stream:
            yield label, url, status
    yield from (left for left in elsewhere(observations) if words.stream_of_label(left[0]) in _told_in(stream))


def _told_in(stream: Stream) -> tuple[Stream, ...]:
    """The streams whose pages tell a stream: news pages tell announcements, too."""
    return (stream, Stream.NEWS) if stream is Stream.ANNOUNCEMENT else (stream,)
