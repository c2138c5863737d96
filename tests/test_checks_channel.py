"""Check kind ``channel``: the office's own page, or the national system that is the legal channel."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model import Outcome, Verdict
from auditor.rules.schema import Rule
from tests.small_sites import OFFICE, rule, seen, verdict

HOW = "Masyarakat dapat menyampaikan pengaduan dengan datang langsung atau menulis kepada petugas pengaduan kami. " * 2


def complaints(**quality: Any) -> Rule:
    return rule("channel", ["Pengaduan"], quality={"hosts": ["lapor.go.id"], "min_words": 15, **quality})


def home(html: str, **quality: Any) -> Verdict:
    return verdict(complaints(**quality), seen(f"<main><p>{OFFICE}</p>{html}</main>"))


@pytest.mark.parametrize("label", ["Pengaduan", "LAPOR!", "SP4N", ""])
def test_a_link_to_the_national_channel_is_the_channel(label: str) -> None:
    assert home(f'<a href="https://www.lapor.go.id/" title="kanal">{label}</a>').outcome is Outcome.COMPLETE


def test_the_national_channel_may_be_worth_less_by_the_rule() -> None:
    assert home('<a href="https://lapor.go.id">Lapor</a>', host_outcome="sebagian").outcome is Outcome.PARTIAL


@pytest.mark.parametrize(
    ("href", "outcome"),
    [
        ("https://sirup.lkpp.go.id/sirup/ro", Outcome.PARTIAL),
        ("https://sirup.lkpp.go.id/", Outcome.PARTIAL),
        ("https://sirup.lkpp.go.id/sirup/ro/penyedia/satker/417021", Outcome.COMPLETE),
    ],
)
def test_a_link_may_have_to_lead_to_the_offices_own_data(href: str, outcome: Outcome) -> None:
    assert home(f'<a href="{href}">RUP</a>', hosts=["sirup.lkpp.go.id"], deep=True).outcome is outcome


@pytest.mark.parametrize(
    "href", ["https://lapor.go.id.situs-palsu.com/", "https://bukanlapor.go.id/", "https://x.id/?u=lapor.go.id"]
)
def test_an_address_that_only_resembles_the_channel_is_none(href: str) -> None:
    assert home(f'<a href="{href}">Kanal</a>').outcome is Outcome.MISSING


def test_an_own_page_is_a_channel() -> None:
    pages = {"/pengaduan": f"<main><h1>Pengaduan</h1><p>{HOW}</p></main>"}
    assert verdict(complaints(), seen(pages)).outcome is Outcome.COMPLETE


def test_an_application_that_asks_for_a_log_in_counts_as_the_rule_says() -> None:
    login = "<h1>Masuk</h1><form><input name=u><input type=password></form>"
    pages = {"/": '<main><a href="/aduan">Pengaduan</a></main>', "/aduan": login}
    assert verdict(complaints(), seen(pages)).outcome is Outcome.PARTIAL
    assert verdict(complaints(app="tautan_saja"), seen(pages)).outcome is Outcome.LINK_ONLY


@pytest.mark.parametrize(("count", "outcome"), [(5, Outcome.COMPLETE), (2, Outcome.PARTIAL)])
def test_services_are_counted_where_the_rule_asks_for_them(count: int, outcome: Outcome) -> None:
    ptsp = rule("channel", ["PTSP"], quality={"items": 5, "min_words": 5})
    items = "".join(f"<li>Layanan rekomendasi nomor {n}</li>" for n in range(count))
    html = f"<main><h1>PTSP</h1><p>Layanan yang kami sediakan:</p><ul>{items}</ul></main>"
    assert verdict(ptsp, seen({"/ptsp": html})).outcome is outcome


@pytest.mark.parametrize("body", ["<p>Belum ada data</p>", "<p>Coming soon</p>"])
def test_an_empty_page_is_no_channel(body: str) -> None:
    assert verdict(complaints(), seen({"/p": f"<main><h1>Pengaduan</h1>{body}</main>"})).outcome is Outcome.MISSING


@pytest.mark.parametrize("href", ["#", "/tidak-ada"])
def test_a_label_that_leads_nowhere_is_only_a_label(href: str) -> None:
    assert home(f'<a href="{href}">Pengaduan</a>').outcome is Outcome.LINK_ONLY


def test_a_channel_that_was_blocked_is_not_called_absent() -> None:
    html = '<main><a href="/pengaduan">Pengaduan</a></main>'
    assert verdict(complaints(), seen(html, blocked=["/pengaduan"])).outcome is Outcome.UNCHECKED
