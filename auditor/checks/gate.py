"""Whether a candidate may be judged by its content at all, decided once for every check kind.

Is it about this? Does its target open, and whose is it? Is the file readable? Does the page hold anything but a
placeholder? A check kind looks at content only where ``settled`` (and, for running text, ``settled_text``) has
nothing to say. "Could not look" is UNCHECKED here for all kinds alike, never a broken link.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from auditor.checks.candidates import Candidate
from auditor.checks.content import (
    REST,
    Content,
    beside_definitions,
    content_of,
    phrases_of,
    says,
    split_facts,
    words_of,
)
from auditor.checks.judgement import Judgement, judged, not_seen, note, passage
from auditor.checks.targets import own_elsewhere
from auditor.data import table
from auditor.language.dates import find_dates
from auditor.language.offices import is_ppids, other_ministry, owner_of_document
from auditor.language.phrases import Phrases, normalise
from auditor.language.placeholders import is_placeholder, may_stand_in, nil_in
from auditor.model import Confidence, FetchStatus, Outcome
from auditor.observations import (
    Document,
    DocumentProblem,
    Observations,
    Owner,
    Page,
    PageKind,
    Precision,
    Role,
    TargetState,
)
from auditor.rules.schema import PageQuality, Quality
from auditor.web.hosts import host_of, other_province

DASHBOARDS = tuple(table("anatomy")["dashboards"]["hosts"])
_PARENTS = (Owner.KANWIL, Owner.MINISTRY)
_PARENT = re.compile(
    r"(?<!kantor )(?:\bkementerian agama(?: ri| republik indonesia)?|\bkemenag ri"
    r"|\bkanwil (?:kemenag|kementerian agama)\b.*)$"
)
_KANWIL = re.compile(r"\bkantor wilayah kementerian agama|\bkanwil (?:kementerian agama|kemenag)", re.I)
#: Files no visitor can open. What our reader could not do proves nothing about a file.
_DEAD_FILES = (DocumentProblem.BROKEN, DocumentProblem.EMPTY, DocumentProblem.GONE)
#: What keeps a file from being read, by its cause; the words are in ``notes.toml``.
_UNREAD: Mapping[DocumentProblem, FetchStatus] = {
    DocumentProblem.UNKNOWN: FetchStatus.OK,
    DocumentProblem.TOO_LARGE: FetchStatus.TOO_LARGE,
    DocumentProblem.TOO_HEAVY: FetchStatus.TOO_HEAVY,
    DocumentProblem.ENCRYPTED: FetchStatus.UNAUTHORIZED,
    DocumentProblem.UNSUPPORTED: FetchStatus.WRONG_TYPE,
}

_WORDS = table("documents")["owner"]
_SPEAKS_OF_PPID = Phrases(_WORDS["ppid"])
_OFFICE = Phrases(_WORDS["body"])
_MINISTRY = re.compile(r"(?<!kantor )\bkementerian agama\b(?! (?:kabupaten|kab|kota|provinsi|kecamatan)\b)")
_UNIT = re.compile(r"\b(?:kankemenag|kantor kementerian agama|kantor urusan agama|kua)\b")
_OUR_MINISTRY = ("kemenag", "kementerian agama", "kankemenag")
_THIN = 40  # words below which a text on a PPID's site that names nobody is the PPID's
_PASTED = 3  # links to another province that show whose a page is
_MAX_OWNER_TEXT = 6_000  # characters in which a text says whose it is
_MAX_NIL_WORDS = 200  # a longer text is no nil statement
_NIL_VALID_DAYS = 366
_WHOLE_SHARE = 0.6  # of a page's text, from which a section is the page


def settled(observations: Observations, candidate: Candidate, quality: Quality) -> Judgement | None:
    """The judgement of a candidate that its content cannot change; None where the content is to be judged."""
    found = settled_target(observations, candidate, quality)
    if found is not None or candidate.document is not None or candidate.page is None:
        return found
    content = content_of(candidate)
    return (
        _pasted(observations, candidate, content, quality)
        or _ppids_own(observations, candidate, content, quality)
        or hollow(observations, candidate, content, quality)
    )


def _pasted(observations: Observations, candidate: Candidate, content: Content, quality: Quality) -> Judgement | None:
    """MISSING for content most of whose links lead to the hosts of another province: it was pasted from there."""
    page = candidate.page
    assert page is not None
    if quality.parent.points == 1:
        return None  # laws may be read wherever they are kept
    for links in (content.links, page.own_links):
        led = [other_province(link.url, observations.site) for link in links if link.url and link.url != page.url]
        others = [province for province in led if province]
        if len(others) >= _PASTED and len(others) * 2 > len(led):
            owner = others[0].title()
            return judged(
                candidate, Outcome.MISSING, "missing", "other_office", confidence=Confidence.MEDIUM, owner=owner
            )
    return None


def settled_target(observations: Observations, candidate: Candidate, quality: Quality) -> Judgement | None:
    """The same by topic, target and file alone: what stands on the page is not looked at."""
    if about_something_else(candidate, quality):
        return judged(candidate, Outcome.MISSING, "missing", "other_topic", confidence=Confidence.MEDIUM)
    found = dead_end(observations, candidate, quality)
    if found is None and candidate.document is not None:
        found = settled_file(candidate, candidate.document, quality)
    return found


def about_something_else(candidate: Candidate, quality: Quality) -> bool:
    """Whether what a candidate calls itself shows that it is another thing (Visi Misi *PPID*).

    A section speaks for its page's topic too: "Tugas dan wewenang" on the PPID page are the PPID's.
    """
    names = [candidate.label]
    if candidate.page is not None:
        names += [candidate.page.h1, candidate.page.title]
    if candidate.document is not None:
        names.append(candidate.document.title)
    return bool(quality.not_about) and any(map(phrases_of(tuple(quality.not_about)).any, names))


def _ppids_own(
    observations: Observations, candidate: Candidate, content: Content, quality: Quality
) -> Judgement | None:
    """MISSING for the PPID's own vision, duties or structure on a site that is the PPID's, where the office's is asked.

    What speaks of information service there, and a bare picture that speaks of nothing, is the PPID's.
    """
    page = candidate.page
    assert page is not None
    if "ppid" not in map(normalise, quality.not_about) or not (page.host_ppid or is_ppids(observations.site)):
        return None
    if isinstance(quality, PageQuality) and quality.people and content.words >= _THIN:
        return None  # the officials it names are counted
    said = "\n".join((content.text, *(image.alt for image in content.images)))
    named = any(map(_OFFICE.any, (page.h1, page.title, *page.trail, candidate.label)))
    if not _SPEAKS_OF_PPID.any(said) and (content.words >= _THIN or named):
        return None
    return judged(candidate, Outcome.MISSING, "missing", "other_topic", passage(said), Confidence.MEDIUM)


def speaks_as_parent(observations: Observations, text: str) -> bool:
    """Whether a text speaks in the ministry's name and never names the office itself (ruling 13)."""
    if observations.place and says(text, observations.place):
        return False
    words = words_of(text)
    return _MINISTRY.search(words) is not None and _UNIT.search(words) is None


