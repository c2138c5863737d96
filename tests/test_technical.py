"""Measures of the site itself: TLS, domain, menus, links, phones, accessibility, search."""

from __future__ import annotations

from typing import Any

import pytest

from auditor.model import Outcome, Verdict
from auditor.observations import Observations
from tests.small_sites import OFFICE, rule, seen, verdict

STEPS = [{"max": 0.05, "points": 1.0}, {"max": 0.25, "points": 0.5}]


def measure(name: str, observations: Observations, **quality: Any) -> Verdict:
    return verdict(rule("technical", quality={"measure": name, **quality}), observations)


def points(name: str, observations: Observations, **quality: Any) -> float | None:
    return measure(name, observations, **quality).points


PLAIN = f"<main><h1>Beranda</h1><p>{OFFICE}</p></main>"


@pytest.mark.parametrize(
    ("tls", "expected"),
    [("sah", 1.0), ("rantai_dilengkapi", 0.5), ("usang", 0.5), ("tidak_terverifikasi", 0.0), ("tanpa_tls", 0.0)],
)
def test_tls_is_measured_on_the_rung_the_site_answered(tls: str, expected: float) -> None:
    assert points("https", seen(PLAIN, tls=tls)) == expected


def test_a_slow_home_page_costs_half() -> None:
    assert points("https", seen(PLAIN, seconds=20.0), max_seconds=15.0) == 0.5


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://purbalingga.kemenag.go.id", 1.0),
        ("https://kemenag.purbalinggakab.go.id", 0.75),
        ("https://kemenagpurbalingga.com", 0.25),
        ("https://kemenag.go.id.palsu.com", 0.25),
    ],
)
def test_the_longest_known_ending_of_the_host_counts(url: str, expected: float) -> None:
    hosts = {".kemenag.go.id": 1.0, ".go.id": 0.75, "": 0.25}
    assert points("domain", seen(PLAIN, url=url), hosts=hosts) == expected


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        ('<meta name="viewport" content="width=device-width, initial-scale=1">', PLAIN, 1.0),
        ('<meta name="viewport" content="width=1024">', PLAIN, 0.0),
        ("", PLAIN, 0.0),
        (
            '<meta name="viewport" content="width=device-width">',
            f'<table width="980"><tr><td>{PLAIN}</td></tr></table>',
            0.5,
        ),
    ],
)
def test_a_page_fits_a_phone_or_it_does_not(head: str, body: str, expected: float) -> None:
    assert points("ponsel", seen(f"<html><head>{head}</head><body>{body}</body></html>")) == expected


def menu(*hrefs: str) -> Observations:
    entries = "".join(f'<li><a href="{href}">Menu {n}</a></li>' for n, href in enumerate(hrefs))
    return seen(
        f'<nav><ul>{entries}<li><a href="#">PPID</a><ul><li><a href="/x">DIP</a></li></ul></li></ul></nav>{PLAIN}'
    )


def test_menu_leaves_without_a_target_are_counted_and_named() -> None:
    found = measure("menu_kosong", menu("/a", "#", "javascript:;", "/b"), steps=STEPS)
    assert found.outcome is Outcome.MISSING and "2" in found.note and "Menu 1, Menu 2" in found.note


def test_a_menu_whose_entries_lead_somewhere_is_whole_and_parents_do_not_count() -> None:
    assert points("menu_kosong", menu("/a", "/b"), steps=STEPS) == 1.0


def test_a_site_without_any_menu_cannot_be_measured() -> None:
    assert measure("menu_kosong", seen(PLAIN), steps=STEPS).outcome is Outcome.UNCHECKED


def linked(working: int, dead: int, unopened: int = 0) -> Observations:
    paths = [f"/{n}.pdf" for n in range(working + dead + unopened)]
    links = "".join(f'<li><a href="{path}">Dokumen {n}</a></li>' for n, path in enumerate(paths))
    html = f"<main><h1>Informasi Berkala</h1><ul>{links}</ul></main>"
    files = {path: f"Isi {path} {OFFICE}" for path in paths[:working]}
    return seen({"/berkala": html}, files, unopened=paths[working + dead :])


@pytest.mark.parametrize(("working", "dead", "expected"), [(20, 0, 1.0), (19, 1, 1.0), (8, 2, 0.5), (4, 6, 0.0)])
def test_broken_links_are_a_share_of_the_links_that_were_looked_at(working: int, dead: int, expected: float) -> None:
    assert points("tautan_rusak", linked(working, dead), steps=STEPS) == expected


def test_links_nobody_opened_are_neither_good_nor_broken() -> None:
    technical = linked(6, 2, unopened=9).technical
    assert (technical.links_checked, len(technical.links_broken)) == (8, 2)


def test_links_nobody_could_look_at_are_not_measured() -> None:
    assert measure("tautan_rusak", seen(PLAIN), steps=STEPS).outcome is Outcome.UNCHECKED


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        (f'<html lang="id"><body><a href="#isi">Lewati ke konten</a><div id="isi">{PLAIN}</div></body></html>', 2 / 3),
        (f'<html lang="id"><body>{PLAIN}</body></html>', 1 / 3),
        (f"<html><body>{PLAIN}</body></html>", 0.0),
        (
            f'<html lang="id"><body><a href="#isi">Lewati ke isi utama</a>{PLAIN}<script src="https://cdn.userway.org/'
            'widget.js"></script><main id="isi"><img src="/a.jpg" alt="Kantor"></main></body></html>',
            1.0,
        ),
    ],
)
def test_signs_of_accessibility_are_counted(html: str, expected: float) -> None:
    assert points("aksesibilitas", seen(html), full=3) == pytest.approx(expected)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ('<form action="/"><input type="search" name="s"></form>', 1.0),
        ('<form><input name="katakunci" placeholder="Cari ..."></form>', 1.0),
        ('<form><input name="nama"><input name="alamat"><textarea name="pesan"></textarea></form>', 0.0),
        ("", 0.0),
    ],
)
def test_a_search_box_is_found_by_its_field(form: str, expected: float) -> None:
    assert points("pencarian", seen(f"<header>{form}</header>{PLAIN}")) == expected


@pytest.mark.parametrize("name", ["tautan_rusak", "menu_kosong", "aksesibilitas", "pencarian"])
def test_a_site_that_did_not_show_itself_is_not_measured(name: str) -> None:
    shell = '<body><div id="root"></div><script src="/a.js"></script></body>'
    assert measure(name, seen(shell), steps=STEPS).outcome is Outcome.UNCHECKED


def test_a_measured_verdict_names_its_evidence() -> None:
    found = measure("https", seen(PLAIN))
    assert found.evidence[0].record_id and found.note
