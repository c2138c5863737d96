"""What can be measured of a site without judging its content: TLS, speed, menus, links, aids for disabled visitors."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from auditor.data import table
from auditor.language.labels import core, says_more
from auditor.language.phrases import Phrases, Stems, normalise
from auditor.model import Fetch, FetchRole, FetchStatus, Snapshot, TlsState
from auditor.observations import (
    Form,
    Link,
    Owner,
    Page,
    PageKind,
    SearchReach,
    Target,
    TargetState,
    Technical,
    Zone,
)
from auditor.read.page.anatomy import Anatomy, Block
from auditor.read.site.system import system_of
from auditor.read.site.template import Template
from auditor.web.hosts import host_of

_DATA = table("technical")
_WIDGETS = Phrases(_DATA["aids"]["widgets"])
_SERVICES = Phrases(_DATA["aids"]["services"])
_SKIP = Phrases(_DATA["aids"]["skip"])
_WIDGET_CODE = re.compile("|".join(map(re.escape, _DATA["aids"]["code"])).encode(), re.I)
_WIDGET_NAMES = Stems(_DATA["aids"]["code"])
_FIXED = re.compile(
    rb"<body[^>]{0,300}style\s*=\s*[\"'][^\"']*width\s*:\s*\d{3,4}px|<table[^>]{0,200}width\s*=\s*[\"']?(?:9\d\d|1\d\d\d)[\"'\s>]",
    re.I,
)
_INFORMATION = Phrases(_DATA["information"]["pages"])
_DEMO_PAGES = re.compile(_DATA["leftover"]["pages"], re.I)
_EMPTY_ALT = frozenset((*_DATA["alt"]["empty"], *_DATA["alt"]["nameless"]))
_LANGUAGES = {code: frozenset(_DATA["language"][code]) for code in ("id", "en")}
_INDONESIAN = tuple(_DATA["language"]["codes"])
_ENOUGH_WORDS = 40  # of a text whose language can be told
_SEARCH_FIELDS = frozenset(_DATA["search"]["fields"])
_SEARCH_WORDS = Phrases(_DATA["search"]["words"])
_SECTIONS = Phrases(_DATA["search"]["sections"])
_OFFERS = frozenset(table("anatomy")["offers"]["verbs"])
_SWITCHES = Phrases(_DATA["switches"]["words"])
_SEARCH_SCHEMA = frozenset(_DATA["search"]["schema"])
_PLAIN = (PageKind.STATIC, PageKind.LISTING, PageKind.SECTION)
_FAILED = (FetchStatus.SERVER_ERROR, FetchStatus.APPLICATION_ERROR)


def read_technical(
    snapshot: Snapshot,
    pages: Sequence[Page],
    targets: Mapping[str, Target],
    anatomies: Mapping[str, Anatomy],
    template: Template,
) -> Technical:
    """The technical measures of a site."""
    homes = [fetch for fetch in snapshot.fetches if fetch.role is FetchRole.HOME]
    if not homes:
        return Technical()
    home = next((fetch for fetch in homes if fetch.status is FetchStatus.OK), homes[0])
    answered = Technical(
        home_url=home.url,
        final_host=host_of(home.address),
        tls=home.tls,
        home_status=home.status,
        home_seconds=home.elapsed,
    )
    page = next((p for p in pages if p.kind is PageKind.HOME), None)
    anatomy = anatomies.get(page.url) if page is not None else None
    if page is None or anatomy is None:
        return answered
    here = [other for url, other in anatomies.items() if host_of(url) == host_of(page.url)]
    leaves, empty = _menu(anatomy, targets, template)
    images, with_alt = _images(pages)
    checked, broken = _links(pages, targets)
    search, reach = _search(here, page.url, targets)
    return replace(
        answered,
        tls=_best_tls(snapshot.fetches, home),
        lang=anatomy.lang,
        lang_fits=_fits(anatomy.lang, " ".join(p.text for p in pages)),
        viewport=anatomy.viewport,
        fixed_width=_FIXED.search(home.body) is not None,
        skip_link=any(map(_SKIP.any, {link.label for other in here for link in other.links[:40]})),
        accessibility_widget=_widget(home, anatomy),
        accessible_page=_accessible_page(pages),
        images=images,
        images_with_alt=with_alt,
        menu_leaves=leaves,
        menu_empty=empty,
        search=search,
        search_reach=reach,
        links_checked=checked,
        links_broken=broken,
        system=system_of(home, (other.generator for other in here)),
    )


def _best_tls(fetches: Sequence[Fetch], home: Fetch) -> TlsState:
    """The rung on which the home page answered; plain HTTP only when no page of the same host came over TLS."""
    host = host_of(home.address)
    found = (fetch.tls for fetch in fetches if fetch.status is FetchStatus.OK and host_of(fetch.address) == host)
    return next((tls for tls in (home.tls, *found) if tls is not TlsState.NONE), TlsState.NONE)


def _menu(anatomy: Anatomy, targets: Mapping[str, Target], template: Template) -> tuple[int, tuple[str, ...]]:
    """The number of leaf entries in the menus, and the labels of those that lead nowhere by their own writing.

    Old layouts mark no menu: there, what repeats on every page is one.
    """
    marked = any(link.zone is Zone.NAV for link in anatomy.links)
    leaves: dict[tuple[str, str], bool] = {}
    for link, path in zip(anatomy.links, anatomy.link_paths, strict=True):
        if marked:
            menu = link.zone in (Zone.NAV, Zone.HEADER)
        else:
            menu = template.repeated(link, path) and link.zone is not Zone.FOOTER
        if not menu or not link.leaf or not link.label or link.tag == "button":
            continue
        if link.raw.lower().startswith(("mailto:", "tel:")):
            continue
        demo = _DEMO_PAGES.search(link.raw) and targets.get(link.url, _NONE).state is TargetState.DEAD
        leaves[(link.section, link.label)] = bool(demo) or not (link.url or link.anchor)
    return len(leaves), tuple(label for (_, label), empty in leaves.items() if empty)


_NONE = Target(TargetState.UNOPENED, Owner.UNKNOWN)


def _images(pages: Sequence[Page]) -> tuple[int, int]:
    """The distinct pictures in the pages' own content, and how many of them have words that tell what they show."""
    seen: dict[str, bool] = {}
    for page in pages:
        if page.status is FetchStatus.OK:
            for image in page.images:
                if image.url and image.zone is Zone.MAIN:
                    seen[image.url] = seen.get(image.url, False) or says_more(image.alt, _EMPTY_ALT)
    return len(seen), sum(seen.values())