def dead_end(observations: Observations, candidate: Candidate, quality: Quality) -> Judgement | None:
    """The judgement of a candidate whose target decides by itself; None where there is content to judge."""
    if candidate.target is None:
        return None
    return (
        _without_content(candidate)
        or _elsewhere(observations, candidate)
        or _not_own(observations, candidate, quality)
        or _unseen(candidate)
        or _another_page(candidate, quality, observations.place)
    )


def _without_content(candidate: Candidate) -> Judgement | None:
    """Targets that hold nothing: empty, on the page itself, a dashboard in a frame, dead, behind a log-in."""
    target, link = candidate.target, candidate.link
    assert target is not None
    if target.state is TargetState.EMPTY:
        if candidate.on.rendered and link is not None and link.tag == "button" and not link.raw:  # nobody clicked it
            return not_seen(candidate, FetchStatus.NEEDS_JAVASCRIPT, note("reason", "closed_button"))
        return judged(candidate, Outcome.LINK_ONLY, "weak", "empty_link")
    if target.state in (TargetState.ANCHOR, TargetState.CONTACT):
        return Judgement(Outcome.MISSING, "", candidate, confidence=Confidence.LOW)
    if link is not None and link.tag == "iframe" and any(host in link.url for host in DASHBOARDS):
        return judged(candidate, Outcome.PARTIAL, "found", "dashboard", link.url, Confidence.MEDIUM)
    if target.state in (TargetState.DEAD, TargetState.LOGIN):
        key = "dead_link" if target.state is TargetState.DEAD else "login_link"
        return judged(candidate, Outcome.LINK_ONLY, "weak", key)
    return None


def closed(candidate: Candidate) -> Judgement | None:
    """The judgement of a candidate whose target holds nothing or was not seen, whoever owns it; else None."""
    return _without_content(candidate) or _unseen(candidate)


