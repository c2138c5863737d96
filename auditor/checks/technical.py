"""Check kind ``technical``: measures of the site itself: HTTPS, domain, broken links, menus, phones, accessibility."""

from __future__ import annotations

from dataclasses import replace

from auditor.checks.blindness import unread
from auditor.checks.judgement import note, unseen
from auditor.checks.scale import between_steps, by_steps, measured
from auditor.data import table
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, TlsState, Verdict
from auditor.observations import Observations, PageKind, SearchReach
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule, TechnicalQuality
from auditor.web.hosts import listed

_ALT_SHARE = 0.8
_TLS = {
    TlsState.VALID: (1.0, "https"),
    TlsState.COMPLETED_CHAIN: (0.5, "https_chain"),
    TlsState.LEGACY: (0.5, "https_legacy"),
    TlsState.UNVERIFIED: (0.0, "https_unverified"),
    TlsState.NONE: (0.0, "https_none"),
}


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``technical`` rule: measured points, or UNCHECKED where the home page was not seen."""
    quality = rule.quality
    assert isinstance(quality, TechnicalQuality)
    technical = observations.technical
    if not observations.status.readable:
        return unseen(observations.status.cause, "")
    if not technical.home_url or technical.home_status is not FetchStatus.OK:
        return unseen(technical.home_status, note("unchecked", "no_contact"))
    needs_content = quality.measure in ("tautan_rusak", "menu_kosong", "aksesibilitas", "pencarian")
    if needs_content and (blind := unread(observations)) is not None:
        return blind
    measures = {
        "https": _https,
        "domain": _domain,
        "tautan_rusak": _links,
        "menu_kosong": _menu,
        "ponsel": _mobile,
        "aksesibilitas": _access,
        "pencarian": _search,
    }
    return measures[quality.measure](observations, quality)


def _measured(observations: Observations, points: float, reason: str, quote: str = "") -> Verdict:
    """A verdict whose evidence is the home page."""
    home = next((p for p in observations.pages if p.kind is PageKind.HOME), None)
    seen = Evidence(observations.technical.home_url, quote or reason)
    if home is not None:
        seen = replace(seen, url=home.url, fetched_at=home.fetched_at, record_id=home.record_id)
    return measured(points, (seen,), Confidence.HIGH, reason)


def _https(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    points, key = _TLS[technical.tls]
    seconds = technical.home_seconds or 0.0
    reason = note("technical", key, seconds=f"{seconds:.1f}".replace(".", ","))
    if points == 1.0 and seconds > quality.max_seconds:
        points, reason = 0.5, note("technical", "https_slow", seconds=f"{seconds:.0f}")
    return _measured(observations, points, reason)


def _domain(observations: Observations, quality: TechnicalQuality) -> Verdict:
    host = observations.technical.final_host.split(":")[0]
    suffix = max((s for s in quality.hosts if s and listed(host, [s.lstrip(".")])), key=len, default="")
    reason = note("technical", "domain", host=observations.technical.final_host)
    return _measured(observations, quality.hosts.get(suffix, 0.0), reason)


def _links(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    checked, broken = technical.links_checked, len(technical.links_broken)
    if not checked:
        return Verdict(Outcome.NOT_APPLICABLE, Confidence.LOW, note=note("technical", "links_none"))
    points = between_steps(quality.steps, broken / checked)
    quote = "; ".join(label for label, _ in technical.links_broken[:6])
    return _measured(observations, points, note("technical", "links", broken=broken, checked=checked), quote=quote)


def _menu(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    leaves, empty = technical.menu_leaves, technical.menu_empty
    if not leaves:
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, note=note("technical", "menu_none"))
    share = len(empty) / leaves
    points = by_steps(quality.steps, share) if quality.steps else float(share <= 0.05)
    key, labels = "menu" if empty else "menu_good", ", ".join(empty[:6])
    return _measured(observations, points, note("technical", key, empty=len(empty), leaves=leaves, labels=labels))


def _mobile(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    if "width=device-width" not in technical.viewport.replace(" ", "").lower():
        return _measured(observations, 0.0, note("technical", "mobile_none"))
    if technical.fixed_width:
        return _measured(observations, 0.5, note("technical", "mobile_part"))
    return _measured(observations, 1.0, note("technical", "mobile"), quote=technical.viewport)


def _access(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    signs = {
        "language": bool(technical.lang) and technical.lang_fits,
        "alternatives": technical.images > 0 and technical.images_with_alt / technical.images >= _ALT_SHARE,
        "skip": technical.skip_link,
        "aid": bool(technical.accessibility_widget),
        "page": bool(technical.accessible_page),
    }
    called = table("notes")["technical"]["signs"]
    present = [called[sign] for sign, there in signs.items() if there]
    if not present:
        return _measured(observations, 0.0, note("technical", "access_none"))
    missing = [called[sign] for sign, there in signs.items() if not there]
    reason = note("technical", "access", present=", ".join(present), missing=", ".join(missing) or "-")
    return _measured(observations, by_steps(quality.steps, len(signs) - len(present)), reason)


def _search(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    if technical.search_reach is None:
        return _measured(observations, 0.0, note("technical", "search_none"))
    points, key = (0.5, "search_part") if technical.search_reach is SearchReach.SECTION else (1.0, "search")
    return _measured(observations, points, note("technical", key), technical.search)
