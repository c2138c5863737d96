"""Check kind ``listing``: a page whose entries lead to something of the office's own (info berkala, regulasi, SOP)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from auditor.checks.candidates import Candidate, candidates
from auditor.checks.conclusion import conclude
from auditor.checks.content import (
    Content,
    beside_definitions,
    content_of,
    days_in,
    definition_only,
    live_sections,
    newest_year,
    pictures,
    split_facts,
    stated_day,
    states,
    year_of,
)
from auditor.checks.currency import by_cycles, days_late, lower
from auditor.checks.entries import BARE_WORDS, Entries, Standing, count_entries, held_by, told_entries
from auditor.checks.gate import nil_return, settled
from auditor.checks.index import index_of, once_a_site
from auditor.checks.judgement import Judgement, judged, not_seen, note, passage
from auditor.checks.naming import matcher_of
from auditor.checks.targets import link_target
from auditor.language.labels import is_headline
from auditor.language.offices import is_ppids
from auditor.model import Confidence, Outcome, Verdict
from auditor.observations import DocumentKind, Link, Observations, Owner, PageKind, Zone
from auditor.rules.pack import Pack
from auditor.rules.schema import ListingQuality, Rule

_IN_FULL = 25  # words of an entry that is told, not only named
_FEW = 3
_OWN_NAME = 0.9  # strength of a page's own name
_NO_ENTRY = (PageKind.PLACEHOLDER, PageKind.NEWS_ARTICLE, PageKind.HOME)


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``listing`` rule."""
    quality = rule.quality
    assert isinstance(quality, ListingQuality)
    judgements: list[Judgement] = []
    found = candidates(observations, rule)
    own_pages = frozenset(c.page.url for c in found if c.page is not None and _bears_the_name(c))
    for candidate in found:
        judgements += judge(observations, candidate, quality, own_pages)
    if not any(_own_page(judgement) for judgement in judgements):
        judgements += _menu_groups(observations, rule, quality)
    if quality.anywhere:
        judgements += _anywhere(observations, rule, quality)
    return conclude(observations, rule, judgements)


def _own_page(judgement: Judgement) -> bool:
    """Whether a page of that very name was seen: what it holds counts, whatever the menu above it opens."""
    return _bears_the_name(judgement.candidate) and judgement.outcome is Outcome.MISSING


def _bears_the_name(candidate: Candidate) -> bool:
    """Whether a candidate is a whole page, not the home page, of the rule's very name."""
    page = candidate.page
    return (
        page is not None
        and page.kind is not PageKind.HOME
        and candidate.section is None
        and candidate.document is None
        and candidate.strength >= _OWN_NAME
    )


def judge(
    observations: Observations, candidate: Candidate, quality: ListingQuality, own_pages: frozenset[str] = frozenset()
) -> Iterator[Judgement]:
    """The judgements of one candidate; a section that only leads to one of ``own_pages`` is its teaser, no list."""
    found = settled(observations, candidate, quality)
    document = candidate.document
    if found is not None:
        yield found
    elif document is not None:
        outcome = Outcome.PARTIAL if document.kind is DocumentKind.IMAGE else quality.document
        reason = note("found", "file", label=candidate.label)
        yield Judgement(outcome, reason, candidate, document.title, Confidence.MEDIUM)
    elif candidate.page is not None:
        content = content_of(candidate)
        if candidate.section is not None:
            content = replace(content, links=tuple(link for link in content.links if link.url not in own_pages))
        yield _judge_content(observations, candidate, content, quality)


