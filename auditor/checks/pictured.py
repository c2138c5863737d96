"""Pictures and scans: which of them might say what a rule asks for, and what their text changes in a verdict. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from auditor.checks.candidates import candidates
from auditor.checks.content import Content, content_of, is_large, own_documents
from auditor.checks.judgement import MAX_QUOTE, key_of, note, shortened
from auditor.checks.naming import matcher_of
from auditor.data import table
from auditor.language.phrases import normalise
from auditor.language.years import years_of
from auditor.model import Confidence, Evidence, Outcome, Verdict
from auditor.observations import Document, DocumentKind, DocumentProblem, Image, Observations, Page, PageKind
from auditor.rules.schema import Rule

_DATA = table("pictures")
_KINDS = frozenset(_DATA["kinds"])
_TELLING = frozenset(_DATA["lowers"])
_UNREAD = frozenset(_DATA["unread"])
_ON_SLIDES = frozenset(_DATA["slides"])
_SLIDE = 800  # px of width from which a picture of the home page is one of its slides
_LITTLE_TEXT = 150  # words of a page that its pictures may have to speak for
_PER_PAGE = 3
_CANDIDATES = 8  # of a rule, the clearest names first
_TABLE_PAGES = 3
_UNKNOWN_AREA = 500_000  # px, of a picture whose size nobody told
#: The text of a file's page, by the file's digest and the page's number; None where nobody read it.
Reading = Callable[[str, int], str | None]
_LESS = {Confidence.HIGH: Confidence.MEDIUM, Confidence.MEDIUM: Confidence.LOW, Confidence.LOW: Confidence.LOW}


@dataclass(frozen=True, slots=True)
class Wish:
    """A picture, or a page of a scanned file, that might say what a rule asks for."""

    document: Document
    page: int | None  # from 0; None: the file is a picture
    tier: int  # first pictures and first pages before further ones, those before what no rule leads to


def open_to_pictures(rule: Rule, verdict: Verdict) -> bool:
    """Whether what pictures say could change a verdict."""
    if rule.check not in _KINDS or verdict.outcome is Outcome.NOT_APPLICABLE:
        return False
    return verdict.outcome is not Outcome.COMPLETE or verdict.confidence is not Confidence.HIGH


def wishes(observations: Observations, rules: Sequence[tuple[Rule, Verdict]], read: Reading) -> list[Wish]:
    """What had better be read, in order."""
    found: list[Wish] = []
    for rule, verdict in sorted(rules, key=lambda pair: -pair[0].weight):
        if open_to_pictures(rule, verdict):
            found += _of_rule(observations, rule, read)
    for page in observations.pages:
        if page.kind is PageKind.HOME:
            found += _of_page(observations, _shown(page.images, slides=True), 2)
    once: dict[tuple[str, int | None], Wish] = {}
    for wish in sorted(found, key=lambda wish: wish.tier):
        once.setdefault((wish.document.digest, wish.page), wish)
    return list(once.values())


def unread(observations: Observations, rule: Rule, read: Reading) -> str:
    """The address of a picture or scan that may hold what a rule asks for and nobody has read; "" for none.

    A rule leads to it, or it is one of the large pictures that the home page shows in turn: a procedure, a channel.
    """
    places = [*_places(observations, rule)]
    if rule.check in _ON_SLIDES:
        places += [(page, _slides(page), []) for page in observations.pages if page.kind is PageKind.HOME]
    for page, images, documents in places:
        for document in documents:
            if read(document.digest, 0) is None:
                return document.url
        for image in _by_size(images)[:_PER_PAGE]:
            seen = observations.target(image.url).document
            if seen is None or read(seen.digest, 0) is None:
                return page.url
    return ""


def _slides(page: Page) -> list[Image]:
    """The large pictures that a home page shows in turn."""
    return [image for image in _shown(page.images, slides=True) if (image.width or 0) >= _SLIDE]


def _of_rule(observations: Observations, rule: Rule, read: Reading) -> Iterator[Wish]:
    for _, images, documents in _places(observations, rule):
        yield from _of_page(observations, images, 0)
        for document in documents:
            yield from _of_scan(document, rule, read)


def _places(observations: Observations, rule: Rule) -> Iterator[tuple[Page, list[Image], list[Document]]]:
    """The places a rule leads to, each with the pictures and the scanned files that may say what it asks for."""
    if not (rule.match.labels or rule.match.weak):
        return
    for candidate in candidates(observations, rule)[:_CANDIDATES]:
        page = candidate.page
        if candidate.document is not None:
            yield candidate.on, [], _unreadable([candidate.document])
        elif page is not None and page.kind.readable and page.kind is not PageKind.NEWS_ARTICLE:
            content = content_of(candidate)
            images = _shown(content.images, slides=False) if content.words <= _LITTLE_TEXT else []
            files = _unreadable([document for document, _ in own_documents(observations, content)])[:2]
            yield page, images, files + _pictures_offered(observations, content)


def _pictures_offered(observations: Observations, content: Content) -> list[Document]:
    """The pictures that a page's links offer as files."""
    found = (observations.target(link.url).document for link in content.links if link.url)
    return [d for d in found if d is not None and d.kind is DocumentKind.IMAGE and not d.pictured][:2]


