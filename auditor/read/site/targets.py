"""What stands at each address of a site, and what its pages promise or show for it. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from auditor.language.phrases import normalised
from auditor.model import Fetch, FetchRole, FetchStatus, Site, Snapshot
from auditor.observations import (
    Document,
    DocumentKind,
    DocumentProblem,
    Image,
    Link,
    Page,
    PageKind,
    Target,
    TargetState,
)
from auditor.web.hosts import canonical, owner_of

_SMALLEST_PICTURE = 400  # bytes
_CONTACTS = ("mailto:", "tel:", "whatsapp:", "sms:")
_PROBLEMS = {
    DocumentProblem.LOGIN: TargetState.LOGIN,
    DocumentProblem.UNKNOWN: TargetState.UNCHECKED,
    **dict.fromkeys((DocumentProblem.GONE, DocumentProblem.BROKEN, DocumentProblem.EMPTY), TargetState.DEAD),
}
SAME = (FetchStatus.DUPLICATE, FetchStatus.COPY)  # the skipped address leads to a page that was opened


def targets_of(
    snapshot: Snapshot,
    pages: Sequence[Page],
    documents: Mapping[str, Document],
    site: Site,
    copies: Mapping[str, str],
) -> dict[str, Target]:
    by_page = {page.url: page for page in pages}
    targets: dict[str, Target] = {}
    for fetch in snapshot.fetches:
        if fetch.role in (FetchRole.ROBOTS, FetchRole.PROBE):
            continue
        final = canonical(fetch.address)
        document = documents.get(final) or documents.get(canonical(fetch.url))
        page = by_page.get(copies.get(final, final))
        target = Target(_state(fetch, page, document), owner_of(final, site), fetch.status, page, document)
        for address in (fetch.url, *fetch.redirects, final):
            key = canonical(address)
            known = targets.get(key)
            if known is None or (not known.state.works and target.state.works):
                targets[key] = target
    for skipped in snapshot.skipped:
        key = canonical(skipped.url)
        if not key or key in targets:
            continue
        same = targets.get(canonical(skipped.detail)) if skipped.reason in SAME else None
        if same is not None:
            targets[key] = same
        else:
            kept_out = skipped.reason in (FetchStatus.ROBOTS, FetchStatus.FORBIDDEN_ADDRESS, FetchStatus.CIRCUIT_OPEN)
            state = TargetState.UNCHECKED if kept_out else TargetState.UNOPENED
            targets[key] = Target(state, owner_of(key, site), skipped.reason)
    return targets


def _state(fetch: Fetch, page: Page | None, document: Document | None) -> TargetState:
    if document is not None:
        shown = TargetState.IMAGE if document.kind is DocumentKind.IMAGE else TargetState.DOCUMENT
        return _PROBLEMS.get(document.problem, shown)
    if fetch.status.absent:
        return TargetState.DEAD
    if fetch.status is FetchStatus.UNAUTHORIZED:
        return TargetState.LOGIN
    if fetch.status is not FetchStatus.OK:
        return TargetState.UNCHECKED
    if page is not None and page.kind is PageKind.SOFT_404:
        return TargetState.DEAD
    if page is not None:
        return TargetState.PAGE if page.kind.readable else TargetState.UNCHECKED
    if fetch.role is FetchRole.PICTURE or (not fetch.body and fetch.role is not FetchRole.EXTERNAL):
        return TargetState.DEAD
    return TargetState.OPEN


def with_promises(page: Page, targets: Mapping[str, Target]) -> Page:
    """A page that knows what in its own content belongs to links that lead nowhere: their names, their entries."""
    names = {name for link in page.own_links if _dead(link, targets) for name in (link.label, link.context)}
    names |= {
        cell.text
        for record in page.records
        if record.links and all(_dead(link, targets) for link in record.links)
        for cell in record.cells
    }
    dead = frozenset(map(normalised, names)) - {""}
    return replace(page, promises=dead) if dead else page


def _dead(link: Link, targets: Mapping[str, Target]) -> bool:
    """Whether a link offers something and leads nowhere."""
    if not link.leaf or link.raw.lower().startswith(_CONTACTS):
        return False
    return targets[link.url].state.broken if link.url in targets else not link.url and not link.anchor


def with_known_pictures(page: Page, targets: Mapping[str, Target]) -> Page:
    """A page whose pictures are marked as broken, or have their real width, where their files were looked at."""
    known = {image.url: targets[image.url] for image in page.images if image.url in targets}
    if not known:
        return page

    def seen(images: tuple[Image, ...]) -> tuple[Image, ...]:
        return tuple(_seen(image, known[image.url]) if image.url in known else image for image in images)

    sections = tuple(replace(s, images=seen(s.images)) if s.images else s for s in page.sections)
    return replace(page, images=seen(page.images), sections=sections)


def _seen(image: Image, target: Target) -> Image:
    document = target.document
    if target.state is TargetState.DEAD:
        return replace(image, broken=True)
    if document is None or document.kind is not DocumentKind.IMAGE:
        return image
    if document.width is None:  # no picture inside, or a kind without a size of its own (SVG)
        return replace(image, broken=document.size < _SMALLEST_PICTURE)
    return replace(image, width=document.width, height=document.height)
