"""Applying rules to a site: what cannot be judged stays open, a person's decision wins."""

from __future__ import annotations

import logging
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from auditor.audit import audit
from auditor.language.offices import office_kind
from auditor.model import (
    Confidence,
    Correction,
    Evidence,
    FetchStatus,
    OfficeKind,
    Outcome,
    PackInfo,
    Site,
    SiteState,
    SiteStatus,
    Verdict,
)
from auditor.observations import Observations
from auditor.rules.pack import Band, Pack
from auditor.rules.schema import Rule

SITE = Site("kab-purbalingga", "Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN, "https://x.example")
OBS = Observations(SITE, SiteStatus(SiteState.ALIVE), date(2026, 11, 22))
DOWN = replace(OBS, status=SiteStatus(SiteState.UNREACHABLE, FetchStatus.DNS))


def rule(rule_id: str, check: str = "page", **more: Any) -> Rule:
    quality = {"kinds": ["nik"]} if check == "flag" else {"measure": "https"} if check == "technical" else {}
    example = {"name": "contoh", "kind": "met", "expect": "lengkap", "html": "<p>x"}
    return Rule.model_validate(
        {
            "id": rule_id,
            "title": rule_id,
            "category": "Profil",
            "required": True,
            "weight": 1.0,
            "effort": 30,
            "legal_basis": [{"source": "UU 14/2008", "verified": "sekunder"}],
            "why": "mengapa",
            "how_to_fix": "caranya",
            "check": check,
            "quality": quality,
            "example": [example, {**example, "kind": "unmet"}, {**example, "kind": "trap"}],
            **more,
        }
    )


def pack(*rules: Rule) -> Pack:
    return Pack(PackInfo("uji", "1", "0", "default"), rules, ("Profil",), (Band(0, "Tidak Informatif"),), 0.8, {})


def says(verdict: Verdict) -> Any:
    return lambda obs, rule, pack: verdict


COMPLETE = says(Verdict(Outcome.COMPLETE, evidence=(Evidence("https://x.example/visi", "Visi"),)))


def correction(**more: Any) -> Correction:
    values: dict[str, Any] = {
        "site_id": SITE.id,
        "rule_id": "profil.visi",
        "outcome": Outcome.COMPLETE,
        "reason": "Ada pada banner beranda",
        "url": "https://x.example/visi.jpg",
        "decided_by": "Siti Aminah",
        "decided_on": date(2026, 11, 25),
        "valid_until": date(2027, 3, 31),
    }
    return Correction(**{**values, **more})


def test_every_rule_gives_one_finding_in_the_packs_order() -> None:
    found = audit(OBS, pack(rule("profil.visi"), rule("berkala.dip")), checks={"page": COMPLETE})
    assert [f.rule_id for f in found] == ["profil.visi", "berkala.dip"]
    assert found[0].outcome is Outcome.COMPLETE and found[0].points == 1.0 and found[0].decided_by == "mesin"
    assert found[0].evidence[0].quote == "Visi" and found[0].site_id == SITE.id


def test_measured_points_are_kept_and_bounded() -> None:
    high = audit(OBS, pack(rule("a.b")), checks={"page": says(Verdict(Outcome.PARTIAL, points=1.7))})
    measured = audit(OBS, pack(rule("a.b")), checks={"page": says(Verdict(Outcome.PARTIAL, points=0.3))})
    assert (high[0].points, measured[0].points) == (1.0, 0.3)


def test_a_rule_for_other_offices_does_not_apply() -> None:
    (finding,) = audit(OBS, pack(rule("a.b", applies_to=["kanwil"])), checks={"page": COMPLETE})
    assert finding.outcome is Outcome.NOT_APPLICABLE and "kabupaten" in finding.note and not finding.applicable


def test_an_indicator_switched_off_for_an_office_does_not_apply() -> None:
    obs = replace(OBS, site=replace(SITE, not_applicable=("a.b",)))
    (finding,) = audit(obs, pack(rule("a.b")), checks={"page": COMPLETE})
    assert finding.outcome is Outcome.NOT_APPLICABLE


def test_a_site_that_did_not_answer_is_never_judged_absent() -> None:
    missing = says(Verdict(Outcome.MISSING))
    (finding,) = audit(DOWN, pack(rule("a.b")), checks={"page": missing})
    assert finding.outcome is Outcome.UNCHECKED and "domain" in finding.note
    for state in (SiteState.UNREACHABLE, SiteState.NOT_REGISTERED, SiteState.INACTIVE):
        obs = replace(OBS, status=SiteStatus(state, FetchStatus.READ_TIMEOUT))
        found = audit(obs, pack(rule("a.b"), rule("t.x", "technical")), checks={"page": missing, "technical": missing})
        assert {f.outcome for f in found} == {Outcome.UNCHECKED} and found[0].note


def test_a_check_that_fails_is_our_fault_and_is_logged(caplog: pytest.LogCaptureFixture) -> None:
    def broken(obs: Observations, rule: Rule, pack: Pack) -> Verdict:
        raise ZeroDivisionError("pecah")

    with caplog.at_level(logging.ERROR):
        first, second = audit(
            OBS,
            pack(rule("a.b"), rule("c.d", "form", quality={"fields": [{"name": "x", "any": ["x"]}]})),
            checks={"page": broken, "form": COMPLETE},
        )
    assert first.outcome is Outcome.UNCHECKED and first.note.startswith("Galat auditor")
    assert second.outcome is Outcome.COMPLETE, "the other indicators go on"
    assert "pecah" in caplog.text and "a.b" in caplog.text


def test_a_red_flag_is_up_when_a_sign_was_seen() -> None:
    flag = rule("bendera.privasi", "flag", weight=0.0)
    seen = says(Verdict(Outcome.DETECTED, evidence=(Evidence("https://x.example/a", "3303************"),)))
    assert audit(OBS, pack(flag), checks={"flag": seen})[0].red_flag
    assert not audit(OBS, pack(flag), checks={"flag": says(Verdict(Outcome.UNDETECTED))})[0].red_flag
    dismissed = correction(rule_id="bendera.privasi", outcome=Outcome.UNDETECTED)
    assert not audit(OBS, pack(flag), corrections=[dismissed], checks={"flag": seen})[0].red_flag


def test_a_persons_decision_wins_and_is_named() -> None:
    missing = says(Verdict(Outcome.MISSING, Confidence.LOW, nearest=Evidence("https://x.example/n")))
    (finding,) = audit(OBS, pack(rule("profil.visi")), corrections=[correction()], checks={"page": missing})
    assert (finding.outcome, finding.points, finding.confidence) == (Outcome.COMPLETE, 1.0, Confidence.HIGH)
    assert (
        finding.decided_by == "Siti Aminah"
        and "banner" in finding.note
        and "Semula menurut auditor: tidak ditemukan." in finding.note
        and "_" not in finding.note
    )
    assert finding.evidence[0].url == "https://x.example/visi.jpg" and finding.nearest is not None


def test_a_decision_counts_up_to_its_last_day_and_only_for_its_site() -> None:
    missing = says(Verdict(Outcome.MISSING))
    last_day = correction(valid_until=OBS.today)
    late = correction(valid_until=date(2026, 11, 21))
    other = correction(site_id="kab-tuban")
    for given, outcome in ((last_day, Outcome.COMPLETE), (late, Outcome.MISSING), (other, Outcome.MISSING)):
        (finding,) = audit(OBS, pack(rule("profil.visi")), corrections=[given], checks={"page": missing})
        assert finding.outcome is outcome


def test_a_person_can_decide_what_the_machine_could_not_see() -> None:
    (finding,) = audit(DOWN, pack(rule("profil.visi")), corrections=[correction()], checks={})
    assert finding.outcome is Outcome.COMPLETE and finding.counted


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Kankemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN),
        ("Kemenag Kabupaten Purbalingga", OfficeKind.KABUPATEN),
        ("Kabupaten Purbalingga", OfficeKind.KABUPATEN),
        ("PPID Kementerian Agama", OfficeKind.KABUPATEN),
        ("KUA Kecamatan Bobotsari Kabupaten Purbalingga", OfficeKind.KUA),
        ("PPID Kabupaten Purbalingga", OfficeKind.OTHER),
        ("Dinas Komunikasi dan Informatika Kabupaten Purbalingga", OfficeKind.OTHER),
        ("Pemerintah Kabupaten Purbalingga", OfficeKind.OTHER),
    ],
)
def test_an_offices_name_tells_its_kind_where_it_plainly_is_another_bodys(name: str, kind: OfficeKind) -> None:
    assert office_kind(replace(OBS.site, name=name)) is kind


def test_what_only_the_ministrys_offices_do_does_not_apply_to_another_body() -> None:
    other = replace(OBS, site=replace(OBS.site, name="PPID Kabupaten Purbalingga"))
    asked = pack(rule("a.b", applies_to=["kabupaten", "kota"]))
    (finding,) = audit(other, asked, checks={"page": COMPLETE})
    assert finding.outcome is Outcome.NOT_APPLICABLE and "lain" in finding.note