def _elsewhere(observations: Observations, candidate: Candidate) -> Judgement | None:
    """UNCHECKED for what stands on the office's own other host, which nobody registered."""
    away = candidate.link is not None and own_elsewhere(observations, candidate.link)
    return not_seen(candidate, FetchStatus.FOREIGN_HOST) if away else None


def _not_own(observations: Observations, candidate: Candidate, quality: Quality) -> Judgement | None:
    """Targets on hosts that are the parent's, another office's, or nobody's we know."""
    target, url = candidate.target, candidate.link.url if candidate.link is not None else ""
    assert target is not None
    owner, host = target.owner, host_of(url)
    if owner in _PARENTS:
        return judged(candidate, quality.parent, "weak", "parent", owner=owner_words(owner))
    if owner is Owner.OTHER_OFFICE:
        return judged(candidate, Outcome.MISSING, "missing", "other_office", owner=host)
    other = other_province(url, observations.site)
    if other and quality.parent.points < 1:
        return judged(candidate, Outcome.MISSING, "missing", "other_office", owner=other.title())
    outside = owner is Owner.EXTERNAL and target.document is None and not _names_office(target.page, observations.place)
    if owner is Owner.NATIONAL or outside:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "outside", host=host)
    return None


def _unseen(candidate: Candidate) -> Judgement | None:
    """Targets that nobody could look at."""
    target = candidate.target
    assert target is not None
    if target.state not in (TargetState.UNCHECKED, TargetState.UNOPENED):
        return None
    return not_seen(candidate, target.status if target.status is not FetchStatus.OK else FetchStatus.OUT_OF_BUDGET)


def _another_page(candidate: Candidate, quality: Quality, place: str) -> Judgement | None:
    """Pages that opened and are news, the home page or the parent's by name; files behind an address that answered."""
    target = candidate.target
    assert target is not None
    page = target.page
    if page is not None and page.kind is PageKind.NEWS_ARTICLE and not candidate.announced:
        return judged(candidate, Outcome.MISSING, "missing", "news", label=page.h1 or page.title or candidate.label)
    if page is not None and page.kind is PageKind.HOME and candidate.section is None:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "home_link")
    parent = named_after_parent(candidate, place)
    if parent:
        return judged(candidate, quality.parent, "weak", "parent", owner=parent)
    if target.state is TargetState.OPEN:  # outside storage that answered, without a readable document
        return judged(candidate, Outcome.PARTIAL, "found", "file", confidence=Confidence.LOW)
    return None


def _names_office(page: Page | None, place: str) -> bool:
    """Whether a page on a host nobody registered calls itself this office's."""
    if page is None or not place:
        return False
    text = f" {normalise(' '.join((page.title, page.h1, page.text[:3000], page.template_text[:2000])))} "
    return f" {normalise(place)} " in text and any(f" {name} " in text for name in _OUR_MINISTRY)


def owner_words(owner: Owner) -> str:
    """What an owner is called in a note: "Kanwil", "Kementerian Agama pusat"."""
    return str(table("notes")["owner"].get(owner.value, owner.value))


def named_after_parent(candidate: Candidate, place: str) -> str:
    """The parent whose name a page's own title ends with ("... yang Dikecualikan Kementerian Agama"), "" for none."""
    page = candidate.page
    if page is None or candidate.document is not None:
        return ""
    if place and says(page.text[:_MAX_OWNER_TEXT], place):
        return ""  # the own place stands in the element beside the title, or in the text
    for name in (page.h1, page.title, candidate.label):
        words = normalise(name)
        if place and f" {normalise(place)} " in f" {words} ":
            return ""
        if _PARENT.search(words):
            return name[-60:]
    return ""


def settled_file(candidate: Candidate, document: Document, quality: Quality) -> Judgement | None:
    """The judgement of a file that nobody can read, that is another's, or that says something fatal; else None."""
    if document.problem is DocumentProblem.LOGIN:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "login_link")
    if document.problem in _DEAD_FILES:
        return judged(candidate, Outcome.LINK_ONLY, "weak", "dead_link")
    if not document.usable:
        return not_seen(candidate, _UNREAD[document.problem], note("reason", document.problem.value))
    if document.owner is Owner.OTHER_OFFICE:
        return judged(candidate, Outcome.MISSING, "missing", "other_office", owner=document.owner_text)
    if document.owner in (*_PARENTS, Owner.NATIONAL):
        owner = owner_words(document.owner)
        return judged(candidate, quality.parent, "weak", "parent", document.owner_text, owner=owner)
    return fatal(candidate, document.text, quality)