def _fits(lang: str, text: str) -> bool:
    """Whether a declared language is that of the text; a text too short to tell is Indonesian."""
    words = Counter(text[:40_000].lower().split())
    indonesian, english = (sum(words[word] for word in _LANGUAGES[code]) for code in ("id", "en"))
    told = indonesian + english >= _ENOUGH_WORDS  # an office's few words are Indonesian until more show otherwise
    return lang.startswith("en") if told and english > indonesian else lang.split("-")[0] in _INDONESIAN


def _links(pages: Sequence[Page], targets: Mapping[str, Target]) -> tuple[int, tuple[tuple[str, str], ...]]:
    """The site's own links whose target was looked at, each once, and those of them that lead nowhere.

    A server's error that lasts is a dead link to a visitor; a page that opens is none, however little it holds. A "#"
    is dead where it promises something: in the content of a page on public information.
    """
    looked: dict[str, tuple[str, bool]] = {}
    told: set[int] = set()  # links of which a further page tells nothing new
    for page in pages:
        if page.status is not FetchStatus.OK or page.kind in (PageKind.NEWS_ARTICLE, PageKind.NEWS_LIST):
            continue
        informs = page.kind is not PageKind.HOME and _information_page(page)
        for link in page.links:
            if id(link) in told:
                continue
            target = targets.get(link.url) if link.url else None
            if target is None:
                if link.url or link.anchor or link.zone is not Zone.MAIN or link.template or not link.leaf:
                    told.add(id(link))
                elif informs and _promises(link):
                    looked[f"{page.url}#{link.name}"] = (link.name, True)
            elif target.state.works:
                told.add(id(link))
                looked.setdefault(link.url, (link.name, False))
            elif target.state.broken or (target.state is TargetState.UNCHECKED and target.status in _FAILED):
                looked[link.url] = (link.name, True)
    return len(looked), tuple((label, url) for url, (label, bad) in looked.items() if bad)


