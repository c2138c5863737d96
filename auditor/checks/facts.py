"""Check kind ``facts``: contact facts printed anywhere on the site; a template's sample values are not facts."""

from __future__ import annotations

from auditor.checks.blindness import lead_left, unread
from auditor.checks.judgement import note, unseen
from auditor.model import Confidence, Evidence, FetchStatus, Outcome, Verdict
from auditor.observations import Address, Found, Observations, Page
from auditor.rules.pack import Pack
from auditor.rules.schema import FactsQuality, Rule


def check(observations: Observations, rule: Rule, pack: Pack) -> Verdict:
    """The verdict of a ``facts`` rule."""
    quality = rule.quality
    assert isinstance(quality, FactsQuality)
    verdict = {"alamat": _address, "telepon_surel": _contact, "jam": _hours, "medsos": _social}[quality.fact](
        observations, quality
    )
    if not verdict.outcome.present and (blind := unread(observations) or lead_left(observations, rule)) is not None:
        return blind
    home_failed = not any(page.status is FetchStatus.OK for page in observations.pages)
    if verdict.outcome is Outcome.MISSING and home_failed:
        return unseen(observations.technical.home_status, note("unchecked", "no_contact"))
    return verdict


def _evidence(observations: Observations, url: str, quote: str) -> Evidence:
    page: Page | None = next((p for p in observations.pages if p.url == url), None)
    return Evidence(url, quote[:240], page.fetched_at if page else None, page.record_id if page else "")


def _none(observations: Observations) -> Verdict:
    values = {"pages": observations.pages_opened, "documents": observations.documents_opened}
    return Verdict(Outcome.MISSING, note=note("missing", "none", **values))


def _address(observations: Observations, quality: FactsQuality) -> Verdict:
    facts = observations.facts
    real = [a for a in facts.addresses if a.street and not a.sample]
    own = [a for a in real if a.own_place or not a.other_place]

    def rank(address: Address) -> tuple[bool, bool]:
        return address.own_place, bool(address.postcode)

    if own:
        best = max(own, key=rank)
        evidence = (_evidence(observations, best.url, best.quote),)
        # a postcode tells the place, too; an office whose own place is not known cannot be asked to name it
        placed = best.own_place or bool(best.postcode) or not observations.place
        if placed and (best.postcode or facts.map_url):
            return Verdict(
                Outcome.COMPLETE, Confidence.HIGH, None, evidence, None, note("facts", "address", quote=best.quote)
            )
        missing = [] if placed else ["nama daerah sendiri"]
        missing += [] if best.postcode or facts.map_url else ["kode pos atau peta"]
        return Verdict(
            Outcome.PARTIAL,
            Confidence.MEDIUM,
            None,
            evidence,
            None,
            note("facts", "address_part", missing=" dan ".join(missing)),
        )
    if real:
        other = real[0]
        near = _evidence(observations, other.url, other.quote)
        return Verdict(
            Outcome.MISSING,
            Confidence.MEDIUM,
            None,
            (),
            near,
            note("missing", "other_office", label="alamat", owner=other.other_place),
        )
    return _sample(observations, [a.quote for a in facts.addresses if a.sample]) or _none(observations)


def _sample(observations: Observations, quotes: list[str]) -> Verdict | None:
    return Verdict(Outcome.MISSING, note=note("missing", "sample", quote=quotes[0])) if quotes else None


def _contact(observations: Observations, quality: FactsQuality) -> Verdict:
    facts = observations.facts
    phones = [f for f in (*facts.phones, *facts.whatsapp) if not f.sample]
    emails = [f for f in facts.emails if not f.sample]
    evidence = tuple(_evidence(observations, f.url, f.quote or f.value) for f in (*phones[:1], *emails[:1]))
    if phones and emails:
        official = next((f for f in emails if f.value.lower().endswith("kemenag.go.id")), None)
        key = "contact" if official else "contact_private"
        return Verdict(
            Outcome.COMPLETE,
            Confidence.HIGH,
            None,
            evidence,
            None,
            note("facts", key, phone=phones[0].value, email=(official or emails[0]).value),
        )
    if phones or emails:
        missing = "surel" if phones else "telepon atau WhatsApp"
        return Verdict(
            Outcome.PARTIAL, Confidence.HIGH, None, evidence, None, note("facts", "contact_part", missing=missing)
        )
    samples: list[Found] = [f for f in (*facts.phones, *facts.whatsapp, *facts.emails) if f.sample]
    return _sample(observations, [f.value for f in samples]) or _none(observations)


def _hours(observations: Observations, quality: FactsQuality) -> Verdict:
    hours = [f for f in observations.facts.hours if not f.sample]
    if not hours:
        return _none(observations)
    best = hours[0]
    return Verdict(
        Outcome.COMPLETE,
        Confidence.HIGH,
        None,
        (_evidence(observations, best.url, best.quote),),
        None,
        note("facts", "hours", quote=best.quote),
    )


def _social(observations: Observations, quality: FactsQuality) -> Verdict:
    accounts = {(a.network, a.handle.lower()): a for a in observations.facts.social if a.own}
    evidence = tuple(_evidence(observations, a.page_url, a.url) for a in list(accounts.values())[:4])
    if len(accounts) >= quality.minimum:
        return Verdict(
            Outcome.COMPLETE, Confidence.HIGH, None, evidence, None, note("facts", "social", count=len(accounts))
        )
    if accounts:
        reason = note("facts", "social_few", count=len(accounts), wanted=quality.minimum)
        return Verdict(Outcome.PARTIAL, Confidence.HIGH, None, evidence, None, reason)
    return _none(observations)