def fatal(candidate: Candidate, text: str, quality: Quality) -> Judgement | None:
    """MISSING for a text that says what makes it wrong for this rule, else None."""
    wrong, _ = split_facts(quality.fatal, text)
    return judged(candidate, Outcome.MISSING, "missing", "fatal", passage(text), reason=wrong[0]) if wrong else None


def hollow(observations: Observations, candidate: Candidate, content: Content, quality: Quality) -> Judgement | None:
    """The nil return or the placeholder that stands in place of content; None where there is content."""
    page = candidate.page
    assert page is not None
    whole = page.kind is PageKind.PLACEHOLDER and _is_whole(candidate, page)
    empty = _empty_folders(content) or (content.put_off if content.words < REST else "")
    stands_in = may_stand_in(content.text) and (is_placeholder(content.text) or _put_off(content.text))
    if not whole and not empty and not stands_in:
        return None
    quote = empty or (page.placeholder if whole and page.placeholder else passage(content.text))
    nil = nil_return(observations, candidate, quality, content.text)
    return nil or judged(candidate, Outcome.MISSING, "missing", "placeholder", quote)


def _put_off(text: str) -> bool:
    """Whether all that a text says beside a definition is that nothing is there yet."""
    rest = beside_definitions(text)
    return rest != text and is_placeholder(rest)


def _empty_folders(content: Content) -> str:
    """What folders say of themselves ("0 dokumen") where all of some content is folders and each is empty, else ""."""
    records = content.records
    if not records or not all(record.hollow for record in records):
        return ""
    said = sum(len(record.text.split()) for record in records)
    return records[0].said(Role.COUNT) if said * 2 >= content.words else ""


def _is_whole(candidate: Candidate, page: Page) -> bool:
    """Whether a candidate is a page as a whole: not a section of it, or the section under the page's own title."""
    section = candidate.section
    if section is None or len(section.text) >= len(page.text) * _WHOLE_SHARE:
        return True
    return normalise(section.heading) == normalise(page.h1)


def settled_text(observations: Observations, candidate: Candidate, text: str, quality: Quality) -> Judgement | None:
    """The judgement of a running text that is wrong, another office's, or a nil return; None where it is to be read."""
    return (
        fatal(candidate, text, quality)
        or others_office(observations, candidate, text)
        or nil_return(observations, candidate, quality, text)
    )


def others_office(observations: Observations, candidate: Candidate, text: str) -> Judgement | None:
    """MISSING for a text that speaks as another office and never names the own place, else None."""
    if observations.place and says(text, observations.place):
        return None
    title = candidate.page.h1 if candidate.page is not None else ""
    owner, words = owner_of_document(title, text[:_MAX_OWNER_TEXT], (), observations.site)
    if owner is Owner.UNKNOWN and (ministry := other_ministry(text, observations.site)):
        owner, words = Owner.OTHER_OFFICE, ministry
    if owner is not Owner.OTHER_OFFICE and not (owner is Owner.KANWIL and _speaks_as_kanwil(text)):
        return None
    return judged(candidate, Outcome.MISSING, "missing", "other_office", owner=words)


def _speaks_as_kanwil(text: str) -> bool:
    """Whether a text is the Kanwil's own: it names itself at its head or again and again, not as a place to turn to."""
    named = [found.start() for found in _KANWIL.finditer(text[:_MAX_OWNER_TEXT])]
    return len(named) >= 2 or (bool(named) and named[0] < 60)


def nil_return(observations: Observations, candidate: Candidate, quality: Quality, text: str) -> Judgement | None:
    """NIL for a nil statement of the last year, STALE for an older one, None where there is none or none is allowed.

    An undated one may be a template's, or years old: it says nothing (ruling 15).
    """
    if not quality.nil or len(text.split()) > _MAX_NIL_WORDS:
        return None
    statement = nil_in(text)
    if not statement:
        return None
    dates = [d.value for d in find_dates(text, observations.today) if d.precision is not Precision.YEAR]
    if not dates:
        return judged(candidate, Outcome.MISSING, "missing", "nil_undated", statement)
    newest = max(dates)
    if (observations.today - newest).days > _NIL_VALID_DAYS:
        return judged(candidate, Outcome.STALE, "found", "nil_old", statement, date=newest.strftime("%d-%m-%Y"))
    return judged(candidate, Outcome.NIL, "found", "nil", statement)
