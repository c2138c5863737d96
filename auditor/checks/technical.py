"""Check kind ``technical``: measures of the site itself: HTTPS, domain, broken links, menus, phones, accessibility."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.checks.blindness import unread
from auditor.checks.judgement import note, unseen
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, TlsState, Verdict
from auditor.observations import Observations, PageKind, SearchReach
from auditor.rules.pack import Pack
from auditor.rules.schema import Rule, Step, TechnicalQuality

#: Answers that came from the site's own server, so that its address and TLS can be judged.
_ALT_SHARE = 0.8
_TLS_POINTS = {
    TlsState.VALID: 1.0,
    TlsState.COMPLETED_CHAIN: 0.5,
    TlsState.LEGACY: 0.5,
    TlsState.UNVERIFIED: 0.0,
    TlsState.NONE: 0.0,
}
_TLS_NOTES = {
    TlsState.COMPLETED_CHAIN: "https_chain",
    TlsState.LEGACY: "https_legacy",
    TlsState.UNVERIFIED: "https_unverified",
    TlsState.NONE: "https_none",
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


def measured(
    observations: Observations, points: float, reason: str, confidence: Confidence = Confidence.HIGH, quote: str = ""
) -> Verdict:
    """A measured verdict: lengkap at 1, tidak_ada at 0, sebagian between (DESIGN section 3)."""
    outcome = Outcome.COMPLETE if points >= 1 else Outcome.MISSING if points <= 0 else Outcome.PARTIAL
    home = next((p for p in observations.pages if p.kind is PageKind.HOME), None)
    url = observations.technical.home_url
    seen = Evidence(
        home.url if home else url, quote or reason, home.fetched_at if home else None, home.record_id if home else ""
    )
    evidence = (seen,) if outcome is not Outcome.MISSING else ()
    return Verdict(outcome, confidence, points, evidence, None if evidence else seen, reason)


def by_steps(steps: Sequence[Step], value: float) -> float:
    """The points of the first step that a value does not exceed, 0 beyond the last."""
    return next((step.points for step in sorted(steps, key=lambda s: s.max) if value <= step.max), 0.0)


def between_steps(steps: Sequence[Step], value: float) -> float:
    """The points on the straight line between the two steps around a value, to two decimals; 0 beyond the last."""
    ordered = sorted(steps, key=lambda step: step.max)
    before = None
    for step in ordered:
        if value <= step.max:
            if before is None:
                return step.points
            along = (value - before.max) / (step.max - before.max)
            return round(before.points + along * (step.points - before.points), 2)
        before = step
    return 0.0


def _https(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    points = _TLS_POINTS[technical.tls]
    seconds = technical.home_seconds or 0.0
    reason = note("technical", _TLS_NOTES.get(technical.tls, "https"), seconds=f"{seconds:.1f}".replace(".", ","))
    if points == 1.0 and seconds > quality.max_seconds:
        points, reason = 0.5, note("technical", "https_slow", seconds=f"{seconds:.0f}")
    return measured(observations, points, reason)


def _domain(observations: Observations, quality: TechnicalQuality) -> Verdict:
    host = observations.technical.final_host.split(":")[0]
    suffix = max(
        (s for s in quality.hosts if s and (host == s.lstrip(".") or host.endswith("." + s.lstrip(".")))),
        key=len,
        default="",
    )
    return measured(
        observations,
        quality.hosts.get(suffix, 0.0),
        note("technical", "domain", host=observations.technical.final_host),
    )


def _links(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    checked, broken = technical.links_checked, len(technical.links_broken)
    if not checked:
        return Verdict(Outcome.NOT_APPLICABLE, Confidence.LOW, note=note("technical", "links_none"))
    points = between_steps(quality.steps, broken / checked)
    quote = "; ".join(label for label, _ in technical.links_broken[:6])
    return measured(observations, points, note("technical", "links", broken=broken, checked=checked), quote=quote)


def _menu(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    leaves, empty = technical.menu_leaves, technical.menu_empty
    if not leaves:
        return Verdict(Outcome.UNCHECKED, Confidence.LOW, note=note("technical", "menu_none"))
    share = len(empty) / leaves
    points = by_steps(quality.steps, share) if quality.steps else float(share <= 0.05)
    if not empty:
        return measured(observations, points, note("technical", "menu_good", leaves=leaves))
    return measured(
        observations, points, note("technical", "menu", empty=len(empty), leaves=leaves, labels=", ".join(empty[:6]))
    )


def _mobile(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    if "width=device-width" not in technical.viewport.replace(" ", "").lower():
        return measured(observations, 0.0, note("technical", "mobile_none"))
    if technical.fixed_width:
        return measured(observations, 0.5, note("technical", "mobile_part"))
    return measured(observations, 1.0, note("technical", "mobile"), quote=technical.viewport)


def _access(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    signs = {
        "bahasa halaman dinyatakan dengan benar": bool(technical.lang) and technical.lang_fits,
        "teks pengganti gambar": technical.images > 0 and technical.images_with_alt / technical.images >= _ALT_SHARE,
        "tautan lewati ke isi": technical.skip_link,
        "alat bantu aksesibilitas": bool(technical.accessibility_widget),
        "halaman audio, braille, atau layanan disabilitas": bool(technical.accessible_page),
    }
    present = [name for name, there in signs.items() if there]
    if not present:
        return measured(observations, 0.0, note("technical", "access_none"))
    missing = [name for name in signs if name not in present]
    reason = note("technical", "access", present=", ".join(present), missing=", ".join(missing) or "-")
    return measured(observations, by_steps(quality.steps, len(signs) - len(present)), reason)


def _search(observations: Observations, quality: TechnicalQuality) -> Verdict:
    technical = observations.technical
    if technical.search_reach is None:
        return measured(observations, 0.0, note("technical", "search_none"))
    if technical.search_reach is SearchReach.SECTION:
        return measured(observations, 0.5, note("technical", "search_part"), quote=technical.search)
    return measured(observations, 1.0, note("technical", "search"), quote=technical.search)