def _judge_content(
    observations: Observations, candidate: Candidate, content: Content, quality: ListingQuality
) -> Judgement:
    label, page = candidate.label, candidate.page
    assert page is not None
    if (nil := nil_return(observations, candidate, quality, content.text)) is not None:
        return nil
    items = count_entries(observations, content.links, page, quality, content.records)
    headings = [s.heading for s in page.sections if s.links or s.images or len(s.text.split()) >= _IN_FULL]
    count = _count(quality, items, headings)
    quote = "; ".join(items.names[:4])
    confidence = Confidence.HIGH if not items.unknown else Confidence.MEDIUM
    if count >= quality.partial_items:
        outcome, reason = _by_count(quality, count, label)
        said = "\n".join((content.text, *items.names))
        if outcome is Outcome.COMPLETE and (missing := split_facts(quality.must, said)[1]):
            outdated = any(states(fact, text) for fact in quality.outdated for text in (content.text, *items.names))
            outcome = Outcome.STALE if outdated else Outcome.PARTIAL
            reason = note("found", "items_must", label=label, missing=", ".join(missing))
        stated, unsaid = split_facts(quality.facts, said)
        if outcome is Outcome.COMPLETE and len(stated) < quality.full_facts:
            outcome, reason = Outcome.PARTIAL, note("found", "partial_facts", label=label, missing=", ".join(unsaid))
        outcome, reason = _recent(observations.today, quality, items, content.text, label, outcome, reason)
        return Judgement(outcome, reason, candidate, quote, confidence)
    possible = items.working + items.unknown
    unread = not_seen(candidate, items.cause, note("reason", "unread_list"))
    if items.unknown and possible >= quality.partial_items and not items.broken:
        return unread
    written = _written_out(observations, candidate, content, quality)
    if written is not None:
        return written
    start, few = passage(content.text), max(quality.partial_items, _FEW)
    if (told_in_full := _in_full(candidate)) >= few:
        return judged(candidate, Outcome.PARTIAL, "found", "items_full", start, Confidence.MEDIUM, items=told_in_full)
    texts = told_entries(observations, content)
    if quality.named:
        enough_text = len(split_facts(quality.named, "\n".join(texts))[0]) >= quality.partial_items
    else:
        enough_text = len(texts) >= few
    if definition_only(content) and not items.working:
        return judged(candidate, Outcome.MISSING, "weak", "definition", start)
    told = enough_text and quality.text_items is not Outcome.MISSING
    if items.broken > possible and not (told and quality.text_items.present):
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link", quote)
    if items.parent and not items.working:
        return judged(candidate, quality.parent, "weak", "parent", owner=note("owner", "induk"))
    if told:
        return judged(candidate, quality.text_items, "found", "items_text", texts[0], Confidence.MEDIUM)
    if items.unknown and items.working * 2 < quality.partial_items <= possible * 2:
        return unread
    if items.working:
        reason = note("found", "items_few", label=label, items=items.working, wanted=quality.full_items)
        outcome = Outcome.PARTIAL if items.working * 2 >= quality.partial_items else Outcome.LINK_ONLY
        return Judgement(outcome, reason, candidate, quote, Confidence.MEDIUM)
    if items.broken:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
    images = [picture for picture in pictures(content) if not picture.broken]
    if images and content.words <= 150:
        return judged(candidate, Outcome.PARTIAL, "found", "image", images[0].alt, Confidence.LOW)
    if content.words < 8 and not content.items:
        return judged(candidate, Outcome.MISSING, "missing", "empty_page")
    return judged(candidate, Outcome.LINK_ONLY, "found", "thin", start, Confidence.MEDIUM, words=content.words)


def _count(quality: ListingQuality, items: Entries, headings: Sequence[str] = ()) -> int:
    """How many of the entries asked for there are: of the named groups where a rule names some."""
    names = (*items.names, *headings)
    groups = [fact for fact in quality.named if any(states(fact, name) for name in names)]
    return len(groups) if quality.named else items.expected


def _by_count(quality: ListingQuality, count: int, label: str, missing: Sequence[str] = ()) -> tuple[Outcome, str]:
    full = count >= quality.full_items and not missing
    outcome, key = (Outcome.COMPLETE, "items") if full else (Outcome.PARTIAL, "items_few")
    return outcome, note("found", key, label=label, items=count, wanted=quality.full_items)


def _in_full(candidate: Candidate) -> int:
    """How many entries a page tells in sentences of their own, so that there is nothing left to open."""
    page = candidate.page
    if page is None or candidate.section is not None:
        return 0
    said = [(f"h{section.level}", section.text) for section in live_sections(page) if section.level > 1]
    said += [
        (f"t{number}", max(row, key=len, default="")) for number, rows in enumerate(page.tables) for row in rows.rows
    ]
    told = Counter(kind for kind, text in said if len(beside_definitions(text).split()) >= _IN_FULL)
    return max(told.values(), default=0)


def _written_out(
    observations: Observations, candidate: Candidate, content: Content, quality: ListingQuality
) -> Judgement | None:
    """An entry that stands on the page in full, with its date, and needs no link (a warning, an announcement).

    Dated entries of another kind ("Jadwal libur bersama") are worth half.
    """
    if not (quality.must and quality.recency_days) or content.words < BARE_WORDS:
        return None
    text, missing = content.text, split_facts(quality.must, content.text)[1]
    if missing:
        text = "\n".join(line for line in text.split("\n") if _entry(line, observations.today))
    days = days_in(text, observations.today)
    if not days:
        return None
    outcome, reason = _updated(observations.today, quality, max(days), candidate.label, Outcome.COMPLETE, "")
    if reason:
        return Judgement(outcome, reason, candidate, passage(content.text), Confidence.MEDIUM)
    outcome, key = (Outcome.PARTIAL, "items_must") if missing else (Outcome.COMPLETE, "complete")
    return judged(candidate, outcome, "found", key, passage(text), Confidence.MEDIUM, missing=", ".join(missing))


def _entry(line: str, today: date) -> bool:
    """Whether a line is long enough to be a dated entry, and does not only say when the page was brought up to date."""
    return len(line.split()) >= 7 and stated_day(line, today) is None