def _unreadable(documents: Sequence[Document]) -> list[Document]:
    return [d for d in documents if d.digest and (d.problem is DocumentProblem.SCANNED or d.kind is DocumentKind.IMAGE)]


def _of_scan(document: Document, rule: Rule, read: Reading) -> Iterator[Wish]:
    if document.kind is DocumentKind.IMAGE:
        yield Wish(document, None, 0)
        return
    yield Wish(document, 0, 0)
    pages = document.pages or 1
    first = read(document.digest, 0)
    wanted = _TABLE_PAGES if rule.check == "table" else 1
    if wanted == 1 and first is not None and not years_of("", text=first)[0]:
        wanted = 2
    for page in range(1, min(wanted, pages)):
        yield Wish(document, page, 1)


def _of_page(observations: Observations, images: Sequence[Image], tier: int) -> Iterator[Wish]:
    for rank, image in enumerate(_by_size(images)[:_PER_PAGE]):
        document = observations.target(image.url).document
        if document is not None and document.kind is DocumentKind.IMAGE and document.digest:
            yield Wish(document, None, tier + min(rank, 1))


def _shown(images: Sequence[Image], slides: bool) -> list[Image]:
    """The pictures large enough to say something; those that lead elsewhere only among the home page's slides."""
    return [image for image in images if is_large(image) and not image.broken and (slides or not image.leads)]


def _by_size(images: Sequence[Image]) -> list[Image]:
    def area(image: Image) -> int:
        return (image.width or 0) * (image.height or 0) or _UNKNOWN_AREA

    once = {image.url: image for image in images}
    return sorted(once.values(), key=lambda image: -area(image))


def decided(rule: Rule, plain: Verdict, seen: Verdict, observations: Observations) -> Verdict:
    """The verdict of what can be read without looking at pictures, and of what they say beside it.

    Less sure than what is written; more than the rule gives for a picture it never earns; less than without the
    picture only where the picture says why.
    """
    seen = _capped(rule, plain, seen, observations)
    before, now = key_of(plain.note), key_of(seen.note)
    if seen.outcome is Outcome.UNCHECKED:
        return seen if before in _UNREAD and _disproved(plain, seen) else plain
    if seen.outcome is plain.outcome and (before not in _UNREAD or now == before):
        return plain
    if plain.outcome.counted and seen.outcome.points < plain.outcome.points and now not in _TELLING:
        return plain
    if now == "empty_page" and any(matcher_of(rule.match).match(item.quote) for item in plain.evidence):
        return plain  # a picture called what it should be may say so in a way that no engine reads
    said = " ".join((str(seen.note), note("pictures", "read")))
    evidence = tuple(_marked(item, rule, observations) for item in seen.evidence)
    return replace(seen, confidence=_LESS[seen.confidence], evidence=evidence, note=said)


def _disproved(plain: Verdict, seen: Verdict) -> bool:
    """Whether what a verdict rested on turned out, once its picture was read, to be something else."""
    rested = {item.url for item in plain.evidence}
    return any(c.url in rested and key_of(c.reason) in _TELLING for c in seen.considered)


def doubted(verdict: Verdict) -> Verdict:
    """A verdict of a rule that leads to pictures nobody read: it says so, and is sure of no absence."""
    said = " ".join((str(verdict.note), note("pictures", "unread")))
    sure = verdict.outcome in (Outcome.MISSING, Outcome.LINK_ONLY)
    return replace(verdict, note=said, confidence=Confidence.LOW if sure else verdict.confidence)


def _capped(rule: Rule, plain: Verdict, seen: Verdict, observations: Observations) -> Verdict:
    """The verdict with no more than the rule gives for content in a picture."""
    if any(_is_scan(observations, item.url) for item in seen.evidence) or rule.check in ("facts", "channel"):
        return seen
    most: Outcome = getattr(rule.quality, "image", Outcome.PARTIAL)
    most = max(most, plain.outcome, key=lambda outcome: outcome.points if outcome.counted else -1.0)
    if seen.outcome.points <= most.points:
        return seen
    label = seen.evidence[0].label if seen.evidence else rule.title
    return replace(seen, outcome=most, points=None, note=note("pictures", "only", label=label))


def _is_scan(observations: Observations, url: str) -> bool:
    document = observations.target(url).document
    return document is not None and document.problem is DocumentProblem.SCANNED


def _marked(item: Evidence, rule: Rule, observations: Observations) -> Evidence:
    """Evidence that says which words were read in a picture."""
    page = next((page for page in observations.pages if page.url == item.url), None)
    sayings = [image.said for image in page.images if image.said] if page is not None else []
    names = matcher_of(rule.match)
    said = next((text for text in sayings if _shares(item.quote, text)), "") or next(
        (text for text in sayings for line in text.split("\n") if names.match(line)), "\n".join(sayings)
    )
    words = " ".join((said or item.quote).split()) if not _shares(item.quote, said) else item.quote
    marked = note("pictures", "quote", quote="\u0000").replace("\u0000", words)
    return replace(item, quote=shortened(marked, MAX_QUOTE))


def _shares(quote: str, text: str) -> bool:
    words = normalise(quote)[:60]
    return bool(words) and words in normalise(text)
