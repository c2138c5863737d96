"""Check kind ``facts``: contact facts printed anywhere on the site; a template's sample values are not facts."""

from __future__ import annotations

from collections.abc import Sequence

from auditor.checks.blindness import lead_left, unread
from auditor.checks.judgement import note, unseen
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import Observations
from auditor.rules.pack import Pack
from auditor.rules.schema import FactsQuality, Rule


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``facts`` rule."""
    quality = rule.quality
    assert isinstance(quality, FactsQuality)
    read = {"alamat": _address, "telepon_surel": _contact, "jam": _hours, "medsos": _social}[quality.fact]
    verdict = read(observations, quality)
    if not verdict.outcome.present and (blind := unread(observations) or lead_left(observations, rule)) is not None:
        return blind
    home_failed = not any(page.status is FetchStatus.OK for page in observations.pages)
    if verdict.outcome is Outcome.MISSING and home_failed:
        return unseen(observations.technical.home_status, note("unchecked", "no_contact"))
    return verdict


def _evidence(observations: Observations, url: str, quote: str) -> Evidence:
    page = next((p for p in observations.pages if p.url == url), None)
    return Evidence(url, quote[:240], page.fetched_at if page else None, page.record_id if page else "")


def _none(observations: Observations, samples: Sequence[str] = ()) -> Verdict:
    """MISSING, and where there are only a template's samples, the first of them."""
    values = {"pages": observations.pages_opened, "documents": observations.documents_opened}
    told = note("missing", "sample", quote=samples[0]) if samples else note("missing", "none", **values)
    return Verdict(Outcome.MISSING, note=told)


def _address(observations: Observations, quality: FactsQuality) -> Verdict:
    facts = observations.facts
    real = [a for a in facts.addresses if a.street and not a.sample]
    own = [a for a in real if a.own_place or not a.other_place]
    if own:
        best = max(own, key=lambda address: (address.own_place, bool(address.postcode)))
        evidence = (_evidence(observations, best.url, best.quote),)
        # a postcode tells the place, too; an office whose own place is not known cannot be asked to name it
        placed = best.own_place or bool(best.postcode) or not observations.place
        missing = [] if placed else ["nama daerah sendiri"]
        missing += [] if best.postcode or facts.map_url else ["kode pos atau peta"]
        if not missing:
            return Verdict(Outcome.COMPLETE, evidence=evidence, note=note("facts", "address", quote=best.quote))
        told = note("facts", "address_part", missing=" dan ".join(missing))
        return Verdict(Outcome.PARTIAL, Confidence.MEDIUM, evidence=evidence, note=told)
    if real:
        other = real[0]
        near = _evidence(observations, other.url, other.quote)
        told = note("missing", "other_office", label="alamat", owner=other.other_place)
        return Verdict(Outcome.MISSING, Confidence.MEDIUM, nearest=near, note=told)
    return _none(observations, [a.quote for a in facts.addresses if a.sample])


def _contact(observations: Observations, quality: FactsQuality) -> Verdict:
    facts = observations.facts
    phones = [f for f in (*facts.phones, *facts.whatsapp) if not f.sample]
    emails = [f for f in facts.emails if not f.sample]
    evidence = tuple(_evidence(observations, f.url, f.quote or f.value) for f in (*phones[:1], *emails[:1]))
    if phones and emails:
        official = next((f for f in emails if f.value.lower().endswith("kemenag.go.id")), None)
        key = "contact" if official else "contact_private"
        told = note("facts", key, phone=phones[0].value, email=(official or emails[0]).value)
        return Verdict(Outcome.COMPLETE, evidence=evidence, note=told)
    if phones or emails:
        told = note("facts", "contact_part", missing="surel" if phones else "telepon atau WhatsApp")
        return Verdict(Outcome.PARTIAL, evidence=evidence, note=told)
    return _none(observations, [f.value for f in (*facts.phones, *facts.whatsapp, *facts.emails)])


def _hours(observations: Observations, quality: FactsQuality) -> Verdict:
    best = next((f for f in observations.facts.hours if not f.sample), None)
    if best is None:
        return _none(observations)
    evidence = (_evidence(observations, best.url, best.quote),)
    return Verdict(Outcome.COMPLETE, evidence=evidence, note=note("facts", "hours", quote=best.quote))


def _social(observations: Observations, quality: FactsQuality) -> Verdict:
    accounts = {(a.network, a.handle.lower()): a for a in observations.facts.social if a.own}
    evidence = tuple(_evidence(observations, a.page_url, a.url) for a in list(accounts.values())[:4])
    if not accounts:
        return _none(observations)
    enough = len(accounts) >= quality.minimum
    told = note("facts", "social" if enough else "social_few", count=len(accounts), wanted=quality.minimum)
    return Verdict(Outcome.COMPLETE if enough else Outcome.PARTIAL, evidence=evidence, note=told)