def _promises(link: Link) -> bool:
    """Whether a link without a target promises one: it names something, and is no switch of the page ("Kembali")."""
    if link.raw not in ("", "#") and not link.raw.lower().startswith("javascript:"):
        return False
    first = normalise(link.label).split()[:1]
    if link.tag != "a":  # a button works by script; one that offers a file is taken at its word
        return bool(first) and first[0] in _OFFERS
    return bool(core(link.name)) and not _SWITCHES.any(link.label)


def _information_page(page: Page) -> bool:
    return page.host_ppid or bool(_INFORMATION.any(" / ".join((*page.trail, page.title, page.h1))))


def _search(anatomies: Sequence[Anatomy], home: str, targets: Mapping[str, Target]) -> tuple[str, SearchReach | None]:
    """Where the widest search box leads, and how much it searches; ("", None) for none (nothing is ever submitted).

    A box that calls itself one section's ("Cari berita ...") searches that section; so does one without a field to
    send. One that only filters a table on its page, and one whose target is dead or a page of a theme's demo, do not.
    """
    part = ""
    seen: set[int] = set()  # blocks of the template: what one opened has been told
    for anatomy in anatomies:
        for form in anatomy.forms:
            if not _seeks(form) or _DEMO_PAGES.search(form.action):
                continue
            if targets.get(form.action, _NONE).state is TargetState.DEAD:
                continue
            sections = len({hit.phrase for field in form.fields for hit in _SECTIONS.hits(field.label)})
            here = form.zone is Zone.MAIN and anatomy.url != home and form.action in ("", anatomy.url)
            if sections != 1 and not here:
                return form.action or anatomy.url, SearchReach.SITE
            part = part or form.action or anatomy.url
        if not _SEARCH_SCHEMA.isdisjoint(anatomy.schema_types):
            return anatomy.url, SearchReach.SITE
        if not any(map(_seeks, anatomy.forms)):
            new = [block for block in anatomy.blocks if id(block) not in seen]
            seen.update(map(id, new))
            for block in filter(_opens_search, new):
                if not _SECTIONS.any(block.text):
                    return anatomy.url, SearchReach.SITE
                part = part or anatomy.url
    return part, SearchReach.SECTION if part else None


def _seeks(form: Form) -> bool:
    """Whether a form sends one thing to look for."""
    if form.login or len(form.fields) > 3:
        return False
    if not any(field.name for field in form.fields):  # by script: what it seeks is all that tells it from a filter
        return not form.action and any(_SECTIONS.any(field.label) for field in form.fields)
    return form.search or any(f.name.lower() in _SEARCH_FIELDS or _SEARCH_WORDS.any(f.label) for f in form.fields)


def _opens_search(block: Block) -> bool:
    """Whether a button of the header or menu opens a search box: its few words begin with "Cari"."""
    return block.zone in (Zone.HEADER, Zone.NAV) and _begins_a_search(block.text)


@lru_cache(maxsize=4096)
def _begins_a_search(text: str) -> bool:
    words = normalise(text).split()
    return 0 < len(words) <= 6 and bool(_SEARCH_WORDS.any(words[0]))


def _widget(home: Fetch, anatomy: Anatomy) -> str:
    found = _WIDGET_CODE.search(home.body) if _WIDGET_NAMES.occur(home.body.lower()) else None
    if found:
        return found.group(0).decode("ascii", "replace")
    return _WIDGETS.any(" | ".join(link.label for link in anatomy.links if len(link.label) <= 60))


def _accessible_page(pages: Sequence[Page]) -> str:
    """A page on services for disabled visitors, or one that offers sound or braille."""
    told = (page for page in pages if page.kind in _PLAIN and page.words >= 20)
    return next((page.url for page in told if _SERVICES.any(" | ".join((page.title, page.h1, *page.trail[-1:])))), "")
