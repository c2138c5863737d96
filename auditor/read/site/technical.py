"""What can be measured of a site without judging its content: TLS, speed, menus, links, aids for disabled visitors."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from auditor.language.phrases import Phrases
from auditor.model import Fetch, FetchRole, FetchStatus, Snapshot, TlsState
from auditor.observations import Owner, Page, PageKind, Target, TargetState, Technical, Zone
from auditor.read.page.anatomy import Anatomy
from auditor.read.site.system import system_of
from auditor.read.site.template import Template
from auditor.web.hosts import host_of

_WIDGETS = Phrases(
    [
        "menu aksesibilitas",
        "mode suara",
        "ukuran teks",
        "monokrom",
        "tandai tautan",
        "kontras tinggi",
        "perbesar teks",
        "accessibility tools",
        "alat aksesibilitas",
        "aksesibilitas",
        "baca halaman",
        "text to speech",
    ]
)
_SERVICES = Phrases(
    [
        "layanan inklusi",
        "layanan disabilitas",
        "disabilitas",
        "difabel",
        "braille",
        "audio ppid",
        "inklusi",
        "kelompok rentan",
    ]
)
_SKIP = Phrases(
    [
        "lewati ke isi utama",
        "lewati ke konten",
        "langsung ke isi",
        "langsung ke konten",
        "skip to content",
        "skip to main content",
        "loncat ke konten",
        "lompat ke konten",
        "lewati ke isi",
        "skip to main",
    ]
)
_WIDGET_CODE = re.compile(
    rb"userway|accessibe|acsb|pojo-a11y|one-click-accessibility|equalweb|sienna|widget-disabilitas|disability-widget|ea11y|accessibility-widget|responsivevoice|ngx-a11y",
    re.I,
)
_FIXED = re.compile(
    rb"<body[^>]{0,300}style\s*=\s*[\"'][^\"']*width\s*:\s*\d{3,4}px|<table[^>]{0,200}width\s*=\s*[\"']?(?:9\d\d|1\d\d\d)[\"'\s>]",
    re.I,
)
_INFORMATION = Phrases(
    [
        "ppid",
        "informasi publik",
        "informasi berkala",
        "berkala",
        "setiap saat",
        "serta merta",
        "dikecualikan",
        "keterbukaan informasi",
        "dip",
        "daftar informasi publik",
        "layanan informasi",
        "laporan",
    ]
)
_DEMO_PAGES = re.compile(
    r"(?:^|/)(?:blog-details?|about|category|single|index-?\d?|contact|elements|shop|pricing|faq|team)\.html(?:$|[?#])",
    re.I,
)
_MIN_LINKS = 5  # below that the whole site is measured
_SEARCH = ("s", "q", "search", "cari", "keyword", "katakunci", "query", "kata_kunci", "searchword", "pencarian", "k")


def read_technical(
    snapshot: Snapshot,
    pages: Sequence[Page],
    targets: Mapping[str, Target],
    anatomies: Mapping[str, Anatomy],
    template: Template,
) -> Technical:
    """The technical measures of a site."""
    home = next((f for f in snapshot.fetches if f.role is FetchRole.HOME and f.status is FetchStatus.OK), None) or next(
        (f for f in snapshot.fetches if f.role is FetchRole.HOME), None
    )
    if home is None:
        return Technical()
    page = next((p for p in pages if p.kind is PageKind.HOME), None)
    anatomy = anatomies.get(page.url) if page is not None else None
    if page is None or anatomy is None:
        return Technical(
            home_url=home.url,
            final_host=host_of(home.final_url or home.url),
            tls=home.tls,
            home_status=home.status,
            home_seconds=home.elapsed,
        )
    leaves, empty = _menu(anatomy, targets, template)
    images, with_alt = _images(pages)
    checked, broken = _links(pages, targets)
    if checked < _MIN_LINKS:
        wider = _links(pages, targets, everywhere=True)
        checked, broken = wider if wider[0] >= _MIN_LINKS else (checked, broken)
    return Technical(
        home_url=home.url,
        final_host=host_of(home.final_url or home.url),
        tls=_best_tls(snapshot.fetches, home),
        home_status=home.status,
        home_seconds=home.elapsed,
        lang=anatomy.lang,
        viewport=anatomy.viewport,
        fixed_width=_FIXED.search(home.body) is not None,
        skip_link=any(_SKIP.any(link.label) for link in anatomy.links[:40]),
        accessibility_widget=_widget(home, anatomy),
        accessible_page=_accessible_page(pages),
        images=images,
        images_with_alt=with_alt,
        menu_leaves=leaves,
        menu_empty=empty,
        search=_search({u: a for u, a in anatomies.items() if host_of(u) == host_of(page.url)}),
        links_checked=checked,
        links_broken=broken,
        system=system_of(home, (a.generator for u, a in anatomies.items() if host_of(u) == host_of(page.url))),
    )


def _best_tls(fetches: Sequence[Fetch], home: Fetch) -> TlsState:
    """The rung on which the home page answered; plain HTTP only when no page of the same host came over TLS."""
    if home.tls is not TlsState.NONE:
        return home.tls
    host = host_of(home.final_url or home.url)
    return next(
        (
            f.tls
            for f in fetches
            if f.tls is not TlsState.NONE and f.status is FetchStatus.OK and host_of(f.final_url or f.url) == host
        ),
        TlsState.NONE,
    )


def _menu(anatomy: Anatomy, targets: Mapping[str, Target], template: Template) -> tuple[int, tuple[str, ...]]:
    """The number of leaf entries in the menus, and the labels of those that lead nowhere by their own writing.

    Old layouts mark no menu: there, what repeats on every page is one.
    """
    marked = any(link.zone is Zone.NAV for link in anatomy.links)
    leaves: dict[tuple[str, str], bool] = {}
    for link, path in zip(anatomy.links, anatomy.link_paths, strict=True):
        menu = (
            link.zone in (Zone.NAV, Zone.HEADER)
            if marked
            else template.repeated(link, path) and link.zone is not Zone.FOOTER
        )
        if not menu or not link.leaf or not link.label or link.tag == "button":
            continue
        if link.raw.lower().startswith(("mailto:", "tel:")):
            continue
        empty = (not link.url and not link.anchor) or bool(
            _DEMO_PAGES.search(link.raw) and targets.get(link.url, _NONE).state is TargetState.DEAD
        )
        leaves[(link.section, link.label)] = empty
    return len(leaves), tuple(label for (_, label), empty in leaves.items() if empty)


_NONE = Target(TargetState.UNOPENED, Owner.UNKNOWN)


def _images(pages: Sequence[Page]) -> tuple[int, int]:
    seen: dict[str, bool] = {}
    for page in pages:
        if page.status is FetchStatus.OK:
            for image in page.images:
                if image.url and image.zone is Zone.MAIN:
                    seen[image.url] = seen.get(image.url, False) or bool(image.alt)
    return len(seen), sum(seen.values())


def _links(
    pages: Sequence[Page], targets: Mapping[str, Target], everywhere: bool = False
) -> tuple[int, tuple[tuple[str, str], ...]]:
    """Links of PPID and information pages whose target was looked at, and those of them that are broken."""
    looked: dict[str, tuple[str, bool]] = {}
    for page in pages:
        if page.status is not FetchStatus.OK or page.kind in (PageKind.HOME, PageKind.NEWS_ARTICLE, PageKind.NEWS_LIST):
            continue
        if not everywhere and not _information_page(page):
            continue
        for link in page.links if everywhere else page.own_links:
            target = targets.get(link.url) if link.url else None
            if target is None:
                if not everywhere and not link.url and not link.anchor and link.raw in ("", "#") and link.tag == "a":
                    looked[f"{page.url}#{link.name}"] = (link.name, True)
            elif target.state.works:
                looked.setdefault(
                    link.url, (link.name, target.page is not None and target.page.kind is PageKind.PLACEHOLDER)
                )
            elif target.state.broken:
                looked[link.url] = (link.name, True)
    return len(looked), tuple((label, url) for url, (label, bad) in looked.items() if bad)


def _information_page(page: Page) -> bool:
    return page.host_ppid or bool(_INFORMATION.any(" / ".join((*page.trail, page.title, page.h1))))


def _search(anatomies: Mapping[str, Anatomy]) -> str:
    """Where the search form leads, "" for none; the auditor itself never submits a form."""
    for anatomy in anatomies.values():
        for form in anatomy.forms:
            if form.search or (
                len(form.fields) <= 3
                and any(f.name.lower() in _SEARCH or "cari" in f.label.lower() for f in form.fields)
                and not form.login
            ):
                return form.action or anatomy.url
        if "potentialaction" in anatomy.schema_types or "searchaction" in anatomy.schema_types:
            return anatomy.url
    return ""


def _widget(home: Fetch, anatomy: Anatomy) -> str:
    found = _WIDGET_CODE.search(home.body)
    if found:
        return found.group(0).decode("ascii", "replace")
    return _WIDGETS.any(" | ".join(link.label for link in anatomy.links if len(link.label) <= 60))


def _accessible_page(pages: Sequence[Page]) -> str:
    """A page on services for disabled visitors, or one that offers sound or braille."""
    return next(
        (
            page.url
            for page in pages
            if page.kind in (PageKind.STATIC, PageKind.LISTING, PageKind.SECTION)
            and page.words >= 20
            and _SERVICES.any(" | ".join((page.title, page.h1, *page.trail[-1:])))
        ),
        "",
    )