def _recent(
    today: date, quality: ListingQuality, items: Entries, text: str, label: str, outcome: Outcome, reason: str
) -> tuple[Outcome, str]:
    """Lowers a result, cycle by cycle, where no entry is recent enough; entries without any year are not held
    against it."""
    day = stated_day(text, today) if quality.recency_days else None
    if day is not None:
        return _updated(today, quality, day, label, outcome, reason)
    newest = max(items.newest, newest_year(text, today))
    if not newest:
        return outcome, reason
    limit = 0
    if quality.recency_days:
        limit = today.year - 1 if quality.recency_days >= today.timetuple().tm_yday else today.year
        limit = min(limit, today.year - quality.recency_days // 366)
    if quality.max_age_years:
        limit = max(limit, today.year - quality.max_age_years)
    if limit and newest < limit:
        late = (limit - newest - 1) // max(1, quality.max_age_years) + 1
        if quality.recency_days:
            late = max(1, _cycles_late(quality, (today - date(newest, 12, 31)).days))
        if not items.newest:
            late = 1  # a year in the text around them, a decree's perhaps
        return _late(outcome, late, note("found", "items_old", label=label, year=limit), label)
    return outcome, reason


def _updated(
    today: date, quality: ListingQuality, day: date, label: str, outcome: Outcome, reason: str
) -> tuple[Outcome, str]:
    """Lowers a result, cycle by cycle, where the last entry or update is of a day too long ago."""
    late = _cycles_late(quality, (today - day).days)
    told = note("found", "updated_old", label=label, date=day.strftime("%d-%m-%Y"))
    return _late(outcome, late, told, label) if late else (outcome, reason)


def _cycles_late(quality: ListingQuality, days: int) -> int:
    return days_late(days, quality.recency_days, quality.cycle_days or quality.recency_days)


def _late(outcome: Outcome, late: int, reason: str, label: str) -> tuple[Outcome, str]:
    """An outcome lowered by so many cycles."""
    limit, key = by_cycles(late)
    return lower(outcome, limit), note("found", "expired_list", label=label) if key == "expired" else reason


def _menu_groups(observations: Observations, rule: Rule, quality: ListingQuality) -> Iterator[Judgement]:
    """A menu that bears the name and opens a list of entries: the entries are there, the page is not."""
    names = matcher_of(rule.match)
    for section, links in _menus(observations).items():
        label = section.rsplit(" > ", 1)[-1]
        match = names.match(label, section.split(" > "))
        if match is None or match.strength < 0.7:
            continue
        home = next((p for p in observations.pages if p.kind is PageKind.HOME), observations.pages[0])
        items = count_entries(observations, links, home, quality)
        count = _count(quality, items)
        if count >= quality.partial_items:
            candidate = Candidate(label, match.strength, home)
            outcome = quality.menu if count >= quality.full_items else lower(quality.menu, Outcome.PARTIAL)
            quote = "; ".join(items.names[:5])
            yield judged(candidate, outcome, "found", "items_menu", quote, Confidence.MEDIUM)


@once_a_site
def _menus(observations: Observations) -> dict[str, list[Link]]:
    """The entries of the menus by the headings above them."""
    groups: dict[str, list[Link]] = {}
    ppids = is_ppids(observations.site)  # then all its menus are the PPID's
    for named in index_of(observations).links:
        if named.link.zone in (Zone.NAV, Zone.HEADER):
            if named.link.section:
                groups.setdefault(named.link.section, []).append(named.link)
            if ppids:
                groups.setdefault(observations.site.name.split()[0], []).append(named.link)
    return groups


def _anywhere(observations: Observations, rule: Rule, quality: ListingQuality) -> Iterator[Judgement]:
    """Entries with the rule's name anywhere on the site, each with a page or file of its own."""
    names = matcher_of(rule.match)
    groups: dict[str, tuple[Candidate, int]] = {}  # the first entry of each, and its year
    for named in index_of(observations).named_links.of(names):
        target = link_target(observations, named.link)
        own = target.owner in (Owner.OWN, Owner.STORAGE, Owner.UNKNOWN)
        if not target.state.works or not own or is_headline(named.name):
            continue
        if target.page is not None and target.page.kind in _NO_ENTRY:
            continue
        if target.page is not None and held_by(observations, target.page) is not Standing.WORKS:
            continue
        match = names.match(named.name, named.context)
        if match is None or (not quality.named and target.document is None and match.strength >= 1.0):
            continue  # a bare "SOP" leads to the listing, it is no entry of one
        kinds = [f.name for f in quality.named if states(f, named.name)] if quality.named else [named.link.url]
        today = observations.today
        year = year_of(target.document, today) if target.document is not None else newest_year(named.name, today)
        for kind in kinds:
            groups.setdefault(kind, (Candidate(named.name, 1.0, named.page, named.link), year))
    if len(groups) < quality.partial_items:
        return
    entries = tuple(entry.label for entry, _ in groups.values())
    _, missing = split_facts(quality.must, "\n".join(entries))
    outcome, reason = _by_count(quality, len(groups), rule.title, missing)
    items = Entries(len(groups), 0, 0, 0, entries, max(year for _, year in groups.values()))
    outcome, reason = _recent(observations.today, quality, items, "", rule.title, outcome, reason)
    first, _ = next(iter(groups.values()))
    yield Judgement(outcome, reason, first, first.label, Confidence.MEDIUM)
